"""The portfolio Gantt as values: one row a project in the order of the table, where its bars lie, and what waits for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

import numpy as np

from data.entities import Dependency, DependencyKind, Id, Project, ProjectStatus
from data.portfolio import Portfolio
from planner.hours.calendars import monday_of, weeks
from planner.hours.dependencies import Span, spans, weeks_needed
from ui.presenters.formats import Formats
from ui.presenters.saying import translate, within
from ui.presenters.situation import Floats, Situation
from ui.presenters.tables import Placing, Standing, coverage_mark, delay_text
from ui.presenters.terms import said

SIGNS = {
    ProjectStatus.PROPOSED: "◇",
    ProjectStatus.APPROVED: "○",
    ProjectStatus.ACTIVE: "●",
    ProjectStatus.ON_HOLD: "‖",
    ProjectStatus.COMPLETED: "✓",
    ProjectStatus.CANCELLED: "✕",
}
"""Signs that tell a status without colour."""
MUST_DO = "★"
MOST_BEFORE, MOST_AFTER, SPARE_WEEKS = 13, 52, 4
"""Weeks shown outside the horizon: as many as bars reach there, so many at most; and room behind the last to drag into."""
DAYS = 7.0


class Place(Enum):
    """What the plan makes of a project: nothing yet, in, left out, or the project takes no part."""

    ASKED = auto()
    PLANNED = auto()
    LEFT_OUT = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class Axis:
    """Weeks that are shown: the horizon and what bars reach into before and behind it. Places are counted in weeks from `first`."""

    first: dt.date
    weeks: int
    horizon_start: int
    horizon_weeks: int

    def at(self, day: dt.date) -> float:
        """Where a day begins."""
        return (day - self.first).days / DAYS

    def monday(self, week: int) -> dt.date:
        return self.first + dt.timedelta(weeks=week)

    def stretch(self, span: Span) -> tuple[float, float]:
        """From the start of the first day to the end of the last."""
        return self.at(span.first), self.at(span.last + dt.timedelta(days=1))


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One project. `asked` is where its bar lies at no delay, None without dates; `delay` and `window` in weeks.

    `coverage` is the share of hours met in words, `mark` the token that colours it, `note` what the plan makes of it where that is not
    what was asked.
    """

    id: Id
    name: str
    priority: int
    sign: str
    must_do: bool
    place: Place
    asked: tuple[float, float] | None
    delay: int
    window: int
    coverage: str
    mark: str
    note: str

    @property
    def planned(self) -> tuple[float, float] | None:
        """Where the plan has it; as asked where it has none."""
        return (self.asked[0] + self.delay, self.asked[1] + self.delay) if self.asked else None


@dataclass(frozen=True, slots=True)
class GanttLink:
    """A dependency between two rows; `missing` weeks by which the plan, or the dates where there is none, break it."""

    before: int
    after: int
    from_finish: bool
    to_finish: bool
    text: str
    missing: int

    def of(self, row: int) -> bool:
        return row in (self.before, self.after)


class Weekly:
    """The part of each week's hours that is met, by project; worked out for those that are asked for."""

    def __init__(self, situation: Situation) -> None:
        self._book = situation.book
        projects = self._book.project_of
        order = np.argsort(projects, kind="stable")
        edges = np.searchsorted(projects[order], np.arange(len(situation.portfolio.projects) + 1))
        self._demands = {
            key: order[edges[number] : edges[number + 1]] for number, key in enumerate(situation.portfolio.projects) if edges.size
        }
        self._spans = spans(situation.portfolio)
        self._known: dict[Id, Floats | None] = {}

    def covered(self, project_id: Id, span: Span | None) -> Floats | None:
        """(T,) shares by week of the horizon, NaN where nothing is due; None where it is unknown, as after the dates have changed."""
        if project_id not in self._demands or self._spans.get(project_id) != span:
            return None
        if project_id not in self._known:
            rows = self._demands[project_id]
            due, met = self._book.due[rows].sum(axis=0), self._book.earning[rows].sum(axis=0)
            self._known[project_id] = np.divide(met, due, out=np.full(len(due), np.nan), where=due > 0)
        return self._known[project_id]


