"""What is looked at before a file is believed: its header, its schema, SQLite's own checks, and digest and log."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Row, select

from data.database import change_log, entity_store
from data.database.connection import APPLICATION_ID
from data.database.migrations import CURRENT, known_schema, schema
from data.database.tables import DOCUMENT
from data.digest import ContentHashes
from data.file_errors import DamagedFileError, NewerFileError, NotAPortfolioError, NotFoundError, UnreadableError
from data.portfolio import Portfolio
from data.steps import Step

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_VERSION_AT, _APPLICATION_AT = slice(60, 64), slice(68, 72)


def check_header(path: Path) -> None:
    """Reads the first bytes, before SQLite is let near the file, and refuses what is not ours or of a version not known."""
    if not path.exists():
        raise NotFoundError(path)
    if not path.is_file():
        raise NotAPortfolioError(path, "it is a folder")
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError as refusal:
        raise UnreadableError(path, refusal.strerror or str(refusal)) from refusal
    if not header:
        raise NotAPortfolioError(path, "it is empty")
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise NotAPortfolioError(path, "it is no SQLite file")
    if int.from_bytes(header[_APPLICATION_AT], "big") != APPLICATION_ID:
        raise NotAPortfolioError(path, "another program made it")
    version = int.from_bytes(header[_VERSION_AT], "big")
    if version > CURRENT:
        raise NewerFileError(path, version, CURRENT)


def check_structure(path: Path, connection: Connection) -> None:
    """Nothing in the schema but what we put there, and nothing wrong in SQLite's own eyes."""
    found, known = schema(connection), known_schema()
    for kind, name, _ in sorted(found - known, key=str):
        raise NotAPortfolioError(path, f"it holds a {kind} “{name}” that Plimsoll did not make")
    for kind, name, _ in sorted(known - found, key=str):
        raise DamagedFileError(path, f"its {kind} “{name}” is missing")
    said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if said != "ok":
        raise DamagedFileError(path, str(said))
    if loose := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise DamagedFileError(path, f"a row of {loose[0]} refers to a row of {loose[2]} that is not there")


def read_content(path: Path, connection: Connection) -> tuple[Portfolio, ContentHashes]:
    """The portfolio, if it is what its digest says."""
    document = document_of(path, connection)
    try:
        portfolio = entity_store.read(connection)
    except ValueError as problem:
        raise DamagedFileError(path, str(problem)) from problem
    hashes = ContentHashes.of(portfolio)
    if hashes.digest != document.digest:
        raise DamagedFileError(path, "its content is not what was written")
    return portfolio, hashes


def read_steps(path: Path, connection: Connection) -> tuple[Step, ...]:
    """The change log, if its chain is whole and ends where the document says."""
    document = document_of(path, connection)
    try:
        steps = change_log.steps(connection)
    except (change_log.BrokenLogError, ValueError) as problem:
        raise DamagedFileError(path, str(problem)) from problem
    last = (steps[-1].number, steps[-1].hash, steps[-1].digest) if steps else None
    if last != (document.log_number, document.log_hash, document.digest):
        raise DamagedFileError(path, "steps are missing at the end of its change log")
    return steps


def document_of(path: Path, connection: Connection) -> Row[tuple[int, str, str, int, str]]:
    """The one row that says what the file is."""
    found = connection.execute(select(DOCUMENT)).first()
    if found is None:
        raise DamagedFileError(path, "it does not say what document it is")
    return found
