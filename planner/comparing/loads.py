"""Load and capacity by week of every side: of everybody, of each role, of each team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from data.entities import Resource
from planner.comparing.sides import Side
from planner.hours.roles import folded
from solver.problem import Bools, Floats


class Grouped(StrEnum):
    """By what people are taken together."""

    ALL = "Everybody"
    ROLE = "Role"
    TEAM = "Team"


@dataclass(frozen=True, slots=True)
class Group:
    """People of one primary role or of one team, or everybody, whose name is empty."""

    by: Grouped
    name: str = ""

    def holds(self, resource: Resource) -> bool:
        match self.by:
            case Grouped.ALL:
                return True
            case Grouped.ROLE:
                return folded(resource.role) == folded(self.name)
            case Grouped.TEAM:
                return resource.team == self.name


EVERYBODY = Group(Grouped.ALL)


@dataclass(frozen=True)
class Load:
    """(S, W) hours given and capacity of one group: a row for each side, a column for each of the weeks; NaN outside its horizon."""

    weeks: tuple[dt.date, ...]
    hours: Floats
    capacity: Floats


def groups(sides: Sequence[Side]) -> tuple[Group, ...]:
    """Everybody, then roles and teams by name, as they are first written."""
    people = [resource for side in sides for resource in side.portfolio.resources.values()]
    roles = {folded(each.role): each.role for each in reversed(people)}
    teams = sorted({each.team for each in people if each.team})
    return (
        EVERYBODY,
        *(Group(Grouped.ROLE, roles[key]) for key in sorted(roles)),
        *(Group(Grouped.TEAM, team) for team in teams),
    )


def load_of(sides: Sequence[Side], group: Group) -> Load:
    """Over the weeks from the first to the last of any side."""
    first, last = min(side.book.weeks[0] for side in sides), max(side.book.weeks[-1] for side in sides)
    weeks = tuple(first + dt.timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    hours, capacity = np.full((2, len(sides), len(weeks)), np.nan)
    for row, side in enumerate(sides):
        begin = (side.book.weeks[0] - first).days // 7
        span = slice(begin, begin + len(side.book.weeks))
        chosen = _chosen(side, group)
        hours[row, span], capacity[row, span] = side.book.load[chosen].sum(axis=0), side.book.capacity[chosen].sum(axis=0)
    return Load(weeks, hours, capacity)


def _chosen(side: Side, group: Group) -> Bools:
    return np.array([group.holds(resource) for resource in side.portfolio.resources.values()], bool)
