"""The child process that reads a stranger's file: small, limited in memory and time, gone when its parent is.

It is started with a path and the names of the wanted sheets on its command line, and writes one JSON object to its
standard output: the sheets (see `opening`), or why it refuses. It imports nothing of ours but its neighbours, so that
it starts in hundredths of a second.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from pathlib import Path

from data.workbook.marks import RefusedFileError
from data.workbook.opening import Json, opened

MEMORY = 2**30
"""Bytes the child may take beyond what it starts with."""
LIFETIME = 35
"""Seconds until it ends itself, should nobody be left to end it: the parent's patience and a little more."""
TOO_LARGE = "it needs more memory than a table should; delete rows and columns that only look empty"


def main(arguments: list[str]) -> int:
    """Read the file of the first argument; the other arguments name the sheets wanted, as `addresses.known` writes names."""
    _limit_memory()
    _end_with_parent()
    sys.stdout.buffer.write(json.dumps(_answer(Path(arguments[0]), frozenset(arguments[1:]))).encode("ascii"))
    sys.stdout.buffer.flush()
    return 0


def _answer(path: Path, wanted: frozenset[str]) -> dict[str, Json]:
    try:
        return opened(path, wanted)
    except RefusedFileError as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_LARGE}


def _limit_memory() -> None:
    """Where the system can: a table that would fill the machine ends the child instead."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        started = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if Path("/proc/self").exists() else 0
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = started + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """The parent holds our standard input open: its end is the parent's. The alarm is for a reader that never yields."""
    if hasattr(signal, "alarm"):
        signal.alarm(LIFETIME)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    os.read(0, 1)
    os._exit(1)
