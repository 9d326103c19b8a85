"""What a table shows, chosen by keys and headings: filters, find, columns and their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import PATIENCE, texts
from tests.desktop.sheets import ALT, CONTROL, SHIFT, cell, chosen, extend, go_to, here
from ui.dialogs.columns import ChooseColumns
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.views.table_page import TablePage
from ui.widgets.filter_popup import FilterPopup

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")


def test_the_chosen_cells_survive_sorting_and_filtering(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Resource")
    extend(qtbot, people, down=1)
    people.table.sortByColumn(cell(people, "Ann", "Level")[1], Qt.SortOrder.AscendingOrder)
    assert sorted(chosen(people)) == ["Ann", "Bob"]
    qtbot.keyClicks(people.filter, "core")
    people.filter.clear()
    assert sorted(chosen(people)) == ["Ann", "Bob"]
    assert here(people) == ("Bob", "Resource")


def popup(page: TablePage) -> FilterPopup:  # type: ignore[type-arg]
    found = next((each for each in page.table.findChildren(FilterPopup) if each.isVisible()), None)
    assert found is not None
    return found


def test_alt_down_filters_by_the_column(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Level")
    qtbot.keyClick(people.table, Qt.Key.Key_Down, ALT)
    shown = popup(people)
    qtbot.keyClicks(shown.condition, ">= 3")
    assert texts(people, "Resource") == ["Ann", "Cleo", "Somebody"]
    qtbot.keyClick(shown.condition, Qt.Key.Key_Return)
    qtbot.keyClick(people.table, Qt.Key.Key_F, CONTROL | ALT)
    assert len(texts(people, "Resource")) == 4


def test_values_are_unchecked_to_leave_rows_out(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_L, CONTROL | SHIFT)
    shown = popup(people)
    assert [shown.values.item(row).text() for row in range(3)] == ["Analyst  (1)", "Backend  (2)", "Tester  (1)"]
    shown.values.setCurrentRow(1)
    qtbot.keyClick(shown.values, Qt.Key.Key_Space)
    assert texts(people, "Resource") == ["Cleo", "Somebody"]
    shown.close()


def test_a_filter_stays_with_its_portfolio(small: MainWindow, people: TablePage, qtbot: QtBot, preferences: Preferences) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Role")
    qtbot.keyClick(people.table, Qt.Key.Key_Down, ALT)
    qtbot.keyClicks(popup(people).condition, "back")
    popup(people).close()
    assert small.session.workspace is not None
    assert "back" in preferences.table_filters(small.session.workspace.place, "resources")
    again = TablePage(people._about, small.session, people._formats, people.model.tokens, small.actions_by_name, preferences)
    small.pages.addWidget(again)
    again.reload()
    assert texts(again, "Resource") == ["Ann", "Bob"]


def test_ctrl_f_finds_from_cell_to_cell(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    go_to(people, "Ann", "Resource")
    qtbot.keyClick(people.table, Qt.Key.Key_F, CONTROL)
    line = people.find_bar.text
    qtbot.keyClicks(line, "tester")
    assert here(people) == ("Ann", "Other roles")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert here(people) == ("Cleo", "Role")
    qtbot.keyClick(line, Qt.Key.Key_F3, SHIFT)
    assert here(people) == ("Ann", "Other roles")
    qtbot.keyClicks(line, "xx")
    assert people.find_bar.said.text() == "Not found"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not people.find_bar.isVisible()


def menu_of(page: TablePage, name: str, heading: str) -> tuple[QMenu, list[QAction]]:  # type: ignore[type-arg]
    """The menu of a heading, opened as a right click does."""
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(cell(page, name, heading)[1]) + 5, 8)
    header.customContextMenuRequested.emit(place)
    menu = next(each for each in page.table.findChildren(QMenu) if each.isVisible())
    return menu, [action for action in menu.actions() if not action.isSeparator()]


def test_a_heading_offers_sorting_filtering_and_hiding(people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    menu, offered = menu_of(people, "Ann", "Level")
    assert [action.text().replace("&", "") for action in offered] == [
        "Sort ascending",
        "Sort descending",
        "Filter…",
        "Hide column",
        "Columns…",
    ]
    offered[1].trigger()
    menu.close()
    assert texts(people, "Level") == ["4", "3", "3", "2"]
    menu, offered = menu_of(people, "Ann", "Level")
    offered[3].trigger()
    menu.close()
    assert "level" not in people.table.keys


def test_columns_are_chosen_put_in_order_and_remembered(
    small: MainWindow,
    people: TablePage,
    qtbot: QtBot,
    qapp: QApplication,
    preferences: Preferences,  # type: ignore[type-arg]
) -> None:
    qtbot.keyClick(people.table, Qt.Key.Key_K, CONTROL | SHIFT)
    dialog = small.findChild(ChooseColumns)
    assert dialog is not None
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert people.table.keys[:3] == ["name", "level", "other_roles"]
    go_to(people, "Ann", "Resource")
    extend(qtbot, people, right=2)
    assert chosen(people) == ["Ann|4|Tester:2"]
    qtbot.waitUntil(lambda: "role" in preferences.table_layout("resources"), timeout=PATIENCE)
    again = TablePage(people._about, small.session, people._formats, people.model.tokens, small.actions_by_name, preferences)
    small.pages.addWidget(again)
    again.reload()
    assert again.table.keys[:3] == ["name", "level", "other_roles"]


def test_the_first_column_stays_in_sight_when_scrolled_to_the_side(small: MainWindow, people: TablePage, qtbot: QtBot) -> None:  # type: ignore[type-arg]
    small.resize(960, 600)
    assert not people.table.frozen.isVisible()
    go_to(people, "Ann", people.model.columns[-1].heading)
    assert people.table.horizontalScrollBar().value() > 0
    assert people.table.frozen.isVisible()
    at = people.table.frozen.visualRect(people.model.index(1, 0)).center()
    qtbot.mouseClick(people.table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert here(people) == ("Bob", "Resource")
    assert people.table.horizontalScrollBar().value() > 0
    qtbot.keyClick(people.table, Qt.Key.Key_F2)
    editor = people.table.findChild(QLineEdit)
    assert editor is not None
    assert people.table.viewport().rect().contains(editor.geometry().center())
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: people.table.findChild(QLineEdit) is None, timeout=PATIENCE)
