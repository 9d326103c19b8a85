"""Booking by hand on the heat map: what can be booked, and the edits that book, pin and release a block of cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.edits import Edit
from data.entities import Booking, BookingKind, Demand, Id
from data.portfolio import Portfolio
from planner.actions import bookings
from planner.actions.bookings import Cell, Wish
from ui.presenters.block import Block, Work, given_by_cell, when, work
from ui.presenters.cell import level_held
from ui.presenters.columns import FieldError
from ui.presenters.fields import figure
from ui.presenters.formats import Formats
from ui.presenters.ranking import ranked
from ui.presenters.saying import counted, listed, translate
from ui.presenters.situation import Situation

CENT = 0.005
NAMED = 3
"""Names that one step says; more are counted."""
MOST_IN_A_WEEK = 168.0
"""Hours of a week."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A demand that can be booked: its name with its project, and what it asks for in the weeks of the block."""

    demand_id: Id
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Target:
    """What is booked: a block, the demand (None: all work in it) and whom (nobody where that is not known yet)."""

    block: Block
    demand_id: Id | None
    resource_ids: tuple[Id, ...]


def choices(situation: Situation, block: Block, formats: Formats) -> tuple[Choice, ...]:
    """Demands to book people of a block on: those worked on in it, then those that ask them for hours in these weeks, by rank."""
    portfolio = situation.portfolio
    worked = list(dict.fromkeys(item.demand_id for item in work(situation, block)))
    asked = situation.booked.due[:, block.weeks.start : block.weeks.stop].sum(axis=1)
    given, demands = _given_by_demand(situation, block.weeks), tuple(portfolio.demands.values())
    place = {key: rank for rank, key in enumerate(ranked(portfolio))}
    projects, people = frozenset(block.project_ids), block.resource_ids
    more = [demands[d] for d in np.flatnonzero(asked > CENT).tolist() if _suits(portfolio, demands[d], projects, people)]
    more.sort(key=lambda demand: (place.get(demand.project_id, len(place)), demand.name.casefold()))
    keys = dict.fromkeys([*worked, *(demand.id for demand in more)])
    row = {demand.id: d for d, demand in enumerate(demands)}
    return tuple(_choice(portfolio, key, float(asked[row[key]]), given[row[key]], formats) for key in keys)


def _suits(portfolio: Portfolio, demand: Demand, projects: Collection[Id], people: Sequence[Id]) -> bool:
    """Whether all these people may work on the demand (R3); where projects are given, whether it is of one of them."""
    if projects:
        return demand.project_id in projects
    return bool(people) and all(
        demand.resource_id == key
        if demand.resource_id is not None
        else (level_held(portfolio.resources[key], demand.role) or 0) >= max(1, demand.min_level)
        for key in people
    )


def _choice(portfolio: Portfolio, key: Id, asked: float, given: float, formats: Formats) -> Choice:
    demand = portfolio.demands[key]
    name = " · ".join(filter(None, (demand.name, demand.phase, portfolio.projects[demand.project_id].name)))
    return Choice(
        key,
        name,
        translate("Booking", "Asks {asked} h in these weeks, {given} h given").format(
            asked=formats.hours(asked), given=formats.hours(given)
        ),
    )


def _given_by_demand(situation: Situation, weeks: range) -> list[float]:
    """(D,) hours that demands get in these weeks, by whomever."""
    entries = situation.given
    inside = (entries.week >= weeks.start) & (entries.week < weeks.stop)
    hours: list[float] = np.bincount(entries.demand[inside], entries.hours[inside], len(situation.portfolio.demands)).tolist()
    return hours


def hours_there(situation: Situation, target: Target, formats: Formats) -> str:
    """The hours a week of the target as a field starts with them; empty where weeks or people differ, or nothing is there."""
    if target.demand_id is None:
        return ""
    cells = given_by_cell(situation, target.block, demand_id=target.demand_id)
    hours = {round(cells.get(cell, 0.0), 2) for cell in _cells(situation, target, target.demand_id)}
    return formats.figure(hours.pop()) if len(hours) == 1 and hours != {0.0} else ""


def typed(situation: Situation, target: Target, text: str, kind: BookingKind, formats: Formats) -> Edit:
    """Books the hours that were typed in each week of the target, for each of its people; nothing or 0 unbooks.

    Raises FieldError where the text is no figure, or where it is not said on what and whom.
    """
    if target.demand_id is None or not target.resource_ids:
        raise FieldError(translate("Booking", "Choose the demand and who is to work on it first"))
    hours = figure(formats, MOST_IN_A_WEEK)(text) if text.strip() else 0.0
    wishes: dict[Cell, Wish] = dict.fromkeys(_cells(situation, target, target.demand_id), (hours, kind))
    what = translate("Booking", "{hours} h a week").format(hours=formats.figure(hours)) if hours else translate("Booking", "nothing")
    return bookings.booked(
        situation.portfolio,
        wishes,
        translate("Booking", "Book {named}: {what}").format(named=_named(situation, target, formats), what=what),
    )


