"""What a new plan changes of the one before: hours, assignments, projects, and whose weeks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from data.entities import Hours, Id
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks

CENT = 0.005
"""Hours below this are rounding, no change."""

Cell: TypeAlias = tuple[Id, Id, dt.date]
"""Demand, resource, week."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A project that takes part in both plans with other weeks of delay."""

    project_id: Id
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """A resource of whose weeks some are no longer what they were; `hours` given or taken, both counted."""

    resource_id: Id
    weeks: int
    hours: Hours


@dataclass(frozen=True, slots=True)
class CellChanged:
    """Hours of one resource on one demand in one week, in the plan before and in the new one."""

    demand_id: Id
    resource_id: Id
    week: dt.date
    before: Hours
    after: Hours


@dataclass(frozen=True, slots=True)
class Changes:
    """One plan against the one before, inside the weeks planned.

    hours                 of the plan before
    moved                 hours that its cells (demand, resource, week) no longer have
    gone                  those of `moved` whose demand, project or resource is no longer there: no plan could keep them
    forced                those of `moved` that could not stay: the gone, and what no longer fits the people's weeks or the demand
    begun, ended          assignments (one resource on one demand) that only the new plan has, or only the one before
    shifted               projects with another delay
    taken_in, left_out    projects of which the plan before said the opposite
    people                resources whose weeks change, those with most hours first
    """

    hours: Hours
    moved: Hours
    gone: Hours
    forced: Hours
    begun: int
    ended: int
    shifted: tuple[Shift, ...]
    taken_in: tuple[Id, ...]
    left_out: tuple[Id, ...]
    people: tuple[PersonChanged, ...]

    @property
    def share(self) -> float:
        """Hours moved ÷ hours of the plan before; 0 where it had none."""
        return self.moved / self.hours if self.hours else 0.0


def changes(portfolio: Portfolio, before: Plan, after: Plan, forced: Hours = 0.0) -> Changes:
    """What the new plan changes; both by the ids of this portfolio, where an unknown id is something that is gone.

    `forced` are the hours of the plan before that could not stay (`planner.replanning.leaving`), where that was worked out.
    """
    was, now = _by_cell(portfolio, before), _by_cell(portfolio, after)
    lost = {cell: hours - now.get(cell, 0.0) for cell, hours in was.items() if hours - now.get(cell, 0.0) > CENT}
    pairs_before, pairs_after = _pairs(was), _pairs(now)
    chosen_before, chosen_after = _chosen(before), _chosen(after)
    moved, gone = sum(lost.values()), sum(hours for cell, hours in lost.items() if _is_gone(portfolio, cell))
    return Changes(
        hours=sum(was.values()),
        moved=moved,
        gone=gone,
        forced=min(moved, max(gone, forced)),
        begun=len(pairs_after - pairs_before),
        ended=len(pairs_before - pairs_after),
        shifted=tuple(_shifted(portfolio, chosen_before, chosen_after)),
        taken_in=tuple(_turned(portfolio, chosen_before, chosen_after, now_in=True)),
        left_out=tuple(_turned(portfolio, chosen_before, chosen_after, now_in=False)),
        people=tuple(_people(portfolio, was, now)),
    )


def cells_changed(portfolio: Portfolio, before: Plan, after: Plan) -> tuple[CellChanged, ...]:
    """Every cell whose hours differ, in no order; ids of what is gone are not those of the portfolio."""
    was, now = _by_cell(portfolio, before), _by_cell(portfolio, after)
    pairs = ((cell, was.get(cell, 0.0), now.get(cell, 0.0)) for cell in was.keys() | now.keys())
    return tuple(CellChanged(*cell, hours, later) for cell, hours, later in pairs if abs(later - hours) > CENT)


def _by_cell(portfolio: Portfolio, plan: Plan) -> dict[Cell, Hours]:
    mondays = frozenset(weeks(portfolio.settings))
    hours: dict[Cell, Hours] = defaultdict(float)
    for given in plan.allocations:
        if given.week in mondays and given.hours > 0:
            hours[given.demand_id, given.resource_id, given.week] += given.hours
    return dict(hours)


def _pairs(cells: Iterable[Cell]) -> set[tuple[Id, Id]]:
    return {(demand, resource) for demand, resource, _ in cells}


def _chosen(plan: Plan) -> dict[Id, ProjectPlan]:
    return {project.project_id: project for project in plan.projects}


def _is_gone(portfolio: Portfolio, cell: Cell) -> bool:
    demand = portfolio.demands.get(cell[0])
    return demand is None or cell[1] not in portfolio.resources or not portfolio.projects[demand.project_id].status.takes_part


def _shifted(portfolio: Portfolio, before: dict[Id, ProjectPlan], after: dict[Id, ProjectPlan]) -> Iterator[Shift]:
    for key in portfolio.projects:
        both = before.get(key), after.get(key)
        if both[0] and both[1] and both[0].selected and both[1].selected and both[0].delay_weeks != both[1].delay_weeks:
            yield Shift(key, both[0].delay_weeks, both[1].delay_weeks)


def _turned(portfolio: Portfolio, before: dict[Id, ProjectPlan], after: dict[Id, ProjectPlan], *, now_in: bool) -> Iterator[Id]:
    for key in portfolio.projects:
        was, now = before.get(key), after.get(key)
        if was and now and was.selected is not now_in and now.selected is now_in:
            yield key


def _people(portfolio: Portfolio, was: dict[Cell, Hours], now: dict[Cell, Hours]) -> list[PersonChanged]:
    touched: dict[Id, set[dt.date]] = defaultdict(set)
    hours: dict[Id, Hours] = defaultdict(float)
    for cell in was.keys() | now.keys():
        difference = abs(was.get(cell, 0.0) - now.get(cell, 0.0))
        if difference > CENT and cell[1] in portfolio.resources:
            touched[cell[1]].add(cell[2])
            hours[cell[1]] += difference
    found = [PersonChanged(key, len(weeks_touched), round(hours[key], 2)) for key, weeks_touched in touched.items()]
    return sorted(found, key=lambda each: (-each.hours, portfolio.resources[each.resource_id].name))
