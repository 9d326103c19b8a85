"""One solve from arrays to a proved plan: prices and bound, a first plan, the search, and for small cases an exact end.

The path is a function of problem, seed and effort; a time limit or a cancel only ends it sooner.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from solver.control import Control, Options, Progress
from solver.engines import Limits, Outcome, available
from solver.errors import EngineError, InfeasibleError, SearchError
from solver.exact import SMALL_ENOUGH, finished
from solver.formulation import size
from solver.improve import CHAINS, FreeHours, Search
from solver.layout import HUNDREDTHS, floored, layout
from solver.pricing import Proof, proved, tightened
from solver.problem import Bools, Ints, Problem
from solver.relaxation import weekly_prices
from solver.residual import Residual, residual
from solver.solution import Solution, Status, nothing
from solver.staffing import staffing
from solver.verify import value_of, verify

PROVED_OPTIMAL = 1e-6
"""Gap up to which a plan may be called optimal: what rounding to hundredths of an hour leaves of a proof."""
PRICE_CELLS = 3_000_000
"""Cells (demand, resource, week) looked at while prices are improved: about two seconds."""
FEWEST_STEPS, MOST_STEPS = 3, 200
"""Subgradient steps for the largest and the smallest cases."""
FIRST_REACH = 0.1
"""Share of the distance to the plan that the first subgradient step aims at."""
KEEPING = 15.0
"""Seconds of search for each second spent on writing a better plan down and checking it."""
NODES_PER_ROUND = 20
"""Nodes that an effort limit allows the exact end for each round it allows the search."""


def solve(problem: Problem, options: Options, control: Control, started: float | None = None) -> Solution:
    """The best plan within the options, with its proved bound.

    Bad options raise EngineError. `started` is the `time.monotonic()` from which the time limit counts, now if None.
    """
    if options.engine not in available():
        raise EngineError(f"The engine “{options.engine}” is not on this machine; choose one of: {', '.join(available())}.")
    return _Run(problem, options, control, time.monotonic() if started is None else started).all()


@dataclass(slots=True)
class _Run:
    """The state of one solve: what is known so far, and how to tell it."""

    problem: Problem
    options: Options
    control: Control
    started: float
    left: Residual = field(init=False)
    proof: Proof = field(init=False)
    best: Solution | None = field(init=False, default=None)
    effort: int = field(init=False, default=0)
    log: list[str] = field(init=False, default_factory=list)
    stopped: bool = field(init=False, default=False)

    def all(self) -> Solution:
        problem = self.problem
        # no plan is worth more than all that is asked: true before anything is priced
        self.proof = Proof(float(problem.points @ problem.asked.sum(axis=1)), np.zeros_like(problem.capacity))
        self.tell("Reading the problem", None)
        self.left = residual(problem)
        prices = weekly_prices(problem, self.left)
        self.tell("Pricing capacity", None)
        search = Search(layout(problem, self.left, prices), self.left.fixed, self.options.seed, problem.most_moved)
        try:
            search.build(problem.start)
        except InfeasibleError as reason:
            return self.impossible(str(reason))
        self.keep(search.hours(), search.selected, search.delay, "First plan")
        tables = staffing(problem, self.left)
        first = proved(problem, self.left, tables, prices)
        self.proof = first if first.bound < self.proof.bound else self.proof
        self.tell("Bounding", None)
        cells = max(1, int((np.diff(tables.starts[:, 0]) * np.diff(tables.starts[:, 1])).sum()))
        steps = int(np.clip(PRICE_CELLS // cells, FEWEST_STEPS, MOST_STEPS))
        start = Proof(self.proof.bound, prices, FIRST_REACH)
        self.proof = tightened(problem, self.left, tables, start, search.value, steps, lambda: self.over(search.value))
        self.tell("Tightening the bound", None)
        self.search(search)
        plain = not (problem.latest > 0).any() and problem.terms.empty and problem.most_moved is None
        if plain and not self.over(search.value) and size(problem, self.left) <= SMALL_ENOUGH:
            self.finish(search)
        return self.done()

    def search(self, search: Search) -> None:
        """Rounds until the gap is closed, the limits are reached, or nothing more is found."""
        next_keep = 0.0
        with ThreadPoolExecutor(CHAINS) as executor:
            while not self.over(search.value) and not search.exhausted and not self.spent():
                search.improve(executor)
                self.effort = search.rounds
                if self.best is None or (search.value > self.best.value + 1e-6 and self.seconds() >= next_keep):
                    before = self.seconds()
                    self.keep(search.hours(), search.selected, search.delay, "Improving")
                    next_keep = self.seconds() + KEEPING * (self.seconds() - before)
                else:
                    self.tell("Improving", None)
        if self.best is None or search.value > self.best.value + 1e-6:
            self.keep(search.hours(), search.selected, search.delay, "Improving")
        if search.exhausted:
            self.log.append(f"search: nothing better in {search.rounds} rounds")

    def finish(self, search: Search) -> None:
        """Proves or betters a small plan with the whole model."""
        self.tell("Proving", None)
        nodes = None if self.options.effort is None else max(1, NODES_PER_ROUND * self.options.effort)
        limits = Limits(self.remaining(), nodes)
        found = finished(self.problem, self.left, search.hours(), search.selected.astype(np.int64), self.options.engine, limits)
        self.log.append(f"exact model in {self.options.engine}: {found.outcome.name.lower()}, bound {found.bound:.2f}")
        if found.hours is not None:
            self.keep(found.hours, found.selected == 1, search.delay, "Proving")
        nothing_delayed = not (self.problem.max_delay > 0).any()  # the whole model knows no delays, so it proves nothing about them
        if nothing_delayed and found.outcome is not Outcome.INFEASIBLE and found.bound < self.proof.bound:
            self.proof = Proof(found.bound, self.proof.prices)

    def keep(self, hours: FreeHours, selected: Bools, delay: Ints, phase: str) -> None:
        """Makes a plan of the free hours and keeps it where it is better and breaks no rule."""
        plan = self.solution(hours, selected, delay, Status.FEASIBLE)
        if self.best is None or plan.value > self.best.value:
            broken = verify(self.problem, plan)
            if broken:
                self.log.append(f"{phase}: a plan was thrown away: {broken[0]}")
                return
            self.best = plan
            self.tell(phase, plan)

    def impossible(self, why: str) -> Solution:
        """There is no plan at all, which is proved."""
        return replace(nothing(self.options.engine, self.options.seed, why), status=Status.INFEASIBLE, seconds=self.seconds())

    def solution(self, hours: FreeHours, selected: Bools, delay: Ints, status: Status) -> Solution:
        """Free hours and firm bookings as one plan, with value and bound of what is written."""
        problem, firm = self.problem, self.problem.firm
        resources, _, weeks = problem.shape
        demand, resource, week = (
            np.concatenate(pair) for pair in ((hours.demand, firm.demand), (hours.resource, firm.resource), (hours.week, firm.week))
        )
        keys, row = np.unique((demand * resources + resource) * weeks + week, return_inverse=True)
        total = np.zeros(len(keys), np.int64)
        np.add.at(total, row.ravel(), np.concatenate([hours.hundredths, floored(firm.hours)]))
        keys, total = keys[total > 0], total[total > 0]
        demand, resource, week = keys // (resources * weeks), keys // weeks % resources, keys % weeks
        written = total / HUNDREDTHS
        value = value_of(problem, demand, resource, week, written, selected, delay)
        return Solution(
            status=status,
            demand=demand,
            resource=resource,
            week=week,
            hours=written,
            selected=selected,
            delay=delay,
            value=value,
            bound=max(self.proof.bound, value),
            effort=self.effort,
            seconds=self.seconds(),
            engine=self.options.engine,
            seed=self.options.seed,
            log=tuple(self.log),
            objective=value,
            objective_bound=max(self.proof.bound, value),
        )

    def done(self) -> Solution:
        """The best plan with its final proof; a broken plan is an answer that `verify` has refused."""
        if self.best is None:
            raise SearchError("; ".join(self.log) or "the search returned no plan")
        hours = self.best
        bound = max(self.proof.bound, hours.value)
        gap = (bound - hours.value) / max(1.0, abs(bound))
        status = Status.OPTIMAL if gap <= PROVED_OPTIMAL else Status.STOPPED if self.stopped else Status.FEASIBLE
        final = Solution(
            status, hours.demand, hours.resource, hours.week, hours.hours, hours.selected, hours.delay, hours.value,
            bound, self.effort, self.seconds(), hours.engine, hours.seed, tuple(self.log), hours.value, bound,
        )  # fmt: skip
        self.best = final
        self.tell("Done", final)
        return final

    def over(self, value: float) -> bool:
        """Whether the search has to end: cancelled, out of time, or the gap of a plan of this value is small enough."""
        if self.control.should_stop():
            self.stopped = True
        remaining = self.remaining()
        gap = (self.proof.bound - value) / max(1.0, abs(self.proof.bound))
        return self.stopped or (remaining is not None and remaining <= 0.0) or gap <= self.options.gap

    def spent(self) -> bool:
        return self.options.effort is not None and self.effort >= self.options.effort

    def seconds(self) -> float:
        return time.monotonic() - self.started

    def remaining(self) -> float | None:
        return None if self.options.time_limit is None else self.options.time_limit - self.seconds()

    def tell(self, phase: str, best: Solution | None) -> None:
        value = None if self.best is None else self.best.value
        self.control.report(Progress(phase, value, self.proof.bound, self.effort, self.seconds()), best)
