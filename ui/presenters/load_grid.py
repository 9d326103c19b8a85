"""The heat map as values: rows (a resource, a role, a team or a project), weeks, load and capacity, and what a cell says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from data.entities import Id, Project, Resource
from data.portfolio import Portfolio
from planner.insight.entries import Entries
from ui.presenters.ranking import ranked
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Floats, Situation
from ui.tokens import FULL, LOW, OVER, ROUNDING, Band

BANDS = tuple(Band)
MARKS = {Band.OVER: "▲ ", Band.BEYOND: "▲▲ "}
"""Signs that tell overload apart without colour."""


class Grouping(StrEnum):
    RESOURCES = "Resources"
    ROLES = "Roles"
    TEAMS = "Teams"
    PROJECTS = "Projects"


class Measure(StrEnum):
    PERCENT = "Percent"
    HOURS = "Hours"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of the heat map: the resources it adds up, or one project. `words` are what else it is found by."""

    key: str
    name: str
    note: str
    resource_ids: tuple[Id, ...]
    project_id: Id | None = None
    words: str = ""

    @property
    def resource_id(self) -> Id | None:
        """The resource that it stands for; None where it stands for several, or for a project."""
        return self.resource_ids[0] if self.key in self.resource_ids else None


@dataclass(frozen=True)
class Grid:
    """Rows × weeks. `load` and `capacity` in hours, `hard` and `soft` mark cells with bookings of that kind.

    Of projects, the load is the hours given to them and the capacity the hours they ask for.
    """

    rows: tuple[GridRow, ...]
    weeks: tuple[dt.date, ...]
    load: Floats
    capacity: Floats
    hard: NDArray[np.bool_]
    soft: NDArray[np.bool_]

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.weeks)

    @property
    def of_projects(self) -> bool:
        return bool(self.rows) and self.rows[0].project_id is not None

    def row_of(self, key: str) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def with_rows(self, chosen: Sequence[int]) -> Grid:
        """The grid of these rows, in this order."""
        at = np.array(chosen, np.int64)
        rows = tuple(self.rows[number] for number in chosen)
        return Grid(rows, self.weeks, self.load[at], self.capacity[at], self.hard[at], self.soft[at])


def grid(situation: Situation, grouping: Grouping) -> Grid:
    """The heat map of a situation, resources by role and name, projects by rank."""
    if grouping is Grouping.PROJECTS:
        return _of_projects(situation)
    rows = _rows(situation.portfolio, grouping)
    lines = [situation.row_of[key] for row in rows for key in row.resource_ids]
    starts = np.cumsum([0, *(len(row.resource_ids) for row in rows)])[:-1]

    def summed(table: Floats) -> Floats:
        return np.add.reduceat(table[lines], starts, axis=0).round(4) if rows else table[:0]

    return Grid(
        rows=rows,
        weeks=situation.weeks,
        load=summed(situation.load),
        capacity=summed(situation.capacity),
        hard=summed(situation.hard) > 0,
        soft=summed(situation.soft) > 0,
    )


def _of_projects(situation: Situation) -> Grid:
    portfolio, book = situation.portfolio, situation.booked
    order = ranked(portfolio)
    places = {key: place for place, key in enumerate(portfolio.projects)}
    at = np.array([places[key] for key in order], np.int64)

    def summed(entries: Entries) -> Floats:
        table = np.zeros((len(places), len(situation.weeks)))
        np.add.at(table, (book.project_of[entries.demand], entries.week), entries.hours)
        return table[at].round(4)

    return Grid(
        rows=tuple(_project_row(portfolio.projects[key]) for key in order),
        weeks=situation.weeks,
        load=summed(situation.given),
        capacity=book.by_project(book.due)[at].round(4),
        hard=summed(book.firm) > 0,
        soft=summed(book.soft) > 0,
    )


def _project_row(project: Project) -> GridRow:
    return GridRow(
        project.id,
        project.name,
        translate("LoadGrid", "priority {priority}").format(priority=project.priority),
        (),
        project.id,
        f"{project.programme} {project.manager}",
    )


def bands(shown: Grid) -> NDArray[np.uint8]:
    """The place of every cell on the load ramp, as its number in `BANDS`; the same rule as `tokens.band`."""
    with np.errstate(divide="ignore", invalid="ignore"):
        used = np.where(shown.capacity > 0, shown.load / shown.capacity, 0.0)
    found = np.select(
        [
            (shown.capacity <= 0) & (shown.load > 0),
            shown.capacity <= 0,
            used <= 0,
            used < LOW,
            used <= FULL + ROUNDING,
            used <= OVER + ROUNDING,
        ],
        [BANDS.index(b) for b in (Band.BEYOND, Band.AWAY, Band.NONE, Band.LOW, Band.RIGHT, Band.OVER)],
        BANDS.index(Band.BEYOND),
    )
    return found.astype(np.uint8)


def figures(shown: Grid, measure: Measure) -> NDArray[np.int64]:
    """The whole number each cell prints: percent of capacity or hours, -1 where it prints none."""
    nothing = (shown.load <= 0) & (shown.capacity <= 0) if shown.of_projects else shown.load <= 0
    if measure is Measure.HOURS:
        return np.where(nothing, -1, np.round(shown.load)).astype(np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        used = np.where(shown.capacity > 0, shown.load / shown.capacity * 100, -1.0)
    return np.where(nothing, -1, np.round(used)).astype(np.int64)


def _rows(portfolio: Portfolio, grouping: Grouping) -> tuple[GridRow, ...]:
    people = sorted(portfolio.resources.values(), key=lambda r: (r.role.casefold(), r.name.casefold()))
    if grouping is Grouping.RESOURCES:
        return tuple(GridRow(r.id, r.name, f"{r.role} {r.level}", (r.id,), words=_also(r)) for r in people)
    groups: dict[str, list[Id]] = defaultdict(list)
    for resource in people:
        groups[(resource.role if grouping is Grouping.ROLES else resource.team) or translate("LoadGrid", "No team")].append(resource.id)
    names = sorted(groups, key=str.casefold)
    return tuple(GridRow(f"{grouping.value}/{name}", name, _count(groups[name]), tuple(groups[name])) for name in names)


def _also(resource: Resource) -> str:
    return " ".join((resource.team, *(role for role, _ in resource.other_roles)))


def _count(members: Sequence[Id]) -> str:
    return counted("LoadGrid", "%n resources", "%n resource", len(members))
