"""Help, themes on every page, and findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from data.findings import error, warning
from data.portfolio import Portfolio
from tests.builders import allocation, demand, plan, portfolio, project, resource
from tests.desktop.conftest import table_page
from ui.dialogs.help import About, Shortcuts
from ui.main_window import MainWindow
from ui.theme import Theme, ThemeChoice
from ui.views.overview import OverviewPage
from ui.views.pages import PAGES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


def test_f1_lists_every_action_with_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = window.findChild(Shortcuts)
    assert shown is not None
    said = [part.text() for part in shown.findChildren(QLabel)]
    assert said[said.index("Solve") + 1] == "F5"
    shown.accept()


def test_about_names_the_version_and_what_it_runs_on(window: MainWindow) -> None:
    window.actions_by_name["about"].trigger()
    shown = window.findChild(About)
    assert shown is not None
    said = " ".join(part.text() for part in shown.findChildren(QLabel))
    assert "Version" in said
    assert "Python" in said
    shown.accept()


def test_every_page_follows_the_theme(small: MainWindow, theme: Theme) -> None:
    for number in range(len(PAGES)):
        small.show_page(number)
    before = small.grab().toImage()
    theme.choose(ThemeChoice.DARK)
    assert small.grab().toImage() != before
    theme.choose(ThemeChoice.LIGHT)
    assert small.grab().toImage() == before


def test_f8_shows_findings_the_gravest_first(small: MainWindow, qtbot: QtBot) -> None:
    small.session.found((warning("Resource Ann", "is booked twice"), error("Rules", "cannot all hold")))
    assert small.status.findings.text() == "1 error, 1 warning"
    qtbot.keyClick(small, Qt.Key.Key_F8)
    assert small.findings.isVisible()
    model = small.findings.view.model
    assert [model.index(row, 1).data() for row in range(2)] == ["Rules", "Resource Ann"]


def test_enter_on_a_shortage_leads_to_its_demand(show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]) -> None:
    window = show(portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), demand("Check", "Apollo", "Tester"), weeks=4))
    window.session.keep_plan(plan(*(allocation("Build", "Ann", week, 20.0) for week in range(1, 5))), ())
    idle()
    page = window.pages.page("Overview")
    assert isinstance(page, OverviewPage)
    page.shortages.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.shortages, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.side_bar.currentRow() == 3)
    demands = table_page(window, "Demands")
    assert demands.model.row_at(demands.table.currentIndex().row()).entity.name == "Check"
