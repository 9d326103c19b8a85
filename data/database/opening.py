"""What is looked at before a file is believed: its header, its schema, SQLite's own checks, and digest and log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, select

from data.database import content, entity_store
from data.database.connection import APPLICATION_ID, reading
from data.database.content import Content
from data.database.migrations import CURRENT, bring_up, kinds, known_schema, schema
from data.database.tables import ALLOCATIONS, DOCUMENT, PLAN_PROJECTS, metadata
from data.digest import digest_of_records
from data.file_errors import PAGES, DamagedFileError, NotAPortfolioError, NotFoundError, UnreadableError

_MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes at the start of every SQLite file that say what it is."""
_COMPUTED = re.compile(r"\bVIRTUAL\b|\bGENERATED\b|\bAS\s*\(", re.IGNORECASE)
"""A table of a module, or a column that is computed when it is read."""

_PAGE_SIZE_AT, _PAGES_AT, _VERSION_AT, _APPLICATION_AT = slice(16, 18), slice(28, 32), slice(60, 64), slice(68, 72)


def check_header(path: Path, named: Path) -> int:
    """The version in the first bytes, read before SQLite is let near the file; what is not ours is refused by its name."""
    try:
        if not path.exists():
            raise NotFoundError(named)
        if not path.is_file():
            raise NotAPortfolioError(named, "it is a folder" if path.is_dir() else "it is no ordinary file")
        with path.open("rb") as stream:
            header = stream.read(HEADER)
    except OSError as refusal:
        raise UnreadableError(named, refusal.strerror or str(refusal)) from refusal
    if not header:
        raise NotAPortfolioError(named, "it is empty")
    if not header.startswith(_MAGIC) or len(header) < HEADER:
        raise NotAPortfolioError(named, "it is no SQLite file")
    if int.from_bytes(header[_APPLICATION_AT], "big") != APPLICATION_ID:
        raise NotAPortfolioError(named, "another program made it")
    return int.from_bytes(header[_VERSION_AT], "big")


def size_said(header: bytes) -> int:
    """How many bytes a file has by its header: page size (1 stands for 65,536) times pages."""
    page = int.from_bytes(header[_PAGE_SIZE_AT], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(header[_PAGES_AT], "big")


def check_structure(path: Path, connection: Connection, version: int = CURRENT, *, sealed: bool = False) -> None:
    """Nothing in the schema but what this version put there, and nothing wrong in SQLite's own eyes.

    In a file that is byte for byte what was written (`sealed`) indexes and the rows of plans need no second look.
    """
    check_schema(path, connection, version)
    _check_integrity(path, connection, sealed=sealed)


def check_schema(path: Path, connection: Connection, version: int) -> None:
    """Nothing in the schema but what this version put there: no statement of ours can meet what others put there."""
    found, known = schema(connection), known_schema(version)
    for kind, name, _ in sorted(found - known, key=str):
        raise NotAPortfolioError(path, f"it holds a {kind} “{name}” that Plimsoll did not make")
    for kind, name, _ in sorted(known - found, key=str):
        raise DamagedFileError(path, f"its {kind} “{name}” is missing")


def check_newer_schema(path: Path, connection: Connection) -> None:
    """A newer version may have tables, columns and indexes that we do not know, but nothing that runs when it is read."""
    for kind, name, sql in sorted(schema(connection), key=str):
        computes = _COMPUTED.search(sql or "") or (kind == "index" and (sql or "").count("(") > 1)
        if kind not in ("table", "index") or computes:
            raise NotAPortfolioError(path, f"it holds a {kind} “{name}” that no Plimsoll would make")


def bring_up_checked(path: Path, at: Engine, version: int) -> None:
    """Brings a file of an older version up in one transaction, if it is whole as that version wrote it."""
    with reading(at) as connection:
        check_structure(path, connection, version)
        with damaged(path):
            content.read_portfolio(connection, kinds(version))
            content.read_steps(connection)
    with at.begin() as connection:
        bring_up(connection, version)


def read(path: Path, connection: Connection, *, plan_rows: bool) -> Content:
    """Everything, if it is what digest and chains say; with `plan_rows` every row of every plan is read too."""
    with damaged(path):
        return content.read(connection, plan_rows=plan_rows)


def check_content(path: Path, connection: Connection, version: int) -> None:
    """The rows are what their digest says; unlike `content.read_portfolio`, it makes no portfolio of them."""
    there = kinds(version)
    if (
        digest_of_records(lambda kind: entity_store.records(connection, kind) if kind in there else ())
        != document_of(path, connection).digest
    ):
        raise DamagedFileError(path, "its content is not what was written")


def read_plan_chain(path: Path, connection: Connection) -> tuple[str, ...]:
    """The chain of the plans kept, if it ends where the document says."""
    with damaged(path):
        return content.read_plan_chain(connection, rows=False)


def plans_hash_of(connection: Connection) -> str | None:
    """The hash of all plans that the document says it keeps."""
    return connection.execute(select(DOCUMENT.c.plans_hash)).scalar()


def document_of(path: Path, connection: Connection) -> Row[str, str, int, str]:
    """What the file says of itself, in every version."""
    with damaged(path):
        return content.document_of(connection)


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """Says of content that is not what was written which file holds it."""
    try:
        yield
    except content.BrokenContentError as problem:
        raise DamagedFileError(path, str(problem)) from problem


def _check_integrity(path: Path, connection: Connection, *, sealed: bool) -> None:
    small = [table.name for table in metadata.sorted_tables if table not in (ALLOCATIONS, PLAN_PROJECTS)]
    for check in [f"quick_check({name})" for name in small] if sealed else ["integrity_check(1)"]:
        if connection.exec_driver_sql(f"PRAGMA {check}").scalar() != "ok":
            raise DamagedFileError(path, PAGES)
    for check in [f"foreign_key_check({name})" for name in small] if sealed else ["foreign_key_check"]:
        if loose := connection.exec_driver_sql(f"PRAGMA {check}").first():
            raise DamagedFileError(path, f"a row of {loose[0]} refers to a row of {loose[2]} that is not there")
