"""From a portfolio to the solver's arrays: who and what takes part, in an order that depends on names alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from data.entities import BookingKind, Id, Points, Policy, ProjectStatus
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity
from planner.hours.demand import asked
from planner.hours.dependencies import LeftOut, left_out
from planner.hours.roles import eligible
from planner.hours.rows import Rows, rows
from planner.hours.screening import screen
from planner.hours.standing import cells, standing
from planner.hours.terms import terms
from planner.hours.weights import weight
from planner.replanning.posing import replanned
from planner.replanning.request import Replanning
from solver.problem import NO_LIMIT, Firm, Floats, Ints, Problem, Terms


@dataclass(frozen=True)
class Case:
    """A problem with the ids its indices stand for, sorted by name, and what was found on the way.

    `left_out` are optional projects that are no part of the problem because their dates break a dependency.
    `untried_points` is the most that those which a plan could take in after all would add to it.
    `most_points` is what everything that may take part asks for: no plan of the portfolio is worth more.
    """

    problem: Problem
    weeks: tuple[dt.date, ...]
    resource_ids: tuple[Id, ...]
    project_ids: tuple[Id, ...]
    demand_ids: tuple[Id, ...]
    left_out: tuple[LeftOut, ...]
    untried_points: Points
    most_points: Points
    findings: tuple[Finding, ...]

    def bound(self, proved: Points) -> Points:
        """The bound of the whole portfolio, from the one that was proved for this problem (docs/model.md)."""
        return min(proved + self.untried_points, max(proved, self.most_points))


def build(portfolio: Portfolio, *, policy: Policy | None = None, replanning: Replanning | None = None, start: Plan | None = None) -> Case:
    """The case of a portfolio that passes `data.validation.check`: projects that take part, their demands, everybody.

    A policy adds its terms, a replanning what is to stay of a plan of record. The search starts from the plan `start`, from the
    plan of record where there is a replanning, else anew; what a plan names that is no longer there is left out.
    """
    hours = dict(zip(portfolio.demands, asked(portfolio), strict=True))
    worth = _worth_of_optional(portfolio, hours)
    taking_part = [key for key, project in portfolio.projects.items() if project.status.takes_part]
    outside = left_out(portfolio, worth, taking_part)
    case = rows(portfolio, set(taking_part) - {project.project_id for project in outside})
    plain = replace(_problem(case, hours, frozenset(worth)), terms=_terms(case, policy, replanning))
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
        left_out=outside,
        untried_points=sum(worth[project.project_id] for project in outside if not project.never),
        most_points=float(_points_asked(problem).sum()) + sum(worth[project.project_id] for project in outside),
        findings=screen(case, plain, outside),
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


def _worth_of_optional(portfolio: Portfolio, hours: Mapping[Id, Floats]) -> dict[Id, Points]:
    """Weighted hours asked by each optional project."""
    worth = dict.fromkeys(optional_ids(portfolio), 0.0)
    for demand in portfolio.demands.values():
        if demand.project_id in worth:
            worth[demand.project_id] += weight(portfolio.projects[demand.project_id]) * float(hours[demand.id].sum())
    return worth


def _problem(rows: Rows, hours: Mapping[Id, Floats], optional: frozenset[Id]) -> Problem:
    """The arrays of a case; `hours` asked by demand, in weeks of the horizon."""
    settings, resources, projects, demands = rows.portfolio.settings, rows.resources, rows.projects, rows.demands
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
    )


def _points_asked(problem: Problem) -> Floats:
    """(D,) weighted hours asked."""
    points: Floats = problem.points * problem.asked.sum(axis=1)
    return points


def limits(given: Iterable[int | None]) -> Ints:
    """Limits as whole numbers, NO_LIMIT where none is set."""
    return np.array([NO_LIMIT if limit is None else limit for limit in given], np.int64)
