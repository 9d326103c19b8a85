"""Rows that say how much from one day to another: each with its stretch, its figure and where they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from data.findings import Severity
from data.workbook.cells import Misread, shown
from data.workbook.columns import DEMANDS
from data.workbook.reading import Cell
from planner.importing.mapping.periods import Period
from planner.importing.mapping.quantities import Amount, amount
from planner.importing.mapping.reader import At, Found
from planner.importing.mapping.values import AMOUNTS, Span, Unit
from planner.importing.weekly.weeks import Entry, Weekly

OWN_UNITS = {"Total hours": Unit.HOURS, "Hours per week": Unit.HOURS, "FTE": Unit.FTE, "Percent": Unit.PERCENT}
"""What the figures of a column count where neither the mapping nor the cell says otherwise."""
MOST_DAYS = 3660
"""Ten years, the longest that a portfolio plans: a stretch beyond it is a year mistyped."""
_A_WEEK = re.compile(r"\s*(?:/|per|pro|a)\s*(?:w|wk|week|woche|kw)\.?\s*$", re.IGNORECASE)
_START, _FINISH = (next(column for column in DEMANDS.columns if column.heading == heading) for heading in ("Start", "Finish"))


def stretches(weekly: Weekly) -> Iterator[Entry]:
    """A figure for each row of the table; what cannot be read is said at its cell.

    A figure of a week is in FTE, days, percent or shares; the hours of a whole stretch are in hours.
    """
    for row in weekly.reader.rows:
        read = _figure(weekly, row)
        if read is None:
            continue
        period = _period(weekly, row)
        if period is None:
            continue
        figure, unit, at = read
        yield Entry(row, period, figure, unit, at, weekly.said(row, _START).at)


def _figure(weekly: Weekly, row: int) -> tuple[float, Unit, At | None] | None:
    """The figure of a row, its unit and its cell; None where it says none, or nothing that can be read."""
    table = weekly.reader.table
    for field in AMOUNTS:
        found = weekly.reader.found(row, field)
        text = _A_WEEK.sub("", found.cell) if isinstance(found.cell, str) else found.cell
        read = amount(text)
        if isinstance(read, Misread):
            weekly.complain(found.at, f"{field} {read.problem}", read.remedy)
            return None
        if isinstance(read, Amount):
            column = table.column(field)
            unit = read.unit or (column.unit if column else None) or OWN_UNITS[field]
            return _of_stretch(weekly, field, read.figure, unit, found, is_of_week=text != found.cell)
    if weekly.names(row, "Resource")["Resource"].text:
        at = next((found.at for field in AMOUNTS if (found := weekly.reader.found(row, field)).at), (row, -1))
        weekly.complain(at, "the row says no hours", "type how much, such as 50 %; it is left out", Severity.WARNING)
    return None


def _of_stretch(
    weekly: Weekly, field: str, figure: float, unit: Unit, found: Found, *, is_of_week: bool
) -> tuple[float, Unit, At | None] | None:
    """The figure as entries have it: hours and days of a week in FTE of the standard week."""
    if figure < 0:
        weekly.complain(found.at, f"{field} is {shown(found.cell)}", "type 0 or more")
        return None
    if unit in (Unit.HOURS, Unit.DAYS) and (field != "Total hours" or is_of_week):
        day = weekly.known.standard_week / 5 if unit is Unit.DAYS else 1.0
        return figure * day / weekly.known.standard_week, Unit.FTE, found.at
    return figure, unit, found.at


def _period(weekly: Weekly, row: int) -> Period | None:
    """From the day of Start to that of Finish; a blank one is the edge of the weeks planned, where that is known."""
    start, finish = weekly.said(row, _START), weekly.said(row, _FINISH)
    planned = weekly.known.planned or (None, None)
    first = _day(weekly, row, "Start", start, planned[0])
    last = _day(weekly, row, "Finish", finish, planned[1])
    if first is None or last is None:
        return None
    if last < first or (last - first).days > MOST_DAYS:
        what = "is before" if last < first else "is more than ten years after"
        weekly.complain(finish.at or start.at, f"Finish {last} {what} Start {first}", "correct one of the two dates")
        return None
    return Period(first, last, Span.DAYS)


def _day(weekly: Weekly, row: int, field: str, found: Found, edge: dt.date | None) -> dt.date | None:
    day = _as_day(found.cell)
    if day is not None:
        return day
    if found.cell is None and edge is not None:
        weekly.complain(
            found.at or (row, -1), f"{field} is blank", f"it is taken to be {edge}, the edge of the weeks planned", Severity.WARNING
        )
        return edge
    remedy = "type a date such as 2026-03-31, or say above in which order dates are written"
    weekly.complain(found.at or (row, -1), f"{field} is {shown(found.cell)}", remedy)
    return None


def _as_day(cell: Cell) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    try:
        return dt.date.fromisoformat(cell.strip()) if isinstance(cell, str) else None
    except ValueError:
        return None
