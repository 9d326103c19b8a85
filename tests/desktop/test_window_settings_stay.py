"""What the user has arranged is there again when the window is closed and opened on the same settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from planner.workspace import Workspace
from tests.builders import small_case
from tests.desktop.conftest import PATIENCE, close_window, end_window, plan_page, table_page, texts
from ui import desktop
from ui.dialogs.settings import SettingsDialog
from ui.main_window import MainWindow
from ui.map_wordings import MapAct
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grouping, Measure
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme, ThemeChoice
from ui.views.gantt_panel import GanttPanel
from ui.views.pages import PAGES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")
Start = Callable[[], MainWindow]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, preferences: Preferences, tmp_path: Path) -> Iterator[Start]:
    """Starts the window as the program does, on the case; the one before is closed as a user closes it."""
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as file:
        file.publish()
    windows: list[MainWindow] = []

    def begin(*, on_case: bool = True) -> MainWindow:
        if windows:
            close_window(qtbot, windows[-1])
        theme.choose(preferences.theme)
        made = MainWindow(Surroundings(theme, preferences, Formats(), tmp_path / "data"))
        made.files.keeping.slow.setInterval(PATIENCE)
        qtbot.addWidget(made, before_close_func=partial(end_window, qtbot))
        windows.append(made)
        made.show()
        made.files.begin(tmp_path / "Case.plimsoll" if on_case else None, demo=False)
        qtbot.waitUntil(lambda: not made.jobs.is_running(""), timeout=PATIENCE)
        return made

    yield begin
    theme.choose(ThemeChoice.LIGHT)


def pick(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Goes down in a box with the arrow keys; letters would have to be typed faster than a busy machine does."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if not box.currentText().startswith(text):
            qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().startswith(text)


def settings(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The dialog, opened by its keys."""
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    return dialog


def gantt(window: MainWindow, qtbot: QtBot) -> GanttPanel:
    table_page(window, "Projects")
    (made,) = window.pages.findChildren(GanttPanel)
    qtbot.waitUntil(lambda: made.view.gantt is not None and bool(made.view.gantt.rows), timeout=PATIENCE)
    return made


def test_the_window_has_the_size_it_was_left_with(start: Start) -> None:
    start().resize(960, 644)  # no wider than the offscreen screen lets a window come back
    assert start().size() == QSize(960, 644)


def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_sight(start: Start) -> None:
    start().setGeometry(QRect(QPoint(9_000, 7_000), start().size()))
    again = start()
    assert QApplication.primaryScreen().availableGeometry().intersects(again.frameGeometry())


def test_the_page_is_that_on_which_the_portfolio_was_left(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.side_bar.currentRow() == PAGES.index("Overview")
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert start().side_bar.currentRow() == PAGES.index("Demands")


def test_columns_filters_and_order_of_a_table_stay(start: Start, qtbot: QtBot) -> None:
    projects = table_page(start(), "Projects")
    across = projects.table.horizontalHeader()
    across.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    projects.table.setColumnWidth(0, 321)
    projects.narrow({"priority": ColumnFilter("> 1")})
    qtbot.wait(50)  # columns are written once nothing more is done to them
    again = table_page(start(), "Projects")
    assert texts(again, "Project") == ["Comet", "Borealis"]
    assert again.table.columnWidth(0) == 321


def test_the_theme_stays(start: Start, qtbot: QtBot, preferences: Preferences) -> None:
    pick(qtbot, settings(start(), qtbot).theme, "Dark")
    again = start()
    assert again.actions_by_name["theme dark"].isChecked()
    assert preferences.theme is ThemeChoice.DARK


def test_rows_measure_and_zoom_of_the_plan_stay(start: Start, qtbot: QtBot) -> None:
    page = plan_page(start())
    pick(qtbot, page.bar.grouping, "Projects")
    pick(qtbot, page.bar.order, "Most")
    qtbot.mouseClick(page.bar.measures[1], Qt.MouseButton.LeftButton)
    page.act(MapAct.SMALLER)
    left = page.heat_map.cell_width
    again = plan_page(start())
    assert again.bar.rows is Grouping.PROJECTS
    assert again.bar.order.currentIndex() == 1
    assert again.heat_map.measure is Measure.HOURS
    assert again.heat_map.cell_width == left


def test_the_width_of_the_panel_beside_the_heat_map_stays(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.resize(1400, 800)
    page = plan_page(window)
    handle = page.split.handle(1)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))
    qtbot.mouseMove(handle, QPoint(-120, 100))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))
    left = page.split.sizes()[1]
    assert left > page.split.widget(1).minimumWidth()
    again = plan_page(start())
    qtbot.waitUntil(lambda: again.split.sizes()[1] == left, timeout=PATIENCE)


def test_zoom_and_role_of_the_gantt_stay(start: Start, qtbot: QtBot) -> None:
    shown = gantt(start(), qtbot)
    shown.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(shown.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    pick(qtbot, shown.role, "Tester")
    left = shown.view.week_width
    again = gantt(start(), qtbot)
    assert again.view.week_width == left
    assert again.role.currentText() == "Tester"


def test_all_weeks_of_the_gantt_are_shown_again_once_that_was_asked_for(start: Start, qtbot: QtBot, preferences: Preferences) -> None:
    shown = gantt(start(), qtbot)
    shown.view.setFocus()
    qtbot.keyClick(shown.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preferences.view("gantt zoom")
    qtbot.keyClick(shown.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preferences.view("gantt zoom") == ""


def test_the_time_limit_stays_and_both_places_show_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    pick(qtbot, settings(window, qtbot).time_limit, "5 min")
    assert window.time_limit.currentData() == 300
    again = start()
    assert again.time_limit.currentData() == 300
    assert again.desk.time_limit == 300.0


def test_the_window_starts_with_the_last_portfolio_where_that_was_asked_for(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert start(on_case=False).session.workspace is None
    window = start()
    dialog = settings(window, qtbot)
    dialog.reopens.setFocus()
    qtbot.keyClick(dialog.reopens, Qt.Key.Key_Space)
    assert start(on_case=False).windowTitle() == "Case – Plimsoll"


def test_size_and_language_are_kept_for_the_next_start(start: Start, qtbot: QtBot, preferences: Preferences) -> None:
    window = start()
    dialog = settings(window, qtbot)
    pick(qtbot, dialog.scale, "125")
    pick(qtbot, dialog.language, "Deutsch")
    assert (preferences.scale, preferences.language) == (125, "de")
    assert [action.data() for action in window.language_menu.actions() if action.isChecked()] == ["de"]


@pytest.mark.parametrize(("set_outside", "percent", "found"), [(None, 125, "1.25"), (None, 100, None), ("2", 125, "2")])
def test_the_size_is_told_to_qt_unless_the_system_does(set_outside: str | None, percent: int, found: str | None) -> None:
    environment = {"QT_SCALE_FACTOR": set_outside} if set_outside else {}
    desktop.scale(percent, environment)
    assert environment.get("QT_SCALE_FACTOR") == found
