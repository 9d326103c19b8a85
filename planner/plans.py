"""Plans as values: named again after a solve, and tied to the input they were made for."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import numpy as np

from data.entities import Id, Policy, new_id
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Portfolio
from planner.facts import Facts
from planner.hours.problem import Case
from solver.solution import Solution, Status

PROVED = 1e-4
"""Greatest gap of a plan that is called optimal: the tolerance to which engines prove."""

STATUSES = MappingProxyType(
    {
        Status.OPTIMAL: PlanStatus.OPTIMAL,
        Status.FEASIBLE: PlanStatus.FEASIBLE,
        Status.STOPPED: PlanStatus.STOPPED,
        Status.INFEASIBLE: PlanStatus.INFEASIBLE,
    }
)


def named(case: Case, portfolio: Portfolio, solution: Solution, policy: Policy | None = None, status_date: dt.date | None = None) -> Plan:
    """The solution of a case by a policy, as of a status date, with names for indices; its status is one that comes with a plan.

    Optimal is a plan whose value is proved, whatever a policy makes of its objective.
    """
    status = STATUSES[solution.status]
    return Plan(
        id=new_id(),
        fingerprint=fingerprint(portfolio, policy),
        solved_at=dt.datetime.now(dt.UTC).replace(microsecond=0),
        status=PlanStatus.FEASIBLE if status is PlanStatus.OPTIMAL and solution.gap > PROVED else status,
        value=solution.value,
        bound=solution.bound,
        objective=solution.objective,
        objective_bound=solution.proved,
        engine=solution.engine,
        seconds=solution.seconds,
        effort=solution.effort,
        seed=solution.seed,
        projects=_projects(case, solution),
        allocations=_allocations(case, solution),
        scenario=portfolio.scenario_id or "",
        policy=policy.name if policy else "",
        terms=solution.terms,
        status_date=status_date,
    )


def policy_of(plan: Plan, portfolio: Portfolio) -> Policy | None:
    """The policy that the plan says it was made by, as the portfolio has it now; None where there is none of its name."""
    return next((policy for policy in portfolio.policies.values() if policy.name == plan.policy), None)


def scenario_name(plan: Plan, portfolio: Portfolio) -> str:
    """What the scenario is called that the plan was made in; empty for the plan of record."""
    scenario = portfolio.scenarios.get(Id(plan.scenario))
    return scenario.name if scenario else ""


def is_current(plan: Plan, portfolio: Portfolio) -> bool:
    """Whether the plan was made for this content, by a policy that still says the same."""
    policy = policy_of(plan, portfolio)
    return (policy is not None or not plan.policy) and plan.fingerprint == fingerprint(portfolio, policy)


def fingerprint(portfolio: Portfolio, policy: Policy | None = None) -> str:
    """Sha256 of everything that decides a plan, with a policy also of what that adds (planner.facts)."""
    return Facts.of(portfolio, policy).fingerprint


def _projects(case: Case, solution: Solution) -> tuple[ProjectPlan, ...]:
    return tuple(
        ProjectPlan(key, bool(chosen), int(delay))
        for key, chosen, delay in zip(case.project_ids, solution.selected, solution.delay, strict=True)
    )


def _allocations(case: Case, solution: Solution) -> tuple[Allocation, ...]:
    order = np.lexsort((solution.week, solution.resource, solution.demand)).tolist()
    demand, resource, week, hours = (part.tolist() for part in (solution.demand, solution.resource, solution.week, solution.hours))
    return tuple(Allocation(case.demand_ids[demand[n]], case.resource_ids[resource[n]], case.weeks[week[n]], hours[n]) for n in order)


def selected(plan: Plan) -> dict[Id, ProjectPlan]:
    """What the plan says of each project it names."""
    return {project.project_id: project for project in plan.projects}
