"""`plimsoll import` of sheets that are not in the contract's form: the guess printed, changed, kept, given again."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.cli import main
from planner.importing.mapping.mapping_file import read_mapping
from planner.workspace import Workspace
from tests.planning.sheet_builders import CASE, write_xlsx

TEAM = "Team list 2027;;\n;;\nResource_Name;Weekly_Capacity;Skill\nAnn;37,5;Backend\nBob;20;Tester\nTotal;57,5;\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "Team.csv"
    path.write_text(TEAM, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def hours(path: Path) -> dict[str, float | None]:
    with Workspace.read(path) as workspace:
        return {each.name: each.hours_per_week for each in workspace.portfolio.resources.values()}


def test_a_sheet_of_another_form_is_imported_by_a_guess_that_is_printed(team, tmp_path, capsys):
    assert run("import", team, tmp_path / "case.plimsoll") == 0
    said = capsys.readouterr()
    assert '"Weekly_Capacity" = "Hours per week"' in said.out
    assert "# " + str(tmp_path / "case.plimsoll") + ": a new portfolio of 2 resources." in said.out
    assert "row 6: left out as totals or the like" in said.err
    assert hours(tmp_path / "case.plimsoll") == {"Ann": 37.5, "Bob": 20.0}


def test_what_is_printed_is_a_mapping_that_can_be_changed_and_given(team, tmp_path, capsys):
    assert run("import", team, tmp_path / "case.plimsoll", "--dry-run") == 0
    printed = capsys.readouterr().out
    kept = tmp_path / "team.toml"
    kept.write_text(printed.replace("[tables.columns]", '[tables.units]\nWeekly_Capacity = "percent"\n[tables.columns]'), encoding="utf-8")
    assert not (tmp_path / "case.plimsoll").exists()
    assert run("import", team, tmp_path / "case.plimsoll", "--mapping", kept) == 0
    assert hours(tmp_path / "case.plimsoll") == {"Ann": 15.0, "Bob": 8.0}
    assert "standard_week" not in capsys.readouterr().out
    assert read_mapping(kept).tables[0].sheet == "Team"


def test_a_mapping_that_was_given_is_remembered_for_such_headings(team, tmp_path, capsys):
    mapping = tmp_path / "team.toml"
    assert run("import", team, tmp_path / "case.plimsoll", "--dry-run") == 0
    mapping.write_text(capsys.readouterr().out.replace("[tables.columns]", '[tables.units]\nWeekly_Capacity = "percent"\n[tables.columns]'))
    assert run("import", team, tmp_path / "case.plimsoll", "--mapping", mapping) == 0
    next_year = tmp_path / "Crew.csv"
    next_year.write_text(TEAM.replace("37,5", "50"), encoding="utf-8")
    assert run("import", next_year, tmp_path / "case.plimsoll") == 0
    assert "# Crew: as it was mapped before" in capsys.readouterr().out
    assert hours(tmp_path / "case.plimsoll") == {"Ann": 20.0, "Bob": 8.0}


def test_the_same_sheet_twice_changes_nothing(team, tmp_path, capsys):
    assert run("import", team, tmp_path / "case.plimsoll") == 0
    assert run("import", team, tmp_path / "case.plimsoll") == 0
    assert "No difference: nothing to import." in capsys.readouterr().out


def test_an_error_keeps_everything_out(team, tmp_path, capsys):
    team.write_text(TEAM.replace("20;", "much;"), encoding="utf-8")
    assert run("import", team, tmp_path / "case.plimsoll") == 1
    assert "Team!B5: Hours per week is “much”, which is no number" in capsys.readouterr().err
    assert not (tmp_path / "case.plimsoll").exists()


def test_a_workbook_in_the_contracts_form_is_read_as_ever(tmp_path, capsys):
    path = write_xlsx(tmp_path / "case.xlsx", CASE)
    assert run("import", path, tmp_path / "case.plimsoll") == 0
    assert "standard_week" not in capsys.readouterr().out


def test_a_mapping_for_a_portfolio_file_is_wrong_usage(team, tmp_path, capsys):
    assert run("import", team, tmp_path / "case.plimsoll") == 0
    (tmp_path / "m.toml").write_text("")
    assert run("import", tmp_path / "case.plimsoll", tmp_path / "other.plimsoll", "--mapping", tmp_path / "m.toml") == 2
    assert "has no sheets to be mapped" in capsys.readouterr().err


def test_a_sheet_of_nothing_known_says_so(tmp_path, capsys):
    notes = tmp_path / "Notes.csv"
    notes.write_text("Remember to ask Ann\nand Bob\n")
    run("import", notes, tmp_path / "case.plimsoll", "--dry-run")
    assert "no sheet of it is mapped to anything" in capsys.readouterr().err
