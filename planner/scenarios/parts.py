"""A scenario part by part: what it changes of each project, person, calendar and policy, so that some of it can be put in force.

A part is a project with its estimate, its demands, their weeks and bookings, and its dependencies at either end; a resource with its
absences; a calendar with its holidays; a policy; or the settings. All parts together are the whole scenario. What ties two
projects, such as a dependency, belongs to both and goes with either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.edits import Change, Edit, between
from data.entities import Absence, Booking, Demand, DemandWeek, Dependency, Entity, Estimate, Holiday, Id
from data.errors import PlannerError
from data.findings import Finding, error
from data.portfolio import KIND_OF, WHAT_IF_KINDS, Kind, Portfolio
from data.references import REFERENCES
from data.validation import Fault, field_words, new_faults, place
from planner.scenarios.resolving import Key, resolve

HEADS = (Kind.PROJECT, Kind.RESOURCE, Kind.CALENDAR, Kind.POLICY, Kind.SETTINGS)
"""What a part is of, in the order in which parts are told."""
MOST_TRIED = 20
"""Parts that are needed are tried one by one for whether all are, up to so many."""
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes of one thing and all that belongs to it; `name` is what it is called afterwards, or was where it is removed."""

    key: Key
    name: str
    changes: tuple[Change, ...]

    @property
    def kind(self) -> Kind:
        return self.key[0]


class IncompleteError(PlannerError):
    """Some parts of a scenario cannot be put in force without others; `findings` says why, `needs` which."""

    def __init__(self, findings: tuple[Finding, ...], needs: tuple[Part, ...]) -> None:
        self.findings, self.needs = findings, needs
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        named = ", ".join(said(part) for part in needs[:MOST_NAMED])
        others = f" and {len(needs) - MOST_NAMED} more" if len(needs) > MOST_NAMED else ""
        way_out = f". Take along: {named}{others}" if needs else ""
        super().__init__(f"Nothing was promoted, since this cannot be without the rest: {findings[0]}{more}{way_out}")


def said(part: Part) -> str:
    """What a part is called in a sentence: its kind and its name."""
    return "Settings" if part.kind is Kind.SETTINGS else f"{part.kind.name.title()} {part.name}"


@dataclass(frozen=True)
class Parts:
    """Everything that a scenario would change of a plan of record, part by part."""

    record: Portfolio
    wanted: Portfolio

    @classmethod
    def of(cls, record: Portfolio, scenario_id: Id) -> Parts:
        """Those of a scenario as it fits the plan of record of today."""
        return cls(record, resolve(record, scenario_id).portfolio)

    @cached_property
    def whole(self) -> tuple[Change, ...]:
        """What the whole scenario changes, in the order in which it is done."""
        return between(self.record, self.wanted, "").changes

    @cached_property
    def all(self) -> tuple[Part, ...]:
        """Projects first, then people, calendars, policies and the settings, each by name."""
        return _parted(self.record, self.wanted, self.whole)

    @cached_property
    def keys(self) -> frozenset[Key]:
        return frozenset(part.key for part in self.all)

    def edit(self, chosen: Collection[Key], label: str) -> Edit:
        """The changes of the chosen parts, each once, in the order in which the whole scenario would make them."""
        taken = {(change.kind, change.id) for part in self.all if part.key in chosen for change in part.changes}
        return Edit(label, tuple(change for change in self.whole if (change.kind, change.id) in taken))

    def faults(self, chosen: Collection[Key]) -> tuple[Fault, ...]:
        """The rules that the chosen parts would break without the others."""
        edit = self.edit(chosen, "")
        return new_faults(edit, self.record, edit.applied_to(self.record))

    def findings(self, chosen: Collection[Key]) -> tuple[Finding, ...]:
        """The same in words, which name what is not chosen too."""
        return tuple(
            error(f"{place(self._known, fault.entity)}, {field_words(fault.field)}", fault.problem, fault.remedy)
            for fault in self.faults(chosen)
        )

    @cached_property
    def _known(self) -> Portfolio:
        """Everything that has a name before or afterwards."""
        return self.record.holding(*(change.after for change in self.whole if change.after is not None))

    def needs(self, chosen: Collection[Key]) -> tuple[Part, ...]:
        """What else has to be chosen for the rules to hold; nothing where they do. None of it is there in vain, unless there is much of it."""
        taken = set(chosen)
        while faults := self.faults(taken):
            left = [part for part in self.all if part.key not in taken]
            more = _concerned(faults, left, self.record) or left
            if not more:
                break
            taken.update(part.key for part in more)
        added = [part for part in self.all if part.key in taken and part.key not in chosen]
        for part in added if len(added) <= MOST_TRIED else ():
            if not self.faults(taken - {part.key}):
                taken.discard(part.key)
        return tuple(part for part in added if part.key in taken)

    def checked(self, chosen: Collection[Key], label: str) -> Edit:
        """The edit of the chosen parts; IncompleteError where it would break a rule."""
        if findings := self.findings(chosen):
            raise IncompleteError(findings, self.needs(chosen))
        return self.edit(chosen, label)


