"""How long the thread of the window works at a stretch for what a user does once in a while, at full size.

    python -m benchmarks.stalls [--size 1000x440x104] [--rows 100000] [--repeats 5]

Each deed is done in windows of its own. What counts is the longest stretch between two beats of `benchmarks.heartbeat`, worked by the thread
of the window itself: other programs on the machine do not count, nor does work beside the window.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.driven import driven, is_idle, until
from benchmarks.full_size import ROWS, SIZE, full_size
from benchmarks.heartbeat import LIMIT, Heart
from benchmarks.instances import Shape
from benchmarks.processes import python
from benchmarks.report import heading, median, number, table, tell
from data.entities import new_id
from data.plan import Plan
from ui.main_window import MainWindow
from ui.views.pages import PAGES
from ui.views.table_book import TableBook

CELLS = 2_000


def keep(window: MainWindow, plan: Plan) -> None:
    window.session.keep_solved(replace(plan, id=new_id()), ())


def turn_to_plan(window: MainWindow, _: Plan) -> None:
    window.show_page(PAGES.index("Plan"))


def turn_to_demands(window: MainWindow, _: Plan) -> None:
    window.show_page(PAGES.index("Demands"))


def paste(window: MainWindow, _: Plan) -> None:
    page = cast(TableBook, window.pages.page("Demands")).first
    column = next(place for place, each in enumerate(page.model.columns) if each.key == "hours_per_week")
    page.table.setCurrentIndex(page.model.index(0, column))
    QApplication.clipboard().setText("\n".join(str(5 + number % 30) for number in range(CELLS)))
    page.edits.paste()


Deed = Callable[[MainWindow, Plan], None]
DEEDS = MappingProxyType[str, tuple[tuple[Deed, ...], Deed]](
    {
        "a long plan kept after a solve": ((), keep),
        "the page Plan shown first": ((), turn_to_plan),
        "the page Demands shown first": ((), turn_to_demands),
        f"{CELLS:,} cells pasted": ((turn_to_demands,), paste),
    }
)
"""What is done before, and what is measured."""


def longest(name: str, shape: Shape, rows: int) -> float:
    """Milliseconds of the longest stretch from a deed until all that follows from it is worked out and shown."""
    before, deed = DEEDS[name]
    portfolio, plan = full_size(shape, rows)
    with driven(portfolio, plan) as window:
        for each in before:
            each(window, plan)
            until(lambda: is_idle(window))
        heart = Heart()
        deed(window, plan)
        until(lambda: len(heart.busy) > 1 and is_idle(window))
        heart.stop()
    return max(heart.busy)


def main() -> None:
    parser = argparse.ArgumentParser(description="How long the thread of the window works at a stretch.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed(SIZE))
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--one", choices=DEEDS, help="one of them alone, in this process, as JSON")
    given = parser.parse_args()
    shape, rows, repeats = (Shape.parsed("30x12x26"), 6_000, 1) if given.quick else (given.size, given.rows, given.repeats)
    if given.one:
        print(json.dumps(longest(given.one, shape, rows)))
        return
    heading("What stops the thread of the window", f"Milliseconds worked at a stretch, medians of {repeats}; to reach: {LIMIT}.")
    found = []
    for name in DEEDS:
        tell(name)
        runs = [python("-m", "benchmarks.stalls", "--one", name, "--size", shape.size, "--rows", str(rows)) for _ in range(repeats)]
        times = [float(json.loads(run.output)) for run in runs]
        found.append((name, number(median(times)), number(max(times))))
    table(("deed", "longest stretch", "worst"), found)


if __name__ == "__main__":
    main()
