"""Every rule rechecked by names: each broken in turn, and what is allowed let pass."""

import datetime as dt
from dataclasses import replace

import pytest
from builders import absence, allocation, booking, demand, dependency, firm, friday, plan, portfolio, project, resource, week

from data.entities import DependencyKind, Id, ProjectStatus
from data.plan import Allocation, ProjectPlan
from planner.checking.rules import broken_rules

APOLLO, COMET = project("Apollo", 1), project("Comet", 3)
BUILD = demand("Build", "Apollo", last=2, hours_per_week=30.0)
LAND = demand("Land", "Comet", last=2, hours_per_week=20.0)


def broken(*things):
    """What is found in a portfolio of the entities among the things and a plan of the rest."""
    allocations = tuple(thing for thing in things if isinstance(thing, Allocation))
    projects = tuple(thing for thing in things if isinstance(thing, ProjectPlan))
    entities = (thing for thing in things if not isinstance(thing, Allocation | ProjectPlan))
    return [str(finding) for finding in broken_rules(portfolio(*entities, weeks=4), plan(*allocations, projects=projects))]


def said(name, *, selected=True, delay=0):
    return ProjectPlan(Id(name), selected, delay)


def test_a_plan_that_keeps_every_rule_has_no_findings():
    assert (
        broken(resource("Ann"), APOLLO, COMET, BUILD, LAND, allocation("Build", "Ann", 1, 30.0), allocation("Land", "Ann", 1, 10.0)) == []
    )


def test_r1_more_than_capacity():
    given = (allocation("Build", "Ann", 1, 30.0), allocation("Land", "Ann", 1, 10.5))
    assert broken(resource("Ann"), APOLLO, COMET, BUILD, LAND, *given) == ["R1 Ann, 2027-01-04: 40.50 h given, 40.00 h there"]


def test_r1_lets_every_figure_be_half_a_cent_off():
    given = (allocation("Build", "Ann", 1, 30.0), allocation("Land", "Ann", 1, 10.01))
    assert broken(resource("Ann"), APOLLO, COMET, BUILD, LAND, *given) == []


def test_r1_overtime_counts_only_in_weeks_with_capacity():
    ann = resource("Ann", hours_per_week=20.0, overtime=5.0)
    given = (allocation("Build", "Ann", 1, 25.0), allocation("Build", "Ann", 2, 5.0))
    found = broken(ann, absence("Ann", week(2), friday(2)), APOLLO, BUILD, *given)
    assert found == ["R1 Ann, 2027-01-11: 5.00 h given, 0.00 h there"]


def test_r1_yields_to_what_is_firmly_booked_and_to_no_more():
    case = (resource("Ann", hours_per_week=8.0), APOLLO, COMET, BUILD, LAND, firm("Build", "Ann", 1, 16.0))
    assert broken(*case, allocation("Build", "Ann", 1, 16.0)) == []
    assert broken(*case, allocation("Build", "Ann", 1, 16.0), allocation("Land", "Ann", 1, 4.0)) == [
        "R1 Ann, 2027-01-04: 20.00 h given, 16.00 h there"
    ]


def test_r2_more_than_asked():
    given = (allocation("Build", "Ann", 1, 20.0), allocation("Build", "Bob", 1, 10.5))
    found = broken(resource("Ann"), resource("Bob"), APOLLO, BUILD, *given)
    assert found == ["R2 Build, 2027-01-04: 30.50 h given, 30.00 h asked"]


def test_r2_hours_outside_the_demands_weeks():
    found = broken(resource("Ann"), APOLLO, BUILD, allocation("Build", "Ann", 3, 4.0))
    assert found == ["R2 Build, 2027-01-18: 4.00 h given, 0.00 h asked"]


def test_r2_hours_of_a_project_left_out_or_on_hold():
    out = project("Comet", 3, status=ProjectStatus.PROPOSED)
    given = allocation("Land", "Ann", 1, 20.0)
    assert broken(resource("Ann"), out, LAND, given, said("Comet", selected=False)) == ["R2 Land, 2027-01-04: 20.00 h given, 0.00 h asked"]
    held = project("Comet", 3, status=ProjectStatus.ON_HOLD)
    assert broken(resource("Ann"), held, LAND, given) == ["R2 Land, 2027-01-04: 20.00 h given, 0.00 h asked"]


