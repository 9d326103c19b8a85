"""Shared banks in the window, as people meet them: opening, two at once, both first, and a server that goes away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from bank_server import Server, prepared
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from data.bank.address import Address
from data.edits import Edit, adding
from data.entities import Id
from data.portfolio import Kind
from planner.actions.entities import changed
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.builders import plan, resource, small_case
from tests.desktop.conftest import PATIENCE, end_window, shown_buttons, table_page, texts
from tests.desktop.others import priority_edit
from tests.desktop.test_window_editing import go_to, type_into_cell
from ui.bank import watch
from ui.dialogs.bank import OpenBank
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.stale import Stale
from ui.main_window import MainWindow
from ui.presenters.formats import Formats
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

Start = Callable[[], AbstractContextManager[Server]]


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not wait for seconds until the server is asked again."""
    monkeypatch.setattr(watch, "ASK_MILLISECONDS", 50)
    monkeypatch.setattr(watch, "TYPING_MILLISECONDS", 20)


@pytest.fixture
def bank(address: Address) -> Address:
    """A bank of the small case."""
    Workspace.create_shared(address, small_case()).close()
    return address


@pytest.fixture
def shared(window: MainWindow, bank: Address, idle: Callable[[], None]) -> MainWindow:
    """The window on it."""
    return shown(window, bank, idle)


@pytest.fixture
def dana(bank: Address) -> Iterator[Workspace]:
    """Another person at the same bank."""
    with Workspace.open_shared(bank) as workspace:
        yield workspace


@pytest.fixture
def start(server: Server) -> Iterator[Start]:
    """Starts a server of the test's own; stopped, it keeps what was written. Where `server` runs, this one has to."""
    with prepared() as start:
        yield start


def shown(window: MainWindow, bank: Address, idle: Callable[[], None]) -> MainWindow:
    window.documents.show(Workspace.open_shared(bank))
    idle()
    return window


@contextmanager
def account(name: str) -> Iterator[None]:
    """Whatever is done here is done by the account of this name."""
    before = os.environ.get("LOGNAME")
    os.environ["LOGNAME"] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ["LOGNAME"]
        else:
            os.environ["LOGNAME"] = before


def do(workspace: Workspace, edit: Edit) -> None:
    """Dana's edit."""
    with account("dana"):
        workspace.apply(edit)


def priority(window: MainWindow, name: str = "Borealis") -> int:
    held = window.session.portfolio
    assert held is not None
    return held.projects[Id(name)].priority


def status(window: MainWindow) -> str:
    return window.status.saved.text()


def dialog(qtbot: QtBot, window: MainWindow, kind: type) -> object:
    """The dialog of this kind, once it can be seen."""
    found: list[object] = []

    def is_there() -> bool:
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there, timeout=PATIENCE)
    return found[0]


def asked_for_a_bank(qtbot: QtBot, window: MainWindow) -> OpenBank:
    window.actions_by_name["open bank"].trigger()
    found = dialog(qtbot, window, OpenBank)
    assert isinstance(found, OpenBank)
    return found


def asked_which(qtbot: QtBot, window: MainWindow) -> Stale:
    found = dialog(qtbot, window, Stale)
    assert isinstance(found, Stale)
    return found


def told_rows(asked: Stale) -> list[tuple[str, ...]]:
    model = asked.table.model()
    return [tuple(model.index(row, column).data() for column in range(model.columnCount())) for row in range(model.rowCount())]


def type_address(qtbot: QtBot, asked: OpenBank, address: Address, password: str) -> None:
    asked.address.clear()
    qtbot.keyClicks(asked.address, str(address))
    asked.password.clear()
    qtbot.keyClicks(asked.password, password)


def password_of(address: Address) -> str:
    assert address.url.password is not None
    return str(address.url.password)


