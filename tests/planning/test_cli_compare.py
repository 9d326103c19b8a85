"""`plimsoll compare` with real files: what it says, what it writes, and what is said of what cannot be compared."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import builders as b
import openpyxl
import pytest

from data.entities import Id
from data.plan import ProjectPlan
from data.workbook.columns import PORTFOLIO, RESULTS
from planner.cli import main
from planner.workspace import Workspace

IF = Id("What if")
ANN, BUILD = b.resource("Ann"), b.demand("Build", "Apollo", last=2)
CASE = b.portfolio(ANN, b.resource("Bob"), b.project("Apollo", 1), BUILD, weeks=4, name="Case")
MORE = b.project("Comet")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio file with plans of the plan of record, of a scenario that adds a project, and none of another."""
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    case = CASE.holding(b.scenario(), b.scenario_change("What if", None, MORE), b.scenario("Later"))
    with Workspace.create(path, case) as workspace:
        workspace.keep_plan(b.plan(b.allocation("Build", "Ann", 1, 20.0), id=Id("first")))
        workspace.keep_plan(b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Build", "Ann", 2, 20.0), id=Id("second")))
        late = (ProjectPlan(Id("Apollo"), True, 1),)
        tried = b.plan(b.allocation("Build", "Bob", 2, 20.0), b.allocation("Build", "Ann", 3, 12.0), projects=late, scenario=IF)
        workspace.keep_plan(replace(tried, id=Id("tried")))
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_a_scenario_named_alone_is_compared_with_the_plan_of_record(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", file, " What if ") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Plan of record  Feasible plan of 2027-01-04 09:30, gap")
    figures = {line.split("  ")[0]: line.split() for line in said}
    assert figures["Hours met"][-6:] == ["40", "h", "32", "h", "(−8", "h)"]
    assert (
        "What if differs from Plan of record in 2 projects, 2 people and 3 weeks; moved 20 h to another person and 12 h to another week, 8 h removed."
        in said
    )
    assert "  Comet: only here" in said
    assert "  Apollo: 1 week later, gets 32 h instead of 40 h, 40 h changed" in said


def test_the_plan_before_can_be_named_as_a_side(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", file, "plan before", "Plan of record") == 0
    assert "Plan of record differs from Plan before in 1 project, 1 person and 1 week; 20 h added." in capsys.readouterr().out


def test_a_plan_compared_with_itself_is_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", file, "What if", "What if") == 0
    assert capsys.readouterr().out.endswith("What if is the same as What if.\n")


def test_as_json_every_difference_is_there(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", file, "Plan of record", "What if", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [side["name"] for side in told["sides"]] == ["Plan of record", "What if"]
    assert told["figures"]["Hours met"] == [40.0, 32.0]
    assert [(project["project"], project["sides"][0] is None) for project in told["projects"]] == [("Apollo", False), ("Comet", True)]
    assert told["changes"][0][1] == {
        "project": "Apollo",
        "demand": "Build",
        "what": "To another week",
        "hours": 12.0,
        "from": {"resource": "Ann", "week": "2027-01-04"},
        "to": {"resource": "Ann", "week": "2027-01-18"},
    }


def test_the_workbook_has_a_sheet_for_each_and_none_that_a_portfolio_could_be_read_from(file: Path, tmp_path: Path) -> None:
    assert run("compare", file, "Plan of record", "What if", "Plan before", "--to", tmp_path / "out.xlsx") == 0
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert not set(book.sheetnames) & {*(plan.name for plan in PORTFOLIO), *RESULTS}
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    met = next(row for row in rows["KPIs"] if row[0] == "Hours met")
    assert met[1:6] == (40, 32, -8, 20, -20)
    assert next(row for row in rows["KPIs"] if row[0] == "Coverage")[1:4] == (1, 0.8, -20)
    assert [row[:2] for row in rows["Projects compared"][1:]] == [
        ("Apollo", "Plan of record"),
        ("Apollo", "What if"),
        ("Apollo", "Plan before"),
        ("Comet", "Plan of record"),
        ("Comet", "What if"),
    ]
    assert [row[0].strftime("%d.%m.") for row in rows["Weeks compared"][1:]] == [
        "04.01.",
        "04.01.",
        "11.01.",
        "11.01.",
        "11.01.",
        "18.01.",
        "18.01.",
    ]
    assert [row[:5] for row in rows["Hours compared"][1:]] == [
        ("What if", "Apollo", "Build", "Removed", 8),
        ("What if", "Apollo", "Build", "To another week", 12),
        ("What if", "Apollo", "Build", "To another person", 20),
        ("Plan before", "Apollo", "Build", "Removed", 20),
    ]
    assert [row[:4] for row in rows["Load compared"][1:3]] == [
        ("Everybody", "Hours", "Plan of record", 40),
        ("Everybody", "Capacity", "Plan of record", 320),
    ]


def test_the_report_is_a_pdf_and_the_same_comparison_is_the_same_file(file: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert run("compare", file, "What if", "--to", tmp_path / name) == 0
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["Whatever"], 2, "keeps no scenario or baseline of that name; name any of: “Plan of record”, “Plan before”, “Later”, “What if”."),
        (["What if"] * 6, 2, "6 scenarios are named, and at most 5 are compared at once"),
        (["What if", "Later"], 1, "“Later” has no plan yet, make one: plimsoll solve "),
        (["What if", "--to", "out.docx"], 2, "a comparison is written as a workbook (.xlsx) or a report (.pdf)"),
    ],
)
def test_what_cannot_be_compared_is_told_with_the_way_out(
    file: Path, arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", file, *arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_a_workbook_keeps_no_scenarios_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", tmp_path / "case.xlsx", "What if") == 2
    assert "only a portfolio file (.plimsoll) or a shared bank keeps scenarios" in capsys.readouterr().err
