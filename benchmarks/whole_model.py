"""The whole model in one piece, as arrays: rules R1 to R7 and R10, nothing delayed, for engines that are given it from nothing.

Written apart from the product's own formulation (solver.formulation), so that a peer shares no rule with what it is compared to.
Columns: hours x[d,r,t]; works b[d,r,t], 0 where exactly the firm hours are worked; assigned a[d,r]; on a project o[r,p,t]; taken
in z[p]; hours above capacity v[r,t]. All but x and v are whole. Every row is a sum of columns that may not exceed a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from solver.problem import NO_LIMIT, Bools, Floats, Ints, Problem

WHOLE, HOURS = True, False


@dataclass(frozen=True)
class WholeModel:
    """Maximise cost·v + fixed with lower ≤ v ≤ upper and, row by row, Σ factor·v ≤ most.

    Rows are flat: those of row i are start[i] to start[i + 1] of `column` and `factor`. `whole` (columns,) says what is a whole
    number; the first columns are the hours of `cells` (n, 3): demand, resource, week. `taken` is the first column of z.
    """

    cells: Ints
    cost: Floats
    lower: Floats
    upper: Floats
    whole: Bools
    start: Ints
    column: Ints
    factor: Floats
    most: Floats
    fixed: float
    taken: int


@dataclass
class _Rows:
    """Rows as they are added: row and column of each factor, and the most of each row."""

    row: list[Ints] = field(default_factory=list)
    column: list[Ints] = field(default_factory=list)
    factor: list[Floats] = field(default_factory=list)
    most: list[Floats] = field(default_factory=list)
    count: int = 0

    def add(self, row: Ints, column: Ints, factor: Floats | float, most: Floats) -> None:
        """New rows, numbered from 0 in `row`; one entry of `most` for each."""
        self.row.append(row + self.count)
        self.column.append(column)
        self.factor.append(np.broadcast_to(factor, row.shape).astype(np.float64))
        self.most.append(most)
        self.count += len(most)

    def flat(self) -> tuple[Ints, Ints, Floats, Floats]:
        row = np.concatenate(self.row)
        order = np.argsort(row, kind="stable")
        start = np.searchsorted(row[order], np.arange(self.count + 1))
        return start, np.concatenate(self.column)[order], np.concatenate(self.factor)[order], np.concatenate(self.most)


class _Columns:
    """What each column stands for, and where each kind begins."""

    def __init__(self, problem: Problem) -> None:
        demands, resources = problem.eligible.shape
        booked, weeks = problem.firm, problem.shape[2]
        self.booked = np.zeros((demands, resources), bool)
        self.booked[booked.demand, booked.resource] = True
        hours = {(d, r): np.zeros(weeks) for d, r in zip(booked.demand.tolist(), booked.resource.tolist(), strict=True)}
        for d, r, t, given in zip(
            booked.demand.tolist(), booked.resource.tolist(), booked.week.tolist(), booked.hours.tolist(), strict=True
        ):
            hours[d, r][t] = given
        self.pairs = np.argwhere(self.booked | (problem.eligible & (problem.asked > 0).any(axis=1, keepdims=True)))
        firm = np.array([hours.get((d, r), np.zeros(weeks)) for d, r in self.pairs.tolist()]).reshape(-1, weeks)
        d, r = self.pairs.T
        usable = (problem.asked[d] > 0) & (problem.capacity[r] > 0) & np.reshape(problem.eligible[d, r], (-1, 1))
        self.pair, self.t = np.nonzero(usable | (firm > 0))
        self.d, self.r, self.firm = d[self.pair], r[self.pair], firm[self.pair, self.t]
        self.p = problem.project_of[self.d]
        self.spots, spot = np.unique(np.stack([self.r, self.p, self.t], axis=1), axis=0, return_inverse=True)
        self.spot = spot.ravel()
        self.late = np.argwhere(problem.room > problem.capacity)
        counts = [len(self.d), len(self.d), len(self.pairs), len(self.spots), len(problem.weight), len(self.late)]
        self.x, self.b, self.a, self.o, self.z, self.v, self.end = np.concatenate([[0], np.cumsum(counts)]).tolist()


def whole_model(problem: Problem, *, all_in: bool = False) -> WholeModel:
    """The model of a case, with `all_in` one that leaves no optional project out; its value is that of docs/model.md."""
    columns, rows = _Columns(problem), _Rows()
    most, least = _limits(problem, columns)
    _asked(problem, columns, rows)
    _capacity(problem, columns, rows)
    _work(columns, rows, most, least)
    _team(problem, columns, rows)
    _focus(problem, columns, rows)
    _coverage(problem, columns, rows)
    start, column, factor, limit = rows.flat()
    full = problem.booked_met >= problem.asked
    points, d = problem.points, columns.d
    ends = np.full(columns.end, 1.0)
    lower, cost, whole = np.zeros(columns.end), np.zeros(columns.end), np.ones(columns.end, bool)
    lower[: columns.b], ends[: columns.b] = columns.firm, most
    lower[columns.a : columns.o] = columns.booked[tuple(columns.pairs.T)]
    lower[columns.o + columns.spot[columns.firm > 0]] = 1.0
    lower[columns.z : columns.v] = problem.optional & all_in
    ends[columns.v :] = (problem.room - problem.capacity)[tuple(columns.late.T)]
    cost[: columns.b] = np.where(full[d, columns.t], 0.0, points[d])
    cost[columns.a : columns.o] = -problem.assignment_cost * points[columns.pairs[:, 0]]
    cost[columns.v :] = -problem.overtime_cost
    whole[: columns.b], whole[columns.v :] = HOURS, HOURS
    fixed = float(points @ np.where(full, problem.asked, 0.0).sum(axis=1))
    cells = np.stack([d, columns.r, columns.t], axis=1)
    return WholeModel(cells, cost, lower, ends, whole, start, column, factor, limit, fixed, columns.z)


def _limits(problem: Problem, columns: _Columns) -> tuple[Floats, Floats]:
    """Most hours of each cell (R2, R3, R4), and fewest where more is worked than is booked (R7)."""
    d, r, t = columns.d, columns.r, columns.t
    yields = (problem.booked_met >= problem.asked)[d, t] | ~problem.eligible[d, r]
    open_ = np.maximum(np.minimum(problem.asked[d, t], problem.room[r, t]), columns.firm)
    most = np.where(yields, columns.firm, open_)
    block = np.minimum(np.minimum(problem.minimum_block, problem.asked[d, t]), problem.capacity[r, t])
    return most, np.minimum(np.maximum(block, columns.firm), most)


def _asked(problem: Problem, columns: _Columns, rows: _Rows) -> None:
    """R2: no more than is asked, and nothing for a project that is left out."""
    at, row = np.unique(np.stack([columns.d, columns.t], axis=1), axis=0, return_inverse=True)
    d, t = at.T
    optional = problem.optional[problem.project_of[d]]
    asked, own = problem.asked[d, t], np.arange(len(at))[optional]
    column = np.concatenate([columns.x + np.arange(len(columns.d)), columns.z + problem.project_of[d[optional]]])
    factor = np.concatenate([np.ones(len(columns.d)), -asked[optional]])
    most = np.where(optional, 0.0, np.maximum(asked, problem.booked_met[d, t]))
    rows.add(np.concatenate([row.ravel(), own]), column, factor, most)


def _capacity(problem: Problem, columns: _Columns, rows: _Rows) -> None:
    """R1: hours fit into the capacity and into the overtime, which is counted."""
    at, row = np.unique(np.stack([columns.r, columns.t], axis=1), axis=0, return_inverse=True)
    number = np.full(problem.capacity.shape, -1)
    number[tuple(at.T)] = np.arange(len(at))
    beyond = number[tuple(columns.late.T)]
    used = beyond >= 0
    column = np.concatenate([columns.x + np.arange(len(columns.d)), columns.v + np.nonzero(used)[0]])
    factor = np.concatenate([np.ones(len(columns.d)), -np.ones(int(used.sum()))])
    rows.add(np.concatenate([row.ravel(), beyond[used]]), column, factor, problem.capacity[tuple(at.T)])


def _work(columns: _Columns, rows: _Rows, most: Floats, least: Floats) -> None:
    """R7: firm hours, or a block and more; whoever works is assigned and on the project."""
    cell = np.arange(len(columns.d))
    twice, hours_works = np.tile(cell, 2), np.concatenate([columns.x + cell, columns.b + cell])
    works = columns.b + cell
    rows.add(twice, hours_works, np.concatenate([np.ones(len(cell)), columns.firm - most]), columns.firm)
    rows.add(twice, hours_works, np.concatenate([-np.ones(len(cell)), least - columns.firm]), -columns.firm)
    signs = np.concatenate([np.ones(len(cell)), -np.ones(len(cell))])
    rows.add(twice, np.concatenate([works, columns.a + columns.pair]), signs, np.zeros(len(cell)))
    rows.add(twice, np.concatenate([works, columns.o + columns.spot]), signs, np.zeros(len(cell)))


def _team(problem: Problem, columns: _Columns, rows: _Rows) -> None:
    """R5: no more people than the demand allows, or are booked on it."""
    demand = columns.pairs[:, 0]
    limited = np.nonzero(problem.max_people[demand] < NO_LIMIT)[0]
    at, row = np.unique(demand[limited], return_inverse=True)
    rows.add(row.ravel(), columns.a + limited, 1.0, np.maximum(problem.max_people[at], columns.booked.sum(axis=1)[at]).astype(np.float64))


def _focus(problem: Problem, columns: _Columns, rows: _Rows) -> None:
    """R6: no more projects of a resource in a week than its limit, or are booked."""
    limited = np.nonzero(problem.max_projects[columns.spots[:, 0]] < NO_LIMIT)[0]
    busy = np.zeros(len(columns.spots))
    busy[columns.spot[columns.firm > 0]] = 1.0
    at, row = np.unique(columns.spots[limited][:, [0, 2]], axis=0, return_inverse=True)
    booked = np.bincount(row.ravel(), busy[limited], len(at))
    rows.add(row.ravel(), columns.o + limited, 1.0, np.maximum(problem.max_projects[at[:, 0]], booked).astype(np.float64))


def _coverage(problem: Problem, columns: _Columns, rows: _Rows) -> None:
    """R10: an optional project that is taken in is met to its least coverage."""
    projects = np.nonzero(problem.optional)[0]
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.weight))
    number = np.full(len(problem.weight), -1)
    number[projects] = np.arange(len(projects))
    mine = np.nonzero(problem.optional[columns.p])[0]
    row = np.concatenate([np.arange(len(projects)), number[columns.p[mine]]])
    column = np.concatenate([columns.z + projects, columns.x + mine])
    factor = np.concatenate([problem.minimum_coverage * asked[projects], -np.ones(len(mine))])
    rows.add(row, column, factor, np.zeros(len(projects)))
