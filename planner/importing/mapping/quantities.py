"""Figures and their units: what a cell counts, in hours of weeks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.entities import Id, quantised
from data.portfolio import Kind, Portfolio
from data.workbook.cells import Misread, figure, shown
from data.workbook.columns import Form
from data.workbook.reading import Broken, Cell
from planner.importing.mapping.periods import Period, period_of, read_parts
from planner.importing.mapping.values import STANDARD_WEEK, ColumnMapping, Span, Unit
from planner.importing.mapping.words import UNIT_WORDS, folded

DAYS_A_WEEK = 5
"""Working days by which a figure in days becomes one in weeks."""
NOTHING = frozenset(("-", "–", "—", "n/a", "na", "none", "nil", ".", "/"))
"""Text that stands for a blank cell among figures."""
_FIGURE = re.compile(r"([+-]?[\d.,'’\s\u00a0\u202f]*\d[.,]?)\s*([a-z%]*)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,.'’ ]\d{3})+(?:[.,]\d+)?")
_UNITS = {word: unit for unit, words in UNIT_WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and the unit that its own cell names, if it does."""

    figure: float
    unit: Unit | None = None


def is_nothing(cell: Cell) -> bool:
    """Whether a cell says no figure: blank, or a dash."""
    return cell is None or (isinstance(cell, str) and (not cell.strip() or cell.strip().casefold() in NOTHING))


def amount(cell: Cell) -> Amount | Misread | None:
    """The figure of a cell, with a decimal comma or point, and with a unit behind it (`3 d`, `50 %`); None where it says none."""
    if isinstance(cell, Broken):
        return Misread(cell.problem, cell.remedy)
    if is_nothing(cell):
        return None
    found = _FIGURE.fullmatch(cell.strip().casefold()) if isinstance(cell, str) else None
    if found is None:
        read = figure(cell)
        return read if isinstance(read, Misread) else Amount(read)
    read = figure(_without_groups(found[1]))
    unit = _UNITS.get(found[2]) if found[2] else None
    if isinstance(read, Misread) or (found[2] and unit is None):
        return Misread(f"is {shown(cell)}, which is no number", "type a number such as 7.5")
    return Amount(read, unit)


def _without_groups(text: str) -> str:
    """The number without signs between thousands, where a second sign tells which is which: 1.234,5 and 1,234.5."""
    number = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    if "." in number and "," in number:
        decimal = max(".,", key=number.rfind)
        return number.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    several = max(number.count("."), number.count(",")) > 1
    return re.sub(r"[.,]", "", number) if several and _GROUPED.fullmatch(number) else number


def converted(cell: Cell, column: ColumnMapping, form: Form, standard_week: float = STANDARD_WEEK) -> Cell:
    """A figure of a list in what its field counts; the cell itself where there is nothing to convert or no figure in it."""
    read = amount(cell)
    if not isinstance(read, Amount):
        return None if read is None and isinstance(cell, str) else cell
    unit = read.unit or column.unit
    plain = read.figure if isinstance(cell, str) and (read.unit or column.unit) else cell
    factor = _factor(unit, column.field, form, standard_week)
    return plain if factor is None else quantised(read.figure * factor)


def _factor(unit: Unit | None, field: str, form: Form, week: float) -> float | None:
    """What turns a figure of this unit into one of the field; None where it stays as it is."""
    day = week / DAYS_A_WEEK
    if form is Form.PERCENT:
        return {Unit.SHARE: 100.0, Unit.FTE: 100.0, Unit.HOURS: 100 / week, Unit.DAYS: 100 / DAYS_A_WEEK}.get(unit or Unit.PERCENT)
    if field == "FTE":
        return {Unit.PERCENT: 0.01, Unit.HOURS: 1 / week, Unit.DAYS: 1 / DAYS_A_WEEK}.get(unit or Unit.FTE)
    if field == "Total hours":
        return day if unit is Unit.DAYS else None
    if field == "Cost per hour":
        return 1 / day if unit is Unit.DAYS else None
    if form is Form.HOURS:
        return {Unit.DAYS: day, Unit.FTE: week, Unit.SHARE: week, Unit.PERCENT: week / 100}.get(unit or Unit.HOURS)
    return None


