"""The whole model against the independent one of exact_plans: delays, dependencies, selection, every term and the budget."""

import math
from dataclasses import replace

import numpy as np
import pytest

from solver.engines import Limits, Outcome
from solver.exact import Finished, finished
from solver.formulation import Known, size, start_of, whole_model
from solver.objective import terms_of, value_of
from solver.problem import Terms
from solver.residual import residual
from solver.search.improve import FreeHours
from solver.search.layout import HUNDREDTHS, floored
from solver.solution import Solution, Status
from solver.verify import verify
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import TERMS, booked, precedence, problem, random_problem, with_dependencies, with_term

HALF_A_HUNDREDTH = 0.006
NOTHING = FreeHours(*(np.zeros(0, np.int64) for _ in range(4)))


def ended(case, **limits) -> Finished:
    """The whole model solved to its end, from nothing."""
    selected = (~case.optional).astype(np.int64)
    return finished(case, residual(case), NOTHING, selected, "highs", Limits(limits.get("seconds"), limits.get("nodes")))


def written(case, found) -> Solution:
    """The plan of an exact end with its firm bookings, as a solve would write it; its bound is the value."""
    hours = NOTHING if found.hours is None else found.hours
    free = zip(hours.demand, hours.resource, hours.week, hours.hundredths, strict=True)
    firm = zip(case.firm.demand, case.firm.resource, case.firm.week, floored(case.firm.hours), strict=True)
    cells: dict[tuple[int, ...], int] = {}
    for d, r, t, hundredths in (*free, *firm):
        cells[int(d), int(r), int(t)] = cells.get((int(d), int(r), int(t)), 0) + int(hundredths)
    at = np.array(sorted(cells), np.int64).reshape(-1, 3).T
    amounts = np.array([cells[cell] for cell in sorted(cells)]) / HUNDREDTHS
    selected = found.selected == 1
    hours_of = *at, amounts, selected, found.delay
    value, terms = value_of(case, *hours_of), terms_of(case, *hours_of)
    proved = value + sum(points for _, points in terms)
    return Solution(Status.FEASIBLE, *hours_of, value, value, 1, 0.0, "highs", 1, terms=terms, objective_bound=proved)


def rounding(case) -> float:
    """Points that whole hundredths may cost: one of the dearest for each cell."""
    strict = 0.0 if case.terms.weight is None else float(case.terms.weight.sum())
    dear = sum(0.0 if table is None else float(table.max()) for table in (case.terms.resource_hour, case.terms.pair_hour))
    return 0.01 * (float(case.points.sum()) + strict + dear + case.terms.moved_hour + 3.0) * case.shape[0] * case.shape[2]


def check(case):
    """Bound, plan and the independent model's best are one; the plan keeps every rule."""
    best, found = exact_best(case), ended(case)
    if best == -math.inf:
        assert found.outcome is Outcome.INFEASIBLE
        return
    assert found.outcome is Outcome.OPTIMAL
    assert found.bound == pytest.approx(best, rel=1e-5, abs=1e-4)
    plan = written(case, found)
    assert verify(case, plan) == ()
    assert plan.objective == pytest.approx(best, abs=rounding(case))


@pytest.mark.parametrize("seed", range(60))
def test_delays_are_decided_together_with_staffing_and_selection(seed):
    check(random_problem(seed, delays=True))


@pytest.mark.parametrize("seed", range(100, 160))
def test_dependencies_hold_between_projects_that_take_part(seed):
    check(with_dependencies(random_problem(seed, delays=True), seed))


@pytest.mark.parametrize("seed", range(200, 220))
def test_dependencies_hold_where_nothing_may_be_delayed(seed):
    check(with_dependencies(random_problem(seed), seed))


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("seed", range(12))
def test_every_term_is_counted_as_the_objective_counts_it(seed, term):
    check(with_term(random_problem(seed, delays=seed % 3 == 0), seed, term))


@pytest.mark.parametrize("seed", range(300, 330))
def test_all_of_it_at_once(seed):
    check(with_term(with_dependencies(random_problem(seed, delays=True), seed), seed, "all"))


@pytest.mark.parametrize("seed", range(40))
def test_a_known_plan_is_a_start_that_keeps_every_row_and_is_worth_its_objective(seed):
    case = with_term(with_dependencies(random_problem(seed, delays=True, two_decimals=True), seed), seed, TERMS[seed % len(TERMS)])
    found, model = ended(case), whole_model(case, residual(case))
    if found.hours is None:
        return
    cells = zip(found.hours.demand.tolist(), found.hours.resource.tolist(), found.hours.week.tolist(), strict=True)
    given = dict(zip(cells, (found.hours.hundredths / HUNDREDTHS).tolist(), strict=True))
    start = start_of(model, Known(given, tuple(found.selected == 1), tuple(found.delay.tolist())))
    assert start.keys() == model.most.keys()
    assert all(0.0 <= start[name] <= most for name, most in model.most.items())
    for variable in model.problem.variables():
        variable.varValue = start[variable.name]
    over = [row.value() * row.sense for row in model.problem.constraints()]
    assert max(-each for each in over) <= HALF_A_HUNDREDTH
    assert model.constant - model.problem.objective.value() == pytest.approx(written(case, found).objective, abs=1e-6)


@pytest.mark.parametrize("seed", range(20))
def test_the_size_counts_cells_over_all_delays_and_what_continuity_adds(seed):
    case = random_problem(seed, delays=True)
    model = whole_model(case, residual(case))
    delays = sum(case.max_delay[p] > 0 for p, _ in model.chosen)
    assert size(case, residual(case)) == len(model.hours) + delays
    past = replace(case, open_from=1)
    assert size(past, residual(past)) == len(whole_model(past, residual(past)).hours) + delays
    joined = with_term(random_problem(seed), seed, "continuity")
    model = whole_model(joined, residual(joined))
    assert size(joined, residual(joined)) >= len(model.hours) + len(model.latest) + len(model.joins)


