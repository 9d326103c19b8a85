"""From portfolio to plan: what is asked of the solver, what is made of its answer, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest
from builders import allocation, demand, dependency, plan, portfolio, project, resource, week

from data.entities import ProjectStatus
from data.plan import PlanStatus
from planner.actions.bookings import past_booked
from planner.plans import fingerprint
from planner.replanning.request import Budget, Replanning
from planner.solving import BrokenPlanError, Wish, solve, solve_by
from solver.control import Options, Progress, Unattended
from solver.solution import Solution, Status

NOTHING = np.zeros(0, np.int64)


def answering(status=Status.FEASIBLE, cells=(), value=0.0, bound=300.0):
    """A solver that gives these (demand, resource, week, hours) whatever it is asked."""

    def solver(problem, options, control):
        table = np.array(cells, float).reshape(-1, 4)
        at = table[:, :3].astype(np.int64)
        control.report(Progress("construct", value, bound, 1, 0.5), None)
        count = len(problem.weight)
        chosen = ~problem.optional
        return Solution(
            status, *at.T, table[:, 3], chosen, np.zeros(count, np.int64), value, bound, 1, 0.5, options.engine, options.seed, ("done",)
        )

    return solver


class Listening:
    def __init__(self):
        self.bounds = []

    def report(self, progress, best):
        self.bounds.append(progress.bound)

    def should_stop(self):
        return True


def case():
    return portfolio(resource("Ann"), project("Apollo", 1), demand("Build", "Apollo", last=1), weeks=2)


def test_a_solution_becomes_a_plan_of_this_portfolio():
    outcome = solve_by(answering(cells=[(0, 0, 0, 20.0)], value=256.0), case(), Options(seed=7), Unattended())
    assert outcome.plan is not None
    assert (outcome.plan.fingerprint, outcome.plan.seed, outcome.plan.value) == (fingerprint(case()), 7, 256.0)
    assert outcome.findings == ()
    assert outcome.log == ("done",)


def test_a_plan_that_breaks_a_rule_is_thrown_away():
    with pytest.raises(BrokenPlanError, match="breaks its own rules"):
        solve_by(answering(cells=[(0, 0, 0, 30.0)], value=416.0), case(), Options(), Unattended())


def test_a_plan_with_a_false_value_is_thrown_away():
    with pytest.raises(BrokenPlanError):
        solve_by(answering(cells=[(0, 0, 0, 20.0)], value=300.0, bound=300.0), case(), Options(), Unattended())


def test_an_approved_project_without_hours_is_found():
    outcome = solve_by(answering(), case(), Options(), Unattended())
    assert [str(found) for found in outcome.findings] == [
        "Project Apollo: is approved but gets none of the 20 h it asks for; see Unmet for the cause of each demand"
    ]


def test_a_must_do_without_hours_is_found():
    must = portfolio(
        resource("Ann"), project("Apollo", status=ProjectStatus.PROPOSED, must_do=True), demand("Build", "Apollo", last=1), weeks=2
    )
    outcome = solve_by(answering(), must, Options(), Unattended())
    assert str(outcome.findings[0]).startswith("Project Apollo: is a must-do but gets none of the 20 h")


def test_findings_of_the_case_come_first():
    odd = case().holding(project("Comet"))
    outcome = solve_by(answering(cells=[(0, 0, 0, 20.0)], value=256.0, bound=256.0), odd, Options(), Unattended())
    assert [str(found) for found in outcome.findings] == [
        "Project Comet: takes part but has no demands; add its demands, or put it on hold"
    ]


@pytest.mark.parametrize(("status", "severity"), [(Status.NOTHING, "warning"), (Status.INFEASIBLE, "error")])
def test_no_plan_says_why(status, severity):
    outcome = solve_by(answering(status), case(), Options(), Unattended())
    assert (outcome.plan, outcome.status, outcome.findings[-1].severity) == (None, status, severity)


def replanned(given, of, answer, **fields):
    wish = Wish(replanning=Replanning(of, **fields))
    return solve_by(answer, given, Options(), Unattended(), wish)


def test_a_budget_that_no_plan_keeps_is_named():
    outcome = replanned(case(), plan(), answering(Status.INFEASIBLE), budget=Budget(share=0.0))
    assert str(outcome.findings[-1]).startswith("Budget: no plan that keeps every rule moves so few hours")


def test_a_past_that_the_input_no_longer_allows_is_found_and_stays():
    """Ann had 40 h when week 1 was planned; now her week has 30."""
    less = portfolio(
        resource("Ann", hours_per_week=30.0), project("Apollo", 1), demand("Build", "Apollo", hours_per_week=35.0, last=2), weeks=2
    )
    answer = answering(cells=[(0, 0, 0, 35.0)], value=16 * (35.0 - 4.0) - 5.0, bound=1000.0)
    outcome = replanned(less, plan(allocation("Build", "Ann", 1, 35.0)), answer, status_date=week(2))
    assert outcome.plan is not None
    (said,) = outcome.findings
    assert str(said) == (
        "R1 Ann, 2027-01-04: 35.00 h given, 30.00 h there, since what was planned before 2027-01-11 stays and the input has changed; "
        "book the past firmly, or put the input right; until then a check of the plan says so too"
    )


def test_a_past_that_is_firmly_booked_is_no_finding_of_the_plan():
    less = portfolio(
        resource("Ann", hours_per_week=30.0), project("Apollo", 1), demand("Build", "Apollo", hours_per_week=35.0, last=2), weeks=2
    )
    of = plan(allocation("Build", "Ann", 1, 35.0))
    booked = past_booked(less, of, week(2)).applied_to(less)
    answer = answering(cells=[(0, 0, 0, 35.0)], value=16 * (35.0 - 4.0) - 5.0, bound=1000.0)
    outcome = replanned(booked, of, answer, status_date=week(2))
    assert [found.place for found in outcome.findings] == ["Resource Ann"]


def test_rules_that_cannot_all_hold_are_told_without_a_search():
    clash = case().holding(project("Comet"), demand("Land", "Comet", last=1), dependency("Apollo", "Comet"))

    def solver(problem, options, control):
        raise AssertionError("nothing is to be solved")

    outcome = solve_by(solver, clash, Options(), Unattended())
    assert (outcome.plan, outcome.status) == (None, Status.INFEASIBLE)
    assert [(found.severity, found.place) for found in outcome.findings] == [("error", "Dependency Apollo → Comet")]


def test_the_callers_wish_to_stop_reaches_the_solver():
    heard = []

    def solver(problem, options, control):
        heard.append(control.should_stop())
        return answering(cells=[(0, 0, 0, 20.0)], value=256.0, bound=256.0)(problem, options, control)

    solve_by(solver, case(), Options(), Listening())
    assert heard == [True]


@pytest.mark.parametrize("apart", [False, True])
def test_the_real_solver_finds_the_best_plan_of_a_small_case(apart):
    outcome = solve(case(), Options(time_limit=20.0), Unattended(), apart=apart)
    assert outcome.plan is not None
    assert [(given.demand_id, given.resource_id, given.hours) for given in outcome.plan.allocations] == [("Build", "Ann", 20.0)]
    assert (outcome.plan.status, outcome.plan.value) == (PlanStatus.OPTIMAL, 16 * (20.0 - 4.0))


def test_ids_do_not_change_the_plan():
    people = (resource("Ann"), resource("Bob"))
    first = portfolio(*people, project("Apollo"), demand("Build", "Apollo", last=1), weeks=1)
    swapped = portfolio(
        replace(people[0], id="z"), replace(people[1], id="a"), project("Apollo"), demand("Build", "Apollo", last=1), weeks=1
    )
    plans = [solve(each, Options(effort=5), Unattended(), apart=False).plan for each in (first, swapped)]
    names = [
        [each.resources[given.resource_id].name for given in plan.allocations] for each, plan in zip((first, swapped), plans, strict=True)
    ]
    assert names[0] == names[1] != []


def test_an_empty_portfolio_has_an_empty_plan():
    outcome = solve(portfolio(weeks=2), Options(time_limit=10.0), Unattended(), apart=False)
    assert outcome.plan is not None
    assert (outcome.plan.allocations, outcome.plan.value) == ((), 0.0)
