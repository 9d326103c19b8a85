"""Plans named on a command line: those of the plan of record, and of the scenarios and baselines that a portfolio file or shared bank keeps."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.bank.address import Address
from data.errors import PlannerError
from data.findings import Finding
from planner.commands.exits import WrongUsageError
from planner.commands.places import MOST_NAMES, Place, is_portfolio_file
from planner.commands.ways_out import typed, warn_of_leftover
from planner.comparing import MOST_SIDES, Side
from planner.comparing.choosing import Choice, choices
from planner.scenarios.resolving import resolve
from planner.workspace import Workspace


class NoSideError(WrongUsageError):
    """The PORTFOLIO holds nothing of a name that could be compared."""

    def __init__(self, wanted: str, names: Sequence[str]) -> None:
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        super().__init__(
            f"{wanted}: the PORTFOLIO keeps no scenario or baseline of that name; name any of: {', '.join(f'“{name}”' for name in names[:MOST_NAMES])}{more}."
        )


class TooManyNamesError(WrongUsageError):
    """More names than sides that are compared at once."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} scenarios are named, and at most {MOST_SIDES} are compared at once; name fewer.")


class NoScenariosThereError(WrongUsageError):
    """A place that keeps neither scenarios nor plans to compare."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            f"{place}: only a portfolio file (.plimsoll) or a shared bank keeps scenarios with their plans; name one of these."
        )


class NoPlanYetError(PlannerError):
    """Something that is to be compared was never solved."""

    def __init__(self, place: Place, missing: Sequence[Choice]) -> None:
        told = "; ".join(f"“{choice.name}” has no plan yet, make one: {_solving(place, choice)}" for choice in missing)
        super().__init__(f"{place}: {told}")


def check_names(source: Place, names: Sequence[str]) -> None:
    """Raises before anything is read."""
    if isinstance(source, Path) and not is_portfolio_file(source):
        raise NoScenariosThereError(source)
    if len(names) > MOST_SIDES:
        raise TooManyNamesError(len(names))


def looked_at(source: Place) -> Workspace:
    """The file or bank, open to be read."""
    if isinstance(source, Address):
        return Workspace.open_shared(source)
    warn_of_leftover(source)
    return Workspace.read(source)


def sides_named(
    source: Place, workspace: Workspace, names: Sequence[str], *, beside_record: bool
) -> tuple[tuple[Side, ...], tuple[Finding, ...]]:
    """The plans of these names, and what of their scenarios does not fit the plan of record of today.

    They stand `beside_record` where the plan of record comes before them, unnamed. Raises NoSideError for a name that is not there, NoPlanYetError where one has no plan.
    """
    chosen = (*(choices(workspace)[:1] if beside_record else ()), *_chosen(workspace, names))
    sides = _sides(source, workspace, chosen)
    return sides, tuple(finding for choice in chosen for finding in _findings(workspace, choice))


def _chosen(workspace: Workspace, names: Sequence[str]) -> Iterator[Choice]:
    """The sides of the names, scenarios before baselines; surrounding space does not count, nor does case where nothing is called so."""
    offered = choices(workspace)
    for name in names:
        found = [each for each in offered if each.name.strip() == name.strip() and each.has_own_name]
        found = found or [each for each in offered if each.name.strip().casefold() == name.strip().casefold()]
        if not found:
            raise NoSideError(name, [each.name for each in offered])
        yield found[0]


def _sides(source: Place, workspace: Workspace, chosen: Sequence[Choice]) -> tuple[Side, ...]:
    plans = [choice.plan(workspace) for choice in chosen]
    missing = dict.fromkeys(choice for choice, plan in zip(chosen, plans, strict=True) if plan is None)
    if missing:
        raise NoPlanYetError(source, tuple(missing))
    return tuple(choice.side(workspace.record, plan) for choice, plan in zip(chosen, plans, strict=True) if plan is not None)


def _solving(source: Place, choice: Choice) -> str:
    """The command that makes its plan."""
    place = str(source) if isinstance(source, Address) else typed("", source).removeprefix("plimsoll  ")
    which = "" if choice.scenario_id is None else f" --scenario {shlex.quote(choice.name)}"
    return f"plimsoll solve {place} {place}{which}"


def _findings(workspace: Workspace, choice: Choice) -> tuple[Finding, ...]:
    """What of a scenario does not fit the plan of record of today."""
    return () if choice.scenario_id is None else resolve(workspace.record, choice.scenario_id).findings
