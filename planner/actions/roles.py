"""Edits of roles, which are names on resources and demands and nothing besides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from data.edits import Edit
from data.entities import Resource
from data.portfolio import Portfolio
from planner.actions import entities
from planner.hours.roles import folded


def renamed(portfolio: Portfolio, roles: Collection[str], name: str) -> Edit:
    """Calls these roles by one name wherever they stand, in whatever spelling; a role of that name is one with them from then on.

    Somebody who holds several of them holds the one at the highest level. Empty where all is called so already.
    """
    gone, said = {folded(name)} | {folded(role) for role in roles}, name.strip()
    people = [_renamed(each, gone, said) for each in portfolio.resources.values()]
    demands = [replace(each, role=said) for each in portfolio.demands.values() if folded(each.role) in gone]
    return entities.all_changed(portfolio, [*people, *demands], _label(roles, said))


def _renamed(resource: Resource, gone: set[str], name: str) -> Resource:
    held = [(resource.role, resource.level), *resource.other_roles]
    levels = [level for role, level in held if folded(role) in gone]
    if not levels:
        return resource
    others = [(role, level) for role, level in resource.other_roles if folded(role) not in gone]
    if folded(resource.role) in gone:
        return replace(resource, role=name, level=max(levels), other_roles=tuple(others))
    first = next(place for place, (role, _) in enumerate(resource.other_roles) if folded(role) in gone)
    before = sum(folded(role) not in gone for role, _ in resource.other_roles[:first])
    others.insert(before, (name, max(levels)))
    return replace(resource, other_roles=tuple(others))


def _label(roles: Collection[str], name: str) -> str:
    others = [role.strip() for role in roles if folded(role) != folded(name)]
    if len(others) > 1:
        return f"Merge roles {', '.join(others[:-1])} and {others[-1]} into {name}"
    return f"Rename role {others[0]} to {name}" if others else f"Write role {name} in one way"
