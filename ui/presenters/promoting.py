"""What putting a scenario in force would do, part by part, and what may be chosen of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.edits import Edit
from data.entities import Id
from data.portfolio import Kind, Portfolio
from planner.scenarios.parts import Part, Parts
from planner.scenarios.resolving import Key
from ui.presenters import changes
from ui.presenters.changes import ONE_OF, Happening
from ui.presenters.formats import Formats
from ui.presenters.saying import counted, listed, translate
from ui.presenters.scenarios import Tried, line_words, promise, tried

MOST_TOLD = 12
"""Changes of a part that are told on hovering; more are counted."""
MOST_NAMED = 3

GROUPS = {
    Kind.PROJECT: translate("Promoting", "Projects"),
    Kind.RESOURCE: translate("Promoting", "People and equipment"),
    Kind.CALENDAR: translate("Promoting", "Calendars"),
    Kind.POLICY: translate("Promoting", "Policies"),
    Kind.SETTINGS: translate("Promoting", "Settings"),
}
"""What parts stand under, in their order."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part as it is offered: what it is called, what changes in one line, and every change in several."""

    key: Key
    name: str
    says: str
    details: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that a scenario would change, and what may be chosen of it."""

    tried: Tried
    parts: Parts
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a choice; `needs` are the parts that it cannot be without, `can_be` whether it can be put in force as it is."""

    says: str
    can_be: bool
    needs: tuple[Key, ...] = ()


def offer(record: Portfolio, scenario_id: Id, formats: Formats) -> Offer:
    """What promoting means, worked out; takes its time."""
    parts = Parts.of(record, scenario_id)
    return Offer(tried(record, scenario_id, None, formats), parts, tuple(_line(part, parts, formats) for part in parts.all))


def verdict(of: Offer, chosen: Collection[Key]) -> Verdict:
    """Whether the chosen parts can be put in force without the others; takes its time in a large portfolio."""
    if of.parts.keys <= set(chosen):
        return Verdict(promise(of.tried), can_be=True)
    if not chosen:
        return Verdict(translate("Promoting", "Tick what is to be put in force."), can_be=False)
    findings = of.parts.findings(chosen)
    if not findings:
        return Verdict(_part_promise(of.parts, chosen), can_be=True)
    needs = of.parts.needs(chosen)
    names = [f"{ONE_OF[part.kind]} {part.name}".strip() for part in needs[:MOST_NAMED]]
    if len(needs) > MOST_NAMED:
        names.append(counted("Promoting", "%n more", "%n more", len(needs) - MOST_NAMED))
    says = translate("Promoting", "This cannot be put in force without {needs}: {problem}.").format(
        needs=listed(names), problem=str(findings[0]).rstrip(".")
    )
    return Verdict(says, can_be=False, needs=tuple(part.key for part in needs))


def _part_promise(parts: Parts, chosen: Collection[Key]) -> str:
    happened = [changes.happening(change) for change in parts.edit(chosen, "").changes]
    what = ", ".join(changes.COUNTED[each].format(count=happened.count(each)) for each in Happening if each in happened)
    left = len(parts.keys - set(chosen))
    done = translate("Promoting", "What is ticked becomes the plan of record in one edit: {changes}. Undo takes it back.").format(
        changes=what
    )
    stays = counted("Promoting", "The other %n stay in the scenario.", "The other one stays in the scenario.", left)
    return f"{done} {stays}"


def _line(part: Part, parts: Parts, formats: Formats) -> PartLine:
    shown = changes.lines(Edit("", part.changes), parts.record, parts.wanted, formats)
    own = [line for line in shown if (line.kind, line.id) == part.key]
    others = [line for line in shown if (line.kind, line.id) != part.key]
    says = [line.details or changes.HAPPENED[line.happening] for line in own] + ([changes.by_kind(others)] if others else [])
    told = [": ".join(filter(None, line_words(line))) for line in shown[:MOST_TOLD]]
    if len(shown) > MOST_TOLD:
        told.append(counted("Promoting", "and %n more", "and %n more", len(shown) - MOST_TOLD))
    name = GROUPS[Kind.SETTINGS] if part.kind is Kind.SETTINGS else part.name
    return PartLine(part.key, name, " · ".join(says), "\n".join(told))
