"""Faults that the solver once had, each by the smallest case that showed it."""

import pickle
import warnings

import numpy as np
import pulp
import pytest
from pulp import constants

from solver import apart, engines
from solver.bound.relaxation import weekly_prices
from solver.control import Options, Progress, Unattended
from solver.errors import ChildLostError, SearchError
from solver.residual import residual
from solver.search.improve import Search
from solver.search.layout import layout
from solver.solution import nothing
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import large_problem, plan, problem


def solved(case, **options):
    return solve(case, Options(**{"time_limit": None, "effort": 2, "gap": 0.0} | options), Unattended())


def test_an_optional_project_that_asks_for_nothing_does_not_end_the_solve():
    """Its `taken` stands in no row: PuLP drops such a variable, and looking it up by name was a KeyError."""
    solution = solved(problem([[0.0], [10.0], [20.0]], [[20.0]], optional=[True, False, False], assignment_cost=4.0, max_people=1))
    assert solution.value == 2.0 * 20.0 - 8.0


def test_the_bound_of_a_linear_model_is_its_optimum():
    """A model without whole numbers has no mip_dual_bound: HiGHS answers 0, which was taken for one."""
    model = pulp.LpProblem("linear", constants.LpMinimize)
    x = model.add_variable("x0", 0.0, 10.0)
    model += -3.0 * x
    model += 2.0 * x <= 14.0
    answer = engines.solved(model, "highs", {"x0": 1.0}, engines.Limits(None, None))
    assert answer.values["x0"] == pytest.approx(7.0)
    assert answer.bound == pytest.approx(-21.0)


def test_a_case_whose_whole_model_is_linear_gets_a_true_bound():
    """The same through `solve`: everybody suited is booked and blocks are free, so nothing is whole; 20 / 3 h can be met."""
    solution = solved(problem([[20 / 3, 20 / 3]], [[40.0, 40.0]], firm=((0, 0, 0, 1.0),)))
    assert solution.bound >= 2.0 * 40 / 3 - 1e-6


