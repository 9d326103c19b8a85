"""Editable tables, driven as a spreadsheet user drives them: blocks pasted, copied, filled and typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from data.entities import Id
from data.findings import note
from data.portfolio import Portfolio
from tests.builders import demand, portfolio, project, resource
from tests.desktop.conftest import PATIENCE, come_back, table_page, texts
from tests.desktop.sheets import CONTROL, SHIFT, cell, chosen, copied, extend, go_to, held, here, levels, undo
from ui.dialogs.pasting import PasteRows
from ui.main_window import MainWindow
from ui.views.table_page import TablePage
from ui.widgets.gantt_view import GanttView
from ui.widgets.table import Table

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")


def test_a_pasted_block_is_one_edit_and_one_undo(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Role")
    copied(qapp, "Tester\t5\r\nAnalyst\t1\r\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert [(each.role, each.level) for each in held(small).resources.values()][:2] == [("Tester", 5), ("Analyst", 1)]
    assert chosen(people) == ["Tester|5", "Analyst|1"]
    assert small.actions_by_name["undo"].text() == "&Undo Paste 4 cells into resources"
    undo(qtbot, small)
    assert levels(small) == [4, 2, 3, 3]
    assert small.actions_by_name["undo"].text() == "&Undo"


def test_a_refused_block_names_its_cell_and_leaves_everything(
    small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication
) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Level")
    copied(qapp, "5\n9\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert levels(small) == [4, 2, 3, 3]
    assert "nothing was changed. Bob, Level: “9” does not fit" in small.notice.text


def test_a_name_that_would_stand_twice_is_refused_with_the_whole_block(
    small: MainWindow,
    people: TablePage,
    qtbot: QtBot,
    qapp: QApplication,  # type: ignore[type-arg]
) -> None:
    go_to(people, "Ann", "Resource")
    copied(qapp, "Xaver\nCleo\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert texts(people, "Resource") == ["Ann", "Bob", "Cleo", "Somebody"]
    assert "“Cleo” stands twice among the resources" in small.notice.text


def test_a_block_beyond_the_last_row_asks_before_it_adds_rows(
    small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication
) -> None:  # type: ignore[type-arg]
    go_to(people, "Somebody", "Resource")
    copied(qapp, "Somebody\tAnalyst\nDora\tTester\nEli\tBackend\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    asked = small.findChild(PasteRows)
    assert asked is not None
    assert asked.add.text() == "Add 2 resources"
    assert people.model.rowCount() == 4
    qtbot.mouseClick(asked.add, Qt.MouseButton.LeftButton)
    assert set(texts(people, "Resource")) == {"Ann", "Bob", "Cleo", "Somebody", "Dora", "Eli"}
    assert sorted(chosen(people)) == ["Dora|Tester", "Eli|Backend", "Somebody|Analyst"]
    come_back(qtbot, small)
    undo(qtbot, small)
    assert people.model.rowCount() == 4


def test_not_pasting_adds_nothing(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Somebody", "Resource")
    copied(qapp, "Somebody\tAnalyst\nDora\tTester\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    asked = small.findChild(PasteRows)
    assert asked is not None
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert people.model.rowCount() == 4


def test_what_was_copied_comes_as_text_and_as_a_table(people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Resource")
    extend(qtbot, people, down=1, right=2)
    qtbot.keyClick(people.table, Qt.Key.Key_C, CONTROL | SHIFT)
    assert qapp.clipboard().text() == "Resource\tRole\tLevel\nAnn\tBackend\t4\nBob\tBackend\t2\n"
    assert '<td>Ann</td><td>Backend</td><td align="right">4</td>' in qapp.clipboard().mimeData().html()
    qtbot.keyClick(people.table, Qt.Key.Key_C, CONTROL)
    assert qapp.clipboard().text() == "Ann\tBackend\t4\nBob\tBackend\t2\n"


def test_what_is_copied_with_headings_is_pasted_by_them(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Bob", "Team")
    copied(qapp, "Level\n5\n")
    go_to(people, "Bob", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert levels(small) == [4, 5, 3, 3]


def test_cutting_copies_and_clears(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Team")
    qtbot.keyClick(people.table, Qt.Key.Key_X, CONTROL)
    assert (qapp.clipboard().text(), held(small).resources[Id("Ann")].team) == ("Core\n", "")


def test_fill_down_takes_the_first_cell_for_the_others(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Level")
    extend(qtbot, people, down=2)
    qtbot.keyClick(people.table, Qt.Key.Key_D, CONTROL)
    assert levels(small) == [4, 4, 4, 3]
    assert chosen(people) == ["4", "4", "4"]
    undo(qtbot, small)
    assert levels(small) == [4, 2, 3, 3]
    assert chosen(people) == ["4", "2", "3"]


def test_del_clears_the_chosen_cells_and_refuses_what_cannot_be_empty(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Team")
    extend(qtbot, people, down=1)
    qtbot.keyClick(people.table, Qt.Key.Key_Delete)
    assert texts(people, "Team") == ["", "", "", ""]
    go_to(people, "Ann", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_Delete)
    assert "Ann, Role: This cannot be empty" in small.notice.text


def test_typing_into_what_is_worked_out_says_where_it_is_changed(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Utilisation")
    qtbot.keyClick(people.table, Qt.Key.Key_5)
    assert small.notice.text == "Utilisation is worked out, not typed. To change it: solve again, or book hours on the page Plan."
    assert here(people) == ("Ann", "Utilisation")


def test_what_was_refused_moves_nothing_and_goes_with_the_next_edit(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    place = people.table.mapTo(small, people.table.rect().topLeft())
    go_to(people, "Ann", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(small.notice.isVisible, timeout=PATIENCE)
    QApplication.processEvents()
    assert people.table.mapTo(small, people.table.rect().topLeft()) == place
    assert small.notice.height() >= small.notice.minimumSizeHint().height()
    assert small.pages.geometry().bottom() - small.notice.geometry().bottom() > 0
    go_to(people, "Ann", "Team")
    qtbot.keyClick(people.table, Qt.Key.Key_Delete)
    assert not small.notice.isVisible()


def test_ctrl_enter_puts_what_was_typed_into_every_chosen_cell(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Level")
    extend(qtbot, people, down=2)
    qtbot.keyClick(people.table, Qt.Key.Key_5)
    editor = people.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert levels(small) == [5, 5, 5, 3]
    assert small.actions_by_name["undo"].text() == "&Undo Change level of 3 resources"
    qtbot.waitUntil(lambda: people.table.findChild(QLineEdit) is None, timeout=PATIENCE)


def test_ctrl_enter_works_in_a_list_of_choices_too(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Team")
    extend(qtbot, people, down=3)
    qtbot.keyClick(people.table, Qt.Key.Key_F2)
    editor = people.table.findChild(QComboBox)
    assert editor is not None
    editor.setCurrentText("Base")
    line = editor.lineEdit()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Return, CONTROL)
    assert texts(people, "Team") == ["Base"] * 4
    qtbot.waitUntil(lambda: people.table.findChild(QComboBox) is None, timeout=PATIENCE)


def test_ins_adds_a_row_like_the_current_one_and_waits_for_its_name(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Cleo", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_Insert)
    editor = people.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Dora")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.table.findChild(QLineEdit) is None, timeout=PATIENCE)
    added = [each for each in held(small).resources.values() if each.name == "Dora"]
    assert [each.role for each in added] == ["Tester"]


def test_ctrl_del_removes_rows_with_what_belongs_to_them(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_Delete, CONTROL)
    assert texts(people, "Resource") == ["Bob", "Cleo", "Somebody"]
    assert small.notice.text == "Removed Ann, and with it 1 booking, 1 absence. Ctrl+Z brings everything back."
    assert here(people) == ("Bob", "Level")
    undo(qtbot, small)
    assert texts(people, "Resource") == ["Ann", "Bob", "Cleo", "Somebody"]
    assert len(held(small).absences) == 1


def test_enter_goes_down_tab_right_and_ctrl_home_to_the_first_cell(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_Return)
    assert here(people) == ("Bob", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_Tab)
    assert here(people) == ("Bob", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_Return, SHIFT)
    assert here(people) == ("Ann", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_End, CONTROL)
    assert here(people) == ("Somebody", people.model.columns[-1].heading)
    qtbot.keyClick(people.table, Qt.Key.Key_Home, CONTROL)
    assert here(people) == ("Ann", "Resource")


def test_with_ctrl_a_key_leads_to_the_end_and_what_is_chosen_goes_along(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Bob", "Role")
    for key, row, heading, said in (
        (Qt.Key.Key_Home, "Ann", "Resource", ["Ann"]),
        (Qt.Key.Key_Down, "Somebody", "Resource", ["Somebody"]),
        (Qt.Key.Key_Right, "Somebody", people.model.columns[-1].heading, None),
        (Qt.Key.Key_Up, "Ann", people.model.columns[-1].heading, None),
        (Qt.Key.Key_Left, "Ann", "Resource", ["Ann"]),
    ):
        qtbot.keyClick(people.table, key, CONTROL)
        assert here(people) == (row, heading)
        assert said is None or chosen(people) == said
        assert len(people.table.selectionModel().selectedIndexes()) == 1


def test_enter_goes_to_what_stood_below_when_an_edit_moves_its_row(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Priority")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None, timeout=PATIENCE)
    assert here(page) == ("Comet", "Priority")


def test_rows_do_not_jump_or_vanish_while_they_are_edited(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    people.table.sortByColumn(cell(people, "Ann", "Level")[1], Qt.SortOrder.AscendingOrder)
    qtbot.keyClicks(people.filter, "backend")
    assert texts(people, "Resource") == ["Bob", "Ann"]
    go_to(people, "Bob", "Role")
    copied(qapp, "Tester\t5\n")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert texts(people, "Resource") == ["Bob", "Ann"]
    people.filter.clear()
    assert texts(people, "Level") == ["3", "3", "4", "5"]


def test_an_empty_table_takes_a_pasted_block(show: Callable[[Portfolio], MainWindow], qtbot: QtBot, qapp: QApplication) -> None:
    window = show(portfolio())
    page = table_page(window, "Resources")
    copied(qapp, "Resource\tRole\tLevel\nAnn\tTester\t4\nBob\tTester\t\n")
    qtbot.keyClick(page, Qt.Key.Key_V, CONTROL)
    asked = window.findChild(PasteRows)
    assert asked is not None
    qtbot.mouseClick(asked.add, Qt.MouseButton.LeftButton)
    assert [(each.name, each.level) for each in held(window).resources.values()] == [("Ann", 4), ("Bob", 3)]
    assert texts(page, "Resource") == ["Ann", "Bob"]


def test_the_first_row_of_an_empty_table_is_added_from_its_page(show: Callable[[Portfolio], MainWindow], qtbot: QtBot) -> None:
    window = show(portfolio())
    page = table_page(window, "Projects")
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    assert texts(page, "Project") == ["New project"]


def test_keys_of_tables_do_nothing_on_other_pages(small: MainWindow, qtbot: QtBot) -> None:
    small.show_page(0)
    assert not small.actions_by_name["delete rows"].isEnabled()
    assert not small.actions_by_name["copy"].isEnabled()


def test_keys_meant_for_the_gantt_leave_the_table_above_alone(small: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Apollo", "Value")
    gantt = page.findChild(GanttView)
    assert gantt is not None
    gantt.setFocus()
    copied(qapp, "7")
    for key, modifier in ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_V, CONTROL), (Qt.Key.Key_Delete, CONTROL)):
        qtbot.keyClick(gantt, key, modifier)
    assert held(small).projects[Id("Apollo")].value == 50_000.0


def test_findings_are_copied_while_they_have_the_focus(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    small.session.found((note("Demands!H4", "is odd"),))
    small.findings.show()
    findings = small.findings.findChild(Table)
    assert findings is not None
    findings.setFocus()
    findings.selectAll()
    qtbot.keyClick(findings, Qt.Key.Key_C, CONTROL)
    assert "Demands!H4" in qapp.clipboard().text()


def test_a_text_field_keeps_its_own_keys(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Team")
    people.filter.setFocus()
    copied(qapp, "tester")
    qtbot.keyClick(people.filter, Qt.Key.Key_V, CONTROL)
    assert people.filter.text() == "tester"
    people.filter.setCursorPosition(0)
    qtbot.keyClick(people.filter, Qt.Key.Key_Delete)
    assert people.filter.text() == "ester"
    assert held(small).resources[Id("Ann")].team == "Core"


def test_html_of_a_browser_without_text_is_no_block(small: MainWindow, people: TablePage, qtbot: QtBot, qapp: QApplication) -> None:  # type: ignore[type-arg]
    data = QMimeData()
    data.setData("image/png", b"x")
    qapp.clipboard().setMimeData(data)
    go_to(people, "Ann", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_V, CONTROL)
    assert small.notice.text.startswith("There is no text in the clipboard")


def test_a_demand_pasted_into_an_unknown_project_is_refused(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, qapp: QApplication
) -> None:
    window = show(portfolio(project("Apollo"), resource("Ann"), demand("Build", "Apollo")))
    page = table_page(window, "Demands")
    go_to(page, "Build", "Project")
    copied(qapp, "Dune\n")
    qtbot.keyClick(page.table, Qt.Key.Key_V, CONTROL)
    assert "Build, Project: There is no project called “Dune”" in window.notice.text
