"""An Edit: the only way a portfolio changes, and so also undo, the change log, scenarios and imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.differences import called, changed_fields, differences, with_fields
from data.entities import Entity, Id
from data.errors import PlannerError
from data.portfolio import KIND_OF, Kind, Portfolio


class StaleEditError(PlannerError):
    """An edit was made for another state of the portfolio than the one it meets.

    `change` is the first of its changes that does not fit, `now` what stands in its place (None where it was removed), and
    `differences` tell both sides field by field.
    """

    def __init__(self, edit: Edit, change: Change, portfolio: Portfolio) -> None:
        now = portfolio.of(change.kind).get(change.id)
        self.edit = edit
        self.change = change
        self.now = now
        self.differences = differences(change.before, change.after, now, portfolio)
        there = now or change.after or change.before
        name = change.id if there is None else called(there, portfolio)
        super().__init__(
            f"“{edit.label}” cannot be applied: {change.kind.value} {name} has changed since: "
            f"{'; '.join([*_happened(change, now), *map(str, self.differences)])}. Look at it again and repeat the change."
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; None is absence, so `before` None adds and `after` None removes."""

    kind: Kind
    id: Id
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A named set of changes that happens as one or not at all; `why` is what the user says of it."""

    label: str
    changes: tuple[Change, ...]
    why: str = ""

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.label, tuple(Change(c.kind, c.id, c.after, c.before) for c in reversed(self.changes)), self.why)

    def touched(self) -> frozenset[Kind]:
        return frozenset(change.kind for change in self.changes)

    def applied_to(self, portfolio: Portfolio) -> Portfolio:
        """The portfolio after this edit.

        Raises StaleEditError where an entity is not what the edit found when it was made. Rules are checked elsewhere
        (data.validation), so that an edit can be looked at before it is judged.
        """
        for change in self.changes:
            if portfolio.of(change.kind).get(change.id) != change.before:
                raise StaleEditError(self, change, portfolio)
        return portfolio.replacing([(c.kind, c.id, c.after) for c in self.changes])

    def on_top_of(self, portfolio: Portfolio) -> Edit:
        """The edit made again on a portfolio that has changed since; empty where nothing is left of it."""
        again = (on_top_of(change, portfolio.of(change.kind).get(change.id)) for change in self.changes)
        return Edit(self.label, tuple(change for change in again if change is not None), self.why)


def on_top_of(change: Change, now: Entity | None) -> Change | None:
    """The change made again on what stands there now: the fields that it changed, the others as they are now.

    None where nothing is left of it: it stands as wanted already, or what it changed was removed.
    """
    match change.before, change.after, now:
        case before, None, _:
            after = None
        case None, after, _:
            pass
        case _, _, None:
            return None
        case before, after, there:
            after = with_fields(there, after, changed_fields(before, after))
    return None if after == now else Change(change.kind, change.id, now, after)


def adding(label: str, entities: Iterable[Entity]) -> Edit:
    """The edit that adds the entities."""
    return Edit(label, tuple(Change(KIND_OF[type(e)], e.id, None, e) for e in entities))


def between(before: Portfolio, after: Portfolio, label: str) -> Edit:
    """The edit that turns one portfolio into the other: additions in order of `Kind`, removals last and backwards."""
    changes = tuple(_kept_or_added(before, after))
    removals = tuple(_removed(before, after))
    return Edit(label, changes + removals)


def _happened(change: Change, now: Entity | None) -> Iterator[str]:
    """What happened to the thing as a whole, on either side."""
    if change.before is None:
        yield "it is there already"
    if change.before is not None and now is None:
        yield "it was removed"
    if change.before is not None and change.after is None:
        yield "you wanted to remove it"


def _kept_or_added(before: Portfolio, after: Portfolio) -> Iterator[Change]:
    for kind in Kind:
        old = before.of(kind)
        for key, entity in after.of(kind).items():
            if old.get(key) != entity:
                yield Change(kind, key, old.get(key), entity)


def _removed(before: Portfolio, after: Portfolio) -> Iterator[Change]:
    for kind in reversed(Kind):
        new = after.of(kind)
        for key, entity in before.of(kind).items():
            if key not in new:
                yield Change(kind, key, entity, None)
