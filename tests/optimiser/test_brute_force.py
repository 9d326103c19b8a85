"""Tiny problems against the best plan there is, found by two independent ways; every feature of the model now and then."""

import numpy as np
import pytest

from solver.bound.pricing import Proof, proved, tightened
from solver.bound.relaxation import weekly_prices
from solver.bound.staffing import staffing
from solver.control import Options, Unattended
from solver.residual import residual
from solver.solution import Solution, Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.exact_plans import enumerated_best, exact_best
from tests.optimiser.problems import problem, random_problem

SEEDS = range(60)
TOLERANCE = 1e-6
"""Relative, of points: what two engines may differ by."""


def off(points: float) -> float:
    return TOLERANCE * max(1.0, abs(points))


def solved(case, effort=2, **options) -> Solution:
    return solve(case, Options(time_limit=None, effort=effort, gap=0.0, **options), Unattended())


def rounding(case) -> float:
    """Points that whole hundredths may cost, or win where a coverage is met to the hundredth: one for each cell."""
    return 0.01 * float(case.points.sum()) * case.shape[0] * case.shape[2]


def rounding_up(case) -> float:
    """Hours of an optional project rounded down may be a hundredth short of its coverage, and the rest go elsewhere."""
    return rounding(case) if case.optional.any() else 0.0


def whole_units(seed: int):
    """Two people, two or three demands, two weeks, every figure in tens of hours: small enough to try every plan."""
    rng = np.random.default_rng(seed)
    demands = int(rng.integers(2, 4))
    project_of = np.sort(rng.permutation(np.append(0, rng.integers(0, 2, demands - 1))))
    projects = int(project_of.max()) + 1
    asked = rng.choice([0, 20, 20, 40], (demands, 2))
    optional = rng.random(projects) < 0.4
    bound = [d for d in range(demands) if not optional[project_of[d]]]
    cells = {(int(rng.choice(bound)), int(rng.integers(2)), int(rng.integers(2))) for _ in range(rng.integers(0, 3)) if bound}
    return problem(
        asked,
        rng.choice([0, 10, 20, 20], (2, 2)),
        project_of=project_of,
        firm=tuple((*cell, float(rng.choice([10, 20, 30]))) for cell in sorted(cells)),
        overtime=rng.choice([0, 10], 2),
        max_projects=rng.choice([0, 1, 2], 2),
        weight=rng.choice([0.0, 1.0, 2.0, 4.0], projects),
        optional=optional,
        max_people=rng.choice([0, 1, 2], demands),
        eligible=rng.random((demands, 2)) < 0.8,
        minimum_block=float(rng.choice([0, 20])),
        minimum_coverage=float(rng.choice([0.5, 1.0])),
        assignment_cost=float(rng.choice([0, 4])),
        overtime_cost=float(rng.choice([0, 1, 3])),
    )


@pytest.mark.parametrize("seed", range(40))
def test_trying_every_plan_finds_the_value_that_is_called_optimal(seed):
    case = whole_units(seed)
    best = enumerated_best(case, 10.0)
    solution = solved(case)
    assert verify(case, solution) == ()
    assert solution.value == pytest.approx(best, abs=off(best))
    assert solution.status is Status.OPTIMAL
    assert solution.bound == pytest.approx(best, abs=off(best))


@pytest.mark.parametrize("seed", range(15))
def test_both_independent_ways_agree(seed):
    case = whole_units(seed)
    assert exact_best(case) == pytest.approx(enumerated_best(case, 10.0), abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_value_and_bound_embrace_the_best_plan_and_the_exact_end_reaches_it(seed):
    check_against_exact(random_problem(seed))


@pytest.mark.parametrize("seed", range(60, 90))
def test_a_search_without_its_exact_end_stays_below_the_best_plan_and_its_bound_above(seed, monkeypatch):
    monkeypatch.setattr("solver.solve.SMALL_ENOUGH", -1)
    check_embraced(random_problem(seed))


@pytest.mark.parametrize("seed", range(30))
def test_the_bound_holds_for_plans_that_delay_projects(seed):
    check_embraced(random_problem(seed, delays=True))


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(20))
def test_two_thousand_more(hundred):
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        check_against_exact(random_problem(seed))
        check_embraced(random_problem(seed, delays=True))


def check_against_exact(case):
    best, solution = check_embraced(case)
    assert solution.value >= best - rounding(case) - off(best)


def check_embraced(case):
    best, solution = exact_best(case), solved(case)
    assert verify(case, solution) == ()
    assert solution.value <= best + rounding_up(case) + off(best)
    assert solution.bound >= best - off(best)
    assert solution.status is not Status.OPTIMAL or solution.value >= best - 2 * off(best)
    return best, solution


@pytest.mark.parametrize("seed", range(20))
def test_any_prices_of_capacity_prove_a_bound(seed):
    case = random_problem(seed, delays=seed % 2 == 1)
    best, left, rng = exact_best(case), residual(case), np.random.default_rng(seed)
    tables = staffing(case, left)
    for scale in (0.0, 0.5, 2.0, 20.0):
        prices = scale * rng.random(case.capacity.shape) * (rng.random(case.capacity.shape) < 0.7)
        assert proved(case, left, tables, prices).bound >= best - off(best)


@pytest.mark.parametrize("seed", range(20))
def test_prices_of_the_weekly_relaxation_are_never_below_nothing_and_prove_a_bound(seed):
    case = random_problem(seed)
    best, left = exact_best(case), residual(case)
    prices = weekly_prices(case, left)
    assert prices.shape == case.capacity.shape
    assert (prices >= 0.0).all()
    assert proved(case, left, staffing(case, left), prices).bound >= best - off(best)


@pytest.mark.parametrize("seed", range(20))
def test_tightening_never_loosens_a_bound_and_never_passes_the_best_plan(seed):
    case = random_problem(seed)
    best, left = exact_best(case), residual(case)
    tables = staffing(case, left)
    loose = proved(case, left, tables, weekly_prices(case, left))
    bounds = [tightened(case, left, tables, Proof(loose.bound, loose.prices, 0.1), best, steps).bound for steps in (0, 1, 5, 40)]
    assert bounds[0] == loose.bound
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] >= best - off(best)


@pytest.mark.parametrize("seed", range(20))
def test_the_prices_that_come_with_a_proof_prove_it(seed):
    case = random_problem(seed)
    left = residual(case)
    tables = staffing(case, left)
    proof = tightened(case, left, tables, proved(case, left, tables, weekly_prices(case, left)), 0.0, 20)
    assert proved(case, left, tables, proof.prices).bound == proof.bound
