"""The search: ruin and recreate, cooled in cycles, each cycle from the best plan so far and slower than the one before.

Several chains work side by side on one plan: a cut between two weeks parts it into what lies wholly before and wholly
behind, which share no hour of anybody, so each chain may change its part without asking the other, and what they made is
one plan again after the round. Every round is cut elsewhere. Rounds without a cut, in which the better of two plans is
kept, alternate with these where projects may be moved, put in or left out.

The number of chains and the length of a round are fixed, so the plan after any number of rounds depends on problem
and seed alone, on one core or many.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from solver.errors import InfeasibleError
from solver.problem import Bools, Floats, Ints, Standing
from solver.search import layout as at
from solver.search.layout import HUNDREDTHS, Layout, floored
from solver.search.plans import adopt, build, copy, merge, pay_hand_overs, relink
from solver.search.shaping import leave_out, put_in, reshape
from solver.search.state import DELAY, MET, MOVED_AWAY, POINTS, SELECTED, Scratch, State, scratch_for, starting
from solver.search.steps import anneal

CHAINS = 2
"""Parts of the plan searched side by side; two cores are what every laptop has."""
STEPS = 500
"""Steps of each chain in a round at least, the unit of effort: long for the compiled loop, short to whoever waits."""
FIRST_CYCLE = 60
"""Steps of each chain for each demand in the first cycle."""
LONGER = 2.0
"""How much longer each cycle is than the one before: slow cooling finds what quick cooling cannot."""
HEAT = 12.0
"""Temperature at the start of a cycle, in hours of a project of mean weight: about three assignments."""
COLD = 0.01
"""The end of a cycle as a fraction of its start."""
WIDE = 100.0
"""Mean weight ÷ least weight up to which the end of a cycle goes by the mean."""
PATIENCE = 3
"""Cycles in a row without a better plan after which the search has nothing more to say."""
GUIDED, FREE = 1.0, 0.0
"""Share of the prices that a first plan pays for hours: with them, then without for what is left."""
DELAYS_TRIED = 5
"""Delays at which a project that is left out of the first plan is put in for a try."""
RAISES, RAISED = 6, 2.0
"""Plans that begin with every project in, and how much earlier in the order those not covered come each time: a priority."""
LEAST_SIDE, LEAST_BOTH = 0.2, 0.5
"""Shares of all demands that a cut must leave on each side, and on both together."""
CUTS_TRIED = 8
WHOLE_EVERY = 4
"""One round in so many has no cut where projects may be reshaped."""


@dataclass(frozen=True, slots=True)
class FreeHours:
    """Hours of a plan beside the firm bookings, as parallel arrays; hundredths, none 0."""

    demand: Ints
    resource: Ints
    week: Ints
    hundredths: Ints


class Search:
    """A plan that gets better round by round."""

    def __init__(self, plan: Layout, fixed: float, seed: int, most_moved: float | None = None) -> None:
        self.plan = plan
        self._fixed, self._seed = fixed, seed
        self.rounds = 0
        self.exhausted = False
        self.best = starting(plan, fixed, seed)
        self._whole = starting(plan, fixed, seed)
        self._chains = tuple(starting(plan, fixed, seed * CHAINS + n) for n in range(1, CHAINS + 1))
        self._scratches = tuple(scratch_for(plan) for _ in range(CHAINS))
        self._chance = np.random.default_rng([abs(seed), int(seed < 0)])
        self._budget = -1 if most_moved is None else int(floored(np.array([most_moved]))[0])
        suited = (np.diff(plan.demand[:, at.CELLS]) > 0) & (np.diff(plan.demand[:, at.PAIRS]) > 0)
        self._active = np.nonzero(suited & (plan.points > 0))[0]
        self._lengths = np.diff(plan.demand[:, at.CELLS])
        asking = np.unique(plan.demand[self._active, at.PROJECT])
        self._options = asking[plan.project[asking, at.OPTIONAL] == 1]
        movable = plan.project[asking, at.LATEST] > plan.project[asking, at.EARLIEST]
        self._shapes = asking[movable | (plan.project[asking, at.OPTIONAL] == 1)]
        points = plan.points[self._active] if len(self._active) else np.ones(1)
        self._heat = HEAT * HUNDREDTHS * float(points.mean())
        # where priorities are strict the search cools until the least of them is told from chance
        self._cold = COLD * min(1.0, WIDE * float(points.min()) / float(points.mean()))
        self._steps = max(STEPS, len(self._active))
        self._schedule = _schedule(len(self._active), self._steps)
        self._improved, self._stale = False, 0

    @property
    def value(self) -> float:
        """Points of the best plan, firm bookings included."""
        return float(self.best.value[POINTS])

    @property
    def selected(self) -> Bools:
        """(P,) whether each project takes part in the best plan."""
        taken: Bools = self.best.project[:, SELECTED] == 1
        return taken

    @property
    def delay(self) -> Ints:
        """(P,) weeks by which the best plan delays each project, 0 for one that is left out."""
        return self.best.project[:, DELAY] * self.best.project[:, SELECTED]

    def build(self, start: Standing | None = None) -> None:
        """A first plan in order of weight, from what a known plan holds where there is one.

        Where some projects are optional, plans are tried that begin with all of them in, each time with those that were not
        covered (R10) earlier in the order, and one that puts them in behind all others. Raises InfeasibleError where
        dependencies (R9) cannot hold.
        """
        delays, earlier = self._first_delays(start), np.ones(len(self.plan.project) - 1)
        self._delay(delays)
        if start is not None:
            self._adopt(start)
        self._staff(earlier)
        for _ in range(RAISES if start is None and len(self._options) else 0):
            behind, self.best = self.best, starting(self.plan, self._fixed, self._seed)
            self._delay(delays)
            short = self._with_all_in(earlier)
            if behind.value[POINTS] >= self.best.value[POINTS]:
                self.best = behind
            if not len(short):
                break
            earlier[short] *= RAISED
        self._put_covered_in()
        pay_hand_overs(self.plan, self.best)
        copy(self.best, self._whole)

    def _delay(self, delays: Ints) -> None:
        for project, delay in enumerate(delays.tolist()):
            reshape(self.plan, self.best, project, self.best.project[project, SELECTED], delay)

    def _staff(self, earlier: Floats) -> None:
        """Staffs all demands in order of weight times `earlier` (P,), at the prices and then without them."""
        plan, scratch = self.plan, self._scratches[0]
        rank = plan.points[self._active] * earlier[plan.demand[self._active, at.PROJECT]]
        order = self._active[np.argsort(-rank, kind="stable")]
        for share in (GUIDED, FREE):
            build(plan, self.best, order, share, scratch)

    def _with_all_in(self, earlier: Floats) -> Ints:
        """Staffs a plan that begins with every project in that dependencies let in; returns those it had to leave out again."""
        plan, state = self.plan, self.best
        for project in self._by_weight(self._options):
            window = self._window(project)
            if window is not None:
                reshape(plan, state, project, 1, window[0])
        self._staff(earlier)
        met, required = state.project[self._options, MET], plan.project[self._options, at.REQUIRED]
        short: Ints = self._options[(state.project[self._options, SELECTED] == 1) & (met < required)]
        for project in short.tolist():
            leave_out(plan, state, project, self._scratches[0])
        if len(short):
            self._staff(np.ones_like(earlier))
        return short

    def _put_covered_in(self) -> None:
        """Puts optional projects in where what is left covers them (R10) and that gains, in order of weight, at the best of some delays."""
        plan, best, before, trial, scratch = self.plan, self.best, self._whole, self._chains[0], self._scratches[0]
        for project in self._by_weight(self._options):
            window = self._window(project)
            if best.project[project, SELECTED] == 1 or window is None:
                continue
            copy(best, before)
            for delay in np.unique(np.linspace(*window, DELAYS_TRIED).astype(np.int64)).tolist():
                copy(before, trial)
                put_in(plan, trial, project, delay, scratch)
                if trial.project[project, MET] >= plan.project[project, at.REQUIRED] and trial.value[POINTS] > best.value[POINTS]:
                    copy(trial, best)

    def _by_weight(self, projects: Ints) -> list[int]:
        plan = self.plan
        return sorted(projects.tolist(), key=lambda p: -plan.points[plan.demands[plan.project[p, at.DEMANDS]]])

    def _first_delays(self, start: Standing | None) -> Ints:
        """(P,) the least delays that keep the dependencies of the projects that take part, those of a known plan where they do."""
        taken = self.best.project[:, SELECTED] == 1
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

    def _window(self, project: int) -> tuple[int, int] | None:
        """The delays at which a project could join those that take part; None where there is none."""
        low, high = int(self.plan.project[project, at.EARLIEST]), int(self.plan.project[project, at.LATEST])
        taken, delay = self.best.project[:, SELECTED], self.best.project[:, DELAY]
        for before, after, apart in self.plan.arc.tolist():
            if after == project and taken[before]:
                low = max(low, int(delay[before]) + apart)
            if before == project and taken[after]:
                high = min(high, int(delay[after]) - apart)
        return (low, high) if low <= high else None

    def _adopt(self, start: Standing) -> None:
        """Puts in what a known plan holds, demand by demand in order of weight, as far as rules and room allow."""
        plan, state, scratch = self.plan, self.best, self._scratches[0]
        for project in self._options:
            delay, window = int(state.project[project, DELAY]), self._window(project)
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
                adopt(plan, state, d, place, row, scratch)
        self._drop_uncovered()

    def _drop_uncovered(self) -> None:
        """Leaves out again what a known plan had taken in and now does not cover, even when all is tried (R10)."""
        plan, state, scratch = self.plan, self.best, self._scratches[0]
        for project in self._options:
            if state.project[project, SELECTED] == 1:
                build(plan, state, plan.demands[plan.project[project, at.DEMANDS] : plan.project[project + 1, at.DEMANDS]], FREE, scratch)
                if state.project[project, MET] < plan.project[project, at.REQUIRED]:
                    leave_out(plan, state, project, scratch)

    def improve(self, executor: Executor) -> None:
        """One round of every chain, side by side; nothing where no demand can be staffed at all."""
        if not len(self._active):
            self.exhausted = True
            return
        done, length = next(self._schedule)
        if done == 0:
            self._improved = False
            copy(self.best, self._whole)
        heats = [self._heat * self._cold ** (part / length) for part in (done, done + 1)]
        cut = None if len(self._shapes) and self.rounds % WHOLE_EVERY == 0 else self._cut()
        self._run(executor, cut, heats)
        self.rounds += 1
        if self._whole.value[POINTS] > self.value + 1e-6:
            copy(self._whole, self.best)
            self._improved = True
        if done + 1 == length:
            self._stale = 0 if self._improved else self._stale + 1
            self.exhausted = self._stale >= PATIENCE

    def _run(self, executor: Executor, cut: int | None, heats: list[float]) -> None:
        """One round of all chains on the parts that a cut leaves, or each on the whole, and one plan of what they made."""
        weeks, starts, ends = self.plan.free.shape[1], *self._spans()
        parts = [(0, weeks)] * CHAINS if cut is None else [(0, cut), (cut, weeks)]
        share = CHAINS if cut is not None else 1
        jobs = []
        for chain, scratch, (low, high) in zip(self._chains, self._scratches, parts, strict=True):
            scratch.within[:] = (starts >= low) & (ends <= high)
            scratch.weeks[:] = low, high
            scratch.floor[:] = self._floors(share)
            scratch.budget[0] = self._allowance(share)
            active = self._active[scratch.within[self._active] == 1]
            jobs.append(executor.submit(_chain, self.plan, self._whole, chain, scratch, active, self._shapes, self._steps, heats))
        for job in jobs:
            job.result()
        if cut is None:
            copy(max(self._chains, key=lambda state: float(state.value[POINTS])), self._whole)
            return
        base, points = self._whole.project.copy(), self._whole.value.copy()
        for chain, scratch in zip(self._chains, self._scratches, strict=True):
            merge(self.plan, base, chain, self._whole, scratch)
            self._whole.value[:] += chain.value - points
        relink(self.plan, self._whole)

    def _spans(self) -> tuple[Ints, Ints]:
        """(D,) the first week of each demand as its project is delayed, and the week behind its last inside the horizon."""
        plan = self.plan
        starts = plan.demand[:-1, at.FIRST] + self._whole.project[plan.demand[:-1, at.PROJECT], DELAY]
        return starts, np.minimum(starts + self._lengths, plan.free.shape[1])

    def _cut(self) -> int | None:
        """A week that parts the demands well enough, tried at random; None where none is found."""
        starts, ends = self._spans()
        starts, ends = starts[self._active], ends[self._active]
        for _ in range(CUTS_TRIED):
            week = int(self._chance.integers(1, max(2, self.plan.free.shape[1])))
            before, behind = int((ends <= week).sum()), int((starts >= week).sum())
            if min(before, behind) >= LEAST_SIDE * len(starts) and before + behind >= LEAST_BOTH * len(starts):
                return week
        return None

    def _floors(self, parts: int) -> Ints:
        """(P,) hours met that each chain must leave an optional project: what it may lose is shared between the parts."""
        met, required = self._whole.project[:, MET], self.plan.project[:-1, at.REQUIRED]
        spare = np.maximum(met - required, 0) // parts
        return np.where(met > required, met - spare, required)

    def _allowance(self, parts: int) -> int:
        """Hundredths that may be moved away in the plan of each chain, below 0 for no limit."""
        if self._budget < 0:
            return -1
        moved = int(self._whole.value[MOVED_AWAY])
        return moved + max(self._budget - moved, 0) // parts

    def hours(self) -> FreeHours:
        """Who works on what and when in the best plan."""
        plan, state = self.plan, self.best
        slots = np.nonzero(state.person >= 0)[0]
        demand = plan.slot[slots].astype(np.int64)
        weeks = self._lengths[demand]
        row = np.repeat(np.arange(len(slots)), weeks)
        within = np.arange(len(row)) - np.repeat(np.cumsum(weeks) - weeks, weeks)
        first_slot = np.concatenate([[0], np.cumsum(np.bincount(plan.slot, minlength=len(plan.points)))])
        cell = plan.demand[demand, at.HOURS] + (slots - first_slot[demand]) * weeks
        hundredths = state.hours[cell[row] + within].astype(np.int64)
        pair = plan.demand[demand, at.PAIRS] + state.person[slots]
        start = plan.demand[demand, at.FIRST] + state.project[plan.demand[demand, at.PROJECT], DELAY]
        used = hundredths > 0
        return FreeHours(
            demand=demand[row][used],
            resource=plan.pair[pair, at.RESOURCE].astype(np.int64)[row][used],
            week=(start[row] + within)[used],
            hundredths=hundredths[used],
        )


def _chain(plan: Layout, whole: State, chain: State, scratch: Scratch, active: Ints, shapes: Ints, steps: int, heats: list[float]) -> None:
    """One round of one chain, from the plan as it stands."""
    copy(whole, chain)
    if len(active):
        anneal(plan, chain, scratch, active, shapes, steps, heats[0], heats[1])


def _schedule(demands: int, steps: int) -> Iterator[tuple[int, int]]:
    """For each round how many rounds of its cycle are done, and how many the cycle has."""
    rounds = FIRST_CYCLE * max(demands, 1) / steps
    while True:
        length = max(4, round(rounds))
        yield from ((done, length) for done in range(length))
        rounds *= LONGER
