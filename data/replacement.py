"""Putting a finished file in its place: whole and on the disk, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

_NOT_KNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EPERM)
"""What a folder answers that knows no flush, or that may be written but not read."""


@contextmanager
def replacing(path: Path, *, sign: str = "", put: Callable[[Path, Path], None] | None = None) -> Iterator[Path]:
    """A free name beside `path` to write to; on leaving well it takes the place of `path`, on an error it is removed.

    It takes over the rights of what it replaces. `put` does the replacing itself, given both names, or prevents it by raising.
    A `sign` makes the name one that `sweep` finds again after a kill; else it is random.
    """
    beside = place_beside(path, sign or secrets.token_hex(4))
    try:
        yield beside
        _take_rights(path, beside)
        flush(beside)
        (put or Path.replace)(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    flush(path.parent)


def place_beside(path: Path, sign: str) -> Path:
    """Where a process with this sign writes what is to take the place of `path`."""
    return path.with_name(f"{_prefix(path)}{sign}.part")


def left_beside(path: Path, sign: str) -> tuple[Path, ...]:
    """What a process with this sign left beside `path` when it was killed, or is writing now."""
    return tuple(path.parent.glob(f"{_prefix(path)}{sign}.part*"))


def sweep(path: Path, sign: str) -> None:
    """Removes what a process with this sign left beside `path` when it was killed."""
    with suppress(OSError):  # a folder that may not be written holds nothing of ours, or keeps it
        for left in left_beside(path, sign):
            left.unlink()


def flush(path: Path) -> None:
    """Waits until the file, or the folder's list of names, is on the disk.

    Windows opens no folder and needs no such flush; some network drives know none, and cannot be asked for more than they give.
    """
    is_folder = path.is_dir()
    if is_folder and os.name == "nt":
        return
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as problem:
        if not (is_folder and problem.errno in _NOT_KNOWN):
            raise


def _prefix(path: Path) -> str:
    """Hidden, and short however long the name is."""
    return f".plimsoll-{sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:8]}-"


def _take_rights(path: Path, beside: Path) -> None:
    with suppress(OSError):  # there may be nothing to replace
        known = path.stat()
        if os.name != "nt":
            for owner, group in ((-1, known.st_gid), (known.st_uid, -1)):  # anybody may give to a group of his, only root to an owner
                with suppress(OSError):
                    os.chown(beside, owner, group)
        shutil.copymode(path, beside)