def test_a_bank_is_opened_by_its_address_and_named_in_title_and_status(
    window: MainWindow, qtbot: QtBot, bank: Address, idle: Callable[[], None], preferences: Preferences
) -> None:
    asked = asked_for_a_bank(qtbot, window)
    assert asked.says.text() == "For example postgresql+psycopg://dana@db.example.org/portfolio"
    type_address(qtbot, asked, bank, password_of(bank))
    assert asked.says.text() == f"This is {bank.url.database} on 127.0.0.1."
    qtbot.keyClick(asked.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()
    assert window.windowTitle() == f"Shared: {bank.url.database} on 127.0.0.1 – Plimsoll"
    assert status(window).startswith(f"Shared: {bank.url.database} on 127.0.0.1 · up to date ")
    assert preferences.recent_files == (str(bank),)
    assert password_of(bank) not in str(preferences.recent_files)
    assert texts(table_page(window, "Projects"), "Project") == ["Apollo", "Borealis", "Comet"]


def test_an_address_that_is_none_says_so_while_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    asked = asked_for_a_bank(qtbot, window)
    qtbot.keyClicks(asked.address, "postgresql+psycopg://dana@db.example.org")
    assert "it names no database after the host" in asked.says.text()
    assert not asked.take.isEnabled()
    qtbot.keyClicks(asked.address, "/portfolio")
    assert asked.says.text() == "This is portfolio on db.example.org."
    assert asked.take.isEnabled()
    asked.reject()


def test_a_password_in_the_address_goes_where_nobody_reads_it(window: MainWindow, qtbot: QtBot) -> None:
    asked = asked_for_a_bank(qtbot, window)
    qtbot.keyClicks(asked.address, "postgresql://dana:sesame@db.example.org/portfolio")
    asked.address.editingFinished.emit()
    assert asked.address.text() == "postgresql+psycopg://dana@db.example.org/portfolio"
    assert (asked.password.text(), asked.password.echoMode()) == ("sesame", QLineEdit.EchoMode.Password)
    asked.reject()


def test_a_wrong_password_is_said_in_the_dialog_and_can_be_typed_again(
    window: MainWindow, qtbot: QtBot, bank: Address, idle: Callable[[], None]
) -> None:
    asked = asked_for_a_bank(qtbot, window)
    type_address(qtbot, asked, bank, "open sesame")
    asked.take.click()
    qtbot.waitUntil(lambda: "did not let you in" in asked.says.text(), timeout=PATIENCE)
    assert "open sesame" not in asked.says.text()
    assert asked.take.isEnabled()
    type_address(qtbot, asked, bank, password_of(bank))
    asked.take.click()
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=PATIENCE)
    idle()


def test_an_empty_database_gets_the_open_portfolio_with_its_plan(
    small: MainWindow, qtbot: QtBot, address: Address, idle: Callable[[], None]
) -> None:
    small.session.keep_plan(plan(id=Id("kept")), ())
    asked = asked_for_a_bank(qtbot, small)
    type_address(qtbot, asked, address, password_of(address))
    asked.take.click()
    qtbot.waitUntil(asked.make.isVisible, timeout=PATIENCE)
    assert "this database holds no portfolio yet" in asked.says.text()
    asked.make.click()
    qtbot.waitUntil(lambda: small.windowTitle().startswith("Shared: "), timeout=PATIENCE)
    idle()
    with Workspace.open_shared(address) as theirs:
        assert theirs.portfolio == small_case()
        assert theirs.plan is not None
        assert theirs.plan.id == "kept"


def test_where_nothing_is_open_an_empty_database_is_only_explained(
    window: MainWindow, qtbot: QtBot, address: Address, idle: Callable[[], None]
) -> None:
    asked = asked_for_a_bank(qtbot, window)
    type_address(qtbot, asked, address, password_of(address))
    asked.take.click()
    qtbot.waitUntil(lambda: "open the portfolio first" in asked.says.text(), timeout=PATIENCE)
    assert not asked.make.isVisible()
    asked.reject()


