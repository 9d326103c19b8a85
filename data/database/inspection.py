"""Reading a finished file back, as it lies on the disk: what it holds, without making a portfolio of it, a lock or a journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from data.database import opening, plan_store
from data.database.connection import finished
from data.database.migrations import CURRENT, VERSION_WITH_PLAN_CHAIN, known_schema
from data.database.tables import SETTINGS, metadata
from data.file_errors import told
from data.steps import State


@dataclass(frozen=True, slots=True)
class Holding:
    """What a finished file holds: which document, how far it goes, its digest, and how many rows each table has."""

    document_id: str
    name: str
    state: State
    digest: str
    rows: Mapping[str, int]


def inspect(path: Path, named: Path) -> Holding:
    """What a file of this or an older version says it holds; FileError where it cannot be read."""
    at = finished(path)
    try:
        with told(named), at.connect() as connection:
            version = _version(connection)
            if version > CURRENT:
                opening.check_newer_schema(named, connection)
            else:
                opening.check_schema(named, connection, version)
            document = opening.document_of(named, connection)
            plans_hash = opening.plans_hash_of(connection) if version >= VERSION_WITH_PLAN_CHAIN else plan_store.NO_PLANS
            known = {thing for _, thing, _ in known_schema(min(version, CURRENT))}
            tables = [table for table in metadata.sorted_tables if table.name in known]
            rows = {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}
            name = connection.execute(select(SETTINGS.c.name)).scalar()
            state = State(document.log_number, document.log_hash, plans_hash or plan_store.NO_PLANS)
            return Holding(str(document.document_id), name or "", state, document.digest, rows)
    finally:
        at.dispose()


def verify(path: Path, named: Path) -> Holding:
    """The same, once every row of the portfolio was read and agrees with the digest, and the plans with their chain."""
    holding = inspect(path, named)
    at = finished(path)
    try:
        with told(named), at.connect() as connection:
            version = _version(connection)
            opening.check_content(named, connection, version)
            if version >= VERSION_WITH_PLAN_CHAIN:
                opening.read_plan_chain(named, connection)
    finally:
        at.dispose()
    return holding


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
