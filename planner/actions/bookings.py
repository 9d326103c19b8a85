"""Edits of bookings; a pin is a hard booking made in the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
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
