"""The best plan of one future, looked for as if that future were known: what a plan made before can be measured against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from data.entities import Absence, Entity, Id, Points, ProjectStatus, new_id, quantised
from data.plan import Plan
from data.portfolio import Portfolio
from planner.actions.demands import scaled
from planner.futures.drawing import Futures
from planner.hours.calendars import weeks
from planner.hours.problem import Case
from planner.insight.ledger import ledger
from planner.plans import selected
from planner.solving import SolveFailedError, Wish, concluded, posed
from solver.control import Control, Options
from solver.errors import SolverError
from solver.executing import Task, executor_at, solved_all
from solver.problem import Floats
from solver.solution import Solution

SolveAll = Callable[[Iterable[Task]], Iterable[tuple[int, Solution]]]
"""Solves tasks in any order, each told by its place among them."""


@dataclass(frozen=True, slots=True)
class Hindsight:
    """The best plan known of a future: its value and proved bound, and the projects that it takes in and covers."""

    future: int
    value: Points
    bound: Points
    projects: frozenset[Id]


def within(portfolio: Portfolio, futures: Futures, future: int) -> Portfolio:
    """The portfolio as that future has it: what the demands then ask, without what is not won, with who is then away.

    Hours are rounded to what a portfolio keeps. Proposals that are won stay proposals: whether to take them in is part of the plan.
    Bookings ask for no more than who is booked can then give, since a firm one is kept whoever is away (R4).
    """
    changed: list[Entity] = []
    effort = dict(zip(portfolio.projects, futures.effort[:, future].tolist(), strict=True))
    lost = {key for key, won in zip(portfolio.projects, futures.won[:, future].tolist(), strict=True) if not won}
    changed += [replace(portfolio.projects[key], status=ProjectStatus.ON_HOLD) for key in lost]
    changed += [scaled(demand, effort[demand.project_id]) for demand in portfolio.demands.values()]
    for week in portfolio.demand_weeks.values():
        share = effort[portfolio.demands[week.demand_id].project_id]
        changed.append(replace(week, hours=quantised(week.hours * share)))
    mondays = {monday: number for number, monday in enumerate(weeks(portfolio.settings))}
    rows, away = {key: row for row, key in enumerate(portfolio.resources)}, futures.absence(future)
    for booking in portfolio.bookings.values():
        if booking.week in mondays:
            there = 1.0 - float(away[rows[booking.resource_id], mondays[booking.week]])
            changed.append(replace(booking, hours=quantised(booking.hours * there)))
    return portfolio.holding(*changed, *_absences(portfolio, away))


def _absences(portfolio: Portfolio, away: Floats) -> Iterator[Absence]:
    """An absence for each week in which somebody is away; `away` (R, T) shares."""
    mondays, people = weeks(portfolio.settings), tuple(portfolio.resources)
    for row, week in zip(*np.nonzero(away > 0), strict=True):
        first = mondays[week]
        percent = quantised(min(100.0, 100.0 * float(away[row, week])))
        yield Absence(new_id(), people[row], first, first + dt.timedelta(days=6), percent)


def solved(
    portfolio: Portfolio, plan: Plan, futures: Futures, count: int, options: Options, share: float, solve_all: SolveAll
) -> tuple[Hindsight, ...]:
    """The first futures, each solved from the plan that was made before; those for which no plan was found are left out.

    `share` is the share of its hours from which a project counts as covered. In order of the futures.
    """
    found: dict[int, Hindsight] = {}
    asked: dict[int, tuple[Portfolio, Case]] = {}

    def tasks() -> Iterator[Task]:
        for future in range(count):
            world = within(portfolio, futures, future)
            asked[future] = world, posed(world, Wish(start=plan))
            yield Task(f"future {future + 1}", asked[future][1].problem, options)

    for future, solution in solve_all(tasks()):
        world, case = asked.pop(future)
        outcome = concluded(world, case, solution, Wish(start=plan))
        if outcome.plan is not None:
            found[future] = _told(world, outcome.plan, future, share)
    return tuple(found[future] for future in sorted(found))


def _told(world: Portfolio, plan: Plan, future: int, share: float) -> Hindsight:
    book, said = ledger(world, plan), selected(plan)
    asked, met = book.by_project(book.asked_by_demand), book.by_project(book.earned_by_demand)
    covered = frozenset(
        key
        for p, (key, project) in enumerate(world.projects.items())
        if project.status.takes_part and (key not in said or said[key].selected) and asked[p] > 0 and met[p] >= share * asked[p] - 0.005
    )
    return Hindsight(future, plan.value, plan.bound, covered)


def solved_at(
    cluster: str | None, portfolio: Portfolio, plan: Plan, futures: Futures, count: int, options: Options, share: float, control: Control
) -> tuple[Hindsight, ...]:
    """`solved` by a Dask cluster at this address, None for this machine; once stopped, those found until then.

    Raises SolveFailedError where the solves could not be carried out.
    """
    try:
        with executor_at(cluster) as executor:
            return solved(portfolio, plan, futures, count, options, share, lambda tasks: solved_all(tasks, executor, control))
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason
