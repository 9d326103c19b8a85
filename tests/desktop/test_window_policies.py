"""Policies in the window: added, edited, taken back, loaded and saved; every change is an edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.entities import Id, Policy
from data.portfolio import Portfolio
from planner.importing.policy_file import read_policy
from planner.workspace import Workspace
from tests.builders import policy, small_case
from tests.desktop.conftest import PATIENCE
from ui.dialogs.policies import Policies
from ui.main_window import MainWindow
from ui.settings import Preferences

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(show: Callable[[Portfolio], MainWindow]) -> MainWindow:
    """The window on the small case with one policy."""
    return show(small_case().holding(policy("House", cost=2.0)))


def opened(window: MainWindow, qtbot: QtBot) -> Policies:
    """The dialog, opened by its keys."""
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.planning.policies.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    return dialog


def kept(window: MainWindow) -> dict[str, Policy]:
    held = window.session.portfolio
    assert held is not None
    return {each.name: each for each in held.policies.values()}


def listed(dialog: Policies) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_price(qtbot: QtBot, dialog: Policies, field: str, text: str) -> None:
    """Types a figure and leaves its field by Tab."""
    edit = dialog.prices[field].edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)


def test_a_first_policy_is_added_and_named(small: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(small, qtbot)
    assert listed(dialog) == []
    assert not dialog.use.isEnabled()
    press(qtbot, dialog.add)
    assert listed(dialog) == ["New policy"]
    qtbot.keyClicks(dialog.name, "Careful")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert list(kept(small)) == ["Careful"]
    assert listed(dialog) == ["Careful"]


def test_a_price_says_what_it_means_while_it_is_typed_and_is_kept_when_left(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    field = dialog.prices["moved"]
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "16")
    assert field.says.text() == "A moved hour costs as much as 1 hour of a priority-1 project"
    assert kept(house)["House"].moved == 0.0
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert kept(house)["House"].moved == 16.0


def test_bad_input_is_explained_in_place_and_changes_nothing(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    type_price(qtbot, dialog, "cost", "lots")
    assert dialog.prices["cost"].says.text() == "“lots” is no number; type one such as 7.5"
    type_price(qtbot, dialog, "fit", "-1")
    assert dialog.prices["fit"].says.text() == "“-1” does not fit; type a number of 0 or more"
    assert kept(house)["House"] == policy("House", cost=2.0)


def test_undo_takes_a_price_back_from_inside_the_dialog(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    type_price(qtbot, dialog, "cost", "7.5")
    assert house.actions_by_name["undo"].text() == "&Undo Change policy House"
    qtbot.keyClick(dialog.prices["fit"].edit, Qt.Key.Key_Z, CTRL)
    assert kept(house)["House"].cost == 2.0
    assert dialog.prices["cost"].edit.text() == "2"


def test_undo_in_a_line_takes_back_what_is_typed_there_first(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    type_price(qtbot, dialog, "cost", "7.5")
    edit = dialog.prices["cost"].edit
    edit.setFocus()
    qtbot.keyClicks(edit, "1")
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert kept(house)["House"].cost == 7.5


def test_strict_priorities_are_a_box_to_tick(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    dialog.strict.setFocus()
    qtbot.keyClick(dialog.strict, Qt.Key.Key_Space)
    assert kept(house)["House"].strict


def test_a_name_that_is_taken_is_explained_in_place(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    press(qtbot, dialog.add)
    qtbot.keyClicks(dialog.name, "House")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.name_says.text() == "Another policy is called “House”; choose another name"
    assert sorted(kept(house)) == ["House", "New policy"]


def test_a_policy_is_duplicated_and_removed(house: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(house, qtbot)
    press(qtbot, dialog.duplicate)
    assert listed(dialog) == ["House", "House 2"]
    assert dialog.name.text() == "House 2"
    assert kept(house)["House 2"].cost == 2.0
    press(qtbot, dialog.remove)
    assert listed(dialog) == ["House"]
    house.actions_by_name["undo"].trigger()
    assert listed(dialog) == ["House", "House 2"]


def test_the_list_leads_from_policy_to_policy_by_keyboard(show: Callable[[Portfolio], MainWindow], qtbot: QtBot) -> None:
    window = show(small_case().holding(policy("Careful", fit=3.0), policy("House", cost=2.0)))
    dialog = opened(window, qtbot)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert (dialog.name.text(), dialog.prices["cost"].edit.text(), dialog.prices["fit"].edit.text()) == ("House", "2", "0")


def test_a_policy_goes_to_a_file_and_comes_back(
    house: MainWindow, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    path = tmp_path / "house.toml"
    dialog = opened(house, qtbot)
    answer("place_for_policy", path)
    press(qtbot, dialog.save)
    idle()
    assert dialog.says.text() == f"Saved in {path}"
    assert read_policy(path).cost == 2.0
    type_price(qtbot, dialog, "cost", "5")
    answer("policy_to_load", path)
    press(qtbot, dialog.load)
    idle()
    assert dialog.says.text() == "Another policy is called “House”, so the file's is “House 2” here"
    assert (kept(house)["House"].cost, kept(house)["House 2"].cost) == (5.0, 2.0)


def test_a_file_that_is_no_policy_is_explained(
    house: MainWindow, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    path = tmp_path / "odd.toml"
    path.write_text("cots = 3\n", encoding="utf-8")
    dialog = opened(house, qtbot)
    answer("policy_to_load", path)
    press(qtbot, dialog.load)
    idle()
    assert dialog.says.text() == f"{path}, line 1: cots is not known; write cost if that is meant."
    assert list(kept(house)) == ["House"]


def test_the_picker_beside_solve_offers_the_policies_as_they_stand(house: MainWindow, qtbot: QtBot) -> None:
    picker = house.planning.picker
    assert [picker.itemText(row) for row in range(picker.count())] == ["No policy", "House"]
    dialog = opened(house, qtbot)
    press(qtbot, dialog.use)
    assert picker.currentText() == "House"
    assert house.desk.policy == policy("House", cost=2.0)
    house.planning.policies.open()
    assert house.planning.policies.dialog is not None
    press(qtbot, house.planning.policies.dialog.remove)
    assert picker.currentText() == "No policy"
    assert house.desk.policy is None
    house.actions_by_name["undo"].trigger()
    assert picker.currentText() == "House"


def test_the_chosen_policy_is_remembered_with_the_file(
    house: MainWindow, qtbot: QtBot, idle: Callable[[], None], tmp_path: Path, preferences: Preferences
) -> None:
    picker = house.planning.picker
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert preferences.policy_of(str(tmp_path / "Case.plimsoll")) == Id("House")
    Workspace.create(tmp_path / "Other.plimsoll", small_case()).close()
    house.documents.open(tmp_path / "Other.plimsoll")
    idle()
    assert picker.currentText() == "No policy"
    house.documents.open(tmp_path / "Case.plimsoll")
    idle()
    assert picker.currentText() == "House"


def test_the_dialog_goes_with_its_portfolio(house: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
    opened(house, qtbot)
    house.actions_by_name["close"].trigger()
    idle()
    qtbot.waitUntil(lambda: house.planning.policies.dialog is None, timeout=PATIENCE)
    assert not house.actions_by_name["policies"].isEnabled()
