"""Bookings from one day to another: whom a list has on which project, and upon which demands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from data.findings import Severity
from data.portfolio import Kind
from data.workbook.tables import nearest
from planner.importing.mapping.known import KnownDemand
from planner.importing.mapping.lists import demand_name
from planner.importing.mapping.quantities import Workdays
from planner.importing.mapping.reader import Found
from planner.importing.mapping.words import is_nobody
from planner.importing.weekly.booking import booked_names, stands_by_bookings, write_booked
from planner.importing.weekly.stretches import stretches
from planner.importing.weekly.weeks import Covered, Entry, Line, Weekly, add, rows_of

MOST_NAMED = 4
"""Demands that a finding names one by one."""


@dataclass(slots=True)
class _Asked:
    """What one row asks to be booked, and the demands that may be meant by it.

    `made` is what a demand made for it is called; `alike` are the project's demands that the person can do, the likeliest first.
    """

    row: int
    names: dict[str, Found]
    entry: Entry
    days: Workdays
    made: str
    alike: list[KnownDemand]
    upon: dict[str, None] = field(default_factory=dict)

    @property
    def resource(self) -> str:
        return self.names["Resource"].text


@dataclass(slots=True)
class _Told:
    """What is to be said of the whole list."""

    rows_upon: set[int] = field(default_factory=set)
    rows_made: set[int] = field(default_factory=set)
    made: dict[str, None] = field(default_factory=dict)
    owners: dict[tuple[str, str], None] = field(default_factory=dict)


def booked_by_dates(weekly: Weekly) -> list[Covered]:
    """Books each row week by week upon the demand that fits by project, role and dates, else upon one made for it."""
    lines: dict[tuple[str, str, str], Line] = {}
    told = _Told()
    for row, entries in rows_of(stretches(weekly)).items():
        _say_newcomer(weekly, row)
        names = booked_names(weekly, row, entries)
        if names is None:
            continue
        asked = _asked(weekly, row, names, entries[0])
        weekly.note_priority(row, names["Project"], names["Demand"].text)
        _say_beyond(weekly, asked)
        _book(weekly, asked, lines)
        _note(weekly, asked, told)
    covered = _covered(weekly, list(lines.values()), told)
    write_booked(weekly, list(lines.values()), [each for each in covered if each.kind is Kind.BOOKING])
    _say_demands(weekly, told)
    return covered


def _say_newcomer(weekly: Weekly, row: int) -> None:
    """Somebody whom the portfolio does not have yet and the list adds; said once, at the cell."""
    resource, role = (weekly.reader.name(row, each) for each in ("Resource", "Role"))
    name = resource.text
    if not weekly.known.has_people or not name or name in weekly.known.resources or not role.text or is_nobody(name):
        return
    meant = nearest(name, weekly.known.resources)
    remedy = f"added as {role.text}; write “{meant}” if that is meant" if meant else f"added as {role.text}"
    weekly.complain(resource.at, f"“{name}” is not among the resources", remedy, Severity.WARNING)


def _asked(weekly: Weekly, row: int, names: dict[str, Found], entry: Entry) -> _Asked:
    resource, project, phase = (names[each].text for each in ("Resource", "Project", "Phase"))
    said = weekly.reader.name(row, "Role")
    role = said.text if said.at is not None or not resource else ""
    alike = [] if names["Demand"].text else weekly.known.demands_like(project, phase, role=role, resource=resource)
    days = weekly.known.days_of(resource) or weekly.days
    made = _made(weekly, demand_name(project, phase, names["Role"].text), {each.name for each in alike})
    first, last = entry.period.first, entry.period.last
    primary = names["Role"].text.casefold()
    alike = sorted(
        (each for each in alike if each.name != made),
        key=lambda each: (each.resource != resource, each.role.casefold() != primary, -_days_shared(each, first, last)),
    )
    return _Asked(row, names, entry, days, made, alike)


def _made(weekly: Weekly, plain: str, alike: set[str]) -> str:
    """The name of the demand that is made where none fits: one made by an earlier import, or one that nothing has."""
    name, number = plain, 2
    while name in weekly.known.demands and not (name in alike and name in weekly.known.by_weeks):
        name, number = f"{plain} {number}", number + 1
    return name


def _days_shared(demand: KnownDemand, first: dt.date, last: dt.date) -> int:
    return (min(demand.finish or last, last) - max(demand.start or first, first)).days


def _book(weekly: Weekly, asked: _Asked, lines: dict[tuple[str, str, str], Line]) -> None:
    own = weekly.known.week_of(asked.resource)
    for week, hours in weekly.by_week(asked.entry, own, asked.days):
        if not hours:
            continue
        name = asked.names["Demand"].text or _fitting(weekly, asked, week)
        key = name, asked.resource, asked.names["Type"].text.casefold()
        line = lines.setdefault(
            key,
            Line(asked.row, asked.names, name, name not in weekly.known.demands, asked.resource, is_made=name == asked.made),
        )
        asked.upon[name] = None
        add(line.sums, asked.entry, week, hours)


def _fitting(weekly: Weekly, asked: _Asked, week: dt.date) -> str:
    """The demand that asks for work in a week: first the one that earlier imports made, then the likeliest."""
    if week in weekly.known.by_weeks.get(asked.made, ()):
        return asked.made
    first = max(week, asked.entry.period.first)
    last = min(week + dt.timedelta(days=6), asked.entry.period.last)
    return next((each.name for each in asked.alike if _asks(weekly, each, week, first, last)), asked.made)


def _asks(weekly: Weekly, demand: KnownDemand, week: dt.date, first: dt.date, last: dt.date) -> bool:
    weeks = weekly.known.by_weeks.get(demand.name)
    return week in weeks if weeks is not None else demand.touches(first, last)


def _say_beyond(weekly: Weekly, asked: _Asked) -> None:
    """Weeks outside those planned, at the date that leads there."""
    planned, period = weekly.known.planned, asked.entry.period
    if planned is None:
        return
    remedy = "these hours are kept but are no part of a plan; plan more weeks (Settings), or correct the date"
    if period.last > planned[1]:
        weekly.complain(
            weekly.reader.found(asked.row, "Finish").at,
            f"{_part(period.first > planned[1])} after the last day planned, {planned[1]}",
            remedy,
            Severity.WARNING,
        )
    if period.first < planned[0]:
        weekly.complain(
            weekly.reader.found(asked.row, "Start").at,
            f"{_part(period.last < planned[0])} before the first day planned, {planned[0]}",
            remedy,
            Severity.WARNING,
        )


def _part(is_whole: bool) -> str:
    return "the booking is" if is_whole else "part of the booking is"


def _note(weekly: Weekly, asked: _Asked, told: _Told) -> None:
    """Takes up what one row was booked upon, and says where it could have been another demand."""
    _say_choice(weekly, asked)
    if asked.made in asked.upon and not asked.names["Demand"].text:
        told.rows_made.add(asked.row)
        told.made[asked.made] = None
    else:
        told.rows_upon.add(asked.row)
    mine = [asked.names["Demand"].text] if asked.names["Demand"].text else [asked.made, *(each.name for each in asked.alike)]
    told.owners |= dict.fromkeys((name, asked.resource) for name in mine if asked.resource)


def _say_choice(weekly: Weekly, asked: _Asked) -> None:
    taken = next((each for each in asked.alike if each.name in asked.upon), None)
    first, last = asked.entry.period.first, asked.entry.period.last
    if taken is None:
        return
    others = [
        each.name
        for each in asked.alike
        if each.name not in asked.upon and each.touches(first, last) and (each.resource, each.role) == (taken.resource, taken.role)
    ]
    if others:
        named = ", ".join(others[:MOST_NAMED]) + (" …" if len(others) > MOST_NAMED else "")
        weekly.complain(
            asked.names["Project"].at,
            f"{asked.names['Project'].text} has several demands that fit: booked upon {', '.join(asked.upon)}, not upon {named}",
            "a column that names the demand says it otherwise",
            Severity.WARNING,
        )


def _say_demands(weekly: Weekly, told: _Told) -> None:
    """Upon which demands the rows were booked, for the whole list."""
    if told.rows_upon:
        said = f"{_rows(told.rows_upon)} booked upon demands that are there"
        weekly.complain(None, said, "they fit by project, role and dates", Severity.NOTE)
    if told.rows_made:
        names = list(told.made)
        named = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        said = f"{_rows(told.rows_made)} booked upon demands made for them"
        remedy = f"no demand there fits by role and dates: {named} ask for just the hours booked"
        weekly.complain(None, said, remedy, Severity.NOTE)


def _rows(rows: set[int]) -> str:
    return f"{len(rows)} {'row is' if len(rows) == 1 else 'rows are'}"


def _covered(weekly: Weekly, lines: list[Line], told: _Told) -> list[Covered]:
    """What the list speaks of: all the time of these people on these projects from its first day on."""
    if not lines:
        return []
    first = min(week for line in lines for week in line.sums)
    made = frozenset((line.demand,) for line in lines if stands_by_bookings(weekly, line))
    return [
        Covered(Kind.BOOKING, frozenset(told.owners), first, dt.date.max),
        Covered(Kind.DEMAND_WEEK, made, first, dt.date.max),
    ]
