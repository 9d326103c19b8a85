"""A long life of edits, undone and done again: always at the digest it should be at, and back to the first."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data.edits import Change, Edit, adding
from data.portfolio import Kind, Portfolio
from planner.actions import entities
from planner.workspace import Workspace
from tests import builders as b
from tests.faults.judging import at_home
from tests.faults.places import NAME, files_of, home_of

OPENED_ANEW = 250
"""So many steps lie between two openings of the file."""


class Model:
    """The digests that undo and redo lead to, kept apart from what is tested."""

    def __init__(self, digest: str) -> None:
        self.done = [digest]
        self.undone: list[str] = []

    def edit(self, digest: str) -> None:
        assert digest != self.done[-1]
        self.done.append(digest)
        self.undone.clear()

    def undo(self) -> None:
        if len(self.done) > 1:
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.undone.pop())


def random_edit(portfolio: Portfolio, draw: random.Random, number: int) -> Edit:
    """Somebody comes, changes or goes, with everything that is theirs."""
    people = list(portfolio.resources.values())
    what = draw.choice(["add", "change", "change", "remove"])
    if what == "add" or len(people) < 3:
        return adding("Add", [b.resource(f"Person {number}", draw.choice(["Backend", "Tester"]), draw.randint(1, 5))])
    person = draw.choice(people)
    if what == "change":
        after = replace(person, level=person.level % 5 + 1, cost_per_hour=float(number))
        return Edit("Change", (Change(Kind.RESOURCE, person.id, person, after),))
    return entities.removed(portfolio, Kind.RESOURCE, [person.id], "Remove")


def lives(path: Path, steps: int, seed: int) -> Iterator[Workspace]:
    """Walks at random; each workspace is handed out before it is closed and opened anew."""
    draw = random.Random(seed)
    workspace = Workspace.create(path, b.small_case())
    model = Model(workspace.digest)
    for number in range(steps):
        match draw.choices(["edit", "undo", "redo"], [5, 4, 2])[0]:
            case "edit":
                workspace.apply(random_edit(workspace.portfolio, draw, number))
                model.edit(workspace.digest)
            case "undo":
                workspace.undo()
                model.undo()
            case "redo":
                workspace.redo()
                model.redo()
        assert workspace.digest == model.done[-1], f"step {number}"
        if number % OPENED_ANEW == OPENED_ANEW - 1:
            workspace.close()
            workspace = Workspace.open(path)
            assert workspace.digest == model.done[-1]
    yield workspace
    workspace.close()


def walk(place: Path, steps: int, seed: int) -> None:
    files_of(place).mkdir(parents=True)
    home_of(place).mkdir()
    with at_home(place):
        for workspace in lives(files_of(place) / NAME, steps, seed):
            last = workspace.digest
            first = workspace.steps[0].digest
            undone = 0
            while workspace.undo_label:
                workspace.undo()
                undone += 1
            assert workspace.digest == first
            assert workspace.portfolio == b.small_case()
            for _ in range(undone):
                workspace.redo()
            assert workspace.digest == last


def test_a_thousand_steps_lead_back_to_the_first_digest_and_on_to_the_last(place: Path) -> None:
    walk(place, 1_000, seed=1)


@pytest.mark.soak
def test_ten_thousand_steps_lead_back_to_the_first_digest_and_on_to_the_last(place: Path) -> None:
    walk(place, 10_000, seed=2)
