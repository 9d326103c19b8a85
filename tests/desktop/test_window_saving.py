"""The file keeps itself: saved when the user pauses, by Ctrl+S, and what the window says and offers where it cannot be."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.document import publishing
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.builders import allocation, plan
from tests.desktop import others
from tests.desktop.conftest import PATIENCE, shown_buttons, table_page
from tests.desktop.others import edit, priority_in
from ui.dialogs.import_preview import ImportPreview
from ui.files.publishing import TRY_AGAIN_MILLISECONDS
from ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Case.plimsoll"


@pytest.fixture
def says(small: MainWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Waits until the field of the status bar begins so."""

    def wait(start: str) -> None:
        qtbot.waitUntil(lambda: small.status.saved.text().startswith(start), timeout=PATIENCE)

    return wait


def press(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Presses a button of the banner."""
    (button,) = [each for each in shown_buttons(window.files.banner) if each.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def save(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)


def test_an_opened_file_is_saved(small: MainWindow) -> None:
    assert small.status.saved.text() == "Saved"
    assert "nothing is lost by a crash" in small.status.saved.toolTip()


def test_changes_are_counted_until_the_user_pauses_and_then_are_in_the_file(
    small: MainWindow, path: Path, says: Callable[[str], None]
) -> None:
    edit(small, 2)
    assert small.status.saved.text() == "1 change on its way to the file…"
    edit(small, 1)
    assert small.status.saved.text() == "2 changes on their way to the file…"
    assert priority_in(path) == 3
    small.files.publisher.pause.start(1)
    says("Saved ")
    assert priority_in(path) == 1


def test_steady_editing_does_not_keep_the_file_waiting_for_ever(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None]
) -> None:
    publisher = small.files.publisher
    edit(small, 2)
    qtbot.waitUntil(lambda: publisher.steady.remainingTime() < publisher.steady.interval() - 10, timeout=PATIENCE)
    left = publisher.steady.remainingTime()
    edit(small, 1)
    assert 0 < publisher.steady.remainingTime() <= left
    publisher.pause.stop()
    publisher.steady.start(1)
    says("Saved ")
    assert priority_in(path) == 1


def test_control_s_saves_at_once(small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None]) -> None:
    edit(small, 2)
    save(small, qtbot)
    assert small.status.saved.text() == "Saving…"
    says("Saved ")
    assert priority_in(path) == 2
    assert not small.files.publisher.pause.isActive()


def test_the_file_is_written_beside_the_window_and_never_twice_at_a_time(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    go, writing, real = threading.Event(), [], publishing.write

    def slow(*args: object) -> object:
        written = real(*args)  # type: ignore[arg-type]
        writing.append(threading.get_ident())
        assert go.wait(20)
        return written

    monkeypatch.setattr(publishing, "write", slow)
    edit(small, 2)
    save(small, qtbot)
    qtbot.waitUntil(lambda: len(writing) == 1, timeout=PATIENCE)
    first = small.jobs.current(f"publish {path}")
    edit(small, 1)
    save(small, qtbot)
    assert small.jobs.current(f"publish {path}") is first
    assert small.status.saved.text() == "Saving…"
    assert writing != [threading.get_ident()]
    assert len(writing) == 1
    go.set()
    qtbot.waitUntil(lambda: len(writing) == 2, timeout=PATIENCE)
    says("Saved ")
    assert priority_in(path) == 1


def test_a_full_disk_is_said_once_with_ways_out_and_tried_again_less_and_less(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    again = small.files.publisher.again
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        save(small, qtbot)
        says("Not in the file: no space left on device")
        assert "could not be written" in small.files.banner.text
        assert [each.text() for each in shown_buttons(small.files.banner)] == ["Try again", "Save as…"]
        small.files.banner.hide()
        for wait in (*TRY_AGAIN_MILLISECONDS, TRY_AGAIN_MILLISECONDS[-1]):
            qtbot.waitUntil(again.isActive, timeout=PATIENCE)
            assert again.interval() == wait
            again.stop()
            again.timeout.emit()
            qtbot.waitUntil(lambda: not small.jobs.is_running(""), timeout=PATIENCE)
        assert not small.files.banner.isVisible()
        edit(small, 1)
        qtbot.mouseClick(small.status.saved, Qt.MouseButton.LeftButton)
        assert small.files.banner.isVisible()
    assert priority_in(path) == 3
    press(small, qtbot, "Try again")
    says("Saved ")
    assert not small.files.banner.isVisible()
    assert priority_in(path) == 1


def test_after_a_full_disk_the_next_try_comes_by_itself(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        save(small, qtbot)
        says("Not in the file")
    small.files.publisher.again.start(1)
    says("Saved ")
    assert priority_in(path) == 2


def test_a_full_disk_lets_one_save_elsewhere(
    small: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    says: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[str, Path | None], None],
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        save(small, qtbot)
        says("Not in the file")
    answer("place_for_portfolio", tmp_path / "Elsewhere.plimsoll")
    press(small, qtbot, "Save as…")
    says("Saved ")
    assert small.windowTitle() == "Elsewhere – Plimsoll"
    assert priority_in(tmp_path / "Elsewhere.plimsoll") == 2
    assert priority_in(tmp_path / "Case.plimsoll") == 3


def changed_outside(window: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None]) -> None:
    """Mine has priority 2, theirs 5."""
    edit(window, 2)
    others.changed_outside(path, 5)
    save(window, qtbot)
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
    press(small, qtbot, "Keep both")
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
    press(small, qtbot, "Take theirs")
    says("Saved ")
    idle()
    assert small.session.workspace is not None
    assert table_page(small, "Projects").model.rowCount() == 3
    held = small.session.portfolio
    assert held is not None
    assert {project.name: project.priority for project in held.projects.values()}["Borealis"] == 5
    assert any(priority_in(backup.path) == 2 for backup in small.session.workspace.backups())
    edit(small, 4)
    save(small, qtbot)
    says("Saved ")
    assert priority_in(path) == 4


def test_overwrite_writes_mine_and_keeps_theirs(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], idle: Callable[[], None]
) -> None:
    changed_outside(small, path, qtbot, says)
    press(small, qtbot, "Overwrite with mine")
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
    save(small, qtbot)
    says("File moved away")
    assert [each.text() for each in shown_buttons(small.files.banner)] == ["Write it again here", "Save as…"]
    press(small, qtbot, "Write it again here")
    says("Saved ")
    idle()
    assert priority_in(path) == 2
    assert priority_in(path.with_name("Moved.plimsoll")) == 3


def test_a_way_out_that_fails_leaves_the_banner_with_what_stands_in_the_way_now(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(small, 2)
    path.unlink()
    save(small, qtbot)
    says("File moved away")
    with monkeypatch.context() as full:
        others.fill_disk(full)
        press(small, qtbot, "Write it again here")
        says("Not in the file")
    assert small.session.can_edit
    edit(small, 1)


def test_save_as_goes_on_in_the_other_file_on_the_same_page(
    small: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    says: Callable[[str], None],
    answer: Callable[[str, Path | None], None],
    idle: Callable[[], None],
) -> None:
    small.show_page(2)
    edit(small, 2)
    answer("place_for_portfolio", tmp_path / "Next.plimsoll")
    qtbot.keyClick(small, Qt.Key.Key_S, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: small.windowTitle() == "Next – Plimsoll", timeout=PATIENCE)
    idle()
    assert small.side_bar.currentRow() == 2
    assert small.actions_by_name["undo"].text() == "&Undo Change priority of Borealis to 2"
    edit(small, 1)
    save(small, qtbot)
    says("Saved ")
    assert priority_in(tmp_path / "Next.plimsoll") == 1
    assert priority_in(tmp_path / "Case.plimsoll") == 3


def test_save_as_while_the_file_is_being_written_waits_for_its_turn(
    small: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    answer: Callable[[str, Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go, real = threading.Event(), publishing.write

    def slow(*args: object) -> object:
        assert go.wait(20)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "write", slow)
    edit(small, 2)
    save(small, qtbot)
    answer("place_for_portfolio", tmp_path / "Next.plimsoll")
    small.actions_by_name["save as"].trigger()
    assert not small.session.is_lent
    go.set()
    qtbot.waitUntil(lambda: small.windowTitle() == "Next – Plimsoll", timeout=PATIENCE)
    assert priority_in(tmp_path / "Case.plimsoll") == 2


def test_an_edit_while_the_file_is_in_other_hands_is_refused_with_a_word(
    small: MainWindow, tmp_path: Path, answer: Callable[[str, Path | None], None], idle: Callable[[], None]
) -> None:
    answer("place_for_portfolio", tmp_path / "Copy.plimsoll")
    small.actions_by_name["save copy"].trigger()
    held = small.session.portfolio
    assert held is not None
    assert not small.session.apply(others.priority_edit(held, 2))
    assert "try again in a moment" in small.notice.text
    assert not small.actions_by_name["solve"].isEnabled()
    idle()
    assert small.actions_by_name["solve"].isEnabled()
    edit(small, 2)


def test_a_file_open_in_another_window_is_read_only_until_it_is_let_go(
    window: MainWindow, path: Path, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    others.made(path)
    with others.held(path) as let_go:
        window.documents.open(path)
        idle()
        assert window.windowTitle() == "Case (read-only) – Plimsoll"
        assert window.status.saved.text().startswith("Read-only: ")
        assert "has it open" in window.status.saved.text()
        assert [each.text() for each in shown_buttons(window.files.banner)] == ["Try again", "Save as…"]
        press(window, qtbot, "Try again")
        idle()
        assert window.windowTitle() == "Case (read-only) – Plimsoll"
        assert window.files.banner.isVisible()
        let_go()
    press(window, qtbot, "Try again")
    idle()
    assert window.windowTitle() == "Case – Plimsoll"
    assert not window.files.banner.isVisible()
    edit(window, 2)


def test_what_is_read_only_cannot_be_edited_and_says_why(
    window: MainWindow, path: Path, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path
) -> None:
    with Workspace.open(others.made(path)) as before:
        before.apply(others.priority_edit(before.portfolio, 1))
        before.apply(others.priority_edit(before.portfolio, 2))
        before.undo()
    with others.held(path):
        window.documents.open(path)
        idle()
        act = window.actions_by_name
        for name in ("undo", "redo", "save", "solve"):
            assert not act[name].isEnabled()
            assert "read-only" in act[name].toolTip()
        page = table_page(window, "Projects")
        page.table.setCurrentIndex(page.model.index(0, 1))
        assert not page.model.flags(page.table.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        held = window.session.portfolio
        assert held is not None
        assert not window.session.apply(others.priority_edit(held, 2))
        assert "Case.plimsoll" in window.notice.text
        export_portfolio(others.priority_edit(held, 2).applied_to(held), tmp_path / "Next.xlsx")
        window.documents.import_workbook(tmp_path / "Next.xlsx")
        idle()
        preview = window.findChild(ImportPreview)
        assert preview is not None
        assert not preview.take.isEnabled()
        assert preview.own.isEnabled()
        preview.reject()


def test_a_read_only_portfolio_can_be_saved_elsewhere_and_edited_there(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None]
) -> None:
    others.made(path)
    with others.held(path):
        window.documents.open(path)
        idle()
        answer("place_for_portfolio", tmp_path / "Mine.plimsoll")
        press(window, qtbot, "Save as…")
        idle()
        assert window.windowTitle() == "Mine – Plimsoll"
        assert not window.files.banner.isVisible()
        assert window.actions_by_name["solve"].isEnabled()
        page = table_page(window, "Projects")
        assert page.model.flags(page.model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
        edit(window, 2)


def test_a_file_that_may_not_be_written_is_read_only(
    window: MainWindow, path: Path, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    others.made(path)
    monkeypatch.setattr("data.document.working_copy.may_be_replaced", lambda _: False)  # root may write everything
    window.documents.open(path)
    idle()
    assert window.windowTitle() == "Case (read-only) – Plimsoll"
    assert window.status.saved.text() == "Read-only: it may not be written"
    assert [each.text() for each in shown_buttons(window.files.banner)] == ["Save as…"]


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


def test_a_plan_that_comes_while_the_file_is_in_other_hands_is_kept_afterwards(
    small: MainWindow, tmp_path: Path, answer: Callable[[str, Path | None], None], idle: Callable[[], None]
) -> None:
    answer("place_for_portfolio", tmp_path / "Copy.plimsoll")
    small.actions_by_name["save copy"].trigger()
    assert small.session.is_lent
    small.session.keep_plan(plan(allocation("Build", "Ann", 1, 30.0)), ())
    assert small.session.workspace is not None
    assert small.session.workspace.plan is None
    idle()
    assert small.session.workspace.plan is not None
    assert small.status.saved.text() == "1 change on its way to the file…"


def test_a_backup_that_fails_is_said_once_and_keeps_nobody_from_saving(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "back_up", lambda *_: "the disk of the backups is full")
    monkeypatch.setattr("data.document.backups.latest_at", lambda *_: None)
    edit(small, 2)
    save(small, qtbot)
    says("Saved ")
    assert small.notice.text == "The file is saved, but not backed up: the disk of the backups is full"
    small.notice.hide()
    edit(small, 1)
    save(small, qtbot)
    qtbot.waitUntil(lambda: priority_in(path) == 1, timeout=PATIENCE)
    says("Saved ")
    assert not small.notice.isVisible()


def test_a_bug_while_the_file_is_written_is_reported_and_leaves_the_ways_out(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as bug, qtbot.capture_exceptions() as caught:
        bug.setattr(publishing, "write", broken)
        edit(small, 2)
        save(small, qtbot)
        says("Not in the file: it could not be written")
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert "an error inside Plimsoll (ZeroDivisionError)" in small.files.banner.text
    press(small, qtbot, "Try again")
    says("Saved ")
    assert priority_in(path) == 2


def test_a_file_with_a_second_name_is_opened_with_a_word_about_it(window: MainWindow, path: Path, idle: Callable[[], None]) -> None:
    path.with_name("Second.plimsoll").hardlink_to(others.made(path))
    window.documents.open(path)
    idle()
    assert "hard link" in window.notice.text
    assert window.session.can_edit
