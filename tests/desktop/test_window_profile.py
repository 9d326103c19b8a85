"""The weekly profile under the table of demands: bars dragged and moved by keys, figures typed and pasted, profiles chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from data.entities import Id, Profile
from data.portfolio import Portfolio
from planner.hours.demand import asked
from tests.builders import allocation, demand, friday, plan, portfolio, project, resource, short_case, week
from tests.desktop.conftest import PATIENCE, plan_page, table_page
from tests.desktop.sheets import ALT, CONTROL, SHIFT, held, undo
from ui.main_window import MainWindow
from ui.views.insight_page import InsightPage
from ui.views.pages import PAGES
from ui.views.profile_panel import ProfilePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BUILD = Id("Build")


def case() -> Portfolio:
    """Build asks 20 h a week in weeks 2 to 5 of twelve, Port 10 h in weeks 1 to 4."""
    return portfolio(
        resource("Ann"),
        project("Apollo", 1),
        demand("Build", "Apollo", first=2, last=5),
        demand("Port", "Apollo", hours_per_week=10.0),
        weeks=12,
    )


@pytest.fixture
def panel(show: Callable[[Portfolio], MainWindow], qtbot: QtBot) -> ProfilePanel:
    return panel_of(show(case()), qtbot)


def panel_of(window: MainWindow, qtbot: QtBot, name: str = "Build") -> ProfilePanel:
    """The editor with a demand chosen, its cells watched by Qt's own judge."""
    page = table_page(window, "Demands")
    found = page.findChild(ProfilePanel)
    assert found is not None
    page.choose(Id(name))
    qtbot.waitUntil(lambda: found.texts()[0].startswith(f"{name} ·"), timeout=PATIENCE)
    found.setProperty("tester", QAbstractItemModelTester(found.cells, QAbstractItemModelTester.FailureReportingMode.Fatal, found))
    return found


def window_of(panel: ProfilePanel) -> MainWindow:
    window = panel.window()
    assert isinstance(window, MainWindow)
    return window


def hours(panel: ProfilePanel) -> list[float]:
    """What Build asks in the first six weeks."""
    found: list[float] = asked(held(window_of(panel)))[0].tolist()
    return found[:6]


def undo_label(panel: ProfilePanel) -> str | None:
    workspace = window_of(panel).session.workspace
    assert workspace is not None
    return workspace.undo_label


