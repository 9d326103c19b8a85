"""A policy as prices for the solver: who costs what, which priority outweighs which, and what is to stay where it is."""

import numpy as np
import pytest
from builders import booking, demand, firm, policy, portfolio, project, resource

from data.portfolio import Portfolio
from planner.hours.rows import Rows, rows
from planner.hours.terms import strict_weights, terms
from solver.problem import Firm, Terms

NOWHERE = Firm()


def case(*entities: object) -> Rows:
    """Ann (level 4, 80 an hour) and Bob (level 2, no rate), Apollo of priority 1 and Comet of 5, a demand of each."""
    people = (resource("Ann", level=4, cost_per_hour=80.0), resource("Bob", level=2))
    projects = (project("Apollo", 1), project("Comet", 5))
    demands = (demand("Build", "Apollo", min_level=2), demand("Port", "Comet", resource_id="Ann"))
    whole: Portfolio = portfolio(*people, *projects, *demands, *entities, weeks=4)
    return rows(whole, whole.projects)


def at(*cells: tuple[int, int, int, float]) -> Firm:
    """Hours by demand, resource and week."""
    parts = [np.array(part) for part in zip(*cells, strict=True)]
    return Firm(*(part.astype(np.int64) for part in parts[:3]), parts[3].astype(np.float64))


def cells(found: Terms) -> list[tuple[int, int, int, float]]:
    now = found.current
    return list(zip(now.demand.tolist(), now.resource.tolist(), now.week.tolist(), now.hours.tolist(), strict=True))


def test_a_policy_that_says_nothing_adds_no_term():
    assert terms(case(), policy(), NOWHERE).empty


def test_the_people_used_cost_points_by_their_rate_and_nothing_without_one():
    found = terms(case(), policy(cost=50.0), NOWHERE)
    assert found.resource_hour is not None
    assert found.resource_hour.tolist() == [4.0, 0.0]


def test_where_nobody_has_a_rate_the_people_used_are_no_term():
    free = portfolio(resource("Bob"), project("Apollo"), demand("Build", "Apollo"))
    assert terms(rows(free, free.projects), policy(cost=50.0), NOWHERE).empty


def test_an_hour_costs_points_for_each_level_above_the_one_asked_but_not_where_the_resource_is_named():
    found = terms(case(), policy(fit=0.5), NOWHERE)
    assert found.pair_hour is not None
    assert found.pair_hour.tolist() == [[1.0, 0.0], [0.0, 0.0]]


def test_a_level_below_the_one_asked_takes_nothing_off():
    below = portfolio(resource("Cleo", level=1), project("Apollo"), demand("Build", "Apollo", min_level=4))
    found = terms(rows(below, below.projects), policy(fit=0.5), NOWHERE)
    assert found.pair_hour is not None
    assert found.pair_hour.tolist() == [[0.0]]


def test_overtime_and_hand_overs_have_the_prices_of_the_policy():
    found = terms(case(), policy(overtime=2.0, continuity=12.0), NOWHERE)
    assert (found.overtime_hour, found.hand_over) == (2.0, 12.0)


def test_soft_bookings_are_to_stay_and_hard_ones_are_no_matter_of_price():
    found = terms(
        case(booking("Build", "Ann", 2, 8.0), booking("Build", "Ann", 2, 4.0, id="again"), firm("Build", "Bob", 1, 5.0)),
        policy(moved=3.0),
        NOWHERE,
    )
    assert cells(found) == [(0, 0, 1, 12.0)]
    assert found.moved_hour == 3.0


def test_soft_bookings_outside_the_horizon_are_no_part_of_it():
    assert terms(case(booking("Build", "Ann", 5, 8.0)), policy(moved=3.0), NOWHERE).empty


def test_a_cell_that_the_plan_of_record_and_a_soft_booking_both_have_counts_once_with_the_greater_hours():
    found = terms(case(booking("Build", "Ann", 2, 8.0)), policy(moved=3.0), at((0, 0, 1, 6.0), (1, 0, 3, 20.0)))
    assert cells(found) == [(0, 0, 1, 8.0), (1, 0, 3, 20.0)]


@pytest.mark.parametrize(("recorded", "price"), [(NOWHERE, 0.0), (at((0, 0, 1, 6.0)), 9.0)])
def test_an_assignment_can_be_changed_only_against_a_plan_of_record(recorded: Firm, price: float):
    found = terms(case(booking("Build", "Ann", 2, 8.0)), policy(changed=9.0), recorded)
    assert found.changed_assignment == price


def test_each_priority_outweighs_a_thousand_hours_of_the_next_one_that_is_there():
    found = strict_weights([project("Last", 5), project("First", 1), project("Middle", 3), project("Also first", 1)])
    assert found is not None
    assert found.tolist() == [1.0, 1e4, 1e2, 1e4]


def test_projects_with_a_weight_of_their_own_are_ordered_by_it():
    found = strict_weights([project("Own", 5, weight=20.0), project("First", 1), project("Nothing", 1, weight=0.0)])
    assert found is not None
    assert found.tolist() == [1_600.0, 16.0, 0.0]


def test_one_priority_alone_has_nothing_to_outweigh():
    alone = portfolio(project("Apollo"))
    assert terms(rows(alone, alone.projects), policy(strict=True), NOWHERE).empty


def test_hundreds_of_weights_keep_their_order_and_stay_within_what_a_sum_can_hold():
    found = strict_weights([project(f"P{n}", weight=100.0 + n) for n in range(200)])
    assert found is not None
    steps = found[1:] / found[:-1]
    assert steps.min() > 1.05
    assert found[-1] / found[0] == pytest.approx(1e8)


def test_what_outweighs_more_already_goes_on_doing_so():
    found = strict_weights([project("Small", weight=1.0), project("Huge", weight=50_000.0)])
    assert found is not None
    assert found.tolist() == [1.0, 50_000.0]