def _parted(record: Portfolio, wanted: Portfolio, changes: Iterable[Change]) -> tuple[Part, ...]:
    projects = _projects_of_demands(record, wanted)
    by_head: dict[Key, dict[Key, Change]] = defaultdict(dict)
    for change in changes:
        if change.kind not in WHAT_IF_KINDS:
            for head in (*_heads(change.before, projects), *_heads(change.after, projects)):
                by_head[head][change.kind, change.id] = change
    parts = (Part(head, _name(head, record, wanted), tuple(found.values())) for head, found in by_head.items())
    return tuple(sorted(parts, key=lambda part: (HEADS.index(part.kind), part.name.casefold(), part.key[1])))


def _projects_of_demands(*portfolios: Portfolio) -> Mapping[Id, frozenset[Id]]:
    found: dict[Id, frozenset[Id]] = defaultdict(frozenset)
    for portfolio in portfolios:
        for demand in portfolio.demands.values():
            found[demand.id] |= {demand.project_id}
    return found


def _heads(thing: Entity | None, projects: Mapping[Id, frozenset[Id]]) -> Iterator[Key]:
    """The parts that a thing belongs to; none for nothing."""
    match thing:
        case None:
            pass
        case Demand() | Estimate():
            yield Kind.PROJECT, thing.project_id
        case DemandWeek() | Booking():
            for key in projects[thing.demand_id]:
                yield Kind.PROJECT, key
        case Dependency():
            yield Kind.PROJECT, thing.predecessor_id
            yield Kind.PROJECT, thing.successor_id
        case Absence():
            yield Kind.RESOURCE, thing.resource_id
        case Holiday():
            yield Kind.CALENDAR, thing.calendar_id
        case _:
            yield KIND_OF[type(thing)], thing.id


def _name(head: Key, record: Portfolio, wanted: Portfolio) -> str:
    thing = wanted.of(head[0]).get(head[1]) or record.of(head[0])[head[1]]
    return _name_of(thing)


def _concerned(faults: Iterable[Fault], left: Sequence[Part], record: Portfolio) -> list[Part]:
    """The parts left over that have to do with the faults: what is referred to, what has the name, what may open a circle."""
    keys: set[Key] = set()
    names: set[tuple[Kind, str]] = set()
    is_circle = False
    for fault in faults:
        keys |= set(_things(fault))
        names |= _names(fault)
        is_circle |= isinstance(fault.entity, Dependency) and fault.entity.successor_id in record.projects

    def concerns(change: Change) -> bool:
        return (
            (change.kind, change.id) in keys
            or (is_circle and change.kind is Kind.DEPENDENCY)
            or (change.kind, _name_of(change.before)) in names
        )

    return [part for part in left if any(map(concerns, part.changes))]


def _things(fault: Fault) -> Iterator[Key]:
    """The thing at fault and what its field refers to."""
    kind = KIND_OF[type(fault.entity)]
    yield kind, fault.entity.id
    for reference in REFERENCES:
        if reference.kind is kind and reference.field == fault.field:
            yield reference.target, getattr(fault.entity, fault.field)


def _names(fault: Fault) -> set[tuple[Kind, str]]:
    """The name that two of a kind would have."""
    return {(KIND_OF[type(fault.entity)], _name_of(fault.entity))} if fault.field == "name" else set()


def _name_of(thing: Entity | None) -> str:
    return str(getattr(thing, "name", "")).strip()
