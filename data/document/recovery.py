"""What a crash left: working copies with steps that their files do not have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.database.connection import snapshot
from data.database.store import Store
from data.document import backups, locks, seal
from data.document.copying import Seen, bring_in
from data.document.private import Desk, desks, keep_damaged, remove_database
from data.file_errors import DamagedFileError, FileError, NewerFileError, NotAPortfolioError, UnreadableError, UnreadableLeftoverError, told
from data.replacement import left_beside, sweep
from data.steps import State, StepKind

_NOTHING = State(0, "", "")


class OnLeftover(StrEnum):
    """What opening a file does with a leftover of it: ask, go on with it, or keep it as a backup and take the file."""

    ASK = "ask"
    TAKE_UP = "take up"
    SET_ASIDE = "set aside"


class Standing(StrEnum):
    """How a file stands to a working copy of it."""

    WHOLE = "it holds everything"
    AS_IT_WAS = "as it was"
    CHANGED = "changed since"
    GONE = "gone"
    DAMAGED = "damaged"
    OUT_OF_REACH = "out of reach"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A working copy that a crash left, with steps or plans that its file does not have."""

    path: Path
    document_id: str
    name: str
    steps: int
    plans: int
    last_at: dt.datetime
    last_label: str
    target: Standing
    published: State
    """The last state that the file and the working copy are known to have shared."""
    seen: Seen | None
    """The file as it was compared, where it was as the working copy expects it."""


class UnsavedWorkError(FileError):
    """A file was to be opened that has a leftover, and nothing was said about it."""

    def __init__(self, leftover: Leftover) -> None:
        super().__init__(
            leftover.path,
            f"Plimsoll ended before {_counted(leftover)} reached this file, the last “{leftover.last_label}” at "
            f"{leftover.last_at.astimezone():%d %b %Y %H:%M}; take them up, or set them aside as a backup",
        )
        self.leftover = leftover


def leftovers() -> tuple[Leftover, ...]:
    """Those of every file, newest first. Files that a living window holds have none; one that cannot be read is met on opening."""
    found = []
    for desk in desks():
        with suppress(FileError), told(desk.target):
            sweep_beside(desk)
            found.append(_of_free(desk, desk.target))
    return tuple(sorted((each for each in found if each), key=lambda each: each.last_at, reverse=True))


def leftover_of(path: Path) -> Leftover | None:
    """That of one file; None where a living window holds it. Raises DamagedFileError where it cannot be read."""
    with told(path):
        return _of_free(Desk.of(path), path)


def sweep_beside(desk: Desk) -> None:
    """Removes what a killed process left beside the file of a desk that nobody holds."""
    if not left_beside(desk.target, desk.sign):
        return
    held = locks.hold(desk.folder)
    if isinstance(held, locks.Held):
        sweep_desk(desk)
        held.release()


def sweep_desk(desk: Desk) -> None:
    """The same of a desk whose lock is ours. A whole file that this desk did not write may be another's: it is kept apart."""
    with suppress(OSError):
        for left in left_beside(desk.target, desk.sign):
            sealing = seal.read(left)
            if sealing.whole and sealing.hash != (desk.origin.get("seen") or {}).get("hash"):
                keep_damaged(left)
    sweep(desk.target, desk.sign)


def of(desk: Desk, named: Path) -> Leftover | None:
    """The leftover on a desk whose lock is ours; a working copy that holds nothing of its own is removed.

    Raises DamagedFileError where the working copy cannot be read.
    """
    if not desk.working.exists():
        return None
    with checked_twice(lambda: Store.open(desk.working, named)) as store:
        standing, at, seen = stands(desk, store, named)
        last = store.history()[-1]
        left = Leftover(
            named,
            store.document_id,
            store.portfolio.settings.name,
            store.state.log_number - at.log_number,
            len(store.plan_chain) - 1 - (store.plan_chain.index(at.plans_hash) if at.plans_hash in store.plan_chain else 0),
            last.at,
            {StepKind.UNDO: "Undo ", StepKind.REDO: "Redo "}.get(last.kind, "") + last.label,
            standing,
            at,
            seen,
        )
    if standing is not Standing.WHOLE:
        return left
    desk.clear()
    return None


