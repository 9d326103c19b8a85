"""The value of a plan by literal figures, and the check of what a plan says of itself."""

import numpy as np
import pytest

from solver.problem import Standing, Terms
from solver.verify import verify
from tests.optimiser.problems import booked, plan, problem


def worth(case, *cells, **fields):
    return plan(case, *cells, **fields).value


def test_hours_earn_the_weight_of_their_project():
    case = problem([[10.0], [10.0]], [[40.0]], weight=[16.0, 0.5])
    assert worth(case, (0, 0, 0, 10.0), (1, 0, 0, 4.0)) == 162.0


def test_each_resource_on_a_demand_costs_hours_of_its_own_work_once():
    case = problem([[20.0, 20.0]], [[40.0, 40.0], [40.0, 40.0]], weight=2.0, assignment_cost=4.0)
    assert worth(case, (0, 0, 0, 10.0), (0, 0, 1, 10.0)) == 32.0
    assert worth(case, (0, 0, 0, 10.0), (0, 1, 1, 10.0)) == 24.0


def test_one_resource_on_two_demands_is_two_assignments():
    case = problem([[10.0], [10.0]], [[40.0]], project_of=[0, 0], weight=2.0, assignment_cost=4.0)
    assert worth(case, (0, 0, 0, 10.0), (1, 0, 0, 10.0)) == 24.0


def test_hours_above_capacity_cost_points_across_demands_and_overtime():
    case = problem([[30.0], [30.0]], [[40.0]], overtime=10.0, weight=2.0, overtime_cost=1.5)
    assert worth(case, (0, 0, 0, 20.0), (1, 0, 0, 20.0)) == 80.0
    assert worth(case, (0, 0, 0, 28.0), (1, 0, 0, 20.0)) == 84.0


def test_booked_hours_above_what_is_asked_earn_nothing_and_cost_their_overtime():
    case = problem([[10.0]], [[20.0]], weight=2.0, overtime_cost=1.0, assignment_cost=4.0, firm=((0, 0, 0, 25.0),))
    assert worth(case, (0, 0, 0, 25.0)) == 20.0 - 8.0 - 5.0


def test_hours_booked_in_a_week_that_asks_for_none_earn_nothing():
    case = problem([[10.0, 0.0]], [[20.0, 20.0]], weight=2.0, firm=((0, 0, 1, 5.0),))
    assert worth(case, (0, 0, 1, 5.0)) == 0.0


def test_a_week_of_delay_costs_a_share_of_the_weighted_hours_asked():
    case = problem([[10.0, 0.0, 0.0], [30.0, 0.0, 0.0]], [[40.0] * 3], weight=[2.0, 4.0], max_delay=2, delay_cost=0.01)
    assert worth(case, delay=[2, 1]) == pytest.approx(-(2 * 0.01 * 20.0 + 0.01 * 120.0))
    assert worth(case, (0, 0, 1, 10.0), delay=[1, 0]) == pytest.approx(20.0 - 0.2)


def test_hours_that_a_delay_moves_out_of_the_horizon_earn_nothing_and_still_count_as_asked():
    case = problem([[10.0, 10.0]], [[40.0, 40.0]], weight=2.0, max_delay=5, delay_cost=0.01)
    assert worth(case, (0, 0, 1, 10.0), delay=[1]) == pytest.approx(20.0 - 0.4)
    assert worth(case, delay=[5]) == pytest.approx(-2.0)


def test_a_project_left_out_neither_earns_nor_pays_for_its_delay():
    case = problem([[10.0]], [[40.0]], optional=True, max_delay=1)
    assert worth(case, selected=[False]) == 0.0


def test_a_false_value_is_refused_and_a_true_one_passes():
    case = problem([[10.0]], [[40.0]], weight=2.0)
    assert verify(case, plan(case, (0, 0, 0, 10.0), value=20.0)) == ()
    assert verify(case, plan(case, (0, 0, 0, 10.0), value=20.01)) == ("the value is told as 20.01 but is 20.0",)
    assert verify(case, plan(case, (0, 0, 0, 10.0), value=19.99)) == ("the value is told as 19.99 but is 20.0",)


def test_a_bound_below_the_value_is_refused_and_one_that_meets_it_passes():
    case = problem([[10.0]], [[40.0]], weight=2.0)
    assert verify(case, plan(case, (0, 0, 0, 10.0), bound=20.0)) == ()
    assert verify(case, plan(case, (0, 0, 0, 10.0), bound=19.99)) == ("the bound 19.99 is below the value 20.0",)


def dear(**fields):
    """Ann's hours cost half a point each by a policy: 20 points less 5 for her ten hours."""
    return problem([[10.0]], [[40.0]], weight=2.0, terms=Terms(resource_hour=np.array([0.5])), **fields)


def test_a_false_term_is_refused_and_a_true_one_passes():
    case = dear()
    assert verify(case, plan(case, (0, 0, 0, 10.0), terms=(("Cost", -5.0),))) == ()
    assert verify(case, plan(case, (0, 0, 0, 10.0), terms=(("Cost", -4.0),))) == ("the term Cost is told as -4.0 but is -5.0",)
    assert verify(case, plan(case, (0, 0, 0, 10.0), terms=())) == ("the term Cost is told as 0.0 but is -5.0",)


def test_a_bound_below_the_objective_is_refused_and_one_that_meets_it_passes():
    case = dear()
    assert verify(case, plan(case, (0, 0, 0, 10.0), objective_bound=15.0)) == ()
    assert verify(case, plan(case, (0, 0, 0, 10.0), objective_bound=14.9)) == ("the bound 14.9 is below the objective 15.0",)


def test_hours_moved_beyond_the_budget_are_refused():
    """Ann did it; four of her ten hours may go."""
    now = Standing(*(np.zeros(1, np.int64),) * 3, np.array([10.0]), np.ones(1, np.bool_), np.zeros(1, np.int64))
    current = booked(((0, 0, 0, 10.0),))
    case = problem([[10.0]], [[40.0], [40.0]], terms=Terms(current=current), most_moved=4.0, start=now)
    assert verify(case, plan(case, (0, 0, 0, 6.0), (0, 1, 0, 4.0))) == ()
    assert verify(case, plan(case, (0, 0, 0, 5.9), (0, 1, 0, 4.1))) == ("4.10 h of the current plan are moved, 4.00 may be",)


def test_a_hard_booking_of_a_hundredth_more_than_is_written_is_kept():
    case = problem([[10.0]], [[40.0]], firm=((0, 0, 0, 3.3333),))
    assert verify(case, plan(case, (0, 0, 0, 3.33))) == ()


def test_hours_rounded_to_the_nearest_hundredth_pass_whatever_sum_they_are_part_of():
    case = problem([[3.334], [3.334], [3.334]], [[10.002]], project_of=[0, 0, 0])
    cells = [(d, 0, 0, 3.34) for d in range(3)]
    assert verify(case, plan(case, *cells)) == ()


def test_the_value_does_not_depend_on_the_order_of_the_cells():
    case = problem([[10.0], [10.0]], [[40.0], [40.0]], assignment_cost=1.0)
    cells = ((0, 0, 0, 5.0), (1, 0, 0, 7.0), (0, 1, 0, 5.0))
    assert worth(case, *cells) == worth(case, *reversed(cells))


def test_a_solution_without_cells_is_worth_nothing_and_is_checked():
    case = problem(np.zeros((0, 3)), np.zeros((0, 3)))
    assert worth(case) == 0.0
    assert verify(case, plan(case)) == ()
