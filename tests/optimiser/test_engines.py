"""The engines: what their outcomes mean, that all find the same value, and where the whole model starts from."""

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import highspy
import numpy as np
import pulp
import pytest
from pulp import constants

from solver.bound.relaxation import weekly_prices
from solver.control import Options, Unattended
from solver.engines import HIGHS_OUTCOMES, Limits, Outcome, available, named, solved
from solver.errors import EngineError
from solver.exact import finished
from solver.formulation import Known, size, start_of, whole_model
from solver.pulp_solvers import Reply, Said, asked, said, solver_of
from solver.residual import residual
from solver.search.improve import Search
from solver.search.layout import HUNDREDTHS, layout
from solver.solution import Status
from solver.solve import solve
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import large_problem, problem, random_problem, with_dependencies, with_term

NO_LIMITS = Limits(None, None)
HALF_A_HUNDREDTH = 0.006
OTHERS = [name for name in ("cbc", "glpk", "scip", "gurobi", "cplex", "xpress", "copt", "mosek") if name in available()]
"""Engines beside HiGHS that solve these models through PuLP, where they are on this machine."""
others = pytest.mark.skipif(not OTHERS, reason="no engine but HiGHS is on this machine")


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


@others
@pytest.mark.parametrize("seed", [1, 3, 4, 7, 8, 11, 13, 19])
def test_all_engines_find_the_same_value(seed):
    case = random_problem(seed, two_decimals=True)
    best = exact_best(case)
    for engine in ("highs", *OTHERS):
        assert solve(case, Options(time_limit=None, effort=5, gap=0.0, engine=engine), Unattended()).value == pytest.approx(best, abs=0.05)


@pytest.mark.parametrize("seed", range(100, 160))
def test_the_whole_model_proves_the_best_plan_no_more_and_no_less(seed):
    check_whole_model(random_problem(seed), "highs")


@others
@pytest.mark.parametrize("seed", range(100, 106))
def test_every_engine_proves_the_same(seed):
    for engine in OTHERS:
        check_whole_model(random_problem(seed), engine)


@others
@pytest.mark.parametrize("seed", range(6))
def test_every_engine_proves_the_same_of_delays_dependencies_and_terms(seed):
    case = with_term(with_dependencies(random_problem(seed, delays=True), seed), seed, "all")
    expected = finished_by(case, "highs")
    for engine in OTHERS:
        found = finished_by(case, engine)
        assert found.outcome is expected.outcome
        assert found.bound == pytest.approx(expected.bound, rel=1e-5, abs=1e-3)


def check_whole_model(case, engine):
    best, found = exact_best(case), finished_by(case, engine)
    assert found.outcome is Outcome.OPTIMAL
    assert found.bound == pytest.approx(best, rel=1e-5, abs=1e-4)


def test_an_unknown_engine_is_refused_by_naming_those_there_are():
    with pytest.raises(EngineError, match=r"“abacus” is not on this machine; choose one of: highs"):
        solve(problem(), Options(engine="abacus"), Unattended())
    with pytest.raises(EngineError, match=r"choose one of: highs"):
        solved(knapsack(), "abacus", {}, NO_LIMITS)


def test_highs_is_always_there_and_the_default():
    assert available()[0] == "highs" == Options().engine


def test_an_engine_may_be_typed_in_any_case():
    assert named(" HiGHS ") == "highs"
    assert [named(engine.upper()) for engine in available()] == list(available())


@others
def test_an_engine_may_be_called_as_pulp_calls_it():
    answer = solved(knapsack(), solver_of(OTHERS[0]), {}, NO_LIMITS)
    assert answer.outcome is Outcome.OPTIMAL
    assert answer.bound == pytest.approx(solved(knapsack(), "highs", {}, NO_LIMITS).bound, abs=0.01)


def test_only_a_solved_model_is_called_optimal():
    optimal = [status for status, outcome in HIGHS_OUTCOMES.items() if outcome is Outcome.OPTIMAL]
    assert optimal == [highspy.HighsModelStatus.kOptimal]


def test_a_model_that_cannot_be_met_is_infeasible_and_proves_nothing():
    for engine in ("highs", *OTHERS):
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


@others
@pytest.mark.parametrize("limits", [Limits(None, 15), Limits(0.2, None), Limits(0.2, 15), Limits(1e-3, None)])
def test_another_engine_stopped_early_proves_nothing(limits):
    best = solved(knapsack(120), "highs", {}, Limits(5.0, None))
    for engine in OTHERS:
        answer = solved(knapsack(120), engine, {}, limits)
        assert answer.bound == -np.inf or (answer.outcome is Outcome.OPTIMAL and answer.bound <= value(answer.values) + 1e-6)
        assert answer.bound <= value(best.values) + 1e-6
        assert (answer.outcome is Outcome.NOTHING) == (not answer.values)


def value(values):
    """What a plan of the knapsack of 120 is worth, by its own figures."""
    rng = np.random.default_rng(5)
    return sum(-float(rng.integers(50, 100)) * values[f"x{n}"] for n in range(120))


def answered(monkeypatch, reply, limits=NO_LIMITS, each=0.0, seconds=0.0):
    """What is made of an engine that sets every variable of a knapsack to `each`, takes some seconds, and replies so."""

    def told(model, *_):
        now[0] += seconds
        for variable in model.variables():
            variable.varValue = each
        return reply

    now = [0.0]
    monkeypatch.setattr("solver.engines.named", lambda engine: engine)
    monkeypatch.setattr("solver.engines.asked", told)
    monkeypatch.setattr("solver.engines.time", SimpleNamespace(monotonic=lambda: now[0]))
    return solved(knapsack(), "teller", {}, limits)


