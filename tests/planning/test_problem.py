"""The problem that the solver reads: who and what takes part, and in which order."""

from dataclasses import replace

import numpy as np
from builders import absence, booking, demand, dependency, firm, friday, portfolio, project, resource, week

from data.entities import Id, ProjectStatus, ResourceKind
from data.portfolio import Portfolio
from planner.hours.problem import build
from solver.problem import NO_LIMIT

PROPOSED = ProjectStatus.PROPOSED


def renamed_ids(given: Portfolio) -> Portfolio:
    """The same people, projects and demands under ids in the opposite order of creation."""
    ann, bob = (replace(given.resources[Id(name)], id=Id(new)) for name, new in (("Ann", "2"), ("Bob", "1")))
    apollo, comet = (replace(given.projects[Id(name)], id=Id(new)) for name, new in (("Apollo", "2"), ("Comet", "1")))
    tasks = [
        replace(given.demands[Id(name)], id=Id(new), project_id=key)
        for name, new, key in (("Build", "2", apollo.id), ("Check", "1", comet.id))
    ]
    return Portfolio().holding(given.settings, ann, bob, apollo, comet, *tasks)


def two_of_each() -> Portfolio:
    people = (resource("Ann", hours_per_week=20.0), resource("Bob", hours_per_week=30.0))
    projects = (project("Apollo", 1), project("Comet", 5))
    return portfolio(*people, *projects, demand("Build", "Apollo"), demand("Check", "Comet", max_people=1), weeks=2)


def test_the_same_content_under_other_ids_is_the_same_problem():
    given = two_of_each()
    first, second = build(given), build(renamed_ids(given))
    assert first.demand_ids == ("Build", "Check")
    assert second.demand_ids == ("2", "1")
    assert np.array_equal(first.problem.capacity, second.problem.capacity)
    assert np.array_equal(first.problem.weight, second.problem.weight)
    assert np.array_equal(first.problem.max_people, second.problem.max_people)
    assert first.problem.project_of.tolist() == second.problem.project_of.tolist() == [0, 1]


def test_arrays_say_what_the_portfolio_says():
    ann = resource("Ann", overtime=5.0, max_projects=2)
    apollo = project("Apollo", 2, max_delay=3)
    settings = {"minimum_block": 2.0, "minimum_coverage": 75.0, "assignment_cost": 6.0, "overtime_cost": 2.0, "delay_cost": 0.5}
    problem = build(portfolio(ann, apollo, demand("Build", "Apollo", last=1, max_people=2), weeks=2, **settings)).problem
    assert problem.capacity.tolist() == [[40.0, 40.0]]
    assert problem.asked.tolist() == [[20.0, 0.0]]
    assert (problem.overtime.tolist(), problem.max_projects.tolist(), problem.max_people.tolist()) == ([5.0], [2], [2])
    assert (problem.weight.tolist(), problem.max_delay.tolist(), problem.optional.tolist()) == ([8.0], [3], [False])
    costs = (problem.minimum_block, problem.minimum_coverage, problem.assignment_cost, problem.overtime_cost, problem.delay_cost)
    assert costs == (2.0, 0.75, 6.0, 2.0, 0.005)


def test_no_limit_stands_where_none_is_set():
    problem = build(portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))).problem
    assert (problem.max_projects.tolist(), problem.max_people.tolist()) == ([NO_LIMIT], [NO_LIMIT])


def test_a_weight_of_its_own_goes_before_the_priority():
    projects = (project("A", 1), project("B", 5), project("C", 1, weight=2.5), project("D", 1, weight=0.0))
    assert build(portfolio(*projects)).problem.weight.tolist() == [16.0, 1.0, 2.5, 0.0]


def test_only_proposed_approved_and_active_projects_take_part():
    projects = [project(status.value, status=status) for status in ProjectStatus]
    demands = [demand(f"of {p.name}", p.name) for p in projects]
    case = build(portfolio(*projects, *demands))
    assert case.project_ids == ("Active", "Approved", "Proposed")
    assert case.demand_ids == ("of Active", "of Approved", "of Proposed")


def test_a_demand_takes_who_holds_its_role_at_its_level_or_higher():
    people = (resource("Ann", "Backend", 4), resource("Bob", "Backend", 2), resource("Cy", "Tester", 5))
    problem = build(portfolio(*people, project("Apollo"), demand("Build", "Apollo", "Backend", min_level=3))).problem
    assert problem.eligible.tolist() == [[True, False, False]]


def test_roles_compare_without_case_and_space_and_the_higher_level_counts():
    ann = resource("Ann", " backend", 2, other_roles=(("BACKEND ", 4), ("Tester", 1)))
    bob = resource("Bob", "Backend", 4, other_roles=(("backend", 2),))
    asked = (demand("Build", "Apollo", "Backend", min_level=4), demand("Check", "Apollo", "TESTER", min_level=2))
    problem = build(portfolio(ann, bob, project("Apollo"), *asked)).problem
    assert problem.eligible.tolist() == [[True, True], [False, False]]


