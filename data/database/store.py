"""A portfolio in a database: every edit one durable transaction with its row of the change log.

The database is SQLite's, in a file that nobody else writes: the private working copy of a user's file (data.document),
which guards everything around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, update
from sqlalchemy.exc import SQLAlchemyError

from data.database import content, opening
from data.database.connection import engine, let_go, reading
from data.database.content import Content
from data.database.held import Held
from data.database.migrations import CURRENT, bring_up
from data.database.tables import DOCUMENT
from data.edits import Edit
from data.entities import Id
from data.file_errors import (
    AlreadyThereError,
    ChangedElsewhereError,
    DiskError,
    FileError,
    NewerFileError,
    NoFolderError,
    UnknownPlanError,
    told,
)
from data.plan import KeptPlan, Plan
from data.portfolio import Portfolio
from data.replacement import replacing

Result = TypeVar("Result")


class Store(Held):
    """One open database. Not for use by two threads at once; every method may raise a `PlannerError`.

    `path` is where it stands, `named` how messages call it: the user's file, where this is its working copy.
    """

    def __init__(self, path: Path, named: Path, at: Engine, held: Content) -> None:
        self.path = path
        self.named = named
        super().__init__(held)
        self._engine = at

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, named: Path | None = None, replace: bool = False) -> Self:
        """A new database of this portfolio, opened; the file appears whole or not at all.

        Raises AlreadyThereError where the path is taken, unless it may `replace` what is there, and NoFolderError.
        """
        path = Path(path)
        with told(path):
            if path.exists() and not replace:
                raise AlreadyThereError(path)
            if not path.parent.is_dir():
                raise NoFolderError(path)
        with told(path), replacing(path) as fresh:
            _write_new(fresh, portfolio)
        return cls.open(path, named)

    @classmethod
    def open(cls, path: Path, named: Path | None = None, *, sealed: bool = False) -> Self:
        """An existing database, after every check of data.database.opening; one of an older version is brought up first.

        Where the file is known to be byte for byte what was written (`sealed`), the rows of its plans are read when they
        are wanted, not now.
        """
        path = Path(path)
        named = path if named is None else named
        with told(named):
            version = opening.check_header(path, named)
            if version > CURRENT:
                raise NewerFileError(named, version, CURRENT)
            at = engine(path)
            try:
                if version < CURRENT:
                    opening.bring_up_checked(named, at, version)
                with reading(at) as connection:
                    opening.check_structure(named, connection, sealed=sealed)
                    return cls(path, named, at, opening.read(named, connection, plan_rows=not sealed))
            except BaseException:
                let_go(at)
                raise

    @classmethod
    def open_newer(cls, path: Path, named: Path) -> Self:
        """A database of a version to come, to look at only: what we know of it must be whole and all there is to the digest.

        Raises NewerFileError where that cannot be shown, NotAPortfolioError where it holds what could run.
        """
        with told(named):
            version = opening.check_header(path, named)
            at = engine(path)
            try:
                with reading(at) as connection:
                    opening.check_newer_schema(named, connection)
                    try:
                        return cls(path, named, at, opening.read(named, connection, plan_rows=True))
                    except (FileError, SQLAlchemyError, ValueError) as problem:
                        raise NewerFileError(named, version, CURRENT) from problem
            except BaseException:
                let_go(at)
                raise

    @property
    def document_id(self) -> str:
        """The id that all copies of this document share."""
        with told(self.named), reading(self._engine) as connection:
            return str(opening.document_of(self.named, connection).document_id)

    def edit(self, number: int) -> Edit:
        """The edit of a step, with its changes."""
        with self._told(), reading(self._engine) as connection:
            return content.edit_of(connection, number)

    def stored_edit(self, number: int) -> Callable[[], Edit]:
        """What makes the edit of a step out of its row, in any thread: a large one takes its time."""
        with self._told(), reading(self._engine) as connection:
            return self._later(content.stored_edit(connection, number))

    def edits_since(self, number: int) -> tuple[Edit, ...]:
        """The edits after a step, oldest first."""
        with self._told(), reading(self._engine) as connection:
            return content.edits_since(connection, self._content, number)

    def stored_plans(self) -> Callable[[], tuple[KeptPlan, ...]]:
        """What makes what is known of every plan kept out of its head, in any thread; oldest first."""
        with self._told(), reading(self._engine) as connection:
            return self._later(content.stored_plans(connection))

    def plan(self, plan_id: Id) -> Plan:
        """A plan kept here; UnknownPlanError where there is none of this id."""
        with self._told(), reading(self._engine) as connection:
            try:
                return content.plan(connection, plan_id)
            except KeyError as problem:
                raise UnknownPlanError(self.named, plan_id) from problem

    def latest_plan(self, scenario: str = "") -> Plan | None:
        """The plan kept last of a scenario, "" being the plan of record."""
        with self._told(), reading(self._engine) as connection:
            return content.latest_plan(connection, scenario)

    def plan_before(self, plan_id: Id) -> Id | None:
        """The id of the plan of the same scenario kept before another; None where that was the first."""
        with self._told(), reading(self._engine) as connection:
            return content.plan_before(connection, plan_id)

    def move(self, to: Path) -> None:
        """Goes on at another path of the same disk, in the place of what is there."""
        let_go(self._engine)
        with told(self.named):
            self.path.replace(to)
        self._engine, self.path = engine(to), to

    def close(self) -> None:
        """Lets go of the file; everything acknowledged is in it already."""
        let_go(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _write(self, write: Callable[[Connection], Content]) -> None:
        """Writes in one transaction; what is held changes once it is durable."""
        written: list[Content] = []
        try:
            with self._told(), self._engine.begin() as connection:
                self._be_last(connection)
                written.append(write(connection))
        except DiskError:
            if not self._was_kept(written):
                raise
        self._content = written[0]

    def _was_kept(self, written: list[Content]) -> bool:
        """Whether a transaction stands whose end was told to have failed: a disk may err once all but its last flush is done.

        Writing the same once more shows it, and that flush is made up for.
        """
        if not written:
            return False
        try:
            with self._told(), self._engine.begin() as connection:
                if content.state_of(connection) != written[0].state:
                    return False
                connection.execute(update(DOCUMENT), {"digest": written[0].hashes.digest})
        except FileError:
            return False
        return True

    def _be_last(self, connection: Connection) -> None:
        """Nobody else has written since; the write lock is held, so nobody will."""
        if content.state_of(connection) != self.state:
            raise ChangedElsewhereError(self.named)

    def _later(self, make: Callable[[], Result]) -> Callable[[], Result]:
        """The same in any thread, what goes wrong told as of this file."""

        def made() -> Result:
            with self._told():
                return make()

        return made

    @contextmanager
    def _told(self) -> Iterator[None]:
        with told(self.named), opening.damaged(self.named):
            yield


def _write_new(path: Path, portfolio: Portfolio) -> None:
    at = engine(path, new=True)
    try:
        with at.begin() as connection:
            bring_up(connection, 0)
            content.write_new(connection, portfolio)
    finally:
        let_go(at)
