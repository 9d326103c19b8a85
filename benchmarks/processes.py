"""Programs run to their end, with the time they took and the memory of the whole tree of processes they made."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

PULSE = 0.02
"""Seconds between two looks at the memory."""
MEGABYTE = 1e6
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a program.

    `said` are its lines on stderr, each with the seconds after which it came; `megabytes` is the most that it and its children
    held at one moment, what they share counted in each, so a little too much, None where it cannot be told.
    """

    code: int
    output: str
    complaint: str
    seconds: float
    said: tuple[tuple[float, str], ...]
    megabytes: float | None

    def first(self, awaited: Callable[[str], bool]) -> float | None:
        """Seconds until the first line that was waited for, None where it never came."""
        return next((when for when, line in self.said if awaited(line)), None)


class FailedError(Exception):
    """A program that a measurement stands on did not do its work."""

    def __init__(self, command: Sequence[str], run: Run) -> None:
        super().__init__(f"exit {run.code}: {' '.join(command)}\n{run.complaint[-2000:]}")


def python(
    *arguments: str | Path,
    accepted: tuple[int, ...] = (0,),
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Run:
    """Run this Python with the arguments; FailedError where it exits with a code that is not accepted."""
    command = [sys.executable, *map(str, arguments)]
    run = measured(command, os.environ | dict(environment))
    if run.code not in accepted:
        raise FailedError(command, run)
    return run


def measured(command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> Run:
    """Run a command to its end, in a folder where one is given."""
    lines: list[tuple[float, str]] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        started = time.perf_counter()
        child = subprocess.Popen(
            command, stdout=output, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=dict(environment), cwd=folder
        )
        assert child.stderr is not None
        listener = threading.Thread(target=_listen, args=(child.stderr, started, lines))
        listener.start()
        peak = 0
        while child.poll() is None:
            peak = max(peak, _resident(child.pid))
            time.sleep(PULSE)
        seconds = time.perf_counter() - started
        listener.join()
        child.stderr.close()
        output.seek(0)
        complaint = "".join(line for _, line in lines)
        return Run(child.returncode, output.read(), complaint, seconds, tuple(lines), peak / MEGABYTE if peak else None)


def _listen(stream: Iterator[str], started: float, lines: list[tuple[float, str]]) -> None:
    for line in stream:
        lines.append((time.perf_counter() - started, line))  # noqa: PERF401 - each as it comes


def _resident(process: int) -> int:
    """Bytes in memory of a process and all below it; 0 where the system does not tell."""
    return sum(_bytes(each) for each in _tree(process))


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        below = [task.joinpath("children").read_text() for task in (PROCESSES / str(process) / "task").iterdir()]
    except OSError:
        return
    for child in " ".join(below).split():
        yield from _tree(int(child))


def _bytes(process: int) -> int:
    try:
        return int((PROCESSES / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
