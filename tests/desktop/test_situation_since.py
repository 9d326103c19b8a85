"""A situation worked out from the one of a moment ago, as after every edit, is the same as one worked out anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import portfolios

from data.edits import between
from data.entities import BookingKind, Id
from data.plan import Allocation, Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.plans import fingerprint
from tests.builders import allocation, booking, demand, plan, policy, small_case, week
from ui.presenters.situation import Situation, explained, situation

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


def told(of: Situation) -> list[object]:
    """All that pages read of a situation."""
    tables = (of.book.capacity, of.book.asked_all, of.book.due, of.load, of.hard, of.soft, of.book.project_of, of.book.weight)
    return [*(table.tolist() for table in tables), of.figures, of.standing, of.current, of.unmet]


@settings(max_examples=60)
@given(portfolios(), portfolios(), st.data())
def test_whatever_was_edited_all_that_pages_read_is_as_if_it_were_worked_out_anew(
    first: Portfolio, second: Portfolio, data: st.DataObject
) -> None:
    after = between(first, second, "There").applied_to(first)
    made = data.draw(cells(first, second))

    since = situation(after, made, explained(situation(first, made)))

    assert told(explained(since)) == told(explained(situation(after, made)))
    assert told(replace(since, unmet=()))[:-3] == told(situation(after, made))[:-3]


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
