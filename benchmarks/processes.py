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

    `first` is when its first line on stderr that was waited for came, in seconds; `megabytes` the most that it and its children
    held at one moment, what they share counted in each, so a little too much; both None where it cannot be told.
    """

    code: int
    output: str
    complaint: str
    seconds: float
    first: float | None
    megabytes: float | None


class FailedError(Exception):
    """A program that a measurement stands on did not do its work."""

    def __init__(self, command: Sequence[str], run: Run) -> None:
        super().__init__(f"exit {run.code}: {' '.join(command)}\n{run.complaint[-2000:]}")


def python(
    *arguments: str | Path,
    awaited: Callable[[str], bool] = lambda _: False,
    accepted: tuple[int, ...] = (0,),
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Run:
    """Run this Python with the arguments; FailedError where it exits with a code that is not accepted."""
    command = [sys.executable, *map(str, arguments)]
    run = measured(command, awaited, os.environ | dict(environment))
    if run.code not in accepted:
        raise FailedError(command, run)
    return run


def measured(command: Sequence[str], awaited: Callable[[str], bool], environment: Mapping[str, str]) -> Run:
    """Run a command to its end."""
    lines: list[tuple[float, str]] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=dict(environment))
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
        first = next((when for when, line in lines if awaited(line)), None)
        complaint = "".join(line for _, line in lines)
        return Run(child.returncode, output.read(), complaint, seconds, first, peak / MEGABYTE if peak else None)


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
