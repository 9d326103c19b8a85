"""What a person does to a portfolio file, step by step, each step acknowledged once its call has returned.

Everything is the same in every run: the same steps end on the same digests, so that a run that was killed can be held
against one that was not.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from data.edits import Change, Edit, adding
from data.entities import Id
from data.errors import PlannerError
from data.file_errors import ChangedElsewhereError
from data.portfolio import Kind
from planner.exporting import export_portfolio
from planner.files import OnLeftover, backups_for, restore_file
from planner.importing import Imported, compare, load
from planner.workspace import Workspace
from tests import builders as b
from tests.faults.places import ENOUGH, FILLER, NAME, THEIRS, elsewhere_of, files_of
from tests.faults.plain import DAMAGED, Holds, holds_plainly

OLD_FILE = Path(__file__).parent.parent / "portfolio" / "files" / "version-1.plimsoll"
BULK = 500


@cache
def workbook(folder: Path) -> Imported:
    """A small workbook, read once: its new ids are drawn when it is read, and so the same in every run."""
    path = folder / "to-import.xlsx"
    changed = b.small_case().holding(b.resource("Xenia", "Designer"), b.project("Delta"), b.demand("Draw", "Delta", "Designer"))
    export_portfolio(changed, path)
    return load(path)


class Actor:
    """One process's doings in one place: a private folder, and a folder of the user's files."""

    def __init__(self, place: Path, said: int, imported: Imported | None = None, name: str = NAME) -> None:
        self._place = place
        self._folder = files_of(place)
        self._said = said
        self._imported = imported
        self._workspace: Workspace | None = None
        self._left: Holds | None = None
        self._plans = 0
        self._made = 0
        self._files: dict[str, Holds | None] = {}
        self._path = self._folder / name
        self._steps: dict[str, Callable[..., None]] = {
            name.removeprefix("do_"): getattr(self, name) for name in dir(self) if name.startswith("do_")
        }

    def act(self, steps: tuple[str, ...], *, patient: bool = False) -> None:
        """Does the steps; with `patient`, one that is refused is tried once more, and then the next one."""
        for step in steps:
            done = self._attempted(step) or (patient and self._attempted(step))
            if not done and not patient:
                return

    def _attempted(self, step: str) -> bool:
        try:
            name, *given = step.split()
            self._steps[name](*given)
        except PlannerError as refusal:
            found = {name: holds_plainly(path) for name in self._files if (path := self._folder / name).exists()}
            self._say({"refused": step, "error": type(refusal).__name__, "said": str(refusal), "found": found})
            return False
        except BaseException:
            self._say({"crashed": step, "trace": traceback.format_exc()})
            os._exit(1)
        self._acknowledge(step)
        return True

    def do_create(self) -> None:
        """A new file; where it came to be although making it was refused, it is opened."""
        self._workspace = Workspace.open(self._path) if self._path.exists() else Workspace.create(self._path, b.small_case())
        self._published()

    def do_create_other(self) -> None:
        """Another portfolio, where a later step saves over it."""
        with Workspace.create(self._folder / "other.plimsoll", b.portfolio(b.resource("Zoe"), name="Other")) as other:
            self._files["other.plimsoll"] = _holds(other)

    def do_theirs(self) -> None:
        """Another portfolio lies ready, outside the user's folder, to be put in the place of the file by somebody else."""
        self.do_create_other()
        (self._folder / "other.plimsoll").rename(self._place / THEIRS)
        del self._files["other.plimsoll"]

    def do_open(self) -> None:
        self._workspace = Workspace.open(self._path)

    def do_open_again(self) -> None:
        """Opens the file where the steps before have closed it."""
        if self._workspace is None:
            self.do_open()

    def do_take_up(self) -> None:
        self._workspace = Workspace.open(self._path, on_leftover=OnLeftover.TAKE_UP)

    def do_set_aside(self) -> None:
        self._workspace = Workspace.open(self._path, on_leftover=OnLeftover.SET_ASIDE)

    def do_old_file(self) -> None:
        """A file of the first version, as it was released."""
        shutil.copyfile(OLD_FILE, self._path)
        self._files[self._path.name] = holds_plainly(self._path)

    def do_edit(self) -> None:
        self._made += 1
        self._open.apply(adding(f"Add person {self._made}", [b.resource(f"Person {self._made}")]))

    def do_change(self) -> None:
        before = next(iter(self._open.portfolio.resources.values()))
        after = replace(before, level=before.level % 5 + 1)
        self._open.apply(Edit("Change level", (Change(Kind.RESOURCE, before.id, before, after),)))

    def do_bulk(self) -> None:
        self._made += 1
        self._open.apply(adding(f"Add a crowd {self._made}", [b.resource(f"Crowd {self._made}-{n}") for n in range(BULK)]))

    def do_undo(self) -> None:
        self._open.undo()

    def do_redo(self) -> None:
        self._open.redo()

    def do_import(self) -> None:
        assert self._imported is not None
        assert self._imported.portfolio is not None
        self._open.apply(compare(self._open.portfolio, self._imported.portfolio))

    def do_plan(self) -> None:
        self._plans += 1
        cells = [b.allocation("Build", f"Person {n}", n % 8 + 1, 1.0 + n) for n in range(200)]
        self._open.keep_plan(b.plan(*cells, id=Id(f"accepted-{self._plans}")))

    def do_publish(self) -> None:
        self._open.publish()
        self._published()

    def do_save_as(self) -> None:
        self._made += 1
        self._saved_as(f"saved-{self._made}.plimsoll", replace=False)

    def do_save_over(self) -> None:
        self._saved_as("other.plimsoll", replace=True)

    def do_copy(self) -> None:
        self._copied("copy.plimsoll")

    def do_copy_over(self) -> None:
        self._copied("other.plimsoll")

    def do_copy_elsewhere(self) -> None:
        """To a folder that no fault of a test is about."""
        elsewhere_of(self._place).mkdir(exist_ok=True)
        self._open.save_copy(elsewhere_of(self._place) / "rescued.plimsoll")

    def do_look(self) -> None:
        """Everything that a file holds, as a person would come to see it, and the whole way back."""
        self.do_open()
        self._look_through()
        while self._open.undo_label and not self._open.read_only:
            self._open.undo()

    def do_read(self) -> None:
        """The same of a file that is only looked at."""
        self._workspace = Workspace.read(self._path)
        self._look_through()

    def do_restore(self) -> None:
        """Back to the oldest backup, where there is one."""
        if found := self._open.backups():
            self._open.restore(found[-1])

    def do_restore_file(self) -> None:
        """The newest backup in the place of the file that was damaged."""
        newest = backups_for(self._path)[0]
        restore_file(self._path, newest)
        self._files[self._path.name] = holds_plainly(self._path)

    def do_damage(self) -> None:
        """Somebody cuts the file short."""
        self._path.write_bytes(self._path.read_bytes()[:6000])
        self._files[self._path.name] = DAMAGED

    def do_change_outside(self) -> None:
        """The file is what it was two publications ago, as a sync client would leave it."""
        shutil.copyfile(self._folder / "copy.plimsoll", self._path)
        self._files[self._path.name] = self._files["copy.plimsoll"]

    def do_meet_change(self) -> None:
        try:
            self._open.publish()
        except ChangedElsewhereError:
            return
        raise AssertionError("a file changed outside was overwritten in silence")

    def do_replace_theirs(self) -> None:
        self._open.replace_theirs()
        self._published()

    def do_keep_both(self) -> None:
        kept = self._open.keep_both()
        self._files[kept.name] = _seen(self._open)
        self._path = self._open.path

    def do_take_theirs(self) -> None:
        self._open.take_theirs()

    def do_close(self) -> None:
        self._open.close()
        self._published()
        self._workspace = None

    def do_leave(self) -> None:
        """Closes without publishing: what a crash leaves, in an orderly way."""
        self._left = _seen(self._open)
        self._open.close(publish=False)
        self._workspace = None

    def do_fill(self, left: str) -> None:
        """Something else takes the disk, but for so many bytes."""
        taken = max(0, shutil.disk_usage(self._place).free - int(left))
        (self._place / FILLER).write_bytes(bytes(taken))

    def do_make_room(self) -> None:
        (self._place / FILLER).unlink()

    def do_two_threads(self) -> None:
        """Two threads, one after the other, each open a file, write to it and rename it: what the tracer itself is tested with."""
        other = threading.Thread(target=self._written_and_renamed, args=("one",))
        other.start()
        other.join()
        self._written_and_renamed("two")

    def do_fault_over(self) -> None:
        """Tells whoever makes the faults that they are over."""
        os.mkdir(self._folder / ENOUGH)  # noqa: PTH102 - one call, which is never made

    @property
    def _open(self) -> Workspace:
        assert self._workspace is not None, "no file is open"
        return self._workspace

    def _written_and_renamed(self, name: str) -> None:
        handle = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, 100 * b"x")
        os.close(handle)
        try:
            (self._folder / name).rename(self._folder / f"{name}.new")
        except OSError as refusal:
            self._say({"refused": "rename", "error": errno.errorcode[refusal.errno or 0], "said": name})

    def _look_through(self) -> None:
        for step in self._open.steps:
            self._open.edit_of(step)
        _ = self._open.plan

    def _saved_as(self, name: str, *, replace: bool) -> None:
        self._open.save_as(self._folder / name, replace=replace)
        self._path = self._open.path
        self._published()

    def _copied(self, name: str) -> None:
        self._open.save_copy(self._folder / name)
        self._files[name] = _seen(self._open)

    def _published(self) -> None:
        self._files[self._path.name] = _seen(self._open)

    def _acknowledge(self, step: str) -> None:
        if self._workspace is not None:
            self._left = None
        now = _seen(self._workspace) if self._workspace is not None else self._left
        self._say({"did": step, "path": self._path.name, "now": now, "files": self._files})

    def _say(self, what: dict[str, Any]) -> None:
        os.write(self._said, json.dumps(what).encode() + b"\n")


def _seen(workspace: Workspace) -> Holds:
    """As a person sees it, who looks again where the plan cannot be read."""
    try:
        return _holds(workspace)
    except PlannerError:
        return _holds(workspace)


def _holds(workspace: Workspace) -> Holds:
    plan = workspace.plan
    return workspace.digest, len(workspace.steps), plan.id if plan else ""


WEIGHTS = {
    "edit": 20,
    "change": 20,
    "bulk": 4,
    "undo": 12,
    "redo": 6,
    "import": 3,
    "plan": 6,
    "publish": 12,
    "save_as": 3,
    "copy": 4,
    "restore": 3,
    "close": 4,
}


def random_steps(seed: int, count: int) -> Iterator[str]:
    """A life of a file: created, worked on, closed and opened again."""
    draw = random.Random(seed)
    if draw.random() < 0.25:
        yield from ("old_file", "open")
    else:
        yield "create"
    for step in draw.choices(list(WEIGHTS), list(WEIGHTS.values()), k=count):
        yield step
        if step == "close":
            yield "open"
