"""Tasks solved by processes of this machine, as many at a time as it has cores for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from multiprocessing.connection import wait
from threading import Event

from solver.apart import Child, Errand
from solver.control import Progress
from solver.errors import ChildBugError, ChildLostError, SolverError
from solver.executing.tasks import Heard, Task
from solver.solution import Solution

THREADS = 2
"""Cores that one solve keeps busy."""


class Processes:
    """An executor of child processes, each of which solves one task after another and dies with this process."""

    def __init__(self, places: int | None = None) -> None:
        """With that many places, or one for each THREADS cores that this process may use."""
        self._places = places or max(1, _cores() // THREADS)
        self._idle: list[Child] = []
        self._errands: dict[int, Errand] = {}
        self._inbox: list[Heard] = []
        self._stopping = Event()

    def places(self) -> int:
        return self._places

    def begin(self, ticket: int, task: Task) -> None:
        self._stopping.clear()
        child = self._free()
        self._errands[ticket] = Errand(child, task.started(), task.options, _Ear(ticket, self._inbox, self._stopping), salvage=False)

    def heard(self, seconds: float) -> tuple[Heard, ...]:
        wait([errand.child.line for errand in self._errands.values()], seconds)
        for ticket, errand in tuple(self._errands.items()):
            self._hear(ticket, errand)
        said = tuple(self._inbox)
        self._inbox.clear()
        return said

    def stop(self) -> None:
        self._stopping.set()

    def abandon(self) -> None:
        for errand in self._errands.values():
            errand.child.end()
        self._errands.clear()
        self._inbox.clear()

    def close(self) -> None:
        self.abandon()
        for child in self._idle:
            child.end()
        self._idle.clear()

    def _free(self) -> Child:
        while self._idle:
            child = self._idle.pop()
            if child.is_fit():
                return child
            child.end()
        return Child()

    def _hear(self, ticket: int, errand: Errand) -> None:
        try:
            solution = errand.hear()
        except ChildLostError as gone:
            self._let_go(ticket, Heard(ticket, lost=f"exit code {gone.args[0]}"))
        except (SolverError, ChildBugError) as failed:
            self._let_go(ticket, Heard(ticket, failed=failed))
        else:
            if solution is not None:
                self._let_go(ticket, Heard(ticket, solution=solution))

    def _let_go(self, ticket: int, last: Heard) -> None:
        child = self._errands.pop(ticket).child
        self._inbox.append(last)
        if child.is_fit():
            self._idle.append(child)
        else:
            child.end()


@dataclass(frozen=True, slots=True)
class _Ear:
    """The control of one task: what it reports goes into the inbox."""

    ticket: int
    inbox: list[Heard]
    stopping: Event

    def report(self, progress: Progress, best: Solution | None) -> None:
        self.inbox.append(Heard(self.ticket, progress=progress))

    def should_stop(self) -> bool:
        return self.stopping.is_set()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
