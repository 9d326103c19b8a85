"""What a scenario would do, for whoever decides on it: to value, coverage, cost and dates, and to every other project.

Its plan is set against that of the plan of record, and what comes of it is kept as a study, so that the decision can be read
with the figures it was made on. A study is of its day: `stale` tells what has changed since.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from data.edits import Change, Edit
from data.entities import Id, Scenario, ScenarioStatus, Study, StudyKind, made_at, new_id
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from planner.comparing import Comparison, Side, compared
from planner.comparing.choosing import OfRecord
from planner.comparing.measures import Measure, MeasureRow
from planner.comparing.rows import ProjectRow, ProjectSide
from planner.plans import fingerprint
from planner.scenarios.parts import Parts

DAYS, NEEDED = ("first", "last"), ("priority", "delay", "asked", "met", "points")
"""Fields of a project's side that are dates, and those that are never blank."""


class Since(StrEnum):
    """What has changed since effects were worked out."""

    RECORD = "the plan of record has changed"
    SCENARIO = "the scenario has changed"
    PLANS = "there are newer plans"


@dataclass(frozen=True, slots=True)
class ProjectEffect:
    """A project that is not as before; None for a side that does not hold it.

    `own` is whether the scenario itself changes it, `changed` the hours that move, come or go.
    """

    id: Id
    name: str
    own: bool
    before: ProjectSide | None
    after: ProjectSide | None
    changed: float


@dataclass(frozen=True, slots=True)
class Input:
    """What effects were worked out of: the plan of record and what the scenario made of it, by fingerprint, and their plans."""

    record: str
    scenario: str
    record_plan: Id
    plan: Id


@dataclass(frozen=True, slots=True)
class Effects:
    """Figures of the plan of record and of the scenario, and the projects that differ, the worst hurt first.

    `current` tells of each of the two plans whether it was made for its portfolio as it stood then, `moved` the hours of the
    plan of record that have no place of theirs any more.
    """

    made_at: dt.datetime | None
    of: Input
    figures: tuple[MeasureRow, ...]
    projects: tuple[ProjectEffect, ...]
    current: tuple[bool, bool]

    @property
    def others(self) -> tuple[ProjectEffect, ...]:
        """The projects that the scenario itself leaves alone."""
        return tuple(each for each in self.projects if not each.own)


def worked_out(record: Portfolio, scenario_id: Id, before: Plan, after: Plan) -> Study:
    """The study of a scenario by its plan `after` and the plan of record `before`; takes its time, in any thread."""
    parts = Parts.of(record, scenario_id)
    scenario = record.scenarios[scenario_id]
    found = compared((Side(OfRecord.IN_FORCE.value, record, before), Side(scenario.name, parts.wanted, after)))
    own = {key for kind, key in parts.keys if kind is Kind.PROJECT}
    question = {"record": fingerprint(record), "scenario": fingerprint(parts.wanted), "record_plan": before.id, "plan": after.id}
    answer = {
        "figures": [[row.measure.value, row.priority, *row.figures] for row in found.measures],
        "projects": [_project(row, found, own) for row in sorted(found.projects, key=_hurt)],
        "current": [side.is_current for side in found.sides],
    }
    return Study(
        new_id(),
        f"Effects of {scenario.name}",
        StudyKind.EFFECTS,
        json.dumps(question),
        json.dumps(answer),
        fingerprint=question["scenario"],
        scenario_id=scenario_id,
    )


