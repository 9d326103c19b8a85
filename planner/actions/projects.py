"""Edits of projects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from data.edits import Edit
from data.entities import Demand, DemandWeek, Id, Points, Project, ProjectStatus, new_id, quantised
from data.portfolio import Kind, Portfolio
from planner.actions import entities
from planner.actions.demands import scaled


def added(name: str, *, priority: int = 3, status: ProjectStatus = ProjectStatus.APPROVED) -> Edit:
    return entities.added(Project(new_id(), name, priority, status=status), f"Add project {name}")


def renamed(portfolio: Portfolio, project_id: Id, name: str) -> Edit:
    project = portfolio.projects[project_id]
    return entities.changed(portfolio, replace(project, name=name), f"Rename {project.name} to {name}")


def with_priority(portfolio: Portfolio, project_id: Id, priority: int) -> Edit:
    """Priority 1 is the highest, 5 the lowest; a weight of the project's own stays and still counts instead."""
    project = portfolio.projects[project_id]
    return entities.changed(portfolio, replace(project, priority=priority), f"Set {project.name} to priority {priority}")


def with_weight(portfolio: Portfolio, project_id: Id, weight: Points | None) -> Edit:
    """Points an hour; None lets the priority say it."""
    project = portfolio.projects[project_id]
    said = "the weight of its priority" if weight is None else f"weight {weight:g}"
    return entities.changed(portfolio, replace(project, weight=weight), f"Give {project.name} {said}")


def with_status(portfolio: Portfolio, project_id: Id, status: ProjectStatus) -> Edit:
    project = portfolio.projects[project_id]
    return entities.changed(portfolio, replace(project, status=status), f"Set {project.name} to {status.value}")


def with_must_do(portfolio: Portfolio, project_id: Id, must_do: bool) -> Edit:
    project = portfolio.projects[project_id]
    said = f"Make {project.name} a must-do" if must_do else f"Make {project.name} no must-do"
    return entities.changed(portfolio, replace(project, must_do=must_do), said)


def with_max_delay(portfolio: Portfolio, project_id: Id, weeks: int) -> Edit:
    """Lets a plan delay the project by up to so many weeks; 0 keeps it where it is asked (R8)."""
    project = portfolio.projects[project_id]
    said = (
        f"Let {project.name} be delayed by up to {weeks} week{'' if weeks == 1 else 's'}" if weeks else f"Let {project.name} not be delayed"
    )
    return entities.changed(portfolio, replace(project, max_delay=weeks), said)


def shifted(portfolio: Portfolio, project_id: Id, weeks: int) -> Edit:
    """Moves the project by whole weeks, earlier where negative: its own dates, its demands and their weeks.

    Bookings stay in their weeks, as they do when a plan delays a project (R4).
    """
    project = portfolio.projects[project_id]
    by = dt.timedelta(weeks=weeks)
    moved = replace(project, start=_moved(project.start, by), finish=_moved(project.finish, by))
    said = f"Move {project.name} by {weeks:+d} week{'' if abs(weeks) == 1 else 's'}"
    return entities.all_changed(portfolio, [moved, *_work_moved(portfolio, project_id, by)], said)


def with_effort(portfolio: Portfolio, project_id: Id, share: float) -> Edit:
    """So many times the hours that the project asks for; what is booked stays."""
    demands = [demand for demand in portfolio.demands.values() if demand.project_id == project_id]
    mine = {demand.id for demand in demands}
    weeks = [replace(week, hours=quantised(week.hours * share)) for week in portfolio.demand_weeks.values() if week.demand_id in mine]
    said = f"Ask {100 * share:g} % of the hours of {portfolio.projects[project_id].name}"
    return entities.all_changed(portfolio, [*(scaled(demand, share) for demand in demands), *weeks], said)


def removed(portfolio: Portfolio, project_id: Id) -> Edit:
    """Removes the project with its demands, their weeks and bookings, and its dependencies."""
    return entities.removed(portfolio, Kind.PROJECT, [project_id], f"Remove project {portfolio.projects[project_id].name}")


def _moved(day: dt.date | None, by: dt.timedelta) -> dt.date | None:
    return None if day is None else day + by


def _work_moved(portfolio: Portfolio, project_id: Id, by: dt.timedelta) -> Iterator[Demand | DemandWeek]:
    mine = {demand.id: demand for demand in portfolio.demands.values() if demand.project_id == project_id}
    for demand in mine.values():
        yield replace(demand, start=demand.start + by, finish=demand.finish + by)
    for week in portfolio.demand_weeks.values():
        if week.demand_id in mine:
            yield replace(week, week=week.week + by)
