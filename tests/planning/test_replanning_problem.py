"""A replanning as a problem: what is settled, what may move, and where the search starts."""

import datetime as dt

import numpy as np
import pytest
from builders import absence, allocation, booking, demand, dependency, firm, friday, plan, policy, portfolio, project, resource, week

from data.entities import Id, ProjectStatus
from data.plan import ProjectPlan
from planner.hours.problem import build
from planner.replanning.request import Budget, Replanning

PROPOSED = ProjectStatus.PROPOSED


def cells(hours):
    return list(zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), hours.hours.tolist(), strict=True))


def case(*entities, **settings):
    """Ann and Bob on Build (weeks 1 to 4, 20 h a week)."""
    return portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo"), *entities, weeks=6, **settings)


APOLLO_IN = ProjectPlan(Id("Apollo"), selected=True)


def record(*allocations, projects=(APOLLO_IN,)):
    return plan(*allocations, projects=projects)


BY_ANN = tuple(allocation("Build", "Ann", number, 20.0) for number in range(1, 5))


def posed(given, of, **fields):
    return build(given, replanning=Replanning(of, **fields)).problem


def test_a_plan_to_start_from_is_told_by_the_rows_of_the_problem():
    given = case(project("Comet", max_delay=3), demand("Land", "Comet", "Tester"))
    old = plan(
        allocation("Build", "Bob", 2, 10.0),
        allocation("Gone", "Bob", 2, 10.0),
        allocation("Build", "Bob", 9, 10.0),
        projects=(ProjectPlan(Id("Comet"), selected=False, delay_weeks=2),),
    )
    start = build(given, start=old).problem.start
    assert start is not None
    assert cells(start) == [(0, 1, 1, 10.0)]
    assert (start.selected.tolist(), start.delay.tolist()) == ([True, False], [0, 2])


def test_without_a_plan_the_search_starts_anew():
    assert build(case()).problem.start is None


def test_changes_are_priced_against_the_plan_of_record():
    terms = posed(case(), record(*BY_ANN), price_hour=2.0, price_assignment=5.0).terms
    assert (terms.moved_hour, terms.changed_assignment) == (2.0, 5.0)
    assert cells(terms.current) == [(0, 0, 0, 20.0), (0, 0, 1, 20.0), (0, 0, 2, 20.0), (0, 0, 3, 20.0)]


def test_a_price_that_is_not_set_is_that_of_the_policy():
    wish = Replanning(record(*BY_ANN), price_hour=2.0)
    terms = build(case(), policy=policy(moved=1.0, changed=7.0, continuity=3.0), replanning=wish).problem.terms
    assert (terms.moved_hour, terms.changed_assignment, terms.hand_over) == (2.0, 7.0, 3.0)


@pytest.mark.parametrize(("prices", "counted"), [({"continuity": 1.0}, 4), ({"moved": 1.0}, 5)])
def test_soft_bookings_count_beside_the_plan_only_where_the_policy_has_a_price_for_them(prices, counted):
    given = case(booking("Build", "Bob", 4, 8.0))
    wish = Replanning(record(*BY_ANN), budget=Budget(share=0.1))
    problem = build(given, policy=policy(**prices), replanning=wish).problem
    assert len(cells(problem.terms.current)) == counted


def test_a_budget_is_a_share_of_the_plans_hours():
    assert posed(case(), record(*BY_ANN), budget=Budget(share=0.1)).most_moved == 8.0


def test_without_a_budget_anything_may_move():
    assert posed(case(), record(*BY_ANN)).most_moved is None


def test_a_budget_in_hours_is_taken_as_it_is():
    assert posed(case(), record(*BY_ANN), budget=Budget(hours=5.5)).most_moved == 5.5


def test_hours_of_somebody_who_leaves_do_not_count_against_the_budget():
    given = case(absence("Ann", week(3), friday(4)))
    assert posed(given, record(*BY_ANN), budget=Budget(hours=5.0)).most_moved == 45.0


