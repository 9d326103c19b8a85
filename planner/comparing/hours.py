"""Hour by hour: what one plan gives and another does not, and what of it is the same work given to another person or week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from data.entities import Hours, Id
from planner.comparing.sides import Cell
from planner.insight.changes import CENT


class Happened(StrEnum):
    """What became of hours of a demand."""

    PERSON = "To another person"
    WEEK = "To another week"
    BOTH = "To another person and week"
    ADDED = "Added"
    REMOVED = "Removed"

    @property
    def is_move(self) -> bool:
        return self not in (Happened.ADDED, Happened.REMOVED)


Place: TypeAlias = tuple[Id, dt.date]
"""Resource and week."""


@dataclass(frozen=True, slots=True)
class HourChange:
    """Hours of one demand: where they were and where they are now; None where they are added, or removed."""

    demand_id: Id
    what: Happened
    hours: Hours
    before: Place | None
    after: Place | None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where hours were given before, or are now."""
        return tuple(place for place in (self.before, self.after) if place is not None)


def hour_changes(before: Mapping[Cell, Hours], after: Mapping[Cell, Hours]) -> tuple[HourChange, ...]:
    """What leads from one plan's hours to the other's, each hour told once; by demand, then by week.

    What a demand loses in one place and gains in another has moved: as much as can be to another person in the same week, then
    to another week of the same person, then to another person in another week. The rest is added or removed.
    """
    lost: dict[Id, dict[Place, Hours]] = {}
    gained: dict[Id, dict[Place, Hours]] = {}
    for cell in before.keys() | after.keys():
        more = after.get(cell, 0.0) - before.get(cell, 0.0)
        if abs(more) > CENT:
            (gained if more > 0 else lost).setdefault(cell[0], {})[cell[1], cell[2]] = abs(more)
    changes = [
        change for demand in lost.keys() | gained.keys() for change in _of_demand(demand, lost.get(demand, {}), gained.get(demand, {}))
    ]
    return tuple(sorted(changes, key=_order))


def _order(change: HourChange) -> tuple[Id, dt.date, str, dt.date, str]:
    first, last = change.places[0], change.places[-1]
    return change.demand_id, first[1], first[0], last[1], last[0]


def _of_demand(demand: Id, lost: dict[Place, Hours], gained: dict[Place, Hours]) -> Iterator[HourChange]:
    """Uses up what is lost and gained."""
    steps: tuple[tuple[Happened, Callable[[Place], object]], ...] = (
        (Happened.PERSON, lambda place: place[1]),
        (Happened.WEEK, lambda place: place[0]),
        (Happened.BOTH, lambda _place: None),
    )
    for what, by in steps:
        for source, target, hours in _paired(lost, gained, by):
            yield HourChange(demand, what, hours, source, target)
    yield from (HourChange(demand, Happened.REMOVED, hours, place, None) for place, hours in lost.items())
    yield from (HourChange(demand, Happened.ADDED, hours, None, place) for place, hours in gained.items())


def _paired(lost: dict[Place, Hours], gained: dict[Place, Hours], by: Callable[[Place], object]) -> Iterator[tuple[Place, Place, Hours]]:
    """Takes hours from the lost to the gained places that are alike in something, both in the order of weeks; what is used up is gone."""
    targets: dict[object, list[Place]] = {}
    for place in sorted(gained, key=_by_week, reverse=True):
        targets.setdefault(by(place), []).append(place)
    for source in sorted(lost, key=_by_week):
        alike = targets.get(by(source), [])
        while alike and source in lost:
            target = alike[-1]
            hours = min(lost[source], gained[target])
            yield source, target, round(hours, 2)
            if _used_up(gained, target, hours):
                alike.pop()
            _used_up(lost, source, hours)


def _used_up(hours_by_place: dict[Place, Hours], place: Place, used: Hours) -> bool:
    """Whether nothing is left there."""
    hours_by_place[place] -= used
    if hours_by_place[place] > CENT:
        return False
    del hours_by_place[place]
    return True


def _by_week(place: Place) -> tuple[dt.date, Id]:
    return place[1], place[0]
