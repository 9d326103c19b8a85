"""Columns of an editable table: what each says of a row, how it sorts, and what a typed text makes of the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from data.entities import Entity, Id

SortKey = tuple[bool, float | str]
"""What a column sorts by: whether there is nothing (nothing comes last), then the figure or the casefolded text."""


class HasId(Protocol):
    """A row of a table: an entity and what the table adds to it."""

    @property
    def id(self) -> Id: ...


Row = TypeVar("Row", bound=HasId)


class FieldError(ValueError):
    """A typed text does not fit its field; the message says what stands there and what would be right."""


Read = Callable[[Row, str], Entity]
"""Makes the changed entity of a row and a typed text. Raises FieldError."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    `text` is shown, `typed` is what an editor starts with, `read` None keeps the column from being edited, `choices`
    are texts an editor offers (`free`: beside any other), `mark` names the token ("warning", "bad") that colours a cell, `explain` says more on hovering.
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

    def hint(self, row: Row) -> str:
        """What a cell says on hovering."""
        return self.explain(row) if self.explain else ""

    def editor_text(self, row: Row) -> str:
        return (self.typed or self.text)(row)


def by_text(text: str) -> SortKey:
    return (not text, text.casefold())


def by_figure(figure: float | None) -> SortKey:
    return (figure is None, figure or 0.0)


def matching(rows: Sequence[Row], columns: Sequence[Column[Row]], words: str) -> list[Row]:
    """The rows in which every word stands in some column."""
    wanted = words.casefold().split()
    return [row for row in rows if _has(row, columns, wanted)] if wanted else list(rows)


def _has(row: Row, columns: Sequence[Column[Row]], wanted: Sequence[str]) -> bool:
    said = "\n".join(column.text(row) for column in columns).casefold()
    return all(word in said for word in wanted)


def in_order(rows: Sequence[Row], column: Column[Row], *, descending: bool) -> list[Row]:
    """The rows sorted by a column; rows that say nothing there come last either way."""
    filled = sorted((row for row in rows if not column.order(row)[0]), key=column.order, reverse=descending)
    return filled + [row for row in rows if column.order(row)[0]]
