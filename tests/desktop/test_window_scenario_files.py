"""A scenario sent as a file and taken in by the window: seen first, then one edit; what is no good is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.edits import Edit
from data.entities import Id
from data.portfolio import Kind, Portfolio
from planner.actions.entities import removed
from planner.scenarios.resolving import changes_of
from tests.builders import scenario, scenario_change, small_case
from tests.desktop.conftest import PATIENCE, come_back
from tests.desktop.test_window_scenarios import APOLLO, CTRL, IF, URGENT, keys, scenarios_page, workspace_of
from ui.dialogs.taking import TakeScenario
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def sending(
    show: Callable[[Portfolio], MainWindow],
    qtbot: QtBot,
    idle: Callable[[], None],
    tmp_path: Path,
    answer: Callable[[str, Path | None], None],
) -> MainWindow:
    """The window on the small case, once it has sent a scenario that gives Apollo another priority and removes Comet."""
    comet = small_case().projects[Id("Comet")]
    window = show(
        small_case().holding(
            scenario(note="Client asks"), scenario_change("What if", APOLLO, URGENT), scenario_change("What if", comet, None)
        )
    )
    scenarios_page(window, qtbot, idle)
    answer("place_for_scenario", tmp_path / "What if.plimsoll-scenario")
    answer("scenario_to_take", tmp_path / "What if.plimsoll-scenario")
    keys(window, qtbot, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: "is written to" in window.notice.text, timeout=PATIENCE)
    return window


def asked(window: MainWindow, qtbot: QtBot) -> TakeScenario:
    keys(window, qtbot, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: bool(window.findChildren(TakeScenario)), timeout=PATIENCE)
    (dialog,) = window.findChildren(TakeScenario)
    return dialog


def test_it_is_taken_in_beside_the_one_of_its_name_and_undo_takes_it_back(sending: MainWindow, qtbot: QtBot) -> None:
    before = workspace_of(sending).digest
    dialog = asked(sending, qtbot)
    assert dialog.panel.says.text() == "Changed: 1 project. Removed: 1 project."
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "What if")
    assert (dialog.take.isEnabled(), dialog.wrong.text()) == (False, "There is a scenario of this name already.")
    qtbot.keyClicks(dialog.field, ", they say")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "was taken in" in sending.notice.text, timeout=PATIENCE)
    scenarios = {each.name: each for each in workspace_of(sending).record.scenarios.values()}
    assert set(scenarios) == {"What if", "What if, they say"}
    assert len(changes_of(workspace_of(sending).record, scenarios["What if, they say"].id)) == 2
    come_back(qtbot, sending)
    qtbot.keyClick(sending, Qt.Key.Key_Z, CTRL)
    assert workspace_of(sending).digest == before


def test_it_takes_the_place_of_the_one_that_is_there(sending: MainWindow, qtbot: QtBot) -> None:
    sending.session.apply(entities_without_changes(workspace_of(sending).record))
    dialog = asked(sending, qtbot)
    qtbot.mouseClick(dialog.replaces, Qt.MouseButton.LeftButton, pos=dialog.replaces.rect().center())
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(changes_of(workspace_of(sending).record, IF)) == 2, timeout=PATIENCE)
    assert list(workspace_of(sending).record.scenarios) == [IF]


def entities_without_changes(record: Portfolio) -> Edit:
    return removed(record, Kind.SCENARIO_CHANGE, list(record.scenario_changes), "Empty it")


def test_a_file_that_was_changed_is_told_and_nothing_is_asked(sending: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "What if.plimsoll-scenario"
    file.write_text(file.read_text(encoding="utf-8").replace("Client asks", "Client begs"), encoding="utf-8")
    keys(sending, qtbot, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: "its digest does not fit; have it sent again" in sending.notice.text, timeout=PATIENCE)
    assert not sending.findChildren(TakeScenario)
