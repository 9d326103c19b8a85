"""What of a plan of record cannot stay where it is, and so has to move whatever a budget says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from data.entities import Hours, Id
from data.plan import Plan
from planner.hours.problem import Case


def unable_to_stay(case: Case, plan: Plan) -> Hours:
    """Hours of the plan, inside the weeks of the case, that the start of its replanning no longer has.

    What names nothing of the case any more counts whole.
    """
    mondays = frozenset(case.weeks)
    hours: dict[tuple[Id, Id, dt.date], Hours] = defaultdict(float)
    for given in plan.allocations:
        if given.week in mondays and given.hours > 0:
            hours[given.demand_id, given.resource_id, given.week] += given.hours
    stays = _staying(case)
    return sum(max(0.0, its - stays.get(cell, 0.0)) for cell, its in hours.items())


def _staying(case: Case) -> dict[tuple[Id, Id, dt.date], Hours]:
    """What the search starts from, by the ids of the case."""
    start = case.problem.start
    if start is None:
        return {}
    rows = zip(start.demand.tolist(), start.resource.tolist(), start.week.tolist(), start.hours.tolist(), strict=True)
    return {(case.demand_ids[d], case.resource_ids[r], case.weeks[t]): hours for d, r, t, hours in rows}