def test_r2_moves_with_a_delay():
    late = project("Comet", 3, max_delay=1)
    given = (allocation("Land", "Ann", 2, 20.0), allocation("Land", "Ann", 3, 20.0))
    assert broken(resource("Ann"), late, LAND, *given, said("Comet", delay=1)) == []
    assert broken(resource("Ann"), late, LAND, *given) == ["R2 Land, 2027-01-18: 20.00 h given, 0.00 h asked"]


def test_r3_who_may_not_work_on_it():
    found = broken(resource("Ann", "Tester"), APOLLO, BUILD, allocation("Build", "Ann", 1, 30.0))
    assert found == ["R3 Build, 2027-01-04: Ann may not work on it"]


def test_r3_a_firm_booking_may_but_not_beyond_its_hours():
    case = (resource("Ann", "Tester"), APOLLO, BUILD, firm("Build", "Ann", 1, 16.0))
    assert broken(*case, allocation("Build", "Ann", 1, 16.0)) == []
    assert broken(*case, allocation("Build", "Ann", 1, 20.0)) == ["R3 Build, 2027-01-04: Ann may not work on it"]


def test_r4_a_firm_booking_dropped_or_cut():
    case = (resource("Ann"), APOLLO, BUILD, firm("Build", "Ann", 1, 16.0))
    assert broken(*case) == ["R4 Build, 2027-01-04: Ann is firmly booked for 16.00 h and given 0.00 h"]
    assert broken(*case, allocation("Build", "Ann", 1, 12.0)) == [
        "R4 Build, 2027-01-04: Ann is firmly booked for 16.00 h and given 12.00 h"
    ]


def test_r4_firm_bookings_on_one_cell_add_up():
    twice = (firm("Build", "Ann", 1, 8.0), replace(firm("Build", "Ann", 1, 8.0), id=Id("again")))
    assert len(broken(resource("Ann"), APOLLO, BUILD, *twice, allocation("Build", "Ann", 1, 8.0))) == 1


def test_r4_soft_bookings_are_free_to_go():
    assert broken(resource("Ann"), APOLLO, BUILD, booking("Build", "Ann", 1, 16.0)) == []


def test_r5_too_many_people():
    small = replace(BUILD, max_people=1)
    given = (allocation("Build", "Ann", 1, 15.0), allocation("Build", "Bob", 2, 15.0))
    assert broken(resource("Ann"), resource("Bob"), APOLLO, small, *given) == ["R5 Build: 2 resources work on it, at most 1 may"]


def test_r5_yields_to_the_people_booked():
    small = replace(BUILD, max_people=0)
    case = (resource("Ann"), resource("Bob"), APOLLO, small, firm("Build", "Ann", 1, 15.0))
    assert broken(*case, allocation("Build", "Ann", 1, 15.0)) == []
    assert len(broken(*case, allocation("Build", "Ann", 1, 15.0), allocation("Build", "Bob", 1, 15.0))) == 1


def test_r6_too_many_projects_in_a_week():
    given = (allocation("Build", "Ann", 1, 10.0), allocation("Land", "Ann", 1, 10.0), allocation("Land", "Ann", 2, 10.0))
    found = broken(resource("Ann", max_projects=1), APOLLO, COMET, BUILD, LAND, *given)
    assert found == ["R6 Ann, 2027-01-04: works on 2 projects, at most 1 allowed"]


def test_r6_counts_projects_not_demands():
    more = demand("Check", "Apollo", last=2)
    given = (allocation("Build", "Ann", 1, 10.0), allocation("Check", "Ann", 1, 10.0))
    assert broken(resource("Ann", max_projects=1), APOLLO, BUILD, more, *given) == []


def test_r6_yields_to_the_projects_booked():
    booked = (firm("Build", "Ann", 1, 10.0), firm("Land", "Ann", 1, 10.0))
    given = (allocation("Build", "Ann", 1, 10.0), allocation("Land", "Ann", 1, 10.0))
    assert broken(resource("Ann", max_projects=1), APOLLO, COMET, BUILD, LAND, *booked, *given) == []


def test_r7_less_than_a_block():
    found = broken(resource("Ann"), APOLLO, BUILD, allocation("Build", "Ann", 1, 3.5))
    assert found == ["R7 Build, 2027-01-04: Ann is given 3.50 h, less than a block of 4.00 h"]


def test_r7_a_block_is_no_more_than_what_is_asked_or_there():
    little = replace(BUILD, hours_per_week=3.0)
    assert broken(resource("Ann"), APOLLO, little, allocation("Build", "Ann", 1, 3.0)) == []
    assert broken(resource("Ann", hours_per_week=2.0), APOLLO, BUILD, allocation("Build", "Ann", 1, 2.0)) == []


