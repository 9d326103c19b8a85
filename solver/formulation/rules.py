"""The rules R1 to R10, a function for each, and the value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import numpy as np

from solver.formulation.ground import Cell, Ground, Pair, worth_deciding
from solver.formulation.model import EPSILON, Level, Model, Sum
from solver.problem import NO_LIMIT
from solver.residual import WRITTEN

Key = TypeVar("Key")
Group = TypeVar("Group")


def declare_hours(model: Model, ground: Ground) -> None:
    """R3 and R4: hours exist only for suitable pairs, beside what is firmly booked; who gives any is assigned."""
    problem, room = ground.problem, ground.left.room
    for d in np.nonzero(worth_deciding(problem))[0].tolist():
        reach = ground.reach(d)
        for r in np.nonzero(problem.eligible[d])[0].tolist():
            most = np.minimum(reach, room[r])
            weeks = np.nonzero(most > 0)[0].tolist()
            for t in weeks:
                model.hours[d, r, t] = model.variable(most[t])
            if weeks and (d, r) not in ground.held:
                model.assigned[d, r] = model.variable(1, whole=True)


def delay_window(model: Model, ground: Ground) -> None:
    """R8: one delay of its window for each project that takes part, with what its firm hours earn there and it costs."""
    problem, asking = ground.problem, {int(ground.problem.project_of[d]) for d, _, _ in model.hours}
    dependent = {p for binding in _binding(ground) for p in binding[:2]}
    for p, delays in enumerate(ground.delays):
        worth = {s: _worth(ground, p, s) for s in delays}
        optional = bool(problem.optional[p])
        if not (len(delays) > 1 or p in dependent or (optional and (p in asking or any(worth.values())))):
            model.constant += 0.0 if optional else worth[delays[0]]
            continue
        for s in delays:
            model.chosen[p, s] = model.variable(1, whole=True)
            model.earn(worth[s], model.chosen[p, s])
        taken = [(1.0, model.chosen[p, s]) for s in delays]
        if len(delays) > 1 or not optional:
            model.require(taken, 1.0)
        if not optional:
            model.require([(-factor, variable) for factor, variable in taken], -1.0)


def _worth(ground: Ground, p: int, delay: int) -> float:
    """Points that the firm hours of a project earn at a delay, less the cost of the delay."""
    problem, mine = ground.problem, ground.problem.project_of == p
    earned = ground.points[mine] @ np.minimum(problem.booked_met[mine], ground.asked[delay][mine]).sum(axis=1)
    return float(earned - problem.delay_cost * delay * (ground.points[mine] @ problem.asked[mine].sum(axis=1)))


def _binding(ground: Ground) -> list[tuple[int, int, int]]:
    """Dependencies (predecessor, successor, least) that some delays of their projects would break."""
    rows = ground.problem.precedence
    every = zip(rows.predecessor.tolist(), rows.successor.tolist(), rows.least.tolist(), strict=True)
    return [(a, b, least) for a, b, least in every if ground.delays[b][0] - ground.delays[a][-1] < least]


def value(model: Model, ground: Ground) -> None:
    """The value: hours earn their weight; assignments and hours above capacity cost. Firm hours are the constant."""
    problem, left = ground.problem, ground.left
    for (d, _, _), hours in model.hours.items():
        model.earn(ground.points[d], hours)
    for (d, _), assigned in model.assigned.items():
        model.earn(-problem.assignment_cost * float(ground.points[d]), assigned)
    beyond = problem.overtime_cost + problem.terms.overtime_hour
    for r, t in sorted({(r, t) for _, r, t in model.hours if left.overtime[r, t] > 0}):
        model.over[r, t] = model.variable(left.overtime[r, t])
        model.earn(-beyond, model.over[r, t])
    model.constant -= problem.assignment_cost * float(sum(ground.points[d] for d, _ in ground.held))
    model.constant -= beyond * float(np.maximum(problem.booked_load - problem.capacity, 0.0).sum())


def capacity(model: Model, ground: Ground) -> None:
    """R1: hours fit into what is left of the capacity, and beyond it into the overtime, which is counted."""
    left = ground.left
    for (r, t), here in _by(model.hours, lambda cell: (cell[1], cell[2])).items():
        given = [(1.0, model.hours[cell]) for cell in here]
        model.require(given, left.room[r, t])
        if (r, t) in model.over:
            model.require([*given, (-1.0, model.over[r, t])], left.regular[r, t])


def asked(model: Model, ground: Ground) -> None:
    """R2: no more than is still asked at the delay of the project, and nothing for one that is left out."""
    for (d, t), here in _by(model.hours, lambda cell: (cell[0], cell[2])).items():
        p = int(ground.problem.project_of[d])
        need: Sum = [(-float(ground.need[s][d, t]), model.chosen.get((p, s), 1.0)) for s in ground.delays[p]]
        model.require([*((1.0, model.hours[cell]) for cell in here), *need], 0.0)


def assignment(model: Model) -> None:
    """Whoever gives hours to a demand is assigned to it, and paid for once."""
    for (d, r, _), hours in model.hours.items():
        if (d, r) in model.assigned:
            model.require([(1.0, hours), (-model.most[hours.name], model.assigned[d, r])], 0.0)


def team(model: Model, ground: Ground) -> None:
    """R5: no more people than may still join."""
    for d, pairs in _by(model.assigned, lambda pair: pair[0]).items():
        if ground.left.team[d] < len(pairs):
            model.require([(1.0, model.assigned[pair]) for pair in pairs], ground.left.team[d])


def focus(model: Model, ground: Ground) -> None:
    """R6: at most f projects of a resource in a week; what is booked counts, and yields nothing more."""
    problem = ground.problem
    booked: dict[Pair, set[int]] = defaultdict(set)
    for d, r, t in zip(problem.firm.demand.tolist(), problem.firm.resource.tolist(), problem.firm.week.tolist(), strict=True):
        booked[r, t].add(int(problem.project_of[d]))
    for (r, t), here in _by(model.hours, lambda cell: (cell[1], cell[2])).items():
        own = booked[r, t]
        by_project = {p: cells for p, cells in _by(here, lambda cell: int(problem.project_of[cell[0]])).items() if p not in own}
        most = max(int(problem.max_projects[r]), len(own)) - len(own)
        if problem.max_projects[r] >= NO_LIMIT or most >= len(by_project):
            continue
        for p, cells in by_project.items():
            model.on_project[r, p, t] = model.variable(1, whole=True)
            for cell in cells:
                model.require([(1.0, model.hours[cell]), (-model.most[model.hours[cell].name], model.on_project[r, p, t])], 0.0)
        model.require([(1.0, model.on_project[r, p, t]) for p in by_project], most)


def blocks(model: Model, ground: Ground, watched: Iterable[Cell]) -> None:
    """R7: nothing or a block; hours beside a booking may complete it. In watched cells any hours at all are told."""
    told = set(watched)
    for cell, hours in model.hours.items():
        least = {s: _block(ground, cell, s, told=cell in told) for s in ground.delays_of(cell[0]) if _room(ground, cell, s) > 0}
        if max(least.values(), default=0.0) > EPSILON:
            model.works[cell] = model.variable(1, whole=True)
            model.require([(1.0, hours), (-model.most[hours.name], model.works[cell])], 0.0)
            _at_least(model, ground, cell, least)


def _room(ground: Ground, cell: Cell, delay: int) -> float:
    """Most free hours of a cell at a delay."""
    d, r, t = cell
    return min(float(ground.need[delay][d, t]), float(ground.left.room[r, t]))


def _block(ground: Ground, cell: Cell, delay: int, *, told: bool) -> float:
    """Fewest free hours of a cell at a delay, where there are any."""
    (d, r, t), problem = cell, ground.problem
    block = min(problem.minimum_block, float(ground.asked[delay][d, t]), float(problem.capacity[r, t])) - ground.booked(cell)
    return max(block, min(WRITTEN, _room(ground, cell, delay))) if told and not ground.present(cell) else block


def _at_least(model: Model, ground: Ground, cell: Cell, least: Mapping[int, float]) -> None:
    """Where a cell is worked, its least hours at the delay that is chosen; a block that finds no room is none."""
    works, hours, p = model.works[cell], model.hours[cell], int(ground.problem.project_of[cell[0]])
    always = max(min(least.values()), 0.0)
    if always > EPSILON:
        model.require([(always, works), (-1.0, hours)], 0.0)
    for s, block in least.items():
        if block > always + EPSILON:
            model.require([(block, works), (block - always, model.chosen[p, s]), (-1.0, hours)], block - always)


def dependencies(model: Model, ground: Ground) -> None:
    """R9: where the predecessor is delayed by k weeks or more, the successor is not by less than k weeks and the least."""
    for a, b, least in _binding(ground):
        for k in ground.delays[a]:
            late: list[tuple[float, Level]] = [(1.0, model.chosen[a, s]) for s in ground.delays[a] if s >= k]
            early = [(1.0, model.chosen[b, s]) for s in ground.delays[b] if s < k + least]
            if early:
                model.require([*late, *early], 1.0)


def selection(model: Model, ground: Ground) -> None:
    """R10: an optional project that takes part is met to its least coverage, all its demands together."""
    problem = ground.problem
    for p, options in _by(model.chosen, lambda option: option[0]).items():
        if problem.optional[p]:
            required = problem.minimum_coverage * float(problem.asked[problem.project_of == p].sum())
            mine = [(-1.0, hours) for (d, _, _), hours in model.hours.items() if problem.project_of[d] == p]
            model.require([*((required, model.chosen[option]) for option in options), *mine], 0.0)


def _by(keys: Iterable[Key], of: Callable[[Key], Group]) -> dict[Group, list[Key]]:
    """The keys in their order, by group."""
    groups: dict[Group, list[Key]] = defaultdict(list)
    for key in keys:
        groups[of(key)].append(key)
    return groups
