"""The file keeps itself: saved when the user pauses, by Ctrl+S, and what the window says and offers where it cannot be."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.document import publishing
from tests.builders import allocation, plan
from tests.desktop import others
from tests.desktop.conftest import PATIENCE, press_on_banner, save_by_keys, shown_buttons
from tests.desktop.others import edit, priority_in
from ui.files.publishing import TRY_AGAIN_MILLISECONDS
from ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


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
    save_by_keys(small, qtbot)
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
    save_by_keys(small, qtbot)
    qtbot.waitUntil(lambda: len(writing) == 1, timeout=PATIENCE)
    first = small.jobs.current(f"publish {path}")
    edit(small, 1)
    save_by_keys(small, qtbot)
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
        save_by_keys(small, qtbot)
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
    press_on_banner(small, qtbot, "Try again")
    says("Saved ")
    assert not small.files.banner.isVisible()
    assert priority_in(path) == 1


def test_after_a_full_disk_the_next_try_comes_by_itself(
    small: MainWindow, path: Path, qtbot: QtBot, says: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        save_by_keys(small, qtbot)
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
        save_by_keys(small, qtbot)
        says("Not in the file")
    answer("place_for_portfolio", tmp_path / "Elsewhere.plimsoll")
    press_on_banner(small, qtbot, "Save as…")
    says("Saved ")
    assert small.windowTitle() == "Elsewhere – Plimsoll"
    assert priority_in(tmp_path / "Elsewhere.plimsoll") == 2
    assert priority_in(tmp_path / "Case.plimsoll") == 3


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
    save_by_keys(small, qtbot)
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
    save_by_keys(small, qtbot)
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
    save_by_keys(small, qtbot)
    says("Saved ")
    assert small.notice.text == "The file is saved, but not backed up: the disk of the backups is full"
    small.notice.hide()
    edit(small, 1)
    save_by_keys(small, qtbot)
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
        save_by_keys(small, qtbot)
        says("Not in the file: it could not be written")
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert "an error inside Plimsoll (ZeroDivisionError)" in small.files.banner.text
    press_on_banner(small, qtbot, "Try again")
    says("Saved ")
    assert priority_in(path) == 2


def test_a_file_with_a_second_name_is_opened_with_a_word_about_it(window: MainWindow, path: Path, idle: Callable[[], None]) -> None:
    path.with_name("Second.plimsoll").hardlink_to(others.made(path))
    window.documents.open(path)
    idle()
    assert "hard link" in window.notice.text
    assert window.session.can_edit
