"""The problem laid out flat for the compiled search: whole hundredths of an hour, rows of different length end to end.

A plan is written to two decimals, so the search counts in hundredths: what it holds is exactly what is written.
Few tables of many columns, because a compiled call hands over every array of its arguments one by one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.problem import NO_LIMIT, Bools, Floats, Ints, Problem
from solver.residual import Residual

HUNDREDTHS = 100.0
FORGIVEN = 0.5
"""Hundredths that one written figure may be off (solver.verify.CENT, rounded down)."""
ROUNDING = 1e-6
"""Hundredths by which 38.4 h may stand below 3840 because of binary fractions."""

# Columns of Layout.demand: where the rows of a demand start in `cell`, `pair`, `slot` and the hours of its slots,
# its project, and how many people may join it. Row d + 1 says where they end.
CELLS, PAIRS, SLOTS, HOURS, PROJECT, TEAM = range(6)
# Columns of Layout.cell: the week, the hours asked in it, and the least block of work.
WEEK, NEED, LEAST = range(3)
# Columns of Layout.pair: the resource, and its row of `firm_hours` (the last, of zeros, where nothing is booked).
RESOURCE, BOOKED = range(2)
# Columns of Layout.resource: where its rows start in `suited` and in `firm`.
SUITED, FIRM = range(2)
# Columns of Layout.room: hours above capacity, the capacity itself, and the most projects in the week.
OVERTIME, CAPACITY, LIMIT = range(3)
# Columns of Layout.project: where its rows start in `demands`, whether it is optional, and the hours it then needs.
DEMANDS, OPTIONAL, REQUIRED = range(3)


class Layout(NamedTuple):
    """What the search reads; hours are hundredths, points are points a hundredth.

    demand (D + 1, 6), cell (cells, 3), pair (pairs, 2), slot (slots,) the demand of each slot: a slot is a place for
    one resource on a demand; resource (R + 1, 2), suited (pairs,) the demands of each resource; room (R, T, 3),
    free (R, T) at the start, price (R, T) points a hundredth; points (D,); firm (bookings, 2) project and week,
    firm_hours (held pairs + 1, T); project (P + 1, 3), demands (D,) of each project; costs (2,): hundredths of own
    work for an assignment, points for a hundredth above capacity.
    """

    demand: Ints
    cell: Ints
    pair: Ints
    slot: Ints
    resource: Ints
    suited: Ints
    room: Ints
    free: Ints
    price: Floats
    points: Floats
    firm: Ints
    firm_hours: Ints
    project: Ints
    demands: Ints
    costs: Floats


def layout(problem: Problem, left: Residual, price: Floats) -> Layout:
    """The flat form of what is left to decide beside the firm bookings; price (R, T) is points an hour."""
    need = floored(left.need)
    regular, overtime = floored(left.regular), floored(left.overtime)
    pair_demand, pair_resource = np.nonzero(_suitable(problem, need, regular + overtime))
    held = _held(problem, left)[pair_demand, pair_resource]
    firm_order = np.lexsort((problem.firm.week, problem.firm.resource))
    return Layout(
        demand=_demands(problem, left, need, pair_demand, held),
        cell=_cells(problem, need),
        pair=np.stack([pair_resource, held], axis=1),
        slot=np.repeat(np.arange(len(need)), _slots(left, pair_demand, held)),
        resource=_starts(np.bincount(pair_resource, minlength=len(regular)), np.bincount(problem.firm.resource, minlength=len(regular))),
        suited=pair_demand[np.lexsort((pair_demand, pair_resource))].astype(np.int64),
        room=np.stack([overtime, floored(problem.capacity), _project_limit(problem)], axis=2),
        free=regular + overtime,
        price=price / HUNDREDTHS,
        points=problem.points / HUNDREDTHS,
        firm=np.stack([problem.project_of[problem.firm.demand], problem.firm.week], axis=1)[firm_order],
        firm_hours=floored(np.vstack([left.held_hours, np.zeros((1, need.shape[1]))])),
        project=_projects(problem),
        demands=np.argsort(problem.project_of, kind="stable").astype(np.int64),
        costs=np.array([problem.assignment_cost * HUNDREDTHS, problem.overtime_cost / HUNDREDTHS]),
    )


def floored(hours: Floats) -> Ints:
    """Whole hundredths that fit into the hours."""
    whole: Ints = np.floor(hours * HUNDREDTHS + ROUNDING).astype(np.int64)
    return whole


def _starts(*lengths: Ints) -> Ints:
    """One column for each list of lengths: where each row starts, and in the last row where all end."""
    return np.stack([np.concatenate([[0], np.cumsum(column)]) for column in lengths], axis=1).astype(np.int64)


def _suitable(problem: Problem, need: Ints, room: Ints) -> Bools:
    """(D, R) whether a resource can give a demand anything at all: suited, and free in a week in which it is asked."""
    meets = (need > 0).astype(np.float32) @ (room > 0).astype(np.float32).T > 0
    return problem.eligible & meets


def _held(problem: Problem, left: Residual) -> Ints:
    resources, demands, _ = problem.shape
    held = np.full((demands, resources), -1, np.int64)
    held[left.held[:, 0], left.held[:, 1]] = np.arange(len(left.held))
    return held


def _slots(left: Residual, pair_demand: Ints, held: Ints) -> Ints:
    """How many resources can be on each demand at most: the team that may join, and those booked who may do more."""
    suited = np.bincount(pair_demand, minlength=len(left.team))
    booked = np.bincount(pair_demand[held >= 0], minlength=len(left.team))
    return np.minimum(suited, np.minimum(left.team, NO_LIMIT) + booked)


def _demands(problem: Problem, left: Residual, need: Ints, pair_demand: Ints, held: Ints) -> Ints:
    weeks, slots = (need > 0).sum(axis=1), _slots(left, pair_demand, held)
    starts = _starts(weeks, np.bincount(pair_demand, minlength=len(need)), slots, slots * weeks)
    rest = np.stack([np.append(problem.project_of, 0), np.append(left.team, 0)], axis=1)
    return np.concatenate([starts, rest], axis=1)


def _cells(problem: Problem, need: Ints) -> Ints:
    demand, week = np.nonzero(need)
    least = floored(np.minimum(problem.minimum_block, problem.asked[demand, week]))
    return np.stack([week, need[demand, week], least], axis=1)


def _project_limit(problem: Problem) -> Ints:
    """(R, T) most different projects, at least as many as are firmly booked (R6)."""
    firm = problem.firm
    distinct = np.unique(np.stack([firm.resource, firm.week, problem.project_of[firm.demand]]), axis=1)
    booked = np.zeros(problem.capacity.shape, np.int64)
    np.add.at(booked, (distinct[0], distinct[1]), 1)
    limit: Ints = np.maximum(problem.max_projects[:, None], booked)
    return limit


def _projects(problem: Problem) -> Ints:
    """The last column is what R10 asks of an optional project that is taken in, rounded up."""
    starts = _starts(np.bincount(problem.project_of, minlength=len(problem.weight)))
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.weight))
    required = np.ceil(asked * problem.minimum_coverage * HUNDREDTHS - ROUNDING).astype(np.int64)
    # what is written is rounded down: where thirds of an hour are asked, all that can be written is all that is required
    written = np.bincount(problem.project_of, floored(problem.asked).sum(axis=1), minlength=len(problem.weight)).astype(np.int64)
    cells = np.bincount(problem.project_of, (problem.asked > 0).sum(axis=1), minlength=len(problem.weight))
    required = np.where(asked * HUNDREDTHS - written <= FORGIVEN * cells, np.minimum(required, written), required)
    return np.concatenate([starts, np.stack([np.append(problem.optional, 0), np.append(required, 0)], axis=1)], axis=1)
