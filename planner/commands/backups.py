"""`plimsoll backups PORTFOLIO` and `plimsoll restore PORTFOLIO BACKUP`."""

from __future__ import annotations

from pathlib import Path

from data.document.document import Document
from data.document.private import home
from data.errors import PlannerError
from data.file_errors import DamagedFileError, FileError, NotAPortfolioError, NotFoundError
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, say, say_json
from planner.commands.places import check_portfolio_file, file
from planner.commands.ways_out import check_no_leftover, typed
from planner.commands.writing import changing, check_free
from planner.files import Backup, backup_at, backups_for, restore_file

WHEN = "%d %b %Y %H:%M"
UNITS = ("bytes", "kB", "MB", "GB")
NO_BACKUP = "no backup of it is known by this name"


class UnknownPortfolioError(PlannerError):
    """A file that cannot be read, and of which no backup is known."""

    def __init__(self, problem: FileError) -> None:
        super().__init__(
            f"{problem}; {NO_BACKUP}. The backups of every portfolio are in {home() / 'backups'}; "
            f"to put one of them here, type: {typed('restore', problem.path)} ITS-PATH"
        )


class UnknownBackupError(PlannerError):
    """A number that is not in the list."""

    def __init__(self, path: Path, wanted: str, count: int) -> None:
        numbers = {0: NO_BACKUP, 1: "there is one"}.get(count, f"they go from 1 to {count}")
        super().__init__(f"{path}: there is no backup {wanted}, {numbers}; they are listed by: {typed('backups', path)}")


class UnusableBackupError(PlannerError):
    """A backup that cannot be read."""

    def __init__(self, path: Path, problem: PlannerError) -> None:
        super().__init__(f"{problem}. Nothing was restored; choose another backup, they are listed by: {typed('backups', path)}")


class OtherPortfolioError(PlannerError):
    """A backup that would take another portfolio's place."""

    def __init__(self, path: Path, backup: Backup) -> None:
        super().__init__(
            f"{backup.path} is a backup of another portfolio, “{backup.name}”, than {path} holds; put it elsewhere with --to FILE."
        )


class TakenError(WrongUsageError):
    """A file is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is a file already, and --to replaces none; name another FILE.")


def list_backups(path: Path, *, as_object: bool) -> Exit:
    """The backups of a portfolio file, newest first; also where it is damaged or gone."""
    check_portfolio_file(path)
    found = backups_for(path)
    if not found:
        _check_readable(path)
    if as_object:
        say_json({"portfolio": str(path), "backups": [_as_json(number, each) for number, each in enumerate(found, 1)]})
    elif found:
        _tell(path, found)
    else:
        say(f"{path}: no backups yet; the first is made when a change to it is saved.")
    return Exit.DONE


def restore(path: Path, wanted: str, to: Path | None) -> Exit:
    """Brings a backup back: as one edit into a file that can be read, in the place of one that cannot, or as another file."""
    check_portfolio_file(path)
    if to is not None:
        _check_new(to)
    backup = _chosen(path, wanted)
    if to is not None:
        restore_file(path, backup, to)
        say(f"The backup of {_when(backup)} is written to {to}; {path} is as it was.")
        return Exit.DONE
    check_no_leftover(path)
    document_id = _document_in(path)
    if document_id is None:
        _put_in_place(path, backup)
    elif document_id != backup.document_id:
        raise OtherPortfolioError(path, backup)
    else:
        _apply(path, backup)
    return Exit.DONE


def _tell(path: Path, found: tuple[Backup, ...]) -> None:
    say(f"{path}: {len(found)} backup{'s' if len(found) > 1 else ''}, newest first")
    rows: list[tuple[str, ...]] = [("no.", "when", "step", "people", "projects", "size", "file")]
    for number, each in enumerate(found, 1):
        counts = (str(each.state.log_number), str(each.people), str(each.projects))
        rows.append((str(number), _when(each), *counts, _sized(each.size), str(each.path)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        say("  ".join((*(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)), row[-1])))
    say(f"To bring one back, type: {typed('restore', path)} NUMBER")


def _as_json(number: int, backup: Backup) -> Json:
    return {
        "number": number,
        "at": backup.at.isoformat(),
        "step": backup.state.log_number,
        "people": backup.people,
        "projects": backup.projects,
        "size": backup.size,
        "set_aside": backup.aside,
        "name": backup.name,
        "document_id": backup.document_id,
        "path": str(backup.path),
    }


def _chosen(path: Path, wanted: str) -> Backup:
    """The backup by its number in the list or by its path, after every check of a file that is opened."""
    if not wanted.isdecimal():
        return _read(path, file(wanted))
    listed = backups_for(path)
    if not 1 <= int(wanted) <= len(listed):
        raise UnknownBackupError(path, wanted, len(listed))
    return _read(path, listed[int(wanted) - 1].path)


def _read(path: Path, at: Path) -> Backup:
    try:
        Document.read(at).close()
        return backup_at(at)
    except PlannerError as problem:
        raise UnusableBackupError(path, problem) from problem


def _document_in(path: Path) -> str | None:
    """The id of the document in a file; None where it is damaged, no portfolio or not there."""
    try:
        with Document.read(path) as found:
            return found.document_id
    except (DamagedFileError, NotAPortfolioError, NotFoundError):
        return None


def _check_readable(path: Path) -> None:
    try:
        Document.read(path).close()
    except FileError as problem:
        raise UnknownPortfolioError(problem) from problem


def _check_new(to: Path) -> None:
    check_portfolio_file(to)
    if to.exists():
        raise TakenError(to)
    check_free(to)


def _apply(path: Path, backup: Backup) -> None:
    with changing(path) as workspace:
        touched = workspace.restore(backup)
    if touched.kinds:
        say(f"{path}: the backup of {_when(backup)} is restored as one edit, which undo takes back.")
    else:
        say(f"{path}: it holds what the backup of {_when(backup)} holds; nothing to restore.")


def _put_in_place(path: Path, backup: Backup) -> None:
    before = restore_file(path, backup)
    kept = "" if before is None else f" What was there and could not be read is kept in {before}"
    say(f"{path}: the backup of {_when(backup)} is in its place.{kept}")


def _when(backup: Backup) -> str:
    return f"{backup.at.astimezone():{WHEN}}{' (set aside)' if backup.aside else ''}"


def _sized(size: int) -> str:
    figure, unit = float(size), 0
    while figure >= 1000 and unit < len(UNITS) - 1:
        figure, unit = figure / 1000, unit + 1
    return f"{figure:.0f} {UNITS[unit]}"
