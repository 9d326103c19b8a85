"""A replanning as the solver's problem: what is settled, what a change costs, and where the search starts."""

from __future__ import annotations

from dataclasses import replace

from planner.hours.rows import Rows
from planner.hours.standing import cells, standing
from planner.replanning.freezing import frozen
from planner.replanning.request import Replanning
from planner.replanning.staying import forced, staying
from solver.problem import Problem


def replanned(problem: Problem, rows: Rows, replanning: Replanning) -> Problem:
    """The problem of these rows, planned again from the plan of record; a price that is not set is that of the policy.

    The terms hold the plan of record already (`planner.hours.terms`). The search starts from what can stay of the plan, so a budget is kept by at least one plan: it counts from there.
    """
    terms = replace(
        problem.terms,
        moved_hour=replanning.price_hour or problem.terms.moved_hour,
        changed_assignment=replanning.price_assignment or problem.terms.changed_assignment,
        # soft bookings that the plan of record does not keep count only where the policy has a price for them
        current=problem.terms.current if problem.terms.moved_hour else cells(rows, replanning.plan),
    )
    posed = replace(frozen(problem, rows, replanning), terms=terms)
    stays = staying(posed, standing(rows, replanning.plan))
    by_choice = replanning.most_moved(rows.weeks)
    return replace(posed, start=stays, most_moved=None if by_choice is None else by_choice + forced(posed, stays))
