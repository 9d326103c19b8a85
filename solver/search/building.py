"""Plans built from nothing, or from a known one: in order of weight, with these or those optional projects in."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from solver.errors import InfeasibleError
from solver.problem import Bools, Floats, Ints, Standing
from solver.search import layout as at
from solver.search.layout import Layout, floored
from solver.search.plans import adopt, build, copy, pay_hand_overs
from solver.search.shaping import leave_out, put_in, reshape
from solver.search.state import DELAY, MET, POINTS, SELECTED, State, scratch_for, starting

GUIDED, FREE = 1.0, 0.0
"""Share of the prices that a plan pays for hours: with them, then without for what is left."""
DELAYS_TRIED = 5
"""Delays at which a project that is left out of the first plan is put in for a try."""
RAISES, RAISED = 6, 2.0
"""Plans that begin with every project in, and how much earlier in the order those not covered come each time: a priority."""


class Builder:
    """Builds plans of one problem; `active` (demands that anybody can do) and `options` (optional projects among them) are its rows."""

    def __init__(self, plan: Layout, fixed: float, seed: int) -> None:
        self.plan = plan
        suited = (np.diff(plan.demand[:, at.CELLS]) > 0) & (np.diff(plan.demand[:, at.PAIRS]) > 0)
        self.active: Ints = np.nonzero(suited & (plan.points > 0))[0]
        asking = np.unique(plan.demand[self.active, at.PROJECT])
        self.options: Ints = asking[plan.project[asking, at.OPTIONAL] == 1]
        self.movable: Ints = asking[plan.project[asking, at.LATEST] > plan.project[asking, at.EARLIEST]]
        self._fixed, self._seed = fixed, seed
        self._scratch = scratch_for(plan)
        self._earlier = np.ones(len(plan.project) - 1)

    def first(self, state: State, start: Standing | None, spare: tuple[State, State]) -> None:
        """Builds a first plan in order of weight, from what a known plan holds where there is one; `spare` is overwritten.

        Where some projects are optional, plans are tried that begin with all of them in, each time with those that were not
        covered (R10) earlier in the order, and one that puts them in behind all others. Raises InfeasibleError where
        dependencies (R9) cannot hold.
        """
        delays, trial = self._first_delays(state, start), spare[0]
        self._delay(state, delays)
        if start is not None:
            self._adopt(state, start)
        self._staff(state, self._earlier)
        for _ in range(RAISES if start is None and len(self.options) else 0):
            copy(starting(self.plan, self._fixed, self._seed), trial)
            self._delay(trial, delays)
            self._put_in(trial, self.options)
            self._staff(trial, self._earlier)
            short = self.short(trial)
            for project in short.tolist():
                leave_out(self.plan, trial, project, self._scratch)
            if len(short):
                self._staff(trial, np.ones_like(self._earlier))
            if trial.value[POINTS] > state.value[POINTS]:
                copy(trial, state)
            if not len(short):
                break
            self._earlier[short] *= RAISED
        self._put_covered_in(state, spare)
        pay_hand_overs(self.plan, state)

    def take_up(self, state: State, known: Standing) -> None:
        """Makes an empty state a known plan that keeps every rule, and adds nothing to it."""
        self._delay(state, known.delay)
        self._adopt(state, known)
        pay_hand_overs(self.plan, state)

    def holding(self, state: State, chosen: Bools, delays: Ints) -> bool:
        """Builds a plan with just these optional projects in, of (P,) chosen, near the delays (P,); False where dependencies (R9) keep one out.

        Those not covered (R10) come earlier in the order, as often as helps; `short` says which are not covered even so.
        """
        projects, earlier = self.options[chosen[self.options]], self._earlier.copy()
        for _ in range(RAISES):
            copy(starting(self.plan, self._fixed, self._seed), state)
            self._delay(state, delays)
            self._put_in(state, projects)
            if not state.project[projects, SELECTED].all():
                return False
            self._staff(state, earlier)
            short = self.short(state)
            if not len(short):
                break
            earlier[short] *= RAISED
        pay_hand_overs(self.plan, state)
        return True

    def _delay(self, state: State, delays: Ints) -> None:
        for project, delay in enumerate(delays.tolist()):
            reshape(self.plan, state, project, state.project[project, SELECTED], delay)

    def _staff(self, state: State, earlier: Floats) -> None:
        """Staffs all demands in order of weight times `earlier` (P,), at the prices and then without them."""
        plan = self.plan
        rank = plan.points[self.active] * earlier[plan.demand[self.active, at.PROJECT]]
        order = self.active[np.argsort(-rank, kind="stable")]
        for share in (GUIDED, FREE):
            build(plan, state, order, share, self._scratch)

    def _put_in(self, state: State, projects: Ints) -> None:
        """Puts in, unstaffed and in order of weight, those of the projects that dependencies let in, as near to their delays as can be."""
        for project in self._by_weight(projects):
            window = self._window(state, project)
            if window is not None:
                reshape(self.plan, state, project, 1, min(max(int(state.project[project, DELAY]), window[0]), window[1]))

    def short(self, state: State) -> Ints:
        """The optional projects that are in and not covered (R10)."""
        met, required = state.project[self.options, MET], self.plan.project[self.options, at.REQUIRED]
        short: Ints = self.options[(state.project[self.options, SELECTED] == 1) & (met < required)]
        return short

    def _put_covered_in(self, best: State, spare: tuple[State, State]) -> None:
        """Puts optional projects in where what is left covers them (R10) and that gains, in order of weight, at the best of some delays."""
        plan, (before, trial) = self.plan, spare
        for project in self._by_weight(self.options):
            window = self._window(best, project)
            if best.project[project, SELECTED] == 1 or window is None:
                continue
            copy(best, before)
            for delay in np.unique(np.linspace(*window, DELAYS_TRIED).astype(np.int64)).tolist():
                copy(before, trial)
                put_in(plan, trial, project, delay, self._scratch)
                if trial.project[project, MET] >= plan.project[project, at.REQUIRED] and trial.value[POINTS] > best.value[POINTS]:
                    copy(trial, best)

    def _by_weight(self, projects: Iterable[int]) -> list[int]:
        plan = self.plan
        return sorted((int(p) for p in projects), key=lambda p: -plan.points[plan.demands[plan.project[p, at.DEMANDS]]])

    def _first_delays(self, state: State, start: Standing | None) -> Ints:
        """(P,) the least delays that keep the dependencies of the projects that take part, those of a known plan where they do."""
        taken = state.project[:, SELECTED] == 1
        if start is not None:
            known = np.clip(start.delay, self.plan.project[:-1, at.EARLIEST], self.plan.project[:-1, at.LATEST])
            if self._agrees(known, taken | start.selected):
                return known
        delay = self.plan.project[:-1, at.EARLIEST].copy()
        arcs = [arc for arc in self.plan.arc.tolist() if taken[arc[0]] and taken[arc[1]]]
        for _ in range(len(delay) + 1):
            pushed = False
            for before, after, apart in arcs:
                if delay[after] < delay[before] + apart:
                    delay[after], pushed = delay[before] + apart, True
            if not pushed or (delay > self.plan.project[:-1, at.LATEST]).any():
                break
        if (delay > self.plan.project[:-1, at.LATEST])[taken].any() or not self._agrees(delay, taken):
            raise InfeasibleError
        return delay

    def _agrees(self, delay: Ints, taken: Bools) -> bool:
        before, after, apart = self.plan.arc.T
        return bool((delay[after] - delay[before] >= apart)[taken[before] & taken[after]].all())

    def _window(self, state: State, project: int) -> tuple[int, int] | None:
        """The delays at which a project could join those that take part; None where there is none."""
        low, high = int(self.plan.project[project, at.EARLIEST]), int(self.plan.project[project, at.LATEST])
        taken, delay = state.project[:, SELECTED], state.project[:, DELAY]
        for before, after, apart in self.plan.arc.tolist():
            if after == project and taken[before]:
                low = max(low, int(delay[before]) + apart)
            if before == project and taken[after]:
                high = min(high, int(delay[after]) - apart)
        return (low, high) if low <= high else None

    def _adopt(self, state: State, start: Standing) -> None:
        """Puts in what a known plan holds, demand by demand in order of weight, as far as rules and room allow."""
        plan = self.plan
        for project in self.options:
            delay, window = int(state.project[project, DELAY]), self._window(state, project)
            if start.selected[project] and window is not None and window[0] <= delay <= window[1]:
                reshape(plan, state, project, 1, delay)
        weeks = plan.free.shape[1]
        hours = floored(start.hours)
        order = np.lexsort((start.week, start.resource, start.demand, -plan.points[start.demand]))
        keys = start.demand[order] * len(plan.free) + start.resource[order]
        cuts = np.nonzero(np.diff(keys))[0] + 1
        for rows in np.split(order, cuts) if len(order) else []:
            d, r = int(start.demand[rows[0]]), int(start.resource[rows[0]])
            mine = plan.pair[plan.demand[d, at.PAIRS] : plan.demand[d + 1, at.PAIRS], at.RESOURCE]
            place = int(np.searchsorted(mine, r))
            if place < len(mine) and mine[place] == r:
                row = np.zeros(weeks, np.int32)
                np.add.at(row, start.week[rows], hours[rows])
                adopt(plan, state, d, place, row, self._scratch)
        self._drop_uncovered(state)

    def _drop_uncovered(self, state: State) -> None:
        """Leaves out again what a known plan had taken in and now does not cover, even when all is tried (R10)."""
        plan, scratch = self.plan, self._scratch
        for project in self.options:
            if state.project[project, SELECTED] == 1:
                build(plan, state, plan.demands[plan.project[project, at.DEMANDS] : plan.project[project + 1, at.DEMANDS]], FREE, scratch)
                if state.project[project, MET] < plan.project[project, at.REQUIRED]:
                    leave_out(plan, state, project, scratch)
