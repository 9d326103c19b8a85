"""A portfolio and its latest plan, worked out into the arrays and shares that every page reads. Made in a worker."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.entities import BookingKind, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity
from planner.hours.demand import asked
from ui.presenters.tables import Share, Standing

Floats = NDArray[np.float64]
Cell = tuple[Id, int]
"""A resource and the number of a week, from 0."""


@dataclass(frozen=True, slots=True)
class Work:
    """Hours of one resource on one demand in one week; `booked` names the booking the hours come from, if any."""

    demand_id: Id
    hours: float
    booked: BookingKind | None = None


@dataclass(frozen=True)
class Situation:
    """What there is to show. Rows of the arrays in the order of `portfolio.resources`, columns are `weeks`.

    Without a plan `load` is what is booked, so that the heat map says something from the start.
    """

    portfolio: Portfolio
    plan: Plan | None
    current: bool
    weeks: tuple[dt.date, ...]
    capacity: Floats
    load: Floats
    work: Mapping[Cell, Sequence[Work]]
    standing: Standing = field(default_factory=Standing)

    @property
    def row_of(self) -> dict[Id, int]:
        return {key: row for row, key in enumerate(self.portfolio.resources)}


def situation(portfolio: Portfolio, plan: Plan | None, *, current: bool = True, causes: Mapping[Id, str] | None = None) -> Situation:
    """Everything the pages read, from a valid portfolio; `current` says whether the plan was made for it as it stands."""
    column = {monday: number for number, monday in enumerate(weeks(portfolio.settings))}
    work = _planned(plan, portfolio, column) if plan else _booked(portfolio, column)
    net = capacity(portfolio)
    load = np.zeros_like(net)
    row_of = {key: row for row, key in enumerate(portfolio.resources)}
    for (resource_id, week), items in work.items():
        load[row_of[resource_id], week] = sum(item.hours for item in items)
    wanted = dict(zip(portfolio.demands, asked(portfolio).sum(axis=1).tolist(), strict=True))
    standing = _standing(portfolio, plan, work, net, wanted, causes or {})
    return Situation(portfolio, plan, current, tuple(column), net, load, work, standing)


def _planned(plan: Plan, portfolio: Portfolio, column: Mapping[dt.date, int]) -> dict[Cell, list[Work]]:
    """The plan's hours of what still exists, each with the booking that stands behind it."""
    booked = {
        (b.demand_id, b.resource_id, b.week): b.kind for b in sorted(portfolio.bookings.values(), key=lambda b: b.kind.value, reverse=True)
    }
    work: dict[Cell, list[Work]] = defaultdict(list)
    for given in plan.allocations:
        if given.week in column and given.resource_id in portfolio.resources and given.demand_id in portfolio.demands:
            kind = booked.get((given.demand_id, given.resource_id, given.week))
            work[given.resource_id, column[given.week]].append(Work(given.demand_id, given.hours, kind))
    return work


def _booked(portfolio: Portfolio, column: Mapping[dt.date, int]) -> dict[Cell, list[Work]]:
    work: dict[Cell, list[Work]] = defaultdict(list)
    for booking in portfolio.bookings.values():
        if booking.week in column:
            work[booking.resource_id, column[booking.week]].append(Work(booking.demand_id, booking.hours, booking.kind))
    return work


def _standing(
    portfolio: Portfolio,
    plan: Plan | None,
    work: Mapping[Cell, Sequence[Work]],
    net: Floats,
    wanted: Mapping[Id, float],
    causes: Mapping[Id, str],
) -> Standing:
    """Shares of each entity over the whole horizon; met hours only where there is a plan to meet them."""
    given, met = _totals(work)
    room = dict(zip(portfolio.resources, net.sum(axis=1).tolist(), strict=True))
    demands = {key: Share(met.get(key, 0.0) if plan else 0.0, hours) for key, hours in wanted.items()}
    by_project: dict[Id, list[Share]] = defaultdict(list)
    for key, share in demands.items():
        by_project[portfolio.demands[key].project_id].append(share)
    if plan is None:
        return Standing()
    return Standing(
        resources={key: Share(given.get(key, 0.0), hours) for key, hours in room.items()},
        projects={key: _sum(by_project.get(key, ())) for key in portfolio.projects},
        demands=demands,
        causes=causes,
    )


def _totals(work: Mapping[Cell, Sequence[Work]]) -> tuple[dict[Id, float], dict[Id, float]]:
    """Hours by resource and by demand."""
    given: dict[Id, float] = defaultdict(float)
    met: dict[Id, float] = defaultdict(float)
    for (resource_id, _week), items in work.items():
        for item in items:
            given[resource_id] += item.hours
            met[item.demand_id] += item.hours
    return given, met


def _sum(shares: Iterable[Share]) -> Share:
    held = list(shares)
    return Share(sum(share.part for share in held), sum(share.whole for share in held))
