"""A plan with what was booked by hand since laid over it, until the next solve makes one of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from data.entities import Id
from planner.hours.capacity import CLEAN
from planner.insight.entries import Entries
from planner.insight.ledger import Ledger
from solver.problem import Bools, Floats, Ints

CENT = 0.005
"""Hours below this are none: half of a plan's smallest figure."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Hours of a plan that were given away by hand: from a cell of the plan to a hard booking."""

    demand_id: Id
    giver_id: Id
    given_in: dt.date
    taker_id: Id
    taken_in: dt.date


def standing_hours(book: Ledger, moved: Iterable[Moved] = ()) -> Entries:
    """The plan's hours with the hard bookings that it does not have yet.

    What was moved leaves its cell as long as the booking it became is there. Where a demand would then get more than it asks
    in a week because of such a booking, the plan's hours there yield, those of the resource with fewest of them first. A plan
    that has every hard booking comes back as it is.
    """
    firm = _cells(book, book.firm)
    if not _lacks(book, firm):
        return book.given
    given = _cells(book, book.given)
    keys = np.union1d(given[0], firm[0])
    plan, booked = _on(keys, given), _on(keys, firm)
    fresh = booked > plan + CENT
    _leave(book, keys, plan, booked, moved)
    hours = np.maximum(plan, booked)
    _yield(book, keys, hours, booked, fresh)
    kept = hours > CENT
    demand, resource, week = _unpacked(book, keys[kept])
    return Entries(demand, resource, week, hours[kept].round(CLEAN))


def _lacks(book: Ledger, firm: tuple[Ints, Floats]) -> bool:
    """Whether the plan has fewer hours than are firmly booked in some cell."""
    cells, booked = firm
    if not len(cells):
        return False
    keys = _keys(book, book.given)
    at = np.minimum(np.searchsorted(cells, keys), len(cells) - 1)
    inside = cells[at] == keys
    return bool((booked > np.bincount(at[inside], book.given.hours[inside], len(cells)) + CENT).any())


def _leave(book: Ledger, keys: Ints, plan: Floats, booked: Floats, moved: Iterable[Moved]) -> None:
    """Takes what was moved out of the plan's cells, as far as it is booked where it went."""
    demands = {key: d for d, key in enumerate(book.portfolio.demands)}
    resources = {key: r for r, key in enumerate(book.portfolio.resources)}
    columns = {monday: t for t, monday in enumerate(book.weeks)}
    for each in moved:
        if (
            each.demand_id in demands
            and {each.giver_id, each.taker_id} <= resources.keys()
            and {each.given_in, each.taken_in} <= columns.keys()
        ):
            d = demands[each.demand_id]
            here = _place(keys, _key(book, d, resources[each.giver_id], columns[each.given_in]))
            there = _place(keys, _key(book, d, resources[each.taker_id], columns[each.taken_in]))
            if here is not None and there is not None:
                plan[here] = max(0.0, plan[here] - booked[there])


def _yield(book: Ledger, keys: Ints, hours: Floats, booked: Floats, fresh: Bools) -> None:
    """Takes from the plan's hours what a fresh booking makes too much for its demand in its week."""
    demand, resource, week = _unpacked(book, keys)
    total = np.bincount(demand * len(book.portfolio.resources) + resource, hours)
    for at in np.unique(demand[fresh] * len(book.weeks) + week[fresh]).tolist():
        d, t = divmod(at, len(book.weeks))
        first, last = np.searchsorted(demand, (d, d + 1)).tolist()
        here = first + np.flatnonzero(week[first:last] == t)
        excess = hours[here].sum() - max(float(book.due[d, t]), float(booked[here].sum()))
        order = here[np.argsort(total[demand[here] * len(book.portfolio.resources) + resource[here]], kind="stable")]
        for cell in order.tolist():
            if excess <= CENT:
                break
            off = min(excess, hours[cell] - booked[cell])
            hours[cell] -= off
            excess -= off


def _key(book: Ledger, demand: int, resource: int, week: int) -> int:
    return (demand * len(book.portfolio.resources) + resource) * len(book.weeks) + week


def _unpacked(book: Ledger, keys: Ints) -> tuple[Ints, Ints, Ints]:
    pairs, week = np.divmod(keys, len(book.weeks))
    demand, resource = np.divmod(pairs, len(book.portfolio.resources))
    return demand, resource, week


def _cells(book: Ledger, entries: Entries) -> tuple[Ints, Floats]:
    """Hours by cell, each cell once, sorted."""
    keys = _keys(book, entries)
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    hours = np.add.reduceat(entries.hours[order], starts) if len(starts) else entries.hours
    return keys[order][starts], hours


def _keys(book: Ledger, entries: Entries) -> Ints:
    return (entries.demand * len(book.portfolio.resources) + entries.resource) * len(book.weeks) + entries.week


def _on(keys: Ints, cells: tuple[Ints, Floats]) -> Floats:
    """The hours of some of the keys, 0 for the others."""
    hours = np.zeros(len(keys))
    hours[np.searchsorted(keys, cells[0])] = cells[1]
    return hours


def _place(keys: Ints, key: int) -> int | None:
    at = int(np.searchsorted(keys, key))
    return at if at < len(keys) and keys[at] == key else None
