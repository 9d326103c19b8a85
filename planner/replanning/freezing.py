"""The past of a plan of record: its hours stay, what has begun keeps its delay, and nothing new is given there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from data.entities import Id
from data.plan import ProjectPlan
from planner.hours.dependencies import Span, spans
from planner.hours.rows import Rows
from planner.hours.standing import cells
from planner.replanning.request import Replanning
from solver.problem import Bools, Firm, Ints, Problem


def frozen(problem: Problem, rows: Rows, replanning: Replanning) -> Problem:
    """The problem with all before `replanning.opening` settled; the same where nothing is past.

    Hours of the plan there count as firm, beside what is booked. A project that has begun (the plan takes it in and its first day,
    moved by its delay, is past, or hours of it are) takes part and keeps its delay; one that has not begins no earlier than now.
    """
    opening = replanning.opening
    if opening is None:
        return problem
    open_from = sum(monday < opening for monday in rows.weeks)
    firm = _together(problem.firm, _before(cells(rows, replanning.plan), open_from))
    worked = np.zeros(len(rows.projects), bool)
    worked[problem.project_of[firm.demand[firm.week < open_from]]] = True
    begun, least, most = _windows(problem, rows, replanning, worked)
    return replace(problem, firm=firm, open_from=open_from, optional=problem.optional & ~begun, least_delay=least, max_delay=most)


def _windows(problem: Problem, rows: Rows, replanning: Replanning, worked: Bools) -> tuple[Bools, Ints, Ints]:
    """(P,) each: what has begun, and the least and most weeks of delay."""
    said, dated = {project.project_id: project for project in replanning.plan.projects}, spans(rows.portfolio)
    begun, least, most = worked.copy(), np.zeros(len(rows.projects), np.int64), problem.max_delay.copy()
    for p, project in enumerate(rows.projects):
        its = said.get(project.id, ProjectPlan(project.id, selected=bool(worked[p])))
        late = _weeks_late(dated, project.id, replanning) if its.selected else 0
        begun[p] |= its.selected and project.id in dated and late > its.delay_weeks
        if begun[p]:
            least[p] = most[p] = max(0, its.delay_weeks)
        else:
            least[p] = min(max(0, late), int(most[p]))
    return begun, least, most


def _weeks_late(dated: Mapping[Id, Span], project_id: Id, replanning: Replanning) -> int:
    """Whole weeks of delay that a project needs not to begin in the past; 0 without dates."""
    if project_id not in dated or replanning.opening is None:
        return 0
    return -((dated[project_id].first - replanning.opening).days // 7)


def _before(cells: Firm, week: int) -> Firm:
    past = cells.week < week
    return Firm(cells.demand[past], cells.resource[past], cells.week[past], cells.hours[past])


def _together(booked: Firm, past: Firm) -> Firm:
    """Both at once, the greater hours where a cell has both: the plan kept the booking it knew of."""
    hours: dict[tuple[int, int, int], float] = {}
    for part in (booked, past):
        for d, r, t, its in zip(part.demand.tolist(), part.resource.tolist(), part.week.tolist(), part.hours.tolist(), strict=True):
            hours[d, r, t] = max(hours.get((d, r, t), 0.0), its)
    at = np.array(sorted(hours), np.int64).reshape(-1, 3)
    return Firm(at[:, 0], at[:, 1], at[:, 2], np.array([hours[cell] for cell in sorted(hours)], np.float64))
