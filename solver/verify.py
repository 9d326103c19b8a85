"""The independent check: every rule and the value of a plan recomputed from problem and hours alone.

Nothing here is shared with the search: a plan is only shown when this file agrees with it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from solver.objective import hours_moved, moved, terms_of, value_of
from solver.problem import Ints, Problem
from solver.solution import Solution

CENT = 0.0051
"""Hours that one figure written to two decimals may be off; a sum may be off by that for each figure in it."""
POINTS = 1e-6
"""Relative error of a sum of points."""


def verify(problem: Problem, solution: Solution) -> tuple[str, ...]:
    """Every broken rule and false figure of a solution, by indices; empty for a plan that may be shown."""
    plan = _Plan(problem, solution)
    checks = (
        _cells,
        _capacity,
        _asked,
        _suitable,
        _bookings,
        _team,
        _focus,
        _blocks,
        _delays,
        _dependencies,
        _selection,
        _past,
        _budget,
        _figures,
    )
    return tuple(problem_found for check in checks for problem_found in check(plan))


class _Plan:
    """A solution spread out over the arrays that the rules speak of."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self.problem, self.solution = problem, solution
        self.asked = moved(problem, solution.selected, solution.delay)
        firm = problem.firm
        resources, demands, weeks = problem.shape
        self.load, self.rows_load = np.zeros((resources, weeks)), np.zeros((resources, weeks))
        self.met, self.rows_met = np.zeros((demands, weeks)), np.zeros((demands, weeks))
        for target, index, amount in (
            (self.load, solution.resource, solution.hours),
            (self.rows_load, solution.resource, np.full(len(solution.hours), CENT)),
            (self.met, solution.demand, solution.hours),
            (self.rows_met, solution.demand, np.full(len(solution.hours), CENT)),
        ):
            np.add.at(target, (index, solution.week), amount)
        keys = _keys(problem, solution.demand, solution.resource, solution.week)
        booked = dict(zip(_keys(problem, firm.demand, firm.resource, firm.week).tolist(), firm.hours.tolist(), strict=True))
        given = dict(zip(keys.tolist(), solution.hours.tolist(), strict=True))
        self.keys, self.booked, self.given = keys, booked, given
        self.firm = np.array([booked.get(key, 0.0) for key in keys.tolist()])


def _keys(problem: Problem, demand: Ints, resource: Ints, week: Ints) -> Ints:
    resources, _, weeks = problem.shape
    return (demand * resources + resource) * weeks + week


def _cells(plan: _Plan) -> Iterator[str]:
    solution = plan.solution
    if len(np.unique(plan.keys)) < len(plan.keys):
        yield "a demand, resource and week stands twice"
    if not np.isfinite(solution.hours).all() or (solution.hours <= 0).any():
        yield "hours are not above 0"
    if not np.allclose(solution.hours, solution.hours.round(2), atol=1e-9):
        yield "hours have more than two decimals"


def _capacity(plan: _Plan) -> Iterator[str]:
    over = plan.load - plan.problem.room
    for r, t in np.argwhere(over > plan.rows_load + CENT):
        yield f"R1 resource {r} is {over[r, t]:.2f} h over its room in week {t}"


def _asked(plan: _Plan) -> Iterator[str]:
    most = np.maximum(plan.asked, plan.problem.booked_met)
    for d, t in np.argwhere(plan.met > most + plan.rows_met + CENT):
        yield f"R2 demand {d} gets {plan.met[d, t]:.2f} h of {most[d, t]:.2f} in week {t}"


def _suitable(plan: _Plan) -> Iterator[str]:
    solution = plan.solution
    wrong = ~plan.problem.eligible[solution.demand, solution.resource] & (solution.hours > plan.firm + CENT)
    for row in np.nonzero(wrong)[0]:
        yield f"R3 resource {solution.resource[row]} may not do demand {solution.demand[row]}"


def _bookings(plan: _Plan) -> Iterator[str]:
    for key, hours in plan.booked.items():
        if plan.given.get(key, 0.0) < hours - 2 * CENT:
            yield f"R4 the hard booking in cell {key} is not kept"


def _team(plan: _Plan) -> Iterator[str]:
    problem, solution, firm = plan.problem, plan.solution, plan.problem.firm
    pairs = np.unique(np.stack([solution.demand, solution.resource]), axis=1)[0]
    booked = np.unique(np.stack([firm.demand, firm.resource]), axis=1)[0]
    demands = problem.shape[1]
    most = np.maximum(problem.max_people, np.bincount(booked, minlength=demands))
    people = np.bincount(pairs, minlength=demands)
    for d in np.nonzero(people > most)[0]:
        yield f"R5 demand {d} has {people[d]} people, at most {most[d]}"


def _focus(plan: _Plan) -> Iterator[str]:
    problem, solution, firm = plan.problem, plan.solution, plan.problem.firm
    works = _projects(problem, solution.demand, solution.resource, solution.week)
    most = np.maximum(problem.max_projects[:, None], _projects(problem, firm.demand, firm.resource, firm.week))
    for r, t in np.argwhere(works > most):
        yield f"R6 resource {r} works on {works[r, t]} projects in week {t}, at most {most[r, t]}"


