"""Of plans worth the same, which one: fewer hand-overs, then less surplus of level, then people before placeholders."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from solver.control import Options, Unattended
from solver.objective import ties_of
from solver.problem import Problem, Standing, Ties
from solver.solution import Solution
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import Cell, problem, random_problem


def started(case: Problem, *cells: Cell) -> Problem:
    """The case with a known plan to start from."""
    table = np.array(cells, float)
    at = table[:, :3].astype(np.int64)
    everything = np.ones(len(case.weight), np.bool_)
    return replace(case, start=Standing(at[:, 0], at[:, 1], at[:, 2], table[:, 3], everything, np.zeros(len(case.weight), np.int64)))


def of_levels(held: Any, least: Any, placeholder: Any) -> Ties:
    """One role, which every demand asks for."""
    levels = np.array(held, np.int64).reshape(-1, 1)
    return Ties(levels, np.zeros(len(least), np.int64), np.array(least, np.int64), np.array(placeholder, bool))


def ties(case: Problem, found: Solution) -> tuple[float, float, float]:
    return ties_of(case, found.demand, found.resource, found.week, found.hours)


def solved(case: Problem, effort: int = 40) -> Solution:
    return solve(case, Options(time_limit=None, effort=effort, gap=0.0), Unattended())


def test_a_plan_worth_as_much_with_fewer_hand_overs_is_preferred() -> None:
    weeks = range(6)
    case = problem(asked=np.full((2, 6), 20.0), capacity=np.full((2, 6), 20.0))
    turns = started(case, *((d, (d + t) % 2, t, 20.0) for d in range(2) for t in weeks))
    assert turns.start is not None
    assert ties_of(turns, turns.start.demand, turns.start.resource, turns.start.week, turns.start.hours)[0] == 10

    found = solved(turns)

    assert (found.value, ties(turns, found)[0]) == (480.0, 0.0)


@pytest.mark.parametrize(
    ("held", "placeholder", "expected"),
    [((3, 1), (False, False), (0.0, 0.0, 0.0)), ((2, 2), (True, False), (0.0, 20.0, 0.0)), ((3, 1), (False, True), (0.0, 0.0, 20.0))],
    ids=["the level that is asked", "a person", "the level before a person"],
)
def test_who_is_missed_least_elsewhere_is_preferred(held: Any, placeholder: Any, expected: tuple[float, float, float]) -> None:
    case = replace(problem(asked=((10.0, 10.0),), capacity=np.full((2, 2), 40.0)), ties=of_levels(held, (1,), placeholder))
    first = started(case, (0, 0, 0, 10.0), (0, 0, 1, 10.0))

    found = solved(first)

    assert found.value == 40.0
    assert ties(case, found) == expected


def test_an_hour_of_work_is_worth_more_than_any_tie() -> None:
    case = problem(asked=((20.0, 20.0, 20.0),), capacity=((20.0, 19.99, 20.0), (0.0, 20.0, 0.0)))

    found = solved(replace(case, ties=of_levels((1, 5), (1,), (False, True))))

    assert found.value == pytest.approx(120.0)
    assert ties(case, found)[0] >= 1.0


def test_levels_above_count_from_the_one_asked_and_not_where_somebody_is_named() -> None:
    role = np.array([0, 1, -1], np.int64)
    case = replace(problem(asked=np.full((3, 1), 10.0), capacity=((40.0,), (40.0,))))
    liked = replace(case, ties=Ties(np.array([[4, 0], [1, 5]]), role, np.array([3, 2, 1]), np.array([False, True])))
    demand, resource, hours = np.array([0, 1, 2, 2]), np.array([0, 1, 0, 1]), np.array([10.0, 10.0, 10.0, 5.0])

    assert ties_of(liked, demand, resource, np.zeros(4, np.int64), hours) == (0.0, 1 * 10.0 + 3 * 10.0, 10.0 + 5.0)


@pytest.mark.parametrize("seed", range(25))
def test_polishing_never_loses_points_and_keeps_every_rule(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    case = random_problem(seed, two_decimals=True, delays=True)
    demands, people = len(case.asked), len(case.capacity)
    rng = np.random.default_rng(seed)
    liked = replace(case, ties=of_levels(rng.integers(0, 5, people), rng.integers(1, 4, demands), rng.random(people) < 0.3))
    whole = solved(liked, 60)
    monkeypatch.setattr("solver.solve._Run.polish", lambda *_: None)
    plain = solved(liked, 60)

    assert verify(liked, whole) == ()
    assert whole.objective >= plain.objective - 1e-6
    assert whole.objective > plain.objective + 1e-6 or ties(liked, whole) <= ties(liked, plain)
