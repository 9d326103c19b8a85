"""Mappings remembered: a file for each set of headings in Plimsoll's own folder, used again when such a sheet comes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from data.document.private import home, made
from data.workbook.reading import RawBook, RawSheet
from planner.importing.guessing.tables import guess_like, signature
from planner.importing.mapping.mapping_file import BadMappingFileError, read_mapping, write_mapping
from planner.importing.mapping.values import BookMapping, TableMapping


def folder() -> Path:
    """Where mappings are remembered."""
    return home() / "mappings"


def remember(book: RawBook, mapping: BookMapping) -> None:
    """Keeps the mapping of each sheet under its headings. Raises OSError where the folder cannot be written."""
    for sheet in book.sheets:
        table = mapping.table(sheet.name)
        if table is not None and sheet.rows:
            made(folder())
            write_mapping(BookMapping((table,), mapping.standard_week), _file(sheet))


def recalled(book: RawBook, guess: BookMapping) -> tuple[BookMapping, tuple[str, ...]]:
    """The guess with the tables that were mapped before, and the names of their sheets."""
    known = {sheet.name: table for sheet in book.sheets if sheet.rows and (table := _known(sheet, guess.table(sheet.name))) is not None}
    return replace(guess, tables=tuple(known.get(each.sheet, each) for each in guess.tables)), tuple(known)


def _known(sheet: RawSheet, guess: TableMapping | None) -> TableMapping | None:
    """What is remembered for such headings, fitted to this sheet: its name, its years, its totals."""
    file = _file(sheet)
    if guess is None or not file.exists():
        return None
    with suppress(BadMappingFileError):  # a memory that cannot be read is none
        return _fitted(sheet, next(iter(read_mapping(file).tables), None), guess)
    return None


def _fitted(sheet: RawSheet, known: TableMapping | None, guess: TableMapping) -> TableMapping | None:
    if known is None or known.header[1] >= len(sheet.rows):
        return None
    again = guess_like(sheet, known)
    return replace(
        known,
        sheet=sheet.name,
        year=guess.year or known.year,
        leave_out=_together(known.leave_out, again.leave_out),
        words=tuple((field, tuple((dict(pairs) | dict(known.words_of(field))).items())) for field, pairs in again.words)
        + tuple((field, pairs) for field, pairs in known.words if not again.words_of(field)),
    )


def _together(*names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names for name in each))


def _file(sheet: RawSheet) -> Path:
    return folder() / f"{sha256(chr(31).join(signature(sheet)).encode()).hexdigest()[:24]}.toml"
