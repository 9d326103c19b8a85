"""Scenarios in the window: made, worked in, compared with the plan of record, promoted, left, as a user does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from data.entities import Id, Project
from data.findings import warning
from data.portfolio import Portfolio
from planner.actions import entities
from planner.workspace import Workspace
from tests.builders import booking, plan, resource, scenario, scenario_change, small_case
from tests.desktop.conftest import PATIENCE, come_back, table_page, texts
from ui.dialogs.promoting import Promote
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.views.pages import PAGES
from ui.views.scenarios_page import ScenariosPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
APOLLO = small_case().projects[Id("Apollo")]
URGENT = replace(APOLLO, priority=5 if APOLLO.priority == 1 else 1)
IF = Id("What if")


@pytest.fixture
def trying(show: Callable[[Portfolio], MainWindow]) -> MainWindow:
    """The window on the small case with a scenario that gives Apollo another priority."""
    return show(small_case().holding(scenario(owner="Pia"), scenario_change("What if", APOLLO, URGENT)))


def keys(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """One of the keys of scenarios."""
    qtbot.keyClick(window, key, CTRL | ALT)


def scenarios_page(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> ScenariosPage:
    """The page, shown by its keys and worked out."""
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{PAGES.index('Scenarios') + 1}"), CTRL)
    page = window.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    worked_out(page, qtbot, idle)
    return page


def worked_out(page: ScenariosPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    """Waits until every scenario says how its plan stands, and nothing is under way."""
    qtbot.waitUntil(lambda: all(texts(page.table_page, "Its plan")), timeout=PATIENCE)
    idle()


def workspace_of(window: MainWindow) -> Workspace:
    assert window.session.workspace is not None
    return window.session.workspace


def entered(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    """Works in the scenario that is chosen on its page."""
    scenarios_page(window, qtbot, idle)
    keys(window, qtbot, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: workspace_of(window).scenario is not None, timeout=PATIENCE)
    idle()


def apollo(portfolio: Portfolio | None) -> Project:
    assert portfolio is not None
    return portfolio.projects[APOLLO.id]


def dialog(window: MainWindow, qtbot: QtBot) -> Promote:
    qtbot.waitUntil(lambda: bool(window.findChildren(Promote)), timeout=PATIENCE)
    (asked,) = window.findChildren(Promote)
    return asked


def test_without_scenarios_the_page_says_what_they_are_for_and_makes_the_first(
    small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    page = scenarios_page(small, qtbot, idle)
    (make,) = [each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == "New scenario"]
    qtbot.mouseClick(make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=PATIENCE)
    qtbot.keyClicks(QApplication.focusWidget(), "Client first")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page.table_page, "Scenario") == ["Client first"], timeout=PATIENCE)
    assert [each.name for each in workspace_of(small).record.scenarios.values()] == ["Client first"]


def test_the_page_tells_what_a_scenario_changes(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    page = scenarios_page(trying, qtbot, idle)
    assert (texts(page.table_page, "Changes"), texts(page.table_page, "Findings"), texts(page.table_page, "Its plan")) == (
        ["1"],
        ["0"],
        ["none yet"],
    )
    said = page.panel.texts()
    assert said[:2] == ["What if", "Draft · Pia"]
    assert "Changed: Project Apollo" in said
    assert f"priority {APOLLO.priority} → {URGENT.priority}" in said


def test_in_a_scenario_everything_is_the_scenario_s_and_the_way_back_is_in_sight(
    trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    entered(trying, qtbot, idle)
    assert trying.windowTitle() == "Case · What if – Plimsoll"
    assert trying.scenarios.strip.isVisible()
    assert "You are in the scenario “What if”" in trying.scenarios.strip.text
    assert apollo(trying.session.portfolio) == URGENT
    projects = table_page(trying, "Projects")
    projects.choose(APOLLO.id)
    projects.table.setCurrentIndex(projects.model.index(projects.table.currentIndex().row(), projects.table.column_of("max_delay")))
    qtbot.keyClicks(projects.table, "7")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: apollo(trying.session.portfolio).max_delay == 7, timeout=PATIENCE)
    assert apollo(workspace_of(trying).record) == APOLLO
    assert trying.actions_by_name["undo"].text().endswith("(in What if)")
    qtbot.mouseClick(trying.scenarios.strip.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace_of(trying).scenario is None, timeout=PATIENCE)
    idle()
    assert apollo(trying.session.portfolio) == APOLLO
    assert not trying.scenarios.strip.isVisible()
    assert trying.windowTitle() == "Case – Plimsoll"
    qtbot.keyClick(trying, Qt.Key.Key_Z, CTRL)
    keys(trying, qtbot, Qt.Key.Key_R)
    assert workspace_of(trying).record.scenario_changes[Id("What if/Project/Apollo")].after == URGENT


def test_the_picker_in_the_tool_bar_leads_into_a_scenario(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    picker = trying.scenarios.picker
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: workspace_of(trying).scenario is not None, timeout=PATIENCE)
    idle()
    assert picker.currentText() == "What if"
    assert apollo(trying.session.portfolio) == URGENT


def test_a_plan_belongs_to_where_it_was_solved(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    workspace = workspace_of(trying)
    workspace.keep_plan(plan(id=Id("of record"), value=100.0))
    entered(trying, qtbot, idle)
    assert workspace.plan is None
    assert trying.session.situation is not None
    assert trying.session.situation.plan is None
    trying.planning.from_last.setChecked(False)
    qtbot.keyClick(trying, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: workspace.plan is not None, timeout=PATIENCE)
    idle()
    assert workspace.plan is not None
    assert workspace.plan.scenario == IF
    page = scenarios_page(trying, qtbot, idle)
    assert texts(page.table_page, "Its plan") == ["up to date"]
    assert texts(page.table_page, "± Value")[0].startswith("+")
    keys(trying, qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: workspace.scenario is None, timeout=PATIENCE)
    assert workspace.plan is not None
    assert workspace.plan.id == "of record"


def test_promoting_says_what_it_does_and_is_taken_back_by_undo(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    before = workspace_of(trying).digest
    scenarios_page(trying, qtbot, idle)
    keys(trying, qtbot, Qt.Key.Key_M)
    asked = dialog(trying, qtbot)
    qtbot.mouseClick(asked.promote, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: apollo(workspace_of(trying).record) == URGENT, timeout=PATIENCE)
    qtbot.waitUntil(lambda: trying.session.can_edit, timeout=PATIENCE)
    idle()
    assert not workspace_of(trying).record.scenario_changes
    assert "is the plan of record now" in trying.notice.text
    come_back(qtbot, trying)
    qtbot.keyClick(trying, Qt.Key.Key_Z, CTRL)
    assert workspace_of(trying).digest == before


def test_projects_are_ticked_and_what_one_of_them_cannot_be_without_is_told_and_ticked_too(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    zoe, comet = resource("Zoe"), small_case().projects[Id("Comet")]
    wanted = [(APOLLO, URGENT), (comet, replace(comet, max_delay=8)), (None, zoe), (None, booking("Study", "Zoe", 2, 8.0))]
    window = show(small_case().holding(scenario(), *(scenario_change("What if", *pair) for pair in wanted)))
    before = workspace_of(window).digest
    scenarios_page(window, qtbot, idle)
    keys(window, qtbot, Qt.Key.Key_M)
    asked = dialog(window, qtbot)
    asked.parts.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):  # not Apollo
        qtbot.keyClick(asked.parts, key)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Space):  # nor Zoe, whom Comet has booked
        qtbot.keyClick(asked.parts, key)
    qtbot.waitUntil(lambda: "without Resource Zoe" in asked.says.text(), timeout=PATIENCE)
    assert not asked.promote.isEnabled()
    qtbot.mouseClick(asked.needed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.says.text().endswith("The other one stays in the scenario."), timeout=PATIENCE)
    qtbot.mouseClick(asked.promote, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: zoe.id in workspace_of(window).record.resources, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.session.can_edit, timeout=PATIENCE)
    idle()
    record = workspace_of(window).record
    assert (record.projects[comet.id].max_delay, len(record.bookings), apollo(record)) == (8, 3, APOLLO)
    assert list(record.scenario_changes) == ["What if/Project/Apollo"]
    assert "The chosen part of “What if” is in the plan of record now" in window.notice.text
    come_back(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert workspace_of(window).digest == before


def test_a_change_that_does_not_fit_any_more_is_kept_by_a_button(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    trying.session.apply(entities.changed(small_case(), replace(APOLLO, priority=3 if APOLLO.priority != 3 else 4), "Change"))
    page = scenarios_page(trying, qtbot, idle)
    assert texts(page.table_page, "Findings") == ["1"]
    assert "Project Apollo: the plan of record has changed its priority meanwhile" in page.panel.texts()
    (keep,) = [each for each in page.panel.findChildren(QPushButton) if each.isVisible() and each.text() == "Keep the scenario's"]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: texts(page.table_page, "Findings") == ["0"], timeout=PATIENCE)


def test_a_copy_and_a_removal_by_the_keyboard(trying: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    page = scenarios_page(trying, qtbot, idle)
    keys(trying, qtbot, Qt.Key.Key_B)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    idle()
    assert (sorted(texts(page.table_page, "Scenario")), texts(page.table_page, "Changes")) == (["What if", "What if 2"], ["1", "1"])
    page.table_page.choose(IF)
    page.table_page.table.setFocus()
    qtbot.keyClick(page.table_page.table, Qt.Key.Key_Delete, CTRL)
    assert texts(page.table_page, "Scenario") == ["What if 2"]
    assert len(workspace_of(trying).record.scenario_changes) == 1


def test_the_file_opens_in_the_scenario_in_which_it_was_left(
    trying: MainWindow, qtbot: QtBot, idle: Callable[[], None], preferences: Preferences
) -> None:
    entered(trying, qtbot, idle)
    path = workspace_of(trying).path
    assert preferences.scenario_of(str(path)) == IF
    qtbot.keyClick(trying, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: trying.session.workspace is None, timeout=PATIENCE)
    trying.documents.show(Workspace.open(path))
    qtbot.waitUntil(lambda: trying.session.workspace is not None and trying.session.workspace.scenario is not None, timeout=PATIENCE)
    idle()
    assert trying.scenarios.picker.currentText() == "What if"


def test_undoing_the_scenario_itself_leads_back_to_the_plan_of_record(small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    keys(small, qtbot, Qt.Key.Key_N)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    entered(small, qtbot, idle)
    small.session.found((warning("Apollo", "Nobody has its role"),))
    qtbot.keyClick(small, Qt.Key.Key_Z, CTRL)
    assert workspace_of(small).scenario is None
    assert small.session.findings == (), "what a solve found in the scenario is nothing of the plan of record"
    assert not small.scenarios.strip.isVisible()
    assert small.scenarios.picker.count() == 1
