"""Back to a point of the log: the edit that turns today's portfolio into that of then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from data.entities import Id, ScenarioStatus, new_id
from data.plan import PlanStatus
from data.portfolio import Kind, Portfolio
from planner.actions.entities import added, changed, removed
from planner.rewinding import restoring
from planner.workspace import Workspace
from tests.builders import allocation, plan, resource, scenario, scenario_change, small_case


@pytest.fixture
def worked_on(tmp_path: Path) -> Workspace:
    """The small case after Ann was renamed, Bob removed with all that is his, Dora added, and Ann renamed again."""
    workspace = Workspace.create(tmp_path / "Case.plimsoll", small_case())
    workspace.apply(changed(workspace.portfolio, replace(workspace.portfolio.resources[Id("Ann")], name="Anna"), "Rename Ann"))
    workspace.apply(removed(workspace.portfolio, Kind.RESOURCE, [Id("Bob")], "Remove Bob"))
    workspace.apply(added(resource("Dora"), "Add Dora"))
    workspace.undo()
    workspace.redo()
    workspace.apply(changed(workspace.portfolio, replace(workspace.portfolio.resources[Id("Ann")], name="Annie"), "Rename Anna"))
    return workspace


def test_every_point_of_a_log_can_be_gone_back_to(worked_on: Workspace) -> None:
    before = small_case()
    with worked_on as workspace:
        expected: list[Portfolio] = [before]
        for step in workspace.steps[1:]:
            expected.append(workspace.edit_of(step).applied_to(expected[-1]))
        for step, portfolio in zip(workspace.steps, expected, strict=True):
            assert workspace.restoring(step, "Back").applied_to(workspace.portfolio) == portfolio


def test_going_back_is_one_step_that_undo_takes_back(worked_on: Workspace) -> None:
    with worked_on as workspace:
        today = workspace.portfolio
        workspace.apply(workspace.restoring(workspace.steps[0], "Restore to the beginning"))
        assert workspace.portfolio == small_case()
        assert workspace.undo_label == "Restore to the beginning"
        workspace.undo()
        assert workspace.portfolio == today


def test_a_point_before_an_earlier_restoring_can_be_gone_back_to_as_well(worked_on: Workspace) -> None:
    with worked_on as workspace:
        renamed = workspace.steps[1]
        workspace.apply(workspace.restoring(workspace.steps[0], "Back"))
        workspace.apply(workspace.restoring(renamed, "Forth"))
        assert workspace.portfolio.resources[Id("Ann")].name == "Anna"
        assert Id("Bob") in workspace.portfolio.resources


def test_to_the_latest_step_there_is_nothing_to_restore(worked_on: Workspace) -> None:
    with worked_on as workspace:
        assert not workspace.restoring(workspace.steps[-1], "Back")


def test_what_was_changed_and_changed_back_is_no_part_of_it() -> None:
    before = small_case()
    there = changed(before, replace(before.resources[Id("Ann")], name="Anna"), "Rename")
    assert not restoring(before, [there, there.inverse()], "Back")


def test_the_reason_is_said_of_every_edit_that_says_nothing_itself(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        workspace.reason = "Steering committee"
        workspace.apply(added(resource("Dora"), "Add Dora"))
        workspace.apply(replace(added(resource("Emil"), "Add Emil"), why="as agreed"))
        workspace.reason = ""
        workspace.apply(added(resource("Fay"), "Add Fay"))
        assert [step.why for step in workspace.steps] == ["", "Steering committee", "as agreed", ""]


def test_a_plan_was_kept_when_its_id_was_made(tmp_path: Path) -> None:
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    fresh, old = plan(id=new_id()), plan(id=Id("old"))
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        for each in (fresh, old):
            workspace.keep_plan(each)
        found = workspace.stored_plans()()
    assert before <= found[0].kept_at <= dt.datetime.now(dt.UTC)
    assert found[1].kept_at == found[1].solved_at == old.solved_at


def test_the_plans_that_are_kept_are_told_oldest_first(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        first = plan(allocation("Build", "Ann", 1, 30.0), id=Id("first"), status=PlanStatus.FEASIBLE)
        second = plan(id=Id("second"), policy="House")
        for each in (first, second):
            workspace.keep_plan(each)
        found = workspace.stored_plans()()
    assert [(each.id, each.status, each.value, each.bound, each.policy, each.solved_at) for each in found] == [
        (each.id, each.status, each.value, each.bound, each.policy, each.solved_at) for each in (first, second)
    ]


def test_the_scenarios_of_today_stay_where_the_plan_of_record_goes_back(worked_on: Workspace) -> None:
    with worked_on as workspace:
        renamed = workspace.steps[1]
        ann = workspace.portfolio.resources[Id("Ann")]
        workspace.apply(added(scenario(), "New scenario"))
        workspace.enter(Id("What if"))
        workspace.apply(changed(workspace.portfolio, replace(ann, level=5), "Raise Ann"))
        workspace.enter(None)
        held = workspace.record.scenarios, workspace.record.of(Kind.SCENARIO_CHANGE)
        workspace.apply(workspace.restoring(renamed, "Back"))
        assert workspace.record.resources[Id("Ann")].name == "Anna"
        assert (workspace.record.scenarios, workspace.record.of(Kind.SCENARIO_CHANGE)) == held


def test_a_scenario_that_was_removed_comes_back_with_what_it_changed() -> None:
    before = small_case()
    ann = before.resources[Id("Ann")]
    there = before.holding(scenario(), scenario_change("What if", ann, replace(ann, level=5)))
    gone = removed(there, Kind.SCENARIO, [Id("What if")], "Remove scenario")
    assert restoring(gone.applied_to(there), [gone], "Back").applied_to(gone.applied_to(there)) == there


def test_promoting_what_changes_nothing_more_is_no_step(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case().holding(scenario(status=ScenarioStatus.APPROVED))) as workspace:
        before = len(workspace.steps)
        workspace.promote(Id("What if"))
        assert len(workspace.steps) == before
