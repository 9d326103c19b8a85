"""The rows of the portfolio Gantt in the window: zoom, ranks, menu, load of a role, and its picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import builders as b
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSplitter
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import PATIENCE, table_page, texts
from tests.desktop.gantts import (
    ALT,
    APOLLO,
    COMET,
    CONTROL,
    LEFT,
    NONE,
    SHIFT,
    days,
    project,
    undo_label,
)
from ui.main_window import MainWindow
from ui.presenters.formats import Formats
from ui.presenters.gantt_drafts import Gesture
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme
from ui.tokens import ROW_HEIGHT
from ui.views.gantt_panel import GanttPanel
from ui.widgets.gantt_geometry import NAMES_WIDTH
from ui.widgets.gantt_view import GanttView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def wheel(gantt_view: GanttView, at: QPoint, turned: int, modifiers: Qt.KeyboardModifier) -> None:
    place, nothing = QPointF(at), QPoint()
    event = QWheelEvent(
        place,
        gantt_view.viewport().mapToGlobal(place),
        nothing,
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(gantt_view.viewport(), event)


def test_the_wheel_zooms_at_the_mouse(gantt_view: GanttView) -> None:
    at = gantt_view.point_on(1, Gesture.MOVE)
    week, width = gantt_view.geometry_of_view().week_at(at.x()), gantt_view.week_width
    wheel(gantt_view, at, 120, CONTROL)
    assert gantt_view.week_width > width
    assert gantt_view.geometry_of_view().week_at(at.x()) == pytest.approx(week, abs=0.05)
    wheel(gantt_view, at, -120, CONTROL)
    assert gantt_view.week_width == width


def test_keys_zoom_fit_and_scroll_to_the_bar(gantt_view: GanttView, qtbot: QtBot) -> None:
    width = gantt_view.week_width
    qtbot.keyClick(gantt_view, Qt.Key.Key_Plus, CONTROL)
    assert gantt_view.week_width > width
    qtbot.keyClick(gantt_view, Qt.Key.Key_Minus, CONTROL)
    assert gantt_view.week_width == width
    qtbot.keyClick(gantt_view, Qt.Key.Key_0, CONTROL)
    assert gantt_view.horizontalScrollBar().maximum() == 0
    gantt_view.zoom(3)
    gantt_view.horizontalScrollBar().setValue(gantt_view.horizontalScrollBar().maximum())
    qtbot.keyClick(gantt_view, Qt.Key.Key_J, CONTROL)
    assert gantt_view.viewport().rect().contains(gantt_view.point_on(0, Gesture.START))


def test_rows_are_ranked_by_dragging_their_names(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    at = gantt_view.point_on(2, Gesture.MOVE)
    held = QPoint(NAMES_WIDTH // 2, at.y() - 6)
    QTest.mousePress(gantt_view.viewport(), LEFT, NONE, held)
    for down in (ROW_HEIGHT, 2 * ROW_HEIGHT):
        QTest.mouseMove(gantt_view.viewport(), held - QPoint(0, down))
    QTest.mouseRelease(gantt_view.viewport(), LEFT, NONE, held - QPoint(0, 2 * ROW_HEIGHT))
    assert undo_label(gantt_panel) == "Rank Comet above Apollo"
    qtbot.waitUntil(lambda: gantt_view.row == 0 and gantt_view.key == COMET, timeout=PATIENCE)


def test_keys_rank_the_current_project(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(gantt_view, Qt.Key.Key_Down, ALT | SHIFT)
    assert undo_label(gantt_panel) == "Rank Apollo above Comet"
    assert (project(gantt_panel, APOLLO).priority, project(gantt_panel, APOLLO).weight) == (4, None)
    qtbot.waitUntil(lambda: gantt_view.row == 1, timeout=PATIENCE)
    qtbot.keyClick(gantt_view, Qt.Key.Key_Up, ALT | SHIFT)
    assert undo_label(gantt_panel) == "Rank Apollo above Borealis"


def test_sorted_otherwise_rows_are_not_ranked(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    table_page(window, "Projects").table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not gantt_view.hand.may_rank, timeout=PATIENCE)
    assert gantt_panel.ranks.tip.startswith("Rows are ranked by dragging while they stand by rank")
    qtbot.keyClick(gantt_view, Qt.Key.Key_Down, ALT | SHIFT)
    assert undo_label(gantt_panel) is None


def test_rows_of_the_table_are_ranked_by_dragging_their_numbers(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    port, middle = gantt_panel.ranks.viewport(), ROW_HEIGHT // 2
    QTest.mousePress(port, LEFT, NONE, QPoint(20, 2 * ROW_HEIGHT + middle))
    for down in (ROW_HEIGHT + middle, middle, middle - 8):
        QTest.mouseMove(port, QPoint(20, down))
    QTest.mouseRelease(port, LEFT, NONE, QPoint(20, middle - 8))
    assert undo_label(gantt_panel) == "Rank Comet above Apollo"
    qtbot.waitUntil(
        lambda: gantt_view.gantt is not None and [row.name for row in gantt_view.gantt.rows] == ["Comet", "Apollo", "Borealis"],
        timeout=PATIENCE,
    )
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    assert texts(table_page(window, "Projects"), "Project") == ["Comet", "Apollo", "Borealis"]


def test_keys_rank_a_row_of_the_table(gantt_panel: GanttPanel, qtbot: QtBot) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT | SHIFT)
    assert undo_label(gantt_panel) == "Rank Borealis above Apollo"
    assert gantt_panel.ranks.tip == "Drag to rank (Alt+Shift+Up, Alt+Shift+Down)"


def menu_of(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> dict[str, QAction]:
    """The open menu of the current row, by the words of its entries."""
    gantt_view.asked.emit(gantt_view.viewport().mapToGlobal(gantt_view.point_on(gantt_view.row, Gesture.MOVE)))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in gantt_panel.findChildren(QMenu)), timeout=PATIENCE)
    (menu,) = (each for each in gantt_panel.findChildren(QMenu) if each.isVisible())
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def test_the_menu_does_the_same_as_a_drag(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(gantt_view, Qt.Key.Key_Down)
    entries = menu_of(gantt_panel, gantt_view, qtbot)
    assert entries["Move a week later"].text().endswith("\tAlt+Right")
    (menu,) = (each for each in gantt_panel.findChildren(QMenu) if each.isVisible())
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entries["Move a week later"]).center())
    assert days(gantt_panel, "Port") == (b.week(6), b.friday(9))
    qtbot.waitUntil(lambda: not gantt_panel.findChildren(QMenu), timeout=PATIENCE)


def test_a_screen_reader_hears_the_current_project(gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(gantt_view, Qt.Key.Key_Down)
    assert gantt_view.accessibleDescription().startswith("Borealis, priority 3, approved; Asked 2027-02-01 to 2027-02-26, 4 weeks")
    assert "Waits for Apollo (FS)" in gantt_view.accessibleDescription()


def test_the_load_of_one_role_is_shown(gantt_panel: GanttPanel, qtbot: QtBot) -> None:
    gantt_panel.role.setFocus()
    qtbot.keyClick(gantt_panel.role, Qt.Key.Key_Down)
    assert gantt_panel.role.currentText() == "Backend"
    assert gantt_panel.strip.accessibleDescription().startswith("Backend: ")


def test_what_scrolled_into_view_looks_as_if_painted_at_once(gantt_view: GanttView) -> None:
    gantt_view.zoom(5)
    gantt_view.horizontalScrollBar().setValue(37)
    scrolled = gantt_view.viewport().grab().toImage()
    gantt_view.viewport().update()
    assert gantt_view.viewport().grab().toImage() == scrolled


def test_the_gantt_is_copied_as_a_picture(gantt_panel: GanttPanel, qtbot: QtBot, qapp: QApplication, idle: Callable[[], None]) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL | SHIFT)
    idle()
    assert qapp.clipboard().image().width() > 1000
    assert window.notice.text == "The Gantt is on the clipboard as a picture"


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_gantt_is_written_to_a_file(
    gantt_panel: GanttPanel, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path, suffix: str
) -> None:
    place = tmp_path / f"Gantt{suffix}"
    answer("place_for_picture", place)
    qtbot.keyClick(gantt_panel.window(), Qt.Key.Key_G, CONTROL | ALT)
    idle()
    assert place.stat().st_size > 1000
    assert suffix != ".png" or QImage(str(place)).width() > 1000


def test_the_height_of_the_gantt_stays_as_it_was_pulled(
    gantt_panel: GanttPanel, qtbot: QtBot, theme: Theme, preferences: Preferences, tmp_path: Path
) -> None:
    split = gantt_panel.parentWidget()
    assert isinstance(split, QSplitter)
    handle, before = split.handle(1), split.sizes()
    QTest.mousePress(handle, LEFT, NONE, QPoint(50, 0))
    QTest.mouseMove(handle, QPoint(50, 90))
    QTest.mouseRelease(handle, LEFT, NONE, QPoint(50, 90))
    assert split.sizes() != before
    other = MainWindow(Surroundings(theme, preferences, Formats(), tmp_path / "data"))
    qtbot.addWidget(other)
    other.resize(gantt_panel.window().size())
    again = other.pages.page("Projects").findChild(GanttPanel)
    assert again is not None
    assert isinstance(again.parentWidget(), QSplitter)
    assert again.parentWidget().saveState() == split.saveState()


def test_both_themes_are_followed(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    light = gantt_view.viewport().grab().toImage().pixelColor(5, 100).lightness()
    qtbot.keyClick(gantt_panel.window(), Qt.Key.Key_D, CONTROL | ALT)
    assert light - gantt_view.viewport().grab().toImage().pixelColor(5, 100).lightness() > 100
