"""What a case has in it that a plan cannot put right: said before the solve, in plain words.

Each finding is a warning: the case can be solved, and the plan means less than its owner may think.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.entities import BookingKind, Demand
from data.findings import Finding, note, warning
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.demand import default_days
from planner.hours.rows import Rows
from solver.problem import Bools, Floats, Problem

CENT = 0.01
"""Hours below this are no clash: plans are written to two decimals."""


@dataclass(frozen=True, slots=True)
class _Screened:
    """A problem beside the things its rows stand for."""

    rows: Rows
    problem: Problem

    def week(self, t: int) -> str:
        return self.rows.weeks[t].isoformat()


def screen(rows: Rows, problem: Problem) -> tuple[Finding, ...]:
    """Findings about the problem of these rows."""
    case = _Screened(rows, problem)
    parts = (
        _projects_without_hours(case),
        _demands_without_days(rows),
        _demands_nobody_can_do(case),
        _overbooked_people(case),
        _overbooked_demands(case),
        _unsuitable_bookings(case),
        _crowded_demands(case),
        _scattered_people(case),
        _bookings_that_do_not_count(rows.portfolio),
    )
    return tuple(finding for part in parts for finding in part)


def _projects_without_hours(case: _Screened) -> Iterator[Finding]:
    hours = np.bincount(case.problem.project_of, case.problem.asked.sum(axis=1), len(case.rows.projects))
    demands = np.bincount(case.problem.project_of, minlength=len(case.rows.projects))
    for p, project in enumerate(case.rows.projects):
        if demands[p] == 0:
            yield warning(f"Project {project.name}", "takes part but has no demands", "add its demands, or put it on hold")
        elif hours[p] < CENT:
            yield warning(
                f"Project {project.name}", "takes part but asks for no hours in these weeks", "check its demands' dates and hours"
            )


def _demands_without_days(rows: Rows) -> Iterator[Finding]:
    """Total hours that lie on no working day are lost."""
    days = default_days(rows.portfolio)
    by_week = {given.demand_id for given in rows.portfolio.demand_weeks.values()}
    for demand in rows.demands:
        edges = np.array([demand.start.toordinal(), demand.finish.toordinal() + 1])
        if demand.id not in by_week and np.ptp(days.before(edges)) == 0:
            yield warning(
                f"Demand {demand.name}",
                f"no working day lies between {demand.start} and {demand.finish}, so its hours are lost",
                "change its dates or the default calendar",
            )


def _demands_nobody_can_do(case: _Screened) -> Iterator[Finding]:
    problem = case.problem
    able = np.zeros(len(problem.asked), bool)
    able[problem.firm.demand] = True
    for d, demand in enumerate(case.rows.demands):
        wanted = problem.asked[d] >= CENT
        if able[d] or not wanted.any():
            continue
        if not problem.eligible[d].any():
            yield warning(
                f"Demand {demand.name}",
                f"nobody holds {demand.role} at level {demand.min_level} or higher",
                "add such a resource, lower the level, or name the resource that shall do it",
            )
        elif not (problem.room[problem.eligible[d]][:, wanted] > 0).any():
            yield warning(
                f"Demand {demand.name}",
                f"{_who(case, demand)} no capacity in any week that it asks for",
                "move the demand, or change absences and availability",
            )


def _who(case: _Screened, demand: Demand) -> str:
    if demand.resource_id is not None:
        return f"{case.rows.portfolio.resources[demand.resource_id].name}, the only one allowed, has"
    return f"those who hold {demand.role} at level {demand.min_level} or higher have"


def _overbooked_people(case: _Screened) -> Iterator[Finding]:
    """Firm bookings above capacity and overtime (R1)."""
    problem = case.problem
    limit = problem.capacity + np.where(problem.capacity > 0, problem.overtime[:, None], 0.0)
    for r, t, n in _first_weeks(problem.booked_load > limit + CENT):
        yield warning(
            f"Resource {case.rows.resources[r].name}",
            f"firm bookings exceed capacity in {_weeks(n)}: in the week of {case.week(t)} "
            f"{_hours(problem.booked_load[r, t])} are booked and {_hours(limit[r, t])} are there",
            "take back or move a booking; until then the booked hours stand and nothing is added",
        )


def _overbooked_demands(case: _Screened) -> Iterator[Finding]:
    """Firm bookings above what is asked (R2)."""
    problem = case.problem
    for d, t, n in _first_weeks(problem.booked_met > problem.asked + CENT):
        yield warning(
            f"Demand {case.rows.demands[d].name}",
            f"firm bookings exceed what is asked in {_weeks(n)}: in the week of {case.week(t)} "
            f"{_hours(problem.booked_met[d, t])} are booked and {_hours(problem.asked[d, t])} asked",
            "cut the booking or raise the demand; the hours above earn nothing",
        )


def _unsuitable_bookings(case: _Screened) -> Iterator[Finding]:
    """Firm bookings of a resource that may not work on the demand (R3)."""
    firm = case.problem.firm
    for d, r in sorted(set(zip(firm.demand.tolist(), firm.resource.tolist(), strict=True))):
        if not case.problem.eligible[d, r]:
            demand, name = case.rows.demands[d], case.rows.resources[r].name
            wanted = demand.role if demand.resource_id is None else case.rows.portfolio.resources[demand.resource_id].name
            level = f" at level {demand.min_level} or higher" if demand.resource_id is None else " alone"
            yield warning(
                f"Demand {demand.name}",
                f"{name} is firmly booked on it, which asks for {wanted}{level}",
                f"book somebody suitable, or correct the role of {name}; the booked hours stand",
            )


def _crowded_demands(case: _Screened) -> Iterator[Finding]:
    """More people firmly booked than the team may have (R5)."""
    firm = case.problem.firm
    pairs = np.unique(np.stack([firm.demand, firm.resource]), axis=1)
    people = np.bincount(pairs[0], minlength=len(case.rows.demands))
    for d in np.flatnonzero(people > case.problem.max_people).tolist():
        yield warning(
            f"Demand {case.rows.demands[d].name}",
            f"{_count(int(people[d]), 'resource')} firmly booked, at most {case.problem.max_people[d]} may work on it",
            "raise Max people or take back a booking; nobody else is added",
        )


def _scattered_people(case: _Screened) -> Iterator[Finding]:
    """More projects firmly booked in a week than the resource may have (R6)."""
    firm = case.problem.firm
    cells = np.unique(np.stack([firm.resource, firm.week, case.problem.project_of[firm.demand]]), axis=1)
    projects = np.zeros(case.problem.capacity.shape, np.int64)
    np.add.at(projects, (cells[0], cells[1]), 1)
    for r, t, n in _first_weeks(projects > case.problem.max_projects[:, None]):
        yield warning(
            f"Resource {case.rows.resources[r].name}",
            f"firmly booked on too many projects in {_weeks(n)}: on {projects[r, t]} in the week of {case.week(t)}, "
            f"at most {case.problem.max_projects[r]} allowed",
            "raise Max projects or take back a booking; no other project is added in those weeks",
        )


def _bookings_that_do_not_count(portfolio: Portfolio) -> Iterator[Finding]:
    horizon = frozenset(weeks(portfolio.settings))
    hard = [booking for booking in portfolio.bookings.values() if booking.kind is BookingKind.HARD]
    outside = sum(booking.week not in horizon for booking in hard)
    if outside:
        yield note("Bookings", f"{_count(outside, 'firm booking')} outside the weeks planned: no part of the plan")
    idle = sum(not portfolio.projects[portfolio.demands[booking.demand_id].project_id].status.takes_part for booking in hard)
    if idle:
        yield note("Bookings", f"{_count(idle, 'firm booking')} of projects that are on hold, completed or cancelled: not counted")


def _first_weeks(cells: Bools) -> Iterator[tuple[int, int, int]]:
    """For each row with a marked week: the row, its first marked week and how many there are."""
    for row in np.flatnonzero(cells.any(axis=1)):
        yield int(row), int(cells[row].argmax()), int(cells[row].sum())


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _weeks(n: int) -> str:
    return _count(n, "week")


def _hours(hours: float | Floats) -> str:
    return f"{float(hours):.2f}".rstrip("0").rstrip(".") + " h"
