"""Plans side by side: figures with their differences, and only what differs by project, person, week and hours."""

from __future__ import annotations

from dataclasses import replace

import builders as b
import numpy as np
import pytest
from hypothesis import given
from strategies import portfolios

from data.entities import Id
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.comparing import MOST_SIDES, Comparison, Side, compared
from planner.comparing.comparison import TooManySidesError
from planner.comparing.hours import Happened, HourChange, hour_changes
from planner.comparing.loads import EVERYBODY, Group, Grouped
from planner.comparing.measures import Measure
from planner.comparing.rows import ProjectSide
from planner.hours.calendars import weeks

ANN, BOB = b.resource("Ann", team="Core"), b.resource("Bob", role="Tester")
BUILD = b.demand("Build", "Apollo", last=2)
CASE = b.portfolio(ANN, BOB, b.project("Apollo", 1, value=1000.0), b.project("Comet", 3, max_delay=4), BUILD, b.demand("Port", "Comet"))
FIRST = b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Build", "Ann", 2, 20.0))


def beside(after: Plan, portfolio: Portfolio = CASE, before: Plan = FIRST) -> Comparison:
    return compared((Side("One", CASE, before), Side("Other", portfolio, after)))


def told(comparison: Comparison) -> list[tuple[str, float, str | None, str | None]]:
    """Every change of hours: what, hours, and where from and where to in short."""

    def place(change: HourChange, at: int) -> str | None:
        found = (change.before, change.after)[at]
        return None if found is None else f"{found[0]} {(found[1] - b.MONDAY).days // 7 + 1}"

    return [(each.what.name, each.hours, place(each, 0), place(each, 1)) for each in comparison.changes[0]]


def differences(comparison: Comparison) -> dict[str, float | None]:
    return {row.name: row.difference(1) for row in comparison.measures}


@given(portfolios())
def test_a_side_compared_with_itself_shows_nothing(portfolio: Portfolio) -> None:
    mondays, people = weeks(portfolio.settings), list(portfolio.resources)
    given_hours = [b.allocation(key, people[n % len(people)], 1, 4.0) for n, key in enumerate(portfolio.demands)] if people else []
    plan = b.plan(*(replace(each, week=mondays[0]) for each in given_hours))
    found = compared((Side("One", portfolio, plan), Side("Again", portfolio, plan)))
    assert found.is_same
    assert set(differences(found).values()) <= {0.0, None}


def test_hours_of_a_demand_that_another_takes_over_in_the_same_week_have_moved_to_another_person() -> None:
    found = beside(
        b.plan(b.allocation("Build", "Ann", 1, 8.0), b.allocation("Build", "Bob", 1, 12.0), b.allocation("Build", "Ann", 2, 20.0))
    )
    assert told(found) == [("PERSON", 12.0, "Ann 1", "Bob 1")]
    assert [row.key for row in found.people] == ["Ann", "Bob"]
    assert [row.changed for row in found.people] == [(0.0, 12.0), (0.0, 12.0)]
    assert [row.key for row in found.weeks] == [b.week(1)]
    assert [row.changed for row in found.projects] == [(0.0, 12.0)]


def test_hours_that_the_same_person_gives_later_have_moved_to_another_week() -> None:
    found = beside(b.plan(b.allocation("Build", "Ann", 3, 20.0), b.allocation("Build", "Ann", 4, 20.0)))
    assert told(found) == [("WEEK", 20.0, "Ann 1", "Ann 3"), ("WEEK", 20.0, "Ann 2", "Ann 4")]
    assert [row.changed[1] for row in found.people] == [40.0]


