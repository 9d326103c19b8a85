"""The import wizard in words: what each sheet is, its first rows with what their columns mean, and what each correction makes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from data.entities import BookingKind
from data.portfolio import Portfolio
from data.workbook.addresses import column_letters
from data.workbook.columns import Form
from data.workbook.reading import Broken, Cell, RawBook, RawSheet
from planner.importing.mapping.applying import year_of
from planner.importing.mapping.headings import cell, width
from planner.importing.mapping.reader import TableReader
from planner.importing.mapping.values import (
    AMOUNTS,
    BOOKING_KIND,
    SHARE_OF_WEEK,
    BookMapping,
    ColumnMapping,
    Span,
    TableMapping,
    Target,
    columns_of,
    needed,
)
from ui.presenters.formats import Formats
from ui.presenters.mapping_words import ACROSS, AS_ASKED, BOOKED_AS, BOOKED_UPON, BY_COLUMN, NOT_READ, SHORT, UNITS
from ui.presenters.saying import translate

MOST_ROWS, MOST_COLUMNS = 60, 80
"""Rows and columns of a sheet that the wizard shows: enough to see what it is."""
NUMBERS = frozenset({Form.FIGURE, Form.HOURS, Form.MONEY, Form.PERCENT})
SAYABLE = frozenset({Form.NAME, Form.REFERENCE, Form.TEXT, Form.CHOICE})
"""Forms of fields that may be the same in every row."""


class Part(StrEnum):
    """What a cell of the grid belongs to."""

    MEANING = "meaning"
    UNIT = "unit"
    TITLE = "title"
    HEADING = "heading"
    DATA = "data"
    OUT = "left out"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the grid: what it is, its label at the left, its cells, and why it is left out."""

    part: Part
    label: str
    cells: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The first rows of a sheet below what its columns mean; `words` are the headings, `read` which columns mean something."""

    letters: tuple[str, ...]
    words: tuple[str, ...]
    lines: tuple[Line, ...]
    read: tuple[bool, ...]
    figures: tuple[bool, ...]
    """Columns whose unit can be chosen."""
    fields: tuple[str, ...] = ()
    """What a column may mean."""


@dataclass(frozen=True, slots=True)
class ValueLine:
    """Something that can be given a meaning: a field that no column fills, or a word of the table (then `word` says it)."""

    field: str
    word: str
    meant: str
    is_needed: bool = False

    @property
    def what(self) -> str:
        return (
            translate("Mapping", "{field}: “{word}” means").format(field=self.field, word=self.word)
            if self.word
            else translate("Mapping", "{field} in every row").format(field=self.field)
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A book with its mapping as it stands in the wizard; `known` are the sheets that were mapped before."""

    book: RawBook
    mapping: BookMapping
    base: Portfolio | None
    known: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[RawSheet, ...]:
        """Those with anything in them."""
        return tuple(sheet for sheet in self.book.sheets if sheet.rows)

    def sheet(self, name: str) -> RawSheet:
        return next(sheet for sheet in self.book.sheets if sheet.name == name)

    def table(self, name: str) -> TableMapping:
        return self.mapping.table(name) or TableMapping(name, Target.LEFT_OUT)

    def top(self, name: str) -> RawSheet:
        """The rows of a sheet that are shown, so that no sheet is too large to be looked at."""
        sheet = self.sheet(name)
        return replace(sheet, rows=sheet.rows[:MOST_ROWS])

    def reader(self, name: str) -> TableReader:
        return TableReader(self.top(name), self.table(name), self.year)

    @property
    def year(self) -> int:
        return year_of(self.base or Portfolio())

    def having(self, table: TableMapping) -> Draft:
        """The draft with another mapping of one sheet."""
        others = [each for each in self.mapping.tables if each.sheet != table.sheet]
        order = {sheet.name: number for number, sheet in enumerate(self.book.sheets)}
        tables = sorted([*others, table], key=lambda each: order.get(each.sheet, len(order)))
        return replace(self, mapping=replace(self.mapping, tables=tuple(tables)))


def booking_kind(table: TableMapping) -> str:
    """How firm the bookings of a table are: a key of BOOKING_KINDS."""
    if table.column(BOOKING_KIND.heading) is not None:
        return BY_COLUMN
    said = dict(table.fixed).get(BOOKING_KIND.heading, "")
    return BookingKind.HARD.value if said.casefold() == BookingKind.HARD.value.casefold() else BookingKind.SOFT.value


