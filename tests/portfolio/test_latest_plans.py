"""Which plan the latest is measured against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.entities import Id
from planner.actions.plans import in_force
from planner.workspace import Workspace
from tests.builders import allocation, plan, small_case

FIRST, SECOND, THIRD = (
    plan(allocation("Build", "Ann", 1, hours), id=Id(f"plan-{number}")) for number, hours in ((1, 8.0), (2, 9.0), (3, 10.0))
)


def ids(workspace: Workspace) -> tuple[str | None, str | None]:
    latest, before = workspace.plan, workspace.plan_before
    return (latest.id if latest else None, before.id if before else None)


def test_without_a_plan_and_with_one_alone_there_is_none(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        assert ids(workspace) == (None, None)
        workspace.keep_plan(FIRST)
        assert ids(workspace) == ("plan-1", None)


def test_it_is_the_plan_kept_before_also_when_the_file_is_opened_again(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        for each in (FIRST, SECOND, THIRD):
            workspace.keep_plan(each)
        assert ids(workspace) == ("plan-3", "plan-2")
        assert workspace.plan_before == SECOND
        workspace.publish()
    with Workspace.open(tmp_path / "Case.plimsoll") as again:
        assert ids(again) == ("plan-3", "plan-2")
        assert again.plan_before == SECOND


def test_it_is_the_plan_in_force_unless_that_is_the_latest(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        for each in (FIRST, SECOND, THIRD):
            workspace.keep_plan(each)
        workspace.apply(in_force(workspace.portfolio, FIRST.id))
        assert ids(workspace) == ("plan-3", "plan-1")
        workspace.apply(in_force(workspace.portfolio, THIRD.id))
        assert ids(workspace) == ("plan-3", "plan-2")
        workspace.undo()
        workspace.keep_plan(replace(THIRD, id=Id("plan-4")))
        assert ids(workspace) == ("plan-4", "plan-1")


def test_a_file_saved_under_another_name_knows_it_too(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "Case.plimsoll", small_case()) as workspace:
        for each in (FIRST, SECOND):
            workspace.keep_plan(each)
        workspace.save_as(tmp_path / "Other.plimsoll")
        assert ids(workspace.read_plans()) == ("plan-2", "plan-1")
