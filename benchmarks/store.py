"""How long an edit takes to be durable in a large portfolio, and how long the file takes to be opened, published and closed.

    python -m benchmarks.store [--allocations 100000] [--edits 200] [--rows 1000000] [--folder FOLDER]

An edit is one durable transaction of the working copy: the entity, its row of the change log, the digest. The floor is one
changed row in plain sqlite3 under the same settings. Opening, publishing and closing are those of a file of so many rows, beside
what SQLite's own tools take for less: its integrity check, which finds two thirds of flipped bits, and its backup, which
replaces nothing. A folder in memory (many a /tmp) makes every figure of this meaningless: choose one on a disk.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from itertools import islice, product
from pathlib import Path

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, median, milliseconds, number, percentile, table, tell, timed
from data.database.connection import SETTINGS
from data.document.private import HOME_VARIABLE
from data.edits import Change, Edit
from data.entities import Demand, new_id
from data.errors import PlannerError
from data.plan import Allocation, Plan, PlanStatus
from data.portfolio import Kind, Portfolio
from planner.exporting import export_portfolio
from planner.hours.calendars import weeks
from planner.workspace import Workspace

ON_DISK = Path("/var/tmp")
"""Kept over a restart, so on a disk wherever it exists."""
SAVES = 5


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
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        os.environ[HOME_VARIABLE] = str(Path(folder, "home"))
        portfolio = lifelike(given.size)
        measure_edits(portfolio, Path(folder), given)
        measure_file(portfolio, Path(folder), given)


def measure_edits(portfolio: Portfolio, folder: Path, given: argparse.Namespace) -> None:
    heading(f"Edits at {given.allocations:,} allocation rows", f"In {given.folder}.")
    plan = plan_of(portfolio, given.allocations)
    tell(f"creating {len(plan.allocations):,} allocations")
    with Workspace.create(folder / "large.plimsoll", portfolio) as workspace:
        keeping = timed(lambda: workspace.keep_plan(plan))
        ours = [timed(lambda edit=edit: workspace.apply(edit)) for edit in edits(portfolio, given.edits)]  # type: ignore[misc] # at once
    with Workspace.open(folder / "large.plimsoll") as workspace:
        reading = timed(lambda: workspace.plan)
    plain = plain_commits(folder / "plain.db", given.allocations, given.edits)
    saves = [timed(lambda: saved(portfolio, folder / "again.xlsx")) for _ in range(SAVES)]
    ways = (("Plimsoll: one edit", ours), ("plain sqlite3: one row", plain), ("the portfolio saved again as a workbook", saves))
    figures = [(way, number(len(each)), *(milliseconds(percentile(each, p)) for p in (0.5, 0.95, 1.0))) for way, each in ways]
    table(("durable change", "times", "p50", "p95", "worst"), figures)
    print(f"\nKeep the plan: {keeping:.2f} s; read it: {reading:.2f} s.")


def measure_file(portfolio: Portfolio, folder: Path, given: argparse.Namespace) -> None:
    path = folder / "rows.plimsoll"
    tell(f"creating a file of {given.rows:,} rows")
    with Workspace.create(path, portfolio) as workspace:
        for _ in range(max(1, given.rows // given.allocations)):
            workspace.keep_plan(plan_of(portfolio, min(given.rows, given.allocations)))
    with closing(sqlite3.connect(path)) as file:
        rows = sum(file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("allocations", "demands", "resources"))
    heading(f"The file at {rows:,} rows", f"{path.stat().st_size / 1e6:.0f} MB, in {given.folder}.")
    opening, publishing, closings = [], [], []
    for edit in edits(portfolio, SAVES):
        kept: list[Workspace] = []
        opening.append(timed(lambda: kept.append(Workspace.open(path))))  # noqa: B023 - at once
        workspace = kept[0]
        workspace.apply(edit)
        publishing.append(timed(workspace.publish))
        closings.append(timed(workspace.close))
    broken = folder / "broken.plimsoll"
    broken.write_bytes(path.read_bytes()[:-1] + b"x" if path.read_bytes()[-1:] != b"x" else path.read_bytes()[:-1] + b"y")
    slow = [timed(lambda: refused_or_read(broken)) for _ in range(SAVES)]
    checks = [timed(lambda: plain_check(path)) for _ in range(SAVES)]
    copies = [timed(lambda: plain_backup(path, folder / "backup.db")) for _ in range(SAVES)]
    ways = (
        ("Plimsoll: open and check (the seal is whole)", opening),
        ("Plimsoll: open, check and refuse (one byte is changed)", slow),
        ("SQLite alone: integrity_check", checks),
        ("Plimsoll: publish one edit, the first with a backup of what was", publishing),
        ("Plimsoll: close, with a backup", closings),
        ("SQLite alone: backup, and flush", copies),
    )
    figures = [
        (way, number(len(each)), *(number(f, 2) for f in (median(each), max(each), (median(each) or 0) * 1e6 / rows))) for way, each in ways
    ]
    table(("what", "times", "median s", "worst s", "s for a million rows"), figures)


def refused_or_read(path: Path) -> None:
    with suppress(PlannerError):
        Workspace.read(path).close()


def plain_check(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA integrity_check(1)").fetchone()


def plain_backup(path: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(to)) as copy:
        file.backup(copy)
    with to.open("rb+") as stream:
        os.fsync(stream.fileno())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Durable edits of a large portfolio file.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"))
    parser.add_argument("--allocations", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=ON_DISK if ON_DISK.is_dir() else Path(tempfile.gettempdir()))
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    if given.quick:
        given.allocations, given.edits, given.rows = 10_000, 30, 20_000
    return given


if __name__ == "__main__":
    main()
