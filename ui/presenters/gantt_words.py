"""What a row of the Gantt says of itself: its tooltip in lines, and the sentence that a screen reader hears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from data.entities import Id, Project
from planner.actions.stretching import weeks_of
from planner.hours.dependencies import Span
from ui.presenters.formats import Formats
from ui.presenters.gantt import Gantt, GanttRow, Place, link_text
from ui.presenters.situation import Situation
from ui.presenters.tables import delay_text

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
    parts = [project.name, f"priority {project.priority}", project.status.value.lower(), *(["must do"] if project.must_do else [])]
    return ", ".join(parts)


def _dates(line: GanttRow, span: Span | None, formats: Formats) -> Iterator[str]:
    if span is None:
        yield "No dates: give it demands, or a start and a finish"
        return
    count = weeks_of(span)
    yield f"Asked {formats.date(span.first)} to {formats.date(span.last)}, {count} week{'' if count == 1 else 's'}"
    if line.delay:
        by = dt.timedelta(weeks=line.delay)
        yield f"Planned {formats.date(span.first + by)} to {formats.date(span.last + by)}, {delay_text(line.delay)}"
    elif line.place is Place.PLANNED:
        yield "Planned as asked"
    elif line.place is Place.LEFT_OUT:
        yield "Left out of the plan"
    if line.window:
        yield f"May be delayed by up to {line.window} week{'' if line.window == 1 else 's'}"


def _coverage(line: GanttRow, situation: Situation | None, formats: Formats) -> Iterator[str]:
    share = situation.standing.projects.get(line.id) if situation else None
    if situation is None or share is None:
        return
    if share.part is None:
        yield f"{formats.hours(share.whole)} h asked"
        return
    yield f"Coverage {formats.met(share.fraction)}: {formats.hours(share.part)} of {formats.hours(share.whole)} h met"
    short = [one for one in situation.unmet if one.project_id == line.id]
    for one in short[:MOST_REASONS]:
        yield f"{situation.portfolio.demands[one.demand_id].name}: {one.sentence}"
    if len(short) > MOST_REASONS:
        more = len(short) - MOST_REASONS
        yield f"and {more} more demand{' is' if more == 1 else 's are'} short"


def _links(shown: Gantt, key: Id) -> Iterator[str]:
    names = {project.id: project.name for project in shown.portfolio.projects.values()}
    for each in shown.portfolio.dependencies.values():
        if each.successor_id == key:
            yield f"Waits for {names[each.predecessor_id]} ({link_text(each)})"
        elif each.predecessor_id == key:
            yield f"{names[each.successor_id]} waits for it ({link_text(each)})"
