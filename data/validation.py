"""What a whole portfolio must obey: the rules of each entity, and names, references, amounts and circles across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from data.edits import Edit
from data.entities import (
    SETTINGS_ID,
    Absence,
    Booking,
    DemandWeek,
    Dependency,
    Entity,
    Estimate,
    Holiday,
    Id,
    ScenarioChange,
    Settings,
)
from data.entity_rules import AMOUNTS, entity_problems
from data.findings import Finding, error
from data.portfolio import Kind, Portfolio
from data.references import REFERENCES, Reference

__all__ = ["Fault", "brought_by", "check", "entity_problems", "faults", "new_faults"]

NAMED = (Kind.CALENDAR, Kind.RESOURCE, Kind.PROJECT, Kind.DEMAND, Kind.POLICY, Kind.SCENARIO, Kind.BASELINE)
"""Kinds whose names are unique; surrounding space does not make a name another one, case does."""

_FIELD_WORDS = {"day": "date", "first": "from", "last": "to"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of an entity that breaks a rule. `problem` reads on after the field's name: "is 7"."""

    entity: Entity
    field: str
    problem: str
    remedy: str


def check(portfolio: Portfolio, touched: frozenset[Kind] | None = None) -> tuple[Finding, ...]:
    """An error for every rule that is broken; with `touched` only rules that a change of those kinds can break."""
    return _findings(portfolio, faults(portfolio, touched)) + _without_settings(portfolio)


def brought_by(edit: Edit, before: Portfolio, after: Portfolio) -> tuple[Finding, ...]:
    """The errors of `after` that an edit made: those of what it changed, and across kinds those not there before."""
    return _findings(after, new_faults(edit, before, after)) + _without_settings(after)


def new_faults(edit: Edit, before: Portfolio, after: Portfolio) -> tuple[Fault, ...]:
    """The same with the entity and its field, less that settings are missing."""
    own = [fault for change in edit.changes if change.after is not None for fault in _own(change.after)]
    across = list(_across(after, edit.touched()))
    if across:
        known = set(_across(before, edit.touched()))
        across = [fault for fault in across if fault not in known]
    return (*own, *across)


def faults(portfolio: Portfolio, touched: frozenset[Kind] | None = None) -> Iterator[Fault]:
    """The same as `check` with the entity and its field, for whoever knows a better place, such as a cell."""
    kinds = frozenset(Kind) if touched is None else touched
    for kind in Kind:
        if kind in kinds:
            for entity in portfolio.of(kind).values():
                yield from _own(entity)
    yield from _across(portfolio, kinds)


def _own(entity: Entity) -> Iterator[Fault]:
    for problem in entity_problems(entity):
        yield Fault(entity, *problem)


def _across(portfolio: Portfolio, kinds: frozenset[Kind]) -> Iterator[Fault]:
    for kind in NAMED:
        if kind in kinds:
            yield from _doubled_names(portfolio, kind)
    for reference in REFERENCES:
        if reference.kind in kinds or reference.target in kinds:
            yield from _missing(portfolio, reference)
    if Kind.DEMAND in kinds or Kind.DEMAND_WEEK in kinds:
        yield from _without_amount(portfolio)
    if Kind.DEPENDENCY in kinds:
        yield from _circles(portfolio)
    if Kind.ESTIMATE in kinds:
        yield from _estimated_twice(portfolio)


def _without_settings(portfolio: Portfolio) -> tuple[Finding, ...]:
    return (
        ()
        if SETTINGS_ID in portfolio.of(Kind.SETTINGS)
        else (error("Settings", "are missing", "give at least a start and a number of weeks"),)
    )


def _doubled_names(portfolio: Portfolio, kind: Kind) -> Iterator[Fault]:
    seen: set[str] = set()
    name_of = attrgetter("name")
    for entity in portfolio.of(kind).values():
        name = name_of(entity).strip()
        if name and name in seen:
            yield Fault(entity, "name", f"“{name}” stands twice among the {kind.value}", "give one of them another name")
        seen.add(name)


def _missing(portfolio: Portfolio, reference: Reference) -> Iterator[Fault]:
    referring, known = portfolio.of(reference.kind), portfolio.of(reference.target)
    id_of = attrgetter(reference.field)
    gone = set(map(id_of, referring.values())) - known.keys()
    if reference.optional:
        gone.discard(None)
    if gone:
        for entity in referring.values():
            if id_of(entity) in gone:
                yield Fault(entity, reference.field, "is not there", f"name one of the {reference.target.value}")


