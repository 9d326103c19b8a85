"""Connections to a `.plimsoll` file: the settings under which no acknowledged edit is lost, set and read back on each."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from data.errors import PlannerError

APPLICATION_ID = 0x506C_696D
"""“Plim” in the header of every portfolio file."""

PATIENCE = 2.0
"""Seconds to wait for another program's lock before saying so: longer would freeze a window."""

SETTINGS = (
    # SQLite's default journal lost acknowledged edits in simulated power cuts; TRUNCATE with FULL or EXTRA lost none.
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
)
"""Pragma, what it is set to, and what it must then read."""


class SettingRefusedError(PlannerError):
    """The SQLite at hand does not take a setting that keeps edits safe."""

    def __init__(self, pragma: str, wanted: object, found: object) -> None:
        super().__init__(
            f"SQLite {sqlite3.sqlite_version}: {pragma} is {found!r} and must be {wanted!r} for edits to be safe; install a newer SQLite."
        )


def engine(path: Path) -> Engine:
    """An engine for one file with one connection; transactions are BEGIN IMMEDIATE unless `reading` is set on the connection."""
    made = create_engine(
        URL.create("sqlite", database=str(path)), poolclass=QueuePool, pool_size=1, max_overflow=0, connect_args={"timeout": PATIENCE}
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def reading(at: Engine) -> Connection:
    """A connection that takes no write lock."""
    return at.connect().execution_options(reading=True)


def let_go(of: Engine) -> None:
    """Closes the connection, and leaves no journal beside the file: TRUNCATE keeps an empty one."""
    with suppress(SQLAlchemyError, sqlite3.Error), closing(of.raw_connection()) as connection:  # as itself: not in a transaction
        connection.cursor().execute("PRAGMA journal_mode = DELETE")
    of.dispose()


def copy_to(source: Engine, path: Path) -> None:
    """A consistent copy of the whole file at a path where there is none, by SQLite's own backup."""
    with source.connect() as connection, closing(sqlite3.connect(path)) as target:
        ours: Any = connection.connection.driver_connection  # SQLAlchemy does not say whose connection it holds
        ours.backup(target)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 itself begins nothing: _begin does
    for pragma, value, wanted in SETTINGS:
        connection.execute(f"PRAGMA {pragma} = {value}")
        found: Any = connection.execute(f"PRAGMA {pragma}").fetchone()[0]  # a pragma answers whatever it likes
        if found != wanted:
            raise SettingRefusedError(pragma, wanted, found)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reading") else "BEGIN IMMEDIATE")
