"""Plans as values: named again after a solve, and tied to the input they were made for."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from types import MappingProxyType

import numpy as np

from data.entities import Booking, BookingKind, Demand, Id, Project, Resource, new_id
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Portfolio
from planner.hours.calendars import monday_of
from planner.hours.problem import Case
from planner.hours.roles import folded
from planner.hours.weights import weight
from solver.solution import Solution, Status

Fact = tuple[object, ...]

PROVED = 1e-4
"""Greatest gap of a plan that is called optimal: the tolerance to which engines prove."""

STATUSES = MappingProxyType(
    {
        Status.OPTIMAL: PlanStatus.OPTIMAL,
        Status.FEASIBLE: PlanStatus.FEASIBLE,
        Status.STOPPED: PlanStatus.STOPPED,
        Status.INFEASIBLE: PlanStatus.INFEASIBLE,
    }
)


def named(case: Case, portfolio: Portfolio, solution: Solution) -> Plan:
    """The solution with names for indices; its status is one that comes with a plan.

    What the solve did not try could still add to a plan's value, so it raises the proved bound.
    """
    bound = case.bound(solution.bound)
    status = STATUSES[solution.status]
    gap = (bound - solution.value) / max(1.0, abs(bound))
    return Plan(
        id=new_id(),
        fingerprint=fingerprint(portfolio),
        solved_at=dt.datetime.now(dt.UTC).replace(microsecond=0),
        status=PlanStatus.FEASIBLE if status is PlanStatus.OPTIMAL and gap > PROVED else status,
        value=solution.value,
        bound=bound,
        objective=solution.value,
        objective_bound=bound,
        engine=solution.engine,
        seconds=solution.seconds,
        effort=solution.effort,
        seed=solution.seed,
        projects=_projects(case, solution),
        allocations=_allocations(case, solution),
    )


def is_current(plan: Plan, portfolio: Portfolio) -> bool:
    """Whether the plan was made for this content."""
    return plan.fingerprint == fingerprint(portfolio)


def fingerprint(portfolio: Portfolio) -> str:
    """Sha256 of everything that decides a plan, by names: ids, order, teams, money and remarks leave no trace."""
    facts = sorted(json.dumps(fact, default=str) for fact in _facts(portfolio))
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def _projects(case: Case, solution: Solution) -> tuple[ProjectPlan, ...]:
    solved = [
        ProjectPlan(key, bool(chosen), int(delay))
        for key, chosen, delay in zip(case.project_ids, solution.selected, solution.delay, strict=True)
    ]
    return (*solved, *(ProjectPlan(project.project_id, selected=False) for project in case.left_out))


def _allocations(case: Case, solution: Solution) -> tuple[Allocation, ...]:
    order = np.lexsort((solution.week, solution.resource, solution.demand)).tolist()
    demand, resource, week, hours = (part.tolist() for part in (solution.demand, solution.resource, solution.week, solution.hours))
    return tuple(Allocation(case.demand_ids[demand[n]], case.resource_ids[resource[n]], case.weeks[week[n]], hours[n]) for n in order)


def _facts(portfolio: Portfolio) -> Iterator[Fact]:
    calendars: dict[Id | None, str | None] = {None: None} | {key: calendar.name for key, calendar in portfolio.calendars.items()}
    default = portfolio.settings.default_calendar_id
    s = portfolio.settings
    yield ("settings", monday_of(s.start), s.weeks, s.standard_week, s.minimum_block, s.minimum_coverage)
    yield ("costs", s.assignment_cost, s.overtime_cost, s.delay_cost, calendars[default])
    yield from (("calendar", c.name, sorted(set(c.working_days))) for c in portfolio.calendars.values())
    yield from {("holiday", calendars[h.calendar_id], h.day) for h in portfolio.holidays.values()}
    yield from (_resource(r, calendars[r.calendar_id or default]) for r in portfolio.resources.values())
    resources: dict[Id | None, str | None] = {None: None} | {key: resource.name for key, resource in portfolio.resources.items()}
    yield from (("absence", resources[a.resource_id], a.first, a.last, a.percent) for a in portfolio.absences.values())
    projects = {key: project.name for key, project in portfolio.projects.items()}
    yield from (_project(p) for p in portfolio.projects.values())
    yield from (_demand(d, projects[d.project_id], resources[d.resource_id]) for d in portfolio.demands.values())
    demands = {key: demand.name for key, demand in portfolio.demands.items()}
    yield from (("demand week", demands[w.demand_id], w.week, w.hours) for w in portfolio.demand_weeks.values())
    hard = (b for b in portfolio.bookings.values() if b.kind is BookingKind.HARD)
    yield from (_booking(b, demands[b.demand_id], resources[b.resource_id]) for b in hard)
    for d in portfolio.dependencies.values():
        yield ("dependency", projects[d.predecessor_id], projects[d.successor_id], d.kind, d.lag_weeks)


def _resource(resource: Resource, calendar: str | None) -> Fact:
    roles = sorted((folded(role), level) for role, level in ((resource.role, resource.level), *resource.other_roles))
    time = (resource.hours_per_week, calendar, resource.available_from, resource.available_to, resource.project_share)
    return ("resource", resource.name, resource.kind, roles, time, resource.max_projects, resource.overtime)


def _project(project: Project) -> Fact:
    dates = (project.start, project.finish, project.max_delay)
    return ("project", project.name, weight(project), project.status, project.must_do, dates)


def _demand(demand: Demand, project: str, resource: str | None) -> Fact:
    effort = (demand.start, demand.finish, demand.hours_per_week, demand.total_hours, demand.fte, demand.profile)
    return ("demand", demand.name, project, folded(demand.role), demand.min_level, effort, demand.max_people, resource)


def _booking(booking: Booking, demand: str, resource: str | None) -> Fact:
    return ("hard booking", demand, resource, booking.week, booking.hours)


def selected(plan: Plan) -> dict[Id, ProjectPlan]:
    """What the plan says of each project it names."""
    return {project.project_id: project for project in plan.projects}
