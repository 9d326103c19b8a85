"""Replanning after one person leaves: what a plan is worth that moves at most 3 % of the hours, beside one that may move anything.

    python -m benchmarks.replanning [--size 200x80x52] [--seeds 1-5] [--time-limit 10] [--share 0.03] [--shared] [--json]

For each seed a portfolio is solved for 30 s: that is the plan of record. Then somebody leaves, drawn by the seed among those with hours in
it, and `plimsoll replan` plans again with a budget such that all hours moved, the leaver's among them, are at most the share. The peer in
the same run is the better of two plans of the same time that may move anything: `plimsoll replan` without a budget, and `plimsoll solve`
anew. Hours moved are counted here from the sheets of the two plans. With `--json` the last line is one object (the median of the seeds):
value, free_value, moved_share, seconds (of the whole process), megabytes, broken (findings of both plans).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.contest import seeds
from benchmarks.instances import Shape
from benchmarks.judges import Judge, judge_of, ours
from benchmarks.processes import Run, python
from benchmarks.report import heading, median, share, table, tell
from data.workbook.reading import read
from planner.actions import resources
from planner.exporting import export_portfolio
from planner.importing import load

RECORD_SECONDS = 30.0
"""Of search for the plan of record."""
HEADINGS = ("seed", "leaver's hours", "hours moved", "value", "free value", "of free", "free moved", "whole process", "broken")

Cells = Mapping[tuple[object, ...], float]
"""Hours by demand, resource and week."""


@dataclass(frozen=True, slots=True)
class Replanned:
    """One seed: values in points, shares of the plan of record's hours."""

    value: float
    free_value: float
    moved_share: float
    free_moved_share: float
    leaver_share: float
    seconds: float
    megabytes: float | None
    broken: int

    @property
    def of_free(self) -> float:
        return self.value / self.free_value


def main() -> int:
    given = _arguments()
    judge = judge_of(shared=given.shared)
    heading("Replanning after one person leaves", f"At most {given.share:.0%} of the hours moved, {given.time_limit:g} s each.")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            found.append(measured(judge, replace(given.size, seed=seed), Path(folder), given.time_limit, given.share))
            tell(f"seed {seed}: {found[-1]}")
    table(HEADINGS, [_row(str(seed), each) for seed, each in zip(given.seeds, found, strict=True)])
    if given.json:
        figures = [asdict(each) for each in found]
        print(json.dumps({name: median(each[name] for each in figures) for name in figures[0]}))
    return 0


def measured(judge: Judge, shape: Shape, folder: Path, seconds: float, most: float) -> Replanned:
    """The whole of it for one case; `most` is the share of hours that may move."""
    before, record, now = (folder / f"{name} {shape.seed}.xlsx" for name in ("before", "record", "now"))
    judge.make(shape, before)
    ours(before, record, RECORD_SECONDS)
    cells = hours(record)
    leaver = _left(before, now, cells, shape.seed)
    total, gone = sum(cells.values()), sum(its for cell, its in cells.items() if cell[1] == leaver)
    budget = max(0, math.floor(most * total - gone))
    kept, free, fresh = (folder / f"{name} {shape.seed}.xlsx" for name in ("kept", "free", "fresh"))
    run = _replan(now, kept, record, seconds, "--budget", str(budget))
    _replan(now, free, record, seconds)
    ours(now, fresh, seconds)
    verdicts = {path: judge.verdict(now, path) for path in (kept, free, fresh)}
    best = max((free, fresh), key=lambda path: verdicts[path].value)
    return Replanned(
        value=verdicts[kept].value,
        free_value=verdicts[best].value,
        moved_share=_moved(cells, hours(kept)) / total,
        free_moved_share=_moved(cells, hours(best)) / total,
        leaver_share=gone / total,
        seconds=run.seconds,
        megabytes=run.megabytes,
        broken=verdicts[kept].broken + verdicts[best].broken,
    )


def hours(plan: Path) -> Cells:
    """The sheet Allocations of a plan workbook."""
    sheet = read(plan, ["Allocations"]).sheets[0]
    at = [sheet.rows[0].index(name) for name in ("Demand", "Resource", "Week", "Hours")]
    return {tuple(row[column] for column in at[:3]): float(str(row[at[3]])) for row in sheet.rows[1:] if row[at[0]]}


def _left(before: Path, now: Path, cells: Cells, seed: int) -> str:
    """Writes the portfolio without one of those who work, and answers who that is."""
    portfolio = load(before).portfolio
    assert portfolio is not None, f"{before} was made for this"
    working = sorted({str(cell[1]) for cell in cells})
    leaver = working[int(np.random.default_rng(seed).integers(len(working)))]
    key = next(each.id for each in portfolio.resources.values() if each.name == leaver)
    export_portfolio(resources.removed(portfolio, key).applied_to(portfolio), now)
    return leaver


def _replan(source: Path, target: Path, record: Path, seconds: float, *more: str) -> Run:
    return python("-m", "planner", "replan", source, target, "--plan", record, "--time-limit", str(seconds), *more)


def _moved(before: Cells, after: Cells) -> float:
    """Hours that their cells no longer have."""
    return sum(max(0.0, its - after.get(cell, 0.0)) for cell, its in before.items())


def _row(seed: str, each: Replanned) -> tuple[str, ...]:
    shares = (share(each.leaver_share), share(each.moved_share))
    values = (f"{each.value:,.0f}", f"{each.free_value:,.0f}", share(each.of_free), share(each.free_moved_share))
    return seed, *shares, *values, f"{each.seconds:.1f} s", str(each.broken)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Replanning after one person leaves.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"), help="people × projects × weeks")
    parser.add_argument("--seeds", type=seeds, default=(1, 2, 3, 4, 5), help="1-5, or one")
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds of each replanning")
    parser.add_argument("--share", type=float, default=0.03, help="of the plan's hours that may move, the leaver's among them")
    parser.add_argument("--shared", action="store_true", help="cases and verdicts of the acceptance scripts")
    parser.add_argument("--json", action="store_true", help="the median of the seeds as one JSON object on the last line")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
