"""Plans as values: named again after a solve, and tied to the input they were made for."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from types import MappingProxyType
from typing import TypeVar

import numpy as np

from data.entities import Booking, BookingKind, Demand, Entity, Id, Policy, Project, Resource, new_id
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import monday_of
from planner.hours.problem import Case
from planner.hours.roles import folded
from planner.hours.since import changed
from planner.hours.weights import weight
from solver.solution import Solution, Status

Fact = tuple[object, ...]
Thing = TypeVar("Thing", bound=Entity)

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


def named(case: Case, portfolio: Portfolio, solution: Solution, policy: Policy | None = None, status_date: dt.date | None = None) -> Plan:
    """The solution of a case by a policy, as of a status date, with names for indices; its status is one that comes with a plan.

    Optimal is a plan whose value is proved, whatever a policy makes of its objective.
    """
    status = STATUSES[solution.status]
    return Plan(
        id=new_id(),
        fingerprint=fingerprint(portfolio, policy),
        solved_at=dt.datetime.now(dt.UTC).replace(microsecond=0),
        status=PlanStatus.FEASIBLE if status is PlanStatus.OPTIMAL and solution.gap > PROVED else status,
        value=solution.value,
        bound=solution.bound,
        objective=solution.objective,
        objective_bound=solution.proved,
        engine=solution.engine,
        seconds=solution.seconds,
        effort=solution.effort,
        seed=solution.seed,
        projects=_projects(case, solution),
        allocations=_allocations(case, solution),
        scenario=portfolio.scenario_id or "",
        policy=policy.name if policy else "",
        terms=solution.terms,
        status_date=status_date,
    )


def policy_of(plan: Plan, portfolio: Portfolio) -> Policy | None:
    """The policy that the plan says it was made by, as the portfolio has it now; None where there is none of its name."""
    return next((policy for policy in portfolio.policies.values() if policy.name == plan.policy), None)


def scenario_name(plan: Plan, portfolio: Portfolio) -> str:
    """What the scenario is called that the plan was made in; empty for the plan of record."""
    scenario = portfolio.scenarios.get(Id(plan.scenario))
    return scenario.name if scenario else ""


def is_current(plan: Plan, portfolio: Portfolio) -> bool:
    """Whether the plan was made for this content, by a policy that still says the same."""
    policy = policy_of(plan, portfolio)
    return (policy is not None or not plan.policy) and plan.fingerprint == fingerprint(portfolio, policy)


def fingerprint(portfolio: Portfolio, policy: Policy | None = None) -> str:
    """Sha256 of everything that decides a plan, by names: ids, order, teams and remarks leave no trace.

    Nor do money and soft bookings, unless the policy has a price for them, or policies that the plan was not made by.
    """
    facts = sorted(json.dumps(fact, default=str) for fact in (*_facts(portfolio), *_of_policy(portfolio, policy)))
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def is_same_input(before: Portfolio, now: Portfolio) -> bool:
    """Whether no edit between the two changed what decides a plan by no policy; only what was touched is looked at.

    Whoever swaps two names and nothing else is told that it did.
    """
    keys = {entity.id for kind in Kind for entity in changed(before.of(kind), now.of(kind))}
    ours, theirs = (sorted(json.dumps(fact, default=str) for fact in _facts(each, keys)) for each in (before, now))
    return ours == theirs


def _projects(case: Case, solution: Solution) -> tuple[ProjectPlan, ...]:
    return tuple(
        ProjectPlan(key, bool(chosen), int(delay))
        for key, chosen, delay in zip(case.project_ids, solution.selected, solution.delay, strict=True)
    )


def _allocations(case: Case, solution: Solution) -> tuple[Allocation, ...]:
    order = np.lexsort((solution.week, solution.resource, solution.demand)).tolist()
    demand, resource, week, hours = (part.tolist() for part in (solution.demand, solution.resource, solution.week, solution.hours))
    return tuple(Allocation(case.demand_ids[demand[n]], case.resource_ids[resource[n]], case.weeks[week[n]], hours[n]) for n in order)


def _facts(portfolio: Portfolio, keys: AbstractSet[Id] | None = None) -> Iterator[Fact]:
    """What decides a plan: all of it, or with the settings only what is said of the entities with these keys."""

    def of(things: Mapping[Id, Thing]) -> Iterable[Thing]:
        return things.values() if keys is None else [things[key] for key in keys if key in things]

    calendars: dict[Id | None, str | None] = {None: None} | {key: calendar.name for key, calendar in portfolio.calendars.items()}
    default = portfolio.settings.default_calendar_id
    s = portfolio.settings
    yield ("settings", monday_of(s.start), s.weeks, s.standard_week, s.minimum_block, s.minimum_coverage)
    yield ("costs", s.assignment_cost, s.overtime_cost, s.delay_cost, calendars[default])
    yield from (("calendar", c.name, sorted(set(c.working_days))) for c in of(portfolio.calendars))
    yield from {("holiday", calendars[h.calendar_id], h.day) for h in of(portfolio.holidays)}
    yield from (_resource(r, calendars[r.calendar_id or default]) for r in of(portfolio.resources))
    resources: dict[Id | None, str | None] = {None: None} | {key: resource.name for key, resource in portfolio.resources.items()}
    yield from (("absence", resources[a.resource_id], a.first, a.last, a.percent) for a in of(portfolio.absences))
    projects = {key: project.name for key, project in portfolio.projects.items()}
    yield from (_project(p) for p in of(portfolio.projects))
    yield from (_demand(d, projects[d.project_id], resources[d.resource_id]) for d in of(portfolio.demands))
    demands = {key: demand.name for key, demand in portfolio.demands.items()}
    yield from (("demand week", demands[w.demand_id], w.week, w.hours) for w in of(portfolio.demand_weeks))
    hard = (b for b in of(portfolio.bookings) if b.kind is BookingKind.HARD)
    yield from (_booking(b, demands[b.demand_id], resources[b.resource_id]) for b in hard)
    for d in of(portfolio.dependencies):
        yield ("dependency", projects[d.predecessor_id], projects[d.successor_id], d.kind, d.lag_weeks)


def _of_policy(portfolio: Portfolio, policy: Policy | None) -> Iterator[Fact]:
    """What a policy adds to what decides a plan; one that says nothing adds nothing."""
    prices = {each.name: getattr(policy, each.name) for each in fields(Policy) if each.name not in ("id", "name")} if policy else {}
    if not any(prices.values()):
        return
    yield ("policy", sorted(prices.items()))
    if prices["cost"]:
        yield from (("rate", r.name, r.cost_per_hour) for r in portfolio.resources.values() if r.cost_per_hour)
    if prices["moved"]:
        soft = (b for b in portfolio.bookings.values() if b.kind is BookingKind.SOFT)
        names = portfolio.demands, portfolio.resources
        yield from (("soft booking", names[0][b.demand_id].name, names[1][b.resource_id].name, b.week, b.hours) for b in soft)


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
