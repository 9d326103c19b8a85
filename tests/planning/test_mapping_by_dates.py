"""Lists of person, project, from, to and how much: bookings upon the demands that fit, everything doubtful told at its cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import booking, calendar, demand, demand_week, holiday, portfolio, project, resource

from data.entities import BookingKind
from data.portfolio import Portfolio
from planner.importing.comparing import compare
from planner.importing.guessing import guessed
from planner.importing.guessing.tables import Names, guess
from planner.importing.loading import Imported
from planner.importing.mapping.applying import imported_by
from planner.importing.mapping.mapping_file import mapping_of, mapping_text
from planner.importing.mapping.values import BookMapping, TableMapping, Target, Unit
from tests.planning.sheet_builders import Rows, book

JANUARY = dt.date(2027, 1, 4)
HEAD = ["Person", "Project", "From", "To", "%"]


def day(number: int) -> dt.date:
    """A day of January and after: 4 is the first Monday planned."""
    return dt.date(2026, 12, 31) + dt.timedelta(days=number)


def case() -> Portfolio:
    return portfolio(
        calendar("Part", (0, 1, 2)),
        holiday("Part", day(12)),
        resource("Anna", "Backend", other_roles=(("Tester", 3),)),
        resource("Ben", "Tester", hours_per_week=24.0, calendar_id="Part"),
        project("Apollo"),
        project("Gemini"),
        demand("Build", "Apollo", "Backend", first=1, last=2),
        demand("Check", "Apollo", "Tester", first=3, last=4),
        start=JANUARY,
        weeks=8,
    )


def taken(rows: Rows, base: Portfolio | None = None, mapping: BookMapping | None = None, sheet: str = "Sheet1") -> Imported:
    read = book({sheet: rows})
    return imported_by(read, mapping or guessed(read, base, "Book"), base, "Book")


def hours(found: Imported) -> dict[tuple[str, str, int], float]:
    """Hours by demand, person and number of the week."""
    assert found.portfolio is not None, [str(each) for each in found.findings]
    made = found.portfolio
    return {
        (made.demands[each.demand_id].name, made.resources[each.resource_id].name, (each.week - JANUARY).days // 7 + 1): each.hours
        for each in made.bookings.values()
    }


def told(found: Imported, place: str) -> str:
    return next((str(each) for each in found.findings if str(each).startswith(place)), str([str(each) for each in found.findings]))


def target(rows: Rows, base: Portfolio | None = None, sheet: str = "Sheet1") -> TableMapping:
    return guessed(book({sheet: rows}), base, "Book").tables[0]


def test_a_row_is_booked_week_by_week_upon_the_demand_that_fits_by_role_and_dates() -> None:
    found = taken([HEAD, ["Anna", "Apollo", day(6), day(29), "50 %"]], case())
    assert hours(found) == {
        ("Build", "Anna", 1): 12.0,  # Wednesday to Friday
        ("Build", "Anna", 2): 20.0,
        ("Check", "Anna", 3): 20.0,
        ("Check", "Anna", 4): 20.0,
    }
    assert "1 row is booked upon demands that are there" in told(found, "Sheet1: 1 row")


def test_where_no_demand_fits_one_of_the_persons_role_is_made_that_asks_for_just_these_hours() -> None:
    found = taken([HEAD, ["Anna", "Gemini", day(4), day(15), 0.25], ["Ben", "Gemini", day(4), day(15), 1.0]], case())
    assert hours(found) == {
        ("Gemini – Backend", "Anna", 1): 10.0,
        ("Gemini – Backend", "Anna", 2): 10.0,
        ("Gemini – Tester", "Ben", 1): 24.0,
        ("Gemini – Tester", "Ben", 2): 16.0,  # his own holiday
    }
    made = found.portfolio
    assert made is not None
    asked = {(made.demands[each.demand_id].role, each.week, each.hours) for each in made.demand_weeks.values()}
    assert ("Tester", day(11), 16.0) in asked
    assert "Gemini – Backend, Gemini – Tester" in told(found, "Sheet1: 2 rows")


def test_the_same_list_twice_changes_nothing_and_a_shorter_one_takes_back() -> None:
    rows: Rows = [HEAD, ["Anna", "Apollo", day(4), day(46), 0.5], ["Ben", "Gemini", day(4), day(46), 0.5]]
    first = taken(rows, case()).portfolio
    assert first is not None
    again = taken(rows, first)
    assert again.portfolio is not None
    assert not compare(first, again.portfolio).changes
    shorter = taken([HEAD, ["Anna", "Apollo", day(4), day(10), 0.5]], first)
    assert [key for key in hours(shorter) if key[1] == "Anna"] == [("Build", "Anna", 1)]
    assert [key for key in hours(shorter) if key[1] == "Ben"] == [key for key in hours(again) if key[1] == "Ben"]


def test_another_teams_list_upon_a_demand_made_by_the_first_leaves_the_first_teams_hours_asked() -> None:
    first = taken([HEAD, ["Anna", "Gemini", day(4), day(8), 0.5]], case()).portfolio
    assert first is not None
    second = taken([[*HEAD, "Role"], ["Ben", "Gemini", day(4), day(8), 1.0, "Backend"]], first)
    made = second.portfolio
    assert made is not None
    assert [each.hours for each in made.demand_weeks.values()] == [44.0]


@pytest.mark.parametrize(
    ("heading", "figure", "week"),
    [
        ("%", 50.0, 12.0),  # of a week of 24 hours
        ("Allocation", "50%", 12.0),
        ("FTE", 0.5, 20.0),
        ("Hours per week", 9.0, 9.0),
        ("Hours", 9.0, 9.0),
        ("Days per week", 1.0, 8.0),
        ("Allocation", "1 d/week", 8.0),
        ("Total hours", 60.0, 60.0),
        ("Person days", 3.0, 24.0),
    ],
)
def test_how_much_may_be_said_in_any_unit(heading: str, figure: object, week: float) -> None:
    found = taken([["Person", "Project", "From", "To", heading, "Booked"], ["Ben", "Gemini", day(4), day(10), figure, None]], case())
    assert hours(found) == {("Gemini – Tester", "Ben", 1): week}


def test_a_status_says_row_by_row_how_firm_a_booking_is_and_cancelled_ones_are_left_out() -> None:
    rows: Rows = [
        [*HEAD, "Status"],
        ["Anna", "Apollo", day(4), day(8), 0.5, "Confirmed"],
        ["Anna", "Gemini", day(4), day(8), 0.2, "Tentative"],
        ["Ben", "Gemini", day(4), day(8), 0.2, "Cancelled"],
    ]
    made = taken(rows, case()).portfolio
    assert made is not None
    assert sorted((each.kind, each.hours) for each in made.bookings.values()) == [(BookingKind.HARD, 20.0), (BookingKind.SOFT, 8.0)]


def test_headings_and_words_tell_bookings_from_demands() -> None:
    row: list[object] = ["Anna", "Apollo", day(4), day(8), 20.0]
    plain: Rows = [["Person", "Project", "Role", "Start", "End", "Hours per week"], [*row[:2], "Backend", *row[2:]]]
    assert target(plain).target is Target.BOOKED_BY_DATES
    assert target(plain, sheet="Resource requests").target is Target.DEMANDS
    assert target([["Person", "Project", "Required role", "Start", "End", "Hours per week"], plain[1]]).target is Target.DEMANDS
    assert target([HEAD[:4], row[:4]]).target is Target.BOOKED_BY_DATES
    assert dict(target([HEAD[:4], row[:4]], case()).fixed) == {"Percent": "100"}
    absences: Rows = [["Person", "From", "To", "%"], ["Anna", day(4), day(8), 1.0]]
    assert target(absences).target is Target.ABSENCES
    nobody: Rows = [plain[0], *([None, *plain[1][1:]] for _ in range(3)), plain[1]]
    assert target(nobody).target is Target.DEMANDS


def test_the_same_rows_are_demands_where_the_user_says_so() -> None:
    rows: Rows = [[*HEAD, "Role"], ["Anna", "Apollo", day(4), day(8), 50.0, "Backend"]]
    read = book({"Sheet1": rows})
    table = guess(read.sheets[0], Names(), "Book", None, Target.DEMANDS)
    found = imported_by(read, BookMapping((table,)), case(), "Book")
    assert found.portfolio is not None
    new = next(each for each in found.portfolio.demands.values() if each.name.startswith("Apollo –"))
    assert (new.fte, new.resource_id) == (0.5, "Anna")


def test_what_is_doubtful_is_told_at_its_cell_and_taken_as_it_stands() -> None:
    rows: Rows = [
        HEAD,
        ["Anna", "Apollo", day(4), day(8), 0.8],
        ["Anna", "Gemini", day(4), day(8), 0.6],
        [None, None, None, None, None],
        ["Zoe", "Gemini", day(4), day(8), 0.5],
        ["Ben", "Gemini", day(50), day(70), 0.5],
        ["Ben", "Apollo", day(18), None, 0.5],
        ["Total", None, None, None, 2.4],
    ]
    found = taken(rows, case())
    assert found.portfolio is not None
    assert "Anna is booked for more than there is in 1 week, 56.0 h of 40.0 h; rows 2, 3, worst in the week of 2027-01-04" in told(
        found, "Sheet1!E3"
    )
    assert "“Zoe” is not among the resources; added as Staff" in told(found, "Sheet1!A5")
    assert "part of the booking is after the last day planned, 2027-02-28" in told(found, "Sheet1!D6")
    assert "Finish is blank; it is taken to be 2027-02-28" in told(found, "Sheet1!D7")
    assert "left out as totals" in told(found, "Sheet1!8:8")
    staff = next(each for each in found.portfolio.resources.values() if each.name == "Zoe")
    assert staff.role == "Staff"
    assert {each.role for each in found.portfolio.demands.values()} == {"Backend", "Tester", "Staff"}


def test_what_cannot_be_read_keeps_the_list_out_and_names_the_cells() -> None:
    rows: Rows = [
        HEAD,
        ["Anna", "Apollo", "soon", day(8), 0.8],
        ["Anna", "Apollo", day(8), day(4), 0.8],
        ["Anna", "Apollo", day(4), day(8), "much"],
        ["Anna", "Apollo", day(4), day(8), None],
    ]
    found = taken(rows, case())
    assert found.portfolio is None
    assert "Start is “soon”" in told(found, "Sheet1!C2")
    assert "Finish 2027-01-04 is before Start 2027-01-08" in told(found, "Sheet1!D3")
    assert "Percent is “much”" in told(found, "Sheet1!E4")
    assert "the row says no hours" in told(found, "Sheet1!E5")


def test_of_several_demands_that_fit_the_one_with_most_of_the_time_is_taken_and_said() -> None:
    base = case().holding(demand("Build too", "Apollo", "Backend", first=1, last=1))
    found = taken([HEAD, ["Anna", "Apollo", day(4), day(15), 0.5]], base)
    assert {key[0] for key in hours(found)} == {"Build"}
    assert "booked upon Build, not upon Build too" in told(found, "Sheet1!B2")


def test_a_demand_that_stands_by_its_weeks_is_booked_only_in_those() -> None:
    base = case().holding(
        demand("Later", "Gemini", "Backend", first=1, last=4, hours_per_week=None),
        demand_week("Later", 2, 20.0),
        booking("Later", "Ben", 2, 4.0),
    )
    found = taken([HEAD, ["Anna", "Gemini", day(4), day(15), 0.5]], base)
    assert {key for key in hours(found) if key[1] == "Anna"} == {("Gemini – Backend", "Anna", 1), ("Later", "Anna", 2)}


def test_a_mapping_of_such_a_list_is_a_file_that_says_the_same_again() -> None:
    rows: Rows = [[*HEAD, "Status"], ["Anna", "Apollo", day(4), day(8), 0.5, "Confirmed"]]
    mapping = guessed(book({"Staffing": rows}), case(), "Book")
    assert mapping_of(mapping_text(mapping)) == mapping
    column = mapping.tables[0].column("Percent")
    assert column is not None
    assert column.unit is Unit.SHARE
    hard = replace(mapping, tables=(replace(mapping.tables[0], columns=mapping.tables[0].columns[:-1], fixed=(("Type", "Hard"),)),))
    made = taken(rows, case(), hard, sheet="Staffing").portfolio
    assert made is not None
    assert [each.kind for each in made.bookings.values()] == [BookingKind.HARD]
