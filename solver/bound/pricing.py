"""The proved bound: Lagrangian relaxation of capacity (R1), where each project decides for itself.

For any prices π ≥ 0 of the hours of resource r in week t no plan is worth more than

    fixed + Σ (π·regular + max(0, π - beta)·overtime) + Σ over projects of the best it can do at those prices,

since giving up R6, R7 and R9 only helps, and paying π for each hour used, instead of keeping R1, never costs a plan
that keeps R1 more than the first sum. A project chooses its delay (R8) and, where it is optional, whether it takes part
at its least coverage (R10, relaxed with a bonus on every hour that is paid back for the hours required); its demands
choose their best staffing, which keeps R2, R3, R5 and the whole cost of its assignments. That is found exactly for one
and two people; for more its value is bounded from above by what the best k people could give in each week. Prices are
improved by subgradient steps (Held, Wolfe and Crowder 1974; Polyak's step towards the value of the best plan).
Everything is recomputed here in plain arithmetic, so the proof does not rest on the tolerances of a linear solver.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from solver.bound.staffing import Staffing
from solver.compiled import compiled, inlined
from solver.problem import Bools, Floats, Ints, Problem
from solver.residual import Residual

PROOF_MARGIN = 1e-9
"""Relative width added to a bound for the rounding of its own sum."""
SMOOTHING = 0.6
"""Share of the last direction kept in the next: damps the zigzag of plain subgradient steps."""
PATIENCE = 4
"""Steps without a better bound after which steps are shortened and start again from the best prices."""
SHORTER = 0.6
TRIED = 16
"""People tried when a team is put together for the load that steers the prices."""
MANY = 100
"""Options from which threads are worth their start."""
BONUSES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Bonuses on the hours of an optional project that are tried, as multiples of its weight."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A bound in points, the prices (R, T) in points an hour that prove it, and how far steps still reach."""

    bound: float
    prices: Floats
    reach: float = 1.0


def proved(problem: Problem, left: Residual, tables: Staffing, prices: Floats) -> Proof:
    """The bound that the prices prove."""
    return Proof(_evaluated(problem, left, tables, prices)[0], prices)


def tightened(
    problem: Problem, left: Residual, tables: Staffing, proof: Proof, value: float, steps: int, enough: Callable[[], bool] = lambda: False
) -> Proof:
    """A proof at least as tight after some subgradient steps towards `value`, the points of a plan, or fewer if enough."""
    best, reach, current = proof, proof.reach, proof.prices
    direction, stalled = np.zeros_like(current), 0
    for _ in range(steps):
        if enough():
            break
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
    beyond = np.maximum(prices - problem.overtime_cost - problem.terms.overtime_hour, 0.0)
    supply = float((prices * left.regular).sum() + (beyond * left.overtime).sum())
    load = np.zeros_like(prices)
    total = float(tables.fixed[0]) + supply + _best_choices(tables, prices, load)
    slope = load - left.regular - np.where(beyond > 0, left.overtime, 0.0)
    return total + PROOF_MARGIN * (abs(total) + 1.0), slope


def _best_choices(tables: Staffing, prices: Floats, load: Floats) -> float:
    """Sum over projects of an upper bound on the best they can do at the prices; adds the hours of a good choice to load."""
    none = np.zeros(len(tables.project))
    free = (tables.optional == 1) | (np.bincount(tables.project, minlength=len(tables.optional)) > 1)
    open_options = np.nonzero(free[tables.project])[0]
    points = float(_side_by_side(tables, np.nonzero(~free[tables.project])[0], none, prices, load, keep=True).sum())
    if not len(open_options):
        return points
    bounds, bonus = _option_bounds(tables, open_options, prices, load)
    best = np.where(tables.optional == 1, 0.0, -np.inf)
    np.maximum.at(best, tables.project[open_options], bounds[open_options])
    reaching = open_options[bounds[open_options] >= best[tables.project[open_options]]]
    chosen = reaching[np.unique(tables.project[reaching], return_index=True)[1]]
    _side_by_side(tables, chosen, bonus, prices, load, keep=True)
    return points + float(best[free].sum())


def _option_bounds(tables: Staffing, options: Ints, prices: Floats, load: Floats) -> tuple[Floats, Floats]:
    """(O,) the least bound on each of the options that a bonus gives, and that bonus; nothing is added to load."""
    bonus = np.zeros(len(tables.project))
    bounds = np.full(len(tables.project), -np.inf)
    bounds[options] = _side_by_side(tables, options, bonus, prices, load, keep=False)
    for share in BONUSES:
        tried = options[(tables.optional[tables.project[options]] == 1) & (bounds[options] > 0)]
        extra = share * tables.weight[tables.project]
        paid = _side_by_side(tables, tried, extra, prices, load, keep=False) - extra[tried] * tables.required[tables.project[tried]]
        better = tried[paid < bounds[tried]]
        bounds[better], bonus[better] = paid[paid < bounds[tried]], extra[better]
    return bounds, bonus


