"""A plan with what was booked since laid over it."""

from __future__ import annotations

from data.entities import Entity, Id
from data.plan import Allocation
from planner.insight.by_hand import Moved, standing_hours
from planner.insight.ledger import ledger
from tests.builders import allocation, demand, firm, plan, portfolio, project, resource, week

PEOPLE = (resource("Ann"), resource("Bob"), resource("Cleo"), project("Apollo"))


def hours(things: tuple[Entity, ...], given: tuple[Allocation, ...], moved: tuple[Moved, ...] = ()) -> dict[tuple[str, int], float]:
    """Hours by resource and week (from 1)."""
    case = portfolio(*PEOPLE, *things, weeks=4)
    found = standing_hours(ledger(case, plan(*given)), moved)
    people = tuple(case.resources)
    rows = zip(found.resource.tolist(), found.week.tolist(), found.hours.tolist(), strict=True)
    return {(people[r], t + 1): value for r, t, value in rows}


def test_a_plan_that_has_every_booking_stays_as_it_is() -> None:
    things = (demand("Build", "Apollo", hours_per_week=30.0), firm("Build", "Ann", 1, 8.0))
    assert hours(things, (allocation("Build", "Ann", 1, 30.0),)) == {("Ann", 1): 30.0}


def test_a_fresh_booking_adds_to_a_demand_with_room() -> None:
    things = (demand("Build", "Apollo", hours_per_week=60.0), firm("Build", "Bob", 1, 20.0))
    assert hours(things, (allocation("Build", "Ann", 1, 30.0),)) == {("Ann", 1): 30.0, ("Bob", 1): 20.0}


def test_planned_hours_yield_where_the_demand_would_get_too_much() -> None:
    things = (demand("Build", "Apollo", hours_per_week=40.0), firm("Build", "Bob", 1, 20.0))
    assert hours(things, (allocation("Build", "Ann", 1, 40.0),)) == {("Ann", 1): 20.0, ("Bob", 1): 20.0}


def test_whoever_has_fewest_hours_on_the_demand_yields_first() -> None:
    things = (demand("Build", "Apollo", hours_per_week=60.0), firm("Build", "Bob", 1, 20.0))
    given = (allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), allocation("Build", "Cleo", 1, 30.0))
    assert hours(things, given) == {("Ann", 1): 30.0, ("Ann", 2): 30.0, ("Cleo", 1): 10.0, ("Bob", 1): 20.0}


def test_firm_hours_never_yield() -> None:
    things = (demand("Build", "Apollo", hours_per_week=20.0), firm("Build", "Bob", 1, 20.0), firm("Build", "Ann", 1, 15.0))
    assert hours(things, (allocation("Build", "Ann", 1, 20.0),)) == {("Ann", 1): 15.0, ("Bob", 1): 20.0}


def test_what_was_moved_leaves_its_cell_as_long_as_it_is_booked_where_it_went() -> None:
    move = Moved(Id("Build"), Id("Ann"), week(1), Id("Ann"), week(3))
    given = (allocation("Build", "Ann", 1, 12.0),)
    asked = demand("Build", "Apollo", hours_per_week=30.0)
    assert hours((asked, firm("Build", "Ann", 3, 12.0)), given, (move,)) == {("Ann", 3): 12.0}
    assert hours((asked,), given, (move,)) == {("Ann", 1): 12.0}


def test_the_one_who_gave_hours_away_yields_before_others() -> None:
    move = Moved(Id("Build"), Id("Ann"), week(1), Id("Bob"), week(1))
    things = (demand("Build", "Apollo", hours_per_week=60.0), firm("Build", "Bob", 1, 30.0))
    given = (allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), allocation("Build", "Cleo", 1, 30.0))
    assert hours(things, given, (move,)) == {("Bob", 1): 30.0, ("Ann", 2): 30.0, ("Cleo", 1): 30.0}
