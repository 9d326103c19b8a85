"""`--scenario` with real files: whose plan it is, what is written, and what is said where there is none."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from builders import demand, portfolio, project, resource, scenario, scenario_change

from data.entities import Id
from planner.cli import main
from planner.workspace import Workspace

ANN, BUILD = resource("Ann"), demand("Build", "Apollo", last=2, hours_per_week=30.0)
CASE = portfolio(ANN, project("Apollo", 1), BUILD, weeks=2)
LESS = replace(BUILD, hours_per_week=10.0)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio file with a scenario that asks for 20 hours instead of 60."""
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, CASE.holding(scenario(), scenario_change("What if", BUILD, LESS))).close()
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def summary(path: Path) -> dict[str, object]:
    return dict(row[:2] for row in openpyxl.load_workbook(path)["Summary"].iter_rows(min_row=2, values_only=True))


def test_a_solve_in_a_scenario_is_written_as_the_scenario_s(file: Path, tmp_path: Path) -> None:
    assert run("solve", file, tmp_path / "plan.xlsx", "--scenario", " What if ", "--time-limit", "10") == 0
    told = summary(tmp_path / "plan.xlsx")
    assert (told["Scenario"], told["Hours asked"]) == ("What if", 20)


def test_a_plan_of_a_scenario_is_kept_as_the_scenario_s(file: Path) -> None:
    assert run("solve", file, file, "--scenario", "What if", "--time-limit", "10") == 0
    with Workspace.read(file) as workspace:
        assert workspace.plan is None
        kept = workspace.plan_in(Id("What if"))
        assert kept is not None
        assert sum(each.hours for each in kept.allocations) == 20.0


def test_another_portfolio_file_gets_what_the_scenario_makes_as_its_own(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.plimsoll"
    assert run("solve", file, other, "--scenario", "What if", "--time-limit", "10") == 0
    with Workspace.read(other) as workspace:
        assert workspace.portfolio == portfolio(ANN, project("Apollo", 1), LESS, weeks=2)
        assert workspace.plan is not None


def test_an_export_writes_what_the_scenario_makes(file: Path, tmp_path: Path) -> None:
    assert run("export", file, tmp_path / "try.xlsx", "--scenario", "What if") == 0
    (row,) = openpyxl.load_workbook(tmp_path / "try.xlsx")["Demands"].iter_rows(min_row=2, values_only=True)
    assert 10 in row


def test_a_name_that_is_none_is_told_with_those_that_there_are(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", file, tmp_path / "try.xlsx", "--scenario", "Whatever") == 2
    assert "--scenario Whatever: the INPUT keeps no scenario of that name (it keeps What if)." in capsys.readouterr().err
