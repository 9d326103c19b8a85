"""Entities as the plain values that the file, its digest and its change log hold: whole numbers and text.

Figures are whole ten-thousandths (`QUANTUM`), dates ISO text, yes and no 1 and 0, choices their word, lists JSON text,
an entity inside another JSON text of its kind and fields.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from operator import attrgetter
from types import MappingProxyType, NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from data.entities import Entity
from data.portfolio import KIND_OF, TYPES, Kind

Stored = int | str | None
Record = tuple[Stored, ...]

QUANTA = 10_000
"""Steps of `QUANTUM` in 1."""

Coding = Callable[[Any], Any]  # a field's own type in or out

_ENTITIES = list(get_args(Entity))


def quanta(figure: float) -> int:
    return round(figure * QUANTA)


def figure(stored: int) -> float:
    return stored / QUANTA


_encoder = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))  # made once: it writes every entity


def compact_json(value: object) -> str:
    """The one way JSON is written here, so that equal values are equal text."""
    return _encoder.encode(value)


@dataclass(frozen=True, slots=True)
class _Codec:
    """How one kind is stored: its fields in the order of its dataclass, and the places of those that are rewritten."""

    fields: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]  # attrgetter of the fields, whose types differ
    writing: tuple[tuple[int, Coding], ...]
    reading: tuple[tuple[int, Coding], ...]


def as_tuples(value: Any) -> Any:
    """What JSON reads, with tuples where entities have them."""
    return tuple(as_tuples(item) for item in value) if isinstance(value, list) else value


def _read_tuple(stored: str, *, hint: Any) -> Any:
    read = as_tuples(json.loads(stored))
    if not fits(read, hint):
        raise ValueError(f"“{stored[:80]}” is no {hint}")
    return read


def fits(value: Any, hint: Any) -> bool:
    """Whether a value is of a type made of tuples and plain types."""
    if get_origin(hint) is not tuple:
        return type(value) is hint
    parts = get_args(hint)
    if type(value) is not tuple:
        return False
    if len(parts) == 2 and parts[1] is Ellipsis:
        return all(fits(each, parts[0]) for each in value)
    return len(value) == len(parts) and all(map(fits, value, parts))


def _codings(hint: Any) -> tuple[Coding, Coding] | None:  # a type hint: typing has no type for it
    """How a field of this type is written and read; None where it is stored as it is."""
    chosen = [part for part in get_args(hint) if part is not NoneType] if NoneType in get_args(hint) else [hint]
    kind = chosen[0]
    if chosen == _ENTITIES:
        return _written_entity, _read_entity
    if get_origin(kind) is tuple:
        return compact_json, partial(_read_tuple, hint=kind)
    if kind is dt.date:
        return dt.date.isoformat, dt.date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, kind
    codings: dict[Any, tuple[Coding, Coding]] = {float: (quanta, figure), bool: (int, bool)}
    return codings.get(kind)


def _written_entity(entity: Entity) -> str:
    kind = KIND_OF[type(entity)]
    return compact_json({kind.value: dict(zip(FIELDS[kind], record(entity), strict=True))})


def _read_entity(stored: str) -> Entity:
    """ValueError where the text is no entity."""
    try:
        ((kind, values),) = json.loads(stored).items()
        fields = FIELDS[Kind(kind)]
        return entity_of(Kind(kind), tuple(values[name] for name in fields))
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"“{stored[:80]}” is nothing that a portfolio holds") from problem


def _codec(entity: type[Entity]) -> _Codec:
    hints = get_type_hints(entity)
    fields = tuple(field.name for field in dataclasses.fields(entity))
    codings = [(place, coding) for place, field in enumerate(fields) if (coding := _codings(hints[field]))]
    writing = tuple((place, write) for place, (write, _) in codings)
    reading = tuple((place, read) for place, (_, read) in codings)
    return _Codec(fields, attrgetter(*fields), writing, reading)


_CODECS: Mapping[Kind, _Codec] = MappingProxyType({kind: _codec(entity) for kind, entity in TYPES.items()})

FIELDS: Mapping[Kind, tuple[str, ...]] = MappingProxyType({kind: codec.fields for kind, codec in _CODECS.items()})
"""The fields of each kind, in the order of their values in a record."""


def record(entity: Entity) -> Record:
    codec = _CODECS[KIND_OF[type(entity)]]
    return tuple(_coded(codec.values(entity), codec.writing))


def entity_of(kind: Kind, stored: Record) -> Entity:
    """The entity of a record; ValueError where a word or date is none of ours."""
    values = _coded(stored, _CODECS[kind].reading)
    return cast(Callable[..., Entity], TYPES[kind])(*values)  # fields differ by kind; the codec has their order


def _coded(values: tuple[Any, ...], codings: tuple[tuple[int, Coding], ...]) -> list[Any]:
    coded = list(values)
    for place, coding in codings:
        if coded[place] is not None:
            coded[place] = coding(coded[place])
    return coded
