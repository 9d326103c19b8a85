"""The log in rows: who changed what, when and why, newest first, with the plans that were kept among the edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType

from data.entities import Id, Scenario
from data.plan import KeptPlan, Plan
from data.steps import Step, StepKind
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.terms import said

NO_SCENARIOS: Mapping[Id, Scenario] = MappingProxyType({})
SOON = dt.timedelta(minutes=1)
"""A plan is kept as soon as it is solved; one that is kept later was brought back."""


class Happened(StrEnum):
    """What a row of the log is about."""

    CREATED = "Created"
    CHANGED = "Changed"
    UNDONE = "Undone"
    REDONE = "Done again"
    PLANNED = "Plan kept"


SAID = MappingProxyType(
    {
        Happened.CREATED: translate("Log", "Created"),
        Happened.CHANGED: translate("Log", "Changed"),
        Happened.UNDONE: translate("Log", "Undone"),
        Happened.REDONE: translate("Log", "Done again"),
        Happened.PLANNED: translate("Log", "Plan kept"),
    }
)
"""What happened, as the window says it."""
HAPPENED = MappingProxyType(
    {
        StepKind.CREATE: Happened.CREATED,
        StepKind.EDIT: Happened.CHANGED,
        StepKind.UNDO: Happened.UNDONE,
        StepKind.REDO: Happened.REDONE,
    }
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """A step, or a plan that was kept after it: `step` is the point to which one can go back from this row.

    `when` is `at` by the user's own clock; `who` is empty for a plan, of which nobody noted who kept it; `plan_id` is the
    plan of record that was kept last at this point, None where there was none.
    """

    id: Id
    step: Step
    at: dt.datetime
    when: str
    who: str
    happened: Happened
    label: str
    why: str
    plan_id: Id | None = None

    @property
    def is_plan(self) -> bool:
        return self.happened is Happened.PLANNED

    @property
    def brings_plan(self) -> bool:
        """Whether the row itself is the plan of record that stood at this point."""
        return self.is_plan and self.id == _row_id(self.plan_id)


def rows(
    steps: Sequence[Step], plans: Sequence[KeptPlan], formats: Formats, scenarios: Mapping[Id, Scenario] = NO_SCENARIOS
) -> list[LogRow]:
    """A row for each step and each plan, newest first. Ten thousand take a tenth of a second.

    A plan of a scenario, by its name among the `scenarios` there are now, is told where it was kept, but is no plan to go back to.

    A clock may have been set back: steps stand in their order whatever it said, and a plan before the first step that is later.
    """
    found: list[LogRow] = []
    waiting, plan_id = list(plans)[::-1], None
    for number, step in enumerate(steps):
        found.append(_of_step(step, plan_id, formats))
        is_last = number + 1 == len(steps)
        while waiting and (is_last or waiting[-1].kept_at < steps[number + 1].at):
            plan = waiting.pop()
            plan_id = plan_id if plan.scenario else plan.id
            found.append(_of_plan(plan, step, plan_id, formats, scenarios))
    return found[::-1]


def rows_on(shown: Sequence[LogRow], steps: Sequence[Step], formats: Formats) -> list[LogRow] | None:
    """The rows with those of the steps that came since on top; None where the steps do not go on from the rows."""
    if not shown:
        return None
    known = shown[0].step.number
    if known > len(steps) or steps[known - 1] is not shown[0].step:
        return None
    return [*(_of_step(step, shown[0].plan_id, formats) for step in reversed(steps[known:])), *shown]


def columns() -> Sequence[Column[LogRow]]:
    return (
        Column(
            "when",
            translate("Log", "When"),
            140,
            attrgetter("when"),
            lambda row: by_figure(row.at.timestamp()),
            tip=translate("Log", "When it was done, by the clock of whoever did it, in your time zone"),
        ),
        worded(
            "who",
            translate("Log", "Who"),
            120,
            attrgetter("who"),
            tip=translate("Log", "The account that did it; of a plan nobody notes it"),
        ),
        worded("happened", translate("Log", "What"), 96, lambda row: SAID[row.happened], mark=_mark),
        worded("label", translate("Log", "Change"), 420, attrgetter("label"), whole=True),
        worded("why", translate("Log", "Why"), 240, attrgetter("why"), tip=translate("Log", "What was said of it"), whole=True),
    )


def people(shown: Iterable[LogRow]) -> list[str]:
    """Everybody who did something, by name."""
    return sorted({row.who for row in shown if row.who}, key=str.casefold)


def kept_by(happened: Happened | None, who: str) -> dict[str, ColumnFilter]:
    """What the choices above the table keep, by columns; None and an empty name keep everything."""
    chosen = {"happened": SAID[happened] if happened else "", "who": who}
    return {key: ColumnFilter(values=frozenset({value})) for key, value in chosen.items() if value}


def restore_label(row: LogRow, formats: Formats) -> str:
    """What the step is called that goes back to this row."""
    if row.brings_plan:
        return translate("Log", "Restore to {when}, plan kept").format(when=row.when)
    when = _when(row.step.at, formats)
    return translate("Log", "Restore to {when}, after “{label}”").format(when=when, label=row.step.label)


def plan_in_words(plan: Plan | KeptPlan, formats: Formats) -> str:
    """A plan by its worth and its policy."""
    held = {"status": said(plan.status.value), "value": formats.number(plan.value), "bound": formats.number(plan.bound)}
    if plan.policy:
        told = translate("Log", "{status} plan of {value} points, at most {bound}, by the policy {policy}")
        return told.format(policy=plan.policy, **held)
    return translate("Log", "{status} plan of {value} points, at most {bound}").format(**held)


def headline(row: LogRow) -> str:
    """What happened, where the words of the edit alone would mislead."""
    return f"{SAID[row.happened]}: {row.label}" if row.happened in (Happened.UNDONE, Happened.REDONE) else row.label


def says(row: LogRow) -> str:
    """Who, when and why, in a line."""
    return " · ".join(filter(None, (row.who, row.when, row.why)))


def _when(at: dt.datetime, formats: Formats) -> str:
    local = at.astimezone()
    return f"{formats.date(local.date())} {local:%H:%M}"


def _of_step(step: Step, plan_id: Id | None, formats: Formats) -> LogRow:
    key, when = Id(f"step {step.number}"), _when(step.at, formats)
    return LogRow(key, step, step.at, when, step.who, HAPPENED[step.kind], step.label, step.why, plan_id)


def _of_plan(plan: KeptPlan, step: Step, plan_id: Id | None, formats: Formats, scenarios: Mapping[Id, Scenario]) -> LogRow:
    label = plan_in_words(plan, formats)
    if plan.scenario:
        scenario = scenarios.get(Id(plan.scenario))
        told = translate("Log", "In the scenario {name}: {plan}") if scenario else translate("Log", "In a scenario that is gone: {plan}")
        label = told.format(name=scenario.name if scenario else "", plan=label)
    if plan.kept_at - plan.solved_at > SOON:
        label = translate("Log", "{plan}, brought back from {when}").format(plan=label, when=_when(plan.solved_at, formats))
    return LogRow(_row_id(plan.id), step, plan.kept_at, _when(plan.kept_at, formats), "", Happened.PLANNED, label, "", plan_id)


def _row_id(plan_id: Id | None) -> Id:
    return Id(f"plan {plan_id}")


def _mark(row: LogRow) -> str:
    return {Happened.UNDONE: "warning", Happened.PLANNED: "accent"}.get(row.happened, "")
