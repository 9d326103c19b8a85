"""The search: ruin and recreate, cooled in cycles, each cycle from the best plan so far and slower than the one before.

Several chains work side by side on one plan: a cut between two weeks parts it into what lies wholly before and wholly
behind, which share no hour of anybody, so each chain may change its part without asking the other, and what they made is
one plan again after the round. Every round is cut elsewhere. Rounds without a cut, in which the better of two plans is
kept, alternate with these where projects may be moved, put in or left out. After a cycle, plans that hold other optional
projects than the best one are built and cooled each by a chain of its own: no single step gets from one to the other where
a project must be covered (R10) before it counts.

The number of chains and the length of a round are fixed, so the plan after any number of rounds depends on problem
and seed alone, on one core or many.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from solver.problem import Bools, Ints, Standing, Ties
from solver.search import layout as at
from solver.search.building import Builder
from solver.search.layout import HUNDREDTHS, Layout, floored
from solver.search.plans import copy, merge, relink
from solver.search.state import DELAY, MET, MOVED_AWAY, POINTS, SELECTED, Scratch, State, scratch_for, starting
from solver.search.steps import anneal
from solver.search.trials import LEAST_GAIN, Trials

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
LEAST_SIDE, LEAST_BOTH = 0.2, 0.5
"""Shares of all demands that a cut must leave on each side, and on both together."""
CUTS_TRIED = 8
WHOLE_EVERY = 4
"""One round in so many has no cut where projects may be reshaped."""
TRIED = 0.25
"""Rounds spent on other selections after a cycle, as a share of that cycle."""
TIE = 0.01
"""What a hand-over counts for while the plan is polished, in the least that work can be worth: a hundredth of an hour of the least weight."""
BELOW = 0.001
"""What a level above the one asked counts for by the hour, as a share of a hand-over, and an hour of a placeholder as a share of that."""
STILL = 1e-3
"""Temperature while the plan is polished, as a share of what a hand-over counts for: nothing worse is kept."""


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
        self._builder = Builder(plan, fixed, seed)
        self._active = self._builder.active
        self._lengths = np.diff(plan.demand[:, at.CELLS])
        self._shapes = np.union1d(self._builder.movable, self._builder.options)
        self._challenged = False
        self._trials = Trials(plan, self._builder, self._chance, self._chains, self._scratches)
        points = plan.points[self._active] if len(self._active) else np.ones(1)
        self._heat = HEAT * HUNDREDTHS * float(points.mean())
        # where priorities are strict the search cools until the least of them is told from chance
        self._cold = COLD * min(1.0, WIDE * float(points.min()) / float(points.mean()))
        self._steps = max(STEPS, len(self._active))
        self._schedule: Iterator[tuple[int, int]] = self._cycles()
        self._improved, self._stale, self._least_gain = False, 0, LEAST_GAIN

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
        """A first plan, from what a known plan holds where there is one. Raises InfeasibleError where dependencies (R9) cannot hold."""
        self._builder.first(self.best, start, (self._whole, self._chains[0]))
        copy(self.best, self._whole)

    def improve(self, executor: Executor) -> None:
        """One round of every chain, side by side; nothing where no demand can be staffed at all."""
        if not len(self._active):
            self.exhausted = True
            return
        done, length = next(self._schedule)
        heats = [self._heat * self._cold ** (part / length) for part in (done, done + 1)]
        if self._trials.running:
            self._trials.advance(executor, self._steps, heats, done, length)
            self.rounds += 1
            return
        if done == 0:
            self._improved = False
            if not self._challenged:
                copy(self.best, self._whole)
            self._challenged = False
        cut = None if len(self._shapes) and self.rounds % WHOLE_EVERY == 0 else self._cut()
        self._run(executor, cut, heats)
        self.rounds += 1
        if self._whole.value[POINTS] > self.value + self._least_gain:
            copy(self._whole, self.best)
            self._improved = True
        if done + 1 == length:
            self._stale = 0 if self._improved else self._stale + 1
            self.exhausted = self._stale >= PATIENCE

    def polish(self, ties: Ties | None) -> None:
        """From now on takes nothing worse, and of plans worth the same prefers fewer hand-overs, then less surplus of level, then people.

        What decides ties has a price so small that it can outweigh nothing else.
        """
        plan = self.plan
        points = plan.points[self._active]
        hand_over = TIE * float(points.min(initial=np.inf)) if len(points) else 0.0
        hourly = plan.hourly
        if ties is not None:
            of_pair = np.repeat(np.arange(len(plan.points)), np.diff(plan.demand[:, at.PAIRS]))
            resource = plan.pair[:, at.RESOURCE].astype(np.int64)
            disliked = ties.surplus(of_pair, resource) + BELOW * ties.placeholder[resource]
            hourly = hourly + hand_over * BELOW / HUNDREDTHS * disliked
        self.plan = plan._replace(hourly=hourly, costs=plan.costs + hand_over * np.eye(len(plan.costs))[at.HAND_OVER])
        self._heat, self._least_gain = STILL * hand_over, 0.0
        self._schedule = repeat((1, 3))
        self.exhausted = not len(self._active)
        self._trials.end(self.best, self._whole)
        copy(self.best, self._whole)

    def take_up(self, known: Standing) -> None:
        """Makes a known plan that keeps every rule the best one."""
        copy(starting(self.plan, self._fixed, self._seed), self.best)
        self._builder.take_up(self.best, known)

    def _cycles(self) -> Iterator[tuple[int, int]]:
        """For each round how many rounds of its cycle are done, and how many the cycle has; what is tried between two cycles is a cycle too."""
        rounds = FIRST_CYCLE * max(len(self._active), 1) / self._steps
        shortest = max(4, round(rounds))
        while True:
            length = max(4, round(rounds))
            yield from ((done, length) for done in range(length))
            for _ in range(max(1, int(TRIED * length / shortest))):
                if self._budget >= 0 or not len(self._shapes) or not self._trials.begin(self.best):  # a plan built anew keeps no budget
                    break
                yield from ((done, shortest) for done in range(shortest))
                better, challenged = self._trials.end(self.best, self._whole)
                self._stale = 0 if better else self._stale
                self._challenged = self._challenged or challenged
            rounds *= LONGER

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
