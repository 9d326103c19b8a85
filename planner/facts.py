"""What decides a plan, fact by fact and by names, and the fingerprint of it: ids, order, teams and remarks leave no trace.

Nor do money and soft bookings, unless a policy has a price for them, or policies that the plan was not made by.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeVar

from data.entities import Booking, BookingKind, Demand, Entity, Id, Policy, Project, Resource
from data.portfolio import Kind, Portfolio
from planner.hours.calendars import monday_of
from planner.hours.roles import folded
from planner.hours.since import changed, same
from planner.hours.weights import weight

Fact = tuple[object, ...]
Thing = TypeVar("Thing", bound=Entity)

FEW = 500
"""Things touched by one edit up to which their facts are put in their places one by one."""
NAMING = (Kind.RESOURCE, Kind.PROJECT, Kind.DEMAND)
"""Kinds that facts of others name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides a plan, each fact as a line, sorted."""

    portfolio: Portfolio
    lines: tuple[str, ...]

    @classmethod
    def of(cls, portfolio: Portfolio, policy: Policy | None = None) -> Facts:
        """Those of a portfolio, with what a policy adds to them."""
        return cls(portfolio, tuple(sorted(_lines([*facts(portfolio), *(facts_of_policy(portfolio, policy) if policy else ())]))))

    def after(self, portfolio: Portfolio) -> Facts:
        """Those of a portfolio that this one has become, by no policy; only what was touched is put in words."""
        keys = _touched(self.portfolio, portfolio)
        if len(keys) > FEW or not same(self.portfolio, portfolio, Kind.CALENDAR, Kind.HOLIDAY) or _is_renamed(self.portfolio, portfolio):
            return Facts.of(portfolio)
        lines = list(self.lines)
        for line in _lines(facts(self.portfolio, keys)):
            del lines[bisect_left(lines, line)]
        for line in _lines(facts(portfolio, keys)):
            insort(lines, line)
        return Facts(portfolio, tuple(lines))

    @property
    def fingerprint(self) -> str:
        """Sha256 of all of them."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


def is_same_input(before: Portfolio, now: Portfolio) -> bool:
    """Whether no edit between the two changed what decides a plan by no policy; only what was touched is looked at.

    Whoever swaps two names and nothing else is told that it did.
    """
    keys = _touched(before, now)
    return sorted(_lines(facts(before, keys))) == sorted(_lines(facts(now, keys)))


def _lines(of: Iterable[Fact]) -> Iterator[str]:
    return (json.dumps(fact, default=str) for fact in of)


def _touched(before: Portfolio, now: Portfolio) -> set[Id]:
    return {entity.id for kind in Kind for entity in changed(before.of(kind), now.of(kind))}


def _is_renamed(before: Portfolio, now: Portfolio) -> bool:
    """Whether something is called otherwise that other facts name, or another calendar is that of whoever names none."""
    name = attrgetter("name")
    return before.settings.default_calendar_id != now.settings.default_calendar_id or any(
        name(thing) != name(before.of(kind).get(thing.id, thing)) for kind in NAMING for thing in changed(before.of(kind), now.of(kind))
    )


def facts(portfolio: Portfolio, keys: AbstractSet[Id] | None = None) -> Iterator[Fact]:
    """What decides a plan: all of it, or with the settings only what is said of the entities with these keys."""

    def of(things: Mapping[Id, Thing]) -> Iterable[Thing]:
        return things.values() if keys is None else [things[key] for key in keys if key in things]

    calendars: dict[Id | None, str | None] = {None: None} | {key: calendar.name for key, calendar in portfolio.calendars.items()}
    default = portfolio.settings.default_calendar_id
    s = portfolio.settings
    yield ("settings", monday_of(s.start), s.weeks, s.standard_week, s.minimum_block, s.minimum_coverage)
    yield ("costs", s.assignment_cost, s.overtime_cost, s.delay_cost, calendars[default])
    yield from (("calendar", c.name, sorted(set(c.working_days))) for c in of(portfolio.calendars))
    yield from {("holiday", calendars[h.calendar_id], h.day) for h in of(portfolio.holidays)}
    yield from (_resource(r, calendars[r.calendar_id or default]) for r in of(portfolio.resources))
    resources, projects, demands = portfolio.resources, portfolio.projects, portfolio.demands
    yield from (("absence", resources[a.resource_id].name, a.first, a.last, a.percent) for a in of(portfolio.absences))
    yield from (_project(p) for p in of(projects))
    for d in of(demands):
        yield _demand(d, projects[d.project_id].name, resources[d.resource_id].name if d.resource_id else None)
    yield from (("demand week", demands[w.demand_id].name, w.week, w.hours) for w in of(portfolio.demand_weeks))
    hard = (b for b in of(portfolio.bookings) if b.kind is BookingKind.HARD)
    yield from (_booking(b, demands[b.demand_id].name, resources[b.resource_id].name) for b in hard)
    for each in of(portfolio.dependencies):
        yield ("dependency", projects[each.predecessor_id].name, projects[each.successor_id].name, each.kind, each.lag_weeks)


def facts_of_policy(portfolio: Portfolio, policy: Policy) -> Iterator[Fact]:
    """What a policy adds to what decides a plan; one that says nothing adds nothing."""
    prices = {each.name: getattr(policy, each.name) for each in fields(Policy) if each.name not in ("id", "name")}
    if not any(prices.values()):
        return
    yield ("policy", sorted(prices.items()))
    if prices["cost"]:
        yield from (("rate", r.name, r.cost_per_hour) for r in portfolio.resources.values() if r.cost_per_hour)
    if prices["moved"]:
        soft = (b for b in portfolio.bookings.values() if b.kind is BookingKind.SOFT)
        names = portfolio.demands, portfolio.resources
        yield from (("soft booking", names[0][b.demand_id].name, names[1][b.resource_id].name, b.week, b.hours) for b in soft)


def _resource(resource: Resource, calendar: str | None) -> Fact:
    roles = sorted((folded(role), level) for role, level in ((resource.role, resource.level), *resource.other_roles))
    time = (resource.hours_per_week, calendar, resource.available_from, resource.available_to, resource.project_share)
    return ("resource", resource.name, resource.kind, roles, time, resource.max_projects, resource.overtime)


def _project(project: Project) -> Fact:
    dates = (project.start, project.finish, project.max_delay)
    return ("project", project.name, weight(project), project.status, project.must_do, dates)


def _demand(demand: Demand, project: str, resource: str | None) -> Fact:
    effort = (demand.start, demand.finish, demand.hours_per_week, demand.total_hours, demand.fte, demand.profile)
    return ("demand", demand.name, project, folded(demand.role), demand.min_level, effort, demand.max_people, resource)


def _booking(booking: Booking, demand: str, resource: str | None) -> Fact:
    return ("hard booking", demand, resource, booking.week, booking.hours)
