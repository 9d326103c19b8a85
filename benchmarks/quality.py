"""How good our plans are: beside priority order and the whole model in HiGHS, on the same cases in the same run.

    python -m benchmarks.quality --size 30x12x26 --seeds 1-5 --time-limit 10 --model-seconds 60 [--shared]

Value is given as a share of the weekly coverage bound (benchmarks.bound), which no plan reaches, and of what the whole model
in HiGHS found. Seconds and memory are of the whole process, from the workbook to the written plan. `--shared` takes cases, peers and
verdicts from the acceptance scripts of issue 2 instead of our own.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.instances import Shape
from benchmarks.judges import Judge, Own, Shared, Verdict, ours
from benchmarks.processes import Run, python
from benchmarks.report import heading, median, number, share, table, tell

ACCEPTANCE = Path("/work/shared/acceptance")
RULE, MODEL, OURS = "priority order", "whole model", "Plimsoll"
NOTHING = 0.1
"""Share of the bound below which the whole model counts as having found no plan."""
HEADINGS = ("case", "method", "value", "of bound", "of whole model", "gap", "first plan, s", "seconds", "MB", "broken")


@dataclass(frozen=True, slots=True)
class Row:
    """One plan of one case by one method; `whole` is the value of the whole model, None where it was not solved."""

    case: str
    method: str
    verdict: Verdict
    bound: float
    whole: float | None
    run: Run

    @property
    def of_bound(self) -> float:
        return self.verdict.value / self.bound

    @property
    def of_whole(self) -> float | None:
        """None too where the whole model found next to nothing, of which any share is meaningless."""
        return self.verdict.value / self.whole if self.whole and self.whole > NOTHING * self.bound else None

    @property
    def gap(self) -> float | None:
        """As proved; priority order proves nothing."""
        if self.method == RULE:
            return None
        return max(0.0, (self.verdict.bound - self.verdict.value) / max(1.0, abs(self.verdict.bound)))


def rows_of(judge: Judge, shape: Shape, given: argparse.Namespace, folder: Path) -> list[Row]:
    """Every method on one case; ours as often as asked, each run a row."""
    source = folder / f"{shape}.xlsx"
    judge.make(shape, source)
    plans: list[tuple[str, Path, Run]] = []

    def add(method: str, solve: Callable[[Path], Run]) -> None:
        target = folder / f"{shape} {len(plans)}.xlsx"
        plans.append((method, target, solve(target)))
        tell(f"{shape}: {method} {plans[-1][2].seconds:.1f} s")

    add(RULE, lambda target: judge.peer(source, target, "rule", 0.0))
    if given.model_seconds:
        add(f"{MODEL}, {given.model_seconds:g} s", lambda target: judge.peer(source, target, "highs", given.model_seconds))
    for _ in range(given.repeats):
        add(f"{OURS}, {given.time_limit:g} s", lambda target: ours(source, target, given.time_limit))
    bound = judge.bound(source, plans[0][1])
    verdicts = [judge.verdict(source, target) for _, target, _ in plans]
    whole = next((verdict.value for (method, _, _), verdict in zip(plans, verdicts, strict=True) if method.startswith(MODEL)), None)
    return [Row(str(shape), method, verdict, bound, whole, run) for (method, _, run), verdict in zip(plans, verdicts, strict=True)]


def lines(case: str, rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """A line for each method: medians over its rows, but the most memory and the sum of what is broken."""
    for method in dict.fromkeys(row.method for row in rows):
        mine = [row for row in rows if row.method == method]
        yield (
            case,
            method,
            number(median(row.verdict.value for row in mine)),
            share(median(row.of_bound for row in mine)),
            share(median(row.of_whole for row in mine)),
            share(median(row.gap for row in mine)),
            number(median(row.run.first for row in mine), 1),
            number(median(row.run.seconds for row in mine), 1),
            number(max((row.run.megabytes or 0.0 for row in mine), default=0.0) or None),
            str(sum(row.verdict.broken for row in mine)),
        )


def main() -> None:
    given = _arguments()
    judge: Judge = Shared(ACCEPTANCE) if given.shared else Own()
    heading(f"Plans at {given.size.size}{' mixed' if given.mixed else ''}", *_words(given))
    python("-m", "solver.prepare")
    found: list[Row] = []
    printed: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            shape = replace(given.size, seed=seed, mixed=given.mixed, load=given.load or given.size.load)
            rows = rows_of(judge, shape, given, Path(folder))
            found += rows
            printed += lines(f"seed {seed}", rows)
    if len(given.seeds) > 1:
        printed += lines(f"median of {len(given.seeds)}", found)
    table(HEADINGS, printed)


def _words(given: argparse.Namespace) -> list[str]:
    source = "cases, peers and verdicts of the acceptance scripts" if given.shared else "our own cases, peers and check"
    return [f"{source[0].upper()}{source[1:]}.", *([f"Ours: median of {given.repeats} runs."] if given.repeats > 1 else [])]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our plans beside priority order and the whole model in HiGHS.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("30x12x26"), help="people × projects × weeks")
    parser.add_argument("--seeds", type=_seeds, default=[1], help="1,2,3 or 1-5: of the cases")
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds of ours")
    parser.add_argument("--model-seconds", type=float, default=60.0, help="seconds of the whole model in HiGHS, 0 to leave it out")
    parser.add_argument("--repeats", type=int, default=1, help="runs of ours on each case")
    parser.add_argument("--load", type=float, help="hours asked over capacity, of our own cases")
    parser.add_argument("--mixed", action="store_true", help="with bookings, named demands, overtime and the rest of the contract")
    parser.add_argument("--shared", action="store_true", help=f"cases, peers and verdicts from {ACCEPTANCE}")
    parser.add_argument("--quick", action="store_true", help="one small case, seconds only")
    given = parser.parse_args()
    if given.quick:
        given.time_limit, given.model_seconds, given.seeds = 2.0, 3.0, given.seeds[:1]
    if given.shared and not ACCEPTANCE.is_dir():
        parser.error(f"there is no {ACCEPTANCE}; leave out --shared")
    return given


def _seeds(text: str) -> list[int]:
    first, _, last = text.partition("-")
    return list(range(int(first), int(last) + 1)) if last else [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
