"""Files of .csv read as sheets: one file each, named after the sheet; commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

from data.workbook.marks import ERROR, Marks, RefusedFileError, check_extent

SUFFIXES = (".csv", ".tsv")
"""Of files that are read alone, as a workbook of one sheet."""
MOST_BYTES = 64 * 2**20
"""Of one file: the largest plan of a thousand people takes about 20 MB."""
DELIMITERS = (",", ";", "\t")
MEASURED_LINES = 20
"""Lines above the headings, such as a title, hold none of them."""


def rows_of(path: Path) -> list[list[str]]:
    """The records of a .csv file. Raises RefusedFileError where it is too large, no UTF-8 text, or torn inside a quoted cell."""
    if path.stat().st_size > MOST_BYTES:
        raise RefusedFileError(f"{path.name} is larger than {MOST_BYTES // 2**20} MB; keep only the rows of the table")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as damage:
        raise RefusedFileError(f"{path.name} is no UTF-8 text ({damage.reason} at byte {damage.start}); save it as “CSV UTF-8”") from damage
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as damage:
        raise RefusedFileError(f"{path.name} cannot be divided into cells ({damage}); save it anew as “CSV UTF-8”") from damage


def _delimiter(text: str) -> str:
    """What stands between the cells: what the first line that has any of the three has most of, a comma where they are even."""
    for line in itertools.islice(io.StringIO(text), MEASURED_LINES):
        if any(sign in line for sign in DELIMITERS):
            return max(DELIMITERS, key=line.count)
    return ","


def marks_of(name: str, rows: list[list[str]]) -> Marks:
    """The cells that hold the words of an error. Raises RefusedFileError where the table is too large."""
    check_extent(name, max(len(rows) - 1, 0), max((len(row) for row in rows), default=1) - 1)
    marks = Marks()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell[:1] in ("#", "E") and ERROR.fullmatch(cell.strip()):
                marks.broken[number, column] = cell.strip()
    return marks
