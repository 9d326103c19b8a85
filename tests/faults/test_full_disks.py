"""A disk that is really full: every file is whole, what was acknowledged is there, and a copy can be saved to another disk."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.staging import Stage
from tests.faults.test_io_errors import A_DAY, check_played, check_rescued

SIZE = 16 << 20
"""Bytes of the disk: more than a day needs, so that what is left is what the filler leaves."""
OF_A_DAY = 6 << 20
"""Bytes with which nothing is refused on a day; Plimsoll itself wants 4 MB to spare when it opens a file."""
AFTERWARDS = ("copy_elsewhere", "make_room", "edit", "publish", "close")


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of its own in memory, mounted where a run takes place; skipped where this account may not mount one."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-disk-") as folder:
        place = Path(folder) / "place"
        place.mkdir()
        if reason := _why_not_mounted(place):
            pytest.skip(f"a small disk needs the right to mount one ({reason})")
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


def _why_not_mounted(place: Path) -> str:
    if shutil.which("mount") is None:
        return "there is no mount here"
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""


def days_on_a_full_disk(stage: Stage, place: Path, bytes_left: Iterable[int]) -> list[int]:
    """A day on a disk with so many bytes left, for each; answers how many steps were refused each time."""
    refused = []
    for left in bytes_left:
        steps = (f"fill {left}", *A_DAY.steps, *AFTERWARDS)
        played = stage.play(place, *steps, before=A_DAY.before, traced=False, patient=True)
        refused.append(len(played.refused))
        try:
            check_played(place, played)
            check_rescued(place, played)
        except Exception as problem:
            problem.add_note(f"{left} bytes left; refused: {[(line['refused'], line['said']) for line in played.refused]}")
            raise
    return refused


def test_a_full_disk_costs_nothing(stage: Stage) -> None:
    with small_disk() as place:
        refused = days_on_a_full_disk(stage, place, [0])
    assert refused[0] > 0


@pytest.mark.soak
def test_a_disk_full_at_twenty_levels_costs_nothing(stage: Stage) -> None:
    with small_disk() as place:
        refused = days_on_a_full_disk(stage, place, [OF_A_DAY * level // 19 for level in range(20)])
    assert refused[0] > 0
    assert refused[-1] == 0
    assert len(set(refused)) > 3
