"""`plimsoll sweep` with real files: what it says, what it writes, and what is said of what cannot be asked."""

from __future__ import annotations

import json
from pathlib import Path

import builders as b
import openpyxl
import pytest

from data.entities import Id, ProjectStatus
from data.workbook.columns import PORTFOLIO, RESULTS
from planner.cli import main
from planner.workspace import Workspace

CASE = b.portfolio(
    b.resource("Ann"), b.resource("Bob", hours_per_week=20.0), b.project("Apollo", 1), b.project("Comet"),
    b.demand("Build", "Apollo", last=2, hours_per_week=50.0), b.demand("Draw", "Comet", last=3), weeks=4, name="Case",
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    late = b.project("Comet", status=ProjectStatus.ON_HOLD)
    scenario = b.scenario("Without Comet")
    with Workspace.create(path, CASE.holding(scenario, b.scenario_change("Without Comet", CASE.projects[Id("Comet")], late))):
        pass
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_points_are_told_with_figures_and_bound(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = file.with_suffix(".xlsx")
    assert run("sweep", file, "--vary", "more:Backend=0..2", "--effort", 20, "--to", book, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["question"]["vary"] == ["more:Backend=0,1,2"]
    values = [point["figures"]["Value"] for point in told["points"]]
    assert values[0] < values[1]
    assert all(point["bound"] >= point["figures"]["Value"] for point in told["points"])
    sheets = openpyxl.load_workbook(book)
    assert not set(sheets.sheetnames) & {*PORTFOLIO, *RESULTS}
    rows = list(sheets["Points"].iter_rows(values_only=True))
    assert rows[0][:3] == ("More people: Backend (people)", "Bound", "Value")
    assert [row[0] for row in rows[1:]] == [0, 1, 2]
    assert [row[2] for row in rows[1:]] == pytest.approx(values, abs=1e-3)


def test_a_scenario_is_swept_by_two_inputs_and_drawn(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = file.with_suffix(".svg")
    arguments = ("--scenario", "Without Comet", "--vary", "delay:Apollo=0,1", "--vary", "capacity=0..100 by 50", "--effort", 20)
    assert run("sweep", file, *arguments, "--to", picture) == 0
    said = capsys.readouterr().out
    assert "Capacity of everybody" in said
    assert f"Written to {picture}" in said
    assert "+1 week" in said
    assert "+100 %" in said
    assert 'id="grid"' in picture.read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--vary", "delay:Appolo=0..3"), "there is no project “Appolo”; is one of these meant: “Apollo”"),
        (("--vary", "delay:Apollo=x"), "“x” is no figure"),
        (("--vary", "delay:Apollo=0..3", "--scenario", "None such"), "keeps no scenario of that name"),
        (("--vary", "delay:Apollo=0..3", "--to", "points.docx"), "written as a workbook"),
    ],
)
def test_what_cannot_be_asked_says_what_can(file: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run("sweep", file, *arguments) == 2
    assert said in capsys.readouterr().err
