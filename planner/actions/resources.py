"""Edits of resources and their absences."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.edits import Edit
from data.entities import Absence, Hours, Id, Percent, Resource, ResourceKind, new_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities


def added(name: str, role: str, level: int = 3, *, kind: ResourceKind = ResourceKind.PERSON) -> Edit:
    return entities.added(Resource(new_id(), name, role, level, kind=kind), f"Add resource {name}")


def renamed(portfolio: Portfolio, resource_id: Id, name: str) -> Edit:
    resource = portfolio.resources[resource_id]
    return entities.changed(portfolio, replace(resource, name=name), f"Rename {resource.name} to {name}")


def with_role(portfolio: Portfolio, resource_id: Id, role: str, level: int) -> Edit:
    """The primary role and the level (1-5) held in it."""
    resource = portfolio.resources[resource_id]
    return entities.changed(portfolio, replace(resource, role=role, level=level), f"Make {resource.name} {role}, level {level}")


def with_hours_per_week(portfolio: Portfolio, resource_id: Id, hours: Hours | None) -> Edit:
    """None is the standard week."""
    resource = portfolio.resources[resource_id]
    said = "the standard week" if hours is None else f"{hours:g} h a week"
    return entities.changed(portfolio, replace(resource, hours_per_week=hours), f"Give {resource.name} {said}")


def with_project_share(portfolio: Portfolio, resource_id: Id, share: Percent) -> Edit:
    resource = portfolio.resources[resource_id]
    return entities.changed(portfolio, replace(resource, project_share=share), f"Give {resource.name} {share:g} % for projects")


def away(portfolio: Portfolio, resource_id: Id, first: dt.date, last: dt.date, *, percent: Percent = 100.0, reason: str = "") -> Edit:
    """An absence, both days inclusive."""
    absence = Absence(new_id(), resource_id, first, last, percent, reason)
    return entities.added(absence, f"{portfolio.resources[resource_id].name} away from {first} to {last}")


def removed(portfolio: Portfolio, resource_id: Id) -> Edit:
    """Removes the resource with its absences and bookings; demands that name it are open to their role again."""
    return entities.removed(portfolio, Kind.RESOURCE, [resource_id], f"Remove resource {portfolio.resources[resource_id].name}")