def with_booking_kind(table: TableMapping, kind: str) -> TableMapping:
    """The table with all its bookings of one kind."""
    others = tuple(pair for pair in table.fixed if pair[0] != BOOKING_KIND.heading)
    return replace(table, fixed=(*others, (BOOKING_KIND.heading, kind)) if kind == BookingKind.HARD.value else others)


def asks_what_is_meant(table: TableMapping) -> bool:
    """Whether rows of person, project and dates may be bookings as well as demands."""
    return table.target is Target.BOOKED_BY_DATES or (table.target is Target.DEMANDS and table.column("Resource") is not None)


def sheet_words(draft: Draft, name: str) -> str:
    """What a sheet is taken for, and whether something is missing."""
    table = draft.table(name)
    if table.target is Target.LEFT_OUT:
        return translate("Mapping", "Left out")
    return (
        translate("Mapping", "{short}: incomplete").format(short=SHORT[table.target]) if shortcomings(draft, name) else SHORT[table.target]
    )


def shortcomings(draft: Draft, name: str) -> list[str]:
    """What keeps a sheet from being read."""
    table = draft.table(name)
    if table.target is Target.LEFT_OUT:
        return []
    reader = draft.reader(name)
    said = [
        translate("Mapping", "No column says the {words}: choose one above it, or say below what it is in every row.").format(words=words)
        for words in table.missing_of(reader.columns)
    ]
    if table.across is not None and not reader.across:
        said.append(
            translate("Mapping", "No heading reads as {across}: choose the rows of the headings, or a row for each week.").format(
                across=ACROSS[table.across]
            )
        )
    return said


def standing(draft: Draft, name: str) -> tuple[str, str]:
    """How a sheet stands in one sentence, and its role: bad, muted."""
    wrong = shortcomings(draft, name)
    if wrong:
        return wrong[0], "bad"
    table = draft.table(name)
    if table.target is Target.LEFT_OUT:
        return translate("Mapping", "This sheet is left out. Say what it holds to read it."), "muted"
    unknown = [word for _, pairs in table.words for word, meant in pairs if not meant]
    if unknown:
        words = ", ".join(unknown[:6]) + (" …" if len(unknown) > 6 else "")
        return translate("Mapping", "Say at the right what these words mean: {words}.").format(words=words), "warning"
    said = [BOOKED_AS[booking_kind(table)]] if table.target.is_bookings else []
    if table.target is Target.BOOKED_BY_DATES:
        said = [BOOKED_UPON, *said]
    said = [
        *said,
        translate("Mapping", "Mapped as sheets with these headings were before.")
        if name in draft.known
        else translate("Mapping", "Guessed: see whether it is right."),
    ]
    if table.across in (Span.MONTHS, Span.QUARTERS):
        said.append(translate("Mapping", "The {across} are spread over their weeks by working days.").format(across=ACROSS[table.across]))
    return " ".join(said), "muted"


def may_go_on(draft: Draft) -> bool:
    """Whether there is anything to import, and nothing is missing."""
    names = [sheet.name for sheet in draft.sheets]
    return any(draft.table(name).target is not Target.LEFT_OUT for name in names) and not any(shortcomings(draft, name) for name in names)


def grid(draft: Draft, name: str, formats: Formats) -> Grid:
    """The first rows of a sheet with the meaning of its columns above them."""
    table, reader = draft.table(name), draft.reader(name)
    sheet = reader.sheet
    columns = range(min(width(sheet), MOST_COLUMNS))
    if table.target is Target.LEFT_OUT:
        lines = [Line(Part.OUT, str(row + 1), _cells(sheet, row, columns, formats)) for row in range(len(sheet.rows))]
        nothing = tuple(False for _ in columns)
        return Grid(tuple(map(column_letters, columns)), tuple("" for _ in columns), tuple(lines), nothing, nothing)
    mapped = {column: each for pairs in reader.columns.values() for column, each in pairs}
    timed = {heading.column: period for heading, period in reader.across}
    forms = {column.heading: column.form for column in columns_of(table.target)}
    meanings = [
        mapped[c].field if c in mapped else _period(timed[c].first, timed[c].span, formats) if c in timed else NOT_READ for c in columns
    ]
    figures = tuple(c in mapped and forms.get(mapped[c].field) in NUMBERS for c in columns)
    units = [UNITS[unit] if c in mapped and (unit := mapped[c].unit) else UNITS[table.unit] if c in timed else AS_ASKED for c in columns]
    lines = [
        Line(Part.MEANING, translate("Mapping", "Read as"), tuple(meanings)),
        Line(Part.UNIT, translate("Mapping", "Unit"), tuple(units)),
    ]
    lines += [_line(sheet, row, columns, reader, formats) for row in range(len(sheet.rows))]
    words = tuple(heading.words for heading in reader.headings[: len(columns)])
    return Grid(
        tuple(map(column_letters, columns)),
        words,
        tuple(lines),
        tuple(c in mapped or c in timed for c in columns),
        figures,
        tuple(fields_of(table)),
    )


