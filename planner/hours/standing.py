"""A plan by its ids as the rows of a problem have it; what names nothing there is left out."""

from __future__ import annotations

import numpy as np

from data.plan import Plan
from planner.hours.rows import Rows
from solver.problem import Firm, Standing


def cells(rows: Rows, plan: Plan) -> Firm:
    """Hours of the plan by demand, resource and week; what stands twice in one cell adds up."""
    resource = {each.id: r for r, each in enumerate(rows.resources)}
    demand = {each.id: d for d, each in enumerate(rows.demands)}
    column = {monday: t for t, monday in enumerate(rows.weeks)}
    hours: dict[tuple[int, int, int], float] = {}
    for given in plan.allocations:
        if given.hours > 0 and given.demand_id in demand and given.resource_id in resource and given.week in column:
            cell = demand[given.demand_id], resource[given.resource_id], column[given.week]
            hours[cell] = hours.get(cell, 0.0) + given.hours
    at = np.array(sorted(hours), np.int64).reshape(-1, 3)
    return Firm(at[:, 0], at[:, 1], at[:, 2], np.array([hours[cell] for cell in sorted(hours)], np.float64))


def standing(rows: Rows, plan: Plan) -> Standing:
    """The plan as something to start from; a project that it does not name is taken in at its own dates."""
    said, known = {project.project_id: project for project in plan.projects}, cells(rows, plan)
    chosen = [said[each.id].selected if each.id in said else True for each in rows.projects]
    delay = [max(0, said[each.id].delay_weeks) if each.id in said else 0 for each in rows.projects]
    return Standing(known.demand, known.resource, known.week, known.hours, np.array(chosen, bool), np.array(delay, np.int64))
