"""Which thing of a portfolio each thing of a sent scenario is: the one of the same id, else the one of the same name.

What has no name is the one that stands where it stood, such as the booking of the same person, demand and week. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Any

from data.entities import Calendar, Demand, Entity, Id, Project, Resource
from data.portfolio import KIND_OF, Kind, Portfolio
from data.references import REFERENCES
from data.scenario_file import BY_NAME, SentChange, SentScenario
from planner.importing.comparing import KEYS
from planner.scenarios.resolving import Key


class UnfitError(Exception):
    """A thing or something that it refers to is not in the portfolio; the message reads on after the name of the thing."""


class Matching:
    """The things of one portfolio by those of one sent scenario."""

    def __init__(self, portfolio: Portfolio, sent: SentScenario) -> None:
        self._portfolio, self._sent = portfolio, sent
        self._named = {(kind, key): name.strip() for kind, names in sent.names.items() for key, name in names.items()}
        self._added = {(each.kind, each.id) for each in sent.changes if each.is_addition}
        self._of_file = self._named.keys() | {(each.kind, each.id) for each in sent.changes}
        self._taken: set[Key] = set()

    def id_of(self, change: SentChange) -> Id:
        """The id that the changed thing has here, which no other change has. UnfitError where it is not here."""
        key = self._reference(change.kind, change.id)
        if key is None and change.kind not in BY_NAME:
            key = self._standing(change)
        if key is None:
            raise UnfitError("is not in this portfolio")
        if (change.kind, key) in self._taken:
            raise UnfitError("is here what is two things in the scenario")
        self._taken.add((change.kind, key))
        return key

    def relinked(self, entity: Entity, now: Entity | None = None, alone: frozenset[str] = frozenset()) -> Entity:
        """The entity with references to what is here. UnfitError where something is not, unless the field is one left `alone`: as it is `now`."""
        links: dict[str, Any] = {}  # ids, by field
        for reference in REFERENCES:
            if reference.kind is not KIND_OF[type(entity)] or (meant := getattr(entity, reference.field)) is None:
                continue
            link = self._reference(reference.target, meant)
            if link is None and now is not None and reference.field in alone:
                link = getattr(now, reference.field)
            elif link is None:
                raise UnfitError(f"refers to {self._called(reference.target, meant)}, which is not in this portfolio")
            links[reference.field] = link
        return replace(entity, **links)

    @cached_property
    def known(self) -> Portfolio:
        """The portfolio with whatever else the scenario names, to speak of it."""
        stand_ins = [(kind, key, _stand_in(kind, key, name, self._portfolio)) for (kind, key), name in self._named.items()]
        added = [(each.kind, each.id, each.after) for each in self._sent.changes]
        return self._portfolio.replacing(
            [(kind, key, thing) for kind, key, thing in (*stand_ins, *added) if thing is not None and key not in self._portfolio.of(kind)]
        )

    def _reference(self, kind: Kind, key: Id) -> Id | None:
        """What has the id, or is added by the scenario itself, else what has the name; None where nothing is it."""
        if key in self._portfolio.of(kind) or (kind, key) in self._added:
            return key
        name = self._named.get((kind, key))
        return None if name is None else self._by_name.get(kind, {}).get(name)

    @cached_property
    def _by_name(self) -> Mapping[Kind, Mapping[str, Id]]:
        """What is here by its names, but for what the scenario knows by its id."""
        name_of = attrgetter("name")
        return {
            kind: {name_of(each).strip(): key for key, each in self._portfolio.of(kind).items() if (kind, key) not in self._of_file}
            for kind in BY_NAME
        }

    def _standing(self, change: SentChange) -> Id | None:
        """What stands where the thing stood when the scenario was sent; of several the one that is the same in all."""
        if change.now is None:
            return None
        wanted = self.relinked(change.now)
        where = attrgetter(*KEYS[change.kind])
        there = [
            each
            for each in self._portfolio.of(change.kind).values()
            if where(each) == where(wanted) and (change.kind, each.id) not in self._taken | self._of_file
        ]
        same = [each for each in there if replace(wanted, id=each.id) == each]
        if len(there) > 1 and not same:
            raise UnfitError("is one of several here, and none of them is the same")
        return next((each.id for each in same or there), None)

    def _called(self, kind: Kind, key: Id) -> str:
        name = self._named.get((kind, key))
        return "something that was removed" if name is None else f"{kind.name.lower()} {name}"


def _stand_in(kind: Kind, key: Id, name: str, portfolio: Portfolio) -> Entity | None:
    """Something of the kind that has the name."""
    match kind:
        case Kind.CALENDAR:
            return Calendar(key, name)
        case Kind.RESOURCE:
            return Resource(key, name, "")
        case Kind.PROJECT:
            return Project(key, name)
        case Kind.DEMAND:
            return Demand(key, name, key, "", portfolio.settings.start, portfolio.settings.start)
        case _:
            return None