def effects(study: Study) -> Effects | None:
    """What a study of this kind found; None where it says what this version does not understand."""
    try:
        question, answer = json.loads(study.question), json.loads(study.answer)
        return Effects(
            made_at(study.id),
            Input(*(str(question[field.name]) for field in dataclasses.fields(Input))),  # type: ignore[arg-type]  # ids are text
            tuple(
                MeasureRow(Measure(name), (_figure(first), _figure(other)), priority) for name, priority, first, other in answer["figures"]
            ),
            tuple(map(_read_project, answer["projects"])),
            cast("tuple[bool, bool]", tuple(map(bool, answer["current"]))),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def study_of(portfolio: Portfolio, scenario_id: Id) -> Study | None:
    """The effects that were worked out of a scenario last; None where none were."""
    mine = [each for each in portfolio.studies.values() if each.kind is StudyKind.EFFECTS and each.scenario_id == scenario_id]
    return max(mine, key=lambda each: each.id, default=None)


def stale(found: Effects, record: Portfolio, wanted: Portfolio, plans: tuple[Id | None, Id | None]) -> tuple[Since, ...]:
    """What has changed since: `wanted` is what the scenario makes of the plan of record now, `plans` those of both that there are."""
    told = (
        (Since.RECORD, found.of.record != fingerprint(record)),
        (Since.SCENARIO, found.of.scenario != fingerprint(wanted)),
        (Since.PLANS, (found.of.record_plan, found.of.plan) != plans),
    )
    since = tuple(each for each, is_so in told if is_so)
    return tuple(each for each in since if each is not Since.SCENARIO) if Since.RECORD in since else since  # which it is a change of


def attached(portfolio: Portfolio, study: Study, status: ScenarioStatus | None = None) -> Edit:
    """The edit that keeps a study in the place of the one before, with a `status` also proposes the scenario or the like."""
    scenario_id = study.scenario_id or Id("")
    scenario = portfolio.scenarios[scenario_id]
    old = [each for each in portfolio.studies.values() if each.kind is StudyKind.EFFECTS and each.scenario_id == scenario_id]
    own = _with_status(scenario, status) if status is not None else ()
    label = f"Propose scenario {scenario.name}" if own else f"Work out effects of {scenario.name}"
    return Edit(label, (*own, *(Change(Kind.STUDY, each.id, each, None) for each in old), Change(Kind.STUDY, study.id, None, study)))


def decided(portfolio: Portfolio, scenario_id: Id, status: ScenarioStatus, reason: str) -> Edit:
    """The edit that approves or rejects a scenario, or sends it back to draft; the reason stands in the log."""
    scenario = portfolio.scenarios[scenario_id]
    verb = {ScenarioStatus.APPROVED: "Approve", ScenarioStatus.REJECTED: "Reject", ScenarioStatus.PROPOSED: "Propose"}
    return Edit(f"{verb.get(status, 'Take back')} scenario {scenario.name}", _with_status(scenario, status), reason.strip())


def _with_status(scenario: Scenario, status: ScenarioStatus) -> tuple[Change, ...]:
    after = dataclasses.replace(scenario, status=status)
    return (Change(Kind.SCENARIO, scenario.id, scenario, after),) if after != scenario else ()


def _hurt(row: ProjectRow) -> tuple[float, float]:
    """Those that lose most hours met come first, then those that gain or move most."""
    met = [0.0 if side is None else side.met for side in row.sides]
    more = met[1] - met[0]
    return min(more, 0.0), -max(more, row.changed[1])


def _project(row: ProjectRow, found: Comparison, own: Iterable[Id]) -> dict[str, object]:
    before, after = (None if side is None else _written(side) for side in row.sides)
    name = found.names.projects[row.key]
    return {"id": row.key, "name": name, "own": row.key in own, "before": before, "after": after, "changed": row.changed[1]}


def _written(side: ProjectSide) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in dataclasses.asdict(side).items()}


def _read_project(given: Mapping[str, Any]) -> ProjectEffect:  # Any: what JSON holds
    before, after = (None if given[side] is None else _read_side(given[side]) for side in ("before", "after"))
    return ProjectEffect(Id(str(given["id"])), str(given["name"]), bool(given["own"]), before, after, float(given["changed"]))


def _read_side(given: Mapping[str, Any]) -> ProjectSide:  # Any: as above
    read = {name: _day(value) if name in DAYS else value if name == "takes_part" else _figure(value) for name, value in given.items()}
    if any(read[name] is None for name in NEEDED):
        raise ValueError(given)
    return ProjectSide(**cast("dict[str, Any]", read))  # each of its field's type by now


def _day(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _figure(value: object) -> float | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise ValueError(value)


def moved_hours(found: Effects) -> float:
    """Hours of the plan of record that move or go."""
    row = next((row for row in found.figures if row.measure is Measure.MOVED), None)
    return (row.figures[1] if row else None) or 0.0
