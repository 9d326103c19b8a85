"""The table of baselines: which plan each has frozen, and which one plans are measured against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.entities import Baseline, Entity, Id
from data.errors import PlannerError
from data.plan import KeptPlan
from data.portfolio import Kind, Portfolio
from planner.actions import baselines
from ui.presenters import fields
from ui.presenters.columns import Column, worded
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.moments import when
from ui.presenters.saying import translate
from ui.presenters.scenarios import RECORD
from ui.presenters.tables import TableDescription

Plans = Mapping[Id, KeptPlan]


class NothingToFreezeError(PlannerError):
    """There is no plan yet."""

    def __init__(self) -> None:
        super().__init__(translate("Baselines", "There is no plan to freeze yet: solve first"))


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """One baseline with what is known of its plan; None while that is being read. `made_in` is the name of its scenario."""

    entity: Baseline
    plan: KeptPlan | None = None
    made_in: str = ""
    is_measure: bool = False

    @property
    def id(self) -> Id:
        return self.entity.id

    @property
    def gap(self) -> float | None:
        return max(0.0, (self.plan.bound - self.plan.value) / max(1.0, abs(self.plan.bound))) if self.plan else None


def rows_of(portfolio: Portfolio, plans: Plans, measure: Id | None) -> list[BaselineRow]:
    """Baselines in the order in which they were frozen."""
    return [_row(each, portfolio, plans, measure) for each in portfolio.baselines.values()]


def _row(baseline: Baseline, portfolio: Portfolio, plans: Plans, measure: Id | None) -> BaselineRow:
    plan = plans.get(baseline.plan_id)
    scenario = portfolio.scenarios.get(Id(plan.scenario)) if plan is not None else None
    return BaselineRow(baseline, plan, scenario.name if scenario else RECORD if plan else "", baseline.id == measure)


def columns(_portfolio: Portfolio, formats: Formats) -> Sequence[Column[BaselineRow]]:
    make = FieldColumns[BaselineRow](formats)

    def made(row: BaselineRow) -> str:
        return when(row.plan.solved_at, dt.datetime.now().astimezone(), formats) if row.plan else ""

    solved = worded("solved", translate("Baselines", "Plan of"), 120, made, translate("Baselines", "When its plan was made"))
    return (
        make.words("name", translate("Baselines", "Baseline"), 180, lambda row: row.entity.name, fields.some_text),
        replace(solved, order=lambda row: (row.plan is None, row.plan.solved_at.timestamp() if row.plan else 0.0)),
        worded(
            "made_in",
            translate("Baselines", "Made in"),
            140,
            lambda row: row.made_in,
            translate("Baselines", "The plan of record, or the scenario it was a plan of"),
        ),
        worded("policy", translate("Baselines", "Policy"), 100, lambda row: row.plan.policy if row.plan else ""),
        make.shown(
            "value",
            translate("Baselines", "Value"),
            88,
            lambda row: row.plan.value if row.plan else None,
            formats.number,
            tip=translate("Baselines", "Points that its plan was worth when it was made"),
        ),
        make.shown(
            "gap",
            translate("Baselines", "Gap"),
            64,
            lambda row: row.gap,
            lambda share: formats.percent(share, 1) if share is not None else NOTHING,
            tip=translate("Baselines", "How far it may have been from the best: (bound − value) ÷ bound"),
            share=True,
        ),
        worded(
            "measure",
            translate("Baselines", "Measured"),
            88,
            lambda row: translate("Baselines", "against it") if row.is_measure else "",
            translate("Baselines", "What the Overview tells the plan against"),
            mark=lambda row: "good" if row.is_measure else "",
        ),
        make.words("note", translate("Baselines", "Note"), 240, lambda row: row.entity.note, fields.any_text),
    )


def measured_words(measure: Baseline | None) -> str:
    """What the Overview says its changes against."""
    if measure is None:
        return translate("Baselines", "The Overview tells the plan against the plan of record, or the plan before.")
    return translate("Baselines", "The Overview tells the plan against “{name}”.").format(name=measure.name)


def table(rows: Callable[[Portfolio], list[BaselineRow]], plan_id: Callable[[], Id | None]) -> TableDescription[BaselineRow]:
    """The table; a new row freezes the plan that `plan_id` says is shown."""

    def fresh(portfolio: Portfolio, _like: Baseline | None) -> Entity:
        shown = plan_id()
        if shown is None:
            raise NothingToFreezeError
        return baselines.fresh(portfolio, shown)

    return TableDescription(
        kind=Kind.BASELINE,
        title=translate("Baselines", "Baselines"),
        says=translate("Baselines", "Plans that were frozen, to compare with and to measure against whatever becomes of the portfolio."),
        one=translate("Baselines", "baseline"),
        many=translate("Baselines", "baselines"),
        empty=translate(
            "Baselines",
            "A baseline is a plan that stays as it is: what was promised in March, what the board approved. "
            "Freeze the plan you see, compare later plans with it, and let the Overview measure against it.",
        ),
        columns=columns,
        rows=lambda portfolio, _standing: rows(portfolio),
        row_of=lambda baseline, _portfolio: BaselineRow(baseline),
        fresh=fresh,
        needs=(("name",),),
    )
