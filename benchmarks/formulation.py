"""Why the weekly prices go to HiGHS as arrays and the whole model of a small case through PuLP: what PuLP's convenience costs.

    python -m benchmarks.formulation [--sizes 30x12x26,200x80x52] [--repeats 5]

The same transport problem of each week is solved both ways: by `solver.bound.relaxation`, and from a PuLP model written here.
Both ends are compared by the value of the optimum: ours follows from its prices by duality, so equal values prove the prices.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass

import highspy
import numpy as np
import pulp

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, median, number, share, table, timed, times
from planner.hours.problem import build
from solver.bound.relaxation import weekly_prices
from solver.engines import Limits, solved
from solver.formulation import size, whole_model
from solver.problem import Floats, Ints, Problem
from solver.residual import Residual, residual

SMALL = ("8x3x12", "14x6x16", "18x8x20")
"""Cases that the product hands to an engine as a whole, up to about solver.exact.SMALL_ENOUGH."""
MOST = 3
"""Repeats of a whole model at most."""
PATIENCE = 20.0
"""Seconds that HiGHS may take for one of them."""
SAME = 1e-7
"""Relative difference at which two optima are the same."""


@dataclass(frozen=True, slots=True)
class Week:
    """A transport problem: cells of group and demand with their profit an hour, hours (G,) there are and (D,) asked."""

    group: Ints
    demand: Ints
    profit: Floats
    room: Floats
    asked: Floats


def weeks(problem: Problem, left: Residual) -> Iterator[Week]:
    """The problem of each week as `solver.bound.relaxation` poses it, formed again from its docstring."""
    suits, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    room, most = np.zeros((len(suits), problem.shape[2])), np.zeros((len(suits), problem.shape[2]))
    np.add.at(room, group.ravel(), left.room)
    np.maximum.at(most, group.ravel(), left.room)
    lasts = np.maximum((left.need > 0).sum(axis=1), 1)
    for t in range(problem.shape[2]):
        usable = suits & ((left.need[:, t] > 0) & (problem.points > 0)) & (room[:, t] > 0)[:, None]
        g, d = np.nonzero(usable)
        largest = (suits * most[:, t, None]).max(axis=0, initial=0.0)
        charge = problem.assignment_cost / lasts[d] / np.minimum(problem.asked[d, t], largest[d])
        yield Week(g, d, problem.points[d] * (1 - charge), room[:, t], left.need[:, t])


@dataclass(frozen=True, slots=True)
class Solved:
    """The sum of the optima of all weeks, and seconds: to model, to solve, and of these HiGHS's own run, 0 where not told."""

    value: float
    building: float
    solving: float
    running: float = 0.0


def by_pulp(posed: list[Week]) -> Solved:
    """Each week as a PuLP model, solved by HiGHS; PuLP hands the model over while solving."""
    value = building = solving = running = 0.0
    for week in posed:
        started = time.perf_counter()
        model = _pulp_model(week)
        built = time.perf_counter()
        model.solve(pulp.HiGHS(msg=False, threads=1))
        building, solving = building + built - started, solving + time.perf_counter() - built
        value -= float(pulp.value(model.objective) or 0.0)
        engine: highspy.Highs = model.solverModel
        running += engine.getRunTime()
    return Solved(value, building, solving, running)


def _pulp_model(week: Week) -> pulp.LpProblem:
    model = pulp.LpProblem("week", pulp.LpMinimize)
    given: dict[int, list[pulp.LpVariable]] = {}
    taken: dict[int, list[pulp.LpVariable]] = {}
    terms = []
    for n, (g, d, profit) in enumerate(zip(week.group.tolist(), week.demand.tolist(), week.profit.tolist(), strict=True)):
        hours = model.add_variable(f"x{n}", 0.0)
        given.setdefault(g, []).append(hours)
        taken.setdefault(d, []).append(hours)
        terms.append(-profit * hours)
    model += pulp.lpSum(terms)
    for g, here in given.items():
        model += pulp.lpSum(here) <= float(week.room[g])
    for d, here in taken.items():
        model += pulp.lpSum(here) <= float(week.asked[d])
    return model


