"""A file that another program changed, moved or replaced while the window has it: nothing of anybody is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop import others
from tests.desktop.conftest import press_on_banner, save_by_keys, shown_buttons, table_page
from tests.desktop.others import edit, priority_in
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


def changed_outside(window: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None]) -> None:
    """Mine has priority 2, theirs 5."""
    edit(window, 2)
    others.changed_outside(path, 5)
    save_by_keys(window, qtbot)
    says("Changed outside")
    assert [each.text() for each in shown_buttons(window.files.banner)] == ["Keep both", "Take theirs", "Overwrite with mine"]
    assert priority_in(path) == 5


def test_a_file_changed_outside_is_never_overwritten_unasked(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    edit(small, 1)
    assert not small.files.publisher.pause.isActive()
    assert small.status.saved.text() == "Changed outside"


def test_keep_both_goes_on_in_a_file_beside_theirs(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    press_on_banner(small, qtbot, "Keep both")
    says("Saved ")
    idle()
    assert small.windowTitle().startswith("Case (mine ")
    assert small.session.workspace is not None
    assert priority_in(small.session.workspace.path) == 2
    assert priority_in(path) == 5
    assert small.files.recent.files[0].path == small.session.workspace.path
    assert not small.files.banner.isVisible()


def test_take_theirs_shows_theirs_and_keeps_mine_as_a_backup(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    press_on_banner(small, qtbot, "Take theirs")
    says("Saved ")
    idle()
    assert small.session.workspace is not None
    assert table_page(small, "Projects").model.rowCount() == 3
    held = small.session.portfolio
    assert held is not None
    assert {project.name: project.priority for project in held.projects.values()}["Borealis"] == 5
    assert any(priority_in(backup.path) == 2 for backup in small.session.workspace.backups())
    edit(small, 4)
    save_by_keys(small, qtbot)
    says("Saved ")
    assert priority_in(path) == 4


def test_overwrite_writes_mine_and_keeps_theirs(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    press_on_banner(small, qtbot, "Overwrite with mine")
    says("Saved ")
    idle()
    assert priority_in(path) == 2
    assert small.session.workspace is not None
    assert any(priority_in(backup.path) == 5 for backup in small.session.workspace.backups())


def test_a_file_moved_away_is_written_again_where_it_was(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    edit(small, 2)
    path.rename(path.with_name("Moved.plimsoll"))
    save_by_keys(small, qtbot)
    says("File moved away")
    assert [each.text() for each in shown_buttons(small.files.banner)] == ["Write it again here", "Save as…"]
    press_on_banner(small, qtbot, "Write it again here")
    says("Saved ")
    idle()
    assert priority_in(path) == 2
    assert priority_in(path.with_name("Moved.plimsoll")) == 3


def test_a_way_out_that_fails_leaves_the_banner_with_what_stands_in_the_way_now(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(small, 2)
    path.unlink()
    save_by_keys(small, qtbot)
    says("File moved away")
    with monkeypatch.context() as full:
        others.fill_disk(full)
        press_on_banner(small, qtbot, "Write it again here")
        says("Not in the file")
    assert small.session.can_edit
    edit(small, 1)


def test_the_banner_is_reached_and_answered_by_keyboard(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    keep, theirs, _ = shown_buttons(small.files.banner)
    keep.setFocus()
    qtbot.keyClick(keep, Qt.Key.Key_Tab)
    assert theirs.hasFocus()
    assert theirs.accessibleDescription().endswith("yours is kept as a backup")
    qtbot.keyClick(theirs, Qt.Key.Key_Return)
    says("Saved ")
    idle()
