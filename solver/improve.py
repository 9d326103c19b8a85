"""The search: chains of ruin and recreate side by side, cooled in cycles, each cycle from the best plan so far.

The number of chains and the length of a round are fixed, so the plan after any number of rounds depends on problem
and seed alone, on one core or many.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from solver.kernels import anneal, copy, fill
from solver.layout import CELLS, DEMANDS, HOURS, HUNDREDTHS, OPTIONAL, PAIRS, PROJECT, REQUIRED, RESOURCE, WEEK, Layout
from solver.problem import Ints
from solver.state import MET, SELECTED, scratch_for, starting

CHAINS = 2
"""Searches side by side; two cores are what every laptop has."""
STEPS = 500
"""Steps of each chain in a round, the unit of effort: long for the compiled loop, short to whoever waits."""
FIRST_CYCLE = 60
"""Steps of each chain for each demand in the first cycle."""
LONGER = 2.0
"""How much longer each cycle is than the one before: slow cooling finds what quick cooling cannot."""
HEAT = 24.0
"""Temperature at the start of a cycle, in hours of a project of mean weight: about six assignments."""
COLD = 0.01
"""The end of a cycle as a fraction of its start."""
PATIENCE = 3
"""Cycles in a row without a better plan after which the search has nothing more to say."""
GUIDED, FREE = 1.0, 0.0
"""Share of the prices that a first plan pays for hours: with them, then without for what is left."""


@dataclass(frozen=True, slots=True)
class FreeHours:
    """Hours of a plan beside the firm bookings, as parallel arrays; hundredths, none 0."""

    demand: Ints
    resource: Ints
    week: Ints
    hundredths: Ints


class Search:
    """A plan that gets better round by round."""

    def __init__(self, plan: Layout, fixed: float, seed: int) -> None:
        self.plan = plan
        self.rounds = 0
        self.exhausted = False
        self.best = starting(plan, fixed, seed)
        self._chains = tuple(starting(plan, fixed, seed * CHAINS + n) for n in range(1, CHAINS + 1))
        self._bests = tuple(starting(plan, fixed, seed) for _ in range(CHAINS))
        self._scratches = tuple(scratch_for(plan) for _ in range(CHAINS))
        suited = (np.diff(plan.demand[:, CELLS]) > 0) & (np.diff(plan.demand[:, PAIRS]) > 0)
        self._active = np.nonzero(suited & (plan.points > 0))[0]
        asking = np.unique(plan.demand[self._active, PROJECT])
        self._options = asking[plan.project[asking, OPTIONAL] == 1]
        self._heat = HEAT * HUNDREDTHS * float(plan.points[self._active].mean()) if len(self._active) else 1.0
        self._schedule = _schedule(len(self._active))
        self._improved, self._stale = False, 0

    @property
    def value(self) -> float:
        """Points of the best plan, firm bookings included."""
        return float(self.best.value[0])

    @property
    def selected(self) -> Ints:
        """(P,) 1 for each project that takes part in the best plan."""
        return self.best.project[:, SELECTED].copy()

    def build(self) -> None:
        """A first plan in order of weight, each demand staffed at the prices and then without them.

        An optional project is put in when what it gets covers it (R10), in order of weight, behind all others.
        """
        plan, state, scratch = self.plan, self.best, self._scratches[0]
        order = self._active[np.argsort(-plan.points[self._active], kind="stable")]
        for share in (GUIDED, FREE):
            for demand in order:
                fill(plan, state, demand, share, 0.0, scratch)
        trial = self._bests[0]
        for project in sorted(self._options, key=lambda p: -plan.points[plan.demands[plan.project[p, DEMANDS]]]):
            copy(state, trial)
            trial.project[project, SELECTED] = 1
            mine = plan.demands[plan.project[project, DEMANDS] : plan.project[project + 1, DEMANDS]]
            for demand in mine:
                fill(plan, trial, demand, FREE, 0.0, scratch)
            if trial.project[project, MET] >= plan.project[project, REQUIRED] and trial.value[0] > state.value[0]:
                copy(trial, state)
        for other in (*self._chains, *self._bests):
            copy(state, other)

    def improve(self, executor: Executor) -> None:
        """One round of every chain, side by side; nothing where no demand can be staffed at all."""
        if not len(self._active):
            self.exhausted = True
            return
        done, length = next(self._schedule)
        if done == 0:
            self._begin_cycle()
        heats = [self._heat * COLD ** (part / length) for part in (done, done + 1)]
        jobs = [
            executor.submit(anneal, self.plan, chain, best, scratch, self._active, self._options, STEPS, *heats)
            for chain, best, scratch in zip(self._chains, self._bests, self._scratches, strict=True)
        ]
        for job in jobs:
            job.result()
        self.rounds += 1
        leader = max(self._bests, key=lambda state: float(state.value[0]))
        if leader.value[0] > self.value:
            copy(leader, self.best)
            self._improved = True
        if done + 1 == length:
            self._stale = 0 if self._improved else self._stale + 1
            self.exhausted = self._stale >= PATIENCE

    def _begin_cycle(self) -> None:
        self._improved = False
        for chain in self._chains:
            copy(self.best, chain)

    def hours(self) -> FreeHours:
        """Who works on what and when in the best plan."""
        plan, state = self.plan, self.best
        slots = np.nonzero(state.person >= 0)[0]
        demand = plan.slot[slots]
        weeks = np.diff(plan.demand[:, CELLS])[demand]
        row = np.repeat(np.arange(len(slots)), weeks)
        within = np.arange(len(row)) - np.repeat(np.cumsum(weeks) - weeks, weeks)
        first_slot = np.concatenate([[0], np.cumsum(np.bincount(plan.slot, minlength=len(plan.points)))])
        cell = plan.demand[demand, HOURS] + (slots - first_slot[demand]) * weeks
        hundredths = state.hours[cell[row] + within]
        pair = plan.demand[demand, PAIRS] + state.person[slots]
        used = hundredths > 0
        return FreeHours(
            demand=demand[row][used],
            resource=plan.pair[pair, RESOURCE][row][used],
            week=plan.cell[plan.demand[demand, CELLS][row] + within, WEEK][used],
            hundredths=hundredths[used],
        )


def _schedule(demands: int) -> Iterator[tuple[int, int]]:
    """For each round how many rounds of its cycle are done, and how many the cycle has."""
    steps = float(FIRST_CYCLE * max(demands, 1))
    while True:
        length = max(4, round(steps / STEPS))
        yield from ((done, length) for done in range(length))
        steps *= LONGER
