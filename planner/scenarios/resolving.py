"""A scenario replayed on the plan of record as it is today.

A change is made again field by field: what the scenario changed is as it wants it, everything else as the plan of record
has it now. A change that the plan of record no longer allows is left out whole, and a finding says why and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.differences import changed_fields, with_fields
from data.edits import Change, Edit
from data.entities import Entity, Id, Scenario, ScenarioChange
from data.findings import Finding, note, warning
from data.portfolio import KIND_OF, Kind, Portfolio
from data.validation import Fault, field_words, new_faults, place
from planner.actions.entities import removed

Key = tuple[Kind, Id]


@dataclass(frozen=True, slots=True)
class Missed:
    """A change of a scenario that has no effect on the plan of record of today, or another one than it had, and why.

    `can_keep` is whether it has one once it is made again on top of today's (planner.actions.scenarios.kept).
    """

    change: ScenarioChange
    finding: Finding
    can_keep: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """The plan of record with a scenario's changes. `missed` are those left out; `remarks` are of what was done all the same."""

    portfolio: Portfolio
    missed: tuple[Missed, ...] = ()
    remarks: tuple[Missed, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was left out, then what was done all the same and should be known."""
        return tuple(each.finding for each in (*self.missed, *self.remarks))


def changes_of(portfolio: Portfolio, scenario_id: Id) -> tuple[ScenarioChange, ...]:
    """What a scenario changes, by kind: what others refer to first."""
    mine = [each for each in portfolio.scenario_changes.values() if each.scenario_id == scenario_id]
    order = {kind: place for place, kind in enumerate(Kind)}
    return tuple(sorted(mine, key=lambda each: (order[key_of(each)[0]], each.id)))


def key_of(change: ScenarioChange) -> Key:
    """Kind and id of what a scenario changes."""
    thing = thing_of(change)
    return KIND_OF[type(thing)], thing.id


def thing_of(change: ScenarioChange) -> Entity:
    """The thing as the scenario wants it, else as it was; KeyError where it says neither, which no portfolio holds."""
    thing = change.after or change.before
    if thing is None:
        raise KeyError(change.id)
    return thing


def scenario_named(portfolio: Portfolio, name: str) -> Scenario | None:
    """The scenario of a name; surrounding space does not count."""
    return next((each for each in portfolio.scenarios.values() if each.name.strip() == name.strip()), None)


def resolve(portfolio: Portfolio, scenario_id: Id) -> Resolved:
    """The plan of record with the scenario's changes made on it, and marked as the scenario's; equal to it where there are none."""
    found = replayed(portfolio, changes_of(portfolio, scenario_id))
    return replace(found, portfolio=replace(found.portfolio, scenario_id=scenario_id))


def replayed(portfolio: Portfolio, changes: Iterable[ScenarioChange]) -> Resolved:
    """The same for any changes, such as those that a scenario would have."""
    missed: list[Missed] = []
    remarks: list[Missed] = []
    wanted: dict[Key, tuple[ScenarioChange, Change]] = {}
    for change in changes:
        now = portfolio.of(key_of(change)[0]).get(key_of(change)[1])
        again, remark = _again(change, now, portfolio)
        if again is not None:
            wanted[key_of(change)] = change, again
        if remark is not None:
            (missed if again is None else remarks).append(Missed(change, remark, is_clash(change, now)))
    after, dropped = _fitting(portfolio, wanted)
    remarks = [each for each in remarks if key_of(each.change) in wanted]
    return Resolved(after, (*missed, *dropped), tuple(remarks))


def is_clash(change: ScenarioChange, now: Entity | None) -> bool:
    """Whether the plan of record has moved on where the scenario changes it, and not to the same."""
    before, after = change.before, change.after
    if now == after or after is None:
        return False
    if before is None or now is None:
        return before != now
    mine = changed_fields(before, after)
    return any(name in mine and getattr(now, name) != getattr(after, name) for name in changed_fields(before, now))


def _again(change: ScenarioChange, now: Entity | None, portfolio: Portfolio) -> tuple[Change | None, Finding | None]:
    """The change made again on what stands there now, None where it cannot be; and what should be known of it."""
    kind, key = key_of(change)
    before, after = change.before, change.after
    if now == after:
        return None, note(_place(change, portfolio), "is already so in the plan of record", "drop this change")
    if after is None:
        changed = now is not None and before is not None and now != before
        told = note(_place(change, portfolio), "has changed in the plan of record since, and is removed all the same") if changed else None
        return Change(kind, key, now, None), told
    if before is None:
        told = warning(_place(change, portfolio), "was added to the plan of record otherwise meanwhile", _KEEP_OR_DROP)
        return (Change(kind, key, None, after), None) if now is None else (None, told)
    if now is None:
        return None, warning(
            _place(change, portfolio), "was removed from the plan of record", "drop this change, or keep it to add it again"
        )
    return _merged(change, before, after, now, portfolio)


def _merged(
    change: ScenarioChange, before: Entity, after: Entity, now: Entity, portfolio: Portfolio
) -> tuple[Change | None, Finding | None]:
    """What the scenario changed as it wants it, the rest as it is now; None where both changed one field, and not alike."""
    mine = changed_fields(before, after)
    clashing = [name for name in changed_fields(before, now) if name in mine and getattr(now, name) != getattr(after, name)]
    if clashing:
        words = ", ".join(map(field_words, clashing))
        return None, warning(_place(change, portfolio), f"the plan of record has changed its {words} meanwhile", _KEEP_OR_DROP)
    kind, key = key_of(change)
    return Change(kind, key, now, with_fields(now, after, mine)), None


_KEEP_OR_DROP = "keep the scenario's, or drop this change"


def _fitting(portfolio: Portfolio, wanted: dict[Key, tuple[ScenarioChange, Change]]) -> tuple[Portfolio, list[Missed]]:
    """The portfolio with the wanted changes, less those that would break its rules; what is left out leaves `wanted`."""
    dropped: list[Missed] = []
    while wanted:
        edit = _edit(portfolio, [again for _, again in wanted.values()])
        after = edit.applied_to(portfolio)
        culprits = _culprits(new_faults(edit, portfolio, after), wanted)
        if not culprits:
            return after, dropped
        for key, fault in culprits.items():
            change, _ = wanted.pop(key)
            dropped.append(
                Missed(change, warning(_place(change, portfolio), _told(fault, key, after), f"{fault.remedy}, or drop this change"))
            )
    return portfolio, dropped


def _edit(portfolio: Portfolio, changes: list[Change]) -> Edit:
    """The changes, and what has come to refer to something that they remove: it goes with it, as it does when a user removes it."""
    said = {(each.kind, each.id) for each in changes}
    gone: dict[Kind, list[Id]] = {}
    for each in changes:
        if each.after is None:
            gone.setdefault(each.kind, []).append(each.id)
    along: dict[Key, Change] = {}
    for kind, ids in gone.items():
        for other in removed(portfolio, kind, ids, "").changes:
            key = (other.kind, other.id)
            if key not in said and (key not in along or other.after is None):
                along[key] = other
    return Edit("", (*changes, *along.values()))


def _culprits(faults: tuple[Fault, ...], wanted: Mapping[Key, tuple[ScenarioChange, Change]]) -> dict[Key, Fault]:
    """The changes to leave out because of faults: those of what is at fault itself, else the last one of its kind, else the last."""
    own = {(KIND_OF[type(fault.entity)], fault.entity.id): fault for fault in reversed(faults)}
    found = {key: fault for key, fault in own.items() if key in wanted}
    if found or not faults:
        return found
    kind = KIND_OF[type(faults[0].entity)]
    return {next((key for key in reversed(list(wanted)) if key[0] is kind), list(wanted)[-1]): faults[0]}


def _told(fault: Fault, key: Key, after: Portfolio) -> str:
    """What is wrong, and with what where that is another thing."""
    said = f"{field_words(fault.field)} {fault.problem}"
    own = (KIND_OF[type(fault.entity)], fault.entity.id) == key
    return f"does not fit the plan of record any more: {said if own else f'{place(after, fault.entity)}, {said}'}"


def _place(change: ScenarioChange, portfolio: Portfolio) -> str:
    """What the changed thing is called now, else what it was or would be called."""
    kind, key = key_of(change)
    called: Iterator[Entity | None] = iter((portfolio.of(kind).get(key), change.after, change.before))
    return place(portfolio, next(entity for entity in called if entity is not None))
