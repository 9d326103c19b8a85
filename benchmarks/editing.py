"""How long after an edit it is seen everywhere, in a window with a thousand people and four thousand demands, on each page.

    python -m benchmarks.editing [--size 1000x440x104] [--rows 100000] [--edits 8]

An edit is a figure typed into a demand, hours booked by hand, and its undo. It is seen everywhere when the page has shown the figures, loads
and shares that follow and has painted itself; the causes of shortages come after that, the ones known before being in sight meanwhile.
Times are of the processor, all threads of the window together, so that other programs on the machine do not count; the last column is by the clock.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.driven import driven, is_idle, until
from benchmarks.full_size import ROWS, SIZE, full_size
from benchmarks.instances import Shape
from benchmarks.report import heading, median, number, table, tell
from data.entities import Booking, BookingKind, Id, new_id
from planner.actions.entities import added, changed
from planner.hours.calendars import weeks
from ui.main_window import MainWindow
from ui.views.pages import PAGES

LIMIT = 50
"""Milliseconds within which an edit is to be seen everywhere."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of the processor after an edit until the window takes the next key, all is seen, and the causes are known, too.

    `waited` is by the clock, until all is seen.
    """

    taken: float
    seen: float
    explained: float
    waited: float


def timed_edit(window: MainWindow, edit: Callable[[], object]) -> Times:
    session, told = window.session, []
    listening = session.situation_changed.connect(lambda: told.append(process_time()))
    began, started = perf_counter(), process_time()
    edit()
    QApplication.processEvents()
    taken = process_time()
    until(lambda: told)
    QApplication.processEvents()
    seen, waited = process_time(), 1000 * (perf_counter() - began)
    until(lambda: is_idle(window))
    QApplication.processEvents()
    session.situation_changed.disconnect(listening)
    return Times(*(1000 * (each - started) for each in (taken, seen, process_time())), waited)


def edits(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The next of each kind, for ever."""
    session = window.session
    assert session.portfolio is not None
    keys, people, mondays = list(session.portfolio.demands), list(session.portfolio.resources), weeks(session.portfolio.settings)

    def typed(key: Id) -> None:
        portfolio = session.portfolio
        assert portfolio is not None
        demand = portfolio.demands[key]
        session.apply(changed(portfolio, replace(demand, hours_per_week=(demand.hours_per_week or 0.0) + 4.0), "Change hours"))

    def booked(key: Id, place: int) -> None:
        cell = Booking(new_id(), key, people[place % len(people)], mondays[place % len(mondays)], 8.0, BookingKind.HARD)
        session.apply(added(cell, "Book 8 h"))

    for place, key in enumerate(cycle(keys)):
        yield "a figure typed", lambda key=key: typed(key)  # type: ignore[misc]
        yield "its undo", session.undo
        yield "hours booked", lambda key=key, place=place: booked(key, place)  # type: ignore[misc]
        yield "its undo", session.undo


def rows(window: MainWindow, page: str, count: int) -> Iterator[tuple[str, ...]]:
    window.show_page(PAGES.index(page))
    until(lambda: is_idle(window))
    found: dict[str, list[Times]] = {}
    for (name, edit), _ in zip(edits(window), range(4 * (count + 1)), strict=False):
        found.setdefault(name, []).append(timed_edit(window, edit))
    for name, times in found.items():
        kept = times[1:]  # the first warms up
        seen = [each.seen for each in kept]
        yield (
            f"{page}, {name}",
            number(median(each.taken for each in kept)),
            number(median(seen)),
            number(max(seen)),
            number(median(each.explained for each in kept)),
            number(median(each.waited for each in kept)),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="How long after an edit it is seen everywhere.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed(SIZE))
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--edits", type=int, default=8)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    shape, count, edits_each = (Shape.parsed("30x12x26"), 1_000, 1) if given.quick else (given.size, given.rows, given.edits)
    tell(f"a portfolio of {shape.size}")
    portfolio, plan = full_size(shape, count)
    of = f"{len(portfolio.demands):,} demands, a plan of {len(plan.allocations):,} rows."
    heading("An edit, seen everywhere", of, f"Milliseconds of the processor; to reach: seen within {LIMIT}.")
    with driven(portfolio, plan) as window:
        shown = []
        for page in PAGES:
            tell(page)
            shown += list(rows(window, page, edits_each))
    table(("page and edit", "next key", "seen", "worst", "with causes", "seen, by the clock"), shown)


if __name__ == "__main__":
    main()
