"""Net capacity of resources: c[r,t] of docs/model.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from data.entities import Absence, Id, Resource
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import WorkingDays, weeks, working_days
from planner.hours.since import Before, changed, renewed, same
from solver.problem import Floats

CLEAN = 9
"""Decimals kept of computed hours: sums of days stay exact (8 and never 7.999999999999), far below a plan's cent."""


def capacity(portfolio: Portfolio, before: Before | None = None) -> Floats:
    """(R, T) hours each resource can give projects in each week, rows in the order of `portfolio.resources`.

    Working days of the resource's calendar less its holidays, less days outside availability, less absences (several
    on one day add up to at most all of it), times hours a day, times project share. `before` is the capacity of a moment ago.
    """
    hours = partial(_hours, portfolio)
    if before is None or not same(before.portfolio, portfolio, Kind.SETTINGS, Kind.CALENDAR, Kind.HOLIDAY):
        return hours(portfolio.resources.values())
    stale = {absence.resource_id for absence in changed(before.portfolio.absences, portfolio.absences)}
    return renewed(before.table, before.portfolio.resources, portfolio.resources, stale, hours)


def capacity_but_for_absences(portfolio: Portfolio) -> Floats:
    """(R, T) capacity as it would be if nobody were absent; calendar, holidays and availability still count."""
    return _hours(portfolio, portfolio.resources.values(), {})


def _hours(portfolio: Portfolio, of: Iterable[Resource], away: Mapping[Id, Sequence[Absence]] | None = None) -> Floats:
    """(n, T) hours of these resources; who is `away` says the portfolio, unless it is given."""
    absences = _absences(portfolio) if away is None else away
    settings, resources = portfolio.settings, list(of)
    first = weeks(settings)[0].toordinal()
    last = first + 7 * settings.weeks - 1
    used = {resource.calendar_id for resource in resources}
    days = {key: working_days(portfolio, key, first, last) for key in used}
    table = np.zeros((len(resources), settings.weeks))
    for row, resource in enumerate(resources):
        calendar = days[resource.calendar_id]
        present = _present(resource, calendar, absences.get(resource.id, ()))
        table[row] = present.reshape(-1, 7).sum(axis=1) * _hours_a_day(resource, calendar, settings.standard_week)
    return np.round(table, CLEAN)


def _absences(portfolio: Portfolio) -> dict[Id, list[Absence]]:
    by_resource: dict[Id, list[Absence]] = defaultdict(list)
    for absence in portfolio.absences.values():
        by_resource[absence.resource_id].append(absence)
    return by_resource


def _hours_a_day(resource: Resource, calendar: WorkingDays, standard_week: float) -> float:
    week = standard_week if resource.hours_per_week is None else resource.hours_per_week
    return week / calendar.per_week * resource.project_share / 100


def _present(resource: Resource, calendar: WorkingDays, absences: Sequence[Absence]) -> Floats:
    """Of each day in the horizon the part worked, from 0 to 1."""
    present = calendar.works.astype(np.float64)
    if resource.available_from:
        present[: max(0, resource.available_from.toordinal() - calendar.first)] = 0.0
    if resource.available_to:
        present[max(0, resource.available_to.toordinal() + 1 - calendar.first) :] = 0.0
    if absences:
        away = np.zeros_like(present)
        for absence in absences:
            first, last = absence.first.toordinal() - calendar.first, absence.last.toordinal() - calendar.first
            away[max(0, first) : max(0, last + 1)] += absence.percent / 100
        present *= 1 - np.minimum(1.0, away)
    return present
