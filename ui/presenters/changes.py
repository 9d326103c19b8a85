"""An edit that waits to be accepted, told line by line: what is added, changed and removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from data.edits import Change, Edit
from data.entities import Calendar, Demand, Entity, Id, Policy, Project, Resource, Scenario, ScenarioChange, Settings
from data.portfolio import KIND_OF, Kind, Portfolio
from data.workbook.cells import days_text
from ui.presenters import terms
from ui.presenters.columns import Column, worded
from ui.presenters.field_names import field_name
from ui.presenters.fields import roles_text
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.kinds import counted_things
from ui.presenters.saying import translate

ONE_OF = {
    Kind.SETTINGS: translate("Changes", "Settings"),
    Kind.CALENDAR: translate("Changes", "Calendar"),
    Kind.HOLIDAY: translate("Changes", "Holiday"),
    Kind.RESOURCE: translate("Changes", "Resource"),
    Kind.ABSENCE: translate("Changes", "Absence"),
    Kind.PROJECT: translate("Changes", "Project"),
    Kind.DEMAND: translate("Changes", "Demand"),
    Kind.DEMAND_WEEK: translate("Changes", "Demand week"),
    Kind.BOOKING: translate("Changes", "Booking"),
    Kind.DEPENDENCY: translate("Changes", "Dependency"),
    Kind.POLICY: translate("Changes", "Policy"),
    Kind.ESTIMATE: translate("Changes", "Estimate"),
    Kind.SCENARIO: translate("Changes", "Scenario"),
    Kind.SCENARIO_CHANGE: translate("Changes", "Change of a scenario"),
    Kind.BASELINE: translate("Changes", "Baseline"),
    Kind.STUDY: translate("Changes", "Study"),
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
LISTS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {"working_days": days_text, "other_roles": roles_text}
)  # Any: what the field holds
GONE = translate("Changes", "something removed since")
NAMED = (Settings, Calendar, Resource, Project, Demand, Policy, Scenario)
TELLING = ("calendar_id", "predecessor_id", "successor_id", "demand_id", "resource_id", "day", "first", "week", "name")
"""Fields that together name a thing without a name of its own."""


class Happening(StrEnum):
    ADDED = "Added"
    CHANGED = "Changed"
    REMOVED = "Removed"


HAPPENED = {
    Happening.ADDED: translate("Changes", "Added"),
    Happening.CHANGED: translate("Changes", "Changed"),
    Happening.REMOVED: translate("Changes", "Removed"),
}
COUNTED = {
    Happening.ADDED: translate("Changes", "{count} added"),
    Happening.CHANGED: translate("Changes", "{count} changed"),
    Happening.REMOVED: translate("Changes", "{count} removed"),
}
ALL_OF = {
    Happening.ADDED: translate("Changes", "Added: {things}."),
    Happening.CHANGED: translate("Changes", "Changed: {things}."),
    Happening.REMOVED: translate("Changes", "Removed: {things}."),
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that an edit touches; `details` tell a changed thing's fields before and after."""

    id: Id
    happening: Happening
    kind: Kind
    what: str
    name: str
    details: str


def happening(change: Change) -> Happening:
    if change.before is None:
        return Happening.ADDED
    return Happening.REMOVED if change.after is None else Happening.CHANGED


def lines(edit: Edit, before: Portfolio, after: Portfolio, formats: Formats) -> list[ChangeLine]:
    """A line for each change, in the order of the edit; what a scenario changes is told as a change of the thing itself."""
    return [_line(_meant(change), before, after, formats) for change in edit.changes]


def _meant(change: Change) -> Change:
    """What a scenario wants instead of what it wanted or of what the plan of record had, for a change of its list."""
    old, new = change.before, change.after
    if not isinstance(new, ScenarioChange):
        return change
    before = old.after if isinstance(old, ScenarioChange) else new.before
    thing = new.after or new.before
    return change if thing is None else Change(KIND_OF[type(thing)], thing.id, before, new.after)


def in_words(shown: Sequence[ChangeLine]) -> str:
    """All lines in one: "12 added, 3 changed, 1 removed"."""
    happened = [line.happening for line in shown]
    said = [COUNTED[what].format(count=happened.count(what)) for what in Happening if what in happened]
    return ", ".join(said) or translate("Changes", "Nothing changes: the portfolio says all this already")


def by_kind(shown: Sequence[ChangeLine]) -> str:
    """What happens, with the kinds of things: "Added: 12 resources, 40 demands. Changed: 3 projects."."""
    counts = Counter((line.happening, line.kind) for line in shown)
    said = [
        ALL_OF[what].format(things=", ".join(counted_things(kind, count) for kind in Kind if (count := counts[what, kind])))
        for what in Happening
        if any(line.happening is what for line in shown)
    ]
    return " ".join(said) or in_words(shown)


def columns() -> Sequence[Column[ChangeLine]]:
    return (
        worded("happening", translate("Changes", "Change"), 72, lambda row: HAPPENED[row.happening], mark=_mark),
        worded("what", translate("Changes", "What"), 124, lambda row: row.what),
        worded("name", translate("Changes", "Name"), 260, lambda row: row.name),
        worded("details", translate("Changes", "From → to"), 280, lambda row: row.details, whole=True),
    )


def _mark(row: ChangeLine) -> str:
    return {Happening.ADDED: "good", Happening.CHANGED: "warning", Happening.REMOVED: "bad"}[row.happening]


def _line(change: Change, before: Portfolio, after: Portfolio, formats: Formats) -> ChangeLine:
    details = ""
    if change.before is not None and change.after is not None:
        details = "; ".join(_differences(change.before, change.after, before, after, formats))
    entity, there = (change.before, before) if change.after is None else (change.after, after)
    name = name_of(entity, there, formats) if entity else ""
    return ChangeLine(change.id, happening(change), change.kind, ONE_OF[change.kind], name, details)


def name_of(entity: Entity, portfolio: Portfolio, formats: Formats) -> str:
    """What a user calls a thing: its name, else what it belongs to and when."""
    if isinstance(entity, NAMED):
        return entity.name
    if isinstance(entity, ScenarioChange):
        thing = entity.after or entity.before
        return name_of(thing, portfolio, formats) if thing else ""
    held = {field.name for field in fields(entity)}
    return " · ".join(filter(None, (said(entity, name, portfolio, formats) for name in TELLING if name in held)))


def _differences(old: Entity, new: Entity, before: Portfolio, after: Portfolio, formats: Formats) -> Iterator[str]:
    for field in fields(old):
        if getattr(old, field.name) != getattr(new, field.name):
            word = field_name(field.name)
            yield f"{word} {said(old, field.name, before, formats) or NOTHING} → {said(new, field.name, after, formats) or NOTHING}"


def said(entity: Entity, name: str, portfolio: Portfolio, formats: Formats) -> str:
    """A field as a user reads it, empty where it says nothing; `portfolio` knows the names of what it refers to."""
    value = getattr(entity, name)
    if value is None:
        return ""
    if name in REFERENCES:
        target = portfolio.of(REFERENCES[name]).get(value)
        return str(getattr(target, "name", "")) if target else GONE
    if name in LISTS:
        return LISTS[name](value)
    if isinstance(value, bool):
        return translate("Changes", "Yes") if value else translate("Changes", "No")
    if isinstance(value, float):
        return formats.figure(value)
    return formats.date(value) if hasattr(value, "toordinal") else terms.said(str(value))
