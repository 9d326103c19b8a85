"""Sheets as an .xlsx workbook that is good to look at, to filter and to print."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.errors import PlannerError
from data.workbook.addresses import place
from data.workbook.sheets import Formula, Look, Out, OutColumn, OutSheet, Tint

# The light palette of docs/look: text, muted, line, heading, accent.
TEXT, MUTED, LINE, HEADING, ACCENT = "#1A1E24", "#58626F", "#DFE3E8", "#ECEFF3", "#1D5FBF"
FILLS: Mapping[Tint, dict[str, str | int | bool]] = MappingProxyType(
    {
        Tint.AWAY: {"bg_color": "#F1F3F6", "fg_color": "#C4CBD4", "pattern": 14},
        Tint.LOW: {"bg_color": "#DDEBFA"},
        Tint.FULL: {"bg_color": "#9ED8D0", "font_color": "#10302C"},
        Tint.OVER: {"bg_color": "#F5C65D", "font_color": "#3A2500"},
        Tint.FAR_OVER: {"bg_color": "#C2432A", "font_color": "#FFFFFF", "bold": True},
    }
)
TOTAL_ROW = MappingProxyType({"bold": True, "top": 1, "top_color": MUTED})
SIGNS = MappingProxyType({Tint.OVER: '"▲ "', Tint.FAR_OVER: '"▲▲ "'})
"""Told apart without colour: what is over capacity carries its sign in the number format, the value stays a number."""

FIRST_DAY = dt.date(1900, 3, 1)
"""Before it spreadsheets count a day that never was (29 February 1900): earlier dates are written as ISO text."""
WIDE = 20
"""Columns beyond which a sheet is printed over several pages side by side."""
LEFT = frozenset({Look.TEXT, Look.SENTENCES, Look.DATE})
"""Looks that are aligned left, with their headings."""
NARROWEST, WIDEST, SENTENCE_WIDTH = 9, 44, 64
LINE_HEIGHT = 15.0
"""Points."""
MEASURED_ROWS = 400
"""Rows that decide a column's width: enough to be right, few enough to be quick."""
OFFERED_ROWS = 500
"""Empty rows below a table in which the choices of a column are offered too."""


class RefusedCellError(PlannerError):
    """A cell holds more than a spreadsheet can."""

    def __init__(self, where: str, code: int) -> None:
        why = {-1: "lies outside the sheet", -2: "holds more than 32,767 letters"}.get(code, "cannot be written")
        super().__init__(f"{where} {why}; shorten it, or export to a folder of .csv files")


def workbook_bytes(sheets: Sequence[OutSheet]) -> bytes:
    """The whole workbook. Raises RefusedCellError."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_calc_mode("auto")
    formats = _Formats(book)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return buffer.getvalue()


class _Formats:
    """Each format once: a workbook knows at most 64,000."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._known: dict[tuple[Look, Tint | None, bool, bool], Format] = {}
        self._headings: dict[tuple[bool, bool], Format] = {}

    def cell(self, look: Look, tint: Tint | None = None, *, total: bool = False, left: bool = False) -> Format:
        key = look, tint, total, left or look in LEFT
        if key not in self._known:
            number = f"{SIGNS.get(tint, '') if tint else ''}{look.value}"
            plain = {"num_format": number, "font_color": TEXT, "valign": "top", "bottom": 1, "bottom_color": LINE}
            side = {"align": "left", "indent": 1, "text_wrap": look is Look.SENTENCES} if key[-1] else {}
            fill = FILLS[tint] if tint else {}
            self._known[key] = self._book.add_format({**plain, **side, **fill, **(TOTAL_ROW if total else {})})
        return self._known[key]

    def heading(self, column: OutColumn) -> Format:
        is_week, left = isinstance(column.heading, dt.date), column.mixed or column.look in LEFT
        if (is_week, left) not in self._headings:
            plain = {"bold": True, "font_color": TEXT, "bg_color": HEADING, "bottom": 1, "bottom_color": MUTED, "valign": "vcenter"}
            side = {"align": "left", "indent": 1} if left else {"align": "right"}
            shown = {"num_format": Look.WEEK.value} if is_week else {"text_wrap": True}
            self._headings[is_week, left] = self._book.add_format({**plain, **side, **shown})
        return self._headings[is_week, left]


