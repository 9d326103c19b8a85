"""How long a start takes: the command line, each large import, and the window offscreen, beside what Python and Qt take alone.

    python -m benchmarks.start [--repeats 7] [--size 200x80x52] [--full 1000x440x104] [--rows 100000]

Each figure is the median over fresh processes. The window is ready when it has painted itself once and waits for its user; with a
file, when that file is on the screen. Nothing of the user's own settings is read or written.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from benchmarks.full_size import ROWS, SIZE, full_size
from benchmarks.instances import Shape, lifelike
from benchmarks.processes import python
from benchmarks.report import heading, median, number, table, tell
from data.database.store import Store
from data.document.private import HOME_VARIABLE
from planner.workspace import Workspace

EVERYTHING = "import PySide6.QtWidgets, sqlalchemy, matplotlib.figure, numba, pulp, highspy, numpy, holidays, xlsxwriter, python_calamine"
IMPORTS = {
    "numpy": "import numpy",
    "every library of ours at once": EVERYTHING,
    "planner.cli": "import planner.cli",
    "planner.workspace": "import planner.workspace",
    "solver.apart (what a solving window holds)": "import solver.apart",
    "solver.solve (what the solving process holds)": "import solver.solve",
    "ui.launch (the window)": "import ui.launch",
}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def windows(folder: Path, shape: Shape, full: Shape, rows: int) -> Iterable[tuple[str, list[str]]]:
    """Names of windows with the arguments that show them; the files are made in the folder."""
    small, large = folder / "p.plimsoll", folder / "full.plimsoll"
    Store.create(small, lifelike(shape)).close()
    portfolio, plan = full_size(full, rows)
    with Workspace.create(large, portfolio) as workspace:
        workspace.keep_plan(plan)
    yield "an empty window of Qt", ["-m", "benchmarks.window", "qt"]
    yield "Plimsoll's start page", ["-m", "benchmarks.window", "ours"]
    yield f"Plimsoll with a file of {shape.size} on the screen", ["-m", "benchmarks.window", str(small)]
    what = f"{full.size}, {len(portfolio.demands):,} demands and a plan of {len(plan.allocations):,} rows"
    yield f"Plimsoll with a file of {what} on the screen", ["-m", "benchmarks.window", str(large)]


def commands() -> Iterable[tuple[str, list[str]]]:
    yield "Python alone", ["-c", "pass"]
    yield "`plimsoll --help`", ["-c", "import sys; from ui.app import main; sys.exit(main(['--help']))"]
    yield "`python -m planner --help`", ["-m", "planner", "--help"]


def seconds_of(
    arguments: list[str], repeats: int, environment: Mapping[str, str] = MappingProxyType({})
) -> tuple[float | None, float | None, float | None]:
    """Seconds to the end, seconds to the word “ready” and megabytes, each a median; the first run only warms the disk."""
    tell(f"python {' '.join(arguments)[:60].strip()}")
    runs = [python(*arguments, environment=environment) for _ in range(repeats + 1)][1:]
    return (
        median(run.seconds for run in runs),
        median(run.first(lambda line: line.startswith("ready")) for run in runs),
        median(run.megabytes for run in runs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a start takes.")
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"))
    parser.add_argument("--full", type=Shape.parsed, default=Shape.parsed(SIZE))
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    few = Shape.parsed("30x12x26")
    repeats, shape, full = (1, few, few) if given.quick else (given.repeats, given.size, given.full)
    heading("The command line and its imports", f"Medians of {repeats} fresh processes.")
    starts = [*commands(), *((f"import {name}", ["-c", code]) for name, code in IMPORTS.items())]
    found = [(name, *seconds_of(arguments, repeats)) for name, arguments in starts]
    table(("start", "seconds", "MB"), [(name, number(seconds, 2), number(megabytes)) for name, seconds, _, megabytes in found])
    heading("The window, offscreen", f"Medians of {repeats} fresh processes, from the start of Python.")
    with tempfile.TemporaryDirectory() as folder:
        own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), folder) | OFFSCREEN
        os.environ[HOME_VARIABLE] = folder
        shown = [(name, *seconds_of(arguments, repeats, own)) for name, arguments in windows(Path(folder), shape, full, given.rows)]
    table(("window", "ready after, s", "MB"), [(name, number(first, 2), number(megabytes)) for name, _, first, megabytes in shown])


if __name__ == "__main__":
    main()