def _without_amount(portfolio: Portfolio) -> Iterator[Fault]:
    weekly = {week.demand_id for week in portfolio.demand_weeks.values()}
    for demand in portfolio.demands.values():
        if demand.hours_per_week is demand.total_hours is demand.fte is None and demand.id not in weekly:
            yield Fault(demand, AMOUNTS[0], "is blank, and so are total hours and FTE", "give one of the three, or demand weeks")


def _estimated_twice(portfolio: Portfolio) -> Iterator[Fault]:
    seen: set[Id] = set()
    for estimate in portfolio.estimates.values():
        if estimate.project_id in seen:
            yield Fault(estimate, "project_id", "has an estimate already", "keep one of the two")
        seen.add(estimate.project_id)


def _circles(portfolio: Portfolio) -> Iterator[Fault]:
    """One fault for each circle, at the dependency that closes it; without that dependency the next is sought."""
    edges = {each.id: each for each in portfolio.dependencies.values() if each.predecessor_id != each.successor_id}
    while circle := _circle(edges.values()):
        names = [_name(portfolio, Kind.PROJECT, each.predecessor_id) for each in circle]
        yield Fault(circle[-1], "successor_id", f"closes a circle: {' → '.join([*names, names[0]])}", "remove one of these dependencies")
        del edges[circle[-1].id]


def _circle(edges: Iterable[Dependency]) -> list[Dependency]:
    """The dependencies of some circle, in its order; none where there is no circle."""
    left = list(edges)
    while left:
        followed = {each.predecessor_id for each in left}
        inner = [each for each in left if each.successor_id in followed]
        if len(inner) == len(left):
            return _walked(left)
        left = inner
    return []


def _walked(edges: list[Dependency]) -> list[Dependency]:
    """The circle met by walking on and on, where every successor is followed by something."""
    onward = {each.predecessor_id: each for each in reversed(edges)}
    path, place = [edges[0]], {edges[0].predecessor_id: 0}
    while path[-1].successor_id not in place:
        place[path[-1].successor_id] = len(path)
        path.append(onward[path[-1].successor_id])
    return path[place[path[-1].successor_id] :]


def _findings(portfolio: Portfolio, found: Iterable[Fault]) -> tuple[Finding, ...]:
    return tuple(error(f"{place(portfolio, fault.entity)}, {field_words(fault.field)}", fault.problem, fault.remedy) for fault in found)


def field_words(field: str) -> str:
    """A field in the words of the screen."""
    return _FIELD_WORDS.get(field, field.removesuffix("_id").replace("_", " "))


def place(portfolio: Portfolio, entity: Entity) -> str:
    """What an entity is called where it is spoken of: its kind and name, or those of what it belongs to."""
    match entity:
        case Settings():
            called = "Settings"
        case Holiday():
            called = f"Holiday {entity.day} of {_name(portfolio, Kind.CALENDAR, entity.calendar_id)}"
        case Absence():
            called = f"Absence of {_name(portfolio, Kind.RESOURCE, entity.resource_id)} from {entity.first}"
        case DemandWeek():
            called = f"Demand {_name(portfolio, Kind.DEMAND, entity.demand_id)}, week {entity.week}"
        case Booking():
            resource, demand = _name(portfolio, Kind.RESOURCE, entity.resource_id), _name(portfolio, Kind.DEMAND, entity.demand_id)
            called = f"Booking of {resource} on {demand}, week {entity.week}"
        case Dependency():
            called = f"Dependency {_name(portfolio, Kind.PROJECT, entity.predecessor_id)} → {_name(portfolio, Kind.PROJECT, entity.successor_id)}"
        case Estimate():
            called = f"Estimate of {_name(portfolio, Kind.PROJECT, entity.project_id)}"
        case ScenarioChange():
            changed = entity.after or entity.before
            called = f"Scenario {_name(portfolio, Kind.SCENARIO, entity.scenario_id)}, {place(portfolio, changed) if changed else '?'}"
        case _:
            called = f"{type(entity).__name__} {entity.name}"
    return called


def _name(portfolio: Portfolio, kind: Kind, key: Id) -> str:
    entity = portfolio.of(kind).get(key)
    return "?" if entity is None else str(attrgetter("name")(entity))
