"""The user's file while it is open: a working copy in which every edit is durable, published to the file whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from data.database.store import Store
from data.document import access, backups, recovery, replaced, taking, working_copy
from data.document.backups import Backup
from data.document.copying import is_still, see
from data.document.locks import Held, Holder
from data.document.private import Desk, home
from data.document.publishing import Publication, Published, back_up, write
from data.document.recovery import OnLeftover
from data.document.working_copy import WorkingCopy
from data.edits import Edit
from data.entities import Id
from data.file_errors import (
    AlreadyThereError,
    DiskError,
    ItselfError,
    NoFolderError,
    NotKeptError,
    ReadOnlyError,
    told,
)
from data.plan import KeptPlan, Plan
from data.portfolio import Portfolio
from data.steps import State, Step, StepKind

_LINKED = (
    "this file has a second name on the disk (a hard link): saved changes go to the name you opened, and the other keeps what it holds now"
)


class Document:
    """One open file. The thread that opened it owns it; a `Publication` may run in any other.

    Every method may raise a `PlannerError`, and then everything is as it was.
    """

    def __init__(self, named: Path, copy: WorkingCopy) -> None:
        self.path = named
        self.read_only = copy.read_only
        self._desk = copy.desk
        self._store = copy.store
        self._held = copy.held
        self._seen = copy.seen
        self._published = self._first = copy.published

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, replace: bool = False) -> Self:
        """A new file of this portfolio, opened. What it may `replace` is backed up first.

        Raises AlreadyThereError where the path is taken, NoFolderError, and HeldError where the path is open elsewhere.
        """
        path = Path(path)
        with told(path):
            desk = Desk.of(path)
            if desk.target.exists() and not replace:
                raise AlreadyThereError(path)
            if not desk.target.parent.is_dir():
                raise NoFolderError(path)
            held = taking.take(path, desk)
        try:
            with told(path):
                taking.sweep_folder(desk)
                if recovery.of_or_kept_apart(desk, path) is not None:
                    recovery.set_aside(desk, path)
                if desk.target.exists():
                    replaced.check(desk.target, path)
                    replaced.kept(desk.target, path)
                return cls._made(path, desk, held, portfolio)
        except BaseException:
            held.release()
            raise

    @classmethod
    def _made(cls, path: Path, desk: Desk, held: Held, portfolio: Portfolio) -> Self:
        """Makes and publishes it on a desk where nothing lies that could be lost."""
        desk.clear()
        desk.note_origin({})
        store = Store.create(desk.working, portfolio, named=path)
        try:
            made_new = cls(path, WorkingCopy(desk, store, held, seen=see(desk.target, path)))
            made_new.publish()
        except BaseException:
            store.close()
            desk.clear()
            raise
        return made_new

    @classmethod
    def open(cls, path: Path, *, on_leftover: OnLeftover = OnLeftover.ASK) -> Self:
        """An existing file, checked. One that is open elsewhere, newer, or not to be written is opened read-only.

        Raises UnsavedWorkError where a crash left work that is not in the file and nothing is said about it, and
        DamagedFileError, NotAPortfolioError, NotFoundError, UnreadableError and their like.
        """
        path = Path(path)
        with told(path):
            desk = Desk.of(path)
            held = taking.held_or_holder(desk)
        if isinstance(held, Holder):
            return cls(path, working_copy.looked_at(path, access.held(held)))
        opened: Self | None = None
        try:
            with told(path):
                opened = cls(path, working_copy.opened(path, desk, held, on_leftover))
        finally:
            if opened is None or opened.read_only is not None:
                held.release()
        return opened

    @classmethod
    def read(cls, path: Path) -> Self:
        """The file as it stands, only to be read: nothing is locked, and a window that has it open is not disturbed."""
        path = Path(path)
        return cls(path, working_copy.looked_at(path, access.LOOKING))

    @staticmethod
    def set_aside(path: Path) -> None:
        """Keeps what a crash left of a file as a backup, and leaves the file as it is. Raises HeldError."""
        with told(path):
            desk = Desk.of(path)
            held = taking.take(path, desk)
            try:
                if recovery.of(desk, path) is not None:
                    recovery.set_aside(desk, path)
            finally:
                held.release()

    @property
    def portfolio(self) -> Portfolio:
        return self._store.portfolio

    @property
    def digest(self) -> str:
        return self._store.digest

    @property
    def document_id(self) -> str:
        """The id that all copies of this document share."""
        return self._store.document_id

    @property
    def state(self) -> State:
        return self._store.state

    @property
    def unpublished(self) -> bool:
        """Whether the user's file lacks something that the working copy has."""
        return self._store.state != self._published

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of the file itself."""
        try:
            links = self._desk.target.stat().st_nlink
        except OSError:
            return ()
        return (_LINKED,) if links > 1 and self.read_only is None else ()

    def commit(self, edit: Edit, *, kind: StepKind = StepKind.EDIT, of: int | None = None) -> Step:
        """As Store.commit; ReadOnlyError where the portfolio can only be looked at."""
        with self._changing():
            return self._store.commit(edit, kind=kind, of=of)

    def history(self) -> tuple[Step, ...]:
        return self._store.history()

    def edit(self, number: int) -> Edit:
        return self._store.edit(number)

    def stored_edit(self, number: int) -> Callable[[], Edit]:
        return self._store.stored_edit(number)

    def edits_since(self, number: int) -> tuple[Edit, ...]:
        return self._store.edits_since(number)

    def stored_plans(self) -> Callable[[], tuple[KeptPlan, ...]]:
        return self._store.stored_plans()

    def keep_plan(self, plan: Plan) -> None:
        with self._changing():
            self._store.keep_plan(plan)

    def plan(self, plan_id: Id) -> Plan:
        return self._store.plan(plan_id)

    def plan_before(self, plan_id: Id) -> Id | None:
        return self._store.plan_before(plan_id)

    def latest_plan(self, scenario: str = "") -> Plan | None:
        return self._store.latest_plan(scenario)

    def backups(self) -> tuple[Backup, ...]:
        """The backups of this document, newest first."""
        return backups.backups_of(self.document_id)

    def publication(self, *, asked: bool = False) -> Publication | None:
        """What is needed to bring the user's file up to date; None where it is so.

        Where the user `asked` for it, the file itself is looked at: one that was moved away or changed outside is not up to date.
        """
        if self.read_only is not None or not (self.unpublished or (asked and not self._is_in_file())):
            return None
        return Publication(self._desk, self.path, self._seen, first=self._published == self._first)

    def take(self, published: Published) -> None:
        """Takes in what a publication came to."""
        if published.target == self._desk.target:  # else it is of the file before this was saved as another
            self._seen, self._published = published.seen, published.state

    def publish(self) -> Published | None:
        """Brings the user's file up to date in this thread. Raises what `Publication.run` raises."""
        publication = self.publication()
        if publication is None:
            return None
        published = publication.run()
        self.take(published)
        return published

    def copy_to(self, path: Path) -> None:
        """A copy of the whole document as it stands, checked before it takes its place, replacing what is there."""
        path = Path(path)
        with told(path):
            other = Desk.of(path)
            if other.target == self._desk.target:
                raise ItselfError(path)
            with taking.held_if_room(path, other):
                self._copy_to(other, path)

    def save_as(self, path: Path, *, replace: bool = False) -> Self:
        """The document under another name, where it is worked on from now on; the file before stays as it was published last.

        Nothing is lost where it fails: then this document is still open.
        """
        with told(path):
            if Desk.of(path).target == self._desk.target:
                self._check_writable()
                self.publish()
                return self
            if Desk.of(path).target.exists() and not replace:
                raise AlreadyThereError(path)
            other = Desk.of(path)
            held = taking.take(path, other)
            try:
                other.note_origin(other.origin)  # so that what a kill leaves beside the file is found
                self._copy_to(other, path)
                moved = type(self)(path, working_copy.opened(path, other, held, OnLeftover.SET_ASIDE))
            except BaseException:
                held.release()
                raise
        self._let_go()
        return moved

    def write_again(self) -> None:
        """Publishes to the place from which the file was moved away."""
        self._seen = self._published = None
        self.publish()

    def replace_theirs(self) -> Path:
        """Publishes over a file that was changed outside, and answers where a backup or a copy of it is kept."""
        with told(self.path):
            seen = see(self._desk.target, self.path)
            kept = replaced.kept(self._desk.target, self.path)
            self._seen, self._published = seen, None
        self.publish()
        return kept

    def keep_both(self) -> Self:
        """Goes on under a new name beside the file that was changed outside, which stays as it is."""
        with told(self.path):
            name = replaced.free_name(self.path)
        return self.save_as(name)

    def take_theirs(self) -> Self:
        """The file as it was changed outside; what this document has is kept as a backup."""
        with told(self.path):
            recovery.keep_aside(self._desk, self.path)
            return type(self)(self.path, working_copy.brought_in(self.path, self._desk, self._held, instead=self._store))

    def close(self, *, publish: bool = True) -> None:
        """Publishes what is not in the file yet and lets go of it; where that fails the document stays open.

        Without publishing, the working copy is kept and offered when the file is opened next.
        """
        if publish:
            self.publish()
        if self._published != self._first and self.read_only is None and not self.unpublished:
            back_up(self._desk.target, self.path)
            if not self._is_in_file():  # somebody has replaced what was published here
                recovery.keep_aside(self._desk, self.path)
        self._let_go(clear=not self.unpublished)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close(publish=kind is None)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self._check_writable()
        try:
            yield
        except DiskError as problem:  # of our own folder, not of the user's file
            raise NotKeptError(self.path, home(), problem.reason) from problem

    def _check_writable(self) -> None:
        if self.read_only is not None:
            raise ReadOnlyError(self.path, self.read_only.said)

    def _copy_to(self, other: Desk, named: Path) -> None:
        taking.sweep_folder(other)
        if other.target.exists():
            replaced.check(other.target, named)
        write(self._desk, other.target, named, see(other.target, named))

    def _is_in_file(self) -> bool:
        """Whether the file is still what this document published: else the working copy is all there is of it."""
        try:
            return self._seen is not None and is_still(self._seen, self._desk.target)
        except OSError:
            return False

    def _let_go(self, *, clear: bool = True) -> None:
        """Closes the working copy and clears it. What cannot be cleared holds nothing of its own, and goes at the next opening."""
        self._store.close()
        with suppress(OSError):
            if self.read_only is not None:
                shutil.rmtree(self._desk.folder, ignore_errors=True)
            elif clear:
                self._desk.clear()
        self._held.release()
