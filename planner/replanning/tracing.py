"""A curve traced by processes of this machine or by a cluster, followed and stopped by whoever waits for it."""

from __future__ import annotations

from planner.replanning.curve import Curve, Tracing, traced
from planner.solving import SolveFailedError
from solver.control import Control
from solver.errors import SolverError
from solver.executing import executor_at, solved_all


def traced_at(cluster: str | None, tracing: Tracing, points: int, control: Control) -> Curve:
    """`traced` by a Dask cluster at this address, None for this machine; once stopped, of the plans found until then.

    Raises NoCurveError where no plan was found, SolveFailedError where the solves could not be carried out.
    """
    try:
        with executor_at(cluster) as executor:
            return traced(tracing, points, lambda tasks: solved_all(tasks, executor, control))
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason
