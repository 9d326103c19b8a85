"""The table of scenarios, what each changes in words, and what its plan is worth beside that of the plan of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from data.accounts import who
from data.edits import Change, Edit
from data.entities import Entity, Id, Scenario, ScenarioChange, ScenarioStatus
from data.findings import Severity
from data.plan import Plan
from data.portfolio import KIND_OF, Kind, Portfolio
from planner.actions import scenarios
from planner.scenarios.resolving import Missed, changes_of, resolve, thing_of
from ui.presenters import changes, fields
from ui.presenters.changes import ChangeLine
from ui.presenters.columns import Column, worded
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import counted, translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription
from ui.presenters.terms import all_said, said

if TYPE_CHECKING:
    from ui.presenters.effects import Attached

RECORD = translate("Scenarios", "Plan of record")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a plan is worth: value in points, coverage and gap as fractions, and whether it is up to date."""

    value: float
    coverage: float
    gap: float
    current: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What a scenario makes of the plan of record as it is today, and the effects that were worked out of it."""

    lines: tuple[ChangeLine, ...] = ()
    missed: tuple[Missed, ...] = ()
    worth: Worth | None = None
    attached: Attached | None = None

    @property
    def says(self) -> str:
        """All lines in one: "3 changed, 1 removed"."""
        return changes.in_words(self.lines) if self.lines else translate("Scenarios", "Nothing is changed yet")


@dataclass(frozen=True, slots=True)
class Trials:
    """Every scenario, and what the plan of record's own plan is worth."""

    by_id: Mapping[Id, Tried] = field(default_factory=lambda: MappingProxyType({}))
    record: Worth | None = None


