"""A disk that fails at one call, or is full from one call on, costs nobody an acknowledged edit or a file."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.faults.judging import judge, whole
from tests.faults.places import elsewhere_of, files_of, home_of
from tests.faults.plain import DAMAGED
from tests.faults.scenes import SCENES, Scene
from tests.faults.staging import Played, Stage
from tests.faults.syscalls import ALLOCATING, CHANGING, READING
from tests.faults.tracing import Fault

AFTERWARDS = ("open_again", "copy_elsewhere", "edit", "publish", "close")
"""What must work once one call has failed, and the step it belongs to was tried again."""
A_DAY = Scene(("create",), ("edit", "plan", "publish", "bulk", "copy", "edit", "publish", "save_as", "change", "publish"))
FULL = ("copy_elsewhere", "fault_over", "edit", "publish", "close")
"""What must work on a full disk, and once there is room again."""

NAMES = tuple(name for name in SCENES if name != "restore a damaged file")
"""Scenes with a portfolio that can be opened all along."""
INJECTED = int(os.environ.get("PLIMSOLL_FAULTS", "300"))


def check_played(place: Path, played: Played) -> None:
    """No traceback, files whole when a step was refused, a message with a way out, a copy elsewhere, and nothing lost."""
    assert (played.exit, played.crashed) == (0, "")
    last: Mapping[str, Any] = {}
    for line in played.said:
        if "did" in line:
            last = line
        else:
            check_refusal(line, last)
    judge(place, played.done, played.done, also=_made_by_refused(place, played))


def _made_by_refused(place: Path, played: Played) -> frozenset[str]:
    """A new file of a step that was refused may stand, if it is whole."""
    if not {line["refused"] for line in played.refused} & {"save_as", "keep_both"}:
        return frozenset()
    made = [path for path in files_of(place).glob("*.plimsoll") if " (mine " in path.name or path.name.startswith("saved-")]
    return frozenset(path.name for path in made if whole(path) not in (None, DAMAGED))


def check_refusal(line: Mapping[str, Any], last: Mapping[str, Any]) -> None:
    said = line["said"]
    assert "/place" in said, f"{said!r} names no place"
    assert ";" in said, f"{said!r} tells no way out"
    assert "Traceback" not in said
    assert "sqlite" not in said.casefold()
    known = {tuple(holds) for holds in last.get("files", {}).values() if holds} | {tuple(last.get("now") or ())}
    for name, found in line["found"].items():
        assert tuple(found) != DAMAGED or DAMAGED in known, f"{name} is torn after {said!r}"


def check_rescued(place: Path, played: Played) -> None:
    """Where a file was open, a copy of it elsewhere was saved and holds everything that was acknowledged by then."""
    rescue = next((n for n, line in enumerate(played.said) if line.get("did") == "copy_elsewhere"), None)
    assert rescue is not None, f"no copy could be saved elsewhere: {played.refused}"
    assert whole(elsewhere_of(place) / "rescued.plimsoll") == tuple(played.said[rescue]["now"])


def faults(calls: tuple[str, ...], count: int, seed: int) -> Iterator[Fault]:
    """Faults spread over the calls that an undisturbed run makes: one call fails, or a write does only half of its bytes."""
    draw = random.Random(seed)
    names = [call.split()[0] for call in calls]
    for number in sorted(draw.sample(range(len(calls)), min(count, len(calls)))):
        short = names[number] in ("write", "pwrite64") and draw.random() < 0.25
        error = 0 if short else draw.choice([errno.EIO, errno.EIO, errno.ENOSPC, errno.EACCES])
        yield Fault(number + 1, error, short=short, calls=frozenset(CHANGING | READING))


def fail_at(stage: Stage, place: Path, name: str, fault: Fault, *, reads: bool) -> None:
    scene = SCENES[name]
    played = stage.play(place, *scene.steps, *AFTERWARDS, before=scene.before, fault=fault, reads=reads, patient=True)
    try:
        check_played(place, played)
        check_rescued(place, played)
    except Exception as problem:
        problem.add_note(f"{name}: {errno.errorcode.get(fault.error, 'half a write')} at call {fault.at}, {played.hit}")
        problem.add_note(f"refused: {[line['said'] for line in played.refused]}")
        raise


@pytest.mark.parametrize("name", NAMES[::3])
def test_a_call_that_fails_costs_nothing(tracing_stage: Stage, place: Path, name: str) -> None:
    for fault in faults(tracing_stage.undisturbed(place, name).calls, 1, seed=len(name)):
        fail_at(tracing_stage, place, name, fault, reads=False)


ONCE_FOUND = (
    ("edit", "fdatasync", "working.plimsoll-journal"),
    ("undo", "ftruncate", "working.plimsoll-journal"),
    ("save", "rename", "-note.part"),
    ("save", "fsync", "/files"),
    ("save as", "unlink", "working.plimsoll"),
    ("take theirs", "unlink", "working.plimsoll"),
    ("keep both", "unlink", "incoming.plimsoll"),
    ("close", "sendfile", "/backups/"),
)
"""Calls whose failure once cost something, or would cost something in a careless program."""


@pytest.mark.parametrize(("name", "call", "where"), ONCE_FOUND)
def test_a_call_that_failed_badly_once_costs_nothing(tracing_stage: Stage, place: Path, name: str, call: str, where: str) -> None:
    calls = tracing_stage.undisturbed(place, name).calls
    found = [n for n, made in enumerate(calls, 1) if made.startswith(f"{call} ") and where in made]
    fail_at(tracing_stage, place, name, Fault(found[-1], errno.EIO), reads=False)


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_hundreds_of_calls_that_fail_cost_nothing(tracing_stage: Stage, place: Path, name: str) -> None:
    for fault in faults(tracing_stage.undisturbed(place, name, reads=True).calls, -(-INJECTED // len(NAMES)), seed=1):
        fail_at(tracing_stage, place, name, fault, reads=True)


def fill_from(stage: Stage, place: Path, number: int, under: str) -> Played:
    """The disk is full from the call of this number on, until the actor has saved a copy elsewhere."""
    fault = Fault(number, errno.ENOSPC, lasting=True, under=under, calls=ALLOCATING)
    return stage.play(place, *A_DAY.steps, *FULL, before=A_DAY.before, fault=fault, patient=True)


def allocations(stage: Stage, place: Path, under: str) -> int:
    calls = [call.split(maxsplit=1) for call in stage.play(place, *A_DAY.steps, before=A_DAY.before).calls]
    return sum(name in ALLOCATING and path.startswith(under) for name, path in calls)


def full_at(stage: Stage, place: Path, under: str, levels: int) -> None:
    total = allocations(stage, place, under)
    for level in range(levels):
        number = 1 + level * total // levels
        played = fill_from(stage, place, number, under)
        try:
            check_played(place, played)
            check_rescued(place, played)
        except Exception as problem:
            problem.add_note(f"full from allocation {number} of {total} under {under}")
            problem.add_note(f"refused: {[(line['refused'], line['said']) for line in played.refused]}")
            raise


@pytest.mark.parametrize("which", ["home", "files"])
def test_a_disk_that_says_it_is_full_costs_nothing(tracing_stage: Stage, place: Path, which: str) -> None:
    full_at(tracing_stage, place, _under(place, which), levels=1)


@pytest.mark.soak
@pytest.mark.parametrize("which", ["both", "home", "files"])
def test_a_disk_that_says_it_is_full_at_twenty_levels_costs_nothing(tracing_stage: Stage, place: Path, which: str) -> None:
    full_at(tracing_stage, place, _under(place, which), levels=20)


def _under(place: Path, which: str) -> str:
    return str({"both": place, "home": home_of(place), "files": files_of(place)}[which]) + "/"
