"""The proved bound covers plans that the search does not make yet: delayed projects, and optional ones left out."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bound.pricing import Proof, proved, tightened
from solver.bound.relaxation import weekly_prices
from solver.bound.staffing import staffing
from solver.control import Options, Unattended
from solver.problem import NO_LIMIT, Firm, Problem, Terms
from solver.residual import residual
from solver.solve import solve
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import booked, problem

WEEKS = 4


def random_problem(seed: int) -> Problem:
    """Two or three people and projects, each project delayed by up to two weeks, some optional, some hours booked."""
    draw = np.random.default_rng(seed)
    people, projects, demands = draw.integers(2, 4, 3)
    first = draw.integers(0, 3, demands)
    asked = np.zeros((demands, WEEKS))
    for d in range(demands):
        asked[d, first[d] : first[d] + draw.integers(1, 3)] = draw.choice([3.0, 10.0, 40.0])
    booked = draw.random() < 0.5
    project_of = draw.integers(0, projects, demands)
    optional = draw.random(projects) < 0.3
    firm = Firm(np.array([0]), np.array([0]), draw.integers(0, WEEKS, 1), draw.choice([2.0, 12.0, 50.0], 1)) if booked else Firm()
    if booked:
        optional[project_of[0]] = False
    return Problem(
        capacity=draw.choice([0.0, 20.0, 40.0], (people, WEEKS), p=[0.1, 0.3, 0.6]),
        overtime=draw.choice([0.0, 6.0], people),
        max_projects=draw.choice([1, NO_LIMIT], people),
        weight=2.0 ** draw.integers(0, 5, projects),
        optional=optional,
        max_delay=draw.integers(0, 3, projects),
        project_of=project_of,
        asked=asked,
        max_people=draw.choice([1, 2, NO_LIMIT], demands),
        eligible=draw.random((demands, people)) < 0.7,
        firm=firm,
        assignment_cost=float(draw.choice([0.0, 4.0])),
    )


@pytest.mark.parametrize("seed", range(40))
def test_no_plan_exceeds_the_bound_whatever_is_delayed_or_left_out(seed: int) -> None:
    problem = random_problem(seed)
    left = residual(problem)
    tables = staffing(problem, left)
    first = proved(problem, left, tables, weekly_prices(problem, left))
    best = exact_best(problem)
    later = tightened(problem, left, tables, Proof(first.bound, first.prices, 1.0), best, 60)
    assert first.bound >= best - 1e-6
    assert first.bound >= later.bound >= best - 1e-6


@pytest.mark.parametrize("seed", range(10))
def test_any_prices_prove_a_bound(seed: int) -> None:
    problem = random_problem(seed)
    left = residual(problem)
    prices = np.random.default_rng(seed).exponential(4.0, problem.capacity.shape)
    assert proved(problem, left, staffing(problem, left), prices).bound >= exact_best(problem) - 1e-6


def test_a_delay_that_pays_raises_the_bound_and_one_that_does_not_leaves_it() -> None:
    # one person, two projects that both ask for the whole of week 1: 16 × (40 - 4) = 576, and a week later 36 - 0.4 more
    two = Problem(
        capacity=np.full((1, 2), 40.0),
        overtime=np.zeros(1),
        max_projects=np.array([NO_LIMIT]),
        weight=np.array([16.0, 1.0]),
        optional=np.array([False, False]),
        max_delay=np.array([0, 1]),
        project_of=np.array([0, 1]),
        asked=np.array([[40.0, 0.0], [40.0, 0.0]]),
        max_people=np.array([NO_LIMIT, NO_LIMIT]),
        eligible=np.ones((2, 1), bool),
    )
    assert bound_of(two) == pytest.approx(576.0 + 36.0 - 0.4)
    assert bound_of(replace(two, max_delay=np.array([0, 0]))) == pytest.approx(576.0)


def bound_of(problem: Problem) -> float:
    left = residual(problem)
    tables = staffing(problem, left)
    first = proved(problem, left, tables, weekly_prices(problem, left))
    return tightened(problem, left, tables, Proof(first.bound, first.prices, 1.0), 0.0, 200).bound


def test_steps_on_the_prices_leave_what_is_asked_behind():
    """The first weeks are full and may wait for empty ones: weekly prices prove less than that all is asked; steps go on from there."""
    rng, asked = np.random.default_rng(0), np.zeros((66, 26))
    for d, first in enumerate(rng.integers(0, 8, 66)):
        asked[d, first : first + 6] = rng.choice([10.0, 20.0, 40.0])
    case = problem(
        asked, np.full((15, 26), 20.0), project_of=np.sort(np.arange(66) % 21), max_delay=np.full(21, 12), eligible=rng.random((66, 15)) < 0.25,
        max_people=2, assignment_cost=4.0,
    )  # fmt: skip
    solution = solve(case, Options(time_limit=None, effort=2, gap=0.0), Unattended())
    assert solution.bound < 0.7 * float(case.points @ asked.sum(axis=1))


def test_to_stay_on_work_of_no_weight_may_be_worth_points() -> None:
    """Ann keeps two demands of weight 0 rather than pay for leaving them."""
    current = booked(((0, 0, 0, 8.0), (1, 0, 1, 8.0)))
    case = problem([[8.0, 0.0], [0.0, 8.0]], [[40.0, 40.0]], weight=[0.0], terms=Terms(changed_assignment=30.0, current=current))
    left = residual(case)
    assert exact_best(case) == pytest.approx(0.0)
    assert proved(case, left, staffing(case, left), weekly_prices(case, left)).bound >= -1e-6
