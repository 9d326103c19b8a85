"""What the reader of cells does not tell of a sheet: broken cells, what is hidden or merged, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from data.workbook.addresses import address, known

MOST_CELLS = 5_000_000
"""Cells of the rectangle that a sheet spans: ten times the largest plan, and about half of the child's memory."""

EVERY = "*"
"""Among the names of the sheets wanted: all of them."""

UNSAVED_FORMULA = "="
"""Stands for the text of a cell whose formula was never calculated."""

ERROR = re.compile(r"#(?:REF|DIV/0|VALUE|NULL|NUM)!|#NAME\?|#N/A|#SPILL!|#CALC!|Err:[0-9]{3}")
"""The words of a cell that holds an error, in Excel and LibreOffice."""


def is_wanted(name: str, wanted: Container[str]) -> bool:
    """Whether a sheet is among those wanted, which are named as `addresses.known` writes names."""
    return EVERY in wanted or known(name) in wanted


class RefusedFileError(Exception):
    """The file cannot be read as sheets; the message says why and what to do, and does not name the file."""


@dataclass(slots=True)
class Marks:
    """Marks of one sheet; rows and columns count from 0. A broken cell holds the text of its error, or UNSAVED_FORMULA."""

    broken: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


def check_extent(sheet: str, row: int, column: int) -> None:
    """Raises RefusedFileError where the sheet's rectangle up to its last row and column is beyond what is read."""
    if (row + 1) * (column + 1) > MOST_CELLS:
        corner = address(row, column)
        raise RefusedFileError(
            f"the sheet {sheet} reaches down to {corner}, too far for a table; delete the rows and columns around the table that only look empty"
        )