def test_an_engine_that_calls_a_plan_optimal_is_believed_where_no_limit_can_have_ended_it(monkeypatch):
    says = Reply(Said.OPTIMAL, 1e-6, tells_of_nodes=False)
    assert answered(monkeypatch, says).outcome is Outcome.OPTIMAL
    assert answered(monkeypatch, says).bound == pytest.approx(0.0, abs=1e-5)
    assert answered(monkeypatch, says, Limits(10.0, None), seconds=5.0).outcome is Outcome.OPTIMAL
    late = answered(monkeypatch, says, Limits(10.0, None), seconds=9.9)
    assert (late.outcome, late.bound) == (Outcome.FEASIBLE, -np.inf)
    limited = answered(monkeypatch, says, Limits(None, 100))
    assert (limited.outcome, limited.bound) == (Outcome.FEASIBLE, -np.inf)
    assert answered(monkeypatch, Reply(Said.OPTIMAL, 1e-6, tells_of_nodes=True), Limits(None, 100)).outcome is Outcome.OPTIMAL


def test_a_gap_that_an_engine_cannot_be_told_is_allowed_for(monkeypatch):
    assert answered(monkeypatch, Reply(Said.OPTIMAL, None, tells_of_nodes=False)).bound == pytest.approx(-1e-4)


def test_an_optimal_plan_that_breaks_a_row_is_none(monkeypatch):
    answer = answered(monkeypatch, Reply(Said.OPTIMAL, 1e-6, tells_of_nodes=True), each=1.0)
    assert (answer.outcome, dict(answer.values), answer.bound) == (Outcome.NOTHING, {}, -np.inf)
    assert answer.why == "its values do not keep every row"


def test_a_plan_left_by_an_engine_that_calls_it_nothing_is_used_but_proves_nothing(monkeypatch):
    answer = answered(monkeypatch, Reply(Said.OTHER, 1e-6, tells_of_nodes=True))
    assert (answer.outcome, answer.bound, len(answer.values)) == (Outcome.FEASIBLE, -np.inf, 40)


def test_an_engine_that_fails_has_found_nothing_and_says_why(monkeypatch):
    answer = answered(monkeypatch, Reply(Said.OTHER, 1e-6, tells_of_nodes=True, why="TELLER failed: no licence"), each=None)
    assert (answer.outcome, answer.why) == (Outcome.NOTHING, "TELLER failed: no licence")


def test_what_a_solver_throws_is_told_and_not_thrown(monkeypatch):
    class Thrower(pulp.LpSolver):
        def available(self):
            return True

        def actualSolve(self, lp, **kwargs):
            raise RuntimeError("no licence")

    monkeypatch.setattr("solver.pulp_solvers.solver_of", lambda engine: "THROWER")
    monkeypatch.setattr(pulp, "getSolver", lambda name, **options: Thrower())
    assert asked(knapsack(), "thrower", {}, None, None, 1e-6).why == "THROWER failed: no licence"


@pytest.mark.parametrize(
    ("status", "sol_status", "meant"),
    [
        (1, 1, Said.OPTIMAL),
        (1, 2, Said.OTHER),  # CBC, CPLEX and SCIP when the time is up
        (0, -1, Said.OTHER),  # Gurobi when the time is up, with or without a plan
        (0, 0, Said.OTHER),
        (-1, -1, Said.INFEASIBLE),
        (-3, -1, Said.OTHER),
    ],
)
def test_what_pulp_3_says_is_optimal_or_infeasible_only_where_both_its_words_agree(status, sol_status, meant):
    assert said(SimpleNamespace(status=status, sol_status=sol_status), status) is meant


@pytest.mark.parametrize(
    ("status", "has_solution", "meant"),
    [(1, True, Said.OPTIMAL), (1, False, Said.OTHER), (-4, True, Said.OTHER), (-11, True, Said.OTHER), (-1, False, Said.INFEASIBLE)],
)
def test_what_pulp_4_says_is_optimal_only_with_a_plan(status, has_solution, meant):
    assert said(SimpleNamespace(), SimpleNamespace(status=status, has_solution=has_solution)) is meant


def test_an_effort_ends_the_exact_end_at_the_same_place_every_time():
    case = large_problem(people=10, demands=20, weeks=5)
    left, search = searched(case)
    bounds = []
    for nodes in (10, 10, 40):
        found = finished(case, left, search.hours(), search.selected, "highs", Limits(None, nodes))
        assert found.outcome is not Outcome.OPTIMAL
        bounds.append(found.bound)
    assert bounds[0] == bounds[1] > bounds[2]


def test_a_case_too_large_for_an_effort_is_not_begun():
    case = large_problem(people=10, demands=20, weeks=5)
    left, search = searched(case)
    found = finished(case, left, search.hours(), search.selected, "highs", Limits(None, 3))
    assert (found.outcome, found.hours, found.bound, found.why) == (Outcome.NOTHING, None, np.inf, "the case is too large for this effort")


@others
def test_an_engine_that_no_effort_can_hold_is_not_given_a_model_too_large_for_it(monkeypatch):
    case = large_problem(people=10, demands=20, weeks=5)
    left, search = searched(case)
    found = finished(case, left, search.hours(), search.selected, OTHERS[0], Limits(None, 20))
    assert (found.outcome, found.hours, found.bound, found.why) == (Outcome.NOTHING, None, np.inf, "the model is too large for this effort")


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
