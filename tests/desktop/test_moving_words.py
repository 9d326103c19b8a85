"""Work carried on the heat map as values: what is carried, where it would land, and the edit."""

from __future__ import annotations

from dataclasses import replace

from data.entities import BookingKind, Entity, Id
from data.portfolio import Portfolio
from tests.builders import allocation, booking, demand, firm, plan, portfolio, project, resource
from ui.presenters.block import Block
from ui.presenters.booking import Target
from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grouping, Measure, grid
from ui.presenters.moving import Carried, Landing, carried, landing, moving
from ui.presenters.situation import Situation, situation
from ui.tokens import Band

FORMATS = Formats()
BUILD, ANN = Id("Build"), Id("Ann")


def team(*more: Entity) -> Situation:
    """Ann builds 30 h in weeks 1 and 2, Bob studies 20 h in week 1; Cleo tests."""
    case = portfolio(
        resource("Ann"),
        resource("Bob"),
        resource("Cleo", "Tester"),
        project("Apollo", 1),
        demand("Build", "Apollo", last=3, hours_per_week=30.0),
        demand("Study", "Apollo", last=3, hours_per_week=30.0),
        *more,
        weeks=5,
    )
    return situation(
        case, plan(allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), allocation("Study", "Bob", 1, 20.0))
    )


def taken(of: Situation, name: str = "Ann", weeks: range = range(2)) -> Carried:
    rows = grid(of, Grouping.RESOURCES).rows
    block = Block(tuple(row for row in rows if row.name == name), weeks)
    found = carried(of, Target(block, BUILD, block.resource_ids))
    assert found is not None
    return found


def land(of: Situation, name: str, shift: int, measure: Measure = Measure.PERCENT) -> Landing:
    row = next(row for row in grid(of, Grouping.RESOURCES).rows if row.name == name)
    return landing(of, taken(of), row, shift, measure, FORMATS)


def booked(case: Portfolio) -> dict[tuple[str, str, int], tuple[float, str]]:
    first = case.settings.start
    return {(b.demand_id, b.resource_id, (b.week - first).days // 7 + 1): (b.hours, b.kind.value) for b in case.bookings.values()}


def test_the_hours_of_the_plan_are_carried_as_hard_bookings() -> None:
    assert taken(team()) == Carried(BUILD, ANN, range(2), (30.0, 30.0), BookingKind.HARD)


def test_what_is_only_softly_booked_stays_soft() -> None:
    of = team(booking("Build", "Bob", 3, 8.0))
    assert taken(of, "Bob", range(2, 3)) == Carried(BUILD, Id("Bob"), range(2, 3), (8.0,), BookingKind.SOFT)


def test_the_load_it_makes_is_told_before_it_is_dropped() -> None:
    found = land(team(), "Bob", 0)
    assert found.figures == ("125", "75")
    assert found.bands == (Band.BEYOND, Band.RIGHT)
    assert found.says == "Build, 60 h to Bob, W1 · 4 Jan to W2 · 11 Jan: ▲▲ 80 of 80 h"
    assert (found.mark, found.allowed) == ("warning", True)
    assert land(team(), "Bob", 0, Measure.HOURS).figures == ("50", "30")


def test_ones_own_hours_are_not_counted_twice() -> None:
    assert land(team(), "Ann", 1).figures == ("75", "75")


def test_what_speaks_against_it_is_told() -> None:
    assert land(team(), "Cleo", 0).says.endswith("· does not hold Backend")
    assert land(team(), "Ann", 2).says.endswith("· 30 h more than asked there")


def test_it_cannot_be_dropped_where_it_is_or_outside_the_weeks() -> None:
    assert not land(team(), "Ann", 0).allowed
    assert not land(team(), "Bob", -1).allowed
    assert not land(team(), "Bob", 4).allowed


def test_it_is_booked_where_it_is_dropped_and_leaves_the_plan_there() -> None:
    of = team()
    row = next(row for row in grid(of, Grouping.RESOURCES).rows if row.name == "Bob")
    edit, moved = moving(of, taken(of), row, 1, FORMATS)
    assert edit.label == "Move Build from Ann to Bob, W2 · 11 Jan to W3 · 18 Jan"
    after = edit.applied_to(of.portfolio)
    assert booked(after) == {("Build", "Bob", 2): (30.0, "Hard"), ("Build", "Bob", 3): (30.0, "Hard")}
    assert of.plan is not None
    shown = grid(replace(situation(after, of.plan), moved=moved), Grouping.RESOURCES)
    assert shown.load[:, :3].tolist() == [[0.0, 0.0, 0.0], [20.0, 30.0, 30.0], [0.0, 0.0, 0.0]]


def test_a_booking_moves_with_the_work() -> None:
    of = team(firm("Build", "Ann", 1, 30.0))
    row = next(row for row in grid(of, Grouping.RESOURCES).rows if row.name == "Bob")
    edit, _ = moving(of, taken(of, weeks=range(1)), row, 0, FORMATS)
    assert booked(edit.applied_to(of.portfolio)) == {("Build", "Bob", 1): (30.0, "Hard")}
