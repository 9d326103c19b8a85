"""Headings and cells that mean a stretch of time: days, weeks, months and quarters, in the ways people write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from data.workbook.reading import Cell
from planner.importing.mapping.values import Span
from planner.importing.mapping.words import folded

FIRST_YEAR, LAST_YEAR = 1950, 2200
"""Whole numbers that are years."""
LAST_DAY_BEHIND_A_MONTH = 20
"""`Jan 26` is January of 2026, `Jan 12` the 12th."""
_MONTHS = (
    ("jan", "gen", "ene"), ("feb", "fev"), ("mar", "mrz", "maer", "mae"), ("apr", "avr", "abr"), ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aou", "ago"), ("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",),
    ("dec", "dez", "dic"),
)  # fmt: skip
_MONTH_NAME = (
    r"(?<![a-z])(jan(?:uary|uar)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary|ruar)?|fev(?:rier)?|mar(?:ch|s|zo)?|maerz|marz|mrz|apr(?:il)?|avr(?:il)?|abr(?:il)?"
    r"|may|mai|mag(?:gio)?|mei|june?|juni|juin|giu(?:gno)?|july?|juli|juil(?:let)?|lug(?:lio)?|aug(?:ust)?|aout|ago(?:sto)?"
    r"|sept?(?:ember)?|set(?:tembre)?|oct(?:ober)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|dic(?:embre)?)(?![a-z])\.?"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_DAY_MONTH_DOT = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)")
_WEEK = re.compile(r"(?<![a-z])(?:w|wk|week|kw|cw|woche|calendar week|sem|uge|vecka)[\s.:_-]*(\d{1,2})(?!\d)")
_YEAR_WEEK = re.compile(r"(?<!\d)(\d{4})[\s./_-]*(?:w|kw|cw|wk)[\s._-]*(\d{1,2})(?!\d)")
_QUARTER = re.compile(r"(?<![a-z0-9])q([1-4])(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20|21)\d{2})[./-](0?[1-9]|1[0-2])(?!\d)")
_MONTH_YEAR = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[./-]((?:19|20|21)\d{2})(?!\d)")
_DAY_NAME = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]*" + _MONTH_NAME)
_NAME_DAY = re.compile(_MONTH_NAME + r"[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?=\W*(?:\d{4})?\W*$)")
_NAME = re.compile(_MONTH_NAME)
_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?:'|’|[\s/-])(\d{2})(?!\d)\s*$")
_FILLERS = re.compile(
    r"\b(?:w/c|w/e|wc|week|weeks|commencing|beginning|starting|ending|of|kw|cw|wk|month|mon|tue|wed|thu|fri|mo|di|mi|do|fr)\b"
)
_ENDING = re.compile(r"\b(?:ending|w/e|end)\b")


@dataclass(frozen=True, slots=True)
class Read:
    """What a heading says of time; what it leaves open is None. `rest` are its words that say nothing of time."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    number: int | None = None
    is_date: bool = False
    is_end: bool = False
    rest: str = ""

    @property
    def says_time(self) -> bool:
        return any(each is not None for each in (self.quarter, self.month, self.week, self.day))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inclusive, and what kind it is."""

    first: dt.date
    last: dt.date
    span: Span


def read_parts(parts: Iterable[Cell], order: str = "") -> Read:
    """All parts of a heading read together: `April 2026` above `W14` is a week of 2026."""
    read = Read()
    for part in parts:
        said = _read_part(part, order)
        merged = {
            name: getattr(said, name) for name in ("year", "quarter", "month", "week", "day", "number") if getattr(said, name) is not None
        }
        rest = " ".join(filter(None, (read.rest, said.rest)))
        read = replace(read, **merged, is_date=read.is_date or said.is_date, is_end=read.is_end or said.is_end, rest=rest)
    return read


def _read_part(part: Cell, order: str) -> Read:
    match part:
        case dt.date():
            return Read(part.year, month=part.month, day=part.day, is_date=True)
        case bool():
            return Read()
        case float() if part.is_integer():
            number = int(part)
            return Read(year=number) if FIRST_YEAR <= number < LAST_YEAR else Read(number=number)
        case str():
            return _read_text(part, order)
    return Read()


@lru_cache(maxsize=4096)
def _read_text(text: str, order: str) -> Read:
    plain = _plain(text)
    if plain.isdecimal():
        return _read_part(float(plain), order)
    read, left = _dated(plain, order) or _in_weeks(plain) or _in_months(plain) or _in_years(plain)
    rest = " ".join(re.sub(r"[^a-z%#]+", " ", _FILLERS.sub(" ", left) if read.says_time else left).split())
    return replace(read, rest=rest, is_end=bool(_ENDING.search(plain)))


def _plain(text: str) -> str:
    """Lower case without accents, its signs kept."""
    spelled = text.casefold().replace("ä", "a").replace("û", "u").replace("é", "e").replace("–", "-")
    return " ".join(spelled.split())


def _dated(text: str, order: str) -> tuple[Read, str] | None:
    if found := _ISO.search(text):
        return _on(int(found[1]), int(found[2]), int(found[3])), _cut(text, found)
    if found := _NUMERIC.search(text):
        first, second, year = int(found[1]), int(found[2]), _full_year(found[3])
        swapped = order == "mdy" or (not order and second > 12) or (not order and "/" in found[0] and first <= 12 < second)
        day, month = (second, first) if swapped else (first, second)
        return _on(year, month, day), _cut(text, found)
    return None


def _on(year: int | None, month: int, day: int) -> Read:
    return Read(year, month=month, day=day, is_date=True) if 1 <= month <= 12 and 1 <= day <= 31 else Read()


def _in_weeks(text: str) -> tuple[Read, str] | None:
    found = _YEAR_WEEK.search(text)
    if found and 1 <= int(found[2]) <= 53:
        return Read(int(found[1]), week=int(found[2])), _cut(text, found)
    found = _WEEK.search(text)
    if found is None or not 1 <= int(found[1]) <= 53:
        return None
    left = _cut(text, found)
    year, left = _year_in(left)
    return Read(year, week=int(found[1])), _NAME.sub(" ", left)


def _in_months(text: str) -> tuple[Read, str] | None:
    if found := _YEAR_MONTH.search(text):
        return Read(int(found[1]), month=int(found[2])), _cut(text, found)
    if found := _MONTH_YEAR.search(text):
        return Read(int(found[2]), month=int(found[1])), _cut(text, found)
    if of_day := _day_of_month(text):
        return of_day
    if found := _NAME.search(text):
        year, left = _year_in(_cut(text, found))
        return Read(year, month=_month_of(found[1])), left
    return None


def _day_of_month(text: str) -> tuple[Read, str] | None:
    """`6 Apr`, `Apr 6` or `06.04.`; a number behind a month is its year where it is too great, or set off as one."""
    if found := _DAY_NAME.search(text):
        year, left = _year_in(_cut(text, found))
        return _on(year, _month_of(found[2]), int(found[1])), left
    if (found := _NAME_DAY.search(text)) and not _SHORT_YEAR.search(text.replace(" ", "")):
        year, left = _year_in(_cut(text, found))
        if year is not None or int(found[2]) <= LAST_DAY_BEHIND_A_MONTH:
            return _on(year, _month_of(found[1]), int(found[2])), left
    if found := _DAY_MONTH_DOT.search(text):
        year, left = _year_in(_cut(text, found))
        return _on(year, int(found[2]), int(found[1])), left
    return None


def _in_years(text: str) -> tuple[Read, str]:
    quarter = _QUARTER.search(text)
    left = _cut(text, quarter) if quarter else text
    year, left = _year_in(left)
    return Read(year, quarter=int(quarter[1]) if quarter else None), left


def _year_in(text: str) -> tuple[int | None, str]:
    if found := _YEAR.search(text):
        return int(found[1]), _cut(text, found)
    if found := _SHORT_YEAR.search(f" {text}"):
        return _full_year(found[1]), f" {text}"[: found.start()]
    return None, text


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month_of(name: str) -> int:
    beginning = folded(name)
    return next(number for number, names in enumerate(_MONTHS, 1) if any(beginning.startswith(each) for each in names))


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def span_of(reads: Sequence[Read]) -> Span | None:
    """What headings in a row stand for; None where they are no stretches of time."""
    if all(read.week is not None for read in reads):
        return Span.WEEKS
    if all(read.day is not None and read.month is not None for read in reads):
        return _spacing(reads)
    if all(read.month is not None and read.day is None for read in reads):
        return Span.MONTHS
    return Span.QUARTERS if all(read.quarter is not None for read in reads) else None


def _spacing(reads: Sequence[Read]) -> Span:
    """Days, weeks or months by how far the days lie apart; a single one is a week."""
    days = sorted({day for read in reads if (day := _date(read.year or 2000, read.month or 1, read.day or 1))})
    gaps = [(after - before).days for before, after in pairwise(days)]
    typical = median(gaps) if gaps else 7
    return Span.DAYS if typical < 4 else Span.WEEKS if typical <= 16 else Span.MONTHS if typical <= 60 else Span.QUARTERS


def numbered(reads: Sequence[Read], hint: Span | None) -> Sequence[Read]:
    """Bare numbers that count on, read as weeks or as months: 1 to 12 are months unless something speaks of weeks."""
    numbers = [read.number for read in reads]
    if any(number is None or not 1 <= number <= 53 for number in numbers):
        return reads
    as_months = hint is Span.MONTHS or (hint is None and numbers == list(range(1, 13)))
    return [replace(read, month=read.number) if as_months else replace(read, week=read.number) for read in reads]


def periods(reads: Sequence[Read], span: Span, year: int) -> tuple[Period | None, ...]:
    """The stretch of each heading; a year that is not said is `year`, and goes on where weeks or months begin anew."""
    found: list[Period | None] = []
    before: dt.date | None = None
    running = year
    to_next = _begins_on_sunday(reads, span)
    for read in reads:
        period = _period(read, span, read.year or running, to_next=to_next)
        if period and read.year is None and before and period.first < before - dt.timedelta(days=150):
            running += 1
            period = _period(read, span, running, to_next=to_next)
        if period:
            before, running = period.first, period.last.year if read.year is None and span is not Span.WEEKS else running
        found.append(period)
    return tuple(found)


def _begins_on_sunday(reads: Sequence[Read], span: Span) -> bool:
    """Whether weeks are named by the Sunday before their Monday, as they begin in America."""
    days = [_date(read.year, read.month, read.day) for read in reads if read.year and read.month and read.day]
    return span is Span.WEEKS and bool(days) and not any(read.is_end for read in reads) and all(day and day.weekday() == 6 for day in days)


def _period(read: Read, span: Span, year: int, *, to_next: bool) -> Period | None:
    match span:
        case Span.WEEKS:
            monday = _monday(read, year, to_next=to_next)
            return Period(monday, monday + dt.timedelta(days=6), span) if monday else None
        case Span.DAYS:
            day = _date(year, read.month or 0, read.day or 0)
            return Period(day, day, span) if day else None
    month = read.month or (3 * read.quarter - 2 if read.quarter else 0)
    if span is Span.QUARTERS:
        month = month and month - (month - 1) % 3
    first = _date(year, month, 1)
    if first is None:
        return None
    after = month + (1 if span is Span.MONTHS else 3)
    beyond = _date(year + (after > 12), after - 12 * (after > 12), 1)
    return Period(first, beyond - dt.timedelta(days=1), span) if beyond else None


def _monday(read: Read, year: int, *, to_next: bool) -> dt.date | None:
    if read.week is not None:
        try:
            return dt.date.fromisocalendar(year, read.week, 1)
        except ValueError:
            return None
    day = _date(year, read.month or 0, read.day or 0)
    if day is None:
        return None
    return day + dt.timedelta(days=1) if to_next else day - dt.timedelta(days=day.weekday())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def period_of(cell: Cell, span: Span | None, year: int, order: str = "") -> Period | None:
    """The stretch that one cell means: a date by itself is a week, or what `span` says; None where it means none."""
    read = read_parts((cell,), order)
    if read.number is not None and not read.says_time:
        read = numbered([read], span)[0]
    found = span_of([read])
    if found is None:
        return None
    return periods([read], span if read.is_date and span else found, year)[0]
