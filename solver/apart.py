"""A solve in a child process: it dies with its parent, streams its best plan, and is killed when it does not stop.

HiGHS does not obey a cancel inside a large first relaxation, and a window must never wait for one. Whatever the child
found is here before it is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from solver.control import Control, Options, Progress
from solver.errors import ChildLostError, SolverError
from solver.problem import Problem
from solver.solution import Solution, Status, nothing

GRACE = 1.0
"""Seconds a child has to hand over its plan after a cancel or past its time limit before it is killed."""
LATE = 5.0
"""Seconds past the time limit that the last check of a large plan may take."""
PULSE = 0.05
"""Seconds between two looks at the caller's wish to stop."""
SENDING = 20.0
"""Seconds of solving for each second spent on sending a better plan."""
LOADING = 4.0
"""Most seconds of getting ready that count against the time limit: loading does, compiling on a new machine does not."""
STOP = "stop"


@dataclass(frozen=True, slots=True)
class _Said:
    """One message of the child: where it stands, a better plan, that it is done, or what went wrong."""

    progress: Progress | None = None
    best: Solution | None = None
    done: bool = False
    error: SolverError | None = None


def solve_apart(problem: Problem, options: Options, control: Control) -> Solution:
    """The same as `solver.solve.solve`, in a process of its own.

    The time limit counts from now, but for what the child takes to get ready beyond LOADING. A child that is killed leaves the best plan it had sent, as
    Stopped. Raises SolverError as `solve` does, and ChildLostError where the child ends before its first plan.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_solve_in_child, args=(theirs, problem, options, time.time()), name="plimsoll-solve", daemon=True)
    child.start()
    theirs.close()
    try:
        return _Watch(ours, child, options, control).answer()
    finally:
        ours.close()
        if child.is_alive():
            child.kill()
        child.join()
        child.close()


class _Watch:
    """The parent's side: hears the child, passes on what it says and what the caller wishes."""

    def __init__(self, line: Connection, child: BaseProcess, options: Options, control: Control) -> None:
        self.line, self.child, self.options, self.control = line, child, options, control
        self.best: Solution | None = None
        self.ready_at: float | None = None
        self.stop_at: float | None = None

    def answer(self) -> Solution:
        while True:
            if self.line.poll(PULSE):
                try:
                    said: _Said = self.line.recv()
                except (EOFError, ConnectionError):
                    return self._left("the process that was solving ended by itself")
                if said.error is not None:
                    raise said.error
                self._heed(said)
                if said.done and self.best is not None:
                    return self.best
            if self._overdue():
                return self._left("the process that was solving did not stop and was ended")

    def _heed(self, said: _Said) -> None:
        if said.best is not None:
            self.best = said.best
        if said.progress is not None:
            self.ready_at = time.monotonic() if self.ready_at is None else self.ready_at
            self.control.report(said.progress, said.best)

    def _overdue(self) -> bool:
        """Whether the child has had its time; the caller's wish to stop is passed on at once."""
        now = time.monotonic()
        if self.stop_at is None and self.control.should_stop():
            self.stop_at = now
            self._ask_to_stop()
        limit = self.options.time_limit
        late = limit is not None and self.ready_at is not None and now > self.ready_at + limit + LATE
        return late or (self.stop_at is not None and now > self.stop_at + GRACE)

    def _ask_to_stop(self) -> None:
        try:
            self.line.send(STOP)
        except OSError:
            return  # it is gone already, and what it said last is still to be read

    def _left(self, why: str) -> Solution:
        """The best plan that a lost child had sent; none where the caller stopped it before the first."""
        if self.best is None and self.stop_at is not None:
            return nothing(self.options.engine, self.options.seed, why)
        if self.best is None:
            self.child.join(GRACE)
            raise ChildLostError(self.child.exitcode)
        return replace(self.best, status=Status.STOPPED, log=(*self.best.log, why))


class _Line:
    """The child's side: a Control that sends what it hears, plans no more often than they are worth their time."""

    def __init__(self, line: Connection) -> None:
        self.line = line
        self.stopping = threading.Event()
        self.waiting: Solution | None = None
        self.next_send = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    def report(self, progress: Progress, best: Solution | None) -> None:
        now = time.monotonic()
        self.waiting = self.waiting if best is None else best
        if self.waiting is None or now < self.next_send:
            self.line.send(_Said(progress))
        else:
            self.line.send(_Said(progress, self.waiting))
            self.waiting = None
            self.next_send = time.monotonic() + SENDING * (time.monotonic() - now)

    def should_stop(self) -> bool:
        return self.stopping.is_set()

    def _listen(self) -> None:
        """Waits for the parent's word, or for its end: a child does not outlive its parent."""
        parent = multiprocessing.parent_process()
        while parent is not None:
            for ready in wait([self.line, parent.sentinel]):
                if ready == parent.sentinel or self._heard() != STOP:
                    os._exit(1)
                self.stopping.set()

    def _heard(self) -> str | None:
        try:
            word: str = self.line.recv()
        except (EOFError, OSError):
            return None
        return word


def _solve_in_child(line: Connection, problem: Problem, options: Options, asked_at: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair, which asks to stop
    control = _Line(line)
    try:
        # Imported here: the parent never loads the compiler, and hears of its loading.
        from solver.prepare import prepare  # noqa: PLC0415
        from solver.solve import solve  # noqa: PLC0415

        prepare()
        solution = solve(problem, options, control, time.monotonic() - min(max(time.time() - asked_at, 0.0), LOADING))
        line.send(_Said(best=solution, done=True))
    except SolverError as error:
        line.send(_Said(error=error))
