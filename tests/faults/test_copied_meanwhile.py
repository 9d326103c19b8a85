"""A file that is published again and again can be copied in pieces at any time: every copy is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.edits import adding
from planner.workspace import Workspace
from tests import builders as b
from tests.faults.judging import at_home, whole
from tests.faults.places import NAME, files_of, home_of
from tests.faults.plain import DAMAGED
from tests.faults.staging import ROOT

PEOPLE = 200
"""Added before each publication, so that copying the file takes longer than publishing it."""


@contextmanager
def copying(source: Path, folder: Path) -> Iterator[None]:
    """Another process copies the file for as long as this lasts."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.faults.copier", str(source), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, text=True) as copier:
        try:
            yield
        finally:
            copier.communicate("", timeout=60)
    assert copier.returncode == 0


def published_while_copied(place: Path, times: int) -> tuple[int, int]:
    """How many copies were made, and how many of them hold different states; each is whole."""
    files_of(place).mkdir(parents=True)
    home_of(place).mkdir()
    path, copies = files_of(place) / NAME, place / "copies"
    states = set()
    with at_home(place), Workspace.create(path, b.small_case()) as workspace:
        states.add(workspace.digest)
        with copying(path, copies):
            for n in range(times):
                workspace.apply(adding(f"Add a crowd {n}", [b.resource(f"Crowd {n}-{m}") for m in range(PEOPLE)]))
                workspace.publish()
                states.add(workspace.digest)
    found = [whole(copy) for copy in copies.iterdir()]
    assert DAMAGED not in found
    assert None not in found
    assert {each[0] for each in found if each} <= states
    return len(found), len(set(found))


def test_copies_made_while_publishing_are_whole(place: Path) -> None:
    made, states = published_while_copied(place, 5)
    assert made >= states > 1


@pytest.mark.soak
def test_copies_made_during_fifty_publications_are_whole(place: Path) -> None:
    made, states = published_while_copied(place, 50)
    print(f"{made} copies of {states} states")
    assert made >= states > 25
