"""Edits of policies."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from data.edits import Edit
from data.entities import Id, Policy, new_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities


def added(policy: Policy) -> Edit:
    """Keeps a policy, such as one that was read from a file."""
    return entities.added(policy, f"Add policy {policy.name}")


def changed(portfolio: Portfolio, policy: Policy) -> Edit:
    """Puts the policy in place of the one with its id."""
    return entities.changed(portfolio, policy, f"Change policy {policy.name}")


def duplicated(portfolio: Portfolio, policy_id: Id) -> Edit:
    """Adds the same policy under a name that is still free."""
    policy = portfolio.policies[policy_id]
    taken = {each.name for each in portfolio.policies.values()}
    name = next(name for number in count(2) if (name := f"{policy.name} {number}") not in taken)
    return entities.added(replace(policy, id=new_id(), name=name), f"Duplicate policy {policy.name}")


def removed(portfolio: Portfolio, policy_id: Id) -> Edit:
    return entities.removed(portfolio, Kind.POLICY, [policy_id], f"Remove policy {portfolio.policies[policy_id].name}")
