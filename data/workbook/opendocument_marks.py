"""Marks of the sheets of an .ods, found in one walk over its content.xml."""

from __future__ import annotations

from collections.abc import Callable

from data.workbook.addresses import address
from data.workbook.marks import ERROR, UNSAVED_FORMULA, Marks, check_extent
from data.workbook.xml_walk import walk

_HIDDEN = ("collapse", "filter")


def marks_by_sheet(content: bytes, wanted: Callable[[str], bool]) -> dict[str, Marks]:
    """The marks of each wanted sheet. Raises RefusedFileError where a cell stands too far out."""
    visitor = _ContentVisitor(wanted)
    walk(content, visitor)
    return visitor.sheets


class _ContentVisitor:
    """Follows tables, rows and cells; repeated ones are counted, never unrolled."""

    def __init__(self, wanted: Callable[[str], bool]) -> None:
        self.sheets: dict[str, Marks] = {}
        self._wanted = wanted
        self._name, self._marks = "", Marks()
        self._tables = 0
        self._row = self._rows = self._column = self._columns = 0
        self._header_column = 0
        self._attributes: dict[str, str] = {}
        self._text = ""

    def started(self, element: str, attributes: dict[str, str]) -> None:
        match element:
            case "table":
                self._tables += 1
                if self._tables == 1:
                    self._open_table(attributes.get("name", ""))
            case "table-column":
                self._count_column(attributes)
            case "table-row":
                self._open_row(attributes)
            case "table-cell" | "covered-table-cell":
                self._columns = _repeats(attributes, "number-columns-repeated")
                self._attributes, self._text = attributes, ""

    def text(self, piece: str) -> None:
        if len(self._text) < 100:
            self._text += piece

    def ended(self, element: str) -> None:
        match element:
            case "table":
                self._tables -= 1
            case "table-row":
                self._row += self._rows
            case "table-cell" | "covered-table-cell":
                self._close_cell()
                self._column += self._columns

    def _open_table(self, name: str) -> None:
        self._name, self._marks = name, Marks()
        self._row = self._header_column = 0
        if self._wanted(name):
            self.sheets[name] = self._marks

    def _count_column(self, attributes: dict[str, str]) -> None:
        last = self._header_column + _repeats(attributes, "number-columns-repeated")
        if attributes.get("visibility") in _HIDDEN:
            self._marks.hidden_columns += range(self._header_column, min(last, 16_384))
        self._header_column = last

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._rows, self._column = _repeats(attributes, "number-rows-repeated"), 0
        if attributes.get("visibility") in _HIDDEN:
            self._marks.hidden_rows.append(self._row)

    def _close_cell(self) -> None:
        cell = self._attributes
        kind, formula = cell.get("value-type"), cell.get("formula")
        if kind is None and not self._text and formula is None:
            return
        if self._wanted(self._name):
            check_extent(self._name, self._row + self._rows - 1, self._column + self._columns - 1)
        if cell.get("calcext:value-type") == "error" or (formula is not None and ERROR.fullmatch(self._text)):
            self._marks.broken[self._row, self._column] = self._text or "#VALUE!"
        elif formula is not None and kind is None:
            self._marks.broken[self._row, self._column] = UNSAVED_FORMULA
        across, down = _repeats(cell, "number-columns-spanned"), _repeats(cell, "number-rows-spanned")
        if across > 1 or down > 1:
            corner = address(self._row + down - 1, self._column + across - 1)
            self._marks.merged.append(f"{address(self._row, self._column)}:{corner}")


def _repeats(attributes: dict[str, str], name: str) -> int:
    """A count as an attribute gives it: 1 where it is missing or none."""
    count = attributes.get(name, "1")
    return max(1, int(count)) if count.isdecimal() and len(count) < 10 else 1
