"""Sheets as PMOs keep them, guessed and taken in without a word from the user."""

from __future__ import annotations

import datetime as dt

import pytest

from data.entities import ProjectStatus
from data.portfolio import Portfolio
from planner.importing.comparing import compare
from planner.importing.guessing import guessed, is_contract
from planner.importing.mapping.applying import imported_by
from planner.importing.mapping.values import Span, Target, Unit
from tests.planning.sheet_builders import CASE, Rows, book, sheets

JANUARY = [dt.date(2027, 1, 4), dt.date(2027, 1, 11), dt.date(2027, 1, 18)]


def taken(made: dict[str, Rows], base: Portfolio | None = None, **how) -> Portfolio:
    read = book(made, **how)
    found = imported_by(read, guessed(read, base, "Book"), base, "Book")
    assert found.portfolio is not None, [str(each) for each in found.findings]
    again = imported_by(read, guessed(read, found.portfolio, "Book"), found.portfolio, "Book")
    assert again.portfolio is not None
    assert not compare(found.portfolio, again.portfolio), "the same book twice changes nothing"
    return found.portfolio


def table(made: dict[str, Rows], sheet: str = "", **how):
    found = guessed(book(made, **how), None, "Book")
    return found.table(sheet) if sheet else found.tables[0]


def bookings(portfolio: Portfolio) -> dict[tuple[str, str, str], float]:
    found = {}
    for each in portfolio.bookings.values():
        project = portfolio.projects[portfolio.demands[each.demand_id].project_id].name
        found[portfolio.resources[each.resource_id].name, project, f"{each.week:%m-%d}"] = each.hours
    return found


def weeks(portfolio: Portfolio) -> dict[tuple[str, str], float]:
    return {(portfolio.demands[each.demand_id].name, f"{each.week:%m-%d}"): each.hours for each in portfolio.demand_weeks.values()}


LISTS: dict[str, Rows] = {
    "People": [
        ["Resource_Name", "Weekly_Capacity", "Job Title", "Seniority"],
        ["Ann", 40.0, "Backend", "Senior"],
        ["Bob", "32,5", "Tester", "Junior"],
    ],
    "Portfolio": [
        ["Project Name", "Priority", "Start Date", "End Date", "State"],
        ["Apollo", "High", dt.date(2027, 1, 4), dt.date(2027, 3, 31), "In progress"],
        ["Beta", "Low", "01.02.2027", "30.04.2027", "Planned"],
    ],
    "Requests": [
        ["Project Name", "Skill", "From", "To", "Effort (days)"],
        ["Apollo", "Backend", dt.date(2027, 1, 4), dt.date(2027, 2, 26), 10.0],
        ["Gamma", "Tester", dt.date(2027, 2, 1), dt.date(2027, 3, 26), "12,5"],
    ],
}


def test_lists_under_other_headings_are_told_by_them():
    case = taken(LISTS)
    ann, bob = case.resources.values()
    assert (ann.name, ann.role, ann.level, ann.hours_per_week) == ("Ann", "Backend", 4, 40.0)
    assert (bob.level, bob.hours_per_week) == (2, 32.5)
    apollo, beta, gamma = sorted(case.projects.values(), key=lambda each: each.name)
    assert (apollo.priority, apollo.status, apollo.finish) == (1, ProjectStatus.ACTIVE, dt.date(2027, 3, 31))
    assert (beta.priority, beta.start) == (5, dt.date(2027, 2, 1))
    assert gamma.priority == 3
    first, second = case.demands.values()
    assert (first.name, first.total_hours, second.total_hours) == ("Apollo – Backend", 80.0, 100.0)
    assert (case.settings.start, case.settings.weeks) == (dt.date(2027, 1, 4), 12)


def test_high_is_2_where_something_stands_above_it():
    made = {"Projects": [["Project", "Priority"], ["Apollo", "High"], ["Beta", "Critical"]]}
    assert [each.priority for each in taken(made).projects.values()] == [2, 1]


