"""The further tables of a page: absences, calendars and holidays; dependencies; weeks and bookings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from data.entities import BookingKind, DependencyKind, Id
from data.portfolio import Portfolio
from tests.builders import week
from tests.desktop.conftest import PATIENCE, texts
from ui.dialogs.pasting import PasteRows
from ui.main_window import MainWindow
from ui.views.table_book import TableBook
from ui.views.table_page import TablePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

CONTROL = Qt.KeyboardModifier.ControlModifier
Turn = Callable[[str, str], TablePage]  # type: ignore[type-arg]


@pytest.fixture
def turn(small: MainWindow) -> Turn:
    """Turns to a table of a page; Qt's own judge watches its model."""

    def to(page: str, title: str) -> TablePage:  # type: ignore[type-arg]
        small.show_page(("Overview", "Resources", "Projects", "Demands", "Plan").index(page))
        book = small.pages.page(page)
        assert isinstance(book, TableBook)
        table = book.turn_to([book.tabs.tabText(number) for number in range(book.tabs.count())].index(title))
        table.setProperty("tester", QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal, table))
        table.table.setFocus()
        return table

    return to


def held(window: MainWindow) -> Portfolio:
    assert window.session.portfolio is not None
    return window.session.portfolio


def pasted(window: MainWindow, table: TablePage, qtbot: QtBot, text: str, *, adds: bool = False) -> None:  # type: ignore[type-arg]
    """Pastes a block from the first cell of the first row on."""
    QApplication.clipboard().setText(text)
    if table.model.rowCount():
        table.table.go_to(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_V, CONTROL)
    if adds:
        asked = window.findChild(PasteRows)
        assert asked is not None, window.notice.text
        qtbot.mouseClick(asked.add, Qt.MouseButton.LeftButton)


def test_ctrl_page_down_turns_to_the_next_table(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Resources", "Resources")
    qtbot.keyClick(table.table, Qt.Key.Key_PageDown, CONTROL)
    assert small.pages.table is not None
    assert small.pages.table.accessibleName() == "Absences"
    assert small.focusWidget() is small.pages.table.table
    qtbot.keyClick(small.pages.table.table, Qt.Key.Key_PageUp, CONTROL)
    assert small.pages.table is table


def test_absences_are_pasted_by_name_and_day(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Resources", "Absences")
    assert texts(table, "Resource") == ["Ann"]
    block = "Resource\tFrom\tTo\tPercent\nAnn\t2027-01-18\t2027-01-20\t100\nBob\t2027-02-01\t2027-02-05\t50\n"
    pasted(small, table, qtbot, block, adds=True)
    assert sorted((each.resource_id, each.last, each.percent) for each in held(small).absences.values()) == [
        ("Ann", dt.date(2027, 1, 20), 100.0),
        ("Bob", dt.date(2027, 2, 5), 50.0),
    ]


def test_an_absence_that_ends_before_it_begins_is_refused(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Resources", "Absences")
    pasted(small, table, qtbot, "Ann\t2027-01-18\t2027-01-10\n")
    assert "Absence of Ann from 2027-01-18, to: is 2027-01-10, before 2027-01-18" in small.notice.text


def test_working_days_are_typed_as_in_the_workbook(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Resources", "Calendars")
    assert texts(table, "Resources") == ["4"]
    pasted(small, table, qtbot, "Office\tMon-Thu\n")
    assert held(small).calendars[Id("Office")].working_days == (0, 1, 2, 3)
    pasted(small, table, qtbot, "Office\tsome days\n")
    assert "name days such as Mon-Fri" in small.notice.text


def test_a_holiday_is_added_a_day_after_the_one_before(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Resources", "Holidays")
    table.table.go_to(0, 2)
    qtbot.keyClick(table.table, Qt.Key.Key_Insert)
    assert sorted(each.day for each in held(small).holidays.values()) == [dt.date(2027, 1, 6), dt.date(2027, 1, 7)]
    editor = table.table.findChild(QComboBox)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.table.findChild(QComboBox) is None, timeout=PATIENCE)


def test_estimates_are_pasted_and_refused_out_of_order(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Projects", "Estimates")
    pasted(small, table, qtbot, "Project\tLow %\tHigh %\tWin probability %\nApollo\t80\t180\t40\n", adds=True)
    (estimate,) = held(small).estimates.values()
    assert (estimate.low, estimate.likely, estimate.high, estimate.win) == (80.0, 100.0, 180.0, 40.0)
    table.table.go_to(0, 1)
    qtbot.keyClick(table.table, Qt.Key.Key_Insert)  # as wide as the one before, of a project that has none
    assert len({each.project_id for each in held(small).estimates.values()}) == 2
    assert {each.high for each in held(small).estimates.values()} == {180.0}
    pasted(small, table, qtbot, "Apollo\t120\n")
    assert "Estimate of Apollo, likely: is 100, below the low 120" in small.notice.text


def test_dependencies_take_a_negative_lag_and_refuse_a_circle(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Projects", "Dependencies")
    pasted(small, table, qtbot, "Apollo\tBorealis\tss\t-2\n")
    (dependency,) = held(small).dependencies.values()
    assert (dependency.kind, dependency.lag_weeks) == (DependencyKind.SS, -2)
    pasted(small, table, qtbot, "Apollo\tBorealis\tFS\t0\nBorealis\tApollo\tFS\t0\n", adds=True)
    assert "closes a circle" in small.notice.text
    assert len(held(small).dependencies) == 1


def test_a_demand_takes_weeks_of_its_own(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Demands", "Demand weeks")
    assert texts(table, "Hours") == ["12.5", "20"]
    pasted(small, table, qtbot, f"Demand\tWeek\tHours\nStudy\t{week(2)}\t7,5\nStudy\t{week(3)}\t8\n")
    assert sorted(each.hours for each in held(small).demand_weeks.values()) == [7.5, 8.0]


def test_a_booking_is_made_hard_and_must_begin_on_a_monday(small: MainWindow, turn: Turn, qtbot: QtBot) -> None:
    table = turn("Demands", "Bookings")
    block = f"Demand\tResource\tWeek\tHours\tType\nBuild\tAnn\t{week(1)}\t16\tHard\nCheck\tCleo\t{week(2)}\t12\thard\n"
    pasted(small, table, qtbot, block)
    assert {each.kind for each in held(small).bookings.values()} == {BookingKind.HARD}
    pasted(small, table, qtbot, "Demand\tWeek\nBuild\t2027-01-06\n")
    assert "is 2027-01-06, a Wednesday; type a Monday such as 2027-01-04" in small.notice.text


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("Resources", "Absences"),
        ("Resources", "Calendars"),
        ("Resources", "Holidays"),
        ("Projects", "Dependencies"),
        ("Demands", "Demand weeks"),
        ("Demands", "Bookings"),
    ],
)
def test_what_is_copied_with_headings_is_pasted_back_unchanged(small: MainWindow, turn: Turn, qtbot: QtBot, page: str, title: str) -> None:
    table = turn(page, title)
    table.table.selectAll()
    before = held(small)
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    table.table.go_to(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert held(small) == before
    assert "nothing was changed" not in small.notice.text
