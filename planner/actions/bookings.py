"""Edits of bookings; a pin is a hard booking made in the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from data.edits import Change, Edit
from data.entities import Booking, BookingKind, Hours, Id, new_id, quantised
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from planner.actions import entities
from planner.hours.calendars import monday_of, weeks

Cell: TypeAlias = tuple[Id, Id, dt.date]
"""Demand, resource, week."""


def pinned(portfolio: Portfolio, demand_id: Id, resource_id: Id, week: dt.date, hours: Hours) -> Edit:
    """Firmly books these hours of a week (a Monday), in place of whatever was booked there; 0 hours unbooks it."""
    there = _there(portfolio, demand_id, resource_id, week)
    pin = Booking(there[0].id if there else new_id(), demand_id, resource_id, week, hours, BookingKind.HARD)
    label = f"Pin {portfolio.resources[resource_id].name} on {portfolio.demands[demand_id].name}, week {week}"
    if hours == 0:
        return entities.removed(portfolio, Kind.BOOKING, [each.id for each in there], label)
    kept = entities.changed(portfolio, pin, label) if there else entities.added(pin, label)
    return Edit(label, kept.changes + tuple(Change(Kind.BOOKING, each.id, each, None) for each in there[1:]))


Wish: TypeAlias = tuple[Hours, BookingKind]
"""Hours to be booked in a cell, and how firmly; 0 hours unbooks it."""


def booked(portfolio: Portfolio, wishes: Mapping[Cell, Wish], label: str) -> Edit:
    """Books these cells, each in place of whatever was booked there; empty where all stands so already."""
    there = _by_cell(portfolio, wishes.keys())
    return Edit(label, tuple(change for cell, wish in wishes.items() for change in _as_wished(cell, wish, there.get(cell, []))))


def released(portfolio: Portfolio, cells: Iterable[Cell], label: str) -> Edit:
    """Takes back all that is booked in these cells; empty where nothing is."""
    there = _by_cell(portfolio, frozenset(cells))
    return Edit(label, tuple(Change(Kind.BOOKING, each.id, each, None) for held in there.values() for each in held))


def given_away(portfolio: Portfolio, moves: Mapping[Cell, tuple[Cell, Wish]], label: str) -> Edit:
    """Books in other cells what is taken from these: what was booked there goes, and what is booked at the goal is added to.

    Hours at the goal are hard where either of the two is.
    """
    there = _by_cell(portfolio, {*moves, *(goal for goal, _ in moves.values())})
    wishes: dict[Cell, Wish] = dict.fromkeys((cell for cell in moves if cell in there), (0.0, BookingKind.SOFT))
    for goal, (hours, kind) in moves.values():
        standing = [] if goal in moves else there.get(goal, [])
        before, firmness = wishes.get(goal, (0.0, kind)) if goal in wishes else (sum(each.hours for each in standing), kind)
        firm = BookingKind.HARD in (kind, firmness, *(each.kind for each in standing))
        wishes[goal] = quantised(before + hours), BookingKind.HARD if firm else BookingKind.SOFT
    return booked(portfolio, wishes, label)


def _by_cell(portfolio: Portfolio, cells: Container[Cell]) -> dict[Cell, list[Booking]]:
    """What is booked in these cells."""
    there: dict[Cell, list[Booking]] = {}
    for each in portfolio.bookings.values():
        cell = (each.demand_id, each.resource_id, each.week)
        if cell in cells:
            there.setdefault(cell, []).append(each)
    return there


def _as_wished(cell: Cell, wish: Wish, there: list[Booking]) -> Iterator[Change]:
    """One booking in place of those in a cell, or none."""
    hours, kind = quantised(wish[0]), wish[1]
    kept = there[0] if there and hours > 0 else None
    if hours > 0:
        booking = Booking(kept.id if kept else new_id(), *cell, hours, kind)
        if booking != kept:
            yield Change(Kind.BOOKING, booking.id, kept, booking)
    yield from (Change(Kind.BOOKING, each.id, each, None) for each in there[1 if kept else 0 :])


def past_booked(portfolio: Portfolio, plan: Plan, status_date: dt.date) -> Edit:
    """Firmly books what the plan gave before the week of the status date, so that the past stands whatever changes.

    What is booked there already stays, as a hard booking of no fewer hours; people and work that are no longer there are left out.
    """
    opening, horizon = monday_of(status_date), frozenset(weeks(portfolio.settings))
    there: dict[Cell, list[Booking]] = {}
    for each in portfolio.bookings.values():
        there.setdefault((each.demand_id, each.resource_id, each.week), []).append(each)
    changes: list[Change] = []
    for given in plan.allocations:
        known = given.demand_id in portfolio.demands and given.resource_id in portfolio.resources
        if known and given.week < opening and given.week in horizon:
            cell = given.demand_id, given.resource_id, given.week
            changes += _booked(cell, given.hours, there.get(cell, []))
    return Edit(f"Book firmly what was planned before {opening}", tuple(changes))


def _booked(cell: Cell, hours: Hours, there: list[Booking]) -> Iterator[Change]:
    """One hard booking of the hours, or of what is firmly booked there where that is more; nothing where it is so already."""
    firm = [each for each in there if each.kind is BookingKind.HARD]
    wanted = quantised(max(hours, sum(each.hours for each in firm)))
    if firm and quantised(sum(each.hours for each in firm)) == wanted:
        return
    kept = there[0] if there else None
    booking = Booking(kept.id if kept else new_id(), *cell, wanted, BookingKind.HARD)
    yield Change(Kind.BOOKING, booking.id, kept, booking)
    yield from (Change(Kind.BOOKING, each.id, each, None) for each in there[1:])


def of_kind(portfolio: Portfolio, booking_id: Id, kind: BookingKind) -> Edit:
    """Makes a booking hard or soft."""
    booking = portfolio.bookings[booking_id]
    label = f"Make the booking of {portfolio.resources[booking.resource_id].name} in week {booking.week} {kind.value.lower()}"
    return entities.changed(portfolio, replace(booking, kind=kind), label)


def removed(portfolio: Portfolio, booking_id: Id) -> Edit:
    booking = portfolio.bookings[booking_id]
    label = f"Unbook {portfolio.resources[booking.resource_id].name} from {portfolio.demands[booking.demand_id].name}, week {booking.week}"
    return entities.removed(portfolio, Kind.BOOKING, [booking_id], label)


def _there(portfolio: Portfolio, demand_id: Id, resource_id: Id, week: dt.date) -> list[Booking]:
    cell = (demand_id, resource_id, week)
    return [each for each in portfolio.bookings.values() if (each.demand_id, each.resource_id, each.week) == cell]
