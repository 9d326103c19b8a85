"""Rows that are no data: totals by their words and by what they sum up, headings of sections, names left blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from data.workbook.reading import Cell, RawSheet
from planner.importing.mapping.headings import cell, width
from planner.importing.mapping.quantities import Amount, amount
from planner.importing.mapping.words import TOTAL_WORDS, folded

LEAST_ROWS, LEAST_COLUMNS = 3, 3
"""Rows and columns of figures from which a sum is no chance, though no word calls it one."""
LEAST_BLANK = 0.25
"""Share of blank names from which a blank means the name above."""

Row = tuple[int, str, tuple[float, ...]]
"""A row of the sheet, its first text, and its figures."""


def totals(sheet: RawSheet, header: int, figures: Sequence[int]) -> tuple[str, ...]:
    """The names of the rows below the headings that sum up others, or say that they do."""
    rows = [_row(sheet, row, figures) for row in range(header + 1, len(sheet.rows))]
    found = [name for name in _found([row for row in rows if row[1] or any(row[2])], has_figures=bool(figures)) if name]
    return tuple(dict.fromkeys(found))


def _row(sheet: RawSheet, row: int, figures: Sequence[int]) -> Row:
    texts = (cell(sheet, row, column) for column in range(width(sheet)) if column not in figures)
    name = next((found.strip() for found in texts if isinstance(found, str) and _is_word(found)), "")
    return row, name, tuple(_figure(cell(sheet, row, column)) for column in figures)


def _is_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _figure(value: Cell) -> float:
    read = amount(value)
    return read.figure if isinstance(read, Amount) else 0.0


def _found(rows: Sequence[Row], *, has_figures: bool) -> Iterator[str]:
    block: list[Row] = []
    details: list[Row] = []
    for row in rows:
        _, name, figures = row
        summed = next((len(rows) for rows in (block, details) if _is_sum(figures, rows)), 0)
        if _is_total(row, summed, has_figures=has_figures):
            yield name
            block = []
        else:
            block.append(row)
            details.append(row)


def _is_total(row: Row, summed: int, *, has_figures: bool) -> bool:
    """Whether a row is a total, that sums up so many rows above it (0: it is the sum of none)."""
    _, name, figures = row
    words = folded(name)
    if words in TOTAL_WORDS:
        return True
    says = bool(set(words.split()[:1] + words.split()[-1:]) & TOTAL_WORDS) or words.startswith("grand total")
    if says:
        return summed > 0 or not has_figures or not any(figures)
    return summed >= LEAST_ROWS and sum(map(bool, figures)) >= LEAST_COLUMNS and len(set(figures)) > 2


def _is_sum(figures: Sequence[float], block: Sequence[Row]) -> bool:
    """Whether each figure is the sum of those of at least two rows."""
    if len(block) < 2 or not any(figures):
        return False
    return all(
        isclose(figure, sum(each[2][number] for each in block), rel_tol=1e-6, abs_tol=0.011) for number, figure in enumerate(figures)
    )


def has_sections(sheet: RawSheet, header: int, columns: int, out: Sequence[str] = ()) -> bool:
    """Whether single cells stand among rows of several, as headings of sections do; rows of the names `out` do not count."""
    if columns < 3:
        return False
    rows = [row for row in sheet.rows[header + 1 :] if not any(isinstance(found, str) and found.strip() in out for found in row)]
    counts = [sum(found is not None for found in row) for row in rows]
    filled = [count for count in counts if count]
    single = sum(count == 1 for count in filled)
    return 0 < single < len(filled) / 2 and sum(count >= 3 for count in filled) > len(filled) / 2


def is_filled_down(sheet: RawSheet, header: int, column: int, out: Sequence[str]) -> bool:
    """Whether a column of names gives each name once, at the first of its rows; rows of the names `out` do not count."""
    rows = [row for row in range(header + 1, len(sheet.rows)) if sum(found is not None for found in sheet.rows[row]) > 1]
    rows = [row for row in rows if not any(isinstance(found, str) and found.strip() in out for found in sheet.rows[row])]
    blanks = [cell(sheet, row, column) is None for row in rows]
    return bool(rows) and not blanks[0] and sum(blanks) >= LEAST_BLANK * len(rows) and len(rows) > 2