def test_r7_a_firm_booking_may_be_small():
    case = (resource("Ann"), APOLLO, BUILD, firm("Build", "Ann", 1, 2.0))
    assert broken(*case, allocation("Build", "Ann", 1, 2.0)) == []
    assert len(broken(*case, allocation("Build", "Ann", 1, 3.0))) == 1


@pytest.mark.parametrize(("delay", "most"), [(2, 1), (-1, 1), (1, 0)])
def test_r8_a_delay_outside_the_window(delay, most):
    late = project("Comet", 3, max_delay=most)
    assert broken(resource("Ann"), late, LAND, said("Comet", delay=delay)) == [
        f"R8 Comet: is delayed by {delay} weeks, at most {most} allowed"
    ]


def test_r8_a_project_left_out_is_not_delayed():
    out = project("Comet", 3, status=ProjectStatus.PROPOSED, max_delay=4)
    assert broken(resource("Ann"), out, LAND, said("Comet", selected=False, delay=1)) == [
        "R8 Comet: is delayed by 1 weeks, at most 0 allowed"
    ]


def test_r9_a_broken_dependency_counts_where_both_take_part():
    proposed = project("Comet", 3, status=ProjectStatus.PROPOSED)
    case = (resource("Ann"), APOLLO, proposed, BUILD, LAND, dependency("Apollo", "Comet"))
    given = (allocation("Land", "Ann", 1, 20.0), allocation("Land", "Ann", 2, 20.0))
    assert broken(*case, *given) == ["R9 Apollo → Comet: FS with a lag of 0 weeks is broken by 2 weeks"]
    assert broken(*case, said("Comet", selected=False)) == []


def test_r9_delays_mend_and_break():
    late = replace(COMET, max_delay=4)
    case = (resource("Ann"), replace(APOLLO, max_delay=4), late, BUILD, LAND, dependency("Apollo", "Comet", DependencyKind.SS, 1))
    assert broken(*case, said("Comet", delay=1)) == []
    assert broken(*case, said("Comet", delay=1), said("Apollo", delay=1)) == [
        "R9 Apollo → Comet: SS with a lag of 1 weeks is broken by 1 weeks"
    ]


def test_r10_a_project_that_must_take_part_left_out():
    must = project("Comet", 3, status=ProjectStatus.PROPOSED, must_do=True)
    for held in (APOLLO, must):
        task = demand("Task", held.name)
        assert broken(resource("Ann"), held, task, said(held.name, selected=False)) == [
            f"R10 {held.name}: is left out although it is not optional"
        ]


def test_r10_an_optional_project_below_its_coverage():
    proposed = project("Comet", 3, status=ProjectStatus.PROPOSED)
    case = (resource("Ann"), proposed, LAND)
    assert broken(*case, allocation("Land", "Ann", 1, 20.0), allocation("Land", "Ann", 2, 12.0)) == []
    assert broken(*case, allocation("Land", "Ann", 1, 20.0), allocation("Land", "Ann", 2, 11.0)) == [
        "R10 Comet: is taken in with 77.5% of its hours, at least 80% needed"
    ]


def test_a_row_that_stands_twice():
    found = broken(resource("Ann"), APOLLO, BUILD, allocation("Build", "Ann", 1, 10.0), allocation("Build", "Ann", 1, 10.0))
    assert found == ["Build, Ann, 2027-01-04: stands 2 times among the allocations; keep one row"]


def test_hours_below_nothing():
    found = broken(resource("Ann"), APOLLO, BUILD, allocation("Build", "Ann", 1, -5.0))
    assert "Build, Ann, 2027-01-04: -5.00 h are no hours; give 0 or more" in found


def test_a_week_that_is_not_planned():
    off = (allocation("Build", "Ann", 9, 10.0), replace(allocation("Build", "Ann", 1, 10.0), week=dt.date(2027, 1, 5)))
    found = broken(resource("Ann"), APOLLO, BUILD, *off)
    assert found == [
        "Build, Ann, 2027-03-01: is no Monday of the weeks planned; keep to the Mondays of the horizon",
        "Build, Ann, 2027-01-05: is no Monday of the weeks planned; keep to the Mondays of the horizon",
    ]


def test_a_plan_older_than_its_portfolio():
    found = broken(resource("Ann"), APOLLO, BUILD, allocation("Gone", "Ann", 1, 10.0), said("Vanished", delay=3))
    assert found == ["Allocations: a demand or resource that is no longer there has 10.00 h in 2027-01-04; solve again"]
