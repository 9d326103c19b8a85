"""The roles on a tab of Resources: who holds them, and one name for what is one role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.entities import Id
from data.portfolio import Portfolio
from tests.builders import demand, portfolio, project, resource
from tests.desktop.conftest import shown_buttons
from tests.desktop.sheets import CONTROL, SHIFT, held, undo
from ui.main_window import MainWindow
from ui.views.pages import PAGES
from ui.views.roles_page import RolesPage
from ui.views.table_book import TableBook

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def case() -> Portfolio:
    return portfolio(
        resource("Ann", "Developer", 5),
        resource("Bob", "Dev", 3, other_roles=(("Tester", 2),)),
        resource("Cy", "Coder", 2),
        project("Apollo"),
        demand("Build", "Apollo", "Dev", hours_per_week=60.0),
        demand("Check", "Apollo", "Developer"),
    )


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None], qtbot: QtBot) -> RolesPage:
    """The tab, reached by keys."""
    window = show(case())
    window.show_page(PAGES.index("Resources"))
    book = window.pages.page("Resources")
    assert isinstance(book, TableBook)
    book.first.table.setFocus()
    qtbot.keyClick(book.first.table, Qt.Key.Key_PageUp, CONTROL)
    found = book.findChild(RolesPage)
    assert found is not None
    found.setProperty("tester", QAbstractItemModelTester(found.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found))
    idle()
    assert found.isVisible()
    return found


def window_of(page: RolesPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def choose(page: RolesPage, *names: str) -> None:
    rows = [page.model.row_of(Id(name.casefold())) for name in names]
    page.table.choose_cells([row for row in rows if row is not None], [page.model.columns[0].key])


def names(page: RolesPage) -> list[str]:
    return sorted(line.name for line in page.model.rows)


def test_a_role_is_renamed_everywhere_as_one_step(page: RolesPage, idle: Callable[[], None], qtbot: QtBot) -> None:
    row = page.model.row_of(Id("coder"))
    assert row is not None
    page.table.go_to(row, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert page.name.hasFocus()
    qtbot.keyClicks(page.name, "Engineer")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    window = window_of(page)
    assert held(window).resources[Id("Cy")].role == "Engineer"
    assert window.notice.text == "Called Engineer now: 1 resource. Undo takes all of it back."
    idle()
    assert names(page) == ["Dev", "Developer", "Engineer", "Tester"]
    assert page.chosen[0].name == "Engineer"
    undo(qtbot, window)
    idle()
    assert names(page) == ["Coder", "Dev", "Developer", "Tester"]


def test_a_lookalike_is_pointed_out_and_made_one_by_a_button(page: RolesPage, idle: Callable[[], None], qtbot: QtBot) -> None:
    choose(page, "Dev")
    assert "Looks like “Developer”" in page.texts()
    (offer,) = [each for each in shown_buttons(page) if each.text().startswith("Call both")]
    assert offer.text() == "Call both “Developer”"
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    idle()
    assert names(page) == ["Coder", "Developer", "Tester"]
    assert [each.role for each in held(window_of(page)).demands.values()] == ["Developer", "Developer"]
    assert [page.chosen[0].name, *page.texts()][0] == "Developer"
    assert page.heading.said == "What people do and demands ask for: 3 roles."


def test_several_chosen_roles_become_one(page: RolesPage, idle: Callable[[], None], qtbot: QtBot) -> None:
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.table.go_to(0, 0)
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert (page.rename.text(), page.name.text()) == ("Make them one role", "Developer")
    qtbot.mouseClick(page.rename, Qt.MouseButton.LeftButton)
    window = window_of(page)
    assert window.session.workspace is not None
    assert window.session.workspace.undo_label == "Merge roles Coder and Dev into Developer"
    idle()
    assert names(page) == ["Developer", "Tester"]


def test_the_chosen_role_tells_who_holds_it_at_which_level(page: RolesPage) -> None:
    choose(page, "Tester")
    said = page.texts()
    assert said[said.index("Level 2") + 1] == "Bob"


def test_a_name_that_would_part_the_sheet_is_refused(page: RolesPage, qtbot: QtBot) -> None:
    choose(page, "Coder")
    page.name.setFocus()
    page.name.selectAll()
    qtbot.keyClicks(page.name, "Dev;Ops")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert window_of(page).notice.text.startswith("“Dev;Ops” holds “;” or “:”")
    assert held(window_of(page)).resources[Id("Cy")].role == "Coder"


def test_roles_are_searched_also_by_who_holds_them_and_copied(page: RolesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CONTROL)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "Cy")
    assert names(page) == ["Coder"]
    page.table.selectAll()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().startswith("Coder\t\t1\t320\t0\t320\t–\t0\t2 Cy")


def test_back_on_a_table_its_actions_can_be_used_again(page: RolesPage, qtbot: QtBot) -> None:
    act = window_of(page).actions_by_name
    assert not act["add row"].isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_PageDown, CONTROL)
    assert act["add row"].isEnabled()
    qtbot.keyClick(window_of(page), Qt.Key.Key_Insert)
    assert len(held(window_of(page)).resources) == 4
