"""A solve in a child process: it dies with its parent, streams its best plan, and is killed when it does not stop.

HiGHS does not obey a cancel inside a large first relaxation, and a window must never wait for one. Whatever the child
found is here before it is killed. A child that has answered can be given another problem, which then need not wait for
the compiled search to be loaded.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import NoReturn

from solver.control import Control, Options, Progress
from solver.errors import ChildBugError, ChildLostError, MemoryFullError, SolverError
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
"""Most seconds of loading that count against the time limit: on a busy machine the search would have none left."""
IDLE = 60.0
"""Seconds that a child which has answered waits for another problem before it ends."""
HAS_GROUPS = hasattr(os, "killpg")
"""Whether a child and what it starts can be ended together."""
STOP = "stop"


@dataclass(frozen=True, slots=True)
class _Order:
    """A problem to solve, asked for at that `time.time()`."""

    problem: Problem
    options: Options
    asked_at: float


@dataclass(frozen=True, slots=True)
class _Said:
    """One message of the child: where it stands, a better plan, that it is done, or what went wrong.

    `preparing` where what it tells is how it gets ready: its time has not begun.
    """

    progress: Progress | None = None
    best: Solution | None = None
    done: bool = False
    error: SolverError | ChildBugError | None = None
    preparing: bool = False


def solve_apart(problem: Problem, options: Options, control: Control) -> Solution:
    """The same as `solver.solve.solve`, in a process of its own.

    The time limit counts from now, but for what loading takes beyond LOADING, and what the compiler takes on a new machine,
    which is told of as a phase of its own. A child that is killed leaves the best plan it had sent, as Stopped. Raises SolverError as `solve` does, ChildLostError where the child ends before its first plan, and
    ChildBugError where it fails by a fault of ours.
    """
    child = Child()
    try:
        errand = Errand(child, problem, options, control)
        while True:
            wait([child.line], PULSE)
            solution = errand.hear()
            if solution is not None:
                return solution
    finally:
        child.end()


class Child:
    """A process that solves one problem after another.

    `line` is where it is heard.
    """

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self._spoilt = False
        self._process = context.Process(target=_solve_in_child, args=(theirs,), name="plimsoll-solve", daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()

    def send(self, word: _Order | str) -> None:
        """Says something to the child; where it is gone already, what it said last is still to be read."""
        with suppress(OSError):
            self.line.send(word)

    def is_fit(self) -> bool:
        """Whether it may be given another problem, once it has answered."""
        return not self._spoilt and self._process.is_alive()

    def spoil(self) -> None:
        """Marks a child that did not do as it was asked."""
        self._spoilt = True

    def exit_code(self) -> int | None:
        """Of a child that has ended or is about to, None where it does not."""
        self._process.join(GRACE)
        return self._process.exitcode

    def end(self) -> None:
        """Kills the child with any engine that it has begun, and leaves nothing of it."""
        self.line.close()
        if self._process.is_alive():
            if HAS_GROUPS and self._process.pid is not None:
                with suppress(ProcessLookupError):  # it was too young to have a group
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()
        self._process.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl-C, which a terminal sends to all: not even before it can say so itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it is started with the first process, and would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Errand:
    """One problem given to a child: hears the child, passes on what it says and what the caller wishes.

    Where the child ends by itself, `salvage` says whether the best plan it had sent is the answer, or ChildLostError.
    """

    def __init__(self, child: Child, problem: Problem, options: Options, control: Control, *, salvage: bool = True) -> None:
        self.child, self.options, self.control, self.salvage = child, options, control, salvage
        self.best: Solution | None = None
        self.ready_at: float | None = None
        self.stop_at: float | None = None
        child.send(_Order(problem, options, time.time()))

    def hear(self) -> Solution | None:
        """Takes in one message, if there is one, and looks at the time: the answer, None while there is none yet.

        Raises what the child raised, and ChildLostError.
        """
        try:
            said: _Said | None = self.child.line.recv() if self.child.line.poll() else None
        except (EOFError, ConnectionError):
            return self._ended()
        if said is not None:
            if said.error is not None:
                raise said.error
            self._heed(said)
            if said.done:
                return self.best
        if self._overdue():
            return self._left("the process that was solving did not stop and was ended", ended_by_us=True)
        return None

    def _heed(self, said: _Said) -> None:
        if said.best is not None:
            self.best = said.best
        if said.progress is not None:
            if self.ready_at is None and not said.preparing:
                self.ready_at = time.monotonic()
            self.control.report(said.progress, said.best)

    def _overdue(self) -> bool:
        """Whether the child has had its time; the caller's wish to stop is passed on at once."""
        now = time.monotonic()
        if self.stop_at is None and self.control.should_stop():
            self.stop_at = now
            self.child.send(STOP)
        limit = self.options.time_limit
        late = limit is not None and self.ready_at is not None and now > self.ready_at + limit + LATE
        return late or (self.stop_at is not None and now > self.stop_at + GRACE)

    def _ended(self) -> Solution:
        if self.best is not None and self.stop_at is None and not self.salvage:
            self.best = None
        return self._left("the process that was solving ended by itself")

    def _left(self, why: str, *, ended_by_us: bool = False) -> Solution:
        """The best plan that a lost child had sent; none where the caller or its time limit ended it before the first."""
        self.child.spoil()
        if self.best is None and (ended_by_us or self.stop_at is not None):
            return nothing(self.options.engine, self.options.seed, why)
        if self.best is None:
            raise ChildLostError(self.child.exit_code())
        return replace(self.best, status=Status.STOPPED, log=(*self.best.log, why))


