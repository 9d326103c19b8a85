"""Edits of any entity: added, changed, or removed with all that refers to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from data.edits import Change, Edit
from data.entities import Entity, Id, quantised
from data.portfolio import KIND_OF, Kind, Portfolio
from data.references import REFERENCES, Reference


def added(entity: Entity, label: str) -> Edit:
    tidy = tidied(entity)
    return Edit(label, (Change(KIND_OF[type(tidy)], tidy.id, None, tidy),))


def changed(portfolio: Portfolio, entity: Entity, label: str) -> Edit:
    """The edit that puts the entity in place of the one with its id; empty where they are equal."""
    return all_changed(portfolio, [entity], label)


def all_changed(portfolio: Portfolio, entities: Iterable[Entity], label: str) -> Edit:
    """The same for several, undone in one step."""
    tidy = [tidied(entity) for entity in entities]
    pairs = [(portfolio.of(KIND_OF[type(entity)])[entity.id], entity) for entity in tidy]
    return Edit(label, tuple(Change(KIND_OF[type(new)], new.id, old, new) for old, new in pairs if old != new))


def removed(portfolio: Portfolio, kind: Kind, ids: Iterable[Id], label: str) -> Edit:
    """The edit that removes the entities with all that cannot be without them; what may, only forgets them.

    What belongs to another goes first, so that the changes read, and are undone, in an order that makes sense.
    """
    gone = _gone(portfolio, kind, ids)
    forgetting = list(_forgetting(portfolio, gone))
    removing = [Change(each, key, portfolio.of(each)[key], None) for each in reversed(Kind) for key in gone.get(each, ())]
    return Edit(label, (*forgetting, *removing))


def tidied(entity: Entity) -> Entity:
    """The entity as it is kept: figures of four decimals, text without space around it."""
    values = [(name, getattr(entity, name)) for name in _FIELDS[type(entity)]]
    untidy = {name: tidy for name, value in values if (tidy := _tidy(value)) is not value}
    return dataclasses.replace(entity, **untidy) if untidy else entity


_FIELDS = {kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in KIND_OF}


def _tidy(value: Any) -> Any:  # whatever type a field has
    if type(value) is float:
        return quantised(value)
    return value.strip() if type(value) is str else value


def _gone(portfolio: Portfolio, kind: Kind, ids: Iterable[Id]) -> dict[Kind, dict[Id, None]]:
    """Everything that goes with the entities, by kind; one pass reaches all, as REFERENCES is in the order of `Kind`."""
    gone: dict[Kind, dict[Id, None]] = {kind: dict.fromkeys(ids)}
    for reference in REFERENCES:
        if reference.outlives:
            continue
        for entity in _referring(portfolio, reference, gone):
            gone.setdefault(reference.kind, {})[entity.id] = None
    return gone


def _forgetting(portfolio: Portfolio, gone: dict[Kind, dict[Id, None]]) -> Iterator[Change]:
    for reference in REFERENCES:
        if reference.outlives:
            for entity in _referring(portfolio, reference, gone):
                if entity.id not in gone.get(reference.kind, ()):
                    blank: dict[str, Any] = {reference.field: None}  # replace() cannot know the field's type
                    yield Change(reference.kind, entity.id, entity, dataclasses.replace(entity, **blank))


def _referring(portfolio: Portfolio, reference: Reference, gone: dict[Kind, dict[Id, None]]) -> list[Entity]:
    targets = gone.get(reference.target, {})
    referred = attrgetter(reference.field)
    return [entity for entity in portfolio.of(reference.kind).values() if referred(entity) in targets] if targets else []
