"""Texts typed into cells, read into the fields of an entity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from data.entities import Id, quantised
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats

Choice = TypeVar("Choice", bound=StrEnum)
Value = object

YES, NO = "Yes", "No"


def some_text(text: str) -> str:
    """A text that must be there."""
    if not text.strip():
        raise FieldError("This cannot be empty; type a name")
    return text.strip()


def any_text(text: str) -> str:
    return text.strip()


def whole(lowest: int, highest: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers in a range, both ends included."""
    said = f"from {lowest} to {highest}" if highest is not None else f"{lowest} or more"

    def read(text: str) -> int:
        plain = text.strip()
        if not plain.isdecimal() or int(plain) < lowest or (highest is not None and int(plain) > highest):
            raise FieldError(f"“{plain}” does not fit; type a whole number {said}")
        return int(plain)

    return read


def signed_whole(text: str) -> int:
    """A whole number, also below 0."""
    plain = text.strip().replace("\u2212", "-")
    if not plain.removeprefix("-").removeprefix("+").isdecimal():
        raise FieldError(f"“{text.strip()}” does not fit; type a whole number such as 2 or -1")
    return int(plain)


def working_days(text: str) -> tuple[int, ...]:
    """Days of the week as the sheet has them, such as Mon-Fri; 0 is Monday."""
    from data.workbook import cells  # noqa: PLC0415 - the reading of workbooks is not wanted with the window

    days = cells.working_days(text)
    if isinstance(days, cells.Misread) or not days:
        raise FieldError(f"“{text.strip()}” does not fit; name days such as Mon-Fri or Mon,Tue,Thu")
    return days


def figure(formats: Formats, highest: float | None = None) -> Callable[[str], float]:
    """A reader of figures of 0 or more."""
    said = f"from 0 to {highest:g}" if highest is not None else "of 0 or more"

    def read(text: str) -> float:
        try:
            value = formats.read_number(text)
        except ValueError as problem:
            raise FieldError(str(problem)) from problem
        if value < 0 or (highest is not None and value > highest):
            raise FieldError(f"“{text.strip()}” does not fit; type a number {said}")
        return quantised(value)

    return read


def date(formats: Formats) -> Callable[[str], dt.date]:
    def read(text: str) -> dt.date:
        try:
            return formats.read_date(text)
        except ValueError as problem:
            raise FieldError(str(problem)) from problem

    return read


def optional(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """A reader for which an empty text means that there is nothing."""
    return lambda text: read(text) if text.strip() else None


def choice(kind: type[Choice]) -> Callable[[str], Choice]:
    """A reader of one of the words of an enumeration, case ignored."""

    def read(text: str) -> Choice:
        for word in kind:
            if word.value.casefold() == text.strip().casefold():
                return word
        raise FieldError(f"“{text.strip()}” is none of {', '.join(kind)}; choose one of them")

    return read


def yes_or_no(text: str) -> bool:
    said = text.strip().casefold()
    if said not in (YES.casefold(), NO.casefold()):
        raise FieldError(f"“{text.strip()}” does not fit; type {YES} or {NO}")
    return said == YES.casefold()


def reference(names: Iterable[tuple[str, Id]], what: str) -> Callable[[str], Id]:
    """A reader of the name of something else in the portfolio."""
    by_name = {name.strip(): key for name, key in names}

    def read(text: str) -> Id:
        if text.strip() not in by_name:
            raise FieldError(f"There is no {what} called “{text.strip()}”; choose one from the list")
        return by_name[text.strip()]

    return read


def roles(text: str) -> tuple[tuple[str, int], ...]:
    """Other roles as the sheet writes them: `Backend:2; Tester:3`, level 3 where none is said."""
    read: list[tuple[str, int]] = []
    for part in filter(None, map(str.strip, text.split(";"))):
        name, _, level = part.partition(":")
        read.append((some_text(name), whole(1, 5)(level) if level.strip() else 3))
    return tuple(read)


def roles_text(held: Iterable[tuple[str, int]]) -> str:
    return "; ".join(f"{name}:{level}" for name, level in held)
