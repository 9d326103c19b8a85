"""Independent solves as values, and all of them solved by whatever executor there is."""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from solver.control import Control, Options, Progress
from solver.errors import SolverError
from solver.problem import Problem, Standing
from solver.solution import Solution

PULSE = 0.1
"""Seconds between two looks at the caller's wish to stop."""
TRIES = 3
"""Times that a task is begun at most: what takes its third process down with it would take down a fourth."""


@dataclass(frozen=True, slots=True)
class Task:
    """One solve by its name, which an error calls it by.

    `start` stands for the `start` of the problem, so that solves from different plans share one Problem object.
    """

    name: str
    problem: Problem
    options: Options
    start: Standing | None = None

    def started(self) -> Problem:
        """The problem with its start."""
        return self.problem if self.start is None else replace(self.problem, start=self.start)


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a ticket, or how it stands: one of the fields is given.

    progress  where it stands
    solution  it is done
    lost      why whoever had it is gone, with no answer: it may be begun anew
    failed    what it raised: it would do so again
    """

    ticket: int
    progress: Progress | None = None
    solution: Solution | None = None
    lost: str | None = None
    failed: Exception | None = None


class Executor(Protocol):
    """Places where tasks are solved. A ticket is one try of one task, and never used twice."""

    def places(self) -> int:
        """How many tasks are solved at the same time, at least 1; it may change as workers come and go."""

    def begin(self, ticket: int, task: Task) -> None:
        """Has a task solved; returns at once."""

    def heard(self, seconds: float) -> tuple[Heard, ...]:
        """What there is to be heard of the tickets begun, after waiting that long at most."""

    def stop(self) -> None:
        """Asks all that was begun for the best plan so far, now; each is still heard of."""

    def abandon(self) -> None:
        """Ends all that was begun, at once; nothing more is heard of it."""

    def close(self) -> None:
        """Abandons all and lets processes and connections go."""


class TaskFailedError(SolverError):
    """A task could not be solved, and never will be."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.args[1]}"


class TaskLostError(SolverError):
    """Whoever solved a task ended without an answer, time and again."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)

    def __str__(self) -> str:
        return (
            f"{self.args[0]}: given up after {TRIES} tries, each of which ended without an answer ({self.args[1]}). "
            "It may need more memory than there is: solve fewer weeks at once, or fewer tasks side by side."
        )


def solved_all(tasks: Iterable[Task], executor: Executor, control: Control) -> Iterator[tuple[int, Solution]]:
    """Every task's number and solution, as they are done.

    The order depends on who is faster; what comes of each task does not. The package says what is heard, what a wish to
    stop does, and what is raised.
    """
    return _Run(enumerate(tasks), executor, control).all()


@dataclass(slots=True)
class _Try:
    """One task on its way: its number among the tasks, and how often it was begun."""

    number: int
    task: Task
    begun: int = 0


@dataclass(slots=True)
class _Run:
    """All tasks of one call: what waits, what runs by ticket, and how many are done."""

    coming: Iterator[tuple[int, Task]]
    executor: Executor
    control: Control
    again: deque[_Try] = field(default_factory=deque)
    running: dict[int, _Try] = field(default_factory=dict)
    done: int = 0
    stopping: bool = False
    started: float = field(default_factory=time.monotonic)

    def all(self) -> Iterator[tuple[int, Solution]]:
        try:
            while self._filled():
                for heard in self.executor.heard(PULSE):
                    trial = self.running.get(heard.ticket)
                    if trial is None:
                        continue  # of a try that was given up: its task is in other hands
                    if heard.solution is not None:
                        del self.running[heard.ticket]
                        self.done += 1
                        self._tell(None)
                        yield trial.number, heard.solution
                    else:
                        self._take(heard, trial)
        finally:
            self.executor.abandon()

    def _filled(self) -> bool:
        """Begins what there is a place for; whether anything runs."""
        if not self.stopping and self.control.should_stop():
            self.stopping = True
            self.executor.stop()
        while not self.stopping and len(self.running) < self.executor.places():
            trial = self._next()
            if trial is None:
                break
            trial.begun += 1
            ticket = next(_TICKETS)
            self.running[ticket] = trial
            self.executor.begin(ticket, trial.task)
        return bool(self.running)

    def _next(self) -> _Try | None:
        if self.again:
            return self.again.popleft()
        number, task = next(self.coming, (0, None))
        return None if task is None else _Try(number, task)

    def _take(self, heard: Heard, trial: _Try) -> None:
        """Of a task that is not done."""
        if heard.progress is not None:
            self._tell(heard.progress)
            return
        del self.running[heard.ticket]
        if isinstance(heard.failed, SolverError):
            raise TaskFailedError(trial.task.name, str(heard.failed)) from heard.failed
        if heard.failed is not None:
            raise heard.failed
        if trial.begun >= TRIES and not self.stopping:
            raise TaskLostError(trial.task.name, heard.lost or "")
        if not self.stopping:
            self.again.append(trial)

    def _tell(self, latest: Progress | None) -> None:
        seconds = time.monotonic() - self.started
        told = latest or Progress("", None, None, 0, 0.0)
        self.control.report(replace(told, phase=f"Solved {self.done}", effort=self.done, seconds=seconds), None)


_TICKETS = itertools.count(1)
