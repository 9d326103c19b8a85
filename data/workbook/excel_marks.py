"""Marks of the sheets of an .xlsx: calamine turns error cells and formulas without a value into blanks, so they are found here."""

from __future__ import annotations

import posixpath
import re

from data.workbook.addresses import column_number, parsed
from data.workbook.archive import Archive
from data.workbook.marks import UNSAVED_FORMULA, Marks, check_extent
from data.workbook.xml_walk import walk

_SIGNS = re.compile(rb"""\st\s*=\s*["']e["']|<(?:\w+:)?f[\s/>]|\shidden\s*=|<(?:\w+:)?mergeCell[\s>]""")
"""What makes a closer look worth its time: an error cell, a formula, something hidden or merged."""
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})([0-9]{1,10})["']""")
_TRUE = ("1", "true")
_LAST_COLUMN = 16_383


class Parts:
    """Where the parts of an .xlsx lie: the workbook's list of sheets, followed through its relations."""

    def __init__(self, archive: Archive, workbook: str) -> None:
        self._archive = archive
        self._folder, name = posixpath.split(workbook)
        self.dates_from_1904 = False
        self._relation_of: dict[str, str] = {}
        self._target_of: dict[str, str] = {}
        walk(archive.read(workbook), self)
        relations = archive.find(posixpath.join(self._folder, "_rels", f"{name}.rels"))
        if relations:
            walk(archive.read(relations), self)

    @property
    def sheet_names(self) -> tuple[str, ...]:
        return tuple(self._relation_of)

    def sheet(self, name: str) -> bytes:
        """The XML of a sheet, empty where its part is missing."""
        target = self._target_of.get(self._relation_of.get(name, ""), "")
        path = target if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
        part = self._archive.find(path)
        return self._archive.read(part) if part else b""

    def started(self, element: str, attributes: dict[str, str]) -> None:
        match element:
            case "sheet":
                self._relation_of[attributes.get("name", "")] = attributes.get("id", "")
            case "workbookPr":
                self.dates_from_1904 = attributes.get("date1904") in _TRUE
            case "Relationship":
                self._target_of[attributes.get("Id", "")] = attributes.get("Target", "")

    def ended(self, element: str) -> None: ...

    def text(self, piece: str) -> None: ...


def marks_of(name: str, content: bytes) -> Marks:
    """The marks of a sheet's XML. Raises RefusedFileError where a cell stands too far out."""
    references = _REFERENCE.findall(content)
    row = max((int(digits) for _, digits in references), default=1) - 1
    column = max((column_number(letters.decode()) for letters in {letters for letters, _ in references}), default=0)
    check_extent(name, row, column)
    visitor = _SheetVisitor()
    if _SIGNS.search(content) or b"\x00" in content[:4]:
        walk(content, visitor)
    return visitor.marks


class _SheetVisitor:
    """Follows rows and cells; a cell without an address stands right of the one before it."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._row = self._column = -1
        self._kind, self._value = "", ""
        self._formula = self._in_value = False

    def started(self, element: str, attributes: dict[str, str]) -> None:
        match element:
            case "c":
                self._open_cell(attributes)
            case "f":
                self._formula = True
            case "v":
                self._in_value = True
            case "row":
                self._open_row(attributes)
            case "col" if attributes.get("hidden") in _TRUE:
                first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
                self.marks.hidden_columns += range(first - 1, min(last, _LAST_COLUMN + 1))
            case "mergeCell":
                self.marks.merged.append(attributes.get("ref", ""))

    def text(self, piece: str) -> None:
        if self._in_value:
            self._value += piece

    def ended(self, element: str) -> None:
        if element == "v":
            self._in_value = False
        elif element == "c":
            self._close_cell()

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() else self._row + 1
        self._column = -1
        if attributes.get("hidden") in _TRUE:
            self.marks.hidden_rows.append(self._row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._row, self._column = parsed(attributes.get("r", "")) or (self._row, self._column + 1)
        self._kind, self._value, self._formula = attributes.get("t", "n"), "", False

    def _close_cell(self) -> None:
        """An error is broken; so is a formula without a value, unless its value is the empty text."""
        if self._kind == "e":
            self.marks.broken[self._row, self._column] = self._value or "#VALUE!"
        elif self._formula and not self._value and self._kind != "str":
            self.marks.broken[self._row, self._column] = UNSAVED_FORMULA
