"""The problem laid out flat for the compiled search: whole hundredths of an hour, rows of different length end to end.

A plan is written to two decimals, so the search counts in hundredths: what it holds is exactly what is written. Every
demand has one cell for each week from the first to the last in which it asks, which move together when its project is
delayed: hours of one person in them stand side by side in memory, where the compiler can take several at once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from solver.problem import NO_LIMIT, Bools, Firm, Floats, Ints, Problem
from solver.residual import Residual, hourly, joining, pair_rows, staying

Whole = NDArray[np.int32]
"""Hundredths of an hour, and rows of tables: short numbers, of which more fit into the cache."""

HUNDREDTHS = 100.0
FORGIVEN = 0.5
"""Hundredths that one written figure may be off (solver.verify.CENT, rounded down)."""
ROUNDING = 1e-6
"""Hundredths by which 38.4 h may stand below 3840 because of binary fractions."""

# Columns of Layout.demand: where the rows of a demand start in `asked`, in `person`, in `slot` and in the hours of its slots,
# its project, how many people may join it, its first week at no delay, and its row of `booked_met`. Row d + 1 says where
# the first four end.
CELLS, PAIRS, SLOTS, HOURS, PROJECT, TEAM, FIRST, MET_ROW = range(8)
# Columns of Layout.pair: the resource, its row of `firm_hours` and its row of `stay` (the last, of zeros, where there is nothing).
RESOURCE, BOOKED, STAYS = range(3)
# Columns of Layout.resource: where its rows start in `suited` and in `firm`, and whether it may work overtime at all.
SUITED, FIRM, STRETCHES = range(3)
# Columns of Layout.project: where its rows start in `demands`, whether it is optional, the hours it then needs, its delays.
DEMANDS, OPTIONAL, REQUIRED, EARLIEST, LATEST = range(5)
# Columns of Layout.arc: dependency of a successor on a predecessor, and the weeks between their delays at least.
PREDECESSOR, SUCCESSOR, LEAST_APART = range(3)
# Places in Layout.costs: points for a hundredth above capacity, for one moved away, and for a hand-over.
ABOVE, MOVED, HAND_OVER = range(3)


class Layout(NamedTuple):
    """What the search reads; hours are hundredths, points are points a hundredth.

    demand (D + 1, 8); asked, least (cells,): hours asked and the least block; pair (pairs, 3); hourly (pairs,) points a
    hundredth that the hours of a pair cost, joining (pairs,) points of its assignment; slot (slots,) the demand of each
    slot: a slot is a place for one resource on a demand; resource (R + 1, 3), suited (pairs,) the demands of each
    resource; over, capacity, limit (R, T): hours above capacity, the capacity itself, most projects; free (R, T) at the
    start, price (R, T) points a hundredth; points (D,); firm (bookings, 2) project and week, firm_hours (held pairs + 1,
    T), stay (pairs of the current plan + 1, T) hours that cost when they move away, booked_met (booked demands + 1, T);
    project (P + 1, 5), late (P,) points for a week of delay, demands (D,) of each project, arc (A, 3); costs (3,);
    opens (1,): the first week in which hours may be given.
    """

    demand: Ints
    asked: Whole
    least: Whole
    pair: Whole
    hourly: Floats
    joining: Floats
    slot: Whole
    resource: Ints
    suited: Whole
    over: Whole
    capacity: Whole
    limit: Whole
    free: Whole
    price: Floats
    points: Floats
    firm: Ints
    firm_hours: Whole
    stay: Whole
    booked_met: Whole
    project: Ints
    late: Floats
    demands: Ints
    arc: Ints
    costs: Floats
    opens: Ints


def layout(problem: Problem, left: Residual, price: Floats) -> Layout:
    """The flat form of what is left to decide beside the firm bookings; price (R, T) is points an hour."""
    regular, overtime = floored(left.regular), floored(left.overtime)
    asked = floored(problem.asked)
    pair_demand, pair_resource = np.nonzero(_suitable(problem, asked, regular + overtime))
    held = pair_rows(problem, left.held)[pair_demand, pair_resource]
    stays, stay = staying(problem, left)
    span = _spans(asked)
    firm_order = np.lexsort((problem.firm.week, problem.firm.resource))
    terms = problem.terms
    points = problem.aim_points
    return Layout(
        demand=_demands(problem, left, span, pair_demand, held),
        asked=_short(asked[span.cells]),
        least=_short(floored(np.minimum(problem.minimum_block, problem.asked))[span.cells]),
        pair=_short(np.stack([pair_resource, held, stays[pair_demand, pair_resource]], axis=1)),
        hourly=hourly(problem, pair_demand, pair_resource) / HUNDREDTHS,
        joining=joining(problem, pair_demand, held >= 0, stays[pair_demand, pair_resource] >= 0),
        slot=_short(np.repeat(np.arange(len(asked)), _slots(left, pair_demand, held))),
        resource=_resources(problem, pair_resource, overtime),
        suited=_short(pair_demand[np.lexsort((pair_demand, pair_resource))]),
        over=_short(overtime),
        capacity=_short(floored(problem.capacity)),
        limit=_short(_project_limit(problem)),
        free=_short(regular + overtime),
        price=price / HUNDREDTHS,
        points=points / HUNDREDTHS,
        firm=np.stack([problem.project_of[problem.firm.demand], problem.firm.week], axis=1)[firm_order],
        firm_hours=_short(floored(_with_zeros(left.held_hours))),
        stay=_short(floored(_with_zeros(stay))),
        booked_met=_short(np.ceil(_with_zeros(problem.booked_met[_booked(problem)]) * HUNDREDTHS - ROUNDING)),
        project=_projects(problem),
        late=_late(problem),
        demands=np.argsort(problem.project_of, kind="stable").astype(np.int64),
        arc=np.stack([problem.precedence.predecessor, problem.precedence.successor, problem.precedence.least], axis=1),
        costs=np.array([problem.overtime_cost + terms.overtime_hour, terms.moved_hour, terms.hand_over * HUNDREDTHS]) / HUNDREDTHS,
        opens=np.array([problem.open_from]),
    )


def floored(hours: Floats) -> Ints:
    """Whole hundredths that fit into the hours."""
    whole: Ints = np.floor(hours * HUNDREDTHS + ROUNDING).astype(np.int64)
    return whole


def _short(figures: Ints | Floats) -> Whole:
    return np.ascontiguousarray(figures, dtype=np.int32)


def _with_zeros(table: Floats) -> Floats:
    return np.vstack([table, np.zeros((1, table.shape[1]))])


def _starts(*lengths: Ints) -> Ints:
    """One column for each list of lengths: where each row starts, and in the last row where all end."""
    return np.stack([np.concatenate([[0], np.cumsum(column)]) for column in lengths], axis=1).astype(np.int64)


class _Spans(NamedTuple):
    """first (D,) week asked at no delay, lengths (D,) from it to the last; cells: (demand, week) of each, as an index."""

    first: Ints
    lengths: Ints
    cells: tuple[Ints, Ints]


def _spans(asked: Ints) -> _Spans:
    asks, weeks = np.pad(asked > 0, ((0, 0), (1, 1)), constant_values=True), asked.shape[1]
    first = np.minimum(asks[:, 1:].argmax(axis=1), max(weeks - 1, 0)).astype(np.int64)
    lengths = np.maximum(weeks - asks[:, -2::-1].argmax(axis=1) - first, 0).astype(np.int64)
    demand = np.repeat(np.arange(len(asked)), lengths)
    within = np.arange(len(demand)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return _Spans(first, lengths, (demand, first[demand] + within))


def _suitable(problem: Problem, asked: Ints, room: Ints) -> Bools:
    """(D, R) whether a resource can give a demand anything: suited, and free in a week in which it may be asked (R8)."""
    wanted = asked > 0
    longest = np.minimum(problem.max_delay, problem.shape[2] - 1)[problem.project_of]
    for shift in range(1, int(longest.max(initial=0)) + 1):
        late = longest >= shift
        wanted[late, shift:] |= asked[late, :-shift] > 0
    meets = wanted.astype(np.float32) @ (room > 0).astype(np.float32).T > 0
    return problem.eligible & meets


def _slots(left: Residual, pair_demand: Ints, held: Ints) -> Ints:
    """How many resources can be on each demand at most: the team that may join, and those booked who may do more."""
    suited = np.bincount(pair_demand, minlength=len(left.team))
    booked = np.bincount(pair_demand[held >= 0], minlength=len(left.team))
    return np.minimum(suited, np.minimum(left.team, NO_LIMIT) + booked)


def _demands(problem: Problem, left: Residual, span: _Spans, pair_demand: Ints, held: Ints) -> Ints:
    slots = _slots(left, pair_demand, held)
    starts = _starts(span.lengths, np.bincount(pair_demand, minlength=len(slots)), slots, slots * span.lengths)
    booked = _booked(problem)
    rows = np.full(len(slots), len(booked), np.int64)
    rows[booked] = np.arange(len(booked))
    rest = np.stack([np.append(column, 0) for column in (problem.project_of, left.team, span.first, rows)], axis=1)
    return np.concatenate([starts, rest], axis=1)


def _booked(problem: Problem) -> Ints:
    """Demands with a firm booking."""
    return np.unique(problem.firm.demand)


def _resources(problem: Problem, pair_resource: Ints, overtime: Ints) -> Ints:
    count = len(overtime)
    starts = _starts(np.bincount(pair_resource, minlength=count), np.bincount(problem.firm.resource, minlength=count))
    return np.concatenate([starts, np.append((overtime > 0).any(axis=1), False)[:, None]], axis=1).astype(np.int64)


def _project_limit(problem: Problem) -> Ints:
    """(R, T) most different projects, at least as many as are firmly booked (R6)."""
    firm: Firm = problem.firm
    distinct = np.unique(np.stack([firm.resource, firm.week, problem.project_of[firm.demand]]), axis=1)
    booked = np.zeros(problem.capacity.shape, np.int64)
    np.add.at(booked, (distinct[0], distinct[1]), 1)
    limit: Ints = np.maximum(problem.max_projects[:, None], booked)
    return limit


def _projects(problem: Problem) -> Ints:
    """The third column is what R10 asks of an optional project that is taken in, rounded up."""
    starts = _starts(np.bincount(problem.project_of, minlength=len(problem.weight)))
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.weight))
    required = np.ceil(asked * problem.minimum_coverage * HUNDREDTHS - ROUNDING).astype(np.int64)
    # what is written is rounded down: where thirds of an hour are asked, all that can be written is all that is required
    written = np.bincount(problem.project_of, floored(problem.asked).sum(axis=1), minlength=len(problem.weight)).astype(np.int64)
    cells = np.bincount(problem.project_of, (problem.asked > 0).sum(axis=1), minlength=len(problem.weight))
    required = np.where(asked * HUNDREDTHS - written <= FORGIVEN * cells, np.minimum(required, written), required)
    columns = (problem.optional, required, problem.earliest, problem.latest)
    return np.concatenate([starts, np.stack([np.append(column, 0) for column in columns], axis=1)], axis=1).astype(np.int64)


def _late(problem: Problem) -> Floats:
    """(P,) points that a week of delay costs."""
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.aims))
    late: Floats = problem.delay_cost * problem.aims * asked
    return late
