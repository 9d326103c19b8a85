"""Two independent ways to the best plan of a tiny problem, written from the rules of docs/model.md and nothing of the solver's.

`exact_best` writes hours as they are booked and given into one mixed-integer model; `enumerated_best` tries every plan
on a grid of hours. Neither splits off the firm bookings, as the solver does.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from functools import cache
from typing import Any

import highspy
import numpy as np

from solver.problem import Problem

LEAST = 0.01
"""Fewest hours that a plan can write."""


def exact_best(case: Problem) -> float:
    """Points of the best plan, terms of a policy counted, to a relative 1e-9; minus infinity where no plan is allowed.

    The best over every choice of delays (R8), each with the pairs of projects that may not both take part then (R9).
    """
    least = np.zeros_like(case.max_delay) if case.least_delay is None else case.least_delay
    windows = [range(first, last + 1) for first, last in zip(least.tolist(), case.max_delay.tolist(), strict=True)]
    return max(_delayed(case, delays) for delays in itertools.product(*windows))


def _delayed(case: Problem, delays: tuple[int, ...]) -> float:
    moved = np.zeros_like(case.asked)
    for d, t in np.ndindex(case.asked.shape):
        if t + (shift := delays[case.project_of[d]]) < case.shape[2]:
            moved[d, t + shift] = case.asked[d, t]
    rows = case.precedence
    every = zip(rows.predecessor.tolist(), rows.successor.tolist(), rows.least.tolist(), strict=True)
    apart = [(before, after) for before, after, least in every if delays[after] - delays[before] < least]
    if any(not case.optional[before] and not case.optional[after] for before, after in apart):
        return -math.inf
    return _Whole(case, moved, delays, apart).best()


class _Whole:
    """The model over x[d,r,t], met[d,t], over[r,t], on[d,r], more[d,r,t], at[r,p,t] and taken[p]; asked are moved hours."""

    def __init__(self, case: Problem, asked: np.ndarray, delays: tuple[int, ...], apart: list[tuple[int, int]]) -> None:
        self.case, self.asked, self.delays, self.apart = case, asked, delays, apart
        self.model = highspy.Highs()
        self.model.silent()
        for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance", "dual_feasibility_tolerance", "mip_rel_gap"):
            self.model.setOptionValue(option, 1e-9)
        self.people, self.demands, self.weeks = (range(size) for size in case.shape)
        self.weight = case.weight if case.terms.weight is None else case.terms.weight
        self.booked = np.zeros((len(self.demands), len(self.people), len(self.weeks)))
        self.booked[case.firm.demand, case.firm.resource, case.firm.week] = case.firm.hours
        usable = case.capacity + np.where(case.capacity > 0, case.overtime[:, None], 0.0)
        self.room = np.maximum(usable, self.booked.sum(axis=0))
        self.most_met = np.maximum(asked, self.booked.sum(axis=1))
        self.taken = {p: self.model.addBinary() for p in np.nonzero(case.optional)[0].tolist()}
        self.there: dict[tuple[int, int, int], Any] = {}
        self.hours = {cell: self._cell(*cell) for cell in itertools.product(self.demands, self.people, self.weeks)}
        self.on = {pair: self._on(*pair) for pair in itertools.product(self.demands, self.people)}

    def best(self) -> float:
        worth = sum((self._earned(d, t) for d in self.demands for t in self.weeks), start=0.0)
        worth = worth - sum(self._capacity(r, t) for r in self.people for t in self.weeks)
        worth = worth - sum(self._team(d) for d in self.demands) - sum(self._late(p) for p in range(len(self.weight)))
        for r, t in itertools.product(self.people, self.weeks):
            self._focus(r, t)
        for p in self.taken:
            self._selection(p)
        for before, after in self.apart:
            self.model.addConstr(self.taken.get(before, 1) + self.taken.get(after, 1) <= 1)
        worth = worth - self._paid() - self._moved() - self._changed()
        if self.case.terms.hand_over:
            worth = worth - self.case.terms.hand_over * sum(self._joins(d, r, u) for d, r, u in self.hours)
        self.model.maximize(worth)
        if self.model.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            return -math.inf
        assert self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return float(self.model.getInfo().objective_function_value)

    def _cell(self, d: int, r: int, t: int) -> highspy.highs.highs_var:
        """R3, R4, R7: what is booked, or for who is suited a block at least; nothing more in weeks that are past."""
        case, firm = self.case, float(self.booked[d, r, t])
        suited = case.eligible[d, r] and t >= case.open_from
        most = max(firm, min(self.room[r, t], self.most_met[d, t])) if suited else firm
        hours, more = self.model.addVariable(firm, most), self.model.addBinary()
        block = min(case.minimum_block, self.asked[d, t], case.capacity[r, t])
        self.model.addConstr(hours <= firm + (most - firm) * more)
        self.model.addConstr(hours >= firm + max(block - firm, 0.0 if firm else min(LEAST, most)) * more)
        if not firm and not most:
            self.model.addConstr(more <= 0)
        self.there[d, r, t] = 1 if firm else more
        return hours

    def _on(self, d: int, r: int) -> highspy.highs.highs_var:
        """Whether a resource is on a demand: it is where it has hours, and only there."""
        on = self.model.addBinary()
        for t in self.weeks:
            self.model.addConstr(self.hours[d, r, t] <= float(self.room[r, t]) * on)
        self.model.addConstr(on <= sum(self.there[d, r, t] for t in self.weeks) + 0.0)
        return on

    def _earned(self, d: int, t: int) -> highspy.highs.highs_linear_expression:
        """R2, and the points of hours that meet what is asked."""
        case, asked = self.case, float(self.asked[d, t])
        given = sum(self.hours[d, r, t] for r in self.people)
        met = self.model.addVariable(0.0, asked)
        self.model.addConstr(met <= given)
        p = int(case.project_of[d])
        self.model.addConstr(given <= asked * self.taken[p] if p in self.taken else given <= float(self.most_met[d, t]))
        return float(self.weight[p]) * met

    def _late(self, p: int) -> Any:
        """The points that the delay of a project costs where it takes part."""
        asked = float(self.case.asked[self.case.project_of == p].sum())
        return self.case.delay_cost * self.delays[p] * float(self.weight[p]) * asked * self.taken.get(p, 1)

    def _capacity(self, r: int, t: int) -> highspy.highs.highs_linear_expression:
        """R1, and the points that hours above capacity cost."""
        load = sum(self.hours[d, r, t] for d in self.demands)
        over = self.model.addVariable(0.0, 1e6)
        self.model.addConstr(load <= float(self.room[r, t]))
        self.model.addConstr(load - over <= float(self.case.capacity[r, t]))
        return (self.case.overtime_cost + self.case.terms.overtime_hour) * over

    def _team(self, d: int) -> highspy.highs.highs_linear_expression:
        """R5, and the points that assignments cost."""
        on = [self.on[d, r] for r in self.people]
        here = int((self.booked[d].sum(axis=1) > 0).sum())
        self.model.addConstr(sum(on) <= max(int(self.case.max_people[d]), here))
        return self.case.assignment_cost * float(self.weight[self.case.project_of[d]]) * sum(on)

    def _focus(self, r: int, t: int) -> None:
        """R6."""
        at = [self.model.addBinary() for _ in self.case.weight]
        for d in self.demands:
            self.model.addConstr(self.hours[d, r, t] <= float(self.room[r, t]) * at[self.case.project_of[d]])
        here = len({int(self.case.project_of[d]) for d in self.demands if self.booked[d, r, t] > 0})
        self.model.addConstr(sum(at) <= max(int(self.case.max_projects[r]), here))

    def _selection(self, p: int) -> None:
        """R10; an optional project has no bookings, so all its hours meet what is asked."""
        mine = np.nonzero(self.case.project_of == p)[0].tolist()
        required = self.case.minimum_coverage * float(self.case.asked[mine].sum())
        given = sum(self.hours[d, r, t] for d in mine for r in self.people for t in self.weeks)
        self.model.addConstr(given >= required * self.taken[p])

    def _paid(self) -> Any:
        """Points for the hours of each resource, and for those of each on each demand."""
        terms = self.case.terms
        dear = 0.0 if terms.resource_hour is None else sum(float(terms.resource_hour[r]) * x for (_, r, _), x in self.hours.items())
        unfit = 0.0 if terms.pair_hour is None else sum(float(terms.pair_hour[d, r]) * x for (d, r, _), x in self.hours.items())
        return dear + unfit

    def _moved(self) -> Any:
        """Points for hours of the current plan that are not where they were, and the budget of such hours."""
        current, moved = self.case.terms.current, []
        for d, r, t, hours in zip(current.demand, current.resource, current.week, current.hours, strict=True):
            moved.append(self.model.addVariable(0.0, 1e6))
            self.model.addConstr(moved[-1] >= float(hours) - self.hours[int(d), int(r), int(t)])
        if self.case.most_moved is not None and moved:
            self.model.addConstr(sum(moved) <= self.case.most_moved)
        return self.case.terms.moved_hour * sum(moved)

    def _changed(self) -> Any:
        """Points for assignments of the current plan alone, or of this plan alone."""
        current = set(zip(self.case.terms.current.demand.tolist(), self.case.terms.current.resource.tolist(), strict=True))
        changed = sum(1 - on if pair in current else 1 * on for pair, on in self.on.items())
        return self.case.terms.changed_assignment * changed

    def _joins(self, d: int, r: int, u: int) -> highspy.highs.highs_var:
        """A hand-over: for some earlier week t that was worked, none between, r is there in u and was not in t."""
        joins = self.model.addVariable(0.0, 1.0)
        for t in range(u):
            between = sum(self._worked(d, v) for v in range(t + 1, u))
            self.model.addConstr(joins - self.there[d, r, u] + self.there[d, r, t] - self._worked(d, t) + between >= -1)
        return joins

    @cache  # noqa: B019 - a model lives as long as a test
    def _worked(self, d: int, t: int) -> highspy.highs.highs_var:
        """Whether anybody at all works on the demand in the week."""
        worked = self.model.addBinary()
        everybody = [self.there[d, r, t] for r in self.people]
        for there in everybody:
            self.model.addConstr(worked - there >= 0)
        self.model.addConstr(worked - sum(everybody) <= 0)
        return worked


Key = tuple[frozenset[tuple[int, int]], tuple[float, ...]]
"""Who is on what, and the hours that each project has met."""


def enumerated_best(case: Problem, unit: float) -> float:
    """Points of the best plan without delays whose hours are whole units; the best of all where every figure of the case is.

    With the whole numbers fixed, what is left is a flow through two nested families of limits, so a best plan has whole
    units. Weeks are joined one by one, keeping the most points for each (who is on what, hours met by project).
    """
    best: dict[Key, float] = {(frozenset(), (0.0,) * len(case.weight)): 0.0}
    for t in range(case.shape[2]):
        joined: dict[Key, float] = {}
        for (pairs, met), points in best.items():
            for (more_pairs, more_met), more_points in _week(case, t, unit).items():
                key = pairs | more_pairs, tuple(a + b for a, b in zip(met, more_met, strict=True))
                joined[key] = max(joined.get(key, -math.inf), points + more_points)
        best = joined
    return max(points - _assignments(case, pairs) for (pairs, met), points in best.items() if _allowed(case, pairs, met))


def _week(case: Problem, t: int, unit: float) -> dict[Key, float]:
    """The most points of one week, before assignments, for each key."""
    best: dict[Key, float] = {}
    for hours in _weekly_plans(case, t, unit):
        earning = np.minimum(hours.sum(axis=1), case.asked[:, t])
        over = np.maximum(hours.sum(axis=0) - case.capacity[:, t], 0.0).sum()
        points = float(case.weight[case.project_of] @ earning - case.overtime_cost * over)
        met = np.bincount(case.project_of, earning, minlength=len(case.weight))
        key = frozenset(zip(*(axis.tolist() for axis in np.nonzero(hours)), strict=True)), tuple(met.tolist())
        best[key] = max(best.get(key, -math.inf), points)
    return best


def _weekly_plans(case: Problem, t: int, unit: float) -> Iterator[np.ndarray]:
    """Hours (D, R) of one week that keep R1 to R4, R6 and R7."""
    firm = np.zeros(case.eligible.shape)
    here = case.firm.week == t
    firm[case.firm.demand[here], case.firm.resource[here]] = case.firm.hours[here]
    usable = case.capacity[:, t] + np.where(case.capacity[:, t] > 0, case.overtime, 0.0)
    room = np.maximum(usable, firm.sum(axis=0))
    most = np.maximum(case.asked[:, t], firm.sum(axis=1))
    block = np.minimum(np.minimum(case.minimum_block, case.asked[:, t])[:, None], case.capacity[:, t])
    limit = np.maximum(case.max_projects, _projects(case, firm))
    choices = [
        [firm[d, r], *(x for x in np.arange(firm[d, r] + unit, room[r] + 1e-9, unit) if case.eligible[d, r] and x >= block[d, r])]
        for d, r in np.ndindex(firm.shape)
    ]
    for chosen in itertools.product(*choices):
        hours = np.array(chosen).reshape(firm.shape)
        if (hours.sum(axis=0) <= room).all() and (hours.sum(axis=1) <= most).all() and (_projects(case, hours) <= limit).all():
            yield hours


def _projects(case: Problem, hours: np.ndarray) -> np.ndarray:
    """(R,) different projects that each resource works on."""
    return np.array([len(set(case.project_of[hours[:, r] > 0].tolist())) for r in range(hours.shape[1])])


def _assignments(case: Problem, pairs: frozenset[tuple[int, int]]) -> float:
    return case.assignment_cost * sum(float(case.weight[case.project_of[d]]) for d, _ in pairs)


def _allowed(case: Problem, pairs: frozenset[tuple[int, int]], met: tuple[float, ...]) -> bool:
    """R5 and R10; an optional project takes part if it gets hours at all."""
    booked = set(zip(case.firm.demand.tolist(), case.firm.resource.tolist(), strict=True))
    for d, most in enumerate(case.max_people):
        if sum(e == d for e, _ in pairs) > max(most, sum(e == d for e, _ in booked)):
            return False
    asked = np.bincount(case.project_of, case.asked.sum(axis=1), minlength=len(case.weight))
    short = (np.array(met) > 0) & (np.array(met) < case.minimum_coverage * asked - 1e-9)
    return not (short & case.optional).any()
