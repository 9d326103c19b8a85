"""Plimsoll's own folder: for each of the user's files a desk where it is worked on, and the backups of every document.

| folder | holds |
|---|---|
| working/<key of the file's place> | lock, holder.json, origin.json, working.plimsoll |
| reading/<random> | a copy that is only looked at |
| backups/<document id> | see data.document.backups |
| damaged | what could not be read and was set aside |
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import platformdirs

from data.accounts import who
from data.file_errors import UnreadableError
from data.replacement import flush, replacing

HOME_VARIABLE = "PLIMSOLL_HOME"
SUFFIX = ".plimsoll"


def home() -> Path:
    """The folder itself; the variable PLIMSOLL_HOME names another."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named) if named else Path(platformdirs.user_data_dir("plimsoll", appauthor=False))


def made(folder: Path) -> Path:
    """A folder of ours, on the disk: made where it is not there yet, so that nobody but this account may look into it."""
    for each in (*reversed([home(), *home().parents]), *reversed([folder, *folder.parents])):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)
            flush(each.parent)
    return folder


def target_of(path: Path) -> Path:
    """The place that a path leads to, past every link: what is replaced when the file is published, so that links stay."""
    try:
        return Path(path).resolve()
    except (RuntimeError, OSError) as problem:  # a link that leads to itself
        raise UnreadableError(path, str(problem)) from problem


@dataclass(frozen=True, slots=True)
class Desk:
    """The private folder of one of the user's files; whoever holds its lock owns everything in it."""

    target: Path
    folder: Path

    @classmethod
    def of(cls, path: Path) -> Desk:
        target = target_of(path)
        key = sha256(os.path.normcase(target).encode(errors="surrogateescape")).hexdigest()[:24]
        return cls(target, home() / "working" / key)

    @property
    def working(self) -> Path:
        """The live database."""
        return self.folder / f"working{SUFFIX}"

    @property
    def incoming(self) -> Path:
        """A copy that is not yet checked."""
        return self.folder / f"incoming{SUFFIX}"

    @property
    def finished(self) -> Path:
        """A snapshot of the working copy on its way to become a backup."""
        return self.folder / f"finished{SUFFIX}"

    @property
    def sign(self) -> str:
        """What names temporary files beside the target: the same after a kill, and no other machine's or user's."""
        return sha256(f"{self.folder}|{platform.node()}|{who()}".encode(errors="surrogateescape")).hexdigest()[:12]

    @property
    def origin(self) -> Mapping[str, Any]:
        """What is noted of the file; empty where nothing is, or it cannot be read."""
        return read_note(self.folder / "origin.json")

    def note_origin(self, noted: Mapping[str, Any]) -> None:
        write_note(self.folder / "origin.json", {"path": str(self.target), **noted})

    def clear(self) -> None:
        """Removes the working copy, when everything in it stands in the file, and what a kill left half made."""
        for database in (self.incoming, self.finished, self.working):
            remove_database(database)
        for left in self.folder.glob(".*.part*"):
            left.unlink()


def desks() -> tuple[Desk, ...]:
    """The desk of every file that was ever opened here."""
    notes = sorted((home() / "working").glob("*/origin.json"))
    return tuple(Desk(Path(noted), note.parent) for note in notes if isinstance(noted := read_note(note).get("path"), str))


def keep_damaged(path: Path) -> Path:
    """A copy of a file that cannot be read, with what SQLite left beside it, in the folder `damaged`."""
    folder = made(home() / "damaged" / f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}")
    for each in (path, *(path.with_name(path.name + suffix) for suffix in ("-journal", "-wal"))):
        if each.is_file():
            shutil.copyfile(each, folder / each.name)
    return folder / path.name


def remove_database(path: Path) -> None:
    """Removes a database with its journal, the journal last: without its database it means nothing."""
    path.unlink(missing_ok=True)
    remove_companions(path)


def remove_companions(path: Path) -> None:
    """Removes what SQLite left beside a database."""
    for suffix in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def read_note(path: Path) -> Mapping[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def write_note(path: Path, noted: Mapping[str, Any]) -> None:
    with replacing(path, sign="note") as beside:
        beside.write_text(json.dumps(noted, ensure_ascii=True), encoding="utf-8")
