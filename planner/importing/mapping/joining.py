"""Drafts of a mapped workbook beside the portfolio that is open: what they renew, what stays, what goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio
from data.references import REFERENCES
from data.validation import NAMED
from planner.actions.entities import removed
from planner.importing.comparing import KEYS
from planner.importing.drafts import Draft
from planner.importing.weekly.weeks import Covered

OWNERS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DEMAND_WEEK: ("demand_id",),
    Kind.BOOKING: ("demand_id", "resource_id"),
    Kind.ABSENCE: ("resource_id",),
}
DAY_OF: Mapping[Kind, str] = {Kind.DEMAND_WEEK: "week", Kind.BOOKING: "week", Kind.ABSENCE: "first"}


@dataclass(frozen=True, slots=True)
class Joined:
    """What stays of the portfolio, and the drafts, each of a name that is there already with its id."""

    base: Portfolio
    drafts: dict[Kind, list[Draft]]


def joined(base: Portfolio, drafts: Mapping[Kind, list[Draft]], covered: Iterable[Covered], complete: Collection[Kind]) -> Joined:
    """What a table speaks of goes and comes anew; of a kind that it holds completely everything that it does not name goes too."""
    named = {kind: _with_ids(base, kind, mine) if kind in NAMED else list(mine) for kind, mine in drafts.items()}
    left = base
    names = _names(base)
    for kind in Kind:
        gone = [*_lacking(left, kind, named.get(kind, []))] if kind in complete else _renewed(left, kind, named.get(kind, []), names)
        left = removed(left, kind, gone, "").applied_to(left) if gone else left
    for each in covered:
        gone = [key for key, entity in left.of(each.kind).items() if _is_covered(entity, each, names)]
        left = left.replacing([(each.kind, key, None) for key in gone])
    return Joined(left, named)


def _with_ids(base: Portfolio, kind: Kind, drafts: Sequence[Draft]) -> list[Draft]:
    """The first draft of each name that is there already takes its id; a second is a doubled name, and said to be one."""
    ids = {attrgetter("name")(entity): key for key, entity in base.of(kind).items()}
    return [replace(draft, id=ids.pop(str(draft.values["name"]))) if draft.values.get("name") in ids else draft for draft in drafts]


def _lacking(base: Portfolio, kind: Kind, drafts: Iterable[Draft]) -> list[Id]:
    here = {draft.id for draft in drafts}
    return [key for key in base.of(kind) if key not in here]


def _renewed(base: Portfolio, kind: Kind, drafts: Sequence[Draft], names: Mapping[Id, str]) -> list[Id]:
    """Things without a name of their own that have the key of a draft."""
    if kind in NAMED or kind is Kind.SETTINGS or not drafts:
        return []
    fields = KEYS[kind]
    keys = {tuple(draft.values.get(field) for field in fields) for draft in drafts}
    return [key for key, entity in base.of(kind).items() if _key(entity, kind, fields, names) in keys]


def _key(entity: Entity, kind: Kind, fields: Iterable[str], names: Mapping[Id, str]) -> tuple[Hashable, ...]:
    """The key of an entity with names in the place of ids, as drafts have it."""
    references = {each.field for each in REFERENCES if each.kind is kind}
    return tuple(names.get(value, value) if field in references else value for field in fields for value in [getattr(entity, field)])


def _is_covered(entity: Entity, covered: Covered, names: Mapping[Id, str]) -> bool:
    day: dt.date = getattr(entity, DAY_OF[covered.kind])
    return (
        covered.first <= day <= covered.last
        and tuple(names.get(getattr(entity, field), "") for field in OWNERS[covered.kind]) in covered.owners
    )


def _names(base: Portfolio) -> dict[Id, str]:
    return {key: attrgetter("name")(entity) for kind in NAMED for key, entity in base.of(kind).items()}
