"""Work of one person carried to another, or to other weeks, on the heat map: what is carried, where it would land, the edit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.edits import Edit
from data.entities import BookingKind, Hours, Id
from planner.actions import bookings
from planner.actions.bookings import Cell, Wish
from planner.insight.by_hand import Moved
from ui.presenters.block import given_by_cell, when, work
from ui.presenters.booking import Target
from ui.presenters.cell import level_held
from ui.presenters.formats import Formats
from ui.presenters.load_grid import MARKS, GridRow, Measure
from ui.presenters.saying import translate
from ui.presenters.situation import Situation
from ui.tokens import Band, band

CENT = 0.005


@dataclass(frozen=True, slots=True)
class Carried:
    """Hours of one resource on one demand in some weeks (W,); `kind` is what they are booked as where they land."""

    demand_id: Id
    resource_id: Id
    weeks: range
    hours: tuple[Hours, ...]
    kind: BookingKind


@dataclass(frozen=True, slots=True)
class Landing:
    """Where carried work would land: the load of each week there afterwards as a cell shows it, and all of it in a sentence.

    `allowed` is False where it cannot be dropped: outside the weeks planned, on a row that is no person, or where it is.
    """

    says: str
    mark: str
    allowed: bool
    figures: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()


def carried(situation: Situation, target: Target) -> Carried | None:
    """What of the target can be carried; None where it is not the work of one person on one demand."""
    if target.demand_id is None or len(target.block.rows) != 1 or target.block.resource_id is None:
        return None
    mine = next((item for item in work(situation, target.block) if item.demand_id == target.demand_id), None)
    if mine is None:
        return None
    cells = given_by_cell(situation, target.block, demand_id=target.demand_id)
    mondays = _mondays(situation, target.block.weeks)
    hours = [cells.get((target.demand_id, mine.resource_id, monday), 0.0) for monday in mondays]
    if sum(hours) <= CENT:  # booked softly where the plan gives nothing
        hours = [_soft(situation, target.demand_id, mine.resource_id, monday) for monday in mondays]
    only_soft = mine.hours <= CENT or (situation.plan is None and mine.hard <= CENT)
    return Carried(
        target.demand_id, mine.resource_id, target.block.weeks, tuple(hours), BookingKind.SOFT if only_soft else BookingKind.HARD
    )


def landing(situation: Situation, what: Carried, row: GridRow, shift: int, measure: Measure, formats: Formats) -> Landing:
    """What dropping it on a row, so many weeks later, would come to."""
    demand = situation.portfolio.demands[what.demand_id]
    total = f"{demand.name}, {formats.hours(sum(what.hours))} h"
    weeks = range(what.weeks.start + shift, what.weeks.stop + shift)
    if row.resource_id is None:
        return Landing(translate("Moving", "{total}: drop it on a person").format(total=total), "muted", allowed=False)
    if weeks.start < 0 or weeks.stop > len(situation.weeks):
        return Landing(translate("Moving", "{total}: outside the weeks planned").format(total=total), "muted", allowed=False)
    loads = _loads(situation, what, row.resource_id, weeks)
    rooms = situation.capacity[situation.row_of[row.resource_id], weeks.start : weeks.stop].tolist()
    bands = tuple(band(load, room) for load, room in zip(loads, rooms, strict=True))
    figures = tuple(_figure(load, room, measure, formats) for load, room in zip(loads, rooms, strict=True))
    if row.resource_id == what.resource_id and shift == 0:
        return Landing(
            translate("Moving", "{total}: where it is").format(total=total), "muted", allowed=False, figures=figures, bands=bands
        )
    warnings = _warnings(situation, what, row.resource_id, weeks, formats)
    sign = MARKS.get(max(bands, key=_severity), "")
    load = translate("Moving", "{sign}{load} of {room} h").format(sign=sign, load=formats.hours(sum(loads)), room=formats.hours(sum(rooms)))
    says = translate("Moving", "{total} to {name}, {when}: {load}").format(
        total=total, name=row.name, when=when(situation, weeks, formats), load=load
    )
    return Landing(" · ".join([says, *warnings]), "warning" if warnings or sign else "good", allowed=True, figures=figures, bands=bands)


def moving(situation: Situation, what: Carried, row: GridRow, shift: int, formats: Formats) -> tuple[Edit, frozenset[Moved]]:
    """The edit that drops it there, and what of the plan it moves."""
    taker = row.resource_id or what.resource_id
    moves: dict[Cell, tuple[Cell, Wish]] = {}
    moved = set()
    for at, hours in zip(what.weeks, what.hours, strict=True):
        if hours > CENT:
            here, there = situation.weeks[at], situation.weeks[at + shift]
            moves[what.demand_id, what.resource_id, here] = (what.demand_id, taker, there), (hours, what.kind)
            moved.add(Moved(what.demand_id, what.resource_id, here, taker, there))
    portfolio = situation.portfolio
    weeks = range(what.weeks.start + shift, what.weeks.stop + shift)
    who = portfolio.resources[what.resource_id].name
    goal = (
        when(situation, weeks, formats)
        if taker == what.resource_id
        else f"{portfolio.resources[taker].name}, {when(situation, weeks, formats)}"
    )
    label = translate("Moving", "Move {name} from {who} to {goal}").format(name=portfolio.demands[what.demand_id].name, who=who, goal=goal)
    return bookings.given_away(portfolio, moves, label), frozenset(moved)


def _loads(situation: Situation, what: Carried, resource_id: Id, weeks: range) -> list[float]:
    """Hours of the taker in the weeks it would land in, with what is carried and without what leaves them."""
    load = situation.load[situation.row_of[resource_id]].copy()
    if resource_id == what.resource_id and what.kind is BookingKind.HARD:
        for at, hours in zip(what.weeks, what.hours, strict=True):
            load[at] -= hours
    return [max(0.0, float(load[at])) + hours for at, hours in zip(weeks, what.hours, strict=True)]


def _warnings(situation: Situation, what: Carried, resource_id: Id, weeks: range, formats: Formats) -> list[str]:
    demand, resource = situation.portfolio.demands[what.demand_id], situation.portfolio.resources[resource_id]
    said = []
    if demand.resource_id not in (None, resource_id):
        said.append(translate("Moving", "{name} asks for somebody else by name").format(name=demand.name))
    elif demand.resource_id is None:
        held = level_held(resource, demand.role)
        if held is None:
            said.append(translate("Moving", "does not hold {role}").format(role=demand.role))
        elif held < demand.min_level:
            said.append(
                translate("Moving", "holds {role} {held}, {min_level} asked").format(
                    role=demand.role, held=held, min_level=demand.min_level
                )
            )
    excess = _excess(situation, what, weeks)
    if excess > 0.05:
        said.append(translate("Moving", "{excess} h more than asked there").format(excess=formats.hours(excess)))
    return said


def _excess(situation: Situation, what: Carried, weeks: range) -> float:
    """Hours that the demand would get above what it asks in the weeks it lands in, for which others do not give way."""
    if weeks == what.weeks:
        return 0.0
    d = tuple(situation.portfolio.demands).index(what.demand_id)
    due = situation.booked.due[d, weeks.start : weeks.stop]
    return float(sum(max(0.0, hours - asked) for hours, asked in zip(what.hours, due.tolist(), strict=True)))


def _figure(load: float, room: float, measure: Measure, formats: Formats) -> str:
    if measure is Measure.HOURS or room <= 0:
        return formats.number(load)
    return formats.number(load / room * 100)


def _severity(of: Band) -> int:
    return (Band.OVER, Band.BEYOND).index(of) + 1 if of in (Band.OVER, Band.BEYOND) else 0


def _mondays(situation: Situation, weeks: range) -> tuple[dt.date, ...]:
    return situation.weeks[weeks.start : weeks.stop]


def _soft(situation: Situation, demand_id: Id, resource_id: Id, monday: dt.date) -> float:
    held = situation.portfolio.bookings.values()
    return sum(each.hours for each in held if (each.demand_id, each.resource_id, each.week) == (demand_id, resource_id, monday))