@dataclass(frozen=True, slots=True)
class Workdays:
    """The days by which a month is spread over its weeks."""

    weekdays: frozenset[int] = frozenset(range(DAYS_A_WEEK))
    holidays: frozenset[dt.date] = frozenset()

    @classmethod
    def of(cls, portfolio: Portfolio) -> Workdays:
        """Those of the portfolio's default calendar."""
        calendar = portfolio.settings.default_calendar_id if portfolio.of(Kind.SETTINGS) else None
        return cls.of_calendar(portfolio, calendar) if calendar is not None and calendar in portfolio.calendars else cls()

    @classmethod
    def of_calendar(cls, portfolio: Portfolio, calendar: Id) -> Workdays:
        days = frozenset(each.day for each in portfolio.holidays.values() if each.calendar_id == calendar)
        return cls(frozenset(portfolio.calendars[calendar].working_days), days)

    @lru_cache(maxsize=1000)  # noqa: B019 - a value of a moment, and the same periods stand in every row
    def by_week(self, period: Period) -> Mapping[dt.date, int]:
        """The Mondays of the weeks that a period touches, each with the period's working days in it."""
        counted: dict[dt.date, int] = {}
        day = period.first
        while day <= period.last:
            monday = day - dt.timedelta(days=day.weekday())
            worked = day.weekday() in self.weekdays and day not in self.holidays
            counted[monday] = counted.get(monday, 0) + worked
            day += dt.timedelta(days=1)
        return counted

    def last_before(self, day: dt.date) -> dt.date:
        """The last weekday worked before a day."""
        earlier = (day - dt.timedelta(days=back) for back in range(1, 8))
        return next((each for each in earlier if each.weekday() in self.weekdays), day - dt.timedelta(days=1))


def hours_by_week(
    figure: float, unit: Unit, period: Period, days: Workdays, *, week: float, own_week: float
) -> Iterator[tuple[dt.date, float]]:
    """The hours of a figure in each week of its period, by working days.

    `week` are the hours of a full week, `own_week` those of whoever the figure is of: a percentage is of theirs.
    """
    if period.span is Span.WEEKS:
        yield period.first, quantised(figure * _of_a_week(unit, week, own_week))
        return
    worked = days.by_week(period)
    if unit in (Unit.HOURS, Unit.DAYS):
        yield from _spread(figure * (week / DAYS_A_WEEK if unit is Unit.DAYS else 1.0), worked)
        return
    full = _of_a_week(unit, week, own_week)
    for monday, count in worked.items():
        if count:
            yield monday, quantised(figure * full * count / max(1, len(days.weekdays)))


def _of_a_week(unit: Unit, week: float, own_week: float) -> float:
    """The hours of one of a unit in a whole week."""
    match unit:
        case Unit.HOURS:
            return 1.0
        case Unit.DAYS:
            return week / DAYS_A_WEEK
        case Unit.FTE:
            return week
        case Unit.SHARE:
            return own_week
    return own_week / 100


def _spread(hours: float, worked: Mapping[dt.date, int]) -> Iterator[tuple[dt.date, float]]:
    """Hours by working days; what rounding leaves over goes to the last week, so that the sum is the cell's figure."""
    total = sum(worked.values())
    weeks = [monday for monday, count in worked.items() if count] or [next(iter(worked))]
    left = quantised(hours)
    for monday in weeks[:-1]:
        part = quantised(hours * worked[monday] / total)
        left = quantised(left - part)
        yield monday, part
    yield weeks[-1], left


def dated(cell: Cell, order: str, *, last: bool) -> Cell:
    """Text that means a day, week or month as a date: its first day, or its last; the cell itself where it means none."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    read = read_parts((text,), order)
    if not read.says_time or read.year is None or (_is_ambiguous(text) and not order):
        return cell
    found = period_of(text, Span.DAYS if read.is_date else None, read.year, order)
    if found is None:
        return cell
    return found.last if last else found.first


def _is_ambiguous(text: str) -> bool:
    parts = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})", text)
    return parts is not None and int(parts[1]) <= 12 and int(parts[2]) <= 12 and parts[1] != parts[2] and "." not in text


def as_word(cell: Cell) -> str:
    """A cell as it is looked up among words."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return folded(str(cell))