@dataclass(frozen=True)
class Gantt:
    """Rows in the order of the table, links between them by their places; `today` in weeks of the axis."""

    portfolio: Portfolio
    axis: Axis
    rows: tuple[GanttRow, ...]
    links: tuple[GanttLink, ...]
    spans: Mapping[Id, Span]
    today: float
    weekly: Weekly | None

    @cached_property
    def place_of(self) -> dict[Id, int]:
        return {row.id: number for number, row in enumerate(self.rows)}

    @cached_property
    def link_rows(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        """(L, 2) upper and lower row of each link."""
        ends = np.array([(link.before, link.after) for link in self.links], np.int64).reshape(-1, 2)
        return np.sort(ends, axis=1)

    def covered(self, row: int) -> Floats | None:
        """(T,) the part of each week's hours that is met, NaN where none are due."""
        key = self.rows[row].id
        return self.weekly.covered(key, self.spans.get(key)) if self.weekly else None


def gantt(
    portfolio: Portfolio, situation: Situation | None, order: Sequence[Id], formats: Formats, today: dt.date, weekly: Weekly | None
) -> Gantt:
    """The rows of these projects; the situation may still be that of a moment ago, and is left out before the first plan."""
    standing = situation.standing if situation else Standing()
    dated = spans(portfolio)
    projects = [portfolio.projects[key] for key in order if key in portfolio.projects]
    delays = {key: placing.delay for key, placing in standing.placings.items()}
    axis = _axis(portfolio, dated, delays)
    rows = tuple(_row(project, dated.get(project.id), standing, axis, formats) for project in projects)
    place = {project.id: number for number, project in enumerate(projects)}
    links = tuple(_link(each, place, dated, delays, portfolio) for each in portfolio.dependencies.values() if _is_shown(each, place, dated))
    return Gantt(portfolio, axis, rows, links, dated, axis.at(today), weekly)


def _axis(portfolio: Portfolio, dated: Mapping[Id, Span], delays: Mapping[Id, int]) -> Axis:
    horizon = weeks(portfolio.settings)
    count, first = len(horizon), horizon[0]
    reach = [(dated[key], max(project.max_delay, delays.get(key, 0))) for key, project in portfolio.projects.items() if key in dated]
    early = max(((first - monday_of(span.first)).days // 7 for span, _ in reach), default=0)
    late = max(((monday_of(span.last) - first).days // 7 + 1 + later for span, later in reach), default=0) - count
    before, after = min(max(0, early), MOST_BEFORE), min(max(0, late) + SPARE_WEEKS, MOST_AFTER)
    return Axis(first - dt.timedelta(weeks=before), before + count + after, before, count)


def _row(project: Project, span: Span | None, standing: Standing, axis: Axis, formats: Formats) -> GanttRow:
    placing, share = standing.placings.get(project.id), standing.projects.get(project.id)
    place = _place(project, placing)
    delay = placing.delay if placing and place is Place.PLANNED else 0
    return GanttRow(
        id=project.id,
        name=project.name,
        priority=project.priority,
        sign=SIGNS[project.status],
        must_do=project.must_do,
        place=place,
        asked=axis.stretch(span) if span else None,
        delay=delay,
        window=project.max_delay,
        coverage=formats.met(share.fraction) if share and share.fraction is not None else "",
        mark=coverage_mark(share),
        note=_note(project, place, delay),
    )


def _place(project: Project, placing: Placing | None) -> Place:
    if not project.status.takes_part:
        return Place.AWAY
    if placing is None:
        return Place.ASKED
    return Place.PLANNED if placing.selected else Place.LEFT_OUT


def _note(project: Project, place: Place, delay: int) -> str:
    if place is Place.AWAY:
        return within(said(project.status))
    if place is Place.LEFT_OUT:
        return translate("Gantt", "left out")
    return delay_text(delay) if delay else ""


def _is_shown(dependency: Dependency, place: Mapping[Id, int], dated: Mapping[Id, Span]) -> bool:
    return all(key in place and key in dated for key in (dependency.predecessor_id, dependency.successor_id))


def _link(
    dependency: Dependency, place: Mapping[Id, int], dated: Mapping[Id, Span], delays: Mapping[Id, int], portfolio: Portfolio
) -> GanttLink:
    before, after = dependency.predecessor_id, dependency.successor_id
    asking = portfolio.projects[before].status.takes_part and portfolio.projects[after].status.takes_part
    needed = weeks_needed(dependency, dated[before], dated[after]) + delays.get(before, 0) - delays.get(after, 0)
    return GanttLink(
        before=place[before],
        after=place[after],
        from_finish=dependency.kind in (DependencyKind.FS, DependencyKind.FF),
        to_finish=dependency.kind in (DependencyKind.FF, DependencyKind.SF),
        text=link_text(dependency),
        missing=max(0, needed) if asking else 0,
    )


def link_text(dependency: Dependency) -> str:
    """Its type and lag: FS, SS +2."""
    return f"{dependency.kind.value} {dependency.lag_weeks:+d}" if dependency.lag_weeks else dependency.kind.value
