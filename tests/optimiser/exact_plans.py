"""Two independent ways to the best plan of a tiny problem, written from the rules of docs/model.md and nothing of the solver's.

`exact_best` writes hours as they are booked and given into one mixed-integer model; `enumerated_best` tries every plan
on a grid of hours. Neither splits off the firm bookings, as the solver does.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import highspy
import numpy as np

from solver.problem import Problem


def exact_best(case: Problem) -> float:
    """Points of the best plan, to a relative 1e-9: the best over every choice of delays (R8)."""
    return max(_delayed(case, delays) for delays in itertools.product(*(range(most + 1) for most in case.max_delay.tolist())))


def _delayed(case: Problem, delays: tuple[int, ...]) -> float:
    moved = np.zeros_like(case.asked)
    late = 0.0
    for d, t in np.ndindex(case.asked.shape):
        p = int(case.project_of[d])
        late += case.delay_cost * delays[p] * float(case.weight[p] * case.asked[d, t])
        if t + delays[p] < case.shape[2]:
            moved[d, t + delays[p]] = case.asked[d, t]
    return _Whole(case, moved).best() - late


class _Whole:
    """The model over x[d,r,t], met[d,t], over[r,t], on[d,r], more[d,r,t], at[r,p,t] and taken[p]; asked are moved hours."""

    def __init__(self, case: Problem, asked: np.ndarray) -> None:
        self.case, self.asked = case, asked
        self.model = highspy.Highs()
        self.model.silent()
        for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance", "dual_feasibility_tolerance", "mip_rel_gap"):
            self.model.setOptionValue(option, 1e-9)
        self.people, self.demands, self.weeks = (range(size) for size in case.shape)
        self.booked = np.zeros((len(self.demands), len(self.people), len(self.weeks)))
        self.booked[case.firm.demand, case.firm.resource, case.firm.week] = case.firm.hours
        usable = case.capacity + np.where(case.capacity > 0, case.overtime[:, None], 0.0)
        self.room = np.maximum(usable, self.booked.sum(axis=0))
        self.most_met = np.maximum(asked, self.booked.sum(axis=1))
        self.taken = {p: self.model.addBinary() for p in np.nonzero(case.optional)[0].tolist()}
        self.hours = {cell: self._cell(*cell) for cell in itertools.product(self.demands, self.people, self.weeks)}

    def best(self) -> float:
        worth = sum((self._earned(d, t) for d in self.demands for t in self.weeks), start=0.0)
        worth = worth - sum(self._capacity(r, t) for r in self.people for t in self.weeks)
        worth = worth - sum(self._team(d) for d in self.demands)
        for r, t in itertools.product(self.people, self.weeks):
            self._focus(r, t)
        for p in self.taken:
            self._selection(p)
        self.model.maximize(worth)
        assert self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return float(self.model.getInfo().objective_function_value)

    def _cell(self, d: int, r: int, t: int) -> highspy.highs.highs_var:
        """R3, R4, R7: what is booked, or for who is suited a block at least."""
        case, firm = self.case, float(self.booked[d, r, t])
        most = max(firm, min(self.room[r, t], self.most_met[d, t])) if case.eligible[d, r] else firm
        hours, more = self.model.addVariable(firm, most), self.model.addBinary()
        block = min(case.minimum_block, self.asked[d, t], case.capacity[r, t])
        self.model.addConstr(hours <= firm + (most - firm) * more)
        self.model.addConstr(hours >= firm + max(block - firm, 0.0) * more)
        return hours

    def _earned(self, d: int, t: int) -> highspy.highs.highs_linear_expression:
        """R2, and the points of hours that meet what is asked."""
        case, asked = self.case, float(self.asked[d, t])
        given = sum(self.hours[d, r, t] for r in self.people)
        met = self.model.addVariable(0.0, asked)
        self.model.addConstr(met <= given)
        p = int(case.project_of[d])
        self.model.addConstr(given <= asked * self.taken[p] if p in self.taken else given <= float(self.most_met[d, t]))
        return float(case.weight[p]) * met

    def _capacity(self, r: int, t: int) -> highspy.highs.highs_linear_expression:
        """R1, and the points that hours above capacity cost."""
        load = sum(self.hours[d, r, t] for d in self.demands)
        over = self.model.addVariable(0.0, 1e6)
        self.model.addConstr(load <= float(self.room[r, t]))
        self.model.addConstr(load - over <= float(self.case.capacity[r, t]))
        return self.case.overtime_cost * over

    def _team(self, d: int) -> highspy.highs.highs_linear_expression:
        """R5, and the points that assignments cost."""
        on = [self.model.addBinary() for _ in self.people]
        for r, t in itertools.product(self.people, self.weeks):
            self.model.addConstr(self.hours[d, r, t] <= float(self.room[r, t]) * on[r])
        here = int((self.booked[d].sum(axis=1) > 0).sum())
        self.model.addConstr(sum(on) <= max(int(self.case.max_people[d]), here))
        return self.case.assignment_cost * float(self.case.weight[self.case.project_of[d]]) * sum(on)

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
