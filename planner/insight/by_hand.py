"""A plan with what was booked by hand since laid over it, until the next solve makes one of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from data.entities import Id
from planner.hours.capacity import CLEAN
from planner.insight.entries import Cells, Entries, cells_of
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


def standing_hours(book: Ledger, moved: Collection[Moved] = ()) -> Entries:
    """The plan's hours with the hard bookings that it does not have yet.

    What was moved leaves its cell as long as the booking it became is there. Where a demand would then get more than it asks
    in a week because of such a booking, the plan's hours there yield, those of the resource with fewest of them first. A plan
    that has every hard booking comes back as it is.
    """
    firm = cells_of(book.firm, book.capacity.shape)
    at, known = _found(book.cells.keys, firm.keys)
    there = np.zeros(len(firm.keys))
    there[known] = book.cells.hours[at[known]]
    if not (firm.hours > there + CENT).any():
        return book.given
    cells = _with(book.cells, firm, at, ~known)
    booked = np.zeros(len(cells.keys))
    booked[np.searchsorted(cells.keys, firm.keys)] = firm.hours
    plan = cells.hours
    fresh = np.flatnonzero(booked > plan + CENT)
    _leave(book, cells.keys, plan, booked, moved)
    hours = np.maximum(plan, booked)
    _yield(book, cells, hours, booked, fresh)
    return replace(cells.entries, hours=hours.round(CLEAN)).only(hours > CENT)


def _found(keys: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each of the wanted keys stands or would stand, and whether it does."""
    at = np.searchsorted(keys, wanted)
    known = at < len(keys)
    known[known] = keys[at[known]] == wanted[known]
    return at, known


def _with(cells: Cells, others: Cells, at: Ints, new: Bools) -> Cells:
    """The cells with the `new` ones of others put in their places, without hours."""
    one, other, place = cells.entries, others.entries.only(new), at[new]
    return Cells(
        np.insert(cells.keys, place, others.keys[new]),
        Entries(
            np.insert(one.demand, place, other.demand),
            np.insert(one.resource, place, other.resource),
            np.insert(one.week, place, other.week),
            np.insert(one.hours, place, 0.0),
        ),
    )


def _leave(book: Ledger, keys: Ints, plan: Floats, booked: Floats, moved: Collection[Moved]) -> None:
    """Takes what was moved out of the plan's cells, as far as it is booked where it went."""
    if not moved:
        return
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


def _yield(book: Ledger, cells: Cells, hours: Floats, booked: Floats, fresh: Ints) -> None:
    """Takes from the plan's hours what a fresh booking makes too much for its demand in its week."""
    entries, before = cells.entries, hours.copy()
    for d, t in sorted(set(zip(entries.demand[fresh].tolist(), entries.week[fresh].tolist(), strict=True))):
        first, last = np.searchsorted(cells.keys, (_key(book, d, 0, 0), _key(book, d + 1, 0, 0))).tolist()
        total = np.bincount(entries.resource[first:last], before[first:last])
        here = first + np.flatnonzero(entries.week[first:last] == t)
        excess = hours[here].sum() - max(float(book.due[d, t]), float(booked[here].sum()))
        order = here[np.argsort(total[entries.resource[here]], kind="stable")]
        for cell in order.tolist():
            if excess <= CENT:
                break
            off = min(excess, hours[cell] - booked[cell])
            hours[cell] -= off
            excess -= off


def _key(book: Ledger, demand: int, resource: int, week: int) -> int:
    return (demand * len(book.portfolio.resources) + resource) * len(book.weeks) + week


def _place(keys: Ints, key: int) -> int | None:
    at = int(np.searchsorted(keys, key))
    return at if at < len(keys) and keys[at] == key else None
