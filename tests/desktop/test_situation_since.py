"""A situation worked out from the one of a moment ago, as after every edit, is the same as one worked out anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import portfolios

from data.edits import between
from data.entities import Absence, Booking, BookingKind, Calendar, DemandWeek, Dependency, Entity, Holiday, Id, ProjectStatus
from data.plan import Allocation, Plan, ProjectPlan
from data.portfolio import KIND_OF, Portfolio
from planner.hours.calendars import weeks
from planner.plans import fingerprint
from tests.builders import (
    absence,
    allocation,
    booking,
    calendar,
    demand,
    demand_week,
    firm,
    friday,
    plan,
    policy,
    portfolio,
    project,
    resource,
    small_case,
    week,
)
from ui.presenters.situation import Situation, explained, situation

Thing = TypeVar("Thing", bound=Entity)

GIVEN = (allocation("Build", "Ann", 1, 8.0),)


@st.composite
def cells(draw: st.DrawFn, *of: Portfolio) -> Plan:
    """A plan on demands and by resources of some portfolios, in weeks of theirs."""
    demands, resources, mondays = (
        sorted({key for keys in all_keys for key in keys})
        for all_keys in ([p.demands for p in of], [p.resources for p in of], [weeks(p.settings)[:3] for p in of])
    )
    if not demands or not resources:
        return plan()
    cell = st.builds(Allocation, *map(st.sampled_from, (demands, resources, mondays)), st.sampled_from((0.5, 8.0, 40.0)))
    return plan(*draw(st.lists(cell, max_size=12, unique_by=lambda each: (each.demand_id, each.resource_id, each.week))))


@st.composite
def full_cells(draw: st.DrawFn, of: Portfolio) -> Plan:
    """A plan that gives most people something in most weeks."""
    chosen = st.tuples(*(st.sampled_from([*of.demands]) for _ in range(2)))
    return plan(
        *(
            Allocation(key, person, monday, hours)
            for person in of.resources
            for monday in weeks(of.settings)
            for key in sorted(set(draw(chosen)))
            if (hours := draw(st.sampled_from((0.0, 20.0, 30.0, 40.0))))
        )
    )


def without_one(of: Portfolio, data: st.DataObject) -> Portfolio:
    """Without a booking, an absence or a demand that nothing refers to; the same where there is none."""
    referred = {each.demand_id for each in (*of.bookings.values(), *of.demand_weeks.values())}
    gone = [*of.bookings.values(), *of.absences.values(), *(each for each in of.demands.values() if each.id not in referred)]
    one = data.draw(st.sampled_from(gone)) if gone else None
    return of.replacing([(KIND_OF[type(one)], one.id, None)]) if one is not None else of


def told_at_once(of: Situation) -> list[object]:
    """All that pages read of a situation before it is explained."""
    tables = (of.book.capacity, of.book.asked_all, of.book.due, of.load, of.hard, of.soft, of.book.project_of, of.book.weight)
    return [*(table.tolist() for table in tables), of.figures, replace(of.standing, causes={}, reasons={})]


def told(of: Situation) -> list[object]:
    """All that pages read of a situation."""
    decides = of.explained.facts.fingerprint if of.explained else None
    return [*told_at_once(of), of.standing, of.current, of.unmet, of.measured.figures if of.measured else None, decides]


def crowded() -> Portfolio:
    """Six people of two roles, four projects that ask more of them than they have, and one that asks nothing yet."""
    names = ("Apollo", "Borealis", "Comet", "Dawn")
    return portfolio(
        calendar("Office"),
        *(
            resource(name, role, 2 + number % 3)
            for number, (name, role) in enumerate(zip(PEOPLE, cycle(("Backend", "Tester")), strict=False))
        ),
        *(project(name, 1 + number, max_delay=2) for number, name in enumerate(names)),
        project("Echo", status=ProjectStatus.PROPOSED),
        *(
            demand(f"{name} {role}", name, role, 1 + number % 3, 4 + number % 3, hours_per_week=50.0 + 10 * number, min_level=1 + number)
            for number, name in enumerate(names)
            for role in ("Backend", "Tester")
        ),
        minimum_block=4.0,
        assignment_cost=2.0,
        weeks=8,
    )


PEOPLE = ("Ann", "Bob", "Cleo", "Dan", "Eve", "Finn")
NEW_IDS = st.integers(0, 3).map("new {}".format).map(Id)


def changes(portfolio: Portfolio) -> st.SearchStrategy[tuple[Entity, ...]]:
    """Entities to put in, some in place of others, as one edit of a user does."""

    def of(table: Mapping[Id, Thing], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Thing, ...]]:
        one = st.sampled_from([*table.values()])
        field = st.sampled_from(sorted(fields)).flatmap(lambda name: fields[name].map(lambda value: {name: value}))
        return st.lists(st.builds(lambda thing, change: replace(thing, **change), one, field), min_size=1, max_size=2).map(tuple)

    people, works = st.sampled_from([*portfolio.resources]), st.sampled_from([*portfolio.demands])
    hours, few, mondays = st.sampled_from((0.0, 8.0, 90.0, 400.0)), st.integers(1, 3), st.sampled_from(weeks(portfolio.settings))
    words, kinds = st.sampled_from(("One", "Two", "Three", "Four")), st.sampled_from(BookingKind)
    alone = st.one_of(
        st.builds(Absence, NEW_IDS, people, mondays, mondays.map(lambda monday: monday + dt.timedelta(days=11)), hours),
        st.builds(DemandWeek, NEW_IDS, works, mondays, hours),
        st.builds(Holiday, NEW_IDS, st.just(Id("Office")), mondays, st.just("")),
        st.builds(Dependency, NEW_IDS, st.just(Id("Apollo")), st.just(Id("Comet"))),
        st.builds(replace, st.just(demand("Another", "Echo", hours_per_week=60.0)), role=st.sampled_from(("Backend", "Tester"))),
        st.builds(replace, st.just(portfolio.settings), minimum_block=hours),
        st.builds(replace, st.just(portfolio.settings), weeks=st.integers(6, 9), assignment_cost=hours),
        st.builds(replace, st.just(portfolio.settings), default_calendar_id=st.sampled_from((None, Id("Office")))),
        st.builds(Calendar, st.just(Id("Office")), st.just("Office"), st.sampled_from(((0, 1, 2), (0, 1, 2, 3, 4)))),
    ).map(lambda one: (one,))
    return st.one_of(
        st.builds(Booking, NEW_IDS, works, people, mondays, st.sampled_from((8.0, 400.0)), kinds).map(lambda booking: (booking,)),
        of(portfolio.demands, name=words, hours_per_week=hours, role=words, min_level=few, max_people=few, resource_id=people),
        of(portfolio.demands, finish=mondays, project_id=st.sampled_from([*portfolio.projects]), phase=words),
        of(portfolio.projects, name=words, priority=few, start=mondays, max_delay=few, status=st.sampled_from(ProjectStatus), value=hours),
        of(portfolio.resources, name=words, role=words, level=few, hours_per_week=hours, overtime=hours, max_projects=few, team=words),
        alone,
    )


BUILT = (
    *(allocation(f"{name} Backend", "Ann", number, 20.0) for number in range(2, 5) for name in ("Apollo", "Comet")),
    *(allocation("Dawn Backend", "Cleo", number, 30.0) for number in range(1, 7)),
    *(allocation("Comet Backend", "Eve", number, 40.0) for number in range(1, 7)),
)
"""Ann and Eve are full, Cleo could do a little more; the testers do nothing."""


@pytest.mark.parametrize(
    "change",
    [
        firm("Borealis Backend", "Cleo", 3, 400.0),
        absence("Cleo", week(1), friday(4)),
        replace(resource("Cleo", "Backend", 4), overtime=9.0),
        replace(resource("Cleo", "Backend", 4), name="Cleopatra"),
        resource("Cleo", "Backend", 1),
        project("Comet", 1, max_delay=2),
        project("Comet", 3, max_delay=2, status=ProjectStatus.CANCELLED),
        replace(project("Comet", 3, max_delay=2), name="Comets"),
        demand("Apollo Backend", "Apollo", last=4, hours_per_week=50.0, min_level=4),
        demand_week("Dawn Backend", 5, 70.0),
        replace(crowded().settings, minimum_block=30.0),
        replace(crowded().settings, assignment_cost=300.0),
        replace(crowded().settings, minimum_coverage=30.0),
        firm("Echo Backend", "Ann", 8, 1.0),
    ],
    ids=str,
)
def test_shortages_are_explained_anew_where_something_is_otherwise_that_explains_them(change: Entity) -> None:
    case = crowded().holding(demand("Echo Backend", "Echo", hours_per_week=60.0))
    out = tuple(ProjectPlan(Id(name), selected=False) for name in ("Echo",))
    made = plan(*BUILT, projects=out)
    known = explained(situation(case, made))
    after = case.holding(change)

    found = explained(situation(after, made, known))

    assert found.unmet == explained(situation(after, made)).unmet
    assert found.unmet != known.unmet
    assert explained(situation(case, made, found)).unmet == known.unmet


@settings(max_examples=60)
@given(st.data())
def test_after_each_of_many_edits_all_that_pages_read_is_as_if_it_were_worked_out_anew(data: st.DataObject) -> None:
    case = crowded()
    said = st.builds(ProjectPlan, st.sampled_from([*case.projects]), st.booleans(), st.integers(0, 2))
    projects = tuple(data.draw(st.lists(said, unique_by=lambda each: each.project_id)))
    made = replace(data.draw(full_cells(case)), projects=projects, fingerprint=fingerprint(case))
    other = replace(made, id=Id("other"), allocations=made.allocations[::2])
    known, undone = explained(situation(case, made), other), [case]
    for _ in range(data.draw(st.integers(3, 8))):
        step = data.draw(st.sampled_from(("edit", "edit", "edit", "remove", "undo")))
        if step == "undo":
            case = undone.pop() if len(undone) > 1 else case
        else:
            undone.append(case)
            case = case.holding(*data.draw(changes(case))) if step == "edit" else without_one(case, data)
        known = situation(case, made, known)
        assert told_at_once(known) == told_at_once(situation(case, made))
        if data.draw(st.booleans()):
            known = explained(known, other)
            assert told(known) == told(explained(situation(case, made), other))


@settings(max_examples=60)
@given(portfolios(), portfolios(), st.data())
def test_whatever_was_edited_all_that_pages_read_is_as_if_it_were_worked_out_anew(
    first: Portfolio, second: Portfolio, data: st.DataObject
) -> None:
    after = between(first, second, "There").applied_to(first)
    made = data.draw(cells(first, second))

    since = situation(after, made, explained(situation(first, made)))

    assert told(explained(since)) == told(explained(situation(after, made)))
    assert told_at_once(since) == told_at_once(situation(after, made))


def current(case: Portfolio, made: Plan, *edits: Portfolio) -> list[bool]:
    """Whether a plan is current after each edit, before it is explained."""
    known = situation(case, made)
    found = []
    for after in edits:
        known = situation(after, made, known)
        found.append(known.current)
    return found


def test_a_remark_leaves_a_plan_current_and_hours_do_not() -> None:
    case = small_case()
    made = plan(*GIVEN, fingerprint=fingerprint(case))
    first = next(iter(case.demands.values()))
    remarked, more = case.holding(replace(first, phase="Later")), case.holding(replace(first, max_people=7))

    assert current(case, made, remarked) == [True]
    assert current(case, made, more) == [False]


def test_a_plan_that_an_undo_makes_current_again_counts_as_that_once_it_is_explained() -> None:
    case = small_case()
    made = plan(*GIVEN, fingerprint=fingerprint(case))
    changed = case.holding(replace(next(iter(case.demands.values())), max_people=7))
    back = situation(case, made, situation(changed, made, situation(case, made)))

    assert (back.current, explained(back).current) == (False, True)


def test_a_soft_booking_makes_a_plan_out_of_date_whose_policy_prices_it() -> None:
    house = policy("House", moved=2.0)
    case = small_case().holding(house)
    made = plan(*GIVEN, policy="House", fingerprint=fingerprint(case, house))
    key = next(iter(case.demands.values())).name
    booked = case.holding(booking(key, next(iter(case.resources.values())).name, 1, 4.0, BookingKind.SOFT))

    assert current(case, made, booked) == [False]


def test_causes_stay_in_sight_while_they_are_worked_out_again() -> None:
    case = small_case()
    made = plan(fingerprint=fingerprint(case))
    known = explained(situation(case, made))
    other = case.holding(demand("Another", next(iter(case.projects.values())).name, hours_per_week=1.0))

    after = situation(other, made, known)

    assert known.unmet
    assert after.unmet == known.unmet
    assert after.standing.causes == known.standing.causes
    assert Id("Another") not in after.standing.causes
    assert np.array_equal(after.capacity, known.capacity)
    assert week(1) in after.weeks
