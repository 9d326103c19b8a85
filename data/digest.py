"""A sha256 of a portfolio's content, ids included: the same portfolio, the same digest, on every machine.

Each entity has a hash, each kind the hash of its entities' hashes in order of id, the portfolio that of its kinds; so
an edit costs the hashing of what it changed and of the kinds it touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from data.edits import Edit
from data.entities import Entity, Id
from data.portfolio import KIND_OF, Kind, Portfolio
from data.records import Record, compact_json, record

Hashes = Mapping[Id, bytes]

LATER_KINDS = frozenset({Kind.POLICY, Kind.SCENARIO, Kind.SCENARIO_CHANGE, Kind.ESTIMATE, Kind.BASELINE, Kind.STUDY})
"""Kinds that came after files had been written without them: they count only where there are any, so that no digest changed."""


def digest(portfolio: Portfolio) -> str:
    """The digest of a portfolio, as 64 hexadecimal digits."""
    return ContentHashes.of(portfolio).digest


def digest_of_records(of: Callable[[Kind], Iterable[Record]]) -> str:
    """The digest of the portfolio whose records these are, each kind's in order of id, without making its entities."""
    whole = sha256()
    for kind in Kind:
        hashes = [_hash_of(kind, each) for each in of(kind)]
        if hashes or kind not in LATER_KINDS:
            whole.update(sha256(b"".join(hashes)).digest())
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class ContentHashes:
    """The hashes a digest is made of, kept so that the next digest costs only what changes."""

    entities: Mapping[Kind, Hashes]
    kinds: Mapping[Kind, bytes]

    @classmethod
    def of(cls, portfolio: Portfolio) -> ContentHashes:
        entities = {kind: {key: _hash(entity) for key, entity in portfolio.of(kind).items()} for kind in Kind}
        return cls(MappingProxyType(entities), MappingProxyType({kind: _together(portfolio, kind, entities[kind]) for kind in Kind}))

    @property
    def digest(self) -> str:
        counted = (kind for kind in Kind if self.entities[kind] or kind not in LATER_KINDS)
        return sha256(b"".join(self.kinds[kind] for kind in counted)).hexdigest()

    def after(self, edit: Edit, portfolio: Portfolio) -> ContentHashes:
        """The hashes of `portfolio`, which is what this content became by the edit."""
        entities = dict(self.entities)
        for kind in edit.touched():
            keys = [change.id for change in edit.changes if change.kind is kind]
            entities[kind] = _renewed(self.entities[kind], keys, portfolio.of(kind))
        kinds = {kind: _together(portfolio, kind, entities[kind]) for kind in edit.touched()}
        return ContentHashes(MappingProxyType(entities), MappingProxyType({**self.kinds, **kinds}))


def _renewed(hashes: Hashes, keys: list[Id], table: Mapping[Id, Entity]) -> Hashes:
    renewed = dict(hashes)
    for key in keys:
        if key in table:
            renewed[key] = _hash(table[key])
        else:
            renewed.pop(key, None)
    return renewed


def _hash(entity: Entity) -> bytes:
    return _hash_of(KIND_OF[type(entity)], record(entity))


def _hash_of(kind: Kind, stored: Record) -> bytes:
    return sha256(compact_json((kind, *stored)).encode()).digest()


def _together(portfolio: Portfolio, kind: Kind, hashes: Hashes) -> bytes:
    return sha256(b"".join(map(hashes.__getitem__, portfolio.of(kind)))).digest()
