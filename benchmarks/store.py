"""How long an edit takes to be durable in a large portfolio file, beside what the disk itself takes and a workbook saved again.

    python -m benchmarks.store [--allocations 100000] [--edits 200] [--folder FOLDER]

An edit is one durable transaction: the entity, its row of the change log, the digest. The floor is one changed row in plain
sqlite3 under the same settings. A folder in memory (many a /tmp) makes every figure of this meaningless: choose one on a disk.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice, product
from pathlib import Path

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, median, milliseconds, number, percentile, table, tell, timed
from data.database.connection import SETTINGS
from data.database.store import Store
from data.edits import Change, Edit
from data.entities import Demand, new_id
from data.plan import Allocation, Plan, PlanStatus
from data.portfolio import Kind, Portfolio
from planner.exporting import export_portfolio
from planner.hours.calendars import weeks

ON_DISK = Path("/var/tmp")
"""Kept over a restart, so on a disk wherever it exists."""
SAVES = 3


def plan_of(portfolio: Portfolio, allocations: int) -> Plan:
    """A plan of exactly so many allocations; whether it keeps the rules is no matter of a file."""
    cells = product(portfolio.demands, portfolio.resources, weeks(portfolio.settings))
    made = tuple(Allocation(demand, resource, week, 8.0) for demand, resource, week in islice(cells, allocations))
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return Plan(new_id(), "benchmark", now, PlanStatus.FEASIBLE, 1.0, 2.0, 1.0, 2.0, "highs", 1.0, 1, 1, (), made)


def edits(portfolio: Portfolio, count: int) -> Iterator[Edit]:
    """Edits of one demand each, as a hand at the keyboard makes them."""
    demands: list[Demand] = list(portfolio.demands.values())
    for n in range(count):
        before = demands[n % len(demands)]
        after = demands[n % len(demands)] = replace(before, hours_per_week=(before.hours_per_week or 0.0) + 4.0)
        yield Edit("Change hours", (Change(Kind.DEMAND, before.id, before, after),))


def commits(file: Store, made: Sequence[Edit]) -> list[float]:
    return [timed(lambda edit=edit: file.commit(edit)) for edit in made]  # type: ignore[misc] # bound as a default, at once


def plain_commits(path: Path, rows: int, count: int) -> list[float]:
    """One row changed in a table of as many rows, by sqlite3 alone, with the settings of a portfolio file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name, value, _ in SETTINGS:
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute("CREATE TABLE cells (id INTEGER PRIMARY KEY, hours INTEGER NOT NULL) STRICT")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO cells VALUES (?, 0)", ((n,) for n in range(rows)))
        connection.execute("COMMIT")

        def commit(n: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE cells SET hours = hours + 1 WHERE id = ?", (n * 7919 % rows,))
            connection.execute("COMMIT")

        return [timed(lambda n=n: commit(n)) for n in range(count)]  # type: ignore[misc] # as above


def saved(portfolio: Portfolio, path: Path) -> None:
    """What a spreadsheet does at each save: everything anew, and on the disk."""
    export_portfolio(portfolio, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def main() -> None:
    given = _arguments()
    heading(f"Edits at {given.allocations:,} allocation rows", f"In {given.folder}.")
    portfolio = lifelike(given.size)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        path = Path(folder, "large.plimsoll")
        plan = plan_of(portfolio, given.allocations)
        tell(f"creating {len(plan.allocations):,} allocations")
        with Store.create(path, portfolio) as file:
            keeping = timed(lambda: file.keep_plan(plan))
            ours = commits(file, list(edits(portfolio, given.edits)))
        opening = median(timed(lambda: Store.open(path).close()) for _ in range(SAVES)) or 0.0
        with Store.open(path) as file:
            latest = timed(file.latest_plan)
        plain = plain_commits(Path(folder, "plain.db"), given.allocations, given.edits)
        saves = [timed(lambda: saved(portfolio, Path(folder, "again.xlsx"))) for _ in range(SAVES)]
    ways = (("Plimsoll: one edit", ours), ("plain sqlite3: one row", plain), ("the portfolio saved again as a workbook", saves))
    figures = [(way, number(len(each)), *(milliseconds(percentile(each, p)) for p in (0.5, 0.95, 1.0))) for way, each in ways]
    table(("durable change", "times", "p50", "p95", "worst"), figures)
    print(f"\nKeep the plan: {keeping:.2f} s; open and check the file: {opening:.2f} s; read the plan: {latest:.2f} s.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Durable edits of a large portfolio file.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"))
    parser.add_argument("--allocations", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--folder", type=Path, default=ON_DISK if ON_DISK.is_dir() else Path(tempfile.gettempdir()))
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    if given.quick:
        given.allocations, given.edits = 10_000, 30
    return given


if __name__ == "__main__":
    main()
