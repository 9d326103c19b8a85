"""Connections to a `.plimsoll` file: the settings under which no acknowledged edit is lost, set and read back on each."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool, QueuePool

from data.errors import PlannerError

APPLICATION_ID = 0x506C_696D
"""“Plim” in the header of every portfolio file."""

PATIENCE = 2.0
"""Seconds to wait for another program's lock before saying so: longer would freeze a window."""

LONGEST_VALUE = 1 << 28
"""Bytes of one value: what an import of a quarter of a million rows takes as one step of the log."""

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


def engine(path: Path, *, new: bool = False) -> Engine:
    """An engine for one file with one connection; transactions are BEGIN IMMEDIATE unless `reading` is set on the connection.

    Only where it is to be `new` a file is made that is not there.
    """
    address = _address(path, "mode=rwc" if new else "mode=rw")
    made = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
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


def settle(path: Path) -> None:
    """Lets SQLite take back what an interrupted transaction left in its journal."""
    at = engine(path)
    try:
        with reading(at) as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    finally:
        let_go(at)


def finished(path: Path) -> Engine:
    """An engine that reads a file as it lies there: nothing is locked, written or put beside it."""
    made = create_engine("sqlite://", creator=lambda: sqlite3.connect(_address(path, "mode=ro&immutable=1"), uri=True), poolclass=NullPool)
    event.listen(made, "connect", _distrust)
    return made


def snapshot(source: Path, to: Path) -> None:
    """A consistent copy of a live database at a path where there is none, by SQLite's own backup; not yet on the disk."""
    with closing(sqlite3.connect(_address(source, "mode=ro"), uri=True)) as live, closing(sqlite3.connect(to)) as copy:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):  # nobody knows the copy before it is flushed as a whole
            copy.execute(f"PRAGMA {pragma}")
        live.backup(copy)


def _address(path: Path, settings: str) -> str:
    return f"file:{quote(os.fsencode(path))}?{settings}"


def _distrust(connection: sqlite3.Connection, _record: object) -> None:
    """A file that may be a stranger's: nothing in its schema may call what has effects, and no value fills the memory."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 itself begins nothing: _begin does
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    for pragma, value, wanted in SETTINGS:
        connection.execute(f"PRAGMA {pragma} = {value}")
        found: Any = connection.execute(f"PRAGMA {pragma}").fetchone()[0]  # a pragma answers whatever it likes
        if found != wanted:
            raise SettingRefusedError(pragma, wanted, found)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reading") else "BEGIN IMMEDIATE")
