"""Change requests in the window: proposed with effects worked out, out of date when something changes, decided with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from data.entities import Id, ScenarioStatus
from planner.actions import entities
from planner.scenarios.effects import effects, study_of
from tests.builders import scenario, scenario_change, small_case
from tests.desktop.conftest import PATIENCE, come_back, texts
from tests.desktop.rehearsing import RECORD
from tests.desktop.test_window_scenarios import APOLLO, CTRL, IF, URGENT, keys, scenarios_page, workspace_of
from ui.dialogs.deciding import Decide
from ui.main_window import MainWindow
from ui.views.scenarios_page import ScenariosPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

CASE = small_case().holding(scenario(), scenario_change("What if", APOLLO, URGENT))
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(show: Callable[..., MainWindow], qtbot: QtBot, idle: Callable[[], None]) -> MainWindow:
    """The window on a scenario without a plan, beside a plan of record that has one."""
    window = show(CASE)
    window.desk.time_limit = 5.0
    window.session.keep_plan(RECORD, ())
    idle()
    scenarios_page(window, qtbot, idle)
    return window


def page_of(window: MainWindow) -> ScenariosPage:
    page = window.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    return page


def says(window: MainWindow, text: str) -> bool:
    return any(text in each for each in page_of(window).panel.texts())


def proposed(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    keys(window, qtbot, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: "waits for approval, with its effects worked out" in window.notice.text, timeout=PATIENCE)
    idle()
    qtbot.waitUntil(lambda: says(window, "up to date"), timeout=PATIENCE)


def decision(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> Decide:
    qtbot.keyClick(window, key, CTRL | Qt.KeyboardModifier.AltModifier | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(Decide)), timeout=PATIENCE)
    return window.findChildren(Decide)[-1]


def test_proposing_solves_the_scenario_and_attaches_what_it_does(asked: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    before = workspace_of(asked).digest
    proposed(asked, qtbot, idle)
    workspace = workspace_of(asked)
    assert texts(page_of(asked).table_page, "Status") == ["Proposed"]
    assert says(asked, "It waits for approval.")
    study = study_of(workspace.record, IF)
    assert study is not None
    found = effects(study)
    assert found is not None
    plan = workspace.plan_in(IF)
    assert plan is not None
    assert (found.of.record_plan, found.of.plan) == (RECORD.id, plan.id)
    visible = [each.text() for each in page_of(asked).panel.findChildren(QPushButton) if each.isVisible()]
    assert {"Approve…", "Reject…", "Work out again"} <= set(visible)
    qtbot.keyClick(asked, Qt.Key.Key_Z, CTRL)
    assert workspace.digest == before, "the status and its effects are one step"


def test_it_is_out_of_date_once_the_plan_of_record_has_changed_and_can_be_worked_out_again(
    asked: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    proposed(asked, qtbot, idle)
    ann = workspace_of(asked).record.resources[Id("Ann")]
    asked.session.apply(entities.changed(workspace_of(asked).record, replace(ann, level=5), "Raise Ann"))
    qtbot.waitUntil(lambda: says(asked, "since then the plan of record has changed"), timeout=PATIENCE)
    assert "out of date" in decision_words(decision(asked, qtbot, Qt.Key.Key_A))
    qtbot.mouseClick(asked.findChildren(Decide)[-1].leave, Qt.MouseButton.LeftButton)
    come_back(qtbot, asked)
    idle()
    qtbot.waitUntil(asked.actions_by_name["work out effects"].isEnabled, timeout=PATIENCE)
    keys(asked, qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: says(asked, "up to date"), timeout=PATIENCE)
    idle()
    assert len(workspace_of(asked).record.studies) == 1


def decision_words(asked: Decide) -> str:
    return " ".join(each.text() for each in asked.findChildren(QLabel))


def test_a_rejection_needs_a_reason_which_stands_in_the_log(asked: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    proposed(asked, qtbot, idle)
    dialog = decision(asked, qtbot, Qt.Key.Key_R)
    assert not dialog.decide.isEnabled()
    qtbot.keyClicks(dialog.reason, "Too dear")
    qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is rejected" in asked.notice.text, timeout=PATIENCE)
    assert workspace_of(asked).record.scenarios[IF].status is ScenarioStatus.REJECTED
    last = workspace_of(asked).steps[-1]
    assert (last.label, last.why) == ("Reject scenario What if", "Too dear")
    idle()


def test_without_a_plan_of_record_there_is_nothing_to_tell_against(
    show: Callable[..., MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window = show(CASE)
    scenarios_page(window, qtbot, idle)
    keys(window, qtbot, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: "has no plan yet to tell the effects against: solve it first" in window.notice.text, timeout=PATIENCE)
    assert workspace_of(window).record.scenarios[IF].status is ScenarioStatus.DRAFT
