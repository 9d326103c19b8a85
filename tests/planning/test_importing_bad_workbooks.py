"""Every kind of bad workbook: nothing is taken in, and each finding names its cell, what stands there and what would be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.findings import errors
from data.workbook.reading import Broken
from planner.importing import load
from planner.importing.loading import imported
from tests.planning.sheet_builders import Sheets, add, book, put, sheets, without, write_csv, write_xlsx

Change = Callable[[Sheets], Any]

CASES: list[tuple[str, Change, str]] = [
    ("missing sheet", without("Projects"), "Projects: the sheet is missing; add it with the columns Project"),
    ("missing settings", without("Settings"), "Settings: the sheet is missing; add it with the columns Setting and Value"),
    ("missing column", put("Demands", "C1", None), "Demands: the column Role is missing; add it to row 1"),
    ("misspelt column", put("Demands", "C1", "Rolle"), "Demands: the column Role is missing; rename “Rolle” or add the column"),
    ("sheet without headings", lambda made: made.update(Projects=[]), "Projects: the column Project is missing; row 1 should hold the headings"),
    ("heading twice", put("Projects", "D1", " PRIORITY "), "Projects!D1: the column Priority stands twice; delete one of the two"),
    ("sheet twice", add("demands ", ["Demand"]), "demands : the sheet stands twice; delete or rename one of the two"),
    ("missing setting", put("Settings", "A4", "Wochen"), "Settings: the setting Weeks is missing; add a row with its name and value"),
    ("setting twice", add("Settings", ["weeks", 8.0]), "Settings!A5: the setting Weeks stands twice; delete one of the two"),
    ("blank setting", put("Settings", "B4", None), "Settings!B4: Weeks is blank; type a number"),
    ("weeks out of range", put("Settings", "B4", 521.0), "Settings!B4: Weeks is 521; type a whole number from 1 to 520"),
    ("unknown project", put("Demands", "B2", "Apolo"), "Demands!B2: Project “Apolo” is not among the projects; write “Apollo”, or add “Apolo” to the sheet Projects"),
    ("name in another case", put("Demands", "B2", "APOLLO"), "Demands!B2: Project “APOLLO” is not among the projects; write “Apollo”, or add “APOLLO” to the sheet Projects"),
    ("text for a number", put("Demands", "F2", "twenty"), "Demands!F2: Hours per week is “twenty”, which is no number; type a number such as 7.5"),
    ("underscores", put("Demands", "F2", "1_000"), "Demands!F2: Hours per week is “1_000”, which is no number; type a number such as 7.5"),
    ("endless", put("Demands", "F2", "inf"), "Demands!F2: Hours per week is “inf”, which is no number; type a number such as 7.5"),
    ("no number", put("Demands", "F2", float("nan")), "Demands!F2: Hours per week is nan, which is no number; type a number such as 7.5"),
    ("negative hours", put("Demands", "F2", -1.0), "Demands!F2: Hours per week is -1; type 0 or more"),
    ("error cell", put("Demands", "F2", Broken("holds the error #REF!", "mend its formula or type the value")), "Demands!F2: Hours per week holds the error #REF!; mend its formula or type the value"),
    ("two amounts", put("Demands", "G2", 100.0), "Demands!G2: Total hours is a second amount; keep only one of hours per week, total hours and FTE"),
    ("no amount", put("Demands", "F2", None), "Demands!F2: Hours per week is blank, and so are total hours and FTE; give one of the three, or demand weeks"),
    ("finish before start", put("Demands", "E2", dt.date(2027, 1, 1)), "Demands!E2: Finish is 2027-01-01, before 2027-01-04; type 2027-01-04 or later"),
    ("blank start", put("Demands", "D2", None), "Demands!D2: Start is blank; type a date such as 2026-03-31"),
    ("ambiguous date", put("Demands", "D2", "03/04/2027"), "Demands!D2: Start is “03/04/2027”, which could be two days; type 2027-04-03 or 2027-03-04"),
    ("number for a date", put("Demands", "D2", 46000.0), "Demands!D2: Start is 46000, which is no date; type a date such as 2026-03-31"),
    ("doubled resource", add("Resources", ["Ann", "Tester"]), "Resources!A4: Resource “Ann” stands twice among the resources; give one of them another name"),
    ("doubled demand", put("Demands", "A2", "D2"), "Demands!A3: Demand “D2” stands twice among the demands; give one of them another name"),
    ("blank role", put("Resources", "B2", " "), "Resources!B2: Role is blank; give it a name"),
    ("level out of range", put("Resources", "C2", 6.0), "Resources!C2: Level is 6; type a whole number from 1 to 5"),
    ("level between", put("Resources", "C2", 2.5), "Resources!C2: Level is 2.5; type a whole number"),
    ("other role's level", put("Resources", "D2", "Tester:9"), "Resources!D2: Other roles holds “Tester: 9”, whose level is 9; type a whole number from 1 to 5"),
    ("priority out of range", put("Projects", "B2", 0.0), "Projects!B2: Priority is 0; type a whole number from 1 to 5"),
    ("unknown status", put("Projects", "C2", "Paused"), "Projects!C2: Status is “Paused”; choose Proposed, Approved, Active, On hold, Completed, Cancelled"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [pytest.param(change, said, id=name) for name, change, said in CASES])
def test_a_bad_workbook_is_refused_at_its_cell(change: Change, said: str) -> None:
    found = imported(book(sheets(change)))
    assert found.portfolio is None
    assert [str(each) for each in errors(found.findings)] == [said]


def refused(*changes: Change) -> list[str]:
    found = imported(book(sheets(*changes)))
    assert found.portfolio is None
    return [str(each) for each in errors(found.findings)]


def test_references_on_every_sheet_are_followed() -> None:
    monday = dt.date(2027, 1, 4)
    assert refused(
        add("Holidays", ["Calendar", "Date"], ["Offcie", monday]),
        add("Absences", ["Resource", "From", "To"], ["Anne", monday, monday]),
        add("Demand weeks", ["Demand", "Week", "Hours"], ["Bild", monday, 1.0]),
        add("Bookings", ["Demand", "Resource", "Week", "Hours"], ["D2", "Bobby", monday, 1.0]),
        add("Dependencies", ["Predecessor", "Successor"], ["Apollo", "Betta"]),
        put("Settings", "A5", "Default calendar"),
        put("Settings", "B5", "Office"),
    ) == [
        "Settings!B5: Default calendar “Office” is not among the calendars; add it to the sheet Calendars",
        "Holidays!A2: Calendar “Offcie” is not among the calendars; add it to the sheet Calendars",
        "Absences!A2: Resource “Anne” is not among the resources; write “Ann”, or add “Anne” to the sheet Resources",
        "Demand weeks!A2: Demand “Bild” is not among the demands; write “Build”, or add “Bild” to the sheet Demands",
        "Bookings!B2: Resource “Bobby” is not among the resources; write “Bob”, or add “Bobby” to the sheet Resources",
        "Dependencies!B2: Successor “Betta” is not among the projects; write “Beta”, or add “Betta” to the sheet Projects",
    ]


def test_a_week_that_is_no_monday_is_said_with_its_monday() -> None:
    tuesday = dt.date(2027, 1, 5)
    assert refused(add("Bookings", ["Demand", "Resource", "Week", "Hours"], ["D2", "Bob", tuesday, 1.0])) == [
        "Bookings!C2: Week is 2027-01-05, a Tuesday; type a Monday such as 2027-01-04"
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.8, "Percent is 0.8, which reads like a fraction; type 80 for 80 %"),
        (101.0, "Percent is 101; type a number from 0 to 100"),
        ("80 %", "Percent is “80 %”, which is no number; type a number such as 80 for 80 %"),
    ],
)
def test_a_fraction_or_more_than_all_is_no_percentage(value: float | str, said: str) -> None:
    day = dt.date(2027, 1, 4)
    assert refused(add("Absences", ["Resource", "From", "To", "Percent"], ["Ann", day, day, value])) == [f"Absences!D2: {said}"]


def test_the_cost_of_delay_may_be_less_than_one_percent() -> None:
    found = imported(book(sheets(put("Settings", "A5", "Delay cost"), put("Settings", "B5", 0.5))))
    assert found.portfolio is not None
    assert found.portfolio.settings.delay_cost == 0.5


def test_dependencies_on_itself_and_in_a_circle_are_said() -> None:
    headings = ["Predecessor", "Successor"]
    assert refused(add("Dependencies", headings, ["Apollo", "Beta"], ["Beta", "Apollo"], ["Beta", "Beta"])) == [
        "Dependencies!B3: Successor closes a circle: Apollo → Beta → Apollo; remove one of these dependencies",
        "Dependencies!B4: Successor is the predecessor itself; name another project",
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Office", "XX", None], "Calendars!B2: Country is “XX”, of which no public holidays are known; type an ISO code such as DE, or leave it blank"),
        (["Office", "DE", "XX"], "Calendars!C2: Subdivision is “XX”, which is not known in DE; type the last part of its ISO code, such as BY for DE-BY, or leave it blank"),
        (["Office", None, "BY"], "Calendars!C2: Subdivision is “BY”, and the country is blank; type the country's ISO code, such as DE"),
    ],
)  # fmt: skip
def test_a_place_without_known_public_holidays_is_said(row: list[str | None], said: str) -> None:
    assert refused(add("Calendars", ["Calendar", "Country", "Subdivision"], row)) == [said]


def test_every_fault_is_found_at_once_in_the_order_of_the_workbook() -> None:
    assert refused(put("Demands", "F2", "x"), put("Demands", "B2", "Apolo"), put("Resources", "C2", 6.0), put("Settings", "B4", 0.0)) == [
        "Settings!B4: Weeks is 0; type a whole number from 1 to 520",
        "Resources!C2: Level is 6; type a whole number from 1 to 5",
        "Demands!B2: Project “Apolo” is not among the projects; write “Apollo”, or add “Apolo” to the sheet Projects",
        "Demands!F2: Hours per week is “x”, which is no number; type a number such as 7.5",
    ]


def test_what_refers_to_an_unreadable_sheet_is_not_called_missing() -> None:
    assert refused(put("Projects", "A1", "Name of it")) == ["Projects: the column Project is missing; add it to row 1"]
    assert refused(without("Resources"), put("Demands", "H1", "Resource"), put("Demands", "H2", "Ann")) == [
        "Resources: the sheet is missing; add it with the columns Resource, Role"
    ]


def test_many_unknown_names_are_all_said_quickly() -> None:
    rows = [["Build", f"Somebody {number}", dt.date(2027, 1, 4), 1.0] for number in range(3_000)]
    found = refused(add("Bookings", ["Demand", "Resource", "Week", "Hours"], *rows))
    assert len(found) == 3_000


def test_a_bad_workbook_on_disk_is_refused_with_its_cells(tmp_path: Path) -> None:
    made = sheets(put("Demands", "F2", "x"), put("Demands", "E2", dt.date(2027, 1, 1)))
    for path in (write_xlsx(tmp_path / "a.xlsx", made), write_csv(tmp_path / "a", made)):
        found = load(path)
        assert found.portfolio is None
        assert [each.place for each in errors(found.findings)] == ["Demands!E2", "Demands!F2"]
