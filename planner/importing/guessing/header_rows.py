"""Where the headings of a sheet stand: the row that reads most like headings, and its neighbours that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from data.workbook.reading import Cell, RawSheet
from planner.importing.guessing.matching import best_field
from planner.importing.mapping.headings import cell, headings, merged_cells, shown, width
from planner.importing.mapping.periods import read_parts
from planner.importing.mapping.reader import time_columns

MOST_ROWS = 25
"""Rows at the top of a sheet among which headings are sought."""
MOST_ABOVE, MOST_BELOW = 2, 2
"""Rows of headings above and below the one that reads most like headings."""
MOST_TIMES = 8
"""Columns of time beyond which more say nothing more."""


def header_rows(sheet: RawSheet) -> tuple[int, int]:
    """The first and last row of the headings, from 0."""
    scored = [(_score(sheet, row), -row) for row in range(min(MOST_ROWS, len(sheet.rows)))]
    if not scored:
        return 0, 0
    best = -max(scored)[1]
    return _upwards(sheet, best), _downwards(sheet, best)


def _score(sheet: RawSheet, row: int) -> float:
    """How much a row reads like headings: fields by their names, stretches of time, text rather than figures."""
    found = [heading for heading in headings(sheet, (row, row)) if heading.parts]
    if not found:
        return -1.0
    times = {heading.column for heading, _ in time_columns(found, None)}
    times = times if len(times) > 1 else set()
    parts = {heading.parts[0] for heading in found if heading.column not in times}
    fields = sum(best_field(shown(part)) for part in parts if isinstance(part, str))
    figures = sum(not isinstance(part, str) for part in parts)
    long = sum(len(heading.words) > 60 for heading in found)
    return 2 * fields + min(len(times), MOST_TIMES) + 0.1 * min(len(found), 20) - 0.7 * figures - long


def _upwards(sheet: RawSheet, best: int) -> int:
    """The first row of the headings: rows above that say more of the time below them, or name columns that are blank below."""
    timed = {heading.column for heading, _ in time_columns(headings(sheet, (best, best)), None)}
    first = best
    while first > 0 and best - first < MOST_ABOVE and _belongs_above(sheet, first - 1, best, timed):
        first -= 1
    return first


def _belongs_above(sheet: RawSheet, row: int, best: int, timed: set[int]) -> bool:
    above = [heading for heading in headings(sheet, (row, row)) if heading.parts]
    names = [heading for heading in above if isinstance(heading.parts[0], str) and cell(sheet, best, heading.column) is None]
    if any(best_field(heading.words) >= 0.9 for heading in names):
        return True
    reads = [time for time in _reads(sheet, row) if time[0] in timed]
    return bool(reads) and min(column for column, _ in reads) > 0


def _reads(sheet: RawSheet, row: int) -> list[tuple[int, Cell]]:
    """The cells of a row that say a year, month or other stretch of time."""
    found = [(heading.column, heading.parts[0], read_parts(heading.parts)) for heading in headings(sheet, (row, row)) if heading.parts]
    return [(column, part) for column, part, read in found if (read.says_time or read.year is not None) and not read.rest]


def _downwards(sheet: RawSheet, best: int) -> int:
    last = best
    while last + 1 < len(sheet.rows) and last - best < MOST_BELOW and _belongs_below(sheet, last + 1, best):
        last += 1
    return last


def _belongs_below(sheet: RawSheet, row: int, best: int) -> bool:
    """Whether a row under the headings is one of them: it names no thing, and says time or only text."""
    covers = merged_cells(sheet)
    cells = [(column, found) for column in range(width(sheet)) if (found := cell(sheet, row, column)) is not None]
    named = [column for column, found in cells if isinstance(found, str) and column == 0 and covers.get((row, 0)) is None]
    if not cells or named or cell(sheet, best, cells[0][0]) is None:
        return False
    times = time_columns(headings(sheet, (row, row)), None)
    return len(times) >= max(2, len(cells) - 1) or (
        len(cells) > 1 and all(isinstance(found, str) for _, found in cells) and _is_units(cells)
    )


def _is_units(cells: Sequence[tuple[int, Cell]]) -> bool:
    """Whether texts repeat, as Plan and Actual do under months."""
    texts = {found for _, found in cells}
    return len(texts) <= len(cells) / 2
