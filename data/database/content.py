"""What a portfolio's database holds: read and checked as a whole, and brought from one step to the next.

The same for a file and for a bank. Whoever has the connection owns the transaction and its lock, and says where
something is broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import accumulate

from sqlalchemy import Connection, Row, insert, select, update

from data.database import change_log, entity_store, plan_store
from data.database.tables import DOCUMENT, PLANS
from data.digest import ContentHashes
from data.edits import Change, Edit, StaleEditError
from data.entities import Id, new_id
from data.plan import KeptPlan, Plan
from data.portfolio import Kind, Portfolio
from data.steps import State, Step, StepKind


class BrokenContentError(Exception):
    """What a database holds is not what was written; the message says what."""


class ForkedError(Exception):
    """What a database holds does not go on from what was read of it before."""


@dataclass(frozen=True, slots=True)
class Content:
    """The portfolio, its change log and the chain of its plans: they change only together, once a transaction is done."""

    portfolio: Portfolio
    hashes: ContentHashes
    steps: tuple[Step, ...]
    plan_chain: tuple[str, ...]

    @property
    def state(self) -> State:
        """How far its change log and its plans go."""
        return State(self.steps[-1].number, self.steps[-1].hash, self.plan_chain[-1])


def write_new(connection: Connection, portfolio: Portfolio) -> None:
    """Writes a portfolio into empty tables, under a new document id and with the first row of its change log."""
    entity_store.write_all(connection, portfolio)
    made = Edit(f"Create {portfolio.settings.name}", ())
    digest = ContentHashes.of(portfolio).digest
    step = change_log.append(connection, made, kind=StepKind.CREATE, of=None, digest=digest, last=None)
    document = {"one": 1, "document_id": new_id(), "digest": digest, "log_number": step.number, "log_hash": step.hash}
    connection.execute(insert(DOCUMENT), document | {"plans_hash": plan_store.NO_PLANS})


def document_of(connection: Connection) -> Row[str, str, int, str]:
    """What the database says of itself, in every version."""
    columns = DOCUMENT.c
    found = connection.execute(select(columns.document_id, columns.digest, columns.log_number, columns.log_hash)).first()
    if found is None:
        raise BrokenContentError("it does not say what document it is")
    return found


def state_of(connection: Connection, *, lock: bool = False) -> State:
    """How far the database goes, by its own word; with `lock` nobody else writes that before the transaction is done.

    SQLite has no lock of a row and needs none: whoever writes there has the whole file.
    """
    wanted = select(DOCUMENT.c.log_number, DOCUMENT.c.log_hash, DOCUMENT.c.plans_hash)
    found = connection.execute(wanted.with_for_update() if lock else wanted).first()
    if found is None:
        raise BrokenContentError("it does not say what document it is")
    return State(*found)


def holds(connection: Connection, wanted: Content) -> bool:
    """Whether the database holds this content, or what came after it."""
    last = wanted.steps[-1]
    chain = plan_store.chain(connection)[: len(wanted.plan_chain)]
    return change_log.hash_of(connection, last.number) == last.hash and chain == wanted.plan_chain


def read(connection: Connection, *, plan_rows: bool = False) -> Content:
    """Everything, if it is what digest and chains say; the rows of the plans only where they are wanted at once."""
    portfolio, hashes = read_portfolio(connection)
    return Content(portfolio, hashes, read_steps(connection), read_plan_chain(connection, rows=plan_rows))


def read_portfolio(connection: Connection, kinds: Iterable[Kind] = Kind) -> tuple[Portfolio, ContentHashes]:
    """The portfolio, if it is what its digest says; an older version has tables of fewer `kinds`."""
    with _broken():
        portfolio = entity_store.read(connection, kinds)
    hashes = ContentHashes.of(portfolio)
    if hashes.digest != document_of(connection).digest:
        raise BrokenContentError("its content is not what was written")
    return portfolio, hashes


def read_steps(connection: Connection) -> tuple[Step, ...]:
    """The change log, if its chain is whole and ends where the document says."""
    with _broken():
        steps = change_log.steps(connection)
    _check_last(connection, steps)
    return steps


def read_plan_chain(connection: Connection, *, rows: bool) -> tuple[str, ...]:
    """The chain of the plans kept, if it ends where the document says; with `rows` every row of every plan is read too."""
    chain = plan_store.chain(connection)
    _check_chain(connection, chain)
    if rows:
        with _broken():
            plan_store.check(connection)
    return chain


def read_on(connection: Connection, held: Content) -> Content:
    """The content with everything that was written after it.

    ForkedError where the database does not go on from this content, BrokenContentError where it is not what was written.
    """
    if change_log.hash_of(connection, held.steps[-1].number) != held.steps[-1].hash:
        raise ForkedError
    with _broken():
        portfolio, steps, changes = _replayed(connection, held)
    hashes = held.hashes.after(Edit("", tuple(changes)), portfolio)
    if hashes.digest != steps[-1].digest:
        raise BrokenContentError("what its change log tells is not its content")
    _check_last(connection, steps)
    chain = _chain_on(connection, held.plan_chain)
    _check_chain(connection, chain)
    return Content(portfolio, hashes, steps, chain)


def edited(held: Content, edit: Edit) -> tuple[Portfolio, ContentHashes]:
    """What an edit makes of the content; StaleEditError where it was made for another."""
    after = edit.applied_to(held.portfolio)
    return after, held.hashes.after(edit, after)


def write_edit(
    connection: Connection, held: Content, after: tuple[Portfolio, ContentHashes], edit: Edit, *, kind: StepKind, of: int | None
) -> Content:
    """Writes what an edit makes of the content (`edited`), with its row of the change log."""
    portfolio, hashes = after
    last = held.steps[-1]
    try:
        entity_store.write_edit(connection, held.portfolio, portfolio, edit, last.number + 1)
    except entity_store.RowsMissingError as problem:
        raise BrokenContentError(str(problem)) from problem
    step = change_log.append(connection, edit, kind=kind, of=of, digest=hashes.digest, last=last)
    connection.execute(update(DOCUMENT), {"digest": step.digest, "log_number": step.number, "log_hash": step.hash})
    return Content(portfolio, hashes, (*held.steps, step), held.plan_chain)


def write_plan(connection: Connection, held: Content, plan: Plan) -> Content:
    """Writes a plan, and that it is kept."""
    plans_hash = plan_store.chained(held.plan_chain[-1], plan_store.keep(connection, plan))
    connection.execute(update(DOCUMENT), {"plans_hash": plans_hash})
    return replace(held, plan_chain=(*held.plan_chain, plans_hash))


def edit_of(connection: Connection, number: int) -> Edit:
    """The edit of a step, with its changes; KeyError where there is no such step."""
    with _broken():
        return change_log.edit_of(connection, number)


def stored_edit(connection: Connection, number: int) -> Callable[[], Edit]:
    """What makes the edit of a step out of its row, in any thread; KeyError where there is no such step."""
    stored = change_log.stored_edit(connection, number)

    def made() -> Edit:
        with _broken():
            return stored()

    return made


def edits_since(connection: Connection, held: Content, number: int) -> tuple[Edit, ...]:
    """The edits of this content after a step of it, oldest first."""
    last, newest = held.steps[number - 1], held.steps[-1].number
    with _broken():
        return tuple(edit for step, edit in change_log.since(connection, last) if step.number <= newest)


def stored_plans(connection: Connection) -> Callable[[], tuple[KeptPlan, ...]]:
    """What makes what is known of every plan kept out of its head, in any thread, oldest first."""
    stored = plan_store.stored(connection)

    def made() -> tuple[KeptPlan, ...]:
        with _broken():
            return stored()

    return made


def plan(connection: Connection, plan_id: Id) -> Plan:
    """A plan that is kept; KeyError where there is none of this id."""
    with _broken():
        return plan_store.load(connection, plan_id)


def latest_plan(connection: Connection, scenario: str) -> Plan | None:
    """The plan kept last of a scenario, "" being the plan of record."""
    latest = plan_store.latest(connection, scenario)
    return None if latest is None else plan(connection, latest)


def plan_before(connection: Connection, plan_id: Id) -> Id | None:
    """The id of the plan of the same scenario kept before another; None where that was the first."""
    return plan_store.before(connection, plan_id)


def _replayed(connection: Connection, held: Content) -> tuple[Portfolio, tuple[Step, ...], list[Change]]:
    """The portfolio after the steps that came later, all steps, and the changes of the later ones."""
    portfolio, steps = held.portfolio, list(held.steps)
    changes: list[Change] = []
    for step, edit in change_log.since(connection, steps[-1]):
        portfolio = edit.applied_to(portfolio)
        steps.append(step)
        changes.extend(edit.changes)
    return portfolio, tuple(steps), changes


def _chain_on(connection: Connection, chain: tuple[str, ...]) -> tuple[str, ...]:
    """The chain of the plans, with those kept after it."""
    later = connection.execute(select(PLANS.c.digest).where(PLANS.c.number >= len(chain)).order_by(PLANS.c.number)).scalars()
    return chain[:-1] + tuple(accumulate(later, plan_store.chained, initial=chain[-1]))


def _check_last(connection: Connection, steps: tuple[Step, ...]) -> None:
    document = document_of(connection)
    last = (steps[-1].number, steps[-1].hash, steps[-1].digest) if steps else None
    if last != (document.log_number, document.log_hash, document.digest):
        raise BrokenContentError("steps are missing at the end of its change log")


def _check_chain(connection: Connection, chain: tuple[str, ...]) -> None:
    if chain[-1] != connection.execute(select(DOCUMENT.c.plans_hash)).scalar():
        raise BrokenContentError("its kept plans are not those that were kept")


@contextmanager
def _broken() -> Iterator[None]:
    try:
        yield
    except (change_log.BrokenLogError, plan_store.BrokenPlanError, StaleEditError, ValueError, RecursionError) as problem:
        raise BrokenContentError(str(problem)) from problem
