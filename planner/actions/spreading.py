"""The edit that brings what was asked and not met in the past into the weeks that are left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.edits import Change, Edit
from data.entities import QUANTUM, Demand, DemandWeek, Id, new_id, quantised
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import monday_of, weeks
from planner.hours.demand import asked
from solver.problem import Bools, Floats

WEEK = dt.timedelta(weeks=1)
CENT = 0.005
"""Hours below this are rounding: nothing is spread for them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The edit, and the hours that it cannot place: asked in the past of demands that have no weeks left, by demand."""

    edit: Edit
    lost: Mapping[Id, float]


def rest_spread(portfolio: Portfolio, plan: Plan, status_date: dt.date) -> Spread:
    """Gives demands weeks of their own in which the past asks for what it got, and the weeks left for the rest besides.

    Past is before the week of the status date, as the plan delays the project. The rest goes to the weeks up to the demand's finish
    by what is asked there, evenly where nothing is; what a demand asks for in all stays the same to the last quantum.
    """
    past, opening = _Past(_Weeks.of(portfolio), _met(plan), monday_of(status_date)), monday_of(status_date)
    there = given_weeks(portfolio)
    delay = {said.project_id: max(0, said.delay_weeks) for said in plan.projects}
    out = {said.project_id for said in plan.projects if not said.selected}
    changes: list[Change] = []
    lost: dict[Id, float] = {}
    for row, demand in zip(past.calendar.asked, portfolio.demands.values(), strict=True):
        project = portfolio.projects[demand.project_id]
        if not project.status.takes_part or project.id in out:
            continue
        rest = past.of(demand, row, delay.get(project.id, 0))
        if rest.missing > CENT and rest.left.any():
            changes += weeks_of_its_own(demand, there, past.calendar.mondays, _placed(row, rest))
        elif rest.missing > CENT:
            lost[demand.id] = rest.missing
    label = f"Spread what is unmet before {opening} over the weeks left"
    return Spread(Edit(label, tuple(changes)), lost)


@dataclass(frozen=True, slots=True)
class _Weeks:
    """Hours asked, a row for each demand, over every week that any demand asks in: the horizon and what lies outside it."""

    mondays: tuple[dt.date, ...]
    planned: frozenset[dt.date]
    asked: Floats

    @staticmethod
    def of(portfolio: Portfolio) -> _Weeks:
        horizon = weeks(portfolio.settings)
        days = [*horizon, *(monday_of(day) for demand in portfolio.demands.values() for day in (demand.start, demand.finish))]
        days += [given.week for given in portfolio.demand_weeks.values()]
        first, last = min(days), max(days)
        wide = replace(portfolio.settings, start=first, weeks=(last - first).days // 7 + 1)
        return _Weeks(weeks(wide), frozenset(horizon), asked(portfolio.holding(wide)))


@dataclass(frozen=True, slots=True)
class _Rest:
    """Of one demand by week: hours got, which weeks are past, and the part of the rest that each week left takes."""

    got: Floats
    past: Bools
    left: Floats
    missing: float


@dataclass(frozen=True, slots=True)
class _Past:
    """What each demand got by week, and the Monday before which all is past."""

    calendar: _Weeks
    met: Mapping[tuple[Id, dt.date], float]
    opening: dt.date

    def of(self, demand: Demand, row: Floats, delay: int) -> _Rest:
        """The demand's hours asked without its delay, in the weeks of the calendar."""
        later, mondays = delay * WEEK, self.calendar.mondays
        got = np.minimum(row, np.array([self.met.get((demand.id, monday + later), 0.0) for monday in mondays]))
        past = np.array([monday in self.calendar.planned and monday + later < self.opening for monday in mondays])
        return _Rest(got, past, _left(self.calendar, demand, row, self.opening - later), float((row - got)[past].sum()))


def _met(plan: Plan) -> dict[tuple[Id, dt.date], float]:
    met: dict[tuple[Id, dt.date], float] = {}
    for given in plan.allocations:
        cell = given.demand_id, given.week
        met[cell] = met.get(cell, 0.0) + given.hours
    return met


def _left(calendar: _Weeks, demand: Demand, row: Floats, opening: dt.date) -> Floats:
    """Of each week the part of the rest that it takes: by what is asked there, evenly where nothing is."""
    to_come = np.array([monday >= opening for monday in calendar.mondays])
    shares: Floats = np.where(to_come, row, 0.0)
    if not shares.any():
        shares = (to_come & np.array([monday <= demand.finish for monday in calendar.mondays])).astype(np.float64)
    return shares / shares.sum() if shares.any() else shares


def _placed(row: Floats, rest: _Rest) -> Floats:
    """Hours of each week in whole quanta with the sum of before: rounding falls to the last week that takes any."""
    before = np.round(row / QUANTUM).astype(np.int64)
    after = np.where(rest.past, np.round(rest.got / QUANTUM).astype(np.int64), before)
    after += np.floor((before.sum() - after.sum()) * rest.left).astype(np.int64)
    after[np.flatnonzero(rest.left)[-1]] += before.sum() - after.sum()
    hours: Floats = after * QUANTUM
    return hours


def given_weeks(portfolio: Portfolio) -> Mapping[tuple[Id, dt.date], list[DemandWeek]]:
    """The entries of demands that have weeks of their own, by demand and Monday."""
    there: dict[tuple[Id, dt.date], list[DemandWeek]] = {}
    for given in portfolio.demand_weeks.values():
        there.setdefault((given.demand_id, given.week), []).append(given)
    return there


def weeks_of_its_own(
    demand: Demand, there: Mapping[tuple[Id, dt.date], list[DemandWeek]], mondays: Sequence[dt.date], hours: Floats
) -> Iterator[Change]:
    """What it takes for the demand's weeks to say these hours: entries that are there are used again, others added or removed."""
    for monday, figure in zip(mondays, hours.tolist(), strict=True):
        mine, wanted = there.get((demand.id, monday), []), quantised(figure)
        if not mine and wanted:
            fresh = DemandWeek(new_id(), demand.id, monday, wanted)
            yield Change(Kind.DEMAND_WEEK, fresh.id, None, fresh)
        for number, given in enumerate(mine):
            kept = replace(given, hours=wanted) if number == 0 and wanted else None
            if kept != given:
                yield Change(Kind.DEMAND_WEEK, given.id, given, kept)
