"""The drill-down of a block of the heat map: who works on what and why, hard or soft, against which capacity, and who is away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.entities import Absence, Demand, Id, Resource
from data.portfolio import Portfolio
from planner.hours.roles import folded
from ui.presenters.block import Block, Work, when, work
from ui.presenters.formats import WHOLE, Formats
from ui.presenters.load_grid import MARKS
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Situation
from ui.presenters.tables import delay_text
from ui.tokens import Band, band

CENT = 0.005
MOST_LINES = 60
"""Most lines of a block that are listed: nobody reads on, and a window of labels has its price."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hours on one demand: what, who (empty where the block is one resource), how firm, and why this resource.

    The title is the project; among projects it is who works on them.
    """

    demand_id: Id
    resource_id: Id
    title: str
    demand: str
    who: str
    hours: str
    firmness: str
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """What a block has to tell. `sentence` says all of it for a screen reader and the tooltip; `more` counts lines left out."""

    title: str
    week: str
    load: str
    capacity: str
    verdict: str
    band: Band
    lines: tuple[Line, ...]
    away: tuple[str, ...]
    of_project: bool = False
    shortage: str = ""
    more: int = 0

    @property
    def sentence(self) -> str:
        return translate("Cell", "{title}, {week}: {load} of {capacity}, {verdict}").format(
            title=self.title, week=self.week, load=self.load, capacity=self.capacity, verdict=self.verdict
        )

    @property
    def formula(self) -> str:
        """How the share in the verdict is made."""
        return (
            translate("Cell", "Coverage: hours given ÷ hours asked")
            if self.of_project
            else translate("Cell", "Utilisation: hours allocated ÷ capacity, sums divided")
        )


def story(situation: Situation, block: Block, formats: Formats) -> Story:
    """The drill-down of a block."""
    load, room = _sums(situation, block)
    place = band(load, room)
    of_project = bool(block.project_ids)
    lines = work(situation, block)
    return Story(
        title=_title(block),
        week=_weeks(situation, block, formats),
        load=f"{formats.hours(load)} h",
        capacity=f"{formats.hours(room)} h",
        verdict=_met(load, room, formats) if of_project else _used(load, room, place, len(block.weeks), formats),
        band=_coverage_band(load, room) if of_project else place,
        lines=tuple(_lines(situation, block, lines[:MOST_LINES], formats)),
        away=tuple(_away(situation.portfolio, block, situation, formats)),
        of_project=of_project,
        shortage=_shortage(situation, block, load, room),
        more=max(0, len(lines) - MOST_LINES),
    )


def _sums(situation: Situation, block: Block) -> tuple[float, float]:
    columns = slice(block.weeks.start, block.weeks.stop)
    if not block.project_ids:
        rows = [situation.row_of[key] for key in block.resource_ids]
        return float(situation.load[rows, columns].sum()), float(situation.capacity[rows, columns].sum())
    mine = np.isin(situation.booked.project_of, _project_rows(situation.portfolio, block))
    inside = mine[situation.given.demand] & (situation.given.week >= columns.start) & (situation.given.week < columns.stop)
    return float(situation.given.hours[inside].sum()), float(situation.booked.due[mine, columns].sum())


def _project_rows(portfolio: Portfolio, block: Block) -> list[int]:
    wanted = frozenset(block.project_ids)
    return [number for number, key in enumerate(portfolio.projects) if key in wanted]


def _title(block: Block) -> str:
    return (
        block.rows[0].name
        if len(block.rows) == 1
        else counted("Cell", "{first} to {last}, %n rows", "{first} to {last}, %n row", len(block.rows)).format(
            first=block.rows[0].name, last=block.rows[-1].name
        )
    )


def _weeks(situation: Situation, block: Block, formats: Formats) -> str:
    said = when(situation, block.weeks, formats)
    return said if len(block.weeks) == 1 else counted("Cell", "{said}, %n weeks", "{said}, %n week", len(block.weeks)).format(said=said)


def _used(load: float, room: float, place: Band, weeks: int, formats: Formats) -> str:
    sign = MARKS.get(place, "")
    if room <= 0:
        none = translate("Cell", "No capacity this week") if weeks == 1 else translate("Cell", "No capacity in these weeks")
        return translate("Cell", "{sign}{load} h without capacity").format(sign=sign, load=formats.hours(load)) if load > 0 else none
    if load <= 0:
        return translate("Cell", "Free: {room} h").format(room=formats.hours(room))
    used = formats.percent(load / room)
    if place in (Band.OVER, Band.BEYOND):
        return translate("Cell", "{sign}{used}, {load} h over").format(sign=sign, used=used, load=formats.hours(load - room))
    free = room - load
    return (
        translate("Cell", "{used}, {free} h free").format(used=used, free=formats.hours(free))
        if free >= 0.05
        else translate("Cell", "{used}, fully used").format(used=used)
    )


def _met(load: float, asked: float, formats: Formats) -> str:
    if asked <= 0:
        return (
            translate("Cell", "{load} h, none asked").format(load=formats.hours(load))
            if load > 0
            else translate("Cell", "Asks for nothing")
        )
    met = formats.met(load / asked)
    if load - asked >= 0.05:
        return translate("Cell", "{met}, {load} h more than asked").format(met=met, load=formats.hours(load - asked))
    short = asked - load
    return (
        translate("Cell", "{met} met, {short} h short").format(met=met, short=formats.hours(short))
        if short >= 0.05
        else translate("Cell", "{met} met").format(met=met)
    )


def _coverage_band(load: float, asked: float) -> Band:
    """What stands out of a project is what it lacks."""
    if asked <= 0 or load / asked >= WHOLE:
        return Band.RIGHT
    return Band.BEYOND if load / asked < 0.5 else Band.OVER


def _shortage(situation: Situation, block: Block, load: float, asked: float) -> str:
    """Why the projects are short, in the words of the largest shortage in them; over all weeks, not those of the block."""
    wanted = frozenset(block.project_ids)
    if not wanted or load >= asked * WHOLE:
        return ""
    mine = (one for one in situation.unmet if one.project_id in wanted)
    worst = max(mine, key=lambda one: one.hours_unmet, default=None)
    return f"{situation.portfolio.demands[worst.demand_id].name}: {worst.sentence}" if worst else ""


def _lines(situation: Situation, block: Block, items: Sequence[Work], formats: Formats) -> Iterator[Line]:
    portfolio, one, of_project = situation.portfolio, block.resource_id is not None, bool(block.project_ids)
    for item in items:
        demand, resource = portfolio.demands[item.demand_id], portfolio.resources[item.resource_id]
        yield Line(
            item.demand_id,
            item.resource_id,
            title=resource.name if of_project else _project(situation, demand.project_id),
            demand=" · ".join(filter(None, (demand.name, demand.phase, demand.role))),
            who="" if one or of_project else resource.name,
            hours=f"{formats.hours(item.hours)} h",
            firmness=_firmness(item, formats),
            why=why(portfolio, demand, resource),
        )


def _firmness(item: Work, formats: Formats) -> str:
    if item.hard >= item.hours - CENT and item.hard > CENT:
        return translate("Cell", "hard booking")
    if item.hard > CENT:
        return translate("Cell", "{hard} h of it hard").format(hard=formats.hours(item.hard))
    return translate("Cell", "soft booking") if item.soft > CENT else translate("Cell", "planned")


def why(portfolio: Portfolio, demand: Demand, resource: Resource) -> str:
    """Why this resource may work on the demand, and what its work counts."""
    priority = translate("Cell", "priority {priority}").format(priority=portfolio.projects[demand.project_id].priority)
    if demand.resource_id == resource.id:
        return translate("Cell", "asked for by name · {priority}").format(priority=priority)
    held = level_held(resource, demand.role)
    if held is None:
        return translate("Cell", "does not hold {role} · {priority}").format(role=demand.role, priority=priority)
    asked = translate("Cell", ", {min_level} asked").format(min_level=demand.min_level) if demand.min_level > 1 else ""
    return translate("Cell", "holds {role} {held}{asked} · {priority}").format(role=demand.role, held=held, asked=asked, priority=priority)


def level_held(resource: Resource, role: str) -> int | None:
    """The level at which a resource holds a role, None where it does not."""
    wanted = folded(role)
    held = [level for name, level in ((resource.role, resource.level), *resource.other_roles) if folded(name) == wanted]
    return max(held, default=None)


def _project(situation: Situation, key: Id) -> str:
    """Its name, and by how much the plan delays it, since its work then stands in other weeks than those asked."""
    placing = situation.standing.placings.get(key)
    name = situation.portfolio.projects[key].name
    return f"{name} ({delay_text(placing.delay)})" if placing and placing.delay else name


def _away(portfolio: Portfolio, block: Block, situation: Situation, formats: Formats) -> Iterator[str]:
    monday, sunday = situation.weeks[block.weeks.start], situation.weeks[block.weeks.stop - 1] + dt.timedelta(days=6)
    people = frozenset(block.resource_ids)
    for absence in portfolio.absences.values():
        if absence.resource_id in people and absence.first <= sunday and absence.last >= monday:
            yield _absence(absence, portfolio, formats)
    calendars = {portfolio.resources[key].calendar_id or portfolio.settings.default_calendar_id for key in people}
    for holiday in portfolio.holidays.values():
        if holiday.calendar_id in calendars and monday <= holiday.day <= sunday:
            name = holiday.name or translate("Cell", "Public holiday")
            yield translate("Cell", "{name} on {day}").format(name=name, day=formats.day(holiday.day))


def _absence(absence: Absence, portfolio: Portfolio, formats: Formats) -> str:
    name = portfolio.resources[absence.resource_id].name
    days = (
        formats.day(absence.first)
        if absence.first == absence.last
        else translate("Cell", "{first} to {last}").format(first=formats.day(absence.first), last=formats.day(absence.last))
    )
    part = "" if absence.percent >= 100 else translate("Cell", ", {percent} % of the day").format(percent=formats.number(absence.percent))
    reason = f" ({absence.reason})" if absence.reason else ""
    return translate("Cell", "{name} away {days}{part}{reason}").format(name=name, days=days, part=part, reason=reason)
