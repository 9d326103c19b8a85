"""What can be wrong with a portfolio file or with the disk under it, each with its place and the way out."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, DataError, OperationalError

from data.errors import PlannerError


class FileError(PlannerError):
    """Something about one portfolio file; `path` says which."""

    def __init__(self, path: Path, said: str) -> None:
        self.path = path
        self.said = _shown(said)
        super().__init__(f"{_shown(str(path))}: {self.said}")


class NotFoundError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is no such file; look for it in another folder or under another name")


class NoFolderError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, f"there is no folder {path.parent}; create it or choose another")


class UnreadableError(FileError):
    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, f"it cannot be read ({why}); close it in other programs and check your rights to it")


class NotAPortfolioError(FileError):
    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, f"this is no Plimsoll portfolio ({why}); a workbook is brought in by File, Import")


class NewerFileError(FileError):
    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(path, f"a newer Plimsoll wrote this file (version {version}, this one knows {known}); open it with that Plimsoll")


class DamagedFileError(FileError):
    def __init__(self, path: Path, what: str) -> None:
        super().__init__(path, f"the file is damaged: {what}; open a copy or a backup of it, and keep this one")


class AlreadyThereError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "a file of this name is there already; choose another name")


class ChangedElsewhereError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "another window or program has changed this file since it was opened; keep both, take theirs, or write yours over it"
        )


class GoneError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "it was moved or deleted since it was opened; save it under a name of your choice, or write it again here")


class HeldError(FileError):
    def __init__(self, path: Path, holder: object) -> None:
        super().__init__(path, f"{holder}; close it there, or choose another name")


class ReadOnlyError(FileError):
    """An edit of a portfolio that can only be looked at."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)


class NotPublishedError(FileError):
    """The user's file could not be brought up to date; it is as it was, and every edit is in the working copy."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path, f"it could not be written ({why}); the file is as it was and no change is lost: try again, or save under another name"
        )


class ItselfError(FileError):
    def __init__(self, path: Path) -> None:
        super().__init__(path, "this is the open portfolio itself, which is saved already; choose another name for the copy")


class UnreadableLeftoverError(FileError):
    """What a crash left of a file cannot be read."""

    def __init__(self, path: Path, why: str, kept: Path) -> None:
        super().__init__(
            path, f"what Plimsoll left of it when it ended cannot be read ({why}); it is kept in {kept}: the file itself can be opened now"
        )


class BrokenWorkingCopyError(FileError):
    """The working copy of an open file was ruined from outside."""

    def __init__(self, path: Path, folder: Path, why: str) -> None:
        super().__init__(
            path,
            f"its working copy in {folder} cannot be read any more ({why}); the file is as it was saved last: close it and open it again",
        )


class NotKeptError(FileError):
    """An edit could not be kept in the working copy."""

    def __init__(self, path: Path, home: Path, why: str) -> None:
        super().__init__(
            path,
            f"this change could not be kept in Plimsoll's own folder {home} ({why}); everything before it is safe: "
            "make room there and try again, or save a copy elsewhere",
        )


class PrivateFolderError(FileError):
    """Plimsoll's own folder is of no use."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path, f"Plimsoll keeps its working copies here and cannot ({why}); make room or rights, or name another folder in PLIMSOLL_HOME"
        )


class UnknownPlanError(FileError):
    def __init__(self, path: Path, plan: str) -> None:
        super().__init__(path, f"it holds no plan {plan}; solve again")


class DiskError(FileError):
    """Reading or writing failed; nothing that was acknowledged is lost. `reason` is what the disk said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"{reason}; nothing of this step was kept, so try again or save a copy elsewhere")
        self.reason = reason


PAGES = "its pages do not hold together"
"""What SQLite says at more length, in words for nobody but who wrote it."""

LONGEST_SAID = 600


def _shown(said: str) -> str:
    """Words that may repeat what stands in a stranger's file: no letter that steers a terminal, and an end to them."""
    shortened = said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID]}…"
    return "".join("?" if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter for letter in shortened)


_BUSY = "database is locked"
_SAID = {
    _BUSY: "another program is using the file",
    "disk is full": "the disk is full",
    "readonly": "the file or its folder may not be written",
    "unable to open database file": "there is no room there, or no right to write",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns errors of the disk and of SQLite into ours; a broken constraint is a bug and passes through."""
    try:
        yield
    except OperationalError as problem:
        raise _of_disk(path, problem.orig) from problem
    except DatabaseError as problem:
        if type(problem) not in (DatabaseError, DataError):
            raise
        raise DamagedFileError(path, PAGES) from problem
    except sqlite3.OperationalError as problem:
        raise _of_disk(path, problem) from problem
    except sqlite3.DatabaseError as problem:
        raise DamagedFileError(path, PAGES) from problem
    except OSError as problem:
        raise DiskError(path, problem.strerror or str(problem)) from problem


def _of_disk(path: Path, problem: BaseException | None) -> FileError:
    """SQLite tells of letters that are none as if the disk had failed."""
    if "decode" in str(problem):
        return DamagedFileError(path, "a text in it is none")
    if getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # what a disk does wrong has codes of its own
        return DamagedFileError(path, PAGES)
    return DiskError(path, _words(problem))


def _words(problem: BaseException | None) -> str:
    raw = str(problem)
    return next((said for sign, said in _SAID.items() if sign in raw), raw)
