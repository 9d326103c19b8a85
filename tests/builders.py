"""Small builders with defaults: a test says only what it is about.

The id of a thing is its name, so that tests refer to things by name: `demand("Build", "Apollo")` is a demand of the
project "Apollo". Week 1 starts on Monday, 4 January 2027.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.entities import (
    Absence,
    Baseline,
    Booking,
    BookingKind,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    DependencyKind,
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
    StudyKind,
    scenario_change_id,
)
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Portfolio

MONDAY = dt.date(2027, 1, 4)


def week(number: int) -> dt.date:
    """The Monday of a week; week 1 is the first."""
    return MONDAY + dt.timedelta(weeks=number - 1)


def friday(number: int) -> dt.date:
    """The Friday of a week."""
    return week(number) + dt.timedelta(days=4)


def portfolio(*entities: Entity, start: dt.date = MONDAY, weeks: int = 8, **settings: Any) -> Portfolio:
    """A portfolio of these entities; the rest are fields of its settings."""
    return Portfolio().holding(Settings(start=start, weeks=weeks, **settings), *entities)


def calendar(name: str, working_days: tuple[int, ...] = (0, 1, 2, 3, 4), **fields: Any) -> Calendar:
    return Calendar(Id(name), name, working_days, **fields)


def holiday(calendar: str, day: dt.date, name: str = "") -> Holiday:
    return Holiday(Id(f"{calendar} {day}"), Id(calendar), day, name)


def resource(name: str, role: str = "Backend", level: int = 3, **fields: Any) -> Resource:
    return Resource(Id(name), name, role, level, **_with_ids(fields))


def absence(resource: str, first: dt.date, last: dt.date, percent: float = 100.0, **fields: Any) -> Absence:
    return Absence(Id(f"{resource} {first}"), Id(resource), first, last, percent, **fields)


def project(name: str, priority: int = 3, **fields: Any) -> Project:
    return Project(Id(name), name, priority, **fields)


def demand(name: str, project: str, role: str = "Backend", first: int = 1, last: int = 4, **fields: Any) -> Demand:
    """A demand from the Monday of week `first` to the Friday of week `last`, of 20 hours a week unless an amount is given.

    `start` and `finish` may be given as dates instead, `resource_id` as a name; `hours_per_week=None` gives no amount.
    """
    if not fields.keys() & {"hours_per_week", "total_hours", "fte"}:
        fields["hours_per_week"] = 20.0
    dates = {"start": week(first), "finish": friday(last)}
    return Demand(Id(name), name, Id(project), role, **(dates | _with_ids(fields)))


def demand_week(demand: str, number: int, hours: float, **fields: Any) -> DemandWeek:
    fields.setdefault("id", Id(f"{demand} {number}"))
    return DemandWeek(demand_id=Id(demand), week=week(number), hours=hours, **fields)


def booking(demand: str, resource: str, number: int, hours: float, kind: BookingKind = BookingKind.SOFT, **fields: Any) -> Booking:
    fields.setdefault("id", Id(f"{demand} {resource} {number}"))
    return Booking(demand_id=Id(demand), resource_id=Id(resource), week=week(number), hours=hours, kind=kind, **fields)


def firm(demand: str, resource: str, number: int, hours: float) -> Booking:
    """A hard booking."""
    return booking(demand, resource, number, hours, BookingKind.HARD)


def dependency(predecessor: str, successor: str, kind: DependencyKind = DependencyKind.FS, lag_weeks: int = 0) -> Dependency:
    return Dependency(Id(f"{predecessor} {successor}"), Id(predecessor), Id(successor), kind, lag_weeks)


def policy(name: str = "House", **prices: Any) -> Policy:
    return Policy(Id(name), name, **prices)


def estimate(project: str, low: float = 80.0, likely: float = 100.0, high: float = 150.0, **fields: Any) -> Estimate:
    return Estimate(Id(f"Estimate of {project}"), Id(project), low, likely, high, **fields)


def baseline(name: str = "As agreed", plan_id: str = "plan") -> Baseline:
    return Baseline(Id(name), name, Id(plan_id))


def study(name: str = "How many testers", kind: StudyKind = StudyKind.SWEEP, **fields: Any) -> Study:
    return Study(Id(name), name, kind, **({"question": "{}", "answer": "{}"} | _with_ids(fields)))


def scenario(name: str = "What if", **fields: Any) -> Scenario:
    return Scenario(Id(name), name, **_with_ids(fields))


def scenario_change(scenario: str, before: Entity | None, after: Entity | None) -> ScenarioChange:
    there = after or before
    assert there is not None
    return ScenarioChange(scenario_change_id(Id(scenario), there), Id(scenario), before, after)


def _with_ids(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: Id(value) if name.endswith("_id") and value is not None else value for name, value in fields.items()}


def allocation(demand: str, resource: str, number: int, hours: float) -> Allocation:
    return Allocation(Id(demand), Id(resource), week(number), hours)


def plan(*allocations: Allocation, projects: tuple[ProjectPlan, ...] = (), **fields: Any) -> Plan:
    """A feasible plan of these allocations; its figures are made up unless given."""
    made_up: dict[str, Any] = {
        "id": Id("plan-1"),
        "fingerprint": "none",
        "solved_at": dt.datetime(2027, 1, 4, 9, 30, tzinfo=dt.UTC),
        "status": PlanStatus.FEASIBLE,
        "value": 100.0,
        "bound": 103.0,
        "objective": 100.0,
        "objective_bound": 103.0,
        "engine": "highs",
        "seconds": 1.5,
        "effort": 10,
        "seed": 1,
    }
    return Plan(**(made_up | fields), projects=projects, allocations=allocations)


def clashing_case() -> Portfolio:
    """Apollo has to be done before Comet, which by its dates is over before Apollo begins; none of them may be delayed."""
    return portfolio(
        resource("Ann"),
        project("Apollo", start=week(3), finish=friday(4)),
        project("Comet", start=week(1), finish=friday(2)),
        dependency("Apollo", "Comet"),
        demand("Build", "Apollo", first=3),
        demand("Port", "Comet"),
    )


def short_case(*more: Entity) -> Portfolio:
    """Ann, who may build for Apollo and port for Comet, is one too few; nobody is there to check. And whatever else is given."""
    return portfolio(
        resource("Ann"),
        project("Apollo", 1),
        project("Comet", 5),
        demand("Build", "Apollo", first=1, last=2, hours_per_week=40.0),
        demand("Port", "Comet", first=1, last=2, hours_per_week=10.0),
        demand("Check", "Comet", "Tester", first=2, last=3, hours_per_week=8.0),
        *more,
        weeks=4,
    )


def small_case() -> Portfolio:
    """Three people and a placeholder, three projects, four demands, a holiday, an absence, bookings and a dependency."""
    return portfolio(
        calendar("Office"),
        holiday("Office", dt.date(2027, 1, 6), "Epiphany"),
        resource("Ann", "Backend", 4, team="Core", other_roles=(("Tester", 2),), cost_per_hour=80.0),
        resource("Bob", "Backend", 2, team="Core", project_share=80.0, max_projects=2),
        resource("Cleo", "Tester", 3, hours_per_week=30.0, overtime=5.0),
        resource("Somebody", "Analyst"),
        absence("Ann", week(3), friday(3), reason="Skiing"),
        project("Apollo", 1, must_do=True, value=50_000.0),
        project("Borealis", 3, start=week(5), finish=friday(8)),
        project("Comet", 5, max_delay=2),
        demand("Build", "Apollo", "Backend", min_level=3, hours_per_week=40.0),
        demand("Check", "Apollo", "Tester", total_hours=60.0, max_people=1),
        demand("Port", "Borealis", "Backend", first=5, last=8, fte=0.5),
        demand("Study", "Comet", "Analyst", hours_per_week=None),
        demand_week("Study", 2, 12.5),
        demand_week("Study", 3, 20.0),
        firm("Build", "Ann", 1, 16.0),
        booking("Check", "Cleo", 2, 10.0),
        dependency("Apollo", "Borealis"),
        default_calendar_id=Id("Office"),
    )
