"""The engines that solve a PuLP model, and the one table that says what their outcomes mean.

PuLP 3.3 and 4.2 both call a solve that ran out of time "Optimal" in `status`; so HiGHS is asked itself, and CBC is
believed only by `sol_status`. A mixed-integer bound is taken from the engine that proved it.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import highspy
import pulp
from pulp import constants

from solver.errors import EngineError

CBC_NAMES = ("PULP_CBC_CMD", "COIN_CMD")
MIP_GAP = 1e-6
"""Relative gap at which an engine may call a model solved: well below the tolerance of "Optimal" (solver.solve)."""


class Outcome(Enum):
    OPTIMAL = auto()
    FEASIBLE = auto()
    INFEASIBLE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found: variable values by name (empty where it found no plan) and the least objective it proved."""

    outcome: Outcome
    values: Mapping[str, float]
    bound: float


@dataclass(frozen=True, slots=True)
class Limits:
    """When an engine has to stop: seconds, and nodes so that the same work is done on every machine."""

    seconds: float | None
    nodes: int | None


HIGHS_OUTCOMES = {
    highspy.HighsModelStatus.kOptimal: Outcome.OPTIMAL,
    highspy.HighsModelStatus.kInfeasible: Outcome.INFEASIBLE,
    highspy.HighsModelStatus.kTimeLimit: Outcome.FEASIBLE,
    highspy.HighsModelStatus.kIterationLimit: Outcome.FEASIBLE,
    highspy.HighsModelStatus.kSolutionLimit: Outcome.FEASIBLE,
    highspy.HighsModelStatus.kObjectiveBound: Outcome.FEASIBLE,
    highspy.HighsModelStatus.kObjectiveTarget: Outcome.FEASIBLE,
    highspy.HighsModelStatus.kInterrupt: Outcome.FEASIBLE,
}
"""Whatever is not here found nothing that may be used; FEASIBLE still asks HiGHS whether it holds a plan."""

CBC_OUTCOMES = {1: Outcome.OPTIMAL, 2: Outcome.FEASIBLE, -1: Outcome.INFEASIBLE}
"""PuLP 3.3's `sol_status`, and PuLP 4's solve status where it holds a plan at 1 or none at -1; the rest found nothing."""
FEASIBLE_POINT = 2
"""HiGHS's primal_solution_status of a plan that keeps every row."""


def available() -> tuple[str, ...]:
    """Engines on this machine, the default first."""
    return ("highs", "cbc") if _cbc() is not None else ("highs",)


def solved(problem: pulp.LpProblem, engine: str, start: Mapping[str, float], limits: Limits) -> Answer:
    """The problem solved from a start by "highs" or "cbc". Raises EngineError where the engine is not there."""
    if engine == "highs":
        return _by_highs(problem, start, limits)
    if engine == "cbc" and "cbc" in available():
        return _by_cbc(problem, start, limits)
    raise EngineError(f"The engine “{engine}” is not on this machine; choose one of: {', '.join(available())}.")


def _by_highs(problem: pulp.LpProblem, start: Mapping[str, float], limits: Limits) -> Answer:
    solver = pulp.HiGHS(msg=False)
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    model: highspy.Highs = problem.solverModel
    options: dict[str, object] = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": MIP_GAP}
    if limits.seconds is not None:
        options["time_limit"] = max(float(limits.seconds), 0.0)
    if limits.nodes is not None:
        options["mip_max_nodes"] = limits.nodes
    for name, value in options.items():
        if model.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            raise EngineError(f"HiGHS does not take the option {name} = {value}.")
    variables = getattr(problem, "exported_variables", problem.variables)()  # PuLP 4 has both, and hands over the former
    known = highspy.HighsSolution()
    known.col_value = [start.get(variable.name, 0.0) for variable in variables]
    model.setSolution(known)
    model.run()
    outcome = HIGHS_OUTCOMES.get(model.getModelStatus(), Outcome.NOTHING)
    information = model.getInfo()
    if outcome in (Outcome.INFEASIBLE, Outcome.NOTHING) or information.primal_solution_status != FEASIBLE_POINT:
        return Answer(outcome if outcome is Outcome.INFEASIBLE else Outcome.NOTHING, {}, -math.inf)
    values = dict(zip((variable.name for variable in variables), model.getSolution().col_value, strict=True))
    if any(variable.cat == constants.LpInteger for variable in variables):
        return Answer(outcome, values, float(information.mip_dual_bound))
    objective = float(information.objective_function_value)  # a linear model has no mip_dual_bound
    return Answer(outcome, values, objective if outcome is Outcome.OPTIMAL else -math.inf)


def _cbc(**options: object) -> pulp.LpSolver | None:
    """CBC by whichever of its names this PuLP knows: 3.3 brings it along and warns that 4 no longer will."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for name in CBC_NAMES:
            solver = getattr(pulp, name, None)
            if solver is not None and solver(msg=False).available():
                return solver(msg=False, **options)
    return None


def _by_cbc(problem: pulp.LpProblem, start: Mapping[str, float], limits: Limits) -> Answer:
    """CBC tells PuLP no bound, so nothing is proved unless it says the plan is optimal."""
    for variable in problem.variables():
        variable.setInitialValue(start.get(variable.name, 0.0), check=False)
    solver = _cbc(
        threads=1,
        gapRel=MIP_GAP,
        timeLimit=None if limits.seconds is None else max(limits.seconds, 0.1),
        maxNodes=limits.nodes,
        warmStart=True,
    )
    outcome = _said_by_cbc(problem, problem.solve(solver))
    if outcome in (Outcome.INFEASIBLE, Outcome.NOTHING):
        return Answer(outcome, {}, -math.inf)
    values = {variable.name: float(variable.value() or 0.0) for variable in problem.variables()}
    objective = float(problem.objective.value())
    bound = objective - MIP_GAP * max(1.0, abs(objective)) if outcome is Outcome.OPTIMAL else -math.inf
    return Answer(outcome, values, bound)


def _said_by_cbc(problem: pulp.LpProblem, told: object) -> Outcome:
    """What a solve by CBC came to: PuLP 4 tells it with whether there is a plan, 3.3 leaves `sol_status` behind."""
    has_solution = getattr(told, "has_solution", None)
    if has_solution is None:
        return CBC_OUTCOMES.get(problem.sol_status, Outcome.NOTHING)
    outcome = CBC_OUTCOMES.get(int(getattr(told, "status", 0)), Outcome.NOTHING)
    if outcome is Outcome.INFEASIBLE:
        return outcome
    return (outcome if outcome is Outcome.OPTIMAL else Outcome.FEASIBLE) if has_solution else Outcome.NOTHING
