"""Prices of capacity from weekly transport problems between groups of like people and demands.

Each week alone, without team, focus and block limits, is a transport problem. The cost of an assignment is spread
evenly over the weeks of a demand: a[r,d] ≥ x[r,d,t] / min(q[d,t], room[r,t]) holds in each week, so its share is a
valid charge on every hour. HiGHS solves the arrays directly: what surrounds its own run takes a quarter of the time
that it takes through PuLP (docs/benchmarks.md). What is proved from the prices is proved in `pricing`, not here.
"""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from solver.problem import Bools, Floats, Ints, Problem
from solver.residual import Residual


def weekly_prices(problem: Problem, left: Residual) -> Floats:
    """(R, T) points that one more hour of each resource in each week is worth to the relaxed problem, never below 0."""
    suits, group = _groups(problem)
    room = np.zeros((len(suits), problem.shape[2]))
    np.add.at(room, group, left.room)
    most = np.zeros_like(room)
    np.maximum.at(most, group, left.room)
    weeks_asked = np.maximum((left.need > 0).sum(axis=1), 1)
    prices = np.zeros_like(room)
    engine = _engine()
    for week in range(problem.shape[2]):
        demands = np.nonzero((left.need[:, week] > 0) & (problem.points > 0))[0]
        groups = np.nonzero(room[:, week] > 0)[0]
        row, column = np.nonzero(suits[np.ix_(groups, demands)])
        if len(row):
            share = problem.assignment_cost / weeks_asked[demands[column]]
            block = np.minimum(problem.asked[demands[column], week], most[groups[row], week])
            profit = problem.points[demands[column]] * (1.0 - share / block)
            supply, asked = room[groups, week], left.need[demands, week]
            prices[groups, week] = _transport_prices(engine, row, column, profit, supply, asked)
    return prices[group]


def _groups(problem: Problem) -> tuple[Bools, Ints]:
    """(G, D) what each group of like people may do, and the group of each resource."""
    suits, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    return suits, group.ravel()


def _engine() -> highspy.Highs:
    engine = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
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
