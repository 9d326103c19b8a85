"""Futures: what is drawn, and what becomes of a plan in them, against a simulation that walks from hour to hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import builders as b
import numpy as np
import pytest

from data.entities import Id, ProjectStatus, ResourceKind
from data.plan import Allocation, Plan
from data.portfolio import Kind, Portfolio
from data.validation import check
from planner.comparing import Side
from planner.futures import Answer, NoQuestionError, Question, answered, faced
from planner.futures.drawing import WHOLE, Futures, drawn
from planner.futures.hindsight import solved, within
from planner.futures.outcomes import outcome
from planner.futures.reserve import reserves
from planner.insight.kpis import figures, value_of
from planner.insight.ledger import ledger
from planner.solving import Options, solve
from solver.control import Unattended

CALM = Question(draws=3, absence=0.0, low=100.0, high=100.0)
WILD = Question(draws=40, absence=20.0, low=60.0, high=180.0)
SHORT = Options(time_limit=None, effort=4)


def case() -> Portfolio:
    """Two people who share the work of three projects over six weeks; one of the projects may be lost, one is uncertain."""
    return (
        b.portfolio(b.resource("Ann", role="Dev"), b.resource("Bob", role="Dev", level=4), b.resource("Cleo", role="Tester"), weeks=6)
        .holding(
            b.project("Apollo", priority=1),
            b.project("Borealis", priority=3),
            b.project("Comet", priority=2, status=ProjectStatus.PROPOSED),
        )
        .holding(
            b.demand("Build", "Apollo", role="Dev", first=1, last=4, hours_per_week=45.0),
            b.demand("Check", "Apollo", role="Tester", first=2, last=5, hours_per_week=25.0),
            b.demand("Draw", "Borealis", role="Dev", first=1, last=6, hours_per_week=20.0),
            b.demand("Excel", "Comet", role="Tester", first=1, last=6, hours_per_week=12.0),
        )
        .holding(b.estimate("Apollo", 80.0, 110.0, 160.0), b.estimate("Comet", 100.0, 100.0, 100.0, win=50.0))
    )


@pytest.fixture(scope="module")
def planned() -> tuple[Portfolio, Plan]:
    portfolio = case()
    assert check(portfolio) == ()
    plan = solve(portfolio, SHORT, Unattended(), apart=False).plan
    assert plan is not None
    return portfolio, plan


def asked(planned: tuple[Portfolio, Plan], question: Question) -> Answer:
    return answered(faced([Side("Plan", *planned)], question))


def test_where_all_comes_as_planned_the_plan_is_worth_what_it_was(planned: tuple[Portfolio, Plan]) -> None:
    portfolio, plan = planned
    sure = portfolio.replacing([(Kind.ESTIMATE, key, None) for key in portfolio.estimates])
    found, told = asked((sure, plan), CALM), figures(sure, plan)
    assert found.values[0] == pytest.approx([told.value] * 3)
    assert {row.project_id: row.coverage[0] for row in found.projects} == pytest.approx(dict(told.coverage_by_project))
    assert [row.people for row in found.reserves[0]] == [0, 0]


def walked(portfolio: Portfolio, plan: Plan, futures: Futures, future: int) -> Plan:
    """The same plan in one future, hour by hour as the manual says it: planned work first, by weight, then what else is asked of the same people."""
    book = ledger(portfolio, plan)
    demands, people = list(portfolio.demands), list(portfolio.resources)
    part = futures.effort[:, future] * futures.won[:, future] * book.chosen
    left = {(d, t): book.earning[d, t] * part[book.project_of[d]] for d in range(len(demands)) for t in range(len(book.weeks))}
    free = {
        (r, t): max(book.capacity[r, t], book.load[r, t]) * (1 - futures.absence(future)[r, t])
        for r in range(len(people))
        for t in range(len(book.weeks))
    }
    weight = {key: book.points[row] for row, key in enumerate(demands)}
    order = sorted(
        plan.allocations,
        key=lambda each: (each.week, -weight[each.demand_id], demands.index(each.demand_id), people.index(each.resource_id)),
    )
    rows = [(demands.index(each.demand_id), people.index(each.resource_id), book.weeks.index(each.week), each.hours) for each in order]
    given: dict[tuple[int, int, int], float] = {}
    for most in (True, False):
        for demand, person, week, hours in rows:
            take = min(left[demand, week], free[person, week], hours if most else 1e9)
            left[demand, week] -= take
            free[person, week] -= take
            given[demand, person, week] = given.get((demand, person, week), 0.0) + take
    allocations = tuple(Allocation(demands[d], people[r], book.weeks[t], hours) for (d, r, t), hours in given.items() if hours > 0)
    return replace(plan, allocations=allocations)


def test_what_becomes_of_a_plan_is_what_walking_through_it_says(planned: tuple[Portfolio, Plan]) -> None:
    portfolio, plan = planned
    futures = drawn(portfolio, 6, WILD)
    found = outcome(ledger(portfolio, plan), futures)
    lost = 0
    for future in range(WILD.draws):
        world, then = within(portfolio, futures, future), walked(portfolio, plan, futures, future)
        book = ledger(world, then)
        assert found.met[:, future] == pytest.approx(book.met.sum(axis=1), abs=1e-3)
        assert (book.load <= book.capacity + 1e-3).all()
        assert found.asked[:, future] == pytest.approx((book.asked_by_demand * book.chosen[book.project_of]), abs=1e-2)
        lost += not futures.won[2, future]
        without_work = set(pairs(plan, world)) - set(pairs(then, world))  # who was to come and could not still costs the assignment
        cost = sum(portfolio.settings.assignment_cost * book.points[list(portfolio.demands).index(demand)] for demand, _ in without_work)
        assert found.value[future] == pytest.approx(value_of(book) - cost, abs=0.5)
    assert 0 < lost < WILD.draws


def pairs(plan: Plan, world: Portfolio) -> list[tuple[Id, Id]]:
    """The assignments of the projects that are there."""
    rows = ((each.demand_id, each.resource_id) for each in plan.allocations)
    return [pair for pair in rows if world.projects[world.demands[pair[0]].project_id].status.takes_part]


def test_the_same_person_and_project_meet_the_same_fate_whoever_else_there_is() -> None:
    portfolio = case()
    more = portfolio.holding(b.resource("Aaron", role="Dev"), b.project("Aardvark"), replace(portfolio.resources[Id("Ann")], role="Tester"))
    few, many = drawn(portfolio, 6, WILD), drawn(more, 6, WILD)
    people, projects = list(more.resources), list(more.projects)
    assert np.array_equal(few.away, many.away[[people.index(key) for key in portfolio.resources]])
    assert np.array_equal(few.away, drawn(portfolio, 9, WILD).away[:, :6])
    assert np.array_equal(few.effort, many.effort[[projects.index(key) for key in portfolio.projects]])
    surer = drawn(portfolio.holding(b.estimate("Comet", 50.0, 100.0, 400.0, win=50.0)), 6, WILD)
    assert np.array_equal(few.won, surer.won)
    assert not np.array_equal(few.away, drawn(portfolio, 6, replace(WILD, seed=2)).away)


def test_what_is_drawn_has_the_mean_the_range_and_the_spells_that_were_asked_for() -> None:
    people = [b.resource(f"P{number}") for number in range(60)] + [
        replace(b.resource("Crew"), kind=ResourceKind.TEAM, hours_per_week=400.0),
        replace(b.resource("Crane"), kind=ResourceKind.EQUIPMENT),
    ]
    portfolio = b.portfolio(*people, weeks=52).holding(
        b.project("Apollo"), b.project("Borealis"), b.project("Comet", status=ProjectStatus.PROPOSED)
    )
    portfolio = portfolio.holding(
        b.estimate("Apollo", 80.0, 100.0, 180.0), b.estimate("Borealis", 90.0, 90.0, 90.0), b.estimate("Comet", win=25.0)
    )
    question = Question(draws=2000, absence=8.0, spell=3.0)
    futures = drawn(portfolio, 52, question)
    assert futures.effort[0].mean() == pytest.approx((80 + 4 * 100 + 180) / 600, abs=0.012)  # the mean of a PERT distribution
    assert 0.8 <= futures.effort[0].min() < 0.85
    assert 1.5 < futures.effort[0].max() <= 1.8
    assert (futures.effort[1] == 0.9).all()
    assert futures.won[2].mean() == pytest.approx(0.25, abs=0.03)
    assert futures.won[:2].all()
    row = {key: number for number, key in enumerate(portfolio.resources)}
    away = futures.away[[row[each.id] for each in people[:60]]] == WHOLE
    assert away.mean() == pytest.approx(0.08, abs=0.005)
    spells = away[:, 0].sum() + (away[:, 1:] & ~away[:, :-1]).sum()
    assert away.sum() / spells == pytest.approx(3.0, abs=0.2)
    crew = 1 - futures.away[row[Id("Crew")]] / WHOLE
    assert set(np.unique((10 * crew).round().astype(int))) >= {8, 9, 10}  # ten people, who fall ill one by one
    assert crew.mean() == pytest.approx(0.92, abs=0.01)
    assert (futures.away[row[Id("Crane")]] == 0).all()


@pytest.mark.parametrize(("role", "rows"), [("Dev", [0, 2]), ("Tester", [1, 3])])
def test_a_reserve_is_the_fewest_people_who_keep_the_promise(planned: tuple[Portfolio, Plan], role: str, rows: list[int]) -> None:
    portfolio, plan = planned
    found = outcome(ledger(portfolio, plan), drawn(portfolio, 6, WILD))
    its = next(each for each in reserves(found, 0.2, 0.9) if each.role == role)
    book = found.book
    promise = book.earned_by_demand[rows].sum() / (book.asked_by_demand * book.chosen[book.project_of])[rows].sum()
    missing = found.missing[found.roles.index(role)]
    part = drawn(portfolio, 6, WILD)
    promised = (book.earned_by_demand[:, None] * (part.effort * part.won * book.chosen[:, None])[book.project_of])[rows].sum(axis=0)

    def keeps(people: int) -> float:
        filled = np.minimum(missing, people * 32.0).sum(axis=0)
        return float((found.met[rows].sum(axis=0) + filled >= 0.95 * promised - 0.01).mean())

    assert its.promised == pytest.approx(promise)
    assert its.people is not None
    assert its.people > 0
    assert its.holds == keeps(0) < 0.9 <= keeps(its.people) == its.with_them
    assert keeps(its.people - 1) < 0.9


def test_futures_of_nothing_say_nothing() -> None:
    found = asked((b.portfolio(weeks=2), b.plan()), Question(draws=4))
    assert (found.values.tolist(), found.demands, found.projects, found.reserves) == ([[0.0] * 4], (), (), ((),))


def test_a_second_plan_is_measured_in_the_same_futures_and_its_regret_told(planned: tuple[Portfolio, Plan]) -> None:
    portfolio, plan = planned
    idle = replace(plan, allocations=tuple(each for each in plan.allocations if each.demand_id != "Draw"))
    found = answered(faced([Side("Plan", portfolio, plan), Side("Idle", portfolio, idle)], WILD))
    both = found.values
    assert found.regret == pytest.approx(both.max(axis=0) - both)
    assert found.is_best(0) == pytest.approx((both[0] >= both[1]).mean())
    assert found.is_best(0) > 0.5
    draw = next(row for row in found.demands if row.demand_id == "Draw")
    assert draw.met[1] == draw.coverage[1] == 0.0


def test_the_best_plan_of_a_future_is_proved_and_says_who_is_in_it(planned: tuple[Portfolio, Plan]) -> None:
    portfolio, plan = planned
    portfolio = portfolio.holding(replace(portfolio.settings, minimum_block=0.0, minimum_coverage=0.0))  # so that what was lived is a plan
    found = faced([Side("Plan", portfolio, plan)], replace(WILD, solved=6, met=80.0))
    solve_here = one_by_one()
    best = solved(portfolio, plan, found.futures[0], 6, SHORT, found.share, solve_here)
    answer = answered(found, best)
    assert [each.future for each in best] == list(range(6))
    assert all(each.bound >= each.value - 0.01 for each in best)
    assert all(each.bound >= answer.values[0, each.future] - 0.5 for each in best)
    assert (answer.hindsight_regret >= 0).all()
    comet = next(row for row in answer.projects if row.project_id == "Comet")
    won = [each for each in best if found.futures[0].won[2, each.future]]
    assert won
    assert len(won) < 6
    assert comet.best == sum("Comet" in each.projects for each in won) / len(won)
    assert not any("Comet" in each.projects for each in best if each not in won)


def one_by_one() -> Callable[..., object]:
    from solver.solve import solve as solve_one  # noqa: PLC0415 - the compiler

    return lambda tasks: ((number, solve_one(task.problem, task.options, Unattended())) for number, task in enumerate(tasks))


def test_in_a_future_nobody_books_more_of_somebody_than_is_there() -> None:
    portfolio = case().holding(b.booking("Build", "Ann", 1, 20.0))
    futures = drawn(portfolio, 6, WILD)
    away = next(f for f in range(WILD.draws) if futures.away[0, 0, f] == WHOLE)
    world = within(portfolio, futures, away)
    assert check(world) == ()
    assert [each.hours for each in world.bookings.values()] == [0.0]
    assert ledger(world, None).capacity[0, 0] == 0
    there = next(f for f in range(WILD.draws) if futures.away[0, 0, f] == 0)
    assert [each.hours for each in within(portfolio, futures, there).bookings.values()] == [20.0]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"draws": 0}, "Draw 1 to 2,000 futures, not 0."),
        ({"absence": 60.0}, "An absence of 60 % is beyond 0 to 50 %."),
        ({"spell": 0.5}, "An absence lasts 1 to 26 weeks on average, not 0.5."),
        ({"low": 110.0}, "The low end of effort is 110 %; name 0 to 100 %."),
        ({"high": 90.0}, "The high end of effort is 90 %; name 100 to 1,000 %."),
        ({"sure": 100.0}, "A reserve is to be enough in more than 0 and less than 100 % of the futures, not 100 %."),
        ({"solved": 600}, "Look for the best plan of at most 100 futures."),
        ({"solved": 50, "draws": 40}, "50 futures are to be solved and 40 are drawn; draw more, or solve fewer."),
    ],
)
def test_a_question_that_cannot_be_asked_says_what_would_do(changed: dict[str, float], said: str) -> None:
    with pytest.raises(NoQuestionError) as refused:
        Question(**changed)  # type: ignore[arg-type] # fields of any type
    assert str(refused.value) == said


def test_a_plan_that_leaves_people_idle_is_worth_no_more_than_planned_where_nothing_happens() -> None:
    portfolio = b.portfolio(b.resource("Ann"), b.project("Apollo"), b.demand("Build", "Apollo", last=2), weeks=2)
    idle = b.plan(b.allocation("Build", "Ann", 1, 5.0))
    found = asked((portfolio, idle), CALM)
    assert found.values[0].tolist() == [figures(portfolio, idle).value] * 3
    assert [row.coverage for row in found.demands] == [(5.0 / 40.0,)]
