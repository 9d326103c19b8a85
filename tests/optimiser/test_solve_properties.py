"""What holds for every solve: rules kept, bound above value, the same plan again, more effort never worse."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.bound.relaxation import weekly_prices
from solver.bound.staffing import staffing
from solver.control import Options, Unattended
from solver.objective import value_of
from solver.residual import residual
from solver.search.improve import Search
from solver.search.layout import layout
from solver.search.state import MET
from solver.solution import Status
from solver.solve import LEAST_POLISH, solve
from solver.verify import verify
from tests.optimiser.problems import large_problem, plan, problem, random_problem

problems = st.integers(0, 2**32 - 1).map(random_problem)
few = settings(max_examples=15)


def solved(case, effort=1, time_limit=None, **options):
    return solve(case, Options(time_limit=time_limit, effort=effort, gap=0.0, **options), Unattended())


def cells(solution):
    return list(zip(*(axis.tolist() for axis in (solution.demand, solution.resource, solution.week, solution.hours)), strict=True))


@few
@given(problems, st.integers(0, 3))
def test_every_plan_keeps_every_rule_below_its_bound(case, effort):
    solution = solved(case, effort)
    assert verify(case, solution) == ()
    assert solution.bound >= solution.value
    assert np.isfinite(solution.bound)


@few
@given(problems)
def test_hours_have_two_decimals_and_no_cell_stands_twice(case):
    solution = solved(case)
    places = [cell[:3] for cell in cells(solution)]
    assert len(set(places)) == len(places)
    assert all(hours == round(hours, 2) > 0 for *_, hours in cells(solution))


@few
@given(problems)
def test_the_value_is_that_of_the_hours_as_they_are_written(case):
    plan = solved(case)
    assert plan.value == value_of(case, plan.demand, plan.resource, plan.week, plan.hours, plan.selected, plan.delay)


@few
@given(problems, st.integers(0, 1000), st.integers(1, 3))
def test_the_same_problem_seed_and_effort_give_the_same_plan_whatever_the_time_limit(case, seed, effort):
    first = solved(case, effort, seed=seed)
    for time_limit in (None, 1000.0):
        again = solved(case, effort, time_limit, seed=seed)
        assert cells(again) == cells(first)
        assert (again.value, again.bound, again.effort, again.status) == (first.value, first.bound, first.effort, first.status)


@few
@given(problems)
def test_more_effort_is_never_worse(case):
    values = [solved(case, effort).value for effort in (0, 1, 2, 3)]
    assert values == sorted(values)


def test_the_same_seed_gives_the_same_plan_of_a_large_case_and_more_effort_is_never_worse():
    case = large_problem(people=30, demands=100, weeks=10)
    first, again, longer = (solved(case, effort, seed=7) for effort in (3, 3, 4))
    assert cells(first) == cells(again)
    assert first.effort == 3
    assert longer.value >= first.value
    assert longer.bound == first.bound


def test_another_seed_takes_another_way_to_a_plan_that_keeps_every_rule():
    case = large_problem(people=30, demands=100, weeks=10)
    one, two = solved(case, 3, seed=1), solved(case, 3, seed=2)
    assert cells(one) != cells(two)
    assert verify(case, one) == verify(case, two) == ()


def test_the_search_betters_its_first_plan():
    case = large_problem(people=30, demands=100, weeks=10)
    assert solved(case, 20).value > solved(case, 0).value + 50.0


def test_a_plan_within_the_gap_asked_for_ends_the_search_and_is_only_polished():
    case = large_problem(people=30, demands=100, weeks=10)
    loose = solve(case, Options(time_limit=None, gap=0.5), Unattended())
    assert loose.effort == LEAST_POLISH
    assert loose.status is Status.FEASIBLE
    assert loose.gap <= 0.5


def searched(case, rounds):
    """A search after some rounds, before anything is checked."""
    left = residual(case)
    search = Search(layout(case, left, weekly_prices(case, left)), left.fixed, 1)
    search.build()
    with ThreadPoolExecutor(2) as executor:
        for _ in range(rounds):
            search.improve(executor)
    return search


def with_bookings(case, search):
    """The plan of a search and the firm bookings together, as it would be written."""
    hours, firm = search.hours(), case.firm
    total = defaultdict(float)
    free = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), (hours.hundredths / 100).tolist(), strict=True)
    held = zip(firm.demand.tolist(), firm.resource.tolist(), firm.week.tolist(), firm.hours.tolist(), strict=True)
    for *cell, given_hours in (*free, *held):
        total[tuple(cell)] += given_hours
    return plan(case, *((*cell, round(given_hours, 2)) for cell, given_hours in total.items()), selected=search.selected == 1)


@pytest.mark.parametrize("seed", range(60))
def test_a_search_keeps_every_rule_and_count_by_itself(seed):
    """No plan is left to the check to throw away, and points counted step by step are those of the hours."""
    case = random_problem(seed, two_decimals=True)
    search = searched(case, 2)
    found = with_bookings(case, search)
    assert verify(case, found) == ()
    assert search.value == pytest.approx(found.value)


def test_a_search_gives_nobody_what_a_booking_leaves_of_a_block():
    """8 of 10 hours are booked and the person is full: the last 2 are less than a block of 4 for anybody else."""
    case = problem([[10.0]], [[8.0], [40.0]], minimum_block=4.0, firm=((0, 0, 0, 8.0),))
    assert len(searched(case, 1).hours().hundredths) == 0


@pytest.mark.parametrize("seed", range(30))
def test_the_state_of_a_search_is_what_its_hours_say(seed):
    """Hours free, hours still asked and projects by week are kept up step by step: counted afresh they are the same."""
    case = random_problem(seed)
    search = searched(case, 2)
    layout_of, hours, state, firm = search.plan, search.hours(), search.best, case.firm
    load = np.zeros_like(layout_of.free)
    np.add.at(load, (hours.resource, hours.week), hours.hundredths)
    assert (state.free == layout_of.free - load).all()
    assert (state.free >= 0).all()
    assert (state.left >= 0).all()
    met = np.bincount(case.project_of[hours.demand], hours.hundredths, minlength=len(case.weight))
    assert (state.project[:, MET] == met).all()
    counted = np.zeros_like(layout_of.free)
    working = np.concatenate(
        [[hours.resource, hours.week, case.project_of[hours.demand]], [firm.resource, firm.week, case.project_of[firm.demand]]], axis=1
    )
    for r, t, _ in np.unique(working, axis=1).T:
        counted[r, t] += 1
    assert (state.projects == counted).all()


@pytest.mark.parametrize("seed", range(30))
def test_what_remains_beside_the_bookings_adds_up_to_the_whole(seed):
    case = random_problem(seed)
    left = residual(case)
    assert (left.regular >= 0).all()
    assert (left.overtime >= 0).all()
    assert left.room + case.booked_load == pytest.approx(case.room)
    firm, none = case.firm, np.zeros(len(case.weight), np.int64)
    everybody = np.ones(len(case.weight), bool)
    alone = value_of(case, firm.demand, firm.resource, firm.week, firm.hours, everybody, none)
    assert left.fixed == pytest.approx(alone)
    assert (staffing(case, left).need > 0).all()
