"""TaskJuggler's five rules beside ours and the other peers, on portfolios that both can state, scored by one neutral scorer.

    python -m benchmarks.taskjuggler [--size 30x12x26] [--seeds 1-3] [--statement window|effort] [--assignment-cost 4 --persistent]

The portfolio is written as a .tjp (benchmarks.tjp), scheduled by `tj3` (Debian: apt-get install tj3), its bookings are read back and
scored from the portfolio alone (benchmarks.scoring), and so is every other plan. benchmarks.statable says how a portfolio
is chosen that both can state, and what TaskJuggler has no words for.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.bound import coverage_bound
from benchmarks.contest import OURS, Contest, seeds
from benchmarks.instances import LOAD, Shape
from benchmarks.judges import ours, peer
from benchmarks.processes import FailedError, Run, measured, python
from benchmarks.report import heading, median, number, share, table, tell
from benchmarks.scoring import Given, Score, score
from benchmarks.statable import CANNOT, statable
from benchmarks.tjp import BOOKINGS, PERSISTENT, RULES, Statement, booked, stated
from data.portfolio import Portfolio
from data.workbook.reading import read
from planner.exporting import export_portfolio
from planner.hours.problem import build

WITHOUT_TJ3 = "TaskJuggler is left out: there is no tj3 here (Debian: apt-get install tj3)"
ENVIRONMENT = {"TZ": "UTC", "LANG": "C.UTF-8"}
HEADINGS = (
    "case", "method", "value", "of bound", "of ours", "hours met", "priority 1", "priority 3", "priority 5",
    "counted nothing, h", "assignments", "seconds", "times ours", "MB",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One method's plan of one case, scored."""

    method: str
    score: Score
    bound: float
    run: Run


def entries(shape: Shape, given: argparse.Namespace, folder: Path) -> Iterator[Entry]:
    """Every method on the case of a shape; ours first, since the others are told as multiples of it."""
    portfolio = statable(shape, given.assignment_cost)
    source, bound = folder / f"{shape}.xlsx", coverage_bound(build(portfolio).problem)
    export_portfolio(portfolio, source)
    methods = [*Contest(given.time_limit, given.model_seconds).methods()]
    for method, by, seconds in (methods[-1], *methods[:-1]):
        target = folder / f"{shape} {method}.xlsx"
        run = ours(source, target, seconds) if by is None else peer(source, target, by, seconds)
        tell(f"{shape}: {method} {run.seconds:.1f} s")
        yield Entry(method, score(portfolio, allocations(target)), bound, run)
    for rule in RULES if has_taskjuggler() else ():
        plan, run = scheduled(portfolio, rule + PERSISTENT * given.persistent, given.statement, folder)
        tell(f"{shape}: TaskJuggler, {rule} {run.seconds:.1f} s")
        yield Entry(f"TaskJuggler, {rule}", score(portfolio, plan), bound, run)


def has_taskjuggler() -> bool:
    return shutil.which("tj3") is not None


def scheduled(portfolio: Portfolio, select: str, statement: Statement, folder: Path) -> tuple[list[Given], Run]:
    """What TaskJuggler makes of a portfolio; FailedError where it does not schedule it."""
    (folder / "portfolio.tjp").write_text(stated(portfolio, select, statement), encoding="utf-8")
    report = folder / f"{BOOKINGS}.tji"
    report.unlink(missing_ok=True)
    command = ["tj3", "--silent", "--no-color", "portfolio.tjp"]
    run = measured(command, os.environ | ENVIRONMENT, folder)
    if not report.exists():
        raise FailedError(command, run)
    return booked(portfolio, report.read_text(encoding="utf-8")), run


def allocations(plan: Path) -> Iterator[Given]:
    """The hours of a plan workbook."""
    rows = read(plan, ["Allocations"]).sheets[0].rows
    column = {str(heading): n for n, heading in enumerate(rows[0])} if rows else {}
    for row in rows[1:]:
        demand, resource, week, hours = (row[column[name]] for name in ("Demand", "Resource", "Week", "Hours"))
        monday = week.date() if isinstance(week, dt.datetime) else week if isinstance(week, dt.date) else dt.date.fromisoformat(str(week))
        assert isinstance(hours, int | float)
        yield str(demand), str(resource), monday, float(hours)


def lines(case: str, found: list[Entry]) -> Iterator[tuple[str, ...]]:
    """A line for each method: medians over its entries, but the most memory."""
    mine = {method: [entry for entry in found if entry.method == method] for method in dict.fromkeys(entry.method for entry in found)}
    own = next(those for method, those in mine.items() if method.startswith(OURS))
    for method, those in mine.items():
        ratios = [(entry.score.value / us.score.value, entry.run.seconds / us.run.seconds) for entry, us in zip(those, own, strict=True)]
        yield (
            case,
            method,
            number(median(entry.score.value for entry in those)),
            share(median(entry.score.value / entry.bound for entry in those)),
            share(median(value for value, _ in ratios)),
            share(median(entry.score.counted / entry.score.asked for entry in those)),
            *(share(median(entry.score.by_priority.get(priority) for entry in those)) for priority in (1, 3, 5)),
            number(median(entry.score.nothing for entry in those)),
            number(median(entry.score.assignments for entry in those)),
            number(median(entry.run.seconds for entry in those), 1),
            f"{median(seconds for _, seconds in ratios):.2f}×",
            number(max((entry.run.megabytes or 0.0 for entry in those), default=0.0) or None),
        )


def main() -> None:
    given = _arguments()
    words = "TaskJuggler is told each demand as a " + (
        "window with a weekly limit." if given.statement == "window" else "task of so many hours."
    )
    heading(f"Beside TaskJuggler, at {given.size.size}", words, f"An assignment costs {given.assignment_cost:g} h.")
    if not has_taskjuggler():
        tell(WITHOUT_TJ3)
        print(f"{WITHOUT_TJ3}.\n")
    python("-m", "solver.prepare")
    everything: list[Entry] = []
    printed: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            found = list(entries(replace(given.size, seed=seed, load=given.load), given, Path(folder)))
            everything += found
            printed += lines(f"seed {seed}", found)
    if len(given.seeds) > 1:
        printed += lines(f"median of {len(given.seeds)}", everything)
    table(HEADINGS, printed)
    print("\nTaskJuggler has no words for, so the portfolio is without it:\n")
    print("\n".join(f"- {each};" for each in CANNOT))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="TaskJuggler's select rules beside ours, by one scorer.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("30x12x26"), help="people × projects × weeks")
    parser.add_argument("--seeds", type=seeds, default=[1], help="1,2,3 or 1-5")
    parser.add_argument("--load", type=float, default=LOAD, help="hours asked over capacity")
    parser.add_argument("--statement", choices=("window", "effort"), default="window", help="how TaskJuggler is told a demand")
    parser.add_argument("--persistent", action="store_true", help="TaskJuggler keeps whom it chose first for the whole of a task")
    parser.add_argument("--assignment-cost", type=float, default=0.0, help="hours, in the value of all methods; TaskJuggler knows none")
    parser.add_argument("--time-limit", type=float, default=10.0, help="seconds of ours")
    parser.add_argument("--model-seconds", type=float, default=30.0, help="seconds of each engine on the whole model, 0: none")
    parser.add_argument("--quick", action="store_true", help="one small case, seconds only")
    given = parser.parse_args()
    if given.quick:
        given.size, given.seeds, given.time_limit, given.model_seconds = Shape.parsed("12x6x16"), given.seeds[:1], 2.0, 2.0
    return given


if __name__ == "__main__":
    main()
