"""An edit that came too late in a shared bank, in rows: what each field was, what you wanted, and what others made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.differences import called, differences
from data.edits import Change, Edit
from data.entities import Entity, Id
from data.portfolio import Portfolio
from ui.presenters.changes import ONE_OF
from ui.presenters.columns import Column, worded
from ui.presenters.field_names import field_name
from ui.presenters.saying import listed, translate

AS_IT_WAS = translate("Stale", "as it was")
NOT_THERE = translate("Stale", "not there")
REMOVED, ADDED, CHANGED, THERE = (
    translate("Stale", "removed"),
    translate("Stale", "added"),
    translate("Stale", "changed"),
    translate("Stale", "there"),
)
WHOLE = translate("Stale", "(all of it)")


@dataclass(frozen=True, slots=True)
class StaleRow:
    """One field of one thing; `clashes` where both sides changed it, and not to the same."""

    id: Id
    thing: str
    field: str
    was: str
    yours: str
    theirs: str
    clashes: bool


def rows(edit: Edit, now: Portfolio) -> tuple[StaleRow, ...]:
    """A row for each field of each thing that is not what the edit found when it was made."""
    return tuple(row for change in stale(edit, now) for row in _rows(change, now.of(change.kind).get(change.id), now))


def stale(edit: Edit, now: Portfolio) -> tuple[Change, ...]:
    """The changes of an edit that do not fit any more."""
    return tuple(change for change in edit.changes if now.of(change.kind).get(change.id) != change.before)


def says(edit: Edit, now: Portfolio, who: Mapping[Id, str]) -> str:
    """What happened, in a sentence; `who` knows by id who changed a thing last, as far as the log tells."""
    changes = stale(edit, now)
    names = sorted({who[change.id] for change in changes if change.id in who})
    whoever = listed(names) or translate("Stale", "Somebody else")
    if len(changes) != 1:
        return translate("Stale", "{whoever} changed {count} of the same things before you.").format(whoever=whoever, count=len(changes))
    what = _named(changes[0], now)
    if now.of(changes[0].kind).get(changes[0].id) is not None:
        return translate("Stale", "{whoever} changed {what} before you.").format(whoever=whoever, what=what)
    return translate("Stale", "{whoever} removed {what} before you.").format(whoever=whoever, what=what)


def advice(edit: Edit, now: Portfolio) -> str:
    """What the two ways out do."""
    if not edit.on_top_of(now):
        return translate("Stale", "Nothing is left that your change could be made to.")
    return translate(
        "Stale", "Nothing of yours is written yet. Take mine writes your fields over theirs and leaves the others as they are now."
    )


def columns() -> Sequence[Column[StaleRow]]:
    return (
        worded("thing", translate("Stale", "What"), 170, lambda row: row.thing),
        worded("field", translate("Stale", "Field"), 120, lambda row: row.field),
        worded("was", translate("Stale", "It was"), 130, lambda row: row.was, whole=True),
        worded("yours", translate("Stale", "Yours"), 130, lambda row: row.yours, mark=_mark, whole=True),
        worded("theirs", translate("Stale", "Theirs"), 130, lambda row: row.theirs, mark=_mark, whole=True),
    )


def _mark(row: StaleRow) -> str:
    return "warning" if row.clashes else ""


def _rows(change: Change, theirs: Entity | None, now: Portfolio) -> Iterator[StaleRow]:
    named = _named(change, now)

    def row(field: str, was: str, yours: str, others: str, *, clashes: bool) -> StaleRow:
        return StaleRow(Id(f"{change.id} {field}"), named, field_name(field), was, yours, others, clashes)

    if change.after is None or theirs is None or change.before is None:
        yours = REMOVED if change.after is None else CHANGED if change.before is not None else ADDED
        others = ADDED if change.before is None else REMOVED if theirs is None else CHANGED
        yield row(WHOLE, THERE if change.before is not None else NOT_THERE, yours, others, clashes=True)
    for each in differences(change.before, change.after, theirs, now):
        yield row(each.field, each.was or NOT_THERE, each.yours or AS_IT_WAS, each.theirs or AS_IT_WAS, clashes=each.clashes)


def _named(change: Change, now: Portfolio) -> str:
    there = now.of(change.kind).get(change.id) or change.after or change.before
    name = str(change.id) if there is None else called(there, now)
    return f"{ONE_OF[change.kind]} {name}"
