"""The engines: what their outcomes mean, that both find the same value, and where the whole model starts from."""

from concurrent.futures import ThreadPoolExecutor

import highspy
import numpy as np
import pulp
import pytest
from pulp import constants

from solver.control import Options, Unattended
from solver.engines import HIGHS_OUTCOMES, Limits, Outcome, available, solved
from solver.errors import EngineError
from solver.exact import finished
from solver.formulation import Known, size, start_of, whole_model
from solver.improve import Search
from solver.layout import HUNDREDTHS, layout
from solver.relaxation import weekly_prices
from solver.residual import residual
from solver.solution import Status
from solver.solve import solve
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import large_problem, problem, random_problem

NO_LIMITS = Limits(None, None)
HALF_A_HUNDREDTH = 0.006
cbc = pytest.mark.skipif("cbc" not in available(), reason="CBC is not on this machine")


def searched(case, rounds=1):
    """What is left to decide, and a search after some rounds."""
    left = residual(case)
    search = Search(layout(case, left, weekly_prices(case, left)), left.fixed, 1)
    search.build()
    with ThreadPoolExecutor(2) as executor:
        for _ in range(rounds):
            search.improve(executor)
    return left, search


def finished_by(case, engine, limits=NO_LIMITS):
    left, search = searched(case)
    return finished(case, left, search.hours(), search.selected, engine, limits)


def knapsack(items=40):
    """A model whose root relaxation does not end it: what an engine says of it under a limit is worth knowing."""
    rng = np.random.default_rng(5)
    model = pulp.LpProblem("knapsack", constants.LpMinimize)
    x = [model.add_variable(f"x{n}", 0, 1, constants.LpInteger) for n in range(items)]
    model += pulp.lpSum(-float(rng.integers(50, 100)) * each for each in x)
    for _ in range(8):
        model += pulp.lpSum(float(rng.integers(20, 90)) * each for each in x) <= 700.0
    return model


@cbc
@pytest.mark.parametrize("seed", [1, 3, 4, 7, 8, 11, 13, 19])
def test_highs_and_cbc_find_the_same_value(seed):
    case = random_problem(seed, two_decimals=True)
    values = [solve(case, Options(time_limit=None, effort=1, gap=0.0, engine=engine), Unattended()).value for engine in ("highs", "cbc")]
    assert values[0] == pytest.approx(values[1], abs=0.05)
    assert values[0] == pytest.approx(exact_best(case), abs=0.05)


@pytest.mark.parametrize("seed", range(100, 160))
def test_the_whole_model_proves_the_best_plan_no_more_and_no_less(seed):
    check_whole_model(random_problem(seed), "highs")


@cbc
@pytest.mark.parametrize("seed", range(100, 106))
def test_cbc_proves_the_same(seed):
    check_whole_model(random_problem(seed), "cbc")


def check_whole_model(case, engine):
    best, found = exact_best(case), finished_by(case, engine)
    assert found.outcome is Outcome.OPTIMAL
    assert found.bound == pytest.approx(best, rel=1e-5, abs=1e-4)


def test_an_unknown_engine_is_refused_by_naming_those_there_are():
    with pytest.raises(EngineError, match="“gurobi” is not on this machine; choose one of: highs"):
        solve(problem(), Options(engine="gurobi"), Unattended())
    with pytest.raises(EngineError, match="choose one of: highs"):
        solved(knapsack(), "gurobi", {}, NO_LIMITS)


def test_highs_is_always_there_and_the_default():
    assert available()[0] == "highs" == Options().engine


def test_only_a_solved_model_is_called_optimal():
    optimal = [status for status, outcome in HIGHS_OUTCOMES.items() if outcome is Outcome.OPTIMAL]
    assert optimal == [highspy.HighsModelStatus.kOptimal]


def test_a_model_that_cannot_be_met_is_infeasible_and_proves_nothing():
    for engine in available():
        model = pulp.LpProblem("impossible", constants.LpMinimize)
        x = model.add_variable("x0", 0, 1, constants.LpInteger)
        model += x
        model += 2.0 * x >= 3.0
        answer = solved(model, engine, {}, NO_LIMITS)
        assert (answer.outcome, dict(answer.values)) == (Outcome.INFEASIBLE, {})


@pytest.mark.parametrize("limits", [Limits(0.0, None), Limits(1e-6, None), Limits(None, 1), Limits(0.02, None)])
def test_a_model_stopped_early_is_not_optimal_and_its_bound_is_true(limits):
    best = solved(knapsack(), "highs", {}, NO_LIMITS)
    assert best.outcome is Outcome.OPTIMAL
    answer = solved(knapsack(), "highs", {}, limits)
    assert answer.bound <= best.bound + 1e-3
    assert answer.outcome is not Outcome.INFEASIBLE
    assert (answer.outcome is Outcome.NOTHING) == (not answer.values)


@cbc
def test_cbc_stopped_early_proves_nothing():
    answer = solved(knapsack(120), "cbc", {}, Limits(None, 1))
    assert answer.outcome is not Outcome.OPTIMAL or answer.bound > -1e9
    assert answer.outcome is Outcome.OPTIMAL or answer.bound == -np.inf


@pytest.mark.parametrize("seed", range(20))
def test_no_time_at_all_gives_a_plan_with_a_true_bound_and_no_false_optimum(seed):
    case = random_problem(seed)
    best = exact_best(case)
    for time_limit in (0.0, 1e-9):
        solution = solve(case, Options(time_limit=time_limit, gap=0.0), Unattended())
        assert solution.value <= best + 0.01
        assert solution.bound >= best - 1e-6 * max(1.0, abs(best))
        assert solution.status is Status.FEASIBLE or (solution.status is Status.OPTIMAL and solution.value >= best - 1e-3)


@pytest.mark.parametrize("seed", range(20))
def test_the_start_of_the_whole_model_is_inside_every_bound_and_keeps_every_row(seed):
    case = random_problem(seed, two_decimals=True)
    left, search = searched(case, rounds=2)
    hours = search.hours()
    keys = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), strict=True)
    known = dict(zip(keys, (hours.hundredths / HUNDREDTHS).tolist(), strict=True))
    model = whole_model(case, left)
    start = start_of(model, Known(known, tuple(search.selected == 1), (0,) * len(case.weight)))
    assert start.keys() == model.most.keys()
    assert all(0.0 <= start[name] <= most for name, most in model.most.items())
    for variable in model.problem.variables():
        variable.varValue = start[variable.name]
    over = [row.value() for row in model.problem.constraints()]
    assert max((hours for hours in over if hours is not None), default=0.0) <= HALF_A_HUNDREDTH
    assert -model.problem.objective.value() + model.constant == pytest.approx(search.value)


@pytest.mark.parametrize("seed", range(20))
def test_the_size_of_a_case_is_its_count_of_cells_that_could_hold_hours(seed):
    case = random_problem(seed)
    left = residual(case)
    assert size(case, left) == len(whole_model(case, left).hours)


def test_an_engine_starts_from_the_plan_it_is_given():
    """With no time to find one of its own, what comes back is the start."""
    case = large_problem(people=10, demands=20, weeks=5)
    left, search = searched(case, rounds=4)
    found = finished(case, left, search.hours(), search.selected, "highs", Limits(1e-3, None))
    assert found.outcome is Outcome.FEASIBLE
    assert found.hours is not None
    assert found.hours.hundredths.sum() == search.hours().hundredths.sum()
