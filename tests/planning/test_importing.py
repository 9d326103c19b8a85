"""A workbook as a portfolio: what the contract promises of sheets, headings, blank cells and references."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.entities import BookingKind, DependencyKind, Id, Profile, ProjectStatus, ResourceKind
from data.findings import Severity
from data.portfolio import Portfolio
from planner.importing import load
from planner.importing.loading import imported
from tests.planning.sheet_builders import CASE, Rows, Sheets, add, book, put, sheets, without, write_csv, write_xlsx


def portfolio(made: Sheets) -> Portfolio:
    found = imported(book(made))
    assert found.portfolio is not None, [str(each) for each in found.findings]
    return found.portfolio


def notes(made: Sheets, *, typed: bool = True) -> list[str]:
    found = imported(book(made, typed=typed))
    assert found.portfolio is not None
    return [str(each) for each in found.findings]


def names(entities: dict[Id, object]) -> list[str]:
    return [each.name for each in entities.values()]  # type: ignore[attr-defined]


def test_the_least_a_portfolio_needs_is_read_with_its_defaults() -> None:
    case = portfolio(sheets())
    settings = case.settings
    assert (settings.name, settings.start, settings.weeks) == ("Hand made", dt.date(2027, 1, 6), 6)
    assert (settings.standard_week, settings.minimum_block, settings.minimum_coverage) == (40.0, 4.0, 80.0)
    ann, bob = case.resources.values()
    assert (ann.name, ann.role, ann.level, ann.other_roles) == ("Ann", "Backend", 4, (("Tester", 2), ("Analyst", 3)))
    assert (bob.level, bob.hours_per_week, bob.project_share, bob.kind) == (3, None, 100.0, ResourceKind.PERSON)
    apollo, beta = case.projects.values()
    assert (apollo.priority, apollo.status) == (1, ProjectStatus.APPROVED)
    assert (beta.priority, beta.weight, beta.must_do, beta.max_delay) == (3, None, False, 0)
    build, second = case.demands.values()
    assert (build.project_id, build.hours_per_week, build.min_level, build.profile) == (apollo.id, 20.0, 1, Profile.FLAT)
    assert (second.name, second.project_id, second.total_hours, second.max_people) == ("D2", beta.id, 30.0, None)


def test_every_sheet_and_column_is_read() -> None:
    case = portfolio(
        sheets(
            put("Settings", "A5", "Default calendar"),
            put("Settings", "B5", "Gulf"),
            add("Calendars", ["Calendar", "Working days"], ["Gulf", "Sun-Thu"]),
            add("Holidays", ["Calendar", "Date", "Name"], ["Gulf", dt.date(2027, 1, 10), "Founders"]),
            add("Absences", ["Resource", "From", "To", "Percent", "Reason"], ["Ann", "2027-01-04", "2027-01-05", 50.0, "Course"]),
            add("Demand weeks", ["Demand", "Week", "Hours"], ["D2", dt.date(2027, 1, 11), 12.5]),
            add("Bookings", ["Demand", "Resource", "Week", "Hours", "Type"], ["Build", "Ann", dt.date(2027, 1, 4), 8.0, "hard"]),
            add("Dependencies", ["Predecessor", "Successor", "Type", "Lag weeks"], ["Apollo", "Beta", "ss", -1.0]),
        )
    )
    (gulf,), (holiday,) = case.calendars.values(), case.holidays.values()
    assert gulf.working_days == (0, 1, 2, 3, 6)
    assert case.settings.default_calendar_id == gulf.id
    assert (holiday.calendar_id, holiday.day, holiday.name) == (gulf.id, dt.date(2027, 1, 10), "Founders")
    (absence,), (week,), (booking,), (dependency,) = (
        table.values() for table in (case.absences, case.demand_weeks, case.bookings, case.dependencies)
    )
    assert (absence.first, absence.last, absence.percent, absence.reason) == (dt.date(2027, 1, 4), dt.date(2027, 1, 5), 50.0, "Course")
    assert (case.demands[week.demand_id].name, week.week, week.hours) == ("D2", dt.date(2027, 1, 11), 12.5)
    assert (case.resources[booking.resource_id].name, booking.hours, booking.kind) == ("Ann", 8.0, BookingKind.HARD)
    assert (dependency.kind, dependency.lag_weeks) == (DependencyKind.SS, -1)


def test_headings_stand_in_any_order_and_case_and_with_space_around() -> None:
    rows = [["  wEEKS ", "x"]]
    case = portfolio(
        sheets(
            lambda made: made.update({"Projects": [["PRIORITY", " project "], [2.0, "Apollo"], [4.0, "Beta"]]}),
            lambda made: made.update({" settings ": [["value", "SETTING"], [dt.date(2027, 1, 4), "start"], [3.0, rows[0][0]]]}),
            without("Settings"),
        )
    )
    assert [(each.name, each.priority) for each in case.projects.values()] == [("Apollo", 2), ("Beta", 4)]
    assert case.settings.weeks == 3


def test_empty_rows_are_skipped_and_do_not_count_for_blank_names() -> None:
    empty: list[object] = [None, "  ", None]
    case = portfolio(sheets(lambda made: made["Demands"].insert(2, empty), add("Projects", [None, None])))
    assert names(case.demands) == ["Build", "D2"]  # type: ignore[arg-type]


def test_names_are_compared_without_space_around_them() -> None:
    case = portfolio(sheets(put("Demands", "B2", "  Apollo ")))
    assert [case.projects[each.project_id].name for each in case.demands.values()] == ["Apollo", "Beta"]


def test_a_demand_with_weeks_of_its_own_needs_no_amount() -> None:
    weeks: Rows = [["Demand", "Week", "Hours"], ["Build", dt.date(2027, 1, 11), 12.5]]
    case = portfolio(sheets(put("Demands", "F2", None), add("Demand weeks", *weeks)))
    assert next(iter(case.demands.values())).hours_per_week is None


def test_an_unknown_column_is_kept_out_and_mentioned() -> None:
    assert notes(sheets(put("Projects", "D1", "Colour"), put("Projects", "D2", "blue"))) == [
        "Projects!D1: the column “Colour” is not known here; it is kept out"
    ]


def test_values_without_a_heading_are_kept_out_and_mentioned() -> None:
    assert notes(sheets(put("Projects", "E3", "later"))) == ["Projects!E3: stands in a column without a heading; it is kept out"]


def test_an_unknown_sheet_is_kept_out_and_mentioned_but_those_of_a_plan_are_silent() -> None:
    found = imported(book(sheets(), others=("Notes", "Summary", "Allocations", "Resource load")))
    assert [str(each) for each in found.findings] == ["Notes: the sheet is not part of a portfolio; it is kept out"]


def test_an_unknown_setting_is_mentioned_with_the_likely_one() -> None:
    assert notes(sheets(put("Settings", "A5", "Standart week"), put("Settings", "B5", 35.0))) == [
        "Settings!A5: the setting “Standart week” is not known; it is kept out; is Standard week meant?"
    ]


def test_numbers_kept_as_text_are_mentioned_once_for_a_column() -> None:
    made = sheets(put("Demands", "F2", "7,5"), put("Demands", "G3", "30"))
    assert notes(made) == [
        "Demands!F2: Hours per week holds 1 number as text; read as numbers",
        "Demands!G3: Total hours holds 1 number as text; read as numbers",
    ]
    assert next(iter(portfolio(made).demands.values())).hours_per_week == 7.5
    assert notes(made, typed=False) == []


def test_a_comma_that_may_part_thousands_is_warned_of() -> None:
    assert notes(sheets(put("Demands", "F2", "1,500")), typed=False) == [
        "Demands!F2: Hours per week is “1,500”, read as 1.5; type 1500 if thousands are meant"
    ]


def test_ids_are_fresh_and_in_the_order_of_the_rows() -> None:
    first, second = portfolio(sheets()), portfolio(sheets())
    assert list(first.demands) == sorted(first.demands)
    assert not set(first.demands) & set(second.demands)


def test_public_holidays_are_drawn_for_the_horizon() -> None:
    found = imported(book(sheets(add("Calendars", ["Calendar", "Country", "Subdivision"], ["Office", "DE", "by"]))))
    assert found.portfolio is not None
    assert [(each.day, each.name) for each in found.portfolio.holidays.values()] == [(dt.date(2027, 1, 6), "Epiphany")]
    assert [(each.severity, str(each)) for each in found.findings] == [
        (Severity.NOTE, "Calendars!B2: 1 public holiday of DE-BY drawn for Office; an export has them on the sheet Holidays")
    ]


def test_company_days_on_the_sheet_keep_no_public_holiday_away() -> None:
    case = portfolio(
        sheets(
            add("Calendars", ["Calendar", "Country", "Subdivision"], ["Office", "DE", "BY"]),
            add("Holidays", ["Calendar", "Date"], ["Office", dt.date(2027, 1, 8)]),
        )
    )
    assert sorted(each.day for each in case.holidays.values()) == [dt.date(2027, 1, 6), dt.date(2027, 1, 8)]


def test_public_holidays_that_stand_on_the_sheet_are_not_drawn_again_and_those_missing_are_warned_of() -> None:
    made = sheets(
        put("Settings", "B4", 52.0),
        add("Calendars", ["Calendar", "Country"], ["Office", "US"]),
        add("Holidays", ["Calendar", "Date"], ["Office", dt.date(2027, 7, 5)]),
    )
    assert len(portfolio(made).holidays) == 1
    (said,) = notes(made)
    assert said.startswith("Calendars!B2: 10 public holidays of the horizon missing on the sheet Holidays: 2027-01-18, 2027-02-15, ")
    assert said.endswith(" …; add those that are days off")
    assert [each.severity for each in imported(book(made)).findings] == [Severity.WARNING]  # they change what a plan means


@pytest.mark.parametrize("write", [lambda path: write_xlsx(path / "a.xlsx", CASE), lambda path: write_csv(path / "a", CASE, ";")])
def test_workbooks_and_folders_are_read_alike(tmp_path: Path, write: object) -> None:
    found = load(write(tmp_path))  # type: ignore[operator]
    assert found.portfolio is not None
    assert names(found.portfolio.demands) == ["Build", "D2"]  # type: ignore[arg-type]
    assert [each.start for each in found.portfolio.demands.values()] == [dt.date(2027, 1, 4)] * 2
