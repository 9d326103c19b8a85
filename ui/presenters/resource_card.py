"""What one resource's year holds: its load and capacity by week, when it is away, and what it is booked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.entities import Booking, BookingKind, Id
from data.portfolio import Portfolio
from ui.presenters.formats import Formats
from ui.presenters.saying import translate, within
from ui.presenters.situation import Situation
from ui.presenters.terms import said
from ui.tokens import Band, band


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week: its load as a share of the fullest week's capacity or load, the capacity likewise, and what to say of it."""

    load: float
    capacity: float
    band: Band
    words: str


@dataclass(frozen=True, slots=True)
class ResourceCard:
    """The texts and bars of the card; `span` is from which week to which, `away` and `booked` are lines of what and when."""

    title: str
    role: str
    load: str
    weeks: tuple[WeekBar, ...]
    span: str
    over: str
    away: tuple[tuple[str, str], ...]
    booked: tuple[tuple[str, str], ...]


def card(situation: Situation, resource_id: Id, formats: Formats) -> ResourceCard:
    portfolio = situation.portfolio
    resource, row = portfolio.resources[resource_id], situation.row_of[resource_id]
    load, room = situation.load[row].tolist(), situation.capacity[row].tolist()
    top = max(1.0, *load, *room)
    weeks = tuple(
        WeekBar(
            had / top,
            could / top,
            band(had, could),
            translate("ResourceCard", "{week}: {had} of {could} h").format(
                week=formats.week(week), had=formats.hours(had), could=formats.hours(could)
            ),
        )
        for week, had, could in zip(situation.weeks, load, room, strict=True)
    )
    over = [formats.day(week) for week, bar in zip(situation.weeks, weeks, strict=True) if bar.band in (Band.OVER, Band.BEYOND)]
    return ResourceCard(
        resource.name,
        " · ".join(filter(None, (f"{resource.role} {resource.level}", resource.team))),
        _load_words(formats.hours(sum(load)), formats.hours(sum(room)), is_planned=situation.plan is not None),
        weeks,
        translate("ResourceCard", "{first} to {last}").format(
            first=formats.week(situation.weeks[0]), last=formats.week(situation.weeks[-1])
        ),
        _over(over),
        tuple(_away(portfolio, resource_id, formats)),
        tuple(_booked(portfolio, resource_id, formats)),
    )


def _load_words(load: str, room: str, *, is_planned: bool) -> str:
    return (
        translate("ResourceCard", "{load} of {room} h").format(load=load, room=room)
        if is_planned
        else translate("ResourceCard", "{load} of {room} h booked").format(load=load, room=room)
    )


def _over(weeks: list[str]) -> str:
    if not weeks:
        return ""
    more = translate("ResourceCard", " and {count} more").format(count=len(weeks) - 3) if len(weeks) > 3 else ""
    return translate("ResourceCard", "▲ Above capacity in the weeks of {week}{more}").format(week=", ".join(weeks[:3]), more=more)


def _away(portfolio: Portfolio, resource_id: Id, formats: Formats) -> Iterator[tuple[str, str]]:
    mine = [each for each in portfolio.absences.values() if each.resource_id == resource_id]
    for absence in sorted(mine, key=lambda each: each.first):
        days = (
            formats.date(absence.first)
            if absence.first == absence.last
            else translate("ResourceCard", "{first} to {last}").format(first=formats.date(absence.first), last=formats.date(absence.last))
        )
        part = (
            ""
            if absence.percent >= 100
            else translate("ResourceCard", "{percent} % of the day").format(percent=formats.number(absence.percent))
        )
        yield days, " · ".join(filter(None, (absence.reason, part)))


def _booked(portfolio: Portfolio, resource_id: Id, formats: Formats) -> Iterator[tuple[str, str]]:
    """Bookings of one demand and kind as one line: hours in all, from the first week to the last."""
    found: dict[tuple[Id, BookingKind], list[Booking]] = {}
    for booking in portfolio.bookings.values():
        if booking.resource_id == resource_id:
            found.setdefault((booking.demand_id, booking.kind), []).append(booking)
    for (demand_id, kind), bookings in sorted(found.items(), key=lambda item: min(each.week for each in item[1])):
        demand = portfolio.demands[demand_id]
        hours = formats.hours(sum(each.hours for each in bookings))
        first, last = min(each.week for each in bookings), max(each.week for each in bookings)
        yield (
            f"{demand.name} · {portfolio.projects[demand.project_id].name}",
            f"{hours} h, {within(said(kind))}, {_weeks(first, last, formats)}",
        )


def _weeks(first: dt.date, last: dt.date, formats: Formats) -> str:
    return (
        translate("ResourceCard", "week of {first}").format(first=formats.day(first))
        if first == last
        else translate("ResourceCard", "weeks of {first} to {last}").format(first=formats.day(first), last=formats.day(last))
    )
