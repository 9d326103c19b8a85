"""What stands in the way of a file that is written: may it be replaced, where is it kept, and which name beside it is free."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.document import backups
from data.document.copying import may_be_replaced
from data.document.private import keep_damaged
from data.file_errors import FileError, ReadOnlyError

LONGEST_STEM = 180
"""Bytes of a name that leave room for what is put after it: file systems take 255."""


def check(target: Path, named: Path) -> None:
    """Raises ReadOnlyError where this account may not replace the file."""
    if not may_be_replaced(target):
        raise ReadOnlyError(named, "it or its folder may not be written; choose another name")


def kept(target: Path, named: Path) -> Path:
    """Where a file is kept before it is replaced: among its backups, or as it is where it cannot be read."""
    try:
        return backups.ensure(target, named, dt.datetime.now(dt.UTC))
    except FileError:
        return keep_damaged(target)


def free_name(path: Path) -> Path:
    """A name beside the file that is free: Plan (mine 2026-11-22 10.32)."""
    short = path.stem.encode(errors="surrogateescape")[:LONGEST_STEM].decode(errors="ignore")
    stem = f"{short} (mine {dt.datetime.now().astimezone():%Y-%m-%d %H.%M})"
    names = (path.with_name(f"{stem}{f' {count}' if count > 1 else ''}{path.suffix}") for count in range(1, 1000))
    return next(name for name in names if not name.exists())
