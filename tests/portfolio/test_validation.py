"""Every rule of the workbook's ranges, names and references is told with its place and the way out."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import builders as b
import pytest
from hypothesis import given
from strategies import with_scenarios

from data.edits import Change, Edit, adding
from data.entities import Entity, Id, new_id
from data.portfolio import Kind, Portfolio
from data.validation import brought_by, check, entity_problems, faults

SETTINGS = b.portfolio().settings
CALENDAR, HOLIDAY = b.calendar("Office"), b.holiday("Office", b.week(1))
ANN, AWAY = b.resource("Ann"), b.absence("Ann", b.week(2), b.friday(2))
APOLLO, BUILD = b.project("Apollo"), b.demand("Build", "Apollo")
DEMAND_WEEK, BOOKING, DEPENDENCY = b.demand_week("Build", 1, 8.0), b.booking("Build", "Ann", 1, 8.0), b.dependency("Apollo", "Comet")


def said(portfolio: Portfolio) -> list[str]:
    return [str(finding) for finding in check(portfolio)]


@pytest.mark.parametrize(
    ("entity", "field", "value", "problem"),
    [
        (SETTINGS, "weeks", 0, "is 0"),
        (SETTINGS, "weeks", 521, "is 521"),
        (SETTINGS, "weeks", 2.5, "is 2.5"),
        (SETTINGS, "start", dt.date(207, 1, 4), "is 0207-01-04"),
        (SETTINGS, "name", " ", "is blank"),
        (SETTINGS, "standard_week", 0.0, "is 0"),
        (SETTINGS, "standard_week", -1.0, "is -1"),
        (SETTINGS, "minimum_block", -4.0, "is -4"),
        (SETTINGS, "minimum_coverage", 0.8, "is 0.8, which reads like a fraction"),
        (SETTINGS, "minimum_coverage", 101.0, "is 101"),
        (SETTINGS, "assignment_cost", -0.5, "is -0.5"),
        (SETTINGS, "overtime_cost", -1.0, "is -1"),
        (SETTINGS, "delay_cost", -1.0, "is -1"),
        (SETTINGS, "delay_cost", 100.5, "is 100.5"),
        (CALENDAR, "name", "", "is blank"),
        (CALENDAR, "working_days", (), "has no day"),
        (CALENDAR, "working_days", (0, 7), "is (0, 7)"),
        (CALENDAR, "working_days", (1, 0), "is (1, 0)"),
        (CALENDAR, "working_days", (0, 0), "is (0, 0)"),
        (HOLIDAY, "day", dt.date(1899, 12, 31), "is 1899-12-31"),
        (ANN, "name", "\t", "is blank"),
        (ANN, "name", "Ann ", "is “Ann ”, with space around it"),
        (ANN, "name", "Ann\nBob", "holds a line break or a tab"),
        (ANN, "name", "Ann\x00", "holds the sign U+0000, which no sheet can hold"),
        (ANN, "role", "", "is blank"),
        (ANN, "level", 0, "is 0"),
        (ANN, "level", 6, "is 6"),
        (ANN, "other_roles", (("Tester", 6),), "holds “Tester: 6”, whose level is 6"),
        (ANN, "other_roles", (("", 3),), "holds “: 3”, whose role is blank"),
        (ANN, "other_roles", (("A;B", 3),), "holds the role “A;B”"),
        (ANN, "team", "Core\ud800", "holds the sign U+D800, which no sheet can hold"),
        (ANN, "team", "x" * 32_768, "has 32,768 letters"),
        (ANN, "hours_per_week", -1.0, "is -1"),
        (ANN, "hours_per_week", math.nan, "is nan, which is no number"),
        (ANN, "hours_per_week", math.inf, "is inf, which is no number"),
        (ANN, "hours_per_week", 7.12345, "is 7.12345"),
        (ANN, "project_share", 0.5, "is 0.5, which reads like a fraction"),
        (ANN, "project_share", 120.0, "is 120"),
        (ANN, "max_projects", -1, "is -1"),
        (ANN, "overtime", -2.0, "is -2"),
        (ANN, "cost_per_hour", -80.0, "is -80"),
        (ANN, "cost_per_hour", 1e15, "is 1e+15"),
        (AWAY, "percent", 0.5, "is 0.5, which reads like a fraction"),
        (AWAY, "percent", -5.0, "is -5"),
        (AWAY, "last", dt.date(2027, 1, 8), "is 2027-01-08, before 2027-01-11"),
        (APOLLO, "name", "", "is blank"),
        (APOLLO, "priority", 0, "is 0"),
        (APOLLO, "priority", 6, "is 6"),
        (APOLLO, "weight", -1.0, "is -1"),
        (APOLLO, "max_delay", -1, "is -1"),
        (APOLLO, "value", -math.inf, "is -inf, which is no number"),
        (APOLLO, "budget", -1.0, "is -1"),
        (BUILD, "name", "", "is blank"),
        (BUILD, "role", " ", "is blank"),
        (BUILD, "min_level", 6, "is 6"),
        (BUILD, "finish", dt.date(2027, 1, 3), "is 2027-01-03, before 2027-01-04"),
        (BUILD, "hours_per_week", -20.0, "is -20"),
        (BUILD, "total_hours", 60.0, "is a second amount"),
        (BUILD, "fte", 0.5, "is a second amount"),
        (BUILD, "max_people", -1, "is -1"),
        (DEMAND_WEEK, "week", dt.date(2027, 1, 5), "is 2027-01-05, a Tuesday"),
        (DEMAND_WEEK, "hours", -1.0, "is -1"),
        (BOOKING, "week", dt.date(2027, 1, 10), "is 2027-01-10, a Sunday"),
        (BOOKING, "hours", -8.0, "is -8"),
        (DEPENDENCY, "successor_id", Id("Apollo"), "is the predecessor itself"),
        (DEPENDENCY, "lag_weeks", 600, "is 600"),
    ],
)
def test_a_value_out_of_range_is_told_with_its_field(entity: Entity, field: str, value: Any, problem: str) -> None:
    assert [(found[0], found[1]) for found in entity_problems(replace(entity, **{field: value}))] == [(field, problem)]


@pytest.mark.parametrize("entity", [*b.small_case().everything()])
def test_things_in_order_have_no_problem(entity: Entity) -> None:
    assert list(entity_problems(entity)) == []


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        (SETTINGS, "delay_cost", 0.5),
        (SETTINGS, "weeks", 520),
        (ANN, "project_share", 1.0),
        (ANN, "project_share", 0.0),
        (ANN, "available_to", dt.date(9999, 12, 31)),
        (ANN, "cost_per_hour", 123_456_789_012.25),
        (APOLLO, "value", -1000.0),
        (AWAY, "last", dt.date(2027, 1, 11)),
        (AWAY, "reason", "Sick\nsince Monday"),
        (DEPENDENCY, "lag_weeks", -3),
    ],
)
def test_a_value_at_the_edge_is_let_be(entity: Entity, field: str, value: Any) -> None:
    assert list(entity_problems(replace(entity, **{field: value}))) == []


def test_a_project_may_not_finish_before_it_starts() -> None:
    project = b.project("Apollo", start=b.week(3), finish=b.week(2))
    assert [found[:2] for found in entity_problems(project)] == [("finish", "is 2027-01-11, before 2027-01-18")]


def test_availability_may_not_end_before_it_begins() -> None:
    resource = b.resource("Ann", available_from=b.week(3), available_to=b.week(2))
    assert [found[:2] for found in entity_problems(resource)] == [("available_to", "is 2027-01-11, before 2027-01-18")]


def test_a_finding_names_the_thing_its_field_and_the_way_out() -> None:
    portfolio = b.portfolio(b.resource("Ann", level=7))
    assert said(portfolio) == ["Resource Ann, level: is 7; type a whole number from 1 to 5"]


def test_a_fraction_for_a_percentage_is_told_what_it_would_be() -> None:
    portfolio = b.portfolio(minimum_coverage=0.8)
    assert said(portfolio) == ["Settings, minimum coverage: is 0.8, which reads like a fraction; type 80 for 80 %"]


def test_a_portfolio_needs_settings() -> None:
    assert said(Portfolio()) == ["Settings: are missing; give at least a start and a number of weeks"]


@pytest.mark.parametrize(
    ("entities", "place"),
    [
        ((b.calendar("Office"), replace(b.calendar("Office"), id=Id("other"))), "Calendar Office, name"),
        ((b.resource("Ann"), replace(b.resource("Ann"), id=Id("other"))), "Resource Ann, name"),
        ((b.project("Apollo"), replace(b.project("Apollo"), id=Id("other"))), "Project Apollo, name"),
        ((APOLLO, BUILD, replace(BUILD, id=Id("other"))), "Demand Build, name"),
    ],
)
def test_a_name_may_stand_once_among_its_kind(entities: tuple[Entity, ...], place: str) -> None:
    assert [found.place for found in check(b.portfolio(*entities))] == [place]


def test_names_that_differ_by_case_alone_are_two_names() -> None:
    assert check(b.portfolio(b.resource("Ann"), b.resource("ann"))) == ()


def test_a_person_may_be_called_like_a_project() -> None:
    assert check(b.portfolio(b.resource("Apollo"), b.project("Apollo"))) == ()


@pytest.mark.parametrize(
    ("entity", "place"),
    [
        (HOLIDAY, "Holiday 2027-01-04 of ?, calendar"),
        (b.resource("Bob", calendar_id="Office"), "Resource Bob, calendar"),
        (AWAY, "Absence of ? from 2027-01-11, resource"),
        (BUILD, "Demand Build, project"),
        (DEMAND_WEEK, "Demand ?, week 2027-01-04, demand"),
    ],
)
def test_a_reference_to_what_is_not_there_is_told(entity: Entity, place: str) -> None:
    assert [(found.place, found.problem) for found in check(b.portfolio(entity))] == [(place, "is not there")]


def test_a_booking_needs_its_demand_and_its_resource() -> None:
    assert [found.place for found in check(b.portfolio(BOOKING))] == [
        "Booking of ? on ?, week 2027-01-04, demand",
        "Booking of ? on ?, week 2027-01-04, resource",
    ]


def test_a_dependency_needs_both_projects() -> None:
    assert [found.place for found in check(b.portfolio(DEPENDENCY))] == ["Dependency ? → ?, predecessor", "Dependency ? → ?, successor"]


def test_a_demand_may_name_only_a_resource_that_is_there() -> None:
    portfolio = b.portfolio(APOLLO, b.demand("Build", "Apollo", resource_id="Ann"))
    assert said(portfolio) == ["Demand Build, resource: is not there; name one of the resources"]


def test_the_default_calendar_must_be_there() -> None:
    assert said(b.portfolio(default_calendar_id=Id("Office"))) == ["Settings, default calendar: is not there; name one of the calendars"]


def test_a_demand_without_amount_needs_weeks() -> None:
    bare = b.demand("Build", "Apollo", hours_per_week=None)
    assert said(b.portfolio(APOLLO, bare)) == [
        "Demand Build, hours per week: is blank, and so are total hours and FTE; give one of the three, or demand weeks"
    ]
    assert check(b.portfolio(APOLLO, bare, b.demand_week("Build", 1, 8.0))) == ()


def test_dependencies_in_a_circle_are_told_with_the_way_round() -> None:
    circle = [b.dependency("A", "B"), b.dependency("B", "C"), b.dependency("C", "A")]
    outside = [b.dependency("A", "D"), b.dependency("D", "E")]
    portfolio = b.portfolio(*(b.project(name) for name in "ABCDE"), *circle, *outside)
    assert said(portfolio) == ["Dependency C → A, successor: closes a circle: A → B → C → A; remove one of these dependencies"]


def test_each_circle_is_told_once() -> None:
    circles = [b.dependency("A", "B"), b.dependency("B", "A"), b.dependency("C", "D"), b.dependency("D", "C")]
    portfolio = b.portfolio(*(b.project(name) for name in "ABCD"), *circles)
    assert [found.problem for found in check(portfolio)] == ["closes a circle: A → B → A", "closes a circle: C → D → C"]


def test_a_fault_knows_its_entity_and_field() -> None:
    resource = b.resource("Ann", level=9)
    assert [(fault.entity, fault.field) for fault in faults(b.portfolio(resource))] == [(resource, "level")]


def test_only_touched_kinds_are_looked_at() -> None:
    portfolio = b.portfolio(b.resource("Ann", level=9), b.project("Apollo", priority=9))
    assert [found.place for found in check(portfolio, frozenset({Kind.PROJECT}))] == ["Project Apollo, priority"]


def test_removing_what_is_referred_to_is_seen_from_the_kind_removed() -> None:
    portfolio = b.portfolio(BUILD)
    assert [found.place for found in check(portfolio, frozenset({Kind.PROJECT}))] == ["Demand Build, project"]


def test_an_edit_answers_for_what_it_brings_only() -> None:
    before = b.portfolio(b.resource("Ann", level=9), BUILD)
    edit = adding("Add", [b.project("Borealis", priority=7), b.demand("Test", "Nowhere")])
    assert [found.place for found in brought_by(edit, before, edit.applied_to(before))] == [
        "Project Borealis, priority",
        "Demand Test, project",
    ]


def test_an_edit_may_mend_what_was_broken() -> None:
    before = b.portfolio(BUILD)
    edit = adding("Add the project", [APOLLO])
    assert brought_by(edit, before, edit.applied_to(before)) == ()


def test_an_edit_may_not_take_the_settings_away() -> None:
    before = b.portfolio()
    edit = Edit("Remove", (Change(Kind.SETTINGS, before.settings.id, before.settings, None),))
    assert [found.place for found in brought_by(edit, before, edit.applied_to(before))] == ["Settings"]


@given(with_scenarios())
def test_random_valid_portfolios_have_no_findings(portfolio: Portfolio) -> None:
    assert check(portfolio) == ()


def test_a_hundred_thousand_bookings_are_checked_within_seconds() -> None:
    bookings = [b.booking("Build", "Ann", number % 8 + 1, 0.01, id=new_id()) for number in range(100_000)]
    portfolio = b.portfolio(ANN, APOLLO, BUILD, *bookings)
    started = dt.datetime.now(dt.UTC)
    assert check(portfolio) == ()
    assert dt.datetime.now(dt.UTC) - started < dt.timedelta(seconds=3)  # 0.2 s measured; the rest is for busy machines
