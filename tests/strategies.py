"""Hypothesis strategies for whole random portfolios: every kind, every optional field, names in any script.

Everything drawn here is valid: data.validation has nothing to say about it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from hypothesis import strategies as st

from data.entities import (
    Absence,
    Baseline,
    Booking,
    BookingKind,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    DependencyKind,
    Entity,
    Estimate,
    Holiday,
    Id,
    Policy,
    Profile,
    Project,
    ProjectStatus,
    Resource,
    ResourceKind,
    Scenario,
    ScenarioChange,
    ScenarioStatus,
    Settings,
    Study,
    StudyKind,
    scenario_change_id,
)
from data.portfolio import WHAT_IF_KINDS, Kind, Portfolio
from data.records import compact_json

T = TypeVar("T")
MONDAY = dt.date(2027, 1, 4)
ODD_NAMES = (
    "=1+1", "+49 30 1234", "-Bob", "@Ann", "007", "1e5", "1,5", "2027-01-04", "TRUE", "Yes", "O'Brien", '"quoted"', "a, b; c",
    "Zoë Ångström", "李雷", "Дмитрий", "محمد", "e\u0301", "🚀 launch", "ann", "Ann", "None", "<b>&amp;</b>", "{x}", "%s",
)  # fmt: skip
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))


def _single_line(text: str) -> str:
    return " ".join(text.split())


names = st.one_of(st.sampled_from(ODD_NAMES), st.text(LETTERS, min_size=1, max_size=12).map(_single_line).filter(bool))
"""Names as people write them and as they should not: no space around them, never blank."""

words = st.one_of(st.just(""), names)
roles = st.sampled_from(("Backend", "backend", "Tester", "Data & AI", "Prüfer", "設計", "=Lead", "QA-2"))


def figures(least: float = 0.0, most: float = 10_000.0) -> st.SearchStrategy[float]:
    """Figures of four decimals, as a portfolio keeps them."""
    return st.integers(round(least * 10_000), round(most * 10_000)).map(lambda quanta: quanta / 10_000)


percents = st.one_of(st.sampled_from((0.0, 50.0, 100.0)), figures(1.0, 100.0))
levels = st.integers(1, 5)
days = st.dates(dt.date(2026, 6, 1), dt.date(2028, 6, 30))
mondays = st.integers(-10, 70).map(lambda number: MONDAY + dt.timedelta(weeks=number))
spans = st.tuples(days, st.integers(0, 300)).map(lambda pair: (pair[0], pair[0] + dt.timedelta(days=pair[1])))


def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(st.none(), strategy)


def _ids(prefix: str, count: int) -> list[Id]:
    return [Id(f"{prefix}{number:03d}") for number in range(count)]


@st.composite
def _named(draw: st.DrawFn, prefix: str, most: int, build: Callable[[Id, str], st.SearchStrategy[T]], least: int = 0) -> list[T]:
    unique = draw(st.lists(names, min_size=least, max_size=most, unique=True))
    return [draw(build(key, name)) for key, name in zip(_ids(prefix, len(unique)), unique, strict=True)]


@st.composite
def _listed(draw: st.DrawFn, prefix: str, most: int, build: Callable[[Id], st.SearchStrategy[T]], *, when: bool = True) -> list[T]:
    return [draw(build(key)) for key in _ids(prefix, draw(st.integers(0, most)) if when else 0)]


def calendars(key: Id, name: str, *, countries: bool) -> st.SearchStrategy[Calendar]:
    where = st.sampled_from((("", ""), ("DE", ""), ("DE", "BY"), ("US", ""))) if countries else st.just(("", ""))
    working = st.sets(st.integers(0, 6), min_size=1).map(lambda chosen: tuple(sorted(chosen)))
    return st.builds(lambda week, place: Calendar(key, name, week, *place), working, where)


def resources(key: Id, name: str, calendar_ids: list[Id]) -> st.SearchStrategy[Resource]:
    return st.builds(
        Resource,
        id=st.just(key),
        name=st.just(name),
        role=roles,
        level=levels,
        other_roles=st.lists(st.tuples(roles, levels), max_size=3, unique_by=lambda held: held[0].casefold()).map(tuple),
        kind=st.sampled_from(ResourceKind),
        team=words,
        hours_per_week=_maybe(figures(0, 80)),
        calendar_id=st.sampled_from([None, *calendar_ids]),
        available_from=_maybe(st.dates(dt.date(2020, 1, 1), dt.date(2027, 6, 30))),
        available_to=_maybe(st.one_of(st.dates(dt.date(2027, 7, 1), dt.date(2030, 12, 31)), st.just(dt.date(9999, 12, 31)))),
        project_share=percents,
        max_projects=_maybe(st.integers(1, 9)),
        overtime=figures(0, 20),
        cost_per_hour=_maybe(figures(0, 500)),
    )


def projects(key: Id, name: str) -> st.SearchStrategy[Project]:
    return st.builds(
        lambda span, first, last, **fields: Project(
            key, name, start=span[0] if first else None, finish=span[1] if last else None, **fields
        ),
        span=spans,
        first=st.booleans(),
        last=st.booleans(),
        priority=levels,
        weight=_maybe(figures(0, 64)),
        status=st.sampled_from(ProjectStatus),
        max_delay=st.integers(0, 52),
        must_do=st.booleans(),
        value=_maybe(figures(0, 10_000_000)),
        budget=_maybe(figures(0, 10_000_000)),
        programme=words,
        manager=words,
    )


@st.composite
def demands(draw: st.DrawFn, key: Id, name: str, project_ids: list[Id], resource_ids: list[Id]) -> Demand:
    start, finish = draw(spans)
    amount = draw(st.sampled_from(("hours_per_week", "total_hours", "fte")))
    return Demand(
        key,
        name,
        draw(st.sampled_from(project_ids)),
        draw(roles),
        start,
        finish,
        phase=draw(words),
        min_level=draw(levels),
        profile=draw(st.sampled_from(Profile)),
        max_people=draw(_maybe(st.integers(1, 9))),
        resource_id=draw(st.sampled_from([None, *resource_ids])),
        **{amount: draw(figures(0, 200))},
    )


def policies(key: Id, name: str) -> st.SearchStrategy[Policy]:
    prices = ("overtime", "cost", "fit", "continuity", "moved", "changed")
    return st.builds(Policy, id=st.just(key), name=st.just(name), strict=st.booleans(), **{price: figures(0, 500) for price in prices})


def absences(key: Id, resource_ids: list[Id]) -> st.SearchStrategy[Absence]:
    owner = st.sampled_from(resource_ids)
    return st.builds(lambda who, span, percent, reason: Absence(key, who, *span, percent, reason), owner, spans, percents, words)


@st.composite
def portfolios(draw: st.DrawFn, *, countries: bool = True) -> Portfolio:
    """A whole valid portfolio. Without `countries` no calendar names one, so that an import draws no public holidays."""
    found: list[Entity] = []
    calendars_ = draw(_named("c", 3, lambda key, name: calendars(key, name, countries=countries)))
    calendar_ids = [each.id for each in calendars_]
    resources_ = draw(_named("r", 5, lambda key, name: resources(key, name, calendar_ids)))
    projects_ = draw(_named("p", 4, projects))
    project_ids, resource_ids = [each.id for each in projects_], [each.id for each in resources_]
    demands_ = draw(_named("d", 5, lambda key, name: demands(key, name, project_ids, resource_ids))) if projects_ else []
    demand_ids = [each.id for each in demands_]
    found += [*calendars_, *resources_, *projects_, *demands_]
    found += draw(_holidays(calendar_ids))
    found += draw(_listed("a", 3, lambda key: absences(key, resource_ids), when=bool(resource_ids)))
    found += draw(_listed("w", 4, lambda key: _demand_weeks(key, demand_ids), when=bool(demand_ids)))
    found += draw(_listed("b", 6, lambda key: _bookings(key, demand_ids, resource_ids), when=bool(demand_ids and resource_ids)))
    found += draw(_dependencies(project_ids))
    found += draw(_named("y", 2, policies))
    found += [draw(estimates(key, project)) for key, project in zip(_ids("e", 2), project_ids, strict=False) if draw(st.booleans())]
    return _without_amounts(draw(st.booleans()), Portfolio().holding(draw(_settings(calendar_ids)), *found))


@st.composite
def with_scenarios(draw: st.DrawFn, *, countries: bool = True) -> Portfolio:
    """The same with up to two scenarios: what they change may be there, be otherwise by now, or be gone."""
    portfolio = draw(portfolios(countries=countries))
    other = draw(portfolios(countries=countries))
    made = draw(_named("s", 2, scenarios))
    changes = [change for scenario in made for change in draw(_scenario_changes(scenario, portfolio, other))]
    asked_of = st.sampled_from([None, *(scenario.id for scenario in made)])
    return portfolio.holding(*made, *changes, *draw(_named("g", 2, baselines)), *draw(_named("u", 2, partial(studies, asked_of=asked_of))))


def estimates(key: Id, project_id: Id) -> st.SearchStrategy[Estimate]:
    three = st.lists(figures(0, 1000), min_size=3, max_size=3).map(sorted)
    return st.builds(lambda at, win: Estimate(key, project_id, *at, win=win), three, percents)


def baselines(key: Id, name: str) -> st.SearchStrategy[Baseline]:
    return st.builds(Baseline, id=st.just(key), name=st.just(name), plan_id=st.sampled_from((Id("p1"), Id("p2"))), note=words)


def studies(key: Id, name: str, *, asked_of: st.SearchStrategy[Id | None]) -> st.SearchStrategy[Study]:
    said = st.dictionaries(names, st.one_of(names, st.integers(), st.lists(st.floats(allow_nan=False, allow_infinity=False))), max_size=3)
    objects = said.map(compact_json)
    return st.builds(Study, st.just(key), st.just(name), st.sampled_from(StudyKind), objects, objects, words, asked_of)


def scenarios(key: Id, name: str) -> st.SearchStrategy[Scenario]:
    return st.builds(Scenario, id=st.just(key), name=st.just(name), note=words, status=st.sampled_from(ScenarioStatus), owner=words)


@st.composite
def _scenario_changes(draw: st.DrawFn, scenario: Scenario, portfolio: Portfolio, other: Portfolio) -> list[ScenarioChange]:
    """Each from a thing of either portfolio, or none, to one of the other of the same id, or none."""
    found = []
    for kind in (kind for kind in Kind if kind not in WHAT_IF_KINDS):
        for key in sorted({*portfolio.of(kind), *other.of(kind)}):
            sides = [portfolio.of(kind).get(key), other.of(kind).get(key), *([None] if kind is not Kind.SETTINGS else [])]
            before, after = draw(st.sampled_from(sides)), draw(st.sampled_from(sides))
            there = after or before
            if there is not None and before != after and draw(st.booleans()):
                found.append(ScenarioChange(scenario_change_id(scenario.id, there), scenario.id, before, after))
    return found


def _settings(calendar_ids: list[Id]) -> st.SearchStrategy[Settings]:
    return st.builds(
        Settings,
        start=days,
        weeks=st.integers(1, 520),
        name=names,
        standard_week=figures(1, 60),
        minimum_block=figures(0, 16),
        minimum_coverage=percents,
        assignment_cost=figures(0, 40),
        overtime_cost=figures(0, 40),
        delay_cost=figures(0, 100),
        currency=st.sampled_from(("", "EUR", "€", "US$", "=EUR")),
        default_calendar_id=st.sampled_from([None, *calendar_ids]),
        plan_of_record_id=st.none(),
    )


@st.composite
def _holidays(draw: st.DrawFn, calendar_ids: list[Id]) -> list[Holiday]:
    """Each day at most once in a calendar."""
    if not calendar_ids:
        return []
    places = draw(st.lists(st.tuples(st.sampled_from(calendar_ids), days), max_size=5, unique=True))
    return [Holiday(key, *place, draw(words)) for key, place in zip(_ids("h", len(places)), places, strict=True)]


def _demand_weeks(key: Id, demand_ids: list[Id]) -> st.SearchStrategy[DemandWeek]:
    return st.builds(DemandWeek, id=st.just(key), demand_id=st.sampled_from(demand_ids), week=mondays, hours=figures(0, 80))


def _bookings(key: Id, demand_ids: list[Id], resource_ids: list[Id]) -> st.SearchStrategy[Booking]:
    return st.builds(
        Booking,
        id=st.just(key),
        demand_id=st.sampled_from(demand_ids),
        resource_id=st.sampled_from(resource_ids),
        week=mondays,
        hours=figures(0, 80),
        kind=st.sampled_from(BookingKind),
    )


@st.composite
def _dependencies(draw: st.DrawFn, project_ids: list[Id]) -> list[Dependency]:
    """From an earlier project to a later one only, so never in a circle; each pair at most once."""
    pairs = [(before, after) for index, before in enumerate(project_ids) for after in project_ids[index + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    return [
        Dependency(key, *pair, draw(st.sampled_from(DependencyKind)), draw(st.integers(-8, 8)))
        for key, pair in zip(_ids("x", len(chosen)), chosen, strict=True)
    ]


def _without_amounts(wanted: bool, portfolio: Portfolio) -> Portfolio:
    """With the amount taken away from demands whose weeks say the hours, where wanted: both ways are valid."""
    weekly = {each.demand_id for each in portfolio.demand_weeks.values()} if wanted else set()
    bare = [replace(each, hours_per_week=None, total_hours=None, fte=None) for each in portfolio.demands.values() if each.id in weekly]
    return portfolio.holding(*bare)
