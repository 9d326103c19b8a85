"""`plimsoll recover [PORTFOLIO]`: what crashes left, taken up or set aside."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from data.errors import PlannerError
from data.file_errors import DamagedFileError, HeldError, NotAPortfolioError, NotFoundError
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, say, say_json
from planner.commands.places import check_portfolio_file
from planner.commands.ways_out import typed
from planner.commands.writing import changing
from planner.files import Leftover, OnLeftover, Standing, UnsavedWorkError, backups_of, holder_of, leftover_of, leftovers, set_aside
from planner.workspace import Workspace


class NothingLeftError(PlannerError):
    """Nothing to recover."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: nothing was left behind; the file holds every change.")


class OutOfReachError(PlannerError):
    """The file itself cannot be read now, so nobody knows how what was left stands to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: it cannot be read now, and what was left stays where it is; try again when the file is within reach.")


class NoPortfolioNamedError(WrongUsageError):
    """--set-aside without the file that is meant."""

    def __init__(self) -> None:
        super().__init__("--set-aside needs the PORTFOLIO that is meant; `plimsoll recover` lists them.")


def list_leftovers(*, setting_aside: bool, as_object: bool) -> Exit:
    """What crashes left of every file, newest first, with what may be typed."""
    if setting_aside:
        raise NoPortfolioNamedError
    found = leftovers()
    if as_object:
        say_json({"leftovers": [_as_json(each) for each in found]})
        return Exit.DONE
    for each in found:
        say(str(UnsavedWorkError(each)))
        say(f"  {typed('recover', each.path)}    ({_outlook(each.target)})")
        say(f"  {typed('recover', each.path)} --set-aside    (the file stays as it is)")
    if not found:
        say("Nothing was left behind: every file holds every change.")
    return Exit.DONE


def _outlook(standing: Standing) -> str:
    """How the file stands to what was left, and what taking that up does."""
    match standing:
        case Standing.AS_IT_WAS:
            return "the file is as it was, and is brought up to date"
        case Standing.CHANGED:
            return "the file was changed since, and stays; what was left is written beside it under a new name"
        case Standing.GONE:
            return "the file is gone, and is written again"
        case Standing.DAMAGED:
            return "the file is damaged, and is replaced; a copy of it is kept"
        case Standing.OUT_OF_REACH:
            return "the file cannot be read now; once it can"
        case Standing.WHOLE:
            return "the file holds everything"
        case _:
            assert_never(standing)


def recover(path: Path, *, setting_aside: bool, as_object: bool) -> Exit:
    """Takes what a crash left of a file up and writes it, or sets it aside as a backup."""
    check_portfolio_file(path)
    leftover = _left(path)
    written, said = _set_aside(path, leftover) if setting_aside else _taken_up(path, leftover)
    if as_object:
        say_json({**_as_json(leftover), "set_aside": setting_aside, "written": str(written)})
    else:
        say(said)
    return Exit.DONE


def _left(path: Path) -> Leftover:
    try:
        leftover = leftover_of(path)
    except (DamagedFileError, NotAPortfolioError):
        Workspace.open(path).close()  # keeps apart what cannot be read, and says where
        raise
    if leftover is not None:
        return leftover
    if (holder := holder_of(path)) is not None:
        raise HeldError(path, holder)
    raise NothingLeftError(path) if path.exists() else NotFoundError(path)


def _set_aside(path: Path, leftover: Leftover) -> tuple[Path, str]:
    set_aside(leftover)
    kept = backups_of(leftover.document_id)[0].path
    return kept, f"{path}: it is as it was; what was left is kept as the backup {kept}"


def _taken_up(path: Path, leftover: Leftover) -> tuple[Path, str]:
    """Where it was written, and the words for it."""
    if leftover.target is Standing.OUT_OF_REACH:
        raise OutOfReachError(path)
    last = f"“{leftover.last_label}” of {leftover.last_at.astimezone():%d %b %Y %H:%M}"
    kept = ""
    with changing(path, OnLeftover.TAKE_UP) as workspace:
        if leftover.target is Standing.CHANGED:
            both = workspace.keep_both()
            return both, f"{path}: it was changed since and stays as it is; what was left, up to {last}, is in {both}"
        if leftover.target is Standing.DAMAGED:
            kept = f"; what could not be read is kept in {workspace.replace_theirs()}"
    return path, f"{path}: it holds every change now, up to {last}{kept}"


def _as_json(leftover: Leftover) -> Json:
    return {
        "portfolio": str(leftover.path),
        "name": leftover.name,
        "changes": leftover.steps,
        "plans": leftover.plans,
        "last_at": leftover.last_at.isoformat(),
        "last": leftover.last_label,
        "file": leftover.target.value,
        "document_id": leftover.document_id,
    }
