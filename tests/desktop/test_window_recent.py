"""The files opened lately: in the File menu and on the start page, with those that are not there now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.desktop import others
from tests.desktop.conftest import shown_buttons
from ui.main_window import MainWindow
from ui.settings import Preferences


@pytest.fixture
def known(window: MainWindow, preferences: Preferences, tmp_path: Path, idle: Callable[[], None]) -> MainWindow:
    """The window that knows two files, the older of which is gone."""
    window.files.recent.remember(tmp_path / "Gone.plimsoll")
    window.files.recent.remember(others.made(tmp_path / "Here.plimsoll"))
    window.files.recent.look()
    idle()
    return window


def entries(window: MainWindow) -> list[QAction]:
    return [action for action in window.files.recent_menu.actions() if not action.isSeparator()]


def test_recent_files_stand_in_the_menu_with_their_paths(known: MainWindow, tmp_path: Path) -> None:
    here, gone, clear = entries(known)
    assert (here.text(), here.toolTip(), here.isEnabled()) == ("&1 Here", str(tmp_path / "Here.plimsoll"), True)
    assert (gone.text(), gone.isEnabled()) == ("&2 Gone (not there now)", False)
    assert clear.text() == "&Clear list"


def test_a_recent_file_opens_from_the_menu(known: MainWindow, idle: Callable[[], None]) -> None:
    entries(known)[0].trigger()
    idle()
    assert known.windowTitle() == "Here – Plimsoll"


def test_the_list_can_be_cleared(known: MainWindow, preferences: Preferences) -> None:
    entries(known)[-1].trigger()
    assert preferences.recent_files == ()
    assert not known.files.recent_menu.isEnabled()
    assert [each.text() for each in shown_buttons(known.start)] == ["New from sample", "Import workbook", "Open", "Open shared bank"]


def test_the_start_page_greys_what_is_not_there(known: MainWindow) -> None:
    here, gone = shown_buttons(known.start)[4:]
    assert (here.text(), here.isEnabled()) == ("Here", True)
    assert (gone.text(), gone.isEnabled()) == ("Gone (not there now)", False)


def test_a_file_that_comes_back_can_be_opened_again(known: MainWindow, tmp_path: Path, qtbot: QtBot, idle: Callable[[], None]) -> None:
    others.made(tmp_path / "Gone.plimsoll")
    known.files.recent_menu.aboutToShow.emit()
    idle()
    back = shown_buttons(known.start)[5]
    assert back.isEnabled()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    idle()
    assert known.windowTitle() == "Gone – Plimsoll"


def test_files_of_one_name_are_told_apart_by_their_folders(window: MainWindow, tmp_path: Path) -> None:
    for folder in ("2026", "2027"):
        window.files.recent.remember(tmp_path / folder / "Case.plimsoll")
    assert [action.text() for action in entries(window)[:2]] == ["&1 Case – 2027", "&2 Case – 2026"]
