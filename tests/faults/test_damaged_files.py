"""A damaged file is known for what it is: all of it as it was written, or refused with backups offered; never touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.edits import adding
from data.entities import Id
from data.errors import PlannerError
from data.file_errors import DamagedFileError, NewerFileError, NotAPortfolioError
from data.plan import Plan
from data.portfolio import Portfolio
from data.steps import Step
from planner.files import ReadOnlyWhy, backups_for, restore_file
from planner.workspace import Workspace
from tests import builders as b
from tests.faults.damaging import damaged
from tests.faults.judging import at_home
from tests.faults.places import NAME, files_of, home_of

IN_SOAK = int(os.environ.get("PLIMSOLL_DAMAGES", "300"))


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it should be, an older version of it, and all that it says."""

    path: Path
    whole: bytes
    older: bytes
    portfolio: Portfolio
    steps: tuple[Step, ...]
    plans: tuple[Plan, ...]


@pytest.fixture
def written(place: Path) -> Iterator[Written]:
    """A file with a history: people come and gone, so that there are free pages, two plans, things undone."""
    files_of(place).mkdir(parents=True)
    home_of(place).mkdir()
    path = files_of(place) / NAME
    with at_home(place):
        with Workspace.create(path, b.small_case()) as workspace:
            workspace.apply(adding("Add a crowd", [b.resource(f"Crowd {n}") for n in range(150)]))
            workspace.keep_plan(b.plan(*(b.allocation("Build", "Ann", n % 8 + 1, 1.0 + n) for n in range(100)), id=Id("plan-1")))
            workspace.undo()
            workspace.apply(adding("Add some", [b.resource(f"Some {n}", "Tester") for n in range(30)]))
            workspace.publish()
            older = path.read_bytes()
            workspace.apply(adding("Add more", [b.project(f"More {n}") for n in range(40)]))
            workspace.keep_plan(b.plan(*(b.allocation("Check", "Cleo", n % 8 + 1, 2.0) for n in range(60)), id=Id("plan-2")))
        with closing(Workspace.open(path)) as workspace:
            plans = tuple(workspace.plan_of(Id(plan)) for plan in ("plan-1", "plan-2"))
            found = Written(path, path.read_bytes(), older, workspace.portfolio, workspace.steps, plans)
        yield found


def check(written: Written, content: bytes) -> str:
    """Opens the damaged file as a person would; answers what became of it."""
    written.path.write_bytes(content)
    try:
        with closing(Workspace.open(written.path)) as workspace:
            assert workspace.read_only is None or workspace.read_only.why is ReadOnlyWhy.NEWER
            assert workspace.portfolio == written.portfolio
            assert workspace.steps == written.steps
            assert tuple(workspace.plan_of(plan.id) for plan in written.plans) == written.plans
            came_to, said = "whole" if workspace.read_only is None else "from the future", ""
    except (DamagedFileError, NotAPortfolioError, NewerFileError) as refusal:
        came_to, said = type(refusal).__name__, str(refusal)
    if said:
        assert str(written.path) in said
        assert backups_for(written.path), f"no backup is offered after {said}"
    assert written.path.read_bytes() == content, "the damaged file was changed"
    assert [each.name for each in files_of(written.path.parent.parent).iterdir()] == [NAME]
    return came_to


def check_all(written: Written, count: int) -> dict[str, int]:
    outcomes: dict[str, int] = {}
    for name, content in damaged(count, written.whole, written.older):
        try:
            came_to = check(written, content)
        except (Exception, PlannerError) as problem:
            problem.add_note(f"damage: {name}")
            raise
        outcomes[came_to] = outcomes.get(came_to, 0) + 1
    return outcomes


def test_forty_damaged_files_are_whole_or_refused(written: Written) -> None:
    outcomes = check_all(written, 40)
    assert outcomes["DamagedFileError"] > 20


@pytest.mark.soak
def test_hundreds_of_damaged_files_are_whole_or_refused(written: Written) -> None:
    print(check_all(written, IN_SOAK))


def test_a_backup_takes_the_place_of_a_damaged_file_and_the_damaged_one_is_kept(written: Written) -> None:
    broken = written.whole[:9000]
    written.path.write_bytes(broken)
    kept = restore_file(written.path, backups_for(written.path)[0])
    assert kept is not None
    assert kept.read_bytes() == broken
    with closing(Workspace.open(written.path)) as workspace:
        assert (workspace.portfolio, workspace.steps) == (written.portfolio, written.steps)
