"""What differs by project, by person and by week, side beside side."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from data.entities import Hours, Id, Points
from planner.comparing.hours import HourChange
from planner.comparing.sides import Side
from planner.hours.dependencies import spans
from planner.insight.kpis import points_by_project
from solver.problem import Floats

CENTS = 2
"""Decimals of hours, points and money in a row: what differs by less does not differ."""
SHARES = 6
"""Decimals of shares."""

Changes = Sequence[HourChange]
Key = TypeVar("Key", Id, dt.date)
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class ProjectSide:
    """A project in one side.

    first, last    its days with its delay; None where it takes no part, or has no dates
    asked, met     hours, asked at no delay whether it takes part or not
    coverage       met ÷ asked; None where it asks nothing
    points         what it adds to the value of the plan, but for overtime, which belongs to no project
    delivered      money: value × share met; None where no value was given
    """

    priority: int
    takes_part: bool
    delay: int
    first: dt.date | None
    last: dt.date | None
    asked: Hours
    met: Hours
    coverage: float | None
    points: Points
    delivered: float | None


@dataclass(frozen=True, slots=True)
class PersonSide:
    """A resource in one side: hours of capacity, given and above capacity, different projects, and weeks worked."""

    role: str
    team: str
    capacity: Hours
    hours: Hours
    over: Hours
    projects: int
    weeks: int


@dataclass(frozen=True, slots=True)
class WeekSide:
    """A week in one side: hours of capacity, given, above the capacity of who gives them, and asked but not given."""

    capacity: Hours
    hours: Hours
    over: Hours
    short: Hours


@dataclass(frozen=True, slots=True)
class Row(Generic[Key, Said]):
    """A project, resource or week that is not the same in all sides; None for a side that does not hold it.

    `changed` are the hours that moved, came or went there against the first side, by side, 0 for the first.
    """

    key: Key
    sides: tuple[Said | None, ...]
    changed: tuple[Hours, ...]


ProjectRow = Row[Id, ProjectSide]
PersonRow = Row[Id, PersonSide]
WeekRow = Row[dt.date, WeekSide]


def project_rows(sides: Sequence[Side], changes: Sequence[Changes], project_of: Mapping[Id, Id]) -> tuple[ProjectRow, ...]:
    """Those that differ, in the order of the first side that holds them."""
    return tuple(_differing([_projects(side) for side in sides], changes, lambda change: {project_of[change.demand_id]}))


def person_rows(sides: Sequence[Side], changes: Sequence[Changes]) -> tuple[PersonRow, ...]:
    """Those that differ, in the order of the first side that holds them; hours that change from one to another count for both."""
    return tuple(_differing([_people(side) for side in sides], changes, lambda change: {resource for resource, _ in change.places}))


def week_rows(sides: Sequence[Side], changes: Sequence[Changes]) -> tuple[WeekRow, ...]:
    """Those that differ, in the order of time; hours that change from one to another count for both."""
    rows = _differing([_weeks(side) for side in sides], changes, lambda change: {week for _, week in change.places})
    return tuple(sorted(rows, key=lambda row: row.key))


def _differing(
    by_side: Sequence[Mapping[Key, Said]], changes: Sequence[Changes], keys: Callable[[HourChange], Iterable[Key]]
) -> Iterator[Row[Key, Said]]:
    """Things of which some side says something else than the first, or where hours have changed."""
    changed: list[Mapping[Key, Hours]] = [_hours(of, keys) for of in ((), *changes)]
    for key in dict.fromkeys(key for side in by_side for key in side):
        told = tuple(side.get(key) for side in by_side)
        hours = tuple(round(of.get(key, 0.0), CENTS) for of in changed)
        if any(each != told[0] for each in told) or any(hours):
            yield Row(key, told, hours)


def _hours(changes: Changes, keys: Callable[[HourChange], Iterable[Key]]) -> dict[Key, Hours]:
    hours: dict[Key, Hours] = defaultdict(float)
    for change in changes:
        for key in keys(change):
            hours[key] += change.hours
    return hours


def _projects(side: Side) -> dict[Id, ProjectSide]:
    book, dated = side.book, spans(side.portfolio)
    asked, met, points = (_rounded(each) for each in (_asked(side), book.by_project(book.earning.sum(axis=1)), points_by_project(book)))
    found = {}
    for row, (key, project) in enumerate(side.portfolio.projects.items()):
        takes_part, coverage = bool(book.chosen[row]), side.figures.coverage_by_project[key]
        delay = int(book.delay[row]) if takes_part else 0
        moved = dt.timedelta(weeks=delay)
        first, last = (dated[key].first + moved, dated[key].last + moved) if key in dated and takes_part else (None, None)
        share = None if coverage is None else round(coverage, SHARES)
        delivered = None if project.value is None else round(project.value * (coverage or 0.0), CENTS)
        found[key] = ProjectSide(project.priority, takes_part, delay, first, last, asked[row], met[row], share, points[row], delivered)
    return found


def _asked(side: Side) -> Floats:
    return side.book.by_project(side.book.asked_all.sum(axis=1))


def _people(side: Side) -> dict[Id, PersonSide]:
    book = side.book
    capacity, hours, over = (
        _rounded(table.sum(axis=1)) for table in (book.capacity, book.load, np.maximum(book.load - book.capacity, 0.0))
    )
    given = book.given.positive
    projects = np.unique(np.stack((given.resource, book.project_of[given.demand])), axis=1)[0]
    weeks = np.unique(np.stack((given.resource, given.week)), axis=1)[0]
    counts = [np.bincount(of, minlength=len(capacity)).tolist() for of in (projects, weeks)]
    return {
        key: PersonSide(each.role, each.team, capacity[row], hours[row], over[row], counts[0][row], counts[1][row])
        for row, (key, each) in enumerate(side.portfolio.resources.items())
    }


def _weeks(side: Side) -> dict[dt.date, WeekSide]:
    book = side.book
    tables = (book.capacity, book.load, np.maximum(book.load - book.capacity, 0.0), np.maximum(book.short, 0.0))
    columns = (_rounded(table.sum(axis=0)) for table in tables)
    return {week: WeekSide(*figures) for week, *figures in zip(book.weeks, *columns, strict=True)}


def _rounded(figures: Floats) -> list[float]:
    return [float(each) for each in np.round(figures, CENTS) + 0.0]