def by_arrays(problem: Problem, left: Residual, posed: list[Week]) -> Solved:
    """As the product does it; the time is of `weekly_prices` whole, which poses the problems too."""
    seconds = timed(lambda: weekly_prices(problem, left))
    _, first = np.unique(problem.eligible.T, axis=0, return_index=True)
    prices = weekly_prices(problem, left)[first]
    return Solved(sum(_dual_value(week, prices[:, t]) for t, week in enumerate(posed)), 0.0, seconds)


def _dual_value(week: Week, price: Floats) -> float:
    """The value of the prices: hours at their price, and what each demand's hours still gain beyond the best price."""
    beyond = np.zeros(len(week.asked))
    np.maximum.at(beyond, week.demand, week.profit - price[week.group])
    return float(week.room @ price + week.asked @ beyond)


def weekly(size_: Shape, repeats: int) -> tuple[str, ...]:
    problem = build(lifelike(size_)).problem
    left = residual(problem)
    posed = list(weeks(problem, left))
    arrays = [by_arrays(problem, left, posed) for _ in range(repeats)]
    models = [by_pulp(posed) for _ in range(repeats)]
    ours = median(each.solving for each in arrays) or 0.0
    building, solving, running = (median(getattr(each, part) for each in models) or 0.0 for part in ("building", "solving", "running"))
    apart = abs(arrays[0].value - models[0].value) / abs(models[0].value)
    same = "yes" if apart < SAME else f"no: {apart:.1e} apart"
    cells = sum(len(week.profit) for week in posed)
    seconds = [number(each, 2) for each in (ours, building, solving - running, running, building + solving)]
    return (size_.size, number(len(posed)), number(cells), *seconds, times((building + solving) / ours), same)


def small(shape: Shape, repeats: int) -> tuple[str, ...]:
    """What PuLP takes of the solve of a small whole model: building it and handing it over, beside HiGHS's own run."""
    problem = build(lifelike(shape)).problem
    left = residual(problem)
    building, whole, running = [], [], []
    for _ in range(repeats):
        started = time.perf_counter()
        model = whole_model(problem, left)
        building.append(time.perf_counter() - started)
        solved(model.problem, "highs", {}, Limits(PATIENCE, None))
        whole.append(time.perf_counter() - started)
        engine: highspy.Highs = model.problem.solverModel
        running.append(engine.getRunTime())
    total, run = median(whole) or 0.0, median(running) or 0.0
    cells = number(size(problem, left))
    return (shape.size, cells, number(median(building), 2), number(total - run, 2), number(total, 2), share(max(0.0, total - run) / total))


def main() -> None:
    parser = argparse.ArgumentParser(description="Arrays to HiGHS beside the same problems through PuLP.")
    parser.add_argument("--sizes", default="30x12x26,200x80x52")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    sizes = [Shape.parsed(each) for each in ("30x12x26" if given.quick else given.sizes).split(",")]
    repeats = 1 if given.quick else given.repeats
    heading("Weekly prices: arrays to HiGHS, and PuLP", f"Medians of {repeats}, in seconds.")
    _warm()
    columns = (
        "case",
        "weeks",
        "cells",
        "arrays, all",
        "PuLP builds",
        "PuLP hands over",
        "HiGHS runs",
        "PuLP, all",
        "PuLP ÷ arrays",
        "same optimum",
    )
    table(columns, [weekly(each, repeats) for each in sizes])
    heading("Small whole models through PuLP", f"Medians of {repeats}, in seconds; PuLP's part is all but HiGHS's own run.")
    shapes = [Shape.parsed(each) for each in (SMALL[:1] if given.quick else SMALL)]
    table(("case", "cells", "building", "PuLP's part", "all", "PuLP's share"), [small(each, min(repeats, MOST)) for each in shapes])


def _warm() -> None:
    """Lets both libraries do what they do only once."""
    problem = build(lifelike(Shape.parsed("5x3x6"))).problem
    left = residual(problem)
    weekly_prices(problem, left)
    by_pulp(list(weeks(problem, left)))


if __name__ == "__main__":
    main()
