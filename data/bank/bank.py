"""The shared bank: one portfolio that several people work on, each edit one durable transaction on a PostgreSQL server.

Why a row lock and not SERIALIZABLE: every writer begins by locking the one row of `document` (SELECT ... FOR UPDATE), so
writers stand in line and none is turned back for a conflict that the server only fears. In READ COMMITTED each statement
after the lock sees all that the writer before committed; under SERIALIZABLE (or REPEATABLE READ) the moment seen would be
that before the wait, and every second writer would fail. The lock is the server's: it is gone with the connection, so a
killed program holds nobody up. What makes the write right is not the lock but the comparison after it: the document must
still be in the state this bank has read, else nothing is written (BehindError). And were a row written by somebody who
took no lock, its `version` is above the one seen and the write misses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from types import TracebackType
from typing import Self
from weakref import finalize

from sqlalchemy import Connection, Engine

from data.bank import schema
from data.bank.address import Address
from data.bank.connection import engine, reading
from data.bank.errors import (
    BankError,
    BehindError,
    DamagedBankError,
    LostConnectionError,
    NoRightsError,
    NoSuchPlanError,
    OlderBankError,
    ReplacedBankError,
    UnwritableTextError,
    told,
)
from data.bank.texts import unwritable
from data.database import change_log, content
from data.database.content import BrokenContentError, Content, ForkedError
from data.database.held import Held
from data.edits import Edit, adding
from data.entities import Id
from data.plan import KeptPlan, Plan
from data.portfolio import Portfolio
from data.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class News:
    """What others have written since `before` was read: read and checked, and not yet taken in.

    `plan` is the latest plan of the `scenario` that was asked for, where others have kept any.
    """

    before: Content
    after: Content
    plan: Plan | None
    scenario: str = ""


class Bank(Held):
    """One open bank. Every method may raise a `PlannerError`.

    Only `is_behind`, `news` and what `stored_edit` and `stored_plans` answer may be used by other threads meanwhile.
    """

    def __init__(self, address: Address, at: Engine, document_id: str, held: Content) -> None:
        self.address = address
        self.document_id = document_id
        super().__init__(held)
        self._engine = at
        self._closed = Event()
        finalize(self, at.dispose).atexit = False  # what a thread connected when this was closed already goes with it

    @classmethod
    def create(cls, address: Address, portfolio: Portfolio) -> Self:
        """A new bank of this portfolio in a database that has none, opened; it appears whole or not at all."""
        _check_texts(address, adding("", portfolio.everything()))
        at = engine(address)
        try:
            with _told(address), at.begin() as connection:
                schema.make(address, connection)
                content.write_new(connection, portfolio)
        finally:
            at.dispose()
        return cls.open(address)

    @classmethod
    def open(cls, address: Address) -> Self:
        """The bank of a database, after schema, digest, change log and the chain of its plans were checked.

        One that an older version made is brought up first, where who asks is the owner of its tables.
        """
        at = engine(address)
        try:
            try:
                return cls._read(address, at)
            except OlderBankError as older:
                _bring_up(address, at, older)
                return cls._read(address, at)
        except BaseException:
            at.dispose()
            raise

    @classmethod
    def _read(cls, address: Address, at: Engine) -> Self:
        with _told(address), reading(at) as connection:
            schema.check(address, connection)
            return cls(address, at, content.document_of(connection).document_id, content.read(connection))

    def commit(self, edit: Edit, *, kind: StepKind = StepKind.EDIT, of: int | None = None) -> Step:
        """As of any database; BehindError where somebody else has written since."""
        _check_texts(self.address, edit)
        return super().commit(edit, kind=kind, of=of)

    def catch_up(self) -> tuple[Step, ...]:
        """Reads what others have written since, and answers their steps, oldest first.

        Raises ReplacedBankError where the bank does not go on from what was read here.
        """
        known = len(self._content.steps)
        with _told(self.address), reading(self._engine) as connection:
            self._content = content.read_on(connection, self._content)
        return self._content.steps[known:]

    def is_behind(self) -> bool:
        """Whether somebody else has written since, by one small question to the server; for any one thread to ask."""
        with _told(self.address), reading(self._engine) as connection:
            return content.state_of(connection) != self.state

    def news(self, scenario: str = "") -> News | None:
        """What others have written since, to be taken in by `take`; None where nobody has. For any one thread to ask."""
        before = self._content
        if self._closed.is_set():
            return None
        with self._aside() as connection:
            if content.state_of(connection) == before.state:
                return None
            after = content.read_on(connection, before)
            plan = content.latest_plan(connection, scenario) if after.plan_chain != before.plan_chain else None
            return News(before, after, plan, scenario)

    def take(self, news: News) -> tuple[Step, ...]:
        """Goes on with what others have written, and answers their steps; with none where this bank has moved on meanwhile."""
        if news.before is not self._content:
            return ()
        self._content = news.after
        return self._content.steps[len(news.before.steps) :]

    def edit(self, number: int) -> Edit:
        """The edit of a step, with its changes."""
        with _told(self.address), reading(self._engine) as connection:
            return change_log.edit_of(connection, number)

    def stored_edit(self, number: int) -> Callable[[], Edit]:
        """What asks the server for the edit of a step, for any one thread."""

        def made() -> Edit:
            with self._aside() as connection:
                return content.stored_edit(connection, number)()

        return made

    def edits_since(self, number: int) -> tuple[Edit, ...]:
        """The edits after a step, oldest first."""
        with _told(self.address), reading(self._engine) as connection:
            return content.edits_since(connection, self._content, number)

    def stored_plans(self) -> Callable[[], tuple[KeptPlan, ...]]:
        """What asks the server what is known of every plan kept, without its rows, oldest first; for any one thread."""

        def made() -> tuple[KeptPlan, ...]:
            with self._aside() as connection:
                return content.stored_plans(connection)()

        return made

    def plan(self, plan_id: Id) -> Plan:
        """A plan kept here; NoSuchPlanError where there is none of this id."""
        with _told(self.address), reading(self._engine) as connection:
            try:
                return content.plan(connection, plan_id)
            except KeyError as problem:
                raise NoSuchPlanError(self.address, plan_id) from problem

    def latest_plan(self, scenario: str = "") -> Plan | None:
        """The plan kept last, by anybody, of a scenario, "" being the plan of record."""
        with _told(self.address), reading(self._engine) as connection:
            return content.latest_plan(connection, scenario)

    def plan_before(self, plan_id: Id) -> Id | None:
        """The id of the plan of the same scenario kept before another, by anybody; None where that was the first."""
        with _told(self.address), reading(self._engine) as connection:
            return content.plan_before(connection, plan_id)

    def close(self) -> None:
        """Lets go of the server; everything acknowledged is there already."""
        self._closed.set()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _aside(self) -> Iterator[Connection]:
        """A connection for another thread than the one that works with the bank, let go of where that closes it meanwhile."""
        pool = self._engine.pool
        try:
            with _told(self.address), reading(self._engine) as connection:
                yield connection
        finally:
            if self._closed.is_set():  # nobody else lets go of this connection
                pool.dispose()
                self._engine.dispose()

    def _write(self, write: Callable[[Connection], Content]) -> None:
        """Writes in one transaction, on top of exactly what was read here; what is held changes once it is durable."""
        written: list[Content] = []
        try:
            with _told(self.address), self._engine.begin() as connection:
                if content.state_of(connection, lock=True) != self.state:
                    raise BehindError(self.address)
                written.append(write(connection))
        except LostConnectionError:
            if not self._was_kept(written):
                raise
        self._content = written[0]

    def _was_kept(self, written: list[Content]) -> bool:
        """Whether a transaction was kept whose answer got lost; the lock waits for the server to be done with it."""
        if not written:
            return False
        try:
            with _told(self.address), self._engine.begin() as connection:
                content.state_of(connection, lock=True)
                return content.holds(connection, written[0])
        except BankError:  # still out of reach: catch_up will tell
            return False


def _bring_up(address: Address, at: Engine, older: OlderBankError) -> None:
    try:
        with _told(address), at.begin() as connection:
            schema.bring_up(address, connection)
    except NoRightsError:
        raise older from None


@contextmanager
def _told(address: Address) -> Iterator[None]:
    with told(address):
        try:
            yield
        except BrokenContentError as problem:
            raise DamagedBankError(address, str(problem)) from problem
        except ForkedError as problem:
            raise ReplacedBankError(address) from problem


def _check_texts(address: Address, edit: Edit) -> None:
    if what := unwritable(edit):
        raise UnwritableTextError(address, what)
