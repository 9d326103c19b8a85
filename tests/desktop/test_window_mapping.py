"""The import of sheets of any form, driven as a user drives it: look, correct, see what would change, accept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.importing.mapping.mapping_file import read_mapping
from planner.workspace import Workspace
from tests.builders import small_case
from tests.desktop.conftest import PATIENCE
from tests.desktop.wizards import LOAD, grid, pick, press
from tests.planning.sheet_builders import Rows, write_xlsx
from ui.dialogs.import_wizard import MAPPING, PREVIEW, ImportWizard
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

TEAM: dict[str, Rows] = {
    "Crew": [
        ["Our crew"],
        [],
        ["Resource_Name", "Weekly_Capacity", "Skill", "Prio"],
        ["Ann", 4.0, "Backend", "High"],
        ["Dora", 3.0, "Tester", "Low"],
        ["Total", 7.0, None, None],
    ]
}


def choose(qtbot: QtBot, shown: ImportWizard, row: int, column: int, text: str) -> None:
    """Clicks a cell of the first two lines, and chooses from its list by the keyboard."""
    table = shown.page.table
    table.scrollTo(table.grid.index(row, column))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.grid.index(row, column)).center())
    pick(qtbot, editor_of(shown), text)


def editor_of(shown: ImportWizard) -> QComboBox:
    """The list that is open in a cell; one that was closed goes when Qt finds the time."""
    return next(each for each in shown.page.table.viewport().findChildren(QComboBox) if each.isVisible())


def lines(shown: ImportWizard) -> list[tuple[str, str, str]]:
    model = shown.panel.changes.model()
    return [tuple(model.index(row, column).data() for column in (0, 1, 2)) for row in range(model.rowCount())]


def test_the_guess_stands_above_the_first_rows(wizard: Callable[..., ImportWizard]) -> None:
    shown = wizard(TEAM)
    assert grid(shown)[:3] == [
        ["Resource", "Hours per week", "Role", "not read"],
        ["–", "days", "–", "–"],
        ["Our crew", "", "", ""],
    ]
    assert shown.page.options.target.currentText() == "Resources: one row each"
    assert (shown.page.options.first.value(), shown.page.options.leave_out.text()) == (3, "Total")
    assert shown.page.table.grid.headerData(4, Qt.Orientation.Vertical) == "3"
    assert shown.next.isEnabled()


def test_what_would_change_is_shown_and_accepted_as_one_edit(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    shown = wizard(TEAM)
    press(qtbot, shown.next, idle)
    assert shown.pages.currentIndex() == PREVIEW
    assert sorted(lines(shown)) == [("Added", "Resource", "Dora"), ("Changed", "Resource", "Ann")]
    assert small.session.portfolio == small_case(), "nothing is applied before it is accepted"
    press(qtbot, shown.take, idle)
    assert small.session.portfolio is not None
    assert {each.name: each.hours_per_week for each in small.session.portfolio.resources.values()}["Dora"] == 24.0
    assert small.actions_by_name["undo"].text() == "&Undo Import Crew.xlsx"
    small.actions_by_name["undo"].trigger()
    assert small.session.portfolio == small_case()


def test_a_wrong_unit_is_corrected_in_its_column(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    shown = wizard(TEAM)
    choose(qtbot, shown, 1, 1, "hours")
    assert grid(shown)[1][1] == "hours"
    press(qtbot, shown.next, idle)
    press(qtbot, shown.take, idle)
    assert small.session.portfolio is not None
    assert {each.name: each.hours_per_week for each in small.session.portfolio.resources.values()}["Dora"] == 3.0


def test_a_column_is_given_another_meaning_by_the_keyboard_alone(wizard: Callable[..., ImportWizard], qtbot: QtBot) -> None:
    shown = wizard(TEAM)
    table = shown.page.table
    table.setFocus()
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    pick(qtbot, editor_of(shown), "Team")
    assert grid(shown)[0] == ["Resource", "Hours per week", "Role", "Team"]


def test_a_name_that_is_not_mapped_stops_the_import_and_says_why(wizard: Callable[..., ImportWizard], qtbot: QtBot) -> None:
    shown = wizard(TEAM)
    choose(qtbot, shown, 0, 0, "not read")
    assert shown.page.says.text() == "No column says the Resource: choose one above it, or say below what it is in every row."
    assert not shown.next.isEnabled()
    assert shown.page.sheets.item(0).text() == "Crew\nResources: incomplete"
    choose(qtbot, shown, 0, 0, "Resource")
    assert shown.next.isEnabled()


def test_a_sheet_is_taken_for_something_else_and_guessed_anew(
    wizard: Callable[..., ImportWizard], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    shown = wizard(TEAM)
    pick(qtbot, shown.page.options.target, "Projects: one row each")
    idle()
    assert grid(shown)[0][0] == "Project"
    assert grid(shown)[0][3] == "Priority"
    assert shown.page.sheets.item(0).text() == "Crew\nProjects"
    meanings = {shown.page.values.item(row, 0).text(): shown.page.values.item(row, 1).text() for row in range(shown.page.values.rowCount())}
    assert meanings["Priority: “High” means"] == "1"


def test_a_word_is_given_another_meaning(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    shown = wizard({"Projects": [["Project name", "Prio"], ["Zephyr", "Highish"]]})
    values = shown.page.values
    row = next(row for row in range(values.rowCount()) if values.item(row, 0).text() == "Priority: “Highish” means")
    cell = values.visualItemRect(values.item(row, 1)).center()
    qtbot.mouseDClick(values.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell))
    editor = values.viewport().findChild(QWidget, "qt_editing_widget") or values.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    press(qtbot, shown.next, idle)
    press(qtbot, shown.take, idle)
    assert small.session.portfolio is not None
    assert {each.name: each.priority for each in small.session.portfolio.projects.values()}["Zephyr"] == 2


def test_other_rows_of_headings_are_read_at_once(wizard: Callable[..., ImportWizard], qtbot: QtBot, idle: Callable[[], None]) -> None:
    shown = wizard(TEAM)
    qtbot.keyClick(shown.page.options.first, Qt.Key.Key_Up)
    idle()
    assert shown.page.options.first.value() == 4
    assert grid(shown)[0] == ["not read"] * 4
    assert not shown.next.isEnabled()
    qtbot.keyClick(shown.page.options.last, Qt.Key.Key_Down)
    idle()
    assert grid(shown)[0][:2] == ["Resource", "Hours per week"]


def test_a_matrix_shows_its_weeks_and_becomes_bookings(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    shown = wizard(LOAD, "Load")
    assert grid(shown)[0] == ["Resource", "Project", "W1 · 4 Jan", "W2 · 11 Jan", "W3 · 18 Jan"]
    assert shown.page.options.unit.currentText() == "hours"
    press(qtbot, shown.next, idle)
    assert ("Added", "Booking") in {line[:2] for line in lines(shown)}
    press(qtbot, shown.take, idle)
    assert small.session.portfolio is not None
    assert sum(each.hours for each in small.session.portfolio.bookings.values()) >= 96.0


def test_one_goes_back_from_the_preview_and_corrects(wizard: Callable[..., ImportWizard], qtbot: QtBot, idle: Callable[[], None]) -> None:
    shown = wizard(LOAD, "Load")
    press(qtbot, shown.next, idle)
    press(qtbot, shown.back, idle)
    assert shown.pages.currentIndex() == MAPPING
    pick(qtbot, shown.page.options.target, "Nothing: leave it out")
    idle()
    assert not shown.next.isEnabled()


def test_declining_changes_nothing_and_remembers_nothing(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None], home: Path
) -> None:
    shown = wizard(TEAM)
    press(qtbot, shown.next, idle)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    idle()
    assert small.session.portfolio == small_case()
    assert not (home / "mappings").exists()


def test_a_mapping_is_remembered_for_the_next_month(wizard: Callable[..., ImportWizard], qtbot: QtBot, idle: Callable[[], None]) -> None:
    shown = wizard(TEAM)
    choose(qtbot, shown, 1, 1, "hours")
    press(qtbot, shown.next, idle)
    press(qtbot, shown.take, idle)
    later = {"May": [*TEAM["Crew"][:3], ["Eve", 30.0, "Tester", "Low"]]}
    again = wizard(later, "May")
    assert grid(again)[1][1] == "hours"
    assert again.page.says.text() == "Mapped as sheets with these headings were before."


def test_errors_are_listed_by_cell_and_saved_beside_the_rows(
    wizard: Callable[..., ImportWizard],
    small: MainWindow,
    qtbot: QtBot,
    idle: Callable[[], None],
    answer: Callable[[str, Path | None], None],
    tmp_path: Path,
) -> None:
    wrong = {"Crew": [*TEAM["Crew"][:4], ["Dora", "a lot", "Tester", "Low"]]}
    shown = wizard(wrong)
    press(qtbot, shown.next, idle)
    assert not shown.take.isEnabled()
    assert shown.panel.tabs.currentWidget() is shown.panel.findings
    assert shown.panel.findings.model.index(0, 1).data() == "Crew!B5"
    answer("place_for_workbook", tmp_path / "Mend.xlsx")
    press(qtbot, shown.panel.save, idle)
    written = openpyxl.load_workbook(tmp_path / "Mend.xlsx")["Crew"]
    assert written["A4"].value == "Ann"
    assert written["F5"].value == "Error B5: Hours per week is “a lot”, which is no number; type a number such as 7.5"
    assert written["B5"].fill.fgColor.rgb == "FFF5C65D"
    assert small.session.portfolio == small_case()


def test_a_mapping_is_saved_and_loaded(
    wizard: Callable[..., ImportWizard], qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    shown = wizard(TEAM)
    answer("place_for_mapping", tmp_path / "crew.toml")
    press(qtbot, shown.keep, idle)
    assert read_mapping(tmp_path / "crew.toml") == shown.draft.mapping
    choose(qtbot, shown, 0, 2, "not read")
    answer("mapping_to_load", tmp_path / "crew.toml")
    press(qtbot, shown.load, idle)
    assert grid(shown)[0][2] == "Role"
    (tmp_path / "crew.toml").write_text("[[tables]]\nsheet = 'Crew'\ntable = 'Folk'")
    press(qtbot, shown.load, idle)
    assert "table is “Folk”" in shown.about.text()
    assert grid(shown)[0][2] == "Role"


def test_sheets_become_a_portfolio_of_their_own(
    wizard: Callable[..., ImportWizard],
    small: MainWindow,
    qtbot: QtBot,
    idle: Callable[[], None],
    answer: Callable[[str, Path | None], None],
    tmp_path: Path,
) -> None:
    shown = wizard(TEAM)
    press(qtbot, shown.next, idle)
    answer("place_for_portfolio", tmp_path / "Mine.plimsoll")
    qtbot.mouseClick(shown.own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: small.windowTitle() == "Mine – Plimsoll", timeout=PATIENCE)
    assert small.session.portfolio is not None
    assert [each.name for each in small.session.portfolio.resources.values()] == ["Ann", "Dora"]
    with Workspace.read(tmp_path / "Case.plimsoll") as kept:
        assert kept.portfolio == small_case()


def test_with_nothing_open_sheets_become_a_portfolio(
    window: MainWindow,
    qtbot: QtBot,
    idle: Callable[[], None],
    answer: Callable[[str, Path | None], None],
    tmp_path: Path,
) -> None:
    window.documents.import_workbook(write_xlsx(tmp_path / "Load.xlsx", LOAD))
    idle()
    shown = window.findChild(ImportWizard)
    assert shown is not None
    press(qtbot, shown.next, idle)
    assert not shown.own.isVisible()
    answer("place_for_portfolio", tmp_path / "New.plimsoll")
    qtbot.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.windowTitle() == "New – Plimsoll", timeout=PATIENCE)
    assert window.session.portfolio is not None
    assert len(window.session.portfolio.bookings) == 6


def test_the_grid_keeps_the_rules_of_models(wizard: Callable[..., ImportWizard], qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    shown = wizard(TEAM)
    qtmodeltester.check(shown.page.table.grid)
    choose(qtbot, shown, 0, 3, "Team")
    qtmodeltester.check(shown.page.table.grid)


def test_the_sheet_with_the_focus_still_says_what_it_holds(wizard: Callable[..., ImportWizard], qtbot: QtBot) -> None:
    sheets = wizard(TEAM).page.sheets
    sheets.setFocus()
    qtbot.waitUntil(sheets.hasFocus, timeout=PATIENCE)
    place = sheets.visualItemRect(sheets.item(0))
    shown = sheets.viewport().grab(place).toImage()
    grounds = shown.pixelColor(shown.width() - 8, shown.height() // 2)
    lower = range(shown.height() * 3 // 4, shown.height() - 4)  # a single line would stand in the middle
    assert any(shown.pixelColor(x, y) != grounds for y in lower for x in range(4, shown.width() // 2))