def _projects(problem: Problem, demand: Ints, resource: Ints, week: Ints) -> Ints:
    """(R, T) different projects of each resource in each week."""
    distinct = np.unique(np.stack([resource, week, problem.project_of[demand]]), axis=1)
    count = np.zeros(problem.capacity.shape, np.int64)
    np.add.at(count, (distinct[0], distinct[1]), 1)
    return count


def _blocks(plan: _Plan) -> Iterator[str]:
    problem, solution = plan.problem, plan.solution
    asked = plan.asked[solution.demand, solution.week]
    least = np.minimum(np.minimum(problem.minimum_block, asked), problem.capacity[solution.resource, solution.week])
    short = (solution.hours < least - 2 * CENT) & (solution.hours > plan.firm + CENT)
    for row in np.nonzero(short)[0]:
        yield f"R7 {solution.hours[row]:.2f} h in row {row} is less than a block of {least[row]:.2f}"


def _delays(plan: _Plan) -> Iterator[str]:
    problem, solution = plan.problem, plan.solution
    least, most = np.where(solution.selected, problem.earliest, 0), np.where(solution.selected, problem.max_delay, 0)
    for p in np.nonzero((solution.delay < least) | (solution.delay > most))[0]:
        yield f"R8 project {p} is delayed by {solution.delay[p]} weeks, from {least[p]} to {most[p]} may be"


def _dependencies(plan: _Plan) -> Iterator[str]:
    solution, rule = plan.solution, plan.problem.precedence
    apart = solution.delay[rule.successor] - solution.delay[rule.predecessor]
    both = solution.selected[rule.successor] & solution.selected[rule.predecessor]
    for n in np.nonzero(both & (apart < rule.least))[0]:
        yield f"R9 project {rule.successor[n]} comes {rule.least[n] - apart[n]} weeks too early for project {rule.predecessor[n]}"


def _past(plan: _Plan) -> Iterator[str]:
    given = (plan.solution.week < plan.problem.open_from) & (plan.solution.hours > plan.firm + CENT)
    for row in np.nonzero(given)[0]:
        yield f"hours are given in week {plan.solution.week[row]}, which is past"


def _budget(plan: _Plan) -> Iterator[str]:
    """The budget of changes, where a plan to start from shows that it can be kept."""
    problem, solution = plan.problem, plan.solution
    if problem.most_moved is None or problem.start is None:
        return
    lost = hours_moved(problem, solution.demand, solution.resource, solution.week, solution.hours)
    start = problem.start
    before = hours_moved(problem, start.demand, start.resource, start.week, start.hours)
    if lost > max(problem.most_moved, before) + CENT * max(1, len(problem.terms.current.hours)):
        yield f"{lost:.2f} h of the current plan are moved, {problem.most_moved:.2f} may be"


def _selection(plan: _Plan) -> Iterator[str]:
    problem, solution = plan.problem, plan.solution
    for p in np.nonzero(~solution.selected & ~problem.optional)[0]:
        yield f"R10 project {p} is left out although it is not optional"
    earning = np.bincount(problem.project_of, np.minimum(plan.met, plan.asked).sum(axis=1), minlength=len(problem.weight))
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.weight))
    slack = np.bincount(problem.project_of, plan.rows_met.sum(axis=1), minlength=len(problem.weight))
    short = earning < problem.minimum_coverage * asked - slack - CENT
    for p in np.nonzero(solution.selected & problem.optional & short)[0]:
        yield f"R10 project {p} is taken in at {earning[p] / asked[p]:.1%} of its hours"


def _figures(plan: _Plan) -> Iterator[str]:
    problem, solution = plan.problem, plan.solution
    hours = solution.demand, solution.resource, solution.week, solution.hours, solution.selected, solution.delay
    value, terms = value_of(problem, *hours), terms_of(problem, *hours)
    if not (np.isfinite(solution.value) and np.isfinite(solution.bound) and np.isfinite(solution.proved)):
        yield f"value {solution.value} or bound {solution.bound} or {solution.proved} is no number"
    if _differ(solution.value, value):
        yield f"the value is told as {solution.value} but is {value}"
    true, told = dict(terms), dict(solution.terms)
    for name in sorted(true.keys() | told.keys()):
        if _differ(told.get(name, 0.0), true.get(name, 0.0)):
            yield f"the term {name} is told as {told.get(name, 0.0)} but is {true.get(name, 0.0)}"
    objective = value + sum(points for _, points in terms)
    for what, points, bound in (("value", value, solution.bound), ("objective", objective, solution.proved)):
        if bound < points - POINTS * max(1.0, abs(points)):
            yield f"the bound {bound} is below the {what} {points}"


def _differ(told: float, points: float) -> bool:
    return abs(points - told) > POINTS * max(1.0, abs(points))
