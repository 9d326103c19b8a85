"""The window as a test drives it: its own settings and folders, small portfolios, and waiting for its jobs."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from data.bank.address import Address
from data.plan import Plan
from data.portfolio import Portfolio
from planner.workspace import Workspace
from tests.builders import policy, small_case
from tests.desktop import gantts
from tests.desktop.rehearsing import RECORD
from tests.planning.sheet_builders import Rows, write_xlsx
from ui.bank import watch
from ui.collector import Collector
from ui.dialogs.closing import NotSaved
from ui.dialogs.files import FileDialogs
from ui.dialogs.import_wizard import ImportWizard
from ui.dialogs.replan import Replan
from ui.main_window import MainWindow
from ui.presenters.formats import Formats
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme, ThemeChoice
from ui.views.gantt_panel import GanttPanel
from ui.views.pages import PAGES
from ui.views.plan_page import PlanPage
from ui.views.table_book import TableBook
from ui.views.table_page import TablePage
from ui.widgets.gantt_view import GanttView

PATIENCE = 60_000
"""Milliseconds: far beyond what a job takes, so that only a job that hangs fails."""


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Rubbish of windows is collected where windows live, as in the program itself, and sooner."""
    made = Collector(qapp, (2_000, 10, 10), every=20)
    yield made
    made.timer.stop()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Emptied in the end: without a screen Qt deletes what lies there when Python has gone, and crashes on what Python made."""
    yield qapp.clipboard()
    qapp.clipboard().clear()


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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file that `show` opens."""
    return tmp_path / "Case.plimsoll"


@pytest.fixture
def says(small: MainWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Waits until the field of the status bar begins so."""

    def wait(start: str) -> None:
        qtbot.waitUntil(lambda: small.status.saved.text().startswith(start), timeout=PATIENCE)

    return wait


@pytest.fixture
def planned(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> MainWindow:
    """The window on the small case with a plan."""
    window = show(small_case().holding(policy("House", cost=2.0)))
    window.session.keep_plan(RECORD, ())
    idle()
    return window


@pytest.fixture
def asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not wait for seconds until the server is asked again."""
    monkeypatch.setattr(watch, "ASK_MILLISECONDS", 50)
    monkeypatch.setattr(watch, "TYPING_MILLISECONDS", 20)


@pytest.fixture
def bank(address: Address) -> Address:
    """A bank of the small case."""
    Workspace.create_shared(address, small_case()).close()
    return address


@pytest.fixture
def shared(window: MainWindow, bank: Address, idle: Callable[[], None]) -> MainWindow:
    """The window on the bank."""
    return show_bank(window, bank, idle)


@pytest.fixture
def dana(bank: Address) -> Iterator[Workspace]:
    """Another person at the same bank."""
    with Workspace.open_shared(bank) as workspace:
        yield workspace


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
    window.show_page(PAGES.index(name))
    page = window.pages.page(name)
    assert isinstance(page, TableBook)
    return page.turn_to(0)


Page = TypeVar("Page", bound=QWidget)


def page_by_keys(window: MainWindow, qtbot: QtBot, idle: Callable[[], None], name: str, kind: type[Page]) -> Page:
    """A page, shown by its keys and worked out."""
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{PAGES.index(name) + 1}"), Qt.KeyboardModifier.ControlModifier)
    idle()
    page = window.pages.currentWidget()
    assert isinstance(page, kind)
    return page


def plan_page(window: MainWindow) -> PlanPage:
    window.show_page(PAGES.index("Plan"))
    page = window.pages.page("Plan")
    assert isinstance(page, PlanPage)
    return page


def place_of(page: PlanPage, name: str, week: int) -> tuple[int, int]:
    """The cell of a resource in a week, from 1."""
    assert page.heat_map.grid is not None
    return next(number for number, row in enumerate(page.heat_map.grid.rows) if row.name == name), week - 1


def row_names(page: PlanPage) -> list[str]:
    assert page.heat_map.grid is not None
    return [row.name for row in page.heat_map.grid.rows]


def texts(page: TablePage, heading: str) -> list[str]:
    """What a column shows, from top to bottom."""
    column = [column.heading for column in page.model.columns].index(heading)
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def show_bank(window: MainWindow, bank: Address, idle: Callable[[], None]) -> MainWindow:
    """The window on a bank."""
    window.documents.show(Workspace.open_shared(bank))
    idle()
    return window


def opened_replan(window: MainWindow, qtbot: QtBot) -> Replan:
    """The dialog that plans again, opened by its keys."""
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = window.planning.replanning.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    return dialog


def kept_plan(window: MainWindow) -> Plan:
    """The plan that the portfolio has now."""
    assert window.session.workspace is not None
    made = window.session.workspace.plan
    assert made is not None
    return made


def press_on_banner(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Presses a button of the banner."""
    (button,) = [each for each in shown_buttons(window.files.banner) if each.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def save_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def gantt_panel(show: Callable[[Portfolio], MainWindow], qtbot: QtBot) -> GanttPanel:
    """The Gantt of the case, with the focus on its first row."""
    window = show(gantts.case())
    table_page(window, "Projects")
    (made,) = window.pages.findChildren(GanttPanel)
    qtbot.waitUntil(lambda: made.view.gantt is not None and bool(made.view.gantt.rows), timeout=PATIENCE)
    made.view.setFocus()
    made.view.choose(0)
    made.view.zoom(3)
    made.view.show_bar()
    return made


@pytest.fixture
def gantt_view(gantt_panel: GanttPanel) -> GanttView:
    return gantt_panel.view


@pytest.fixture
def people(small: MainWindow, qtbot: QtBot) -> TablePage:  # type: ignore[type-arg]
    """The page of resources; Qt's own judge watches its model."""
    page = table_page(small, "Resources")
    page.setProperty("tester", QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page))
    page.table.setFocus()
    return page


@pytest.fixture
def wizard(
    small: MainWindow, tmp_path: Path, idle: Callable[[], None], answer: Callable[[str, Path | None], None]
) -> Callable[..., ImportWizard]:
    """Imports sheets from the menu."""

    def show(made: dict[str, Rows], name: str = "Crew") -> ImportWizard:
        answer("workbook_to_import", write_xlsx(tmp_path / f"{name}.xlsx", made))
        small.actions_by_name["import"].trigger()
        idle()
        found = [each for each in small.findChildren(ImportWizard) if each.isVisible()]
        assert len(found) == 1, small.notice.text
        return found[0]

    return show
