"""A scenario that was sent, taken into a portfolio: the same file, a copy of it, or another made of the same sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from data.edits import Change, Edit
from data.entities import Entity, Id, Scenario, ScenarioChange, Settings, new_id, scenario_change_id
from data.findings import Finding, note, warning
from data.portfolio import Kind, Portfolio
from data.references import REFERENCES
from data.scenario_file import BY_NAME, SentChange, SentScenario
from data.validation import place
from planner.scenarios.matching import Matching, UnfitError
from planner.scenarios.resolving import changes_of

Sides = tuple[Entity | None, Entity | None]
LEFT_OUT = "it is left out"


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a portfolio can take of a sent scenario: each thing before and after, by the ids that it has there.

    `left_out` tells of everything else, `there` is the scenario that has its name or its id already.
    """

    sent: SentScenario
    sides: tuple[Sides, ...]
    left_out: tuple[Finding, ...]
    there: Scenario | None


def fitted(portfolio: Portfolio, sent: SentScenario) -> Fitted:
    """The scenario with the ids of this portfolio. What of it does not fit the plan of record of today is told by resolving it."""
    matching = Matching(portfolio, sent)
    sides: list[Sides] = []
    left_out: list[Finding] = []
    for change in sent.changes:
        try:
            found = _sides(change, portfolio, matching)
        except UnfitError as problem:
            thing = change.now or change.after or change.before
            left_out.append(warning(place(matching.known, thing) if thing else "", str(problem), LEFT_OUT))
            continue
        if (twin := _twin(change, found, portfolio)) is not None:
            left_out.append(note(place(portfolio, twin), "stands in this portfolio already", LEFT_OUT))
        else:
            sides.append(found)
    return Fitted(sent, tuple(sides), tuple(left_out), _there(portfolio, sent.scenario))


def free_name(portfolio: Portfolio, name: str) -> str:
    """The name, with a number behind it where a scenario has it already."""
    taken = {each.name.strip() for each in portfolio.scenarios.values()}
    return name if name.strip() not in taken else next(free for number in count(2) if (free := f"{name.strip()} {number}") not in taken)


def taken_in(of: Fitted, name: str) -> tuple[Edit, Id]:
    """The edit that adds it under a name, and the id that it has then."""
    scenario = replace(of.sent.scenario, id=new_id(), name=name.strip())
    changes = (Change(Kind.SCENARIO_CHANGE, each.id, None, each) for each in _changes(of, scenario.id))
    return Edit(f"Take in scenario {scenario.name}", (Change(Kind.SCENARIO, scenario.id, None, scenario), *changes)), scenario.id


def replaced(portfolio: Portfolio, of: Fitted, there: Scenario) -> tuple[Edit, Id]:
    """The edit that puts it in the place of a scenario, which keeps its id, its plans and what it was a copy of; and that id."""
    arrived = of.sent.scenario
    others = {each.name.strip() for each in portfolio.scenarios.values() if each.id != there.id}
    name = there.name if arrived.name.strip() in others else arrived.name
    scenario = replace(arrived, id=there.id, name=name, based_on_id=there.based_on_id)
    before = {each.id: each for each in changes_of(portfolio, there.id)}
    after = {each.id: each for each in _changes(of, there.id)}
    changes = [Change(Kind.SCENARIO, there.id, there, scenario)] if scenario != there else []
    changes += [
        Change(Kind.SCENARIO_CHANGE, key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    ]
    return Edit(f"Replace scenario {there.name} by one taken in", tuple(changes)), there.id


def _sides(change: SentChange, portfolio: Portfolio, matching: Matching) -> Sides:
    """Before and after with the ids of the portfolio; UnfitError where something is not there."""
    key = matching.id_of(change)
    now, alone = portfolio.of(change.kind).get(key), _left_alone(change)

    def here(side: Entity | None) -> Entity | None:
        if side is None:
            return None
        found = replace(matching.relinked(side, now, alone), id=key)
        return replace(found, plan_of_record_id=portfolio.settings.plan_of_record_id) if isinstance(found, Settings) else found

    before, after = here(change.before), here(change.after)
    if before == after:
        raise UnfitError("would not be changed in this portfolio")
    return before, after


def _left_alone(change: SentChange) -> frozenset[str]:
    """References that the scenario has no mind of its own about: what they are of is no matter."""
    before, after = change.before, change.after
    fields = [each.field for each in REFERENCES if each.kind is change.kind]
    return frozenset(name for name in fields if after is None or (before is not None and getattr(before, name) == getattr(after, name)))


def _twin(change: SentChange, found: Sides, portfolio: Portfolio) -> Entity | None:
    """What stands here already of a thing without a name that would be added, where its surroundings have other ids: added twice, it would count twice."""
    before, after = found
    if before is not None or after is None or change.kind in BY_NAME or after == change.after:
        return None
    return next((each for each in portfolio.of(change.kind).values() if each.id != after.id and replace(after, id=each.id) == each), None)


def _changes(of: Fitted, scenario_id: Id) -> Iterator[ScenarioChange]:
    for before, after in of.sides:
        thing = after or before
        if thing is not None:
            yield ScenarioChange(scenario_change_id(scenario_id, thing), scenario_id, before, after)


def _there(portfolio: Portfolio, scenario: Scenario) -> Scenario | None:
    named = (each for each in portfolio.scenarios.values() if each.name.strip() == scenario.name.strip())
    return next(named, portfolio.scenarios.get(scenario.id))