def test_one_row_for_each_week_is_bookings_that_add_up():
    made = {
        "Allocations": [
            ["Employee", "Project", "Week commencing", "Hours"],
            ["Ann", "Apollo", dt.date(2027, 1, 4), 16.0],
            ["Ann", "Apollo", dt.date(2027, 1, 6), "4,5"],
            ["Bob", "Beta", dt.date(2027, 1, 11), 8.0],
        ]
    }
    case = taken(made)
    assert bookings(case) == {("Ann", "Apollo", "01-04"): 20.5, ("Bob", "Beta", "01-11"): 8.0}
    assert weeks(case) == {("Apollo – Staff", "01-04"): 20.5, ("Beta – Staff", "01-11"): 8.0}


def test_a_matrix_of_people_and_weeks_with_a_title_blank_names_and_totals():
    made = {
        "Plan 2027": [
            ["Resource plan 2027 (hours)"],
            [],
            ["Name", "Project", "W1", "W2", "W3", "Total"],
            ["Ann", "Apollo", 16.0, 16.0, None, 32.0],
            [None, "Beta", 8.0, 8.0, 8.0, 24.0],
            ["Bob", "Apollo", 20.0, 20.0, "7,5", 47.5],
            ["Total", None, 44.0, 44.0, 15.5, 103.5],
        ]
    }
    guess = table(made)
    assert (guess.target, guess.header, guess.across, guess.unit) == (Target.BOOKED, (2, 2), Span.WEEKS, Unit.HOURS)
    assert (guess.leave_out, guess.fill_down, guess.year) == (("Total",), True, 2027)
    assert bookings(taken(made)) == {
        ("Ann", "Apollo", "01-04"): 16.0, ("Ann", "Apollo", "01-11"): 16.0, ("Ann", "Beta", "01-04"): 8.0, ("Ann", "Beta", "01-11"): 8.0,
        ("Ann", "Beta", "01-18"): 8.0, ("Bob", "Apollo", "01-04"): 20.0, ("Bob", "Apollo", "01-11"): 20.0, ("Bob", "Apollo", "01-18"): 7.5,
    }  # fmt: skip


