"""Capacity in hours: calendar, holidays, availability, absences, project share."""

import datetime as dt
from dataclasses import replace

from builders import absence, calendar, friday, holiday, portfolio, resource, week

from data.entities import Id
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity, capacity_but_for_absences


def hours(*entities, weeks=2, **settings):
    return capacity(portfolio(*entities, weeks=weeks, **settings))[0].tolist()


def again(entity):
    return replace(entity, id=Id("again"))


def twice(entity):
    return entity, again(entity)


def test_week_one_starts_on_the_monday_of_the_start_day():
    thursday = portfolio(start=dt.date(2027, 1, 7), weeks=2)
    assert weeks(thursday.settings) == (dt.date(2027, 1, 4), dt.date(2027, 1, 11))


def test_a_resource_without_hours_gives_the_standard_week():
    assert hours(resource("Ann"), standard_week=38.0) == [38.0, 38.0]


def test_a_resource_gives_its_own_hours_a_week_times_its_project_share():
    assert hours(resource("Ann", hours_per_week=30.0, project_share=80.0)) == [24.0, 24.0]


def test_no_hours_a_week_are_no_capacity():
    assert hours(resource("Ann", hours_per_week=0.0)) == [0.0, 0.0]


def test_a_holiday_of_the_default_calendar_takes_a_day():
    office = (calendar("Office"), holiday("Office", dt.date(2027, 1, 6)))
    assert hours(*office, resource("Ann"), default_calendar_id=Id("Office")) == [32.0, 40.0]


def test_a_holiday_on_a_day_off_takes_nothing():
    office = (calendar("Office"), holiday("Office", dt.date(2027, 1, 9)))
    assert hours(*office, resource("Ann"), default_calendar_id=Id("Office")) == [40.0, 40.0]


def test_a_holiday_that_stands_twice_counts_once():
    assert hours(calendar("Office"), *twice(holiday("Office", dt.date(2027, 1, 6))), resource("Ann"), default_calendar_id=Id("Office")) == [
        32.0,
        40.0,
    ]


def test_holidays_of_other_calendars_do_not_count():
    there = (calendar("Gulf", (6, 0, 1, 2, 3)), holiday("Gulf", dt.date(2027, 1, 6)))
    assert hours(*there, resource("Ann")) == [40.0, 40.0]


def test_a_day_of_a_four_day_calendar_is_a_quarter_of_the_week():
    there = (calendar("Four days", (0, 1, 2, 3)), holiday("Four days", dt.date(2027, 1, 6)))
    assert hours(*there, resource("Ann", calendar_id="Four days")) == [30.0, 40.0]


def test_a_week_round_the_weekend_counts_its_sunday_in_the_week_that_it_ends():
    there = (calendar("Gulf", (6, 0, 1, 2, 3)), holiday("Gulf", dt.date(2027, 1, 10)))
    assert hours(*there, resource("Ann", calendar_id="Gulf")) == [32.0, 40.0]


def test_availability_includes_its_first_and_its_last_day():
    available = {"available_from": dt.date(2027, 1, 6), "available_to": dt.date(2027, 1, 11)}
    assert hours(resource("Ann", **available)) == [24.0, 8.0]


def test_availability_outside_the_horizon_is_no_limit_or_no_capacity():
    early = resource("Ann", available_from=dt.date(2020, 1, 1), available_to=dt.date(2030, 1, 1))
    gone = resource("Bob", available_to=dt.date(2026, 12, 31))
    late = resource("Cy", available_from=dt.date(2027, 2, 1))
    assert capacity(portfolio(early, gone, late, weeks=1)).tolist() == [[40.0], [0.0], [0.0]]


def test_an_absence_takes_its_days_both_ends_included():
    assert hours(resource("Ann"), absence("Ann", dt.date(2027, 1, 8), dt.date(2027, 1, 11))) == [32.0, 32.0]


def test_an_absence_of_half_the_time_takes_half_of_each_day():
    assert hours(resource("Ann"), absence("Ann", week(1), dt.date(2027, 1, 5), 50.0)) == [32.0, 40.0]


def test_absences_on_one_day_add_up():
    away = (absence("Ann", week(1), week(1), 30.0), again(absence("Ann", week(1), week(1), 20.0)))
    assert hours(resource("Ann"), *away) == [36.0, 40.0]


def test_absences_on_one_day_take_no_more_than_the_day():
    away = (absence("Ann", week(1), friday(1), 80.0), again(absence("Ann", week(1), week(1), 70.0)))
    assert hours(resource("Ann"), *away) == [6.4, 40.0]


def test_an_absence_beyond_the_horizon_takes_what_lies_inside():
    assert hours(resource("Ann"), absence("Ann", dt.date(2026, 12, 1), dt.date(2027, 1, 5))) == [24.0, 40.0]
    assert hours(resource("Ann"), absence("Ann", dt.date(2026, 1, 1), dt.date(2026, 2, 1))) == [40.0, 40.0]


def test_an_absence_of_somebody_else_takes_nothing():
    table = capacity(portfolio(resource("Ann"), resource("Bob"), absence("Bob", week(1), friday(1)), weeks=1))
    assert table.tolist() == [[40.0], [0.0]]


def test_rows_stand_in_the_order_of_the_portfolio():
    table = capacity(portfolio(resource("Ann", hours_per_week=10.0), resource("Bob", hours_per_week=20.0), weeks=1))
    assert table.tolist() == [[10.0], [20.0]]


def test_nobody_is_an_empty_table():
    assert capacity(portfolio(weeks=3)).shape == (0, 3)


def test_capacity_but_for_absences_keeps_holidays_and_availability():
    office = (calendar("Office"), holiday("Office", dt.date(2027, 1, 6)))
    ann = resource("Ann", available_from=dt.date(2027, 1, 5))
    away = absence("Ann", week(1), friday(2))
    table = capacity_but_for_absences(portfolio(*office, ann, away, weeks=2, default_calendar_id=Id("Office")))
    assert table.tolist() == [[24.0, 40.0]]
