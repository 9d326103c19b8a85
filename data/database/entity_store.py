"""The entities of a portfolio in their tables: all at once, or just what an edit changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Table, Update, bindparam, delete, func, insert, select, update

from data.database.tables import TABLES
from data.edits import Edit
from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio
from data.records import FIELDS, Record, entity_of, record

_KEY, _SEEN = "key", "seen"  # no column has these names
_VERSION = "version"

Write = TypeVar("Write", Update, Delete)


def _as_seen(change: Write, table: Table) -> Write:
    """The change of one row by its key, if no step after the one last seen has written it."""
    return change.where(table.c.id == bindparam(_KEY), table.c.version <= bindparam(_SEEN))


_INSERT = MappingProxyType({kind: insert(table) for kind, table in TABLES.items()})
_UPDATE = MappingProxyType({kind: _as_seen(update(table), table) for kind, table in TABLES.items()})
_DELETE = MappingProxyType({kind: _as_seen(delete(table), table) for kind, table in TABLES.items()})


class RowsMissingError(Exception):
    """The rows of the database are not those the edit was made for: they are gone, or a later step wrote them."""


def write_all(connection: Connection, portfolio: Portfolio) -> None:
    """Writes every entity into empty tables, as the first step."""
    for kind in Kind:
        rows = [_row(kind, entity, 1) for entity in portfolio.of(kind).values()]
        if rows:
            connection.execute(_INSERT[kind], rows)


def write_edit(connection: Connection, before: Portfolio, after: Portfolio, edit: Edit, number: int) -> None:
    """Brings the rows of what the edit changed from one state to the other, as step `number`.

    RowsMissingError where they are not as the step before left them.
    """
    for kind in Kind:
        keys = dict.fromkeys(change.id for change in edit.changes if change.kind is kind)
        if keys:
            _write_kind(connection, kind, keys, before.of(kind), after.of(kind), number)


def read(connection: Connection, kinds: Iterable[Kind] = Kind) -> Portfolio:
    """The portfolio, of the kinds that there are tables of; ValueError where a row is none of ours."""
    return Portfolio().replacing([(kind, entity.id, entity) for kind in kinds for entity in _entities(connection, kind)])


def records(connection: Connection, kind: Kind) -> Iterable[Record]:
    """The rows of a kind as the records they hold, in order of id."""
    table = TABLES[kind]
    columns = [table.c[field] for field in FIELDS[kind]]
    for row in connection.execute(select(*columns).order_by(table.c.id)):
        yield tuple(row)


def counts(connection: Connection) -> Mapping[Kind, int]:
    """The number of rows of each kind."""
    return {kind: connection.execute(select(func.count()).select_from(table)).scalar_one() for kind, table in TABLES.items()}


def _write_kind(
    connection: Connection, kind: Kind, keys: Iterable[Id], old: Mapping[Id, Entity], new: Mapping[Id, Entity], number: int
) -> None:
    added = [_row(kind, new[key], number) for key in keys if key in new and key not in old]
    changed = [_row(kind, new[key], number) for key in keys if key in new and key in old]
    gone = [{_KEY: key, _SEEN: number - 1} for key in keys if key in old and key not in new]
    if added:
        connection.execute(_INSERT[kind], added)
    _exactly(connection, _UPDATE[kind], [{_KEY: row.pop("id"), _SEEN: number - 1, **row} for row in changed])
    _exactly(connection, _DELETE[kind], gone)


def _exactly(connection: Connection, statement: Update | Delete, rows: list[dict[str, Any]]) -> None:
    """Runs the statement for each row, and every one must be met."""
    if rows and connection.execute(statement, rows).rowcount != len(rows):
        raise RowsMissingError(f"rows of {statement.table} are missing")


def _row(kind: Kind, entity: Entity, number: int) -> dict[str, Any]:
    return {**dict(zip(FIELDS[kind], record(entity), strict=True)), _VERSION: number}


def _entities(connection: Connection, kind: Kind) -> Iterable[Entity]:
    return [entity_of(kind, each) for each in records(connection, kind)]
