"""What an edit of the log changed, field by field: what it was and what it became, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice

from data.edits import Change, Edit
from data.entities import Entity, Id
from data.portfolio import Portfolio
from ui.presenters.changes import HAPPENED, ONE_OF, Happening, happening, name_of, said
from ui.presenters.columns import Column, worded
from ui.presenters.field_names import field_name
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import counted, translate

MOST_LINES = 1_000
"""Lines of an edit that are shown: an import may have a hundred thousand, which nobody reads."""
OWN = frozenset({"id"})
"""Fields that mean nothing to a person."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of one thing that an edit touched; of a thing that came or went, every field that says something."""

    id: Id
    happening: Happening
    thing: str
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Details:
    """An edit in lines, `MOST_LINES` at most; `things` are all that it touched, `left_out` those without a line."""

    lines: tuple[FieldLine, ...]
    things: int
    left_out: int

    @property
    def words(self) -> str:
        if not self.things:
            return translate("LogDetails", "Nothing was changed")
        things = counted("LogDetails", "%n things", "%n thing", self.things, f"{self.things:,}")
        if not self.left_out:
            return things
        return translate("LogDetails", "{things}, the last {count} not listed").format(things=things, count=f"{self.left_out:,}")


def details(edit: Edit, portfolio: Portfolio, formats: Formats) -> Details:
    """The lines of an edit; `portfolio` is today's, and knows the names of what the edit refers to and did not touch."""
    before = portfolio.replacing([(c.kind, c.id, c.before) for c in edit.changes if c.before is not None])
    after = portfolio.replacing([(c.kind, c.id, c.after) for c in edit.changes if c.after is not None])
    found = list(islice(_lines(edit, before, after, formats), MOST_LINES + 1))
    shown = tuple(line for _, line in found[:MOST_LINES])
    told = found[MOST_LINES][0] if len(found) > MOST_LINES else len(edit.changes)
    return Details(shown, len(edit.changes), len(edit.changes) - told)


def columns() -> Sequence[Column[FieldLine]]:
    return (
        worded("thing", translate("LogDetails", "Thing"), 260, lambda row: row.thing, whole=True),
        worded("happening", translate("LogDetails", "What"), 80, lambda row: HAPPENED[row.happening], mark=_mark),
        worded("field", translate("LogDetails", "Field"), 140, lambda row: row.field),
        worded("was", translate("LogDetails", "Was"), 200, lambda row: row.was, whole=True),
        worded("now", translate("LogDetails", "Became"), 200, lambda row: row.now, whole=True),
    )


def _mark(row: FieldLine) -> str:
    return {Happening.ADDED: "good", Happening.CHANGED: "", Happening.REMOVED: "bad"}[row.happening]


def _lines(edit: Edit, before: Portfolio, after: Portfolio, formats: Formats) -> Iterator[tuple[int, FieldLine]]:
    """Every line with the place of its change."""
    for place, change in enumerate(edit.changes):
        for line in _of_change(change, before, after, formats):
            yield place, line


def _of_change(change: Change, before: Portfolio, after: Portfolio, formats: Formats) -> Iterator[FieldLine]:
    sides = ((change.before, before), (change.after, after))
    entity, there = sides[0] if change.after is None else sides[1]
    if entity is None:
        return
    thing = f"{ONE_OF[change.kind]} {name_of(entity, there, formats)}"
    for name in _telling(change, entity):
        was, now = (_said(side, name, portfolio, formats) for side, portfolio in sides)
        if was != now:
            key = Id(f"{change.id} {name}")
            yield FieldLine(key, happening(change), thing, field_name(name), was, now)


def _telling(change: Change, entity: Entity) -> Iterator[str]:
    """The fields that differ; of a thing that came or went, all."""
    for field in fields(entity):
        is_other = change.before is None or change.after is None or getattr(change.before, field.name) != getattr(change.after, field.name)
        if field.name not in OWN and is_other:
            yield field.name


def _said(entity: Entity | None, name: str, portfolio: Portfolio, formats: Formats) -> str:
    return NOTHING if entity is None else said(entity, name, portfolio, formats) or NOTHING
