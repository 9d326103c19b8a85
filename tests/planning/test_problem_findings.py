"""What is said of a case before it is solved: each finding in plain words at its place."""

import datetime as dt

import pytest
from builders import absence, demand, dependency, firm, friday, plan, portfolio, project, resource, week

from data.entities import DependencyKind, Id, ProjectStatus
from data.findings import Severity
from data.plan import ProjectPlan
from planner.hours.problem import build
from planner.replanning.request import Replanning

APOLLO = project("Apollo")


def found(*entities, weeks=8):
    return [str(finding) for finding in build(portfolio(*entities, weeks=weeks)).findings]


def starts(*entities):
    """The findings up to their remedy."""
    return [text.split(";")[0] for text in found(*entities)]


def pair(kind=DependencyKind.FS, lag=0, second_first=3, **fields):
    """Apollo in weeks 1 and 2, Comet from week `second_first` to 4, Comet depends on Apollo."""
    tasks = (demand("Build", "Apollo", first=1, last=2), demand("Land", "Comet", first=second_first, last=4))
    return (resource("Ann"), APOLLO, project("Comet", **fields), *tasks, dependency("Apollo", "Comet", kind, lag))


def test_a_dependency_that_a_delay_satisfies_is_the_solvers_affair():
    assert found(*pair(second_first=2, max_delay=1)) == []


def test_a_dependency_that_no_delay_satisfies_is_an_error():
    (said,) = build(portfolio(*pair(second_first=2, lag=2, max_delay=2))).findings
    assert said.severity is Severity.ERROR
    assert str(said) == (
        "Dependency Apollo → Comet: Comet after Apollo (FS with 2 weeks of lag) would need Comet 3 weeks later than its dates, and it may be "
        "delayed by 2 weeks at most; give Comet a Max delay of 3 weeks, move one of the projects, lessen a lag, or remove a dependency"
    )


def test_a_chain_is_told_as_a_whole():
    projects = (project("Apollo"), project("Borealis", max_delay=1), project("Comet"))
    tasks = (demand("Build", "Apollo", last=2), demand("Port", "Borealis", first=2, last=2), demand("Land", "Comet", first=3, last=3))
    given = (resource("Ann"), *projects, *tasks, dependency("Apollo", "Borealis"), dependency("Borealis", "Comet"))
    (said,) = starts(*given)
    assert said == (
        "Dependencies Apollo → Borealis → Comet: Borealis after Apollo (FS) and Comet after Borealis (FS) would need Comet 1 week later "
        "than its dates, and it may not be delayed"
    )


def test_a_proposed_project_that_can_only_be_left_out_is_a_warning():
    (said,) = build(portfolio(*pair(second_first=2, status=ProjectStatus.PROPOSED))).findings
    assert said.severity is Severity.WARNING
    assert said.problem.endswith("and it may not be delayed, so Comet (proposed) can only be left out")


def test_of_two_proposed_projects_either_may_stay():
    proposed = (project("Apollo", status=ProjectStatus.PROPOSED), project("Comet", status=ProjectStatus.PROPOSED))
    tasks = (demand("Build", "Apollo", last=4), demand("Land", "Comet", last=4))
    assert found(resource("Ann"), *proposed, *tasks, dependency("Apollo", "Comet")) == []


def test_what_has_begun_can_no_longer_wait():
    given = portfolio(*pair(second_first=2, max_delay=4))
    record = plan(projects=(ProjectPlan(Id("Apollo"), selected=True), ProjectPlan(Id("Comet"), selected=True)))
    (said,) = build(given, replanning=Replanning(record, status_date=week(3))).findings
    assert "and it has begun on its dates and stays so; move one of the projects" in str(said)


def test_a_project_that_is_late_holds_up_what_waits_for_it():
    late = project("Apollo", max_delay=3)
    tasks = (demand("Build", "Apollo", last=2), demand("Land", "Comet", first=3, last=4))
    given = portfolio(resource("Ann"), late, project("Comet", max_delay=1), *tasks, dependency("Apollo", "Comet"))
    record = plan(projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=2), ProjectPlan(Id("Comet"), selected=True)))
    (said,) = build(given, replanning=Replanning(record, status_date=week(4))).findings
    assert "would need Comet 2 weeks later than its dates as Apollo is 2 weeks late, and it has begun on its dates" in str(said)


@pytest.mark.parametrize(
    ("kind", "lag", "holds"),
    [
        ("FS", 0, True),
        ("FS", 1, False),
        ("FS", -1, True),
        ("SS", 2, True),
        ("SS", 3, False),
        ("FF", 2, True),
        ("FF", 3, False),
        ("SF", 3, True),
        ("SF", 4, False),
    ],
)
def test_each_kind_of_dependency_counts_from_its_own_days(kind, lag, holds):
    assert (found(*pair(DependencyKind(kind), lag)) == []) is holds


def test_a_finish_day_is_a_day_of_work():
    projects = (project("Apollo", start=week(1), finish=friday(2)), project("Comet", start=friday(2), finish=friday(4)))
    tasks = (demand("Build", "Apollo"), demand("Land", "Comet"))
    assert len(found(resource("Ann"), *projects, *tasks, dependency("Apollo", "Comet"))) == 1


def test_a_projects_own_dates_go_before_those_of_its_demands():
    projects = (project("Apollo", start=week(1), finish=friday(1)), project("Comet", start=week(2), finish=friday(4)))
    tasks = (demand("Build", "Apollo"), demand("Land", "Comet"))
    assert found(resource("Ann"), *projects, *tasks, dependency("Apollo", "Comet")) == []


