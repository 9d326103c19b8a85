"""The page Insight in the window, as a user works with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from data.portfolio import Portfolio
from planner.plans import fingerprint
from tests.builders import allocation, clashing_case, demand, plan, portfolio, project, resource, short_case
from tests.desktop.conftest import PATIENCE, page_by_keys, shown_buttons, table_page
from ui.main_window import MainWindow
from ui.views.insight_page import InsightPage
from ui.views.pages import PAGES

CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CASE = short_case(demand("Review", "Apollo", "Tester", first=3, last=3, hours_per_week=4.0))


def made(case: Portfolio = CASE) -> object:
    given = [allocation("Build", "Ann", number, 40.0) for number in (1, 2)]
    return plan(*given, fingerprint=fingerprint(case), value=1200.0, bound=1300.0)


def insight_page(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> InsightPage:
    return page_by_keys(window, qtbot, idle, "Insight", InsightPage)


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]) -> InsightPage:
    window = show(CASE)
    window.session.keep_plan(made(), ())
    idle()
    return insight_page(window, qtbot, idle)


def demands(page: InsightPage) -> list[str]:
    return [row.demand for row in page.shortages.model.rows]


def pick(qtbot: QtBot, box: object, text: str) -> None:
    """Chooses in a box by typing, as the keyboard does."""
    box.setFocus()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_what_is_short_stands_by_weighted_hours_with_its_cause(page: InsightPage) -> None:
    assert demands(page) == ["Review", "Port", "Check"]  # 4 h of priority 1 weigh more than 20 h of priority 5
    assert page.heading.said.startswith("40 h of 3 demands are not met")
    assert page.tabs.tabText(0) == "Not met (3)"


def test_the_chart_says_what_keeps_most_hours(page: InsightPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.chart.is_drawn, timeout=PATIENCE)
    assert page.chart.accessibleName().endswith("of 40 h unmet")


def test_what_is_proved_stands_beside_the_chart(page: InsightPage) -> None:
    assert "no plan of this portfolio is worth more than 1,300" in page.proof.text()


def test_demands_are_narrowed_by_cause_role_and_project_with_the_keyboard(page: InsightPage, qtbot: QtBot) -> None:
    pick(qtbot, page.shortages.cause, "Nobody")
    assert sorted(demands(page)) == ["Check", "Review"]
    assert page.shortages.count.text() == "2 of 3 demands"
    pick(qtbot, page.shortages.project, "Comet")
    assert demands(page) == ["Check"]
    qtbot.keyClick(page.shortages.cause, Qt.Key.Key_Home)
    pick(qtbot, page.shortages.role, "Backend")
    assert demands(page) == ["Port"]


def test_ctrl_f_finds_demands(page: InsightPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CONTROL)
    focused = QApplication.focusWidget()
    assert focused is page.shortages.search
    qtbot.keyClicks(focused, "tester comet")
    assert demands(page) == ["Check"]


def test_a_click_on_a_heading_sorts(page: InsightPage, qtbot: QtBot) -> None:
    header = page.shortages.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 10, 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert demands(page) == ["Check", "Port", "Review"]


def test_all_of_why_the_chosen_demand_is_short_stands_below(page: InsightPage, qtbot: QtBot) -> None:
    table = page.shortages.table
    assert page.shortages.whole.text() == "Choose a demand to read all of why it is short."
    row = demands(page).index("Check")
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(page.shortages.model.index(row, 0)).center())
    said = page.shortages.whole.text()
    assert said.startswith("Check, ")
    assert page.shortages.model.row_at(row).unmet.sentence in said
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert page.shortages.whole.text() != said


@pytest.mark.parametrize("by", ["Enter", "double click"])
def test_enter_and_a_double_click_lead_to_the_demand(page: InsightPage, qtbot: QtBot, by: str) -> None:
    window, table = page.window(), page.shortages.table
    row = demands(page).index("Check")
    at = table.visualRect(page.shortages.model.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if by == "Enter":
        qtbot.keyClick(table, Qt.Key.Key_Return)
    else:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: window.side_bar.currentRow() == PAGES.index("Demands"), timeout=PATIENCE)
    found = table_page(window, "Demands")
    assert found.model.row_at(found.table.currentIndex().row()).entity.name == "Check"


def test_enter_on_a_role_shows_what_is_short_of_it(page: InsightPage, qtbot: QtBot) -> None:
    page.shortages.table.setFocus()
    qtbot.keyClick(page.shortages.table, Qt.Key.Key_PageDown, CONTROL)
    assert page.roles.isVisible()
    roles = [row.balance.role for row in page.role_model.rows]
    assert sorted(roles) == ["Backend", "Tester"]
    page.roles.setCurrentIndex(page.role_model.index(roles.index("Tester"), 0))
    qtbot.keyClick(page.roles, Qt.Key.Key_Return)
    assert page.shortages.isVisible()
    assert sorted(demands(page)) == ["Check", "Review"]


def test_the_table_in_sight_is_copied_under_its_headings(page: InsightPage, qtbot: QtBot) -> None:
    pick(qtbot, page.shortages.role, "Backend")
    qtbot.keyClick(page.window(), Qt.Key.Key_T, CONTROL | ALT)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Demand", "Project", "Role", "Unmet h"]
    assert [line.split("\t")[:4] for line in lines[1:]] == [["Port", "Comet", "Backend", "20"]]
    assert "<th" in QApplication.clipboard().mimeData().html()
    page.tabs.setCurrentIndex(1)
    qtbot.keyClick(page.window(), Qt.Key.Key_T, CONTROL | ALT)
    assert QApplication.clipboard().text().startswith("Role\tHolders\tAsked h\t")


def test_the_chart_goes_to_the_clipboard(page: InsightPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    QApplication.clipboard().clear()
    qtbot.keyClick(page.window(), Qt.Key.Key_U, CONTROL | ALT)
    idle()
    assert QApplication.clipboard().image().width() > 600
    assert page.window().notice.text == "The chart is on the clipboard as a picture"


def test_the_chart_is_written_to_a_file(
    page: InsightPage, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    answer("place_for_picture", tmp_path / "not met.png")
    qtbot.keyClick(page.window(), Qt.Key.Key_U, CONTROL | ALT | SHIFT)
    idle()
    assert not QImage(str(tmp_path / "not met.png")).isNull()
    notice = page.window().notice
    assert (notice.text, [each.text() for each in notice.buttons]) == (f"Written to {tmp_path / 'not met.png'}", ["Open", "Show folder"])


def test_a_folder_that_is_not_there_is_told(
    page: InsightPage, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    answer("place_for_picture", tmp_path / "gone" / "x.png")
    qtbot.keyClick(page.window(), Qt.Key.Key_U, CONTROL | ALT | SHIFT)
    idle()
    assert "gone" in page.window().notice.text


def test_a_plan_from_before_an_edit_is_marked(page: InsightPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    window = page.window()
    assert not page.stale.isVisible()
    found = table_page(window, "Projects")
    found.table.setCurrentIndex(found.model.index(0, found.table.column_of("priority")))
    qtbot.keyClick(found.table, Qt.Key.Key_F2)
    editor = found.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "4")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found.table.findChild(QLineEdit) is None)
    idle()
    insight_page(window, qtbot, idle)
    assert page.stale.isVisible()
    assert page.stale.text == "This plan was made before the latest changes."
    assert page.proof.text().startswith("The bound was proved for the portfolio before the latest changes.")


def test_without_a_plan_the_page_offers_to_solve(small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    page = insight_page(small, qtbot, idle)
    assert [step.text() for step in shown_buttons(page)] == ["Solve"]
    assert not page.tabs.isVisible()


def test_without_a_plan_conflicts_are_told_with_the_way_out(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window = show(clashing_case())
    page = insight_page(window, qtbot, idle)
    assert page.before_plan.isVisible()
    told = page.before_plan.model
    assert told.index(0, 1).data() == "Dependency Apollo → Comet"
    assert "Max delay" in told.index(0, 3).data()
    qtbot.keyClick(window, Qt.Key.Key_T, CONTROL | ALT)
    assert "Dependency Apollo → Comet" in QApplication.clipboard().text()


def test_where_everything_is_met_the_page_says_so(show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]) -> None:
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", first=1, last=1, hours_per_week=40.0), weeks=2)
    window = show(case)
    window.session.keep_plan(plan(allocation("Build", "Ann", 1, 40.0), fingerprint=fingerprint(case)), ())
    idle()
    page = insight_page(window, qtbot, idle)
    assert page.heading.said == "Every hour asked is met."
    assert not page.shortages.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_U, CONTROL | ALT)
    assert window.notice.text == "There is no chart: nothing is known to be short"


def test_another_portfolio_leaves_nothing_of_the_one_before(page: InsightPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    window = page.window()
    window.documents.open_sample()
    idle()
    insight_page(window, qtbot, idle)
    assert [step.text() for step in shown_buttons(page)] == ["Solve"]
