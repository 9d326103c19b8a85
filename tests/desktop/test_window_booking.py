"""Booking by hand on the plan page: hours typed, pinned and released, each one step of undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.edits import adding
from data.entities import BookingKind, Id
from data.portfolio import Portfolio
from planner.plans import fingerprint
from tests.builders import allocation, demand, firm, plan, portfolio, project, resource
from tests.desktop.conftest import place_of, plan_page
from ui.main_window import MainWindow
from ui.map_wordings import MapAct
from ui.views.plan_page import PlanPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def team() -> Portfolio:
    """Ann and Bob may build Apollo, which asks for 40 h, and Comet, which asks for 10 h; Cleo tests."""
    return portfolio(
        resource("Ann"),
        resource("Bob"),
        resource("Cleo", "Tester"),
        project("Apollo", 1),
        project("Comet", 4),
        demand("Build", "Apollo", hours_per_week=40.0),
        demand("Study", "Comet", hours_per_week=10.0),
        demand("Check", "Apollo", "Tester", hours_per_week=20.0),
    )


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> PlanPage:
    """The plan page of the team, with a plan: Ann builds 30 h a week for Apollo and 5 h for Comet in weeks 1 and 2."""
    window = show(team())
    given = [allocation("Build", "Ann", week, 30.0) for week in (1, 2)] + [allocation("Study", "Ann", week, 5.0) for week in (1, 2)]
    window.session.keep_plan(plan(*given, fingerprint=fingerprint(team())), ())
    idle()
    shown = plan_page(window)
    shown.heat_map.setFocus()
    return shown


def window_of(page: PlanPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def booked(page: PlanPage) -> dict[tuple[str, str, int], tuple[float, BookingKind]]:
    """What is booked, by demand, resource and week (from 1)."""
    portfolio = window_of(page).session.portfolio
    assert portfolio is not None
    first = portfolio.settings.start
    return {(b.demand_id, b.resource_id, (b.week - first).days // 7 + 1): (b.hours, b.kind) for b in portfolio.bookings.values()}


def choose(page: PlanPage, name: str, first: int, last: int | None = None, until: str = "") -> None:
    page.heat_map.choose_block(place_of(page, name, first), place_of(page, until or name, last or first))


def test_hours_typed_into_a_cell_are_booked_on_the_demand_that_is_shown(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Cleo", 3)
    qtbot.keyClicks(page.heat_map, "1")
    field = page.booking.editor.field
    assert field.hasFocus()
    assert field.accessibleDescription() == "Check · Apollo, hard"
    qtbot.keyClicks(field, "2,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    idle()
    assert booked(page) == {("Check", "Cleo", 3): (12.5, BookingKind.HARD)}
    assert page.heat_map.hasFocus()
    assert page.heat_map.grid is not None
    assert page.heat_map.grid.load[place_of(page, "Cleo", 3)] == 12.5
    assert page.heat_map.grid.hard[place_of(page, "Cleo", 3)]


def test_a_block_is_booked_in_one_step(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Ann", 3, 4, "Bob")
    qtbot.keyClicks(page.heat_map, "8")
    qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Return)
    idle()
    assert booked(page) == {("Build", name, week): (8.0, BookingKind.HARD) for name in ("Ann", "Bob") for week in (3, 4)}
    window_of(page).session.undo()
    idle()
    assert booked(page) == {}


def test_weeks_in_which_nobody_asks_for_hours_say_so(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "Ann", 5)
    qtbot.keyClicks(page.heat_map, "8")
    assert not page.booking.editor.isVisible()
    assert window_of(page).notice.text == "No demand asks them for hours in these weeks"


def test_up_and_down_choose_another_demand_while_typing(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Bob", 3)
    qtbot.keyClicks(page.heat_map, "6")
    field = page.booking.editor.field
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.accessibleDescription() == "Study · Comet, hard (↑↓ another)"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    idle()
    assert booked(page) == {("Study", "Bob", 3): (6.0, BookingKind.HARD)}


def test_tab_books_and_goes_on_to_the_next_week(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Cleo", 1)
    for hours in ("4", "6"):
        qtbot.keyClicks(page.heat_map, hours)
        qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Tab)
        idle()
    assert booked(page) == {("Check", "Cleo", 1): (4.0, BookingKind.HARD), ("Check", "Cleo", 2): (6.0, BookingKind.HARD)}
    assert page.heat_map.place == place_of(page, "Cleo", 3)


def test_escape_leaves_the_cell_as_it_was(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "Cleo", 1)
    qtbot.keyClick(page.heat_map, Qt.Key.Key_F2)
    qtbot.keyClicks(page.booking.editor.field, "9")
    qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Escape)
    assert not page.booking.editor.isVisible()
    assert booked(page) == {}
    assert page.heat_map.hasFocus()


def test_what_is_no_figure_is_refused_where_it_was_typed(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "Cleo", 1)
    qtbot.keyClicks(page.heat_map, "1")
    qtbot.keyClicks(page.booking.editor.field, "x")
    qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Return)
    assert window_of(page).notice.text == "“1x” is no number; type one such as 7.5"
    assert page.booking.editor.isVisible()
    assert booked(page) == {}


def test_the_form_books_softly_where_that_is_chosen(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Cleo", 1, 2)
    qtbot.mouseClick(page.form.soft, Qt.MouseButton.LeftButton)
    page.form.hours.setFocus()
    page.form.hours.selectAll()
    qtbot.keyClicks(page.form.hours, "8")
    qtbot.mouseClick(page.form.book, Qt.MouseButton.LeftButton)
    idle()
    assert booked(page) == {("Check", "Cleo", 1): (8.0, BookingKind.SOFT), ("Check", "Cleo", 2): (8.0, BookingKind.SOFT)}


def test_pin_keeps_all_that_the_plan_gives_in_the_block(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Ann", 1, 2)
    assert page.form.demand.currentText() == "All work here"
    qtbot.keyClick(page.heat_map, Qt.Key.Key_L, CONTROL)
    idle()
    assert booked(page) == {
        ("Build", "Ann", 1): (30.0, BookingKind.HARD),
        ("Build", "Ann", 2): (30.0, BookingKind.HARD),
        ("Study", "Ann", 1): (5.0, BookingKind.HARD),
        ("Study", "Ann", 2): (5.0, BookingKind.HARD),
    }
    assert [line.line.firmness for line in page.panel.lines] == ["hard booking", "hard booking"]
    window = window_of(page)
    assert window.notice.text.startswith("Pin Ann on Build and Study, W1 · 4 Jan to W2 · 11 Jan: 70 h are booked firmly")
    assert window.actions_by_name["undo"].text() == "&Undo Pin Ann on Build and Study, W1 · 4 Jan to W2 · 11 Jan"


def test_whom_and_when_is_pinned_is_said_before(page: PlanPage) -> None:
    choose(page, "Ann", 1, 2)
    assert window_of(page).actions_by_name[MapAct.PIN].text() == "&Pin: Ann, W1 · 4 Jan to W2 · 11 Jan"
    assert page.form.pin.toolTip().startswith("Ann, W1 · 4 Jan to W2 · 11 Jan. Book firmly")
    choose(page, "Cleo", 1)
    assert window_of(page).actions_by_name[MapAct.RELEASE].text() == "&Release: Cleo on Check, W1 · 4 Jan"


def test_a_line_that_is_picked_is_pinned_alone(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Ann", 1)
    line = next(line for line in page.panel.lines if line.line.title == "Comet")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.property("picked")
    qtbot.mouseClick(page.form.pin, Qt.MouseButton.LeftButton)
    idle()
    assert booked(page) == {("Study", "Ann", 1): (5.0, BookingKind.HARD)}


def test_delete_releases_what_is_booked(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Ann", 1, 2)
    window_of(page).actions_by_name[MapAct.PIN].trigger()
    idle()
    choose(page, "Ann", 2)
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Delete)
    idle()
    assert {week for _, _, week in booked(page)} == {1}
    window_of(page).session.undo()
    idle()
    assert {week for _, _, week in booked(page)} == {1, 2}


def test_nothing_to_pin_or_release_is_said(page: PlanPage) -> None:
    choose(page, "Bob", 1)
    window_of(page).actions_by_name[MapAct.PIN].trigger()
    assert window_of(page).notice.text == "Nothing is planned here that is not firm already"
    window_of(page).actions_by_name[MapAct.RELEASE].trigger()
    assert window_of(page).notice.text == "Nothing is booked here"


def test_rows_of_roles_book_the_person_whose_line_is_picked(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    page.bar.grouping.setCurrentIndex(1)
    choose(page, "Backend", 1)
    assert not page.form.book.isEnabled()
    qtbot.keyClicks(page.heat_map, "7")
    assert "Pick a line above" in window_of(page).notice.text
    page.panel.lines[0].setFocus()
    qtbot.keyClick(page.panel.lines[0], Qt.Key.Key_Return)
    qtbot.keyClicks(page.heat_map, "7")
    qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Return)
    idle()
    assert booked(page) == {("Build", "Ann", 1): (7.0, BookingKind.HARD)}


def test_the_plan_is_marked_as_before_the_booking_until_solved_again(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    assert page.stale.isHidden()
    choose(page, "Ann", 1)
    window_of(page).actions_by_name[MapAct.PIN].trigger()
    idle()
    assert page.stale.text == "This plan was made before the latest changes."
    assert page.stale.again.isEnabled()
    started: list[bool] = []
    window_of(page).actions_by_name["solve"].triggered.disconnect()
    window_of(page).actions_by_name["solve"].triggered.connect(lambda: started.append(True))
    qtbot.mouseClick(page.stale.again, Qt.MouseButton.LeftButton)
    assert started
    window_of(page).session.undo()
    idle()
    assert page.stale.isHidden()


def test_undo_names_the_booking(page: PlanPage, qtbot: QtBot, idle: Callable[[], None]) -> None:
    choose(page, "Cleo", 1, 2)
    qtbot.keyClicks(page.heat_map, "8")
    qtbot.keyClick(page.booking.editor.field, Qt.Key.Key_Return)
    idle()
    assert window_of(page).actions_by_name["undo"].text() == "&Undo Book Cleo on Check, W1 · 4 Jan to W2 · 11 Jan: 8 h a week"


def test_a_booking_made_elsewhere_shows_in_the_open_panel(page: PlanPage, idle: Callable[[], None]) -> None:
    choose(page, "Bob", 1)
    session = window_of(page).session
    assert session.portfolio is not None
    session.apply(adding("Book", [firm("Build", "Bob", 1, 10.0)]))
    idle()
    assert [line.line.hours for line in page.panel.lines] == ["10 h"]
    assert page.form.hours.text() == "10"
    assert page.booking.demand_id == Id("Build")
    assert QApplication.focusWidget() is page.heat_map
