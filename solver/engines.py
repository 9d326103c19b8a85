"""The engines that solve a PuLP model, and what their outcomes mean.

HiGHS is asked itself. Every other engine is known only by what PuLP tells of it, and is believed as far as that goes:
its plan only where it keeps every row, "optimal" only where no limit can have ended the solve, and no bound beside.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import highspy
import pulp
from pulp import constants

from solver.errors import EngineError
from solver.pulp_solvers import Said, asked, installed, solver_of

MIP_GAP = 1e-6
"""Relative gap at which an engine may call a model solved: well below the tolerance of "Optimal" (solver.solve)."""
UNTOLD_GAP = 1e-4
"""The same for an engine that cannot be told: what most of them stop at by themselves."""
LATE = 0.9
"""Share of the time limit after which "optimal" may mean that the time was up."""
LOOK_WORK = 500
"""Variables that HiGHS may look at once for each node allowed: a node at this size takes about as long."""
VARIABLES_PER_NODE = 10
"""The largest model for each node allowed that goes to an engine whose cuts and heuristics nothing holds."""
ROW = 1e-5
"""How far a row may be passed, relative to its figures: the feasibility tolerance of the least exact engine."""


class Outcome(Enum):
    OPTIMAL = auto()
    FEASIBLE = auto()
    INFEASIBLE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found: variable values by name (empty where it found no plan) and the least objective it proved.

    `why` says what kept an engine from answering, where anything did.
    """

    outcome: Outcome
    values: Mapping[str, float]
    bound: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """When an engine has to stop: seconds, and nodes so that the same work is done on every machine.

    A node is a measure of work: presolve, cuts and heuristics count as well (docs/decisions/0012-whole-model-and-engines.md).
    """

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
FEASIBLE_POINT = 2
"""HiGHS's primal_solution_status of a plan that keeps every row."""
PULP_OUTCOMES = {Said.OPTIMAL: Outcome.OPTIMAL, Said.INFEASIBLE: Outcome.INFEASIBLE}
"""Whatever is not here may have left a plan: FEASIBLE where the values keep every row, else NOTHING."""
WITHOUT_LONG_STRETCHES: Mapping[str, object] = {
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_feasibility_jump": False,
}
"""Under a limit of work HiGHS solves no smaller models within: it looks up from none of them, and the search did their job."""


def available() -> tuple[str, ...]:
    """Engines on this machine, the default first, CBC second."""
    return ("highs", *sorted(installed(), key=lambda name: (name != "cbc", name)))


def named(engine: str) -> str:
    """The engine as this program writes it, however it was typed. Raises EngineError where it is not on this machine."""
    name = engine.strip().lower()
    if name == "highs" or solver_of(name) is not None:
        return name
    raise EngineError(f"The engine “{engine}” is not on this machine; choose one of: {', '.join(available())}.")


def solved(problem: pulp.LpProblem, engine: str, start: Mapping[str, float], limits: Limits) -> Answer:
    """The problem solved from a start by an engine of `available`. Raises EngineError where the engine is not there."""
    name = named(engine)
    return _by_highs(problem, start, limits) if name == "highs" else _by_pulp(problem, name, start, limits)


def _by_highs(problem: pulp.LpProblem, start: Mapping[str, float], limits: Limits) -> Answer:
    solver = pulp.HiGHS(msg=False)
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    model: highspy.Highs = problem.solverModel
    options: dict[str, object] = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": MIP_GAP}
    if limits.seconds is not None:
        options["time_limit"] = max(float(limits.seconds), 0.0)
    if limits.nodes is not None:
        options |= {"mip_max_nodes": limits.nodes, **WITHOUT_LONG_STRETCHES}
        model.cbMipInterrupt.subscribe(_looks(max(1, limits.nodes * LOOK_WORK // max(1, len(start)))))
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


def _looks(most: int) -> Callable[[highspy.highs.HighsCallbackEvent], None]:
    """Stops HiGHS when it has looked up from its work so often: the same number of times on every machine."""
    looked = 0

    def look(event: highspy.highs.HighsCallbackEvent) -> None:
        nonlocal looked
        looked += 1
        if looked >= most:
            event.interrupt()

    return look


def _by_pulp(problem: pulp.LpProblem, engine: str, start: Mapping[str, float], limits: Limits) -> Answer:
    """An engine known by what PuLP tells of it: no bound, so nothing is proved unless the plan is optimal."""
    if limits.nodes is not None and len(start) > VARIABLES_PER_NODE * limits.nodes:
        return Answer(Outcome.NOTHING, {}, -math.inf, "the model is too large for this effort")
    began = time.monotonic()
    reply = asked(problem, engine, start, limits.seconds, limits.nodes, MIP_GAP)
    spent = time.monotonic() - began
    outcome = PULP_OUTCOMES.get(reply.said, Outcome.FEASIBLE)
    if outcome is Outcome.INFEASIBLE:
        return Answer(outcome, {}, -math.inf)
    values = _values(problem)
    if not values or not all(_kept(row) for row in problem.constraints()):
        return Answer(Outcome.NOTHING, {}, -math.inf, reply.why or "its values do not keep every row")
    in_time = limits.seconds is None or spent < LATE * limits.seconds
    if outcome is Outcome.FEASIBLE or not (in_time and (limits.nodes is None or reply.tells_of_nodes)):
        return Answer(Outcome.FEASIBLE, values, -math.inf, reply.why)
    objective = float(problem.objective.value() or 0.0)
    return Answer(outcome, values, objective - (UNTOLD_GAP if reply.gap is None else max(reply.gap, MIP_GAP)) * max(1.0, abs(objective)))


def _values(problem: pulp.LpProblem) -> dict[str, float]:
    """Variables by name, 0 where the engine names none; empty where it names nothing at all."""
    variables = problem.variables()
    if all(variable.value() is None for variable in variables):
        return {}
    for variable in variables:
        variable.varValue = float(variable.value() or 0.0)
    return {variable.name: variable.varValue for variable in variables}


def _kept(row: pulp.LpConstraint) -> bool:
    """Whether the values of its variables keep a row: its sense is -1 for at most, 1 for at least, 0 for equal."""
    over, scale = float(row.value()), max(1.0, abs(float(row.constant)))
    return (-over * row.sense if row.sense else abs(over)) <= ROW * scale
