"""Sheets written again as they were read, with remarks beside their rows."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.replacement import replacing
from data.workbook.excel_writing import FIRST_DAY, HEADING, LINE_HEIGHT, TEXT
from data.workbook.reading import Broken, Cell, RawSheet
from data.workbook.writing import WriteError, explained

REMARKS = "Findings"
MARKED = "#F5C65D"
"""Fill of a cell that something is said of: the overload amber of the load ramp."""
REMARK_WIDTH, COLUMN_WIDTH = 80, 14
MOST_LETTERS = 32_000
"""Of the remarks in one cell; a spreadsheet holds little more."""
LONGEST_NAME = 31
_BAD_IN_NAME = re.compile(r"[\[\]:*?/\\]")

Remarks = Mapping[int, Sequence[str]]
"""What is said of the rows of a sheet, by row from 0."""


def write_remarked(
    path: Path,
    sheets: Sequence[RawSheet],
    remarks: Mapping[str, Remarks],
    marked: Mapping[str, set[tuple[int, int]]],
    general: Sequence[str],
) -> None:
    """An .xlsx of the sheets with a column of remarks right of each; `general` are said on a sheet of their own.

    Values are kept, looks and formulas are not. Raises WriteError.
    """
    if path.suffix.casefold() != ".xlsx":
        raise WriteError(path, "findings are written to a workbook; end the name in .xlsx")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    writer = _Writer(book)
    for sheet in sheets:
        writer.write(sheet, remarks.get(sheet.name, {}), marked.get(sheet.name, set()))
    if general:
        writer.write_general(general)
    book.close()
    with explained(path), replacing(path) as beside:
        beside.write_bytes(buffer.getvalue())


class _Writer:
    """Writes sheet after sheet under names that a workbook may have."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._names: set[str] = set()
        self._plain, self._day = book.add_format({"font_color": TEXT}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._marked = book.add_format({"bg_color": MARKED})
        self._marked_day = book.add_format({"bg_color": MARKED, "num_format": "yyyy-mm-dd", "align": "left"})
        self._remark = book.add_format({"text_wrap": True, "valign": "top", "font_color": TEXT})
        self._heading = book.add_format({"bold": True, "bg_color": HEADING})

    def write(self, sheet: RawSheet, remarks: Remarks, marked: set[tuple[int, int]]) -> None:
        out = self._sheet(sheet.name)
        width = max((len(row) for row in sheet.rows), default=0)
        out.set_column(0, max(width - 1, 0), COLUMN_WIDTH)
        for row, cells in enumerate(sheet.rows):
            for column, found in enumerate(cells):
                at = (row, column)
                _write(out, at, found, self._marked if at in marked else self._plain, self._marked_day if at in marked else self._day)
        if remarks:
            self._write_remarks(out, width + 1, remarks)

    def _write_remarks(self, out: Worksheet, column: int, remarks: Remarks) -> None:
        out.set_column(column, column, REMARK_WIDTH)
        if 0 not in remarks:
            out.write_string(0, column, REMARKS, self._heading)
        for row, said in remarks.items():
            out.set_row(row, LINE_HEIGHT * min(len(said), 10))
            out.write_string(row, column, "\n".join(said)[:MOST_LETTERS], self._remark)

    def write_general(self, said: Sequence[str]) -> None:
        out = self._sheet(REMARKS)
        out.set_column(0, 0, REMARK_WIDTH)
        for row, text in enumerate(said):
            out.write_string(row, 0, text[:MOST_LETTERS], self._remark)

    def _sheet(self, name: str) -> Worksheet:
        plain = _BAD_IN_NAME.sub("-", name).strip("'")[:LONGEST_NAME] or "Sheet"
        free, number = plain, 2
        while free.casefold() in self._names:
            free, number = f"{plain[: LONGEST_NAME - 4]} {number}", number + 1
        self._names.add(free.casefold())
        return self._book.add_worksheet(free)


def _write(out: Worksheet, at: tuple[int, int], found: Cell, plain: Format, day: Format) -> None:
    match found:
        case None:
            pass
        case bool():
            out.write_boolean(*at, found, plain)
        case float():
            out.write_number(*at, found, plain)
        case str():
            out.write_string(*at, found[:MOST_LETTERS], plain)
        case Broken():
            out.write_string(*at, found.problem, plain)
        case dt.datetime():
            out.write_datetime(*at, found.replace(tzinfo=None), day)
        case dt.date() if found < FIRST_DAY:
            out.write_string(*at, found.isoformat(), plain)
        case dt.date():
            out.write_datetime(*at, dt.datetime.combine(found, dt.time()), day)
