"""A scenario as it is sent: what it changes, and the names of everything that this is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from data.entities import Entity, Id, ScenarioChange, Settings
from data.portfolio import KIND_OF, Kind, Portfolio
from data.references import REFERENCES
from data.scenario_file import BY_NAME, Names, SentChange, SentScenario
from planner.scenarios.resolving import Key, changes_of, key_of


def sent(portfolio: Portfolio, scenario_id: Id) -> SentScenario:
    """The scenario by itself. What it was begun as a copy of, and which plan is in force, are matters of its portfolio."""
    changes = tuple(
        each for each in (_sent(change, portfolio) for change in changes_of(portfolio, scenario_id)) if each.before != each.after
    )
    scenario = replace(portfolio.scenarios[scenario_id], based_on_id=None)
    return SentScenario(portfolio.settings.name, scenario, changes, _names(changes, portfolio))


def _sent(change: ScenarioChange, portfolio: Portfolio) -> SentChange:
    kind, key = key_of(change)
    before, after, now = (_of_itself(each) for each in (change.before, change.after, portfolio.of(kind).get(key)))
    return SentChange(kind, before, after, now)


def _of_itself(entity: Entity | None) -> Entity | None:
    """Settings without the plan in force, which is kept in one file alone."""
    return replace(entity, plan_of_record_id=None) if isinstance(entity, Settings) else entity


def _names(changes: tuple[SentChange, ...], portfolio: Portfolio) -> Names:
    """What things are called in the plan of record, those that it does not have any more as they were called."""
    names: dict[Kind, dict[Id, str]] = defaultdict(dict)
    for change in changes:
        about = [(change.kind, change.id), *(key for side in (change.before, change.after, change.now) for key in _referred(side))]
        for kind, key in about:
            thing = portfolio.of(kind).get(key) or (change.before if key == change.id else None)
            if thing is not None and kind in BY_NAME:
                names[kind][key] = str(getattr(thing, "name", ""))
    return names


def _referred(entity: Entity | None) -> Iterator[Key]:
    """What an entity refers to; nothing for nothing."""
    if entity is None:
        return
    for reference in REFERENCES:
        if reference.kind is KIND_OF[type(entity)] and (key := getattr(entity, reference.field)) is not None:
            yield reference.target, key
