"""A PuLP problem that knows its variables by the indices they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import pulp
from pulp import constants

from solver.formulation.ground import Cell, Ground, Pair

Level: TypeAlias = "pulp.LpVariable | float"
"""A variable, or the number that stands where there is nothing to decide."""
Sum = Iterable[tuple[float, Level]]
"""Factors, each with what it multiplies."""
EPSILON = 1e-9


@dataclass(slots=True)
class Model:
    """A PuLP problem, its variables by what they stand for, and the upper bound of each by name; all are 0 at least.

    hours      (d, r, t)  free hours beside the firm bookings
    assigned   (d, r)     resource on a demand that it is not booked on, 0 or 1
    works      (d, r, t)  free hours in a cell, 0 or 1; only where a block or a term asks for it
    on_project (r, p, t)  resource on a project in a week, 0 or 1; only where focus is at stake
    over       (r, t)     hours above capacity
    chosen     (p, s)     project takes part, delayed by s weeks, 0 or 1; only where there is a choice
    moved      (d, r, t)  hours of the current plan that its cell no longer has
    present    (d, t)     anybody on a demand in a week
    begun      (d, t)     anybody on a demand in a week or before
    latest     (d, r, t)  resource on a demand in the last week worked, looking back from the end of week t
    joins      (d, r, t)  resource comes to a demand in a week

    `worth` is the objective, to be made as large as possible, and `constant` what no choice changes of it; PuLP
    minimises, so its objective is the worth with the other sign.
    """

    ground: Ground
    problem: pulp.LpProblem = field(default_factory=lambda: pulp.LpProblem("plimsoll", constants.LpMinimize))
    hours: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    assigned: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    works: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    on_project: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    over: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    chosen: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    moved: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    present: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    begun: dict[Pair, pulp.LpVariable] = field(default_factory=dict)
    latest: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    joins: dict[Cell, pulp.LpVariable] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    worth: list[tuple[float, pulp.LpVariable]] = field(default_factory=list)
    constant: float = 0.0

    def variable(self, most: float, *, whole: bool = False) -> pulp.LpVariable:
        """A new variable from 0 to `most`; named by number, since PuLP rewrites speaking names."""
        name = f"x{len(self.most)}"
        self.most[name] = float(most)
        return self.problem.add_variable(name, 0.0, float(most), constants.LpInteger if whole else constants.LpContinuous)

    def earn(self, points: float, variable: pulp.LpVariable) -> None:
        """Adds points · variable to the worth."""
        self.worth.append((float(points), variable))

    def require(self, terms: Sum, most: float) -> None:
        """Σ factor · variable ≤ most, also where nothing is left to decide: then the row says whether that can be."""
        variables, room = list[tuple[float, pulp.LpVariable]](), float(most)
        for factor, variable in terms:
            if isinstance(variable, float | int):
                room -= factor * variable
            else:
                variables.append((factor, variable))
        if not variables and room < -EPSILON:
            variables = [(1.0, self.variable(0.0))]
        if variables:
            self.problem += pulp.lpSum(factor * variable for factor, variable in variables) <= room

    def close(self) -> None:
        """Hands the objective to PuLP once all of it is known."""
        self.problem += pulp.lpSum(-points * variable for points, variable in self.worth)
