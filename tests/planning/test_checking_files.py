"""`plimsoll check`: a plan file from which one figure or row is wrong is found out, at its cell."""

import datetime as dt
from dataclasses import replace

import openpyxl
import pytest
from builders import allocation, demand, holiday, plan, portfolio, project, resource
from builders import calendar as calendar_

from data.entities import Id
from data.plan import PlanStatus, ProjectPlan
from planner.checking import check
from planner.exporting import export_plan
from planner.insight.kpis import figures
from planner.plans import fingerprint
from planner.workspace import Workspace


def case():
    """Ann and Bob give 40 h a week, Build asks 60 h of Backend, Check 10 h of Tester that nobody holds."""
    return portfolio(
        calendar_("Office"),
        holiday("Office", dt.date(2027, 2, 1)),
        resource("Ann"),
        resource("Bob"),
        project("Apollo", 1, value=900.0),
        demand("Build", "Apollo", last=2, hours_per_week=60.0),
        demand("Check", "Apollo", "Tester", last=1, hours_per_week=10.0),
        weeks=2,
    )


def given(**fields):
    made = plan(
        allocation("Build", "Ann", 1, 40.0),
        allocation("Build", "Ann", 2, 40.0),
        allocation("Build", "Bob", 1, 20.0),
        allocation("Build", "Bob", 2, 10.25),
        projects=(ProjectPlan(Id("Apollo"), selected=True),),
        **{"bound": 2000.0, "fingerprint": fingerprint(case()), **fields},
    )
    value = figures(case(), made).value
    return replace(made, value=value, objective=value, objective_bound=made.bound)


@pytest.fixture
def written(tmp_path):
    """The plan workbook, and a way to change one cell of it."""
    path = tmp_path / "plan.xlsx"
    export_plan(case(), given(), path)
    return path


def test_what_is_written_of_less_than_an_hour_is_true(tmp_path):
    """Hours and money are written to two decimals, shares to six."""
    little = portfolio(
        resource("Ann"),
        project("Apollo", 1, value=0.5),
        demand("Build", "Apollo", last=3, hours_per_week=0.3333),
        minimum_block=0.0,
        weeks=3,
    )
    made = plan(allocation("Build", "Ann", 1, 0.33), projects=(ProjectPlan(Id("Apollo"), selected=True),), fingerprint=fingerprint(little))
    value = figures(little, made).value
    export_plan(little, replace(made, value=value, bound=20.0, objective=value, objective_bound=20.0), tmp_path / "plan.xlsx")
    assert check(little, tmp_path / "plan.xlsx") == ()


def change(path, sheet, row_starts_with, heading, value):
    book = openpyxl.load_workbook(path)
    table = book[sheet]
    column = [cell.value for cell in table[1]].index(heading) + 1
    row = next(row for row in table.iter_rows(min_row=2) if row[0].value == row_starts_with)[0].row
    table.cell(row, column, value)
    book.save(path)


def found(path, of=None):
    return [str(finding) for finding in check(of or case(), path)]


def test_a_plan_as_it_was_written_passes(written):
    assert found(written) == []


def test_a_plan_in_a_folder_passes(tmp_path):
    export_plan(case(), given(), tmp_path / "plan")
    assert found(tmp_path / "plan") == []


