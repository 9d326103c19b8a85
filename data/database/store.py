"""A portfolio in a `.plimsoll` file: every edit one durable transaction with its row of the change log.

The file is opened where it stands. Whatever guards it further (a private working copy that is published, backups,
a lock between windows, other databases) goes around this class and needs nothing of its inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, update

from data.database import change_log, entity_store, opening, plan_store
from data.database.connection import copy_to, engine, let_go, reading
from data.database.migrations import bring_up
from data.database.tables import DOCUMENT
from data.digest import ContentHashes
from data.edits import Edit
from data.entities import Id, new_id
from data.file_errors import AlreadyThereError, ChangedElsewhereError, DamagedFileError, NoFolderError, UnknownPlanError, told
from data.plan import Plan
from data.portfolio import Portfolio
from data.replacement import replacing
from data.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class _State:
    """What the file holds: changes only together, and only after a transaction is done."""

    portfolio: Portfolio
    hashes: ContentHashes
    steps: tuple[Step, ...]


class Store:
    """One open portfolio file. Not for use by two threads at once; every method may raise a `PlannerError`."""

    def __init__(self, path: Path, at: Engine, state: _State) -> None:
        self.path = path
        self._engine = at
        self._state = state

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, replace: bool = False) -> Self:
        """A new file of this portfolio, opened; the file appears whole or not at all.

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
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing file, after every check of data.database.opening."""
        path = Path(path)
        with told(path):
            opening.check_header(path)
            at = engine(path)
            try:
                with reading(at) as connection:
                    return cls(path, at, _read(path, connection))
            except BaseException:
                let_go(at)
                raise

    @property
    def portfolio(self) -> Portfolio:
        return self._state.portfolio

    @property
    def digest(self) -> str:
        """The digest of the content as it stands in the file."""
        return self._state.hashes.digest

    @property
    def document_id(self) -> str:
        """The id that all copies of this document share."""
        with told(self.path), reading(self._engine) as connection:
            return str(opening.document_of(self.path, connection).document_id)

    def commit(self, edit: Edit, *, kind: StepKind = StepKind.EDIT, of: int | None = None) -> Step:
        """Applies the edit in one durable transaction with its row of the change log; all of it or nothing.

        `of` is the number of the edit that an undo or redo is about. Raises StaleEditError where the edit was made for
        another state; the rules of data.validation are the caller's to check.
        """
        state = self._state
        after = edit.applied_to(state.portfolio)
        hashes = state.hashes.after(edit, after)
        with told(self.path), self._engine.begin() as connection:
            self._be_last(connection)
            self._write_rows(connection, after, edit)
            step = change_log.append(connection, edit, kind=kind, of=of, digest=hashes.digest, last=state.steps[-1])
            connection.execute(update(DOCUMENT), {"digest": step.digest, "log_number": step.number, "log_hash": step.hash})
        self._state = _State(after, hashes, (*state.steps, step))
        return step

    def history(self) -> tuple[Step, ...]:
        """Every step since the file was made, oldest first."""
        return self._state.steps

    def edit(self, number: int) -> Edit:
        """The edit of a step, with its changes."""
        with told(self.path), reading(self._engine) as connection:
            return change_log.edit_of(connection, number)

    def keep_plan(self, plan: Plan) -> None:
        """Keeps a plan beside the portfolio, in one durable transaction."""
        with told(self.path), self._engine.begin() as connection:
            plan_store.keep(connection, plan)

    def plan(self, plan_id: Id) -> Plan:
        """A plan kept here; UnknownPlanError where there is none of this id."""
        with told(self.path), reading(self._engine) as connection:
            return self._plan(connection, plan_id)

    def latest_plan(self) -> Plan | None:
        """The plan kept last."""
        with told(self.path), reading(self._engine) as connection:
            latest = plan_store.latest(connection)
            return None if latest is None else self._plan(connection, latest)

    def copy_to(self, path: Path) -> None:
        """A copy of the whole file as it stands, checked before it takes its place, replacing what is there."""
        path = Path(path)
        with told(path), replacing(path) as beside:
            copy_to(self._engine, beside)
            with Store.open(beside) as copy:
                if copy.digest != self.digest:
                    raise DamagedFileError(path, "the copy is not what was copied")

    def close(self) -> None:
        """Lets go of the file; everything acknowledged is in it already."""
        let_go(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _be_last(self, connection: Connection) -> None:
        """Nobody else has written since; the write lock is held, so nobody will."""
        document = opening.document_of(self.path, connection)
        if document.log_hash != self._state.steps[-1].hash:
            raise ChangedElsewhereError(self.path)

    def _write_rows(self, connection: Connection, after: Portfolio, edit: Edit) -> None:
        try:
            entity_store.write_edit(connection, self.portfolio, after, edit)
        except entity_store.RowsMissingError as problem:
            raise DamagedFileError(self.path, str(problem)) from problem

    def _plan(self, connection: Connection, plan_id: Id) -> Plan:
        try:
            return plan_store.load(connection, plan_id)
        except KeyError as problem:
            raise UnknownPlanError(self.path, plan_id) from problem
        except (plan_store.BrokenPlanError, ValueError) as problem:
            raise DamagedFileError(self.path, str(problem)) from problem


def _read(path: Path, connection: Connection) -> _State:
    opening.check_structure(path, connection)
    portfolio, hashes = opening.read_content(path, connection)
    return _State(portfolio, hashes, opening.read_steps(path, connection))


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
            connection.execute(insert(DOCUMENT), document)
    finally:
        let_go(at)