def pull(panel: ProfilePanel, column: int, hours: float) -> QPoint:
    """Takes the top of a bar with the mouse and pulls it by so many hours; it is not let go."""
    bars = panel.bars
    at = bars.point_on(column).toPoint()
    there = at - QPoint(0, round(hours / bars.scale.hours_a_pixel))
    QTest.mousePress(bars, LEFT, NONE, at)
    for place in (QPoint(at.x(), (at.y() + there.y()) // 2), there):
        QTest.mouseMove(bars, place)
    return there


def shown(panel: ProfilePanel, qtbot: QtBot, total: str) -> None:
    qtbot.waitUntil(lambda: panel.texts()[1].startswith(total), timeout=PATIENCE)


def test_a_bar_that_is_pulled_is_one_step_of_undo(panel: ProfilePanel, qtbot: QtBot) -> None:
    QTest.mouseRelease(panel.bars, LEFT, NONE, pull(panel, 2, 8.0))
    assert undo_label(panel) == "Ask 28 h of Build in W3 · 18 Jan"
    assert hours(panel) == [0.0, 20.0, 28.0, 20.0, 20.0, 0.0]
    shown(panel, qtbot, "88 h asked in 4 weeks")
    undo(qtbot, window_of(panel))
    assert (hours(panel), undo_label(panel)) == ([0.0, 20.0, 20.0, 20.0, 20.0, 0.0], None)


def test_while_a_bar_is_pulled_week_and_total_are_told(panel: ProfilePanel) -> None:
    there = pull(panel, 1, -8.0)
    assert panel.texts()[1] == "W2 · 11 Jan: 12 h instead of 20 h. In all 72 h instead of 80 h (−8 h)"
    assert panel.bars.accessibleDescription().endswith(panel.texts()[1])
    assert panel.cells.index(0, 1).data() == "12"
    assert undo_label(panel) is None
    QTest.keyClick(panel.bars, Qt.Key.Key_Escape)
    QTest.mouseRelease(panel.bars, LEFT, NONE, there)
    assert (panel.cells.index(0, 1).data(), undo_label(panel)) == ("20", None)
    assert panel.texts()[1].startswith("80 h asked in 4 weeks")


def test_a_click_on_a_bar_chooses_its_week_and_changes_nothing(panel: ProfilePanel) -> None:
    QTest.mouseClick(panel.bars, LEFT, NONE, panel.bars.point_on(3).toPoint())
    assert (panel.bars.current, panel.table.currentIndex().column(), undo_label(panel)) == (3, 3, None)


def test_with_the_total_kept_the_other_weeks_give_way(panel: ProfilePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.keep_total, LEFT, pos=QPoint(8, panel.keep_total.height() // 2))
    QTest.mouseRelease(panel.bars, LEFT, NONE, pull(panel, 1, 12.0))
    assert hours(panel)[1] == 32.0
    assert sum(hours(panel)) == pytest.approx(80.0)
    assert hours(panel)[2:5] == pytest.approx([16.0] * 3)


def test_arrows_and_page_keys_move_a_top_and_enter_keeps_it(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Right)
    for key, modifier in ((Qt.Key.Key_PageUp, NONE), (Qt.Key.Key_Up, NONE), (Qt.Key.Key_Down, SHIFT)):
        qtbot.keyClick(panel.bars, key, modifier)
    assert undo_label(panel) is None
    qtbot.keyClick(panel.bars, Qt.Key.Key_Return)
    assert undo_label(panel) == "Ask 28.75 h of Build in W3 · 18 Jan"


def test_escape_gives_up_what_keys_have_moved_and_another_week_keeps_it(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Up)
    qtbot.keyClick(panel.bars, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.bars, Qt.Key.Key_Right)
    assert undo_label(panel) is None
    qtbot.keyClick(panel.bars, Qt.Key.Key_Up)
    qtbot.keyClick(panel.bars, Qt.Key.Key_Left)
    assert undo_label(panel) == "Ask 21 h of Build in W3 · 18 Jan"


def test_what_keys_have_moved_is_kept_after_a_pause(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: undo_label(panel) == "Ask 21 h of Build in W2 · 11 Jan", timeout=PATIENCE)


def test_a_figure_begun_on_a_bar_goes_into_its_cell_and_enter_to_the_next(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_3)
    editor = panel.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "2,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hours(panel) == [0.0, 32.5, 20.0, 20.0, 20.0, 0.0], timeout=PATIENCE)
    qtbot.waitUntil(lambda: panel.table.currentIndex().column() == 2, timeout=PATIENCE)


def test_a_text_that_is_no_figure_is_refused_with_the_week(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_X)
    editor = panel.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    said = "W2 · 11 Jan: “x” is no number; type one such as 7.5"
    qtbot.waitUntil(lambda: window_of(panel).notice.text == said, timeout=PATIENCE)
    assert undo_label(panel) is None


def test_a_row_of_figures_is_pasted_as_one_step(panel: ProfilePanel, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("5\t7.5\t\t40")
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_V, CONTROL)
    assert hours(panel) == [0.0, 5.0, 7.5, 0.0, 40.0, 0.0]
    assert undo_label(panel) == "Ask other hours of Build in 4 weeks"
    assert panel.table.columns == [1, 2, 3, 4]
    assert held(window_of(panel)).demands[BUILD].start == week(2), "the table of demands was not pasted into"


def test_weeks_are_filled_to_the_right_cleared_and_copied(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert hours(panel) == [0.0, 0.0, 20.0, 20.0, 20.0, 0.0]
    qtbot.waitUntil(lambda: not panel.cells.index(0, 1).data(), timeout=PATIENCE)
    panel.table.go_to(4)
    qtbot.keyClick(panel.table, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(panel.table, Qt.Key.Key_D, CONTROL)
    assert hours(panel) == [0.0, 0.0, 20.0, 20.0, 20.0, 20.0]
    qtbot.keyClick(panel.table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "20\t20\n"


def test_delete_on_a_bar_empties_its_week_and_no_cell_of_the_table(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Delete)
    assert hours(panel) == [0.0, 0.0, 20.0, 20.0, 20.0, 0.0]
    assert held(window_of(panel)).demands[BUILD].role == "Backend"


def test_a_profile_is_chosen_and_given_up_again(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.way.setFocus()
    qtbot.keyClick(panel.way, Qt.Key.Key_Down)
    assert held(window_of(panel)).demands[BUILD].profile is Profile.FRONT
    qtbot.waitUntil(lambda: panel.way.currentText() == "Front", timeout=PATIENCE)
    qtbot.keyClick(panel.way, Qt.Key.Key_End)
    assert undo_label(panel) == "Own weeks for Build"
    qtbot.waitUntil(panel.back.isEnabled, timeout=PATIENCE)
    panel.back.trigger()
    assert (undo_label(panel), len(held(window_of(panel)).demand_weeks)) == ("Put Build back on the profile", 0)


def test_all_of_it_moves_by_a_week(panel: ProfilePanel, qtbot: QtBot) -> None:
    panel.bars.setFocus()
    qtbot.keyClick(panel.bars, Qt.Key.Key_Right, ALT)
    moved = held(window_of(panel)).demands[BUILD]
    assert (moved.start, moved.finish, undo_label(panel)) == (week(3), friday(6), "Move Build by +1 week")


def test_of_several_demands_the_sum_is_shown_and_what_holds_for_all_is_offered(panel: ProfilePanel, qtbot: QtBot) -> None:
    page = table_page(window_of(panel), "Demands")
    page.table.selectAll()
    qtbot.waitUntil(lambda: panel.texts()[0] == "2 demands of Apollo", timeout=PATIENCE)
    assert [panel.cells.index(0, column).data() for column in range(6)] == ["10", "30", "30", "30", "20", ""]
    assert (panel.keep_total.isEnabled(), panel.way.isEnabled(), panel.fill.isEnabled()) == (False, True, False)
    panel.later.trigger()
    assert undo_label(panel) == "Move 2 demands by +1 week"
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert window_of(panel).notice.text == "Choose one demand to change its weeks; of several the weeks are added up"
    assert undo_label(panel) == "Move 2 demands by +1 week"


@pytest.fixture
def short(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None], qtbot: QtBot) -> ProfilePanel:
    """The editor on a demand of which the plan meets nothing."""
    window = show(short_case())
    window.session.keep_plan(plan(allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 40.0)), ())
    idle()
    return panel_of(window, qtbot, "Check")


def test_why_a_demand_is_short_stands_beside_it(short: ProfilePanel, qtbot: QtBot) -> None:
    why = "16 h short in 2 weeks: Nobody suitable. Nobody holds Tester at level 1 or higher."
    qtbot.waitUntil(lambda: short.texts()[2] == why, timeout=PATIENCE)
    assert [short.cells.index(2, column).data() for column in range(4)] == ["", "8", "8", ""]
    at = short.bars.point_on(1).toPoint()
    QApplication.sendEvent(short.bars, QHelpEvent(QEvent.Type.ToolTip, at, short.bars.mapToGlobal(at)))
    assert QToolTip.text() == "W2 · 11 Jan: 8 h asked, 0 h given\n8 h short: Nobody suitable"
    QToolTip.hideText()


def test_the_editor_leads_to_the_plan_and_to_insight(short: ProfilePanel, qtbot: QtBot) -> None:
    window = window_of(short)
    qtbot.mouseClick(short.in_plan, LEFT)
    page = plan_page(window)
    assert page.isVisible()
    assert (page.bar.grouping.currentText(), page.heat_map.place[1]) == ("Projects", 1)
    assert page.booking.demand_id == Id("Check")
    table_page(window, "Demands")
    qtbot.waitUntil(short.in_insight.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(short.in_insight, LEFT)
    in_insight(window, qtbot, "Check")


def in_insight(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Waits until Insight has come to the demand."""
    page = window.pages.page("Insight")
    assert isinstance(page, InsightPage)

    def there() -> bool:
        row = page.shortages.table.currentIndex().row()
        return page.isVisible() and row >= 0 and page.shortages.model.row_at(row).demand == name

    qtbot.waitUntil(there, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("heading", "by", "leads"), [("Why short", "F2", "Insight"), ("Why short", "click", "Insight"), ("Coverage", "F2", "Plan")]
)
def test_coverage_and_cause_in_the_table_lead_there_too(short: ProfilePanel, qtbot: QtBot, heading: str, by: str, leads: str) -> None:
    window = window_of(short)
    page = table_page(window, "Demands")
    row = page.model.row_of(Id("Check"))
    assert row is not None
    column = page.table.column_of({"Why short": "cause", "Coverage": "coverage"}[heading])
    qtbot.waitUntil(lambda: bool(page.model.index(row, column).data()), timeout=PATIENCE)
    page.table.go_to(row, column)
    if by == "F2":
        qtbot.keyClick(page.table, Qt.Key.Key_F2)
    else:
        qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(page.model.index(row, column)).center())
    assert window.pages.currentWidget() is window.pages.page(leads)
    if leads == "Insight":
        in_insight(window, qtbot, "Check")
    assert window.side_bar.currentRow() == PAGES.index(leads)


def test_the_current_week_is_where_the_mouse_and_the_keys_left_it_after_an_edit(panel: ProfilePanel, qtbot: QtBot) -> None:
    QTest.mouseRelease(panel.bars, LEFT, NONE, pull(panel, 3, 6.0))
    shown(panel, qtbot, "86 h asked")
    assert (panel.bars.current, panel.table.currentIndex().column()) == (3, 3)
    assert panel.bars.point_on(3).y() < panel.bars.point_on(2).y()
    assert isinstance(panel.bars.point_on(3), QPointF)


def test_a_portfolio_that_is_only_looked_at_keeps_its_weeks(panel: ProfilePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = window_of(panel)
    monkeypatch.setattr(type(window.session), "can_edit", property(lambda _: False))
    window.session.returned.emit()
    qtbot.waitUntil(lambda: not panel.way.isEnabled(), timeout=PATIENCE)
    QTest.mouseRelease(panel.bars, LEFT, NONE, pull(panel, 2, 8.0))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_3)
    assert panel.table.findChild(QLineEdit) is None
    assert undo_label(panel) is None
