"""Problems with nothing to decide, or with figures at the edge of what arrays can hold."""

import numpy as np
import pytest

from solver.control import Options, Unattended
from solver.problem import NO_LIMIT
from solver.solution import Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import precedence, problem


def solved(case):
    """Solved to the end; every plan is checked on the way."""
    solution = solve(case, Options(time_limit=None, effort=3, gap=0.0), Unattended())
    assert verify(case, solution) == ()
    return solution


def told(solution):
    return solution.status, solution.value, len(solution.hours)


def cells(solution):
    return list(zip(*(axis.tolist() for axis in (solution.demand, solution.resource, solution.week, solution.hours)), strict=True))


@pytest.mark.parametrize("shape", [(0, 0, 3), (0, 2, 3), (2, 0, 3), (2, 2, 0), (0, 0, 0)])
def test_without_resources_demands_or_weeks_the_empty_plan_is_optimal(shape):
    resources, demands, weeks = shape
    solution = solved(problem(np.full((demands, weeks), 10.0), np.full((resources, weeks), 40.0)))
    assert told(solution) == (Status.OPTIMAL, 0.0, 0)
    assert solution.bound == pytest.approx(0.0, abs=1e-6)


def test_without_capacity_nothing_is_given_and_overtime_is_no_way_out():
    assert told(solved(problem([[10.0, 10.0]], [[0.0, 0.0]], overtime=8.0))) == (Status.OPTIMAL, 0.0, 0)


def test_where_nobody_is_suited_nothing_is_given():
    assert told(solved(problem([[10.0]], [[40.0]], eligible=False))) == (Status.OPTIMAL, 0.0, 0)


def test_where_nothing_is_asked_nothing_is_given():
    assert told(solved(problem([[0.0, 0.0]], [[40.0, 40.0]]))) == (Status.OPTIMAL, 0.0, 0)


def test_weights_of_nothing_leave_nothing_to_gain():
    assert told(solved(problem([[10.0], [20.0]], [[40.0]], weight=0.0, assignment_cost=4.0))) == (Status.OPTIMAL, 0.0, 0)


def test_one_demand_of_no_weight_beside_one_of_some_gets_nothing():
    assert cells(solved(problem([[10.0], [10.0]], [[40.0]], weight=[0.0, 2.0]))) == [(1, 0, 0, 10.0)]


def test_nobody_may_join_where_most_people_is_none():
    assert told(solved(problem([[10.0]], [[40.0]], max_people=0))) == (Status.OPTIMAL, 0.0, 0)


def test_a_resource_for_no_project_at_all_does_nothing():
    assert told(solved(problem([[10.0]], [[40.0]], max_projects=0))) == (Status.OPTIMAL, 0.0, 0)


def test_somebody_booked_where_most_people_is_none_may_do_more_of_it():
    case = problem([[10.0]], [[40.0], [40.0]], max_people=0, firm=((0, 0, 0, 4.0),))
    assert cells(solved(case)) == [(0, 0, 0, 10.0)]


def test_bookings_alone_are_the_plan_and_cost_what_they_cost():
    case = problem([[0.0, 10.0]], [[40.0, 8.0]], weight=2.0, max_people=1, firm=((0, 0, 0, 5.0), (0, 0, 1, 12.0)), assignment_cost=4.0)
    solution = solved(case)
    assert cells(solution) == [(0, 0, 0, 5.0), (0, 0, 1, 12.0)]
    assert told(solution) == (Status.OPTIMAL, 2.0 * 10.0 - 8.0 - 4.0, 2)


def test_bookings_may_be_worth_less_than_nothing():
    solution = solved(problem([[0.0]], [[0.0]], firm=((0, 0, 0, 5.0),), assignment_cost=4.0))
    assert told(solution) == (Status.OPTIMAL, -8.0 - 5.0, 1)


def test_binary_fractions_of_capacity_are_used_to_the_last_hundredth():
    case = problem([[100.0]] * 3, [[38.4], [0.3], [8.7]])
    assert solved(case).hours.sum() == pytest.approx(38.4 + 0.3 + 8.7)


