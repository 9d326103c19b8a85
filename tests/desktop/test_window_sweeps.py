"""Sweeps in the window: asked, followed, stopped, kept, made a scenario, taken back, as a user does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from data.entities import Id, StudyKind
from data.portfolio import Portfolio
from planner.actions.entities import changed
from tests.builders import resource, short_case
from tests.desktop.conftest import PATIENCE
from ui.main_window import MainWindow
from ui.views.pages import PAGES
from ui.views.scenarios_page import SWEEPS, ScenariosPage
from ui.views.sweep_sheet import SweepSheet


@pytest.fixture
def window(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> MainWindow:
    shown = show(short_case())
    idle()
    return shown


def opened(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> SweepSheet:
    window.show_page(PAGES.index("Scenarios"))
    page = window.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(SWEEPS).center())
    qtbot.waitUntil(lambda: page.sweeps.form.first.name.count() > 0, timeout=PATIENCE)
    idle()
    return page.sweeps


def ask(sheet: SweepSheet, qtbot: QtBot, last: int) -> None:
    """Types the last figure and presses Sweep."""
    sheet.form.seconds.setValue(1)
    sheet.form.first.last.setFocus()
    sheet.form.first.last.selectAll()
    qtbot.keyClicks(sheet.form.first.last, str(last))
    qtbot.keyClick(sheet.form.first.last, Qt.Key.Key_Tab)
    qtbot.mouseClick(sheet.form.start, Qt.MouseButton.LeftButton)


def swept(sheet: SweepSheet, qtbot: QtBot, last: int) -> None:
    ask(sheet, qtbot, last)
    assert sheet.form.stop.isVisible()
    qtbot.waitUntil(lambda: sheet.kept.key is not None and sheet.form.start.isVisible(), timeout=PATIENCE)


def test_a_sweep_is_kept_told_out_of_date_and_removed(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(window, qtbot, idle)
    swept(sheet, qtbot, 2)
    workspace = window.session.workspace
    assert workspace is not None
    (study,) = workspace.record.studies.values()
    assert study.kind is StudyKind.SWEEP
    assert sheet.tables.models[0].rowCount() == 3
    assert sheet.heading.said.startswith("Value is greatest at ")
    ann = workspace.portfolio.resources[Id("Ann")]
    window.session.apply(changed(workspace.portfolio, resource("Ann", role=ann.role, hours_per_week=8.0), "Ann works less"))
    qtbot.waitUntil(lambda: "(out of date)" in sheet.kept.list.item(0).text(), timeout=PATIENCE)
    qtbot.mouseClick(sheet.kept.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.kept.list.count() == 0, timeout=PATIENCE)
    assert sheet.shown is None
    window.session.undo()
    qtbot.waitUntil(lambda: sheet.kept.list.count() == 1, timeout=PATIENCE)


def test_a_point_becomes_a_scenario_with_its_plan_and_back(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    sheet = opened(window, qtbot, idle)
    assert not sheet.make.isEnabled()
    swept(sheet, qtbot, 1)
    idle()
    sheet.tables.tables[0].setFocus()
    qtbot.keyClick(sheet.tables.tables[0], Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(sheet.make.isEnabled, timeout=PATIENCE)
    assert not sheet.keep.isEnabled()
    qtbot.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    workspace = window.session.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: any(workspace.plan_in(key) for key in workspace.record.scenarios), timeout=PATIENCE)
    (scenario,) = workspace.record.scenarios.values()
    assert scenario.name.endswith("+1 week")
    window.session.undo()
    assert not workspace.record.scenarios
    qtbot.keyClick(sheet.tables.tables[0], Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(sheet.keep.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(sheet.keep, Qt.MouseButton.LeftButton)
    assert workspace.plan is not None


def test_what_cannot_be_asked_is_said_and_a_sweep_is_written(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sheet = opened(window, qtbot, idle)
    told: list[str] = []
    sheet.failed.connect(told.append)
    ask(sheet, qtbot, -3)
    assert "the first is the least" in told[0]
    qtbot.mouseClick(sheet.export, Qt.MouseButton.LeftButton)
    assert told[1].startswith("There is nothing to export")
    swept(sheet, qtbot, 1)
    idle()
    book = tmp_path / "sweep.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(book), ""))
    qtbot.mouseClick(sheet.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(book.exists, timeout=PATIENCE)
    idle()
    assert openpyxl.load_workbook(book).sheetnames == ["Sweep", "Points"]