NO_TRIALS = Trials()


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario; `tried` is None while it is worked out, `record` where the plan of record has no plan."""

    entity: Scenario
    changes: int
    tried: Tried | None = None
    record: Worth | None = None

    @property
    def id(self) -> Id:
        return self.entity.id

    @property
    def worth(self) -> Worth | None:
        return self.tried.worth if self.tried else None

    def beside_record(self, figure: Callable[[Worth], float]) -> float | None:
        """A figure of its plan less that of the plan of record; None where one of them has no plan."""
        return figure(self.worth) - figure(self.record) if self.worth and self.record else None


def trials(record: Portfolio, plans: Mapping[Id | None, Plan | None], formats: Formats) -> Trials:
    """Every scenario worked out, with the latest plan of each by its id and that of the plan of record by None. Takes its time."""
    found = {key: tried(record, key, plans.get(key), formats, plans.get(None)) for key in record.scenarios}
    return Trials(MappingProxyType(found), _worth(record, plans.get(None)))


def tried(record: Portfolio, scenario_id: Id, plan: Plan | None, formats: Formats, of_record: Plan | None = None) -> Tried:
    """One scenario worked out, with the latest plan made in it, and that of the plan of record."""
    from ui.presenters.effects import attached  # noqa: PLC0415 - numpy, in a worker

    found = resolve(record, scenario_id)
    missed = {each.change.id for each in found.missed}
    wanted = [_as_change(each) for each in changes_of(record, scenario_id) if each.id not in missed]
    shown = changes.lines(Edit("", tuple(wanted)), record, found.portfolio, formats)
    effects = attached(record, found.portfolio, scenario_id, (of_record, plan), formats)
    return Tried(tuple(shown), (*found.missed, *found.remarks), _worth(found.portfolio, plan), effects)


def _as_change(change: ScenarioChange) -> Change:
    thing: Entity = thing_of(change)
    return Change(KIND_OF[type(thing)], thing.id, change.before, change.after)


def _worth(portfolio: Portfolio, plan: Plan | None) -> Worth | None:
    from planner.insight.kpis import figures  # noqa: PLC0415 - numpy, in a worker
    from planner.plans import is_current  # noqa: PLC0415

    if plan is None:
        return None
    return Worth(plan.value, figures(portfolio, plan).coverage, plan.gap, is_current(plan, portfolio))


def rows_of(portfolio: Portfolio, worked_out: Trials) -> list[ScenarioRow]:
    """Scenarios in the order in which they were made."""
    return [
        ScenarioRow(scenario, len(changes_of(portfolio, key)), worked_out.by_id.get(key), worked_out.record)
        for key, scenario in portfolio.scenarios.items()
    ]


def row_of(scenario: Scenario, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> ScenarioRow:
    return ScenarioRow(scenario, len(changes_of(portfolio, scenario.id)))


def rows(portfolio: Portfolio, _standing: Standing) -> list[ScenarioRow]:
    return rows_of(portfolio, NO_TRIALS)


def fresh(portfolio: Portfolio, _like: Scenario | None) -> Scenario:
    """A new one begins with the plan of record, whichever stands beside it; a copy is an action of its own."""
    return scenarios.fresh(portfolio, who())


def columns(_portfolio: Portfolio, formats: Formats) -> Sequence[Column[ScenarioRow]]:
    make = FieldColumns[ScenarioRow](formats)
    return (
        make.words("name", translate("Scenarios", "Scenario"), 148, lambda row: row.entity.name, fields.some_text),
        make.words(
            "status",
            translate("Scenarios", "Status"),
            80,
            lambda row: said(row.entity.status),
            fields.choice(ScenarioStatus),
            choices=lambda: all_said(ScenarioStatus),
            tip=translate("Scenarios", "Draft, proposed for a decision, approved or rejected"),
        ),
        make.words("owner", translate("Scenarios", "Owner"), 88, lambda row: row.entity.owner, fields.any_text),
        make.shown(
            "changes",
            translate("Scenarios", "Changes"),
            68,
            lambda row: row.changes,
            formats.figure,
            tip=translate("Scenarios", "Things that it changes, adds or removes"),
        ),
        make.shown(
            "findings",
            translate("Scenarios", "Findings"),
            68,
            lambda row: len(row.tried.missed) if row.tried else None,
            formats.figure,
            tip=translate("Scenarios", "Changes that the plan of record of today does not allow, or that mean something else by now"),
            mark=lambda row: "warning" if row.tried and row.tried.missed else "",
        ),
        *_figures(make, formats),
        make.words("note", translate("Scenarios", "Note"), 220, lambda row: row.entity.note, fields.any_text),
    )


def _figures(make: FieldColumns[ScenarioRow], formats: Formats) -> tuple[Column[ScenarioRow], ...]:
    def points(share: float) -> str:
        return translate("Scenarios", "{figure} pp").format(figure=formats.number(share * 100, 1))

    return (
        worded(
            "plan",
            translate("Scenarios", "Its plan"),
            80,
            _state,
            translate("Scenarios", "Whether its last plan is up to date"),
            mark=_state_mark,
        ),
        make.shown(
            "value",
            translate("Scenarios", "Value"),
            80,
            lambda row: row.worth.value if row.worth else None,
            formats.number,
            tip=translate("Scenarios", "Points that its last plan is worth"),
        ),
        _beside_record(
            make,
            "value_difference",
            translate("Scenarios", "± Value"),
            translate("Scenarios", "Against the last plan of the plan of record"),
            lambda worth: worth.value,
            formats.number,
        ),
        make.shown(
            "coverage",
            translate("Scenarios", "Coverage"),
            80,
            lambda row: row.worth.coverage if row.worth else None,
            formats.met,
            tip=translate("Scenarios", "Hours met ÷ hours asked"),
            share=True,
        ),
        _beside_record(
            make,
            "coverage_difference",
            translate("Scenarios", "± Coverage"),
            translate("Scenarios", "Against the last plan of the plan of record, in percentage points"),
            lambda worth: worth.coverage,
            points,
            share=True,
        ),
        make.shown(
            "gap",
            translate("Scenarios", "Gap"),
            64,
            lambda row: row.worth.gap if row.worth else None,
            lambda share: formats.percent(share, 1),
            tip=translate("Scenarios", "How far its plan may be from the best: (bound − value) ÷ bound"),
            share=True,
        ),
    )


def _beside_record(
    make: FieldColumns[ScenarioRow],
    key: str,
    heading: str,
    tip: str,
    of: Callable[[Worth], float],
    say: Callable[[float], str],
    *,
    share: bool = False,
) -> Column[ScenarioRow]:
    """A figure of a scenario's plan less that of the plan of record, with its sign."""
    return make.shown(
        key,
        heading,
        84,
        lambda row: row.beside_record(of),
        lambda figure: signed(figure, say),
        tip=tip,
        share=share,
        mark=lambda row: _sign_mark(row.beside_record(of)),
    )


