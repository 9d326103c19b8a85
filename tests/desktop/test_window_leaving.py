"""Closing a portfolio, opening another and quitting: the file is brought up to date first, or the user decides."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.document import publishing
from planner.files import leftovers
from tests.desktop import others
from tests.desktop.conftest import PATIENCE
from tests.desktop.others import edit, priority_in
from ui.dialogs.closing import NotSaved, Writing
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def asked(small: MainWindow, qtbot: QtBot) -> Callable[[], NotSaved]:
    """Waits for the question what to do with changes that cannot be saved."""

    def wait() -> NotSaved:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in small.findChildren(NotSaved)), timeout=PATIENCE)
        return next(each for each in small.findChildren(NotSaved) if each.isVisible())

    return wait


@pytest.fixture
def hanging(small: MainWindow, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Writing the file takes until this is set."""
    small.files.keeping.slow.setInterval(1)
    go, real = threading.Event(), publishing.write

    def write(*args: object) -> object:
        assert go.wait(60)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "write", write)
    return go


def test_closing_brings_the_file_up_to_date(small: MainWindow, path: Path, idle: Callable[[], None]) -> None:
    edit(small, 2)
    small.actions_by_name["close"].trigger()
    idle()
    assert small.start.isVisible()
    assert priority_in(path) == 2
    assert leftovers() == ()


def test_quitting_brings_the_file_up_to_date(small: MainWindow, path: Path, qtbot: QtBot) -> None:
    edit(small, 2)
    qtbot.keyClick(small, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    assert priority_in(path) == 2
    assert leftovers() == ()


def test_opening_another_file_brings_the_first_up_to_date(small: MainWindow, path: Path, tmp_path: Path, idle: Callable[[], None]) -> None:
    others.made(tmp_path / "Other.plimsoll")
    edit(small, 2)
    small.documents.open(tmp_path / "Other.plimsoll")
    idle()
    assert small.windowTitle() == "Other – Plimsoll"
    assert priority_in(path) == 2


def test_opening_the_file_that_is_open_changes_nothing(small: MainWindow, path: Path, idle: Callable[[], None]) -> None:
    edit(small, 2)
    small.documents.open(path.parent / "." / path.name)
    idle()
    assert small.windowTitle() == "Case – Plimsoll"
    assert small.notice.text == "Case.plimsoll is open here already"
    assert small.session.can_edit


def test_a_file_that_cannot_be_saved_is_not_closed_in_silence(
    small: MainWindow, path: Path, qtbot: QtBot, asked: Callable[[], NotSaved], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        small.close()
        question = asked()
        qtbot.keyClick(question, Qt.Key.Key_Escape)
        assert small.isVisible()
        assert small.session.can_edit
        qtbot.waitUntil(lambda: small.status.saved.text().startswith("Not in the file"), timeout=PATIENCE)
    edit(small, 1)
    small.close()
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    assert priority_in(path) == 1


def test_what_is_kept_for_the_next_start_is_offered_then(
    small: MainWindow, path: Path, qtbot: QtBot, asked: Callable[[], NotSaved], monkeypatch: pytest.MonkeyPatch
) -> None:
    others.fill_disk(monkeypatch)
    edit(small, 2)
    small.close()
    qtbot.mouseClick(asked().keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    (left,) = leftovers()
    assert (left.path, left.steps) == (path, 1)
    assert priority_in(path) == 3


def test_what_cannot_be_saved_here_is_saved_elsewhere_and_then_closed(
    small: MainWindow,
    path: Path,
    tmp_path: Path,
    qtbot: QtBot,
    asked: Callable[[], NotSaved],
    answer: Callable[[str, Path | None], None],
) -> None:
    edit(small, 2)
    path.unlink()
    small.close()
    answer("place_for_portfolio", tmp_path / "Elsewhere.plimsoll")
    qtbot.mouseClick(asked().save_as, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    assert priority_in(tmp_path / "Elsewhere.plimsoll") == 2
    assert not path.exists()


def test_where_saving_elsewhere_fails_too_the_question_comes_again(
    small: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    asked: Callable[[], NotSaved],
    answer: Callable[[str, Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        small.close()
        answer("place_for_portfolio", tmp_path / "no such folder" / "Elsewhere.plimsoll")
        first = asked()
        qtbot.mouseClick(first.save_as, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(first.isHidden, timeout=PATIENCE)
        assert asked().isVisible()
        assert small.isVisible()
        qtbot.mouseClick(asked().stay, Qt.MouseButton.LeftButton)


def test_a_cancelled_place_means_not_to_close(
    small: MainWindow,
    qtbot: QtBot,
    asked: Callable[[], NotSaved],
    answer: Callable[[str, Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        small.close()
        answer("place_for_portfolio", None)
        qtbot.mouseClick(asked().save_as, Qt.MouseButton.LeftButton)
        assert small.isVisible()
        assert not small.files.keeping.is_leaving


def test_another_file_waits_for_the_first_and_is_let_go_where_that_stays(
    small: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    asked: Callable[[], NotSaved],
    idle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others.made(tmp_path / "Other.plimsoll")
    with monkeypatch.context() as full:
        others.fill_disk(full)
        edit(small, 2)
        small.documents.open(tmp_path / "Other.plimsoll")
        qtbot.mouseClick(asked().stay, Qt.MouseButton.LeftButton)
        idle()
    assert small.windowTitle() == "Case – Plimsoll"
    small.documents.open(tmp_path / "Other.plimsoll")
    idle()
    assert small.windowTitle() == "Other – Plimsoll"
    assert small.session.can_edit


def test_a_slow_disk_is_waited_for_in_sight(small: MainWindow, path: Path, qtbot: QtBot, hanging: threading.Event) -> None:
    edit(small, 2)
    small.close()
    qtbot.waitUntil(lambda: small.findChild(Writing) is not None, timeout=PATIENCE)
    assert small.isVisible()
    assert not small.session.can_edit
    hanging.set()
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    assert priority_in(path) == 2


def test_whoever_does_not_wait_for_a_disk_that_hangs_finds_the_changes_in_the_working_copy(
    small: MainWindow, path: Path, qtbot: QtBot, hanging: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.main_window.SECONDS_TO_LEAVE", 0.1)
    edit(small, 2)
    small.close()
    qtbot.waitUntil(lambda: small.findChild(Writing) is not None, timeout=PATIENCE)
    waiting = small.findChild(Writing)
    assert waiting is not None
    qtbot.mouseClick(waiting.hurry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(small.isHidden, timeout=PATIENCE)
    assert priority_in(path) == 3
    hanging.set()
