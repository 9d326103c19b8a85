"""Backups in the window: listed with what differs, restored as one edit, and put in the place of a damaged file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from data.entities import Id
from planner.workspace import Workspace
from tests.builders import small_case
from tests.desktop import others
from tests.desktop.conftest import PATIENCE, come_back
from tests.desktop.others import edit, priority_in
from ui.dialogs.restore import Restore
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Callable[[], Restore]:
    """Waits for the dialog."""

    def wait() -> Restore:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Restore)), timeout=PATIENCE)
        return next(each for each in window.findChildren(Restore) if each.isVisible())

    return wait


@pytest.fixture
def edited(window: MainWindow, path: Path, idle: Callable[[], None]) -> MainWindow:
    """The window on a file that was made with priority 3, and where 2 was saved; backups of both."""
    Workspace.create(path, small_case()).close()
    with Workspace.open(path) as before:
        before.apply(others.priority_edit(before.portfolio, 2))
    window.documents.open(path)
    idle()
    return window


def priority(window: MainWindow) -> int:
    held = window.session.portfolio
    assert held is not None
    return held.projects[Id("Borealis")].priority


def steps(dialog: Restore) -> list[str]:
    return [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())]


def choose(dialog: Restore, step: str) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(steps(dialog).index(step), 0))


def test_backups_are_listed_newest_first_in_words(edited: MainWindow, qtbot: QtBot, shown: Callable[[], Restore]) -> None:
    qtbot.keyClick(edited, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = shown()
    assert steps(dialog) == ["2", "1"]
    assert dialog.model.index(0, 0).data().startswith(("today ", "yesterday "))
    assert [dialog.model.index(0, column).data() for column in (3, 4)] == ["4", "3"]
    assert dialog.table.hasFocus()
    dialog.reject()


def test_a_chosen_backup_tells_what_differs_from_now(edited: MainWindow, qtbot: QtBot, shown: Callable[[], Restore]) -> None:
    edited.actions_by_name["restore"].trigger()
    dialog = shown()
    qtbot.waitUntil(lambda: dialog.differs.text() == "It holds the same as the portfolio now.", timeout=PATIENCE)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.differs.text() == "Restoring it changes: 1 project changed.", timeout=PATIENCE)
    dialog.reject()


def test_a_backup_is_restored_as_one_edit_that_undo_takes_back(
    edited: MainWindow, qtbot: QtBot, shown: Callable[[], Restore], idle: Callable[[], None]
) -> None:
    edited.actions_by_name["restore"].trigger()
    dialog = shown()
    choose(dialog, "1")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    idle()
    assert priority(edited) == 3
    assert edited.actions_by_name["undo"].text().startswith("&Undo Restore backup of ")
    assert edited.status.saved.text() == "Changes on their way to the file…"
    come_back(qtbot, edited)
    qtbot.keyClick(edited, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert priority(edited) == 2


def test_a_backup_is_written_to_a_file_of_its_own(
    edited: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    shown: Callable[[], Restore],
    idle: Callable[[], None],
    answer: Callable[[str, Path | None], None],
) -> None:
    edited.actions_by_name["restore"].trigger()
    dialog = shown()
    choose(dialog, "1")
    answer("place_for_portfolio", tmp_path / "Before.plimsoll")
    qtbot.mouseClick(dialog.save_as, Qt.MouseButton.LeftButton)
    idle()
    assert priority_in(tmp_path / "Before.plimsoll") == 3
    assert priority(edited) == 2
    dialog.reject()


def test_a_file_without_a_backup_says_when_there_will_be_one(
    edited: MainWindow, home: Path, shown: Callable[[], Restore], idle: Callable[[], None]
) -> None:
    for backup in (home / "backups").rglob("*.plimsoll"):
        backup.unlink()
    edited.actions_by_name["restore"].trigger()
    dialog = shown()
    assert "There is no backup yet" in dialog.differs.text()
    assert not dialog.restore.isEnabled()
    assert not dialog.save_as.isEnabled()
    dialog.reject()


def test_in_a_read_only_portfolio_a_backup_can_only_be_saved_elsewhere(
    window: MainWindow, path: Path, shown: Callable[[], Restore], idle: Callable[[], None]
) -> None:
    with Workspace.create(path, small_case()) as before:
        before.apply(others.priority_edit(before.portfolio, 2))
    with others.held(path):
        window.documents.open(path)
        idle()
        window.actions_by_name["restore"].trigger()
        dialog = shown()
        assert not dialog.restore.isEnabled()
        assert "read-only" in dialog.restore.toolTip()
        assert dialog.save_as.isEnabled()
        dialog.reject()


def test_a_damaged_file_leads_to_its_backups_and_one_takes_its_place(
    window: MainWindow, path: Path, home: Path, qtbot: QtBot, shown: Callable[[], Restore], idle: Callable[[], None]
) -> None:
    with Workspace.create(path, small_case()) as before:
        before.apply(others.priority_edit(before.portfolio, 2))
    others.damage(path)
    damaged = path.read_bytes()
    window.documents.open(path)
    dialog = shown()
    said = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "Case.plimsoll cannot be opened" in said
    assert "damaged" in said
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()
    assert window.windowTitle() == "Case – Plimsoll"
    assert priority(window) == 2
    assert [kept.read_bytes() for kept in (home / "damaged").rglob("Case.plimsoll")] == [damaged]
    edit(window, 4)


def test_a_damaged_file_that_is_let_be_stays_as_it_is(
    window: MainWindow, path: Path, shown: Callable[[], Restore], idle: Callable[[], None]
) -> None:
    Workspace.create(path, small_case()).close()
    others.damage(path)
    damaged = path.read_bytes()
    window.documents.open(path)
    shown().reject()
    idle()
    assert path.read_bytes() == damaged
    assert window.start.isVisible()


def test_a_damaged_file_without_a_backup_is_explained(window: MainWindow, path: Path, home: Path, idle: Callable[[], None]) -> None:
    Workspace.create(path, small_case()).close()
    others.damage(path)
    for backup in (home / "backups").rglob("*.plimsoll"):
        backup.unlink()
    window.documents.open(path)
    idle()
    assert window.findChild(Restore) is None
    assert "Case.plimsoll" in window.notice.text
    assert "No backup is known under this name" in window.notice.text
