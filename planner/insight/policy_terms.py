"""What a policy takes off the value of a plan, recomputed from its allocations."""

from __future__ import annotations

import numpy as np

from data.entities import Points, Policy
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.problem import build
from solver.objective import terms_of

TermPoints = tuple[tuple[str, Points], ...]
"""Each term by name with its points as they add to the objective."""


def terms_by(portfolio: Portfolio, plan: Plan, policy: Policy) -> TermPoints:
    """The terms of a plan of this portfolio, as a solve by the policy weighs them where there is no plan of record."""
    case = build(portfolio, policy=policy)
    demand, resource, column = ({key: n for n, key in enumerate(keys)} for keys in (case.demand_ids, case.resource_ids, case.weeks))
    cells: dict[tuple[int, int, int], float] = {}
    for given in plan.allocations:
        if given.demand_id in demand and given.resource_id in resource and given.week in column and given.hours > 0:
            cell = demand[given.demand_id], resource[given.resource_id], column[given.week]
            cells[cell] = cells.get(cell, 0.0) + given.hours
    at = np.array(list(cells), np.int64).reshape(-1, 3)
    said = {project.project_id: project for project in plan.projects}
    chosen = np.array([said[key].selected if key in said else True for key in case.project_ids], bool)
    delay = np.array([max(0, said[key].delay_weeks) if key in said else 0 for key in case.project_ids], np.int64)
    hours = np.array(list(cells.values()), np.float64)
    return terms_of(case.problem, at[:, 0], at[:, 1], at[:, 2], hours, chosen, delay)
