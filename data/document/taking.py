"""Taking a desk: whoever holds its lock may publish to its file, and nobody else of this account."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.document import locks, recovery
from data.document.locks import Held, Holder
from data.document.private import Desk, desks, home, made, target_of
from data.file_errors import HeldError, PrivateFolderError, told

LONG_AGO = 60.0
"""Seconds after which a copy to be read that nobody holds is nobody's: a younger one may not be locked yet."""


def held_or_holder(desk: Desk) -> Held | Holder:
    """The desk's lock, or who has it. Raises PrivateFolderError."""
    try:
        return locks.hold(desk.folder)
    except OSError as problem:
        raise PrivateFolderError(home(), problem.strerror or str(problem)) from problem


def take(named: Path, desk: Desk) -> Held:
    """The desk's lock. Raises HeldError where somebody has it."""
    held = held_or_holder(desk)
    if isinstance(held, Holder):
        raise HeldError(named, held)
    return held


@contextmanager
def held_if_room(named: Path, desk: Desk) -> Iterator[None]:
    """Holds a desk that is only wanted to keep others from its file: a disk too full for it keeps nobody from saving elsewhere."""
    held: Held | None = None
    with suppress(PrivateFolderError):
        held = take(named, desk)
    try:
        with suppress(OSError):
            desk.note_origin(desk.origin)  # so that what a kill leaves beside the file is found
        yield
    finally:
        if held is not None:
            held.release()


def holder_of(path: Path) -> Holder | None:
    """Who has a file open; None where nobody has."""
    with told(path):
        held = held_or_holder(Desk.of(path))
    if isinstance(held, Holder):
        return held
    held.release()
    return None


def reading_desk(path: Path) -> Desk:
    """A desk of its own for looking at a file; those that killed processes left are removed."""
    try:
        folder = made(home() / "reading")
    except OSError as problem:
        raise PrivateFolderError(home(), problem.strerror or str(problem)) from problem
    for old in folder.iterdir():
        with suppress(OSError):  # another process may be as tidy at this very moment
            if time.time() - old.stat().st_mtime > LONG_AGO and locks.is_free(old):
                shutil.rmtree(old, ignore_errors=True)
    return Desk(target_of(path), folder / secrets.token_hex(8))


def sweep_folder(desk: Desk) -> None:
    """Removes what killed processes left beside the file of a desk that is held, and beside its neighbours that nobody holds."""
    recovery.sweep_desk(desk)
    for other in desks():
        if other.target.parent == desk.target.parent and other.folder != desk.folder:
            recovery.sweep_beside(other)
