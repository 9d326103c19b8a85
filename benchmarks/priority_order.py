"""The plan that a careful planner or a scheduling tool's levelling makes: by priority, the first suitable people who are free."""

from __future__ import annotations

import numpy as np

from benchmarks.cells import HUNDREDTHS, Cells
from benchmarks.staffing import Staffing, staffed
from solver.problem import Bools, Problem


def priority_order(problem: Problem) -> tuple[Cells, Bools]:
    """Hours, and the projects that take part."""
    return staffed(problem, _staff)


def _staff(staffing: Staffing) -> None:
    """Every demand, the greatest weight first, then the earliest."""
    problem = staffing.problem
    first = np.argmax(staffing.asked > 0, axis=1)
    for d in np.lexsort((first, -problem.points)).tolist():
        for r in np.nonzero(problem.eligible[d])[0].tolist():
            if not staffing.wants(d):
                break
            if r not in staffing.people[d]:
                _join(staffing, d, r)


def _join(staffing: Staffing, d: int, r: int) -> None:
    """Puts a resource on a demand for all that it can give, where that is more than the assignment costs."""
    hours = staffing.offers(d, np.array([r]))[0]
    if hours.sum() > staffing.problem.assignment_cost * HUNDREDTHS:
        staffing.give(d, r, hours)
