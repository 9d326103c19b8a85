"""What all plans are measured against: the weighted hours there would be if every week could be staffed afresh.

No plan exceeds it, and none reaches it: assignments, teams, focus, blocks and least coverage cost nothing here. Written apart
from the product's own bound (solver.relaxation, solver.pricing), which is sharper.
"""

from __future__ import annotations

import highspy
import numpy as np

from solver.problem import Bools, Floats, Ints, Problem


def coverage_bound(problem: Problem) -> float:
    """Points of the best staffing of each week by itself: a transport problem between like people and like demands."""
    like_people, group = np.unique(problem.eligible.T, axis=0, return_inverse=True)
    room = np.zeros((len(like_people), problem.shape[2]))
    np.add.at(room, group.ravel(), problem.room)
    alike = np.column_stack([like_people.T, problem.points])
    kinds, kind = np.unique(alike, axis=0, return_inverse=True)
    asked = np.zeros((len(kinds), problem.shape[2]))
    np.add.at(asked, kind.ravel(), problem.asked)
    suits, points = kinds[:, :-1].T > 0, kinds[:, -1]
    return sum(_week(suits, points, room[:, t], asked[:, t]) for t in range(problem.shape[2])) + _unsuitable(problem)


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
    engine = highspy.Highs()
    engine.setOptionValue("output_flag", False)
    engine.passModel(_transport(group, len(room) + kind, points[kind], np.concatenate([room, asked])))
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError(f"HiGHS did not solve a week's transport problem: {engine.getModelStatus()}")
    return -float(engine.getObjectiveValue())


def _transport(giver: Ints, taker: Ints, profit: Floats, most: Floats) -> highspy.HighsLp:
    """A column for each cell, a row for each giver and taker; minimised, so profits change their sign."""
    cells = np.arange(len(giver) + 1)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(giver), len(most)
    model.col_cost_ = -profit
    model.col_lower_, model.col_upper_ = np.zeros(len(giver)), np.full(len(giver), np.inf)
    model.row_lower_, model.row_upper_ = np.full(len(most), -np.inf), most
    model.a_matrix_.start_ = 2 * cells
    model.a_matrix_.index_ = np.stack([giver, taker], axis=1).ravel().astype(np.int32)
    model.a_matrix_.value_ = np.ones(2 * len(giver))
    return model
