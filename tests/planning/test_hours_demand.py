"""Hours asked: amounts, profiles, working days, weeks of their own."""

import datetime as dt

import numpy as np
import pytest
from builders import calendar, demand, demand_week, friday, holiday, portfolio, project, week

from data.entities import Id, Profile
from planner.hours.demand import asked, moved


def hours(*entities, weeks=3, **settings):
    return asked(portfolio(project("Apollo"), *entities, weeks=weeks, **settings))[0].tolist()


def test_hours_a_week_are_asked_in_every_week_of_the_dates():
    assert hours(demand("Build", "Apollo", first=1, last=2, hours_per_week=30.0)) == [30.0, 30.0, 0.0]


def test_part_weeks_ask_for_their_working_days_alone():
    dates = {"start": dt.date(2027, 1, 7), "finish": dt.date(2027, 1, 11)}
    assert hours(demand("Build", "Apollo", hours_per_week=30.0, **dates)) == [12.0, 6.0, 0.0]


def test_a_weekend_inside_the_dates_asks_for_nothing():
    dates = {"start": dt.date(2027, 1, 9), "finish": dt.date(2027, 1, 10)}
    assert hours(demand("Build", "Apollo", hours_per_week=30.0, **dates)) == [0.0, 0.0, 0.0]


def test_full_time_equivalents_count_the_standard_week():
    assert hours(demand("Build", "Apollo", first=1, last=1, fte=0.5), standard_week=36.0) == [18.0, 0.0, 0.0]


def test_a_holiday_lowers_what_a_week_asks():
    office = (calendar("Office"), holiday("Office", dt.date(2027, 1, 6)))
    build = demand("Build", "Apollo", last=2, hours_per_week=20.0)
    assert hours(*office, build, default_calendar_id=Id("Office")) == [16.0, 20.0, 0.0]


def test_hours_a_week_are_divided_by_the_default_calendars_days():
    office = calendar("Four days", (0, 1, 2, 3))
    build = demand("Build", "Apollo", start=week(1), finish=week(1), hours_per_week=20.0)
    assert hours(office, build, default_calendar_id=Id("Four days")) == [5.0, 0.0, 0.0]


def test_total_hours_are_spread_over_all_working_days():
    dates = {"start": dt.date(2027, 1, 7), "finish": dt.date(2027, 1, 15)}
    assert hours(demand("Build", "Apollo", total_hours=70.0, **dates)) == [20.0, 50.0, 0.0]


def test_total_hours_outside_the_horizon_are_no_part_of_the_case():
    dates = {"start": week(0), "finish": friday(5)}
    assert hours(demand("Build", "Apollo", total_hours=60.0, **dates)) == [10.0, 10.0, 10.0]


def test_total_hours_without_a_working_day_are_lost():
    dates = {"start": dt.date(2027, 1, 9), "finish": dt.date(2027, 1, 10)}
    assert hours(demand("Build", "Apollo", total_hours=60.0, **dates)) == [0.0, 0.0, 0.0]


def test_the_front_profile_starts_high_and_falls_day_by_day():
    # 15 working days of 4 h flat: day i has 2(15 - i)/16 of 4 h, so the weeks hold 65, 40 and 15 sixteenths of 8 h
    build = demand("Build", "Apollo", last=3, total_hours=60.0, profile=Profile.FRONT)
    assert hours(build) == [32.5, 20.0, 7.5]


def test_the_back_profile_is_the_front_one_turned_round():
    build = demand("Build", "Apollo", last=3, total_hours=60.0, profile=Profile.BACK)
    assert hours(build) == [7.5, 20.0, 32.5]


def test_the_bell_profile_rises_to_the_middle_day():
    # shares 1..8..1 of 15 days sum to 64: 15, 34 and 15 of them in the three weeks
    build = demand("Build", "Apollo", last=3, total_hours=64.0, profile=Profile.BELL)
    assert hours(build) == [15.0, 34.0, 15.0]


def test_the_bell_profile_of_an_even_number_of_days_has_two_middle_days():
    # shares 1 2 3 4 5 | 5 4 3 2 1 sum to 30
    build = demand("Build", "Apollo", last=2, total_hours=60.0, profile=Profile.BELL)
    assert hours(build) == [30.0, 30.0, 0.0]


def test_profiles_count_working_days_outside_the_horizon():
    build = demand("Build", "Apollo", start=week(0), finish=friday(2), total_hours=60.0, profile=Profile.FRONT)
    assert hours(build) == [20.0, 7.5, 0.0]


def test_a_profile_shapes_weekly_hours_too():
    build = demand("Build", "Apollo", last=3, hours_per_week=20.0, profile=Profile.BACK)
    assert hours(build) == [7.5, 20.0, 32.5]


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_keeps_the_total_over_an_odd_stretch_with_holidays(profile):
    office = (calendar("Office"), holiday("Office", dt.date(2027, 1, 12)))
    dates = {"start": dt.date(2027, 1, 6), "finish": dt.date(2027, 1, 20)}
    build = demand("Build", "Apollo", total_hours=77.0, profile=profile, **dates)
    assert sum(hours(*office, build, default_calendar_id=Id("Office"))) == pytest.approx(77.0, abs=1e-6)


def test_a_demands_own_weeks_replace_its_profile():
    own = (demand_week("Build", 2, 12.5), demand_week("Build", 3, 4.0))
    assert hours(demand("Build", "Apollo", hours_per_week=40.0), *own) == [0.0, 12.5, 4.0]


def test_a_demands_own_weeks_count_outside_its_dates_and_add_up():
    own = (demand_week("Build", 3, 4.0), demand_week("Build", 3, 5.0, id=Id("again")))
    assert hours(demand("Build", "Apollo", last=1, hours_per_week=None), *own) == [0.0, 0.0, 9.0]


def test_a_demand_whose_own_weeks_lie_outside_the_horizon_asks_for_nothing():
    assert hours(demand("Build", "Apollo", hours_per_week=40.0), demand_week("Build", 9, 5.0)) == [0.0, 0.0, 0.0]


def test_rows_stand_in_the_order_of_the_portfolio():
    both = (demand("A", "Apollo", hours_per_week=1.0), demand("B", "Apollo", hours_per_week=2.0))
    assert asked(portfolio(project("Apollo"), *both, weeks=1)).tolist() == [[1.0], [2.0]]


def test_no_demands_are_an_empty_table():
    assert asked(portfolio(weeks=3)).shape == (0, 3)


def test_a_far_away_date_is_no_trouble():
    build = demand("Build", "Apollo", start=dt.date(1, 1, 1), finish=dt.date(9999, 12, 31), hours_per_week=5.0)
    assert hours(build) == [5.0, 5.0, 5.0]


def test_delay_moves_hours_and_loses_what_leaves_the_horizon():
    table = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert moved(table, np.array([1, 0])).tolist() == [[0.0, 1.0, 2.0], [4.0, 5.0, 6.0]]


def test_a_delay_beyond_the_horizon_leaves_nothing():
    assert moved(np.array([[1.0, 2.0]]), np.array([5])).tolist() == [[0.0, 0.0]]
