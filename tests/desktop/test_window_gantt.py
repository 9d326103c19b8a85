"""The portfolio Gantt in the window: bars dragged by mouse and by keys, ranks, zoom, what it says, and its picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import builders as b
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSplitter
from pytestqt.qtbot import QtBot

from data.entities import Id, Project
from data.portfolio import Portfolio
from tests.desktop.conftest import PATIENCE, table_page, texts
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

APOLLO, BOREALIS, COMET = Id("Apollo"), Id("Borealis"), Id("Comet")
ALT, SHIFT, CONTROL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def case() -> Portfolio:
    """Apollo in weeks 1 to 4, Borealis in 5 to 8, Comet in 3 and 4 of twenty; Ann does what she can."""
    return b.portfolio(
        b.resource("Ann"),
        b.project("Apollo", 1, must_do=True),
        b.project("Borealis", 3, max_delay=2),
        b.project("Comet", 5),
        b.demand("Build", "Apollo", last=4),
        b.demand("Port", "Borealis", first=5, last=8),
        b.demand("Study", "Comet", first=3, last=4),
        b.dependency("Apollo", "Borealis"),
        weeks=20,
    )


@pytest.fixture
def panel(show: Callable[[Portfolio], MainWindow], qtbot: QtBot) -> GanttPanel:
    """The Gantt of the case, with the focus on its first row."""
    window = show(case())
    table_page(window, "Projects")
    (made,) = window.pages.findChildren(GanttPanel)
    qtbot.waitUntil(lambda: made.view.gantt is not None and bool(made.view.gantt.rows), timeout=PATIENCE)
    made.view.setFocus()
    made.view.choose(0)
    made.view.zoom(3)
    made.view.show_bar()
    return made


@pytest.fixture
def view(panel: GanttPanel) -> GanttView:
    return panel.view


def portfolio_of(panel: GanttPanel) -> Portfolio:
    window = panel.window()
    assert isinstance(window, MainWindow)
    assert window.session.portfolio is not None
    return window.session.portfolio


def project(panel: GanttPanel, key: Id) -> Project:
    return portfolio_of(panel).projects[key]


def days(panel: GanttPanel, demand: str) -> tuple[object, object]:
    found = portfolio_of(panel).demands[Id(demand)]
    return found.start, found.finish


def grab_bar(view: GanttView, row: int, gesture: Gesture, weeks: float) -> QPoint:
    """Presses on a bar and moves the mouse by so many weeks; it is not let go."""
    at = view.point_on(row, gesture)
    QTest.mousePress(view.viewport(), LEFT, NONE, at)
    for part in (0.5, 1.0):
        QTest.mouseMove(view.viewport(), at + QPoint(round(weeks * part * view.week_width), 0))
    return at + QPoint(round(weeks * view.week_width), 0)


def drag(view: GanttView, row: int, gesture: Gesture, weeks: float) -> None:
    QTest.mouseRelease(view.viewport(), LEFT, NONE, grab_bar(view, row, gesture, weeks))


def undo_label(panel: GanttPanel) -> str | None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    assert window.session.workspace is not None
    return window.session.workspace.undo_label


def test_the_gantt_has_the_rows_of_the_table_in_its_order(panel: GanttPanel, qtbot: QtBot) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")

    def same() -> bool:
        return panel.view.gantt is not None and [row.name for row in panel.view.gantt.rows] == texts(page, "Project")

    assert same()
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "o")
    qtbot.keyClicks(page.filter, "r")
    qtbot.waitUntil(lambda: same() and page.model.rowCount() == 1, timeout=PATIENCE)


def test_a_bar_that_is_dragged_moves_the_project_with_its_work_in_one_step(panel: GanttPanel, view: GanttView) -> None:
    drag(view, 0, Gesture.MOVE, 2.3)
    assert days(panel, "Build") == (b.week(3), b.friday(6))
    assert undo_label(panel) == "Move Apollo by +2 weeks"


def test_an_end_that_is_dragged_spreads_the_hours(panel: GanttPanel, view: GanttView) -> None:
    drag(view, 0, Gesture.FINISH, 4)
    assert days(panel, "Build") == (b.week(1), b.friday(8))
    assert portfolio_of(panel).demands[Id("Build")].hours_per_week == 10.0


def test_the_end_of_the_window_is_dragged_to_allow_more_delay(panel: GanttPanel, view: GanttView) -> None:
    view.choose(1)
    drag(view, 1, Gesture.WINDOW, 3)
    assert project(panel, BOREALIS).max_delay == 5


def test_a_click_that_does_not_move_changes_nothing(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.point_on(2, Gesture.MOVE))
    assert (view.key, undo_label(panel)) == (COMET, None)


def test_escape_gives_up_a_drag(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    at = grab_bar(view, 0, Gesture.MOVE, 2)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at)
    assert (days(panel, "Build")[0], undo_label(panel)) == (b.week(1), None)


def test_while_a_bar_is_dragged_its_dates_and_the_load_follow(panel: GanttPanel, view: GanttView) -> None:
    before = panel.strip.grab().toImage()
    at = grab_bar(view, 0, Gesture.MOVE, 2)
    assert view.hand.bar is not None
    assert view.hand.bar.draft.words[:2] == ("2027-01-18 – 2027-02-12", "2 weeks later")
    assert view.hand.bar.draft.words[-1] == "Breaks FS with Borealis by 2 weeks"
    assert view.accessibleDescription().startswith("2027-01-18 – 2027-02-12; 2 weeks later")
    assert panel.strip.grab().toImage() != before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at)
    assert panel.strip.grab().toImage() == before


def test_the_strip_counts_the_weeks_that_ask_for_too_much(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    drag(view, 0, Gesture.FINISH, -3)
    qtbot.waitUntil(lambda: panel.strip.verdict == "1 week asks above capacity", timeout=PATIENCE)
    assert panel.strip.accessibleDescription() == "All roles: 1 week asks above capacity"
    grab_bar(view, 0, Gesture.FINISH, 3)
    assert panel.strip.verdict == "0 weeks ask above capacity (1 before)"


def test_keys_move_while_alt_is_held_and_letting_it_go_is_one_step(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyPress(view, Qt.Key.Key_Right, ALT)
    qtbot.keyPress(view, Qt.Key.Key_Left, ALT)
    assert undo_label(panel) is None
    qtbot.keyRelease(view, Qt.Key.Key_Alt)
    assert days(panel, "Build")[0] == b.week(3)
    assert undo_label(panel) == "Move Apollo by +2 weeks"


def test_escape_gives_up_what_keys_have_moved(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyPress(view, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyRelease(view, Qt.Key.Key_Alt)
    assert undo_label(panel) is None


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
    panel: GanttPanel, view: GanttView, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, after: tuple[object, ...]
) -> None:
    view.choose(1)
    qtbot.keyPress(view, key, modifiers)
    qtbot.keyRelease(view, Qt.Key.Key_Alt)
    assert (*days(panel, "Port"), project(panel, BOREALIS).max_delay) == after


def test_what_keys_have_moved_is_kept_when_the_focus_goes(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyPress(view, Qt.Key.Key_Right, ALT)
    panel.role.setFocus()
    assert days(panel, "Build")[0] == b.week(2)


def test_arrows_home_and_end_walk_and_the_table_goes_along(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    view.setFocus()
    for key, name in ((Qt.Key.Key_Down, "Borealis"), (Qt.Key.Key_End, "Comet"), (Qt.Key.Key_Up, "Borealis"), (Qt.Key.Key_Home, "Apollo")):
        qtbot.keyClick(view, key)
        assert page.model.row_at(page.table.currentIndex().row()).entity.name == name
    page.table.setCurrentIndex(page.model.index(2, 1))
    assert view.key == COMET


def test_enter_opens_the_project_s_row_for_editing(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    view.setFocus()
    view.choose(1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Borealis"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None, timeout=PATIENCE)


def wheel(view: GanttView, at: QPoint, turned: int, modifiers: Qt.KeyboardModifier) -> None:
    place, nothing = QPointF(at), QPoint()
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        nothing,
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_zooms_at_the_mouse(view: GanttView) -> None:
    at = view.point_on(1, Gesture.MOVE)
    week, width = view.geometry_of_view().week_at(at.x()), view.week_width
    wheel(view, at, 120, CONTROL)
    assert view.week_width > width
    assert view.geometry_of_view().week_at(at.x()) == pytest.approx(week, abs=0.05)
    wheel(view, at, -120, CONTROL)
    assert view.week_width == width


def test_keys_zoom_fit_and_scroll_to_the_bar(view: GanttView, qtbot: QtBot) -> None:
    width = view.week_width
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.week_width > width
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.week_width == width
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.horizontalScrollBar().maximum() == 0
    view.zoom(3)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_J, CONTROL)
    assert view.viewport().rect().contains(view.point_on(0, Gesture.START))


def test_rows_are_ranked_by_dragging_their_names(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    at = view.point_on(2, Gesture.MOVE)
    held = QPoint(NAMES_WIDTH // 2, at.y() - 6)
    QTest.mousePress(view.viewport(), LEFT, NONE, held)
    for down in (ROW_HEIGHT, 2 * ROW_HEIGHT):
        QTest.mouseMove(view.viewport(), held - QPoint(0, down))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, held - QPoint(0, 2 * ROW_HEIGHT))
    assert undo_label(panel) == "Rank Comet above Apollo"
    qtbot.waitUntil(lambda: view.row == 0 and view.key == COMET, timeout=PATIENCE)


def test_keys_rank_the_current_project(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT | SHIFT)
    assert undo_label(panel) == "Rank Apollo above Comet"
    assert (project(panel, APOLLO).priority, project(panel, APOLLO).weight) == (4, None)
    qtbot.waitUntil(lambda: view.row == 1, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT | SHIFT)
    assert undo_label(panel) == "Rank Apollo above Borealis"


def test_sorted_otherwise_rows_are_not_ranked(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    table_page(window, "Projects").table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not view.hand.may_rank, timeout=PATIENCE)
    assert panel.ranks.tip.startswith("Rows are ranked by dragging while they stand by rank")
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT | SHIFT)
    assert undo_label(panel) is None


def test_rows_of_the_table_are_ranked_by_dragging_their_numbers(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    port, middle = panel.ranks.viewport(), ROW_HEIGHT // 2
    QTest.mousePress(port, LEFT, NONE, QPoint(20, 2 * ROW_HEIGHT + middle))
    for down in (ROW_HEIGHT + middle, middle, middle - 8):
        QTest.mouseMove(port, QPoint(20, down))
    QTest.mouseRelease(port, LEFT, NONE, QPoint(20, middle - 8))
    assert undo_label(panel) == "Rank Comet above Apollo"
    qtbot.waitUntil(
        lambda: view.gantt is not None and [row.name for row in view.gantt.rows] == ["Comet", "Apollo", "Borealis"], timeout=PATIENCE
    )
    window = panel.window()
    assert isinstance(window, MainWindow)
    assert texts(table_page(window, "Projects"), "Project") == ["Comet", "Apollo", "Borealis"]


def test_keys_rank_a_row_of_the_table(panel: GanttPanel, qtbot: QtBot) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    page = table_page(window, "Projects")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT | SHIFT)
    assert undo_label(panel) == "Rank Borealis above Apollo"
    assert panel.ranks.tip == "Drag to rank (Alt+Shift+Up, Alt+Shift+Down)"


def menu_of(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> dict[str, QAction]:
    """The open menu of the current row, by the words of its entries."""
    view.asked.emit(view.viewport().mapToGlobal(view.point_on(view.row, Gesture.MOVE)))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in panel.findChildren(QMenu)), timeout=PATIENCE)
    (menu,) = (each for each in panel.findChildren(QMenu) if each.isVisible())
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def test_the_menu_does_the_same_as_a_drag(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    entries = menu_of(panel, view, qtbot)
    assert entries["Move a week later"].text().endswith("\tAlt+Right")
    (menu,) = (each for each in panel.findChildren(QMenu) if each.isVisible())
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entries["Move a week later"]).center())
    assert days(panel, "Port") == (b.week(6), b.friday(9))
    qtbot.waitUntil(lambda: not panel.findChildren(QMenu), timeout=PATIENCE)


def test_a_screen_reader_hears_the_current_project(view: GanttView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription().startswith("Borealis, priority 3, approved; Asked 2027-02-01 to 2027-02-26, 4 weeks")
    assert "Waits for Apollo (FS)" in view.accessibleDescription()


def test_the_load_of_one_role_is_shown(panel: GanttPanel, qtbot: QtBot) -> None:
    panel.role.setFocus()
    qtbot.keyClick(panel.role, Qt.Key.Key_Down)
    assert panel.role.currentText() == "Backend"
    assert panel.strip.accessibleDescription().startswith("Backend: ")


def test_what_scrolled_into_view_looks_as_if_painted_at_once(view: GanttView) -> None:
    view.zoom(5)
    view.horizontalScrollBar().setValue(37)
    scrolled = view.viewport().grab().toImage()
    view.viewport().update()
    assert view.viewport().grab().toImage() == scrolled


def test_the_gantt_is_copied_as_a_picture(panel: GanttPanel, qtbot: QtBot, qapp: QApplication, idle: Callable[[], None]) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL | SHIFT)
    idle()
    assert qapp.clipboard().image().width() > 1000
    assert window.notice.text == "The Gantt is on the clipboard as a picture"


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_gantt_is_written_to_a_file(
    panel: GanttPanel, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path, suffix: str
) -> None:
    place = tmp_path / f"Gantt{suffix}"
    answer("place_for_picture", place)
    qtbot.keyClick(panel.window(), Qt.Key.Key_G, CONTROL | ALT)
    idle()
    assert place.stat().st_size > 1000
    assert suffix != ".png" or QImage(str(place)).width() > 1000


def test_the_height_of_the_gantt_stays_as_it_was_pulled(
    panel: GanttPanel, qtbot: QtBot, theme: Theme, preferences: Preferences, tmp_path: Path
) -> None:
    split = panel.parentWidget()
    assert isinstance(split, QSplitter)
    handle, before = split.handle(1), split.sizes()
    QTest.mousePress(handle, LEFT, NONE, QPoint(50, 0))
    QTest.mouseMove(handle, QPoint(50, 90))
    QTest.mouseRelease(handle, LEFT, NONE, QPoint(50, 90))
    assert split.sizes() != before
    other = MainWindow(Surroundings(theme, preferences, Formats(), tmp_path / "data"))
    qtbot.addWidget(other)
    other.resize(panel.window().size())
    again = other.pages.page("Projects").findChild(GanttPanel)
    assert again is not None
    assert isinstance(again.parentWidget(), QSplitter)
    assert again.parentWidget().saveState() == split.saveState()


def test_both_themes_are_followed(panel: GanttPanel, view: GanttView, qtbot: QtBot) -> None:
    light = view.viewport().grab().toImage().pixelColor(5, 100).lightness()
    qtbot.keyClick(panel.window(), Qt.Key.Key_D, CONTROL | ALT)
    assert light - view.viewport().grab().toImage().pixelColor(5, 100).lightness() > 100
