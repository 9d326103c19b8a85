"""What a plan is worth: its value, and what a policy adds to it term by term, recomputed from the hours alone.

Nothing here is shared with the search: the figures of a plan are these.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import numpy as np

from solver.problem import Bools, Floats, Ints, Problem

PROVED_OPTIMAL = 1e-6
"""Gap up to which a plan may be called optimal: what rounding to hundredths of an hour leaves of a proof."""


class Term(StrEnum):
    """The terms of a policy by the names that every summary shows."""

    STRICT = "Strict priorities"
    OVERTIME = "Overtime"
    COST = "Cost"
    FIT = "Fit"
    CONTINUITY = "Continuity"
    STABILITY = "Stability"


def moved(problem: Problem, selected: Bools, delay: Ints) -> Floats:
    """(D, T) hours asked of the projects that take part, each moved by its delay; what leaves the horizon is lost."""
    asked = np.where(selected[problem.project_of][:, None], problem.asked, 0.0)
    weeks = problem.shape[2]
    for project in np.nonzero(delay > 0)[0]:
        mine = problem.project_of == project
        shift = min(int(delay[project]), weeks)
        asked[mine] = np.pad(asked[mine], ((0, 0), (shift, 0)))[:, :weeks]
    return asked


def value_of(problem: Problem, demand: Ints, resource: Ints, week: Ints, hours: Floats, selected: Bools, delay: Ints) -> float:
    """Points of the hours: weighted hours that meet what is asked, less assignments, overtime and delays (docs/model.md)."""
    met, load = np.zeros(problem.asked.shape), np.zeros(problem.capacity.shape)
    np.add.at(met, (demand, week), hours)
    np.add.at(load, (resource, week), hours)
    earned = problem.points @ np.minimum(met, moved(problem, selected, delay)).sum(axis=1)
    assigned = np.unique(np.stack([demand, resource]), axis=1)[0]
    over = np.maximum(load - problem.capacity, 0.0).sum()
    weighted = np.bincount(problem.project_of, problem.points * problem.asked.sum(axis=1), minlength=len(problem.weight))
    late = problem.delay_cost * float((delay * weighted)[selected].sum())
    return float(earned - problem.assignment_cost * problem.points[assigned].sum() - problem.overtime_cost * over - late)


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


def ties_of(problem: Problem, demand: Ints, resource: Ints, week: Ints, hours: Floats) -> tuple[float, float, float]:
    """What decides between plans of equal value, the less the better: hand-overs, then levels above those asked by hour, then hours of placeholders."""
    came = float(hand_overs(demand, resource, week))
    if problem.ties is None:
        return came, 0.0, 0.0
    surplus = problem.ties.surplus(demand, resource) @ hours
    return came, round(float(surplus), 2), round(float(hours[problem.ties.placeholder[resource]].sum()), 2)


def firm_points(problem: Problem) -> float:
    """Points of the objective that the firm bookings alone come to, nothing delayed and nothing optional taken in.

    Hand-overs are left out: who joins may spare one, so they are no constant.
    """
    firm = problem.firm
    plan = firm.demand, firm.resource, firm.week, firm.hours, ~problem.optional, np.zeros(len(problem.weight), np.int64)
    return value_of(problem, *plan) + sum(points for name, points in terms_of(problem, *plan) if name != Term.CONTINUITY.value)


def gap(problem: Problem, points: float, bound: float) -> float:
    """(bound - points) / max(1, |bound|) of an objective, or as a share of what is at stake where that is less.

    At stake is what is asked, whatever firm bookings cost; where priorities are strict, what the least of them asks: else a
    search would be done when the first is served.
    """
    aims = problem.aim_points
    counted = np.ones_like(aims, np.bool_) if problem.terms.weight is None else aims == aims[aims > 0].min(initial=np.inf)
    at_stake = float(aims[counted] @ problem.asked[counted].sum(axis=1))
    return (bound - points) / max(1.0, min(abs(bound), at_stake))


def hand_overs(demand: Ints, resource: Ints, week: Ints) -> int:
    """Times a person comes to a demand in a week and was not on it in the last week in which anybody was."""
    if not len(demand):
        return 0
    weeks, people = int(week.max()) + 1, int(resource.max()) + 1
    at = demand * weeks + week
    worked = sorted_once(at)
    order = np.searchsorted(worked, at)
    there = sorted_once(order * people + resource)
    begins = np.diff(worked // weeks, prepend=-1) > 0
    before = there - people
    was_there = there[np.minimum(np.searchsorted(there, before), len(there) - 1)] == before
    return int(np.sum(~begins[there // people] & ~was_there))


def sorted_once(keys: Ints) -> Ints:
    """Each key once; by sorting alone, which is quicker than asking numpy for what is unique."""
    ordered = np.sort(keys)
    return ordered[np.diff(ordered, prepend=-1) > 0]


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
