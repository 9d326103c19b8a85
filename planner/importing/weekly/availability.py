"""Capacity and absences by week: a resource's own week, and what other weeks lack of it."""

from __future__ import annotations

import datetime as dt

from data.entities import quantised
from data.portfolio import Kind
from data.workbook.columns import ABSENCES, RESOURCES
from planner.importing.mapping.reader import Found
from planner.importing.mapping.values import Span, Unit
from planner.importing.weekly.weeks import Covered, Entry, Hours, Weekly, add, covering, rows_of

CAPACITY_REASON = "Capacity of the week"


def capacity(weekly: Weekly) -> list[Covered]:
    """The greatest week is the resource's own; what another week lacks of it is an absence."""
    owners = []
    for row, entries in rows_of(weekly.entries()).items():
        names = weekly.names(row, "Resource", "Kind", "Team", "Role", "Level")
        if not weekly.is_named(row, names["Resource"], "resource"):
            continue
        sums: dict[dt.date, Hours] = {}
        worked: dict[dt.date, float] = {}
        for entry in entries:
            _note_part(weekly, entry, worked)
            for week, hours in weekly.by_week(entry, weekly.known.standard_week):
                add(sums, entry, week, hours)
        full = _full_week(sums, worked)
        owners.append((names["Resource"].text,))
        if not names["Role"].text:
            names["Role"] = Found(weekly.known.role_of(names["Resource"].text) or None, names["Resource"].at)
        at = next((there.at for week, there in sums.items() if there.hours == full), names["Resource"].at)
        weekly.rows(RESOURCES, "Resource", "Kind", "Team", "Role", "Level", "Hours per week").add(
            row, {**names, "Hours per week": Found(full, at)}
        )
        missing = {week: 1 - there.hours / (full * worked.get(week, 1.0)) for week, there in sums.items() if full and worked.get(week, 1.0)}
        _write_absences(
            weekly, row, names["Resource"], {week: share for week, share in missing.items() if share > 0.005}, sums, CAPACITY_REASON
        )
    return covering(weekly, Kind.ABSENCE, owners)


def _note_part(weekly: Weekly, entry: Entry, worked: dict[dt.date, float]) -> None:
    """How much of each week a stretch covers: at the edge of a month only some of its days."""
    for week, count in weekly.days.by_week(entry.period).items():
        part = count / max(1, len(weekly.days.weekdays))
        worked[week] = 1.0 if entry.period.span is Span.WEEKS else min(1.0, worked.get(week, 0.0) + part)


def _full_week(sums: dict[dt.date, Hours], worked: dict[dt.date, float]) -> float:
    whole = [there.hours / worked[week] for week, there in sums.items() if worked.get(week, 0.0) > 0]
    return quantised(max(whole, default=0.0))


def away(weekly: Weekly) -> list[Covered]:
    owners = []
    for row, entries in rows_of(weekly.entries()).items():
        names = weekly.names(row, "Resource", "Reason")
        if not weekly.is_named(row, names["Resource"], "resource"):
            continue
        own = weekly.known.week_of(names["Resource"].text)
        owners.append((names["Resource"].text,))
        _write_away(weekly, names, entries, own)
    return covering(weekly, Kind.ABSENCE, owners)


def _write_away(weekly: Weekly, names: dict[str, Found], entries: list[Entry], own: float) -> None:
    runs: list[tuple[dt.date, dt.date, float, Entry]] = []
    for entry in sorted(entries, key=lambda each: each.period.first):
        share = _share_away(weekly, entry, own)
        if share <= 0:
            continue
        first, last = entry.period.first, entry.period.last
        if runs and runs[-1][2] == share and _is_next(weekly, runs[-1][1], first):
            runs[-1] = (runs[-1][0], last, share, runs[-1][3])
        else:
            runs.append((first, last, share, entry))
    rows = weekly.rows(ABSENCES, "Resource", "From", "To", "Percent", "Reason")
    for first, last, share, entry in runs:
        said = {"From": Found(first, entry.period_at), "To": Found(last, entry.period_at), "Percent": Found(share, entry.at)}
        rows.add(entry.row, {"Resource": names["Resource"], "Reason": names["Reason"], **said})


def _share_away(weekly: Weekly, entry: Entry, own: float) -> float:
    """Percent of the stretch that is away; more than all of it is all."""
    days = sum(weekly.days.by_week(entry.period).values())
    if not days:
        return 0.0
    factor = {Unit.SHARE: 1.0, Unit.FTE: 1.0, Unit.PERCENT: 0.01, Unit.DAYS: 1 / days, Unit.HOURS: 5 / own / days}[entry.unit]
    return quantised(min(1.0, entry.figure * factor) * 100)


def _is_next(weekly: Weekly, last: dt.date, first: dt.date) -> bool:
    """Whether nothing is worked between two days."""
    return weekly.days.last_before(first) <= last < first


def _write_absences(
    weekly: Weekly, row: int, resource: Found, missing: dict[dt.date, float], sums: dict[dt.date, Hours], reason: str
) -> None:
    rows = weekly.rows(ABSENCES, "Resource", "From", "To", "Percent", "Reason")
    runs: list[tuple[dt.date, dt.date, float]] = []
    for week in sorted(missing):
        share = quantised(round(missing[week] * 100, 2))
        if runs and runs[-1][2] == share and runs[-1][1] + dt.timedelta(days=1) == week:
            runs[-1] = (runs[-1][0], week + dt.timedelta(days=6), share)
        else:
            runs.append((week, week + dt.timedelta(days=6), share))
    for first, last, share in runs:
        there = sums[first]
        said = {"From": Found(first, there.week_at), "To": Found(last, there.week_at), "Percent": Found(min(share, 100.0), there.at)}
        rows.add(row, {"Resource": resource, "Reason": Found(reason), **said})
