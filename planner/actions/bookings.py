"""Edits of bookings; a pin is a hard booking made in the window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.edits import Change, Edit
from data.entities import Booking, BookingKind, Hours, Id, new_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities


def pinned(portfolio: Portfolio, demand_id: Id, resource_id: Id, week: dt.date, hours: Hours) -> Edit:
    """Firmly books these hours of a week (a Monday), in place of whatever was booked there; 0 hours unbooks it."""
    there = _there(portfolio, demand_id, resource_id, week)
    pin = Booking(there[0].id if there else new_id(), demand_id, resource_id, week, hours, BookingKind.HARD)
    label = f"Pin {portfolio.resources[resource_id].name} on {portfolio.demands[demand_id].name}, week {week}"
    if hours == 0:
        return entities.removed(portfolio, Kind.BOOKING, [each.id for each in there], label)
    kept = entities.changed(portfolio, pin, label) if there else entities.added(pin, label)
    return Edit(label, kept.changes + tuple(Change(Kind.BOOKING, each.id, each, None) for each in there[1:]))


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
