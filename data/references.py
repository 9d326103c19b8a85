"""Which field of which kind refers to what: one list for the checks, the tables and removal with all that refers."""

from __future__ import annotations

from dataclasses import dataclass

from data.portfolio import Kind


@dataclass(frozen=True, slots=True)
class Reference:
    """`field` of a `kind` holds the id of a `target`. An optional one may be None, and outlives what it refers to unless it `goes_along`."""

    kind: Kind
    field: str
    target: Kind
    optional: bool = False
    goes_along: bool = False

    @property
    def outlives(self) -> bool:
        """Whether what refers stays, with nothing in the field, when its target is removed."""
        return self.optional and not self.goes_along


REFERENCES = (
    Reference(Kind.SETTINGS, "default_calendar_id", Kind.CALENDAR, optional=True),
    Reference(Kind.HOLIDAY, "calendar_id", Kind.CALENDAR),
    Reference(Kind.RESOURCE, "calendar_id", Kind.CALENDAR, optional=True),
    Reference(Kind.ABSENCE, "resource_id", Kind.RESOURCE),
    Reference(Kind.DEMAND, "project_id", Kind.PROJECT),
    Reference(Kind.DEMAND, "resource_id", Kind.RESOURCE, optional=True),
    Reference(Kind.DEMAND_WEEK, "demand_id", Kind.DEMAND),
    Reference(Kind.BOOKING, "demand_id", Kind.DEMAND),
    Reference(Kind.BOOKING, "resource_id", Kind.RESOURCE),
    Reference(Kind.DEPENDENCY, "predecessor_id", Kind.PROJECT),
    Reference(Kind.DEPENDENCY, "successor_id", Kind.PROJECT),
    Reference(Kind.ESTIMATE, "project_id", Kind.PROJECT),
    Reference(Kind.SCENARIO, "based_on_id", Kind.SCENARIO, optional=True),
    Reference(Kind.SCENARIO_CHANGE, "scenario_id", Kind.SCENARIO),
    Reference(Kind.STUDY, "scenario_id", Kind.SCENARIO, optional=True, goes_along=True),
)
"""In the order of `Kind`. The plan of record is not among them: plans are kept beside the portfolio, not in it.
Nor is the plan of a baseline.
What a scenario says of a thing refers to nothing but its scenario: the thing may be gone from the plan of record, and that
is told where the scenario is replayed."""
