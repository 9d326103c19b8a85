"""A mapped book beside the portfolio that is open: what it renews, what stays, and every finding at the user's own cell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from builders import absence, booking, calendar, demand, demand_week, holiday, portfolio, project, resource

from data.findings import warning
from data.portfolio import Kind, Portfolio
from planner.importing.comparing import compare, tallies
from planner.importing.guessing import guessed
from planner.importing.loading import Imported
from planner.importing.mapping.applying import imported_by
from planner.importing.mapping.mapping_file import BadMappingFileError, mapping_of, mapping_text, read_mapping
from planner.importing.mapping.memory import recalled, remember
from planner.importing.mapping.values import BookMapping, ColumnMapping, Unit
from tests.planning.sheet_builders import Rows, book

WEEKS = [dt.date(2027, 1, 4), dt.date(2027, 1, 11), dt.date(2027, 1, 18)]


def case() -> Portfolio:
    return portfolio(
        resource("Ann", level=4, hours_per_week=30.0, team="Core"),
        resource("Bob", "Tester"),
        absence("Bob", dt.date(2027, 1, 11), dt.date(2027, 1, 15)),
        project("Apollo", 1, manager="Mia"),
        demand("Build", "Apollo"),
        booking("Build", "Ann", 1, 8.0),
        booking("Build", "Ann", 5, 6.0),
        start=WEEKS[0],
    )


def taken(made: dict[str, Rows], base: Portfolio | None = None, mapping: BookMapping | None = None, **how) -> Imported:
    read = book(made, **how)
    return imported_by(read, mapping or guessed(read, base, "Book"), base, "Book")


def changed(made: dict[str, Rows], base: Portfolio, **how) -> dict[Kind, tuple[int, int, int]]:
    found = taken(made, base, **how)
    assert found.portfolio is not None, [str(each) for each in found.findings]
    return {each.kind: (each.added, each.changed, each.removed) for each in tallies(compare(base, found.portfolio))}


def said(made: dict[str, Rows], base: Portfolio | None = None, **how) -> list[str]:
    return [str(each) for each in taken(made, base, **how).findings]


def test_columns_that_a_list_lacks_stay_as_they_are() -> None:
    found = taken({"Team": [["Employee", "Weekly hours"], ["Ann", 24.0]]}, case())
    assert found.portfolio is not None
    ann = next(iter(found.portfolio.resources.values()))
    assert (ann.hours_per_week, ann.level, ann.team, ann.role) == (24.0, 4, "Core", "Backend")
    assert changed({"Team": [["Employee", "Weekly hours"], ["Ann", 24.0]]}, case()) == {Kind.RESOURCE: (0, 1, 0)}


def test_a_blank_cell_of_a_column_that_is_there_is_the_default() -> None:
    found = taken({"Team": [["Employee", "Role", "Team"], ["Ann", "Backend", None]]}, case())
    assert found.portfolio is not None
    assert next(iter(found.portfolio.resources.values())).team == ""


def test_what_a_list_does_not_name_stays_unless_it_is_complete() -> None:
    made: dict[str, Rows] = {"Team": [["Employee", "Role"], ["Ann", "Backend"], ["Cid", "Tester"]]}
    assert changed(made, case()) == {Kind.RESOURCE: (1, 0, 0)}
    guess = guessed(book(made), case(), "Book")
    complete = replace(guess, tables=(replace(guess.tables[0], complete=True),))
    found = taken(made, case(), complete)
    assert found.portfolio is not None
    assert {each.kind: each.removed for each in tallies(compare(case(), found.portfolio)) if each.removed} == {
        Kind.RESOURCE: 1,
        Kind.ABSENCE: 1,
    }


def test_a_matrix_renews_the_weeks_it_speaks_of_and_no_others() -> None:
    made: dict[str, Rows] = {"Bookings": [["Resource", "Demand", *WEEKS], ["Ann", "Build", None, 12.0, 12.0]]}
    assert changed(made, case()) == {Kind.BOOKING: (2, 0, 1)}
    found = taken(made, case())
    assert found.portfolio is not None
    assert sorted((f"{each.week:%m-%d}", each.hours) for each in found.portfolio.bookings.values()) == [
        ("01-11", 12.0), ("01-18", 12.0), ("02-01", 6.0),
    ]  # fmt: skip


def test_a_demands_weeks_are_renewed_under_its_own_name() -> None:
    base = case().holding(demand_week("Build", 1, 20.0), demand_week("Build", 2, 20.0), demand_week("Build", 6, 20.0))
    made: dict[str, Rows] = {"Demand": [["Project", "Role", *WEEKS], ["Apollo", "Backend", 20.0, 30.0, None]]}
    assert changed(made, base) == {Kind.DEMAND_WEEK: (0, 1, 0)}


def test_a_booking_that_could_be_on_two_demands_asks_for_the_demand() -> None:
    base = case().holding(demand("Mend", "Apollo"))
    made: dict[str, Rows] = {"Bookings": [["Person", "Project", *WEEKS], ["Ann", "Apollo", 8.0, 8.0, 8.0]]}
    assert said(made, base) == ["Bookings!B2: Apollo has several demands for Backend (Build, Mend); add a column that names the demand"]


def test_findings_name_the_cells_of_the_users_own_sheet() -> None:
    made: dict[str, Rows] = {
        "Plan": [
            ["Resource plan 2027"],
            [],
            [None, "Employee", "Project", *WEEKS],
            [None, "Ann", "Apollo", 8.0, "eight", -1.0],
            [None, "Anna", "Apollo", 8.0, None, None],
        ]
    }
    guess = guessed(book(made), case(), "Book")
    plain = replace(guess, tables=(replace(guess.tables[0], fixed=()),))
    assert [str(each) for each in taken(made, case(), plain).findings] == [
        "Plan!E4: the figure is “eight”, which is no number; type a number such as 7.5",
        "Plan!F4: the figure is -1; type 0 or more",
        "Plan!B5: “Anna” is not among the resources; write “Ann”, or add it, or say a role for every row",
    ]


def test_a_finding_of_a_list_is_at_its_cell_whatever_row_the_headings_stand_in() -> None:
    made: dict[str, Rows] = {"Projects": [["Our projects"], [], ["Prio", "Project name"], ["Highish", "Apollo"], [7.0, "Beta"]]}
    assert said(made) == [
        "Projects!A4: Priority is “Highish”, which is no number; type a whole number",
        "Projects!A5: Priority is 7; type a whole number from 1 to 5",
    ]


def test_a_date_that_could_be_two_days_is_said_until_the_order_is_known() -> None:
    made: dict[str, Rows] = {"Projects": [["Project", "Start", "Finish"], ["Apollo", "03/04/2027", "05/06/2027"]]}
    assert "Projects!B2: Start is “03/04/2027”, which could be two days; type 2027-04-03 or 2027-03-04" in said(made)
    guess = guessed(book(made), None, "Book")
    american = replace(guess, tables=(replace(guess.tables[0], dates="mdy"),))
    found = taken(made, None, american)
    assert found.portfolio is not None
    assert next(iter(found.portfolio.projects.values())).start == dt.date(2027, 3, 4)


def test_spreading_left_out_rows_and_new_projects_are_said() -> None:
    made: dict[str, Rows] = {
        "Demand": [["Project", "Role", "Jan 27", "Feb 27"], ["Apollo", "Backend", 160.0, 80.0], ["Total", None, 160.0, 80.0]]
    }
    assert said(made) == [
        "Settings: no sheet says when the portfolio begins; it is taken to begin on 2026-12-28 and to last 9 weeks",
        "Demand: months are spread over their weeks by working days; the hours of each stay the same",
        "Demand: 1 project is on no list; it is added with priority 3",
        "Demand!3:3: row 3: left out as totals or the like",
    ]


@pytest.mark.parametrize("word", ["TBD", "tbd 2", "N.N.", "Vacant"])
def test_a_booking_of_nobody_asks_and_books_nobody(word: str) -> None:
    made: dict[str, Rows] = {
        "Plan": [
            ["Person", "Project", "Role", *WEEKS],
            ["Ann", "Beta", "Backend", 8.0, 8.0, None],
            [word, "Beta", "Backend", 4.0, 4.0, 4.0],
        ]
    }
    found = taken(made, case())
    assert found.portfolio is not None, [str(each) for each in found.findings]
    assert [each.name for each in found.portfolio.resources.values()] == ["Ann", "Bob"]
    asked = next(each.id for each in found.portfolio.demands.values() if each.name == "Beta – Backend")
    assert sorted((each.week, each.hours) for each in found.portfolio.demand_weeks.values() if each.demand_id == asked) == [
        (WEEKS[0], 12.0), (WEEKS[1], 12.0), (WEEKS[2], 4.0)
    ]  # fmt: skip
    assert [each.hours for each in found.portfolio.bookings.values() if each.demand_id == asked] == [8.0, 8.0]
    assert f"Plan: “{word}” names nobody; the hours are asked of the role, and nobody is booked for them" in [
        str(each) for each in found.findings
    ]


def test_a_resource_that_is_called_as_nobody_is_booked() -> None:
    made: dict[str, Rows] = {
        "Team": [["Person", "Role"], ["TBD", "Backend"]],
        "Plan": [["Person", "Project", "Role", *WEEKS], ["TBD", "Beta", "Backend", 4.0, 4.0, 4.0]],
    }
    found = taken(made)
    assert found.portfolio is not None
    assert len(found.portfolio.bookings) == len(WEEKS)


def test_a_year_that_nothing_names_is_said() -> None:
    made: dict[str, Rows] = {"Demand": [["Project", "Role", "W1", "W2"], ["Apollo", "Backend", 16.0, 8.0]]}
    assert "Demand: the headings name no year; they are taken to begin in 2027" in said(made, case())


def test_months_are_spread_by_the_portfolios_own_days_off() -> None:
    base = portfolio(calendar("House"), holiday("House", dt.date(2027, 1, 1)), default_calendar_id="House", start=WEEKS[0])
    made: dict[str, Rows] = {"Demand": [["Project", "Role", "Jan 27", "Feb 27"], ["Apollo", "Backend", 200.0, 80.0]]}
    found = taken(made, base)
    assert found.portfolio is not None
    assert min(each.week for each in found.portfolio.demand_weeks.values()) == WEEKS[0]


def test_figures_in_a_row_without_a_name_are_said_and_left_out() -> None:
    made: dict[str, Rows] = {"Bookings": [["Person", "Project", *WEEKS], ["Ann", "Apollo", 8.0, 8.0, 8.0], [None, None, 8.0, 9.0, 9.0]]}
    assert "Bookings!3:3: the row has figures but no resource; they are left out, as a total would be" in said(made, case())


def test_merged_cells_that_a_mapping_fills_are_not_said() -> None:
    made: dict[str, Rows] = {"Team": [["Team", "Person", "Role"], ["Core", "Ann", "Backend"], [None, "Bob", "Tester"]]}
    read = replace(book(made, merged={"Team": ("A2:A3",)}), findings=(warning("Team!A2:A3", "the cells are merged"),))
    found = imported_by(read, guessed(read), None, "Book")
    assert found.portfolio is not None
    assert [each.team for each in found.portfolio.resources.values()] == ["Core", "Core"]
    assert not any("merged" in str(each) for each in found.findings)


def test_what_a_mapping_needs_and_does_not_say_is_an_error_of_its_sheet() -> None:
    made: dict[str, Rows] = {"Team": [["Person", "Role"], ["Ann", "Backend"]]}
    guess = guessed(book(made))
    blind = replace(guess, tables=(replace(guess.tables[0], columns=(ColumnMapping("Role", "Role"), ColumnMapping("Who", "Resource"))),))
    found = taken(made, None, blind)
    assert found.portfolio is None
    assert [str(each) for each in found.findings][:1] == ["Team: there is no column “Who” for Resource; it is taken to be blank"]
    lost = replace(guess, tables=(replace(guess.tables[0], columns=()),))
    assert "Team: no column says the Resource; choose the column, or say what it is in every row" in [
        str(each) for each in taken(made, None, lost).findings
    ]


EVERYTHING: dict[str, Rows] = {
    "Team": [["Our “team”"], ["Resource_Name", "Capacity (FTE)", "Seniority"], ["Ann", 0.8, "Senior"], ["Total", None, None]],
    "Load": [["Who", "Project", *WEEKS], ["Ann", "Apollo", 8.0, 8.0, 8.0]],
    "Notes": [["Remember"]],
}


def test_a_mapping_is_a_file_that_says_the_same_again() -> None:
    guess = replace(guessed(book(EVERYTHING)), standard_week=37.5)
    assert mapping_of(mapping_text(guess)) == replace(
        guess, tables=tuple(each if each.columns else replace(each, header=(0, 0)) for each in guess.tables)
    )
    assert guess.tables[0].columns[1] == ColumnMapping("Capacity (FTE)", "Hours per week", Unit.FTE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("standard_week = 0", "standard_week is 0; type the hours of a full week, such as 40."),
        ("tables = 1", "“tables” is not known there"),
        ("[[tables]]\ntable = 'Projects'", "table 1: names no sheet"),
        ("[[tables]]\nsheet = 'A'\ntable = 'People'", "table 1: table is “People”; choose Settings, Calendars"),
        (
            "[[tables]]\nsheet = 'A'\ntable = 'Projects'\n[tables.columns]\nName = 'Projekt'",
            "“Projekt” is no column of Projects; they are Project,",
        ),
        ("[[tables]]\nsheet = 'A'\ntable = 'Projects'\nheadings = [0]", "headings should be the numbers of their rows"),
        ("[[tables]]\nsheet = 'A'\ntable = 'Projects'\nacros = 'weeks'", "acros is not known; is across meant?"),
        ("[[tables]]\nsheet = 'A'\ntable = 'Projects'\ndates = 'ydm'", "dates is “ydm”; write dmy, mdy or ymd"),
        ("[[tables]]\nsheet = 'A'\ntable = 'Projects'\nyear = true", "year is of another kind than it should be"),
        ("sheet : A", "is no TOML"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(text)
    with pytest.raises(BadMappingFileError) as refused:
        read_mapping(path)
    assert told in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_mapping_is_remembered_by_its_headings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path))
    march = book({"March": [["Who", "Grade", "What", *WEEKS], ["Ann", "Senior", "Apollo", 8.0, 8.0, 8.0]]})
    guess = guessed(march)
    mine = replace(guess, tables=(replace(guess.tables[0], unit=Unit.DAYS, fixed=(("Role", "Clerk"),), complete=True),))
    assert recalled(march, guess) == (guess, ())
    remember(march, mine)
    later = [day + dt.timedelta(weeks=9) for day in WEEKS]
    april = book(
        {"April": [["Who", "Grade", "What", *later], ["Bob", "Senior", "Beta", 1.0, 2.0, 2.0], ["Total", None, None, 1.0, 2.0, 2.0]]}
    )
    again, sheets = recalled(april, guessed(april))
    assert sheets == ("April",)
    assert dataclasses.asdict(again.tables[0]) == dataclasses.asdict(mine.tables[0]) | {"sheet": "April", "leave_out": ("Total",)}
    other = book({"April": [["Who", "What", *later], ["Bob", "Beta", 1.0, 2.0, 2.0]]})
    assert recalled(other, guessed(other))[1] == ()


def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path))
    read = book({"Team": [["Who", "Role"], ["Ann", "Backend"]]})
    remember(read, guessed(read))
    for file in (tmp_path / "mappings").iterdir():
        file.write_text("what is this")
    assert recalled(read, guessed(read)) == (guessed(read), ())


def booked_by(person: str, project: str, prio: str | float | None, *, demand: str = "") -> list:
    return [person, project, demand or None, prio, 8.0, 8.0, None]


BOOKED_HEADINGS = ["Person", "Project", "Demand", "Priority", *WEEKS]


def test_how_firm_bookings_are_is_said_and_can_be_said_for_every_row() -> None:
    made: dict[str, Rows] = {"Plan": [["Person", "Project", *WEEKS], ["Ann", "Apollo", 8.0, 8.0, None]]}
    (told,) = said(made, case())
    assert told.startswith("Plan: no column says how firm the bookings are; all are taken as soft: a plan may move them")
    guess = guessed(book(made), case(), "Book")
    hard = replace(guess, tables=(replace(guess.tables[0], fixed=(("Type", "Hard"),)),))
    found = taken(made, case(), hard)
    assert found.portfolio is not None
    assert [each.kind.value for each in found.portfolio.bookings.values() if each.week in WEEKS] == ["Hard", "Hard"]
    assert [str(each) for each in found.findings] == [
        "Plan: no column says how firm the bookings are; all are taken as hard: a plan keeps them"
    ]


def test_the_column_that_says_how_firm_bookings_are_is_named() -> None:
    made: dict[str, Rows] = {
        "Plan": [
            ["Person", "Project", "Certainty", *WEEKS],
            ["Ann", "Apollo", None, 8.0, None, None],
            ["Ann", "Apollo", "firm", None, 6.0, 6.0],
        ]
    }
    assert said(made, case()) == [
        "Plan: by the column “Certainty” 12 h are booked hard and 8 h soft; a plan keeps what is hard and may move what is soft"
    ]


def test_priorities_of_rows_reach_projects_on_other_sheets_and_in_the_portfolio() -> None:
    made: dict[str, Rows] = {
        "Projects": [["Project", "Manager"], ["Beta", "Kim"]],
        "Plan": [BOOKED_HEADINGS, booked_by("Ann", "Apollo", 2.0), booked_by("Bob", "Beta", "High")],
    }
    found = taken(made, case())
    assert found.portfolio is not None
    assert {each.name: (each.priority, each.manager) for each in found.portfolio.projects.values()} == {
        "Apollo": (2, "Mia"),
        "Beta": (1, "Kim"),
    }


def test_rows_that_disagree_about_a_priority_are_said_and_change_none() -> None:
    made: dict[str, Rows] = {
        "Projects": [["Project", "Priority"], ["Beta", 4.0]],
        "Plan": [
            BOOKED_HEADINGS,
            booked_by("Ann", "Apollo", 2.0, demand="Build"),
            booked_by("Bob", "Apollo", 3.0, demand="Build"),
            booked_by("Bob", "Beta", 5.0),
        ],
    }
    found = taken(made, case())
    assert found.portfolio is not None
    assert {each.name: each.priority for each in found.portfolio.projects.values()} == {"Apollo": 1, "Beta": 4}
    warnings = [str(each) for each in found.findings if each.severity.value == "warning"]
    assert warnings == [
        "Plan!D3: Apollo has priority 3 here and 2 in Plan!2:2; neither is taken: write the same in all its rows, or change the priority on the page Projects",
        "Plan!D4: Beta has priority 5 here and 4 on the list of projects; the list counts",
    ]


def test_a_priority_that_is_none_is_an_error_at_its_cell() -> None:
    made: dict[str, Rows] = {"Plan": [BOOKED_HEADINGS, booked_by("Ann", "Apollo", 7.0)]}
    assert "Plan!D2: Priority is 7; type a whole number from 1 to 5" in said(made, case())


def test_a_list_of_demands_tells_its_projects_priority_too() -> None:
    made: dict[str, Rows] = {
        "Requests": [
            ["Project", "Role", "Start", "Finish", "Effort (days)", "Prio"],
            ["Apollo", "Backend", WEEKS[0], WEEKS[2], 10.0, "High"],
        ]
    }
    found = taken(made, case().holding(project("Apollo", 4)))
    assert found.portfolio is not None
    assert [each.priority for each in found.portfolio.projects.values()] == [1]
