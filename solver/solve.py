"""One solve from arrays to a proved plan: prices and bound, a first plan, the search, and for small cases an exact end.

The path is a function of problem, seed and effort; a time limit or a cancel only ends it sooner.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from solver.bound.pricing import Proof, proved, tightened
from solver.bound.relaxation import weekly_prices
from solver.bound.staffing import Staffing, staffing
from solver.control import Control, Options, Progress
from solver.engines import Limits, Outcome, named
from solver.errors import InfeasibleError, SearchError
from solver.exact import SMALL_ENOUGH, finished
from solver.formulation import size
from solver.objective import PROVED_OPTIMAL, firm_points, gap, terms_of, ties_of, value_of
from solver.problem import Bools, Floats, Ints, Problem, Standing, Terms
from solver.residual import Residual, residual
from solver.search.improve import CHAINS, FreeHours, Search
from solver.search.layout import HUNDREDTHS, floored, layout
from solver.solution import Solution, Status, nothing
from solver.verify import verify

PRICE_CELLS = 2_000_000
"""Cells (demand, resource, week) looked at while prices are improved: about a second."""
MOST_STEPS = 200
"""Subgradient steps for the smallest cases."""
FIRST_REACH = 0.1
"""Share of the distance to the plan that the first subgradient step aims at."""
FAR_REACH = 0.5
"""The same from no prices at all."""
KEEPING = 15.0
"""Seconds of search for each second spent on writing a better plan down and checking it."""
NOISE = 1e-6
"""Points that two ways of adding up a plan may differ by."""
POLISHED = 0.1
"""Share of the time, or of the effort, at the end of a solve in which nothing worse is taken any more and ties are broken."""
PROVED = 0.1
"""Share of the time before that in which a small case is proved as far as it goes."""
LEAST_POLISH = 4
"""Rounds of it at least, where there is time."""
NODES_PER_ROUND = 20
"""Nodes that an effort limit allows the exact end for each round it allows the search."""


def solve(problem: Problem, options: Options, control: Control, started: float | None = None) -> Solution:
    """The best plan within the options, with its proved bound.

    Bad options raise EngineError. `started` is the `time.monotonic()` from which the time limit counts, now if None.
    """
    options = replace(options, engine=named(options.engine))
    return _Run(problem, options, control, time.monotonic() if started is None else started).all()


@dataclass(slots=True)
class _Run:
    """The state of one solve: what is known so far, and how to tell it.

    `proof` bounds the objective; `plain` bounds the value, and is the same where no policy adds terms to it.
    """

    problem: Problem
    options: Options
    control: Control
    started: float
    left: Residual = field(init=False)
    small: bool = field(init=False, default=False)
    proof: Proof = field(init=False)
    plain: Proof = field(init=False)
    best: Solution | None = field(init=False, default=None)
    effort: int = field(init=False, default=0)
    log: list[str] = field(init=False, default_factory=list)
    stopped: bool = field(init=False, default=False)

    def all(self) -> Solution:
        problem = self.problem
        self.proof = self.plain = Proof(_everything(problem), np.zeros_like(problem.capacity))
        if not problem.terms.empty:
            self.plain = Proof(_everything(replace(problem, terms=Terms())), self.proof.prices)
        self.tell("Reading the problem", None)
        self.left = residual(problem)
        self.small = size(problem, self.left) <= SMALL_ENOUGH
        prices = weekly_prices(problem, self.left)
        self.tell("Pricing capacity", None)
        search = Search(layout(problem, self.left, prices), firm_points(problem), self.options.seed, problem.most_moved)
        try:
            search.build(problem.start)
        except InfeasibleError as reason:
            return self.impossible(str(reason))
        self.take_up()
        self.keep(search.hours(), search.selected, search.delay, "First plan")
        self.prove(prices, search.value)
        self.search(search)
        if self.small and not self.over(search.value):
            self.finish(search)
        self.polish(search)
        return self.done()

    def prove(self, prices: Floats, points: float) -> None:
        """Bounds the objective from the prices, and where a policy adds terms to it the value as well."""
        self.proof = self.tightened(self.problem, self.proof, prices, points)
        self.plain = self.proof
        if not self.problem.terms.empty and self.best is not None:
            start = Proof(_everything(self.value_alone), self.proof.prices)
            self.plain = self.tightened(self.value_alone, start, weekly_prices(self.value_alone, self.left), self.best.value)

    @property
    def value_alone(self) -> Problem:
        """The problem without what a policy adds to its value."""
        return replace(self.problem, terms=Terms())

    def tightened(self, problem: Problem, proof: Proof, prices: Floats, points: float) -> Proof:
        """A proof from prices that were improved for a while towards the points of a plan."""
        tables = staffing(problem, self.left)
        first = Proof(proved(problem, self.left, tables, prices).bound, prices, FIRST_REACH)
        if (problem.latest > problem.earliest).any():
            first = min(first, self.free_of_charge(problem, tables), key=lambda found: found.bound)
        self.tell("Bounding", None)
        cells = max(1, int((np.diff(tables.starts[:, 0]) * np.diff(tables.starts[:, 1])).sum()))
        steps = min(PRICE_CELLS // cells, MOST_STEPS)
        better = tightened(problem, self.left, tables, first, points, steps, lambda: self.over(points, min(proof.bound, first.bound)))
        self.tell("Tightening the bound", None)
        return better if better.bound < proof.bound else proof

    def free_of_charge(self, problem: Problem, tables: Staffing) -> Proof:
        """The bound without any prices: the better start where delays let work go round the weeks that the others are taken from."""
        nothing_charged = np.zeros_like(problem.capacity)
        return Proof(proved(problem, self.left, tables, nothing_charged).bound, nothing_charged, FAR_REACH)

    def search(self, search: Search) -> None:
        """Rounds until the gap is closed, nothing more is found, or all but what polishing needs of the limits is spent."""
        self.rounds(search, lambda: self.over(search.value) or search.exhausted or self.nearly_spent())
        if search.exhausted:
            self.log.append(f"search: nothing better in {search.rounds} rounds")

    def polish(self, search: Search) -> None:
        """Rounds that take nothing worse and break ties, from the best plan, with what is left of the limits or for a tenth more."""
        best = self.best
        if best is None or self.ended():
            return
        if best.objective > search.value + NOISE:  # it is a known plan, or the exact model's
            search.take_up(Standing(best.demand, best.resource, best.week, best.hours, best.selected, best.delay))
        search.polish(self.problem.ties)
        last = search.rounds + max(LEAST_POLISH, int(POLISHED * search.rounds))
        to_the_end = self.nearly_spent()
        self.rounds(search, lambda: self.ended() or search.exhausted or (search.rounds >= last and not to_the_end))
        self.keep(search.hours(), search.selected, search.delay, "Polishing")

    def rounds(self, search: Search, over: Callable[[], bool]) -> None:
        """Rounds until it is over; what is found is kept now and then, and at the end."""
        next_keep = 0.0
        with ThreadPoolExecutor(CHAINS) as executor:
            while not over():
                search.improve(executor)
                self.effort = search.rounds
                if self.best is None or (search.value > self.best.objective + NOISE and self.seconds() >= next_keep):
                    before = self.seconds()
                    self.keep(search.hours(), search.selected, search.delay, "Improving")
                    next_keep = self.seconds() + KEEPING * (self.seconds() - before)
                else:
                    self.tell("Improving", None)
        if self.best is None or search.value > self.best.objective + NOISE:
            self.keep(search.hours(), search.selected, search.delay, "Improving")

    def finish(self, search: Search) -> None:
        """Proves or betters a small plan with the whole model."""
        self.tell("Proving", None)
        nodes = None if self.options.effort is None else max(1, NODES_PER_ROUND * self.options.effort)
        remaining, kept = self.remaining(), POLISHED * (self.options.time_limit or 0.0)
        limits = Limits(None if remaining is None else max(remaining - kept, 0.0), nodes)
        selected = search.selected.astype(np.int64)
        found = finished(self.problem, self.left, search.hours(), selected, self.options.engine, limits, search.delay)
        self.log.append(f"exact model in {self.options.engine}: {found.outcome.name.lower()}, bound {found.bound:.2f}")
        if found.why:
            self.log.append(found.why)
        if found.hours is not None:
            self.keep(found.hours, found.selected == 1, found.delay, "Proving")
        if found.outcome is not Outcome.INFEASIBLE and found.bound < self.proof.bound:
            self.proof = Proof(found.bound, self.proof.prices)
            free = self.problem.terms.empty and self.problem.most_moved is None
            self.plain = self.proof if free else self.plain  # a budget of changes narrows the plans, not what one is worth

    def take_up(self) -> None:
        """Keeps the plan to start from as it stands where it breaks no rule, so that a solve never ends below it."""
        start, firm = self.problem.start, self.problem.firm
        if start is None:
            return
        cells = zip(firm.demand.tolist(), firm.resource.tolist(), firm.week.tolist(), strict=True)
        booked = dict(zip(cells, floored(firm.hours).tolist(), strict=True))
        cells = zip(start.demand.tolist(), start.resource.tolist(), start.week.tolist(), strict=True)
        beside = floored(start.hours) - np.array([booked.get(cell, 0) for cell in cells], np.int64)
        free = beside > 0
        hours = FreeHours(start.demand[free], start.resource[free], start.week[free], beside[free])
        plan = self.solution(hours, start.selected, np.where(start.selected, start.delay, 0))
        if not verify(self.problem, plan):
            self.best = plan
            self.tell("First plan", plan)

    def keep(self, hours: FreeHours, selected: Bools, delay: Ints, phase: str) -> None:
        """Makes a plan of the free hours and keeps it where it is better, or as good and better liked, and breaks no rule."""
        plan = self.solution(hours, selected, delay)
        if self.best is None or self.is_better(plan, self.best):
            broken = verify(self.problem, plan)
            if broken:
                self.log.append(f"{phase}: a plan was thrown away: {broken[0]}")
                return
            self.best = plan
            self.tell(phase, plan)

    def is_better(self, plan: Solution, other: Solution) -> bool:
        """Whether a plan is worth more than another, or as much and has the better of the ties."""
        more = plan.objective - other.objective
        if abs(more) > NOISE:
            return more > 0
        ties, others = (ties_of(self.problem, each.demand, each.resource, each.week, each.hours) for each in (plan, other))
        return ties < others

    def impossible(self, why: str) -> Solution:
        """There is no plan at all, which is proved."""
        return replace(nothing(self.options.engine, self.options.seed, why), status=Status.INFEASIBLE, seconds=self.seconds())

    def solution(self, hours: FreeHours, selected: Bools, delay: Ints) -> Solution:
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
        plan = demand, resource, week, total / HUNDREDTHS, selected, delay
        value, terms = value_of(problem, *plan), terms_of(problem, *plan)
        made = Solution(
            Status.FEASIBLE, *plan, value, max(self.plain.bound, value), self.effort, self.seconds(), self.options.engine,
            self.options.seed, tuple(self.log), terms,
        )  # fmt: skip
        return replace(made, objective_bound=self.objective_bound(made))

    def objective_bound(self, plan: Solution) -> float | None:
        """The bound of the objective as a plan tells it: none of its own where a policy adds nothing to the value."""
        return None if self.problem.terms.empty else max(self.proof.bound, plan.objective)

    def done(self) -> Solution:
        """The best plan with its final proof; a broken plan is an answer that `verify` has refused."""
        if self.best is None:
            raise SearchError("; ".join(self.log) or "the search returned no plan")
        best, bound = self.best, max(self.proof.bound, self.best.objective)
        status = Status.STOPPED if self.stopped else Status.FEASIBLE
        if gap(self.problem, best.objective, bound) <= PROVED_OPTIMAL:
            status = Status.OPTIMAL
        final = replace(
            best,
            status=status,
            bound=max(self.plain.bound, best.value),
            objective_bound=self.objective_bound(best),
            effort=self.effort,
            seconds=self.seconds(),
            log=tuple(self.log),
        )
        self.best = final
        self.tell("Done", final)
        return final

    def over(self, points: float, bound: float | None = None) -> bool:
        """Whether the search has to end: cancelled, out of time, or the gap of a plan of so many points is small enough."""
        most = self.proof.bound if bound is None else bound
        return self.cut_short() or gap(self.problem, points, most) <= self.options.gap

    def cut_short(self) -> bool:
        """Whether the solve was cancelled or is out of time."""
        self.stopped = self.stopped or self.control.should_stop()
        remaining = self.remaining()
        return self.stopped or (remaining is not None and remaining <= 0.0)

    def ended(self) -> bool:
        """Whether the solve was cancelled, or its time or effort is spent."""
        return self.cut_short() or (self.options.effort is not None and self.effort >= self.options.effort)

    def nearly_spent(self) -> bool:
        """Whether the search has to leave what remains of time or effort to proving and polishing."""
        remaining, (limit, effort) = self.remaining(), (self.options.time_limit, self.options.effort)
        late = limit is not None and remaining is not None and remaining <= (POLISHED + PROVED * self.small) * limit
        return late or (effort is not None and self.effort >= effort - int(POLISHED * effort))

    def seconds(self) -> float:
        return time.monotonic() - self.started

    def remaining(self) -> float | None:
        return None if self.options.time_limit is None else self.options.time_limit - self.seconds()

    def tell(self, phase: str, best: Solution | None) -> None:
        """Says where the solve stands: objective and its bound, which are value and bound where no policy adds to them."""
        objective = None if self.best is None else self.best.objective
        self.control.report(Progress(phase, objective, self.proof.bound, self.effort, self.seconds()), best)


def _everything(problem: Problem) -> float:
    """Points of all that is asked, given for nothing: no plan is worth more, which is true before anything is priced."""
    return float(problem.aim_points @ problem.asked.sum(axis=1))
