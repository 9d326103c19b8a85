"""The portfolio Gantt in the window: bars dragged by mouse and by keys, and what they say meanwhile."""

from __future__ import annotations

import builders as b
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from data.entities import Id
from tests.desktop.conftest import PATIENCE, table_page, texts
from tests.desktop.gantts import (
    ALT,
    BOREALIS,
    COMET,
    CONTROL,
    LEFT,
    NONE,
    SHIFT,
    days,
    drag,
    grab_bar,
    portfolio_of,
    project,
    undo_label,
)
from ui.main_window import MainWindow
from ui.presenters.gantt_drafts import Gesture
from ui.views.gantt_panel import GanttPanel
from ui.widgets.gantt_view import GanttView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_gantt_has_the_rows_of_the_table_in_its_order(gantt_panel: GanttPanel, qtbot: QtBot) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")

    def same() -> bool:
        return gantt_panel.view.gantt is not None and [row.name for row in gantt_panel.view.gantt.rows] == texts(page, "Project")

    assert same()
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "o")
    qtbot.keyClicks(page.filter, "r")
    qtbot.waitUntil(lambda: same() and page.model.rowCount() == 1, timeout=PATIENCE)


def test_a_bar_that_is_dragged_moves_the_project_with_its_work_in_one_step(gantt_panel: GanttPanel, gantt_view: GanttView) -> None:
    drag(gantt_view, 0, Gesture.MOVE, 2.3)
    assert days(gantt_panel, "Build") == (b.week(3), b.friday(6))
    assert undo_label(gantt_panel) == "Move Apollo by +2 weeks"


def test_an_end_that_is_dragged_spreads_the_hours(gantt_panel: GanttPanel, gantt_view: GanttView) -> None:
    drag(gantt_view, 0, Gesture.FINISH, 4)
    assert days(gantt_panel, "Build") == (b.week(1), b.friday(8))
    assert portfolio_of(gantt_panel).demands[Id("Build")].hours_per_week == 10.0


def test_the_end_of_the_window_is_dragged_to_allow_more_delay(gantt_panel: GanttPanel, gantt_view: GanttView) -> None:
    gantt_view.choose(1)
    drag(gantt_view, 1, Gesture.WINDOW, 3)
    assert project(gantt_panel, BOREALIS).max_delay == 5


def test_a_click_that_does_not_move_changes_nothing(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.mouseClick(gantt_view.viewport(), LEFT, pos=gantt_view.point_on(2, Gesture.MOVE))
    assert (gantt_view.key, undo_label(gantt_panel)) == (COMET, None)


def test_escape_gives_up_a_drag(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    at = grab_bar(gantt_view, 0, Gesture.MOVE, 2)
    qtbot.keyClick(gantt_view, Qt.Key.Key_Escape)
    QTest.mouseRelease(gantt_view.viewport(), LEFT, NONE, at)
    assert (days(gantt_panel, "Build")[0], undo_label(gantt_panel)) == (b.week(1), None)


def test_while_a_bar_is_dragged_its_dates_and_the_load_follow(gantt_panel: GanttPanel, gantt_view: GanttView) -> None:
    before = gantt_panel.strip.grab().toImage()
    at = grab_bar(gantt_view, 0, Gesture.MOVE, 2)
    assert gantt_view.hand.bar is not None
    assert gantt_view.hand.bar.draft.words[:2] == ("2027-01-18 – 2027-02-12", "2 weeks later")
    assert gantt_view.hand.bar.draft.words[-1] == "Breaks FS with Borealis by 2 weeks"
    assert gantt_view.accessibleDescription().startswith("2027-01-18 – 2027-02-12; 2 weeks later")
    assert gantt_panel.strip.grab().toImage() != before
    QTest.keyClick(gantt_view, Qt.Key.Key_Escape)
    QTest.mouseRelease(gantt_view.viewport(), LEFT, NONE, at)
    assert gantt_panel.strip.grab().toImage() == before


def test_the_strip_counts_the_weeks_that_ask_for_too_much(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    drag(gantt_view, 0, Gesture.FINISH, -3)
    qtbot.waitUntil(lambda: gantt_panel.strip.verdict == "1 week asks above capacity", timeout=PATIENCE)
    assert gantt_panel.strip.accessibleDescription() == "All roles: 1 week asks above capacity"
    grab_bar(gantt_view, 0, Gesture.FINISH, 3)
    assert gantt_panel.strip.verdict == "0 weeks ask above capacity (1 before)"


def test_keys_move_while_alt_is_held_and_letting_it_go_is_one_step(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyPress(gantt_view, Qt.Key.Key_Right, ALT)
    qtbot.keyPress(gantt_view, Qt.Key.Key_Left, ALT)
    assert undo_label(gantt_panel) is None
    qtbot.keyRelease(gantt_view, Qt.Key.Key_Alt)
    assert days(gantt_panel, "Build")[0] == b.week(3)
    assert undo_label(gantt_panel) == "Move Apollo by +2 weeks"


def test_escape_gives_up_what_keys_have_moved(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyPress(gantt_view, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(gantt_view, Qt.Key.Key_Escape)
    qtbot.keyRelease(gantt_view, Qt.Key.Key_Alt)
    assert undo_label(gantt_panel) is None


@pytest.mark.parametrize(
    ("key", "modifiers", "after"),
    [
        (Qt.Key.Key_Right, ALT | SHIFT, (b.week(5), b.friday(9), 2)),
        (Qt.Key.Key_Left, ALT | SHIFT, (b.week(5), b.friday(7), 2)),
        (Qt.Key.Key_Right, ALT | CONTROL, (b.week(6), b.friday(8), 2)),
        (Qt.Key.Key_Left, ALT, (b.week(4), b.friday(7), 2)),
        (Qt.Key.Key_Plus, ALT, (b.week(5), b.friday(8), 3)),
        (Qt.Key.Key_Minus, ALT, (b.week(5), b.friday(8), 1)),
    ],
)
def test_every_drag_has_its_keys(
    gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, after: tuple[object, ...]
) -> None:
    gantt_view.choose(1)
    qtbot.keyPress(gantt_view, key, modifiers)
    qtbot.keyRelease(gantt_view, Qt.Key.Key_Alt)
    assert (*days(gantt_panel, "Port"), project(gantt_panel, BOREALIS).max_delay) == after


def test_what_keys_have_moved_is_kept_when_the_focus_goes(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyPress(gantt_view, Qt.Key.Key_Right, ALT)
    gantt_panel.role.setFocus()
    assert days(gantt_panel, "Build")[0] == b.week(2)


def test_arrows_home_and_end_walk_and_the_table_goes_along(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    gantt_view.setFocus()
    for key, name in ((Qt.Key.Key_Down, "Borealis"), (Qt.Key.Key_End, "Comet"), (Qt.Key.Key_Up, "Borealis"), (Qt.Key.Key_Home, "Apollo")):
        qtbot.keyClick(gantt_view, key)
        assert page.model.row_at(page.table.currentIndex().row()).entity.name == name
    page.table.setCurrentIndex(page.model.index(2, 1))
    assert gantt_view.key == COMET


def test_enter_opens_the_project_s_row_for_editing(gantt_panel: GanttPanel, gantt_view: GanttView, qtbot: QtBot) -> None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    gantt_view.setFocus()
    gantt_view.choose(1)
    qtbot.keyClick(gantt_view, Qt.Key.Key_Return)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Borealis"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None, timeout=PATIENCE)
