"""Sheets as values, ready to be written: columns with their looks, rows of cells, colours by load."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias


class Look(StrEnum):
    """How a cell shows its value; the words are spreadsheet number formats."""

    TEXT = "@"
    SENTENCES = "@ "
    PLAIN = "General"
    DATE = "yyyy-mm-dd"
    WEEK = "d mmm yy"
    HOURS = "#,##0.00"
    MONEY = "#,##0"
    CENTS = "#,##0.00 "
    SHARE = "0 %"
    FINE_SHARE = "0.00 %"
    SIGNED = "+#,##0.00;−#,##0.00;0.00"
    SIGNED_WHOLE = "+#,##0;−#,##0;0"
    SIGNED_POINTS = '+0.00" pp";−0.00" pp";0.00" pp"'


class Tint(StrEnum):
    """The load ramp: what is given, set against what there is."""

    AWAY = "no capacity"
    LOW = "below 70 %"
    FULL = "70 to 100 %"
    OVER = "up to 110 %"
    FAR_OVER = "above 110 %"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of our own making and the value it has; nothing that a user typed is ever written as one."""

    text: str
    value: float


Out: TypeAlias = str | float | dt.date | Formula | None


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column to be written; a date as heading is a week.

    `choices` are offered to whoever edits the sheet; a column of `mixed` values is aligned left throughout.
    """

    heading: str | dt.date
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet to be written.

    `looks` and `tints` are of single cells by row and column of `rows`; `totals` counts the rows at the end that sum up
    the others; `fixed` counts the columns that stay in sight; `result` tells sheets of the plan from those of the portfolio.
    """

    name: str
    columns: tuple[OutColumn, ...]
    rows: tuple[tuple[Out, ...], ...]
    looks: Mapping[tuple[int, int], Look] = field(default_factory=lambda: MappingProxyType({}))
    tints: Mapping[tuple[int, int], Tint] = field(default_factory=lambda: MappingProxyType({}))
    totals: int = 0
    fixed: int = 0
    result: bool = False
