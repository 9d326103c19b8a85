"""One scorer for every method's plan: the value formula worked out day by day from the portfolio, sharing no code with any of them.

Hours count where they are of somebody suitable, within what he has that week and within what the demand asks that week; hours
beyond any of these count nothing and are told. It knows what benchmarks.statable leaves in: flat demands by the week, calendars,
holidays, absences of whole days, availability; each demand's weeks are those of Monday to Friday without holidays.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.entities import Demand, Resource
from data.portfolio import Portfolio

Given = tuple[str, str, dt.date, float]
"""Demand, resource, Monday and hours."""
DAY = dt.timedelta(days=1)
WORKING_DAYS = 5
CENT = 0.005


@dataclass(frozen=True, slots=True)
class Score:
    """Points; hours that counted, that were asked and that counted nothing; assignments; coverage by priority, 1 first."""

    value: float
    counted: float
    asked: float
    nothing: float
    assignments: int
    by_priority: Mapping[int, float]


def score(portfolio: Portfolio, plan: Iterable[Given]) -> Score:
    """What a plan is worth; hours of the same cell add up. KeyError for a demand or resource that is not there."""
    demands = {each.name: each for each in portfolio.demands.values()}
    people = {each.name: each for each in portfolio.resources.values()}
    room = {(name, monday): _capacity(portfolio, each, monday) for name, each in people.items() for monday in _mondays(portfolio)}
    open_ = {(name, monday): _asked(each, monday) for name, each in demands.items() for monday in _mondays(portfolio)}
    asked, counted, nothing = _by_priority(portfolio, open_), dict[tuple[str, dt.date], float](), 0.0
    pairs: set[tuple[str, str]] = set()
    for demand, person, monday, hours in sorted(plan):
        pairs.add((demand, person))
        suits = _suitable(people[person], demands[demand])
        kept = min(hours, room.get((person, monday), 0.0), open_.get((demand, monday), 0.0)) if suits else 0.0
        if kept > 0.0:
            room[person, monday] -= kept
            open_[demand, monday] -= kept
            counted[demand, monday] = counted.get((demand, monday), 0.0) + kept
        nothing += hours - kept if hours - kept > CENT else 0.0
    met = _by_priority(portfolio, counted)
    earned = sum(_weight(portfolio, demands[name]) * hours for (name, _), hours in counted.items())
    cost = portfolio.settings.assignment_cost * sum(_weight(portfolio, demands[name]) for name, _ in pairs)
    shares = {priority: met.get(priority, 0.0) / hours for priority, hours in sorted(asked.items()) if hours}
    return Score(earned - cost, sum(counted.values()), sum(asked.values()), nothing, len(pairs), shares)


def _mondays(portfolio: Portfolio) -> list[dt.date]:
    first = portfolio.settings.start - portfolio.settings.start.weekday() * DAY
    return [first + week * 7 * DAY for week in range(portfolio.settings.weeks)]


def _capacity(portfolio: Portfolio, person: Resource, monday: dt.date) -> float:
    """Hours of a person in a week: a fifth of his week for each weekday on which he is there."""
    away = [(each.first, each.last) for each in portfolio.absences.values() if each.resource_id == person.id]
    holidays = {each.day for each in portfolio.holidays.values() if each.calendar_id == person.calendar_id}
    days = [monday + n * DAY for n in range(WORKING_DAYS)]
    there = [
        day
        for day in days
        if day not in holidays
        and (person.available_from is None or day >= person.available_from)
        and (person.available_to is None or day <= person.available_to)
        and not any(first <= day <= last for first, last in away)
    ]
    return (person.hours_per_week or portfolio.settings.standard_week) / WORKING_DAYS * len(there)


def _asked(demand: Demand, monday: dt.date) -> float:
    """Hours of a demand in a week: a fifth of its week for each weekday within its dates."""
    days = [monday + n * DAY for n in range(WORKING_DAYS)]
    return (demand.hours_per_week or 0.0) / WORKING_DAYS * sum(1 for day in days if demand.start <= day <= demand.finish)


def _suitable(person: Resource, demand: Demand) -> bool:
    return any(role == demand.role and level >= demand.min_level for role, level in ((person.role, person.level), *person.other_roles))


def _weight(portfolio: Portfolio, demand: Demand) -> float:
    return 2.0 ** (5 - portfolio.projects[demand.project_id].priority)


def _by_priority(portfolio: Portfolio, hours: Mapping[tuple[str, dt.date], float]) -> dict[int, float]:
    priority = {each.name: portfolio.projects[each.project_id].priority for each in portfolio.demands.values()}
    sums: dict[int, float] = defaultdict(float)
    for (demand, _), amount in hours.items():
        sums[priority[demand]] += amount
    return sums
