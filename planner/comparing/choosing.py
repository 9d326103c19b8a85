"""What can be compared in an open file: the plan of record, the plan made last or the one before, every scenario and every baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.entities import Baseline, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing.sides import Side
from planner.scenarios.resolving import resolve
from planner.workspace import Workspace


class OfRecord(StrEnum):
    """Plans of the plan of record by what they are called: the one in force, a newer one, the one before."""

    IN_FORCE = "Plan of record"
    LAST = "Last plan"
    BEFORE = "Plan before"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be compared once it has a plan; `key` stays while names change."""

    key: str
    name: str
    scenario_id: Id | None = None
    baseline: Baseline | None = None

    @property
    def has_own_name(self) -> bool:
        """Whether somebody gave it its name."""
        return self.scenario_id is not None or self.baseline is not None

    def has_plan(self, workspace: Workspace) -> bool:
        """Whether there is a plan; that of a baseline is not read for this."""
        return self.baseline is not None or self.plan(workspace) is not None

    def is_read(self, workspace: Workspace) -> bool:
        """Whether `plan` answers at once; only plans of baselines are read when they are asked for."""
        return self.baseline is None or workspace.has_read_frozen(self.baseline)

    def plan(self, workspace: Workspace) -> Plan | None:
        """Its plan, read now where it was not; None where none was made yet."""
        if self.baseline is not None:
            return workspace.frozen_plan(self.baseline)
        if self.scenario_id is not None:
            return workspace.plan_in(self.scenario_id)
        match OfRecord(self.key):
            case OfRecord.IN_FORCE:
                return workspace.record_plan_before if _has_newer(workspace) else workspace.plan_in(None)
            case OfRecord.LAST:
                return workspace.plan_in(None)
            case OfRecord.BEFORE:
                return workspace.record_plan_before

    def side(self, record: Portfolio, plan: Plan) -> Side:
        """The plan on the plan of record as it is today, or on what its scenario makes of it; in any thread."""
        scenario_id = self.scenario_id or (Id(plan.scenario) if self.baseline and plan.scenario in record.scenarios else None)
        return Side(self.name, record if scenario_id is None else resolve(record, scenario_id).portfolio, plan)


def choices(workspace: Workspace) -> tuple[Choice, ...]:
    """Those of the plan of record first, then scenarios and baselines in the order in which they were made."""
    scenarios = (Choice(key, scenario.name, key) for key, scenario in workspace.record.scenarios.items())
    baselines = (Choice(key, baseline.name, baseline=baseline) for key, baseline in workspace.record.baselines.items())
    return (*(Choice(each.value, each.value) for each in _of_record(workspace)), *scenarios, *baselines)


def measured(workspace: Workspace) -> tuple[str, ...]:
    """The keys of what the last plan is measured against and of that plan; empty where there is no plan before."""
    scenario = workspace.scenario
    if workspace.measure is not None:
        last = OfRecord.LAST if _has_newer(workspace) else OfRecord.IN_FORCE
        return workspace.measure.id, scenario.id if scenario is not None else last
    if scenario is not None:
        return (OfRecord.IN_FORCE, scenario.id) if workspace.plan_in(None) is not None else ()
    if _has_newer(workspace):
        return OfRecord.IN_FORCE, OfRecord.LAST
    return (OfRecord.BEFORE, OfRecord.IN_FORCE) if workspace.record_plan_before is not None else ()


def _of_record(workspace: Workspace) -> Iterator[OfRecord]:
    yield OfRecord.IN_FORCE
    if _has_newer(workspace):
        yield OfRecord.LAST
    elif workspace.record_plan_before is not None:
        yield OfRecord.BEFORE


def _has_newer(workspace: Workspace) -> bool:
    """Whether a plan was made since the one in force."""
    latest, in_force = workspace.plan_in(None), workspace.record.settings.plan_of_record_id
    return latest is not None and in_force not in (None, latest.id)
