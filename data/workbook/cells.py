"""What a cell means: each form of column reads its cells into a value, or says what stands there and what would be right.

Nothing is guessed: a date that could be two days, a number with unusual signs or a time of day is said, never dropped.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from data.entities import quantised
from data.workbook.addresses import known
from data.workbook.columns import Column, Form
from data.workbook.reading import Broken, Cell

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DEFAULT_LEVEL = 3
"""Level of another role that names none."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_TRUTHS = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}

Value: TypeAlias = str | float | bool | dt.date | tuple[int, ...] | tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that cannot be what its column asks for. `problem` reads on after the column's name: "is “x”"."""

    problem: str
    remedy: str


def value_of(column: Column, cell: Cell) -> Value | Misread | None:
    """The value of a cell in the form of its column; None where it is blank."""
    if isinstance(cell, Broken):
        return Misread(cell.problem, cell.remedy)
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if column.choices is not None:
        return choice(cell, column.choices)
    return _READERS[column.form](cell)


def shown(cell: Cell) -> str:
    """A cell as its reader sees it, quoted where it is text."""
    match cell:
        case str():
            return f"“{cell.strip()[:60]}”"
        case bool():
            return str(cell).upper()
        case float() | int():
            return f"{cell:.10g}"
        case dt.date():
            return f"the date {cell.isoformat()[:10]}"
    return "blank"


def text(cell: Cell) -> str | Misread:
    """Text without space around it; a whole number is written without decimals, and line ends in one way."""
    match cell:
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer():
            return str(int(cell))
        case float() | int():
            return repr(cell)
        case dt.date():
            return Misread(f"is {shown(cell)}", "format the cell as text and type it again")
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def figure(cell: Cell) -> float | Misread:
    """A number rounded to the four decimals of a portfolio; as text with a decimal point or comma."""
    number: float
    match cell:
        case bool() | dt.date():
            return Misread(f"is {shown(cell)}", "type a number such as 7.5")
        case str() if _NUMBER.fullmatch(cell.strip()):
            number = float(cell.strip().replace(",", "."))
        case float() | int():
            number = float(cell)
        case _:
            return Misread(f"is {shown(cell)}, which is no number", "type a number such as 7.5")
    return quantised(number) if math.isfinite(number) else Misread(f"is {shown(cell)}, which is no number", "type a number such as 7.5")


def percent(cell: Cell) -> float | Misread:
    """Percent points; text such as `80 %` is not read, for a sheet may mean 80 or 0.8 by it."""
    number = figure(cell)
    return Misread(number.problem, "type a number such as 80 for 80 %") if isinstance(number, Misread) else number


def doubtful(cell: Cell) -> bool:
    """Whether text is read as a number with a decimal comma, though the comma might part thousands: `1,500`."""
    return isinstance(cell, str) and _THOUSANDS.fullmatch(cell.strip()) is not None


def whole(cell: Cell) -> int | Misread:
    number = figure(cell)
    if isinstance(number, Misread):
        return Misread(number.problem, "type a whole number")
    return int(number) if number.is_integer() else Misread(f"is {shown(cell)}", "type a whole number")


def day(cell: Cell) -> dt.date | Misread:
    """A date, or ISO text; a time of day is dropped. Text in any other order could be two days and is not read."""
    match cell:
        case dt.datetime():
            return cell.date()
        case dt.date():
            return cell
        case str() if iso := _ISO.fullmatch(cell.strip()):
            try:
                return dt.date.fromisoformat(iso[1])
            except ValueError:
                return Misread(f"is {shown(cell)}, a day that does not exist", "type a date such as 2026-03-31")
        case str() if parts := _NUMERIC_DATE.fullmatch(cell.strip()):
            return _ambiguous(cell, int(parts[1]), int(parts[2]), int(parts[3]))
    return Misread(f"is {shown(cell)}, which is no date", "type a date such as 2026-03-31")


def _ambiguous(cell: Cell, first: int, second: int, year: int) -> Misread:
    days = []
    for month, number in ((second, first), (first, second)):
        try:
            days.append(dt.date(year, month, number).isoformat())
        except ValueError:
            continue
    problem = f"is {shown(cell)}, " + ("which could be two days" if len(set(days)) > 1 else "which is no date of the sheet but text")
    return Misread(problem, f"type {' or '.join(dict.fromkeys(days)) or 'a date such as 2026-03-31'}")


def truth(cell: Cell) -> bool | Misread:
    word = text(cell)
    found = _TRUTHS.get(word.casefold()) if isinstance(word, str) else None
    return Misread(f"is {shown(cell)}", "type Yes or No") if found is None else found


def choice(cell: Cell, choices: type[StrEnum]) -> StrEnum | Misread:
    """One of the choices, without case."""
    options = {known(option.value): option for option in choices}
    word = text(cell)
    found = options.get(known(word)) if isinstance(word, str) else None
    return found or Misread(f"is {shown(cell)}", f"choose {', '.join(option.value for option in options.values())}")


def working_days(cell: Cell) -> tuple[int, ...] | Misread:
    """Days and spans of days, such as `Mon-Fri`, `Mon,Tue,Thu` or `Sun-Thu`, in the order of the week."""
    found: set[int] = set()
    for part in str(cell).replace("–", "-").replace(";", ",").split(","):
        ends = [_weekday(name) for name in part.split("-")]
        if len(ends) > 2 or None in ends:
            return Misread(f"is {shown(cell)}", "name days such as Mon-Fri or Mon,Tue,Thu")
        first, last = ends[0] or 0, ends[-1] or 0
        found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return tuple(sorted(found))


def _weekday(name: str) -> int | None:
    """The number of a day by its name or its beginning of three letters or more."""
    word = known(name)
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return next((number for number, day_name in enumerate(full) if len(word) >= 3 and day_name.startswith(word)), None)


def roles(cell: Cell) -> tuple[tuple[str, int], ...] | Misread:
    """Roles with levels, such as `Backend:2; Tester`; one without a level counts 3."""
    found = []
    for part in str(text(cell)).split(";"):
        name, colon, level_text = (piece.strip() for piece in part.partition(":"))
        if not name and not level_text:
            continue
        level = whole(level_text) if level_text else DEFAULT_LEVEL
        if isinstance(level, Misread) or not name or (colon and not level_text):
            return Misread(f"holds “{part.strip()}”", "write roles with levels such as Backend:2; Tester:3")
        found.append((name, level))
    return tuple(found)


_READERS: Mapping[Form, Callable[[Cell], Value | Misread]] = MappingProxyType(
    {
        Form.NAME: text,
        Form.TEXT: text,
        Form.REFERENCE: text,
        Form.FIGURE: figure,
        Form.HOURS: figure,
        Form.MONEY: figure,
        Form.PERCENT: percent,
        Form.WHOLE: whole,
        Form.DATE: day,
        Form.YES_NO: truth,
        Form.DAYS: working_days,
        Form.ROLES: roles,
    }
)
"""How each form is read; a choice is read by its own words."""


def days_text(days: Iterable[int]) -> str:
    """Working days as the sheet has them, runs of three or more as a span: `Mon-Fri`, `Mon,Tue,Thu`."""
    runs: list[list[int]] = []
    for number in sorted(days):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{DAYS[run[0]]}-{DAYS[run[-1]]}" if len(run) > 2 else ",".join(DAYS[number] for number in run) for run in runs]
    return ",".join(parts)


def roles_text(held: Iterable[tuple[str, int]]) -> str:
    """Other roles as the sheet has them: `Backend:2; Tester:3`."""
    return "; ".join(f"{role}:{level}" for role, level in held)
