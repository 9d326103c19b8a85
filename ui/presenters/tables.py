"""A table page in words: its columns, its rows from a portfolio, and the edit a typed text makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from data.edits import Edit
from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio
from data.workbook.columns import BY_KIND
from planner.actions.entities import changed
from planner.hours.since import rows_changed, same
from ui.presenters.columns import Column, worded
from ui.presenters.entity_columns import OfEntity
from ui.presenters.formats import WHOLE, Formats
from ui.presenters.saying import counted, translate, within

Row = TypeVar("Row", bound=OfEntity)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in hours: met of asked, or allocated of capacity; no part before the first plan."""

    part: float | None
    whole: float

    @property
    def fraction(self) -> float | None:
        """None where there is no whole, or no part yet."""
        return self.part / self.whole if self.part is not None and self.whole > 0 else None


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a plan puts a project: whether it takes part, by how many weeks it is delayed, and its days then (None without dates)."""

    selected: bool = True
    delay: int = 0
    start: dt.date | None = None
    finish: dt.date | None = None

    @property
    def words(self) -> str:
        """How it differs from what was asked, and what stands for no difference."""
        if not self.selected:
            return LEFT_OUT
        return counted("Tables", "Delayed %n weeks", "Delayed %n week", self.delay) if self.delay else AS_ASKED

    @property
    def mark(self) -> str:
        return "bad" if not self.selected else "warning" if self.delay else ""


LEFT_OUT, AS_ASKED = translate("Tables", "Left out"), translate("Tables", "As asked")


def delay_text(weeks: int) -> str:
    return counted("Tables", "delayed %n weeks", "delayed %n week", weeks)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a plan makes of each entity; before the first plan, what projects and demands ask. Hours over the whole horizon.

    `causes` name why a demand is short, `reasons` say it in a sentence; `placings` are those of projects that may take part.
    """

    resources: Mapping[Id, Share] = field(default_factory=dict)
    projects: Mapping[Id, Share] = field(default_factory=dict)
    demands: Mapping[Id, Share] = field(default_factory=dict)
    causes: Mapping[Id, str] = field(default_factory=dict)
    reasons: Mapping[Id, str] = field(default_factory=dict)
    placings: Mapping[Id, Placing] = field(default_factory=dict)


NO_STANDING = Standing()


@dataclass(frozen=True, slots=True)
class Told(Generic[Row]):
    """The rows of a table with what they were made of."""

    portfolio: Portfolio
    standing: Standing
    rows: list[Row]


def renewed(
    before: Told[Row],
    portfolio: Portfolio,
    kinds: tuple[Kind, ...],
    others: Iterable[tuple[Mapping[Id, object], Mapping[Id, object]]],
    made: Callable[[Any, Row], Row],  # Any: the kind of entity of this table
) -> list[Row] | None:
    """The rows with only those made anew of which something was touched: `made` gets the entity and its row before.

    The first of the `kinds` stands in the rows, whose order is the portfolio's; the others are named there. `others` are what else the rows
    say, by the same ids, as it was and as it is. None where rows came or went, or something that is named was touched.
    """
    was, now = before.portfolio.of(kinds[0]), portfolio.of(kinds[0])
    changed = rows_changed(was, now)
    if changed is None or not same(before.portfolio, portfolio, *kinds[1:]):
        return None
    keys = {key for one, other in others if one is not other for key in _differing(one, other)}
    stale = {*changed, *(row for row, key in enumerate(now) if key in keys)} if keys else set(changed)
    rows, entities = list(before.rows), list(now.values())
    for row in stale:
        rows[row] = made(entities[row], rows[row])
    return rows


def _differing(was: Mapping[Id, object], now: Mapping[Id, object]) -> set[Id]:
    changed = {key for key, value in now.items() if was.get(key) is not value}
    return changed | (was.keys() - now.keys())


@dataclass(frozen=True)
class TableDescription(Generic[Row]):
    """All that a table page needs to know of its kind of entity.

    `fresh` makes a new entity like that of another row, `row_of` the row of an entity alone; of each group in `needs`, keys of
    columns, a pasted new row must say at least one. `hidden` columns are shown once they are chosen. `since` makes the rows from those of a
    moment ago, where it can.
    """

    kind: Kind
    title: str
    says: str
    one: str
    many: str
    empty: str
    columns: Callable[[Portfolio, Formats], Sequence[Column[Row]]]
    rows: Callable[[Portfolio, Standing], list[Row]]
    row_of: Callable[[Any, Portfolio], Row]  # Any: the kind of entity of this table
    fresh: Callable[[Portfolio, Any], Entity]
    needs: tuple[tuple[str, ...], ...]
    hidden: frozenset[str] = frozenset()
    since: Callable[[Told[Row], Portfolio, Standing], list[Row] | None] | None = None

    def told(self, portfolio: Portfolio, standing: Standing, before: Told[Row] | None = None) -> Told[Row]:
        """The rows; those of a moment `before` of which nothing was touched are the very same where the table knows how."""
        rows = self.since(before, portfolio, standing) if self.since is not None and before is not None else None
        return Told(portfolio, standing, self.rows(portfolio, standing) if rows is None else rows)

    def headings(self, columns: Sequence[Column[Row]]) -> dict[str, str]:
        """Keys of columns by their headings as the screen and the portfolio workbook write them, without case."""
        keys = {column.key for column in columns}
        sheet = BY_KIND.get(self.kind)  # there is none of scenarios
        written = {each.heading.casefold(): each.field for each in sheet.columns if each.field in keys} if sheet else {}
        return written | {column.heading.casefold(): column.key for column in columns}


def edit_of_cell(portfolio: Portfolio, row: Row, column: Column[Row], text: str, name: str = "") -> Edit | None:
    """The edit that a text typed into a cell makes, None where it changes nothing; `name` is what the row is called. Raises FieldError."""
    if column.read is None or text.strip() == column.editor_text(row):
        return None
    label = translate("Tables", "Change {field} of {name}").format(
        field=within(column.heading), name=name or getattr(row.entity, "name", "")
    )
    return changed(portfolio, column.read(row, text), label) or None


def coverage_mark(share: Share | None) -> str:
    """The sign that goes with a coverage: "bad" below half, below the whole "warning", else none."""
    fraction = share.fraction if share else None
    if fraction is None or fraction >= WHOLE:
        return ""
    return "bad" if fraction < 0.5 else "warning"


def placing_column(placing: Callable[[Any], Placing | None]) -> Column[Any]:  # Any: rows of projects and of demands
    """Whether the plan has the project as asked, later, or not at all; empty before the first plan."""

    def say(row: object) -> str:
        found = placing(row)
        return found.words if found else ""

    def mark(row: object) -> str:
        found = placing(row)
        return found.mark if found else ""

    return worded(
        "placing",
        translate("Tables", "In the plan"),
        116,
        say,
        tip=translate("Tables", "Whether the plan has the project as asked, delayed, or left out"),
        mark=mark,
    )
