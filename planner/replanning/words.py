"""What a replanning did, in plain words and as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.entities import Hours, Id, Points
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.insight.changes import CENT, Changes
from planner.replanning.curve import Curve, Point
from planner.replanning.request import Replanning

NAMED = 5
"""Most projects or people that are named; the rest are counted."""


def told(portfolio: Portfolio, changes: Changes) -> str:
    """A few lines: what moved, which assignments and projects changed, and whose weeks."""
    lines = [
        f"Moved: {changes.moved:,.0f} h of the {changes.hours:,.0f} h that the plan of record gave, {_share(changes.share)}{_forced(changes)}.",
        f"Assignments: {changes.begun} begun, {changes.ended} ended.",
        *_projects(portfolio, changes),
        f"People: {_people(portfolio, changes)}.",
    ]
    return "\n".join(lines)


def limits(portfolio: Portfolio, request: Replanning) -> list[str]:
    """What the new plan had to keep to, of which its value and bound then speak."""
    lines = []
    if request.opening is not None:
        lines.append(f"Past: the weeks before {request.opening} stay as they were planned.")
    hours = request.most_moved(weeks(portfolio.settings))
    if hours is not None:
        lines.append(f"Budget: {hours:,.0f} h may move beside what has to.")
    return lines


def keeping(request: Replanning) -> str:
    """The same in a few words, blank where nothing was held to."""
    held = [("the past", request.opening), ("the budget", request.budget)]
    return " and ".join(name for name, given in held if given is not None)


def as_values(portfolio: Portfolio, changes: Changes) -> Mapping[str, object]:
    """The same by name, for a machine; hours to two decimals."""

    def names(keys: Iterable[Id]) -> list[str]:
        return [portfolio.projects[key].name for key in keys]

    return {
        "hours_before": round(changes.hours, 2),
        "hours_moved": round(changes.moved, 2),
        "hours_gone": round(changes.gone, 2),
        "hours_forced": round(changes.forced, 2),
        "share_moved": round(changes.share, 6),
        "assignments_begun": changes.begun,
        "assignments_ended": changes.ended,
        "projects_shifted": {portfolio.projects[s.project_id].name: {"before": s.before, "after": s.after} for s in changes.shifted},
        "projects_taken_in": names(changes.taken_in),
        "projects_left_out": names(changes.left_out),
        "people_changed": {portfolio.resources[p.resource_id].name: {"weeks": p.weeks, "hours": p.hours} for p in changes.people},
    }


def _forced(changes: Changes) -> str:
    """What had to move apart from what was moved by choice, so that a budget can be read against the first figure."""
    if changes.forced < CENT:
        return ""
    chosen = changes.moved - changes.forced
    return f"; {changes.forced:,.0f} h of it had to, because people or work are gone or were cut, {chosen:,.0f} h by choice"


def _projects(portfolio: Portfolio, changes: Changes) -> Iterable[str]:
    name = {key: project.name for key, project in portfolio.projects.items()}
    parts = [
        ("shifted", [f"{name[s.project_id]} ({s.after - s.before:+d} weeks)" for s in changes.shifted]),
        ("taken in", [name[key] for key in changes.taken_in]),
        ("left out", [name[key] for key in changes.left_out]),
    ]
    said = [f"{len(names)} {what}: {_listed(names)}" for what, names in parts if names]
    yield f"Projects: {'; '.join(said) or 'none shifted, taken in or left out'}."


def _people(portfolio: Portfolio, changes: Changes) -> str:
    if not changes.people:
        return "nobody's weeks change"
    count, weeks = len(changes.people), sum(each.weeks for each in changes.people)
    most = _listed([f"{portfolio.resources[each.resource_id].name} ({_hours(each.hours)})" for each in changes.people])
    return f"the weeks of {count} of {len(portfolio.resources)} change, {weeks} weeks in all: {most}"


def _hours(hours: Hours) -> str:
    """Never 0 h of somebody whose weeks change."""
    return f"{hours:,.0f} h" if hours >= 10 else f"{hours:,.2f}".rstrip("0").rstrip(".") + " h"


def _listed(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _share(share: float, decimals: int = 1) -> str:
    return f"{100 * share:.{decimals}f} %"


def curve_table(curve: Curve) -> str:
    """A row for each point: what it may move by choice and moves, what it is worth, and how far that is from the bound."""
    worth = "Objective" if any(point.plan.terms for point in curve.points) else "Value"
    heads = ("May move", "Moves", "Share", worth, "To bound", "Begun", "Ended")
    rows = [heads, *(_row(point, curve.bound) for point in curve.points)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def curve_values(curve: Curve) -> list[Mapping[str, object]]:
    """The same as plain values; `budget` None is no limit."""
    return [
        {
            "budget": None if point.budget is None else round(point.budget, 2),
            "hours_moved": round(point.changes.moved, 2),
            "share_moved": round(point.changes.share, 6),
            "value": round(point.plan.objective, 4),
            "bound": None if curve.bound is None else round(curve.bound, 4),
            "assignments_begun": point.changes.begun,
            "assignments_ended": point.changes.ended,
        }
        for point in curve.points
    ]


def _row(point: Point, bound: Points | None) -> tuple[str, ...]:
    worth, its = point.plan.objective, point.changes
    gap = "-" if bound is None else _share(max(0.0, bound - worth) / max(1.0, abs(bound)), 2)
    budget = "anything" if point.budget is None else f"{point.budget:,.0f} h"
    return budget, f"{its.moved:,.0f} h", _share(its.share), f"{worth:,.0f}", gap, str(its.begun), str(its.ended)
