"""From a portfolio to a proved plan: build the problem, solve it, recheck the answer, name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from data.entities import Hours, Policy, ProjectStatus
from data.errors import PlannerError
from data.findings import Finding, error, errors, warning
from data.plan import Plan
from data.portfolio import Portfolio
from planner.checking.rules import broken_rules
from planner.hours.problem import Case, build
from planner.insight.ledger import ledger
from planner.plans import named
from planner.replanning.leaving import unable_to_stay
from planner.replanning.request import Replanning
from solver.apart import solve_apart
from solver.control import Control, Options, Progress
from solver.errors import SolverError
from solver.executing import solve_at
from solver.problem import Problem
from solver.solution import Solution, Status
from solver.verify import verify

__all__ = [
    "BrokenPlanError",
    "Control",
    "Options",
    "Outcome",
    "Progress",
    "Solution",
    "SolveFailedError",
    "Status",
    "Wish",
    "concluded",
    "posed",
    "solve",
    "solve_by",
]

Solver = Callable[[Problem, Options, Control], Solution]

SHOWN = 5
"""Most broken rules in one message."""


class BrokenPlanError(PlannerError):
    """The solver's answer breaks a rule: it is never shown, and the fault is ours."""

    def __init__(self, rules: tuple[str, ...]) -> None:
        more = f" (and {len(rules) - SHOWN} more)" if len(rules) > SHOWN else ""
        super().__init__(
            f"The solver returned a plan that breaks its own rules, so it was thrown away: {'; '.join(rules[:SHOWN])}{more}. "
            "This is a fault of Plimsoll: please report it with your portfolio; another seed or engine may go round it."
        )


class SolveFailedError(PlannerError):
    """The solve could not be carried out: an engine is missing, or its process is gone."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a solve: `plan` None where there is none, `status` says why; findings of the case and of the plan.

    `forced` are the hours of the plan of record that could not stay; 0 where there was none.
    """

    plan: Plan | None
    status: Status
    findings: tuple[Finding, ...]
    log: tuple[str, ...] = ()
    forced: Hours = 0.0


@dataclass(frozen=True, slots=True)
class Wish:
    """How a portfolio is to be solved: by which policy, from which plan of record, or else starting from which plan."""

    policy: Policy | None = None
    replanning: Replanning | None = None
    start: Plan | None = None


NO_WISH = Wish()


def solve(
    portfolio: Portfolio,
    options: Options,
    control: Control,
    *,
    apart: bool = True,
    policy: Policy | None = None,
    replanning: Replanning | None = None,
    start: Plan | None = None,
    cluster: str | None = None,
) -> Outcome:
    """Solve a portfolio that passes `data.validation.check`, by a policy, from a plan of record or starting from a plan.

    Apart is in a child process that can be killed; else in this one. With the address of a Dask cluster all its workers
    search. Raises BrokenPlanError where our own check of the answer fails, and SolveFailedError where an engine is missing,
    the child is lost before its first plan, or the cluster cannot be used.
    """
    wish = Wish(policy, replanning, start)
    here = solve_apart if apart else _solve_here
    return solve_by(here if cluster is None else partial(solve_at, cluster), portfolio, options, control, wish)


def _solve_here(problem: Problem, options: Options, control: Control) -> Solution:
    from solver.solve import solve as solve_here  # noqa: PLC0415 - the compiler is loaded only where it is used

    return solve_here(problem, options, control)


def solve_by(solver: Solver, portfolio: Portfolio, options: Options, control: Control, wish: Wish = NO_WISH) -> Outcome:
    """The same with any solver that keeps to the interface."""
    case = posed(portfolio, wish)
    if errors(case.findings):
        return Outcome(None, Status.INFEASIBLE, case.findings)
    try:
        solution = solver(case.problem, options, control)
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason
    return concluded(portfolio, case, solution, wish)


def posed(portfolio: Portfolio, wish: Wish) -> Case:
    """What the solver is asked, for whoever has it solved elsewhere."""
    return build(portfolio, policy=wish.policy, replanning=wish.replanning, start=wish.start)


def concluded(portfolio: Portfolio, case: Case, solution: Solution, wish: Wish) -> Outcome:
    """What comes of an answer to the case: rechecked and named. Raises BrokenPlanError where our own check of it fails."""
    if solution.status in (Status.INFEASIBLE, Status.NOTHING):
        return Outcome(None, solution.status, (*case.findings, *_nothing(solution, wish)), solution.log)
    rules = verify(case.problem, solution)
    if rules:
        raise BrokenPlanError(rules)
    plan = named(case, portfolio, solution, wish.policy, None if wish.replanning is None else wish.replanning.status_date)
    found = (*case.findings, *_empty_handed(case, portfolio, plan), *_past_against_the_rules(portfolio, plan, wish.replanning))
    forced = 0.0 if wish.replanning is None else unable_to_stay(case, wish.replanning.plan)
    return Outcome(plan, solution.status, found, solution.log, forced)


def _nothing(solution: Solution, wish: Wish) -> tuple[Finding, ...]:
    if solution.status is not Status.INFEASIBLE:
        return (warning("Solve", "stopped before the first plan was found", "give it more time"),)
    if wish.replanning is not None and wish.replanning.budget is not None:
        return (
            error("Budget", "no plan that keeps every rule moves so few hours", "allow for more of them, or give changes a price instead"),
        )
    return (error("Rules", "they cannot all hold: no plan exists", "look at firm bookings, must-do projects and dependencies"),)


def _past_against_the_rules(portfolio: Portfolio, plan: Plan, replanning: Replanning | None) -> Iterator[Finding]:
    """Hours before the status date stand as they were planned, so the input that changed since may forbid them."""
    if replanning is None or replanning.opening is None:
        return
    for found in broken_rules(portfolio, plan):
        yield warning(
            found.place,
            f"{found.problem}, since what was planned before {replanning.opening} stays and the input has changed",
            "book the past firmly, or put the input right; until then a check of the plan says so too",
        )


def _empty_handed(case: Case, portfolio: Portfolio, plan: Plan) -> tuple[Finding, ...]:
    """Must-do, approved and active projects that ask for hours and get none (R10)."""
    book = ledger(portfolio, plan)
    asked, met = book.by_project(book.asked.sum(axis=1)), book.by_project(book.met.sum(axis=1))
    row = {key: p for p, key in enumerate(portfolio.projects)}
    found = []
    for key in case.project_ids:
        project = portfolio.projects[key]
        owed = project.must_do or project.status is not ProjectStatus.PROPOSED
        if owed and asked[row[key]] > 0 and met[row[key]] == 0:
            what = "a must-do" if project.must_do else project.status.value.lower()
            found.append(
                warning(
                    f"Project {project.name}",
                    f"is {what} but gets none of the {asked[row[key]]:,.0f} h it asks for",
                    "see Unmet for the cause of each demand",
                )
            )
    return tuple(found)
