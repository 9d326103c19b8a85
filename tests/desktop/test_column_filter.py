"""What a column keeps of its rows, and where a text is found in them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import portfolio, project
from ui.presenters import projects
from ui.presenters.column_filter import ColumnFilter, condition_of, kept, values_of
from ui.presenters.columns import FieldError
from ui.presenters.finding import Match, next_match
from ui.presenters.formats import Formats
from ui.presenters.table_layout import TableLayout, filters_as_text, filters_of
from ui.presenters.tables import Standing

CASE = portfolio(
    project("Apollo", 1, value=1500.0, start=dt.date(2027, 2, 1)),
    project("Borealis", 3, programme="Sky"),
    project("Comet", 5, value=20.0, start=dt.date(2027, 3, 1), programme="Sky"),
)
COLUMNS, ROWS = projects.columns(CASE, Formats()), projects.rows(CASE, Standing())


def names(heading: str, chosen: ColumnFilter) -> list[str]:
    key = next(column.key for column in COLUMNS if column.heading == heading)
    tests = kept({key: chosen}, COLUMNS)
    return [row.entity.name for row in ROWS if all(test(row) for test in tests)]


@pytest.mark.parametrize(
    ("heading", "condition", "kept_names"),
    [
        ("Priority", ">= 3", ["Borealis", "Comet"]),
        ("Priority", "<3", ["Apollo"]),
        ("Priority", "2..4", ["Borealis"]),
        ("Priority", "<> 3", ["Apollo", "Comet"]),
        ("Value", "> 1,000", ["Apollo"]),
        ("Value", "=", ["Borealis"]),
        ("Value", "<>", ["Apollo", "Comet"]),
        ("Start", "> 2027-02-15", ["Comet"]),
        ("Programme", "sk", ["Borealis", "Comet"]),
        ("Project", "= comet", ["Comet"]),
        ("Project", "o l", ["Apollo", "Borealis"]),
        ("Priority", "", ["Apollo", "Borealis", "Comet"]),
    ],
)
def test_a_condition_keeps_what_meets_it(heading: str, condition: str, kept_names: list[str]) -> None:
    assert names(heading, ColumnFilter(condition)) == kept_names


def test_chosen_values_and_a_condition_both_count() -> None:
    assert names("Programme", ColumnFilter("", frozenset({"Sky", ""}))) == ["Apollo", "Borealis", "Comet"]
    assert names("Programme", ColumnFilter("s", frozenset({"Sky", ""}))) == ["Borealis", "Comet"]
    assert names("Programme", ColumnFilter("", frozenset())) == []


def test_a_comparison_with_no_figure_says_so_and_keeps_everything_meanwhile() -> None:
    priority = next(column for column in COLUMNS if column.heading == "Priority")
    with pytest.raises(FieldError, match="“high” is no number"):
        condition_of(priority, "> high")
    assert len(names("Priority", ColumnFilter("> high"))) == 3


def test_values_are_counted_in_the_order_of_the_column() -> None:
    programme = next(column for column in COLUMNS if column.heading == "Programme")
    assert values_of(ROWS, programme) == [("Sky", 2), ("", 1)]


def test_filters_and_columns_come_back_as_they_were_left() -> None:
    filters = {"priority": ColumnFilter(">= 3"), "programme": ColumnFilter("", frozenset({"Sky", "Ä"}))}
    assert filters_of(filters_as_text(filters)) == filters
    layout = TableLayout(("name", "value"), frozenset({"weight"}), {"name": 220}, ("value", True))
    assert TableLayout.of(layout.as_text()) == layout


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "{}", '{"order": 3}', "null", '{"order": [], "hidden": [], "widths": {"a": "wide"}, "sorted": null}']
)
def test_settings_that_cannot_be_understood_are_as_none(text: str) -> None:
    assert TableLayout.of(text) is None
    assert filters_of(text) == {}


def test_a_new_column_stands_after_the_one_it_follows_at_first() -> None:
    layout = TableLayout(("name", "value", "gone", "status"))
    assert layout.arranged(["name", "status", "weight", "value"]) == ["name", "value", "status", "weight"]


def test_a_text_is_found_cell_by_cell_and_around() -> None:
    keys = ["name", "programme"]
    assert next_match(ROWS, COLUMNS, keys, "sky", (0, "name"), 1) == Match(1, "programme", is_around=False)
    assert next_match(ROWS, COLUMNS, keys, "sky", (1, "programme"), 1) == Match(2, "programme", is_around=False)
    assert next_match(ROWS, COLUMNS, keys, "sky", (2, "programme"), 1) == Match(1, "programme", is_around=True)
    assert next_match(ROWS, COLUMNS, keys, "sky", (1, "programme"), -1) == Match(2, "programme", is_around=True)
    assert next_match(ROWS, COLUMNS, keys, "com", (2, "name"), 0) == Match(2, "name", is_around=False)
    assert next_match(ROWS, COLUMNS, keys, "nowhere", None, 1) is None