def _line(sheet: RawSheet, row: int, columns: Sequence[int], reader: TableReader, formats: Formats) -> Line:
    first, last = reader.table.header
    why = reader.why_out(row) if row > last else ""
    part = Part.TITLE if row < first else Part.HEADING if row <= last else Part.OUT if why else Part.DATA
    return Line(part, str(row + 1), _cells(sheet, row, columns, formats), why)


def _cells(sheet: RawSheet, row: int, columns: Sequence[int], formats: Formats) -> tuple[str, ...]:
    return tuple(_text(cell(sheet, row, column), formats) for column in columns)


def _text(found: Cell, formats: Formats) -> str:
    match found:
        case None:
            return ""
        case bool():
            return str(found).upper()
        case float():
            return formats.figure(found)
        case Broken():
            return found.problem.removeprefix("holds ")
        case str():
            return " ".join(found.split())
    return formats.date(found)


def _period(first: dt.date, span: Span, formats: Formats) -> str:
    match span:
        case Span.WEEKS:
            return formats.week(first)
        case Span.DAYS:
            return formats.day(first)
        case Span.MONTHS:
            return f"{formats.months[first.month - 1]} {first.year}"
    return translate("Mapping", "Q{quarter} {year}").format(quarter=(first.month + 2) // 3, year=first.year)


def fields_of(table: TableMapping) -> list[str]:
    """What a column of the table may mean."""
    return [NOT_READ, *(column.heading for column in columns_of(table.target))]


def with_meaning(table: TableMapping, heading: str, field: str) -> TableMapping:
    """The table with a column meaning a field (or nothing); a column that meant it before means nothing then."""
    if not heading:
        return table
    others = tuple(each for each in table.columns if each.heading != heading and each.field != field)
    if field == NOT_READ or field not in fields_of(table):
        return replace(table, columns=tuple(each for each in table.columns if each.heading != heading))
    fixed = tuple(pair for pair in table.fixed if pair[0] != field)
    return replace(table, columns=(*others, ColumnMapping(heading, field)), fixed=fixed)


def with_unit(table: TableMapping, heading: str, unit: str) -> TableMapping:
    """The table with the figures of a column counting something else."""
    found = next((each for each, words in UNITS.items() if words == unit), None)
    columns = tuple(replace(each, unit=found) if each.heading == heading else each for each in table.columns)
    return replace(table, columns=columns)


def value_lines(table: TableMapping) -> list[ValueLine]:
    """What can be said for all rows, needed things first, and the words that stand for something."""
    if table.target in (Target.LEFT_OUT, Target.SETTINGS):
        return []
    given = {each.field for each in table.columns}
    lacking = {field for group in needed(table.target, across=table.across is not None) if not given & set(group) for field in group}
    fixed = dict(table.fixed)
    sayable = [column for column in columns_of(table.target) if column.form in SAYABLE or column is SHARE_OF_WEEK]
    open_fields = [column for column in sayable if column.heading not in given and not (column is SHARE_OF_WEEK and given & set(AMOUNTS))]
    if table.target.is_bookings:
        open_fields = [column for column in open_fields if column is not BOOKING_KIND]  # has a choice of its own
    lines = [ValueLine(each.heading, "", fixed.get(each.heading, ""), each.heading in lacking) for each in open_fields]
    words = [ValueLine(field, word, meant) for field, pairs in table.words for word, meant in pairs]
    return [*sorted(lines, key=lambda line: not line.is_needed), *words]


def with_value(table: TableMapping, line: ValueLine, meant: str) -> TableMapping:
    """The table with another meaning of a word, or another value in every row (none where it is blank)."""
    text = meant.strip()
    if line.word:
        words = tuple(
            (field, tuple((word, text if (field, word) == (line.field, line.word) else old) for word, old in pairs))
            for field, pairs in table.words
        )
        return replace(table, words=words)
    others = tuple(pair for pair in table.fixed if pair[0] != line.field)
    return replace(table, fixed=(*others, (line.field, text)) if text else others)


def names_text(names: Sequence[str]) -> str:
    return "; ".join(names)


def names_of(text: str) -> tuple[str, ...]:
    """Names typed with semicolons between them."""
    return tuple(name.strip() for name in text.split(";") if name.strip())
