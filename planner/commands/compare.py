"""`plimsoll compare PORTFOLIO SCENARIO …`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, say, say_json, show_findings
from planner.commands.places import WORKBOOK_SUFFIX, Place
from planner.commands.sides import check_names, looked_at, sides_named
from planner.comparing import Comparison, Side, compared
from planner.comparing.hours import HourChange
from planner.comparing.rows import PersonSide, ProjectSide, WeekSide
from planner.comparing.wording import summary

REPORT_SUFFIX = ".pdf"
DECIMALS = 4


class UnwritableComparisonError(WrongUsageError):
    """A comparison is written as a workbook or as a report."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"--to {path}: a comparison is written as a workbook ({WORKBOOK_SUFFIX}) or a report ({REPORT_SUFFIX}); name one of them."
        )


def compare(source: Place, names: Sequence[str], *, target: Path | None, as_object: bool) -> Exit:
    """The sides of these names against the first; a scenario named alone against the plan of record.

    With a `target` the comparison is written there as a workbook or a report, by its suffix.
    """
    _check(source, names, target)
    with looked_at(source) as workspace:
        title = workspace.title
        sides, findings = sides_named(source, workspace, names, beside_record=len(names) == 1)
    found = compared(sides)
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
    check_names(source, names)
    if target is not None and target.suffix.lower() not in (WORKBOOK_SUFFIX, REPORT_SUFFIX):
        raise UnwritableComparisonError(target)


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
