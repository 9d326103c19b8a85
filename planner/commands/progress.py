"""A solve as seen from a terminal: one line kept up to date, and Ctrl-C as the wish to have the best plan now."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from data.entities import Policy
from solver.control import Progress
from solver.solution import Solution

SECONDS_BETWEEN_LINES = 5.0
"""Where the line cannot be rewritten (a log, a pipe), no more than one in this time."""
SECONDS_BETWEEN_UPDATES = 0.1


class Watch:
    """A control that writes how the solve stands, and stops it once asked."""

    def __init__(self, stream: TextIO | None = None, words: Callable[[Progress], str] | None = None) -> None:
        self._words = words or line
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._written = -SECONDS_BETWEEN_LINES
        self._width = 0
        self._stopped = False

    def report(self, progress: Progress, best: Solution | None) -> None:
        now = time.monotonic()
        if now - self._written < (SECONDS_BETWEEN_UPDATES if self._live else SECONDS_BETWEEN_LINES):
            return
        self._written = now
        text = self._words(progress)
        if self._live:
            self._stream.write("\r" + text.ljust(self._width))
            self._width = len(text)
        else:
            self._stream.write(text + "\n")
        self._stream.flush()

    def should_stop(self) -> bool:
        return self._stopped

    def stop(self) -> None:
        self._stopped = True

    def close(self) -> None:
        """Ends the line that was kept up to date."""
        if self._width:
            self._stream.write("\n")
            self._width = 0


def line(progress: Progress) -> str:
    """How a solve stands: phase, value, bound, gap, seconds; a dash for what is not known yet."""
    return f"{progress.phase}: value {_figure(progress.value)}, bound {_figure(progress.bound)}, {_gap(progress)}"


def strict_line(progress: Progress) -> str:
    """The same by strict priorities: they make value and bound of a size that says nothing, so the gap stands alone."""
    return f"{progress.phase}: strict priorities, {_gap(progress)}"


def line_by(policy: Policy | None) -> Callable[[Progress], str]:
    """What tells how a solve by a policy stands."""
    return strict_line if policy is not None and policy.strict else line


def curve_line(progress: Progress) -> str:
    """How a curve stands: its plans are solved side by side, so that figures of one say nothing of the others."""
    found = "1 plan" if progress.effort == 1 else f"{progress.effort} plans"
    return f"Curve: {found} found, {progress.seconds:.0f} s"


def _gap(progress: Progress) -> str:
    gap = "-" if progress.gap is None else f"{progress.gap:.2%}"
    return f"gap {gap}, {progress.seconds:.0f} s"


def _figure(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:,.0f}"


@contextmanager
def keeping_the_best(watch: Watch) -> Iterator[None]:
    """While the solve runs, the first Ctrl-C (or SIGTERM) asks for the best plan so far, the second ends everything."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        if watch.should_stop():
            raise KeyboardInterrupt
        watch.stop()

    kept = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        watch.close()
