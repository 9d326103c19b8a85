"""Trials: plans that hold other optional projects than the best one (R10), where no single step leads from one to the other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from solver.search.layout import REQUIRED
from solver.search.state import MET, SELECTED
from solver.search.trials import SWAPS, Selections, Trials
from solver.verify import verify
from tests.optimiser.problems import precedence, problem
from tests.optimiser.test_search_states import agreed, searched

OPTIONS = np.array([1, 3, 4, 6])
HELD = np.array([True, True, False, True, False, True, True])


def flips(selections, held):
    """What each set changes of the one held, in the order in which they come."""
    found = []
    while (other := selections.another(held)) is not None:
        found.append(tuple(np.nonzero(other != held)[0].tolist()))
    return found


def test_the_own_selection_comes_first_then_each_project_then_exchanges():
    found = flips(Selections(OPTIONS, np.random.default_rng(1)), HELD)
    assert found[0] == ()
    assert sorted(found[1:5]) == [(1,), (3,), (4,), (6,)]
    assert sorted(found[5:]) == [(1, 4), (3, 4), (4, 6)]


def test_exchanges_are_few_where_there_are_many_projects():
    held = np.arange(60) % 2 == 0
    found = flips(Selections(np.arange(60), np.random.default_rng(1)), held)
    exchanges = found[61:]
    assert len(exchanges) == len(set(exchanges)) == SWAPS * 60
    assert all(held[list(pair)].sum() == 1 for pair in exchanges)


def test_selections_begin_anew_around_another_plan():
    selections, other = Selections(OPTIONS, np.random.default_rng(1)), HELD.copy()
    assert len(flips(selections, HELD)) == 8
    assert selections.another(HELD) is None
    other[4] = True
    assert np.array_equal(selections.another(other), other)


def proposals(seed):
    """More than there are people for, a third of it proposed, so that what is taken in is covered with pains."""
    rng = np.random.default_rng(seed)
    return problem(
        rng.choice([0.0, 10.0, 20.0, 40.0], (60, 16)), np.full((14, 16), 40.0), project_of=np.arange(60) // 6,
        weight=rng.choice([1.0, 2.0, 4.0, 8.0], 10), optional=np.arange(10) % 3 == seed % 3, eligible=rng.random((60, 14)) < 0.3,
        max_people=2, max_projects=3, minimum_block=4.0, assignment_cost=4.0, minimum_coverage=0.8,
    )  # fmt: skip


def without_trials(monkeypatch):
    monkeypatch.setattr(Trials, "begin", lambda *_: False)


def test_a_trial_under_way_ends_where_the_plan_is_polished(monkeypatch):
    case = proposals(1)
    search = searched(case, 0)
    with ThreadPoolExecutor(2) as executor:
        while not search._trials.running:
            search.improve(executor)
        before = search.value
        search.polish(case.ties)
        monkeypatch.setattr(Trials, "advance", lambda *_: pytest.fail("a trial goes on while the plan is polished"))
        for _ in range(3):
            search.improve(executor)
    assert search.value >= before - 1e-6


def test_trials_find_selections_that_single_steps_do_not(monkeypatch):
    tried = [searched(proposals(seed), 60).value for seed in range(6)]
    without_trials(monkeypatch)
    alone = [searched(proposals(seed), 60).value for seed in range(6)]
    assert sum(mine > 1.001 * other for mine, other in zip(tried, alone, strict=True)) >= 2
    assert all(mine > 0.995 * other for mine, other in zip(tried, alone, strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_the_books_are_right_after_trials(seed):
    """Hours that count for more until their project is covered count for what they are worth in the end."""
    case = proposals(seed)
    search = searched(case, 30)
    found = agreed(case, search)
    assert search.value == pytest.approx(found.objective)


@pytest.mark.parametrize("seed", range(4))
def test_dependencies_hold_in_trials(seed):
    case = replace(proposals(seed), max_delay=np.full(10, 3), precedence=precedence((0, 3, 1), (2, 5, 0), (4, 1, 2)))
    assert verify(case, agreed(case, searched(case, 30))) == ()


def test_a_trial_holds_what_it_is_to_hold_and_says_what_is_not_covered():
    case = proposals(1)
    search = searched(case, 0)
    builder, state = search._builder, search._chains[0]
    for project in builder.options.tolist():
        chosen = search.selected & ~case.optional
        chosen[project] = True
        assert builder.holding(state, chosen, search.delay)
        assert np.array_equal(state.project[:, SELECTED] == 1, chosen)
        met, required = state.project[:, MET], search.plan.project[:-1, REQUIRED]
        assert (project in builder.short(state)) == (met[project] < required[project])


def test_no_trial_where_changes_are_counted():
    case = replace(proposals(2), most_moved=10.0)
    search = searched(case, 30)
    assert not search._trials.running
    assert search._trials._held.size == 0


def test_the_same_seed_makes_the_same_trials():
    case = proposals(3)
    first, second = (searched(case, 25, seed=4) for _ in range(2))
    assert first.value == second.value
    assert np.array_equal(first.hours().hundredths, second.hours().hundredths)
