"""Our own search with nothing delayed: the best that it finds where proposed projects may be left out, or with every project in.

With every project in, each that is only proposed is met to its least coverage (R10). Such a plan is looked for as a rough one first: as
if nobody owed any coverage, what comes short worth twice as much each time, until all are in. From there the search itself
keeps what R10 asks; it only never leaves a project out.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from benchmarks.cells import Cells, firm
from solver.bound.relaxation import weekly_prices
from solver.errors import InfeasibleError
from solver.objective import firm_points
from solver.problem import Bools, Problem, Standing, Terms
from solver.residual import residual
from solver.search.improve import CHAINS, Search
from solver.search.layout import HUNDREDTHS, layout

RAISED = 2.0
"""How much more an hour of a project that comes short is worth to the next rough plan: as much as a priority."""
RAISES = 20
"""Rough plans after which no plan with every project in is looked for any longer."""
SEED = 1


class _Kept(Search):
    """A search that leaves no project out which its first plan has in, and puts none in."""

    def build(self, start: Standing | None = None) -> None:
        super().build(start)
        self._shapes = self._shapes[:0]


def by_search(problem: Problem, seconds: float, *, all_in: bool) -> tuple[Cells, Bools]:
    """Hours and the projects that take part, after so many seconds.

    Where no plan is found, every project is in and nobody works but on what is booked, which keeps no least coverage.
    """
    started, still = time.perf_counter(), replace(problem, max_delay=np.zeros_like(problem.max_delay))
    try:
        search = _with_all_in(still) if all_in else _begun(Search, still)
    except InfeasibleError:
        search = None
    if search is None:
        return firm(problem), np.ones(len(problem.weight), bool)
    with ThreadPoolExecutor(CHAINS) as executor:
        while not search.exhausted and time.perf_counter() - started < seconds:
            search.improve(executor)
    return _cells(problem, search), search.selected


def _with_all_in(still: Problem) -> Search | None:
    """A search from a plan that has every project in; None where none is found."""
    aims, owing = still.weight.copy(), replace(still, optional=np.zeros_like(still.optional))
    for _ in range(RAISES):
        rough = _begun(Search, replace(owing, terms=Terms(weight=aims)))
        search = _begun(_Kept, still, _standing(rough))
        if search.selected.all():
            return search
        aims = np.where(search.selected, aims, RAISED * aims)
    return None


def _begun(kind: type[Search], problem: Problem, start: Standing | None = None) -> Search:
    """A search with its first plan."""
    left = residual(problem)
    search = kind(layout(problem, left, weekly_prices(problem, left)), firm_points(problem), SEED)
    search.build(start)
    return search


def _standing(search: Search) -> Standing:
    hours = search.hours()
    return Standing(hours.demand, hours.resource, hours.week, hours.hundredths / HUNDREDTHS, search.selected, search.delay)


def _cells(problem: Problem, search: Search) -> Cells:
    """Free hours and firm bookings as one plan."""
    cells, hours = firm(problem), search.hours()
    for d, r, t, hundredths in zip(
        hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), hours.hundredths.tolist(), strict=True
    ):
        cells[d, r, t] = cells.get((d, r, t), 0) + hundredths
    return cells