def test_a_plan_kept_in_a_portfolio_file_passes(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(given())
    assert found(tmp_path / "case.plimsoll") == []


def test_a_portfolio_file_without_a_plan_is_said_so(tmp_path):
    Workspace.create(tmp_path / "case.plimsoll", case()).close()
    assert found(tmp_path / "case.plimsoll") == ["case.plimsoll: holds no plan; solve it first"]


def test_a_kept_plan_that_is_out_of_date_is_said_so(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(given(fingerprint="older"))
    assert found(tmp_path / "case.plimsoll") == [
        "case.plimsoll: the plan is out of date: the portfolio has changed since it was solved; solve again"
    ]


def test_a_kept_plan_is_not_checked_against_another_portfolio(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(given())
    assert found(tmp_path / "case.plimsoll", of=case().holding(resource("Cy"))) == [
        "case.plimsoll: holds another portfolio than the INPUT; check the plan against its own portfolio"
    ]


def test_a_kept_plan_with_a_false_value_is_found_out(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(replace(given(), value=1.0))
    assert found(tmp_path / "case.plimsoll") == ["Plan, value: Value is 1; the allocations come to 1,636"]


def test_a_broken_rule_is_found(written):
    change(written, "Allocations", "Build", "Hours", 44)
    assert "R1 Ann, 2027-01-04: 44.00 h given, 40.00 h there" in found(written)


@pytest.mark.parametrize(
    ("kpi", "told", "expected"),
    [
        ("Value", 1640, "Summary!B3: Value is 1,640; the allocations come to 1,636"),
        ("Gap", 0.5, "Summary!B5: Gap is 0.5; the allocations come to 0.182"),
        ("Hours asked", 131, "Summary!B6: Hours asked is 131; the allocations come to 130"),
        ("Hours met", 110.5, "Summary!B7: Hours met is 110.5; the allocations come to 110.25"),
        ("Coverage", 0.85, "Summary!B8: Coverage is 0.85; the allocations come to 0.848077"),
        ("Weighted coverage", 0.85, "Summary!B9: Weighted coverage is 0.85; the allocations come to 0.848077"),
        ("Utilisation", 0.69, "Summary!B10: Utilisation is 0.69; the allocations come to 0.689063"),
        ("Assignments", 3, "Summary!B11: Assignments is 3; the allocations come to 2"),
        ("Delayed projects", 1, "Summary!B12: Delayed projects is 1; the allocations come to 0"),
        ("Projects in", 2, "Summary!B13: Projects in is 2; the allocations come to 1"),
        ("Value", "much", "Summary!B3: Value is 'much', which is no number; it should be 1636"),
        ("Bound", "none", "Summary!B4: Bound is 'none', which is no number; write the plan anew with plimsoll solve"),
        ("Status", "Perfect", "Summary!B2: Status is Perfect; write one of Optimal, Feasible, Stopped, Infeasible"),
        ("Status", "Optimal", "Summary!B2: Status is Optimal with a gap of 18.200%; write Feasible"),
    ],
)
def test_a_false_figure_is_found_at_its_cell(written, kpi, told, expected):
    change(written, "Summary", kpi, "Value", told)
    assert expected in found(written)


def test_a_bound_below_the_plans_own_value_is_found(written):
    change(written, "Summary", "Bound", "Value", 1500)
    assert "Summary!B4: Bound is 1,500.00; the plan itself is worth 1,636.00, so no such bound was proved" in found(written)


def test_a_plan_that_is_called_optimal_at_its_bound_passes(tmp_path):
    export_plan(case(), given(bound=1636.0, status=PlanStatus.OPTIMAL), tmp_path / "plan.xlsx")
    assert found(tmp_path / "plan.xlsx") == []


def test_a_false_assignment_is_found(written):
    change(written, "Assignments", "Build", "Hours", 81)
    assert found(written) == ["Assignments!G2: Hours is 81.00; the allocations come to 80.00"]


def test_assignments_that_are_all_missing_are_found(written):
    book = openpyxl.load_workbook(written)
    book["Assignments"].delete_rows(2, 10)
    book.save(written)
    assert found(written) == [
        "Assignments: Build, Ann is missing; the allocations come to 80.00 h",
        "Assignments: Build, Bob is missing; the allocations come to 30.25 h",
    ]


def test_a_plan_without_the_sheet_assignments_is_not_asked_for_it(written):
    book = openpyxl.load_workbook(written)
    del book["Assignments"]
    book.save(written)
    assert found(written) == []


def test_false_unmet_hours_are_found(written):
    change(written, "Unmet", "Check", "Hours unmet", 4)
    assert found(written) == ["Unmet!E2: Hours unmet is 4; the allocations come to 10"]


def test_an_unmet_demand_that_is_not_told_is_found(written):
    book = openpyxl.load_workbook(written)
    book["Unmet"].delete_rows(2)
    book.save(written)
    assert found(written) == ["Unmet: Check is missing; 10.00 h of it are not met"]


def test_a_false_coverage_of_a_project_is_found(written):
    change(written, "Project plan", "Apollo", "Coverage", 0.9)
    assert found(written) == ["Project plan!F2: Coverage is 0.9; the allocations come to 0.848077"]


def test_a_false_load_is_found(tmp_path):
    export_plan(case(), given(), tmp_path / "plan")
    load = tmp_path / "plan" / "Resource load.csv"
    load.write_text(load.read_text().replace("10.25", "11.25"))
    assert "Resource load!D3: the hours are 11.25; the allocations come to 10.25" in found(tmp_path / "plan")


def test_a_load_that_is_missing_is_found(written):
    book = openpyxl.load_workbook(written)
    book["Resource load"].delete_rows(3)
    book.save(written)
    assert "Resource load: Bob is missing; the allocations come to 30.25 h" in found(written)


def test_a_week_that_the_load_leaves_out_is_found(written):
    book = openpyxl.load_workbook(written)
    book["Project load"].delete_cols(4)
    book.save(written)
    assert "Project load: the week 2027-01-11 is missing; the allocations come to 50.25 h" in found(written)


def test_a_load_that_is_no_number_is_found(written):
    change(written, "Project load", "Apollo", dt.datetime.fromisoformat("2027-01-11"), "much")
    assert "Project load!D2: the hours are no number; the allocations come to 50.25" in found(written)


def test_a_plan_of_another_portfolio_is_found(written):
    other = case().holding(resource("Cy", "Tester"))
    assert (
        "plan.xlsx: its own portfolio sheets differ from the INPUT; check the plan against itself (plimsoll check PLAN PLAN), or solve the INPUT again; what follows may come of it"
        in found(written, of=other)
    )


def test_a_plan_without_its_portfolio_is_known_by_its_fingerprint(written):
    book = openpyxl.load_workbook(written)
    del book["Resources"]
    book.save(written)
    assert found(written) == []
    assert "Summary!B20: the plan was made for another input; check it against that one, or solve again" in found(
        written, of=case().holding(resource("Cy", "Designer"))
    )
