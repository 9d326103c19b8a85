"""What else a portfolio may hold, added to a lifelike one, with random numbers of its own so that the rest stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from data.entities import (
    Booking,
    BookingKind,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    DependencyKind,
    Holiday,
    Profile,
    Project,
    ProjectStatus,
    Resource,
    new_id,
)
from data.portfolio import Portfolio
from planner.hours.calendars import weeks

DEPENDENT = 0.15
"""Share of projects that wait for another."""
FITTING_BOOKING = 0.9
"""Share of bookings that are of a suitable person; the others clash with R3."""


def mixed(portfolio: Portfolio, seed: int) -> Portfolio:
    """The portfolio with every other part of the contract in it."""
    chance = np.random.default_rng([seed, 1])
    short = Calendar(new_id(), "Four days", (0, 1, 2, 3))
    days = [Holiday(new_id(), short.id, holiday.day, holiday.name) for holiday in list(portfolio.holidays.values())[:2]]
    people = [_resource(chance, each, short) for each in portfolio.resources.values()]
    projects = [_project(chance, each) for each in portfolio.projects.values()]
    portfolio = portfolio.holding(short, *days, *people, *projects)
    asked = [entity for demand in portfolio.demands.values() for entity in _demand(chance, portfolio, demand)]
    return portfolio.holding(*asked, *_dependencies(chance, projects))


def _resource(chance: np.random.Generator, resource: Resource, short: Calendar) -> Resource:
    """One in ten works four days a week, one in five may work longer."""
    days, longer = chance.random() < 0.1, chance.random() < 0.2
    return replace(resource, calendar_id=short.id if days else None, overtime=float(chance.choice([4, 8])) if longer else 0.0)


def _project(chance: np.random.Generator, project: Project) -> Project:
    """Three in ten are only proposed, a fifth of those must be done all the same."""
    if chance.random() >= 0.3:
        return project
    return replace(project, status=ProjectStatus.PROPOSED, must_do=bool(chance.random() < 0.2))


def _demand(chance: np.random.Generator, portfolio: Portfolio, demand: Demand) -> Iterator[Demand | DemandWeek | Booking]:
    """The demand in another form, by week, for one person, or with bookings; most stay as they are."""
    mondays = [monday for monday in weeks(portfolio.settings) if demand.start <= monday <= demand.finish]
    fitting = [each for each in portfolio.resources.values() if each.role == demand.role and each.level >= demand.min_level]
    hours, form = demand.hours_per_week or 0.0, chance.random()
    if form < 0.1:
        total = hours * ((demand.finish - demand.start).days // 7 + 1)
        demand = replace(demand, hours_per_week=None, total_hours=total, profile=list(Profile)[int(chance.integers(0, 4))])
    elif form < 0.2:
        demand = replace(demand, hours_per_week=None, fte=hours / 40)
    elif form < 0.25:
        yield from (DemandWeek(new_id(), demand.id, monday, float(chance.choice([4, 8, hours]))) for monday in mondays)
        demand = replace(demand, hours_per_week=None) if mondays else demand
    if fitting and chance.random() < 0.04:
        demand = replace(demand, resource_id=fitting[int(chance.integers(0, len(fitting)))].id)
    yield demand
    if fitting and mondays and chance.random() < 0.1:
        among = fitting if chance.random() < FITTING_BOOKING else list(portfolio.resources.values())
        who = demand.resource_id or among[int(chance.integers(0, len(among)))].id
        for monday in mondays[: int(chance.integers(1, 5))]:
            kind = BookingKind.HARD if chance.random() < 0.5 else BookingKind.SOFT
            yield Booking(new_id(), demand.id, who, monday, float(chance.choice([4, 8, 16])), kind)


def _dependencies(chance: np.random.Generator, projects: list[Project]) -> Iterator[Dependency]:
    """Each of a kind that the dates of the two keep."""
    ordered = sorted(projects, key=lambda each: (each.start or dt.date.max, each.name))
    for before, after in pairwise(ordered):
        if chance.random() < DEPENDENT and before.finish and after.start and after.finish:
            kinds = [DependencyKind.SS, *([DependencyKind.FF] if before.finish <= after.finish else [DependencyKind.SF])]
            kind = DependencyKind.FS if before.finish < after.start else kinds[int(chance.integers(0, 2))]
            yield Dependency(new_id(), before.id, after.id, kind)
