"""What a cell means in each form of column, and what is said where it means nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from data.entities import ProjectStatus
from data.workbook.cells import Misread, choice, day, days_text, doubtful, figure, roles, roles_text, text, truth, whole, working_days
from data.workbook.reading import Cell


@pytest.mark.parametrize(
    ("cell", "number"), [(7.5, 7.5), ("7,5", 7.5), (" 7.5 ", 7.5), ("-3", -3.0), (".5", 0.5), ("1e2", 100.0), (1 / 3, 0.3333), ("+4", 4.0)]
)
def test_numbers_may_be_text_with_a_point_or_a_comma_and_keep_four_decimals(cell: Cell, number: float) -> None:
    assert figure(cell) == number


@pytest.mark.parametrize("cell", ["x", "1_000", "1 000", "1.000,5", "inf", "nan", "٣", "１２", "0x10", "7.5 h", "80 %", "--1", "1e9999"])
def test_what_only_resembles_a_number_is_not_read_as_one(cell: str) -> None:
    found = figure(cell)
    assert isinstance(found, Misread)
    assert found.remedy == "type a number such as 7.5"


@pytest.mark.parametrize("cell", [True, dt.date(2027, 1, 4), float("inf"), float("nan")])
def test_truths_dates_and_endless_numbers_are_no_figures(cell: Cell) -> None:
    assert isinstance(figure(cell), Misread)


def test_a_comma_before_three_digits_is_doubtful() -> None:
    assert doubtful("1,500")
    assert not doubtful("0,500")
    assert not doubtful("1,50")
    assert not doubtful(1500.0)


def test_whole_numbers_have_no_fraction() -> None:
    assert whole("3") == 3
    assert whole(3.5) == Misread("is 3.5", "type a whole number")


@pytest.mark.parametrize("cell", [dt.date(2027, 1, 4), dt.datetime(2027, 1, 4, 12, 30), "2027-01-04", "2027-01-04T00:00:00"])  # noqa: DTZ001
def test_dates_are_real_or_iso_text(cell: Cell) -> None:
    assert day(cell) == dt.date(2027, 1, 4)


def test_a_date_that_could_be_two_days_is_not_guessed() -> None:
    assert day("03/04/2026") == Misread("is “03/04/2026”, which could be two days", "type 2026-04-03 or 2026-03-04")
    assert day("31.12.2026") == Misread("is “31.12.2026”, which is no date of the sheet but text", "type 2026-12-31")


@pytest.mark.parametrize("cell", [46000.0, "soon", "2027-02-30", "2027-1-4", True, "4 Jan 2027"])
def test_anything_else_is_no_date(cell: Cell) -> None:
    found = day(cell)
    assert isinstance(found, Misread)
    assert found.remedy == "type a date such as 2026-03-31"


@pytest.mark.parametrize(("cell", "said"), [("Yes", True), (" no ", False), ("TRUE", True), (1.0, True), ("y", True), (False, False)])
def test_yes_and_no(cell: Cell, said: bool) -> None:
    assert truth(cell) is said


def test_anything_but_yes_and_no_is_said() -> None:
    assert truth("maybe") == Misread("is “maybe”", "type Yes or No")


def test_choices_are_read_without_case_and_listed_where_none_fits() -> None:
    assert choice(" on  HOLD ", ProjectStatus) is ProjectStatus.ON_HOLD
    assert choice("Paused", ProjectStatus) == Misread("is “Paused”", "choose Proposed, Approved, Active, On hold, Completed, Cancelled")


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Mon,Tue,Thu", (0, 1, 3)),
        ("Sun-Thu", (0, 1, 2, 3, 6)),
        (" monday – wednesday ; sat", (0, 1, 2, 5)),
        ("Fri", (4,)),
    ],
)
def test_working_days_are_days_and_spans_that_may_pass_sunday(cell: str, numbers: tuple[int, ...]) -> None:
    assert working_days(cell) == numbers


@pytest.mark.parametrize("cell", ["Mo-Fr", "1-5", "Mon-Wed-Fri", "Mon,,Tue", 5.0])
def test_other_working_days_are_said(cell: Cell) -> None:
    assert isinstance(working_days(cell), Misread)


@pytest.mark.parametrize("numbers", [(0, 1, 2, 3, 4), (0, 1, 3), (0, 1, 2, 3, 6), (5, 6), (0, 1, 2, 3, 4, 5, 6)])
def test_working_days_are_written_as_they_are_read(numbers: tuple[int, ...]) -> None:
    assert working_days(days_text(numbers)) == numbers


def test_other_roles_have_levels_and_3_where_none_is_given() -> None:
    assert roles("Backend:2; Tester ;") == (("Backend", 2), ("Tester", 3))
    assert roles(roles_text((("Data & AI", 5), ("QA-2", 1)))) == (("Data & AI", 5), ("QA-2", 1))


@pytest.mark.parametrize("cell", ["Backend:x", ":2", "Backend:", "Backend:2.5"])
def test_other_roles_that_cannot_be_meant_are_said(cell: str) -> None:
    assert roles(cell) == Misread(f"holds “{cell}”", "write roles with levels such as Backend:2; Tester:3")


def test_names_of_digits_keep_to_what_is_seen() -> None:
    assert text(2026.0) == "2026"
    assert text(" Ann ") == "Ann"
    assert text("two\r\nlines") == "two\nlines"
    assert text(dt.date(2026, 3, 1)) == Misread("is the date 2026-03-01", "format the cell as text and type it again")
