"""Whatever stands in the cells, an import ends in a portfolio or in errors with their places, never in a crash."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from data.findings import errors
from data.validation import check
from data.workbook.reading import Broken
from planner.importing.loading import imported
from tests.planning.sheet_builders import Sheets, add, book, put, sheets

MONDAY = dt.date(2027, 1, 4)
FULL = (
    add("Calendars", ["Calendar", "Working days", "Country", "Subdivision"], ["Office", "Mon-Fri", None, None]),
    add("Holidays", ["Calendar", "Date", "Name"], ["Office", MONDAY, "Day off"]),
    add("Absences", ["Resource", "From", "To", "Percent"], ["Ann", MONDAY, MONDAY, 50.0]),
    add("Demand weeks", ["Demand", "Week", "Hours"], ["D2", MONDAY, 8.0]),
    add("Bookings", ["Demand", "Resource", "Week", "Hours", "Type"], ["Build", "Ann", MONDAY, 8.0, "Hard"]),
    add("Dependencies", ["Predecessor", "Successor", "Type", "Lag weeks"], ["Apollo", "Beta", "FS", 0.0]),
    put("Settings", "A5", "Default calendar"),
    put("Settings", "B5", "Office"),
)
ADDRESSES = [
    (name, f"{chr(ord('A') + column)}{row + 1}")
    for name, rows in sheets(*FULL).items()
    for row, cells in enumerate(rows)
    for column in range(len(cells))
]
CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(["Apollo", "Ann", "Build", "Office", "Yes", "FS", "DE", "1,500", "Backend:2", "Mon-Fri", "2027-01-04", "9" * 400]),
    st.floats(),
    st.integers(-5, 600).map(float),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.just(Broken("holds the error #REF!", "mend its formula")),
)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(ADDRESSES), CELLS), min_size=1, max_size=6))
def test_any_cells_end_in_a_valid_portfolio_or_in_errors_with_places(changes: list[tuple[tuple[str, str], object]]) -> None:
    made: Sheets = sheets(*FULL, *(put(*where, value) for where, value in changes))
    found = imported(book(made))
    wrong = errors(found.findings)
    assert (found.portfolio is None) == bool(wrong)
    assert all(re.fullmatch(r"[A-Z][a-z]+( [a-z]+)?(!([A-Z]+\d+|\d+:\d+))?", each.place) for each in wrong)
    if found.portfolio is not None:
        assert check(found.portfolio) == ()
