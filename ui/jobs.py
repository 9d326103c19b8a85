"""Work beside the window: threads that take values and return values, told to the GUI thread by queued signals."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ui.presenters.solving import Told

Result = TypeVar("Result")

DESKS = threading.Lock()
"""Whoever looks for leftovers takes the lock of each file's desk for a moment; nothing may be opened in that moment."""

REPORTS_PER_SECOND = 10
"""More than the eye reads; every report costs the GUI thread a wake-up."""


class Job(QObject, Generic[Result]):
    """One piece of work in a thread of its own; then one of `then` and `otherwise` in the GUI thread, unless abandoned."""

    ended = Signal(object)
    _arrived = Signal(object, object)

    def __init__(
        self,
        name: str,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        otherwise: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._work, self._then, self._otherwise = work, then, otherwise
        self._abandoned = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        # This object lives in the GUI thread, so a signal sent by the worker to its own method is queued there.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._thread.start()

    def abandon(self) -> None:
        """Lets nobody hear of this job again; its thread runs to its end."""
        self._abandoned = True

    def wait(self, seconds: float) -> bool:
        """Whether the thread has ended within that time."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def abandoned(self) -> bool:
        return self._abandoned

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as problem:  # told to the GUI thread, which knows what to say
            self._arrive(None, problem)
        else:
            self._arrive(result, None)

    def _arrive(self, result: Result | None, problem: Exception | None) -> None:
        try:
            self._arrived.emit(result, problem)
        except RuntimeError:
            # The window went away while this thread still worked; then nobody waits for the result.
            if not self._abandoned:
                raise

    def _deliver(self, result: Result, problem: Exception | None) -> None:
        self.ended.emit(self)
        if self._abandoned:
            return
        if problem is not None:
            self._otherwise(problem)
        else:
            self._then(result)


class SolveJob(Job[Result]):
    """Work of the optimiser in a thread, which itself runs it in child processes; cancelling keeps its best.

    `search` gets the job as the control that it reports to. There is one at a time, whoever starts it.
    """

    progressed = Signal(object)

    def __init__(
        self,
        search: Callable[[SolveJob[Result]], Result],
        then: Callable[[Result], None],
        otherwise: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__("solve", self._searched, then, otherwise, parent)
        self._search = search
        self._stop = threading.Event()
        self._reported = 0.0
        self._phase = ""

    def cancel(self) -> None:
        """Asks for the best so far, now; it comes as the result."""
        self._stop.set()

    def abandon(self) -> None:
        super().abandon()
        self.cancel()

    def report(self, progress: Told, best: object) -> None:
        """Tell of progress, at most so many times a second (but always of a new phase)."""
        now = time.monotonic()
        if self.abandoned:
            return
        if progress.phase != self._phase or now - self._reported >= 1 / REPORTS_PER_SECOND:
            self._reported, self._phase = now, progress.phase
            self.progressed.emit(progress)

    def should_stop(self) -> bool:
        return self._stop.is_set()

    def _searched(self) -> Result:
        return self._search(self)


class Jobs(QObject):
    """The jobs under way by name. A new one of a name replaces the one before, whose result is then dropped."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: dict[str, Job[Any]] = {}  # Any: results of every type, each known to the callback of its own job
        self._running: set[Job[Any]] = set()
        self._waiting: dict[str, Job[Any]] = {}
        self._is_over = False

    def run(self, name: str, work: Callable[[], Result], then: Callable[[Result], None], otherwise: Callable[[Exception], None]) -> None:
        """Do work in a thread, then one of the two in the GUI thread.

        While the thread of one before still runs, only the newest waits for it: work that comes with every edit never
        piles up.
        """
        job = Job(name, work, then, otherwise, self)
        if any(running.name == name for running in self._running):
            self._drop(name)
            self._waiting[name] = job
            self._current[name] = job
        else:
            self.start(job)

    def start(self, job: Job[Result]) -> None:
        """Starts a job at once; when the window is closing, none is started any more."""
        if self._is_over:
            return
        self._drop(job.name)
        self._current[job.name] = job
        self._running.add(job)
        job.ended.connect(self._forget)
        job.start()
        self.changed.emit()

    def _drop(self, name: str) -> None:
        self._waiting.pop(name, None)
        before = self._current.pop(name, None)
        if before is not None:
            before.abandon()

    def is_running(self, name: str) -> bool:
        """Whether a job of that name is under way, or with no name any whose result is still waited for."""
        return name in self._current if name else bool(self._current)

    def current(self, name: str) -> Job[Any] | None:
        return self._current.get(name)

    def abandon(self, name: str) -> None:
        if name in self._current:
            self._drop(name)
            self.changed.emit()

    def abandon_all(self, seconds: float) -> None:
        """Ask every job to end and wait that long for all of them together."""
        self._is_over = True
        self._waiting.clear()
        until = time.monotonic() + seconds
        for job in self._running:
            job.abandon()
        for job in self._running:
            job.wait(max(0.0, until - time.monotonic()))
        self._current.clear()

    def _forget(self, job: Job[Any]) -> None:
        self._running.discard(job)
        if self._current.get(job.name) is job:
            del self._current[job.name]
        job.deleteLater()
        waiting = self._waiting.pop(job.name, None)
        if waiting is not None:
            self._current.pop(waiting.name)
            self.start(waiting)
        self.changed.emit()
