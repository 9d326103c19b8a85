"""Optional projects in the search alone: which a first plan takes in, and what it leaves them (R10)."""

from dataclasses import replace

import numpy as np
import pytest

from solver.problem import Firm
from solver.search import building
from solver.verify import verify
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import large_problem, problem, random_problem
from tests.optimiser.test_search_states import searched, written


def test_a_first_plan_takes_in_a_proposal_that_outweighs_what_must_be_done():
    """Ann can do one of the two: behind the project that must be done nothing would be left."""
    case = problem([[40.0], [40.0]], [[40.0]], weight=[1.0, 16.0], optional=[False, True])
    first = searched(case, 0)
    assert first.selected.tolist() == [True, True]
    assert first.value == pytest.approx(640.0)


@pytest.mark.parametrize("seed", [2, 3, 4, 5])
def test_proposals_that_were_not_covered_come_earlier_in_the_next_plan(monkeypatch, seed):
    """Begun with all of them in, more are covered than behind the others, and again more once those that fell short come earlier."""
    case = large_problem(seed, people=20, demands=80, weeks=12)
    case = replace(case, optional=np.random.default_rng(seed).random(len(case.weight)) < 0.5, firm=Firm())

    def first(plans):
        monkeypatch.setattr(building, "RAISES", plans)
        return searched(case, 0).value

    assert first(0) < first(1) < first(6)


def test_work_of_more_weight_takes_from_a_proposal_just_what_it_need_not_keep():
    """Of 30 hours in the first week Apollo keeps the ten that it needs beside the 70 of the second; Borealis has the others."""
    case = problem([[30.0, 70.0], [40.0, 0.0]], [[40.0, 100.0]], weight=[1.0, 4.0], optional=[True, False])
    search = searched(case, 10)
    assert search.value == pytest.approx(exact_best(case)) == pytest.approx(80.0 + 4.0 * 30.0)
    assert verify(case, written(case, search)) == ()


@pytest.mark.parametrize("seed", range(40))
def test_a_first_plan_keeps_what_it_takes_in_covered(seed):
    case = random_problem(seed, two_decimals=True, delays=True)
    case = problem(
        case.asked, case.capacity, project_of=case.project_of, weight=np.maximum(case.weight, 0.5), optional=case.optional,
        max_delay=case.max_delay, eligible=case.eligible, minimum_block=case.minimum_block,
    )  # fmt: skip
    assert verify(case, written(case, searched(case, 0))) == ()
