"""The portfolio: an immutable value that holds every entity by kind and id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from data.entities import (
    SETTINGS_ID,
    Absence,
    Baseline,
    Booking,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    Entity,
    Estimate,
    Holiday,
    Id,
    Policy,
    Project,
    Resource,
    Scenario,
    ScenarioChange,
    Settings,
    Study,
)

EMPTY: Mapping[Id, Entity] = MappingProxyType({})


class Kind(StrEnum):
    """Every kind of entity, in the order in which a file can be built up: what is referred to comes first."""

    SETTINGS = "settings"
    CALENDAR = "calendars"
    HOLIDAY = "holidays"
    RESOURCE = "resources"
    ABSENCE = "absences"
    PROJECT = "projects"
    DEMAND = "demands"
    DEMAND_WEEK = "demand_weeks"
    BOOKING = "bookings"
    DEPENDENCY = "dependencies"
    POLICY = "policies"
    ESTIMATE = "estimates"
    SCENARIO = "scenarios"
    SCENARIO_CHANGE = "scenario_changes"
    BASELINE = "baselines"
    STUDY = "studies"


TYPES: Mapping[Kind, type[Entity]] = MappingProxyType(
    {
        Kind.SETTINGS: Settings,
        Kind.CALENDAR: Calendar,
        Kind.HOLIDAY: Holiday,
        Kind.RESOURCE: Resource,
        Kind.ABSENCE: Absence,
        Kind.PROJECT: Project,
        Kind.DEMAND: Demand,
        Kind.DEMAND_WEEK: DemandWeek,
        Kind.BOOKING: Booking,
        Kind.DEPENDENCY: Dependency,
        Kind.POLICY: Policy,
        Kind.ESTIMATE: Estimate,
        Kind.SCENARIO: Scenario,
        Kind.SCENARIO_CHANGE: ScenarioChange,
        Kind.BASELINE: Baseline,
        Kind.STUDY: Study,
    }
)
WHAT_IF_KINDS = frozenset({Kind.SCENARIO, Kind.SCENARIO_CHANGE, Kind.BASELINE, Kind.STUDY})
"""What is tried, compared with and found out: it stands beside the plan of record, so that no scenario changes it and no sheet tells of it."""
KIND_OF: Mapping[type[Entity], Kind] = MappingProxyType({entity: kind for kind, entity in TYPES.items()})


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Entities of each kind by id, in order of creation. Two portfolios are equal when their entities are.

    `scenario_id` says whose changes on the plan of record it holds; None is the plan of record itself.
    """

    entities: Mapping[Kind, Mapping[Id, Entity]] = field(default_factory=lambda: MappingProxyType({}))
    scenario_id: Id | None = field(default=None, compare=False)

    @classmethod
    def starting(cls, start: dt.date, weeks: int = 52, name: str = "Portfolio") -> Portfolio:
        """A portfolio with settings and nothing else."""
        return cls().holding(Settings(start=start, weeks=weeks, name=name))

    def of(self, kind: Kind) -> Mapping[Id, Entity]:
        """Every entity of a kind, by id."""
        return self.entities.get(kind, EMPTY)

    @property
    def settings(self) -> Settings:
        return cast(Settings, self.of(Kind.SETTINGS)[SETTINGS_ID])

    @property
    def calendars(self) -> Mapping[Id, Calendar]:
        return cast(Mapping[Id, Calendar], self.of(Kind.CALENDAR))

    @property
    def holidays(self) -> Mapping[Id, Holiday]:
        return cast(Mapping[Id, Holiday], self.of(Kind.HOLIDAY))

    @property
    def resources(self) -> Mapping[Id, Resource]:
        return cast(Mapping[Id, Resource], self.of(Kind.RESOURCE))

    @property
    def absences(self) -> Mapping[Id, Absence]:
        return cast(Mapping[Id, Absence], self.of(Kind.ABSENCE))

    @property
    def projects(self) -> Mapping[Id, Project]:
        return cast(Mapping[Id, Project], self.of(Kind.PROJECT))

    @property
    def demands(self) -> Mapping[Id, Demand]:
        return cast(Mapping[Id, Demand], self.of(Kind.DEMAND))

    @property
    def demand_weeks(self) -> Mapping[Id, DemandWeek]:
        return cast(Mapping[Id, DemandWeek], self.of(Kind.DEMAND_WEEK))

    @property
    def bookings(self) -> Mapping[Id, Booking]:
        return cast(Mapping[Id, Booking], self.of(Kind.BOOKING))

    @property
    def dependencies(self) -> Mapping[Id, Dependency]:
        return cast(Mapping[Id, Dependency], self.of(Kind.DEPENDENCY))

    @property
    def policies(self) -> Mapping[Id, Policy]:
        return cast(Mapping[Id, Policy], self.of(Kind.POLICY))

    @property
    def estimates(self) -> Mapping[Id, Estimate]:
        return cast(Mapping[Id, Estimate], self.of(Kind.ESTIMATE))

    @property
    def scenarios(self) -> Mapping[Id, Scenario]:
        return cast(Mapping[Id, Scenario], self.of(Kind.SCENARIO))

    @property
    def scenario_changes(self) -> Mapping[Id, ScenarioChange]:
        return cast(Mapping[Id, ScenarioChange], self.of(Kind.SCENARIO_CHANGE))

    @property
    def baselines(self) -> Mapping[Id, Baseline]:
        return cast(Mapping[Id, Baseline], self.of(Kind.BASELINE))

    @property
    def studies(self) -> Mapping[Id, Study]:
        return cast(Mapping[Id, Study], self.of(Kind.STUDY))

    def everything(self) -> Iterator[Entity]:
        """Every entity, kinds in the order of `Kind`."""
        for kind in Kind:
            yield from self.of(kind).values()

    def holding(self, *entities: Entity) -> Portfolio:
        """The portfolio with the entities put in, or put in place of those with the same id."""
        changes = [(KIND_OF[type(entity)], entity.id, entity) for entity in entities]
        return self.replacing(changes)

    def replacing(self, changes: Sequence[tuple[Kind, Id, Entity | None]]) -> Portfolio:
        """The portfolio with each (kind, id) set to the entity, or taken out where it is None; checks nothing."""
        tables = dict(self.entities)
        by_kind: dict[Kind, dict[Id, Entity]] = {}
        mixed: set[Kind] = set()
        for kind, key, entity in changes:
            if kind not in by_kind:
                by_kind[kind] = _copied(tables.get(kind, EMPTY))
            table = by_kind[kind]
            if entity is None:
                table.pop(key, None)
                continue
            if key not in table and table and key < next(reversed(table)):
                mixed.add(kind)
            table[key] = entity
        for kind, table in by_kind.items():
            tables.pop(kind, None)
            if table:  # a kind emptied is a kind never there: equality sees entities alone
                tables[kind] = MappingProxyType(_in_order(table) if kind in mixed else table)
        return replace(self, entities=MappingProxyType(tables))


def _copied(table: Mapping[Id, Entity]) -> dict[Id, Entity]:
    """A proxy copies itself ten times faster than it lets itself be copied."""
    return table.copy() if isinstance(table, MappingProxyType) else dict(table)


def _in_order(table: dict[Id, Entity]) -> dict[Id, Entity]:
    """The table sorted by id: a deletion undone takes its old place."""
    return {key: table[key] for key in sorted(table)}
