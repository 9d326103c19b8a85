"""Gets the compiled loops ready: loaded from disk, or compiled once on a new machine.

`python -m solver.prepare` does it ahead of time, as the set-up does, so that no first solve waits.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numba.core import event

from solver.control import Options, Progress, Unattended
from solver.problem import NO_LIMIT, Firm, Problem, Standing
from solver.solve import solve

COMPILING = "Compiling the search, once on this machine"
"""The phase of a first solve in which nothing is searched yet."""


def prepare(tell: Callable[[Progress], None] | None = None) -> float:
    """Runs every compiled function once on the smallest problem that reaches them all; the seconds that the compiler took.

    `tell` hears of each function that is not on disk yet; loading alone is not worth a word.
    """
    told = _Compiler(tell)
    with event.install_listener("numba:compile", told):
        solve(_tiny(), Options(time_limit=None, effort=1, gap=0.0), Unattended())
    return 0.0 if told.begun is None else time.monotonic() - told.begun


class _Compiler(event.Listener):  # type: ignore[misc] # numba says nothing of its types
    """Hears which functions are compiled; those that are loaded from disk are none of them."""

    def __init__(self, tell: Callable[[Progress], None] | None) -> None:
        self.tell = tell
        self.begun: float | None = None

    def on_start(self, event: object) -> None:
        now = time.monotonic()
        self.begun = now if self.begun is None else self.begun
        if self.tell is not None:
            self.tell(Progress(COMPILING, None, None, 0, now - self.begun))

    def on_end(self, event: object) -> None:
        return None


def _tiny() -> Problem:
    """Two people, three demands of two projects, one of them optional, one hour booked."""
    return Problem(
        capacity=np.array([[40.0, 40.0], [20.0, 40.0]]),
        overtime=np.array([4.0, 0.0]),
        max_projects=np.array([1, NO_LIMIT]),
        weight=np.array([4.0, 2.0]),
        optional=np.array([False, True]),
        max_delay=np.array([1, 1]),
        project_of=np.array([0, 0, 1]),
        asked=np.array([[30.0, 50.0], [10.0, 0.0], [20.0, 30.0]]),
        max_people=np.array([2, NO_LIMIT, 1]),
        eligible=np.array([[True, True], [True, False], [True, True]]),
        firm=Firm(np.array([1]), np.array([0]), np.array([0]), np.array([1.0])),
        start=Standing(np.array([0]), np.array([1]), np.array([1]), np.array([20.0]), np.array([True, False]), np.array([0, 0])),
    )


if __name__ == "__main__":
    prepare()
