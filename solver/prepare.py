"""Gets the compiled loops ready: loaded from disk, or compiled once on a new machine.

`python -m solver.prepare` does it ahead of time, as the set-up does, so that no first solve waits.
"""

from __future__ import annotations

import numpy as np

from solver.control import Options, Unattended
from solver.problem import NO_LIMIT, Firm, Problem, Standing
from solver.solve import solve


def prepare() -> None:
    """Runs every compiled function once on the smallest problem that reaches them all."""
    solve(_tiny(), Options(time_limit=None, effort=1, gap=0.0), Unattended())


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
