"""The solvers that PuLP knows by name, found on this machine and asked; where PuLP 3.3 and 4 differ, it is settled here."""

from __future__ import annotations

import inspect
import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto

import pulp

FAMILIES = {
    "cbc": ("PULP_CBC_CMD", "COIN_CMD"),
    "glpk": ("GLPK_CMD",),
    "scip": ("SCIP_PY", "FSCIP_CMD", "SCIP_CMD"),
    "gurobi": ("GUROBI", "GUROBI_CMD"),
    "cplex": ("CPLEX_PY", "CPLEX_CMD"),
    "xpress": ("XPRESS_PY", "XPRESS"),
    "copt": ("COPT", "COPT_CMD", "COPT_DLL"),
}
"""Engines that PuLP reaches in several ways, the best first. Any other is called as PuLP calls it, in small letters."""
OURS = ("HiGHS", "HiGHS_CMD")
"""Asked without PuLP (solver.engines)."""
TELL_OF_NODES = ("PULP_CBC_CMD", "COIN_CMD", "SCIP_PY")
"""Through PuLP these were seen to tell a plan at which the nodes ran out from one that is optimal."""
WHOLE_SECONDS = ("GLPK_CMD",)
"""Take no fraction of a second."""
EXACT_UNASKED = ("GLPK_CMD",)
"""Take no gap and stop at none."""


LEAST_SECONDS = 0.1
"""0 means no limit to some."""


class Said(Enum):
    """What PuLP says of a solve. Its "Optimal" alone is said of a solve that ran out of time, too."""

    OPTIMAL = auto()
    INFEASIBLE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a solve; the values stand in the problem's variables.

    gap is what the engine was told, None where it cannot be; why is what it failed with.
    """

    said: Said
    gap: float | None
    tells_of_nodes: bool
    why: str = ""


def installed() -> tuple[str, ...]:
    """Every engine that PuLP reaches on this machine, by the names of `solver_of`."""
    with _quietly():
        there = [name for name in dict.fromkeys(pulp.listSolvers()) if name not in OURS and _there(name)]
    family_of = {name: family for family, names in FAMILIES.items() for name in names}
    return tuple(dict.fromkeys(family_of.get(name, name.lower()) for name in there))


def solver_of(engine: str) -> str | None:
    """PuLP's name of an engine in small letters: of a family the best one here, else the one so called; None without any."""
    with _quietly():
        known = {name.lower(): name for name in pulp.listSolvers() if name not in OURS}
        wanted = (*FAMILIES.get(engine, ()), *((known[engine],) if engine in known else ()))
        return next((name for name in wanted if name in known.values() and _there(name)), None)


def asked(problem: pulp.LpProblem, engine: str, start: Mapping[str, float], seconds: float | None, nodes: int | None, gap: float) -> Reply:
    """The problem put to an engine that is there: from a start, within limits, as far as it takes them."""
    name = solver_of(engine) or ""
    takes = inspect.signature(type(_made(name)).__init__).parameters
    told: dict[str, object] = {"threads": 1, "gapRel": gap, "warmStart": True, "maxNodes": nodes, "timeLimit": _time_limit(name, seconds)}
    told = {option: value for option, value in told.items() if option in takes and value is not None}
    for variable in problem.variables():
        variable.varValue = None
        if "warmStart" in told:
            variable.setInitialValue(start.get(variable.name, 0.0), check=False)
    tells, stops_at = name in TELL_OF_NODES, gap if "gapRel" in told else 0.0 if name in EXACT_UNASKED else None
    with _quietly():
        try:
            return Reply(said(problem, problem.solve(_made(name, **told))), stops_at, tells)
        except Exception as failed:  # whatever a solver of somebody else's throws, it has found nothing
            return Reply(Said.OTHER, stops_at, tells, f"{name} failed: {failed}")


def said(problem: pulp.LpProblem, told: object) -> Said:
    """PuLP 4 returns the status with whether there is a plan, 3.3 leaves `status` and `sol_status` behind.

    3.3 derives "infeasible" from "not solved" in `sol_status`, and "Optimal" in `status` from "stopped": both must agree.
    """
    has_solution = getattr(told, "has_solution", None)
    status = problem.status if has_solution is None else int(getattr(told, "status", 0))
    optimal = problem.sol_status == 1 if has_solution is None else has_solution
    if status == 1 and optimal:
        return Said.OPTIMAL
    return Said.INFEASIBLE if status == -1 else Said.OTHER


def _time_limit(name: str, seconds: float | None) -> float | None:
    if seconds is None:
        return None
    return max(math.ceil(seconds), 1) if name in WHOLE_SECONDS else max(seconds, LEAST_SECONDS)


def _made(name: str, **options: object) -> pulp.LpSolver:
    with _quietly():
        return pulp.getSolver(name, msg=False, **options)


def _there(name: str) -> bool:
    """Whether a solver can be used here; one that fails when it is asked cannot."""
    try:
        return bool(_made(name).available())
    except Exception:
        return False


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the warnings of PuLP 3.3 about the CBC it brings along, and of solvers about their licences."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
