"""The drill-down of a heat map cell: who works on what, hard or soft, against which capacity, and who is away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.entities import Absence, BookingKind, Id
from data.portfolio import Portfolio
from ui.presenters.formats import Formats
from ui.presenters.load_grid import MARKS, GridRow
from ui.presenters.situation import Situation
from ui.presenters.tables import delay_text
from ui.tokens import Band, band

BOOKED = {BookingKind.HARD: "hard booking", BookingKind.SOFT: "soft booking", None: "planned"}


@dataclass(frozen=True, slots=True)
class Line:
    """Hours on one demand: what, who (empty where the row is one resource), how firm."""

    project: str
    demand: str
    who: str
    hours: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Story:
    """What one cell has to tell. `sentence` says all of it for a screen reader and the tooltip."""

    title: str
    week: str
    load: str
    capacity: str
    verdict: str
    band: Band
    lines: tuple[Line, ...]
    away: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"{self.title}, {self.week}: {self.load} of {self.capacity}, {self.verdict}"


def story(situation: Situation, row: GridRow, week: int, formats: Formats) -> Story:
    """The drill-down of a row in a week (from 0)."""
    rows = [situation.row_of[key] for key in row.resource_ids]
    load, room = float(situation.load[rows, week].sum()), float(situation.capacity[rows, week].sum())
    place = band(load, room)
    return Story(
        title=row.name,
        week=formats.week(situation.weeks[week]),
        load=f"{formats.hours(load)} h",
        capacity=f"{formats.hours(room)} h",
        verdict=_verdict(load, room, place, formats),
        band=place,
        lines=tuple(_lines(situation, rows, week, formats)),
        away=tuple(_away(situation.portfolio, row.resource_ids, situation.weeks[week], formats)),
    )


def _verdict(load: float, room: float, place: Band, formats: Formats) -> str:
    sign = MARKS.get(place, "")
    if room <= 0:
        return f"{sign}{formats.hours(load)} h without capacity" if load > 0 else "No capacity this week"
    if load <= 0:
        return f"Free: {formats.hours(room)} h"
    used = formats.percent(load / room)
    if place in (Band.OVER, Band.BEYOND):
        return f"{sign}{used}, {formats.hours(load - room)} h over"
    free = room - load
    return f"{used}, {formats.hours(free)} h free" if free >= 0.05 else f"{used}, fully used"


def _lines(situation: Situation, rows: Sequence[int], week: int, formats: Formats) -> Iterator[Line]:
    portfolio = situation.portfolio
    for item in situation.work(rows, week):
        demand = portfolio.demands[item.demand_id]
        yield Line(
            project=_project(situation, demand.project_id),
            demand=" · ".join(filter(None, (demand.name, demand.phase, demand.role))),
            who=portfolio.resources[item.resource_id].name if len(rows) > 1 else "",
            hours=f"{formats.hours(item.hours)} h",
            firmness=BOOKED[item.booked],
        )


def _project(situation: Situation, key: Id) -> str:
    """Its name, and by how much the plan delays it, since its work then stands in other weeks than those asked."""
    placing = situation.standing.placings.get(key)
    name = situation.portfolio.projects[key].name
    return f"{name} ({delay_text(placing.delay)})" if placing and placing.delay else name


def _away(portfolio: Portfolio, resource_ids: Sequence[Id], monday: dt.date, formats: Formats) -> Iterator[str]:
    sunday = monday + dt.timedelta(days=6)
    for absence in portfolio.absences.values():
        if absence.resource_id in resource_ids and absence.first <= sunday and absence.last >= monday:
            yield _absence(absence, portfolio, formats)
    calendars = {portfolio.resources[key].calendar_id or portfolio.settings.default_calendar_id for key in resource_ids}
    for holiday in portfolio.holidays.values():
        if holiday.calendar_id in calendars and monday <= holiday.day <= sunday:
            yield f"{holiday.name or 'Public holiday'} on {formats.day(holiday.day)}"


def _absence(absence: Absence, portfolio: Portfolio, formats: Formats) -> str:
    name = portfolio.resources[absence.resource_id].name
    days = formats.day(absence.first) if absence.first == absence.last else f"{formats.day(absence.first)} to {formats.day(absence.last)}"
    part = "" if absence.percent >= 100 else f", {formats.number(absence.percent)} % of the day"
    reason = f" ({absence.reason})" if absence.reason else ""
    return f"{name} away {days}{part}{reason}"
