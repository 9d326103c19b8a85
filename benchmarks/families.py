"""How every kind of portfolio fares: one small table for each family, all methods in the same run.

    python -m benchmarks.families [--size 30x12x26] [--only "load 1.5,delays"] [--seeds 1] [--time-limit 10] [--model-seconds 30] [--list]

Families differ in load, skills, teams, bookings, horizon, delays and proposals; all else is as benchmarks.instances has it. Where projects
may be delayed the peers delay nothing, since neither a planner by hand nor these models do.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.contest import HEADINGS, Contest, add_arguments, checked, lines, names_of
from benchmarks.instances import Shape
from benchmarks.judges import judge_of
from benchmarks.processes import python
from benchmarks.report import heading, table

FAMILIES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "load 0.8": {"load": 0.8},
        "load 1.0": {"load": 1.0},
        "load 1.2": {"load": 1.2},
        "load 1.5": {"load": 1.5},
        "few skills": {"traits": ("few skills",)},
        "many skills": {"traits": ("many skills",)},
        "tight teams": {"traits": ("tight teams",)},
        "loose teams": {"traits": ("loose teams",)},
        "many bookings": {"traits": ("bookings",)},
        "short horizon": {"weeks": 0.5},
        "long horizon": {"weeks": 2.0},
        "delays": {"traits": ("delays",)},
        "proposals": {"traits": ("proposals",)},
        "delays and proposals": {"traits": ("delays", "proposals")},
        "everything": {"mixed": True, "traits": ("delays", "proposals", "bookings")},
    }
)
"""What each family changes of a shape; `weeks` as a multiple."""
FEWEST_WEEKS = 6
QUICK = ("load 1.5", "delays and proposals")


def shape_of(family: str, size: Shape, seed: int) -> Shape:
    """The shape of a family at a size."""
    changes = dict(FAMILIES[family])
    weeks = max(FEWEST_WEEKS, round(size.weeks * changes.pop("weeks", 1.0)))
    return replace(size, seed=seed, weeks=weeks, **changes)


def main() -> None:
    given = _arguments()
    judge = judge_of(shared=given.shared)
    heading(f"Families at {given.size.size}", f"Median of seeds {', '.join(map(str, given.seeds))}; nothing is to be broken.")
    python("-m", "solver.prepare")
    contest = Contest(given.time_limit, given.model_seconds, given.repeats)
    printed: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for family in given.only:
            shapes = [shape_of(family, given.size, seed) for seed in given.seeds]
            printed += lines(family, [row for shape in shapes for row in contest.rows(judge, shape, Path(folder))])
    table(HEADINGS, printed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Every family of portfolios, by every method.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("30x12x26"), help="people × projects × weeks")
    parser.add_argument("--only", type=names_of(FAMILIES, "family"), default=tuple(FAMILIES), help=f"of: {', '.join(FAMILIES)}")
    parser.add_argument("--quick", action="store_true", help="two families at a small size, seconds only")
    add_arguments(parser, time_limit=10.0, model_seconds=30.0)
    parser.add_argument("--repeats", type=int, default=1, help="runs of ours on each case")
    given = checked(parser, parser.parse_args())
    if given.quick:
        given.size, given.time_limit, given.model_seconds, given.seeds, given.only = Shape.parsed("12x6x16"), 2.0, 2.0, [1], QUICK
    return given


if __name__ == "__main__":
    main()
