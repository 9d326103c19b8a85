"""What makes one family of portfolios unlike another, each added to a lifelike one with random numbers of its own."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from data.entities import Booking, BookingKind, Demand, Dependency, DependencyKind, ProjectStatus, Resource, new_id
from data.portfolio import Portfolio
from planner.hours.calendars import weeks

DELAYS = (0, 0, 4, 8, 12)
"""Most weeks that a project may be delayed, each as often as it stands here."""
DEPENDENT = 0.3
"""Share of projects that wait for another."""
PROPOSED, MUST_DO = 0.4, 0.1
"""Share of projects that are only proposed, and of those that must be done all the same."""
BOOKED = 0.4
"""Share of demands on which somebody is firmly booked."""
WEEK = 40.0


def few_skills(portfolio: Portfolio, _chance: np.random.Generator) -> Portfolio:
    """Everybody does one thing."""
    return portfolio.holding(*(replace(each, other_roles=()) for each in portfolio.resources.values()))


def many_skills(portfolio: Portfolio, chance: np.random.Generator) -> Portfolio:
    """Everybody does four to six things, at any level."""
    roles = sorted({each.role for each in portfolio.resources.values()})

    def skilled(resource: Resource) -> Resource:
        others = [role for role in roles if role != resource.role]
        chosen = chance.choice(len(others), min(len(others), int(chance.integers(3, 6))), replace=False).tolist()
        return replace(resource, other_roles=tuple((others[n], int(chance.integers(1, 6))) for n in chosen))

    return portfolio.holding(*(skilled(each) for each in portfolio.resources.values()))


def tight_teams(portfolio: Portfolio, _chance: np.random.Generator) -> Portfolio:
    """No more people on a demand than full-timers would be needed, and two projects a week at most."""
    demands = [replace(each, max_people=max(1, int(np.ceil((each.hours_per_week or WEEK) / WEEK)))) for each in portfolio.demands.values()]
    return portfolio.holding(*demands, *(replace(each, max_projects=2) for each in portfolio.resources.values()))


def loose_teams(portfolio: Portfolio, _chance: np.random.Generator) -> Portfolio:
    """As many people on a demand, and as many projects a week, as anybody likes."""
    demands = [replace(each, max_people=None) for each in portfolio.demands.values()]
    return portfolio.holding(*demands, *(replace(each, max_projects=None) for each in portfolio.resources.values()))


def bookings(portfolio: Portfolio, chance: np.random.Generator) -> Portfolio:
    """Two demands in five have somebody suitable firmly booked for a part of their weeks."""
    return portfolio.holding(*(booking for demand in portfolio.demands.values() for booking in _booked(portfolio, demand, chance)))


def _booked(portfolio: Portfolio, demand: Demand, chance: np.random.Generator) -> Iterator[Booking]:
    mondays = [monday for monday in weeks(portfolio.settings) if demand.start <= monday <= demand.finish]
    fitting = [each for each in portfolio.resources.values() if each.role == demand.role and each.level >= demand.min_level]
    if not mondays or not fitting or chance.random() >= BOOKED:
        return
    who = fitting[int(chance.integers(0, len(fitting)))]
    first = int(chance.integers(0, len(mondays)))
    hours = min(float(chance.choice([4, 8, 16])), demand.hours_per_week or WEEK)
    for monday in mondays[first : first + int(chance.integers(1, 9))]:
        yield Booking(new_id(), demand.id, who.id, monday, hours, BookingKind.HARD)


def delays(portfolio: Portfolio, chance: np.random.Generator) -> Portfolio:
    """Three projects in five may be delayed, and three in ten wait for another, in all four ways, as the dates allow."""
    projects = [replace(each, max_delay=int(chance.choice(DELAYS))) for each in portfolio.projects.values()]
    return portfolio.holding(*projects, *_dependencies(portfolio, chance))


def _dependencies(portfolio: Portfolio, chance: np.random.Generator) -> Iterator[Dependency]:
    projects = list(portfolio.projects.values())
    for n, after in enumerate(projects[1:], 1):
        before = projects[int(chance.integers(0, n))]
        if chance.random() >= DEPENDENT or not (before.start and before.finish and after.start and after.finish):
            continue
        kept = {
            DependencyKind.FS: before.finish + dt.timedelta(days=1) <= after.start,
            DependencyKind.SS: before.start <= after.start,
            DependencyKind.FF: before.finish <= after.finish,
            DependencyKind.SF: before.start <= after.finish,
        }
        kinds = [kind for kind, holds in kept.items() if holds]
        if kinds:
            yield Dependency(new_id(), before.id, after.id, kinds[int(chance.integers(0, len(kinds)))])


def proposals(portfolio: Portfolio, chance: np.random.Generator) -> Portfolio:
    """Two projects in five are only proposed; a tenth of these must be done all the same."""
    draws = chance.random((len(portfolio.projects), 2))
    proposed = [
        replace(each, status=ProjectStatus.PROPOSED, must_do=bool(must < MUST_DO))
        for each, (draw, must) in zip(portfolio.projects.values(), draws.tolist(), strict=True)
        if draw < PROPOSED
    ]
    return portfolio.holding(*proposed)


TRAITS: Mapping[str, Callable[[Portfolio, np.random.Generator], Portfolio]] = MappingProxyType(
    {
        "few skills": few_skills,
        "many skills": many_skills,
        "tight teams": tight_teams,
        "loose teams": loose_teams,
        "bookings": bookings,
        "delays": delays,
        "proposals": proposals,
    }
)


def varied(portfolio: Portfolio, traits: tuple[str, ...], seed: int) -> Portfolio:
    """The portfolio with these traits; each draws numbers of its own, so that one does not change what another makes."""
    for trait in traits:
        portfolio = TRAITS[trait](portfolio, np.random.default_rng([seed, zlib.crc32(trait.encode())]))
    return portfolio
