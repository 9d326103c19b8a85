"""Finding a text in the cells of a table, from a cell on and around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.presenters.columns import Column, Row


@dataclass(frozen=True, slots=True)
class Match:
    """A cell that has the text; `is_around` where the search came to it from the other end."""

    row: int
    key: str
    is_around: bool


def next_match(
    rows: Sequence[Row], columns: Sequence[Column[Row]], keys: Sequence[str], text: str, start: tuple[int, str] | None, step: int
) -> Match | None:
    """The next cell whose text has this one, case ignored: line by line, the columns as they stand in `keys`.

    `start` is a row's number and a column's key; `step` 1 looks below it, -1 above, 0 begins with it.
    """
    by_key = {column.key: column for column in columns}
    wanted, shown = text.strip().casefold(), [by_key[key] for key in keys if key in by_key]
    size = len(rows) * len(shown)
    if not size or not wanted:
        return None
    place = start[0] * len(shown) + keys.index(start[1]) if start and start[1] in keys else (-1 if step >= 0 else size)
    for number, is_around in _places(place, size, step):
        column = shown[number % len(shown)]
        if wanted in column.text(rows[number // len(shown)]).casefold():
            return Match(number // len(shown), column.key, is_around)
    return None


def _places(start: int, size: int, step: int) -> Iterator[tuple[int, bool]]:
    """Every cell once, the start itself last unless the step is 0."""
    first = start + step if start >= 0 else 0
    direction = step or 1
    for offset in range(size):
        place = first + offset * direction
        yield place % size, not 0 <= place < size
