"""Edits of scenarios themselves. What happens inside of one is planner.scenarios'."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from data.differences import changed_fields, with_fields
from data.edits import Change, Edit
from data.entities import Id, Scenario, ScenarioChange, new_id, scenario_change_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities
from planner.scenarios.resolving import changes_of, key_of, thing_of


def fresh(portfolio: Portfolio, owner: str = "", like: Scenario | None = None) -> Scenario:
    """A scenario under a name that is free, based on another where it is to be a copy of it."""
    stem = like.name if like else "Scenario"
    taken = {each.name for each in portfolio.scenarios.values()}
    name = next(name for number in count(2 if like else 1) if (name := f"{stem} {number}") not in taken)
    return Scenario(new_id(), name, like.note if like else "", owner=owner, based_on_id=like.id if like else None)


def added(portfolio: Portfolio, scenario: Scenario) -> Edit:
    """Adds the scenario; one based on another begins with all that that one changes."""
    tidy = entities.tidied(scenario)
    copied = [_moved(each, scenario.id) for each in changes_of(portfolio, scenario.based_on_id)] if scenario.based_on_id else []
    label = f"Add scenario {scenario.name}"
    return Edit(
        label, (Change(Kind.SCENARIO, scenario.id, None, tidy), *(Change(Kind.SCENARIO_CHANGE, each.id, None, each) for each in copied))
    )


def removed(portfolio: Portfolio, scenario_id: Id) -> Edit:
    """Removes a scenario with all that it changes; those that began as copies of it stay as they are."""
    return entities.removed(portfolio, Kind.SCENARIO, [scenario_id], f"Remove scenario {portfolio.scenarios[scenario_id].name}")


def dropped(portfolio: Portfolio, change: ScenarioChange) -> Edit:
    """Takes one thing out of what its scenario changes."""
    name = portfolio.scenarios[change.scenario_id].name
    return entities.removed(portfolio, Kind.SCENARIO_CHANGE, [change.id], f"Drop a change of {name}")


def kept(portfolio: Portfolio, change: ScenarioChange) -> Edit:
    """Makes a change of a scenario again on top of what the plan of record has today: where they clash, the scenario's holds."""
    kind, key = key_of(change)
    now = portfolio.of(kind).get(key)
    after = change.after
    if now is not None and change.before is not None and after is not None:
        after = with_fields(now, after, changed_fields(change.before, after))
    again = replace(change, before=now, after=after)
    label = f"Keep a change of {portfolio.scenarios[change.scenario_id].name}"
    return entities.changed(portfolio, again, label) if now != after else dropped(portfolio, change)


def _moved(change: ScenarioChange, scenario_id: Id) -> ScenarioChange:
    return replace(change, id=scenario_change_id(scenario_id, thing_of(change)), scenario_id=scenario_id)
