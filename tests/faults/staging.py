"""Runs of an actor in a process of its own, as tests ask for them."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.places import NAME
from tests.faults.scenes import SCENES
from tests.faults.tracing import Fault

ROOT = Path(__file__).parent.parent.parent
IN_MEMORY = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Played:
    """What an actor acknowledged, how it ended (negative: by a signal), and the calls on its place that were counted."""

    said: tuple[dict[str, Any], ...]
    exit: int
    calls: tuple[str, ...]
    hit: str
    seconds: float
    processor: float
    megabytes: float

    @property
    def done(self) -> tuple[dict[str, Any], ...]:
        """The steps acknowledged."""
        return tuple(line for line in self.said if "did" in line)

    @property
    def refused(self) -> tuple[dict[str, Any], ...]:
        return tuple(line for line in self.said if "refused" in line)

    @property
    def crashed(self) -> str:
        return "".join(line["trace"] for line in self.said if "crashed" in line)


class Stage:
    """The process that forks an actor for each run."""

    def __init__(self) -> None:
        self._undisturbed: dict[tuple[str, bool], Played] = {}
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stage"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def play(
        self,
        place: Path,
        *steps: str,
        before: tuple[str, ...] = (),
        fault: Fault | None = None,
        traced: bool = True,
        reads: bool = False,
        kill_after: float | None = None,
        patient: bool = False,
        clear: bool = True,
        name: str = NAME,
    ) -> Played:
        """The steps of `before`, then `steps` watched; a `fault` among their calls, or a kill after some seconds."""
        told = dataclasses.asdict(fault) | {"calls": sorted(fault.calls)} if fault else None
        run = {"place": str(place), "before": before, "steps": steps, "fault": told, "traced": traced, "reads": reads}
        run |= {"kill_after": kill_after, "patient": patient, "clear": clear, "name": name}
        got = self._answer(run)
        return Played(tuple(got["said"]), got["exit"], tuple(got["calls"]), got["hit"], got["seconds"], got["processor"], got["megabytes"])

    def undisturbed(self, place: Path, name: str, *, reads: bool = False) -> Played:
        """A scene in peace, played once for all tests: how many calls it makes, and what it comes to."""
        if (name, reads) not in self._undisturbed:
            scene = SCENES[name]
            clean = self.play(place, *scene.steps, before=scene.before, reads=reads)
            assert (clean.exit, clean.crashed, clean.refused) == (0, "", ())
            self._undisturbed[name, reads] = clean
        return self._undisturbed[name, reads]

    def why_not_traced(self) -> str | None:
        """Why calls cannot be counted here; None where they can."""
        found: str | None = self._answer({})
        return found

    def _answer(self, run: dict[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(run) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"the stage itself ended at {run}"
        return json.loads(answer)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


@contextmanager
def place_to_act() -> Iterator[Path]:
    """An empty folder, in memory where there is one: what a kill leaves is what the kernel was told, on any disk."""
    parent = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="plimsoll-faults-", dir=parent) as folder:
        yield Path(folder) / "place"
