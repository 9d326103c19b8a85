"""Entities as values that a person can read in a text file: figures as they are typed, dates as ISO text, choices by their words.

The file and its log hold records instead (data.records), which are exact to the quantum and say every field; here what a
field says by default is left out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from enum import StrEnum
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from data.entities import Entity, quantised
from data.portfolio import TYPES, Kind
from data.records import as_tuples, fits

SHOWN = 60
"""Most letters of a value in a message."""

Plain = dict[str, object]


def plain(entity: Entity) -> Plain:
    """The fields of an entity that say something else than they do by default."""
    return {
        field.name: _written(getattr(entity, field.name))
        for field in dataclasses.fields(entity)
        if getattr(entity, field.name) != field.default
    }


def entity_of_plain(kind: Kind, given: object) -> Entity:
    """The entity of such values; ValueError, with the field and what it says, where they are none of its kind."""
    if not isinstance(given, dict):
        raise ValueError(f"{_shown(given)} stands where {kind.value} should")  # noqa: TRY004 - told as everything else that is none of its kind
    hints = get_type_hints(TYPES[kind])
    fields = {field.name: field for field in dataclasses.fields(TYPES[kind])}
    if unknown := [name for name in given if name not in fields]:
        raise ValueError(f"{_shown(unknown[0])} is no field of {kind.value}")
    for name, field in fields.items():
        if field.default is dataclasses.MISSING and name not in given:
            raise ValueError(f"{name} of {kind.value} is missing")
    values: Mapping[str, Any] = {name: _read(name, hints[name], value) for name, value in given.items()}  # by the fields' own hints
    return TYPES[kind](**values)


def _written(value: object) -> object:
    match value:
        case dt.date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case tuple():
            return [_written(each) for each in value]
    return value


def _read(name: str, hint: Any, value: object) -> object:  # a type hint: typing has no type for it
    """A field's value of its own type; ValueError where it is none."""
    kinds = [part for part in get_args(hint) if part is not NoneType] if NoneType in get_args(hint) else [hint]
    if value is None and kinds != [hint]:
        return None
    kind = kinds[0].__supertype__ if isinstance(kinds[0], NewType) else kinds[0]
    try:
        return _typed(kind, value)
    except (ValueError, OverflowError) as problem:
        raise ValueError(f"{name} is {_shown(value)}") from problem


def _typed(kind: Any, value: object) -> object:
    if get_origin(kind) is tuple and fits(listed := as_tuples(value), kind):
        return listed
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return quantised(float(value))
    if isinstance(value, str) and kind is dt.date:
        return dt.date.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind in (str, int, bool) and type(value) is kind:
        return value
    raise ValueError


def _shown(value: object) -> str:
    said = repr(value)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
