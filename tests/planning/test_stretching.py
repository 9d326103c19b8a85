"""A project given more weeks or fewer: its work is spread over them, and no hour more or less is asked."""

import datetime as dt

import pytest
from builders import calendar, demand, demand_week, firm, friday, holiday, portfolio, project, resource, week
from hypothesis import given as drawn
from hypothesis import strategies as st

from data.entities import Id, Profile
from data.validation import check
from planner.actions.stretching import stretched
from planner.hours.demand import asked

APOLLO, BUILD, TEST = Id("Apollo"), Id("Build"), Id("Test")


def case(*entities, weeks=30, **own):
    return portfolio(resource("Ann"), project("Apollo", **own), *entities, weeks=weeks)


def after(given, **edges):
    edit = stretched(given, APOLLO, **edges)
    new = edit.applied_to(given)
    assert edit.inverse().applied_to(new) == given
    assert check(new) == ()
    return new


def test_hours_a_week_fall_as_the_weeks_grow():
    new = after(case(demand("Build", "Apollo", first=1, last=4, hours_per_week=30.0)), finish=2)
    build = new.demands[BUILD]
    assert (build.start, build.finish, build.hours_per_week) == (week(1), friday(6), 20.0)


def test_fte_rise_as_the_weeks_shrink_and_totals_stay():
    new = after(case(demand("Build", "Apollo", first=1, last=4, fte=0.5), demand("Test", "Apollo", last=4, total_hours=90.0)), finish=-2)
    assert (new.demands[BUILD].fte, new.demands[TEST].total_hours) == (1.0, 90.0)
    assert new.demands[TEST].finish == friday(2)


def test_the_first_week_moves_alone():
    new = after(case(demand("Build", "Apollo", first=5, last=8, hours_per_week=30.0)), start=-2)
    build = new.demands[BUILD]
    assert (build.start, build.finish, build.hours_per_week) == (week(3), friday(8), 20.0)


def test_what_followed_on_one_another_still_does():
    new = after(case(demand("Build", "Apollo", first=1, last=3), demand("Test", "Apollo", first=4, last=5)), finish=2)
    assert (new.demands[BUILD].finish, new.demands[TEST].start) == (friday(4), week(5))


def test_own_dates_go_along_and_bookings_stay():
    given = case(demand("Build", "Apollo"), firm("Build", "Ann", 1, 8.0), start=week(1), finish=friday(4))
    new = after(given, finish=4)
    assert (new.projects[APOLLO].start, new.projects[APOLLO].finish) == (week(1), friday(8))
    assert new.bookings == given.bookings


def test_weeks_of_its_own_share_out_their_hours():
    given = case(
        demand("Build", "Apollo", first=1, last=2, hours_per_week=None), demand_week("Build", 1, 30.0), demand_week("Build", 2, 60.0)
    )
    assert asked(after(given, finish=1))[0][:4].tolist() == [20.0, 30.0, 40.0, 0.0]
    assert asked(after(given, finish=-1))[0][:4].tolist() == [90.0, 0.0, 0.0, 0.0]


def test_a_holiday_counts_as_no_working_day():
    office = (calendar("Office"), holiday("Office", week(2)))
    given = portfolio(*office, project("Apollo"), demand("Build", "Apollo", last=1, hours_per_week=36.0), default_calendar_id=Id("Office"))
    assert after(given, finish=1).demands[BUILD].hours_per_week == 20.0


@pytest.mark.parametrize("edges", [{"finish": -4}, {"start": 4}, {}])
def test_nothing_happens_where_no_week_would_be_left_or_none_moves(edges):
    assert not stretched(case(demand("Build", "Apollo")), APOLLO, **edges)


def test_a_project_without_dates_stays():
    assert not stretched(case(), APOLLO, finish=2)


def test_own_dates_alone_are_stretched():
    assert after(case(start=week(2), finish=friday(3)), finish=2).projects[APOLLO].finish == friday(5)


def test_dates_that_end_before_they_begin_stay():
    assert not stretched(case(demand("Build", "Apollo", last=2), start=week(5)), APOLLO, finish=9)


amounts = st.sampled_from(["hours_per_week", "total_hours", "fte"])
figures = st.floats(0.1, 400).map(lambda hours: round(hours, 2))


@drawn(
    st.lists(st.tuples(st.integers(6, 15), st.integers(0, 8), amounts, figures, st.sampled_from(list(Profile))), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 8), figures), max_size=5),
    st.integers(-5, 5),
    st.integers(-5, 5),
)
def test_hours_in_all_stay_whatever_is_pulled(asking, own, start, finish):
    demands = [
        demand(f"D{number}", "Apollo", first=first, last=first + more, profile=profile, **{amount: figure})
        for number, (first, more, amount, figure, profile) in enumerate(asking)
    ]
    first, more = asking[0][:2]
    entries = [demand_week("D0", first + number % (more + 1), hours, id=Id(f"w{at}")) for at, (number, hours) in enumerate(own)]
    given = case(*demands, *entries)
    new = after(given, start=start, finish=finish)
    assert asked(new).sum(axis=1) == pytest.approx(asked(given).sum(axis=1), abs=0.05)


@drawn(st.integers(1, 6), st.integers(-5, 5))
def test_days_of_the_week_stay(first, by):
    given = case(demand("Build", "Apollo", start=week(first) + dt.timedelta(days=2), finish=friday(first + 6)))
    build = after(given, finish=by).demands[BUILD]
    assert (build.start.weekday(), build.finish.weekday()) == (2, 4)
