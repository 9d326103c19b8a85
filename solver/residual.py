"""What is left to decide once the firm bookings are kept (R4).

Every plan is the firm hours plus free hours y ≥ 0 on suitable resources. Both halves separate exactly: y fits into
`need` = max(0, q - booked) and `room` = max(c + o, booked) - booked, earns its full weight there, and what the firm
hours earn and cost is the constant `fixed`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.problem import NO_LIMIT, Bools, Floats, Ints, Problem

WRITTEN = 0.01
"""Least hours that a plan can write: a booking below is no assignment."""


@dataclass(frozen=True, slots=True)
class Residual:
    """The arrays that remain.

    need (D, T) hours still asked; regular (R, T) hours left below capacity and overtime (R, T) above it; team (D,)
    people that may still join; held (H, 2) the pairs (demand, resource) that are booked; held_hours (H, T); fixed:
    points that the firm hours earn, less what they cost.
    """

    need: Floats
    regular: Floats
    overtime: Floats
    team: Ints
    held: Ints
    held_hours: Floats
    fixed: float

    @property
    def room(self) -> Floats:
        """(R, T) hours that may still be given, at regular or overtime cost."""
        return self.regular + self.overtime


def residual(problem: Problem) -> Residual:
    """The problem that remains beside the firm bookings, for all projects at no delay."""
    held, held_hours = _pairs(problem)
    room = problem.room - problem.booked_load
    need = np.maximum(problem.asked - problem.booked_met, 0.0)
    need[:, : problem.open_from] = 0.0
    regular = np.minimum(np.maximum(problem.capacity - problem.booked_load, 0.0), room)
    return Residual(
        need=need,
        regular=regular,
        overtime=room - regular,
        team=_team(problem, held),
        held=held,
        held_hours=held_hours,
        fixed=_fixed(problem, held),
    )


def _pairs(problem: Problem) -> tuple[Ints, Floats]:
    firm = problem.firm
    resources = problem.shape[0]
    keys, row = np.unique(firm.demand * resources + firm.resource, return_inverse=True)
    hours = np.zeros((len(keys), problem.shape[2]))
    np.add.at(hours, (row.ravel(), firm.week), firm.hours)
    pairs = np.stack([keys // max(resources, 1), keys % max(resources, 1)], axis=1).astype(np.int64)
    written = hours.max(axis=1, initial=0.0) >= WRITTEN
    return pairs[written], hours[written]


def _team(problem: Problem, held: Ints) -> Ints:
    """R5 as it stands beside the bookings: at most max(m, people booked) people."""
    booked = np.bincount(held[:, 0], minlength=problem.shape[1])
    left: Ints = np.where(problem.max_people >= NO_LIMIT, NO_LIMIT, np.maximum(problem.max_people - booked, 0)).astype(np.int64)
    return left


def _fixed(problem: Problem, held: Ints) -> float:
    earned = problem.points @ np.minimum(problem.booked_met, problem.asked).sum(axis=1)
    over = np.maximum(problem.booked_load - problem.capacity, 0.0).sum()
    return float(earned - problem.assignment_cost * problem.points[held[:, 0]].sum() - problem.overtime_cost * over)


def pair_rows(problem: Problem, pairs: Ints) -> Ints:
    """(D, R) the row of each of the pairs (demand, resource), -1 elsewhere."""
    resources, demands, _ = problem.shape
    table = np.full((demands, resources), -1, np.int64)
    table[pairs[:, 0], pairs[:, 1]] = np.arange(len(pairs))
    return table


def staying(problem: Problem, left: Residual) -> tuple[Ints, Floats]:
    """The rows (D, R) of the pairs in the current plan, -1 elsewhere, and its hours beside the firm ones (rows, T)."""
    current = problem.terms.current
    pairs = np.unique(np.stack([current.demand, current.resource], axis=1).reshape(-1, 2), axis=0)
    rows = pair_rows(problem, pairs)
    hours = np.zeros((len(pairs), problem.shape[2]))
    np.add.at(hours, (rows[current.demand, current.resource], current.week), current.hours)
    held = rows[left.held[:, 0], left.held[:, 1]]
    hours[held[held >= 0]] -= left.held_hours[held >= 0]
    return rows, np.maximum(hours, 0.0)


def hourly(problem: Problem, demand: Ints, resource: Ints) -> Floats:
    """Points that a policy takes for an hour of each pair, given as parallel arrays."""
    terms, points = problem.terms, np.zeros(len(demand))
    if terms.resource_hour is not None:
        points += terms.resource_hour[resource]
    if terms.pair_hour is not None:
        points += terms.pair_hour[demand, resource]
    return points


def joining(problem: Problem, demand: Ints, booked: Bools, current: Bools) -> Floats:
    """Points that the assignment of each pair costs: none for who is booked; less for who is on it in the current plan."""
    changed = problem.terms.changed_assignment * np.where(current, -1.0, 1.0)
    points: Floats = np.where(booked, 0.0, problem.assignment_cost * problem.aim_points[demand] + changed)
    return points
