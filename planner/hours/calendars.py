"""Weeks of the horizon and working days of calendars, counted by day ordinals (`datetime.date.toordinal`)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from data.entities import Id, Settings
from data.portfolio import Portfolio
from solver.problem import Bools, Ints

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
"""Working days where no calendar is named."""


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def weeks(settings: Settings) -> tuple[dt.date, ...]:
    """The Mondays of the horizon; the first is the Monday of the week that holds the start."""
    first = monday_of(settings.start)
    return tuple(first + dt.timedelta(weeks=n) for n in range(settings.weeks))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Working days of one calendar over a stretch of days, less its holidays.

    `works` tells of each day from `first` on (an ordinal) whether it is worked, `running[i]` how many of the first i
    are; `per_week` counts the calendar's working days in a week without holidays.
    """

    first: int
    works: Bools
    running: Ints
    per_week: int

    def before(self, ordinals: Ints) -> Ints:
        """Working days from the start of the stretch up to each day, the day itself not counted."""
        return self.running[np.clip(ordinals - self.first, 0, len(self.works))]


def working_days(portfolio: Portfolio, calendar_id: Id | None, first: int, last: int) -> WorkingDays:
    """Working days from ordinal `first` to `last`, both included; None is the default calendar."""
    key = calendar_id or portfolio.settings.default_calendar_id
    weekdays = portfolio.calendars[key].working_days if key else MONDAY_TO_FRIDAY
    worked = np.zeros(7, bool)
    worked[list(weekdays)] = True
    works = worked[(np.arange(first, last + 1) - 1) % 7]  # ordinal 1 was a Monday
    for holiday in portfolio.holidays.values():
        if holiday.calendar_id == key and first <= holiday.day.toordinal() <= last:
            works[holiday.day.toordinal() - first] = False
    running = np.concatenate([[0], np.cumsum(works)]).astype(np.int64)
    return WorkingDays(first, works, running, max(1, len(set(weekdays))))
