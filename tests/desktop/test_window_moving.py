"""Work dragged on the heat map, and carried by keys: a ghost, one edit on release, Esc puts it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from data.portfolio import Portfolio
from planner.plans import fingerprint
from tests.builders import allocation, demand, plan, portfolio, project, resource
from tests.desktop.conftest import place_of, plan_page
from ui.main_window import MainWindow
from ui.views.plan_page import PlanPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def team() -> Portfolio:
    return portfolio(
        resource("Ann"),
        resource("Bob"),
        resource("Cleo", "Tester"),
        project("Apollo", 1),
        demand("Build", "Apollo", last=4, hours_per_week=30.0),
        weeks=5,
    )


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> PlanPage:
    """Ann builds in weeks 1 and 2, which are chosen."""
    window = show(team())
    given = [allocation("Build", "Ann", week, 30.0) for week in (1, 2)]
    window.session.keep_plan(plan(*given, fingerprint=fingerprint(team())), ())
    idle()
    shown = plan_page(window)
    shown.heat_map.choose_block(place_of(shown, "Ann", 1), place_of(shown, "Ann", 2))
    shown.heat_map.setFocus()
    return shown


def booked(page: PlanPage) -> set[tuple[str, str, int]]:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.session.portfolio is not None
    held, first = window.session.portfolio.bookings.values(), window.session.portfolio.settings.start
    return {(each.demand_id, each.resource_id, (each.week - first).days // 7 + 1) for each in held}


def drag(page: PlanPage, qtbot: QtBot, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Presses on a cell and moves to another, without letting go."""
    port = page.heat_map.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=page.heat_map.point_of(start))
    qtbot.mouseMove(port, page.heat_map.point_of(start) + QPoint(14, 0))
    qtbot.mouseMove(port, page.heat_map.point_of(end))


def let_go(page: PlanPage, qtbot: QtBot, end: tuple[int, int]) -> None:
    qtbot.mouseRelease(page.heat_map.viewport(), Qt.MouseButton.LeftButton, pos=page.heat_map.point_of(end))


def test_a_block_is_dragged_to_somebody_else(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    before = page.heat_map.viewport().grab().toImage()
    drag(page, qtbot, place_of(page, "Ann", 1), place_of(page, "Bob", 1))
    assert page.heat_map.accessibleDescription() == "Build, 60 h to Bob, W1 · 4 Jan to W2 · 11 Jan: 60 of 80 h"
    assert page.heat_map.viewport().grab().toImage() != before
    assert booked(page) == set()
    let_go(page, qtbot, place_of(page, "Bob", 1))
    idle()
    assert booked(page) == {("Build", "Bob", 1), ("Build", "Bob", 2)}
    assert page.heat_map.grid is not None
    assert page.heat_map.grid.load[:2, :2].tolist() == [[0.0, 0.0], [30.0, 30.0]]
    assert page.heat_map.place == place_of(page, "Bob", 2)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.session.undo()
    idle()
    assert booked(page) == set()
    assert page.heat_map.grid.load[:2, :2].tolist() == [[30.0, 30.0], [0.0, 0.0]]


def test_escape_puts_it_back(page: PlanPage, qtbot: QtBot) -> None:
    drag(page, qtbot, place_of(page, "Ann", 1), place_of(page, "Bob", 3))
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Escape)
    let_go(page, qtbot, place_of(page, "Bob", 3))
    assert booked(page) == set()
    assert not page.heat_map.hand.is_carrying


def test_alt_and_arrows_carry_it_to_other_weeks(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    for _ in range(2):
        qtbot.keyClick(page.heat_map, Qt.Key.Key_Right, ALT)
    assert booked(page) == set()
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Return)
    idle()
    assert booked(page) == {("Build", "Ann", 3), ("Build", "Ann", 4)}
    assert page.heat_map.grid is not None
    assert page.heat_map.grid.load[0].tolist() == [0.0, 0.0, 30.0, 30.0, 0.0]


def test_ctrl_m_takes_it_up_for_the_arrow_keys(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    qtbot.keyClick(page.heat_map, Qt.Key.Key_M, CONTROL)
    assert page.heat_map.hand.is_carrying
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Down)
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Escape)
    assert booked(page) == set()
    assert page.heat_map.place == place_of(page, "Ann", 2)


def test_where_it_cannot_land_nothing_is_booked(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    for _ in range(4):
        qtbot.keyClick(page.heat_map, Qt.Key.Key_Right, ALT)
    assert page.heat_map.accessibleDescription() == "Build, 60 h: outside the weeks planned"
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Return)
    idle()
    assert booked(page) == set()


def test_a_click_into_a_block_chooses_the_cell(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.heat_map.viewport(), Qt.MouseButton.LeftButton, pos=page.heat_map.point_of(place_of(page, "Ann", 1)))
    assert page.heat_map.selection.columns == range(1)


def test_dragging_from_an_empty_cell_chooses_a_block(page: PlanPage, qtbot: QtBot) -> None:
    page.heat_map.choose(place_of(page, "Bob", 1))
    drag(page, qtbot, place_of(page, "Bob", 1), place_of(page, "Cleo", 3))
    let_go(page, qtbot, place_of(page, "Cleo", 3))
    assert (page.heat_map.selection.rows, page.heat_map.selection.columns) == (range(1, 3), range(3))
    assert booked(page) == set()


def test_rows_of_roles_cannot_be_carried(page: PlanPage, qtbot: QtBot) -> None:
    page.bar.grouping.setCurrentIndex(1)
    page.heat_map.choose((0, 0))
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Down, ALT)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.notice.text.startswith("Choose cells of one person with work in them first")
