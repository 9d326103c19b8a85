"""Another program puts its file in the place of ours at any moment of a publication: neither theirs nor ours is ever lost."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from planner.files import OnLeftover, UnsavedWorkError
from planner.workspace import Workspace
from tests.faults.judging import at_home
from tests.faults.places import NAME, THEIRS, files_of
from tests.faults.plain import holds_plainly
from tests.faults.staging import Played, Stage
from tests.faults.tracing import Fault

BEFORE = ("theirs", "create", "edit", "plan", "publish", "edit")


def changed_at(stage: Stage, place: Path, number: int, then_kill: int) -> Played:
    """Theirs comes before this call of the publication; so many calls later the process is killed, if it is not 0."""
    moved = (str(place / THEIRS), str(files_of(place) / NAME))
    return stage.play(place, "publish", before=BEFORE, fault=Fault(number, moved=moved, then_kill=then_kill), patient=True)


def check_changed(place: Path, played: Played, theirs: str) -> None:
    """Once the file was opened again, both contents are somewhere: in the file, its working copy, a backup, or what was kept."""
    assert played.exit in (0, -signal.SIGKILL), played.crashed
    ours = [line["now"][0] for line in played.done if line["now"] is not None][-1]
    with at_home(place):
        _open_again(files_of(place) / NAME)
    found = {holds_plainly(path)[0] for path in place.rglob("*.plimsoll") if path.is_file()}
    assert theirs in found, "theirs is lost"
    assert ours in found, "ours is lost"
    assert [each.name for each in files_of(place).iterdir()] == [NAME]


def _open_again(path: Path) -> None:
    try:
        workspace = Workspace.open(path)
    except UnsavedWorkError:
        workspace = Workspace.open(path, on_leftover=OnLeftover.TAKE_UP)
    workspace.close(publish=False)


def changed_at_each(stage: Stage, place: Path, some: slice, kills: tuple[int, ...]) -> int:
    """At some of the calls that a publication makes; answers how often it was refused."""
    calls = stage.play(place, "publish", before=BEFORE).calls
    theirs = holds_plainly(place / THEIRS)[0]
    refused = 0
    for number in range(1, len(calls) + 1)[some]:
        for then_kill in kills:
            played = changed_at(stage, place, number, then_kill)
            refused += bool(played.refused)
            try:
                check_changed(place, played, theirs)
            except Exception as problem:
                problem.add_note(f"theirs before call {number}, {played.hit}; killed {then_kill} calls later")
                raise
    return refused


def test_a_file_changed_at_any_moment_is_not_lost(tracing_stage: Stage, place: Path) -> None:
    assert changed_at_each(tracing_stage, place, slice(-24, None, 3), (0,)) > 0


@pytest.mark.soak
def test_a_file_changed_at_every_moment_is_not_lost_in_a_kill_soon_after(tracing_stage: Stage, place: Path) -> None:
    assert changed_at_each(tracing_stage, place, slice(None), (0, 1, 2, 3, 5, 8)) > 0
