"""The overview in the window: what it says in each state, and that every part of it leads to its cause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from data.entities import BookingKind, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.plans import fingerprint
from planner.workspace import Workspace
from tests.builders import allocation, booking, plan, portfolio, resource, short_case, week
from tests.desktop.conftest import PATIENCE, come_back, kept_plan, plan_page, row_names, table_page, texts
from ui.main_window import MainWindow
from ui.views.insight_page import CONFLICTS, NOT_MET, ROLES, InsightPage
from ui.views.overview import OverviewPage
from ui.views.pages import PAGES
from ui.widgets.lead_button import LeadButton
from ui.widgets.lead_list import LeadList
from ui.widgets.tile import TileView

CASE = short_case(resource("Bob", "Analyst", overtime=8.0), booking("Check", "Bob", 2, 45.0, BookingKind.HARD))


def giving(hours: float, case: Portfolio = CASE, **fields: object) -> Plan:
    """Ann gives Apollo so many hours in each of its two weeks, and Bob what he is booked for."""
    given = [allocation("Build", "Ann", number, hours) for number in (1, 2)]
    return plan(*given, allocation("Check", "Bob", 2, 45.0), fingerprint=fingerprint(case), bound=1300.0, **fields)


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> OverviewPage:
    """The overview of a plan that is short of hours."""
    window = show(CASE)
    window.session.keep_plan(giving(40.0), ())
    idle()
    return overview_of(window)


def overview_of(window: MainWindow) -> OverviewPage:
    page = window.pages.page("Overview")
    assert isinstance(page, OverviewPage)
    return page


def window_of(page: OverviewPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def tile(page: OverviewPage, label: str) -> TileView:
    return next(each for each in page.tiles if each.accessibleName().startswith(f"{label}:"))


def line(lines: LeadList, name: str) -> LeadButton:
    return next(each for each in lines.lines if each.texts[0] == name)


def click(qtbot: QtBot, part: LeadButton) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))


def shown(window: MainWindow, qtbot: QtBot, name: str) -> object:
    """The page of this name, once it is shown."""
    qtbot.waitUntil(lambda: window.side_bar.currentRow() == PAGES.index(name), timeout=PATIENCE)
    return window.pages.currentWidget()


def insight_of(window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> InsightPage:
    found = shown(window, qtbot, "Insight")
    assert isinstance(found, InsightPage)
    idle()
    return found


def test_before_a_plan_the_page_says_so_and_offers_to_solve(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> None:
    page = overview_of(show(CASE))
    idle()
    assert page.stale.isVisible()
    assert page.stale.text.startswith("There is no plan yet")
    assert page.stale.again.text() == "Solve"
    assert not page.priorities.isVisible()
    assert not page.bottlenecks.isVisible()
    assert page.conflicts.lines


def test_an_empty_portfolio_offers_the_import(show: Callable[[Portfolio], MainWindow]) -> None:
    page = overview_of(show(portfolio()))
    assert not page.priorities.isVisible()
    assert not page.chart.isVisible()


def test_a_plan_that_is_out_of_date_is_marked_and_solved_again(page: OverviewPage, idle: Callable[[], None]) -> None:
    assert not page.stale.isVisible()
    session = window_of(page).session
    assert session.portfolio is not None
    session.keep_plan(replace(giving(40.0), fingerprint="of another portfolio", id=Id("plan-2")), ())
    idle()
    assert page.stale.isVisible()
    assert page.stale.again.text() == "Solve again"


def test_tiles_say_what_has_changed_since_the_plan_kept_before(page: OverviewPage, idle: Callable[[], None]) -> None:
    assert tile(page, "Coverage").change == ""
    window_of(page).session.keep_plan(giving(37.0, id=Id("plan-2")), ())
    idle()
    assert tile(page, "Coverage").change.startswith("▼ −5.2 points, worse since the plan of ")
    assert tile(page, "Coverage").change in tile(page, "Coverage").accessibleName()


def test_the_plan_before_is_known_when_the_file_is_opened_again(window: MainWindow, tmp_path: Path, idle: Callable[[], None]) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", CASE) as file:
        file.keep_plan(giving(30.0, id=Id("plan-0"), solved_at=dt.datetime(2026, 5, 3, 9, tzinfo=dt.UTC)))
        file.keep_plan(giving(40.0))
        file.publish()
    window.documents.open(tmp_path / "Case.plimsoll")
    idle()
    assert tile(overview_of(window), "Coverage").change.startswith("▲ +17.2 points, better since the plan of 3 May")


def test_the_formula_of_each_tile_stands_in_its_tip(page: OverviewPage) -> None:
    assert "Σ max(0, allocated − capacity)" in tile(page, "Overload").toolTip()
    assert "Hours met ÷ hours asked" in tile(page, "Coverage").toolTip()
    assert all(each.toolTip() for each in page.tiles)


def test_coverage_leads_to_what_is_not_met(page: OverviewPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    click(qtbot, tile(page, "Coverage"))
    assert insight_of(window_of(page), qtbot, idle).tabs.currentIndex() == NOT_MET


def test_enter_on_a_tile_leads_on_as_a_click_does(page: OverviewPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    tile(page, "Utilisation").setFocus()
    qtbot.keyClick(tile(page, "Utilisation"), Qt.Key.Key_Return)
    assert insight_of(window_of(page), qtbot, idle).tabs.currentIndex() == ROLES


def test_weighted_coverage_leads_to_the_projects_that_are_short(page: OverviewPage, qtbot: QtBot) -> None:
    click(qtbot, tile(page, "Weighted coverage"))
    shown(window_of(page), qtbot, "Projects")
    assert texts(table_page(window_of(page), "Projects"), "Project") == ["Comet"]


def test_a_priority_leads_to_its_projects_and_show_all_brings_the_others_back(page: OverviewPage, qtbot: QtBot) -> None:
    window = window_of(page)
    click(qtbot, line(page.priorities, "Priority 1"))
    shown(window, qtbot, "Projects")
    projects = table_page(window, "Projects")
    assert texts(projects, "Project") == ["Apollo"]
    qtbot.keyClick(projects.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    window.actions_by_name["show all"].trigger()
    assert texts(projects, "Project") == ["Apollo", "Comet"]


def test_a_bottleneck_leads_to_what_is_short_of_the_role(page: OverviewPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    click(qtbot, line(page.bottlenecks, "Backend"))
    found = insight_of(window_of(page), qtbot, idle)
    assert [row.demand for row in found.shortages.model.rows] == ["Port"]


def test_who_is_overloaded_leads_to_the_worst_week_in_the_heat_map(page: OverviewPage, qtbot: QtBot) -> None:
    window = window_of(page)
    click(qtbot, line(page.conflicts, "Bob"))
    shown(window, qtbot, "Plan")
    shown_map = plan_page(window).heat_map
    assert row_names(plan_page(window))[shown_map.place[0]] == "Bob"
    assert shown_map.place[1] == 1


def test_overload_shows_only_who_is_overloaded(page: OverviewPage, qtbot: QtBot) -> None:
    click(qtbot, tile(page, "Overload"))
    shown(window_of(page), qtbot, "Plan")
    assert row_names(plan_page(window_of(page))) == ["Bob"]


def test_a_finding_leads_to_itself_with_its_way_out(page: OverviewPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    found = next(each for each in page.conflicts.lines if each.texts[1].endswith(("warning", "note", "error")))
    click(qtbot, found)
    insight = insight_of(window_of(page), qtbot, idle)
    assert insight.tabs.currentIndex() == CONFLICTS
    chosen = insight.conflicts.table.currentIndex()
    assert insight.conflicts.model.row_at(chosen.row()).finding.problem == found.texts[2]


def test_a_week_of_the_chart_leads_to_it_in_the_heat_map(page: OverviewPage, qtbot: QtBot) -> None:
    window = window_of(page)
    qtbot.waitUntil(lambda: page.chart.is_drawn and not page.chart.panel.isEmpty(), timeout=PATIENCE)
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=page.chart.box_of(2).center().toPoint())
    shown(window, qtbot, "Plan")
    grid, place = plan_page(window).heat_map.grid, plan_page(window).heat_map.place
    assert grid is not None
    assert grid.weeks[place[1]] == week(3)


def test_the_arrow_keys_choose_a_week_of_the_chart(page: OverviewPage, qtbot: QtBot) -> None:
    window = window_of(page)
    page.chart.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.chart.accessibleDescription().startswith("W2 · 11 Jan: 85 of")
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    shown(window, qtbot, "Plan")
    assert plan_page(window).heat_map.place[1] == 1


def test_a_shortage_is_one_click_from_its_demand(page: OverviewPage, qtbot: QtBot) -> None:
    window = window_of(page)
    index = page.model.index(0, 0)
    page._scroll.ensureWidgetVisible(page.shortages)
    qtbot.mouseClick(page.shortages.viewport(), Qt.MouseButton.LeftButton, pos=page.shortages.visualRect(index).center())
    shown(window, qtbot, "Demands")
    demands = table_page(window, "Demands")
    assert demands.model.row_at(demands.table.currentIndex().row()).entity.name == "Port"


def test_an_edit_leaves_the_focus_where_it_is(page: OverviewPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    window = window_of(page)
    come_back(qtbot, window)
    focused = tile(page, "Overload")
    focused.setFocus()
    window.session.keep_plan(replace(kept_plan(window), id=Id("plan-2")), ())
    idle()
    assert tile(page, "Overload") is focused
    assert focused.hasFocus()
