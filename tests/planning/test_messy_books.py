"""Workbooks as PMOs keep them become a portfolio by the guess alone, and what is doubtful in them is said at its cell."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import calendar, portfolio, project, resource

from data.entities import Id
from data.portfolio import Kind, Portfolio
from data.workbook.reading import read
from planner.importing.guessing import guessed
from planner.importing.loading import Imported
from planner.importing.mapping.applying import imported_by
from planner.importing.mapping.own_days import english_days
from tests.planning.messy_books import capacity_book, staffing_book, week_plan_book
from tests.planning.sheet_builders import Rows, book


def taken(make: Callable[[Path], Path], folder: Path) -> tuple[Portfolio, list[str]]:
    sheets = read(make(folder / "book.xlsx"))
    found = imported_by(sheets, guessed(sheets, None, "Book"), None, "Book")
    said = [str(each) for each in found.findings]
    assert found.portfolio is not None, said
    return found.portfolio, said


def asked(made: Portfolio) -> dict[str, float]:
    hours: dict[str, float] = defaultdict(float)
    for each in made.demand_weeks.values():
        hours[made.demands[each.demand_id].name] += each.hours
    return {name: round(total, 2) for name, total in hours.items()}


def test_people_with_contracts_and_days_as_text_projects_with_words_and_needs_by_month(tmp_path: Path) -> None:
    made, said = taken(capacity_book, tmp_path)
    assert [(each.name, each.role, each.hours_per_week, each.calendar_id and made.calendars[each.calendar_id].working_days) for each in
            made.resources.values()] == [
        ("Baker, Ruth", "Developer", 32.0, (0, 1, 2, 3)),
        ("Chen, Li", "Developer", 40.0, None),
        ("Dahl, Nils", "Tester", 20.0, (0, 1, 2)),
        ("Evans, Tom", "Architect", 40.0, None),
    ]  # fmt: skip
    assert [(each.name, each.priority, each.status.value, each.start, each.finish) for each in made.projects.values()] == [
        ("Apollo", 1, "Active", dt.date(2027, 3, 1), dt.date(2027, 6, 30)),
        ("Gemini", 3, "Approved", dt.date(2027, 4, 1), dt.date(2027, 8, 31)),
        ("Mercury", 5, "On hold", dt.date(2027, 3, 15), dt.date(2027, 7, 30)),
    ]
    assert asked(made) == {"Apollo – Developer": 788.0, "Apollo – Tester": 216.0, "Gemini – Developer": 260.0, "Gemini – Architect": 103.2}
    assert any("FTE needs!F8: the figure is “tbd”; taken as no hours" in each for each in said)
    assert any("working days become calendars: Mon-Thu, Mon-Wed" in each for each in said)


def test_a_plan_by_calendar_week_under_merged_titles_with_sums_and_a_list_of_leave(tmp_path: Path) -> None:
    made, _ = taken(week_plan_book, tmp_path)
    assert {each.name: each.role for each in made.resources.values()} == {"Anna Ott": "Entwicklung", "Ben Roth": "Test"}
    assert asked(made) == {
        "Portal – Entwicklung": 112.0, "Betrieb – Entwicklung": 40.0, "Portal – Test": 64.0, "Archiv – Test": 32.0, "Archiv – Entwicklung": 64.0,
    }  # fmt: skip
    assert sum(each.hours for each in made.bookings.values()) == 248.0
    assert [(each.first, each.last) for each in made.absences.values()] == [
        (dt.date(2027, 2, 22), dt.date(2027, 2, 26)),
        (dt.date(2027, 3, 15), dt.date(2027, 3, 16)),
    ]


def test_a_list_of_who_is_on_what_with_dates_in_two_styles_and_a_status(tmp_path: Path) -> None:
    made, said = taken(staffing_book, tmp_path)
    booked: dict[tuple[str, str], float] = defaultdict(float)
    for each in made.bookings.values():
        booked[made.resources[each.resource_id].name, each.kind.value] += each.hours
    assert booked == {("Ines Wolf", "Hard"): 312.0, ("Ines Wolf", "Soft"): 168.0, ("Omar Diaz", "Hard"): 704.0}
    assert asked(made)["Lighthouse – Consultant"] == 424.0  # hers, and what nobody is named for
    assert any("row 8: left out, as they are cancelled" in each for each in said)
    assert any("Staffing!G6: Ines Wolf is booked for more than there is in 7 weeks, 48.0 h of 40.0 h; rows 5, 6" in each for each in said)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mo-Do", "Mon-Thu"),
        ("Mo – Do", "Mon-Thu"),
        ("Mo, Di, Do", "Mon,Tue,Thu"),
        ("Montag bis Mittwoch", "Mon-Wed"),
        ("Tuesday to Friday", "Tuesday-Friday"),
        ("Mo+Mi", "Mon,Wed"),
        ("flexible", "flexible"),
    ],
)
def test_days_are_read_in_the_words_that_people_write(written: str, meant: str) -> None:
    assert english_days(written) == meant


def people(rows: Rows, base: Portfolio) -> Imported:
    sheets = book({"People": [["Name", "Role", "Working days"], *rows]})
    return imported_by(sheets, guessed(sheets, base, "Book"), base, "Book")


def test_working_days_keep_a_calendar_that_has_them_and_take_the_country_of_the_default_one() -> None:
    base = portfolio(
        calendar("Office", country="DE"),
        calendar("Short", (0, 1, 2, 3)),
        resource("Ann", calendar_id="Short"),
        default_calendar_id=Id("Office"),
    )
    found = people(
        [["Ann", "Backend", "Mo-Do"], ["Ben", "Backend", "Mo-Fr"], ["Cid", "Backend", "Di-Do"], ["Dan", "Backend", "now and then"]], base
    )
    made = found.portfolio
    assert made is not None
    calendars = {each.name: made.calendars[each.calendar_id].name if each.calendar_id else None for each in made.resources.values()}
    assert calendars == {"Ann": "Short", "Ben": None, "Cid": "Tue-Thu", "Dan": None}
    new = next(each for each in made.calendars.values() if each.name == "Tue-Thu")
    assert (new.working_days, new.country) == ((1, 2, 3), "DE")
    assert any(str(each).startswith("People!C5: Working days is “now and then”") for each in found.findings)


def test_a_complete_list_says_nothing_of_what_it_only_names() -> None:
    base = portfolio(project("Apollo"), project("Gemini"), resource("Ann"), resource("Ben"))
    rows: Rows = [["Person", "Role", "Project", dt.date(2027, 1, 4), dt.date(2027, 1, 11)], ["Zoe", "Tester", "Mercury", 8.0, 8.0]]
    sheets = book({"Bookings": rows})
    guess = guessed(sheets, base, "Book")
    found = imported_by(sheets, replace(guess, tables=(replace(guess.tables[0], complete=True),)), base, "Book")
    assert found.portfolio is not None
    assert {each.name for each in found.portfolio.resources.values()} == {"Ann", "Ben", "Zoe"}
    assert len(found.portfolio.of(Kind.PROJECT)) == 3
