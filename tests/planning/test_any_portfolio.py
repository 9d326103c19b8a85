"""Whatever a portfolio holds, as long as it is legal: its plan keeps every rule, its figures are true, its bounds hold."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import portfolios

from data.entities import Id, Policy
from data.findings import errors
from data.plan import Plan
from data.portfolio import Portfolio
from data.validation import check
from planner.checking.objective import false_objective
from planner.checking.rules import broken_rules
from planner.checking.summary import carried, false_summary
from planner.replanning.request import Budget, Replanning
from planner.solving import Options, Outcome, Wish, solve_by
from planner.summary import summary
from solver.control import Unattended
from solver.solve import solve

BRIEF = Options(time_limit=None, effort=1, gap=0.0)
SLACK = 1e-6
"""Relative: figures of more than a million may be off by their own rounding."""

prices = st.sampled_from([0.0, 0.0001, 2.0, 1e6])
policies = st.none() | st.builds(
    Policy, st.just(Id("house")), st.just("House"), prices, prices, prices, prices, prices, prices, st.booleans()
)


def solved(portfolio: Portfolio, policy: Policy | None, options: Options = BRIEF, **wish: object) -> Outcome:
    return solve_by(solve, portfolio, options, Unattended(), Wish(policy, **wish))


def below(bound: float, points: float) -> bool:
    return bound < points - SLACK * max(1.0, abs(points))


def false(portfolio: Portfolio, plan: Plan, policy: Policy | None) -> list[str]:
    """Broken rules and false figures of a plan."""
    told = carried(plan)
    figures = (*false_summary(portfolio, plan, told), *false_objective(portfolio, plan, told, policy))
    return [*map(str, broken_rules(portfolio, plan)), *map(str, errors(figures))]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(portfolios(), policies)
def test_the_plan_of_any_portfolio_is_legal_true_and_bounded(drawn: Portfolio, policy: Policy | None) -> None:
    portfolio = drawn if policy is None else drawn.holding(policy)
    assume(not errors(check(portfolio)))
    first = solved(portfolio, policy).plan
    assume(first is not None)
    assert first is not None
    assert false(portfolio, first, policy) == []
    assert summary(portfolio, first)
    again = solved(portfolio, policy, replace(BRIEF, effort=2, seed=7), start=first).plan
    assert again is not None
    assert not below(again.objective, first.objective)
    for one, other in ((first, again), (again, first)):
        assert not below(one.bound, other.value)
        assert not below(one.objective_bound, other.objective)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(portfolios(), st.data())
def test_with_a_budget_of_nothing_there_is_always_a_plan(drawn: Portfolio, data: st.DataObject) -> None:
    assume(not errors(check(drawn)) and drawn.resources)
    first = solved(drawn, None).plan
    assume(first is not None)
    assert first is not None
    who = drawn.resources[data.draw(st.sampled_from(sorted(drawn.resources)))]
    changed = drawn.holding(replace(who, hours_per_week=data.draw(st.sampled_from([0.0, 10.0]))))
    made = solved(changed, None, replanning=Replanning(first, budget=Budget(hours=0.0)))
    assert made.plan is not None
    assert broken_rules(changed, made.plan) == ()
