"""Edits of the plan of record that come from a scenario: one made inside it, and one that puts it in force."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from data.edits import Change, Edit, between
from data.entities import Entity, Id, ScenarioChange, ScenarioStatus, new_id, scenario_change_id
from data.findings import Severity
from data.plan import Plan
from data.portfolio import KIND_OF, WHAT_IF_KINDS, Kind, Portfolio
from planner.scenarios.parts import Part, Parts
from planner.scenarios.resolving import Key, changes_of, key_of, resolve

MOST_NAMED = 3
"""Parts that the log names; more are counted."""


def within(portfolio: Portfolio, scenario_id: Id, edit: Edit) -> Edit:
    """The edit of the plan of record's file that an edit made while in the scenario stands for: what the scenario changes.

    What the scenario wants of a thing is told against the thing as the plan of record has it today, so that several edits of
    it are one change, and one taken back is none. Edits of scenarios themselves are what they are. Raises StaleEditError
    where the edit was made for another state of the scenario.
    """
    after = edit.applied_to(resolve(portfolio, scenario_id).portfolio)
    touched = {(each.kind, each.id): each.after or each.before for each in edit.changes if each.kind not in WHAT_IF_KINDS}
    own = [each for each in edit.changes if each.kind in WHAT_IF_KINDS]
    changes = [change for thing in touched.values() if thing is not None for change in _told(portfolio, scenario_id, after, thing)]
    label = f"{edit.label} (in {portfolio.scenarios[scenario_id].name})" if touched else edit.label
    return Edit(label, (*own, *changes), edit.why)


def _told(portfolio: Portfolio, scenario_id: Id, after: Portfolio, thing: Entity) -> Iterator[Change]:
    kind = KIND_OF[type(thing)]
    now, wanted = portfolio.of(kind).get(thing.id), after.of(kind).get(thing.id)
    change_id = scenario_change_id(scenario_id, thing)
    known = portfolio.scenario_changes.get(change_id)
    change = ScenarioChange(change_id, scenario_id, now, wanted) if now != wanted else None
    if change != known:
        yield Change(Kind.SCENARIO_CHANGE, change_id, known, change)


def promoted(portfolio: Portfolio, scenario_id: Id, *, keep: bool = False, only: Collection[Key] | None = None) -> Edit:
    """The edit that makes the scenario the plan of record: its changes made, its status Approved.

    Its own list is emptied, unless it is to `keep` it. Changes that the plan of record does not allow stay in it: nothing
    that somebody wanted is lost unseen. With `only` some of its parts are promoted, by their keys, and the others stay in the
    scenario, whose status is then as it was; IncompleteError where these cannot be without others.
    """
    if only is not None:
        parts = Parts.of(portfolio, scenario_id)
        if not parts.keys <= set(only):
            return _partly_promoted(portfolio, scenario_id, parts, only, keep=keep)
    scenario = portfolio.scenarios[scenario_id]
    resolved = resolve(portfolio, scenario_id)
    left = {each.change.id for each in resolved.missed if each.finding.severity is not Severity.NOTE}
    approved = replace(scenario, status=ScenarioStatus.APPROVED)
    own = [Change(Kind.SCENARIO, scenario_id, scenario, approved)] if approved != scenario else []
    if not keep:
        own += [Change(Kind.SCENARIO_CHANGE, each.id, each, None) for each in changes_of(portfolio, scenario_id) if each.id not in left]
    label = f"Promote scenario {scenario.name}"
    return Edit(label, (*between(portfolio, resolved.portfolio, label).changes, *own))


def _partly_promoted(portfolio: Portfolio, scenario_id: Id, parts: Parts, only: Collection[Key], *, keep: bool) -> Edit:
    chosen = [part for part in parts.all if part.key in only]
    label = f"Promote {_listed(chosen)} of scenario {portfolio.scenarios[scenario_id].name}"
    edit = parts.checked(only, label)
    done = {(change.kind, change.id) for change in edit.changes}
    own = [] if keep else [each for each in changes_of(portfolio, scenario_id) if key_of(each) in done]
    return Edit(label, (*edit.changes, *(Change(Kind.SCENARIO_CHANGE, each.id, each, None) for each in own)))


def _listed(parts: list[Part]) -> str:
    names = [part.name or "settings" for part in parts]
    return ", ".join(names) if len(names) <= MOST_NAMED else f"{len(names)} parts"


def plan_along(portfolio: Portfolio, plan: Plan | None) -> Plan | None:
    """A scenario's plan as one of the plan of record, once that is what the plan was made for; None where it is not."""
    from planner.plans import is_current  # noqa: PLC0415 - numpy and the optimiser's values, when something is promoted

    return replace(plan, id=new_id(), scenario="") if plan is not None and is_current(plan, portfolio) else None