def of_or_kept_apart(desk: Desk, named: Path) -> Leftover | None:
    """The same; a working copy that cannot be read is moved to the folder `damaged`, so that the file itself can be opened next."""
    try:
        return of(desk, named)
    except (DamagedFileError, NotAPortfolioError) as problem:
        kept = keep_damaged(desk.working)
        desk.clear()
        raise UnreadableLeftoverError(named, problem.said, kept) from problem


def stands(desk: Desk, store: Store, named: Path) -> tuple[Standing, State, Seen | None]:
    """How the file stands to the working copy, the last state that both are known to have had, and the file as it was found."""
    try:
        if desk.target.exists():
            return _compared(desk, store, named)
        standing = Standing.GONE
    except NewerFileError:
        standing = Standing.CHANGED
    except (DamagedFileError, NotAPortfolioError):
        standing = Standing.DAMAGED
    except (UnreadableError, OSError):
        standing = Standing.OUT_OF_REACH
    return standing, _last_published(desk), None


def _compared(desk: Desk, store: Store, named: Path) -> tuple[Standing, State, Seen | None]:
    try:
        copied = bring_in(desk.target, named, desk.incoming)
        with Store.open(copied.path, named, sealed=copied.sealed) as theirs:
            if _holds(theirs, store.state):
                return Standing.WHOLE, store.state, copied.seen
            published = _last_published(desk)
            if _holds(store, theirs.state) and not _is_older(theirs.state, published, store.plan_chain):
                return Standing.AS_IT_WAS, theirs.state, copied.seen
            return Standing.CHANGED, published, None
    finally:
        remove_database(desk.incoming)


def _is_older(state: State, published: State, plan_chain: tuple[str, ...]) -> bool:
    """Whether somebody has put an older version back than the one that was published last."""
    plans = {hashed: place for place, hashed in enumerate(plan_chain)}
    return state.log_number < published.log_number or plans.get(state.plans_hash, 0) < plans.get(published.plans_hash, 0)


def _last_published(desk: Desk) -> State:
    known = desk.origin.get("published")
    try:
        return State(**known) if isinstance(known, dict) else _NOTHING
    except TypeError:
        return _NOTHING


def set_aside(desk: Desk, named: Path) -> None:
    """Keeps the working copy of a desk whose lock is ours as a backup, and clears the desk."""
    keep_aside(desk, named)
    with told(named):
        desk.clear()


def keep_aside(desk: Desk, named: Path) -> None:
    """Keeps the working copy, which may be open, as a backup."""
    with told(named):
        remove_database(desk.finished)
        try:
            snapshot(desk.working, desk.finished)
            seal.stamp(desk.finished)
            backups.keep(desk.finished, named, dt.datetime.now(dt.UTC), aside=True)
        finally:
            remove_database(desk.finished)


def _of_free(desk: Desk, named: Path) -> Leftover | None:
    held = locks.hold(desk.folder) if desk.working.exists() else None
    if not isinstance(held, locks.Held):
        return None
    try:
        return of(desk, named)
    finally:
        held.release()


def checked_twice(opened: Callable[[], Store]) -> Store:
    """Opens again what is found damaged, before anybody is told: a disk may err for once."""
    try:
        return opened()
    except DamagedFileError:
        return opened()


def _holds(store: Store, state: State) -> bool:
    """Whether a store went through a state: its log passes over that step, and its plans over those plans."""
    steps = store.history()
    known = 1 <= state.log_number <= len(steps) and steps[state.log_number - 1].hash == state.log_hash
    return known and state.plans_hash in store.plan_chain


def _counted(leftover: Leftover) -> str:
    parts = [
        f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((leftover.steps, "change"), (leftover.plans, "plan")) if count
    ]
    return " and ".join(parts) or "its last changes"
