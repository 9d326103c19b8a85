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

_NOT_KNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)


@contextmanager
def replacing(path: Path, *, sign: str = "", last: Callable[[], None] | None = None) -> Iterator[Path]:
    """A free name beside `path` to write to; on leaving well it takes the place of `path`, on an error it is removed.

    It takes over the rights of what it replaces. `last` is called when nothing is left to do but the replacing, which it
    may prevent by raising. A `sign` makes the name one that `sweep` finds again after a kill; else it is random.
    """
    beside = place_beside(path, sign or secrets.token_hex(4))
    try:
        yield beside
        _take_rights(path, beside)
        flush(beside)
        if last is not None:
            last()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _flush_name(path.parent)


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
    """Waits until the file, or the folder's list of names, is on the disk."""
    if path.is_dir() and os.name == "nt":  # Windows opens no folder, and needs no such flush
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_name(folder: Path) -> None:
    """Some network drives know no flush of a folder, and cannot be asked for more than they give."""
    try:
        flush(folder)
    except OSError as problem:
        if problem.errno not in _NOT_KNOWN:
            raise


def _prefix(path: Path) -> str:
    """Hidden, and short however long the name is."""
    return f".plimsoll-{sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:8]}-"


def _take_rights(path: Path, beside: Path) -> None:
    with suppress(OSError):  # there may be nothing to replace, and only its owner may give a file away
        shutil.copymode(path, beside)
        if os.name != "nt":
            known = path.stat()
            os.chown(beside, known.st_uid, known.st_gid)
