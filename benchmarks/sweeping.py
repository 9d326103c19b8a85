"""What a sweep costs beside single solves, and whether its points are as good as if each were solved anew.

    python -m benchmarks.sweeping [--size 200x80x52] [--seed 1] [--effort 400] [--vary "delay:Project 001=0..19"] [--cold 3] [--json]

One run: a single solve of the portfolio as it stands with that effort, then the sweep with it (its centre in full, each other point a tenth
of that from its neighbour's plan), then some points of the sweep, evenly spread, solved anew with the whole effort, each with two seeds, as what
the sweep's points are compared with. Seconds are by the clock and of the processors, of this process and its children. With `--json` the
last line is one object.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, table, tell
from data.portfolio import Portfolio
from planner.solving import Options, solve
from planner.sweeping import Swept
from planner.sweeping.question import Place, Sweep
from planner.sweeping.reading import read_axis
from planner.sweeping.solving import Asking, swept_at
from solver.control import Unattended

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of the processors."""

    clock: float
    processor: float


def main() -> int:
    given = _arguments()
    heading(
        "Sweeping", f"{given.size.people}×{given.size.projects}×{given.size.weeks}, seed {given.seed}, effort {given.effort}, {given.vary}."
    )
    portfolio = lifelike(replace(given.size, seed=given.seed))
    options = Options(time_limit=None, effort=given.effort, gap=0.0)
    single, one = measured(lambda: value(portfolio, options))
    tell(f"single solve: value {single:,.0f}, {one}")
    sweep = Sweep((read_axis(given.vary),))
    swept, all_of_it = measured(lambda: swept_at(None, Asking(portfolio, sweep, options), Unattended()))
    tell(f"sweep of {sweep.count}: {all_of_it}")
    rows = [compared(swept, place, options) for place in _spread(sweep.places, given.cold)]
    table(("point", "of the sweep", "anew", "anew, other seed", "of the better"), [_row(*row) for row in rows])
    shares = [warm / max(cold) for _, warm, cold in rows]
    clock, processor = all_of_it.clock / one.clock, all_of_it.processor / one.processor
    print(f"A sweep of {sweep.count} costs {clock:.2f} single solves by the clock, {processor:.2f} by processor time.")
    print(f"Its points are worth {100 * min(shares):.2f} to {100 * max(shares):.2f} % of the better of two solved anew.")
    if given.json:
        print(json.dumps({"clock": clock, "processor": processor, "least": min(shares), "greatest": max(shares)}))
    return 0


def compared(swept: Swept, place: Place, options: Options) -> tuple[str, float, tuple[float, ...]]:
    """A point's words, its value in the sweep, and its values when solved anew with two seeds."""
    point = swept.at(place)
    if point.portfolio is None or point.plan is None:
        raise RuntimeError(f"{swept.sweep.words(place)}: {point.why}")
    cold = []
    for seed in (1, 2):
        cold.append(value(point.portfolio, replace(options, seed=seed)))
        tell(f"{swept.sweep.words(place)}, seed {seed}: {cold[-1]:,.0f} anew, {point.plan.value:,.0f} in the sweep")
    return swept.sweep.words(place), point.plan.value, tuple(cold)


def value(portfolio: Portfolio, options: Options) -> float:
    plan = solve(portfolio, options, Unattended()).plan
    if plan is None:
        raise RuntimeError("no plan was found; give it more effort")
    return plan.value


def measured(work: Callable[[], T]) -> tuple[T, Cost]:
    """What it returns, and what it took; children count once they are gone."""
    clock, processor = time.monotonic(), _processor()
    done = work()
    return done, Cost(time.monotonic() - clock, _processor() - processor)


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _spread(places: tuple[Place, ...], count: int) -> list[Place]:
    """So many of the places, the last among them, evenly apart."""
    last = len(places) - 1
    return [places[round(last * number / max(1, count - 1))] for number in range(count)]


def _row(words: str, warm: float, cold: tuple[float, ...]) -> tuple[str, ...]:
    return words, f"{warm:,.0f}", *(f"{each:,.0f}" for each in cold), f"{100 * warm / max(cold):.2f} %"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=Shape.parsed, default=Shape(200, 80, 52))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--effort", type=int, default=400)
    parser.add_argument("--vary", default="delay:Project 001=0..19")
    parser.add_argument("--cold", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
