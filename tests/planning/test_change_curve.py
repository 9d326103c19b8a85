"""The curve of value against hours moved: what each point is, with a solver that answers from a list."""

import numpy as np
import pytest
from builders import allocation, demand, dependency, plan, portfolio, project, resource, week

from planner.replanning.curve import NoCurveError, Tracing, traced
from planner.replanning.request import Budget, Replanning
from solver.control import Options
from solver.solution import Solution, Status

RECORD = plan(*(allocation("Build", "Ann", number, 20.0) for number in range(1, 5)))


def case():
    """Ann does Build (20 h in weeks 1 to 4); Bob could as well."""
    return portfolio(resource("Ann"), resource("Bob"), project("Apollo", 1), demand("Build", "Apollo"), weeks=4)


def tracing(**fields):
    return Tracing(case(), Replanning(RECORD, **fields), Options(seed=3))


def answer(problem, by_bob, *, bound=2000.0):
    """Build done by Bob in the first so many weeks, by Ann in the others."""
    weeks = np.arange(4)
    people = (weeks < by_bob).astype(np.int64)
    value = 16 * (80.0 - 4.0 * len(set(people.tolist())))
    none = np.zeros(4, np.int64)
    return Solution(
        Status.FEASIBLE, none, people, weeks, np.full(4, 20.0), np.ones(1, bool), np.zeros(1, np.int64), value, bound, 1, 0.5, "highs", 3,
        objective_bound=bound,
    )  # fmt: skip


class Solving:
    """Answers every task; `by_bob` maps the most hours it may move (None for no limit) to the weeks that Bob takes."""

    def __init__(self, by_bob):
        self.by_bob, self.asked = by_bob, []

    def __call__(self, tasks):
        self.asked.append([task.problem.most_moved for task in tasks])
        for number in reversed(range(len(tasks))):
            yield number, answer(tasks[number].problem, self.by_bob(tasks[number].problem.most_moved))


def figures(curve):
    return [(point.budget, point.changes.moved, point.plan.value) for point in curve.points]


def test_the_ends_come_first_and_the_budgets_between_them_closer_to_the_least():
    solving = Solving(lambda most: 4 if most is None else int(most // 20))
    curve = traced(tracing(), 5, solving)
    assert solving.asked == [[0.0, None], [5.0, 20.0, 45.0]]
    assert [point.budget for point in curve.points] == [0.0, 5.0, 20.0, 45.0, None]


def test_more_room_never_costs_value():
    """Bob alone, who needs no second assignment, is worth as much as Ann alone; in between two assignments are paid for."""
    curve = traced(tracing(), 5, Solving(lambda most: 4 if most is None else int(most // 20)))
    assert figures(curve) == [(budget, 0.0, 1216.0) for budget in (0.0, 5.0, 20.0, 45.0, None)]


def test_the_bound_is_that_of_the_plan_without_a_limit():
    curve = traced(tracing(), 2, lambda tasks: ((n, answer(t.problem, 0, bound=1500.0 + 100 * n)) for n, t in enumerate(tasks)))
    assert curve.bound == 1600.0


def test_a_budget_of_the_users_own_is_a_point():
    curve = traced(tracing(budget=Budget(hours=12.0)), 2, Solving(lambda most: 0))
    assert [point.budget for point in curve.points] == [0.0, 12.0, None]
    assert (curve.within(12.0).budget, curve.within(13.0).budget, curve.within(None).budget) == (12.0, 12.0, None)


def test_where_nothing_can_be_gained_there_are_the_two_ends():
    assert [point.budget for point in traced(tracing(), 6, Solving(lambda most: 0)).points] == [0.0, None]


def test_prices_do_not_count_and_the_status_date_does():
    seen = []

    def solving(tasks):
        for number, task in enumerate(tasks):
            seen.append((task.problem.terms.moved_hour, task.problem.open_from, task.options.seed))
            yield number, answer(task.problem, 0)

    traced(tracing(price_hour=5.0, status_date=week(3)), 2, solving)
    assert seen == [(0.0, 2, 3), (0.0, 2, 3)]


def test_points_that_were_not_reached_are_left_out():
    """Cancelled before the plan of no change was found."""
    curve = traced(tracing(), 2, lambda tasks: [(1, answer(tasks[1].problem, 4))])
    assert [point.budget for point in curve.points] == [None]


def test_no_plan_at_all_says_so():
    with pytest.raises(NoCurveError):
        traced(tracing(), 3, lambda tasks: [])


def test_rules_that_cannot_all_hold_are_told_without_a_search():
    clash = case().holding(project("Comet"), demand("Land", "Comet", last=1), dependency("Apollo", "Comet"))
    with pytest.raises(NoCurveError) as nothing:
        traced(Tracing(clash, Replanning(RECORD), Options()), 3, lambda tasks: pytest.fail("nothing is to be solved"))
    assert [found.place for found in nothing.value.findings] == ["Dependency Apollo → Comet"]
