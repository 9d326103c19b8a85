"""A portfolio in a database: every edit one durable transaction with its row of the change log.

The database is SQLite's, in a file that nobody else writes: the private working copy of a user's file (data.document),
which guards everything around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, update
from sqlalchemy.exc import SQLAlchemyError

from data.database import change_log, entity_store, opening, plan_store
from data.database.connection import engine, let_go, reading
from data.database.migrations import CURRENT, bring_up
from data.database.tables import DOCUMENT
from data.digest import ContentHashes
from data.edits import Edit
from data.entities import Id, new_id
from data.file_errors import (
    AlreadyThereError,
    ChangedElsewhereError,
    DamagedFileError,
    FileError,
    NewerFileError,
    NoFolderError,
    UnknownPlanError,
    told,
)
from data.plan import Plan
from data.portfolio import Portfolio
from data.replacement import replacing
from data.steps import State, Step, StepKind


@dataclass(frozen=True, slots=True)
class _Content:
    """What the database holds: changes only together, and only after a transaction is done."""

    portfolio: Portfolio
    hashes: ContentHashes
    steps: tuple[Step, ...]
    plan_chain: tuple[str, ...]


class Store:
    """One open database. Not for use by two threads at once; every method may raise a `PlannerError`.

    `path` is where it stands, `named` how messages call it: the user's file, where this is its working copy.
    """

    def __init__(self, path: Path, named: Path, at: Engine, content: _Content) -> None:
        self.path = path
        self.named = named
        self._engine = at
        self._content = content

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
                    return cls(path, named, at, _read(named, connection, plan_rows=not sealed))
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
                    opening.check_newer_structure(named, connection)
                    try:
                        return cls(path, named, at, _read(named, connection, plan_rows=True))
                    except (FileError, SQLAlchemyError, ValueError) as problem:
                        raise NewerFileError(named, version, CURRENT) from problem
            except BaseException:
                let_go(at)
                raise

    @property
    def portfolio(self) -> Portfolio:
        return self._content.portfolio

    @property
    def digest(self) -> str:
        """The digest of the content as it stands in the database."""
        return self._content.hashes.digest

    @property
    def state(self) -> State:
        """How far its change log and its plans go."""
        last = self._content.steps[-1]
        return State(last.number, last.hash, self._content.plan_chain[-1])

    @property
    def plan_chain(self) -> tuple[str, ...]:
        """The hash of all plans after each plan kept, first that of none."""
        return self._content.plan_chain

    @property
    def document_id(self) -> str:
        """The id that all copies of this document share."""
        with told(self.named), reading(self._engine) as connection:
            return str(opening.document_of(self.named, connection).document_id)

    def commit(self, edit: Edit, *, kind: StepKind = StepKind.EDIT, of: int | None = None) -> Step:
        """Applies the edit in one durable transaction with its row of the change log; all of it or nothing.

        `of` is the number of the edit that an undo or redo is about. Raises StaleEditError where the edit was made for
        another state; the rules of data.validation are the caller's to check.
        """
        content = self._content
        after = edit.applied_to(content.portfolio)
        hashes = content.hashes.after(edit, after)
        with told(self.named), self._engine.begin() as connection:
            self._be_last(connection)
            self._write_rows(connection, after, edit)
            step = change_log.append(connection, edit, kind=kind, of=of, digest=hashes.digest, last=content.steps[-1])
            connection.execute(update(DOCUMENT), {"digest": step.digest, "log_number": step.number, "log_hash": step.hash})
        self._content = _Content(after, hashes, (*content.steps, step), content.plan_chain)
        return step

    def history(self) -> tuple[Step, ...]:
        """Every step since the file was made, oldest first."""
        return self._content.steps

    def edit(self, number: int) -> Edit:
        """The edit of a step, with its changes."""
        with told(self.named), reading(self._engine) as connection:
            return change_log.edit_of(connection, number)

    def keep_plan(self, plan: Plan) -> None:
        """Keeps a plan beside the portfolio, in one durable transaction."""
        content = self._content
        with told(self.named), self._engine.begin() as connection:
            self._be_last(connection)
            plans_hash = plan_store.chained(content.plan_chain[-1], plan_store.keep(connection, plan))
            connection.execute(update(DOCUMENT), {"plans_hash": plans_hash})
        self._content = replace(content, plan_chain=(*content.plan_chain, plans_hash))

    def plan(self, plan_id: Id) -> Plan:
        """A plan kept here; UnknownPlanError where there is none of this id."""
        with told(self.named), reading(self._engine) as connection:
            return self._plan(connection, plan_id)

    def latest_plan(self) -> Plan | None:
        """The plan kept last."""
        with told(self.named), reading(self._engine) as connection:
            latest = plan_store.latest(connection)
            return None if latest is None else self._plan(connection, latest)

    def move(self, to: Path) -> None:
        """Goes on at another path of the same disk, where there is nothing yet."""
        let_go(self._engine)
        self._engine = engine(to)
        with told(self.named):
            self.path.rename(to)
        self.path = to

    def close(self) -> None:
        """Lets go of the file; everything acknowledged is in it already."""
        let_go(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _be_last(self, connection: Connection) -> None:
        """Nobody else has written since; the write lock is held, so nobody will."""
        document = opening.document_of(self.named, connection)
        if document.log_hash != self._content.steps[-1].hash:
            raise ChangedElsewhereError(self.named)

    def _write_rows(self, connection: Connection, after: Portfolio, edit: Edit) -> None:
        try:
            entity_store.write_edit(connection, self.portfolio, after, edit, self._content.steps[-1].number + 1)
        except entity_store.RowsMissingError as problem:
            raise DamagedFileError(self.named, str(problem)) from problem

    def _plan(self, connection: Connection, plan_id: Id) -> Plan:
        try:
            return plan_store.load(connection, plan_id)
        except KeyError as problem:
            raise UnknownPlanError(self.named, plan_id) from problem
        except (plan_store.BrokenPlanError, ValueError) as problem:
            raise DamagedFileError(self.named, str(problem)) from problem


def _read(named: Path, connection: Connection, *, plan_rows: bool) -> _Content:
    portfolio, hashes = opening.read_content(named, connection)
    steps = opening.read_steps(named, connection)
    return _Content(portfolio, hashes, steps, opening.read_plan_chain(named, connection, rows=plan_rows))


def _write_new(path: Path, portfolio: Portfolio) -> None:
    at = engine(path)
    try:
        with at.begin() as connection:
            bring_up(connection, 0)
            entity_store.write_all(connection, portfolio)
            made = Edit(f"Create {portfolio.settings.name}", ())
            digest = ContentHashes.of(portfolio).digest
            step = change_log.append(connection, made, kind=StepKind.CREATE, of=None, digest=digest, last=None)
            document = {"one": 1, "document_id": new_id(), "digest": digest, "log_number": step.number, "log_hash": step.hash}
            connection.execute(insert(DOCUMENT), document | {"plans_hash": plan_store.NO_PLANS})
    finally:
        let_go(at)