def test_hours_of_somebody_no_longer_there_are_no_hours_of_the_problem():
    given = portfolio(resource("Bob"), project("Apollo"), demand("Build", "Apollo"), weeks=6)
    problem = posed(given, record(*BY_ANN[:3], allocation("Build", "Bob", 4, 20.0)), budget=Budget(share=0.1))
    assert cells(problem.terms.current) == [(0, 0, 3, 20.0)]
    assert problem.most_moved == 8.0


def test_the_search_starts_from_what_can_stay():
    given = case(absence("Ann", week(3), friday(3), 75.0))
    start = posed(given, record(*BY_ANN)).start
    assert start is not None
    assert cells(start) == [(0, 0, 0, 20.0), (0, 0, 1, 20.0), (0, 0, 2, 10.0), (0, 0, 3, 20.0)]


def test_what_was_asked_less_of_stays_as_far_as_it_is_asked():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", hours_per_week=12.345), weeks=6)
    start = posed(given, record(*BY_ANN[:1])).start
    assert start is not None
    assert cells(start) == [(0, 0, 0, 12.34)]


def test_the_weightier_work_stays_where_both_no_longer_fit():
    low = (project("Comet", 5), demand("Land", "Comet", hours_per_week=40.0))
    old = record(*BY_ANN[:1], allocation("Land", "Ann", 1, 20.0), projects=())
    start = posed(case(*low, absence("Ann", week(1), friday(1), 40.0)), old).start
    assert start is not None
    assert cells(start) == [(0, 0, 0, 20.0), (1, 0, 0, 4.0)]


def test_a_rest_smaller_than_a_block_does_not_stay():
    low = (project("Comet", 5), demand("Land", "Comet", hours_per_week=40.0))
    old = record(*BY_ANN[:1], allocation("Land", "Ann", 1, 20.0), projects=())
    start = posed(case(*low, absence("Ann", week(1), friday(1), 45.0)), old).start
    assert start is not None
    assert cells(start) == [(0, 0, 0, 20.0)]


def test_only_suitable_people_stay():
    given = portfolio(resource("Ann", "Tester"), project("Apollo"), demand("Build", "Apollo"), weeks=6)
    start = posed(given, record(*BY_ANN)).start
    assert start is not None
    assert cells(start) == []


def test_of_too_many_people_those_with_most_hours_stay():
    given = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo", max_people=1), weeks=6)
    old = record(allocation("Build", "Ann", 1, 8.0), allocation("Build", "Bob", 1, 4.0), allocation("Build", "Bob", 2, 20.0))
    start = posed(given, old).start
    assert start is not None
    assert cells(start) == [(0, 1, 0, 4.0), (0, 1, 1, 20.0)]


def test_a_firm_booking_leaves_no_room_in_the_team():
    one = demand("Build", "Apollo", max_people=1)
    given = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), one, firm("Build", "Bob", 4, 4.0), weeks=6)
    start = posed(given, record(*BY_ANN)).start
    assert start is not None
    assert cells(start) == []


def test_of_too_many_projects_in_a_week_the_worthier_stay():
    ann = resource("Ann", max_projects=1)
    others = (project("Comet", 1), demand("Land", "Comet"))
    old = record(allocation("Build", "Ann", 1, 16.0), allocation("Land", "Ann", 1, 8.0), projects=())
    start = posed(portfolio(ann, project("Apollo", 3), demand("Build", "Apollo"), *others, weeks=4), old).start
    assert start is not None
    assert cells(start) == [(1, 0, 0, 8.0)]


def test_an_optional_project_that_no_longer_reaches_its_coverage_does_not_stay():
    given = portfolio(
        resource("Ann"), absence("Ann", week(1), friday(2)), project("Apollo", status=PROPOSED), demand("Build", "Apollo"), weeks=4
    )
    start = posed(given, record(*BY_ANN)).start
    assert start is not None
    assert (cells(start), start.selected.tolist()) == ([], [False])


