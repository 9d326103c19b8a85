"""Every figure of a plan, by hand."""

from dataclasses import replace

import pytest
from builders import allocation, demand, firm, plan, portfolio, project, resource

from data.entities import Id, ProjectStatus
from data.plan import PlanStatus, ProjectPlan
from planner.insight.kpis import figures

IN = ProjectPlan(Id("Comet"), selected=True)
OUT = ProjectPlan(Id("Comet"), selected=False)


def case():
    """Two weeks. Ann and Bob give 40 h, Cy 20 h and 4 h of overtime. Apollo (16 points, worth 1,000) asks 30 h a week
    of Backend and 10 h of Tester, Comet (1 point, proposed, worth 500) 10 h a week of Tester."""
    return portfolio(
        resource("Ann", "Backend", cost_per_hour=100.0),
        resource("Bob", "Backend"),
        resource("Cy", "Tester", hours_per_week=20.0, overtime=4.0, cost_per_hour=50.0),
        project("Apollo", 1, value=1000.0),
        project("Comet", 5, status=ProjectStatus.PROPOSED, value=500.0),
        project("Stopped", 1, status=ProjectStatus.ON_HOLD, value=99.0),
        demand("Build", "Apollo", "Backend", last=2, hours_per_week=30.0),
        demand("Check", "Apollo", "Tester", last=2, hours_per_week=10.0),
        demand("Probe", "Comet", "Tester", last=2, hours_per_week=10.0),
        demand("Idle", "Stopped", "Tester", last=2, hours_per_week=10.0),
        weeks=2,
    )


def given(*extra, projects=(IN,), **fields):
    return plan(
        allocation("Build", "Ann", 1, 30.0),
        allocation("Build", "Ann", 2, 20.0),
        allocation("Build", "Bob", 2, 10.0),
        allocation("Check", "Cy", 1, 10.0),
        allocation("Probe", "Cy", 1, 10.0),
        *extra,
        projects=projects,
        **fields,
    )


def test_value_is_weighted_hours_less_assignments():
    # 16 × (60 + 10) + 1 × 10, less 4 h × (16 + 16 + 16 + 1) for the four assignments
    assert figures(case(), given()).value == 1130.0 - 196.0


def test_hours_above_capacity_cost_points():
    extra = (allocation("Check", "Cy", 2, 10.0), allocation("Probe", "Cy", 2, 10.0))
    crowded = replace(case().resources[Id("Cy")], hours_per_week=17.0)
    found = figures(case().holding(crowded), given(*extra))
    assert found.over_allocated_hours == 6.0
    assert found.over_allocated_weeks == 2
    assert found.value == 16 * 80 + 20 - 196 - 6


def test_hours_above_what_is_asked_earn_nothing():
    booked = firm("Build", "Bob", 1, 8.0)
    found = figures(case().holding(booked), given(allocation("Build", "Bob", 1, 8.0)))
    assert (found.hours_met, found.value) == (80.0, 934.0)


def test_gap_is_what_the_bound_leaves():
    found = figures(case(), given(bound=1000.0))
    assert (found.bound, found.gap) == (1000.0, pytest.approx(0.066))


def test_gap_is_never_below_nothing():
    assert figures(case(), given(bound=934.0 - 1e-9)).gap == 0.0


def test_coverage_counts_projects_that_take_part():
    found = figures(case(), given())
    assert (found.hours_asked, found.hours_met) == (100.0, 80.0)
    assert found.coverage == 0.8
    assert found.weighted_coverage == pytest.approx(1130 / 1300)


def test_a_project_left_out_asks_for_nothing():
    found = figures(case(), replace(given(projects=(OUT,)), allocations=given().allocations[:4]))
    assert (found.hours_asked, found.hours_met, found.projects_in, found.projects_asking) == (80.0, 70.0, 1, 2)


def test_utilisation_divides_sums():
    assert figures(case(), given()).utilisation == 80.0 / 200.0


def test_committed_utilisation_counts_firm_bookings_alone():
    assert figures(case().holding(firm("Build", "Ann", 1, 10.0)), given()).committed_utilisation == 0.05


def test_counts():
    found = figures(case(), given())
    assert (found.assignments, found.delayed_projects, found.projects_in) == (4, 0, 2)


def test_bench_is_idle_capacity_in_full_time_equivalents():
    # 120 h idle of a period of 80 standard hours
    assert figures(case(), given()).bench == 1.5


def test_in_band_counts_resource_weeks_between_seventy_and_a_hundred_percent():
    # Ann week 1 is at 75 %, Cy week 1 at 100 %; the other four are below
    assert figures(case(), given()).in_band == pytest.approx(2 / 6)


def test_fragmentation_and_team_size():
    found = figures(case(), given())
    assert found.mean_projects == 1.25  # Cy has two projects in week 1; three other resource-weeks have one
    assert found.most_projects == 2
    assert found.team_size == pytest.approx(4 / 3)


def test_value_delivered_and_plan_cost():
    found = figures(case(), given())
    assert found.value_delivered == 1000 * 70 / 80 + 500 * 10 / 20
    assert found.plan_cost == 50 * 100 + 20 * 50


def test_coverage_by_project_and_priority():
    found = figures(case(), given())
    assert found.coverage_by_project == {"Apollo": 0.875, "Comet": 0.5, "Stopped": 0.0}
    assert found.coverage_by_priority == {1: 0.875, 5: 0.5}


def test_a_delay_costs_points_and_moves_what_may_be_met():
    late = ProjectPlan(Id("Comet"), selected=True, delay_weeks=1)
    moved = plan(allocation("Probe", "Cy", 2, 10.0), allocation("Probe", "Cy", 1, 10.0), projects=(late,))
    found = figures(case(), moved)
    assert (found.delayed_projects, found.hours_met) == (1, 10.0)
    assert found.value == pytest.approx(10 - 4 - 0.01 * 20)


def test_objective_keeps_the_terms_a_policy_added():
    found = figures(case(), given(value=934.0, objective=900.0, objective_bound=950.0))
    assert (found.objective, found.objective_bound) == (900.0, 950.0)


def test_status_is_the_plans_own():
    assert figures(case(), given(status=PlanStatus.STOPPED)).status is PlanStatus.STOPPED


def test_an_empty_portfolio_has_whole_coverage_and_no_load():
    found = figures(portfolio(weeks=2), plan())
    assert (found.coverage, found.weighted_coverage, found.utilisation, found.in_band, found.team_size) == (1.0, 1.0, 0.0, None, None)
