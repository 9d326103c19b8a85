"""The tools of the fault tests themselves: calls are counted over all threads, and killed, failed or cut short where asked."""

from __future__ import annotations

import errno
import signal
from pathlib import Path

import pytest

from tests.faults.places import files_of
from tests.faults.staging import Stage
from tests.faults.tracing import Fault

RENAMES = frozenset({"rename"})


def sizes(place: Path) -> dict[str, int]:
    return {each.name: each.stat().st_size for each in files_of(place).iterdir()}


def test_calls_are_counted_over_all_threads(tracing_stage: Stage, place: Path) -> None:
    calls = tracing_stage.play(place, "two_threads").calls
    assert calls == tuple(f"{call} {files_of(place) / name}" for name in ("one", "two") for call in ("openat", "write", "rename"))


@pytest.mark.parametrize(
    ("at", "left"), [(1, {}), (2, {"one": 0}), (3, {"one": 100}), (4, {"one.new": 100}), (6, {"one.new": 100, "two": 100})]
)
def test_a_kill_comes_before_the_call_is_made(tracing_stage: Stage, place: Path, at: int, left: dict[str, int]) -> None:
    killed = tracing_stage.play(place, "two_threads", fault=Fault(at))
    assert (killed.exit, killed.said) == (-signal.SIGKILL, ())
    assert sizes(place) == left


def test_a_call_fails_with_the_error_asked_for_and_is_not_made(tracing_stage: Stage, place: Path) -> None:
    failed = tracing_stage.play(place, "two_threads", fault=Fault(1, errno.EIO, calls=RENAMES))
    assert [(line["error"], line["said"]) for line in failed.refused] == [("EIO", "one")]
    assert sizes(place) == {"one": 100, "two.new": 100}


def test_a_lasting_fault_fails_all_later_calls(tracing_stage: Stage, place: Path) -> None:
    failed = tracing_stage.play(place, "two_threads", fault=Fault(1, errno.ENOSPC, lasting=True, calls=RENAMES))
    assert [line["error"] for line in failed.refused] == ["ENOSPC", "ENOSPC"]
    assert sizes(place) == {"one": 100, "two": 100}


def test_a_short_write_does_half(tracing_stage: Stage, place: Path) -> None:
    tracing_stage.play(place, "two_threads", fault=Fault(2, short=True, calls=frozenset({"write"})))
    assert sizes(place) == {"one.new": 100, "two.new": 50}
