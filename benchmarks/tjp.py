"""A portfolio in TaskJuggler's language, and the bookings it makes read back as hours.

Two ways to say a demand. *window*: a task from its first to its last day, on which those allocated work up to so many hours a week;
what they cannot give is not made up later, just as here. *effort*: a task of so many hours from its first day, at most so many a week,
until it is done, which is how TaskJuggler is mostly used; hours after the demand's last day come too late to count.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from benchmarks.scoring import Given
from data.entities import Demand, Resource
from data.portfolio import Portfolio

Statement = Literal["window", "effort"]
RULES = ("maxloaded", "minloaded", "minallocated", "order", "random")
"""How `select` chooses among those who are free in a slot."""
PERSISTENT = " persistent"
MORNING = 8
WORKING_DAYS = 5
SHORTEST_WEEK = 20.0
"""Hours a week of who works least: a demand is given as many places as it would take of these."""
LATER = 8
"""Horizons that work may run late by, where it is said as effort."""
BOOKINGS = "bookings"
"""The name of the report; tj3 gives one without definitions the suffix .tji."""
REPORT = f'export "{BOOKINGS}" {{ definitions - taskattributes booking formats tjp }}'
TASK = re.compile(r"^supplement task p\.(d\d+) \{")
BOOKING = re.compile(r"^\s*booking (r\d+) ")
TIME = re.compile(r"(\d{4}-\d{2}-\d{2})-\d{2}:\d{2}-\+0000 \+ ([\d.]+)(h|min)")


def stated(portfolio: Portfolio, select: str, statement: Statement) -> str:
    """The whole project file; tasks and resources are named by their place, d0 and r0 first.

    `select` is one of the RULES, with PERSISTENT behind it where whoever was chosen first stays for the whole task.
    """
    return "\n".join([_head(portfolio, statement), *_people(portfolio), *_tasks(portfolio, select, statement), REPORT, ""])


def _head(portfolio: Portfolio, statement: Statement) -> str:
    weeks = portfolio.settings.weeks * (LATER if statement == "effort" else 1)
    return f'project p "Portfolio" {_monday(portfolio)} +{weeks}w {{ timingresolution 60min scenario plan "Plan" {{ }} }}'


def _monday(portfolio: Portfolio) -> dt.date:
    return portfolio.settings.start - dt.timedelta(days=portfolio.settings.start.weekday())


def _people(portfolio: Portfolio) -> Iterator[str]:
    for n, person in enumerate(portfolio.resources.values()):
        hours = round((person.hours_per_week or portfolio.settings.standard_week) / WORKING_DAYS)
        yield f'resource r{n} "{person.name}" {{ workinghours mon - fri {MORNING}:00 - {MORNING + hours}:00 workinghours sat, sun off'
        yield from (f"  leaves {kind} {first} - {last + dt.timedelta(days=1)}" for kind, first, last in _away(portfolio, person))
        yield "}"


def _away(portfolio: Portfolio, person: Resource) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Kind, first and last day, within the horizon."""
    start = _monday(portfolio)
    end = start + dt.timedelta(weeks=portfolio.settings.weeks, days=-1)
    days = [("holiday", each.day, each.day) for each in portfolio.holidays.values() if each.calendar_id == person.calendar_id]
    days += [("annual", each.first, each.last) for each in portfolio.absences.values() if each.resource_id == person.id]
    if person.available_from is not None:
        days.append(("unemployed", start, person.available_from - dt.timedelta(days=1)))
    if person.available_to is not None:
        days.append(("unemployed", person.available_to + dt.timedelta(days=1), end))
    yield from ((kind, max(start, first), min(end, last)) for kind, first, last in days if first <= end and last >= start and first <= last)


def _tasks(portfolio: Portfolio, select: str, statement: Statement) -> Iterator[str]:
    start = _monday(portfolio)
    horizon = start + dt.timedelta(weeks=portfolio.settings.weeks)
    yield 'task p "Portfolio" {'
    for n, demand in enumerate(portfolio.demands.values()):
        who = _candidates(portfolio, demand)
        first, after = max(start, demand.start), min(horizon, demand.finish + dt.timedelta(days=1))
        hours = round(demand.hours_per_week or 0.0)
        if not who or first >= after or hours < 1:
            continue
        alternatives = f" alternative {', '.join(f'r{r}' for r in who[1:])}" if len(who) > 1 else ""
        places = min(len(who), math.ceil(hours / SHORTEST_WEEK))
        length = f"end {after} scheduling asap" if statement == "window" else f"effort {hours * math.ceil((after - first).days / 7)}h"
        priority = 1000 - 200 * portfolio.projects[demand.project_id].priority + 100
        yield f'  task d{n} "{demand.name}" {{ priority {priority} start {first} {length} limits {{ weeklymax {hours}h }}'
        yield from [f"    allocate r{who[0]} {{{alternatives} select {select} }}"] * places
        yield "  }"
    yield "}"


def _candidates(portfolio: Portfolio, demand: Demand) -> list[int]:
    """Who may work on a demand, as a planner would list them: first those whose main role it is, the least able of them first."""
    able: list[tuple[bool, int, int]] = []
    for n, person in enumerate(portfolio.resources.values()):
        levels = [level for role, level in ((person.role, person.level), *person.other_roles) if role == demand.role]
        if levels and max(levels) >= demand.min_level:
            able.append((person.role != demand.role, max(levels), n))
    return [n for _, _, n in sorted(able)]


def booked(portfolio: Portfolio, report: str) -> list[Given]:
    """Hours by demand, resource and week from TaskJuggler's own report of its bookings."""
    demands, people = [each.name for each in portfolio.demands.values()], [each.name for each in portfolio.resources.values()]
    hours: dict[tuple[str, str, dt.date], float] = defaultdict(float)
    demand = person = ""
    for line in report.splitlines():
        if found := TASK.match(line):
            demand = demands[int(found[1][1:])]
        if found := BOOKING.match(line):
            person = people[int(found[1][1:])]
        for day, amount, unit in TIME.findall(line):
            date = dt.date.fromisoformat(day)
            hours[demand, person, date - dt.timedelta(days=date.weekday())] += float(amount) / (60 if unit == "min" else 1)
    return [(*cell, amount) for cell, amount in hours.items()]
