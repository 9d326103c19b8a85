"""The window on a portfolio of its own, offscreen, as a measurement drives it: its settings and files in a folder that goes away."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from data.document.private import HOME_VARIABLE
from data.plan import Plan
from data.portfolio import Portfolio
from planner.workspace import Workspace
from ui.collector import Collector
from ui.language import begin
from ui.launch import TURN_SECONDS, main_window
from ui.main_window import MainWindow
from ui.settings import Preferences

LOOK_MILLISECONDS = 2


@contextmanager
def driven(portfolio: Portfolio, plan: Plan | None) -> Iterator[MainWindow]:
    """Shown with everything worked out; the process should end after it."""
    sys.setswitchinterval(TURN_SECONDS)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Collector(application)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        workspace = Workspace.create(Path(folder, "case.plimsoll"), portfolio)
        if plan is not None:
            workspace.keep_plan(plan)
        window = main_window(application, Preferences(Path(folder, "window.ini")), begin("en"))
        window.resize(1280, 800)
        window.show()
        window.session.show(workspace)
        for timer in (window.files.publisher.pause, window.files.publisher.steady):
            timer.setInterval(24 * 3_600_000)  # the file is brought up to date when nobody measures
        until(lambda: is_idle(window))
        yield window
        window.close()
        until(window.isHidden)


def is_idle(window: MainWindow) -> bool:
    return window.session.situation is not None and not window.jobs.is_running("")


def until(is_so: Callable[[], object]) -> None:
    """Lets the window work until something is so, without a turn more than that takes."""
    if is_so():
        return
    loop, look = QEventLoop(), QTimer(interval=LOOK_MILLISECONDS)
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start()
    loop.exec()
    look.stop()
