"""The whole model in PuLP, one function for each rule, for cases small enough to be proved to the end.

It decides the free hours beside the firm bookings (solver.residual) of all demands at once: hours y[d,r,t], whether a
resource is on a demand a[d,r], works in a cell b[d,r,t] (only where a block is at stake) and on a project o[r,p,t]
(only where focus is at stake), hours above capacity v[r,t], and whether an optional project takes part z[p].
PuLP minimises, so the objective is the value with the other sign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pulp
from pulp import constants

from solver.problem import NO_LIMIT, Floats, Problem
from solver.residual import Residual

Cell = tuple[int, int, int]
Pair = tuple[int, int]
EPSILON = 1e-9


@dataclass(slots=True)
class Model:
    """A PuLP problem with its variables by the indices they stand for, and the upper bound of each by name.

    hours and works by (d, r, t), assigned by (d, r), on_project by (r, p, t), over by (r, t), taken by p.
    """

    problem: pulp.LpProblem
    hours: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    assigned: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    works: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    on_project: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    over: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    taken: dict[int, pulp.LpVariable] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)

    def variable(self, most: float, *, whole: bool = False) -> pulp.LpVariable:
        """A new variable from 0 to `most`; named by number, since PuLP rewrites speaking names."""
        name = f"x{len(self.most)}"
        self.most[name] = float(most)
        return self.problem.add_variable(name, 0.0, float(most), constants.LpInteger if whole else constants.LpContinuous)

    def require(self, terms: Iterable[tuple[float, pulp.LpVariable]], most: float) -> None:
        """Σ factor · variable ≤ most."""
        self.problem += pulp.lpSum(factor * variable for factor, variable in terms) <= float(most)


def size(problem: Problem, left: Residual) -> int:
    """Cells (d, r, t) the model would have."""
    usable = (left.room > 0).astype(np.float64)
    wanted = ((left.need > 0) & (problem.points > 0)[:, None]).astype(np.float64)
    return int(((wanted @ usable.T) * problem.eligible).sum())


def whole_model(problem: Problem, left: Residual) -> Model:
    """The model of every rule R1 to R7 and R10, nothing delayed; its objective plus `left.fixed` is the value."""
    model = Model(pulp.LpProblem("plimsoll", constants.LpMinimize))
    _declare(model, problem, left)
    _objective(model, problem)
    by_resource_week: dict[Pair, list[Cell]] = defaultdict(list)
    by_demand_week: dict[Pair, list[Cell]] = defaultdict(list)
    for d, r, t in model.hours:
        by_resource_week[r, t].append((d, r, t))
        by_demand_week[d, t].append((d, r, t))
    _capacity(model, left, by_resource_week)
    _asked(model, problem, left, by_demand_week)
    _assignment(model, left)
    _team(model, left)
    _focus(model, problem, by_resource_week)
    _blocks(model, problem, left)
    _selection(model, problem)
    return model


def _declare(model: Model, problem: Problem, left: Residual) -> None:
    """R3 and R4: hours exist only for suitable pairs, beside what is firmly booked."""
    booked = {(int(d), int(r)) for d, r in left.held}
    for d in np.nonzero(problem.points > 0)[0].tolist():
        for r in np.nonzero(problem.eligible[d])[0].tolist():
            most = np.minimum(left.need[d], left.room[r])
            weeks = np.nonzero(most > 0)[0].tolist()
            for t in weeks:
                model.hours[d, r, t] = model.variable(most[t])
            if weeks and (d, r) not in booked:
                model.assigned[d, r] = model.variable(1, whole=True)
    asking = {int(problem.project_of[d]) for d, _, _ in model.hours}
    for p in np.nonzero(problem.optional)[0].tolist():
        if p in asking:  # PuLP drops a variable that stands in no row
            model.taken[p] = model.variable(1, whole=True)


def _objective(model: Model, problem: Problem) -> None:
    """The value with the other sign: hours earn their weight; assignments and hours above capacity cost."""
    for r, t in sorted({(r, t) for _, r, t in model.hours}):
        model.over[r, t] = model.variable(max(float(problem.room[r, t] - problem.capacity[r, t]), 0.0))
    points = problem.points
    earned = [-float(points[d]) * hours for (d, _, _), hours in model.hours.items()]
    joined = [problem.assignment_cost * float(points[d]) * variable for (d, _), variable in model.assigned.items()]
    beyond = [problem.overtime_cost * variable for variable in model.over.values()]
    model.problem += pulp.lpSum(earned + joined + beyond)


def _capacity(model: Model, left: Residual, cells: Mapping[Pair, list[Cell]]) -> None:
    """R1: hours fit into what is left of the capacity, and beyond it into the overtime, which is counted."""
    for (r, t), here in cells.items():
        most = float(left.overtime[r, t])
        terms = [(1.0, model.hours[cell]) for cell in here]
        model.require(terms, left.room[r, t])
        if most > 0 or left.regular[r, t] < left.room[r, t]:
            model.require([*terms, (-1.0, model.over[r, t])], left.regular[r, t])


def _asked(model: Model, problem: Problem, left: Residual, cells: Mapping[Pair, list[Cell]]) -> None:
    """R2: no more than is still asked, and nothing for a project that is left out."""
    for (d, t), here in cells.items():
        terms = [(1.0, model.hours[cell]) for cell in here]
        p = int(problem.project_of[d])
        if p in model.taken:
            model.require([*terms, (-float(left.need[d, t]), model.taken[p])], 0.0)
        else:
            model.require(terms, left.need[d, t])


def _assignment(model: Model, left: Residual) -> None:
    """Whoever gives hours to a demand is assigned to it, and paid for once."""
    for (d, r, t), hours in model.hours.items():
        if (d, r) in model.assigned:
            model.require([(1.0, hours), (-float(min(left.need[d, t], left.room[r, t])), model.assigned[d, r])], 0.0)


def _team(model: Model, left: Residual) -> None:
    """R5: no more people than may still join."""
    joining: dict[int, list[pulp.LpVariable]] = defaultdict(list)
    for (d, _), variable in model.assigned.items():
        joining[d].append(variable)
    for d, variables in joining.items():
        if left.team[d] < len(variables):
            model.require([(1.0, variable) for variable in variables], left.team[d])


def _focus(model: Model, problem: Problem, cells: Mapping[Pair, list[Cell]]) -> None:
    """R6: at most f projects of a resource in a week; what is booked counts, and yields nothing more."""
    booked: dict[Pair, set[int]] = defaultdict(set)
    for d, r, t in zip(problem.firm.demand.tolist(), problem.firm.resource.tolist(), problem.firm.week.tolist(), strict=True):
        booked[r, t].add(int(problem.project_of[d]))
    for (r, t), here in cells.items():
        own = booked[r, t]
        by_project: dict[int, list[Cell]] = defaultdict(list)
        for cell in here:
            by_project[int(problem.project_of[cell[0]])].append(cell)
        new = [p for p in by_project if p not in own]
        most = max(int(problem.max_projects[r]), len(own)) - len(own)
        if problem.max_projects[r] >= NO_LIMIT or most >= len(new):
            continue
        for p in new:
            model.on_project[r, p, t] = model.variable(1, whole=True)
            for cell in by_project[p]:
                model.require([(1.0, model.hours[cell]), (-model.most[model.hours[cell].name], model.on_project[r, p, t])], 0.0)
        model.require([(1.0, model.on_project[r, p, t]) for p in new], most)


def _blocks(model: Model, problem: Problem, left: Residual) -> None:
    """R7: nothing or a block; hours beside a booking may complete it."""
    held = {(int(d), int(r)): hours for (d, r), hours in zip(left.held, left.held_hours, strict=True)}
    for (d, r, t), hours in model.hours.items():
        booked = float(held[d, r][t]) if (d, r) in held else 0.0
        least = min(problem.minimum_block, float(problem.asked[d, t]), float(problem.capacity[r, t])) - booked
        if least > EPSILON:
            works = model.works[d, r, t] = model.variable(1, whole=True)
            most = model.most[hours.name]
            model.require([(1.0, hours), (-most, works)], 0.0)
            model.require([(min(least, most), works), (-1.0, hours)], 0.0)
            if least > most + EPSILON:
                model.require([(1.0, works)], 0.0)


def _selection(model: Model, problem: Problem) -> None:
    """R10: an optional project that takes part is met to its least coverage, all its demands together."""
    for p, taken in model.taken.items():
        asked = float(problem.asked[problem.project_of == p].sum())
        mine = [(-1.0, hours) for (d, _, _), hours in model.hours.items() if problem.project_of[d] == p]
        model.require([(problem.minimum_coverage * asked, taken), *mine], 0.0)


def start_of(model: Model, problem: Problem, left: Residual, hours: Mapping[Cell, float], selected: Floats) -> dict[str, float]:
    """Every variable by name as a known plan sets it, each inside its bounds; hours are the free ones by (d, r, t)."""
    load: dict[Pair, float] = defaultdict(float)
    for (_, r, t), given in hours.items():
        load[r, t] += given
    pairs = {(d, r) for d, r, _ in hours}
    projects = {(r, int(problem.project_of[d]), t) for d, r, t in hours}
    start = {variable.name: min(hours.get(cell, 0.0), model.most[variable.name]) for cell, variable in model.hours.items()}
    start |= {variable.name: float(pair in pairs) for pair, variable in model.assigned.items()}
    start |= {variable.name: float(cell in hours) for cell, variable in model.works.items()}
    start |= {variable.name: float(key in projects) for key, variable in model.on_project.items()}
    for (r, t), variable in model.over.items():
        start[variable.name] = min(max(load[r, t] - float(left.regular[r, t]), 0.0), model.most[variable.name])
    start |= {variable.name: float(selected[p]) for p, variable in model.taken.items()}
    return start
