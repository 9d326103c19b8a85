"""A process that has everything imported and forks an actor for each run: `python -m tests.faults.stage`.

It reads one run a line on standard input, as JSON, and answers each with one line; asked for nothing, it says why it cannot
trace, or null. A fork takes milliseconds where a
Python that imports SQLAlchemy takes half a second, and what it forks was never touched by the run before.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.acting import Actor, workbook
from tests.faults.places import elsewhere_of, files_of, home_of
from tests.faults.tracing import Ended, Fault, traced, why_not

Run = dict[str, Any]

LONGEST, TICK = 120.0, 0.002
"""Seconds that a run may take at most, and between two looks whether it has ended."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            run = json.loads(line)
            print(json.dumps(_played(run, Path(folder)) if run else why_not()), flush=True)


def _played(run: Run, folder: Path) -> Run:
    place = Path(run["place"])
    if run["clear"]:
        shutil.rmtree(place, ignore_errors=True)
        shutil.rmtree(elsewhere_of(place), ignore_errors=True)
    home_of(place).mkdir(parents=True, exist_ok=True)
    files_of(place).mkdir(parents=True, exist_ok=True)
    os.environ["PLIMSOLL_HOME"] = str(home_of(place))
    imported = workbook(folder) if "import" in (*run["before"], *run["steps"]) else None
    with tempfile.TemporaryFile() as said:
        actor = Actor(place, said.fileno(), imported, run["name"])
        began = time.monotonic()
        ended = _traced(run, actor) if run["traced"] else _killed(run, actor)
        seconds = time.monotonic() - began
        said.seek(0)
        acknowledged = [json.loads(line) for line in said.read().splitlines()]
    calls = [str(call) for call in ended.calls]
    told = {"exit": os.waitstatus_to_exitcode(ended.status), "calls": calls, "hit": str(ended.hit or "")}
    return {"said": acknowledged, "seconds": seconds, "processor": ended.processor, "megabytes": ended.kilobytes / 1024, **told}


def _acts(run: Run, actor: Actor) -> Callable[[Callable[[], None]], None]:
    def act(watch: Callable[[], None]) -> None:
        actor.act(tuple(run["before"]))
        watch()
        actor.act(tuple(run["steps"]), patient=run["patient"])

    return act


def _traced(run: Run, actor: Actor) -> Ended:
    told = run["fault"]
    fault = Fault(**told | {"calls": frozenset(told["calls"])}) if told else None
    return traced(_acts(run, actor), run["place"] + "/", fault, reads=run["reads"])


def _killed(run: Run, actor: Actor) -> Ended:
    """Without tracing: killed after a time, if it has not ended by itself."""
    child = os.fork()
    if child == 0:
        try:
            _acts(run, actor)(lambda: None)
            os._exit(0)
        finally:
            os._exit(1)
    until = time.monotonic() + (run["kill_after"] or LONGEST)
    while time.monotonic() < until:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            return _ended(status, used)
        time.sleep(TICK)
    os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    return _ended(status, used)


def _ended(status: int, used: resource.struct_rusage) -> Ended:
    return Ended(status, kilobytes=used.ru_maxrss, processor=used.ru_utime + used.ru_stime)


if __name__ == "__main__":
    main()
