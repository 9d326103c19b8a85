"""The headings of a sheet: one or several rows, merged cells filled, each column's parts from top to bottom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.workbook.addresses import column_letters, parsed
from data.workbook.reading import Cell, RawSheet

MOST_MERGED = 20_000
"""Cells of one merged range that are filled: a range over whole columns is a look, no heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: its number, its parts from top to bottom without repetition, and its words, unique in the table."""

    column: int
    parts: tuple[Cell, ...]
    words: str


def merged_cells(sheet: RawSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell that a merged range covers, the one that holds its value."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for text in sheet.merged:
        first, _, last = text.partition(":")
        corner, end = parsed(first), parsed(last)
        if corner and end and (end[0] - corner[0] + 1) * (end[1] - corner[1] + 1) <= MOST_MERGED:
            covers |= {(row, column): corner for row in range(corner[0], end[0] + 1) for column in range(corner[1], end[1] + 1)}
    return covers


def cell(sheet: RawSheet, row: int, column: int) -> Cell:
    """A cell, blank beyond what the sheet holds; text that is nothing but space is blank."""
    if row >= len(sheet.rows) or column >= len(sheet.rows[row]):
        return None
    found = sheet.rows[row][column]
    return None if isinstance(found, str) and not found.strip() else found


def width(sheet: RawSheet) -> int:
    return max((len(row) for row in sheet.rows), default=0)


def headings(sheet: RawSheet, header: tuple[int, int]) -> tuple[Heading, ...]:
    """The heading of each column from its rows `header`; in the upper rows a cell counts for the blank ones right of it."""
    covers = merged_cells(sheet)
    rows = [list(_filled(sheet, row, covers, onwards=row < header[1])) for row in range(header[0], header[1] + 1)]
    found: list[Heading] = []
    seen: dict[str, int] = {}
    for column in range(width(sheet)):
        parts = tuple(dict.fromkeys(part for row in rows if (part := row[column]) is not None))
        words = " ".join(shown(part) for part in parts) or f"column {column_letters(column)}"
        seen[words] = seen.get(words, 0) + 1
        found.append(Heading(column, parts, words if seen[words] == 1 else f"{words} ({seen[words]})"))
    return tuple(found)


def _filled(sheet: RawSheet, row: int, covers: dict[tuple[int, int], tuple[int, int]], *, onwards: bool) -> Iterator[Cell]:
    last: Cell = None
    for column in range(width(sheet)):
        at = covers.get((row, column), (row, column))
        found = cell(sheet, *at)
        if onwards and found is not None:
            last = found
        yield found if found is not None or not onwards else last


def shown(part: Cell) -> str:
    """A part of a heading in one line of text."""
    match part:
        case str():
            return " ".join(part.split())
        case dt.date():
            return part.isoformat()[:10]
        case float() if part.is_integer():
            return str(int(part))
        case None:
            return ""
    return str(part)
