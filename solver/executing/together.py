"""One solve by all places of an executor: rounds of the same problem, each from the best plan of the round before.

Within a round every place takes another path (a seed of its own); at its end the best plan of all becomes what the next
round starts from, and the least bound of all is proved. With the same effort, seed and number of places at the beginning
the plan is the same, whoever is lost on the way.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace

from solver.control import Control, Options, Progress
from solver.executing.address import ClusterError, executor_at
from solver.executing.tasks import Executor, Task, TaskLostError, solved_all
from solver.objective import PROVED_OPTIMAL, gap
from solver.problem import Problem, Standing
from solver.solution import Solution, Status, nothing

MOST_ROUNDS = 4
"""Each round reads, prices and bounds the problem anew: more of them leave less for the search."""
SHORTEST_ROUND = 15.0
"""Seconds below which a round is mostly such a beginning."""
OPEN_ROUND = 60.0
"""Seconds of a round where no time limit is set."""
LATE = 2.0
"""Seconds past its end until a round is asked to stop: tasks begun anew on other workers began later."""


def solve_together(problem: Problem, options: Options, executor: Executor, control: Control) -> Solution:
    """The best plan that all places find within the options, with the least bound of all.

    Raises what `solved_all` raises; where the cluster is lost after the first round, the best plan so far is the answer,
    as Stopped.
    """
    return _Together(problem, options, executor, control).all()


def solve_at(address: str, problem: Problem, options: Options, control: Control) -> Solution:
    """The same by all workers of the Dask cluster at an address; raises ClusterError where it cannot be used."""
    with executor_at(address) as executor:
        return solve_together(problem, options, executor, control)


@dataclass(slots=True)
class _Together:
    """The best plan and the least bounds so far, of all rounds and places."""

    problem: Problem
    options: Options
    executor: Executor
    control: Control
    best: Solution | None = None
    impossible: Solution | None = None
    bound: float = math.inf
    objective_bound: float = math.inf
    effort: int = 0
    rounds: int = 0
    stopped: bool = False
    log: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def all(self) -> Solution:
        width = self.executor.places()
        try:
            while not self._is_over():
                self.rounds += 1
                if not self._round(width):
                    self.log.append("search: no place found anything more to try")
                    break
        except (ClusterError, TaskLostError) as gone:
            if self.best is None:
                raise
            self.stopped = True
            self.log.append(f"ended early: {gone}")
        self.log.append(f"{self.rounds} rounds of {width} searches")
        return self._answer()

    def report(self, progress: Progress, best: Solution | None) -> None:
        """What a place says of its own search, with the best that is known of all."""
        values = (progress.value, None if self.best is None else self.best.value)
        value = max((known for known in values if known is not None), default=None)
        bound = self.bound if progress.bound is None else min(progress.bound, self.bound)
        told = Progress(f"Round {self.rounds}", value, None if math.isinf(bound) else bound, self.effort, self._seconds())
        self.control.report(told, best)

    def _round(self, width: int) -> bool:
        """Solves once on each place; whether any of them had to end before its search did."""
        limit, effort = self._share()
        own = replace(self.options, time_limit=limit, effort=effort)
        first = self.options.seed + width * (self.rounds - 1)
        seeds = [replace(own, seed=first + place) for place in range(width)]
        tasks = [Task(f"Search {each.seed}", self.problem, each, self._start()) for each in seeds]
        before, cut = self.best, False
        with_end = _Ending(self, None if limit is None else time.monotonic() + limit + LATE)
        for _, solution in solved_all(tasks, self.executor, with_end):
            cut = cut or self._was_cut(solution, limit, effort)
            self._keep(solution)
        return cut or self.best is not before

    def _was_cut(self, solution: Solution, limit: float | None, effort: int | None) -> bool:
        in_time = limit is None or solution.seconds < limit
        return not in_time or (effort is not None and solution.effort >= effort)

    def _share(self) -> tuple[float | None, int | None]:
        """Seconds and effort of this round: an even part of what is left, in seconds at least SHORTEST_ROUND."""
        left = self._most_rounds() - self.rounds + 1
        seconds, effort = self.options.time_limit, self.options.effort
        if seconds is not None:
            remaining = max(0.0, seconds - self._seconds())
            seconds = remaining / max(1, min(left, int(remaining // SHORTEST_ROUND)))
        elif effort is None:
            seconds = OPEN_ROUND
        if effort is not None:
            most = self._most_rounds()
            effort = effort * self.rounds // most - effort * (self.rounds - 1) // most
        return seconds, effort

    def _most_rounds(self) -> int:
        return MOST_ROUNDS if self.options.effort is None else max(1, min(MOST_ROUNDS, self.options.effort))

    def _start(self) -> Standing | None:
        best = self.best
        return None if best is None else Standing(best.demand, best.resource, best.week, best.hours, best.selected, best.delay)

    def _keep(self, solution: Solution) -> None:
        self.effort += solution.effort
        if solution.status is Status.INFEASIBLE:
            self.impossible = solution
        if solution.status in (Status.NOTHING, Status.INFEASIBLE):
            return
        self.bound = min(self.bound, solution.bound)
        self.objective_bound = min(self.objective_bound, solution.proved)
        # of equal plans the one of the lowest seed, so that it makes no difference who is heard first
        if self.best is None or (solution.objective, -solution.seed) > (self.best.objective, -self.best.seed):
            self.best = solution
            self.report(Progress("", solution.value, solution.bound, 0, 0.0), solution)

    def _is_over(self) -> bool:
        if self.control.should_stop():
            self.stopped = True
        limit, effort = self.options.time_limit, self.options.effort
        late = limit is not None and self.rounds > 0 and self._seconds() >= limit
        spent = late or (effort is not None and self.rounds >= self._most_rounds())
        return self.stopped or spent or self.impossible is not None or self._gap() <= self.options.gap

    def _gap(self) -> float:
        if self.best is None:
            return math.inf
        return gap(self.problem, self.best.objective, self.objective_bound)

    def _seconds(self) -> float:
        return time.monotonic() - self.started

    def _answer(self) -> Solution:
        best = self.best
        if best is None and self.impossible is not None:
            return self.impossible
        if best is None:
            return nothing(self.options.engine, self.options.seed, "; ".join(self.log))
        optimal = self._gap() <= PROVED_OPTIMAL
        status = Status.OPTIMAL if optimal else Status.STOPPED if self.stopped else Status.FEASIBLE
        return replace(
            best, status=status, bound=max(self.bound, best.value), objective_bound=None if best.objective_bound is None else max(self.objective_bound, best.objective),
            effort=self.effort, seconds=self._seconds(), seed=self.options.seed, log=(*best.log, *self.log),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ending:
    """The control of one round: it ends with the caller's wish to stop, and when the round's time is over."""

    together: _Together
    until: float | None

    def report(self, progress: Progress, best: Solution | None) -> None:
        self.together.report(progress, best)

    def should_stop(self) -> bool:
        return self.together.control.should_stop() or (self.until is not None and time.monotonic() > self.until)
