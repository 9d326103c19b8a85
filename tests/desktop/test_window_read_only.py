"""What can only be read: files open in another window, protected ones, and a file that is in other hands for a moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.desktop import others
from tests.desktop.conftest import press_on_banner, shown_buttons, table_page
from tests.desktop.others import edit
from ui.dialogs.import_preview import ImportPreview
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


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
        press_on_banner(window, qtbot, "Try again")
        idle()
        assert window.windowTitle() == "Case (read-only) – Plimsoll"
        assert window.files.banner.isVisible()
        let_go()
    press_on_banner(window, qtbot, "Try again")
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
        press_on_banner(window, qtbot, "Save as…")
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
