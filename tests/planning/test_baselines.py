"""Baselines: plans frozen under a name, compared with by it, measured against, and kept wherever their file goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders as b
import pytest

from data.entities import Id
from data.portfolio import Kind
from planner.actions import baselines, entities, scenarios
from planner.cli import main
from planner.comparing.choosing import OfRecord, choices, measured
from planner.workspace import Workspace

ANN, BUILD = b.resource("Ann"), b.demand("Build", "Apollo", last=2, hours_per_week=30.0)
ZOE, BOOKED = b.resource("Zoe"), b.booking("Build", "Zoe", 1, 8.0)
CASE = b.portfolio(
    ANN,
    b.project("Apollo", 1),
    BUILD,
    b.scenario(),
    b.scenario_change("What if", None, ZOE),
    b.scenario_change("What if", None, BOOKED),
    weeks=2,
)
MARCH, NOW = b.plan(b.allocation("Build", "Ann", 1, 10.0), id=Id("march")), b.plan(b.allocation("Build", "Ann", 1, 30.0), id=Id("now"))
TRIED = b.plan(b.allocation("Build", "Zoe", 1, 30.0), id=Id("tried"), scenario="What if")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose plan of March is frozen, and that has had two plans since, one of them a scenario's."""
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    with Workspace.create(path, CASE) as workspace:
        workspace.keep_plan(MARCH)
        workspace.apply(baselines.frozen(replace(baselines.fresh(workspace.record, MARCH.id), id=Id("b"), name="March")))
        for plan in (b.plan(id=Id("between")), NOW, TRIED):
            workspace.keep_plan(plan)
    return path


def test_a_plan_is_frozen_as_one_edit_under_a_free_name(path: Path) -> None:
    with Workspace.open(path) as workspace:
        assert [each.name for each in workspace.record.baselines.values()] == ["March"]
        baseline = baselines.fresh(workspace.record, NOW.id)
        workspace.apply(baselines.frozen(baseline))
        assert baselines.fresh(workspace.record, NOW.id).name == "Baseline 2"
        assert workspace.frozen_plan(baseline) == NOW
        assert workspace.undo_label == "Freeze Baseline 1"
        workspace.undo()
        assert list(workspace.record.baselines) == ["b"]


def test_plans_are_measured_against_a_baseline_until_it_is_gone(path: Path) -> None:
    with Workspace.open(path) as workspace:
        assert workspace.plan_before is not None
        assert workspace.plan_before.id == "between"
        workspace.measure_against(Id("b"))
        assert (workspace.plan_before, measured(workspace)) == (MARCH, ("b", OfRecord.IN_FORCE))
        workspace.enter(Id("What if"))
        assert (workspace.plan_before, measured(workspace)) == (MARCH, ("b", "What if"))
        workspace.apply(entities.removed(workspace.record, Kind.BASELINE, [Id("b")], "Remove"))
        assert (workspace.measure, workspace.plan_before) == (None, NOW)
        workspace.undo()
        assert workspace.plan_before == MARCH


def test_the_plan_of_a_scenario_is_looked_at_with_what_the_scenario_makes_as_long_as_there_is_one(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.apply(baselines.frozen(replace(baselines.fresh(workspace.record, TRIED.id), id=Id("t"), name="Tried")))
        choice = choices(workspace)[-1]
        assert choice.has_plan(workspace)
        assert not choice.is_read(workspace)
        plan = choice.plan(workspace)
        assert plan is not None
        assert choice.side(workspace.record, plan).elsewhere == 0.0
        assert choice.is_read(workspace)
        workspace.apply(scenarios.removed(workspace.record, Id("What if")))
        assert choice.side(workspace.record, plan).elsewhere == 30.0


def test_it_is_compared_by_its_name(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(path), " march", "Plan of record"]) == 0
    told = capsys.readouterr().out
    assert "Plan of record differs from March in 1 project, 1 person and 1 week; 20 h added." in told
    assert main(["compare", str(path), "April"]) == 2
    assert (
        "keeps no scenario or baseline of that name; name any of: “Plan of record”, “Plan before”, “What if”, “March”."
        in capsys.readouterr().err
    )


def test_a_new_file_of_the_portfolio_has_no_baseline_whose_plan_it_lacks_and_a_copy_has_all(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.plimsoll"
    assert main(["export", str(path), str(other)]) == 0
    with Workspace.open(path) as workspace:
        workspace.save_copy(tmp_path / "copy.plimsoll")
    with Workspace.read(other) as made, Workspace.read(tmp_path / "copy.plimsoll") as copy:
        assert not made.record.baselines
        assert list(made.record.scenarios) == ["What if"]
        assert copy.frozen_plan(copy.record.baselines[Id("b")]) == MARCH
