"""Sheets as an .xlsx workbook that is good to look at, to filter and to print."""

from __future__ import annotations

import datetime as dt
import io
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
WIDE = 30
"""Columns beyond which a sheet is printed over several pages side by side."""
NARROWEST, WIDEST = 9, 44
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
        self._known: dict[tuple[Look, Tint | None, bool], Format] = {}
        self._headings: dict[Look, Format] = {}

    def cell(self, look: Look, tint: Tint | None = None, *, total: bool = False) -> Format:
        key = look, tint, total
        if key not in self._known:
            number = f"{SIGNS.get(tint, '') if tint else ''}{look.value}"
            plain = {"num_format": number, "font_color": TEXT, "valign": "top"}
            self._known[key] = self._book.add_format({**plain, **(FILLS[tint] if tint else {}), **(TOTAL_ROW if total else {})})
        return self._known[key]

    def heading(self, look: Look) -> Format:
        if look not in self._headings:
            wanted: dict[str, str | int | bool] = {
                "bold": True,
                "font_color": TEXT,
                "bg_color": HEADING,
                "bottom": 1,
                "bottom_color": MUTED,
                "valign": "vcenter",
            }
            shown = {"num_format": Look.WEEK.value} if look is Look.WEEK else {}
            align = {"align": "left" if look in (Look.TEXT, Look.DATE) else "right"}
            self._headings[look] = self._book.add_format(wanted | shown | align)
        return self._headings[look]


def _write_sheet(out: Worksheet, sheet: OutSheet, formats: _Formats) -> None:
    for number, column in enumerate(sheet.columns):
        _write_heading(out, sheet, number, column, formats)
    for row_number, row in enumerate(sheet.rows):
        total = row_number >= len(sheet.rows) - sheet.totals
        for number, value in enumerate(row):
            at = row_number, number
            look = sheet.looks.get(at, sheet.columns[number].look)
            form = formats.cell(look, sheet.tints.get(at), total=total)
            code = _write_cell(out, row_number + 1, number, value, form)
            if code:
                raise RefusedCellError(place(sheet.name, row_number + 1, number), code)
    _arrange(out, sheet)


def _write_heading(out: Worksheet, sheet: OutSheet, number: int, column: OutColumn, formats: _Formats) -> None:
    form = formats.heading(Look.WEEK if isinstance(column.heading, dt.date) else column.look)
    _write_cell(out, 0, number, column.heading, form)
    out.set_column(number, number, _width(sheet, number), formats.cell(column.look))
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
    """Wide enough for the heading with its filter button and for most cells, in letters."""
    heading = sheet.columns[number].heading
    longest = max((_letters(row[number]) for row in sheet.rows[:MEASURED_ROWS] if number < len(row)), default=0)
    needed = max(longest + 2, NARROWEST if isinstance(heading, dt.date) else len(heading) + 5)
    return float(min(max(needed, NARROWEST), WIDEST))


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


def _arrange(out: Worksheet, sheet: OutSheet) -> None:
    """What stays in sight, what can be filtered, and how it is printed."""
    out.hide_gridlines(2 if sheet.result else 1)
    out.freeze_panes(1, sheet.fixed)
    out.set_row(0, 20)
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