def _write_sheet(out: Worksheet, sheet: OutSheet, formats: _Formats) -> None:
    for number, column in enumerate(sheet.columns):
        _write_heading(out, sheet, number, column, formats)
    plain = [formats.cell(column.look, left=column.mixed) for column in sheet.columns]
    for row_number, row in enumerate(sheet.rows):
        total = row_number >= len(sheet.rows) - sheet.totals
        for number, value in enumerate(row):
            at = row_number, number
            form = plain[number]
            if total or at in sheet.tints or at in sheet.looks:
                column = sheet.columns[number]
                form = formats.cell(sheet.looks.get(at, column.look), sheet.tints.get(at), total=total, left=column.mixed)
            code = _write_cell(out, row_number + 1, number, value, form)
            if code:
                raise RefusedCellError(place(sheet.name, row_number + 1, number), code)
    _fit_rows(out, sheet)
    _arrange(out, sheet)


def _write_heading(out: Worksheet, sheet: OutSheet, number: int, column: OutColumn, formats: _Formats) -> None:
    _write_cell(out, 0, number, column.heading, formats.heading(column))
    out.set_column(number, number, _width(sheet, number))
    if column.choices:
        out.data_validation(1, number, len(sheet.rows) + OFFERED_ROWS, number, {"validate": "list", "source": list(column.choices)})


def _write_cell(out: Worksheet, row: int, column: int, value: Out, form: Format) -> int:
    """0 where the cell was written; text goes in as text whatever it begins with."""
    match value:
        case None | "":
            code = out.write_blank(row, column, None, form)
        case str():
            code = out.write_string(row, column, value, form)
        case Formula():
            code = out.write_formula(row, column, value.text, form, value.value)
        case dt.date() if value < FIRST_DAY:
            code = out.write_string(row, column, value.isoformat(), form)
        case dt.date():
            code = out.write_datetime(row, column, dt.datetime.combine(value, dt.time()), form)
        case _:
            code = out.write_number(row, column, value, form)
    return int(code or 0)


def _width(sheet: OutSheet, number: int) -> float:
    """Wide enough for the longest word of the heading with its filter button and for most cells, in letters."""
    column = sheet.columns[number]
    most = SENTENCE_WIDTH if column.look is Look.SENTENCES else WIDEST
    words = [] if isinstance(column.heading, dt.date) else column.heading.split()
    longest = max((_letters(row[number]) for row in sheet.rows[:MEASURED_ROWS] if number < len(row)), default=0)
    needed = max([longest + 3, NARROWEST, *(len(word) + 5 for word in words)])
    return float(min(needed, most))


def _letters(value: Out) -> int:
    match value:
        case None:
            return 0
        case dt.date():
            return 10
        case Formula():
            return len(f"{value.value:,.2f}")
        case float():
            return len(f"{value:,.2f}")
    return len(str(value))


def _fit_rows(out: Worksheet, sheet: OutSheet) -> None:
    """Rows high enough for their sentences: programs do not agree on doing that by themselves."""
    told = [number for number, column in enumerate(sheet.columns) if column.look is Look.SENTENCES]
    for row_number, row in enumerate(sheet.rows):
        lines = max((math.ceil(_letters(row[number]) / SENTENCE_WIDTH) for number in told), default=1)
        if lines > 1:
            out.set_row(row_number + 1, LINE_HEIGHT * lines)


def _arrange(out: Worksheet, sheet: OutSheet) -> None:
    """What stays in sight, what can be filtered, and how it is printed."""
    out.hide_gridlines(2 if sheet.result else 1)
    out.freeze_panes(1, sheet.fixed)
    out.set_row(0, 32)
    table_rows = len(sheet.rows) - sheet.totals
    if table_rows > 0 and len(sheet.columns) <= WIDE:
        out.autofilter(0, 0, table_rows, len(sheet.columns) - 1)
    out.set_tab_color(ACCENT if sheet.result else MUTED)
    out.set_landscape()
    out.set_paper(9)  # A4
    out.repeat_rows(0)
    out.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    out.set_footer("&L&8&F · &A&R&8&P / &N")
    if len(sheet.columns) > WIDE:
        out.repeat_columns(0, max(sheet.fixed - 1, 0))
        out.set_print_scale(60)
    else:
        out.fit_to_pages(1, 0)
