"""Hours asked by demands: q[d,t] of docs/model.md at no delay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import assert_never

import numpy as np

from data.entities import Demand, Id, Profile, Settings
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import WorkingDays, monday_of, weeks, working_days
from planner.hours.capacity import CLEAN
from planner.hours.since import Before, changed, renewed, same
from solver.problem import Floats, Ints


def asked(portfolio: Portfolio, before: Before | None = None) -> Floats:
    """(D, T) hours asked of each demand in each week, rows in the order of `portfolio.demands`.

    Spread by the profile over the working days of the default calendar inside the demand's dates, those outside the
    horizon counted for the spread and lost for the case; a demand with weeks of its own takes those alone. `before` is what was
    asked a moment ago.
    """
    hours = partial(_asked, portfolio)
    if before is None or not same(before.portfolio, portfolio, Kind.SETTINGS, Kind.CALENDAR, Kind.HOLIDAY):
        return hours(list(portfolio.demands.values()))
    stale = {week.demand_id for week in changed(before.portfolio.demand_weeks, portfolio.demand_weeks)}
    return renewed(before.table, before.portfolio.demands, portfolio.demands, stale, hours)


def _asked(portfolio: Portfolio, demands: Sequence[Demand]) -> Floats:
    mondays = weeks(portfolio.settings)
    if not demands:
        return np.zeros((0, len(mondays)))
    table = _spread(portfolio, demands, mondays)
    _replace_by_weeks(portfolio, demands, table, mondays)
    return np.round(table, CLEAN)


def asked_weeks(portfolio: Portfolio, demand_ids: Collection[Id]) -> tuple[tuple[dt.date, ...], Floats]:
    """Mondays (W) of the horizon and of every week around it in which one of these demands may ask, and the hours (n, W) each asks.

    Rows are in the order of `portfolio.demands`.
    """
    wanted = set(demand_ids)
    demands = [portfolio.demands[key] for key in wanted]
    given = [each for each in portfolio.demand_weeks.values() if each.demand_id in wanted]
    horizon = weeks(portfolio.settings)
    days = [horizon[0], horizon[-1], *(each.week for each in given)]
    days += [monday_of(day) for demand in demands for day in (demand.start, demand.finish)]
    wide = replace(portfolio.settings, start=min(days), weeks=(max(days) - min(days)).days // 7 + 1)
    around = Portfolio().holding(wide, *portfolio.calendars.values(), *portfolio.holidays.values())
    return weeks(wide), asked(around.holding(*demands, *given))


def moved(asked_hours: Floats, delay: Ints) -> Floats:
    """(D, T) the hours moved later by each demand's weeks of delay; what leaves the horizon is lost."""
    later = asked_hours.copy()
    for row in np.flatnonzero(delay):
        later[row] = 0.0
        later[row, delay[row] :] = asked_hours[row, : -delay[row]]
    return later


def default_days(portfolio: Portfolio) -> WorkingDays:
    """Working days of the default calendar over the horizon and every demand's dates."""
    return _days(portfolio, portfolio.demands.values())


def _days(portfolio: Portfolio, demands: Iterable[Demand]) -> WorkingDays:
    """The same over the dates of these demands."""
    mondays, demands = weeks(portfolio.settings), list(demands)
    first = min([mondays[0], *(demand.start for demand in demands)])
    last = max([mondays[-1] + dt.timedelta(days=6), *(demand.finish for demand in demands)])
    return working_days(portfolio, None, first.toordinal(), last.toordinal())


def _spread(portfolio: Portfolio, demands: Sequence[Demand], mondays: Sequence[dt.date]) -> Floats:
    days = _days(portfolio, demands)
    start = np.array([demand.start.toordinal() for demand in demands])
    end = np.array([demand.finish.toordinal() + 1 for demand in demands])
    edges = mondays[0].toordinal() + 7 * np.arange(len(mondays) + 1)
    inside = np.minimum(np.maximum(edges[None, :], start[:, None]), end[:, None])
    so_far = days.before(inside) - days.before(start)[:, None]
    in_all = np.maximum(0, days.before(end) - days.before(start))
    shares = np.empty(so_far.shape)
    for profile in Profile:
        rows = np.array([demand.profile is profile for demand in demands])
        shares[rows] = _flat_days(profile, so_far[rows], in_all[rows][:, None])
    return np.diff(shares, axis=1) * _hours_a_day(portfolio.settings, demands, in_all, days.per_week)[:, None]


def _hours_a_day(settings: Settings, demands: Sequence[Demand], in_all: Ints, days_a_week: int) -> Floats:
    """(D,) hours on a working day of the flat profile."""
    totals = np.array([demand.total_hours or 0.0 for demand in demands])
    weekly = np.array([(demand.hours_per_week or 0.0) + (demand.fte or 0.0) * settings.standard_week for demand in demands])
    return totals / np.maximum(1, in_all) + weekly / days_a_week


def _flat_days(profile: Profile, k: Ints, n: Ints) -> Floats:
    """What the first k of n working days are worth, in days of the flat profile: the sum of the contract's shares."""
    match profile:
        case Profile.FLAT:
            return k.astype(np.float64)
        case Profile.FRONT:
            return k * (2 * n - k + 1) / (n + 1)
        case Profile.BACK:
            return k * (k + 1) / (n + 1)
        case Profile.BELL:
            return _bell(k, n) * n / np.maximum(1, _bell(n, n))
        case _:
            assert_never(profile)


def _bell(k: Ints, n: Ints) -> Ints:
    """The sum of min(i + 1, n - i) over i < k: rising up to the middle day, falling after it."""
    middle = (n + 1) // 2
    rising = np.minimum(k, middle)
    after = np.maximum(k - middle, 0)
    falling = after * (n - middle) - after * (after - 1) // 2
    total: Ints = rising * (rising + 1) // 2 + falling
    return total


def _replace_by_weeks(portfolio: Portfolio, demands: Sequence[Demand], table: Floats, mondays: Sequence[dt.date]) -> None:
    rows = {demand.id: row for row, demand in enumerate(demands)}
    column = {monday: t for t, monday in enumerate(mondays)}
    cleared: set[Id] = set()
    for given in portfolio.demand_weeks.values():
        row = rows.get(given.demand_id)
        if row is None:
            continue
        if given.demand_id not in cleared:
            table[row] = 0.0
            cleared.add(given.demand_id)
        if given.week in column:
            table[row, column[given.week]] += given.hours
