"""Baselines in the window: a plan frozen and named, compared with, and measured against on the Overview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from data.entities import Id
from planner.workspace import Workspace
from tests.desktop.conftest import PATIENCE, texts
from tests.desktop.rehearsing import RECORD
from tests.desktop.test_window_scenarios import CTRL, keys, workspace_of
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.views.pages import PAGES
from ui.views.scenarios_page import BASELINES, ScenariosPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

LATER = replace(RECORD, id=Id("later"), allocations=RECORD.allocations[:-1], value=RECORD.value - 10.0)


@pytest.fixture
def frozen(planned: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> ScenariosPage:
    """The sheet of baselines, once the plan was frozen by its key, named, and followed by another plan."""
    keys(planned, qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().inherits("QLineEdit"), timeout=PATIENCE)
    qtbot.keyClicks(QApplication.focusWidget(), "Board, March")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    idle()
    for plan in (replace(LATER, id=Id("between")), LATER):
        planned.session.keep_plan(plan, ())
    idle()
    page = planned.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    return page


def says(window: MainWindow, text: str) -> bool:
    return any(text in each.text() for each in window.pages.page("Overview").findChildren(QLabel) if each.isVisible())


def test_the_plan_shown_is_frozen_under_a_name_with_what_is_known_of_it(frozen: ScenariosPage, planned: MainWindow, qtbot: QtBot) -> None:
    assert frozen.tabs.currentIndex() == BASELINES
    table = frozen.baselines.table_page
    qtbot.waitUntil(lambda: texts(table, "Made in") == ["Plan of record"], timeout=PATIENCE)
    assert texts(table, "Baseline") == ["Board, March"]
    (baseline,) = workspace_of(planned).record.baselines.values()
    assert (baseline.name, baseline.plan_id) == ("Board, March", RECORD.id)


def test_the_overview_tells_the_plan_against_it_as_long_as_that_is_wished_and_when_it_is_opened_again(
    frozen: ScenariosPage, planned: MainWindow, qtbot: QtBot, idle: Callable[[], None], preferences: Preferences
) -> None:
    keys(planned, qtbot, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: texts(frozen.baselines.table_page, "Measured") == ["against it"], timeout=PATIENCE)
    qtbot.keyClick(planned, getattr(Qt.Key, f"Key_{PAGES.index('Overview') + 1}"), CTRL)
    qtbot.waitUntil(lambda: says(planned, "since “Board, March”"), timeout=PATIENCE)
    path = workspace_of(planned).path
    qtbot.keyClick(planned, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: planned.session.workspace is None, timeout=PATIENCE)
    planned.documents.show(Workspace.open(path))
    qtbot.waitUntil(lambda: says(planned, "since “Board, March”"), timeout=PATIENCE)
    idle()
    qtbot.keyClick(planned, Qt.Key.Key_Y, CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not says(planned, "since “Board, March”") and says(planned, "since the plan of"), timeout=PATIENCE)
    idle()
    assert preferences.baseline_of(str(path)) is None


def test_it_is_set_beside_the_plan_of_record(frozen: ScenariosPage, planned: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    keys(planned, qtbot, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: frozen.compare.shown is not None, timeout=PATIENCE)
    assert frozen.compare.shown is not None
    assert [side.name for side in frozen.compare.shown.comparison.sides] == ["Plan of record", "Board, March"]
    idle()


def test_without_a_plan_there_is_nothing_to_freeze(small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    qtbot.keyClick(small, getattr(Qt.Key, f"Key_{PAGES.index('Scenarios') + 1}"), CTRL)
    page = small.pages.page("Scenarios")
    assert isinstance(page, ScenariosPage)
    page.tabs.setCurrentIndex(BASELINES)
    idle()
    assert not small.actions_by_name["freeze plan"].isEnabled()
    small.actions_by_name["add row"].trigger()
    qtbot.waitUntil(lambda: "There is no plan to freeze yet: solve first" in small.notice.text, timeout=PATIENCE)
    assert not workspace_of(small).record.baselines