def test_a_named_resource_is_the_only_one_whatever_its_role():
    people = (resource("Ann", "Backend", 4), resource("Bob", "Designer", 1))
    named = demand("Build", "Apollo", "Backend", min_level=4, resource_id="Bob")
    assert build(portfolio(*people, project("Apollo"), named)).problem.eligible.tolist() == [[False, True]]


def test_hard_bookings_inside_the_horizon_are_firm_and_doubles_add_up():
    twice = (firm("Build", "Ann", 2, 4.0), replace(firm("Build", "Ann", 2, 3.0), id=Id("again")))
    others = (firm("Build", "Ann", 9, 8.0), booking("Build", "Ann", 1, 8.0), firm("Idle", "Ann", 1, 8.0))
    stopped = (project("Stopped", status=ProjectStatus.ON_HOLD), demand("Idle", "Stopped"))
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), *stopped, *twice, *others, weeks=4)
    held = build(given).problem.firm
    assert (held.demand.tolist(), held.resource.tolist(), held.week.tolist(), held.hours.tolist()) == ([0], [0], [1], [7.0])


def test_a_proposed_project_is_optional_unless_it_is_a_must_do_or_firmly_booked():
    projects = (
        project("Booked", status=PROPOSED),
        project("Free", status=PROPOSED),
        project("Later", status=PROPOSED),
        project("Must", status=PROPOSED, must_do=True),
        project("Sure", status=ProjectStatus.APPROVED),
        project("Tentative", status=PROPOSED),
    )
    demands = [demand(f"of {p.name}", p.name) for p in projects]
    bookings = (firm("of Booked", "Ann", 1, 4.0), firm("of Later", "Ann", 99, 4.0), booking("of Tentative", "Ann", 1, 4.0))
    problem = build(portfolio(resource("Ann"), *projects, *demands, *bookings)).problem
    assert problem.optional.tolist() == [False, True, True, False, False, True]


def tied(problem):
    """Dependencies as predecessor, successor and the least weeks that the second is delayed more."""
    ties = problem.precedence
    return list(zip(ties.predecessor.tolist(), ties.successor.tolist(), ties.least.tolist(), strict=True))


def test_dependencies_between_projects_that_take_part_are_the_solvers():
    projects = (project("Apollo"), project("Comet", 5, status=PROPOSED, max_delay=9), project("Idle", status=ProjectStatus.ON_HOLD))
    tasks = (demand("Build", "Apollo", first=1, last=4), demand("Land", "Comet", first=2, last=4), demand("Wait", "Idle"))
    given = portfolio(resource("Ann"), *projects, *tasks, dependency("Apollo", "Comet"), dependency("Idle", "Comet"))
    case = build(given)
    assert case.project_ids == ("Apollo", "Comet")
    assert tied(case.problem) == [(0, 1, 3)]


def test_a_dependency_that_holds_with_room_lets_the_first_be_delayed_more():
    projects = (project("Apollo"), project("Comet"))
    tasks = (demand("Build", "Apollo", first=1, last=1), demand("Land", "Comet", first=4, last=4))
    assert tied(build(portfolio(*projects, *tasks, dependency("Apollo", "Comet"))).problem) == [(0, 1, -2)]


def test_a_project_without_dates_is_tied_to_none():
    given = portfolio(project("Apollo"), project("Comet"), demand("Build", "Apollo"), dependency("Apollo", "Comet"))
    assert tied(build(given).problem) == []


def test_an_empty_portfolio_is_an_empty_problem():
    case = build(portfolio(weeks=3))
    assert case.problem.shape == (0, 0, 3)
    assert case.findings == ()


def test_a_case_without_clashes_finds_nothing():
    away = absence("Ann", week(2), friday(2))
    given = portfolio(resource("Ann"), away, project("Apollo"), demand("Build", "Apollo"), firm("Build", "Ann", 1, 8.0))
    assert build(given).findings == ()


def test_ties_go_by_the_levels_held_above_those_asked_and_by_who_is_a_placeholder():
    ann = resource("Ann", role="Tester", level=4, other_roles=(("Coach ", 2),))
    later = resource("Later", role="tester", level=1, kind=ResourceKind.PLACEHOLDER)
    asks = (
        demand("a", "p", role="TESTER", min_level=3),
        demand("b", "p", role="coach"),
        demand("c", "p", role="", resource_id=ann.id),
        demand("d", "p", role="Pilot"),
    )
    case = build(portfolio(ann, later, project("p"), *asks))
    ties = case.problem.ties
    assert ties is not None

    rows = {key: row for row, key in enumerate(case.demand_ids)}
    first = np.full(4, case.resource_ids.index(ann.id))
    assert ties.surplus(np.array([rows[Id(key)] for key in "abcd"]), first).tolist() == [1, 1, 0, 0]
    assert ties.placeholder.tolist() == [key == later.id for key in case.resource_ids]
