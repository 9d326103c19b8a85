"""Working copies: how one comes to be when a file is opened, taken up after a crash, or only looked at."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from data.database import opening
from data.database.migrations import CURRENT
from data.database.store import Store
from data.document import access, backups, recovery, taking
from data.document.access import ReadOnly
from data.document.copying import Seen, bring_in, may_be_replaced
from data.document.locks import Held
from data.document.private import Desk, remove_companions, remove_database
from data.document.publishing import note
from data.document.recovery import Leftover, OnLeftover, Standing, UnsavedWorkError
from data.file_errors import NotFoundError, told
from data.replacement import flush
from data.steps import State

_NEVER = Seen(-1, -1, -1, -1, "")
"""What no file looks like: publishing over it has to be decided first."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A working copy as it was opened, with its desk, the lock of that, and what is known of its file."""

    desk: Desk
    store: Store
    held: Held
    read_only: ReadOnly | None = None
    seen: Seen | None = None
    """The file as it was compared last; None where there is to be none."""
    published: State | None = None
    """The state that the file holds; None where that is none of the working copy's."""


def opened(path: Path, desk: Desk, held: Held, on_leftover: OnLeftover) -> WorkingCopy:
    """That of a file whose desk is held. Raises UnsavedWorkError, NotFoundError, DamagedFileError and their like."""
    taking.sweep_folder(desk)
    leftover = recovery.of_or_kept_apart(desk, path)
    if leftover is not None and on_leftover is OnLeftover.ASK:
        raise UnsavedWorkError(leftover)
    if leftover is not None and on_leftover is OnLeftover.TAKE_UP:
        return _taken_up(path, desk, held, leftover)
    if leftover is not None:
        recovery.set_aside(desk, path)
    if not desk.target.exists():
        raise NotFoundError(path)
    if opening.check_header(desk.target, path) > CURRENT:
        return looked_at(path, access.NEWER)
    if not may_be_replaced(desk.target):
        return looked_at(path, access.PROTECTED)
    return brought_in(path, desk, held)


def brought_in(path: Path, desk: Desk, held: Held, instead: Store | None = None) -> WorkingCopy:
    """Checks a copy of the file and makes it the working copy, `instead` of the one that is open.

    A file of an older version is backed up first.
    """
    seen: list[Seen] = []

    def checked() -> Store:
        copied = bring_in(desk.target, path, desk.incoming)
        seen.append(copied.seen)
        if opening.check_header(copied.path, path) < CURRENT:
            backups.ensure(copied.path, path, dt.datetime.now(dt.UTC))
        return Store.open(copied.path, path, sealed=copied.sealed)

    try:
        store = recovery.checked_twice(checked)
    except BaseException:
        remove_database(desk.incoming)
        raise
    try:
        desk.note_origin(note(store.document_id, store.state))
        if instead is not None:  # it stays whole, and opens again by itself, until the other takes its place in one step
            instead.close()
            remove_companions(desk.working)
        store.move(desk.working)
        flush(desk.folder)
    except BaseException:
        store.close()
        remove_database(desk.incoming)
        raise
    return WorkingCopy(desk, store, held, seen=seen[-1], published=store.state)


def _taken_up(path: Path, desk: Desk, held: Held, leftover: Leftover) -> WorkingCopy:
    """What a crash left, to go on with."""
    store = Store.open(desk.working, path)
    if leftover.target is Standing.AS_IT_WAS:
        return WorkingCopy(desk, store, held, seen=leftover.seen, published=leftover.published)
    return WorkingCopy(desk, store, held, seen=None if leftover.target is Standing.GONE else _NEVER)


def looked_at(path: Path, why: ReadOnly) -> WorkingCopy:
    """A copy only to be read, at a desk of its own: nothing of the file is locked."""
    with told(path):
        desk = taking.reading_desk(path)
        held = taking.take(path, desk)
        try:
            copied = bring_in(desk.target, path, desk.working)
            newer = opening.check_header(copied.path, path) > CURRENT
            store = Store.open_newer(copied.path, path) if newer else Store.open(copied.path, path, sealed=copied.sealed)
        except BaseException:
            held.release()
            shutil.rmtree(desk.folder, ignore_errors=True)
            raise
    return WorkingCopy(desk, store, held, access.NEWER if newer else why, published=store.state)
