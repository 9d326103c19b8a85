"""How long a frame takes while the two big grids are scrolled: the heat map and the Gantt, at 1280×800 and at 4K, offscreen.

    python -m benchmarks.scrolling [--size 2000x2000x156] [--steps 200]

A frame is one step of a scroll bar and all painting that follows from it, by Qt's raster engine on one core; a whole frame is every pixel
painted anew, as after a choice or a change of theme. A screen shows a frame each 16 ms. Times are of the processor, so that other programs
on the machine do not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Callable, Iterator
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar

from benchmarks.instances import Shape, lifelike
from benchmarks.report import heading, median, number, percentile, table, tell
from data.entities import Dependency, Id, new_id
from data.plan import Allocation, Plan, PlanStatus
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.demand import asked
from ui.presenters.formats import Formats
from ui.presenters.gantt import Weekly, gantt
from ui.presenters.gantt_drafts import Drafting, Gesture
from ui.presenters.load_grid import Grouping, grid
from ui.presenters.situation import Situation, situation
from ui.tokens import LIGHT
from ui.widgets.gantt_geometry import STEPS
from ui.widgets.gantt_view import GanttView
from ui.widgets.heat_map import HeatMap

FRAME = 0.016
SIZES = {"1280×800": (1112, 560), "3840×2160": (3672, 1900)}
"""What the window leaves of a screen to the grid."""
MET = (1.0, 1.0, 0.8, 0.4)
"""Parts of the hours asked that weeks get, so that coverage changes from week to week."""


def planned(portfolio: Portfolio) -> Situation:
    """A made-up plan that meets parts of what is asked; nobody is asked whether it may."""
    mondays, people = weeks(portfolio.settings), list(portfolio.resources)
    hours = asked(portfolio)
    rows, columns = (axis.tolist() for axis in hours.nonzero())
    keys = list(portfolio.demands)
    given = tuple(
        Allocation(keys[d], people[(d + t // 9) % len(people)], mondays[t], round(float(hours[d, t]) * MET[(d + t) % len(MET)], 2))
        for d, t in zip(rows, columns, strict=True)
    )
    when = dt.datetime(2027, 1, 4, tzinfo=dt.UTC)
    plan = Plan(Id("p"), "", when, PlanStatus.FEASIBLE, 1.0, 1.0, 1.0, 1.0, "none", 0.0, 0, 0, (), given)
    return situation(portfolio, plan)


def linked(portfolio: Portfolio) -> Portfolio:
    """Every third project waits for one a few places before it."""
    keys = list(portfolio.projects)
    waiting = [Dependency(new_id(), keys[place - 1 - place % 7], keys[place]) for place in range(8, len(keys), 3)]
    return portfolio.holding(*waiting)


def worked(task: Callable[[], object]) -> float:
    """Seconds of the processor that a task takes."""
    started = thread_time()
    task()
    return thread_time() - started


def frames(bar: QScrollBar, steps: int, pixels: int) -> list[float]:
    """Seconds of each frame while a bar is moved on and, from its end, back."""
    found, forth = [], 1
    for _ in range(steps):
        if (forth > 0 and bar.value() >= bar.maximum()) or (forth < 0 and bar.value() <= bar.minimum()):
            forth = -forth
        found.append(worked(lambda: (bar.setValue(bar.value() + forth * pixels), QApplication.processEvents())))  # noqa: B023 - called at once
    return found


def whole_frames(view: QAbstractScrollArea, steps: int) -> list[float]:
    return [worked(lambda: (view.viewport().update(), QApplication.processEvents())) for _ in range(steps)]


def measured(view: QAbstractScrollArea, steps: int) -> Iterator[tuple[str, list[float]]]:
    yield "scrolled down by a notch", frames(view.verticalScrollBar(), steps, 84)
    yield "scrolled down by a page", frames(view.verticalScrollBar(), steps // 4, view.viewport().height())
    yield "scrolled across", frames(view.horizontalScrollBar(), steps, 60)
    yield "painted whole", whole_frames(view, steps // 4)


def rows(name: str, view: QAbstractScrollArea, steps: int, prepare: Callable[[], None] = lambda: None) -> Iterator[tuple[str, ...]]:
    for size, (width, height) in SIZES.items():
        view.resize(width, height)
        view.show()
        QApplication.processEvents()
        prepare()
        for what, seconds in measured(view, steps):
            tell(f"{name}, {size}, {what}")
            late = sum(each > FRAME for each in seconds) / len(seconds)
            yield (
                f"{name}, {what}",
                size,
                *(number(1000 * each, 1) for each in (median(seconds) or 0.0, percentile(seconds, 0.99), max(seconds))),
                number(100 * late),
            )
    view.hide()


def drags(view: GanttView, of: Situation, steps: int) -> list[float]:
    """Seconds of each step of a bar that is dragged: the project as it would be, and all painting."""
    shown = view.gantt
    if shown is None:
        return []
    drafting = Drafting(shown.portfolio, shown.rows[0].id, of.standing, shown.axis, Formats())
    return [worked(lambda: drafting.draft(Gesture.FINISH, step)) for step in range(1, steps)]  # noqa: B023 - called at once


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a frame of the heat map and of the Gantt takes.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("2000x2000x156"))
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    shape, steps = (Shape.parsed("60x60x52"), 40) if given.quick else (given.size, given.steps)
    application = QApplication([])
    tell(f"a portfolio of {shape.size}")
    portfolio = linked(lifelike(shape))
    of = planned(portfolio)
    heat, bars = HeatMap(LIGHT, Formats(), str), GanttView(LIGHT, Formats(), lambda _: (), lambda _: None, lambda _: ())
    heat.show_grid(grid(of, Grouping.RESOURCES))
    order, today = list(portfolio.projects), portfolio.settings.start
    weekly = Weekly(of)
    built = [worked(lambda: gantt(portfolio, of, order, Formats(), today, weekly)) for _ in range(5)]
    bars.show_gantt(gantt(portfolio, of, order, Formats(), today, weekly))
    heading("Scrolling", f"{shape.size}: {len(portfolio.demands):,} demands, {len(portfolio.dependencies):,} dependencies.")
    columns = ("grid", "screen", "median ms", "99 of 100 within, ms", "worst ms", "frames over 16 ms, %")
    close = STEPS.index(20)
    found = [*rows("heat map", heat, steps), *rows("Gantt, all weeks", bars, steps, bars.fit)]
    found += rows("Gantt, 20 pixels a week", bars, steps, lambda: bars.zoom(close - STEPS.index(bars.week_width)))
    table(columns, found)
    dragged = drags(bars, of, 20)
    print(
        f"\nThe values of the Gantt: {number(1000 * (median(built) or 0.0), 1)} ms; a step of a drag: {number(1000 * max(dragged), 1)} ms at worst."
    )
    application.quit()


if __name__ == "__main__":
    main()
