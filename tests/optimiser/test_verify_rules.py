"""The independent check, rule by rule: a right plan passes, and bent so that one rule breaks it is refused by its number."""

import numpy as np

from solver.verify import verify
from tests.optimiser.problems import plan, problem


def refused(case, *cells, **fields):
    """What is said first about a plan: the number of the rule, or the fault in its figures; one entry for each fault."""
    return [found.split()[0] for found in verify(case, plan(case, *cells, **fields))]


def test_a_plan_that_keeps_every_rule_passes():
    case = problem([[10.0, 20.0], [30.0, 0.0]], [[40.0, 20.0], [5.0, 5.0]], max_people=2, max_projects=2, minimum_block=4.0)
    assert verify(case, plan(case, (0, 0, 0, 10.0), (0, 0, 1, 15.0), (0, 1, 1, 5.0), (1, 0, 0, 30.0))) == ()


def test_a_plan_of_nothing_passes_where_nothing_is_booked():
    case = problem([[10.0]], [[40.0]])
    assert verify(case, plan(case)) == ()


# R1


def test_hours_up_to_capacity_and_overtime_pass_and_more_break_r1():
    case = problem([[50.0]], [[40.0]], overtime=5.0)
    assert refused(case, (0, 0, 0, 45.0)) == []
    assert refused(case, (0, 0, 0, 45.02)) == ["R1"]


def test_overtime_in_a_week_without_capacity_breaks_r1():
    case = problem([[5.0, 5.0]], [[40.0, 0.0]], overtime=5.0)
    assert refused(case, (0, 0, 1, 5.0)) == ["R1"]


def test_r1_adds_up_what_a_resource_gives_to_all_demands():
    case = problem([[30.0], [30.0]], [[40.0]])
    assert refused(case, (0, 0, 0, 20.0), (1, 0, 0, 20.0)) == []
    assert refused(case, (0, 0, 0, 21.0), (1, 0, 0, 20.0)) == ["R1"]


# R2


def test_more_than_asked_breaks_r2_even_from_two_people():
    case = problem([[10.0]], [[40.0], [40.0]])
    assert refused(case, (0, 0, 0, 6.0), (0, 1, 0, 4.0)) == []
    assert refused(case, (0, 0, 0, 6.0), (0, 1, 0, 4.05)) == ["R2"]


def test_hours_in_a_week_that_is_not_asked_break_r2():
    case = problem([[10.0, 0.0]], [[40.0, 40.0]])
    assert refused(case, (0, 0, 1, 5.0)) == ["R2"]


def test_hours_of_a_project_that_is_left_out_break_r2():
    case = problem([[10.0]], [[40.0]], optional=True)
    assert refused(case, (0, 0, 0, 10.0), selected=[False]) == ["R2"]


def test_what_is_asked_moves_with_the_delay_of_its_project():
    case = problem([[10.0, 0.0]], [[40.0, 40.0]], max_delay=1)
    assert refused(case, (0, 0, 1, 10.0), delay=[1]) == []
    assert refused(case, (0, 0, 0, 10.0), delay=[1]) == ["R2"]


# R3


def test_an_unsuitable_resource_breaks_r3():
    case = problem([[10.0]], [[40.0], [40.0]], eligible=[[True, False]])
    assert refused(case, (0, 0, 0, 10.0)) == []
    assert refused(case, (0, 1, 0, 10.0)) == ["R3"]


# R4 and how every other rule yields to it


def test_a_hard_booking_that_is_dropped_or_cut_breaks_r4():
    case = problem([[10.0]], [[40.0]], firm=((0, 0, 0, 6.0),))
    assert refused(case, (0, 0, 0, 6.0)) == []
    assert refused(case) == ["R4"]
    assert refused(case, (0, 0, 0, 5.9)) == ["R4"]


def test_a_hard_booking_in_another_week_or_by_another_person_does_not_count():
    case = problem([[10.0, 10.0]], [[40.0, 40.0], [40.0, 40.0]], firm=((0, 0, 0, 6.0),))
    assert refused(case, (0, 0, 1, 6.0)) == ["R4"]
    assert refused(case, (0, 1, 0, 6.0)) == ["R4"]


