"""What the rules of the whole model read: hours asked and still needed at each delay, and what is firmly booked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from solver.problem import Bools, Floats, Problem
from solver.residual import WRITTEN, Residual

Cell = tuple[int, int, int]
"""Demand, resource, week."""
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """A problem with what the model asks of it again and again.

    delays   (P,) the weeks that each project may be delayed by (R8), ascending
    asked    (D, T) by delay: hours asked, moved as they are; what leaves the horizon is lost
    need     (D, T) by delay: of these what is not firmly booked, in the weeks that are still open
    points   (D,) points an hour that the objective counts: the weights, or those of strict priorities
    held     (T,) hours firmly booked, by demand and resource
    """

    problem: Problem
    left: Residual
    delays: tuple[tuple[int, ...], ...]
    asked: Mapping[int, Floats]
    need: Mapping[int, Floats]
    points: Floats
    held: Mapping[Pair, Floats]

    def delays_of(self, demand: int) -> tuple[int, ...]:
        return self.delays[int(self.problem.project_of[demand])]

    def reach(self, demand: int) -> Floats:
        """(T,) the most hours that the demand could still get in each week, over all delays of its project."""
        most: Floats = np.max([self.need[s][demand] for s in self.delays_of(demand)], axis=0)
        return most

    def booked(self, cell: Cell) -> float:
        """Hours firmly booked in a cell."""
        d, r, t = cell
        return float(self.held[d, r][t]) if (d, r) in self.held else 0.0

    def present(self, cell: Cell) -> bool:
        """Whether the firm booking alone puts the resource there."""
        return self.booked(cell) >= WRITTEN


def ground(problem: Problem, left: Residual) -> Ground:
    delays = delay_choices(problem)
    asked = {s: _moved(problem.asked, s) for s in sorted({s for choices in delays for s in choices})}
    still_open = np.arange(problem.shape[2]) >= problem.open_from
    return Ground(
        problem=problem,
        left=left,
        delays=delays,
        asked=asked,
        need={s: np.maximum(hours - problem.booked_met, 0.0) * still_open for s, hours in asked.items()},
        points=points_counted(problem),
        held={(int(d), int(r)): hours for (d, r), hours in zip(left.held, left.held_hours, strict=True)},
    )


def delay_choices(problem: Problem) -> tuple[tuple[int, ...], ...]:
    """(P,) the weeks that each project may be delayed by (R8).

    Once all hours have left the horizon more delay only costs more, unless a dependency (R9) asks for it.
    """
    least = np.zeros_like(problem.max_delay) if problem.least_delay is None else problem.least_delay
    bound = np.isin(np.arange(len(problem.weight)), [problem.precedence.predecessor, problem.precedence.successor])
    most = np.where(bound, problem.max_delay, np.minimum(problem.max_delay, problem.shape[2]))
    return tuple(tuple(range(first, max(first, last) + 1)) for first, last in zip(least.tolist(), most.tolist(), strict=True))


def points_counted(problem: Problem) -> Floats:
    """(D,) points an hour that the objective counts: the weights, or those of strict priorities."""
    weight = problem.weight if problem.terms.weight is None else problem.terms.weight
    return weight[problem.project_of]


def worth_deciding(problem: Problem) -> Bools:
    """(D,) demands for which hours could be worth anything.

    Without weight that is so only where a term pays for them, or a budget asks for what there is.
    """
    plain = problem.terms.empty and problem.most_moved is None
    return (points_counted(problem) > 0) | (not plain)


def weeks_reached(problem: Problem) -> Bools:
    """(D, T) open weeks in which a demand asks for more than is booked, at some delay of its project."""
    reached, delays = np.zeros(problem.asked.shape, np.bool_), delay_choices(problem)
    last = np.array([choices[-1] for choices in delays], np.int64)[problem.project_of]
    first = np.array([choices[0] for choices in delays], np.int64)[problem.project_of]
    for s in range(min(int(last.max(initial=-1)) + 1, problem.shape[2])):
        here = (first <= s) & (s <= last)
        reached[here] |= _moved(problem.asked[here], s) > problem.booked_met[here]
    reached[:, : problem.open_from] = False
    return reached


def _moved(asked: Floats, delay: int) -> Floats:
    weeks = asked.shape[1]
    shift = min(delay, weeks)
    return np.pad(asked, ((0, 0), (shift, 0)))[:, :weeks]
