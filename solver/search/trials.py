"""Plans that hold other optional projects than the best one: built, covered (R10) and cooled, each by a chain of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np

from solver.problem import Bools, Floats, Ints
from solver.search import layout as at
from solver.search.building import Builder
from solver.search.layout import Layout
from solver.search.plans import copy
from solver.search.state import DELAY, MET, POINTS, SELECTED, Scratch, State
from solver.search.steps import anneal

DEARER = 2.0
"""How much more the hours of a project that is not covered yet count for in a trial; by as much again each time that was not enough."""
RAISED_EVERY = 0.1
"""Share of a trial's rounds after which what is still not covered counts for more."""
LEAST_GAIN = 1e-6
"""Points by which a plan has to be better, unless it is polished."""
SWAPS = 3
"""Exchanges of one project for another that are tried, for each optional project."""


class Selections:
    """Sets of projects near the best one: itself, one project put in or left out, then one exchanged for another, each once and in an order by chance.

    They begin anew when the best plan holds others than before.
    """

    def __init__(self, options: Ints, chance: np.random.Generator) -> None:
        self._options, self._chance = options, chance
        self._held: Bools | None = None
        self._left: list[tuple[int, ...]] = []

    def another(self, held: Bools) -> Bools | None:
        """(P,) a set of projects that was not tried near those of the best plan, `held` (P,), beginning with these; None where all were."""
        if self._held is None or (self._held != held).any():
            self._held, self._left = held.copy(), self._near(held)
        if not self._left:
            return None
        other = held.copy()
        for project in self._left.pop():
            other[project] = not other[project]
        return other

    def _near(self, held: Bools) -> list[tuple[int, ...]]:
        """What is to be put in, left out or exchanged, the last first."""
        inside, outside = self._options[held[self._options]], self._options[~held[self._options]]
        singles = [(int(p),) for p in self._chance.permutation(self._options)]
        count = min(len(inside) * len(outside), SWAPS * len(self._options))
        drawn = self._chance.choice(len(inside) * len(outside), count, replace=False) if count else ()
        swaps = [(int(inside[n // len(outside)]), int(outside[n % len(outside)])) for n in drawn]
        return [*swaps, *singles, ()]


@dataclass(slots=True)
class Trial:
    """A chain's plan in the making. `short` are the projects in it that are not covered yet, whose hours count `dearer` (P,) times."""

    state: State
    scratch: Scratch
    short: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    dearer: Floats = field(default_factory=lambda: np.ones(0))
    runs: bool = False
    held: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))


class Trials:
    """Trials of selections, as many side by side as there are chains. What lies in their states and scratches before is lost.

    A trial is short beside what the best plan has behind it. So the best plan's own selection is tried too, and one whose
    trial comes out above that trial is a challenger, from which a whole cycle is worth to begin.
    """

    def __init__(
        self, plan: Layout, builder: Builder, chance: np.random.Generator, chains: Sequence[State], scratches: Sequence[Scratch]
    ) -> None:
        self._plan, self._builder = plan, builder
        self._selections = Selections(builder.options, chance)
        self._shapes = np.setdiff1d(builder.movable, builder.options)
        self._held: Bools = np.zeros(0, np.bool_)
        self._mark = np.inf
        self._trials = tuple(Trial(state, scratch) for state, scratch in zip(chains, scratches, strict=True))

    @property
    def running(self) -> bool:
        return any(trial.runs for trial in self._trials)

    def begin(self, best: State) -> bool:
        """Builds a plan for each chain that holds other projects than the best one; whether there was one for any."""
        held: Bools = best.project[:, SELECTED] == 1
        if not np.array_equal(held, self._held):
            self._held, self._mark = held, np.inf
        for trial in self._trials:
            trial.runs = False
            while not trial.runs and (wanted := self._selections.another(held)) is not None:
                trial.held, trial.runs = wanted, self._builder.holding(trial.state, wanted, best.project[:, DELAY])
            trial.dearer = np.ones(len(held))
            trial.short = self._builder.short(trial.state) if trial.runs else np.zeros(0, np.int64)
            self._raise(trial)
        return self.running

    def advance(self, executor: Executor, steps: int, heats: list[float], done: int, length: int) -> None:
        """Round `done` of `length` of each trial, side by side."""
        jobs = [executor.submit(self._anneal, trial, steps, heats) for trial in self._trials if trial.runs]
        for job in jobs:
            job.result()
        every = max(1, int(RAISED_EVERY * length))
        for trial in self._trials:
            if trial.runs and len(trial.short):
                still = np.intersect1d(trial.short, self._builder.short(trial.state))
                covered = np.setdiff1d(trial.short, still)
                self._weigh(trial, covered, 1.0)
                trial.short = still
                if (done + 1) % every == 0:
                    self._raise(trial)

    def end(self, best: State, challenger: State) -> tuple[bool, bool]:
        """Takes over what the trials found: into `best` what is better, into `challenger` what a cycle is to begin from; whether each was changed.

        A challenger is above the best plan, or above the trial of its selection and every challenger before it.
        """
        finished = [trial for trial in self._trials if trial.runs and not len(trial.short)]
        for trial in self._trials:
            trial.runs = False
        for trial in finished:
            if np.array_equal(trial.held, self._held):
                self._mark = float(trial.state.value[POINTS])
        better = challenged = False
        for trial in finished:
            value = float(trial.state.value[POINTS])
            if value > min(self._mark, float(best.value[POINTS])) + LEAST_GAIN:
                self._mark = value
                copy(trial.state, challenger)
                challenged = True
            if value > best.value[POINTS] + LEAST_GAIN:
                copy(trial.state, best)
                better = True
        return better, challenged

    def _anneal(self, trial: Trial, steps: int, heats: list[float]) -> None:
        scratch, of_demand = trial.scratch, self._plan.demand[:-1, at.PROJECT]
        scratch.within[:] = 1
        scratch.weeks[:] = 0, self._plan.free.shape[1]
        scratch.floor[:] = self._plan.project[:-1, at.REQUIRED]
        scratch.floor[trial.short] = 0
        scratch.budget[0] = -1
        plan = self._plan._replace(points=self._plan.points * trial.dearer[of_demand]) if len(trial.short) else self._plan
        anneal(plan, trial.state, scratch, self._builder.active, self._shapes, steps, heats[0], heats[1])

    def _raise(self, trial: Trial) -> None:
        self._weigh(trial, trial.short, trial.dearer[trial.short] * DEARER)

    def _weigh(self, trial: Trial, projects: Ints, dearer: Floats | float) -> None:
        """Has the hours of these projects count for so much, those that they have included; none of them has firm bookings (R10)."""
        points = self._plan.points[self._plan.demands[self._plan.project[projects, at.DEMANDS]]]
        trial.state.value[POINTS] += float((points * (dearer - trial.dearer[projects])) @ trial.state.project[projects, MET])
        trial.dearer[projects] = dearer