def test_a_case_with_nothing_to_delay_and_no_terms_has_no_variable_for_either():
    case = problem([[10.0, 10.0]], [[40.0, 40.0]], assignment_cost=4.0)
    model = whole_model(case, residual(case))
    assert len(model.most) == len(model.hours) + len(model.assigned) == 3


def test_a_project_goes_to_the_week_in_which_there_is_room():
    case = problem([[40.0, 0.0]], [[0.0, 40.0]], max_delay=1, delay_cost=0.01)
    found = ended(case)
    assert found.delay.tolist() == [1]
    assert written(case, found).week.tolist() == [1]
    assert found.bound == pytest.approx(80.0 - 0.8)


def test_a_block_is_that_of_the_hours_asked_at_the_delay_that_is_chosen():
    """Undelayed, week 1 asks for a block of 10 h and has 5 h left; delayed, 3 h would do there, but the delay costs more."""
    case = problem([[3.0, 10.0], [0.0, 35.0]], [[40.0, 40.0]], weight=(1.0, 10.0), max_delay=(1, 0), minimum_block=10.0, delay_cost=0.5)
    assert ended(case).bound == pytest.approx(350.0 + 3.0)


def test_an_optional_project_that_the_start_takes_in_is_left_out_where_it_cannot_be_met():
    case = problem([[40.0]], [[10.0]], optional=True)
    found = finished(case, residual(case), NOTHING, np.ones(1, np.int64), "highs", Limits(None, None), np.zeros(1, np.int64))
    assert (found.outcome, found.selected.tolist(), found.bound) == (Outcome.OPTIMAL, [0], 0.0)


def test_a_firm_booking_stays_in_its_week_and_meets_what_the_delay_brings_there():
    """The booking of week 1 meets nothing at no delay; delayed, the project asks for it there."""
    case = problem([[30.0, 0.0]], [[0.0, 40.0]], firm=((0, 0, 1, 20.0),), max_delay=1, delay_cost=0.0)
    found = ended(case)
    plan = written(case, found)
    assert (plan.delay.tolist(), plan.week.tolist(), plan.hours.tolist()) == ([1], [1], [30.0])
    assert found.bound == pytest.approx(60.0)


def test_a_successor_waits_as_long_as_its_predecessor():
    asked, capacity = [[40.0, 0.0, 0.0], [0.0, 40.0, 0.0]], [[0.0, 40.0, 40.0]]
    alone = problem(asked, capacity, max_delay=1, delay_cost=0.0)
    bound = problem(asked, capacity, max_delay=1, delay_cost=0.0, precedence=precedence((0, 1, 0)), optional=(False, True))
    assert ended(alone).bound == pytest.approx(160.0)
    assert ended(bound).delay.tolist() == [1, 1]
    never = problem(
        asked, capacity, max_delay=(1, 0), least_delay=np.array([1, 0]), precedence=precedence((0, 1, 0)), optional=(False, True)
    )
    assert ended(never).selected.tolist() == [1, 0]


def test_a_project_that_has_begun_keeps_its_delay():
    case = problem([[40.0, 0.0]], [[40.0, 40.0]], max_delay=1, least_delay=np.array([1]))
    found = ended(case)
    assert found.delay.tolist() == [1]
    assert found.bound == pytest.approx(written(case, found).value)


def test_dependencies_that_no_delay_can_keep_leave_no_plan():
    case = problem([[10.0], [10.0]], precedence=precedence((0, 1, 1)))
    assert (ended(case).outcome, ended(case).hours) == (Outcome.INFEASIBLE, None)


def test_a_budget_of_changes_keeps_hours_where_they_are_worth_less():
    current = booked(((0, 0, 0, 40.0),))
    free = problem([[40.0], [40.0]], weight=(1.0, 5.0))
    kept = problem([[40.0], [40.0]], weight=(1.0, 5.0), terms=Terms(current=current), most_moved=10.0)
    assert ended(free).bound == pytest.approx(200.0)
    assert ended(kept).bound == pytest.approx(30.0 + 50.0)
    impossible = problem([[40.0]], [[20.0]], terms=Terms(current=current), most_moved=10.0)
    assert ended(impossible).outcome is Outcome.INFEASIBLE


def test_weeks_that_are_past_hold_their_bookings_and_no_more():
    case = problem([[30.0, 30.0]], [[40.0, 40.0]], firm=((0, 0, 0, 5.0),), open_from=1)
    plan = written(case, ended(case))
    assert plan.hours.tolist() == [5.0, 30.0]


def test_half_a_person_in_between_saves_no_hand_over():
    """Booked on one person, then on another; between them a week in which nobody is worth their hours."""
    case = problem([[10.0, 10.0, 10.0]], [[10.0, 10.0, 10.0], [10.0, 10.0, 10.0]], weight=(1.0,), firm=((0, 0, 0, 10.0), (0, 1, 2, 10.0)))
    case = replace(case, terms=Terms(hand_over=10.0, resource_hour=np.array([0.0, 0.0]), pair_hour=np.array([[20.0, 20.0]])))
    found = ended(case)
    assert found.bound == pytest.approx(20.0 - 400.0 - 10.0)


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(10))
def test_a_thousand_more(hundred):
    for seed in range(5000 + 100 * hundred, 5100 + 100 * hundred):
        check(with_term(with_dependencies(random_problem(seed, delays=seed % 2 == 0), seed), seed, TERMS[seed % len(TERMS)]))
