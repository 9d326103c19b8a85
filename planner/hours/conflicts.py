"""Dependencies that no delays can satisfy together (R8, R9), each as a smallest set: a chain from project to project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.entities import Id
from planner.hours.dependencies import Link


@dataclass(frozen=True, slots=True)
class Window:
    """Least and most weeks of delay of a project."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A chain of dependencies, each from the successor of the one before: the last project would need `weeks` of delay.

    Leaving out any one of them, or any end of the chain, leaves delays that satisfy the rest of it.
    """

    links: tuple[Link, ...]
    weeks: int

    @property
    def projects(self) -> tuple[Id, ...]:
        """The projects of the chain in its order."""
        return (self.links[0].dependency.predecessor_id, *(link.dependency.successor_id for link in self.links))


@dataclass(frozen=True, slots=True)
class _Reached:
    """The least delay that a project can have, and the chain that makes it so."""

    weeks: int
    chain: tuple[Link, ...] = ()


def conflicts(links: Sequence[Link], windows: Mapping[Id, Window]) -> tuple[Conflict, ...]:
    """Conflicts among the projects that have a window, no dependency in two of them; empty where delays satisfy all.

    The dependencies must run in no circle, as those of a valid portfolio.
    """
    left = [link for link in links if {link.dependency.predecessor_id, link.dependency.successor_id} <= windows.keys()]
    found = []
    while (conflict := _smallest(left, windows)) is not None:
        found.append(conflict)
        left = [link for link in left if link not in conflict.links]
    return tuple(found)


def _smallest(links: Sequence[Link], windows: Mapping[Id, Window]) -> Conflict | None:
    """The conflict of fewest dependencies, among several the one that lacks most weeks; None where there is none."""
    reached = {key: _Reached(window.least) for key, window in windows.items()}
    for _ in links:
        after = _a_step_further(links, reached)
        beyond = [(its.weeks - windows[key].most, its) for key, its in after.items() if its.weeks > windows[key].most]
        if beyond:
            worst = max(beyond, key=lambda found: found[0])[1]
            return Conflict(worst.chain, worst.weeks)
        if after == reached:
            return None
        reached = after
    return None


def _a_step_further(links: Sequence[Link], reached: Mapping[Id, _Reached]) -> dict[Id, _Reached]:
    after = dict(reached)
    for link in links:
        before, key = reached[link.dependency.predecessor_id], link.dependency.successor_id
        if before.weeks + link.needed > after[key].weeks:
            after[key] = _Reached(before.weeks + link.needed, (*before.chain, link))
    return after
