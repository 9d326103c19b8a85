"""A stranger's file runs nothing, reaches nothing, takes little time and memory, and is refused by the name of what is wrong."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.faults.hostile import HOSTILE, VICTIM
from tests.faults.places import NAME, elsewhere_of, files_of
from tests.faults.staging import Played, Stage, place_to_act

SECONDS, MEGABYTES, LETTERS = 2.0, 300.0, 1_000
"""The most that a look at a stranger's file may take, in seconds of the processor; and the most that is said about it."""

STRANGE_NAMES = (
    "file:case.plimsoll?mode=memory&cache=shared",
    "case.plimsoll?immutable=1#x.plimsoll",
    "per%20cent%00.plimsoll",
    "new\nline.plimsoll",
    " .plimsoll",
    "'; DROP TABLE resources; --.plimsoll",
    "case.plimsoll-journal",
    ":memory:",
    "\u202eflow\u202d.plimsoll",
    "no text \udcff\udcfe.plimsoll",
    "-rf.plimsoll",
)


@pytest.fixture(scope="session")
def portfolio(stage: Stage) -> bytes:
    """A portfolio with a plan and steps, as it was published."""
    with place_to_act() as place:
        made = stage.play(place, "create", "edit", "plan", "undo", "edit", "close", traced=False)
        assert made.exit == 0
        return (files_of(place) / NAME).read_bytes()


@pytest.fixture
def good(place: Path, portfolio: bytes) -> Path:
    """The file of it, and a file beside it that is nobody's to touch."""
    files_of(place).mkdir(parents=True)
    (files_of(place) / NAME).write_bytes(portfolio)
    (files_of(place) / VICTIM).write_text("precious")
    return files_of(place) / NAME


def looked_at(stage: Stage, place: Path, name: str = NAME, step: str = "look") -> Played:
    played = stage.play(place, step, traced=False, clear=False, kill_after=20, name=name)
    assert (played.exit, played.crashed) == (0, "")
    assert played.processor < SECONDS
    assert played.megabytes < MEGABYTES
    return played


def content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and path.stat().st_size < 100_000_000 else None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_runs_nothing(stage: Stage, place: Path, good: Path, name: str) -> None:
    hostile = HOSTILE[name]
    hostile.make(good)
    before, beside = content_of(good), {each.name for each in good.parent.iterdir()}
    for step in ("look", "read"):
        refused = looked_at(stage, place, step=step).refused
        assert len(refused) == (hostile.named is not None)
        if hostile.named is not None:
            check_said(refused[0]["said"], hostile.named)
        assert (good.parent / VICTIM).read_text() == "precious"
        assert content_of(good) == before
        assert {each.name for each in good.parent.iterdir()} == beside


def check_said(said: str, named: str) -> None:
    assert NAME in said
    assert named in said
    assert len(said) < LETTERS
    assert not [letter for letter in said if unicodedata.category(letter) in ("Cc", "Cf")], "what is said paints over the screen"


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_a_file_of_a_strange_name_is_a_file_like_any_other(stage: Stage, place: Path, good: Path, name: str) -> None:
    good.rename(good.with_name(name))
    assert looked_at(stage, place, name=name).refused == ()
    assert {each.name for each in good.parent.iterdir()} == {name, VICTIM}
    assert not elsewhere_of(place).exists()
