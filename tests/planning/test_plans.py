"""Plans: named from a solution, and tied to their input by a fingerprint of names."""

from dataclasses import replace

import numpy as np
import pytest
from builders import allocation, demand, firm, portfolio, project, resource, small_case, week

from data.entities import Id
from data.plan import PlanStatus
from planner.hours.problem import build
from planner.plans import fingerprint, is_current, named
from solver.solution import Solution, Status


def solution(case, cells=(), status=Status.FEASIBLE, value=10.0, bound=20.0):
    table = np.array(cells, float).reshape(-1, 4)
    at = table[:, :3].astype(np.int64)
    count = len(case.project_ids)
    return Solution(
        status,
        at[:, 0],
        at[:, 1],
        at[:, 2],
        table[:, 3],
        selected=np.ones(count, bool),
        delay=np.zeros(count, np.int64),
        value=value,
        bound=bound,
        effort=7,
        seconds=1.25,
        engine="highs",
        seed=3,
    )


def test_indices_become_ids_in_order_of_demand_resource_and_week():
    given = portfolio(resource("Bob"), resource("Ann"), project("Apollo"), demand("Build", "Apollo"), demand("Act", "Apollo"))
    case = build(given)
    plan = named(case, given, solution(case, [(1, 1, 0, 4.5), (1, 0, 2, 8.0), (0, 1, 1, 20.0)]))
    assert plan.allocations == (allocation("Act", "Bob", 2, 20.0), allocation("Build", "Ann", 3, 8.0), allocation("Build", "Bob", 1, 4.5))


def test_figures_and_effort_are_kept():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))
    case = build(given)
    plan = named(case, given, solution(case))
    assert (plan.status, plan.value, plan.bound, plan.objective, plan.objective_bound) == (PlanStatus.FEASIBLE, 10.0, 20.0, 10.0, 20.0)
    assert (plan.effort, plan.seconds, plan.engine, plan.seed) == (7, 1.25, "highs", 3)
    assert plan.fingerprint == fingerprint(given)


def test_a_plan_is_not_called_optimal_below_its_bound():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))
    case = build(given)
    assert named(case, given, solution(case, status=Status.OPTIMAL, value=19.0)).status is PlanStatus.FEASIBLE


def test_a_plan_that_meets_its_bound_stays_optimal():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))
    case = build(given)
    assert named(case, given, solution(case, status=Status.OPTIMAL, value=20.0)).status is PlanStatus.OPTIMAL


def test_a_plan_is_current_until_the_portfolio_moves_on():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"))
    case = build(given)
    plan = named(case, given, solution(case))
    assert is_current(plan, given)
    assert not is_current(plan, given.holding(resource("Bob")))


def test_ids_leave_no_trace_in_a_fingerprint():
    one = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), firm("Build", "Ann", 1, 4.0))
    ann, apollo = replace(resource("Ann"), id=Id("r9")), replace(project("Apollo"), id=Id("p9"))
    build_ = replace(demand("Build", "Apollo"), id=Id("d9"), project_id=Id("p9"))
    booked = replace(firm("Build", "Ann", 1, 4.0), id=Id("b9"), demand_id=Id("d9"), resource_id=Id("r9"))
    assert fingerprint(one) == fingerprint(portfolio(ann, apollo, build_, booked))


def test_what_decides_no_plan_leaves_no_trace_in_a_fingerprint():
    given = small_case()
    ann, apollo = given.resources[Id("Ann")], given.projects[Id("Apollo")]
    assert fingerprint(given.holding(replace(ann, team="Other", cost_per_hour=1.0))) == fingerprint(given)
    assert fingerprint(given.holding(replace(apollo, manager="Zoe", budget=5.0))) == fingerprint(given)
    assert fingerprint(given.holding(replace(given.settings, name="Other", currency="CHF"))) == fingerprint(given)


@pytest.mark.parametrize(
    ("kind", "key", "change"),
    [
        ("settings", "settings", {"weeks": 9}),
        ("settings", "settings", {"assignment_cost": 5.0}),
        ("settings", "settings", {"default_calendar_id": None}),
        ("calendars", "Office", {"working_days": (0, 1)}),
        ("resources", "Bob", {"level": 3}),
        ("resources", "Bob", {"other_roles": (("Tester", 1),)}),
        ("resources", "Bob", {"project_share": 70.0}),
        ("resources", "Bob", {"max_projects": 3}),
        ("absences", f"Ann {week(3)}", {"percent": 50.0}),
        ("projects", "Borealis", {"priority": 2}),
        ("projects", "Apollo", {"must_do": False}),
        ("projects", "Borealis", {"start": week(4)}),
        ("demands", "Build", {"hours_per_week": 41.0}),
        ("demands", "Build", {"min_level": 4}),
        ("demands", "Check", {"max_people": 2}),
        ("demand_weeks", "Study 2", {"hours": 12.0}),
        ("bookings", "Build Ann 1", {"hours": 15.0}),
        ("dependencies", "Apollo Borealis", {"lag_weeks": 1}),
    ],
)
def test_what_decides_a_plan_changes_the_fingerprint(kind, key, change):
    given = small_case()
    table = {"settings": {"settings": given.settings}}.get(kind) or getattr(given, kind)
    assert fingerprint(given.holding(replace(table[key], **change))) != fingerprint(given)
