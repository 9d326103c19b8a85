"""The entities of a portfolio in their tables: all at once, or just what an edit changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Delete, Update, bindparam, delete, insert, select, update

from data.database.tables import TABLES
from data.edits import Edit
from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio
from data.records import FIELDS, entity_of, record

_KEY = "key"  # no column has this name

_INSERT = MappingProxyType({kind: insert(table) for kind, table in TABLES.items()})
_UPDATE = MappingProxyType({kind: update(table).where(table.c.id == bindparam(_KEY)) for kind, table in TABLES.items()})
_DELETE = MappingProxyType({kind: delete(table).where(table.c.id == bindparam(_KEY)) for kind, table in TABLES.items()})


class RowsMissingError(Exception):
    """The rows of the file are not those the edit was made for."""


def write_all(connection: Connection, portfolio: Portfolio) -> None:
    """Writes every entity into empty tables."""
    for kind in Kind:
        rows = [_row(kind, entity) for entity in portfolio.of(kind).values()]
        if rows:
            connection.execute(_INSERT[kind], rows)


def write_edit(connection: Connection, before: Portfolio, after: Portfolio, edit: Edit) -> None:
    """Brings the rows of what the edit changed from one state to the other; RowsMissingError where they are not there."""
    for kind in Kind:
        keys = dict.fromkeys(change.id for change in edit.changes if change.kind is kind)
        if keys:
            _write_kind(connection, kind, keys, before.of(kind), after.of(kind))


def read(connection: Connection) -> Portfolio:
    """The portfolio; ValueError where a row is none of ours."""
    return Portfolio().replacing([(kind, entity.id, entity) for kind in Kind for entity in _entities(connection, kind)])


def _write_kind(connection: Connection, kind: Kind, keys: Iterable[Id], old: Mapping[Id, Entity], new: Mapping[Id, Entity]) -> None:
    added = [_row(kind, new[key]) for key in keys if key in new and key not in old]
    changed = [_row(kind, new[key]) for key in keys if key in new and key in old]
    gone = [{_KEY: key} for key in keys if key in old and key not in new]
    if added:
        connection.execute(_INSERT[kind], added)
    _exactly(connection, _UPDATE[kind], [{_KEY: row.pop("id"), **row} for row in changed])
    _exactly(connection, _DELETE[kind], gone)


def _exactly(connection: Connection, statement: Update | Delete, rows: list[dict[str, Any]]) -> None:
    """Runs the statement for each row, and every one must be met."""
    if rows and connection.execute(statement, rows).rowcount != len(rows):
        raise RowsMissingError(f"rows of {statement.table} are missing")


def _row(kind: Kind, entity: Entity) -> dict[str, Any]:
    return dict(zip(FIELDS[kind], record(entity), strict=True))


def _entities(connection: Connection, kind: Kind) -> Iterable[Entity]:
    table = TABLES[kind]
    columns = [table.c[field] for field in FIELDS[kind]]
    return [entity_of(kind, tuple(row)) for row in connection.execute(select(*columns).order_by(table.c.id))]
