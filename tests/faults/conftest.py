"""The stage of the fault tests: one process for all, and a place for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.staging import Stage, place_to_act


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """The process that forks an actor for each run."""
    made = Stage()
    yield made
    made.close()


@pytest.fixture(scope="session")
def tracing_stage(stage: Stage) -> Stage:
    """The same, where the calls of an actor can be counted and failed."""
    if reason := stage.why_not_traced():
        pytest.skip(reason)
    return stage


@pytest.fixture
def place() -> Iterator[Path]:
    with place_to_act() as found:
        yield found
