"""Backups: whole, verified copies of a document's file by its id, thinned as they grow old.

A backup is made only of a file that was read and found whole, and counts only when it was read back; an older one is
removed only after a newer one stands.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.database import opening
from data.database.inspection import Holding, inspect, verify
from data.document.private import SUFFIX, Desk, home, made
from data.errors import PlannerError
from data.file_errors import DamagedFileError, told
from data.replacement import replacing
from data.steps import State

RECENT, DAYS, WEEKS, MONTHS = 10, 7, 4, 12
"""How many are kept: the latest, then the last of each of so many days, weeks and months."""

_STAMP = "%Y%m%dT%H%M%S%fZ"
_ASIDE = "-aside"
_NAME = re.compile(rf"(\d{{8}}T\d{{12}}Z)-(\d+)-([0-9a-f]{{16}})({_ASIDE})?{re.escape(SUFFIX)}")

SET_ASIDE_FOR = dt.timedelta(days=90)
"""How long work that was set aside is kept whatever else is: it may stand nowhere else."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made, and what it holds; `aside` where it is work that was set aside after a crash or a conflict."""

    path: Path
    document_id: str
    at: dt.datetime
    state: State
    name: str
    people: int
    projects: int
    size: int
    aside: bool = False


def folder_of(document_id: str) -> Path:
    return home() / "backups" / re.sub(r"[^0-9A-Za-z_-]", "_", document_id)  # it comes from a file


def backups_of(document_id: str) -> tuple[Backup, ...]:
    """The backups of a document, newest first; one that cannot be read any more is left out."""
    return tuple(read for path in reversed(_files(folder_of(document_id))) if (read := _read(path)) is not None)


def backups_for(path: Path) -> tuple[Backup, ...]:
    """The backups of a file: by the id that stands in it, or where that cannot be read by the id it was last known to have."""
    known = Desk.of(path).origin.get("document_id")
    return backups_of(_id_in(path) or (known if isinstance(known, str) else "") or "unknown")


def found(document_id: str, state: State) -> Path | None:
    """The backup of this very state, where there is one."""
    return next((path for path in _files(folder_of(document_id)) if _ending(state) in path.name), None)


def latest_at(document_id: str, now: dt.datetime) -> dt.datetime | None:
    """When the newest backup was made; those that a wrong clock stamped with times to come do not count."""
    return max((at for at in map(_time, _files(folder_of(document_id))) if at <= now), default=None)


def backup_at(path: Path) -> Backup:
    """The backup at a path, whatever its name: then its time is that of the file. FileError where it cannot be read."""
    with told(path):
        holding = _inspected(path)
        look = path.stat()
        named = _NAME.fullmatch(path.name)
        at = _time(path) if named else dt.datetime.fromtimestamp(look.st_mtime, dt.UTC)
        people, projects = holding.rows["resources"], holding.rows["projects"]
        return Backup(path, holding.document_id, at, holding.state, holding.name, people, projects, look.st_size, bool(named and named[4]))


def ensure(source: Path, named: Path, now: dt.datetime) -> Path:
    """The backup of what a finished file holds, made now where there is none yet."""
    with told(named):
        held = inspect(source, named)
        return found(held.document_id, held.state) or keep(source, named, now)


def keep(source: Path, named: Path, now: dt.datetime, *, aside: bool = False) -> Path:
    """Makes a backup of a finished file that nobody writes, reads it back, thins the older ones, and answers where it is.

    Work that is set `aside` with it stands nowhere else, and is thinned only when it is old.

    Raises FileError where that fails; then every older backup still stands.
    """
    with told(named):
        holding = verify(source, named)
        folder = made(folder_of(holding.document_id))
        place = folder / f"{now.astimezone(dt.UTC).strftime(_STAMP)}{_ending(holding.state)}{_ASIDE * aside}{SUFFIX}"
        with replacing(place, sign="backup") as beside:
            shutil.copyfile(source, beside)
            if verify(beside, named) != holding:
                raise DamagedFileError(named, "its backup is not what was copied")
    thin(folder, now)
    return place


def thin(folder: Path, now: dt.datetime) -> None:
    """Removes what `kept` does not keep, and is not set aside."""
    times = {_time(path): path for path in _files(folder) if _ASIDE not in path.name or now - _time(path) > SET_ASIDE_FOR}
    for at in times.keys() - kept(times, now):
        times[at].unlink(missing_ok=True)


def kept(times: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Which of these to keep: the latest, and the last of each of the latest days, weeks and months before now.

    What a wrong clock stamped with a time to come is kept until then.
    """
    known = sorted(times, reverse=True)
    newest = [at for at in known if at <= now]
    chosen = {*newest[:RECENT], *(at for at in known if at > now)}
    periods: tuple[tuple[int, Callable[[dt.datetime], object]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    for count, period_of in periods:
        last_of: dict[object, dt.datetime] = {}
        for at in newest:
            last_of.setdefault(period_of(at.astimezone(now.tzinfo)), at)
        chosen.update(list(last_of.values())[:count])
    return frozenset(chosen)


def _files(folder: Path) -> list[Path]:
    """The backups in a folder, oldest first."""
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if _NAME.fullmatch(path.name))


def _read(path: Path) -> Backup | None:
    try:
        return backup_at(path)
    except PlannerError:
        return None


def _inspected(path: Path) -> Holding:
    opening.check_header(path, path)
    return inspect(path, path)


def _id_in(path: Path) -> str | None:
    try:
        return _inspected(path).document_id
    except (PlannerError, OSError):
        return None


def _time(path: Path) -> dt.datetime:
    return dt.datetime.strptime(path.name.partition("-")[0], _STAMP).replace(tzinfo=dt.UTC)


def _ending(state: State) -> str:
    hashed = sha256(f"{state.log_hash}{state.plans_hash}".encode()).hexdigest()[:16]
    return f"-{state.log_number:06}-{hashed}"
