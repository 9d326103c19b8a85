"""What an import would change: the imported portfolio matched with the current one by names, so that what is the same keeps its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from data.edits import Edit, between
from data.entities import SETTINGS_ID, Entity, Estimate, Id
from data.portfolio import WHAT_IF_KINDS, Kind, Portfolio
from data.references import REFERENCES

LABEL = "Import"

SELDOM = (Kind.POLICY, Kind.ESTIMATE)
"""Kinds whose sheet most workbooks do not have: without a row of one, those that are there stay."""

KEYS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.SETTINGS: ("id",),
        Kind.CALENDAR: ("name",),
        Kind.HOLIDAY: ("calendar_id", "day"),
        Kind.RESOURCE: ("name",),
        Kind.ABSENCE: ("resource_id", "first"),
        Kind.PROJECT: ("name",),
        Kind.DEMAND: ("name",),
        Kind.DEMAND_WEEK: ("demand_id", "week"),
        Kind.BOOKING: ("demand_id", "resource_id", "week"),
        Kind.DEPENDENCY: ("predecessor_id", "successor_id"),
        Kind.POLICY: ("name",),
        Kind.ESTIMATE: ("project_id",),
        Kind.SCENARIO: ("name",),
        Kind.SCENARIO_CHANGE: ("id",),
        Kind.BASELINE: ("name",),
        Kind.STUDY: ("id",),
    }
)
"""What tells one thing of a kind from another where ids cannot. Several may share it: then equals meet first, the rest in order."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of a kind an edit adds, changes and removes."""

    kind: Kind
    added: int
    changed: int
    removed: int


def compare(current: Portfolio, imported: Portfolio, label: str = LABEL) -> Edit:
    """The edit that makes the current portfolio say what the imported one says; empty where it says so already.

    Ids of the current one are kept for everything that is still there; the plan of record is not a matter of sheets, and
    where the imported one has no policies or no estimates, those of the current one stay: most workbooks know of none. So do its
    scenarios, baselines and studies: no sheet tells of them. What belongs to a thing that is there no more goes with it.
    """
    matched: dict[Id, Id] = {}
    after = Portfolio()
    for kind in _REFERRED_FIRST:
        stays = kind in WHAT_IF_KINDS or (kind in SELDOM and not imported.of(kind))
        entities = [_relinked(entity, kind, matched) for entity in (current if stays else imported).of(kind).values()]
        if kind is Kind.ESTIMATE and stays:
            entities = [each for each in entities if isinstance(each, Estimate) and each.project_id in after.projects]
        pairs = _pairs(kind, current, entities)
        matched |= pairs
        after = after.holding(*(replace(entity, id=pairs.get(entity.id, entity.id)) for entity in entities))
    return between(current, _with_plan_of_record(current, after), label)


def tallies(edit: Edit) -> tuple[Tally, ...]:
    """The edit counted by kind, kinds that it leaves alone left out: what a dry run shows."""
    counts: dict[Kind, list[int]] = {}
    for change in edit.changes:
        which = 0 if change.before is None else 2 if change.after is None else 1
        counts.setdefault(change.kind, [0, 0, 0])[which] += 1
    return tuple(Tally(kind, *counts[kind]) for kind in Kind if kind in counts)


_REFERRED_FIRST = (*(kind for kind in Kind if kind is not Kind.SETTINGS), Kind.SETTINGS)
"""The settings name the default calendar, so they are matched when calendars are."""


def _relinked(entity: Entity, kind: Kind, matched: Mapping[Id, Id]) -> Entity:
    """The entity referring to what is there already instead of to its imported likeness."""
    targets = {each.field: getattr(entity, each.field) for each in REFERENCES if each.kind is kind}
    moved: dict[str, Any] = {name: matched[key] for name, key in targets.items() if key in matched}  # ids, by field
    return replace(entity, **moved) if moved else entity


def _pairs(kind: Kind, current: Portfolio, imported: list[Entity]) -> dict[Id, Id]:
    """Imported ids with the current ids that they stand for: equals of the same key first, the others of it in order."""
    key_of = _reader(KEYS[kind])
    here, there = _grouped(current.of(kind).values(), key_of), _grouped(imported, key_of)
    pairs: dict[Id, Id] = {}
    for key, arrived in there.items():
        pairs |= _paired(here.get(key, []), arrived, _reader(_content_fields(arrived[0])))
    return pairs


def _paired(here: list[Entity], arrived: list[Entity], content_of: Callable[[Any], Hashable]) -> dict[Id, Id]:
    pairs: dict[Id, Id] = {}
    free = defaultdict(list)
    for entity in here:
        free[content_of(entity)].append(entity.id)
    for entity in arrived:
        if free[content_of(entity)]:
            pairs[entity.id] = free[content_of(entity)].pop(0)
    taken = set(pairs.values())
    left = [entity.id for entity in here if entity.id not in taken]
    return pairs | dict(zip((entity.id for entity in arrived if entity.id not in pairs), left, strict=False))


def _grouped(entities: Iterable[Entity], key_of: Callable[[Any], Hashable]) -> dict[Hashable, list[Entity]]:
    groups: dict[Hashable, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[key_of(entity)].append(entity)
    return groups


def _reader(names: tuple[str, ...]) -> Callable[[Any], Hashable]:
    read: Callable[[Any], Hashable] = attrgetter(*names)
    return read


def _content_fields(entity: Entity) -> tuple[str, ...]:
    return tuple(each.name for each in fields(entity) if each.name != "id")


def _with_plan_of_record(current: Portfolio, after: Portfolio) -> Portfolio:
    if SETTINGS_ID not in current.of(Kind.SETTINGS):
        return after
    return after.holding(replace(after.settings, plan_of_record_id=current.settings.plan_of_record_id))
