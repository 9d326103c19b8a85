"""The plan of a plan workbook: what is written is read, and rows that cannot be meant are findings at their cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from data.entities import Id
from data.plan import ProjectPlan
from planner.importing import PlanFile
from planner.importing.plan_reading import told_plan
from tests.builders import allocation, demand, portfolio, project, resource, week
from tests.planning.sheet_builders import Rows, book

PLAN: Mapping[str, Rows] = {
    "Summary": [["KPI", "Value"], ["Status", "Feasible"], ["Value", 100.5], ["Bound", "120,25"], ["Gap", None]],
    "Allocations": [["Demand", "Resource", "Week", "Hours"], ["Build", "Ann", week(1), 8.0], ["Check", "Bob", week(2), 4.25]],
    "Project plan": [["Project", "Selected", "Delay weeks"], ["Apollo", "Yes", 0.0], ["Beta", "No", None]],
    "Assignments": [["Demand", "Resource", "Hours"], ["Build", "Ann", 8.0]],
}


def told(**changed: Rows | None) -> PlanFile:
    """The plan with sheets changed, or taken out where None."""
    made = {name: rows for name, rows in (dict(PLAN) | {name.replace("_", " "): rows for name, rows in changed.items()}).items() if rows}
    case = portfolio(
        resource("Ann"), resource("Bob"), project("Apollo"), project("Beta"), demand("Build", "Apollo"), demand("Check", "Beta"), weeks=4
    )
    return told_plan(book(made), case)


def test_a_plan_is_read_as_it_is_written() -> None:
    plan = told()
    assert plan.findings == ()
    assert plan.allocations == (allocation("Build", "Ann", 1, 8.0), allocation("Check", "Bob", 2, 4.25))
    assert plan.places[plan.allocations[1]] == "Allocations!D3"
    assert plan.projects == (ProjectPlan(Id("Apollo"), selected=True), ProjectPlan(Id("Beta"), selected=False))
    assert {name: figure.value for name, figure in plan.summary.items()} == {
        "status": "Feasible",
        "value": 100.5,
        "bound": 120.25,
        "gap": None,
    }
    assert plan.summary["bound"].place == "Summary!B4"
    assert [(each.demand_id, each.resource_id, each.hours) for each in plan.assignments] == [("Build", "Ann", 8.0)]


def allocations(*rows: list[object]) -> list[str]:
    return [str(each) for each in told(Allocations=[["Demand", "Resource", "Week", "Hours"], *rows]).findings]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Bild", "Ann", week(1), 8.0], "A2: Demand “Bild” is unknown: not among the demands of the portfolio; is “Build” meant?"),
        (["Build", "Zoe", week(1), 8.0], "B2: Resource “Zoe” is unknown: not among the resources of the portfolio; check the plan against the portfolio it was made for"),
        (["Build", "Ann", dt.date(2027, 1, 5), 8.0], "C2: Week is 2027-01-05, which is unknown: no Monday of the horizon; write its Monday, 2027-01-04"),
        (["Build", "Ann", week(5), 8.0], "C2: Week is 2027-02-01, which is unknown: no Monday of the horizon; write a Monday from 2027-01-04 to 2027-01-25"),
        (["Build", "Ann", week(1), -5.0], "D2: Hours is -5; write 0 or more"),
        (["Build", "Ann", week(1), None], "D2: Hours is blank; fill it in or delete the row"),
        (["Build", "Ann", week(1), "x"], "D2: Hours is “x”, which is no number; type a number such as 7.5"),
    ],
)  # fmt: skip
def test_an_allocation_that_cannot_be_meant_is_found_at_its_cell(row: list[object], said: str) -> None:
    assert allocations(row) == [f"Allocations!{said}"]


def test_a_cell_of_the_plan_that_stands_twice_is_found() -> None:
    assert allocations(["Build", "Ann", week(1), 8.0], ["Build", "Ann", week(1), 1.0]) == [
        "Allocations!D3: the same demand, resource and week stand at Allocations!D2 too; add the hours up in one row"
    ]


def test_an_allocation_under_another_project_is_found() -> None:
    rows: Rows = [["Demand", "Project", "Resource", "Week", "Hours"], ["Build", "Beta", "Ann", week(1), 8.0]]
    assert [str(each) for each in told(Allocations=rows).findings] == [
        "Allocations!B2: Project is not that of the demand Build; write “Apollo”"
    ]


def test_hours_of_none_are_no_allocation() -> None:
    rows: Rows = [["Demand", "Resource", "Week", "Hours"], ["Build", "Ann", week(1), 0.0]]
    assert (told(Allocations=rows).allocations, told(Allocations=rows).findings) == ((), ())


def test_a_doubled_project_and_half_a_week_of_delay_are_found() -> None:
    rows: Rows = [["Project", "Selected", "Delay weeks"], ["Apollo", "Yes", 0.0], ["Apollo", "No", 0.0], ["Beta", "Yes", 0.5]]
    assert [str(each) for each in told(Project_plan=rows).findings] == [
        "Project plan!C4: Delay weeks is 0.5; type a whole number",
        "Project plan!A3: the project stands twice; delete one of the two rows",
    ]


def test_a_plan_without_its_sheets_is_said() -> None:
    assert [str(each) for each in told(Summary=None, Allocations=None, Project_plan=None).findings] == [
        "Allocations: the sheet is missing; write the plan anew with plimsoll solve",
        "Summary: the sheet is missing; write the plan anew with plimsoll solve",
    ]


def test_a_figure_that_stands_twice_or_is_no_number_is_kept_as_it_is_told() -> None:
    plan = told(Summary=[["KPI", "Value"], ["Value", "nan"], ["Bound", 3.0], ["bound", 4.0]])
    assert plan.summary["value"].value == "nan"
    assert plan.summary["bound"].value == 3.0
    assert [str(each) for each in plan.findings] == ["Summary!A4: bound stands twice; delete one of the two"]
