"""The edit that gives some work to somebody else."""

from __future__ import annotations

import datetime as dt

from data.edits import Edit
from data.entities import BookingKind
from data.portfolio import Portfolio
from planner.actions import bookings
from planner.actions.bookings import Cell, Wish
from planner.alternatives.candidates import Candidate, Question
from planner.hours.calendars import weeks


def given_to(portfolio: Portfolio, question: Question, candidate: Candidate) -> Edit:
    """Books the hours firmly for the candidate, on top of what is firm there, and takes as many from bookings of the givers."""
    horizon = weeks(portfolio.settings)[question.weeks.start : question.weeks.stop]
    firm, soft = _booked(portfolio, question, BookingKind.HARD), _booked(portfolio, question, BookingKind.SOFT)
    wishes: dict[Cell, Wish] = {}
    for monday, hours in zip(horizon, candidate.hours, strict=True):
        if hours <= 0:
            continue
        cell = question.demand_id, candidate.resource_id, monday
        wishes[cell] = firm.get(cell, 0.0) + hours, BookingKind.HARD
        wishes |= _less(question, monday, hours, firm, soft)
    taker, demand = portfolio.resources[candidate.resource_id].name, portfolio.demands[question.demand_id].name
    return bookings.booked(portfolio, wishes, f"Give {demand} to {taker}, {candidate.total:g} h")


def _less(question: Question, monday: dt.date, hours: float, firm: dict[Cell, float], soft: dict[Cell, float]) -> dict[Cell, Wish]:
    """What stays booked of the givers in a week once these hours are taken."""
    wishes: dict[Cell, Wish] = {}
    left = hours
    for giver in question.giver_ids:
        cell = question.demand_id, giver, monday
        booked = firm.get(cell, 0.0) + soft.get(cell, 0.0)
        off = min(left, booked)
        if off > 0:
            wishes[cell] = booked - off, BookingKind.HARD if cell in firm else BookingKind.SOFT
            left -= off
    return wishes


def _booked(portfolio: Portfolio, question: Question, kind: BookingKind) -> dict[Cell, float]:
    found: dict[Cell, float] = {}
    for each in portfolio.bookings.values():
        if each.demand_id == question.demand_id and each.kind is kind:
            cell = each.demand_id, each.resource_id, each.week
            found[cell] = found.get(cell, 0.0) + each.hours
    return found
