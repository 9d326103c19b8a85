"""Which plan `plimsoll solve` starts from: the one that the INPUT holds, wherever that is kept."""

import pytest
from builders import allocation, demand, plan, portfolio, project, resource

from data.entities import Id
from data.plan import ProjectPlan
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


def test_a_portfolio_alone_begins_anew(inputs, start):
    assert start(inputs / "bare.xlsx", inputs / "new.xlsx") is None