def test_two_rows_of_headings_with_merged_cells():
    made = {
        "Load": [
            ["Team", "Person", "Project", "January 2027", None, "April 2027"],
            [None, None, None, "W1", "W2", "W14"],
            ["Core", "Ann", "Apollo", 1.0, 0.5, 1.0],
            [None, "Bob", "Apollo", 0.8, None, None],
        ]
    }
    merged = {"Load": ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4")}
    guess = table(made, merged=merged)
    assert (guess.header, guess.unit, guess.year) == ((0, 1), Unit.FTE, None)
    case = taken(made, merged=merged)
    assert bookings(case) == {
        ("Ann", "Apollo", "01-04"): 40.0, ("Ann", "Apollo", "01-11"): 20.0, ("Ann", "Apollo", "04-05"): 40.0, ("Bob", "Apollo", "01-04"): 32.0,
    }  # fmt: skip
    assert [each.team for each in case.resources.values()] == ["Core", "Core"]


def test_the_year_stands_once_above_all_months():
    made = {
        "Demand": [
            ["Project", "Role", 2028.0, None, None],
            [None, None, "January", "February", "March"],
            ["Apollo", "Backend", 160.0, 80.0, 40.0],
        ]
    }
    case = taken(made, merged={"Demand": ("A1:A2", "B1:B2", "C1:E1")})
    assert sum(weeks(case).values()) == pytest.approx(280.0)
    assert min(each.week for each in case.demand_weeks.values()) == dt.date(2028, 1, 3)


def test_months_across_in_days_with_decimal_commas_and_german_words():
    made: dict[str, Rows] = {
        "Einsatzplan": [
            ["Projekt", "Mitarbeiter", "Jan 27", "Feb 27", "Mrz 27", "Summe"],
            ["Apollo", "Ann", "10", "8,5", "12", "30,5"],
            ["Apollo", "Bob", "5", "5", "5", "15"],
            ["Beta", "Cid", "3", "4", "6", "13"],
            ["Gesamt", "", "18", "17,5", "23", "58,5"],
        ]
    }
    guess = table(made, typed=False)
    assert (guess.target, guess.across, guess.unit, guess.leave_out) == (Target.BOOKED, Span.MONTHS, Unit.DAYS, ("Gesamt",))
    assert sum(bookings(taken(made, typed=False)).values()) == pytest.approx(58.5 * 8)


def test_percent_of_people_is_of_their_own_week():
    made = {
        "Team": [["Name", "Role", "Hours per week"], ["Ann", "Backend", 30.0]],
        "Allocation %": [["Person", "Project", *JANUARY], ["Ann", "Apollo", 50.0, 100.0, 0.0]],
    }
    case = taken(made)
    assert bookings(case) == {("Ann", "Apollo", "01-04"): 15.0, ("Ann", "Apollo", "01-11"): 30.0}
    assert [demand.role for demand in case.demands.values()] == ["Backend"]


def test_shares_that_look_like_percent_on_screen():
    made = {"Allocation %": [["Person", "Project", *JANUARY], ["Ann", "Apollo", 0.5, 1.0, 0.25]]}
    assert table(made).unit is Unit.SHARE
    assert sum(bookings(taken(made)).values()) == 70.0


def test_a_matrix_of_people_alone_under_capacity_is_what_they_can_give():
    made = {"Capacity": [["Resource", "Role", *JANUARY], ["Ann", "Backend", 40.0, 32.0, 40.0], ["Bob", "Tester", 20.0, 20.0, 0.0]]}
    case = taken(made)
    assert [(each.name, each.hours_per_week) for each in case.resources.values()] == [("Ann", 40.0), ("Bob", 20.0)]
    assert [(each.first, each.last, each.percent) for each in case.absences.values()] == [
        (dt.date(2027, 1, 11), dt.date(2027, 1, 17), 20.0),
        (dt.date(2027, 1, 18), dt.date(2027, 1, 24), 100.0),
    ]


def test_marks_in_a_leave_calendar_are_absences_and_weeks_in_a_row_are_one():
    made = {
        "Team": [["Name", "Role"], ["Ann", "Backend"], ["Bob", "Tester"]],
        "Urlaub 2027": [["Name", "04.01.", "11.01.", "18.01."], ["Ann", None, "U", None], ["Bob", "U", "U", None]],
    }
    case = taken(made)
    names = {key: each.name for key, each in case.resources.items()}
    assert [(names[each.resource_id], each.first, each.last, each.percent) for each in case.absences.values()] == [
        ("Ann", dt.date(2027, 1, 11), dt.date(2027, 1, 17), 100.0),
        ("Bob", dt.date(2027, 1, 4), dt.date(2027, 1, 17), 100.0),
    ]


def test_a_leave_calendar_by_days():
    days = [dt.date(2027, 1, 4) + dt.timedelta(days=step) for step in range(5)]
    made = {"Team": [["Name", "Role"], ["Ann", "Backend"]], "Leave": [["Name", *days], ["Ann", None, 1.0, 1.0, 0.5, None]]}
    assert [(each.first.day, each.last.day, each.percent) for each in taken(made).absences.values()] == [(5, 6, 100.0), (7, 7, 50.0)]


def test_projects_and_roles_by_month_in_fte():
    made = {"FTE demand": [["Initiative", "Skill", "Jan-27", "Feb-27"], ["Apollo", "Backend", 1.0, 0.5], ["Beta", "Tester", 2.0, 2.0]]}
    case = taken(made)
    assert weeks(case)["Apollo – Backend", "01-04"] == 40.0
    assert weeks(case)["Apollo – Backend", "02-08"] == 20.0
    assert [each.name for each in case.projects.values()] == ["Apollo", "Beta"]


def test_of_plan_and_actual_the_plan_is_taken():
    made = {
        "Hours": [
            ["Person", "Project", "W1", None, "W2", None],
            [None, None, "Plan", "Actual", "Plan", "Actual"],
            ["Ann", "Apollo", 16.0, 11.0, 24.0, 12.0],
        ]
    }
    guess = table(made, merged={"Hours": ("A1:A2", "B1:B2", "C1:D1", "E1:F1")})
    assert (guess.header, guess.pick) == ((0, 1), "plan")
    assert sorted(bookings(taken(made, merged={"Hours": ("A1:A2", "B1:B2", "C1:D1", "E1:F1")})).values()) == [16.0, 24.0]


def test_subtotals_are_told_by_their_sums_and_persons_of_such_names_are_not():
    made = {
        "Load": [
            ["Name", "Project", *JANUARY],
            ["Ann", "Apollo", 8.0, 16.0, 8.0],
            ["Bob", "Apollo", 16.0, 8.0, 8.0],
            ["Backend total", None, 24.0, 24.0, 16.0],
            ["Total Rewards", "Apollo", 5.0, 6.0, 7.0],
            ["Cid", "Apollo", 1.0, 2.0, 3.0],
            ["Everything", None, 30.0, 32.0, 26.0],
        ]
    }
    assert table(made).leave_out == ("Backend total", "Everything")


def test_headings_of_sections_are_left_out():
    made = {
        "Team": [
            ["Name", "Role", "Hours per week"],
            ["Berlin"],
            ["Ann", "Backend", 40.0],
            ["Paris"],
            ["Bob", "Tester", 40.0],
            ["Cid", "Tester", 40.0],
        ]
    }
    assert [each.name for each in taken(made).resources.values()] == ["Ann", "Bob", "Cid"]


def test_first_and_last_name_are_one_name():
    made = {"Staff": [["First name", "Last name", "Position", "FTE"], ["Ann", "Lee", "Backend", 0.8]]}
    ann = next(iter(taken(made).resources.values()))
    assert ann.name == "Ann Lee"


def test_capacity_in_fte_days_and_percent_becomes_hours():
    def hours(heading, figure):
        made = {"Team": [["Name", "Role", heading], ["Ann", "Backend", figure]]}
        return next(iter(taken(made).resources.values())).hours_per_week

    assert [hours("Capacity (FTE)", 0.8), hours("Capacity", 4.0), hours("Capacity %", 75.0), hours("Weekly hours", 35.0)] == [
        32.0,
        32.0,
        30.0,
        35.0,
    ]


def test_the_contracts_own_sheets_are_known():
    assert is_contract(book(CASE))
    assert not is_contract(book({"Team": [["Name"]]}))
    own = guessed(book(sheets()), None, "Book")
    assert [each.target for each in own.tables] == [Target.SETTINGS, Target.RESOURCES, Target.PROJECTS, Target.DEMANDS]
    assert all(column.heading == column.field for each in own.tables for column in each.columns)


def test_what_is_no_table_is_left_out():
    made = {"Notes": [["Remember to ask Ann"], ["and Bob"]], "Empty": []}
    assert [each.target for each in guessed(book(made), None, "Book").tables] == [Target.LEFT_OUT, Target.LEFT_OUT]


ASSIGNED: Rows = [
    ["Person", "Project", "Role", "Prio", "Status", *JANUARY],
    ["Ann", "Apollo", "Backend", "High", None, 8.0, 8.0, None],
    ["Bob", "Apollo", "Tester", "High", "Confirmed", 16.0, 16.0, 16.0],
    ["Bob", "Beta", "Tester", "Low", "Tentative", 4.0, 4.0, None],
    ["Ann", "Beta", "Backend", "Low", "Cancelled", 30.0, 30.0, None],
]


def test_a_status_of_bookings_tells_which_are_firm():
    case = taken({"Assignments": ASSIGNED})
    kinds = {
        (case.resources[each.resource_id].name, case.projects[case.demands[each.demand_id].project_id].name): each.kind.value
        for each in case.bookings.values()
    }
    assert kinds == {("Ann", "Apollo"): "Soft", ("Bob", "Apollo"): "Hard", ("Bob", "Beta"): "Soft"}
    assert len(case.bookings) == 7


def test_a_status_of_projects_beside_bookings_says_nothing_of_them():
    rows = [
        ASSIGNED[0],
        *([*row[:4], status, *row[5:]] for row, status in zip(ASSIGNED[1:], ["Done", "In progress", "Running", "Done"], strict=True)),
    ]
    found = table({"Assignments": rows})
    assert found.column("Type") is None
    assert {each.kind.value for each in taken({"Assignments": rows}).bookings.values()} == {"Soft"}


def test_a_priority_beside_bookings_is_the_projects():
    case = taken({"Assignments": ASSIGNED})
    assert {each.name: each.priority for each in case.projects.values()} == {"Apollo": 1, "Beta": 5}