def test_a_project_on_hold_breaks_no_dependency():
    assert found(*pair(second_first=1, status=ProjectStatus.ON_HOLD)) == []


def test_a_project_without_dates_is_bound_by_none():
    projects = (APOLLO, project("Comet"))
    said = starts(resource("Ann"), *projects, demand("Build", "Apollo"), dependency("Apollo", "Comet"))
    assert said == ["Project Comet: takes part but has no demands"]


def test_a_project_without_hours_in_the_horizon_is_found():
    assert starts(resource("Ann"), APOLLO, demand("Build", "Apollo", first=20, last=22)) == [
        "Project Apollo: takes part but asks for no hours in these weeks"
    ]


def test_total_hours_on_no_working_day_are_found():
    weekend = {"start": dt.date(2027, 1, 9), "finish": dt.date(2027, 1, 10)}
    said = starts(resource("Ann"), APOLLO, demand("Build", "Apollo"), demand("Rest", "Apollo", total_hours=8.0, **weekend))
    assert said == ["Demand Rest: no working day lies between 2027-01-09 and 2027-01-10, so its hours are lost"]


def test_a_demand_that_nobody_holds_the_role_for_is_found():
    assert starts(resource("Ann", "Backend", 2), APOLLO, demand("Build", "Apollo", "Backend", min_level=3)) == [
        "Demand Build: nobody holds Backend at level 3 or higher"
    ]


def test_a_demand_whose_named_resource_is_away_all_the_time_is_found():
    away = absence("Ann", week(1), friday(4))
    assert starts(resource("Ann"), away, APOLLO, demand("Build", "Apollo", resource_id="Ann")) == [
        "Demand Build: Ann, the only one allowed, has no capacity in any week that it asks for"
    ]


def test_a_demand_whose_people_are_all_away_is_found():
    away = absence("Ann", week(1), friday(4))
    assert starts(resource("Ann"), away, APOLLO, demand("Build", "Apollo")) == [
        "Demand Build: those who hold Backend at level 1 or higher have no capacity in any week that it asks for"
    ]


def test_a_demand_that_is_firmly_booked_can_be_done():
    booked = firm("Build", "Ann", 1, 8.0)
    said = starts(resource("Ann", "Tester"), APOLLO, demand("Build", "Apollo"), booked)
    assert said == ["Demand Build: Ann is firmly booked on it, which asks for Backend at level 1 or higher"]


def test_firm_bookings_above_capacity_are_found_once_for_each_resource():
    booked = (firm("Build", "Ann", 2, 20.0), firm("Build", "Ann", 3, 20.0))
    said = starts(resource("Ann", hours_per_week=10.0, overtime=2.0), APOLLO, demand("Build", "Apollo"), *booked)
    assert said == ["Resource Ann: firm bookings exceed capacity in 2 weeks: in the week of 2027-01-11 20 h are booked and 12 h are there"]


def test_overtime_does_not_help_in_a_week_without_capacity():
    away = absence("Ann", week(2), friday(2))
    booked = firm("Build", "Ann", 2, 4.0)
    said = starts(resource("Ann", overtime=8.0), away, APOLLO, demand("Build", "Apollo"), booked)
    assert said == ["Resource Ann: firm bookings exceed capacity in 1 week: in the week of 2027-01-11 4 h are booked and 0 h are there"]


def test_firm_bookings_above_what_is_asked_are_found():
    booked = firm("Build", "Ann", 6, 8.0)
    said = starts(resource("Ann"), APOLLO, demand("Build", "Apollo"), booked)
    assert said == ["Demand Build: firm bookings exceed what is asked in 1 week: in the week of 2027-02-08 8 h are booked and 0 h asked"]


def test_a_firm_booking_of_another_than_the_named_resource_is_found():
    booked = firm("Build", "Bob", 1, 8.0)
    said = starts(resource("Ann"), resource("Bob"), APOLLO, demand("Build", "Apollo", resource_id="Ann"), booked)
    assert said == ["Demand Build: Bob is firmly booked on it, which asks for Ann alone"]


def test_more_people_booked_than_the_team_may_have_are_found():
    booked = (firm("Build", "Ann", 1, 4.0), firm("Build", "Bob", 2, 4.0), firm("Build", "Bob", 3, 4.0))
    said = starts(resource("Ann"), resource("Bob"), APOLLO, demand("Build", "Apollo", max_people=1), *booked)
    assert said == ["Demand Build: 2 resources firmly booked, at most 1 may work on it"]


def test_more_projects_booked_in_a_week_than_allowed_are_found():
    tasks = (APOLLO, project("Comet"), demand("Build", "Apollo"), demand("Land", "Comet"))
    booked = (firm("Build", "Ann", 2, 4.0), firm("Land", "Ann", 2, 4.0), firm("Land", "Ann", 3, 4.0))
    said = starts(resource("Ann", max_projects=1), *tasks, *booked)
    assert said == ["Resource Ann: firmly booked on too many projects in 1 week: on 2 in the week of 2027-01-11, at most 1 allowed"]


def test_firm_bookings_that_do_not_count_are_mentioned():
    stopped = (project("Stopped", status=ProjectStatus.ON_HOLD), demand("Idle", "Stopped"))
    booked = (firm("Build", "Ann", 40, 4.0), firm("Idle", "Ann", 1, 4.0))
    findings = build(portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo"), *stopped, *booked)).findings
    assert [finding.severity for finding in findings] == [Severity.NOTE, Severity.NOTE]
    assert [str(finding) for finding in findings] == [
        "Bookings: 1 firm booking outside the weeks planned: no part of the plan",
        "Bookings: 1 firm booking of projects that are on hold, completed or cancelled: not counted",
    ]
