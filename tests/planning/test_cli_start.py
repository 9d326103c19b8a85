"""Which plan `plimsoll solve` starts from: the one that the INPUT holds, wherever that is kept."""

import json

import pytest
from builders import allocation, demand, plan, portfolio, project, resource

from data.entities import Id
from data.plan import ProjectPlan
from planner.actions.resources import removed
from planner.cli import main
from planner.commands import solve
from planner.exporting import export_plan, export_portfolio
from planner.plans import fingerprint
from planner.solving import Outcome
from planner.workspace import Workspace
from solver.solution import Status


def case():
    return portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), weeks=4)


def kept():
    said = (ProjectPlan(Id("Apollo"), selected=True),)
    return plan(allocation("Build", "Ann", 1, 20.0), projects=said, fingerprint=fingerprint(case()))


@pytest.fixture
def start(monkeypatch):
    """The hours of the plan that the last solve started from, None where it began anew."""
    seen = []

    def stopped(given, options, control, **wish):
        seen.append(None if wish["start"] is None else [each.hours for each in wish["start"].allocations])
        return Outcome(None, Status.NOTHING, ())

    monkeypatch.setattr(solve, "solve_portfolio", stopped)
    return lambda *arguments: main(["solve", *map(str, arguments)]) == 3 and seen[-1]


@pytest.fixture
def inputs(tmp_path):
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(kept())
    export_plan(case(), kept(), tmp_path / "plan.xlsx")
    export_plan(case(), kept(), tmp_path / "folder")
    export_portfolio(case(), tmp_path / "bare.xlsx")
    return tmp_path


@pytest.mark.parametrize("name", ["case.plimsoll", "plan.xlsx", "folder"])
def test_a_solve_starts_from_the_plan_in_its_input(name, inputs, start):
    assert start(inputs / name, inputs / "new.xlsx") == [20.0]


def test_a_file_that_keeps_its_own_plan_starts_from_it(inputs, start):
    assert start(inputs / "case.plimsoll", inputs / "case.plimsoll") == [20.0]


@pytest.mark.parametrize("name", ["case.plimsoll", "plan.xlsx"])
def test_a_fresh_solve_leaves_it_alone(name, inputs, start):
    assert start(inputs / name, inputs / "new.xlsx", "--fresh") is None
    assert start(inputs / "case.plimsoll", inputs / "case.plimsoll", "--fresh") is None


def test_rows_that_cannot_be_read_are_told_of_and_left_out(inputs, start, capsys):
    sheet = inputs / "folder" / "Allocations.csv"
    heading, row = sheet.read_text().splitlines()
    strange = [row.replace("Ann", "Zoe"), f"{row.rpartition(',')[0]},many"]
    sheet.write_text("\n".join([heading, row, *strange, ""]))
    assert start(inputs / "folder", inputs / "new.xlsx") == [20.0]
    said = capsys.readouterr().err
    assert "warning: Plan to start from: 2 rows cannot be read: Allocations!" in said
    assert "Zoe" in said
    assert "many" in said
    assert "the search starts without them" in said


def test_a_solve_that_is_told_as_json_tells_of_them_too(inputs, start, capsys):
    sheet = inputs / "folder" / "Allocations.csv"
    sheet.write_text(sheet.read_text().replace("Ann", "Zoe"))
    assert start(inputs / "folder", inputs / "new.xlsx", "--json") == []
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["severity"], found["place"]) == ("warning", "Plan to start from")


def test_hours_of_what_was_deleted_since_are_told_of(inputs, start, capsys):
    with Workspace.open(inputs / "case.plimsoll") as workspace:
        workspace.apply(removed(workspace.portfolio, Id("Ann")))
    assert start(inputs / "case.plimsoll", inputs / "new.xlsx") == [20.0]
    said = capsys.readouterr().err
    assert "note: Plan to start from: 1 row names a resource, a demand or a week that is no longer there, with 20 h" in said


def test_a_plan_that_can_be_read_is_not_spoken_of(inputs, start, capsys):
    for name in ("case.plimsoll", "plan.xlsx"):
        start(inputs / name, inputs / "new.xlsx")
    assert "Plan to start from" not in capsys.readouterr().err


def test_a_portfolio_alone_begins_anew(inputs, start):
    assert start(inputs / "bare.xlsx", inputs / "new.xlsx") is None
