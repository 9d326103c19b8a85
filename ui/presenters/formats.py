"""Figures, dates and weeks as the user's language writes them, and back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from math import floor

from ui.presenters.saying import translate

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOTHING = "–"
"""Stands where a figure does not exist, so that an empty cell never looks like a zero."""

WHOLE = 0.9995
"""Share from which hours count as met in full: several people's hours, each rounded down to a cent."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How a language writes: `date_order` is a permutation of "dmy", `separator` stands between the parts of a date."""

    decimal_point: str = "."
    group_separator: str = ","
    date_order: str = "ymd"
    separator: str = "-"
    months: tuple[str, ...] = MONTHS

    def number(self, value: float | None, decimals: int = 0) -> str:
        """The value with grouped thousands; a dash where there is none."""
        if value is None:
            return NOTHING
        plain = f"{value + 0.0:,.{decimals}f}"
        plain = plain[1:] if plain.startswith("-") and not plain.strip("-0.,") else plain
        return plain.translate({ord(","): self.group_separator, ord("."): self.decimal_point})

    def figure(self, value: float | None) -> str:
        """The value with the decimals it has, four at most, for cells that are edited; empty where there is none."""
        if value is None:
            return ""
        return f"{round(value, 4):.4f}".rstrip("0").rstrip(".").replace(".", self.decimal_point)

    def hours(self, value: float | None) -> str:
        """Hours without decimals, with one where less than ten are not whole."""
        fine = value is not None and abs(value) < 10 and abs(value - round(value)) >= 0.05
        return self.number(value, 1 if fine else 0)

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A fraction as percent: 0.934 is 93 %."""
        return NOTHING if share is None else f"{self.number(share * 100, decimals)} %"

    def met(self, share: float | None) -> str:
        """A share of hours met in whole percent; only what is whole is called 100 %."""
        return self.percent(share if share is None or share >= WHOLE else floor(share * 100) / 100)

    def date(self, day: dt.date | None) -> str:
        if day is None:
            return ""
        parts = {"d": f"{day.day:02d}", "m": f"{day.month:02d}", "y": f"{day.year:04d}"}
        return self.separator.join(parts[letter] for letter in self.date_order)

    def day(self, day: dt.date) -> str:
        """A day of a known year: 5 Apr."""
        return translate("Formats", "{day} {month}").format(day=day.day, month=self.months[day.month - 1])

    def week(self, monday: dt.date) -> str:
        """A week by its number in the year and its Monday: W14 · 5 Apr."""
        return f"{self.week_number(monday)} · {self.day(monday)}"

    def week_number(self, monday: dt.date) -> str:
        """A week by its number in the year: W14."""
        return translate("Formats", "W{number}").format(number=monday.isocalendar().week)

    def read_number(self, text: str) -> float:
        """The number a user typed or pasted: decimal point or comma, thousands, a currency or percent sign beside it.

        One sign followed by three digits parts thousands where the language groups by it ("1,500"). Raises ValueError with
        what would be right.
        """
        plain = _plain_number(text, self)
        if plain is None:
            raise ValueError(
                translate("Formats", "“{text}” is no number; type one such as 7{decimal_point}5").format(
                    text=text.strip(), decimal_point=self.decimal_point
                )
            )
        return float(plain)

    def read_date(self, text: str) -> dt.date:
        """The date a user typed, as this language or as ISO writes it, or with the month's name; a time of day is dropped.

        Raises ValueError with what would be right.
        """
        found = _parts_of_date(text, self)
        example = self.date(dt.date(2027, 4, 5))
        if found is None:
            raise ValueError(
                translate("Formats", "“{text}” is no date; type one such as {example}").format(text=text.strip(), example=example)
            )
        year, month, day = found
        try:
            return dt.date(year + 2000 if year < 100 else year, month, day)
        except ValueError as impossible:
            raise ValueError(
                translate("Formats", "“{text}” is no day of the calendar; type one such as {example}").format(
                    text=text.strip(), example=example
                )
            ) from impossible


_GROUPED = {",": re.compile(r"\d{1,3}(,\d{3})+"), ".": re.compile(r"\d{1,3}(\.\d{3})+")}
_TIME = re.compile(r"[T ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AaPp][Mm])?$")


def _plain_number(text: str, formats: Formats) -> str | None:
    """The number as Python reads it; None where it is none."""
    bare = re.sub(r"[\s%\u202f\u00a0'’]", "", text).replace("\u2212", "-")
    bare = re.sub(r"^(?:[€$£¥]|[A-Z]{3})|(?:[€$£¥]|[A-Z]{3})$", "", bare)
    sign, digits = (bare[0], bare[1:]) if bare[:1] in {"+", "-"} else ("", bare)
    whole, decimals = _split_number(digits, formats)
    if not re.fullmatch(r"\d{1,12}", whole) or not re.fullmatch(r"\d{0,12}", decimals):
        return None
    return f"{sign}{whole}.{decimals or 0}"


def _split_number(digits: str, formats: Formats) -> tuple[str, str]:
    """Digits before and after the decimal sign: the last of two signs, else what the language takes the one sign for."""
    used = {sign for sign in ",." if sign in digits}
    if len(used) == 2:
        decimal = max(used, key=digits.rfind)
        group = "," if decimal == "." else "."
        whole, _, decimals = digits.rpartition(decimal)
        return (whole.replace(group, ""), decimals) if _GROUPED[group].fullmatch(whole) else ("", "")
    for sign in used:
        many = digits.count(sign) > 1
        if _GROUPED[sign].fullmatch(digits) and (many or (formats.group_separator == sign and not digits.startswith("0"))):
            return digits.replace(sign, ""), ""
        whole, _, decimals = digits.partition(sign)
        return (whole, decimals) if decimals else ("", "")
    return digits, ""


def _parts_of_date(text: str, formats: Formats) -> tuple[int, int, int] | None:
    """Year, month and day as they are written; None where the text is no date."""
    bare = _TIME.sub("", text.strip())
    figures, month = [int(part) for part in re.findall(r"\d+", bare)], _month_named(bare, formats.months)
    if month is not None:
        return _with_month(figures, month)
    if len(figures) != 3 or not re.fullmatch(r"[\d\s./-]+", bare):
        return None
    order = _order_of(bare, formats.date_order)
    named = dict(zip(order, figures, strict=True))
    return named["y"], named["m"], named["d"]


def _with_month(figures: list[int], month: int) -> tuple[int, int, int] | None:
    if len(figures) != 2:
        return None
    day, year = figures if figures[0] <= 31 else (figures[1], figures[0])
    return year, month, day


def _order_of(text: str, usual: str) -> str:
    """A year of four digits tells its place, and full stops are only written between day, month and year."""
    if re.match(r"\d{4}", text):
        return "ymd"
    return "dmy" if re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", text) else usual


def _month_named(text: str, months: tuple[str, ...]) -> int | None:
    """The month that a word of the text begins with, in the language or in English."""
    word = re.search(r"[^\W\d_]{3,}", text)
    if word is None:
        return None
    said = word.group().casefold()
    for names in (months, MONTHS):
        for number, name in enumerate(names, 1):
            if said.startswith(name.casefold()) or name.casefold().startswith(said):
                return number
    return None
