"""What a row of the Gantt says of itself: its tooltip in lines, and the sentence that a screen reader hears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from data.entities import Id, Project
from planner.actions.stretching import weeks_of
from planner.hours.dependencies import Span
from ui.presenters.formats import Formats
from ui.presenters.gantt import Gantt, GanttRow, Place, link_text
from ui.presenters.saying import counted, translate, within
from ui.presenters.situation import Situation
from ui.presenters.tables import delay_text
from ui.presenters.terms import said

MOST_REASONS = 3
"""Shortages that a tooltip names; the Demands page lists them all."""


def lines(shown: Gantt, row: int, situation: Situation | None, formats: Formats) -> tuple[str, ...]:
    """Name and standing, dates, coverage with the causes of what is short, and what waits for what."""
    line = shown.rows[row]
    project, span = shown.portfolio.projects[line.id], shown.spans.get(line.id)
    found = [_standing(project)]
    found += _dates(line, span, formats)
    found += _coverage(line, situation, formats)
    found += _links(shown, line.id)
    return tuple(found)


def sentence(shown: Gantt, row: int, situation: Situation | None, formats: Formats) -> str:
    return "; ".join(lines(shown, row, situation, formats))


def _standing(project: Project) -> str:
    parts = [
        project.name,
        translate("GanttWords", "priority {priority}").format(priority=project.priority),
        within(said(project.status)),
        *([translate("GanttWords", "must do")] if project.must_do else []),
    ]
    return ", ".join(parts)


def _dates(line: GanttRow, span: Span | None, formats: Formats) -> Iterator[str]:
    if span is None:
        yield translate("GanttWords", "No dates: give it demands, or a start and a finish")
        return
    count = weeks_of(span)
    yield counted("GanttWords", "Asked {first} to {last}, %n weeks", "Asked {first} to {last}, %n week", count).format(
        first=formats.date(span.first), last=formats.date(span.last)
    )
    if line.delay:
        by = dt.timedelta(weeks=line.delay)
        yield translate("GanttWords", "Planned {first} to {last}, {delay_text}").format(
            first=formats.date(span.first + by), last=formats.date(span.last + by), delay_text=delay_text(line.delay)
        )
    elif line.place is Place.PLANNED:
        yield translate("GanttWords", "Planned as asked")
    elif line.place is Place.LEFT_OUT:
        yield translate("GanttWords", "Left out of the plan")
    if line.window:
        yield counted("GanttWords", "May be delayed by up to %n weeks", "May be delayed by up to %n week", line.window)


def _coverage(line: GanttRow, situation: Situation | None, formats: Formats) -> Iterator[str]:
    share = situation.standing.projects.get(line.id) if situation else None
    if situation is None or share is None:
        return
    if share.part is None:
        yield translate("GanttWords", "{whole} h asked").format(whole=formats.hours(share.whole))
        return
    yield translate("GanttWords", "Coverage {fraction}: {part} of {whole} h met").format(
        fraction=formats.met(share.fraction), part=formats.hours(share.part), whole=formats.hours(share.whole)
    )
    short = [one for one in situation.unmet if one.project_id == line.id]
    for one in short[:MOST_REASONS]:
        yield f"{situation.portfolio.demands[one.demand_id].name}: {one.sentence}"
    if len(short) > MOST_REASONS:
        more = len(short) - MOST_REASONS
        yield counted("GanttWords", "and %n more demands are short", "and %n more demand is short", more)


def _links(shown: Gantt, key: Id) -> Iterator[str]:
    names = {project.id: project.name for project in shown.portfolio.projects.values()}
    for each in shown.portfolio.dependencies.values():
        if each.successor_id == key:
            yield translate("GanttWords", "Waits for {name} ({link_text})").format(
                name=names[each.predecessor_id], link_text=link_text(each)
            )
        elif each.predecessor_id == key:
            yield translate("GanttWords", "{name} waits for it ({link_text})").format(
                name=names[each.successor_id], link_text=link_text(each)
            )
