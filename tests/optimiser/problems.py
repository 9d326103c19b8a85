"""Small problems and plans as arrays: a test says only what it is about, the rest is the plainest that could stand there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from solver.objective import terms_of, value_of
from solver.problem import NO_LIMIT, Firm, Precedence, Problem, Terms
from solver.solution import Solution, Status

Cell = tuple[int, int, int, float]
"""Demand, resource, week, hours."""


def problem(asked: Any = ((10.0,),), capacity: Any = ((40.0,),), *, firm: tuple[Cell, ...] = (), **fields: Any) -> Problem:
    """Rows of hours by demand and by resource; each demand is a project of its own, of 2 points an hour, unless said.

    A single figure holds for every row. No limits, no overtime, everybody suited, blocks and assignments free.
    """
    hours, net = np.array(asked, float), np.array(capacity, float)
    project_of = np.array(fields.pop("project_of", range(len(hours))), np.int64)
    projects = int(project_of.max(initial=-1)) + 1

    def each(name: str, default: Any, length: int, kind: Any) -> Any:
        return np.broadcast_to(np.array(fields.pop(name, default), kind), (length,)).copy()

    return Problem(
        capacity=net,
        overtime=each("overtime", 0.0, len(net), float),
        max_projects=each("max_projects", NO_LIMIT, len(net), np.int64),
        weight=each("weight", 2.0, projects, float),
        optional=each("optional", False, projects, bool),
        max_delay=each("max_delay", 0, projects, np.int64),
        project_of=project_of,
        asked=hours,
        max_people=each("max_people", NO_LIMIT, len(hours), np.int64),
        eligible=np.broadcast_to(np.array(fields.pop("eligible", True), bool), (len(hours), len(net))).copy(),
        firm=booked(firm),
        **{"minimum_block": 0.0, "assignment_cost": 0.0} | fields,
    )


def booked(cells: tuple[Cell, ...]) -> Firm:
    table = np.array(cells, float).reshape(-1, 4)
    at = table[:, :3].astype(np.int64)
    return Firm(at[:, 0], at[:, 1], at[:, 2], table[:, 3])


def plan(case: Problem, *cells: Cell, **fields: Any) -> Solution:
    """A plan of these cells, every project in and none delayed unless said; its value and terms are told truly, its bounds are far off."""
    table = np.array(cells, float).reshape(-1, 4)
    at = table[:, :3].astype(np.int64)
    selected = np.array(fields.pop("selected", np.ones(len(case.weight))), bool)
    delay = np.array(fields.pop("delay", np.zeros(len(case.weight))), np.int64)
    hours = at[:, 0], at[:, 1], at[:, 2], table[:, 3], selected, delay
    told = {"value": value_of(case, *hours), "bound": 1e9, "terms": terms_of(case, *hours), "objective_bound": 1e15}
    figures = told | {"effort": 1, "seconds": 0.0, "engine": "highs", "seed": 1} | fields
    return Solution(Status.FEASIBLE, at[:, 0], at[:, 1], at[:, 2], table[:, 3], selected, delay, **figures)


def random_problem(seed: int, *, two_decimals: bool = False, delays: bool = False) -> Problem:
    """Two or three people, two to four demands, two or three weeks, and every feature of the model now and then."""
    rng = np.random.default_rng(seed)
    people, demands, weeks = rng.integers(2, 4), rng.integers(2, 5), rng.integers(2, 4)
    project_of = np.sort(np.append(0, rng.integers(0, demands, demands - 1)))
    project_of = np.unique(project_of, return_inverse=True)[1]
    projects = int(project_of.max()) + 1
    odd = 3.33 if two_decimals else 3.3333
    asked = rng.choice([0.0, odd, 8.0, 20.0, 40.0, round(rng.uniform(0, 60), 2)], (demands, weeks))
    optional = rng.random(projects) < 0.35
    return Problem(
        capacity=rng.choice([0.0, 3.0, 16.0, 38.4, 40.0, round(rng.uniform(1, 40), 2)], (people, weeks)),
        overtime=rng.choice([0.0, 0.0, 5.0, 8.5], people),
        max_projects=rng.choice([0, 1, 1, 2, NO_LIMIT, NO_LIMIT], people),
        weight=rng.choice([0.0, 0.7, 1.0, 2.0, 4.0, 16.0], projects),
        optional=optional,
        max_delay=rng.choice([0, 0, 1, 2], projects) if delays else np.zeros(projects, np.int64),
        project_of=project_of.astype(np.int64),
        asked=asked,
        max_people=rng.choice([0, 1, 1, 2, 2, NO_LIMIT], demands),
        eligible=rng.random((demands, people)) < 0.75,
        firm=_random_bookings(rng, project_of, optional, people, weeks),
        minimum_block=float(rng.choice([0.0, 4.0, 4.0, 10.0])),
        minimum_coverage=float(rng.choice([0.5, 0.8, 0.8, 1.0])),
        assignment_cost=float(rng.choice([0.0, 1.0, 4.0, 4.0])),
        overtime_cost=float(rng.choice([0.0, 1.0, 1.0, 5.0])),
    )


def _random_bookings(rng: np.random.Generator, project_of: Any, optional: Any, people: int, weeks: int) -> Firm:
    """None to three cells of projects that take part; some clash with what is asked, with capacity or with suitability."""
    bound = np.nonzero(~optional[project_of])[0]
    if not len(bound):
        return Firm()
    cells = {(int(rng.choice(bound)), int(rng.integers(people)), int(rng.integers(weeks))) for _ in range(rng.integers(0, 4))}
    return booked(tuple((*cell, float(rng.choice([2.0, 5.0, 10.0, 30.0, 50.0]))) for cell in sorted(cells)))


def precedence(*rows: tuple[int, int, int]) -> Precedence:
    """Predecessor, successor, and the weeks by which the successor is delayed more at least."""
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Precedence(table[:, 0], table[:, 1], table[:, 2])


def with_dependencies(case: Problem, seed: int) -> Problem:
    """The case with one to three dependencies of either sign, and now and then with delays that are no more open."""
    rng, projects = np.random.default_rng(seed), len(case.weight)
    rows = [(int(a), int(b), int(rng.integers(-2, 3))) for a, b in rng.integers(0, projects, (rng.integers(1, 4), 2)) if a != b]
    least = np.minimum(case.max_delay, rng.choice([0, 0, 1], projects)) if rng.random() < 0.3 else None
    return replace(case, precedence=precedence(*rows), least_delay=least)


TERMS = ("strict", "cost", "fit", "overtime", "continuity", "moved", "changed", "budget", "past", "all")


def with_term(case: Problem, seed: int, term: str) -> Problem:
    """The case with one term of a policy, a budget of changes, weeks that are past, or all of it."""
    rng = np.random.default_rng(seed)
    resources, demands, weeks = case.shape
    cells = {(int(rng.integers(demands)), int(rng.integers(resources)), int(rng.integers(weeks))) for _ in range(rng.integers(1, 6))}
    current = booked(tuple((*cell, float(rng.choice([2.0, 8.0, 16.0]))) for cell in sorted(cells)))
    wanted = {
        "strict": {"weight": rng.choice([0.0, 1.0, 5.0, 25.0], len(case.weight))},
        "cost": {"resource_hour": rng.choice([0.0, 0.5, 3.0], resources)},
        "fit": {"pair_hour": rng.choice([0.0, 0.3, 2.0], (demands, resources))},
        "overtime": {"overtime_hour": 1.5},
        "continuity": {"hand_over": float(rng.choice([0.5, 10.0, 60.0]))},
        "moved": {"moved_hour": float(rng.choice([0.2, 3.0])), "current": current},
        "changed": {"changed_assignment": float(rng.choice([1.0, 30.0])), "current": current},
        "budget": {"current": current},
        "past": {},
    }
    fields = {name: value for fields in wanted.values() for name, value in fields.items()} if term == "all" else wanted[term]
    case = replace(case, terms=Terms(**fields), open_from=int(term in ("past", "all")))
    return replace(case, most_moved=float(rng.choice([0.0, 4.0, 20.0]))) if term in ("budget", "all") else case


def large_problem(seed: int = 1, people: int = 60, demands: int = 200, weeks: int = 20) -> Problem:
    """More work than a search is done with in a minute, and too many cells for the exact end."""
    rng = np.random.default_rng(seed)
    asked, projects = rng.choice([0.0, 10.0, 20.0, 40.0], (demands, weeks)), min(40, demands)
    return problem(
        asked,
        np.full((people, weeks), 40.0),
        project_of=np.sort(np.arange(demands) % projects),
        weight=rng.choice([1.0, 2.0, 4.0, 8.0, 16.0], projects),
        eligible=rng.random((demands, people)) < 0.2,
        max_people=2,
        max_projects=3,
        minimum_block=4.0,
        assignment_cost=4.0,
    )
