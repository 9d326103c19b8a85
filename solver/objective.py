"""What a policy adds to the value of a plan, term by term, recomputed from the hours alone.

Like `verify`, nothing here is shared with the search: the figures of a plan are these.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import numpy as np

from solver.problem import Bools, Floats, Ints, Problem
from solver.verify import value_of


class Term(StrEnum):
    """The terms of a policy by the names that every summary shows."""

    STRICT = "Strict priorities"
    OVERTIME = "Overtime"
    COST = "Cost"
    FIT = "Fit"
    CONTINUITY = "Continuity"
    STABILITY = "Stability"


def terms_of(
    problem: Problem, demand: Ints, resource: Ints, week: Ints, hours: Floats, selected: Bools, delay: Ints
) -> tuple[tuple[str, float], ...]:
    """Each term that the problem sets, in points as it adds to the objective; mostly below 0."""
    terms, found = problem.terms, dict[Term, float]()
    if terms.weight is not None:
        plain = value_of(problem, demand, resource, week, hours, selected, delay)
        found[Term.STRICT] = value_of(replace(problem, weight=terms.weight), demand, resource, week, hours, selected, delay) - plain
    if terms.overtime_hour:
        load = np.zeros_like(problem.capacity)
        np.add.at(load, (resource, week), hours)
        found[Term.OVERTIME] = -terms.overtime_hour * float(np.maximum(load - problem.capacity, 0.0).sum())
    if terms.resource_hour is not None:
        found[Term.COST] = -float(terms.resource_hour[resource] @ hours)
    if terms.pair_hour is not None:
        found[Term.FIT] = -float(terms.pair_hour[demand, resource] @ hours)
    if terms.hand_over:
        found[Term.CONTINUITY] = -terms.hand_over * hand_overs(demand, resource, week)
    if terms.moved_hour or terms.changed_assignment:
        lost = terms.moved_hour * hours_moved(problem, demand, resource, week, hours)
        found[Term.STABILITY] = -lost - terms.changed_assignment * assignments_changed(problem, demand, resource)
    return tuple((term.value, points) for term, points in found.items())


def firm_points(problem: Problem) -> float:
    """Points of the objective that the firm bookings alone come to, nothing delayed and nothing optional taken in.

    Hand-overs are left out: who joins may spare one, so they are no constant.
    """
    firm = problem.firm
    plan = firm.demand, firm.resource, firm.week, firm.hours, ~problem.optional, np.zeros(len(problem.weight), np.int64)
    return value_of(problem, *plan) + sum(points for name, points in terms_of(problem, *plan) if name != Term.CONTINUITY.value)


def hand_overs(demand: Ints, resource: Ints, week: Ints) -> int:
    """Times a person comes to a demand in a week and was not on it in the last week in which anybody was."""
    if not len(demand):
        return 0
    worked = np.unique(np.stack([demand, week], axis=1), axis=0)
    order = {(d, t): n for n, (d, t) in enumerate(worked.tolist())}
    there = {(order[d, t], r) for d, t, r in zip(demand.tolist(), week.tolist(), resource.tolist(), strict=True)}
    begins = {0, *(np.nonzero(np.diff(worked[:, 0]))[0] + 1).tolist()}
    return sum(1 for n, r in there if n not in begins and (n - 1, r) not in there)


def hours_moved(problem: Problem, demand: Ints, resource: Ints, week: Ints, hours: Floats) -> float:
    """Hours of the current plan that their cells no longer have."""
    current, (resources, _, weeks) = problem.terms.current, problem.shape
    cells = (demand * resources + resource) * weeks + week
    given = dict(zip(cells.tolist(), hours.tolist(), strict=True))
    wanted = ((current.demand * resources + current.resource) * weeks + current.week).tolist()
    return float(sum(max(0.0, asked - given.get(cell, 0.0)) for cell, asked in zip(wanted, current.hours.tolist(), strict=True)))


def assignments_changed(problem: Problem, demand: Ints, resource: Ints) -> int:
    """Assignments that either the current plan has or this one, but not both."""
    current, resources = problem.terms.current, problem.shape[0]
    return len(np.setxor1d(demand * resources + resource, current.demand * resources + current.resource))
