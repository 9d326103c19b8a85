"""Opening and editing in the window, as a user does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from data.entities import Id, ProjectStatus
from data.portfolio import Portfolio
from planner.actions import projects
from planner.workspace import Workspace
from tests.builders import portfolio, project
from tests.desktop.conftest import PATIENCE, close_window, shown_buttons, table_page, texts
from ui.main_window import MainWindow
from ui.presenters.columns import Column
from ui.settings import Preferences
from ui.views.pages import PAGES
from ui.views.table_page import TablePage
from ui.widgets.empty import EmptyPage


def go_to(page: TablePage, name: str, heading: str) -> None:
    """Makes a cell the current one."""
    row = next(row for row in range(page.model.rowCount()) if page.model.row_at(row).entity.name == name)
    headings = [column.heading for column in page.model.columns]
    page.table.setCurrentIndex(page.model.index(row, headings.index(heading)))
    page.table.setFocus()


def type_into_cell(qtbot: QtBot, page: TablePage, text: str) -> None:
    """F2, the text in place of the old one, Enter; waits until the editor is gone."""
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None)


def priority_of(window: MainWindow, name: str) -> int:
    held = window.session.portfolio
    assert held is not None
    return held.projects[Id(name)].priority


def test_the_start_page_offers_sample_import_and_open(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert [step.text() for step in shown_buttons(window.start)][:3] == ["New from sample", "Import workbook", "Open"]


def test_the_sample_opens_with_rows_on_every_page(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    first = shown_buttons(window.start)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    idle()
    assert window.windowTitle() == "Sample portfolio – Plimsoll"
    assert [table_page(window, name).model.rowCount() for name in ("Resources", "Projects")] == [60, 24]
    assert table_page(window, "Demands").model.rowCount() > 100


def test_a_second_sample_leaves_the_first_alone(window: MainWindow, idle: Callable[[], None]) -> None:
    for _ in range(2):
        window.documents.open_sample()
        idle()
    assert window.windowTitle() == "Sample portfolio 2 – Plimsoll"


def test_an_opened_file_is_remembered_on_the_start_page(
    window: MainWindow, idle: Callable[[], None], tmp_path: Path, preferences: Preferences
) -> None:
    Workspace.create(tmp_path / "Kept.plimsoll", portfolio(project("Apollo"))).close()
    window.documents.open(tmp_path / "Kept.plimsoll")
    idle()
    window.actions_by_name["close"].trigger()
    idle()
    assert [step.text() for step in shown_buttons(window.start)][4:] == ["Kept"]
    assert preferences.recent_files == (tmp_path / "Kept.plimsoll",)


def test_a_file_that_cannot_be_opened_is_explained_in_place(window: MainWindow, idle: Callable[[], None], tmp_path: Path) -> None:
    (tmp_path / "Broken.plimsoll").write_text("no database", encoding="utf-8")
    window.documents.open(tmp_path / "Broken.plimsoll")
    idle()
    assert window.notice.isVisible()
    assert "Broken.plimsoll" in window.notice.text
    assert window.start.isVisible()


def test_a_typed_cell_is_an_edit_that_undo_and_redo_know_by_name(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Priority")
    type_into_cell(qtbot, page, "2")
    assert priority_of(small, "Borealis") == 2
    assert small.actions_by_name["undo"].text() == "&Undo Change priority of Borealis"
    qtbot.keyClick(small, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert priority_of(small, "Borealis") == 3
    assert small.actions_by_name["redo"].text() == "&Redo Change priority of Borealis"
    qtbot.keyClick(small, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert priority_of(small, "Borealis") == 2


def test_the_buttons_of_undo_and_redo_keep_one_word(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Priority")
    type_into_cell(qtbot, page, "2")
    assert small.actions_by_name["undo"].iconText() == "Undo"
    assert small.actions_by_name["undo"].toolTip() == "Change priority of Borealis (Ctrl+Z)"


def test_enter_presses_a_button_of_the_start_page(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    (sample,) = [step for step in window.start.findChildren(QPushButton) if step.text() == "New from sample"]
    sample.setFocus()
    qtbot.keyClick(sample, Qt.Key.Key_Return)
    idle()
    assert window.session.workspace is not None


def test_closing_a_portfolio_takes_its_last_message_along(small: MainWindow, idle: Callable[[], None]) -> None:
    small.notice.say("Written to plan.xlsx", "good")
    small.actions_by_name["close"].trigger()
    idle()
    assert not small.notice.isVisible()


def test_an_edit_survives_closing_the_window(small: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Priority")
    type_into_cell(qtbot, page, "2")
    close_window(qtbot, small)
    with Workspace.open(tmp_path / "Case.plimsoll") as again:
        assert again.portfolio.projects[Id("Borealis")].priority == 2


def test_what_cannot_be_is_refused_with_the_way_out(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Priority")
    type_into_cell(qtbot, page, "9")
    assert priority_of(small, "Borealis") == 3
    assert small.notice.text == "Priority: “9” does not fit; type a whole number from 1 to 5"


def test_a_name_that_is_taken_is_refused_by_the_rules(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Borealis", "Project")
    type_into_cell(qtbot, page, "Apollo")
    assert small.session.portfolio is not None
    assert small.session.portfolio.projects[Id("Borealis")].name == "Borealis"
    assert "Apollo" in small.notice.text


def test_a_status_is_chosen_from_a_list(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Comet", "Status")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QComboBox)
    assert editor is not None
    assert [editor.itemText(row) for row in range(editor.count())] == list(ProjectStatus)
    editor.setCurrentText("Active")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.findChild(QComboBox) is None)
    assert small.session.portfolio is not None
    assert small.session.portfolio.projects[Id("Comet")].status is ProjectStatus.ACTIVE


def test_enter_goes_on_to_the_cell_below(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Resources")
    go_to(page, "Ann", "Level")
    type_into_cell(qtbot, page, "5")
    assert page.model.row_at(page.table.currentIndex().row()).entity.name == "Bob"


def test_the_chosen_cell_stays_on_its_thing_through_an_edit(small: MainWindow) -> None:
    page = table_page(small, "Projects")
    go_to(page, "Comet", "Manager")
    assert small.session.portfolio is not None
    assert small.session.apply(projects.with_priority(small.session.portfolio, Id("Comet"), 1))
    assert page.model.row_at(page.table.currentIndex().row()).entity.name == "Comet"


def test_ctrl_shift_f_filters_the_rows(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Resources")
    qtbot.keyClick(small, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    focused = QApplication.focusWidget()
    assert focused is page.filter
    qtbot.keyClicks(focused, "tester 3")
    assert texts(page, "Resource") == ["Cleo"]


def test_a_click_on_a_heading_sorts(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Resources")
    header = page.table.horizontalHeader()
    level = [column.heading for column in page.model.columns].index("Level")
    at = header.sectionViewportPosition(level) + 10
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))
    assert texts(page, "Level") == ["2", "3", "3", "4"]


def test_cells_are_copied_as_a_table(small: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    page = table_page(small, "Projects")
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().startswith("Apollo\t1\tApproved\tYes\t")


@pytest.mark.parametrize("number", range(1, len(PAGES) + 1))
def test_ctrl_and_a_figure_shows_that_page(small: MainWindow, qtbot: QtBot, number: int) -> None:
    qtbot.keyClick(small, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert small.side_bar.currentRow() == number - 1
    assert small.pages.currentWidget() is small.pages.page(PAGES[number - 1])


@pytest.mark.parametrize("name", ["Overview", "Resources", "Projects", "Demands", "Plan"])
def test_an_empty_page_says_what_belongs_there_and_offers_the_import(show: Callable[[Portfolio], MainWindow], name: str) -> None:
    window = show(portfolio())
    window.show_page(("Overview", "Resources", "Projects", "Demands", "Plan").index(name))
    offered = [step.text() for step in window.pages.currentWidget().findChildren(QPushButton) if step.isVisible()]
    assert offered == ["Import workbook", *(["Add row"] if name in ("Resources", "Projects", "Demands") else [])]


@pytest.mark.parametrize("name", ["Overview", "Resources", "Projects", "Demands"])
def test_an_empty_page_shows_all_lines_of_what_it_says(show: Callable[[Portfolio], MainWindow], name: str) -> None:
    window = show(portfolio())
    window.show_page(("Overview", "Resources", "Projects", "Demands").index(name))
    empty = next(page for page in window.pages.currentWidget().findChildren(EmptyPage) if page.isVisible())
    text = next(iter(empty.findChildren(QLabel)))
    assert text.height() >= text.heightForWidth(text.width())


def test_every_action_has_keys_and_a_tip(window: MainWindow) -> None:
    lacking = [action.text() for action in window.actions_by_name.all() if action.shortcut().isEmpty() or not action.statusTip()]
    assert lacking == []


def test_no_two_actions_that_can_be_done_have_the_same_keys(small: MainWindow) -> None:
    for number in range(len(PAGES)):
        small.show_page(number)
        keys = [key.toString() for action in small.actions_by_name.all() if action.isEnabled() for key in action.shortcuts()]
        assert len(keys) == len(set(keys))


def test_columns_of_tables_have_names_for_screen_readers(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Resources")
    go_to(page, "Ann", "Team")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QComboBox)
    assert editor is not None
    assert editor.accessibleName() == "Team"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.table.findChild(QComboBox) is None, timeout=PATIENCE)


def test_every_column_has_a_heading(small: MainWindow) -> None:
    columns: list[Column] = [column for name in ("Resources", "Projects", "Demands") for column in table_page(small, name).model.columns]  # type: ignore[type-arg]
    assert all(column.heading for column in columns)
