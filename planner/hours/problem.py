"""From a portfolio to the solver's arrays: who and what takes part, in an order that depends on names alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from data.entities import BookingKind, Id, Policy, ProjectStatus
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity
from planner.hours.demand import asked
from planner.hours.dependencies import links
from planner.hours.impossible import what_cannot_hold
from planner.hours.roles import eligible
from planner.hours.rows import Rows, rows
from planner.hours.screening import screen
from planner.hours.standing import cells, standing
from planner.hours.terms import terms
from planner.hours.ties import ties
from planner.hours.weights import weight
from planner.replanning.posing import replanned
from planner.replanning.request import Replanning
from solver.problem import NO_LIMIT, Firm, Ints, Precedence, Problem, Terms


@dataclass(frozen=True)
class Case:
    """A problem with the ids its indices stand for, sorted by name, and what was found on the way.

    An error among the findings means that no plan keeps every rule: there is nothing to solve.
    """

    problem: Problem
    weeks: tuple[dt.date, ...]
    resource_ids: tuple[Id, ...]
    project_ids: tuple[Id, ...]
    demand_ids: tuple[Id, ...]
    findings: tuple[Finding, ...]


def build(portfolio: Portfolio, *, policy: Policy | None = None, replanning: Replanning | None = None, start: Plan | None = None) -> Case:
    """The case of a portfolio that passes `data.validation.check`: projects that take part, their demands, everybody.

    A policy adds its terms, a replanning what is to stay of a plan of record. The search starts from the plan `start`, from the
    plan of record where there is a replanning, else anew; what a plan names that is no longer there is left out.
    """
    case = rows(portfolio, [key for key, project in portfolio.projects.items() if project.status.takes_part])
    plain = replace(_problem(case), terms=_terms(case, policy, replanning))
    problem = plain
    if replanning is not None:
        problem = replanned(plain, case, replanning)
    elif start is not None:
        problem = replace(plain, start=standing(case, start))
    return Case(
        problem=problem,
        weeks=case.weeks,
        resource_ids=tuple(resource.id for resource in case.resources),
        project_ids=tuple(project.id for project in case.projects),
        demand_ids=tuple(demand.id for demand in case.demands),
        findings=(*screen(case, plain), *what_cannot_hold(case, problem)),
    )


def optional_ids(portfolio: Portfolio) -> frozenset[Id]:
    """Projects that may be left out (R10): proposed, no must-do, nothing firmly booked in the horizon (R4)."""
    horizon = frozenset(weeks(portfolio.settings))
    booked = {
        portfolio.demands[booking.demand_id].project_id
        for booking in portfolio.bookings.values()
        if booking.kind is BookingKind.HARD and booking.week in horizon and booking.hours > 0
    }
    free = (p for p in portfolio.projects.values() if p.status is ProjectStatus.PROPOSED and not p.must_do)
    return frozenset(project.id for project in free if project.id not in booked)


def firm_bookings(rows: Rows) -> Firm:
    """Hard bookings inside the horizon on these demands (R4); what is booked twice in one cell adds up."""
    row_of = {resource.id: r for r, resource in enumerate(rows.resources)}
    demand_of = {demand.id: d for d, demand in enumerate(rows.demands)}
    column = {monday: t for t, monday in enumerate(rows.weeks)}
    cells: dict[tuple[int, int, int], float] = {}
    for booking in rows.portfolio.bookings.values():
        if booking.kind is BookingKind.HARD and booking.hours > 0 and booking.week in column and booking.demand_id in demand_of:
            cell = demand_of[booking.demand_id], row_of[booking.resource_id], column[booking.week]
            cells[cell] = cells.get(cell, 0.0) + booking.hours
    at = np.array(sorted(cells), np.int64).reshape(-1, 3)
    return Firm(at[:, 0], at[:, 1], at[:, 2], np.array([cells[cell] for cell in sorted(cells)], np.float64))


def _terms(rows: Rows, policy: Policy | None, replanning: Replanning | None) -> Terms:
    current = Firm() if replanning is None else cells(rows, replanning.plan)
    return Terms(current=current) if policy is None else terms(rows, policy, current)


def precedence(rows: Rows) -> Precedence:
    """Dependencies between these projects by their dates (R9); a project without dates is bound by none."""
    index = {project.id: p for p, project in enumerate(rows.projects)}
    found = [
        (index[link.dependency.predecessor_id], index[link.dependency.successor_id], link.needed)
        for link in links(rows.portfolio, index.keys())
    ]
    table = np.array(found, np.int64).reshape(-1, 3)
    return Precedence(table[:, 0], table[:, 1], table[:, 2])


def _problem(rows: Rows) -> Problem:
    """The arrays of a case without a policy."""
    settings, resources, projects, demands = rows.portfolio.settings, rows.resources, rows.projects, rows.demands
    hours = dict(zip(rows.portfolio.demands, asked(rows.portfolio), strict=True))
    optional = optional_ids(rows.portfolio)
    net = dict(zip(rows.portfolio.resources, capacity(rows.portfolio), strict=True))
    index = {project.id: p for p, project in enumerate(projects)}
    return Problem(
        capacity=np.array([net[resource.id] for resource in resources]).reshape(-1, settings.weeks),
        overtime=np.array([resource.overtime for resource in resources], np.float64),
        max_projects=limits(resource.max_projects for resource in resources),
        weight=np.array([weight(project) for project in projects], np.float64),
        optional=np.array([project.id in optional for project in projects], bool),
        max_delay=np.array([project.max_delay for project in projects], np.int64),
        project_of=np.array([index[demand.project_id] for demand in demands], np.int64),
        asked=np.array([hours[demand.id] for demand in demands]).reshape(-1, settings.weeks),
        max_people=limits(demand.max_people for demand in demands),
        eligible=eligible(resources, demands),
        firm=firm_bookings(rows),
        minimum_block=settings.minimum_block,
        minimum_coverage=settings.minimum_coverage / 100,
        assignment_cost=settings.assignment_cost,
        overtime_cost=settings.overtime_cost,
        delay_cost=settings.delay_cost / 100,
        precedence=precedence(rows),
        ties=ties(rows),
    )


def limits(given: Iterable[int | None]) -> Ints:
    """Limits as whole numbers, NO_LIMIT where none is set."""
    return np.array([NO_LIMIT if limit is None else limit for limit in given], np.int64)
