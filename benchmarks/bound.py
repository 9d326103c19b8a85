"""What all plans are measured against: the weighted hours there would be if every week could be staffed afresh.

Where projects may be delayed, the hours of each of their demands may lie in any week that a delay could bring them to. No plan exceeds it, and none reaches it: assignments, teams, focus, blocks and least coverage cost nothing here. Written apart
from the product's own bound (solver.bound.relaxation, solver.bound.pricing), which is sharper.
"""

from __future__ import annotations

import highspy
import numpy as np

from solver.problem import Bools, Floats, Ints, Problem


def coverage_bound(problem: Problem) -> float:
    """Points of the best staffing of each week by itself: a transport problem between like people and like demands."""
    if (problem.max_delay > 0).any():
        return _all_weeks(problem) + _unsuitable(problem)
    like_people, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    room = np.zeros((len(like_people), problem.shape[2]))
    np.add.at(room, group.ravel(), problem.room)
    alike = np.column_stack([like_people.T, problem.points])
    kinds, kind = np.unique(alike, axis=0, return_inverse=True)
    asked = np.zeros((len(kinds), problem.shape[2]))
    np.add.at(asked, kind.ravel(), problem.asked)
    suits, points = kinds[:, :-1].T > 0, kinds[:, -1]
    return sum(_week(suits, points, room[:, t], asked[:, t]) for t in range(problem.shape[2])) + _unsuitable(problem)


def _all_weeks(problem: Problem) -> float:
    """The same with delays: one problem over all weeks, each demand met once, in weeks it can reach."""
    suits, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    room = np.zeros((len(suits), problem.shape[2]))
    np.add.at(room, group.ravel(), problem.room)
    reach = _reach(problem)
    g, d, t = np.nonzero(suits[:, :, None] & ((reach > 0) & (problem.points > 0)[:, None])[None] & (room > 0)[:, None, :])
    weeks, takers = problem.shape[2], room.size + d * problem.shape[2] + t
    rows = np.concatenate([room.ravel(), reach.ravel(), problem.asked.sum(axis=1)])
    return -float(_solved([g * weeks + t, takers, room.size + reach.size + d], problem.points[d], rows).getObjectiveValue())


def _reach(problem: Problem) -> Floats:
    """(D, T) most hours that any delay brings to each week."""
    reach, weeks = problem.asked.copy(), problem.shape[2]
    for delay in range(1, min(int(problem.max_delay.max()), weeks) + 1):
        moves = problem.max_delay[problem.project_of] >= delay
        reach[moves] = np.maximum(reach[moves], np.pad(problem.asked[moves], ((0, 0), (delay, 0)))[:, :weeks])
    return reach


def _unsuitable(problem: Problem) -> float:
    """Points of the firm bookings of people who do not suit the demand, which no transport problem holds (R4)."""
    firm = problem.firm
    strange = ~problem.eligible[firm.demand, firm.resource]
    demand, hours = firm.demand[strange], np.minimum(firm.hours, problem.asked[firm.demand, firm.week])[strange]
    return float(problem.points[demand] @ hours)


def _week(suits: Bools, points: Floats, room: Floats, asked: Floats) -> float:
    """Most points of one week: (G, K) who may do what, points (K,), hours (G,) there are and (K,) asked."""
    wanted = (asked > 0) & (points > 0)
    giving = room > 0
    group, kind = np.nonzero(suits & wanted & giving[:, None])
    if not len(group):
        return 0.0
    return -float(_solved([group, len(room) + kind], points[kind], np.concatenate([room, asked])).getObjectiveValue())


def week_prices(suits: Bools, points: Floats, share: Floats, most: Floats, room: Floats, asked: Floats) -> Floats:
    """(G,) what an hour more of each group is worth in one week, with a share of the assignment's cost on each hour.

    suits (G, D), points and share (D,) points for a whole assignment in this week, most (G,) hours of one person of the group,
    room (G,) and asked (D,) hours.
    """
    prices = np.zeros(len(room))
    groups, demands = np.nonzero(room > 0)[0], np.nonzero((asked > 0) & (points > 0))[0]
    group, demand = np.nonzero(suits[np.ix_(groups, demands)])
    if len(group):
        charge = share[demands[demand]] / np.minimum(asked[demands[demand]], most[groups[group]])
        rows = np.concatenate([room[groups], asked[demands]])
        engine = _solved([group, len(groups) + demand], points[demands[demand]] - charge, rows)
        prices[groups] = np.maximum(-np.array(engine.getSolution().row_dual)[: len(groups)], 0.0)
    return prices


def _solved(limits: list[Ints], profit: Floats, most: Floats) -> highspy.Highs:
    """Most profit of cells that each count against a row of every one of the `limits`; minimised, so profits change their sign."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(profit), len(most)
    model.col_cost_ = -profit
    model.col_lower_, model.col_upper_ = np.zeros(len(profit)), np.full(len(profit), np.inf)
    model.row_lower_, model.row_upper_ = np.full(len(most), -np.inf), most
    model.a_matrix_.start_ = len(limits) * np.arange(len(profit) + 1)
    model.a_matrix_.index_ = np.stack(limits, axis=1).ravel().astype(np.int32)
    model.a_matrix_.value_ = np.ones(len(limits) * len(profit))
    engine = highspy.Highs()
    engine.setOptionValue("output_flag", False)
    engine.passModel(model)
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError(f"HiGHS did not solve a transport problem: {engine.getModelStatus()}")
    return engine
