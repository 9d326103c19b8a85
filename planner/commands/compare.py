"""`plimsoll compare PORTFOLIO SCENARIO …`."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from data.bank.address import Address
from data.errors import PlannerError
from data.findings import Finding
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, say, say_json, show_findings
from planner.commands.places import MOST_NAMES, WORKBOOK_SUFFIX, Place, is_portfolio_file
from planner.commands.ways_out import typed, warn_of_leftover
from planner.comparing import MOST_SIDES, Comparison, Side, compared
from planner.comparing.choosing import Choice, choices
from planner.comparing.hours import HourChange
from planner.comparing.rows import PersonSide, ProjectSide, WeekSide
from planner.comparing.wording import summary
from planner.scenarios.resolving import resolve
from planner.workspace import Workspace

REPORT_SUFFIX = ".pdf"
DECIMALS = 4


class NoSideError(WrongUsageError):
    """The PORTFOLIO holds nothing of a name that could be compared."""

    def __init__(self, wanted: str, names: Sequence[str]) -> None:
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        super().__init__(
            f"{wanted}: the PORTFOLIO keeps no scenario of that name; name any of: {', '.join(f'“{name}”' for name in names[:MOST_NAMES])}{more}."
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


class UnwritableComparisonError(WrongUsageError):
    """A comparison is written as a workbook or as a report."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"--to {path}: a comparison is written as a workbook ({WORKBOOK_SUFFIX}) or a report ({REPORT_SUFFIX}); name one of them."
        )


class NoPlanYetError(PlannerError):
    """Something that is to be compared was never solved."""

    def __init__(self, place: Place, missing: Sequence[Choice]) -> None:
        told = "; ".join(f"“{choice.name}” has no plan yet, make one: {_solving(place, choice)}" for choice in missing)
        super().__init__(f"{place}: {told}")


def compare(source: Place, names: Sequence[str], *, target: Path | None, as_object: bool) -> Exit:
    """The sides of these names against the first; a scenario named alone against the plan of record.

    With a `target` the comparison is written there as a workbook or a report, by its suffix.
    """
    _check(source, names, target)
    if isinstance(source, Path):
        warn_of_leftover(source)
    with Workspace.open_shared(source) if isinstance(source, Address) else Workspace.read(source) as workspace:
        title = workspace.title
        chosen = tuple(_chosen(workspace, names))
        found = compared(_sides(source, workspace, chosen))
        findings = tuple(finding for choice in chosen for finding in _findings(workspace, choice))
    show_findings(findings)
    if target is not None:
        _write(found, title, target)
    if as_object:
        say_json({**_as_object(found), "findings": as_json(findings), **({"output": str(target)} if target else {})})
    else:
        say(summary(found))
        if target is not None:
            say(f"\nWritten to {target}")
    return Exit.DONE


def _check(source: Place, names: Sequence[str], target: Path | None) -> None:
    """Raises before anything is read."""
    if isinstance(source, Path) and not is_portfolio_file(source):
        raise NoScenariosThereError(source)
    if len(names) > MOST_SIDES:
        raise TooManyNamesError(len(names))
    if target is not None and target.suffix.lower() not in (WORKBOOK_SUFFIX, REPORT_SUFFIX):
        raise UnwritableComparisonError(target)


def _chosen(workspace: Workspace, names: Sequence[str]) -> Iterator[Choice]:
    """The sides of the names; surrounding space does not count, nor does case where no scenario is called so."""
    offered = choices(workspace)
    if len(names) == 1:
        yield offered[0]
    for name in names:
        found = [each for each in offered if each.name.strip() == name.strip() and each.scenario_id is not None]
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


def _write(found: Comparison, title: str, target: Path) -> None:
    if target.suffix.lower() == WORKBOOK_SUFFIX:
        from planner.exporting.comparison_book import export_comparison  # noqa: PLC0415 - as below

        export_comparison(found, target)
    else:
        from planner.charts.comparison_report import save_report  # noqa: PLC0415 - matplotlib takes half a second

        save_report(found, title, target)


def _as_object(found: Comparison) -> Json:
    """Figures and what differs by side, in the order of `sides`; the first entry of `changes` is that of the second side."""
    names = found.names
    return {
        "sides": [_side(side) for side in found.sides],
        "figures": {row.name: [_plain(figure) for figure in row.figures] for row in found.measures},
        "projects": [{"project": names.projects[row.key], **_row(row.sides, row.changed)} for row in found.projects],
        "people": [{"resource": names.resources[row.key], **_row(row.sides, row.changed)} for row in found.people],
        "weeks": [{"week": row.key.isoformat(), **_row(row.sides, row.changed)} for row in found.weeks],
        "changes": [[_change(found, change) for change in changes] for changes in found.changes],
    }


def _side(side: Side) -> Json:
    plan = side.plan
    return {"name": side.name, "status": plan.status.value, "solved_at": plan.solved_at.isoformat(), "current": side.is_current}


def _row(sides: Sequence[ProjectSide | PersonSide | WeekSide | None], changed: Sequence[float]) -> Json:
    told = [None if side is None else {name: _plain(value) for name, value in asdict(side).items()} for side in sides]
    return {"sides": told, "changed": list(changed)}


def _change(found: Comparison, change: HourChange) -> Json:
    names = found.names
    before, after = (
        None if place is None else {"resource": names.resources[place[0]], "week": place[1].isoformat()}
        for place in (change.before, change.after)
    )
    project = names.projects[names.project_of[change.demand_id]]
    return {
        "project": project,
        "demand": names.demands[change.demand_id],
        "what": change.what.value,
        "hours": change.hours,
        "from": before,
        "to": after,
    }


def _plain(value: object) -> object:
    match value:
        case float():
            return round(value, DECIMALS)
        case dt.date():
            return value.isoformat()
    return value
