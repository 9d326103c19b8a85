"""The plan that a careful planner or a scheduling tool's levelling makes: by priority, the first suitable people who are free."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from benchmarks.cells import HUNDREDTHS, Cells, firm, floored
from solver.problem import Bools, Floats, Ints, Problem

Pair = tuple[int, int]


def priority_order(problem: Problem) -> tuple[Cells, Bools]:
    """Hours and the projects that take part: an optional one that misses its least coverage is left out and all done again."""
    selected = np.ones(len(problem.weight), bool)
    while True:
        round_ = _Round(problem, selected)
        round_.staff()
        met = np.bincount(problem.project_of, round_.met, minlength=len(selected))
        asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(selected))
        short = np.nonzero(problem.optional & selected & (met < problem.minimum_coverage * asked))[0]
        if not len(short):
            return round_.cells, selected
        selected[short[np.argmin(problem.weight[short])]] = False


class _Round:
    """One pass over the demands that take part; hours are hundredths."""

    def __init__(self, problem: Problem, selected: Bools) -> None:
        self.problem = problem
        self.asked = floored(problem.asked) * selected[problem.project_of][:, None]
        self.need, self.free = self.asked.copy(), floored(problem.capacity)
        self.cells: Cells = {}
        self.people: dict[int, set[int]] = defaultdict(set)
        self.projects: dict[Pair, set[int]] = defaultdict(set)
        for (d, r, t), hundredths in firm(problem).items():
            self._book(d, r, t, hundredths)

    @property
    def met(self) -> Floats:
        """(D,) hours that count."""
        hours: Floats = (self.asked - np.maximum(self.need, 0)).sum(axis=1) / HUNDREDTHS
        return hours

    def staff(self) -> None:
        """Every demand, the greatest weight first, then the earliest."""
        problem = self.problem
        first = np.argmax(self.asked > 0, axis=1)
        for d in np.lexsort((first, -problem.points)).tolist():
            for r in np.nonzero(problem.eligible[d])[0].tolist():
                if len(self.people[d]) >= problem.max_people[d] or self.need[d].max() <= 0:
                    break
                if r not in self.people[d]:
                    self._join(d, r)

    def _join(self, d: int, r: int) -> None:
        """Puts a resource on a demand for all that it can give, where that is more than the assignment costs."""
        hours = self._offer(d, r)
        if hours.sum() > self.problem.assignment_cost * HUNDREDTHS:
            for t in np.nonzero(hours)[0].tolist():
                self._book(d, r, t, int(hours[t]))

    def _offer(self, d: int, r: int) -> Ints:
        problem = self.problem
        hours: Ints = np.clip(np.minimum(self.free[r], self.need[d]), 0, None)
        block = floored(np.minimum(np.minimum(problem.minimum_block, problem.asked[d]), problem.capacity[r]))
        hours[hours < block] = 0
        for t in np.nonzero(hours)[0].tolist():
            others = self.projects[r, t] - {int(problem.project_of[d])}
            if len(others) >= problem.max_projects[r]:
                hours[t] = 0
        return hours

    def _book(self, d: int, r: int, t: int, hours: int) -> None:
        self.cells[d, r, t] = self.cells.get((d, r, t), 0) + hours
        self.people[d].add(r)
        self.projects[r, t].add(int(self.problem.project_of[d]))
        self.need[d, t] -= hours
        self.free[r, t] -= hours
