"""New entities as a table adds them: under a free name, and otherwise like the one beside which they are added."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from data.entities import (
    Absence,
    Booking,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    Estimate,
    Holiday,
    Id,
    Project,
    ProjectStatus,
    Resource,
    new_id,
)
from data.portfolio import Portfolio
from planner.actions.demands import free_name

NOBODY = Id("")
"""Refers to nothing: the rules refuse it and say what is missing."""
FIRST_WEEKS = dt.timedelta(weeks=4, days=-3)
"""From the Monday of the first week to the Friday of the fourth."""


def resource(portfolio: Portfolio, like: Resource | None) -> Resource:
    """Of the role and team of another, else of the commonest role."""
    name = _free("New resource", (each.name for each in portfolio.resources.values()))
    if like is not None:
        return Resource(new_id(), name, like.role, team=like.team, kind=like.kind, calendar_id=like.calendar_id)
    roles = Counter(each.role for each in portfolio.resources.values()).most_common(1)
    return Resource(new_id(), name, roles[0][0] if roles else "Role")


def project(portfolio: Portfolio, like: Project | None) -> Project:
    """Of the priority and programme of another."""
    name = _free("New project", (each.name for each in portfolio.projects.values()))
    fresh = Project(new_id(), name)
    return replace(fresh, priority=like.priority, programme=like.programme) if like else fresh


def demand(portfolio: Portfolio, like: Demand | None) -> Demand:
    """Like another down to dates and amount; else of the first project over the first four weeks, asking for nothing yet."""
    name = free_name(portfolio)
    if like is not None:
        own_weeks = like.hours_per_week is like.total_hours is like.fte is None
        return replace(like, id=new_id(), name=name, hours_per_week=0.0 if own_weeks else like.hours_per_week)
    start = _monday_of(portfolio.settings.start)
    role = next((each.role for each in portfolio.resources.values()), "Role")
    first = next(iter(portfolio.projects), NOBODY)
    return Demand(new_id(), name, first, role, start, start + FIRST_WEEKS, hours_per_week=0.0)


def absence(portfolio: Portfolio, like: Absence | None) -> Absence:
    """A week of the same resource after another absence; else the first week of the first resource."""
    if like is not None:
        first = _monday_of(like.last) + dt.timedelta(weeks=1)
        return Absence(new_id(), like.resource_id, first, first + dt.timedelta(days=4), reason=like.reason)
    first = _monday_of(portfolio.settings.start)
    return Absence(new_id(), next(iter(portfolio.resources), NOBODY), first, first + dt.timedelta(days=4))


def booking(portfolio: Portfolio, like: Booking | None) -> Booking:
    """The week after another booking; else of the first demand and resource in the first week, with no hours yet."""
    if like is not None:
        return replace(like, id=new_id(), week=like.week + dt.timedelta(weeks=1))
    first = next(iter(portfolio.demands), NOBODY)
    return Booking(new_id(), first, next(iter(portfolio.resources), NOBODY), _monday_of(portfolio.settings.start), 0.0)


def demand_week(portfolio: Portfolio, like: DemandWeek | None) -> DemandWeek:
    """The week after another; else the first week of the first demand, with no hours yet."""
    if like is not None:
        return replace(like, id=new_id(), week=like.week + dt.timedelta(weeks=1))
    return DemandWeek(new_id(), next(iter(portfolio.demands), NOBODY), _monday_of(portfolio.settings.start), 0.0)


def dependency(portfolio: Portfolio, like: Dependency | None) -> Dependency:
    """From the same predecessor to the next project that does not lead to it; else between the first two projects."""
    projects = list(portfolio.projects)
    first = like.predecessor_id if like else next(iter(projects), NOBODY)
    before = _leading_to(portfolio, first)
    there = {each.successor_id for each in portfolio.dependencies.values() if each.predecessor_id == first}
    free = [key for key in projects if key not in before and key not in there]
    return Dependency(new_id(), first, next(iter(free), NOBODY))


def estimate(portfolio: Portfolio, like: Estimate | None) -> Estimate:
    """Of the next project without one, proposals first; as wide as another."""
    estimated = {each.project_id for each in portfolio.estimates.values()}
    free = sorted((each for each in portfolio.projects.values() if each.id not in estimated), key=lambda each: not _is_proposed(each))
    project = free[0].id if free else NOBODY
    return replace(like, id=new_id(), project_id=project) if like else Estimate(new_id(), project, low=90.0, high=130.0)


def _is_proposed(project: Project) -> bool:
    return project.status is ProjectStatus.PROPOSED


def calendar(portfolio: Portfolio, like: Calendar | None) -> Calendar:
    name = _free("New calendar", (each.name for each in portfolio.calendars.values()))
    return replace(like, id=new_id(), name=name) if like else Calendar(new_id(), name)


def holiday(portfolio: Portfolio, like: Holiday | None) -> Holiday:
    """The day after another; else the first day of the portfolio in the first calendar."""
    if like is not None:
        return Holiday(new_id(), like.calendar_id, like.day + dt.timedelta(days=1))
    return Holiday(new_id(), next(iter(portfolio.calendars), NOBODY), portfolio.settings.start)


def _monday_of(day: dt.date) -> dt.date:
    """As `planner.hours.calendars` has it, which loads numpy; tables are there before it."""
    return day - dt.timedelta(days=day.weekday())


def _free(name: str, taken: Iterable[str]) -> str:
    names = set(taken)
    return name if name not in names else next(said for number in count(2) if (said := f"{name} {number}") not in names)


def _leading_to(portfolio: Portfolio, project_id: Id) -> set[Id]:
    """The project and all that it waits for, one after another."""
    found, left = {project_id}, [project_id]
    while left:
        here = left.pop()
        for each in portfolio.dependencies.values():
            if each.successor_id == here and each.predecessor_id not in found:
                found.add(each.predecessor_id)
                left.append(each.predecessor_id)
    return found
