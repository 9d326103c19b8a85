"""What dragging a bar would make of a project, worked out on the project alone so that it can be shown at every step."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from data.edits import Edit
from data.entities import Id
from data.portfolio import Portfolio
from planner.actions import projects
from planner.actions.stretching import stretched, weeks_of
from planner.hours.demand import asked, moved
from planner.hours.dependencies import Span, spans, weeks_needed
from planner.hours.roles import folded
from ui.presenters.formats import Formats
from ui.presenters.gantt import Axis, link_text
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Floats
from ui.presenters.tables import Standing

MOST_WINDOW = 520
"""Weeks: the longest delay a project may be given."""


class Gesture(Enum):
    """What is dragged: the whole bar, one of its ends, or the end of its delay window."""

    MOVE = auto()
    START = auto()
    FINISH = auto()
    WINDOW = auto()


@dataclass(frozen=True)
class Draft:
    """A project as it would be, by so many weeks of a gesture.

    `asked` and `window` as in a row of the Gantt; `due` are its hours by role (folded) and week of the horizon, which has `horizon` weeks,
    moved by the plan's delay; `words` say it in lines, what it breaks last.
    """

    project_id: Id
    gesture: Gesture
    weeks: int
    edit: Edit
    asked: tuple[float, float]
    window: int
    horizon: int
    due: Mapping[str, Floats]
    words: tuple[str, ...]

    def hours(self, role: str | None) -> Floats:
        """(T,) hours due of a role, or of all."""
        nothing = np.zeros(self.horizon)
        chosen = self.due.values() if role is None else [self.due.get(folded(role), nothing)]
        return sum(chosen, nothing)


class Drafting:
    """Drafts of one project with dates. A gesture goes as far as the project allows."""

    def __init__(self, portfolio: Portfolio, project_id: Id, standing: Standing, axis: Axis, formats: Formats) -> None:
        self._portfolio, self._key, self._axis, self._formats = portfolio, project_id, axis, formats
        self._delays = {key: placing.delay for key, placing in standing.placings.items()}
        self._alone = _alone(portfolio, project_id)
        self._spans = spans(portfolio)
        self._span = self._spans[project_id]
        self._bookings = sum(portfolio.demands[each.demand_id].project_id == project_id for each in portfolio.bookings.values())
        self._known: dict[tuple[Gesture, int], Draft] = {}
        self.before = self.draft(Gesture.MOVE, 0)

    def draft(self, gesture: Gesture, weeks: int) -> Draft:
        """What so many weeks of a gesture would make of it, later or longer where above 0."""
        weeks = self._within(gesture, weeks)
        known = self._known.get((gesture, weeks))
        if known is None:
            known = self._known[gesture, weeks] = self._made(gesture, weeks)
        return known

    def _within(self, gesture: Gesture, weeks: int) -> int:
        room, window = weeks_of(self._span) - 1, self._portfolio.projects[self._key].max_delay
        match gesture:
            case Gesture.START:
                return min(weeks, room)
            case Gesture.FINISH:
                return max(weeks, -room)
            case Gesture.WINDOW:
                return min(max(weeks, -window), MOST_WINDOW - window)
            case Gesture.MOVE:
                return weeks

    def _made(self, gesture: Gesture, weeks: int) -> Draft:
        edit = self._edit(gesture, weeks)
        after = edit.applied_to(self._alone)
        span = spans(after)[self._key]
        project = after.projects[self._key]
        words = tuple(self._words(gesture, weeks, span, project.max_delay))
        return Draft(
            self._key, gesture, weeks, edit, self._axis.stretch(span), project.max_delay, after.settings.weeks, self._due(after), words
        )

    def _edit(self, gesture: Gesture, weeks: int) -> Edit:
        match gesture:
            case Gesture.MOVE:
                return projects.shifted(self._alone, self._key, weeks)
            case Gesture.START:
                return stretched(self._alone, self._key, start=weeks)
            case Gesture.FINISH:
                return stretched(self._alone, self._key, finish=weeks)
            case Gesture.WINDOW:
                return projects.with_max_delay(self._alone, self._key, self._alone.projects[self._key].max_delay + weeks)

    def _due(self, after: Portfolio) -> Mapping[str, Floats]:
        if not after.projects[self._key].status.takes_part:
            return {}
        hours = asked(after)
        later = moved(hours, np.full(len(hours), self._delays.get(self._key, 0), np.int64))
        by_role: dict[str, Floats] = defaultdict(lambda: np.zeros(after.settings.weeks))
        for row, demand in zip(later, after.demands.values(), strict=True):
            by_role[folded(demand.role)] = by_role[folded(demand.role)] + row
        return dict(by_role)

    def _words(self, gesture: Gesture, weeks: int, span: Span, window: int) -> Iterator[str]:
        day, count = self._formats.date, weeks_of(span)
        if gesture is Gesture.WINDOW:
            latest = span.last + dt.timedelta(weeks=window)
            yield (
                counted(
                    "GanttDrafts", "May be delayed by up to %n weeks, to {day}", "May be delayed by up to %n week, to {day}", window
                ).format(day=day(latest))
                if window
                else translate("GanttDrafts", "May not be delayed")
            )
            return
        yield f"{day(span.first)} – {day(span.last)}"
        if gesture is Gesture.MOVE:
            yield _shift(weeks)
        else:
            before = weeks_of(self._span)
            yield (
                translate("GanttDrafts", "{weeks} instead of {before}, the same hours").format(weeks=_weeks(count), before=before)
                if count != before
                else translate("GanttDrafts", "{weeks}, as it is").format(weeks=_weeks(count))
            )
        if weeks and self._bookings:
            yield counted("GanttDrafts", "%n bookings stay in their weeks", "%n booking stays in its week", self._bookings)
        yield from self._broken(span)

    def _broken(self, span: Span) -> Iterator[str]:
        """Dependencies that the dates would break, with the delays of the plan."""
        dated = {**self._spans, self._key: span}
        for each in self._portfolio.dependencies.values():
            before, after = each.predecessor_id, each.successor_id
            if self._key in (before, after) and before in dated and after in dated:
                missing = weeks_needed(each, dated[before], dated[after]) + self._delays.get(before, 0) - self._delays.get(after, 0)
                if missing > 0 and all(self._portfolio.projects[key].status.takes_part for key in (before, after)):
                    other = self._portfolio.projects[after if self._key == before else before].name
                    yield counted(
                        "GanttDrafts", "Breaks {link} with {other} by %n weeks", "Breaks {link} with {other} by %n week", missing
                    ).format(link=link_text(each), other=other)


def _alone(portfolio: Portfolio, project_id: Id) -> Portfolio:
    """What says when the project asks for what: settings, calendars, the project and its demands with their weeks."""
    mine = {key: demand for key, demand in portfolio.demands.items() if demand.project_id == project_id}
    theirs = [week for week in portfolio.demand_weeks.values() if week.demand_id in mine]
    around = Portfolio().holding(portfolio.settings, *portfolio.calendars.values(), *portfolio.holidays.values())
    return around.holding(portfolio.projects[project_id], *mine.values(), *theirs)


def _weeks(count: int) -> str:
    return counted("GanttDrafts", "%n weeks", "%n week", count)


def _shift(weeks: int) -> str:
    if not weeks:
        return translate("GanttDrafts", "As it is")
    count = _weeks(abs(weeks))
    return (
        translate("GanttDrafts", "{count} later").format(count=count)
        if weeks > 0
        else translate("GanttDrafts", "{count} earlier").format(count=count)
    )
