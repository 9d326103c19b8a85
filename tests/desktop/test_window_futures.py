"""Plans in drawn futures in the window: marked, asked, solved, stopped, kept, written, as a user does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from data.entities import Id, StudyKind
from data.portfolio import Portfolio
from planner.actions.entities import changed
from tests.builders import allocation, plan, scenario, short_case
from tests.desktop.conftest import PATIENCE
from ui.main_window import MainWindow
from ui.views.futures_sheet import FuturesSheet
from ui.views.pages import PAGES
from ui.views.scenarios_page import FUTURES, ScenariosPage

CASE = short_case(scenario())
FIRST = plan(allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 40.0), id=Id("first"))
TRIED = plan(allocation("Build", "Ann", 2, 40.0), allocation("Port", "Ann", 1, 10.0), id=Id("tried"), scenario="What if")


@pytest.fixture
def window(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> MainWindow:
    """The window on the short case with a plan of the plan of record and one of a scenario."""
    shown = show(CASE)
    for each in (FIRST, TRIED):
        shown.session.keep_plan(each, ())
    idle()
    return shown


def opened(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> FuturesSheet:
    """The sheet with what is drawn for the plan of record."""
    window.show_page(PAGES.index("Scenarios"))
    page = window.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(FUTURES).center())
    qtbot.waitUntil(lambda: page.futures.shown is not None, timeout=PATIENCE)
    idle()
    return page.futures


def mark(sheet: FuturesSheet, qtbot: QtBot, row: int) -> None:
    sheet.sides.list.setFocus()
    sheet.sides.list.setCurrentRow(row)
    qtbot.keyClick(sheet.sides.list, Qt.Key.Key_Space)


def cells(sheet: FuturesSheet, part: int) -> dict[str, list[str]]:
    """The texts of a table by the name of each row."""
    model = sheet.tables.models[part]
    rows = [[str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(model.rowCount())]
    return {row[0]: row[1:] for row in rows}


def test_the_plan_of_record_meets_its_futures_at_once(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(window, qtbot, idle)
    assert list(cells(sheet, 0)) == ["Plan of record"]
    assert sheet.heading.said.startswith("Plan of record: ")
    assert "one in ten is below" in sheet.heading.said
    assert any(text.startswith("500 futures; no project has an estimate") for text in sheet.texts())


def test_a_second_plan_stands_in_the_same_futures(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(window, qtbot, idle)
    alone = cells(sheet, 0)["Plan of record"]
    mark(sheet, qtbot, 1)
    qtbot.waitUntil(lambda: sheet.shown is not None and len(sheet.shown.answer.sides) == 2, timeout=PATIENCE)
    both = cells(sheet, 0)
    assert both["Plan of record"][:4] == alone
    best, regret = both["What if"][-2:]
    assert (best, regret != "0") == ("0 %", True)


def test_another_question_is_asked_once_the_user_rests(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(window, qtbot, idle)
    sheet.form.absence.setFocus()
    sheet.form.absence.selectAll()
    qtbot.keyClicks(sheet.form.absence, "0")
    for field in (sheet.form.low, sheet.form.high):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "100")
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: sheet.shown is not None and sheet.shown.answer.question.high == 100.0, timeout=PATIENCE)
    planned, mean, *_ = cells(sheet, 0)["Plan of record"]
    assert mean == planned


def test_best_plans_are_found_kept_undone_and_there_again_after_reopening(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    sheet = opened(window, qtbot, idle)
    sheet.form.solved.setValue(2)
    sheet.form.seconds.setValue(1)
    qtbot.mouseClick(sheet.form.solve, Qt.MouseButton.LeftButton)
    assert sheet.form.stop.isVisible()
    qtbot.waitUntil(lambda: any(text.startswith("Best plans of 2 futures") for text in sheet.texts()), timeout=PATIENCE)
    workspace = window.session.workspace
    assert workspace is not None
    (study,) = workspace.record.studies.values()
    assert (study.kind, study.name) == (StudyKind.FUTURES, "Futures of Plan of record")
    assert len(cells(sheet, 0)["Plan of record"]) == 5
    window.session.undo()
    qtbot.waitUntil(lambda: len(cells(sheet, 0)["Plan of record"]) == 4, timeout=PATIENCE)
    window.session.redo()
    qtbot.waitUntil(lambda: len(cells(sheet, 0)["Plan of record"]) == 5, timeout=PATIENCE)
    ann = workspace.portfolio.resources[Id("Ann")]
    window.session.apply(changed(workspace.portfolio, replace(ann, hours_per_week=20.0), "Ann works less"))
    qtbot.waitUntil(lambda: len(cells(sheet, 0)["Plan of record"]) == 4, timeout=PATIENCE)


def test_a_stopped_search_keeps_what_it_found_or_says_that_there_is_nothing(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    sheet = opened(window, qtbot, idle)
    said: list[str] = []
    sheet.failed.connect(said.append)
    sheet.form.solved.setValue(50)
    sheet.form.seconds.setValue(60)
    qtbot.mouseClick(sheet.form.solve, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.form.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.form.solve.isVisible, timeout=PATIENCE)
    workspace = window.session.workspace
    assert workspace is not None
    assert bool(workspace.record.studies) != (said == ["No future was solved; give each more seconds"])


def test_all_of_it_is_written_and_a_table_copied(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened(window, qtbot, idle)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "futures.xlsx"), ""))
    with qtbot.waitSignal(sheet.written, timeout=PATIENCE):
        qtbot.mouseClick(sheet.export, Qt.MouseButton.LeftButton)
    assert "Reserve" in openpyxl.load_workbook(tmp_path / "futures.xlsx").sheetnames
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("Plan\tAs planned\tMean future")
