"""Continuity, counted at once for all, against a count by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from solver.objective import hand_overs

CELLS = st.lists(st.tuples(*(st.integers(0, most) for most in (3, 3, 5))), max_size=30)


def by_hand(cells: list[tuple[int, int, int]]) -> int:
    """Of each demand the weeks worked, one after the other: who is there now and was not in the one before."""
    count = 0
    for demand in {d for d, _, _ in cells}:
        weeks = sorted({t for d, _, t in cells if d == demand})
        teams = [{r for d, r, t in cells if (d, t) == (demand, week)} for week in weeks]
        count += sum(len(now - before) for before, now in pairwise(teams))
    return count


@given(CELLS)
def test_hand_overs_are_those_that_a_count_by_hand_finds(cells: list[tuple[int, int, int]]) -> None:
    demand, resource, week = (np.array([cell[n] for cell in cells], np.int64) for n in range(3))

    assert hand_overs(demand, resource, week) == by_hand(cells)
