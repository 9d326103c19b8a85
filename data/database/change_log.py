"""The change log: every step with its changes, append-only, each row's hash covering the row before it."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

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
        "who": _who(),
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
    found: list[Step] = []
    for values in connection.execution_options(yield_per=200).execute(select(CHANGE_LOG).order_by(CHANGE_LOG.c.number)):
        row = dict(zip(CHANGE_LOG.c.keys(), values, strict=True))
        expected = (found[-1].number + 1, found[-1].hash) if found else (1, BEFORE_ALL)
        if (row["number"], row["previous_hash"]) != expected or row["hash"] != _hash(row):
            raise BrokenLogError(f"step {expected[0]} of its change log is not what was written")
        found.append(_step(row))
    return tuple(found)


def edit_of(connection: Connection, number: int) -> Edit:
    """The edit of a step, with its changes; KeyError where there is no such step."""
    row = connection.execute(select(CHANGE_LOG).where(CHANGE_LOG.c.number == number)).mappings().first()
    if row is None:
        raise KeyError(number)
    return Edit(row["label"], tuple(_change(each) for each in json.loads(row["changes"])), row["why"])


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "unknown"


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
