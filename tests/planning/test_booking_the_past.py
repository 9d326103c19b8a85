"""What was planned before the status date, booked firmly by one edit."""

import datetime as dt

import pytest
from builders import allocation, booking, demand, firm, plan, portfolio, project, resource, week

from data.entities import BookingKind, Id
from data.validation import check
from planner.actions.bookings import past_booked


def booked(*bookings, status=3, of=None):
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), *bookings)
    of = of or plan(allocation("Build", "Ann", 1, 12.5), allocation("Build", "Ann", 3, 20.0))
    new = past_booked(given, of, week(status) + dt.timedelta(days=3)).applied_to(given)
    assert check(new) == ()
    return sorted((each.week, each.hours, each.kind) for each in new.bookings.values())


HARD, SOFT = BookingKind.HARD, BookingKind.SOFT


def test_hours_before_the_week_of_the_status_date_are_booked():
    assert booked() == [(week(1), 12.5, HARD)]


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ([firm("Build", "Ann", 1, 8.0)], 12.5),
        ([firm("Build", "Ann", 1, 16.0)], 16.0),
        ([booking("Build", "Ann", 1, 16.0)], 12.5),
        ([firm("Build", "Ann", 1, 4.0), booking("Build", "Ann", 1, 2.0, id=Id("again"))], 12.5),
        ([firm("Build", "Ann", 1, 10.0), booking("Build", "Ann", 1, 10.0, HARD, id=Id("again"))], 20.0),
    ],
)
def test_a_cell_that_is_booked_already_is_booked_for_no_fewer_hours(there, then):
    made = booked(*there)
    assert (sum(hours for _, hours, _ in made), {kind for _, _, kind in made}) == (then, {HARD})


def test_what_is_no_longer_there_is_left_out():
    gone = plan(allocation("Build", "Bob", 1, 8.0), allocation("Land", "Ann", 1, 8.0), allocation("Build", "Ann", -2, 8.0))
    assert booked(of=gone) == []


def test_bookings_of_later_weeks_stay_as_they_are():
    assert booked(booking("Build", "Ann", 3, 8.0)) == [(week(1), 12.5, HARD), (week(3), 8.0, SOFT)]
