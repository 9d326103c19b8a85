"""Load against capacity: who is loaded with how much in which week, and by what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from data.entities import Absence, Booking, BookingKind, Hours, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity_but_for_absences
from planner.insight.ledger import ledger
from solver.problem import Floats


@dataclass(frozen=True)
class LoadTable:
    """Hours by week. Rows are in the order of the portfolio's own resources (R) and projects (P); T weeks.

    capacity      (R, T) net hours
    overtime      (R, T) hours on top that may be used, at a cost; 0 in weeks without capacity
    absent        (R, T) hours lost to absences
    hours         (R, T) hours given by the plan; without a plan all 0
    hard, soft    (R, T) hours booked, of projects that take part
    project_hours (P, T) hours given to each project
    project_asked (P, T) hours each project asks for, moved by its delay; 0 where it takes no part
    project_of_resource (R, P) hours of each resource on each project, over all weeks
    """

    weeks: tuple[dt.date, ...]
    resource_ids: tuple[Id, ...]
    project_ids: tuple[Id, ...]
    capacity: Floats
    overtime: Floats
    absent: Floats
    hours: Floats
    hard: Floats
    soft: Floats
    project_hours: Floats
    project_asked: Floats
    project_of_resource: Floats


def load_table(portfolio: Portfolio, plan: Plan | None) -> LoadTable:
    """The load of a plan; None shows capacity, demand and bookings before the first solve."""
    book = ledger(portfolio, plan)
    given, count = book.given, len(book.weight)
    pairs = given.resource * count + book.project_of[given.demand]
    by_pair = np.bincount(pairs, given.hours, len(book.capacity) * count).astype(np.float64)
    return LoadTable(
        weeks=book.weeks,
        resource_ids=tuple(portfolio.resources),
        project_ids=tuple(portfolio.projects),
        capacity=book.capacity,
        overtime=book.usable - book.capacity,
        absent=capacity_but_for_absences(portfolio) - book.capacity,
        hours=book.load,
        hard=book.by_resource(book.firm),
        soft=book.by_resource(book.soft),
        project_hours=book.by_project(book.met),
        project_asked=book.by_project(book.due),
        project_of_resource=by_pair.reshape(len(book.capacity), count),
    )


@dataclass(frozen=True, slots=True)
class CellRow:
    """One demand that a resource works or is booked on in one week; hours of the plan, of hard and of soft bookings."""

    demand_id: Id
    project_id: Id
    hours: Hours
    hard: Hours
    soft: Hours


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands behind one resource in one week: rows of most hours first, and absences that touch the week."""

    resource_id: Id
    week: dt.date
    rows: tuple[CellRow, ...]
    absences: tuple[Absence, ...]


def cell(portfolio: Portfolio, plan: Plan | None, resource_id: Id, week: dt.date) -> Cell:
    """The drill-down of one cell of the heat map; `week` is a Monday of the horizon."""
    hours: dict[Id, list[float]] = {}
    for given in plan.allocations if plan else ():
        if given.resource_id == resource_id and given.week == week:
            hours.setdefault(given.demand_id, [0.0, 0.0, 0.0])[0] += given.hours
    for booking in portfolio.bookings.values():
        if booking.resource_id == resource_id and booking.week == week and _counts(portfolio, booking):
            hours.setdefault(booking.demand_id, [0.0, 0.0, 0.0])[1 if booking.kind is BookingKind.HARD else 2] += booking.hours
    rows = [CellRow(key, portfolio.demands[key].project_id, *of) for key, of in hours.items() if key in portfolio.demands]
    rows.sort(key=lambda row: (-row.hours, -row.hard, portfolio.demands[row.demand_id].name))
    return Cell(resource_id, week, tuple(rows), _absences(portfolio, resource_id, week))


def _counts(portfolio: Portfolio, booking: Booking) -> bool:
    project = portfolio.projects[portfolio.demands[booking.demand_id].project_id]
    return project.status.takes_part and booking.week in weeks(portfolio.settings)


def _absences(portfolio: Portfolio, resource_id: Id, week: dt.date) -> tuple[Absence, ...]:
    sunday = week + dt.timedelta(days=6)
    mine = (absence for absence in portfolio.absences.values() if absence.resource_id == resource_id)
    return tuple(sorted((a for a in mine if a.first <= sunday and a.last >= week), key=lambda a: a.first))