def _side_by_side(tables: Staffing, options: Ints, bonus: Floats, prices: Floats, load: Floats, *, keep: bool) -> Floats:
    """`worths` with every other option in another thread; each adds up its own load, so the sums are those of any machine."""
    if len(options) < MANY:
        return worths(tables, options, bonus, prices, load, keep)
    points, loads = np.zeros(len(options)), (load, np.zeros_like(load))
    with ThreadPoolExecutor(len(loads)) as executor:
        jobs = [executor.submit(worths, tables, options[n :: len(loads)], bonus, prices, own, keep) for n, own in enumerate(loads)]
    for n, job in enumerate(jobs):
        points[n :: len(loads)] = job.result()
    load += loads[1]
    return points


@compiled
def worths(tables: Staffing, options: Ints, bonus: Floats, prices: Floats, load: Floats, keep: bool) -> Floats:
    """What each of the options is worth at most when every hour earns its bonus; adds its hours to load where kept."""
    points = np.zeros(len(options))
    for k in range(len(options)):
        o = options[k]
        points[k] = tables.earned[o]
        for n in range(tables.entry[o, 0], tables.entry[o, 1]):
            points[k] += best_staffing(tables, n, prices, bonus[o], load, keep)
    return points


@inlined
def best_staffing(tables: Staffing, n: int, prices: Floats, bonus: float, load: Floats, keep: bool) -> float:
    """The same for one demand: exact for one or two people and none booked, else bounded from above."""
    cells, pairs = tables.starts[n, 0], tables.starts[n, 1]
    weeks, people = tables.starts[n + 1, 0] - cells, tables.starts[n + 1, 1] - pairs
    need, booked, joining = (
        tables.need[cells : cells + weeks],
        tables.booked[pairs : pairs + people],
        tables.joining[pairs : pairs + people],
    )
    team = min(tables.team[n], people)
    margin, hours = np.zeros((people, weeks)), np.zeros((people, weeks))
    for i in range(people):
        r, earns, row = tables.person[pairs + i], tables.points[n] + bonus - tables.hourly[pairs + i], tables.stays[pairs + i]
        for j in range(weeks):
            week = tables.week[cells + j]
            stays = tables.kept[0] if tables.stay[row, week] > 0.0 else 0.0
            margin[i, j] = max(earns + stays - prices[r, week], 0.0)
            hours[i, j] = min(need[j], tables.room[r, week])
    worth, chosen, all_of_them = np.zeros((people, weeks)), np.zeros(people, np.bool_), np.ones(people, np.bool_)
    anybody = False
    for i in range(people):
        chosen[i] = booked[i] == 1
        anybody |= chosen[i]
        for j in range(weeks):
            worth[i, j] = margin[i, j] * hours[i, j]
    bound = total(filled(margin, hours, need, chosen))
    limits = limits_by_size(worth, filled(margin, hours, need, all_of_them), booked, team)
    costs = least_costs(joining, booked, team)
    first = 1
    if not anybody and team >= 1:
        bound = best_one_or_two(margin, hours, worth, need, joining, limits, costs, chosen)
        first = 3
    reached = bound
    for k in range(first, team + 1):
        bound = max(bound, limits[k] - costs[k])
    if keep:
        if bound > reached + 1e-9:
            extend(margin, hours, need, joining, booked, team, chosen)
        add_load(tables, n, margin, hours, chosen, load)
    return bound


@compiled
def filled(margin: Floats, hours: Floats, need: Floats, who: Bools) -> Floats:
    """Points in each week when those who take part fill what is needed, the highest margin first."""
    points = np.zeros(len(need))
    for j in range(len(need)):
        rest = need[j]
        for i in descending(margin[:, j]):
            if rest <= 0.0 or margin[i, j] <= 0.0:
                break
            if who[i]:
                given = min(rest, hours[i, j])
                points[j] += given * margin[i, j]
                rest -= given
    return points


