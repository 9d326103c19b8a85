"""Figures and dates as languages write them."""

from __future__ import annotations

import datetime as dt

import pytest

from ui.presenters.formats import Formats

GERMAN = Formats(decimal_point=",", group_separator=".", date_order="dmy", separator=".")


def test_numbers_have_grouped_thousands() -> None:
    assert Formats().number(12345.6, 1) == "12,345.6"


def test_numbers_follow_the_language() -> None:
    assert GERMAN.number(12345.6, 1) == "12.345,6"


def test_what_is_missing_is_a_dash_and_no_zero() -> None:
    assert Formats().number(None) == "–"


def test_a_tiny_negative_is_zero_without_a_sign() -> None:
    assert Formats().number(-0.001) == "0"


def test_hours_have_no_decimals() -> None:
    assert Formats().hours(37.5) == "38"


def test_few_hours_show_the_decimal_they_have() -> None:
    assert Formats().hours(7.5) == "7.5"


def test_an_edited_figure_shows_all_its_decimals() -> None:
    assert GERMAN.figure(7.25) == "7,25"


def test_a_share_is_a_percentage() -> None:
    assert Formats().percent(0.934, 1) == "93.4 %"


def test_only_what_is_met_in_full_is_a_hundred_percent() -> None:
    assert [Formats().met(share) for share in (0.997, 0.9999, 1.0, None)] == ["99 %", "100 %", "100 %", "–"]


def test_a_week_has_its_number_and_its_monday() -> None:
    assert Formats().week(dt.date(2027, 4, 5)) == "W14 · 5 Apr"


def test_a_date_follows_the_language() -> None:
    assert GERMAN.date(dt.date(2027, 4, 5)) == "05.04.2027"


def test_a_typed_date_is_read_as_the_language_writes_it() -> None:
    assert GERMAN.read_date("5.4.27") == dt.date(2027, 4, 5)


def test_an_iso_date_is_read_in_every_language() -> None:
    assert GERMAN.read_date("2027-04-05") == dt.date(2027, 4, 5)


def test_a_day_that_is_none_is_refused_with_an_example() -> None:
    with pytest.raises(ValueError, match=r"no day of the calendar; type one such as 05\.04\.2027"):
        GERMAN.read_date("31.2.2027")


def test_a_number_may_have_a_decimal_comma() -> None:
    assert Formats().read_number("7,5") == 7.5


@pytest.mark.parametrize("text", ["x", "", "1e5", "nan", "1_000", "--3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no number; type one such as 7\.5"):
        Formats().read_number(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,500", 1500.0),
        ("1,500.25", 1500.25),
        ("1.500,25", 1500.25),
        ("12\u202f000", 12000.0),
        ("1'000", 1000.0),
        ("€ 80", 80.0),
        ("\u22123", -3.0),
    ],
)
def test_thousands_currency_and_signs_of_spreadsheets_are_understood(text: str, figure: float) -> None:
    assert Formats().read_number(text) == figure


def test_a_full_stop_parts_thousands_where_the_language_groups_by_it() -> None:
    assert (GERMAN.read_number("1.500"), Formats().read_number("1.500")) == (1500.0, 1.5)


@pytest.mark.parametrize("text", ["5-Apr-27", "5 April 2027", "2027-04-05 00:00:00", "05.04.2027"])
def test_dates_of_spreadsheets_are_understood(text: str) -> None:
    assert Formats().read_date(text) == dt.date(2027, 4, 5)


@pytest.mark.parametrize("text", ["Mon 5", "1,2,3", "5 6", "12345678"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        Formats().read_date(text)
