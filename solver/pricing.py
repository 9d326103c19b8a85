"""The proved bound: Lagrangian relaxation of capacity (R1), where each demand chooses its people by itself.

For any prices π ≥ 0 of the hours of resource r in week t no plan is worth more than

    fixed + Σ (π·regular + max(0, π - beta)·overtime) + Σ over demands of its best staffing at those prices,

since giving up R6, R7 and R10 only helps and paying π for each hour used, instead of keeping R1, never costs a plan
that keeps R1 more than the first sum. The best staffing of one demand keeps R2, R3, R5 and the whole cost of its
assignments. It is found exactly for one and two people; for more its value is bounded from above by what the best k
people could give in each week. Prices are improved by subgradient steps (Held, Wolfe and Crowder 1974; Polyak's step
towards the value of the best plan). Everything is recomputed here in plain arithmetic, so the proof does not rest
on the tolerances of a linear solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from solver.compiled import compiled
from solver.problem import Bools, Floats, Ints, Problem
from solver.residual import Residual

PROOF_MARGIN = 1e-9
"""Relative width added to a bound for the rounding of its own sum."""
SMOOTHING = 0.6
"""Share of the last direction kept in the next: damps the zigzag of plain subgradient steps."""
PATIENCE = 4
"""Steps without a better bound after which steps are shortened and start again from the best prices."""
SHORTER = 0.6


class Staffing(NamedTuple):
    """Demands with something left to decide, flat.

    starts (n + 1, 2): where the rows of each begin in `week`, `need` and in `person`, `booked`; points (n,) an hour,
    cost (n,) points an assignment, team (n,) people that may join; room (R, T) hours.
    """

    starts: Ints
    week: Ints
    need: Floats
    person: Ints
    booked: Ints
    points: Floats
    cost: Floats
    team: Ints
    room: Floats


@dataclass(frozen=True, slots=True)
class Proof:
    """A bound in points, the prices (R, T) in points an hour that prove it, and how far steps still reach."""

    bound: float
    prices: Floats
    reach: float = 1.0


def staffing(problem: Problem, left: Residual) -> Staffing:
    """The demands that can gain anything, with the people who could do something for each."""
    meets = (left.need > 0).astype(np.float32) @ (left.room > 0).astype(np.float32).T > 0
    suitable = problem.eligible & meets & (problem.points > 0)[:, None]
    demands = np.nonzero(suitable.any(axis=1))[0]
    booked = np.zeros_like(suitable)
    booked[left.held[:, 0], left.held[:, 1]] = True
    pair, cell = np.nonzero(suitable[demands]), np.nonzero(left.need[demands] > 0)
    lengths = [np.bincount(index[0], minlength=len(demands)) for index in (cell, pair)]
    return Staffing(
        starts=np.stack([np.concatenate([[0], np.cumsum(row)]) for row in lengths], axis=1).astype(np.int64),
        week=cell[1].astype(np.int64),
        need=left.need[demands][cell],
        person=pair[1].astype(np.int64),
        booked=booked[demands][pair].astype(np.int64),
        points=problem.points[demands],
        cost=problem.points[demands] * problem.assignment_cost,
        team=left.team[demands],
        room=left.room,
    )


def proved(problem: Problem, left: Residual, tables: Staffing, prices: Floats) -> Proof:
    """The bound that the prices prove."""
    return Proof(_evaluated(problem, left, tables, prices)[0], prices)


def tightened(problem: Problem, left: Residual, tables: Staffing, proof: Proof, value: float, steps: int) -> Proof:
    """A proof at least as tight after some subgradient steps towards `value`, the points of a plan."""
    best, reach, current = proof, proof.reach, proof.prices
    direction, stalled = np.zeros_like(current), 0
    for _ in range(steps):
        bound, slope = _evaluated(problem, left, tables, current)
        if bound < best.bound:
            best, stalled = Proof(bound, current, reach), 0
        else:
            stalled += 1
        if stalled > PATIENCE:
            reach, stalled = reach * SHORTER, 0
            bound, slope = _evaluated(problem, left, tables, best.prices)
            current, direction = best.prices, np.zeros_like(current)
        direction = SMOOTHING * direction + slope
        step = np.where((current <= 0) & (direction < 0), 0.0, direction)
        size = float((step * step).sum())
        if size == 0.0 or bound <= value:
            break
        current = np.maximum(current + reach * (bound - value) / size * step, 0.0)
    return Proof(best.bound, best.prices, reach)


def _evaluated(problem: Problem, left: Residual, tables: Staffing, prices: Floats) -> tuple[float, Floats]:
    """The bound at these prices and its slope (R, T): hours the demands would take beyond what is there."""
    beyond = np.maximum(prices - problem.overtime_cost, 0.0)
    supply = float((prices * left.regular).sum() + (beyond * left.overtime).sum())
    load = np.zeros_like(prices)
    total = left.fixed + supply + best_staffings(tables, prices, load)
    slope = load - left.regular - np.where(beyond > 0, left.overtime, 0.0)
    return total + PROOF_MARGIN * (abs(total) + 1.0), slope


@compiled
def best_staffings(tables: Staffing, prices: Floats, load: Floats) -> float:
    """Sum over demands of an upper bound on their best staffing at the prices; adds the hours of a good one to load."""
    total = 0.0
    for n in range(len(tables.points)):
        total += best_staffing(tables, n, prices, load)
    return total


@compiled
def best_staffing(tables: Staffing, n: int, prices: Floats, load: Floats) -> float:
    """The same for one demand: exact for one or two people and none booked, else bounded from above."""
    cells, pairs = tables.starts[n, 0], tables.starts[n, 1]
    weeks, people = tables.starts[n + 1, 0] - cells, tables.starts[n + 1, 1] - pairs
    need, booked, cost = tables.need[cells : cells + weeks], tables.booked[pairs : pairs + people], tables.cost[n]
    team = min(tables.team[n], people)
    margin, hours = np.zeros((people, weeks)), np.zeros((people, weeks))
    for i in range(people):
        for j in range(weeks):
            r, week = tables.person[pairs + i], tables.week[cells + j]
            margin[i, j] = max(tables.points[n] - prices[r, week], 0.0)
            hours[i, j] = min(need[j], tables.room[r, week])
    worth = margin * hours
    chosen = booked == 1
    bound = float(filled(margin, hours, need, chosen).sum())
    limits = limits_by_size(worth, filled(margin, hours, need, np.ones(people, np.bool_)), booked, team)
    first = 1
    if not chosen.any() and team >= 1:
        bound = best_one_or_two(margin, hours, worth, need, cost, limits, chosen)
        first = 3
    reached = bound
    for k in range(first, team + 1):
        bound = max(bound, limits[k] - k * cost)
    if bound > reached + 1e-9:
        extend(margin, hours, need, cost, booked, team, chosen)
    add_load(tables, n, margin, hours, chosen, load)
    return bound


@compiled
def filled(margin: Floats, hours: Floats, need: Floats, who: Bools) -> Floats:
    """Points in each week when those who take part fill what is needed, the highest margin first."""
    points = np.zeros(len(need))
    for j in range(len(need)):
        rest = need[j]
        for i in np.argsort(-margin[:, j]):
            if rest <= 0.0 or margin[i, j] <= 0.0:
                break
            if who[i]:
                given = min(rest, hours[i, j])
                points[j] += given * margin[i, j]
                rest -= given
    return points


@compiled
def limits_by_size(worth: Floats, everybody: Floats, booked: Ints, team: int) -> Floats:
    """(team + 1,) points that those booked and any k more cannot exceed, before the cost of their assignments.

    In each week they give no more than everybody together, and no more than those booked and the k who could give most.
    """
    limits = np.zeros(team + 1)
    free = booked == 0
    for j in range(len(everybody)):
        reached = worth[~free, j].sum()
        limits[0] += min(everybody[j], reached)
        best = np.sort(worth[free, j])
        for k in range(1, team + 1):
            if k <= len(best):
                reached += best[len(best) - k]
            limits[k] += min(everybody[j], reached)
    return limits


@compiled
def best_one_or_two(margin: Floats, hours: Floats, worth: Floats, need: Floats, cost: float, limits: Floats, chosen: Bools) -> float:
    """The best staffing by nobody, one or two people, exactly; marks them in `chosen`.

    Pairs are tried only where what both are worth alone adds up to more than the best so far: no pair exceeds that sum.
    """
    alone = worth.sum(axis=1) - cost
    best, one, two = 0.0, -1, -1
    if alone.max() > 0.0:
        best, one = alone.max(), int(np.argmax(alone))
    if len(limits) > 2 and limits[2] - 2 * cost > best:
        order = np.argsort(-alone)
        for a in range(len(order)):
            i = order[a]
            if 2 * alone[i] <= best:
                break
            for b in range(a + 1, len(order)):
                k = order[b]
                if alone[i] + alone[k] <= best:
                    break
                together = -2.0 * cost
                for j in range(len(need)):
                    high, low = (i, k) if margin[i, j] >= margin[k, j] else (k, i)
                    together += margin[high, j] * hours[high, j] + margin[low, j] * min(hours[low, j], need[j] - hours[high, j])
                if together > best:
                    best, one, two = together, i, k
    if one >= 0:
        chosen[one] = True
    if two >= 0:
        chosen[two] = True
    return best


@compiled
def extend(margin: Floats, hours: Floats, need: Floats, cost: float, booked: Ints, team: int, chosen: Bools) -> None:
    """Adds people to the chosen one by one while that gains: a good staffing where the best is only bounded."""
    joined = int((chosen & (booked == 0)).sum())
    reached = filled(margin, hours, need, chosen).sum()
    while joined < team:
        best, who = reached + cost + 1e-9, -1
        for i in range(len(chosen)):
            if not chosen[i]:
                chosen[i] = True
                points = filled(margin, hours, need, chosen).sum()
                chosen[i] = False
                if points > best:
                    best, who = points, i
        if who < 0:
            return
        chosen[who] = True
        joined, reached = joined + 1, best


@compiled
def add_load(tables: Staffing, n: int, margin: Floats, hours: Floats, chosen: Bools, load: Floats) -> None:
    """Adds the hours of the chosen people, the highest margin first, to the load (R, T)."""
    cells, pairs = tables.starts[n, 0], tables.starts[n, 1]
    for j in range(tables.starts[n + 1, 0] - cells):
        rest = tables.need[cells + j]
        for i in np.argsort(-margin[:, j]):
            if chosen[i] and rest > 0.0 and margin[i, j] > 0.0:
                given = min(rest, hours[i, j])
                load[tables.person[pairs + i], tables.week[cells + j]] += given
                rest -= given
