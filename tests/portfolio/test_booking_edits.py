"""Edits of bookings by cell: booked, released and given away, each as one edit that can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.entities import Booking, BookingKind, Id
from data.portfolio import Portfolio
from planner.actions import bookings
from tests.builders import booking, demand, firm, portfolio, project, resource, week


def cell(resource: str, number: int) -> tuple[Id, Id, dt.date]:
    return Id("Build"), Id(resource), week(number)


def booked_hours(case: Portfolio) -> dict[tuple[str, int], tuple[float, str]]:
    return {(b.resource_id, (b.week - week(1)).days // 7 + 1): (b.hours, b.kind.value) for b in case.bookings.values()}


def bookable(*held: Booking) -> Portfolio:
    return portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo"), *held)


def test_booking_replaces_what_stands_in_a_cell_and_nothing_unbooks_it() -> None:
    twice = replace(firm("Build", "Ann", 1, 5.0), id=Id("again"))
    case = bookable(firm("Build", "Ann", 1, 8.0), twice, booking("Build", "Ann", 2, 6.0))
    edit = bookings.booked(case, {cell("Ann", 1): (12.0, BookingKind.SOFT), cell("Ann", 2): (0.0, BookingKind.HARD)}, "Book")
    assert booked_hours(edit.applied_to(case)) == {("Ann", 1): (12.0, "Soft")}
    assert edit.inverse().applied_to(edit.applied_to(case)) == case


def test_booking_what_stands_already_changes_nothing() -> None:
    case = bookable(firm("Build", "Ann", 1, 8.0))
    assert not bookings.booked(case, {cell("Ann", 1): (8.0, BookingKind.HARD), cell("Bob", 1): (0.0, BookingKind.HARD)}, "Book")


def test_releasing_takes_back_all_of_a_cell_and_no_other() -> None:
    case = bookable(firm("Build", "Ann", 1, 8.0), firm("Build", "Ann", 2, 8.0))
    assert booked_hours(bookings.released(case, [cell("Ann", 1)], "Release").applied_to(case)) == {("Ann", 2): (8.0, "Hard")}


def test_what_is_given_away_adds_to_what_is_booked_at_the_goal() -> None:
    case = bookable(firm("Build", "Ann", 1, 8.0), booking("Build", "Bob", 1, 4.0))
    edit = bookings.given_away(case, {cell("Ann", 1): (cell("Bob", 1), (8.0, BookingKind.HARD))}, "Move")
    assert booked_hours(edit.applied_to(case)) == {("Bob", 1): (12.0, "Hard")}


def test_a_block_moved_by_a_week_does_not_add_to_itself() -> None:
    case = bookable(firm("Build", "Ann", 1, 8.0), firm("Build", "Ann", 2, 6.0))
    hard = BookingKind.HARD
    moves = {cell("Ann", 1): (cell("Ann", 2), (8.0, hard)), cell("Ann", 2): (cell("Ann", 3), (6.0, hard))}
    assert booked_hours(bookings.given_away(case, moves, "Move").applied_to(case)) == {("Ann", 2): (8.0, "Hard"), ("Ann", 3): (6.0, "Hard")}


def test_what_leaves_a_cell_does_not_make_firm_what_comes_to_it() -> None:
    case = bookable(booking("Build", "Ann", 1, 8.0), firm("Build", "Ann", 2, 6.0))
    moves = {cell("Ann", 1): (cell("Ann", 2), (8.0, BookingKind.SOFT)), cell("Ann", 2): (cell("Ann", 3), (6.0, BookingKind.HARD))}
    assert booked_hours(bookings.given_away(case, moves, "Move").applied_to(case)) == {("Ann", 2): (8.0, "Soft"), ("Ann", 3): (6.0, "Hard")}
