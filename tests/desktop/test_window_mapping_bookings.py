"""Bookings from sheets of any form: how firm they are, and whether rows of person, project and dates say who is booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import PATIENCE
from tests.desktop.wizards import LOAD, grid, pick, press
from tests.planning.sheet_builders import Rows
from ui.dialogs.import_wizard import ImportWizard
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

STAFFING: dict[str, Rows] = {
    "Staffing": [
        ["Person", "Project", "From", "To", "Allocation"],
        ["Ann", "Apollo", dt.date(2027, 1, 4), dt.date(2027, 1, 15), "50 %"],
        ["Bob", "Borealis", dt.date(2027, 1, 4), dt.date(2027, 1, 15), "100 %"],
    ]
}


def test_bookings_are_made_firm_by_a_choice_where_no_column_says_it(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    before = set(small.session.portfolio.bookings)
    shown = wizard(LOAD)
    options = shown.page.options
    assert options.kind.isVisible()
    assert options.kind.currentText() == "soft: a plan may move them"
    pick(qtbot, options.kind, "hard: a plan keeps them")
    assert shown.page.says.text().startswith("The bookings are hard")
    press(qtbot, shown.next, idle)
    assert shown.panel.says.text() == "Added: 5 bookings."
    press(qtbot, shown.take, idle)
    made = [each for key, each in small.session.portfolio.bookings.items() if key not in before]
    assert [each.kind.value for each in made] == ["Hard"] * 5


def test_a_column_that_says_how_firm_bookings_are_leaves_no_choice(wizard: Callable[..., ImportWizard]) -> None:
    heading, ann, bob = LOAD["Load"]
    shown = wizard({"Load": [[*heading, "Status"], [*ann, "Confirmed"], [*bob, "Tentative"]]})
    assert grid(shown)[0][-1] == "Type"
    assert (shown.page.options.kind.currentText(), shown.page.options.kind.isEnabled()) == ("as their column says", False)


def test_rows_of_person_project_and_dates_are_bookings_or_demands_as_the_user_says(
    wizard: Callable[..., ImportWizard], small: MainWindow, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    before = set(small.session.portfolio.bookings)
    shown = wizard(STAFFING)
    options = shown.page.options
    assert grid(shown)[0] == ["Resource", "Project", "Start", "Finish", "Percent"]
    assert (options.meant.isVisible(), options.meant.currentText()) == (True, "who is booked: bookings")
    assert shown.page.says.text().startswith("Each row is booked upon a demand of its project that fits")
    pick(qtbot, options.meant, "what is needed: demands")
    qtbot.waitUntil(lambda: options.target.currentText() == "Demands: one row each", timeout=PATIENCE)
    assert grid(shown)[0] == ["Resource", "Project", "Start", "Finish", "FTE"]
    press(qtbot, shown.next, idle)
    assert shown.panel.says.text() == "Added: 2 demands."
    press(qtbot, shown.back, idle)
    pick(qtbot, options.meant, "who is booked: bookings")
    qtbot.waitUntil(options.kind.isVisible, timeout=PATIENCE)
    pick(qtbot, options.kind, "hard: a plan keeps them")
    press(qtbot, shown.next, idle)
    assert shown.panel.says.text() == "Added: 1 demand, 2 demand weeks, 3 bookings."
    press(qtbot, shown.take, idle)
    made = small.session.portfolio
    booked = sorted((made.demands[each.demand_id].name, each.hours) for key, each in made.bookings.items() if key not in before)
    assert booked == [("Borealis – Backend", 32.0), ("Borealis – Backend", 40.0), ("Build", 20.0)]  # Ann's first week was booked so before
    assert {each.kind.value for key, each in made.bookings.items() if key not in before} == {"Hard"}