def test_what_is_no_longer_given_or_given_on_top_is_removed_or_added() -> None:
    found = beside(b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Build", "Bob", 3, 5.0), b.allocation("Port", "Bob", 1, 7.0)))
    assert told(found) == [
        ("REMOVED", 15.0, "Ann 2", None),
        ("BOTH", 5.0, "Ann 2", "Bob 3"),
        ("ADDED", 7.0, None, "Bob 1"),
    ]
    (moved,) = [row.figures for row in found.measures if row.measure is Measure.MOVED]
    assert moved == (None, 20.0)
    assert found.hours(1, Happened.ADDED) == 7.0


@given(portfolios(), portfolios())
def test_changes_lead_from_one_plan_to_the_other_hour_for_hour(one: Portfolio, other: Portfolio) -> None:
    before, after = (
        {(Id(f"D{n % 3}"), resource, monday): 1.0 + n for n, resource in enumerate(of.resources) for monday in weeks(of.settings)[: 3 + n]}
        for of in (one, other)
    )
    hours = dict(before)
    for change in hour_changes(before, after):
        for place, sign in ((change.before, -1), (change.after, 1)):
            if place is not None:
                hours[change.demand_id, *place] = hours.get((change.demand_id, *place), 0.0) + sign * change.hours
    assert {cell: each for cell, each in hours.items() if abs(each) > 0.005} == pytest.approx(after)


def test_a_project_tells_of_both_sides_delay_days_hours_and_value() -> None:
    late = b.plan(
        b.allocation("Build", "Ann", 2, 20.0), b.allocation("Build", "Ann", 3, 20.0), projects=(ProjectPlan(Id("Apollo"), True, 1),)
    )
    found = beside(late, before=replace(FIRST, projects=(ProjectPlan(Id("Apollo"), True),)))
    (row,) = found.projects
    first, other = row.sides
    assert isinstance(first, ProjectSide)
    assert isinstance(other, ProjectSide)
    assert (first.delay, first.first, first.last) == (0, b.week(1), b.friday(2))
    assert (other.delay, other.first, other.last) == (1, b.week(2), b.friday(3))
    assert (other.asked, other.met, other.coverage, other.delivered) == (40.0, 40.0, 1.0, 1000.0)
    assert other.points == pytest.approx(first.points - 16 * 40 * 0.01)
    assert differences(found)["Weeks of delay"] == 1.0
    assert differences(found)["Value"] == pytest.approx(other.points - first.points)


def test_a_project_left_out_takes_no_part_and_has_no_days() -> None:
    found = beside(b.plan(projects=(ProjectPlan(Id("Apollo"), False),)))
    (row,) = [each for each in found.projects if each.key == "Apollo"]
    assert row.sides[1] is not None
    assert (row.sides[1].takes_part, row.sides[1].first, row.sides[1].met) == (False, None, 0.0)


def test_a_project_and_a_person_that_only_one_side_holds_are_told_of_there() -> None:
    more = CASE.holding(b.resource("Cleo"), b.project("Dione"), b.demand("Draw", "Dione", last=1))
    found = beside(replace(FIRST, allocations=(*FIRST.allocations, b.allocation("Draw", "Cleo", 1, 20.0))), more)
    assert [row.key for row in found.projects] == ["Dione"]
    assert found.projects[0].sides[0] is None
    assert [(row.key, row.sides[0]) for row in found.people] == [("Cleo", None)]
    assert (found.names.projects[Id("Dione")], found.names.resources[Id("Cleo")]) == ("Dione", "Cleo")
    assert told(found) == [("ADDED", 20.0, None, "Cleo 1")]


def test_sides_of_other_horizons_are_laid_together_by_date() -> None:
    longer = b.portfolio(*(each for each in CASE.everything() if each is not CASE.settings), start=b.week(3), weeks=10)
    found = beside(b.plan(b.allocation("Build", "Ann", 9, 20.0)), longer)
    assert (found.weeks[0].key, found.weeks[0].sides[1]) == (b.week(1), None)
    assert (found.weeks[-1].key, found.weeks[-1].sides[0]) == (b.week(12), None)
    load = found.load(EVERYBODY)
    assert len(load.weeks) == 12
    assert load.hours[0, :2].tolist() == [20.0, 20.0]
    assert load.hours[1, 8] == 20.0
    assert np.isnan(load.hours).sum(axis=1).tolist() == [4, 2]


def test_load_is_told_of_everybody_of_each_role_and_of_each_team() -> None:
    found = beside(b.plan(b.allocation("Build", "Bob", 1, 8.0)))
    assert found.groups == (EVERYBODY, Group(Grouped.ROLE, "Backend"), Group(Grouped.ROLE, "Tester"), Group(Grouped.TEAM, "Core"))
    testers = found.load(Group(Grouped.ROLE, "Tester"))
    assert testers.hours[:, 0].tolist() == [0.0, 8.0]
    assert testers.capacity[:, 0].tolist() == [40.0, 40.0]
    assert found.load(Group(Grouped.TEAM, "Core")).hours[0].sum() == 40.0


def test_a_figure_is_better_or_worse_where_more_or_less_of_it_is() -> None:
    found = beside(b.plan(b.allocation("Build", "Ann", 1, 50.0)))
    by_name = {row.name: row for row in found.measures}
    assert by_name["Hours met"].is_better(1) is False
    assert by_name["Over-allocation"].is_better(1) is False
    assert by_name["Utilisation"].is_better(1) is None
    assert by_name["Coverage of priority 1"].difference(1) == pytest.approx(-0.5)
    assert by_name["Delayed projects"].is_better(1) is None


def test_hours_of_a_plan_for_what_is_gone_are_told_and_change_nothing() -> None:
    found = beside(replace(FIRST, allocations=(*FIRST.allocations, b.allocation("Gone", "Ann", 1, 6.0))))
    assert found.is_same
    assert found.sides[1].elsewhere == 6.0


def test_at_most_five_sides_are_compared() -> None:
    sides = [Side(str(n), CASE, FIRST) for n in range(MOST_SIDES + 1)]
    assert len(compared(sides[:-1]).others) == 4
    with pytest.raises(TooManySidesError, match="6 sides cannot be compared at once; name at most 5"):
        compared(sides)