class _Line:
    """The child's side: a Control that sends what it hears, plans no more often than they are worth their time."""

    def __init__(self, line: Connection) -> None:
        self.line = line
        self.stopping = threading.Event()
        self.orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
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

    def get_ready(self, progress: Progress) -> None:
        """Says how far the child is with what comes before any search."""
        self.line.send(_Said(progress, preparing=True))

    def should_stop(self) -> bool:
        return self.stopping.is_set()

    def order(self) -> _Order:
        """The next problem to solve, once there is one; raises queue.Empty where none comes."""
        order = self.orders.get(timeout=IDLE)
        self.waiting, self.next_send = None, 0.0
        return order

    def _listen(self) -> None:
        """Waits for the parent's word, or for its end: a child does not outlive its parent."""
        parent = multiprocessing.parent_process()
        while parent is not None:
            for ready in wait([self.line, parent.sentinel]):
                word = None if ready == parent.sentinel else self._heard()
                if word is None:
                    _end_all()
                self._heed(word)

    def _heard(self) -> _Order | str | None:
        try:
            word: _Order | str = self.line.recv()
        except (EOFError, OSError):
            return None
        return word

    def _heed(self, word: _Order | str) -> None:
        """A wish to stop is about the problem in hand: the next one begins without it."""
        if isinstance(word, _Order):
            self.stopping.clear()
            self.orders.put(word)
        else:
            self.stopping.set()


def _end_all() -> NoReturn:
    """Ends this child with any engine that it has begun."""
    if HAS_GROUPS and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _solve_in_child(line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair, which asks to stop
    if HAS_GROUPS:
        os.setpgrp()
    ordered = _Line(line)
    with suppress(queue.Empty):
        while True:
            order = ordered.order()
            line.send(_answer(order, ordered))


def _answer(order: _Order, control: _Line) -> _Said:
    """What comes of an order; a fault of ours is told with its traceback."""
    try:
        # Imported here: the parent never loads the compiler, and hears of its loading.
        from solver.solve import solve  # noqa: PLC0415

        compiled = _prepare(control.get_ready)
        return _Said(best=solve(order.problem, order.options, control, time.monotonic() - _late(order, compiled)), done=True)
    except MemoryError:
        return _Said(error=MemoryFullError())
    except SolverError as error:
        return _Said(error=error)
    except Exception:
        return _Said(error=ChildBugError(traceback.format_exc()))


def _late(order: _Order, compiled: float) -> float:
    """Seconds of the time limit that are over before the search begins; `compiled` went to the compiler."""
    return min(max(time.time() - order.asked_at - compiled, 0.0), LOADING)


_PREPARED = threading.Event()
"""Set once the compiled search is there, in a child."""


def _prepare(tell: Callable[[Progress], None]) -> float:
    """Loads the compiled search, once in a child's life; the seconds that the compiler took now."""
    if _PREPARED.is_set():
        return 0.0
    from solver.prepare import prepare  # noqa: PLC0415

    took = prepare(tell)
    _PREPARED.set()
    return took
