"""Plans made demand by demand, no hour taken back: what has been given, what can still be, and which projects take part."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks.cells import HUNDREDTHS, Cells, firm, floored
from solver.problem import Bools, Floats, Ints, Problem


class Staffing:
    """One pass over the demands of the selected projects, which begins with the firm bookings; hours are hundredths."""

    def __init__(self, problem: Problem, selected: Bools) -> None:
        self.problem = problem
        self.asked = floored(problem.asked) * selected[problem.project_of][:, None]
        self.need, self.free = self.asked.copy(), floored(problem.capacity)
        self.cells: Cells = {}
        self.people: list[set[int]] = [set() for _ in self.asked]
        self._works: dict[tuple[int, int], Bools] = {}
        self._projects = np.zeros(problem.capacity.shape, np.int64)
        self._idle = np.zeros(problem.shape[2], bool)
        for (d, r, t), hundredths in firm(problem).items():
            self._book(d, r, t, hundredths)

    @property
    def met(self) -> Floats:
        """(D,) hours that count."""
        hours: Floats = (self.asked - np.maximum(self.need, 0)).sum(axis=1) / HUNDREDTHS
        return hours

    def wants(self, d: int) -> bool:
        """Whether a demand lacks hours and may have one person more (R5)."""
        return len(self.people[d]) < self.problem.max_people[d] and bool(self.need[d].max() > 0)

    def offers(self, d: int, people: Ints) -> Ints:
        """(n, T) what each of these people could give to a demand beside all else (R1, R2, R6, R7)."""
        problem, project = self.problem, int(self.problem.project_of[d])
        hours: Ints = np.clip(np.minimum(self.free[people], self.need[d]), 0, None)
        block = floored(np.minimum(np.minimum(problem.minimum_block, problem.asked[d]), problem.capacity[people]))
        here = np.array([self._works.get((r, project), self._idle) for r in people.tolist()])
        full = self._projects[people] >= problem.max_projects[people][:, None]
        hours[(hours < block) | (full & ~here)] = 0
        return hours

    def give(self, d: int, r: int, hours: Ints) -> None:
        """Puts a resource on a demand for so much in each week (T,)."""
        for t in np.nonzero(hours)[0].tolist():
            self._book(d, r, t, int(hours[t]))

    def _book(self, d: int, r: int, t: int, hundredths: int) -> None:
        here = self._works.setdefault((r, int(self.problem.project_of[d])), self._idle.copy())
        self._projects[r, t] += not here[t]
        here[t] = True
        self.cells[d, r, t] = self.cells.get((d, r, t), 0) + hundredths
        self.people[d].add(r)
        self.need[d, t] -= hundredths
        self.free[r, t] -= hundredths


def staffed(problem: Problem, staff: Callable[[Staffing], None]) -> tuple[Cells, Bools]:
    """Hours, and the projects that take part: an optional one that misses its least coverage is left out and all done again."""
    selected = np.ones(len(problem.weight), bool)
    while True:
        staffing = Staffing(problem, selected)
        staff(staffing)
        met = np.bincount(problem.project_of, staffing.met, minlength=len(selected))
        asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(selected))
        short = np.nonzero(problem.optional & selected & (met < problem.minimum_coverage * asked))[0]
        if not len(short):
            return staffing.cells, selected
        selected[short[np.argmin(problem.weight[short])]] = False
