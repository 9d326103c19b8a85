"""The rest of the past spread over the weeks left: one edit, and no hour more or less is asked."""

import datetime as dt

from builders import allocation, demand, demand_week, friday, plan, portfolio, project, resource, week
from hypothesis import given as drawn
from hypothesis import strategies as st

from data.entities import Id, Profile, ProjectStatus
from data.plan import ProjectPlan
from data.validation import check
from planner.actions.spreading import rest_spread
from planner.hours.demand import asked
from planner.replanning.preparing import prepared
from planner.replanning.request import Replanning

BUILD = Id("Build")


def case(*entities, weeks=8):
    return portfolio(resource("Ann"), project("Apollo"), *entities, weeks=weeks)


def after(given, of, status_date):
    return rest_spread(given, of, status_date).edit.applied_to(given)


def rows(given):
    return asked(given).tolist()


def test_what_was_not_met_goes_to_the_weeks_left_by_what_they_ask():
    given = case(
        demand("Build", "Apollo", hours_per_week=None),
        demand_week("Build", 1, 20.0),
        demand_week("Build", 3, 10.0),
        demand_week("Build", 4, 30.0),
    )
    new = after(given, plan(allocation("Build", "Ann", 1, 12.0)), week(2))
    assert rows(new) == [[12.0, 0.0, 12.0, 36.0, 0.0, 0.0, 0.0, 0.0]]
    assert check(new) == ()


def test_a_flat_demand_gets_weeks_of_its_own():
    new = after(case(demand("Build", "Apollo")), plan(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Ann", 2, 14.0)), week(3))
    assert rows(new) == [[20.0, 14.0, 23.0, 23.0, 0.0, 0.0, 0.0, 0.0]]


def test_the_week_of_the_status_date_is_not_past():
    given = case(demand("Build", "Apollo"))
    assert rows(after(given, plan(), week(2) + dt.timedelta(days=4))) == rows(after(given, plan(), week(2)))


def test_the_rest_goes_evenly_to_weeks_that_ask_for_nothing_yet():
    given = case(demand("Build", "Apollo", hours_per_week=None), demand_week("Build", 1, 20.0))
    assert rows(after(given, plan(), week(2))) == [[0.0, 6.6666, 6.6666, 6.6668, 0.0, 0.0, 0.0, 0.0]]


def test_a_demand_that_has_ended_has_no_weeks_left():
    given = case(demand("Build", "Apollo", last=2))
    spread = rest_spread(given, plan(allocation("Build", "Ann", 1, 15.0)), week(3))
    assert (bool(spread.edit), spread.lost) == (False, {BUILD: 25.0})


def test_what_was_met_asks_for_no_edit():
    met = [allocation("Build", "Ann", number, 20.0) for number in (1, 2)]
    assert not rest_spread(case(demand("Build", "Apollo")), plan(*met), week(3)).edit


def test_nothing_is_spread_before_the_plan_begins():
    assert not rest_spread(case(demand("Build", "Apollo")), plan(), week(1)).edit


def test_a_delay_moves_the_past_with_the_project():
    of = plan(allocation("Build", "Ann", 2, 5.0), projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=1),))
    new = after(case(demand("Build", "Apollo", last=3)), of, week(3))
    assert rows(new) == [[5.0, 27.5, 27.5, 0.0, 0.0, 0.0, 0.0, 0.0]]


def test_projects_that_take_no_part_are_left_alone():
    on_hold = portfolio(resource("Ann"), project("Apollo", status=ProjectStatus.ON_HOLD), demand("Build", "Apollo"))
    left_out = plan(projects=(ProjectPlan(Id("Apollo"), selected=False),))
    assert not rest_spread(on_hold, plan(), week(3)).edit
    assert not rest_spread(case(demand("Build", "Apollo")), left_out, week(3)).edit


def test_hours_outside_the_weeks_planned_stay_where_they_are():
    """The demand goes on for two weeks after the last one planned."""
    given = case(demand("Build", "Apollo", last=6), weeks=4)
    new = after(given, plan(), week(3))
    wide = new.holding(portfolio(weeks=8).settings)
    assert rows(wide) == [[0.0, 0.0, 30.0, 30.0, 30.0, 30.0, 0.0, 0.0]]


def test_entries_that_are_there_are_used_again():
    given = case(
        demand("Build", "Apollo", hours_per_week=None),
        demand_week("Build", 1, 8.0),
        demand_week("Build", 2, 4.0),
        demand_week("Build", 2, 4.0, id=Id("again")),
    )
    edit = rest_spread(given, plan(), week(2)).edit
    assert [(change.id, change.after and change.after.hours) for change in edit.changes] == [
        ("Build 1", None),
        ("Build 2", 16.0),
        ("again", None),
    ]
    assert edit.inverse().applied_to(edit.applied_to(given)) == given


@drawn(
    profile=st.sampled_from(Profile),
    total=st.floats(1.0, 500.0),
    met=st.lists(st.floats(0.0, 60.0), min_size=8, max_size=8),
    now=st.integers(2, 8),
)
def test_no_hour_more_or_less_is_asked_and_the_past_asks_for_what_it_got(profile, total, met, now):
    given = case(demand("Build", "Apollo", total_hours=round(total, 2), profile=profile, start=week(1), finish=friday(8)))
    of = plan(*(allocation("Build", "Ann", number, round(hours, 2)) for number, hours in enumerate(met, 1) if hours >= 0.01))
    new = after(given, of, week(now))
    before, then = asked(given)[0], asked(new)[0]
    assert abs(before.sum() - then.sum()) < 0.001
    assert (then[now - 1 :] >= before[now - 1 :] - 0.0002).all()
    if new != given:
        assert all(abs(hours - min(was, round(got, 2))) < 0.02 for hours, was, got in zip(then[: now - 1], before, met, strict=False))


def test_many_demands_without_weeks_left_are_one_warning_with_the_worst():
    ended = [demand(f"D{number}", "Apollo", last=1, hours_per_week=float(number)) for number in range(1, 8)]
    given = portfolio(resource("Ann"), project("Apollo"), *ended, weeks=4)
    ready = prepared(given, Replanning(plan(), status_date=week(2)), spread=True)
    (found,) = ready.findings
    assert str(found) == (
        "Demands: 7 demands did not get 28.00 h that they asked for in the past, and have no weeks left for them: "
        "D7 7.00 h, D6 6.00 h, D5 5.00 h, D4 4.00 h, D3 3.00 h and 2 more; give them a later finish, or let them go"
    )


def test_a_status_date_of_another_year_is_told():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), weeks=4)
    (found,) = prepared(given, Replanning(plan(), status_date=dt.date(2026, 1, 11))).findings
    assert str(found) == "Status date: 2026-01-11 is before the first week planned, 2027-01-04, so nothing is past; look at its year"
    assert prepared(given, Replanning(plan(), status_date=week(2))).findings == ()
