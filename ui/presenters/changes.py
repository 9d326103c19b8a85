"""An edit that waits to be accepted, told line by line: what is added, changed and removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from data.edits import Change, Edit
from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio
from ui.presenters.columns import Column, by_text
from ui.presenters.formats import NOTHING, Formats

ONE_OF = {
    Kind.SETTINGS: "Settings",
    Kind.CALENDAR: "Calendar",
    Kind.HOLIDAY: "Holiday",
    Kind.RESOURCE: "Resource",
    Kind.ABSENCE: "Absence",
    Kind.PROJECT: "Project",
    Kind.DEMAND: "Demand",
    Kind.DEMAND_WEEK: "Demand week",
    Kind.BOOKING: "Booking",
    Kind.DEPENDENCY: "Dependency",
}
REFERENCES = {
    "calendar_id": Kind.CALENDAR,
    "default_calendar_id": Kind.CALENDAR,
    "resource_id": Kind.RESOURCE,
    "project_id": Kind.PROJECT,
    "demand_id": Kind.DEMAND,
    "predecessor_id": Kind.PROJECT,
    "successor_id": Kind.PROJECT,
}


class Happening(StrEnum):
    ADDED = "Added"
    CHANGED = "Changed"
    REMOVED = "Removed"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that an edit touches; `details` tell a changed thing's fields before and after."""

    id: Id
    happening: Happening
    kind: Kind
    what: str
    name: str
    details: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a kind an edit adds, changes and removes."""

    kind: Kind
    added: int
    changed: int
    removed: int


def happening(change: Change) -> Happening:
    if change.before is None:
        return Happening.ADDED
    return Happening.REMOVED if change.after is None else Happening.CHANGED


def lines(edit: Edit, before: Portfolio, after: Portfolio, formats: Formats) -> list[ChangeLine]:
    """A line for each change, in the order of the edit."""
    return [_line(change, before, after, formats) for change in edit.changes]


def counts(edit: Edit) -> tuple[Count, ...]:
    """Kinds that the edit touches, in the order of `Kind`."""
    found = []
    for kind in Kind:
        of_kind = [happening(change) for change in edit.changes if change.kind is kind]
        if of_kind:
            found.append(Count(kind, *(of_kind.count(what) for what in Happening)))
    return tuple(found)


def in_words(edit: Edit) -> str:
    """The whole edit in one line: "12 added, 3 changed, 1 removed"."""
    happened = [happening(change) for change in edit.changes]
    said = [f"{happened.count(what)} {what.value.lower()}" for what in Happening if what in happened]
    return ", ".join(said) or "Nothing changes"


def columns() -> Sequence[Column[ChangeLine]]:
    return (
        Column("happening", "Change", 72, lambda row: row.happening.value, lambda row: by_text(row.happening.value), mark=_mark),
        Column("what", "What", 90, lambda row: row.what, lambda row: by_text(row.what)),
        Column("name", "Name", 200, lambda row: row.name, lambda row: by_text(row.name)),
        Column("details", "From → to", 320, lambda row: row.details, lambda row: by_text(row.details), explain=lambda row: row.details),
    )


def _mark(row: ChangeLine) -> str:
    return {Happening.ADDED: "good", Happening.CHANGED: "warning", Happening.REMOVED: "bad"}[row.happening]


def _line(change: Change, before: Portfolio, after: Portfolio, formats: Formats) -> ChangeLine:
    entity, there = (change.after, after) if change.after is not None else (change.before, before)
    assert entity is not None, "a change has a side"
    details = ""
    if change.before is not None and change.after is not None:
        details = "; ".join(_differences(change.before, change.after, before, after, formats))
    return ChangeLine(change.id, happening(change), change.kind, ONE_OF[change.kind], name_of(entity, there, formats), details)


def name_of(entity: Entity, portfolio: Portfolio, formats: Formats) -> str:
    """What a user calls a thing: its name, else what it belongs to and when."""
    own = getattr(entity, "name", "")
    if own and not hasattr(entity, "calendar_id"):
        return str(own)
    parts = [_said(entity, name, portfolio, formats) for name in _telling(entity)]
    return " · ".join(filter(None, [own, *parts]))


def _telling(entity: Entity) -> Iterator[str]:
    """Fields that name a thing without a name of its own."""
    own = {field.name for field in fields(entity)}
    if hasattr(entity, "name") and hasattr(entity, "role"):
        return
    yield from (
        name
        for name in ("calendar_id", "predecessor_id", "successor_id", "demand_id", "resource_id", "day", "first", "week")
        if name in own
    )


def _differences(old: Entity, new: Entity, before: Portfolio, after: Portfolio, formats: Formats) -> Iterator[str]:
    for field in fields(old):
        if getattr(old, field.name) != getattr(new, field.name):
            word = field.name.removesuffix("_id").replace("_", " ")
            yield f"{word} {_said(old, field.name, before, formats) or NOTHING} → {_said(new, field.name, after, formats) or NOTHING}"


def _said(entity: Entity, name: str, portfolio: Portfolio, formats: Formats) -> str:
    value = getattr(entity, name)
    if value is None:
        return ""
    if name in REFERENCES:
        target = portfolio.of(REFERENCES[name]).get(value)
        return str(getattr(target, "name", "")) if target else ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return formats.figure(value)
    return formats.date(value) if hasattr(value, "toordinal") else str(value)
