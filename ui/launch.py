"""The application: settings, look, hooks for bugs, and the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread

import platformdirs
from PySide6.QtCore import QLocale, QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.collector import Collector
from ui.crash import CrashReporter
from ui.icons import picture
from ui.language import Language
from ui.locale import formats_of
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme
from ui.tokens import LIGHT

NAME = "plimsoll"
TURN_SECONDS = 0.001
"""How long a worker's Python may go on while the window waits for its turn; the default is five times as long."""

FRAME = QSize(16, 48)
"""What a desktop puts around a window: edges and a title bar, at most."""

NEXT_NEEDED = (
    "planner.files",
    "planner.workspace",
    "planner.sample",
    "ui.presenters.situation",
    "ui.presenters.overview",
    "ui.presenters.cell",
    "ui.presenters.load_profile",
    "planner.charts.load",
)
"""Modules that the first file will need, in that order."""
PAGES_NEED = (
    "ui.views.plan_page",
    "ui.views.gantt_panel",
    "ui.views.profile_panel",
    "ui.views.resource_panel",
    "ui.views.insight_page",
    "ui.views.scenarios_page",
    "ui.views.log_page",
)
"""Modules of pages, each of which would stop the window for a moment when it is first turned to."""


def launch(path: Path | None, preferences: Preferences, language: Language, *, demo: bool) -> int:
    """Runs the window on a file, on the sample, or on nothing yet, until it is closed."""
    sys.setswitchinterval(TURN_SECONDS)
    application = QApplication([NAME])
    Collector(application)
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Plimsoll")
    application.setDesktopFileName(NAME)
    application.setWindowIcon(QIcon(picture("mark", LIGHT.accent, 64)))
    reporter = CrashReporter(Path(platformdirs.user_log_dir(NAME, appauthor=False)))
    reporter.install()
    language.install(application)
    window = main_window(application, preferences, language)
    reporter.window = window
    _show(window, application.primaryScreen().availableSize(), first=preferences.layout("geometry").isEmpty())
    QTimer.singleShot(0, window, _first_step(window, path, demo=demo))
    return application.exec()


def main_window(application: QApplication, preferences: Preferences, language: Language) -> MainWindow:
    """The window with the user's own settings; figures and dates as the system writes them, months in a language that is spoken."""
    theme = Theme(application, preferences.theme)
    folder = Path(platformdirs.user_documents_dir(), "Plimsoll")
    return MainWindow(Surroundings(theme, preferences, formats_of(QLocale(), language.locale if language.translators else None), folder))


def _show(window: MainWindow, room: QSize, *, first: bool) -> None:
    """Shows the window as it was left; the first time it fills a screen that it would not fit on."""
    if first and overflows(window.size(), room):
        window.showMaximized()
    else:
        window.show()


def overflows(size: QSize, room: QSize) -> bool:
    """Whether a window of this size and its frame would stand out of the room."""
    whole = size.grownBy(QMargins(0, 0, FRAME.width(), FRAME.height()))
    return whole.width() > room.width() or whole.height() > room.height()


def _first_step(window: MainWindow, path: Path | None, *, demo: bool) -> Callable[[], None]:
    def step() -> None:
        window.files.begin(path, demo=demo)
        _load(NEXT_NEEDED)  # while the user looks at the start page
        window.session.situation_changed.connect(partial(_load, PAGES_NEED), Qt.ConnectionType.SingleShotConnection)

    return step


def _load(modules: Iterable[str]) -> None:
    """Loads modules beside the window."""

    def load() -> None:
        for module in modules:
            import_module(module)

    Thread(target=load, name="warm-up", daemon=True).start()