def pinned(situation: Situation, target: Target, formats: Formats) -> Edit:
    """Books firmly what is given in the target, so that the next solve keeps it; empty where nothing is, or all is firm."""
    given = _given(situation, target)
    wishes = {cell: (hours, BookingKind.HARD) for cell, hours in given.items() if hours > CENT}
    label = translate("Booking", "Pin {named}").format(named=_named_cells(situation, target, wishes, formats))
    return bookings.booked(situation.portfolio, wishes, label)


def released(situation: Situation, target: Target, formats: Formats) -> Edit:
    """Takes back what is booked in the target, so that the next solve is free; empty where nothing is."""
    weeks = frozenset(_weeks(situation, target))
    people, projects = frozenset(target.resource_ids or target.block.resource_ids), target.block.project_ids
    demands = situation.portfolio.demands
    cells = {
        (each.demand_id, each.resource_id, each.week)
        for each in situation.portfolio.bookings.values()
        if each.week in weeks
        and target.demand_id in (None, each.demand_id)
        and (not people or each.resource_id in people)
        and (not projects or demands[each.demand_id].project_id in projects)
    }
    label = translate("Booking", "Release {named}").format(named=_named_cells(situation, target, cells, formats))
    return bookings.released(situation.portfolio, cells, label)


def told(edit: Edit, formats: Formats) -> str:
    """What was pinned or released, with its hours, once it is done."""
    held = [change.after or change.before for change in edit.changes]
    hours = formats.hours(sum(each.hours for each in held if isinstance(each, Booking)))
    if any(change.after is not None for change in edit.changes):
        said = translate("Booking", "{what}: {hours} h are booked firmly, and the next solve keeps them. Ctrl+Z takes that back.")
    else:
        said = translate(
            "Booking", "{what}: {hours} h are no longer booked, and the next solve is free to place them. Ctrl+Z takes that back."
        )
    return said.format(what=edit.label, hours=hours)


def named(situation: Situation, target: Target, formats: Formats) -> str:
    """Whom a button beside the map is about, and when."""
    return _named(situation, target, formats)


def largest(items: Sequence[Work]) -> Work | None:
    """The work with most hours, booked or given."""
    return max(items, key=lambda item: max(item.hours, item.hard, item.soft), default=None)


def _given(situation: Situation, target: Target) -> dict[Cell, float]:
    """Hours of the target by cell; before the first plan what is booked, firmly or not."""
    cells = given_by_cell(situation, target.block, demand_id=target.demand_id)
    people = frozenset(target.resource_ids)
    return {cell: hours for cell, hours in cells.items() if not people or cell[1] in people}


def _cells(situation: Situation, target: Target, demand_id: Id) -> Iterator[Cell]:
    for key in target.resource_ids:
        for monday in _weeks(situation, target):
            yield demand_id, key, monday


def _weeks(situation: Situation, target: Target) -> tuple[dt.date, ...]:
    return situation.weeks[target.block.weeks.start : target.block.weeks.stop]


def _named_cells(situation: Situation, target: Target, cells: Collection[Cell], formats: Formats) -> str:
    """Whom, on what and when it is in truth: of all work in a block only what has hours; the target where nothing has."""
    if not cells:
        return _named(situation, target, formats)
    portfolio = situation.portfolio
    people = list(dict.fromkeys(portfolio.resources[key].name for _, key, _ in cells))
    demands = list(dict.fromkeys(portfolio.demands[key].name for key, _, _ in cells))
    columns = [situation.weeks.index(monday) for _, _, monday in cells if monday in situation.weeks]
    weeks = when(situation, range(min(columns), max(columns) + 1), formats) if columns else ""
    who = listed(people) if len(people) <= NAMED else counted("Booking", "%n people", "%n person", len(people))
    what = listed(demands) if len(demands) <= NAMED else counted("Booking", "%n demands", "%n demand", len(demands))
    return translate("Booking", "{who} on {what}, {weeks}").format(who=who, what=what, weeks=weeks)


def _named(situation: Situation, target: Target, formats: Formats) -> str:
    """Whom, on what and when, as undo names it."""
    portfolio, rows = situation.portfolio, target.block.rows
    people = [portfolio.resources[key].name for key in target.resource_ids] or [row.name for row in rows]
    many = (
        counted("Booking", "%n people", "%n person", len(people))
        if target.resource_ids
        else counted("Booking", "%n rows", "%n row", len(people))
    )
    who, weeks = people[0] if len(people) == 1 else many, when(situation, target.block.weeks, formats)
    if target.demand_id is None:
        return f"{who}, {weeks}"
    what = portfolio.demands[target.demand_id].name
    return translate("Booking", "{who} on {what}, {weeks}").format(who=who, what=what, weeks=weeks)
