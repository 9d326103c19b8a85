"""Two people at one shared bank: what each sees of the other, and what happens where both changed the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from data.bank.address import Address
from data.edits import adding
from data.entities import Id
from data.portfolio import Kind
from planner.actions.entities import changed
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.builders import resource, small_case
from tests.desktop.banks import asked_which, dialog, do, priority, status
from tests.desktop.conftest import PATIENCE, end_window, table_page, texts
from tests.desktop.others import priority_edit
from tests.desktop.test_window_editing import go_to, type_into_cell
from ui.bank import watch
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.stale import Stale
from ui.main_window import MainWindow
from ui.presenters.formats import Formats
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"), pytest.mark.usefixtures("asked_often")]
"""The offscreen screen says the former of every dialog."""


def told_rows(asked: Stale) -> list[tuple[str, ...]]:
    model = asked.table.model()
    return [tuple(model.index(row, column).data() for column in range(model.columnCount())) for row in range(model.rowCount())]


def test_two_windows_edit_different_people_and_both_show_both(
    shared: MainWindow, qtbot: QtBot, bank: Address, theme: Theme, tmp_path: Path, idle: Callable[[], None]
) -> None:
    other = MainWindow(Surroundings(theme, Preferences(tmp_path / "other.ini"), Formats(), tmp_path / "other"))
    qtbot.addWidget(other, before_close_func=partial(end_window, qtbot))
    other.show()
    other.documents.show(Workspace.open_shared(bank))
    qtbot.waitUntil(lambda: not other.jobs.is_running(""), timeout=PATIENCE)
    for window, name, team in ((shared, "Ann", "Edge"), (other, "Bob", "Shore")):
        page = table_page(window, "Resources")
        go_to(page, name, "Team")
        type_into_cell(qtbot, page, team)
    for window in (shared, other):
        page = table_page(window, "Resources")
        qtbot.waitUntil(lambda page=page: texts(page, "Team")[:2] == ["Edge", "Shore"], timeout=PATIENCE)
    with Workspace.open_shared(bank) as kept:
        assert [kept.portfolio.resources[Id(name)].team for name in ("Ann", "Bob")] == ["Edge", "Shore"]


def test_what_others_did_is_said_in_passing(shared: MainWindow, dana: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "NEWS_MILLISECONDS", 300)
    do(dana, priority_edit(dana.portfolio, 1))
    qtbot.waitUntil(lambda: status(shared).endswith(" · dana: Change priority of Borealis to 1"), timeout=PATIENCE)
    assert priority(shared) == 1
    qtbot.waitUntil(lambda: " · up to date " in status(shared), timeout=PATIENCE)
    assert not shared.notice.isVisible()


def first_and_late(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> Stale:
    """Dana writes 1 while this window, which has not heard of it, writes 2."""
    shared.files.sharing.watch.timer.stop()
    page = table_page(shared, "Projects")
    go_to(page, "Borealis", "Priority")
    do(dana, priority_edit(dana.portfolio, 1))
    type_into_cell(qtbot, page, "2")
    return asked_which(qtbot, shared)


def test_who_is_late_sees_both_values_and_keeps_theirs(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    asked = first_and_late(shared, dana, qtbot)
    assert asked.says.text() == "dana changed Project Borealis before you."
    assert told_rows(asked) == [("Project Borealis", "priority", "3", "2", "1")]
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert priority(shared) == 1
    assert texts(table_page(shared, "Projects"), "Priority")[1] == "1"
    dana.refresh()
    assert dana.portfolio.projects[Id("Borealis")].priority == 1


def test_who_is_late_takes_his_own_on_top_of_theirs(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    asked = first_and_late(shared, dana, qtbot)
    do(dana, changed(dana.portfolio, replace(dana.portfolio.projects[Id("Apollo")], value=1.0), "Value of Apollo"))
    qtbot.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    assert priority(shared) == 2
    dana.refresh()
    assert (dana.portfolio.projects[Id("Borealis")].priority, dana.portfolio.projects[Id("Apollo")].value) == (2, 1.0)


def test_what_they_change_while_it_is_being_decided_is_asked_about_again(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    asked = first_and_late(shared, dana, qtbot)
    do(dana, priority_edit(dana.portfolio, 5))
    shared.files.sharing.watch.timer.start(0)
    qtbot.waitUntil(lambda: priority(shared) == 5, timeout=PATIENCE)
    asked.take.click()
    again = asked_which(qtbot, shared)
    assert told_rows(again) == [("Project Borealis", "priority", "3", "2", "5")]
    again.take.click()
    assert priority(shared) == 2


def test_a_thing_that_they_removed_is_said_and_cannot_be_changed(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    shared.files.sharing.watch.timer.stop()
    page = table_page(shared, "Resources")
    go_to(page, "Somebody", "Team")
    do(dana, adding("Remove Somebody", [dana.portfolio.resources[Id("Somebody")]]).inverse())
    type_into_cell(qtbot, page, "Edge")
    asked = asked_which(qtbot, shared)
    assert asked.says.text() == "dana removed Resource Somebody before you."
    assert told_rows(asked)[0] == ("Resource Somebody", "(all of it)", "there", "changed", "removed")
    assert not asked.take.isEnabled()
    asked.keep.click()
    assert Id("Somebody") not in shared.session.portfolio.of(Kind.RESOURCE)  # type: ignore[union-attr]


def test_undo_takes_back_ones_own_and_not_theirs(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    assert shared.session.apply(priority_edit(shared.session.portfolio, 2))  # type: ignore[arg-type]
    do(dana, adding("Add Eli", [resource("Eli")]))
    qtbot.waitUntil(lambda: Id("Eli") in shared.session.portfolio.resources, timeout=PATIENCE)  # type: ignore[union-attr]
    shared.actions_by_name["undo"].trigger()
    assert priority(shared) == 3
    assert Id("Eli") in shared.session.portfolio.resources  # type: ignore[union-attr]


def test_news_wait_until_a_cell_is_typed_into_no_more(shared: MainWindow, dana: Workspace, qtbot: QtBot) -> None:
    shared.activateWindow()
    page = table_page(shared, "Projects")
    go_to(page, "Borealis", "Project")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    qtbot.waitUntil(editor.hasFocus, timeout=PATIENCE)
    editor.selectAll()
    qtbot.keyClicks(editor, "Aurora")
    do(dana, adding("Add Eli", [resource("Eli")]))
    asked = shared.files.sharing.watch
    with qtbot.waitSignals([asked.changed] * 3, timeout=PATIENCE):
        pass
    assert Id("Eli") not in shared.session.portfolio.resources  # type: ignore[union-attr]
    assert editor.text() == "Aurora"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: Id("Eli") in shared.session.portfolio.resources, timeout=PATIENCE)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: texts(page, "Project")[1] == "Aurora", timeout=PATIENCE)


def proposed(shared: MainWindow, qtbot: QtBot, tmp_path: Path) -> ImportPreview:
    """A workbook in which Borealis has priority 2."""
    held = small_case()
    export_portfolio(priority_edit(held, 2).applied_to(held), tmp_path / "Sheets.xlsx")
    shared.documents.import_workbook(tmp_path / "Sheets.xlsx")
    found = dialog(qtbot, shared, ImportPreview)
    assert isinstance(found, ImportPreview)
    return found


def test_an_import_is_compared_again_where_others_changed_the_same(
    shared: MainWindow, dana: Workspace, qtbot: QtBot, tmp_path: Path, idle: Callable[[], None]
) -> None:
    preview = proposed(shared, qtbot, tmp_path)
    do(dana, priority_edit(dana.portfolio, 1))
    preview.take.click()
    qtbot.waitUntil(lambda: any(each.isVisible() and each is not preview for each in shared.findChildren(ImportPreview)), timeout=PATIENCE)
    assert priority(shared) == 1
    assert "compared with what it is now" in shared.notice.text
    again = dialog(qtbot, shared, ImportPreview)
    assert isinstance(again, ImportPreview)
    again.take.click()
    assert priority(shared) == 2


def test_an_import_goes_on_where_others_changed_something_else(shared: MainWindow, dana: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    preview = proposed(shared, qtbot, tmp_path)
    before = shared.session.portfolio
    do(dana, adding("Add Eli", [resource("Eli")]))
    qtbot.waitUntil(lambda: shared.session.portfolio is not before, timeout=PATIENCE)
    preview.take.click()
    assert (priority(shared), Id("Eli") in shared.session.portfolio.resources) == (2, True)  # type: ignore[union-attr]
    assert shared.notice.text == "Imported Sheets; undo takes it back in one step."