def test_r1_yields_to_what_is_booked_and_not_an_hour_further():
    case = problem([[60.0], [10.0]], [[40.0]], overtime=5.0, firm=((0, 0, 0, 50.0),))
    assert refused(case, (0, 0, 0, 50.0)) == []
    assert refused(case, (0, 0, 0, 50.5)) == ["R1"]
    assert refused(case, (0, 0, 0, 50.0), (1, 0, 0, 1.0)) == ["R1"]


def test_a_booking_within_overtime_leaves_the_rest_of_it():
    case = problem([[60.0]], [[40.0]], overtime=5.0, firm=((0, 0, 0, 42.0),))
    assert refused(case, (0, 0, 0, 45.0)) == []
    assert refused(case, (0, 0, 0, 46.0)) == ["R1"]


def test_a_booking_stands_in_a_week_without_capacity():
    case = problem([[10.0]], [[0.0]], firm=((0, 0, 0, 8.0),))
    assert refused(case, (0, 0, 0, 8.0)) == []
    assert refused(case, (0, 0, 0, 9.0)) == ["R1"]


def test_r2_yields_to_what_is_booked_and_not_an_hour_further():
    case = problem([[10.0]], [[40.0], [40.0]], firm=((0, 0, 0, 30.0),))
    assert refused(case, (0, 0, 0, 30.0)) == []
    assert refused(case, (0, 0, 0, 30.0), (0, 1, 0, 1.0)) == ["R2"]


def test_r3_yields_to_the_booked_hours_of_the_cell_alone():
    case = problem([[20.0, 20.0]], [[40.0, 40.0]], eligible=False, firm=((0, 0, 0, 8.0),))
    assert refused(case, (0, 0, 0, 8.0)) == []
    assert refused(case, (0, 0, 0, 9.0)) == ["R3"]
    assert refused(case, (0, 0, 0, 8.0), (0, 0, 1, 8.0)) == ["R3"]


def test_r5_yields_to_the_people_booked_and_lets_nobody_else_join():
    case = problem([[40.0]], [[40.0], [40.0], [40.0]], max_people=1, firm=((0, 0, 0, 8.0), (0, 1, 0, 8.0)))
    assert refused(case, (0, 0, 0, 8.0), (0, 1, 0, 8.0)) == []
    assert refused(case, (0, 0, 0, 8.0), (0, 1, 0, 8.0), (0, 2, 0, 8.0)) == ["R5"]


def test_r6_yields_to_the_projects_booked_that_week_alone():
    asked, net = [[20.0, 20.0], [20.0, 20.0], [20.0, 20.0]], [[40.0, 40.0]]
    case = problem(asked, net, max_projects=1, firm=((0, 0, 0, 8.0), (1, 0, 0, 8.0)))
    both = ((0, 0, 0, 8.0), (1, 0, 0, 8.0))
    assert refused(case, *both) == []
    assert refused(case, *both, (2, 0, 0, 8.0)) == ["R6"]
    assert refused(case, *both, (0, 0, 1, 8.0), (1, 0, 1, 8.0)) == ["R6"]


def test_r7_yields_to_exactly_what_is_booked():
    case = problem([[20.0]], [[40.0]], minimum_block=10.0, firm=((0, 0, 0, 3.0),))
    assert refused(case, (0, 0, 0, 3.0)) == []
    assert refused(case, (0, 0, 0, 10.0)) == []
    assert refused(case, (0, 0, 0, 7.0)) == ["R7"]


# R5


def test_a_person_too_many_breaks_r5_even_in_another_week():
    case = problem([[10.0, 10.0]], [[40.0, 40.0], [40.0, 40.0]], max_people=1)
    assert refused(case, (0, 0, 0, 10.0), (0, 0, 1, 10.0)) == []
    assert refused(case, (0, 0, 0, 10.0), (0, 1, 1, 10.0)) == ["R5"]


def test_anybody_breaks_r5_where_nobody_may_work():
    case = problem([[10.0]], [[40.0]], max_people=0)
    assert refused(case, (0, 0, 0, 10.0)) == ["R5"]


# R6


