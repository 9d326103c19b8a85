"""After a crash: what it left is offered in one dialog, and nothing of it is lost whatever is decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from data.entities import Id
from planner.files import backups_for, leftovers
from tests.desktop import others
from tests.desktop.conftest import PATIENCE, come_back, shown_buttons
from tests.desktop.others import priority_in
from ui.dialogs.recovery import Card, Recovery
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that a Plimsoll crashed on with two changes, the last to priority 1; the file has 3."""
    others.made(tmp_path / "Case.plimsoll")
    others.crashed(tmp_path / "Case.plimsoll", 2, 1)
    return tmp_path / "Case.plimsoll"


@pytest.fixture
def offered(window: MainWindow, qtbot: QtBot) -> Callable[[], Recovery]:
    """Waits for the dialog."""

    def wait() -> Recovery:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Recovery)), timeout=PATIENCE)
        return next(each for each in window.findChildren(Recovery) if each.isVisible())

    return wait


def said(part: Card) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel))


def priority(window: MainWindow) -> int:
    held = window.session.portfolio
    assert held is not None
    return held.projects[Id("Borealis")].priority


def test_a_start_offers_what_a_crash_left(window: MainWindow, path: Path, offered: Callable[[], Recovery]) -> None:
    window.files.begin(None, demo=False)
    (card,) = offered().cards.values()
    assert "2 changes are not in the file" in said(card)
    assert "Change priority of Borealis to 1" in said(card)
    assert str(path) in said(card)
    assert "The file is as it was before" in said(card)


def test_a_start_without_a_crash_asks_nothing(window: MainWindow, idle: Callable[[], None]) -> None:
    window.files.begin(None, demo=False)
    idle()
    assert window.findChild(Recovery) is None
    assert not window.start.leftovers.isVisible()
    assert not window.actions_by_name["recover"].isEnabled()


def test_what_is_taken_up_is_on_the_screen_and_goes_on_into_the_file(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery], idle: Callable[[], None]
) -> None:
    window.files.begin(None, demo=False)
    (card,) = offered().cards.values()
    qtbot.mouseClick(card.take_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()
    assert priority(window) == 1
    assert window.status.saved.text() == "Changes on their way to the file…"
    assert window.files.publisher.pause.isActive()
    come_back(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("Saved "), timeout=PATIENCE)
    assert priority_in(path) == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert priority(window) == 2


def test_what_is_set_aside_is_a_backup_and_the_file_opens_as_it_is(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery], idle: Callable[[], None]
) -> None:
    window.files.begin(None, demo=False)
    shown = offered()
    (card,) = shown.cards.values()
    qtbot.mouseClick(card.set_aside, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(Recovery), timeout=PATIENCE)
    assert leftovers() == ()
    assert not window.start.leftovers.isVisible()
    assert 1 in [priority_in(backup.path) for backup in backups_for(path)]
    window.documents.open(path)
    idle()
    assert priority(window) == 3


def test_later_keeps_everything_and_the_start_page_leads_back(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery], idle: Callable[[], None]
) -> None:
    window.files.begin(None, demo=False)
    qtbot.keyClick(offered(), Qt.Key.Key_Escape)
    idle()
    assert len(leftovers()) == 1
    assert window.start.leftovers.text() == "1 portfolio has changes that are not in its file"
    assert window.actions_by_name["recover"].isEnabled()
    qtbot.mouseClick(window.start.leftovers, Qt.MouseButton.LeftButton)
    assert len(offered().cards) == 1


def test_opening_a_file_with_a_leftover_asks_with_that_one_first(
    window: MainWindow, path: Path, tmp_path: Path, offered: Callable[[], Recovery], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    others.crashed(others.made(tmp_path / "Newer.plimsoll"), 5)
    window.documents.open(path)
    cards = offered().cards
    assert list(cards) == [path, tmp_path / "Newer.plimsoll"]
    qtbot.mouseClick(cards[path].take_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()
    assert priority(window) == 1
    assert [left.path.name for left in leftovers()] == ["Newer.plimsoll"]


def test_a_file_changed_since_the_crash_is_said_so_and_decided_after_taking_up(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery], tmp_path: Path
) -> None:
    theirs = tmp_path / "elsewhere"
    theirs.mkdir()
    (theirs / "Case.plimsoll").write_bytes(path.read_bytes())
    others.changed_outside(theirs / "Case.plimsoll", 5)
    (theirs / "Case.plimsoll").replace(path)
    window.files.begin(None, demo=False)
    (card,) = offered().cards.values()
    assert "changed by somebody else since" in said(card)
    qtbot.mouseClick(card.take_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    come_back(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status.saved.text() == "Changed outside", timeout=PATIENCE)
    assert priority(window) == 1
    assert priority_in(path) == 5
    assert "Keep both" in [each.text() for each in shown_buttons(window.files.banner)]


def test_a_leftover_whose_file_is_gone_can_still_be_taken_up(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery], idle: Callable[[], None]
) -> None:
    path.unlink()
    window.files.begin(None, demo=False)
    (card,) = offered().cards.values()
    assert "not there any more" in said(card)
    qtbot.mouseClick(card.take_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()
    assert priority(window) == 1


def test_the_dialog_is_driven_by_keyboard_and_read_aloud(
    window: MainWindow, path: Path, qtbot: QtBot, offered: Callable[[], Recovery]
) -> None:
    window.files.begin(None, demo=False)
    shown = offered()
    (card,) = shown.cards.values()
    assert card.take_up.accessibleName() == "Take up: Case · Portfolio"
    assert "2 changes are not in the file" in card.take_up.accessibleDescription()
    card.take_up.setFocus()
    qtbot.keyClick(card.take_up, Qt.Key.Key_Tab)
    assert card.set_aside.hasFocus()
    qtbot.keyClick(card.set_aside, Qt.Key.Key_Tab)
    assert shown.later.hasFocus()


def test_whoever_starts_with_one_file_is_told_of_another_without_a_dialog(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window.files.begin(others.made(tmp_path / "Other.plimsoll"), demo=False)
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    assert window.notice.text == "1 portfolio has changes that are not in its file: see File, Recover"
    assert window.findChild(Recovery) is None
    assert window.actions_by_name["recover"].isEnabled()
    assert window.windowTitle() == "Other – Plimsoll"
