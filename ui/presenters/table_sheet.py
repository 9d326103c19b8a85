"""A table as it is shown, ready to leave the window: as a sheet of a workbook, or as texts to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.workbook.sheets import Out, OutColumn, OutSheet
from ui.presenters.columns import Column, Row


@dataclass(frozen=True, slots=True)
class Printable:
    """A table in texts; `widths` are the columns' own, in pixels of the screen."""

    title: str
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_of(title: str, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> OutSheet:
    """The table as a sheet: figures as figures, dates as dates; the first column stays in sight there, too."""
    shown = tuple(OutColumn(column.heading, column.look) for column in columns)
    return OutSheet(title, shown, tuple(tuple(_value(column, row) for column in columns) for row in rows), fixed=1)


def printable(title: str, columns: Sequence[Column[Row]], widths: Sequence[int], rows: Sequence[Row]) -> Printable:
    return Printable(
        title,
        tuple(column.heading for column in columns),
        tuple(column.numeric for column in columns),
        tuple(widths),
        tuple(tuple(column.text(row) for column in columns) for row in rows),
    )


def _value(column: Column[Row], row: Row) -> Out:
    return column.out(row) if column.out else column.text(row) or None
