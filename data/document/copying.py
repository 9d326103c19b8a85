"""Looking at the user's file without touching it: a copy taken while nobody writes, and what the file was like then."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from data.database import opening
from data.database.connection import settle
from data.document import seal
from data.document.private import home, remove_database
from data.file_errors import DamagedFileError, PrivateFolderError, UnreadableError

ATTEMPTS, PAUSE = 10, 0.1
"""How often, and after how many seconds, a file is copied again that changed while it was copied."""

_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""The end of a journal that belongs to a transaction over several databases (SQLite's file format, 3.2)."""

LARGE = 64 << 20

_BUSY = "another program keeps writing it"

MEGABYTE = 1 << 20
SPARE = 4 * MEGABYTE
"""Bytes that must stay free for journals and notes."""

_COMPANIONS = ("-journal", "-wal")
"""What SQLite may have left beside a file in which it was interrupted: without them it is torn."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was found: its size and times, and the hash of its bytes."""

    size: int
    modified: int
    changed: int
    inode: int
    hash: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A private copy; `sealed` where it is byte for byte what Plimsoll wrote."""

    path: Path
    seen: Seen
    sealed: bool


def bring_in(source: Path, named: Path, to: Path) -> Copied:
    """Copies the user's file to a private place, with what an interrupted SQLite left beside it.

    The copy need not be on the disk: the first edit's own commit waits for the whole file.

    Raises FileError where it is no portfolio by its first bytes and its size, or somebody keeps writing it.
    """
    opening.check_header(source, named)
    _check_holes(source, named)
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(PAUSE)
        remove_database(to)
        before = _look(source)
        _check_size(source, named)
        _check_room(before[0])
        shutil.copyfile(source, to)
        sealing = seal.read(to)
        interrupted = not sealing.whole and _bring_companions(source, named, to)  # beside a sealed file lies another's journal
        if _look(source) == before and to.stat().st_size == before[0]:
            if interrupted:
                settle(to)
            return Copied(to, Seen(*before, sealing.hash), sealing.whole)
    raise UnreadableError(named, _BUSY)


def is_still(seen: Seen, target: Path) -> bool:
    """Whether the file is what was seen; one of other times and the same bytes is."""
    look = _look(target)
    if look == (seen.size, seen.modified, seen.changed, seen.inode):
        return True
    return look[0] == seen.size and seal.read(target).hash == seen.hash


def see(target: Path, named: Path) -> Seen | None:
    """The file as it is now, None where there is none. Raises UnreadableError where somebody keeps writing it."""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(PAUSE)
        if not target.exists():
            return None
        before = _look(target)
        hashed = seal.read(target).hash
        if _look(target) == before:
            return Seen(*before, hashed)
    raise UnreadableError(named, _BUSY)


def seen_of(path: Path, hashed: str) -> Seen:
    """A file as it is now, whose bytes are known to have this hash."""
    return Seen(*_look(path), hashed)


def renamed(seen: Seen, target: Path) -> Seen:
    """What was seen under another name, as the target it has become; what came in its place since is not taken for it."""
    return seen_of(target, seen.hash) if is_renamed(seen, target) else seen


def is_renamed(seen: Seen, path: Path) -> bool:
    """Whether a file is what was seen a moment ago under another name: renaming leaves all but the time of the entry."""
    size, modified, _, inode = _look(path)
    return (size, modified, inode) == (seen.size, seen.modified, seen.inode) or (size == seen.size and seal.read(path).hash == seen.hash)


def companions(target: Path) -> tuple[Path, ...]:
    """What an interrupted SQLite left beside the file."""
    found = (target.with_name(target.name + suffix) for suffix in _COMPANIONS)
    return tuple(path for path in found if _is_there(path))


def may_be_replaced(target: Path) -> bool:
    """Whether this account may write the file and the folder it stands in."""
    return os.access(target, os.W_OK) and os.access(target.parent, os.W_OK)


def _look(path: Path) -> tuple[int, int, int, int]:
    """Size, times of the content and of the entry, and number: a copy written over a file may keep all but the second time."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _check_size(source: Path, named: Path) -> None:
    """The header says how many pages there are: a file cut short or gone on with is known before it is copied.

    A file with a journal beside it was interrupted: its size is only right again when SQLite has taken the journal back.
    """
    with source.open("rb") as stream:  # header and size of one file, whatever is put in its place meanwhile
        said, found = opening.size_said(stream.read(opening.HEADER)), os.fstat(stream.fileno()).st_size
    if said != found and not companions(source):
        raise DamagedFileError(named, f"it has {found} bytes and should have {said}")


def _check_room(size: int) -> None:
    free = shutil.disk_usage(home()).free
    if free < size + SPARE:
        raise PrivateFolderError(home(), f"{(size + SPARE) // MEGABYTE + 1} MB are needed and {free // MEGABYTE} MB are free")


def copy_interrupted(source: Path, to: Path) -> None:
    """Copies a database of ours that cannot take its journal back where it is, for want of room, and takes it back there."""
    shutil.copyfile(source, to)
    _copy_companions(source, to)
    settle(to)


def _copy_companions(source: Path, to: Path) -> list[Path]:
    copies = [(beside, to.with_name(to.name + beside.name.removeprefix(source.name))) for beside in companions(source)]
    return [shutil.copyfile(beside, copy) for beside, copy in copies]


def _bring_companions(source: Path, named: Path, to: Path) -> bool:
    brought = _copy_companions(source, to)
    if any(map(_names_another, brought)):
        raise DamagedFileError(named, "the journal beside it is of a transaction over several files")
    return bool(brought)


def _names_another(journal: Path) -> bool:
    """Whether a journal ends in the name of another file, which SQLite would delete when it takes the journal back."""
    return journal.read_bytes()[-len(_NAMES_ANOTHER) :] == _NAMES_ANOTHER


def _check_holes(source: Path, named: Path) -> None:
    """A file that claims room it does not take would fill the disk that it is copied to."""
    size = source.stat().st_size
    if size < LARGE or not hasattr(os, "SEEK_DATA"):
        return
    with source.open("rb") as stream:
        data, at = 0, 0
        while at < size:
            try:
                start = os.lseek(stream.fileno(), at, os.SEEK_DATA)
            except OSError:  # none from here on
                break
            at = os.lseek(stream.fileno(), start, os.SEEK_HOLE)
            data += at - start
    if data < size // 2:
        raise DamagedFileError(named, "most of it is empty")


def _is_there(path: Path) -> bool:
    """Whether there is such a file; one whose name would be too long is not there."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False
