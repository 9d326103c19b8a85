"""The window as a test drives it: its own settings and folders, small portfolios, and waiting for its jobs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from data.portfolio import Portfolio
from planner.workspace import Workspace
from tests.builders import small_case
from ui.dialogs.closing import NotSaved
from ui.dialogs.files import FileDialogs
from ui.main_window import MainWindow
from ui.presenters.formats import Formats
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme, ThemeChoice
from ui.views.table_page import TablePage

PATIENCE = 20_000
"""Milliseconds: far beyond what a job takes, so that only a job that hangs fails."""


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings" / "window.ini")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plimsoll's own folder, each test's own."""
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, preferences: Preferences, tmp_path: Path) -> MainWindow:
    """The window on its start page."""
    theme.choose(ThemeChoice.LIGHT)
    made = MainWindow(Surroundings(theme, preferences, Formats(), tmp_path / "data"))
    made.files.keeping.slow.setInterval(PATIENCE)  # however slow this machine is, only tests of a slow disk see its dialog
    qtbot.addWidget(made, before_close_func=partial(end_window, qtbot))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def idle(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Waits until no job is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.jobs.is_running(""), timeout=PATIENCE)

    return wait


@pytest.fixture
def show(window: MainWindow, idle: Callable[[], None], tmp_path: Path) -> Callable[[Portfolio], MainWindow]:
    """Opens a portfolio in the window."""

    def open_portfolio(portfolio: Portfolio) -> MainWindow:
        window.session.show(Workspace.create(tmp_path / "Case.plimsoll", portfolio))
        idle()
        return window

    return open_portfolio


@pytest.fixture
def small(show: Callable[[Portfolio], MainWindow]) -> MainWindow:
    """The window on the small case of the builders."""
    return show(small_case())


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Path | None], None]:
    """Answers a file dialog, which belongs to the system and cannot be driven offscreen."""

    def give(dialog: str, path: Path | None) -> None:
        monkeypatch.setattr(FileDialogs, dialog, lambda *_: path)

    return give


def close_window(qtbot: QtBot, window: MainWindow) -> None:
    """Closes it as a user does, and waits while it brings its file up to date."""
    window.close()
    qtbot.waitUntil(window.isHidden, timeout=PATIENCE)


def end_window(qtbot: QtBot, window: MainWindow) -> None:
    """The same at the end of a test: what cannot be in the file stays where it is."""

    def is_over() -> bool:
        asked = window.findChild(NotSaved)
        if asked is not None and asked.isVisible():
            asked.keep.click()
        return window.isHidden()

    window.close()
    qtbot.waitUntil(is_over, timeout=PATIENCE)


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """The offscreen screen leaves no window active when a dialog goes; a real one goes back to the window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)


def shown_buttons(part: QWidget) -> list[QPushButton]:
    """The buttons that can be seen, from top to bottom."""
    return [each for each in part.findChildren(QPushButton) if each.isVisible()]


def table_page(window: MainWindow, name: str) -> TablePage:
    """A table page, shown."""
    window.show_page(("Overview", "Resources", "Projects", "Demands", "Plan").index(name))
    page = window.pages.page(name)
    assert isinstance(page, TablePage)
    return page


def texts(page: TablePage, heading: str) -> list[str]:
    """What a column shows, from top to bottom."""
    column = [column.heading for column in page.model.columns].index(heading)
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]
