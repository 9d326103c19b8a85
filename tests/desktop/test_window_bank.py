"""Shared banks in the window, as people meet them: opening, what only files can do, and a server that goes away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from bank_server import Server, prepared
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from data.bank.address import Address
from data.entities import Id
from planner.workspace import Workspace
from tests.builders import plan, small_case
from tests.desktop.banks import dialog, priority, status
from tests.desktop.conftest import PATIENCE, end_window, show_bank, shown_buttons, table_page, texts
from tests.desktop.test_window_editing import go_to, type_into_cell
from ui.bank import watch
from ui.dialogs.bank import OpenBank
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.views.log_page import LogPage
from ui.views.pages import PAGES

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"), pytest.mark.usefixtures("asked_often")]
"""The offscreen screen says the former of every dialog."""

Start = Callable[[], AbstractContextManager[Server]]


@pytest.fixture
def start(server: Server) -> Iterator[Start]:
    """Starts a server of the test's own; stopped, it keeps what was written. Where `server` runs, this one has to."""
    with prepared() as start:
        yield start


def asked_for_a_bank(qtbot: QtBot, window: MainWindow) -> OpenBank:
    window.actions_by_name["open bank"].trigger()
    found = dialog(qtbot, window, OpenBank)
    assert isinstance(found, OpenBank)
    return found


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


def loses_its_server(window: MainWindow, qtbot: QtBot, idle: Callable[[], None], start: Start) -> Address:
    """The window on a bank whose server has just been stopped."""
    with start() as server:
        server.create("bank")
        bank = server.address("bank")
        Workspace.create_shared(bank, small_case()).close()
        show_bank(window, bank, idle)
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


def test_without_its_server_the_log_shows_the_steps_and_says_what_is_missing(
    window: MainWindow, qtbot: QtBot, idle: Callable[[], None], start: Start
) -> None:
    loses_its_server(window, qtbot, idle, start)
    window.show_page(PAGES.index("Log"))
    idle()
    page = window.pages.currentWidget()
    assert isinstance(page, LogPage)
    assert page.model.rowCount() == 1
    assert "the server" in window.notice.text
    assert "the server" in page.panel.count.text()
    assert not page.panel.restore.isEnabled()
