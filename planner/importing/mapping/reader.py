"""A sheet read by its mapping: which rows are data, what stands in a field of a row, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.findings import Severity
from data.workbook.columns import Form
from data.workbook.reading import Cell, RawSheet
from planner.importing.drafts import WHOLE_ROW, WHOLE_SHEET, Place, Remark
from planner.importing.mapping.headings import Heading, cell, headings, merged_cells, shown, width
from planner.importing.mapping.periods import Period, Read, numbered, periods, read_parts
from planner.importing.mapping.quantities import as_word, is_nothing
from planner.importing.mapping.values import ColumnMapping, Span, TableMapping, columns_of
from planner.importing.mapping.words import NO_BOOKING, TOTAL_WORDS, folded

At = tuple[int, int]
"""A row and a column of the sheet, from 0."""

KEYS = frozenset({Form.NAME, Form.REFERENCE})
MOST_LISTED = 8
"""Rows that a note names one by one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a field, and where; `at` is None where the mapping itself says it."""

    cell: Cell
    at: At | None = None

    @property
    def text(self) -> str:
        """Its text in one line; blank where nothing stands there."""
        return shown(self.cell) if self.cell is not None else ""


def time_columns(found: Sequence[Heading], span: Span | None, dates: str = "", pick: str = "") -> tuple[tuple[Heading, Read], ...]:
    """The headings that mean a stretch of time of this kind (any, if None), subtotals of others left out."""
    reads = [(heading, read_parts(heading.parts, dates)) for heading in found]
    bare = [(heading, read) for heading, read in reads if read.number is not None and not read.says_time]
    if len(bare) > 1:
        counted = numbered([read for _, read in bare], span)
        known = {heading.column: read for (heading, _), read in zip(bare, counted, strict=True)}
        reads = [(heading, known.get(heading.column, read)) for heading, read in reads]
    timed = [(heading, read) for heading, read in reads if read.says_time and not set(read.rest.split()) & TOTAL_WORDS]
    alike = [(heading, read) for heading, read in timed if span is None or _is_of(read, span)]
    return tuple((heading, read) for heading, read in alike if not pick or not read.rest or pick in read.rest.split())


def _is_of(read: Read, span: Span) -> bool:
    if span is Span.QUARTERS:
        return read.quarter is not None or read.is_date
    if span is Span.MONTHS:
        return read.month is not None and read.week is None
    if span is Span.DAYS:
        return read.is_date
    return read.week is not None or read.is_date


class TableReader:
    """One sheet and its mapping."""

    def __init__(self, sheet: RawSheet, table: TableMapping, year: int) -> None:
        self.sheet, self.table = sheet, table
        self.year = table.year or year
        self._filled_down: dict[str, dict[int, Found]] = {}
        self._forms = {column.heading: column.form for column in columns_of(table.target)}

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return headings(self.sheet, self.table.header)

    @cached_property
    def columns(self) -> dict[str, list[tuple[int, ColumnMapping]]]:
        """The columns that fill each field; several for a name in parts."""
        by_words = {folded(heading.words): heading.column for heading in self.headings}
        columns: dict[str, list[tuple[int, ColumnMapping]]] = {}
        for each in self.table.columns:
            if folded(each.heading) in by_words:
                columns.setdefault(each.field, []).append((by_words[folded(each.heading)], each))
        return columns

    @cached_property
    def across(self) -> tuple[tuple[Heading, Period], ...]:
        """The columns of figures and what they stand for; of two for the same time the first."""
        if self.table.across is None:
            return ()
        timed = self._timed
        found = periods([read for _, read in timed], self.table.across, self.year)
        first: dict[Period, Heading] = {}
        for (heading, _), period in zip(timed, found, strict=True):
            if period is not None:
                first.setdefault(period, heading)
        return tuple((heading, period) for period, heading in first.items())

    @cached_property
    def _timed(self) -> list[tuple[Heading, Read]]:
        taken = {column for columns in self.columns.values() for column, _ in columns}
        found = time_columns(self.headings, self.table.across, self.table.dates, self.table.pick)
        return [pair for pair in found if pair[0].column not in taken]

    @property
    def names_no_year(self) -> bool:
        """Whether there are columns of time of which none says its year."""
        return self.table.across is not None and bool(self._timed) and all(read.year is None for _, read in self._timed)

    @cached_property
    def missing_columns(self) -> tuple[ColumnMapping, ...]:
        """What the mapping speaks of and the sheet lacks."""
        known = {folded(heading.words) for heading in self.headings}
        return tuple(each for each in self.table.columns if folded(each.heading) not in known)

    @cached_property
    def _covers(self) -> dict[At, At]:
        return merged_cells(self.sheet)

    def found(self, row: int, field: str) -> Found:
        """What stands in a field of a row: of merged names the one they share, of names in parts all of them."""
        pieces = [self._of(row, column) for column, _ in self.columns.get(field, ())]
        filled = [piece for piece in pieces if piece.cell is not None]
        if not filled:
            fixed = dict(self.table.fixed).get(field)
            return Found(fixed) if fixed is not None else (pieces[0] if pieces else Found(None))
        if len(filled) > 1 and self._forms.get(field) in KEYS:
            return Found(" ".join(piece.text for piece in filled), filled[0].at)
        return filled[0]

    def name(self, row: int, field: str) -> Found:
        """The same for a name: where it is blank, and the mapping says so, the one above it."""
        if not self.table.fill_down or field not in self.columns:
            return self.found(row, field)
        if field not in self._filled_down:
            self._filled_down[field] = dict(self._down(field))
        return self._filled_down[field].get(row, Found(None))

    def _down(self, field: str) -> Iterator[tuple[int, Found]]:
        above = Found(None)
        for row in self.rows:
            found = self.found(row, field)
            above = found if found.cell is not None else above
            yield row, above

    def _of(self, row: int, column: int) -> Found:
        at = self._covers.get((row, column), (row, column))
        value = cell(self.sheet, *at)
        is_name = isinstance(value, str) and at[1] == column
        return Found(value, at) if at == (row, column) or is_name else Found(cell(self.sheet, row, column), (row, column))

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows that are data."""
        return tuple(row for row, why in self._judged if not why)

    @cached_property
    def _judged(self) -> tuple[tuple[int, str], ...]:
        """Every row below the headings that is not blank, and why it is left out (blank where it is data)."""
        out = {folded(name) for name in self.table.leave_out}
        timed = {heading.column for heading, _ in self.across}
        return tuple(
            (row, self._why_out(row, out, timed)) for row in range(self.table.header[1] + 1, len(self.sheet.rows)) if self._is_filled(row)
        )

    def _is_filled(self, row: int) -> bool:
        return any(not is_nothing(cell(self.sheet, row, column)) for column in range(width(self.sheet)))

    def _why_out(self, row: int, out: set[str], timed: set[int]) -> str:
        cells = [(column, found) for column in range(width(self.sheet)) if (found := cell(self.sheet, row, column)) is not None]
        named = {word for column, found in cells if isinstance(found, str) and column not in timed and (word := folded(found)) in out}
        if named:
            return "left out, as they are cancelled" if named <= NO_BOOKING else "left out as totals or the like"
        if self.table.sections and len(cells) == 1:
            return "left out as headings of sections"
        if self._repeats_headings(cells):
            return "left out, as they repeat the headings"
        return ""

    def _repeats_headings(self, cells: Sequence[tuple[int, Cell]]) -> bool:
        last = {heading.column: heading.parts[-1] for heading in self.headings if heading.parts}
        return len(cells) > 1 and all(column in last and as_word(found) == as_word(last[column]) for column, found in cells)

    def why_out(self, row: int) -> str:
        """Why a row below the headings is left out; blank where it is data or blank."""
        return next((why for number, why in self._judged if number == row), "")

    def left_out(self) -> Iterator[Remark]:
        """A note for each reason why rows are left out, with the rows."""
        reasons: dict[str, list[int]] = {}
        for row, why in self._judged:
            if why:
                reasons.setdefault(why, []).append(row)
        for why, rows in reasons.items():
            named = ", ".join(str(row + 1) for row in rows[:MOST_LISTED]) + (" …" if len(rows) > MOST_LISTED else "")
            is_one = len(rows) == 1
            yield self.remark(Severity.NOTE, (rows[0], WHOLE_ROW), f"{'row' if is_one else 'rows'} {named}: {why}")

    def remark(self, severity: Severity, at: At | None, problem: str, remedy: str = "") -> Remark:
        """Something said of a cell (of the sheet, if None)."""
        row, column = at or (WHOLE_SHEET, WHOLE_ROW)
        return Remark(severity, Place(self.sheet.name, 0, row, column), problem, remedy)
