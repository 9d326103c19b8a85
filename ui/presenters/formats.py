"""Figures, dates and weeks as the user's language writes them, and back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from math import floor

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
        return f"{day.day} {self.months[day.month - 1]}"

    def week(self, monday: dt.date) -> str:
        """A week by its number in the year and its Monday: W14 · 5 Apr."""
        return f"W{monday.isocalendar().week} · {self.day(monday)}"

    def read_number(self, text: str) -> float:
        """The number a user typed, decimal point or comma. Raises ValueError with what would be right."""
        plain = re.sub(r"[\s%\u202f\u00a0]", "", text)
        if not re.fullmatch(r"[+-]?\d{1,12}([.,]\d{1,6})?", plain):
            raise ValueError(f"“{text.strip()}” is no number; type one such as 7{self.decimal_point}5")
        return float(plain.replace(",", "."))

    def read_date(self, text: str) -> dt.date:
        """The date a user typed, as this language or as ISO writes it. Raises ValueError with what would be right."""
        parts = re.findall(r"\d+", text)
        order = "ymd" if parts and len(parts[0]) == 4 else self.date_order
        example = self.date(dt.date(2027, 4, 5))
        if len(parts) != 3:
            raise ValueError(f"“{text.strip()}” is no date; type one such as {example}")
        named = dict(zip(order, map(int, parts), strict=True))
        year = named["y"] + 2000 if named["y"] < 100 else named["y"]
        try:
            return dt.date(year, named["m"], named["d"])
        except ValueError as impossible:
            raise ValueError(f"“{text.strip()}” is no day of the calendar; type one such as {example}") from impossible
