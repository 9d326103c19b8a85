"""The policy that a command is to go by: from a file, or one that the INPUT keeps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.entities import Policy
from data.portfolio import Portfolio
from planner.actions import policies
from planner.commands.exits import WrongUsageError
from planner.commands.output import complain
from planner.importing.policy_file import read_policy
from planner.workspace import Workspace

MOST_NAMES = 10
"""Names of policies in one message."""


class NoPolicyError(WrongUsageError):
    """Neither a file nor a policy of the INPUT."""

    def __init__(self, wanted: str, portfolio: Portfolio) -> None:
        names = [policy.name for policy in portfolio.policies.values()]
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        kept = f"it keeps {', '.join(names[:MOST_NAMES])}{more}" if names else "it keeps none"
        super().__init__(f"--policy {wanted}: there is no such file, and the INPUT keeps no policy of that name ({kept}).")


class TakenNameError(WrongUsageError):
    """A file's policy would take the place of another one in the portfolio that is to keep the plan."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__(
            f"{path}: the portfolio keeps another policy “{name}”; give the file's a name of its own, or type --policy {name!r} to use the one kept."
        )


def policy_named(wanted: str | None, portfolio: Portfolio) -> Policy | None:
    """The policy of a file of that name, else the one that the portfolio keeps under it; None where none is wanted.

    A file's policy that the portfolio keeps already is the one kept. Raises NoPolicyError and BadPolicyFileError.
    """
    if wanted is None:
        return None
    if Path(wanted).is_file():
        read = read_policy(Path(wanted))
        kept = _kept(portfolio, read.name)
        return kept if kept is not None and replace(read, id=kept.id) == kept else read
    kept = _kept(portfolio, wanted.strip())
    if kept is None:
        raise NoPolicyError(wanted, portfolio)
    return kept


def holding(portfolio: Portfolio, policy: Policy | None) -> Portfolio:
    """The portfolio that is written with a plan made by the policy: it keeps it, in place of another one of that name."""
    if policy is None or policy.id in portfolio.policies:
        return portfolio
    other = _kept(portfolio, policy.name)
    return portfolio.holding(policy if other is None else replace(policy, id=other.id))


def check_free(wanted: str | None, policy: Policy | None, portfolio: Portfolio) -> None:
    """Raises TakenNameError where the portfolio keeps another policy of that name, which a plan must not change."""
    if wanted is not None and policy is not None and policy.id not in portfolio.policies and _kept(portfolio, policy.name) is not None:
        raise TakenNameError(wanted, policy.name)


def keep(workspace: Workspace, policy: Policy | None) -> None:
    """Keeps a file's policy in the portfolio that keeps the plan, as an edit that can be undone."""
    if policy is not None and policy.id not in workspace.portfolio.policies:
        workspace.apply(policies.added(policy))
        complain(f"edit: Add policy {policy.name}")


def _kept(portfolio: Portfolio, name: str) -> Policy | None:
    return next((policy for policy in portfolio.policies.values() if policy.name == name), None)
