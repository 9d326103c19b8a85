"""The things that the rows of a problem's arrays stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from data.entities import Demand, Id, Project, Resource
from data.portfolio import Portfolio
from planner.hours.calendars import weeks

Named = TypeVar("Named", Resource, Project, Demand)


@dataclass(frozen=True, slots=True)
class Rows:
    """Who and what takes part, sorted by name: ids leave no trace in a problem, so the same content is the same problem."""

    portfolio: Portfolio
    weeks: tuple[dt.date, ...]
    resources: tuple[Resource, ...]
    projects: tuple[Project, ...]
    demands: tuple[Demand, ...]


def rows(portfolio: Portfolio, project_ids: Iterable[Id]) -> Rows:
    """Every resource, these projects and their demands."""
    chosen = frozenset(project_ids)
    return Rows(
        portfolio,
        weeks(portfolio.settings),
        _by_name(portfolio.resources.values()),
        _by_name(portfolio.projects[key] for key in chosen),
        _by_name(demand for demand in portfolio.demands.values() if demand.project_id in chosen),
    )


def _by_name(things: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(things, key=lambda thing: thing.name))
