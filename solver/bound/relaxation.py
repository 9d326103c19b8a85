"""Prices of capacity from weekly transport problems between groups of like people and demands.

Each week alone, without team, focus and block limits, is a transport problem. The cost of an assignment is spread
evenly over the weeks of a demand: a[r,d] ≥ x[r,d,t] / min(q[d,t], room[r,t]) holds in each week, so its share is a
valid charge on every hour. HiGHS solves the arrays directly: what surrounds its own run takes a quarter of the time
that it takes through PuLP (docs/benchmarks.md). What is proved from the prices is proved in `pricing`, not here.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import highspy
import numpy as np
from numpy.typing import NDArray

from solver.problem import Bools, Floats, Ints, Problem
from solver.residual import Residual

OPTIONS = {"output_flag": False, "threads": 1, "random_seed": 0, "presolve": "off", "simplex_strategy": 4}
"""Primal simplex, since no hours at all is a feasible start: three times as fast here as the dual that HiGHS prefers."""
THREADS = 2
"""Weeks solved side by side; HiGHS holds no interpreter lock."""
MOST_CELLS = 4_000_000.0
"""Cells (group, demand, week) of all weeks that are solved: about a minute of one core."""


def weekly_prices(problem: Problem, left: Residual) -> Floats:
    """(R, T) points that one more hour of each resource in each week is worth to the relaxed problem, never below 0.

    Where the weeks together are too large, every second, third … is solved and lends its prices to those after it:
    any prices prove a bound, good ones a tight one.
    """
    suits, group = _groups(problem)
    room = np.zeros((len(suits), problem.shape[2]))
    np.add.at(room, group, left.room)
    most = np.zeros_like(room)
    np.maximum.at(most, group, left.room)
    wanted = (left.need > 0) & (problem.aim_points > 0)[:, None]
    cells = float((suits.sum(axis=0) @ wanted).sum())
    stride = max(1, int(np.ceil(cells / MOST_CELLS)))
    solved = range(0, problem.shape[2], stride)
    with ThreadPoolExecutor(THREADS) as executor:
        columns = executor.map(lambda week: _week_prices(problem, left, suits, room[:, week], most[:, week], week), solved)
        prices = np.repeat(np.stack(list(columns), axis=1), stride, axis=1) if solved else np.zeros_like(room)
    return prices[group, : problem.shape[2]]


def _week_prices(problem: Problem, left: Residual, suits: Bools, room: Floats, most: Floats, week: int) -> Floats:
    """(G,) prices of one week."""
    demands = np.nonzero((left.need[:, week] > 0) & (problem.aim_points > 0))[0]
    groups = np.nonzero(room > 0)[0]
    row, column = np.nonzero(suits[np.ix_(groups, demands)])
    prices = np.zeros(len(room))
    if len(row):
        share = problem.assignment_cost / (left.need[demands[column]] > 0).sum(axis=1)
        block = np.minimum(problem.asked[demands[column], week], most[groups[row]])
        profit = problem.aim_points[demands[column]] * (1.0 - share / block)
        prices[groups] = _transport_prices(_engine(), row, column, profit, room[groups], left.need[demands, week])
    return prices


def _groups(problem: Problem) -> tuple[Bools, Ints]:
    """(G, D) what each group of like people may do, and the group of each resource."""
    suits, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    return suits, group.ravel()


def _engine() -> highspy.Highs:
    engine = highspy.Highs()
    for option, value in OPTIONS.items():
        if engine.setOptionValue(option, value) != highspy.HighsStatus.kOk:
            raise ValueError(f"HiGHS does not know the option {option}")
    return engine


def _transport_prices(engine: highspy.Highs, row: Ints, column: Ints, profit: Floats, supply: Floats, asked: Floats) -> Floats:
    """Duals of the supply of the transport problem with a cell for each (row, column); zeros if it was not solved."""
    size = len(row)
    order = np.arange(size)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = size, len(supply) + len(asked)
    model.col_cost_ = -profit
    model.col_lower_, model.col_upper_ = np.zeros(size), np.full(size, np.inf)
    model.row_lower_ = np.full(model.num_row_, -np.inf)
    model.row_upper_ = np.concatenate([supply, asked])
    model.a_matrix_.start_ = np.append(2 * order, 2 * size)
    model.a_matrix_.index_ = _interleaved(row, len(supply) + column)
    model.a_matrix_.value_ = np.ones(2 * size)
    engine.passModel(model)
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return np.zeros(len(supply))
    duals: Floats = -np.array(engine.getSolution().row_dual)[: len(supply)]
    return np.maximum(duals, 0.0)


def _interleaved(first: Ints, second: Ints) -> NDArray[np.int32]:
    return np.stack([first, second], axis=1).ravel().astype(np.int32)
