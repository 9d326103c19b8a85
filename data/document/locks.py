"""One window for one file: a lock that the system takes away from a process that dies, and a note that says whose it is."""

from __future__ import annotations

import datetime as dt
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from data.accounts import who
from data.document.private import made, read_note, write_note

UNKNOWN = "another window"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: account, machine, process, and since when."""

    user: str
    host: str
    pid: int
    since: dt.datetime

    def __str__(self) -> str:
        if self.user == UNKNOWN:
            return f"{UNKNOWN} has it open"
        holder = f"{UNKNOWN} of yours" if (self.user, self.host) == (who(), _host()) else f"{self.user} on {self.host}"
        return f"{holder} has it open since {self.since.astimezone():%d %b %H:%M}"


class Held:
    """A lock that is ours until it is released or the process ends."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def release(self) -> None:
        self._lock.release()


def hold(folder: Path) -> Held | Holder:
    """Takes the lock of a folder at once, or says who has it. Raises OSError where the folder cannot be made or written."""
    lock = _lock(made(folder))
    try:
        lock.acquire()
    except Timeout:
        return _holder(folder)
    with suppress(OSError):  # a full disk: the lock holds, and only its name is missing
        (folder / "holder.json").unlink(missing_ok=True)
        noted = asdict(Holder(who(), _host(), os.getpid(), dt.datetime.now(dt.UTC)))
        write_note(folder / "holder.json", noted | {"since": noted["since"].isoformat()})
    return Held(lock)


def is_free(folder: Path) -> bool:
    """Whether nobody holds the folder now."""
    lock = _lock(folder)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return False
    lock.release()
    return True


def _host() -> str:
    return platform.node() or "this machine"


def _lock(folder: Path) -> FileLock:
    """Any thread may release it; a lock that would outlive its process is refused."""
    return FileLock(folder / "lock", timeout=0, thread_local=False, fallback_to_soft=False)


def _holder(folder: Path) -> Holder:
    noted = read_note(folder / "holder.json")
    with suppress(KeyError, TypeError, ValueError):
        return Holder(str(noted["user"]), str(noted["host"]), int(noted["pid"]), dt.datetime.fromisoformat(noted["since"]))
    return Holder(UNKNOWN, "", 0, dt.datetime.now(dt.UTC))  # it has the lock, but has not signed yet
