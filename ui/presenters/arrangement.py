"""Which rows of a table are shown, in which order: filters, words and a column to sort by, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Generic

from data.entities import Id
from ui.presenters.column_filter import ColumnFilter, kept
from ui.presenters.columns import Column, Row, RowTexts, in_order, matching

FEW = 40
"""Rows come at once that are put in their places one by one; more are worth arranging everything."""


@dataclass
class Arrangement(Generic[Row]):
    """`order` is the key of a column and whether it descends; without one, rows stand as they are given."""

    words: str = ""
    filters: dict[str, ColumnFilter] = field(default_factory=dict)
    order: tuple[str, bool] | None = None
    texts: RowTexts[Row] = field(default_factory=RowTexts)

    def __bool__(self) -> bool:
        """Whether it does anything."""
        return self.filters_any or self.order is not None

    @property
    def filters_any(self) -> bool:
        return bool(self.words.strip() or self.filters)

    def of(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> list[Row]:
        """The rows that pass, in order."""
        tests = kept(self.filters, columns)
        passing = [row for row in rows if all(test(row) for test in tests)] if tests else rows
        found = matching(passing, columns, self.words, self.texts)
        by = self._by(columns)
        return in_order(found, by, descending=self._descends) if by else found

    def kept(self, columns: Sequence[Column[Row]], rows: Sequence[Row], shown: Sequence[Row], new: AbstractSet[Id]) -> list[Row]:
        """The rows shown before, where they are; those that are `new` beside them, whatever the filter says."""
        by_id = {row.id: row for row in rows}
        visible = {row.id for row in shown} | new
        if self.order is None:
            return [row for row in rows if row.id in visible]
        staying = [by_id[row.id] for row in shown if row.id in by_id]
        fresh = [row for row in rows if row.id in new]
        by = self._by(columns)
        if by is None:
            return staying + fresh
        if len(fresh) > FEW:
            return in_order(staying + fresh, by, descending=self._descends)
        for row in fresh:
            staying.insert(self._place(staying, row, by), row)
        return staying

    @property
    def _descends(self) -> bool:
        return self.order is not None and self.order[1]

    def _by(self, columns: Sequence[Column[Row]]) -> Column[Row] | None:
        return next((column for column in columns if self.order and column.key == self.order[0]), None)

    def _place(self, rows: Sequence[Row], row: Row, by: Column[Row]) -> int:
        """Before the first row that comes after it."""
        nothing, figure = by.order(row)
        if nothing:
            return len(rows)
        for number, other in enumerate(rows):
            empty, there = by.order(other)
            if empty or (there < figure if self._descends else there > figure):  # type: ignore[operator]  # one column, one type
                return number
        return len(rows)


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as stretches without a gap, first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
