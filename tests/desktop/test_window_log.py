"""The page of the log: looked through, filtered, copied, and gone back to a point of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

import ui.session
from data.entities import Id
from data.portfolio import Portfolio
from planner.actions.entities import added, changed
from planner.workspace import Workspace
from tests.builders import scenario, small_case
from tests.desktop.conftest import PATIENCE, come_back, kept_plan, page_by_keys
from tests.desktop.rehearsing import RECORD, shifted
from ui.dialogs.restore_point import RestorePoint
from ui.main_window import MainWindow
from ui.models.rows import RowsModel
from ui.views.log_page import LogPage
from ui.widgets.table import Table

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says so of every dialog."""

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> LogPage:
    """The log of a portfolio in which Ann was renamed twice."""
    for name in ("Anna", "Annie"):
        rename(small, name)
    idle()
    return log_page(small, qtbot, idle)


def log_page(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> LogPage:
    return page_by_keys(window, qtbot, idle, "Log", LogPage)


def rename(window: MainWindow, name: str) -> None:
    portfolio = opened(window)
    window.session.apply(changed(portfolio, replace(portfolio.resources[Id("Ann")], name=name), f"Rename to {name}"))


def ann(window: MainWindow) -> str:
    return opened(window).resources[Id("Ann")].name


def told(table: Table, *columns: int) -> list[tuple[str, ...]]:
    model = table.model()
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def labels(page: LogPage) -> list[str]:
    return [label for (label,) in told(page.table, 3)]


def press(qtbot: QtBot, part: Table, key: Qt.Key, idle: Callable[[], None]) -> None:
    part.setFocus()
    qtbot.keyClick(part, key, CONTROL if key in (Qt.Key.Key_Home, Qt.Key.Key_End) else Qt.KeyboardModifier.NoModifier)
    idle()


def asked(page: LogPage, qtbot: QtBot) -> RestorePoint:
    """The dialog that the button brings up."""
    page.panel.restore.setFocus()
    qtbot.keyClick(page.panel.restore, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.window().findChild(RestorePoint) is not None, timeout=PATIENCE)
    dialog = page.window().findChild(RestorePoint)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    return dialog


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """By the arrow keys, from the top."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != text and box.currentIndex() < box.count() - 1:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def say_reason(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """By keys alone."""
    qtbot.keyClick(window, Qt.Key.Key_Y, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None, timeout=PATIENCE)
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    come_back(qtbot, window)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is None, timeout=PATIENCE)


def opened(window: MainWindow) -> Portfolio:
    portfolio = window.session.portfolio
    assert portfolio is not None
    return portfolio


def test_the_log_stands_newest_first_with_the_newest_in_detail(page: LogPage) -> None:
    assert labels(page) == ["Rename to Annie", "Rename to Anna", "Create Portfolio"]
    assert told(page.panel.table, 0, 2, 3, 4) == [("Resource Annie", "name", "Anna", "Annie")]
    assert page.panel.title.text() == "Rename to Annie"


def test_arrow_keys_go_through_the_log_and_show_what_each_edit_changed(page: LogPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    press(qtbot, page.table, Qt.Key.Key_Down, idle)
    assert told(page.panel.table, 0, 2, 3, 4) == [("Resource Anna", "name", "Ann", "Anna")]
    press(qtbot, page.table, Qt.Key.Key_Down, idle)
    assert told(page.panel.table, 0) == []
    assert page.panel.count.text() == "Nothing was changed"


def test_an_edit_made_while_the_log_is_in_sight_comes_on_top_and_the_chosen_row_stays(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    qtbot.keyClick(small, Qt.Key.Key_Z, CONTROL)
    idle()
    assert told(page.table, 2, 3)[0] == ("Undone", "Rename to Annie")
    assert page.panel.title.text() == "Rename to Annie"
    assert page.table.currentIndex().row() == 1


def test_a_plan_that_is_kept_stands_among_the_edits(page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    small.session.keep_plan(RECORD, ())
    idle()
    plans = [number for number, (what,) in enumerate(told(page.table, 2)) if what == "Plan kept"]
    assert len(plans) == 1
    choose(qtbot, page.kinds, "Plan kept")
    assert [what for (what,) in told(page.table, 2)] == ["Plan kept"]
    press(qtbot, page.table, Qt.Key.Key_Home, idle)
    assert page.panel.count.text() == "A plan changes nothing of the portfolio"


def test_ctrl_f_filters_by_words_and_show_all_takes_it_away(page: LogPage, small: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(small, Qt.Key.Key_F, CONTROL)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "anna rename")
    assert labels(page) == ["Rename to Anna"]
    assert page.panel.title.text() == "Rename to Anna"
    qtbot.keyClicks(page.filter, "bel")
    assert labels(page) == []
    assert page.panel.title.text() == "No entry is chosen"
    assert not page.panel.restore.isEnabled()
    (show_all,) = [each for each in page.findChildren(type(page.copy)) if each.text() == "Show all" and each.isVisible()]
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert len(labels(page)) == 3


def test_what_happened_and_who_did_it_are_filtered_by_choice(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    qtbot.keyClick(small, Qt.Key.Key_Z, CONTROL)
    idle()
    choose(qtbot, page.kinds, "Undone")
    assert labels(page) == ["Rename to Annie"]
    choose(qtbot, page.kinds, "Everything")
    choose(qtbot, page.people, told(page.table, 1)[0][0])
    assert len(labels(page)) == 4


def test_the_rows_that_are_shown_are_copied_as_a_table_with_headings(page: LogPage, qtbot: QtBot, qapp: QApplication) -> None:
    qtbot.keyClicks(page.filter, "anna")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    headings, row = qapp.clipboard().text().splitlines()
    assert headings == "When\tWho\tWhat\tChange\tWhy"
    assert row.split("\t")[2:4] == ["Changed", "Rename to Anna"]


def test_chosen_rows_are_copied_by_keys(page: LogPage, qtbot: QtBot, qapp: QApplication) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    assert qapp.clipboard().text().split("\t")[3] == "Rename to Annie"


def test_the_latest_point_has_nothing_to_restore(page: LogPage) -> None:
    assert not page.panel.restore.isEnabled()
    assert page.panel.restore.toolTip() == "Nothing was changed after this"


def test_a_point_is_restored_once_the_user_agrees_and_undo_takes_it_back(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    dialog = asked(page, qtbot)
    assert "1 changed" in dialog.says.text()
    assert told(dialog.table, 0, 2, 3) == [("Changed", "Ann", "name Annie → Ann")]
    assert ann(small) == "Annie"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    idle()
    come_back(qtbot, small)
    assert ann(small) == "Ann"
    assert labels(page)[0].startswith("Restore to ")
    assert labels(page)[0].endswith("after “Create Portfolio”")
    qtbot.keyClick(small, Qt.Key.Key_Z, CONTROL)
    idle()
    assert ann(small) == "Annie"


def test_from_a_scenario_it_is_the_plan_of_record_that_goes_back_and_the_scenario_stays(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    small.session.apply(added(scenario(), "New scenario"))
    small.session.enter(Id("What if"))
    idle()
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    qtbot.keyClick(asked(page, qtbot), Qt.Key.Key_Return)
    idle()
    come_back(qtbot, small)
    portfolio = small.session.portfolio
    assert portfolio is not None
    assert portfolio.scenario_id is None
    assert portfolio.scenarios[Id("What if")] == scenario()
    assert ann(small) == "Ann"


def test_the_reason_of_a_restoring_stands_in_the_log(page: LogPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    dialog = asked(page, qtbot)
    dialog.reason.setFocus()
    qtbot.keyClicks(dialog.reason, "wrong file imported")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    idle()
    come_back(qtbot, page.window())
    assert told(page.table, 4)[0] == ("wrong file imported",)


@pytest.mark.parametrize("most", [5000, 0])
def test_the_plan_of_a_point_comes_back_with_it_also_where_it_is_written_beside_the_window(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(ui.session, "AT_ONCE", most)
    first, second = (shifted(opened(small), hours, worth) for hours, worth in ((0.0, 100.0), (10.0, 120.0)))
    small.session.keep_plan(first, ())
    rename(small, "Anouk")
    small.session.keep_plan(second, ())
    idle()
    choose(qtbot, page.kinds, "Plan kept")
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    dialog = asked(page, qtbot)
    assert "The plan of then is the latest again: Feasible plan of 100 points, at most 130." in dialog.says.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    idle()
    come_back(qtbot, small)
    assert ann(small) == "Annie"
    assert kept_plan(small).allocations == first.allocations
    assert kept_plan(small).id != first.id
    assert len(told(page.table, 3)) == 3


def test_an_earlier_plan_comes_back_though_nothing_was_changed_since(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    first, second = (shifted(opened(small), hours) for hours in (0.0, 10.0))
    small.session.keep_plan(first, ())
    small.session.keep_plan(second, ())
    idle()
    choose(qtbot, page.kinds, "Plan kept")
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    dialog = asked(page, qtbot)
    assert dialog.says.text().startswith("The portfolio stays as it is. The plan of then is the latest again")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    idle()
    come_back(qtbot, small)
    assert kept_plan(small).allocations == first.allocations
    assert small.notice.text == "The plan of then is the latest again"


def test_the_reason_that_is_said_stands_beside_every_change_from_then_on(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    say_reason(small, qtbot, "Steering committee")
    assert small.status.reason.text() == "Reason: Steering committee"
    for name in ("Anka", "Anja"):
        rename(small, name)
    idle()
    assert told(page.table, 3, 4)[:3] == [
        ("Rename to Anja", "Steering committee"),
        ("Rename to Anka", "Steering committee"),
        ("Rename to Annie", ""),
    ]
    say_reason(small, qtbot, "")
    rename(small, "Ann")
    idle()
    assert told(page.table, 4)[0] == ("",)
    assert not small.status.reason.isVisible()


def test_a_reason_is_that_of_one_portfolio(small: MainWindow, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path) -> None:
    say_reason(small, qtbot, "Steering committee")
    small.documents.close()
    idle()
    small.documents.show(Workspace.create(tmp_path / "Other.plimsoll", small_case()))
    idle()
    assert not small.status.reason.isVisible()


def test_nothing_is_restored_where_the_user_says_no(page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    press(qtbot, page.table, Qt.Key.Key_Down, idle)
    qtbot.keyClick(asked(page, qtbot), Qt.Key.Key_Escape)
    idle()
    come_back(qtbot, small)
    assert ann(small) == "Annie"
    assert len(labels(page)) == 3


def test_a_point_that_is_what_stands_already_is_not_asked_about(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    for _ in range(2):
        qtbot.keyClick(small, Qt.Key.Key_Z, CONTROL)
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    qtbot.mouseClick(page.panel.restore, Qt.MouseButton.LeftButton)
    idle()
    assert small.notice.text == "The portfolio is what it was then: there is nothing to restore"


def test_a_read_only_portfolio_can_only_be_looked_at(window: MainWindow, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Held.plimsoll", small_case()) as holder:
        portfolio = holder.portfolio
        holder.apply(changed(portfolio, replace(portfolio.resources[Id("Ann")], name="Anna"), "Rename to Anna"))
        holder.publish()
        window.documents.show(Workspace.open(tmp_path / "Held.plimsoll"))
        idle()
        page = log_page(window, qtbot, idle)
        press(qtbot, page.table, Qt.Key.Key_End, idle)
        assert labels(page) == ["Rename to Anna", "Create Portfolio"]
        assert not page.panel.restore.isEnabled()
        assert "read-only" in page.panel.restore.toolTip()


def test_another_portfolio_shows_its_own_log(
    page: LogPage, small: MainWindow, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path
) -> None:
    small.documents.close()
    idle()
    small.documents.show(Workspace.create(tmp_path / "Other.plimsoll", small_case()))
    idle()
    assert labels(log_page(small, qtbot, idle)) == ["Create Portfolio"]


def test_in_a_shared_bank_others_edits_come_in_and_can_be_gone_back_over(
    shared: MainWindow, dana: Workspace, qtbot: QtBot, idle: Callable[[], None], asked_often: None
) -> None:
    page = log_page(shared, qtbot, idle)
    dana.apply(changed(dana.portfolio, replace(dana.portfolio.resources[Id("Ann")], name="Anna"), "Rename to Anna"))
    qtbot.waitUntil(lambda: labels(page)[0] == "Rename to Anna", timeout=PATIENCE)
    press(qtbot, page.table, Qt.Key.Key_End, idle)
    qtbot.keyClick(asked(page, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ann(shared) == "Ann", timeout=PATIENCE)
    dana.refresh()
    assert dana.portfolio.resources[Id("Ann")].name == "Ann"


def test_the_models_of_the_log_keep_the_rules_of_models(page: LogPage, qtmodeltester: object) -> None:
    for model in (page.model, page.panel.model):
        assert isinstance(model, RowsModel)
        qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt has no types of its fixtures
