"""Texts typed into cells, read into the fields of an entity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from data.entities import Id, quantised
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.terms import all_said, said

Choice = TypeVar("Choice", bound=StrEnum)
Value = object

YES, NO = translate("Fields", "Yes"), translate("Fields", "No")


def some_text(text: str) -> str:
    """A text that must be there."""
    if not text.strip():
        raise FieldError(translate("Fields", "This cannot be empty; type a name"))
    return text.strip()


def any_text(text: str) -> str:
    return text.strip()


def whole(lowest: int, highest: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers in a range, both ends included."""
    span = (
        translate("Fields", "from {lowest} to {highest}").format(lowest=lowest, highest=highest)
        if highest is not None
        else translate("Fields", "{lowest} or more").format(lowest=lowest)
    )

    def read(text: str) -> int:
        plain = text.strip()
        if not plain.isdecimal() or int(plain) < lowest or (highest is not None and int(plain) > highest):
            raise FieldError(translate("Fields", "“{plain}” does not fit; type a whole number {span}").format(plain=plain, span=span))
        return int(plain)

    return read


def signed_whole(text: str) -> int:
    """A whole number, also below 0."""
    plain = text.strip().replace("\u2212", "-")
    if not plain.removeprefix("-").removeprefix("+").isdecimal():
        raise FieldError(translate("Fields", "“{text}” does not fit; type a whole number such as 2 or -1").format(text=text.strip()))
    return int(plain)


def working_days(text: str) -> tuple[int, ...]:
    """Days of the week as the sheet has them, such as Mon-Fri; 0 is Monday."""
    from data.workbook import cells  # noqa: PLC0415 - the reading of workbooks is not wanted with the window

    days = cells.working_days(text)
    if isinstance(days, cells.Misread) or not days:
        raise FieldError(translate("Fields", "“{text}” does not fit; name days such as Mon-Fri or Mon,Tue,Thu").format(text=text.strip()))
    return days


def figure(formats: Formats, highest: float | None = None) -> Callable[[str], float]:
    """A reader of figures of 0 or more."""
    span = (
        translate("Fields", "from 0 to {highest:g}").format(highest=highest) if highest is not None else translate("Fields", "of 0 or more")
    )

    def read(text: str) -> float:
        try:
            value = formats.read_number(text)
        except ValueError as problem:
            raise FieldError(str(problem)) from problem
        if value < 0 or (highest is not None and value > highest):
            raise FieldError(translate("Fields", "“{text}” does not fit; type a number {span}").format(text=text.strip(), span=span))
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
            if text.strip().casefold() in (said(word).casefold(), word.value.casefold()):
                return word
        raise FieldError(
            translate("Fields", "“{text}” is none of {all_said}; choose one of them").format(
                text=text.strip(), all_said=", ".join(all_said(kind))
            )
        )

    return read


def yes_or_no(text: str) -> bool:
    typed = text.strip().casefold()
    yes, no = (YES.casefold(), "yes"), (NO.casefold(), "no")
    if typed not in (*yes, *no):
        raise FieldError(translate("Fields", "“{text}” does not fit; type {yes} or {no}").format(text=text.strip(), yes=YES, no=NO))
    return typed in yes


def reference(names: Iterable[tuple[str, Id]], what: str) -> Callable[[str], Id]:
    """A reader of the name of something else in the portfolio; the names are looked at when one is read."""
    by_name: dict[str, Id] = {}

    def read(text: str) -> Id:
        if not by_name:
            by_name.update((name.strip(), key) for name, key in names)
        if text.strip() not in by_name:
            raise FieldError(
                translate("Fields", "There is no {what} called “{text}”; choose one from the list").format(what=what, text=text.strip())
            )
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
