"""What stands since a moment ago: tables of a large portfolio are worked out anew only where an edit touched them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio

if TYPE_CHECKING:
    from solver.problem import Floats

Thing = TypeVar("Thing", bound=Entity)


@dataclass(frozen=True, slots=True)
class Before:
    """A portfolio of a moment ago and a table of it, whose rows are in the order of one of its kinds."""

    portfolio: Portfolio
    table: Floats


def same(before: Portfolio, now: Portfolio, *kinds: Kind) -> bool:
    """Whether no edit between the two touched any of these kinds."""
    return all(before.of(kind) is now.of(kind) for kind in kinds)


def changed(before: Mapping[Id, Thing], now: Mapping[Id, Thing]) -> list[Thing]:
    """Everything that came, went or is another, as it was and as it is."""
    if before is now:
        return []
    fresh = [thing for key, thing in now.items() if before.get(key) is not thing]
    return fresh + [thing for key, thing in before.items() if now.get(key) is not thing]


def rows_changed(before: Mapping[Id, Thing], now: Mapping[Id, Thing]) -> list[int] | None:
    """The rows in which another thing stands than before; None where not the same ones stand in the same order."""
    if before is now:
        return []
    if list(before) != list(now):
        return None
    return [row for row, (was, thing) in enumerate(zip(before.values(), now.values(), strict=True)) if was is not thing]


def renewed(
    table: Floats,
    before: Mapping[Id, Thing],
    now: Mapping[Id, Thing],
    stale: AbstractSet[Id],
    made: Callable[[Sequence[Thing]], Floats],
) -> Floats:
    """The table for what there is now: rows of the very same things as before, but for the `stale`, are taken over; the others are made."""
    if before is now and not stale:
        return table
    if not before:
        return made(list(now.values()))
    row = {key: number for number, key in enumerate(before)}
    fresh = rows_changed(before, now)
    if fresh is not None:
        fresh = sorted({*fresh, *(row[key] for key in stale if key in row)})
        found = table.copy()
    else:
        source = [row[key] if before.get(key) is thing and key not in stale else -1 for key, thing in now.items()]
        fresh = [number for number, at in enumerate(source) if at < 0]
        found = table[source]
    if fresh:
        things = list(now.values())
        found[fresh] = made([things[number] for number in fresh])
    return found
