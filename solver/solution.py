"""What a solve returns: hours, figures and the proof that goes with them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from solver.problem import Bools, Floats, Ints


class Status(StrEnum):
    """Outcome of a solve. OPTIMAL only where the bound meets the value; STOPPED was cancelled and keeps the best."""

    OPTIMAL = "Optimal"
    FEASIBLE = "Feasible"
    STOPPED = "Stopped"
    INFEASIBLE = "Infeasible"
    NOTHING = "No plan"


@dataclass(frozen=True, slots=True)
class Solution:
    """Hours by demand, resource and week as parallel arrays (two decimals, no zeros, no cell twice), and the proof.

    `value` is recomputed from the hours as they stand; `bound` is proved: no plan of the same problem exceeds it.
    `terms` are those of a policy by name, in points as they add to the objective, and `objective_bound` is proved for it;
    None where there are none, since it is `bound` then.
    `selected` (P,) says which projects take part, `delay` (P,) by how many weeks each is moved. `effort` counts the
    work steps spent (docs/model.md), which together with problem and seed decides the plan.
    """

    status: Status
    demand: Ints
    resource: Ints
    week: Ints
    hours: Floats
    selected: Bools
    delay: Ints
    value: float
    bound: float
    effort: int
    seconds: float
    engine: str
    seed: int
    log: tuple[str, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    objective_bound: float | None = None

    @property
    def objective(self) -> float:
        """The value with all terms of a policy: what the search maximises."""
        return self.value + sum(points for _, points in self.terms)

    @property
    def proved(self) -> float:
        """No plan of the same problem has a greater objective."""
        return self.bound if self.objective_bound is None else self.objective_bound

    @property
    def gap(self) -> float:
        """(bound - value) / max(1, |bound|), never below 0."""
        return max(0.0, (self.bound - self.value) / max(1.0, abs(self.bound)))


def nothing(engine: str, seed: int, why: str) -> Solution:
    """A solve that was stopped before its first plan: no hours, nothing proved."""
    none = np.zeros(0, np.int64)
    return Solution(
        status=Status.NOTHING,
        demand=none,
        resource=none,
        week=none,
        hours=np.zeros(0),
        selected=np.zeros(0, np.bool_),
        delay=none,
        value=-math.inf,
        bound=math.inf,
        effort=0,
        seconds=0.0,
        engine=engine,
        seed=seed,
        log=(why,),
    )
