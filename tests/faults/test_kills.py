"""A process killed at any moment loses nothing that it acknowledged, tears no file and leaves nothing in the way."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path
from zlib import crc32

import pytest

from tests.faults.acting import random_steps
from tests.faults.judging import judge
from tests.faults.scenes import SCENES
from tests.faults.staging import Played, Stage
from tests.faults.tracing import Fault

KILLS = int(os.environ.get("PLIMSOLL_KILLS", "300"))
KILLS_OF_A_LIFE = 10
STEPS = 30


def kill_at(stage: Stage, place: Path, name: str, number: int, clean: Played) -> None:
    """Kills before the call of this number, and judges what is left."""
    scene = SCENES[name]
    killed = stage.play(place, *scene.steps, before=scene.before, fault=Fault(number))
    assert killed.exit == -signal.SIGKILL, killed.crashed
    try:
        judge(place, killed.done, clean.done)
    except Exception as problem:
        problem.add_note(f"{name}: killed before call {number} of {len(clean.calls)}, {killed.hit}")
        raise


@pytest.mark.parametrize("name", SCENES)
def test_a_kill_within_an_operation_leaves_its_files_whole(tracing_stage: Stage, place: Path, name: str) -> None:
    clean = tracing_stage.undisturbed(place, name)
    kill_at(tracing_stage, place, name, crc32(name.encode()) % len(clean.calls) + 1, clean)


TOUCHY = (
    ("create", "write", "/files/"),
    ("save", "pwrite64", "/files/"),
    ("save", "renameat2", "/files/"),
    ("save", "unlink", "/files/"),
    ("close", "fsync", "/files"),
    ("close", "sendfile", "/backups/"),
    ("save a copy", "pwrite64", "/files/"),
    ("migrate", "sendfile", "/backups/"),
    ("bulk edit", "ftruncate", "-journal"),
)
"""Moments at which a careless program tears a file, forgets one, or leaves one lying about."""


@pytest.mark.parametrize(("name", "call", "where"), TOUCHY)
def test_a_kill_at_a_touchy_moment_leaves_files_whole(tracing_stage: Stage, place: Path, name: str, call: str, where: str) -> None:
    clean = tracing_stage.undisturbed(place, name)
    found = [n for n, made in enumerate(clean.calls, 1) if made.startswith(f"{call} ") and where in made]
    kill_at(tracing_stage, place, name, found[-1], clean)


@pytest.mark.soak
@pytest.mark.parametrize("name", SCENES)
def test_a_kill_at_every_call_of_an_operation_leaves_its_files_whole(tracing_stage: Stage, place: Path, name: str) -> None:
    clean = tracing_stage.undisturbed(place, name)
    for number in range(1, len(clean.calls) + 1):
        kill_at(tracing_stage, place, name, number, clean)


def killed_at_random(stage: Stage, place: Path, seed: int, kills: int, steps_of_a_life: int = STEPS) -> None:
    """A life of a file, lived once to its end, then killed at times drawn from its length."""
    steps = tuple(random_steps(seed, steps_of_a_life))
    clean = stage.play(place, *steps, traced=False)
    assert (clean.exit, clean.crashed, clean.refused) == (0, "", ())
    draw = random.Random(seed)
    for _ in range(kills):
        after = draw.uniform(0.01, clean.seconds)
        killed = stage.play(place, *steps, traced=False, kill_after=after)
        assert killed.exit in (0, -signal.SIGKILL), killed.crashed
        try:
            judge(place, killed.done, clean.done)
        except Exception as problem:
            problem.add_note(f"life {seed}, killed after {after:.3f} s, {len(killed.done)} steps of {len(steps)}")
            raise


@pytest.mark.parametrize("seed", range(3))
def test_random_kills_lose_nothing(stage: Stage, place: Path, seed: int) -> None:
    killed_at_random(stage, place, seed, kills=4, steps_of_a_life=12)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 100 + -(-KILLS // KILLS_OF_A_LIFE)))
def test_hundreds_of_random_kills_lose_nothing(stage: Stage, place: Path, seed: int) -> None:
    killed_at_random(stage, place, seed, kills=KILLS_OF_A_LIFE)