def test_a_delay_stays_within_its_window():
    given = portfolio(resource("Ann"), project("Apollo", max_delay=1), demand("Build", "Apollo", first=1, last=1), weeks=6)
    old = record(allocation("Build", "Ann", 2, 20.0), projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=3),))
    start = posed(given, old).start
    assert start is not None
    assert (start.delay.tolist(), cells(start)) == ([1], [(0, 0, 1, 20.0)])


def test_a_window_of_the_past_is_firm_and_closed():
    problem = posed(
        case(firm("Build", "Ann", 1, 4.0), firm("Build", "Bob", 4, 4.0)), record(*BY_ANN), status_date=week(3) + dt.timedelta(days=2)
    )
    assert problem.open_from == 2
    assert cells(problem.firm) == [(0, 0, 0, 20.0), (0, 0, 1, 20.0), (0, 1, 3, 4.0)]


def test_nothing_is_past_where_no_status_date_is_given():
    problem = posed(case(firm("Build", "Ann", 1, 4.0)), record(*BY_ANN))
    assert (problem.open_from, cells(problem.firm), problem.least_delay) == (0, [(0, 0, 0, 4.0)], None)


def delayed(*said, now, **fields):
    """Apollo (weeks 1 to 4) in a plan that says this of it, replanned at the beginning of week `now`."""
    given = portfolio(resource("Ann"), project("Apollo", max_delay=6, **fields), demand("Build", "Apollo"), weeks=12)
    problem = posed(given, plan(projects=said), status_date=week(now))
    assert problem.least_delay is not None
    return problem.least_delay.tolist(), problem.max_delay.tolist(), problem.optional.tolist()


def its(delay, selected=True):
    return ProjectPlan(Id("Apollo"), selected, delay)


@pytest.mark.parametrize(
    ("delay", "now", "window"),
    [(0, 2, ([0], [0])), (2, 4, ([2], [2])), (2, 3, ([2], [6])), (4, 2, ([1], [6])), (0, 1, ([0], [6]))],
)
def test_what_has_begun_keeps_its_delay_and_the_rest_begins_no_earlier_than_now(delay, now, window):
    assert delayed(its(delay), now=now)[:2] == window


def test_a_project_that_has_begun_cannot_be_left_out():
    assert delayed(its(0), now=2, status=PROPOSED)[2] == [False]
    assert delayed(its(3), now=2, status=PROPOSED)[2] == [True]


def test_a_project_that_the_plan_left_out_may_still_be_left_out():
    assert delayed(its(0, selected=False), now=2, status=PROPOSED) == ([0], [6], [True])


def test_a_project_unknown_to_the_plan_has_begun_only_where_it_is_booked():
    given = portfolio(resource("Ann"), project("Apollo", max_delay=6), demand("Build", "Apollo"), weeks=12)
    fresh = posed(given, plan(), status_date=week(3))
    booked = posed(given.holding(firm("Build", "Ann", 1, 4.0)), plan(), status_date=week(3))
    assert (fresh.max_delay.tolist(), booked.max_delay.tolist()) == ([6], [0])


def test_what_a_dependency_needs_raises_the_delay_that_the_search_starts_from():
    projects = (project("Apollo"), project("Comet", max_delay=4))
    tasks = (demand("Build", "Apollo", first=1, last=4), demand("Land", "Comet", first=3, last=3))
    given = portfolio(resource("Ann"), *projects, *tasks, dependency("Apollo", "Comet"), weeks=12)
    problem = posed(given, plan(allocation("Land", "Ann", 3, 20.0)))
    assert problem.start is not None
    assert problem.start.delay.tolist() == [0, 2]
    assert cells(problem.start) == []


def test_hours_in_the_past_start_nowhere_but_where_the_plan_has_them():
    given = case(absence("Ann", week(1), friday(1)))
    problem = posed(given, record(*BY_ANN), status_date=week(2))
    assert problem.start is not None
    assert cells(problem.firm) == [(0, 0, 0, 20.0)]
    assert np.isclose(problem.room[0, 0], 20.0)
    assert cells(problem.start)[0] == (0, 0, 0, 20.0)
