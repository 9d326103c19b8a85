"""Publishing: the working copy's state becomes the user's file, whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import datetime as dt
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

from data.database.connection import snapshot
from data.database.inspection import Holding, verify
from data.document import backups, seal
from data.document.copying import Seen, companions, copy_interrupted, is_renamed, is_still, renamed, seen_of
from data.document.private import Desk, keep_damaged
from data.errors import PlannerError
from data.file_errors import (
    BrokenWorkingCopyError,
    ChangedElsewhereError,
    DamagedFileError,
    DiskError,
    GoneError,
    NoFolderError,
    NotPublishedError,
    told,
)
from data.renaming import swap, take_free
from data.replacement import place_beside, replacing
from data.steps import State

BACKUP_EVERY = dt.timedelta(minutes=10)
"""While a file is worked on; what it was before the first change, and when it is closed, is backed up anyway."""


_ONE_AT_A_TIME = Lock()

LOG = logging.getLogger("plimsoll")


@dataclass(frozen=True, slots=True)
class Published:
    """What the user's file holds now, and how it looks on the disk; `backup_failed` says why it was not backed up."""

    target: Path
    state: State
    seen: Seen
    at: dt.datetime
    backup_failed: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything needed to publish: values, for any thread, though one waits for the other.

    `expected` is the target as last seen, None where there is to be none.
    """

    desk: Desk
    named: Path
    expected: Seen | None
    first: bool = True
    """Whether nothing was published since the file was opened, so that what it was is backed up."""

    def run(self) -> Published:
        """Publishes. Raises ChangedElsewhereError, GoneError or NotPublishedError; then the target is as it was."""
        try:
            with _ONE_AT_A_TIME:
                return self._run()
        except DiskError as problem:
            raise NotPublishedError(self.named, problem.reason) from problem

    def _run(self) -> Published:
        with told(self.named):
            before = self._back_up_before()
            holding, seen = write(self.desk, self.desk.target, self.named, self.expected)
        _note(self.desk, note(holding.document_id, holding.state, seen))
        now = dt.datetime.now(dt.UTC)
        return Published(self.desk.target, holding.state, seen, now, before or self._back_up_after(holding, now))

    def _back_up_before(self) -> str:
        """What is about to be replaced is backed up, unless it is so already."""
        if not self.first or self.expected is None or not self.desk.target.exists():
            return ""
        return back_up(self.desk.target, self.named)

    def _back_up_after(self, holding: Holding, now: dt.datetime) -> str:
        latest = backups.latest_at(holding.document_id, now)
        if latest is not None and now - latest < BACKUP_EVERY:
            return ""
        return back_up(self.desk.target, self.named)


def write(desk: Desk, target: Path, named: Path, expected: Seen | None) -> tuple[Holding, Seen]:
    """Puts the state of a desk's working copy in the place of a target that is still what is expected.

    Of two that write to one target only the holder of its desk may call this. Raises FileError or OSError; the target is
    the whole old or the whole new file at every moment.
    """
    if not target.parent.is_dir():
        raise GoneError(named) if expected else NoFolderError(named)
    written: list[Seen] = []
    sign = Desk.of(target).sign
    beside = place_beside(target, sign)

    def put(_: Path, __: Path) -> None:
        ours = seen_of(beside, hashed)
        written.append(ours)
        allowed = [] if expected is None else [expected]
        if target == desk.target:
            allowed += _own(desk)
            _note(desk, {**desk.origin, "seen": asdict(ours)})  # the file is ours even if nobody lives to say so
        place(beside, target, named, ours, () if expected is None else allowed)

    with replacing(target, sign=sign, put=put):
        _empty(beside, private=target.exists())
        _snapshot(desk, beside, named)
        hashed = seal.stamp(beside)
        holding = verify(beside, named)
        if seal.read(beside).hash != hashed:
            raise DamagedFileError(named, "what was written is not what is read back")
    for journal in companions(target):  # of a file that was interrupted and is replaced now
        journal.unlink()
    return holding, renamed(written[0], target)


def place(beside: Path, target: Path, named: Path, ours: Seen, allowed: Sequence[Seen]) -> None:
    """Puts what is finished beside the target in its place, if the target is one of those allowed, or not there where none is.

    Where the system can, the two are swapped in one step and what came out is looked at: what another program wrote between
    the last look and the replacing is put back.
    """
    if not target.exists():
        if allowed:
            raise GoneError(named)
        with _free(named):
            if not take_free(beside, target):
                beside.replace(target)
        return
    if not any(is_still(seen, target) for seen in allowed):
        raise ChangedElsewhereError(named)
    if not swap(beside, target):
        beside.replace(target)
    elif not any(is_renamed(seen, beside) for seen in allowed):
        swap(beside, target)
        if not is_renamed(ours, beside):  # a third one came in between: nobody's file is thrown away
            keep_damaged(beside)
        raise ChangedElsewhereError(named)


@contextmanager
def _free(named: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as problem:
        raise ChangedElsewhereError(named) from problem


def _empty(path: Path, *, private: bool) -> None:
    """A new file; where it replaces one whose rights it will take over, nobody else may read it meanwhile."""
    path.unlink(missing_ok=True)
    if private:
        path.touch(mode=0o600, exist_ok=False)


def _snapshot(desk: Desk, to: Path, named: Path) -> None:
    try:
        snapshot(desk.working, to)
    except sqlite3.OperationalError:
        if not companions(desk.working):
            raise
        copy_interrupted(desk.working, to)
    except sqlite3.DatabaseError as problem:
        raise BrokenWorkingCopyError(named, desk.folder, str(problem)) from problem


def note(document_id: str, published: State, seen: Seen | None = None) -> dict[str, object]:
    """What is noted at a desk of the file it is for: recovery compares it with the working copy."""
    return {"document_id": document_id, "published": asdict(published), "seen": None if seen is None else asdict(seen)}


def _note(desk: Desk, noted: Mapping[str, object]) -> None:
    try:
        desk.note_origin(noted)
    except OSError as problem:  # a full private disk keeps nobody from writing the file
        LOG.warning("not noted: %s", problem)


def _own(desk: Desk) -> list[Seen]:
    """The file as this desk published it last, which the document may not have been told yet; empty where it never did."""
    noted = desk.origin.get("seen")
    try:
        return [Seen(**noted)] if isinstance(noted, dict) else []
    except TypeError:
        return []


def back_up(target: Path, named: Path) -> str:
    """Backs a published file up, unless what it holds is backed up already; says what went wrong.

    A backup that fails keeps nobody from saving.
    """
    try:
        backups.ensure(target, named, dt.datetime.now(dt.UTC))
    except (PlannerError, OSError) as problem:
        LOG.warning("no backup: %s", problem)
        return str(problem)
    return ""
