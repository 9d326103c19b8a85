"""The change log: every step with its changes, append-only, each row's hash covering the row before it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from data.accounts import who
from data.database.tables import CHANGE_LOG
from data.edits import Change, Edit
from data.entities import Entity
from data.portfolio import Kind
from data.records import FIELDS, compact_json, entity_of, record
from data.steps import Step, StepKind

BEFORE_ALL = ""
"""The hash before the first row."""

_HASHED = ("number", "at", "who", "kind", "of", "label", "why", "changes", "digest", "previous_hash")


class BrokenLogError(Exception):
    """A row of the change log is not what was written; the message says which."""


def append(connection: Connection, edit: Edit, *, kind: StepKind, of: int | None, digest: str, last: Step | None) -> Step:
    """Writes the next row of the log in the transaction at hand."""
    row: dict[str, Any] = {  # a row's values, whose types differ by column
        "number": last.number + 1 if last else 1,
        "at": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
        "who": who(),
        "kind": kind.value,
        "of": of,
        "label": edit.label,
        "why": edit.why,
        "changes": _written(edit),
        "digest": digest,
        "previous_hash": last.hash if last else BEFORE_ALL,
    }
    row["hash"] = _hash(row)
    connection.execute(insert(CHANGE_LOG), row)
    return _step(row)


def steps(connection: Connection) -> tuple[Step, ...]:
    """Every step, oldest first; BrokenLogError where a row was changed, removed or put in."""
    return tuple(step for step, _ in _rows(connection, None))


def since(connection: Connection, last: Step) -> Iterator[tuple[Step, Edit]]:
    """The steps after one, with their edits; BrokenLogError where they are not what was written on top of it."""
    for step, row in _rows(connection, last):
        yield step, _edit(row)


def hash_of(connection: Connection, number: int) -> str | None:
    """The hash of a step; None where there is no such step."""
    return connection.execute(select(CHANGE_LOG.c.hash).where(CHANGE_LOG.c.number == number)).scalar()


def edit_of(connection: Connection, number: int) -> Edit:
    """The edit of a step, with its changes; KeyError where there is no such step."""
    return stored_edit(connection, number)()


def stored_edit(connection: Connection, number: int) -> Callable[[], Edit]:
    """What makes the edit of a step out of its row, in any thread; KeyError where there is no such step."""
    row = connection.execute(select(CHANGE_LOG).where(CHANGE_LOG.c.number == number)).mappings().first()
    if row is None:
        raise KeyError(number)
    return partial(_edit, dict(row))


def _rows(connection: Connection, last: Step | None) -> Iterator[tuple[Step, Mapping[str, Any]]]:
    """The rows after a step, or all, each once it is known to be what was written."""
    wanted = select(CHANGE_LOG).where(CHANGE_LOG.c.number > (last.number if last else 0)).order_by(CHANGE_LOG.c.number)
    with connection.execute(wanted, execution_options={"yield_per": 200}) as found:
        for values in found:
            row = dict(zip(CHANGE_LOG.c.keys(), values, strict=True))
            expected = (last.number + 1, last.hash) if last else (1, BEFORE_ALL)
            if (row["number"], row["previous_hash"]) != expected or row["hash"] != _hash(row):
                raise BrokenLogError(f"step {expected[0]} of its change log is not what was written")
            last = _step(row)
            yield last, row


def _edit(row: Mapping[str, Any]) -> Edit:
    try:
        return Edit(row["label"], tuple(_change(each) for each in json.loads(row["changes"])), row["why"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise BrokenLogError(f"step {row['number']} of its change log holds what no step holds") from problem


def _hash(row: Mapping[str, Any]) -> str:
    return sha256(compact_json([row[name] for name in _HASHED]).encode()).hexdigest()


def _step(row: Mapping[str, Any]) -> Step:
    return Step(
        number=row["number"],
        at=dt.datetime.fromisoformat(row["at"]),
        who=row["who"],
        kind=StepKind(row["kind"]),
        of=row["of"],
        label=row["label"],
        why=row["why"],
        digest=row["digest"],
        hash=row["hash"],
    )


def _written(edit: Edit) -> str:
    return compact_json(
        [{"kind": c.kind.value, "id": c.id, "before": _fields(c.kind, c.before), "after": _fields(c.kind, c.after)} for c in edit.changes]
    )


def _fields(kind: Kind, entity: Entity | None) -> dict[str, Any] | None:
    return None if entity is None else dict(zip(FIELDS[kind], record(entity), strict=True))


def _change(written: Mapping[str, Any]) -> Change:
    kind = Kind(written["kind"])
    before, after = (_entity(kind, written[side]) for side in ("before", "after"))
    return Change(kind, written["id"], before, after)


def _entity(kind: Kind, fields: Mapping[str, Any] | None) -> Entity | None:
    return None if fields is None else entity_of(kind, tuple(fields[name] for name in FIELDS[kind]))