def test_looking_for_engines_warns_of_nothing():
    """CBC by its old name is a DeprecationWarning of PuLP 3.3.2, an error wherever warnings are."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "highs" in engines.available()


def test_a_booking_below_a_hundredth_does_not_end_the_solve():
    """A fifth of 0.02 h was written as a row of 0.00 h, which the check refuses."""
    solution = solved(problem([[10.0]], [[40.0]], firm=((0, 0, 0, 0.004),)))
    assert solution.value == pytest.approx(19.98)


def test_an_error_of_the_child_arrives_as_it_was_raised():
    """A pickled exception is rebuilt from its arguments: made of its message, it said itself twice."""
    for error in (SearchError("why"), ChildLostError(-9)):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_value_or_bound_that_is_no_number_is_refused():
    """Every comparison with nan is false, so a check by comparison alone lets it pass."""
    case = problem([[10.0]], [[40.0]])
    assert verify(case, plan(case, (0, 0, 0, 10.0), value=np.nan)) != ()
    assert verify(case, plan(case, (0, 0, 0, 10.0), bound=np.nan)) != ()


class SlowLine:
    """A line on which a plan takes a second of the clock to send."""

    def __init__(self, clock):
        self.clock, self.sent = clock, []

    def send(self, said):
        self.clock.now += 1.0 if said.best is not None else 0.0
        self.sent.append(said)


class Clock:
    def __init__(self):
        self.now = 0.0

    def monotonic(self):
        return self.now


def test_a_better_plan_that_was_too_soon_to_send_is_sent_with_a_later_word(monkeypatch):
    """It was dropped for good: a child killed later, in the exact end, lost a plan it had found."""
    clock = Clock()
    monkeypatch.setattr(apart, "time", clock)
    monkeypatch.setattr(apart._Line, "_listen", lambda self: None)
    line = SlowLine(clock)
    control = apart._Line(line)
    first, better = nothing("highs", 1, "first"), nothing("highs", 1, "better")
    control.report(Progress("First plan", 1.0, 9.0, 0, 0.0), first)
    control.report(Progress("Improving", 2.0, 9.0, 1, 0.1), better)
    clock.now += 100.0
    control.report(Progress("Proving", 2.0, 9.0, 1, 100.0), None)
    assert [said.best.log for said in line.sent if said.best is not None] == [("first",), ("better",)]


def built(case):
    """The first plan of the search, and how many people hold a place in it."""
    left = residual(case)
    search = Search(layout(case, left, weekly_prices(case, left)), left.fixed, 1)
    search.build()
    return search, int((search.best.person >= 0).sum())


def test_a_person_is_never_put_on_a_demand_with_no_hours():
    """Overtime not worth its cost counted towards a block and then was not given (weight 1 is priority 5, beta 1).

    The place was taken for no hours: the search paid an assignment and the team was full.
    """
    case = problem(
        [[38.0] * 3, [12.0] * 3], [[40.0] * 3], overtime=10.0, weight=1.0, minimum_block=4.0, assignment_cost=1.0,
        firm=tuple((0, 0, t, 38.0) for t in range(3)), max_people=1,
    )  # fmt: skip
    search, people = built(case)
    assert len(search.hours().demand) == 0
    assert people == 0


def test_a_first_plan_is_never_worse_than_the_bookings_alone():
    """The cost of overtime was forgotten for a person who is at the focus limit in some week."""
    case = problem(
        [[10.0, 0.0], [0.0, 10.0], [20.0, 20.0]], [[20.0, 10.0]], project_of=[0, 1, 1], max_projects=1, overtime=20.0,
        overtime_cost=1.9, assignment_cost=4.0, firm=((0, 0, 0, 10.0), (1, 0, 1, 10.0)),
    )  # fmt: skip
    search, _ = built(case)
    assert search.value >= residual(case).fixed


def test_all_of_an_optional_project_in_thirds_is_taken_in():
    """What is required was rounded up and each cell down, so that a full coverage in thirds was never reached."""
    case = problem([[10 / 3, 10 / 3, 10 / 3]], [[40.0] * 3], optional=True, minimum_coverage=1.0)
    left = residual(case)
    search = Search(layout(case, left, weekly_prices(case, left)), left.fixed, 1)
    search.build()
    assert search.selected.tolist() == [1]


class ClockOfAll:
    """Each look at the clock passes some time: a machine on which keeping a plan is slow, or quick."""

    def __init__(self, tick):
        self.now, self.tick = 0.0, tick

    def monotonic(self):
        self.now += self.tick
        return self.now


def test_the_plan_within_a_gap_does_not_depend_on_how_fast_the_machine_is(monkeypatch):
    """The gap was that of the plan last kept, and keeping is put off by the clock."""
    case = large_problem(people=30, demands=100, weeks=10)
    target = solve(case, Options(time_limit=None, effort=6, gap=0.0), Unattended()).gap
    plans = []
    for tick in (1e-9, 100.0):
        monkeypatch.setattr("solver.solve.time", ClockOfAll(tick))
        plans.append(solve(case, Options(time_limit=None, effort=40, gap=target + 0.002), Unattended()))
    assert plans[0].effort == plans[1].effort


def test_any_whole_number_is_a_seed():
    """NumPy's seeds are never below 0."""
    assert solved(problem([[10.0]], [[40.0]]), seed=-1).value == 20.0


def test_hours_that_the_engine_splits_into_slivers_are_whole_again():
    """Within its tolerance HiGHS gave 40 h as 39.999975 h of one person and 0.000025 h of one who is not assigned.

    Rounded down that was 39.99 h, a hundredth too little for the coverage of a project, and the plan was thrown away.
    """
    case = problem(
        [[0.0, 8.0, 10.91], [3.3333, 40.0, 20.0]],
        [[40.0, 38.4, 39.05], [40.0, 39.05, 39.05], [40.0, 38.4, 40.0]],
        overtime=[8.5, 5.0, 8.5],
        max_projects=[2, 1_000_000, 2],
        weight=1.0,
        optional=True,
        max_people=1,
        eligible=[[False, True, False], [True, False, True]],
        minimum_coverage=1.0,
        assignment_cost=4.0,
    )
    solution = solved(case)
    assert solution.selected.tolist() == [True, True]
    assert solution.value > 72.6  # 14.91 without the second project


def test_a_variable_in_no_row_has_a_value_and_takes_no_other_from_its_place():
    """PuLP 3.3 leaves it out of `variables()`; 4.2 keeps it there and leaves it out of HiGHS, so that values and starts shifted."""
    model = pulp.LpProblem("unused", constants.LpMinimize)
    x = [model.add_variable(f"x{n}", 0.0, 10.0, constants.LpInteger) for n in range(3)]
    model += -3.0 * x[0] - 2.0 * x[2]
    model += x[0] + x[2] <= 14.0
    answer = engines.solved(model, "highs", {"x0": 1.0, "x1": 1.0, "x2": 1.0}, engines.Limits(None, None))
    assert (round(answer.values["x0"]), round(answer.values.get("x1", 0.0)), round(answer.values["x2"])) == (10, 0, 4)
