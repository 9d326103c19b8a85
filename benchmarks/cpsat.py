"""OR-Tools CP-SAT, given the whole model (benchmarks.whole_model) in one piece, in quarter hours.

It knows whole numbers only, so its bound holds for quarter hours alone and is not told. Factors and limits are rounded towards
the stricter side, so its plans keep every rule. OR-Tools is no part of the product (`pip install ortools`), and its library
cannot be loaded once highspy is: nothing here may import it.
"""

from __future__ import annotations

import os
import time
from importlib.util import find_spec
from typing import Any

import numpy as np

from benchmarks.engines import Found, announce
from benchmarks.whole_model import WholeModel
from solver.problem import Floats

QUARTERS = 4
WITHOUT_ORTOOLS = "CP-SAT is left out: OR-Tools is not installed here (pip install ortools)"
ROUNDING = 1e-9


def has_cpsat() -> bool:
    return find_spec("ortools") is not None


def by_cpsat(model: WholeModel, seconds: float) -> Found:
    """Every core; ModuleNotFoundError where OR-Tools is missing (`has_cpsat`)."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - only where it is installed

    started = time.perf_counter()
    program = cp_model.CpModel()
    lower, upper = _steps(model, model.lower, np.ceil), _steps(model, model.upper, np.floor)
    unknowns = [program.new_int_var(low, max(low, high), "") for low, high in zip(lower, upper, strict=True)]
    _constrain(model, program, unknowns, cp_model.LinearExpr.weighted_sum)
    gain = np.where(model.whole, QUARTERS * model.cost, model.cost)
    program.maximize(cp_model.LinearExpr.weighted_sum(unknowns, gain.tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, os.cpu_count() or 1

    class Telling(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            announce(model.fixed + self.objective_value / QUARTERS, started)

    state = solver.solve(program, Telling())
    if state not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, np.inf)
    values = np.array([solver.value(unknown) for unknown in unknowns], np.float64)
    return Found(np.where(model.whole, values, values / QUARTERS), np.inf)


def _steps(model: WholeModel, figures: Floats, rounded: Any) -> list[int]:
    """Hours in quarters; a lower limit that is no whole number of quarters goes up, an upper one down."""
    slack = -ROUNDING if rounded is np.ceil else ROUNDING
    steps: list[int] = rounded(np.where(model.whole, figures, QUARTERS * figures) + slack).astype(np.int64).tolist()
    return steps


def _constrain(model: WholeModel, program: Any, unknowns: list[Any], weighted_sum: Any) -> None:
    """Each row in quarter hours where hours stand in it; every unknown is at least 0, so greater factors are stricter."""
    hours = ~model.whole[model.column]
    timed = np.logical_or.reduceat(hours, model.start[:-1]) if len(hours) else np.zeros(0, bool)
    scaled = np.where(np.repeat(timed, np.diff(model.start)) & ~hours, QUARTERS * model.factor, model.factor)
    factors = np.ceil(scaled - ROUNDING).astype(np.int64)
    most = np.floor(np.where(timed, QUARTERS * model.most, model.most) + ROUNDING).astype(np.int64)
    for row, (first, after) in enumerate(zip(model.start[:-1].tolist(), model.start[1:].tolist(), strict=True)):
        here = [unknowns[column] for column in model.column[first:after].tolist()]
        program.add(weighted_sum(here, factors[first:after].tolist()) <= int(most[row]))