def signed(figure: float | None, say: Callable[[float], str]) -> str:
    """A difference with its sign, which tells it apart without colour; nothing where there is none to tell of."""
    if figure is None:
        return NOTHING
    shown = say(abs(figure))
    if shown == say(0.0):
        return "0"
    return f"{'+' if figure > 0 else '−'}{shown}"


def _sign_mark(figure: float | None) -> str:
    return "" if figure is None or abs(figure) < 0.0005 else "good" if figure > 0 else "bad"


def _state(row: ScenarioRow) -> str:
    if row.tried is None:
        return ""
    if row.worth is None:
        return translate("Scenarios", "none yet")
    return translate("Scenarios", "up to date") if row.worth.current else translate("Scenarios", "out of date")


def _state_mark(row: ScenarioRow) -> str:
    return "warning" if row.worth is not None and not row.worth.current else ""


def promise(of: Tried) -> str:
    """What promoting would do, before it is done."""
    stays = [each for each in of.missed if each.finding.severity is not Severity.NOTE]
    if of.lines:
        what = translate(
            "Scenarios", "Promoting makes the plan of record what this scenario says, in one edit: {changes}. Undo takes it back."
        ).format(changes=changes.in_words(of.lines))
    else:
        what = translate(
            "Scenarios",
            "This scenario changes nothing that the plan of record does not say already; promoting only marks it as approved.",
        )
    left = counted(
        "Scenarios",
        "%n changes do not fit the plan of record of today, and stay in the scenario.",
        "%n change does not fit the plan of record of today, and stays in the scenario.",
        len(stays),
    )
    return f"{what} {left}" if stays else what


def where(scenario: Scenario, findings: int) -> str:
    """What the strip says while a scenario is worked in."""
    here = translate(
        "Scenarios",
        "You are in the scenario “{name}”: what you change and solve here is the scenario's, and the plan of record stays as it is.",
    ).format(name=scenario.name)
    more = counted("Scenarios", "There are %n findings on the page Scenarios.", "There is %n finding on the page Scenarios.", findings)
    return f"{here} {more}" if findings else here


def about(scenario: Scenario, portfolio: Portfolio) -> str:
    """Status, owner and what it began as."""
    base = portfolio.scenarios.get(scenario.based_on_id) if scenario.based_on_id else None
    copied = translate("Scenarios", "begun as a copy of {name}").format(name=base.name) if base else ""
    return " · ".join(filter(None, (said(scenario.status), scenario.owner, copied)))


def line_words(line: ChangeLine) -> tuple[str, str]:
    """One change in two lines: what happens to what, and from what to what."""
    return f"{changes.HAPPENED[line.happening]}: {line.what} {line.name or NOTHING}", line.details


TABLE = TableDescription(
    kind=Kind.SCENARIO,
    title=translate("Scenarios", "Scenarios"),
    says=translate(
        "Scenarios", "What could be done otherwise: each scenario is a list of changes on the plan of record, with a plan of its own."
    ),
    one=translate("Scenarios", "scenario"),
    many=translate("Scenarios", "scenarios"),
    empty=translate(
        "Scenarios",
        "A scenario tries something without touching the plan of record: delay a project, lose a person, take on a client. "
        "Make one, work in it as you do everywhere, solve it, compare its figures here, and promote it when it is decided.",
    ),
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh,
    needs=(("name",),),
)
