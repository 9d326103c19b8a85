"""What to type next: the last words about a file that is damaged or gone, or that lacks what a crash left."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from data.errors import PlannerError
from data.file_errors import DamagedFileError, NotAPortfolioError, NotFoundError
from planner.commands.output import complain
from planner.files import UnsavedWorkError, backups_for, leftover_of


class UnknownLeftoverError(PlannerError):
    """A crash left something of a file, and nobody knows what."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: Plimsoll ended before its last changes reached this file, and what it left cannot be read; "
            f"to have that kept apart, type: {typed('recover', path)}"
        )


def typed(command: str, *places: Path) -> str:
    """A command as it is typed, places with odd letters in quotes."""
    return " ".join(("plimsoll", command, *map(_quoted, places)))


def way_out(broken: PlannerError) -> str:
    """The command that helps with a broken file, to stand after the error; empty where there is none."""
    match broken:
        case UnsavedWorkError():
            return f"; type: {typed('recover', broken.path)}"
        case DamagedFileError() | NotAPortfolioError() | NotFoundError() if backups_for(broken.path):
            return f"; its backups are listed by: {typed('backups', broken.path)}"
        case _:
            return ""


def check_no_leftover(path: Path) -> None:
    """Raises UnsavedWorkError or UnknownLeftoverError where a crash left work that would be passed over."""
    try:
        leftover = leftover_of(path)
    except (DamagedFileError, NotAPortfolioError) as problem:
        raise UnknownLeftoverError(path) from problem
    if leftover:
        raise UnsavedWorkError(leftover)


def warn_of_leftover(path: Path) -> None:
    """Says on stderr what a file lacks that is about to be read; nothing of this stops the reading."""
    try:
        check_no_leftover(path)
    except PlannerError as remark:
        complain(f"warning: {remark}{way_out(remark)}")


def _quoted(path: Path) -> str:
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    return shlex.quote(str(path))
