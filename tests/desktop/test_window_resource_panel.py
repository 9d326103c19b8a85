"""Beside the table of resources: the chosen one's load, absences and bookings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.portfolio import Portfolio
from tests.builders import booking, demand, firm, portfolio, project, resource
from tests.desktop.conftest import table_page
from ui.main_window import MainWindow
from ui.tokens import Band
from ui.views.resource_panel import ResourcePanel
from ui.views.table_page import TablePage


@pytest.fixture
def shown(small: MainWindow) -> tuple[TablePage, ResourcePanel]:  # type: ignore[type-arg]
    page = table_page(small, "Resources")
    panel = page.findChild(ResourcePanel)
    assert panel is not None
    return page, panel


def test_the_panel_follows_the_current_row(shown: tuple[TablePage, ResourcePanel], qtbot: QtBot) -> None:  # type: ignore[type-arg]
    page, panel = shown
    assert panel.texts()[:2] == ["Ann", "Backend 4 · Core"]
    page.table.go_to(0, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert panel.texts()[:2] == ["Bob", "Backend 2 · Core"]


def test_absences_and_bookings_are_told_with_their_days(shown: tuple[TablePage, ResourcePanel]) -> None:  # type: ignore[type-arg]
    _, panel = shown
    said = panel.texts()
    assert said[said.index("Away") + 1 : said.index("Away") + 3] == ["2027-01-18 to 2027-01-22", "Skiing"]
    assert said[said.index("Booked") + 1 :] == ["Build · Apollo", "16 h, hard, week of 4 Jan"]


def test_the_bars_are_the_load_against_capacity(shown: tuple[TablePage, ResourcePanel]) -> None:  # type: ignore[type-arg]
    _, panel = shown
    first, _, third = panel.bars.weeks[:3]
    assert (first.band, first.words) == (Band.LOW, "W1 · 4 Jan: 16 of 32 h")
    assert third.band is Band.AWAY


def test_weeks_above_capacity_are_named(show: Callable[[Portfolio], MainWindow]) -> None:
    window = show(
        portfolio(
            resource("Ann"), project("Apollo"), demand("Build", "Apollo"), firm("Build", "Ann", 2, 60.0), booking("Build", "Ann", 3, 8.0)
        )
    )
    panel = table_page(window, "Resources").findChild(ResourcePanel)
    assert panel is not None
    assert "▲ Above capacity in the weeks of 11 Jan" in panel.texts()
    assert "60 h, hard, week of 11 Jan" in panel.texts()
