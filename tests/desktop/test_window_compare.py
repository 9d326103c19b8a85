"""Plans side by side in the window: chosen by marks, read, searched, copied, drawn, written and followed, as a user does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from data.entities import Id
from data.portfolio import Portfolio
from planner.actions.entities import changed
from planner.comparing.choosing import OfRecord
from planner.workspace import Workspace
from tests.builders import allocation, plan, scenario, scenario_change, short_case
from tests.desktop.conftest import PATIENCE
from ui.main_window import MainWindow
from ui.views.compare_sheet import CompareSheet
from ui.views.scenarios_page import ScenariosPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
IF = Id("What if")
CASE = short_case(scenario(), scenario("Later"))
URGENT = replace(CASE.projects[Id("Comet")], priority=1)
FIRST = plan(allocation("Build", "Ann", 1, 40.0), id=Id("first"))
SECOND = plan(allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 40.0), id=Id("second"))
TRIED = plan(allocation("Build", "Ann", 2, 40.0), allocation("Port", "Ann", 1, 10.0), id=Id("tried"), scenario=IF)


@pytest.fixture
def compared(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> MainWindow:
    """The window on the short case with two plans of the plan of record, one of a scenario, and another scenario without."""
    window = show(CASE.holding(scenario_change("What if", CASE.projects[Id("Comet")], URGENT)))
    for each in (FIRST, SECOND, TRIED):
        window.session.keep_plan(each, ())
    idle()
    return window


def sheet_of(window: MainWindow) -> CompareSheet:
    page = window.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    return page.compare


def names(sheet: CompareSheet) -> list[str]:
    """The sides that are shown, the first one first."""
    return [side.name for side in sheet.shown.comparison.sides] if sheet.shown else []


def opened(window: MainWindow, qtbot: QtBot, idle: Callable[[], None], key: Qt.Key = Qt.Key.Key_K) -> CompareSheet:
    """Plans side by side, by their keys."""
    qtbot.keyClick(window, key, CTRL | ALT)
    sheet = sheet_of(window)
    qtbot.waitUntil(lambda: sheet.shown is not None, timeout=PATIENCE)
    idle()
    return sheet


def mark(sheet: CompareSheet, qtbot: QtBot, row: int) -> None:
    """Marks or unmarks by the keyboard, as it has the focus then."""
    marks: QListWidget = sheet.sides.list
    marks.setFocus()
    qtbot.keyClick(marks, Qt.Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(marks, Qt.Key.Key_Down)
    qtbot.keyClick(marks, Qt.Key.Key_Space)


def turn(sheet: CompareSheet, qtbot: QtBot, place: int) -> None:
    """To one of the parts, by a click on its tab."""
    qtbot.mouseClick(sheet.tables.tabs, Qt.MouseButton.LeftButton, pos=sheet.tables.tabs.tabRect(place).center())


def cells(sheet: CompareSheet, place: int) -> list[list[str]]:
    model = sheet.tables.models[place]
    return [[column.text(row) for column in model.columns] for row in model.rows]


def press(sheet: CompareSheet, qtbot: QtBot, text: str) -> None:
    (button,) = [each for each in sheet.findChildren(QPushButton) if each.isVisible() and each.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_plan_before_is_set_beside_the_last_plan(compared: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(compared, qtbot, idle, Qt.Key.Key_V)
    assert names(sheet) == ["Plan before", "Plan of record"]
    assert sheet.heading.said == "1 project, 1 person and 1 week differ from Plan before; 40 h added"
    figures = {row[0]: row[1:] for row in cells(sheet, 0)}
    assert figures["Hours met"] == ["40 h", "80 h", "+40 h"]
    assert figures["Coverage"] == ["34.5 %", "69.0 %", "+34.5 pp"]
    turn(sheet, qtbot, 4)
    assert cells(sheet, 4) == [["Apollo", "Build", "Added", "40", "", "Ann · W2 · 11 Jan"]]


def test_sides_are_marked_and_told_against_another(compared: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(compared, qtbot, idle)
    mark(sheet, qtbot, 3)  # What if
    qtbot.waitUntil(lambda: "What if" in names(sheet), timeout=PATIENCE)
    against = sheet.sides.against
    against.setFocus()
    qtbot.keyClick(against, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: names(sheet)[0] == "What if", timeout=PATIENCE)
    turn(sheet, qtbot, 1)
    comet = next(row for row in cells(sheet, 1) if row[0] == "Comet")
    assert "priority 5 instead of 1" in comet[2]
    turn(sheet, qtbot, 2)
    assert [row[0] for row in cells(sheet, 2)] == ["Ann"]


def test_a_scenario_without_a_plan_says_so_and_is_solved_from_there(
    compared: MainWindow, qtbot: QtBot, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened(compared, qtbot, idle)
    mark(sheet, qtbot, 2)  # Later
    assert "“Later” has no plan yet; solve it to compare it." in sheet.texts()
    solved: list[Id | None] = []
    compared.actions_by_name["solve"].triggered.disconnect()
    compared.actions_by_name["solve"].triggered.connect(lambda: solved.append(workspace_of(compared).portfolio.scenario_id))
    press(sheet, qtbot, "Solve “Later”")
    qtbot.waitUntil(lambda: solved == ["Later"], timeout=PATIENCE)
    compared.session.keep_plan(replace(TRIED, id=Id("later"), scenario="Later"), ())
    qtbot.waitUntil(lambda: "Later" in names(sheet), timeout=PATIENCE)
    assert not sheet.solve.isVisible()


def test_what_is_shown_follows_edits_and_names(compared: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(compared, qtbot, idle, Qt.Key.Key_V)
    portfolio = workspace_of(compared).portfolio
    compared.session.apply(changed(portfolio, replace(portfolio.projects[Id("Apollo")], name="Apollo 2"), "Rename"))
    turn(sheet, qtbot, 1)
    qtbot.waitUntil(lambda: [row[0] for row in cells(sheet, 1)] == ["Apollo 2"], timeout=PATIENCE)


def test_a_table_is_searched_copied_and_the_chart_drawn_of_a_role(compared: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(compared, qtbot, idle, Qt.Key.Key_V)
    qtbot.keyClick(compared, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "hours met")
    press(sheet, qtbot, "Copy table")
    copied = QApplication.clipboard().text().splitlines()
    assert copied == ["KPI\tPlan before\tPlan of record\t±", "Hours met\t40 h\t80 h\t+40 h"]
    turn(sheet, qtbot, 5)
    qtbot.waitUntil(lambda: sheet.tables.chart.is_drawn, timeout=PATIENCE)
    assert sheet.tables.chart.accessibleName() == "Plan of record takes 40 h more than Plan before, mostly in January 2027"
    sheet.tables.group.setFocus()
    qtbot.keyClick(sheet.tables.group, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.tables.chart.accessibleName().startswith("Backend: "), timeout=PATIENCE)


@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
def test_a_comparison_is_written_as_a_workbook_or_a_report(
    compared: MainWindow, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path, suffix: str
) -> None:
    sheet = opened(compared, qtbot, idle)
    place = tmp_path / f"out{suffix}"
    answer("place_for_comparison", place)
    press(sheet, qtbot, "Export comparison…")
    qtbot.waitUntil(lambda: compared.notice.text == f"Written to {place}", timeout=PATIENCE)
    assert [each.text() for each in compared.notice.buttons] == ["Open", "Show folder"]
    if suffix == ".xlsx":
        assert openpyxl.load_workbook(place).sheetnames[:2] == ["Sides", "KPIs"]
    else:
        assert place.read_bytes().startswith(b"%PDF")


def test_the_same_marked_alone_says_what_is_missing_and_five_are_the_most(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window = show(short_case(*(scenario(f"S{number}") for number in range(6))))
    window.session.keep_plan(FIRST, ())
    idle()
    window.pages.show_comparison([OfRecord.IN_FORCE])
    idle()
    sheet = sheet_of(window)
    qtbot.waitUntil(lambda: "Mark two to five at the left to see them side by side." in sheet.texts(), timeout=PATIENCE)
    for row in range(1, 5):
        mark(sheet, qtbot, row)
    sixth = sheet.sides.list.visualItemRect(sheet.sides.list.item(5))
    qtbot.mouseClick(sheet.sides.list.viewport(), Qt.MouseButton.LeftButton, pos=sixth.topLeft() + QPoint(14, sixth.height() // 2))
    assert sheet.sides.keys == [OfRecord.IN_FORCE, "S0", "S1", "S2", "S3"]


def workspace_of(window: MainWindow) -> Workspace:
    assert window.session.workspace is not None
    return window.session.workspace
