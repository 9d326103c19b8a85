"""The sample portfolio moved to today, so that it never goes stale."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from data.entities import (
    Absence,
    Baseline,
    Booking,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    Entity,
    Estimate,
    Holiday,
    Id,
    Policy,
    Project,
    Resource,
    Scenario,
    ScenarioChange,
    Settings,
    Study,
    new_id,
)
from data.errors import PlannerError
from data.findings import errors
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import monday_of, weeks
from planner.hours.capacity import capacity
from planner.importing.loading import load
from planner.importing.public_holidays import public_holidays

FOLDER = Path(__file__).parent
WEEKS_BEHIND = 8
"""Weeks of the horizon that lie before the week of today: work under way, the rest still to be planned."""
YEAR = 365.2425


class DamagedSampleError(PlannerError):
    """The files that came with the app are not as they were shipped."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The sample portfolio in {FOLDER} cannot be read: {problem}. Install Plimsoll again.")


def sample_portfolio(today: dt.date) -> Portfolio:
    """The sample with today in its ninth week, with fresh ids.

    Work moves by whole weeks. Absences and company holidays keep their season, so that summer leave stays in summer,
    and public holidays are those of the new dates. Raises DamagedSampleError where the shipped files are not whole.
    """
    shipped = load(FOLDER)
    wrong = errors(shipped.findings)
    if shipped.portfolio is None or wrong:
        raise DamagedSampleError(str(wrong[0]) if wrong else "it holds no portfolio")
    return moved_to(shipped.portfolio, monday_of(today) - dt.timedelta(weeks=WEEKS_BEHIND))


def moved_to(portfolio: Portfolio, first: dt.date) -> Portfolio:
    """The portfolio with its first week beginning on that Monday."""
    by = first - weeks(portfolio.settings)[0]
    moved = Portfolio().holding(*(_moved(entity, by, first) for entity in portfolio.everything()))
    moved = _with_public_holidays(moved, before=portfolio)
    return moved.replacing([(Kind.BOOKING, key, None) for key in _overtaken_by_leave(moved)])


def _with_public_holidays(moved: Portfolio, before: Portfolio) -> Portfolio:
    """The public holidays of the new dates in place of those before, and of company holidays that fall on one."""
    new = list(_public(moved))
    old_days = {(holiday.calendar_id, holiday.day) for holiday in _public(before)}
    new_days = {(holiday.calendar_id, holiday.day) for holiday in new}
    were = ((key, holiday.calendar_id, holiday.day) for key, holiday in before.holidays.items())
    gone = [key for key, calendar, day in were if (calendar, day) in old_days or (calendar, moved.holidays[key].day) in new_days]
    return moved.replacing([(Kind.HOLIDAY, key, None) for key in gone]).holding(*new)


def _public(portfolio: Portfolio) -> Iterator[Holiday]:
    """The public holidays of the horizon, of every calendar that names a country."""
    mondays = weeks(portfolio.settings)
    for calendar in portfolio.calendars.values():
        if calendar.country:
            days = public_holidays(calendar.country, calendar.subdivision, mondays[0], mondays[-1] + dt.timedelta(days=6))
            yield from (Holiday(new_id(), calendar.id, day, name) for day, name in days.items())


def _overtaken_by_leave(portfolio: Portfolio) -> list[Id]:
    """Bookings of more hours than the resource has in that week: its leave has moved there, so nobody would have made them."""
    room = dict(zip(portfolio.resources, capacity(portfolio), strict=True))
    column = {monday: t for t, monday in enumerate(weeks(portfolio.settings))}
    return [key for key, booking in portfolio.bookings.items() if booking.hours > room[booking.resource_id][column[booking.week]]]


def _moved(entity: Entity, by: dt.timedelta, first: dt.date) -> Entity:  # noqa: PLR0911 - one line for each kind
    match entity:
        case Settings():
            return replace(entity, start=first)
        case Resource():
            return replace(entity, available_from=_later(entity.available_from, by), available_to=_later(entity.available_to, by))
        case Project():
            return replace(entity, start=_later(entity.start, by), finish=_later(entity.finish, by))
        case Demand():
            return replace(entity, start=entity.start + by, finish=entity.finish + by)
        case DemandWeek() | Booking():
            return replace(entity, week=entity.week + by)
        case Absence():
            years = _whole_years(entity.first, first)
            return replace(entity, first=entity.first + years, last=entity.last + years)
        case Holiday():
            return replace(entity, day=entity.day + _whole_years(entity.day, first))
        case ScenarioChange():
            before, after = (side and _moved(side, by, first) for side in (entity.before, entity.after))
            return replace(entity, before=before, after=after)
        case Calendar() | Dependency() | Policy() | Estimate() | Scenario() | Baseline() | Study():
            return entity
        case _:
            assert_never(entity)


def _later(day: dt.date | None, by: dt.timedelta) -> dt.date | None:
    return None if day is None else day + by


def _whole_years(day: dt.date, first: dt.date) -> dt.timedelta:
    """The fewest years, in whole weeks, by which a day is moved to lie on or after the first: its weekday and season stay."""
    least = (first - day).days // 366 - 1
    moves = (dt.timedelta(weeks=round(years * YEAR / 7)) for years in itertools.count(least))
    return next(move for move in moves if day + move >= first)
