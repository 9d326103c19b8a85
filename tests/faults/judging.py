"""What a dead process left, held against what it had acknowledged: nothing lost, nothing torn, nothing in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from data.file_errors import DamagedFileError, NotFoundError
from planner.files import OnLeftover, Standing, UnsavedWorkError, backups_for
from planner.workspace import Workspace
from tests.faults.places import files_of, home_of
from tests.faults.plain import DAMAGED, Holds, holds_plainly

Said = dict[str, Any]

NOTHING: Said = {"path": "", "now": None, "files": {}}
"""What is acknowledged before anything was."""


@contextmanager
def at_home(place: Path) -> Iterator[None]:
    """Plimsoll's own folder is the place's."""
    before = os.environ.get("PLIMSOLL_HOME")
    os.environ["PLIMSOLL_HOME"] = str(home_of(place))
    try:
        yield
    finally:
        os.environ.pop("PLIMSOLL_HOME")
        if before is not None:
            os.environ["PLIMSOLL_HOME"] = before


def judge(place: Path, done: Sequence[Said], clean: Sequence[Said], *, also: frozenset[str] = frozenset()) -> None:
    """Looks at everything after a run that did `done` and died, where an undisturbed run does `clean`.

    The step under way when it died may have happened or not; nothing else is left to chance. Files of names in `also`
    may stand there too.
    """
    assert [line["did"] for line in done] == [line["did"] for line in clean[: len(done)]]
    last = done[-1] if done else NOTHING
    coming = _named_as_found(place, clean[len(done)]) if len(done) < len(clean) else last
    assert last["now"] == (clean[len(done) - 1]["now"] if done else None), "the run itself went another way than the undisturbed one"
    with at_home(place):
        _files_are_whole(place, last, coming)
        for name in {last["path"], coming["path"]} - {""}:
            if name in last["files"] or name in coming["files"]:
                _nothing_is_lost(place, name, last, coming)
        strange = {each.name for each in files_of(place).iterdir()} - {*last["files"], *coming["files"], *also}
        assert not strange, f"beside the files stands {sorted(strange)}"
        _backups_are_whole(place)


def _named_as_found(place: Path, coming: Said) -> Said:
    """A file kept beside another has the minute in its name, which may have passed since the undisturbed run."""
    found = [each.name for each in files_of(place).glob("* (mine *") if each.name not in coming["files"]]
    planned = [name for name in coming["files"] if " (mine " in name]
    if not found or not planned:
        return coming
    files = {found[0] if name == planned[0] else name: holds for name, holds in coming["files"].items()}
    return {**coming, "files": files, "path": found[0] if coming["path"] == planned[0] else coming["path"]}


def _files_are_whole(place: Path, last: Said, coming: Said) -> None:
    for name in {**last["files"], **coming["files"]}:
        found = whole(files_of(place) / name)
        allowed = [_in_file(last, name), _in_file(coming, name)]
        assert found in allowed, f"{name} holds {found}, not one of {allowed}"


def _nothing_is_lost(place: Path, name: str, last: Said, coming: Said) -> None:
    """The document at a path is opened as a person would, taking up what is offered, and is all that was acknowledged."""
    path = files_of(place) / name
    before = whole(path)
    if before is None:
        assert _in_file(last, name) is None, f"{name} is gone"
        assert last["path"] or _is_missing_or_made(path, _now(coming, name))
    elif before == DAMAGED:
        assert _told_of_damage(path), f"no backup of {name} is offered"
    else:
        allowed = [now for said in (last, coming) if (now := _now(said, name)) is not None]
        _opens_as(path, before, allowed, last["now"] if last["path"] == name else None)


def _is_missing_or_made(path: Path, coming: Holds | None) -> bool:
    """As one finds it who opens a file that never came to be: what was to become it may be offered."""
    try:
        Workspace.open(path).close()
    except NotFoundError:
        return True
    except UnsavedWorkError:
        with Workspace.open(path, on_leftover=OnLeftover.TAKE_UP) as workspace:
            return holds(workspace) == coming
    return False


def _told_of_damage(path: Path) -> bool:
    try:
        Workspace.open(path).close()
    except DamagedFileError:
        return bool(backups_for(path))
    return False


def _opens_as(path: Path, before: Holds, allowed: Sequence[Holds], acknowledged: Holds | None) -> None:
    with _opened(path, before, allowed) as workspace:
        found = holds(workspace)
        assert found in allowed, f"{path.name} opens as {found}, not one of {allowed}"
        assert workspace.read_only is None, f"{path.name}: the lock is not free: {workspace.read_only}"
        steps = {step.digest for step in workspace.steps}
        kept = steps | {holds_plainly(each)[0] for each in (*path.parent.glob("*.plimsoll"), *(b.path for b in workspace.backups()))}
        assert acknowledged is None or acknowledged[0] in kept, "what was acknowledged is in no step, no file and no backup"
        _can_be_worked_on(workspace)
        found = holds(workspace)
    assert whole(path) == found, f"closing {path.name} did not publish what was taken up"
    with closing(Workspace.open(path)) as again:
        assert holds(again) == found


@contextmanager
def _opened(path: Path, before: Holds, allowed: Sequence[Holds]) -> Iterator[Workspace]:
    changed = False
    try:
        workspace = Workspace.open(path)
    except UnsavedWorkError as found:
        changed = found.leftover.target is Standing.CHANGED
        steps, beyond = found.leftover.steps, [now[1] - before[1] for now in allowed]
        counted = steps in beyond or (changed and 0 < steps <= max(beyond))
        assert counted, f"{steps} steps are offered beyond {before}, not those up to {allowed}"
        workspace = Workspace.open(path, on_leftover=OnLeftover.TAKE_UP)
    try:
        yield workspace
    except BaseException:
        workspace.close(publish=False)
        raise
    if changed:
        workspace.replace_theirs()
    workspace.close()


def _can_be_worked_on(workspace: Workspace) -> None:
    """Every step and the latest plan can be read, and the latest step can be taken back and done again."""
    before = workspace.digest
    for step in workspace.steps:
        workspace.edit_of(step)
    _ = workspace.plan
    if workspace.undo_label:
        workspace.undo()
        workspace.redo()
    assert workspace.digest == before


def _backups_are_whole(place: Path) -> None:
    for backup in (home_of(place) / "backups").glob("*/*.plimsoll"):
        assert whole(backup) not in (None, DAMAGED), f"the backup {backup.name} is not whole"


def _in_file(said: Said, name: str) -> Holds | None:
    found = said["files"].get(name)
    return None if found is None else (found[0], found[1], found[2])


def _now(said: Said, name: str) -> Holds | None:
    """What opening this file must come to: what is on screen for the file worked on, else what it was left with."""
    if said["path"] == name and said["now"] is not None:
        return said["now"][0], said["now"][1], said["now"][2]
    return _in_file(said, name)


def holds(workspace: Workspace) -> Holds:
    plan = workspace.plan
    return workspace.digest, len(workspace.steps), plan.id if plan else ""


def whole(path: Path) -> Holds | None:
    """What a file holds, DAMAGED where it is not whole; None where there is none."""
    return holds_plainly(path) if path.exists() else None
