"""Whether the window stands still while it solves: a timer on its thread every 5 ms, and the gaps between its beats.

    python -m benchmarks.heartbeat [--sizes 200x80x52,1000x400x104] [--time-limit 60]

Ours solves in the window, live chart and all, and keeps the plan at the end. The peer is a bare window of Qt while the same solve runs in
a process that it has nothing to do with. `gap` is by the clock, so other programs on the machine count; `busy` is what the thread of the
window itself worked between two beats, so they do not, but neither does waiting for another thread.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.driven import driven, until
from benchmarks.instances import Shape, lifelike
from benchmarks.processes import python
from benchmarks.report import heading, number, percentile, table, tell
from planner.exporting import export_portfolio
from ui.views.pages import PAGES

BEAT_MILLISECONDS = 5
LIMIT = 50
"""Milliseconds that a gap must never exceed."""


class Heart(QObject):
    """Milliseconds between beats, by the clock and worked by the thread, more than the beat itself takes."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.busy: list[float] = []
        self._clock, self._worked = perf_counter(), thread_time()
        self._timer = QTimer(self, interval=BEAT_MILLISECONDS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        clock, worked = perf_counter(), thread_time()
        self.gaps.append(1000 * (clock - self._clock))
        self.busy.append(1000 * (worked - self._worked))
        self._clock, self._worked = clock, worked


def ours(shape: Shape, seconds: float) -> Heart:
    """While the window solves, with the heat map in sight, and until all that follows from the plan is worked out."""
    with driven(lifelike(shape), None) as window:
        window.show_page(PAGES.index("Plan"))
        window.desk.time_limit = seconds
        heart = Heart()
        window.desk.solve()
        until(lambda: not window.desk.is_running)
        until(lambda: not window.jobs.is_running(""))
        heart.stop()
    return heart


def bare(shape: Shape, seconds: float) -> Heart:
    """While the command line solves the same."""
    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    with tempfile.TemporaryDirectory() as folder:
        export_portfolio(lifelike(shape), Path(folder, "case.xlsx"))
        command = ["-m", "planner", "solve", f"{folder}/case.xlsx", f"{folder}/plan.xlsx", "--time-limit", f"{seconds:g}"]
        heart = Heart()
        solving = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: solving.poll() is not None)
    application.processEvents()
    return heart


def figures(what: str, beats: Iterable[float]) -> Iterator[str]:
    kept = sorted(beats)
    yield what
    yield from (number(each, 1) for each in (percentile(kept, 0.99), kept[-1]))
    yield number(sum(each > LIMIT for each in kept))
    yield number(len(kept))


def main() -> None:
    parser = argparse.ArgumentParser(description="Whether the window stands still while it solves.")
    parser.add_argument("--sizes", type=lambda text: text.split(","), default=["200x80x52", "1000x400x104"])
    parser.add_argument("--time-limit", type=float, default=60.0)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--one", choices=("ours", "bare"), help="one of the two alone, its beats as JSON")
    given = parser.parse_args()
    sizes, seconds = (["30x12x26"], 5.0) if given.quick else (given.sizes, given.time_limit)
    if given.one:
        heart = {"ours": ours, "bare": bare}[given.one](Shape.parsed(sizes[0]), seconds)
        print(json.dumps({"gaps": heart.gaps, "busy": heart.busy}))
        return
    heading("The window while it solves", f"Milliseconds between beats of {BEAT_MILLISECONDS}; never to exceed {LIMIT}.")
    found = []
    for size in sizes:
        for one, name in (("bare", "a bare window of Qt"), ("ours", "Plimsoll's window")):
            tell(f"{name}, {size}")
            run = python("-m", "benchmarks.heartbeat", "--one", one, "--sizes", size, "--time-limit", f"{seconds:g}")
            beats = json.loads(run.output)
            found += [tuple(figures(f"{name}, {size}, {kind}", beats[kind])) for kind in ("gaps", "busy")]
    table(("window and solve", "99 of 100 within", "longest", f"over {LIMIT}", "beats"), found)


if __name__ == "__main__":
    main()
