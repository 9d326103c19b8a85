"""Columns of an editable table: what each says of a row, how it sorts, and what a typed text makes of the row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from data.entities import Entity, Id
from data.workbook.sheets import Look

SortKey = tuple[bool, float | str]
"""What a column sorts by: whether there is nothing (nothing comes last), then the figure or the casefolded text."""


class HasId(Protocol):
    """A row of a table: an entity and what the table adds to it."""

    @property
    def id(self) -> Id: ...


Row = TypeVar("Row", bound=HasId)


class FieldError(ValueError):
    """A typed text does not fit its field; the message says what stands there and what would be right."""


class Leads(StrEnum):
    """Where a double click on a cell that is not edited leads: to a page, or to where a name is typed."""

    PLAN = "Plan"
    INSIGHT = "Insight"
    NAME = "name"


Read = Callable[[Row, str], Entity]
"""Makes the changed entity of a row and a typed text. Raises FieldError."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    `text` is shown, `typed` is what an editor starts with, `read` None keeps the column from being edited, `choices`
    are texts an editor offers (`free`: beside any other), `mark` names the token ("warning", "bad") that colours a cell, `explain` says more on hovering.
    `leads` tells where a double click leads. `measure` reads a typed text into what `order` compares, None where texts are compared; `out` is what a sheet gets, in this `look`.
    """

    key: str
    heading: str
    width: int
    text: Callable[[Row], str]
    order: Callable[[Row], SortKey]
    tip: str = ""
    numeric: bool = False
    read: Read[Row] | None = None
    typed: Callable[[Row], str] | None = None
    choices: Callable[[], Sequence[str]] | None = None
    free: bool = False
    mark: Callable[[Row], str] | None = None
    explain: Callable[[Row], str] | None = None
    leads: Leads | None = None
    measure: Callable[[str], float] | None = None
    out: Callable[[Row], str | float | dt.date | None] | None = None
    look: Look = Look.TEXT

    @property
    def is_link(self) -> bool:
        """Whether a click is enough to follow it: text that stands for a page of its own."""
        return self.leads is Leads.INSIGHT

    def hint(self, row: Row) -> str:
        """What a cell says on hovering."""
        return self.explain(row) if self.explain else ""

    def editor_text(self, row: Row) -> str:
        return (self.typed or self.text)(row)


def by_text(text: str) -> SortKey:
    return (not text, text.casefold())


def by_figure(figure: float | None) -> SortKey:
    return (figure is None, figure or 0.0)


def worded(
    key: str,
    heading: str,
    width: int,
    text: Callable[[Row], str],
    tip: str = "",
    *,
    whole: bool = False,
    explain: Callable[[Row], str] | None = None,
    mark: Callable[[Row], str] | None = None,
    leads: Leads | None = None,
) -> Column[Row]:
    """A column of text that sorts by what it says; `whole` says all of it on hovering, where it may be too long for the cell."""
    return Column(
        key, heading, width, text, lambda row: by_text(text(row)), tip, explain=text if whole else explain, mark=mark, leads=leads
    )


class RowTexts(Generic[Row]):
    """What each row says in all its columns, without case; put together once for each state of a row."""

    def __init__(self) -> None:
        self._said: dict[Id, tuple[Row, str]] = {}

    def of(self, row: Row, columns: Sequence[Column[Row]]) -> str:
        known = self._said.get(row.id)
        if known is None or (known[0] is not row and known[0] != row):
            known = row, "\n".join(column.text(row) for column in columns).casefold()
            self._said[row.id] = known
        return known[1]


def matching(rows: Sequence[Row], columns: Sequence[Column[Row]], words: str, texts: RowTexts[Row] | None = None) -> list[Row]:
    """The rows in which every word stands in some column; `texts` are those put together before."""
    wanted = words.casefold().split()
    if not wanted:
        return list(rows)
    said = texts or RowTexts[Row]()
    return [row for row in rows if all(word in said.of(row, columns) for word in wanted)]


def in_order(rows: Sequence[Row], column: Column[Row], *, descending: bool) -> list[Row]:
    """The rows sorted by a column; rows that say nothing there come last either way."""
    keyed = [(column.order(row), row) for row in rows]
    filled = sorted((pair for pair in keyed if not pair[0][0]), key=itemgetter(0), reverse=descending)
    return [row for _, row in filled] + [row for key, row in keyed if key[0]]
