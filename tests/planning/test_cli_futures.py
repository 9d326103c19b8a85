"""`plimsoll futures` with real files: what it says, what it writes, and what is said of what cannot be asked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import builders as b
import openpyxl
import pytest

from data.entities import Id
from data.workbook.columns import PORTFOLIO, RESULTS
from planner.cli import main
from planner.workspace import Workspace

CASE = b.portfolio(
    b.resource("Ann"), b.resource("Bob"), b.project("Apollo", 1), b.project("Comet"), b.demand("Build", "Apollo", last=2),
    b.demand("Draw", "Comet", last=2), b.estimate("Apollo", 100.0, 100.0, 100.0), weeks=4, name="Case",
)  # fmt: skip
CALM = ("--absence", "0%", "--effort-from", "100", "--effort-to", "100")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio file with a plan of record that leaves Comet alone, and a scenario whose plan does half of it."""
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    with Workspace.create(path, CASE.holding(b.scenario("Both"))) as workspace:
        build = [b.allocation("Build", "Ann", week, 20.0) for week in (1, 2)]
        workspace.keep_plan(b.plan(*build, id=Id("first")))
        workspace.keep_plan(replace(b.plan(*build, b.allocation("Draw", "Bob", 1, 20.0), scenario="Both"), id=Id("both")))
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_the_plan_of_record_alone_is_told_with_its_chances_and_reserve(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("futures", file, "--draws", 200, "--absence", 10) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "200 futures (seed 1): people are away 10 % of their time beyond planned absences, 1.5 weeks at a time; one project has an estimate, "
        "the others take 90 to 130 % of what they ask.\n"
    )
    assert (
        "Of 2 projects, 0 get 80 % of their hours in nearly every future and 1 in hardly any, least sure of those between:\n  Apollo: "
        in said
    )
    assert "Backend: 50 % of what is asked is planned; 95 % of that is given in " in said


def test_two_plans_stand_in_the_same_futures(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("futures", file, "Plan of record", "Both", "--draws", 50, "--json", *CALM) == 0
    told = json.loads(capsys.readouterr().out)
    first, both = told["plans"]
    # 40 h at 16 points less an assignment of 4 h; the other does 20 h at 4 points more, less an assignment
    assert (first["planned"], both["planned"]) == (16 * 36, 16 * 36 + 4 * 16)
    assert (first["values"], both["values"]) == ([16.0 * 36] * 50, [16.0 * 36 + 4 * 16] * 50)
    assert (first["best_in"], both["best_in"], first["regret"]) == (0.0, 1.0, 64.0)
    chances = {row["project"]: row for row in told["projects"]}
    assert (chances["Apollo"]["met"], chances["Comet"]["met"], chances["Comet"]["coverage"]) == ([1.0, 1.0], [0.0, 0.0], [0.0, 0.5])


def test_solved_futures_say_which_projects_are_always_in(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("futures", file, "--draws", 5, "--solve", 2, "--effort", 2, *CALM) == 0
    said = capsys.readouterr()
    assert (
        "In the best plan of each of the 2 solved futures: 2 projects are covered always (Apollo, Comet), 0 in some, 0 in none." in said.out
    )
    assert "Short of the best plan known" in said.out
    assert "futures solved, " in said.err


def test_all_of_it_is_a_workbook_that_is_never_read_for_a_portfolio(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("futures", file, "Both", "--draws", 20, "--to", tmp_path / "f.xlsx") == 0
    assert f"Written to {tmp_path / 'f.xlsx'}" in capsys.readouterr().out
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    assert not {*(sheet.name for sheet in PORTFOLIO), *RESULTS} & set(book.sheetnames)
    assert [cell.value for cell in book["Projects in futures"][1]] == ["Project", "Met in, Both", "Coverage, Both", "In the best plan of"]
    assert book["Values"].max_row == 21
    assert {row[0].value: row[1].value for row in book["Question"].rows}["Draws"] == 20


def test_the_chart_is_drawn_where_a_picture_is_named(file: Path, tmp_path: Path) -> None:
    assert run("futures", file, "Plan of record", "Both", "--draws", 20, "--to", tmp_path / "f.svg") == 0
    drawn = (tmp_path / "f.svg").read_text()
    assert "Both is worth most in bad futures" in drawn
    assert 'id="side 1"' in drawn


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--absence", "60"), 2, "An absence of 60 % is beyond 0 to 50 %."),
        (("--absence", "4,5"), 2, "4,5 is no number; decimals have a point, as in 2.5"),
        (("Nobody",), 2, "Nobody: the PORTFOLIO keeps no scenario or baseline of that name; name any of: “Plan of record”, “Both”."),
        (("--to", "f.txt"), 2, "is written as a workbook (.xlsx) or drawn (.png, .svg, .pdf); name one of them."),
    ],
)
def test_what_cannot_be_asked_says_what_would_do(
    file: Path, arguments: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("futures", file, *arguments) == code
    assert said in capsys.readouterr().err
