"""How good our plans are: beside priority order, the sketch, and the whole model in HiGHS and CP-SAT, in the same run.

    python -m benchmarks.quality --size 30x12x26 --seeds 1-5 --time-limit 10 --model-seconds 60 [--shared]

Value is given as a share of the weekly coverage bound (benchmarks.bound), which no plan reaches, and of what the whole model
in HiGHS found. Seconds and memory are of the whole process, from the workbook to the written plan. `--shared` takes cases, peers and
verdicts from the acceptance scripts instead of our own.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.contest import HEADINGS, Contest, Row, add_arguments, add_case_arguments, checked, lines
from benchmarks.instances import Shape
from benchmarks.judges import judge_of
from benchmarks.processes import python
from benchmarks.report import heading, table


def main() -> None:
    given = _arguments()
    judge = judge_of(shared=given.shared)
    kind = "".join(f", {trait}" for trait in given.trait)
    heading(f"Plans at {given.size.size}{' mixed' if given.mixed else ''}{kind}", *_words(given))
    python("-m", "solver.prepare")
    contest = Contest(given.time_limit, given.model_seconds, given.repeats)
    found: list[Row] = []
    printed: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            shape = replace(given.size, seed=seed, mixed=given.mixed, load=given.load, traits=tuple(given.trait))
            rows = contest.rows(judge, shape, Path(folder))
            found += rows
            printed += lines(f"seed {seed}", rows)
    if len(given.seeds) > 1:
        printed += lines(f"median of {len(given.seeds)}", found)
    table(HEADINGS, printed)


def _words(given: argparse.Namespace) -> list[str]:
    source = "cases, peers and verdicts of the acceptance scripts" if given.shared else "our own cases, peers and check"
    return [f"{source[0].upper()}{source[1:]}.", *([f"Ours: median of {given.repeats} runs."] if given.repeats > 1 else [])]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our plans beside priority order, the sketch and the whole model in two engines.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("30x12x26"), help="people × projects × weeks")
    add_arguments(parser, time_limit=10.0, model_seconds=60.0)
    parser.add_argument("--repeats", type=int, default=1, help="runs of ours on each case")
    add_case_arguments(parser)
    parser.add_argument("--mixed", action="store_true", help="with bookings, named demands, overtime and the rest of the contract")
    parser.add_argument("--quick", action="store_true", help="one small case, seconds only")
    given = checked(parser, parser.parse_args())
    if given.quick:
        given.time_limit, given.model_seconds, given.seeds = 2.0, 3.0, given.seeds[:1]
    return given


if __name__ == "__main__":
    main()