def test_a_project_too_many_in_one_week_breaks_r6():
    case = problem([[10.0, 10.0], [10.0, 10.0]], [[40.0, 40.0]], max_projects=1)
    assert refused(case, (0, 0, 0, 10.0), (1, 0, 1, 10.0)) == []
    assert refused(case, (0, 0, 0, 10.0), (1, 0, 0, 10.0)) == ["R6"]


def test_two_demands_of_one_project_are_one_project_to_r6():
    case = problem([[10.0], [10.0]], [[40.0]], project_of=[0, 0], max_projects=1)
    assert refused(case, (0, 0, 0, 10.0), (1, 0, 0, 10.0)) == []


# R7


def test_less_than_a_block_breaks_r7():
    case = problem([[20.0]], [[40.0]], minimum_block=4.0)
    assert refused(case, (0, 0, 0, 4.0)) == []
    assert refused(case, (0, 0, 0, 3.9)) == ["R7"]


def test_a_block_is_never_more_than_what_is_asked_or_there():
    case = problem([[3.0, 20.0]], [[40.0, 2.0]], minimum_block=4.0)
    assert refused(case, (0, 0, 0, 3.0), (0, 0, 1, 2.0)) == []
    assert refused(case, (0, 0, 0, 2.5)) == ["R7"]
    assert refused(case, (0, 0, 1, 1.5)) == ["R7"]


def test_a_block_of_a_delayed_project_is_that_of_the_week_it_is_moved_to():
    case = problem([[3.0, 20.0]], [[40.0, 40.0]], minimum_block=4.0, max_delay=1)
    assert refused(case, (0, 0, 1, 3.0), delay=[1]) == []


# R8


def test_a_delay_beyond_the_window_or_below_nothing_breaks_r8():
    case = problem([[10.0, 0.0, 0.0]], [[40.0, 40.0, 40.0]], max_delay=1)
    assert refused(case, delay=[1]) == []
    assert refused(case, delay=[2]) == ["R8"]
    assert refused(case, delay=[-1]) == ["R8"]


def test_a_delay_breaks_r8_where_none_is_allowed_or_the_project_takes_no_part():
    still, out = problem([[10.0, 0.0]], [[40.0, 40.0]]), problem([[10.0, 0.0]], [[40.0, 40.0]], max_delay=1, optional=True)
    assert refused(still, delay=[1]) == ["R8"]
    assert refused(out, delay=[1], selected=[False]) == ["R8"]


# R10


def test_a_project_that_is_not_optional_may_not_be_left_out():
    case = problem([[10.0]], [[40.0]])
    assert refused(case) == []
    assert refused(case, selected=[False]) == ["R10"]


def test_an_optional_project_is_left_out_or_gets_its_coverage_all_demands_together():
    case = problem([[10.0], [30.0]], [[40.0]], project_of=[0, 0], optional=True, minimum_coverage=0.75)
    assert refused(case, selected=[False]) == []
    assert refused(case, (1, 0, 0, 30.0)) == []
    assert refused(case, (1, 0, 0, 29.9)) == ["R10"]
    assert refused(case) == ["R10"]


def test_coverage_counts_hours_asked_at_no_delay():
    case = problem([[10.0, 10.0]], [[40.0, 40.0]], optional=True, max_delay=1)
    assert refused(case, (0, 0, 1, 10.0), delay=[1]) == ["R10"]


# What no rule speaks of


def test_two_rules_broken_are_both_told():
    case = problem([[10.0]], [[5.0]])
    assert refused(case, (0, 0, 0, 12.0)) == ["R1", "R2"]


def test_a_cell_twice_hours_of_nothing_and_a_third_decimal_are_refused():
    case = problem([[10.0]], [[40.0], [40.0]])
    assert verify(case, plan(case, (0, 0, 0, 2.0), (0, 0, 0, 3.0))) == ("a demand, resource and week stands twice",)
    assert "hours are not above 0" in verify(case, plan(case, (0, 0, 0, 0.0)))
    assert "hours are not above 0" in verify(case, plan(case, (0, 0, 0, -1.0), (0, 1, 0, 5.0)))
    assert "hours are not above 0" in verify(case, plan(case, (0, 0, 0, np.nan)))
    assert verify(case, plan(case, (0, 0, 0, 2.345))) == ("hours have more than two decimals",)
