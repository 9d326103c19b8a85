"""What runs on a Dask worker: a task in a child process of the worker, which hears of a stop and is killed when nobody wants it any more."""

from __future__ import annotations

import hashlib
import multiprocessing
import pickle
import sys
import threading
import time
import zlib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import metadata
from multiprocessing.connection import wait
from pathlib import Path

from dask.typing import Key
from distributed import Worker, get_worker

from solver.apart import PULSE, Child, Errand
from solver.control import Options, Progress
from solver.errors import SolverError
from solver.problem import Problem, Standing
from solver.solution import Solution

BETWEEN_REPORTS = 0.5
"""Seconds between two reports of one task: they all pass through the scheduler."""
TOPIC = "plimsoll"
"""Of all progress of all users: the scheduler keeps the last thousand messages of each topic for good."""
PACKAGES = ("plimsoll-planner", "numpy", "numba", "highspy")
"""Those that decide which plan is found."""


@dataclass(frozen=True, slots=True)
class Errands:
    """What all tasks of one call share: the word that stops them and that their progress is known by, and whose versions hold."""

    word: str
    versions: tuple[str, ...]


class OtherVersionsError(SolverError):
    """A worker is made of other parts than the machine that asked, and might find other plans."""

    def __init__(self, worker: str, theirs: tuple[str, ...], ours: tuple[str, ...]) -> None:
        super().__init__(worker, theirs, ours)

    def __str__(self) -> str:
        worker, theirs, ours = self.args
        told = "; ".join(f"{their} there, {our} here" for their, our in zip(theirs, ours, strict=True) if their != our)
        return f"The worker {worker} runs other versions ({told}): install the same Plimsoll on the same Python on every worker."


class _UnwantedError(Exception):
    """Nobody waits for this task any more."""


def pack(problem: Problem) -> bytes:
    return zlib.compress(pickle.dumps(problem, pickle.HIGHEST_PROTOCOL), 1)


def unpacked(parcel: bytes) -> Problem:
    """The problem again: a task of its own, so that each worker keeps it, and Dask makes it anew where a worker is lost."""
    problem: Problem = pickle.loads(zlib.decompress(parcel))  # noqa: S301 - from our own client, as all that a worker runs
    return problem


@cache
def versions() -> tuple[str, ...]:
    """What decides which plan is found: Python, Plimsoll with its very sources, and the parts below."""
    parts = [f"{name} {_version(name)}" for name in PACKAGES]
    return (f"Python {sys.version_info.major}.{sys.version_info.minor}", *parts, f"solver {_sources()}")


def solve_on_worker(problem: Problem, start: Standing | None, options: Options, ticket: int, errands: Errands) -> Solution:
    """A task on the worker that this runs on; raises as `solve_apart`, and ChildLostError wherever the child ends by itself."""
    if versions() != errands.versions:
        raise OtherVersionsError(get_worker().address, versions(), errands.versions)
    child = _CHILDREN.take()
    solution = None
    try:
        control = _Teller(get_worker(), get_worker().get_current_task(), ticket, errands)
        errand = Errand(child, problem if start is None else replace(problem, start=start), options, control, salvage=False)
        while solution is None:
            wait([child.line], PULSE)
            solution = errand.hear()
        return solution
    finally:
        _CHILDREN.give_back(child, used_up=solution is None)


def stop(word: str) -> None:
    """All tasks on this worker that were given this word hand over their best plan now; those still to come, too."""
    _STOPPED.add(word)


_STOPPED: set[str] = set()


@dataclass(slots=True)
class _Children:
    """Children of this worker that have answered and may be given another problem; they end by themselves when idle for long."""

    idle: list[Child] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> Child:
        with self.lock:
            while self.idle:
                child = self.idle.pop()
                if child.is_fit():
                    return child
                child.end()
            # a worker under a nanny is a daemon, which may have no children unless it says that it is none
            multiprocessing.current_process().daemon = False
            return Child()

    def give_back(self, child: Child, *, used_up: bool) -> None:
        with self.lock:
            if used_up or not child.is_fit():
                child.end()
            else:
                self.idle.append(child)


_CHILDREN = _Children()


@dataclass(slots=True)
class _Teller:
    """The control of one task: tells its progress through the scheduler, and asks the worker whether it is still wanted."""

    worker: Worker
    key: Key
    ticket: int
    errands: Errands
    next_report: float = 0.0

    def report(self, progress: Progress, best: Solution | None) -> None:
        now = time.monotonic()
        if now >= self.next_report:
            self.next_report = now + BETWEEN_REPORTS
            figures = [progress.phase, progress.value, progress.bound, progress.effort, progress.seconds]
            self.worker.log_event(TOPIC, [self.errands.word, self.ticket, figures])

    def should_stop(self) -> bool:
        held = self.worker.state.tasks.get(self.key)
        if held is None or held.state == "cancelled":
            raise _UnwantedError
        return self.errands.word in _STOPPED


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(from its sources)"


def _sources() -> str:
    """A short fingerprint of the solver's own modules."""
    folder, digest = Path(__file__).parents[1], hashlib.sha256()
    for module in sorted(folder.rglob("*.py")):
        digest.update(module.relative_to(folder).as_posix().encode() + module.read_bytes())
    return digest.hexdigest()[:8]
