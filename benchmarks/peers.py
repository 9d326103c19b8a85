"""Plans made without our search, written as plan workbooks so that all are judged alike.

    python -m benchmarks.peers INPUT PLAN --by rule|sketch
    python -m benchmarks.peers INPUT PLAN --by highs|cpsat|search --seconds 60 [--all-in]

rule    priority order, the first suitable people who are free (benchmarks.priority_order)
sketch  priority order, the person who can give most at the relaxation's prices (benchmarks.sketch)
highs   the whole model (benchmarks.whole_model) handed to HiGHS in one piece, from nothing
cpsat   the same handed to OR-Tools CP-SAT, in quarter hours
search  our own search, which proves nothing (benchmarks.undelayed)

All of them delay nothing. With --all-in no proposed project is left out, and each is met to its least coverage (R10); where no such
plan is found, the plan that is written keeps none.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import numpy as np

from benchmarks.cells import HUNDREDTHS, Cells, firm, hours_of
from benchmarks.cpsat import WITHOUT_ORTOOLS, by_cpsat, has_cpsat
from benchmarks.engines import Found
from benchmarks.whole_model import WholeModel, whole_model
from data.plan import Plan
from data.portfolio import Portfolio
from planner.exporting import export_plan
from planner.hours.problem import Case, build
from planner.importing import load
from planner.plans import named
from solver.objective import value_of
from solver.problem import Bools, Floats, Problem
from solver.solution import Solution, Status

CONSTRUCTED, SOLVED, SEARCH = ("rule", "sketch"), ("highs", "cpsat"), "search"
SLIVER = 0.5
"""Hundredths of an hour below which an engine's hours are its tolerance."""


def constructed(portfolio: Portfolio, by: str) -> Plan:
    """A plan in priority order; its bound is all that is asked."""
    started, case = time.perf_counter(), build(portfolio)
    cells, selected = _constructed(case.problem, by)
    return _plan(portfolio, case, cells, selected, math.inf, by, time.perf_counter() - started)


def searched(portfolio: Portfolio, seconds: float, *, all_in: bool = False) -> Plan:
    """What our own search makes of it in so many seconds, nothing delayed; its bound is all that is asked."""
    from benchmarks.undelayed import by_search  # noqa: PLC0415

    started, case = time.perf_counter(), build(portfolio)
    cells, selected = by_search(case.problem, seconds, all_in=all_in)
    return _plan(portfolio, case, cells, selected, math.inf, SEARCH, time.perf_counter() - started)


def solved(portfolio: Portfolio, by: str, seconds: float, *, all_in: bool = False) -> Plan:
    """What an engine makes of the whole model in so many seconds of its own; building the model comes on top."""
    started, case = time.perf_counter(), build(portfolio)
    model = whole_model(case.problem, all_in=all_in)
    found = _found(model, by, seconds)
    point = model.lower if found.point is None else found.point
    selected = ~case.problem.optional | (point[model.taken : model.taken + len(case.problem.weight)] > 0.5)
    cells = _cells(case.problem, model, point)
    narrower = all_in or (case.problem.max_delay > 0).any()  # there may be better plans than the model knows
    bound = math.inf if narrower else found.bound
    return _plan(portfolio, case, cells, selected, bound, by, time.perf_counter() - started)


# CP-SAT's library cannot be loaded once highspy is, so what needs highspy is imported where it is used.
def _constructed(problem: Problem, by: str) -> tuple[Cells, Bools]:
    from benchmarks.priority_order import priority_order  # noqa: PLC0415
    from benchmarks.sketch import sketch  # noqa: PLC0415

    return priority_order(problem) if by == "rule" else sketch(problem)


def _found(model: WholeModel, by: str, seconds: float) -> Found:
    if by == "cpsat":
        return by_cpsat(model, seconds)
    from benchmarks.highs import by_highs  # noqa: PLC0415

    return by_highs(model, seconds)


def _cells(problem: Problem, model: WholeModel, point: Floats) -> Cells:
    """Hours in hundredths, rounded down but for an engine's tolerance; bookings as booked."""
    hundredths = np.floor(point[: len(model.cells)] * HUNDREDTHS + SLIVER).astype(np.int64)
    cells = {(d, r, t): amount for (d, r, t), amount in zip(model.cells.tolist(), hundredths.tolist(), strict=True) if amount > 0}
    return _fitting(problem, cells) | {cell: max(cells.get(cell, 0), booked) for cell, booked in firm(problem).items()}


def _fitting(problem: Problem, cells: Cells) -> Cells:
    """The same without the hundredths by which rounded hours together pass what is asked or there."""
    booked = firm(problem)
    need = np.floor(np.maximum(problem.asked, problem.booked_met) * HUNDREDTHS + SLIVER).astype(np.int64)
    room = np.floor(problem.room * HUNDREDTHS + SLIVER).astype(np.int64)
    for (d, r, t), amount in sorted(cells.items(), key=lambda each: each[0] not in booked):
        kept = min(amount, int(need[d, t]), int(room[r, t]))
        cells[d, r, t] = kept
        need[d, t] -= kept
        room[r, t] -= kept
    return cells


def _plan(portfolio: Portfolio, case: Case, cells: Cells, selected: Bools, bound: float, engine: str, seconds: float) -> Plan:
    demand, resource, week, hours = hours_of(cells.items())
    delay = np.zeros(len(selected), np.int64)
    value = value_of(case.problem, demand, resource, week, hours, selected, delay)
    everything = float(case.problem.points @ case.problem.asked.sum(axis=1))
    solution = Solution(
        Status.FEASIBLE, demand, resource, week, hours, selected, delay, value, max(min(bound, everything), value), 0, seconds, engine, seed=0
    )  # fmt: skip
    return named(case, portfolio, solution)


def main() -> None:
    parser = argparse.ArgumentParser(description="Plan a portfolio without our search.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--by", choices=(*CONSTRUCTED, *SOLVED, SEARCH), default="rule")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--all-in", action="store_true", help="leave no proposed project out")
    given = parser.parse_args()
    if given.by == "cpsat" and not has_cpsat():
        parser.error(WITHOUT_ORTOOLS)
    if given.all_in and given.by in CONSTRUCTED:
        parser.error(f"{given.by} leaves out what it cannot cover; --all-in goes with {', '.join((*SOLVED, SEARCH))}")
    portfolio = load(given.source).portfolio
    if portfolio is None:
        parser.error(f"{given.source} cannot be used; see: python -m planner import {given.source} x.plimsoll --dry-run")
    export_plan(portfolio, _asked_for(portfolio, given), given.target)


def _asked_for(portfolio: Portfolio, given: argparse.Namespace) -> Plan:
    if given.by in CONSTRUCTED:
        return constructed(portfolio, given.by)
    if given.by == SEARCH:
        return searched(portfolio, given.seconds, all_in=given.all_in)
    return solved(portfolio, given.by, given.seconds, all_in=given.all_in)


if __name__ == "__main__":
    main()
