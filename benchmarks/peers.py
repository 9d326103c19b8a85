"""Plans made without our search, written as plan workbooks so that all are judged alike.

    python -m benchmarks.peers INPUT PLAN --by rule
    python -m benchmarks.peers INPUT PLAN --by highs --seconds 60

rule   priority order, the first suitable people who are free (benchmarks.priority_order)
highs  the whole model (solver.formulation) handed to HiGHS in one piece, from nothing
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks.priority_order import Cells, priority_order
from data.plan import Plan
from data.portfolio import Portfolio
from planner.exporting import export_plan
from planner.hours.problem import Case, build
from planner.importing import load
from planner.plans import named
from solver.engines import Limits
from solver.exact import finished
from solver.improve import FreeHours
from solver.layout import HUNDREDTHS, floored
from solver.problem import Bools, Floats, Problem
from solver.residual import residual
from solver.solution import Solution, Status
from solver.verify import value_of


def by_rule(portfolio: Portfolio) -> Plan:
    """The plan in priority order; its bound is all that is asked."""
    started, case = time.perf_counter(), build(portfolio)
    cells, selected = priority_order(case.problem)
    everything = float(case.problem.points @ case.problem.asked.sum(axis=1))
    return _plan(portfolio, case, cells, selected, everything, "priority order", time.perf_counter() - started)


def by_highs(portfolio: Portfolio, seconds: float) -> Plan:
    """What HiGHS makes of the whole model in so many seconds of its own; building the model comes on top."""
    started, case = time.perf_counter(), build(portfolio)
    problem = case.problem
    left, none = residual(problem), np.zeros(0, np.int64)
    found = finished(problem, left, FreeHours(none, none, none, none), (~problem.optional).astype(np.int64), "highs", Limits(seconds, None))
    cells: Cells = {}
    for hours in (_free(found.hours), _firm(problem)):
        for cell, hundredths in hours.items():
            cells[cell] = cells.get(cell, 0) + hundredths
    return _plan(portfolio, case, cells, found.selected > 0, found.bound, "highs", time.perf_counter() - started)


def _free(hours: FreeHours | None) -> Cells:
    if hours is None:
        return {}
    keys = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), strict=True)
    return dict(zip(keys, hours.hundredths.tolist(), strict=True))


def _firm(problem: Problem) -> Cells:
    firm = problem.firm
    keys = zip(firm.demand.tolist(), firm.resource.tolist(), firm.week.tolist(), strict=True)
    return dict(zip(keys, floored(firm.hours).tolist(), strict=True))


def _plan(portfolio: Portfolio, case: Case, cells: Cells, selected: Bools, bound: float, engine: str, seconds: float) -> Plan:
    demand, resource, week = np.array(sorted(cells), np.int64).reshape(-1, 3).T
    hours: Floats = np.array([cells[cell] for cell in sorted(cells)]) / HUNDREDTHS
    delay = np.zeros(len(selected), np.int64)
    value = value_of(case.problem, demand, resource, week, hours, selected, delay)
    solution = Solution(
        Status.FEASIBLE, demand, resource, week, hours, selected, delay, value, max(bound, value), 0, seconds, engine, seed=0
    )  # fmt: skip
    return named(case, portfolio, solution)


def main() -> None:
    parser = argparse.ArgumentParser(description="Plan a portfolio without our search.")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--by", choices=("rule", "highs"), default="rule")
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    portfolio = load(given.source).portfolio
    if portfolio is None:
        parser.error(f"{given.source} cannot be used; see: python -m planner import {given.source} x.plimsoll --dry-run")
    export_plan(portfolio, by_rule(portfolio) if given.by == "rule" else by_highs(portfolio, given.seconds), given.target)


if __name__ == "__main__":
    main()
