"""A curve traced on processes of this machine, followed and stopped by whoever waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from data.entities import Hours
from planner.replanning.curve import Curve, Tracing, traced
from planner.solving import SolveFailedError
from solver.control import Control
from solver.errors import SolverError
from solver.executing import executor_at, solved_all


def traced_here(tracing: Tracing, points: int, control: Control, also: Sequence[Hours] = ()) -> Curve:
    """The curve of so many points and the budgets `also`; once stopped, of the plans found until then.

    Raises NoCurveError where no plan was found, SolveFailedError where the solves could not be carried out.
    """
    try:
        with executor_at(None) as executor:
            return traced(tracing, points, lambda tasks: solved_all(tasks, executor, control), also)
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason
