"""Prices of capacity from weekly flows of hours: from groups of like people through kinds of work to demands.

Each week alone, without team, focus and block limits, is a transport problem. The cost of an assignment is spread
evenly over the weeks of a demand: a[r,d] ≥ x[r,d,t] / min(q[d,t], room[r,t]) holds in each week, so its share is a
charge on every hour; it is taken at the largest room of anybody suited, so that it does not depend on who gives the hour.
Demands that the same people can do then are one kind of work, which the hours pass through: an arc for each group and
kind and one for each demand, instead of one for each group and demand. HiGHS solves the arrays directly: what surrounds
its own run takes a quarter of the time that it takes through PuLP (docs/benchmarks.md). What is proved from the prices
is proved in `pricing`, not here.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import highspy
import numpy as np

from solver.problem import Bools, Floats, Ints, Problem
from solver.residual import Residual

OPTIONS = {"output_flag": False, "threads": 1, "random_seed": 0, "presolve": "off", "simplex_strategy": 4}
"""Primal simplex, since no hours at all is a feasible start: three times as fast here as the dual that HiGHS prefers."""
THREADS = 2
"""Weeks solved side by side; HiGHS holds no interpreter lock."""


def weekly_prices(problem: Problem, left: Residual) -> Floats:
    """(R, T) points that one more hour of each resource in each week is worth to the relaxed problem, never below 0."""
    suits, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    can_do, kind = np.unique(suits.T, axis=0, return_inverse=True)
    group, kind = group.ravel(), kind.ravel()
    room = np.zeros((len(suits), problem.shape[2]))
    np.add.at(room, group, left.room)
    most = np.zeros_like(room)
    np.maximum.at(most, group, left.room)
    with ThreadPoolExecutor(THREADS) as executor:
        weeks = range(problem.shape[2])
        columns = executor.map(lambda week: _week_prices(problem, left, can_do, kind, room[:, week], most[:, week], week), weeks)
        prices = np.stack([np.zeros(len(room)), *columns], axis=1)[:, 1:]
    return prices[group]


def _week_prices(problem: Problem, left: Residual, can_do: Bools, kind: Ints, room: Floats, most: Floats, week: int) -> Floats:
    """(G,) prices of one week; can_do (kinds, G), kind (D,), room (G,) hours and most (G,) of one person."""
    largest = (can_do * most).max(axis=1, initial=0.0)[kind]
    demands = np.nonzero((left.need[:, week] > 0) & (problem.aim_points > 0) & (largest > 0))[0]
    groups = np.nonzero(room > 0)[0]
    prices = np.zeros(len(room))
    if len(demands):
        kinds, of_demand = np.unique(kind[demands], return_inverse=True)
        share = problem.assignment_cost / (left.need[demands] > 0).sum(axis=1)
        block = np.minimum(problem.asked[demands, week], largest[demands])
        profit = problem.aim_points[demands] * (1.0 - share / block)
        prices[groups] = _flow_prices(
            _engine(), can_do[np.ix_(kinds, groups)], room[groups], of_demand.ravel(), profit, left.need[demands, week]
        )
    return prices


def _engine() -> highspy.Highs:
    engine = highspy.Highs()
    for option, value in OPTIONS.items():
        if engine.setOptionValue(option, value) != highspy.HighsStatus.kOk:
            raise ValueError(f"HiGHS does not know the option {option}")
    return engine


def _flow_prices(engine: highspy.Highs, can_do: Bools, supply: Floats, kind: Ints, profit: Floats, asked: Floats) -> Floats:
    """(G,) duals of the supply: hours flow from groups to the kinds they can do (K, G), and on to demands; zeros if not solved."""
    kinds, groups = can_do.shape
    into, given_by = np.nonzero(can_do)
    flows = len(into)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = flows + len(asked), groups + kinds
    model.col_cost_ = np.concatenate([np.zeros(flows), -profit])
    model.col_lower_ = np.zeros(model.num_col_)
    model.col_upper_ = np.concatenate([np.full(flows, np.inf), asked])
    model.row_lower_ = np.full(model.num_row_, -np.inf)
    model.row_upper_ = np.concatenate([supply, np.zeros(kinds)])
    model.a_matrix_.start_ = np.concatenate([2 * np.arange(flows), 2 * flows + np.arange(len(asked) + 1)])
    model.a_matrix_.index_ = np.concatenate([np.stack([given_by, groups + into], axis=1).ravel(), groups + kind]).astype(np.int32)
    model.a_matrix_.value_ = np.concatenate([np.tile([1.0, -1.0], flows), np.ones(len(asked))])
    engine.passModel(model)
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return np.zeros(groups)
    duals: Floats = -np.array(engine.getSolution().row_dual)[:groups]
    return np.maximum(duals, 0.0)
