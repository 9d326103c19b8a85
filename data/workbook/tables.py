"""Sheets as tables: headings found in any order and case, rows by column, empty rows left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.findings import Finding, error, note
from data.workbook.addresses import known, place, row_place
from data.workbook.reading import Cell, RawSheet

ALIKE = 0.6
"""Likeness from which another name is offered as the one meant (difflib's own default)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with something in a known column; `number` counts from 0, the heading's row being 0.

    Where a mapping made it of cells that stand elsewhere, `origins` are their rows and columns (None: of no cell).
    """

    number: int
    cells: tuple[Cell, ...]
    origins: tuple[tuple[int, int] | None, ...] = ()

    def cell(self, column: int | None) -> Cell:
        """The cell of a column, blank beyond the row's end or where the sheet has no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet read by its headings: `columns` tells where each known heading (in its contract's words) stands."""

    sheet: str
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    typed: bool = True
    findings: tuple[Finding, ...] = field(default=())

    def place(self, row: Row, heading: str) -> str:
        """The address of a row's cell, or of the whole row where the sheet lacks the column."""
        column = self.columns.get(heading)
        return row_place(self.sheet, row.number) if column is None else place(self.sheet, row.number, column)


def table(sheet: RawSheet, headings: Sequence[str], required: Iterable[str]) -> Table:
    """The sheet's table with the headings that the contract knows, and what is wrong or odd about its headings."""
    first = sheet.rows[0] if sheet.rows else ()
    columns: dict[str, int] = {}
    findings = list(_headings(sheet.name, first, {known(heading): heading for heading in headings}, columns))
    missing = [heading for heading in required if heading not in columns]
    findings += [error(sheet.name, f"the column {heading} is missing", _missing_remedy(heading, first)) for heading in missing]
    rows = [Row(number, cells) for number, cells in enumerate(sheet.rows[1:], 1)]
    findings += _without_heading(sheet.name, first, rows)
    filled = tuple(row for row in rows if not all(_is_blank(row.cell(column)) for column in columns.values()))
    return Table(sheet.name, columns, filled, sheet.typed, tuple(findings))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant: the same without case, else the one most alike, if any is."""
    by_known = {known(each): each for each in names}
    if known(name) in by_known:
        return by_known[known(name)]
    found = difflib.get_close_matches(known(name), by_known, n=1, cutoff=ALIKE)
    return by_known[found[0]] if found else None


def _headings(sheet: str, cells: Sequence[Cell], wanted: Mapping[str, str], columns: dict[str, int]) -> Iterator[Finding]:
    """Fills in `columns`; yields what is said of headings that are unknown or stand twice."""
    for column, cell in enumerate(cells):
        heading = wanted.get(known(cell)) if isinstance(cell, str) else None
        if heading is not None and heading in columns:
            yield error(place(sheet, 0, column), f"the column {heading} stands twice", "delete one of the two")
        elif heading is not None:
            columns[heading] = column
        elif not _is_blank(cell):
            yield note(place(sheet, 0, column), f"the column {_heading_text(cell)} is not known here", "it is kept out")


def _without_heading(sheet: str, first: Sequence[Cell], rows: Sequence[Row]) -> Iterator[Finding]:
    width = max((len(row.cells) for row in rows), default=0)
    for column in range(width):
        if column >= len(first) or _is_blank(first[column]):
            filled = next((row for row in rows if not _is_blank(row.cell(column))), None)
            if filled:
                yield note(place(sheet, filled.number, column), "stands in a column without a heading", "it is kept out")


def _missing_remedy(heading: str, first: Sequence[Cell]) -> str:
    others = [cell for cell in first if isinstance(cell, str) and cell.strip()]
    if not others:
        return "row 1 should hold the headings"
    meant = nearest(heading, others)
    return f"rename “{meant.strip()}” or add the column" if meant else "add it to row 1"


def _heading_text(cell: Cell) -> str:
    return f"“{str(cell).strip()[:60]}”" if isinstance(cell, str) else "with a heading that is no text"


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
