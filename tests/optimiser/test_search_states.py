"""What a search counts step by step is what its hours come to, whatever moves, joins or leaves on the way."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

import solver.solve
from solver.bound.pricing import Proof, proved, tightened
from solver.bound.relaxation import weekly_prices
from solver.bound.staffing import staffing
from solver.control import Options, Unattended
from solver.engines import Limits, Outcome
from solver.errors import InfeasibleError
from solver.exact import finished
from solver.objective import firm_points, hours_moved
from solver.problem import Firm, Standing, Terms
from solver.residual import residual
from solver.search.improve import FreeHours, Search
from solver.search.layout import layout
from solver.search.state import MOVED_AWAY
from solver.solution import Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import TERMS, large_problem, plan, precedence, problem, random_problem, with_dependencies, with_term


def searched(case, rounds, seed=1):
    left = residual(case)
    search = Search(layout(case, left, weekly_prices(case, left)), firm_points(case), seed, case.most_moved)
    search.build(case.start)
    with ThreadPoolExecutor(2) as executor:
        for _ in range(rounds):
            search.improve(executor)
    return search


def written(case, search):
    """The best plan of a search with its firm bookings; the figures are those of the hours."""
    hours, firm = search.hours(), case.firm
    total = defaultdict(float)
    free = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), (hours.hundredths / 100).tolist(), strict=True)
    held = zip(firm.demand.tolist(), firm.resource.tolist(), firm.week.tolist(), firm.hours.tolist(), strict=True)
    for *cell, given in (*free, *held):
        total[tuple(cell)] += given
    cells = ((*cell, round(given, 2)) for cell, given in total.items())
    return plan(case, *cells, selected=search.selected, delay=search.delay)


def agreed(case, search, state=None):
    """The best plan, or another state of the search, keeps every rule and its own count."""
    search.best, best = search.best if state is None else state, search.best
    found = written(case, search)
    assert verify(case, found) == ()
    assert search.value == pytest.approx(found.objective)
    search.best = best
    return found


@pytest.mark.parametrize("seed", range(80))
def test_projects_that_move_leave_the_books_right(seed):
    case = with_dependencies(random_problem(seed, two_decimals=True, delays=True), seed)
    try:
        search = searched(case, 3)
    except InfeasibleError:
        left = residual(case)
        nothing = FreeHours(*(np.zeros(0, np.int64) for _ in range(4)))
        found = finished(case, left, nothing, (~case.optional).astype(np.int64), "highs", Limits(None, None))
        assert found.outcome is Outcome.INFEASIBLE
    else:
        agreed(case, search)


@pytest.mark.parametrize("term", [term for term in TERMS if term not in ("continuity", "all")])
@pytest.mark.parametrize("seed", range(15))
def test_terms_are_counted_as_they_are_told(seed, term):
    case = with_term(random_problem(seed, two_decimals=True, delays=True), seed, term)
    search = searched(case, 3)
    found = agreed(case, search)
    if len(case.terms.current.hours):
        lost = hours_moved(case, found.demand, found.resource, found.week, found.hours)
        unreachable = lost - float(search.best.value[MOVED_AWAY]) / 100
        assert unreachable >= -1e-6


@pytest.mark.parametrize("seed", range(15))
def test_hand_overs_are_counted_where_nobody_is_booked(seed):
    case = with_term(replace(random_problem(seed, two_decimals=True, delays=True), firm=Firm()), seed, "continuity")
    search = searched(case, 3)
    assert search.value == pytest.approx(agreed(case, search).objective)


@pytest.mark.parametrize("term", [term for term in TERMS if term not in ("continuity", "all")])
@pytest.mark.parametrize("seed", [1, 8, 15, 21, 22])
def test_a_plan_that_is_taken_up_is_worth_what_it_was(seed, term):
    """Overtime that does not pay for itself included: to keep it may be worth more, or be all that a budget allows."""
    case, known = solved_already(seed, term)
    agreed(case, searched(case, 0))
    assert searched(case, 0).value >= known.objective - 1e-6


def solved_already(seed, term):
    """A case with one term of a policy that starts from its best plan."""
    case = with_term(random_problem(seed, two_decimals=True, delays=seed % 2 == 0), seed, term)
    best = solve(case, Options(time_limit=None, effort=2, gap=0.0), Unattended())
    return replace(case, start=Standing(best.demand, best.resource, best.week, best.hours, best.selected, best.delay)), best


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("seed", [1, 8, 15, 21, 22])
def test_a_solve_ends_no_lower_than_it_starts(monkeypatch, seed, term):
    """Hand-overs beside firm bookings are known only when a plan is written down: the search may leave the better plan."""
    case, known = solved_already(seed, term)
    monkeypatch.setattr(solver.solve, "SMALL_ENOUGH", 0)
    assert solve(case, Options(time_limit=None, effort=0, gap=0.0), Unattended()).objective >= known.objective - 1e-6


def moving(seed):
    """A case that is cut in two, of which some projects may move, some may be left out, and some wait for others."""
    case = large_problem(seed, people=20, demands=80, weeks=24)
    rng, projects = np.random.default_rng(seed), len(case.weight)
    asked = np.where(np.arange(24) // 6 == rng.integers(0, 4, 80)[:, None], case.asked, 0.0)
    rows = [(int(a), int(b), int(rng.integers(-3, 2))) for a, b in rng.integers(0, projects, (10, 2)) if a < b]
    return replace(
        case, asked=asked, max_delay=rng.choice([0, 3, 8], projects), optional=rng.random(projects) < 0.3, precedence=precedence(*rows)
    )


@pytest.mark.parametrize("seed", range(4))
def test_parts_searched_side_by_side_are_one_plan_again(seed):
    case = moving(seed)
    search = searched(case, 0)
    with ThreadPoolExecutor(2) as executor:
        for _ in range(12):
            search.improve(executor)
            agreed(case, search)
    assert search.delay.any()


def bound_across_the_middle(seed):
    """Projects early and late, each late one bound to an early one from both sides: no cut leaves a pair together."""
    rng, weeks = np.random.default_rng(seed), 16
    early = rng.random(24) < 0.5
    asked = np.zeros((24, weeks))
    for d, first in enumerate(np.where(early, rng.integers(0, 4, 24), rng.integers(9, 12, 24))):
        asked[d, first : first + 3] = rng.choice([10.0, 20.0, 40.0])
    rows = [(a, b, apart) for a, b in zip(np.nonzero(early)[0], np.nonzero(~early)[0], strict=False) for apart in (0,)]
    both = [*rows, *((b, a, -1) for a, b, _ in rows)]
    return problem(
        asked, np.full((6, weeks), 40.0), project_of=np.arange(24), weight=rng.choice([1.0, 2.0, 4.0], 24), max_delay=np.full(24, 4),
        eligible=rng.random((24, 6)) < 0.6, precedence=precedence(*((int(a), int(b), int(n)) for a, b, n in both)),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_dependencies_hold_across_a_cut(seed):
    case = bound_across_the_middle(seed)
    search = searched(case, 0)
    with ThreadPoolExecutor(2) as executor:
        for _ in range(30):
            search.improve(executor)
            assert verify(case, agreed(case, search, search._whole)) == ()


def test_strict_priorities_are_served_down_to_the_least():
    """A gap or an end that went by the points of the first priority would leave the last one to chance."""
    rng = np.random.default_rng(3)
    asked = rng.choice([0.0, 8.0, 16.0, 20.0], (20, 6))
    ranks = np.arange(20) // 2 % 5
    case = problem(
        asked, np.full((5, 6), 40.0), project_of=np.arange(20), weight=2.0 ** (4 - ranks), eligible=rng.random((20, 5)) < 0.6, max_people=2,
        terms=Terms(weight=100.0 ** (4 - ranks)),
    )  # fmt: skip

    def by_rank(found):
        return tuple(np.bincount(ranks[found.demand], found.hours, minlength=5).round(2))

    quick = solve(case, Options(time_limit=None, effort=40), Unattended())
    longer = solve(case, Options(time_limit=None, effort=400, gap=0.0), Unattended())
    assert quick.effort > 0
    assert quick.status is not Status.OPTIMAL or by_rank(longer) <= by_rank(quick)


def test_the_best_plan_of_a_search_never_gets_worse():
    search, values = searched(large_problem(people=30, demands=100, weeks=10), 0), []
    with ThreadPoolExecutor(2) as executor:
        for _ in range(10):
            search.improve(executor)
            values.append(search.value)
    assert values == sorted(values)


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("seed", range(12))
def test_no_plan_is_worth_more_than_the_bound(seed, term):
    """Against the whole model solved to the end."""
    case = with_term(with_dependencies(random_problem(seed, two_decimals=True, delays=True), seed), seed, term)
    left = residual(case)
    nothing = FreeHours(*(np.zeros(0, np.int64) for _ in range(4)))
    exact = finished(case, left, nothing, (~case.optional).astype(np.int64), "highs", Limits(None, None))
    tables, prices = staffing(case, left), weekly_prices(case, left)
    bound = tightened(case, left, tables, Proof(proved(case, left, tables, prices).bound, prices), exact.bound - 10.0, 30).bound
    assert exact.outcome is Outcome.INFEASIBLE or bound >= exact.bound - 1e-4 * max(1.0, abs(exact.bound))