@inlined
def limits_by_size(worth: Floats, everybody: Floats, booked: Ints, team: int) -> Floats:
    """(team + 1,) points that those booked and any k more cannot exceed, before the cost of their assignments.

    In each week they give no more than everybody together, and no more than those booked and the k who could give most.
    """
    limits, best = np.zeros(team + 1), np.zeros(team)
    for j in range(len(everybody)):
        reached = 0.0
        best[:] = 0.0
        for i in range(len(booked)):
            if booked[i] == 1:
                reached += worth[i, j]
            elif team > 0 and worth[i, j] > best[team - 1]:
                k = team - 1
                while k > 0 and best[k - 1] < worth[i, j]:
                    best[k] = best[k - 1]
                    k -= 1
                best[k] = worth[i, j]
        limits[0] += min(everybody[j], reached)
        for k in range(team):
            reached += best[k]
            limits[k + 1] += min(everybody[j], reached)
    return limits


@inlined
def least_costs(joining: Floats, booked: Ints, team: int) -> Floats:
    """(team + 1,) points that the assignments of any k people who are not booked cost at least."""
    costs, count = np.zeros(team + 1), 0
    for i in descending(-joining):
        if booked[i] == 0 and count < team:
            costs[count + 1] = costs[count] + joining[i]
            count += 1
    for k in range(count + 1, team + 1):
        costs[k] = np.inf  # there are not so many people
    return costs


@inlined
def best_one_or_two(
    margin: Floats, hours: Floats, worth: Floats, need: Floats, joining: Floats, limits: Floats, costs: Floats, chosen: Bools
) -> float:
    """The best staffing by nobody, one or two people, exactly; marks them in `chosen`.

    Pairs are tried only where what both are worth alone adds up to more than the best so far: no pair exceeds that sum.
    """
    alone, best, one, two = np.zeros(len(worth)), 0.0, -1, -1
    for i in range(len(worth)):
        for j in range(len(need)):
            alone[i] += worth[i, j]
        alone[i] -= joining[i]
        if alone[i] > best:
            best, one = alone[i], i
    if len(limits) > 2 and limits[2] - costs[2] > best:
        order = descending(alone)
        for a in range(len(order)):
            i = order[a]
            if 2 * alone[i] <= best:
                break
            for b in range(a + 1, len(order)):
                k = order[b]
                if alone[i] + alone[k] <= best:
                    break
                together = -joining[i] - joining[k]
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


@inlined
def extend(margin: Floats, hours: Floats, need: Floats, joining: Floats, booked: Ints, team: int, chosen: Bools) -> None:
    """Adds people to the chosen one by one while that gains: a good staffing where the best is only bounded.

    Only the few who are worth most alone are tried: the staffing steers the prices, the bound does not rest on it.
    """
    joined = 0
    for i in range(len(chosen)):
        joined += 1 if chosen[i] and booked[i] == 0 else 0
    reached = total(filled(margin, hours, need, chosen))
    order = descending(row_sums(margin, hours))
    while joined < team:
        best, who = reached + 1e-9, -1
        for k in range(min(len(order), TRIED)):
            i = order[k]
            if not chosen[i]:
                chosen[i] = True
                points = total(filled(margin, hours, need, chosen)) - joining[i]
                chosen[i] = False
                if points > best:
                    best, who = points, i
        if who < 0:
            return
        chosen[who] = True
        joined, reached = joined + 1, best + joining[who]


@inlined
def add_load(tables: Staffing, n: int, margin: Floats, hours: Floats, chosen: Bools, load: Floats) -> None:
    """Adds the hours of the chosen people, the highest margin first, to the load (R, T)."""
    cells, pairs = tables.starts[n, 0], tables.starts[n, 1]
    for j in range(tables.starts[n + 1, 0] - cells):
        rest = tables.need[cells + j]
        for i in descending(margin[:, j]):
            if chosen[i] and rest > 0.0 and margin[i, j] > 0.0:
                given = min(rest, hours[i, j])
                load[tables.person[pairs + i], tables.week[cells + j]] += given
                rest -= given


@compiled
def descending(row: Floats) -> Ints:
    """Where the figures of a row stand when the highest comes first."""
    order = np.argsort(row)
    for k in range(len(order) // 2):
        order[k], order[len(order) - 1 - k] = order[len(order) - 1 - k], order[k]
    return order


@compiled
def row_sums(margin: Floats, hours: Floats) -> Floats:
    """What each person is worth alone."""
    sums = np.zeros(len(margin))
    for i in range(margin.shape[0]):
        for j in range(margin.shape[1]):
            sums[i] += margin[i, j] * hours[i, j]
    return sums


@compiled
def total(row: Floats) -> float:
    points = 0.0
    for j in range(len(row)):
        points += row[j]
    return points
