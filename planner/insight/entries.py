"""Hours by demand, resource and week as arrays, and a plan's hours numbered by the plan alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

import numpy as np

from data.entities import Booking, Id
from data.plan import Allocation
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from solver.objective import hand_overs, sorted_once
from solver.problem import Bools, Floats, Ints

Key = TypeVar("Key", Id, dt.date)


@dataclass(frozen=True)
class Entries:
    """Hours by demand, resource and week: parallel arrays of row numbers in the portfolio and week numbers."""

    demand: Ints
    resource: Ints
    week: Ints
    hours: Floats

    @cached_property
    def positive(self) -> Entries:
        """Those of some hours."""
        works = self.hours > 0
        return self if works.all() else self.only(works)

    @cached_property
    def assignments(self) -> tuple[Ints, Ints]:
        """Demands and resources of those of some hours, each pair once, sorted."""
        given = self.positive
        people = int(given.resource.max(initial=0)) + 1
        demand, resource = np.divmod(sorted_once(given.demand * people + given.resource), people)
        return demand, resource

    @cached_property
    def hand_overs(self) -> int:
        """Times somebody comes to a demand who was not on it in the week worked before."""
        return hand_overs(self.positive.demand, self.positive.resource, self.positive.week)

    def is_same(self, other: Entries) -> bool:
        ours, theirs = ((each.demand, each.resource, each.week, each.hours) for each in (self, other))
        return all(map(np.array_equal, ours, theirs))

    def only(self, these: Bools) -> Entries:
        return Entries(self.demand[these], self.resource[these], self.week[these], self.hours[these])


@dataclass(frozen=True)
class Cells:
    """Hours by cell, each cell once, sorted by its `keys`: by demand, resource and week."""

    keys: Ints
    entries: Entries

    @property
    def hours(self) -> Floats:
        return self.entries.hours


def cells_of(entries: Entries, shape: tuple[int, ...]) -> Cells:
    """The sums of entries by cell; `shape` counts resources and weeks."""
    people, weeks = shape
    keys = (entries.demand * people + entries.resource) * weeks + entries.week
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    first = order[starts]
    hours = np.add.reduceat(entries.hours[order], starts) if len(starts) else entries.hours
    return Cells(keys[first], Entries(entries.demand[first], entries.resource[first], entries.week[first], hours))


@dataclass(frozen=True)
class Listed:
    """The hours of a plan by numbers of its own, so that they are entered against a portfolio without looking at each again."""

    demand_ids: tuple[Id, ...]
    resource_ids: tuple[Id, ...]
    weeks: tuple[dt.date, ...]
    entries: Entries

    def entered(self, portfolio: Portfolio) -> Entries:
        """By the rows of the portfolio; those of unknown things or weeks outside the horizon are left out."""
        demand = _rows(self.demand_ids, portfolio.demands)[self.entries.demand]
        resource = _rows(self.resource_ids, portfolio.resources)[self.entries.resource]
        week = _rows(self.weeks, weeks(portfolio.settings))[self.entries.week]
        known = (demand >= 0) & (resource >= 0) & (week >= 0)
        found = Entries(demand, resource, week, self.entries.hours)
        return found if known.all() else found.only(known)


def together(one: Entries, other: Entries) -> Entries:
    """The hours of both."""
    both = ((one.demand, other.demand), (one.resource, other.resource), (one.week, other.week))
    demand, resource, week = (np.concatenate(pair) for pair in both)
    return Entries(demand, resource, week, np.concatenate((one.hours, other.hours)))


def listed(given: Collection[Allocation | Booking]) -> Listed:
    """The allocations of a plan, or bookings."""
    demands, demand = _numbered(map(attrgetter("demand_id"), given), len(given))
    resources, resource = _numbered(map(attrgetter("resource_id"), given), len(given))
    mondays, week = _numbered(map(attrgetter("week"), given), len(given))
    hours = np.fromiter(map(attrgetter("hours"), given), np.float64, len(given))
    return Listed(demands, resources, mondays, Entries(demand, resource, week, hours))


def _numbered(keys: Iterable[Key], count: int) -> tuple[tuple[Key, ...], Ints]:
    """Each key once in the order in which they come first, and the place among them of each."""
    places: dict[Key, int] = {}
    numbers = np.fromiter((places.setdefault(key, len(places)) for key in keys), np.int64, count)
    return tuple(places), numbers


def _rows(keys: Collection[Key], among: Iterable[Key] | Mapping[Key, object]) -> Ints:
    """The row of each key among the others, -1 where it is not there."""
    if not keys:
        return np.zeros(0, np.int64)
    row = {key: number for number, key in enumerate(among)}
    return np.array([row.get(key, -1) for key in keys], np.int64)
