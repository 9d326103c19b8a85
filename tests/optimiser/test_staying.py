"""What can stay of any plan breaks no rule, and a plan that breaks none stays as it is."""

from dataclasses import replace

import numpy as np
import pytest

from planner.replanning.staying import forced, staying
from solver.objective import terms_of, value_of
from solver.problem import Problem, Standing
from solver.solution import Solution, Status
from solver.verify import verify
from tests.optimiser.problems import booked, problem, random_problem


def random_plan(case: Problem, seed: int) -> Standing:
    """Hours of two decimals in half of all cells, whatever the rules say of them."""
    rng = np.random.default_rng(seed)
    resources, demands, weeks = case.shape
    hours = np.where(rng.random((demands, resources, weeks)) < 0.5, rng.choice([3.33, 8.0, 20.0, 41.07], (demands, resources, weeks)), 0.0)
    at = np.argwhere(hours > 0)
    projects = len(case.weight)
    selected = rng.random(projects) < 0.8
    return Standing(at[:, 0], at[:, 1], at[:, 2], hours[hours > 0], selected, rng.integers(0, 3, projects))


def whole(case: Problem, stays: Standing) -> Solution:
    """What stays together with the firm bookings, as a plan."""
    cells: dict[tuple[int, int, int], float] = {}
    for part in (case.firm, stays):
        for *at, hours in zip(part.demand.tolist(), part.resource.tolist(), part.week.tolist(), part.hours.tolist(), strict=True):
            cell = at[0], at[1], at[2]
            cells[cell] = max(cells.get(cell, 0.0), hours)
    both = booked(tuple((*cell, hours) for cell, hours in sorted(cells.items())))
    hours_of = both.demand, both.resource, both.week, both.hours, stays.selected, stays.delay
    value, terms = value_of(case, *hours_of), terms_of(case, *hours_of)
    return Solution(Status.FEASIBLE, *hours_of, value, 1e9, 1, 0.0, "highs", 1, terms=terms, objective_bound=1e15)


@pytest.mark.parametrize("seed", range(400))
def test_what_stays_breaks_no_rule(seed):
    case = random_problem(seed, two_decimals=True, delays=True)
    assert verify(case, whole(case, staying(case, random_plan(case, seed)))) == ()


@pytest.mark.parametrize("seed", range(200))
def test_what_stays_stays_again_as_it_is(seed):
    case = random_problem(seed, two_decimals=True, delays=True)
    once = staying(case, random_plan(case, seed))
    twice = staying(case, once)
    for name in ("demand", "resource", "week", "hours", "selected", "delay"):
        assert np.array_equal(getattr(once, name), getattr(twice, name)), name


def test_what_has_to_move_is_counted_in_hours():
    case = problem(asked=((10.0, 4.0),), capacity=((40.0, 40.0),))
    current = booked(((0, 0, 0, 12.0), (0, 0, 1, 4.0)))
    case = replace(case, terms=replace(case.terms, current=current))
    plan = Standing(current.demand, current.resource, current.week, current.hours, np.ones(1, bool), np.zeros(1, np.int64))
    assert forced(case, staying(case, plan)) == 2.0
    assert forced(case, Standing(*(np.zeros(0, np.int64) for _ in range(3)), np.zeros(0), plan.selected, plan.delay)) == 16.0
