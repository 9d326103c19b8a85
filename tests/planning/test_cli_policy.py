"""`plimsoll solve --policy` with real files: a file or a name, and what is kept of it."""

import json

import openpyxl
import pytest
from builders import demand, policy, portfolio, project, resource

from data.portfolio import Portfolio
from planner.cli import main
from planner.exporting import export_portfolio
from planner.importing import load
from planner.workspace import Workspace


def case(*others) -> Portfolio:
    """Ann, who costs 80 an hour, does all of Build: 60 hours."""
    ann = resource("Ann", cost_per_hour=80.0)
    return portfolio(ann, project("Apollo", 1), demand("Build", "Apollo", last=2, hours_per_week=30.0), *others, weeks=2)


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "case.xlsx"
    export_portfolio(case(policy("Kept", cost=10.0)), path)
    return path


@pytest.fixture
def thrifty(tmp_path):
    path = tmp_path / "thrifty.toml"
    path.write_text('name = "Thrifty"\ncost = 50\n')
    return path


def run(*arguments) -> int:
    return main([str(argument) for argument in arguments])


def solve(*arguments) -> int:
    return run("solve", *arguments, "--time-limit", "20")


def test_a_plan_by_a_policy_file_keeps_the_policy(workbook, thrifty, tmp_path, capsys):
    target = tmp_path / "plan.xlsx"
    assert solve(workbook, target, "--policy", thrifty) == 0
    said = capsys.readouterr().out
    assert "By the policy “Thrifty” the plan comes to 656 points" in said
    assert "Of that: value 896, cost -240." in said
    kept = load(target).portfolio
    assert kept is not None
    assert {each.name: each.cost for each in kept.policies.values()} == {"Kept": 10.0, "Thrifty": 50.0}
    assert run("check", workbook, target) == 0


def test_a_policy_decides_the_plan(thrifty, tmp_path):
    export_portfolio(case(resource("Bob", cost_per_hour=20.0), resource("Cleo", cost_per_hour=60.0)), tmp_path / "case.xlsx")
    assert solve(tmp_path / "case.xlsx", tmp_path / "plan.xlsx", "--policy", thrifty) == 0
    given = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Allocations"].iter_rows(min_row=2, values_only=True)
    assert {row[3] for row in given} == {"Bob"}


def test_a_policy_of_the_input_is_meant_by_its_name(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--policy", "Kept", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["policy"], answer["terms"], answer["value"]) == ("Kept", {"Cost": -48.0}, 896.0)
    assert answer["objective"] == 848.0
    assert answer["objective_bound"] >= answer["objective"]


def test_without_a_policy_there_are_no_terms(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["policy"], answer["terms"], answer["objective"]) == ("", {}, answer["value"])


def test_a_file_that_keeps_its_own_plan_keeps_the_policy_by_an_edit(thrifty, tmp_path, capsys):
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, case()).close()
    assert solve(path, path, "--policy", thrifty) == 0
    assert "edit: Add policy Thrifty" in capsys.readouterr().err
    with Workspace.open(path) as workspace:
        assert workspace.plan is not None
        assert workspace.plan.terms == (("Cost", -240.0),)
        assert [each.name for each in workspace.portfolio.policies.values()] == ["Thrifty"]
        workspace.undo()
        assert not workspace.portfolio.policies
    assert run("check", path, path) == 1
    assert "the plan is out of date" in capsys.readouterr().out


def test_solved_again_by_the_same_file_the_policy_is_kept_once(thrifty, tmp_path):
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, case()).close()
    assert solve(path, path, "--policy", thrifty) == 0
    assert solve(path, path, "--policy", thrifty) == 0
    with Workspace.read(path) as workspace:
        assert len(workspace.portfolio.policies) == 1
    assert run("check", path, path) == 0


def test_a_file_never_changes_the_policy_that_a_portfolio_keeps(thrifty, tmp_path, capsys):
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, case(policy("Thrifty", cost=7.0))).close()
    assert solve(path, path, "--policy", thrifty) == 2
    assert "the portfolio keeps another policy “Thrifty”; give the file's a name of its own" in capsys.readouterr().err
    with Workspace.read(path) as workspace:
        assert workspace.plan is None


def test_neither_file_nor_name_is_wrong_usage_and_says_what_there_is(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--policy", "Lavish") == 2
    said = capsys.readouterr().err
    assert "--policy Lavish: there is no such file, and the INPUT keeps no policy of that name (it keeps Kept)." in said
    assert not (tmp_path / "plan.xlsx").exists()


def test_a_bad_policy_file_is_refused_before_anything_is_solved(workbook, tmp_path, capsys):
    (tmp_path / "bad.toml").write_text("cost = -1\n")
    assert solve(workbook, tmp_path / "plan.xlsx", "--policy", tmp_path / "bad.toml") == 1
    assert "bad.toml, line 1: cost is -1; type 0 or more." in capsys.readouterr().err
    assert not (tmp_path / "plan.xlsx").exists()


def test_a_solve_without_the_policy_of_the_plan_it_starts_from_says_so(workbook, thrifty, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--policy", thrifty) == 0
    capsys.readouterr()
    assert solve(tmp_path / "plan.xlsx", tmp_path / "again.xlsx") == 0
    assert "was made by the policy “Thrifty”; this solve uses none" in capsys.readouterr().err
    assert solve(tmp_path / "plan.xlsx", tmp_path / "again.xlsx", "--policy", "Thrifty") == 0
    assert "this solve uses none" not in capsys.readouterr().err
