"""Portfolios and plans as workbooks: every sheet of the contract, figures of what is written, and the way back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from data.entities import Id
from data.plan import Plan, PlanStatus, ProjectPlan
from data.portfolio import Portfolio
from planner.exporting import Against, export_plan, export_portfolio
from planner.importing import compare, load, load_plan
from tests.builders import allocation, demand, plan, portfolio, project, resource, small_case, week

Rows = list[tuple[object, ...]]


def case() -> Portfolio:
    return portfolio(
        resource("Ann", hours_per_week=40.0),
        resource("=Bob", "Tester"),
        project("Apollo", 1, value=1000.0),
        project("Beta", 3),
        demand("Build", "Apollo", hours_per_week=40.0, last=2),
        demand("Check", "Beta", "Tester", last=1),
        weeks=3,
    )


def a_plan(**fields: object) -> Plan:
    given = (allocation("Check", "=Bob", 1, 20.0), allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 20.0))
    projects = (ProjectPlan(Id("Apollo"), selected=True), ProjectPlan(Id("Beta"), selected=True, delay_weeks=0))
    made: dict[str, object] = {"value": 816.0, "bound": 1136.0, "objective": 816.0, "objective_bound": 1136.0}
    return plan(*given, projects=projects, **(made | fields))


def exported(path: Path, **fields: object) -> dict[str, Rows]:
    export_plan(case(), a_plan(**fields), path / "plan.xlsx")
    book = openpyxl.load_workbook(path / "plan.xlsx", data_only=True)
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def test_a_plan_workbook_has_every_sheet_with_what_is_read_first_in_front(tmp_path: Path) -> None:
    assert list(exported(tmp_path)) == [
        "At a glance", "Summary", "Allocations", "Assignments", "Unmet", "Project plan", "Resource load", "Project load",
        "Settings", "Calendars", "Holidays", "Resources", "Absences", "Projects", "Demands", "Demand weeks", "Bookings", "Dependencies",
    ]  # fmt: skip


def test_at_a_glance_has_projects_by_rank_and_hours_by_month_with_how_full_everybody_is(tmp_path: Path) -> None:
    heads, *rows = exported(tmp_path)["At a glance"]
    assert heads == ("Project", "Priority", "In the plan", "Start", "Finish", "Met", "Hours", "Jan 2027")
    assert [tuple(f"{each:%d.%m.}" if isinstance(each, dt.datetime) else each for each in row) for row in rows] == [
        ("Apollo", 1, "As asked", "04.01.", "15.01.", 0.75, 60, 60),
        ("Beta", 3, "As asked", "04.01.", "08.01.", 1, 20, 20),
        ("Hours given", None, None, None, None, None, 80, 80),
        ("Capacity", None, None, None, None, None, 240, 240),
        ("Capacity used", None, None, None, None, None, 0.3333, 0.3333),
    ]


@pytest.mark.parametrize(("weeks", "last"), [(52, "Jan 2028"), (150, "Q4 2029"), (520, "2036 ")])
def test_at_a_glance_is_by_quarters_or_years_where_months_are_too_many_for_a_page(tmp_path: Path, weeks: int, last: str) -> None:
    long = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), start=dt.date(2027, 1, 11), weeks=weeks)
    export_plan(long, plan(allocation("Build", "Ann", 2, 20.0)), tmp_path / "plan.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")["At a glance"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[-1] == last
    assert len(heads) <= 20


def test_the_summary_tells_every_figure_in_the_order_of_the_contract(tmp_path: Path) -> None:
    assert exported(tmp_path)["Summary"] == [
        ("KPI", "Value"),
        ("Status", "Feasible"),
        ("Value", 960 - 64 + 80 - 16),
        ("Bound", 1136),
        ("Gap", round((1136 - 960) / 1136, 6)),
        ("Hours asked", 100),
        ("Hours met", 80),
        ("Coverage", 0.8),
        ("Weighted coverage", round((16 * 60 + 4 * 20) / (16 * 80 + 4 * 20), 6)),
        ("Utilisation", round(80 / 240, 6)),
        ("Assignments", 2),
        ("Delayed projects", 0),
        ("Projects in", 2),
        ("Engine", "highs"),
        ("Seconds", 1.5),
        ("Effort", 10),
        ("Seed", 1),
        ("Solved at", "2027-01-04 09:30:00+00:00"),
        ("Scenario", None),
        ("Fingerprint", "none"),
        ("Portfolio", "Portfolio"),
    ]


def test_what_a_plan_changes_of_the_plan_of_record_is_a_sheet_by_person_week_and_demand(tmp_path: Path) -> None:
    before = plan(
        allocation("Build", "Ann", 1, 15.0), allocation("Build", "Ann", 2, 20.0), allocation("Weld", "Zoe", 2, 8.0), id=Id("before")
    )
    against = Against(before, {Id("Zoe"): "Zoe Last"}, budget=4.0, forced=8.0)
    export_plan(case(), a_plan(status_date=dt.date(2027, 1, 6)), tmp_path / "new.xlsx", against)
    book = openpyxl.load_workbook(tmp_path / "new.xlsx", data_only=True)
    assert book.sheetnames[:4] == ["At a glance", "Summary", "Changes", "Allocations"]
    rows = [
        tuple(cell.date() if isinstance(cell, dt.datetime) else cell for cell in row) for row in book["Changes"].iter_rows(values_only=True)
    ]
    assert rows == [
        ("Resource", "Demand", "Project", "Week", "Hours before", "Hours after", "Difference"),
        ("=Bob", "Check", "Beta", week(1), 0, 20, 20),
        ("Ann", "Build", "Apollo", week(1), 15, 40, 25),
        ("Zoe Last", "(no longer there)", None, week(2), 8, 0, -8),
    ]
    summary = dict(book["Summary"].iter_rows(values_only=True))
    kept = ("Status date", "Change budget", "Hours moved", "Hours that had to move")
    assert [summary[name] for name in kept] == ["2027-01-06", 4, 8, 8]
    assert load(tmp_path / "new.xlsx").findings == load(exported_alone(tmp_path)).findings


def exported_alone(folder: Path) -> Path:
    export_plan(case(), a_plan(), folder / "alone.xlsx")
    return folder / "alone.xlsx"


def test_the_bound_as_written_is_never_below_the_true_one_nor_below_the_value(tmp_path: Path) -> None:
    bound = 960.123456789
    rows = dict(exported(tmp_path, bound=bound)["Summary"])
    assert bound <= rows["Bound"] <= bound + 1e-5
    assert dict(exported(tmp_path, bound=959.9999999999)["Summary"])["Bound"] == 960
    assert dict(exported(tmp_path, bound=960.0, status=PlanStatus.OPTIMAL)["Summary"])["Gap"] == 0


def test_the_objective_is_told_only_where_a_policy_adds_to_it(tmp_path: Path) -> None:
    rows = dict(exported(tmp_path, objective=820.0, objective_bound=1150.0, policy="House", terms=(("Cost", -80.0),))["Summary"])
    assert (rows["Policy"], rows["Objective"], rows["Objective bound"], rows["Cost (points)"]) == ("House", 964, 1150, -80)
    assert "Objective" not in dict(exported(tmp_path)["Summary"])


def test_allocations_stand_by_demand_resource_and_week(tmp_path: Path) -> None:
    assert exported(tmp_path)["Allocations"] == [
        ("Demand", "Project", "Role", "Resource", "Week", "Hours"),
        ("Build", "Apollo", "Backend", "Ann", dt.datetime(2027, 1, 4), 40),  # noqa: DTZ001
        ("Build", "Apollo", "Backend", "Ann", dt.datetime(2027, 1, 11), 20),  # noqa: DTZ001
        ("Check", "Beta", "Tester", "=Bob", dt.datetime(2027, 1, 4), 20),  # noqa: DTZ001
    ]


def test_assignments_sum_up_the_weeks_and_tell_bookings(tmp_path: Path) -> None:
    given = (allocation("Build", "Ann", 1, 16.0), allocation("Check", "Cleo", 2, 10.0), allocation("Build", "Bob", 2, 4.0))
    export_plan(small_case(), plan(*given), tmp_path / "plan.xlsx")
    rows = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Assignments"].iter_rows(min_row=2, values_only=True)
    assert [(row[0], row[3], row[6], row[7]) for row in rows] == [
        ("Build", "Ann", 16, "Hard"),
        ("Build", "Bob", 4, None),
        ("Check", "Cleo", 10, "Soft"),
    ]


def test_unmet_demand_is_told_with_its_cause(tmp_path: Path) -> None:
    (_, row) = exported(tmp_path)["Unmet"]
    assert row[:5] == ("Build", "Apollo", "Backend", 80, 20)
    assert isinstance(row[5], str)
    assert row[5]


def test_the_project_plan_has_dates_coverage_and_the_value_it_delivers(tmp_path: Path) -> None:
    assert exported(tmp_path)["Project plan"] == [
        ("Project", "Selected", "Delay weeks", "Start", "Finish", "Coverage", "Value"),
        ("Apollo", "Yes", 0, dt.datetime(2027, 1, 4), dt.datetime(2027, 1, 15), 0.75, 750),  # noqa: DTZ001
        ("Beta", "Yes", 0, dt.datetime(2027, 1, 4), dt.datetime(2027, 1, 8), 1, None),  # noqa: DTZ001
    ]


def test_a_project_that_is_left_out_has_no_dates(tmp_path: Path) -> None:
    said = (ProjectPlan(Id("Apollo"), selected=True), ProjectPlan(Id("Beta"), selected=False, delay_weeks=0))
    export_plan(case(), plan(allocation("Build", "Ann", 1, 40.0), projects=said), tmp_path / "plan.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "plan.xlsx")["Project plan"].iter_rows(values_only=True))
    assert rows[2] == ("Beta", "No", 0, None, None, None, None)


def test_load_sheets_have_a_column_for_each_week_and_totals(tmp_path: Path) -> None:
    mondays = tuple(dt.datetime.combine(week(number), dt.time()) for number in (1, 2, 3))
    sheets = exported(tmp_path)
    assert sheets["Resource load"] == [
        ("Resource", "Total", *mondays),
        ("=Bob", 20, 20, None, None),
        ("Ann", 60, 40, 20, None),
        ("Total", 80, 60, 20, 0),
    ]
    assert sheets["Project load"][1] == ("Apollo", 60, 40, 20, None)
    assert openpyxl.load_workbook(tmp_path / "plan.xlsx")["Resource load"]["B2"].value == "=SUM(C2:E2)"


@pytest.mark.parametrize("name", ["plan.xlsx", "plan"])
def test_a_plan_workbook_is_the_whole_case(tmp_path: Path, name: str) -> None:
    export_plan(case(), a_plan(), tmp_path / name)
    imported = load(tmp_path / name)
    assert imported.findings == ()
    assert imported.portfolio is not None
    assert not compare(case(), imported.portfolio)
    told = load_plan(tmp_path / name, case())
    assert told.findings == ()
    assert set(told.allocations) == set(a_plan().allocations)
    assert set(told.projects) == set(a_plan().projects)
    assert told.summary["value"].value == 960


def test_a_portfolio_without_a_plan_has_its_own_sheets_only(tmp_path: Path) -> None:
    export_portfolio(case(), tmp_path / "a")
    assert "Summary.csv" not in [file.name for file in (tmp_path / "a").iterdir()]
    assert (tmp_path / "a" / "Dependencies.csv").read_text(encoding="utf-8-sig") == "Predecessor,Successor,Type,Lag weeks\n"