def test_thirds_of_an_hour_are_rounded_down():
    solution = solved(problem([[3.3333, 6.6667]], [[40.0, 40.0]]))
    assert cells(solution) == [(0, 0, 0, 3.33), (0, 0, 1, 6.66)]
    assert solution.bound >= 2 * 10.0


def test_a_need_below_a_hundredth_cannot_be_met():
    solution = solved(problem([[0.004]], [[40.0]]))
    assert told(solution)[1:] == (0.0, 0)
    assert solution.bound >= 2 * 0.004


def test_a_block_of_thirds_is_given_as_far_as_it_can_be_written():
    assert cells(solved(problem([[3.3333]], [[40.0]], minimum_block=4.0))) == [(0, 0, 0, 3.33)]


def test_no_limits_at_all_let_everybody_work_on_everything():
    case = problem(np.full((4, 2), 30.0), np.full((3, 2), 40.0), max_people=NO_LIMIT, max_projects=NO_LIMIT)
    assert solved(case).value == pytest.approx(2.0 * 240.0)


def test_huge_weights_beside_small_ones_are_served_first_and_all_is_proved():
    case = problem([[30.0], [30.0]], [[40.0]], weight=[1e6, 1.0], assignment_cost=1.0)
    solution = solved(case)
    assert cells(solution) == [(0, 0, 0, 30.0), (1, 0, 0, 10.0)]
    assert solution.status is Status.OPTIMAL


def test_overtime_that_costs_more_than_it_earns_is_not_used():
    assert cells(solved(problem([[50.0]], [[40.0]], overtime=8.0, weight=2.0, overtime_cost=3.0))) == [(0, 0, 0, 40.0)]
    assert cells(solved(problem([[50.0]], [[40.0]], overtime=8.0, weight=2.0, overtime_cost=1.0))) == [(0, 0, 0, 48.0)]


def test_an_assignment_that_costs_more_than_it_earns_is_not_made():
    assert told(solved(problem([[3.9]], [[40.0]], assignment_cost=4.0))) == (Status.OPTIMAL, 0.0, 0)
    assert told(solved(problem([[4.5]], [[40.0]], assignment_cost=4.0))) == (Status.OPTIMAL, 1.0, 1)


def test_an_optional_project_that_cannot_be_covered_is_left_out():
    case = problem([[50.0]], [[39.9]], optional=True)
    solution = solved(case)
    assert told(solution) == (Status.OPTIMAL, 0.0, 0)
    assert solution.selected.tolist() == [False]


def test_an_optional_project_that_can_just_be_covered_is_taken_in():
    solution = solved(problem([[50.0]], [[40.0]], optional=True))
    assert told(solution) == (Status.OPTIMAL, 80.0, 1)
    assert solution.selected.tolist() == [True]


def test_an_optional_project_gives_way_to_what_is_worth_more():
    case = problem([[40.0], [40.0]], [[40.0]], optional=[True, False], weight=[2.0, 2.5])
    assert cells(solved(case)) == [(1, 0, 0, 40.0)]


def test_all_of_an_optional_project_in_hundredths_is_taken_in():
    case = problem([[3.33, 6.67]], [[40.0, 40.0]], optional=True, minimum_coverage=1.0)
    assert solved(case).selected.tolist() == [True]


def test_one_person_for_one_week_on_the_dearer_of_two():
    case = problem([[40.0], [40.0]], [[40.0]], weight=[1.0, 4.0], max_projects=1, minimum_block=4.0, assignment_cost=4.0)
    assert told(solved(case)) == (Status.OPTIMAL, 144.0, 1)
    assert exact_best(case) == pytest.approx(144.0)


def test_a_project_that_has_to_start_behind_the_horizon_does_not_make_its_successors_impossible():
    """Borealis may be delayed as far as Apollo, which must not begin before week 10 of three."""
    case = problem(
        [[10.0, 0.0, 0.0], [10.0, 0.0, 0.0]],
        [[40.0, 40.0, 40.0]],
        max_delay=[12, 20],
        least_delay=np.array([10, 0]),
        precedence=precedence((0, 1, 1)),
    )
    found = solved(case)
    assert found.status is Status.OPTIMAL
    assert found.delay[1] >= found.delay[0] + 1 >= 11
