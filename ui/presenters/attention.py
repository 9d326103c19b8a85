"""What the overview points at: coverage by priority, the roles that are short, and what cannot hold together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from data.entities import Hours
from data.findings import Finding, Severity
from planner.insight.kpis import CENT
from planner.insight.unmet import SHORT
from ui.presenters import measuring
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.findings import GRAVITY
from ui.presenters.formats import Formats
from ui.presenters.insight import Insight, RoleRow, stretches
from ui.presenters.leads import InsightPart, Lead, Page, ToInsight, ToMap, ToTable
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Situation

MOST = 5
"""Lines of each list; what there is beyond them stands on the page that the last line leads to."""
NAMED = 2
"""Projects named that are short of a role."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: what, how much, in which sense, and where it leads.

    share   part of a whole that a bar shows, None where there is none
    mark    "good", "warning", "bad" or nothing; `sign` says the same without colour
    """

    name: str
    figure: str
    note: str
    lead: Lead
    tip: str = ""
    share: float | None = None
    mark: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class _Overload:
    """Hours of a resource above its capacity; `beyond` counts those that no overtime agreed covers."""

    row: int
    hours: Hours
    beyond: Hours
    weeks: int
    worst: int


def priorities(situation: Situation, now: dt.datetime, formats: Formats) -> tuple[Line, ...]:
    """Coverage of the projects of each priority, highest first; those left out count with what they ask."""
    figures, book = situation.figures, situation.book
    if figures is None:
        return ()
    projects = list(situation.portfolio.projects.values())
    asked, met = book.by_project(book.asked_all.sum(axis=1)), book.by_project(book.earning.sum(axis=1))
    lines = []
    for priority, share in figures.coverage_by_priority.items():
        rows = [p for p, project in enumerate(projects) if project.priority == priority and project.status.takes_part]
        short = float(asked[rows].sum() - met[rows].sum())
        many = counted("Attention", "%n projects", "%n project", len(rows), formats.number(len(rows)))
        some, none = translate("Attention", "{hours} h of {projects} short"), translate("Attention", "{projects}, all met")
        said = (some if short > SHORT else none).format(hours=formats.hours(short), projects=many)
        lines.append(_of_priority(situation, priority, share, said, now, formats))
    return tuple(lines)


def _of_priority(situation: Situation, priority: int, share: float | None, said: str, now: dt.datetime, formats: Formats) -> Line:
    scale = measuring.points(lambda figures: figures.coverage_by_priority.get(priority) or 0.0, formats)
    changed = None
    if situation.figures is not None and share is not None:
        changed = measuring.change(situation.figures, situation.measured, scale, now, formats)
    return Line(
        name=translate("Attention", "Priority {number}").format(number=priority),
        figure=formats.percent(share, 1),
        note=f"{said}  {changed.figure}" if changed else said,
        lead=ToTable(Page.PROJECTS, {"priority": ColumnFilter(f"= {priority}")}),
        tip="\n".join(
            [
                translate(
                    "Attention", "Hours met ÷ hours asked of the projects that may take part; those left out count with what they ask"
                ),
                *([changed.explained] if changed else []),
                translate("Attention", "Shows these projects"),
            ]
        ),
        share=share,
    )


def bottlenecks(roles: Sequence[RoleRow], weeks: int, formats: Formats) -> tuple[Line, ...]:
    """The roles of most hours unmet, of so many weeks planned."""
    short = [row for row in roles if row.balance.unmet > SHORT]
    lines = [_of_role(row, weeks, formats) for row in short[:MOST]]
    if len(short) > MOST:
        lines.append(_more(len(short) - MOST, ToInsight(InsightPart.ROLES)))
    return tuple(lines)


def _of_role(row: RoleRow, weeks: int, formats: Formats) -> Line:
    balance = row.balance
    named = ", ".join(f"{name} {formats.hours(hours)} h" for name, hours in row.short[:NAMED])
    full = translate("Attention", "full in {count} of {weeks} weeks").format(count=len(balance.full), weeks=weeks)
    full = full if balance.full else translate("Attention", "never full")
    holders = full if balance.holders else translate("Attention", "nobody holds it")
    when = f" ({stretches(balance.full)})" if balance.holders and balance.full else ""
    return Line(
        name=balance.role,
        figure=translate("Attention", "{hours} h short").format(hours=formats.hours(balance.unmet)),
        note=f"{holders}; {named}",
        lead=ToInsight(InsightPart.NOT_MET, role=balance.role),
        tip="\n".join(
            [
                translate("Attention", "Hours asked of the role less hours met; {when}.").format(when=f"{holders}{when}"),
                translate("Attention", "Short of it: {projects}.").format(projects=named),
                translate("Attention", "Shows what is not met, and why"),
            ]
        ),
        share=balance.met / balance.asked if balance.asked > 0 else None,
    )


def conflicts(shown: Insight, formats: Formats) -> tuple[Line, ...]:
    """What cannot hold together: errors, who is loaded beyond overtime, warnings, overtime in use, and notes."""
    situation = shown.situation
    over = _overloads(situation)
    found = sorted(shown.findings, key=lambda each: GRAVITY[each.severity])
    beyond, within = [each for each in over if each.beyond > CENT], [each for each in over if each.beyond <= CENT]
    things: list[Finding | _Overload] = [
        *(each for each in found if each.severity is Severity.ERROR),
        *beyond,
        *(each for each in found if each.severity is Severity.WARNING),
        *within,
        *(each for each in found if each.severity is Severity.NOTE),
    ]
    count = min(len(things), MOST)
    lines = [_of_overload(situation, each, formats) if isinstance(each, _Overload) else _of_finding(each) for each in things[:count]]
    if count == len(things):
        return tuple(lines)
    rest: Lead = ToInsight(InsightPart.CONFLICTS) if len(found) > MOST or not over else ToMap(overloaded=True)
    return (*lines, _more(len(things) - count, rest))


def _overloads(situation: Situation) -> list[_Overload]:
    """Everybody above capacity, those most beyond overtime first; of a thousand people all at once, since an edit waits for it."""
    above = np.maximum(situation.load - situation.capacity, 0.0)
    rows = np.flatnonzero((above > CENT).any(axis=1))
    over = above[rows]
    beyond = np.maximum(situation.load[rows] - situation.book.usable[rows], 0.0).sum(axis=1)
    hours, weeks, worst = over.sum(axis=1), (over > CENT).sum(axis=1), over.argmax(axis=1)
    ranked = np.lexsort((rows, -hours, -beyond))
    figures = (each[ranked].tolist() for each in (rows, hours, beyond, weeks, worst))
    return [_Overload(*each) for each in zip(*figures, strict=True)]


def _of_overload(situation: Situation, over: _Overload, formats: Formats) -> Line:
    resource = next(islice(situation.portfolio.resources.values(), over.row, None))
    worst = situation.weeks[over.worst]
    agreed = translate("Attention", "beyond overtime") if over.beyond > CENT else translate("Attention", "within overtime")
    agreed = agreed if resource.overtime else translate("Attention", "no overtime")
    when = counted("Attention", "in %n weeks, most in {week}", "in %n week, most in {week}", over.weeks).format(week=formats.week(worst))
    return Line(
        name=resource.name,
        figure=translate("Attention", "{hours} h over").format(hours=formats.hours(over.hours)),
        note=f"{when}; {agreed}",
        lead=ToMap(resource.id, worst),
        tip="\n".join(
            [
                translate("Attention", "Σ max(0, allocated − capacity), with what was booked since"),
                translate("Attention", "Shows the worst week in the heat map"),
            ]
        ),
        mark="bad" if over.beyond > CENT else "warning",
        sign="▲▲" if over.beyond > CENT else "▲",
    )


def _of_finding(found: Finding) -> Line:
    marks = {
        Severity.ERROR: ("bad", "✕", translate("Attention", "error")),
        Severity.WARNING: ("warning", "!", translate("Attention", "warning")),
        Severity.NOTE: ("", "i", translate("Attention", "note")),
    }
    mark, sign, word = marks[found.severity]
    return Line(
        name=found.place or word.capitalize(),
        figure=word,
        note=found.problem,
        lead=ToInsight(InsightPart.CONFLICTS, finding=found),
        tip="\n".join([str(found), translate("Attention", "Shows it with the way out")]),
        mark=mark,
        sign=sign,
    )


def _more(count: int, lead: Lead) -> Line:
    return Line(counted("Attention", "%n more", "%n more", count), "", "", lead, translate("Attention", "Shows all of them"))