def test_a_recent_bank_asks_for_its_password_only_because_the_server_wants_one(
    shared: MainWindow, qtbot: QtBot, bank: Address, idle: Callable[[], None]
) -> None:
    shared.actions_by_name["close"].trigger()
    idle()
    qtbot.waitUntil(lambda: len(shown_buttons(shared.start)) == 5, timeout=PATIENCE)
    link = shown_buttons(shared.start)[4]
    assert link.text() == f"{bank.url.database} on 127.0.0.1"
    link.click()
    asked = dialog(qtbot, shared, OpenBank)
    assert isinstance(asked, OpenBank)
    assert asked.address.text() == str(bank)
    qtbot.keyClicks(asked.password, password_of(bank))
    asked.take.click()
    qtbot.waitUntil(lambda: shared.session.workspace is not None, timeout=PATIENCE)
    idle()


def test_a_recent_bank_is_opened_at_once_where_the_password_is_known(
    shared: MainWindow, qtbot: QtBot, bank: Address, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shared.actions_by_name["close"].trigger()
    idle()
    monkeypatch.setenv("PGPASSWORD", password_of(bank))
    qtbot.waitUntil(lambda: len(shown_buttons(shared.start)) == 5, timeout=PATIENCE)
    shown_buttons(shared.start)[4].click()
    qtbot.waitUntil(lambda: shared.session.workspace is not None, timeout=PATIENCE)
    idle()


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
    assert texts(page, "Project")[1] == "Aurora"


def test_what_only_files_can_do_is_disabled_and_says_why(shared: MainWindow) -> None:
    act = shared.actions_by_name
    assert [name for name in ("save", "save as", "restore") if act[name].isEnabled()] == []
    assert act["save"].toolTip() == "Nothing has to be saved: every change is in the shared bank at once"
    assert "Save a copy" in act["save as"].toolTip()
    assert "its server" in act["restore"].toolTip()
    assert [name for name in ("save copy", "export portfolio", "solve", "close") if not act[name].isEnabled()] == []


def test_a_copy_of_a_bank_is_a_file(
    shared: MainWindow, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    answer("place_for_portfolio", tmp_path / "Copy.plimsoll")
    shared.actions_by_name["save copy"].trigger()
    idle()
    assert shared.notice.text == f"A copy is in {tmp_path / 'Copy.plimsoll'}"
    with Workspace.read(tmp_path / "Copy.plimsoll") as copy:
        assert copy.portfolio == small_case()
    assert shared.windowTitle().startswith("Shared: ")


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


def loses_its_server(window: MainWindow, qtbot: QtBot, idle: Callable[[], None], start: Start) -> Address:
    """The window on a bank whose server has just been stopped."""
    with start() as server:
        server.create("bank")
        bank = server.address("bank")
        Workspace.create_shared(bank, small_case()).close()
        shown(window, bank, idle)
    qtbot.waitUntil(lambda: status(window).startswith("No connection since "), timeout=PATIENCE)
    return bank


def test_without_its_server_the_bank_can_only_be_looked_at_until_it_is_back(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None], start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LATEST_MILLISECONDS", 200)
    bank = loses_its_server(window, qtbot, idle, start)
    assert status(window).endswith(": you can look, changes have to wait until it is back")
    assert not window.actions_by_name["solve"].isEnabled()
    page = table_page(window, "Projects")
    go_to(page, "Borealis", "Priority")
    type_into_cell(qtbot, page, "2")
    assert window.notice.text.startswith("Not done, and nothing was kept of it: ")
    assert (priority(window), texts(page, "Priority")[1]) == (3, "3")
    window.session.keep_plan(plan(id=Id("solved meanwhile")), ())
    with start():
        qtbot.waitUntil(lambda: " · up to date " in status(window), timeout=PATIENCE)
        assert window.session.workspace is not None
        assert window.session.workspace.plan is not None
        assert window.session.workspace.plan.id == "solved meanwhile"
        idle()
        go_to(page, "Borealis", "Priority")
        type_into_cell(qtbot, page, "2")
        assert priority(window) == 2
        with Workspace.open_shared(bank) as kept:
            assert kept.portfolio.projects[Id("Borealis")].priority == 2
        end_window(qtbot, window)
