"""What it takes to put a plan into drawn futures, beside a walk from hour to hour in plain Python, and what solved futures take.

    python -m benchmarks.futures [--size 200x80x52] [--draws 500] [--walked 5] [--solve-seconds 20]

A lifelike portfolio is solved, its futures are drawn, and the plan lives through all of them at once; the peer walks through a few of
them, one hour of the plan after the other, and its time is told for as many. Both must come to the same hours.
"""

from __future__ import annotations

import argparse
import math

import numpy as np

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, number, share, table, tell, timed, times
from planner.futures.drawing import Futures, drawn
from planner.futures.outcomes import Outcome, outcome
from planner.futures.question import Question
from planner.futures.reserve import reserves
from planner.insight.ledger import Ledger, ledger
from planner.solving import Options, solve
from solver.control import Unattended

HEADINGS = (
    "case",
    "hours of the plan",
    "drawn, s",
    "lived, s",
    "reserves, s",
    "walked in plain Python, s",
    "as fast",
    "value lost in a mean future",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"))
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--walked", type=int, default=5, help="futures that the peer walks through")
    parser.add_argument("--solve-seconds", type=float, default=20.0)
    given = parser.parse_args()
    heading("Plans in drawn futures", f"{given.draws} futures; the peer walks through {given.walked} and is told for all.")
    portfolio = lifelike(given.size)
    plan = solve(portfolio, Options(time_limit=given.solve_seconds), Unattended()).plan
    if plan is None:
        raise SystemExit(f"{given.size.size}: no plan in {given.solve_seconds} s; give more --solve-seconds")
    tell(f"{given.size.size}: {plan.value:,.0f} points")
    book, question = ledger(portfolio, plan), Question(draws=given.draws)
    futures: list[Futures] = []
    lived: list[Outcome] = []
    drawing = timed(lambda: futures.append(drawn(portfolio, portfolio.settings.weeks, question)))
    living = timed(lambda: lived.append(outcome(book, futures[0])))
    reserving = timed(lambda: reserves(lived[0], question.absence / 100, question.sure / 100))
    met: list[float] = []
    walking = timed(lambda: met.extend(walked(book, futures[0], future) for future in range(given.walked)))
    ours = lived[0].met.sum(axis=0)
    if not all(math.isclose(one, other, abs_tol=0.1) for one, other in zip(met, ours, strict=False)):
        raise SystemExit("the walk came to other hours")
    peer = walking * given.draws / given.walked
    lost = 1 - float(lived[0].value.mean()) / plan.value
    seconds = (number(each, 2) for each in (drawing, living, reserving))
    table(
        HEADINGS,
        [(given.size.size, number(len(plan.allocations)), *seconds, number(peer, 1), times(peer / (drawing + living)), share(lost))],
    )


def walked(book: Ledger, futures: Futures, future: int) -> float:
    """Hours met in one future, by the words of docs/manual/futures.md."""
    part = futures.effort[:, future] * futures.won[:, future] * book.chosen
    absence, room = futures.absence(future), np.maximum(book.capacity, book.load)
    left: dict[tuple[int, int], float] = {}
    free: dict[tuple[int, int], float] = {}
    given = book.given
    order = np.lexsort((given.resource, given.demand, -book.points[given.demand], given.week))
    met = 0.0
    for is_planned in (True, False):
        for row in order:
            demand, person, week = int(given.demand[row]), int(given.resource[row]), int(given.week[row])
            need = left.setdefault((demand, week), float(book.earning[demand, week] * part[book.project_of[demand]]))
            there = free.setdefault((person, week), float(room[person, week] * (1 - absence[person, week])))
            hours = min(need, there, float(given.hours[row]) if is_planned else math.inf)
            left[demand, week] -= hours
            free[person, week] -= hours
            met += hours
    return met


if __name__ == "__main__":
    main()
