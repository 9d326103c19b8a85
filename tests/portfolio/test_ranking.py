"""A project put at a place by rank: by its priority where that is enough, else by weights put apart."""

from __future__ import annotations

import builders as b
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from data.entities import Id, Project
from data.validation import check
from planner.actions.ranking import by_rank, ranked

APOLLO, BOREALIS, COMET, DAWN = Id("Apollo"), Id("Borealis"), Id("Comet"), Id("Dawn")


def order(portfolio: b.Portfolio) -> list[str]:
    return [project.name for project in by_rank(portfolio)]


def put(portfolio: b.Portfolio, key: Id, place: int) -> b.Portfolio:
    return ranked(portfolio, key, place).applied_to(portfolio)


def test_a_priority_whose_weight_lies_between_the_neighbours_is_enough() -> None:
    case = b.portfolio(b.project("Apollo", 1), b.project("Borealis", 3), b.project("Comet", 5))
    edit = ranked(case, COMET, 1)
    assert edit.label == "Rank Comet above Borealis"
    assert [(change.id, change.after.priority, change.after.weight) for change in edit.changes if isinstance(change.after, Project)] == [
        (COMET, 2, None)
    ]


def test_a_weight_of_its_own_gives_way_to_a_priority() -> None:
    case = b.portfolio(b.project("Apollo", 1), b.project("Borealis", 2), b.project("Comet", 3, weight=40.0))
    assert put(case, COMET, 2).projects[COMET] == b.project("Comet", 3)


def test_between_neighbouring_priorities_it_weighs_just_more_than_the_one_below() -> None:
    case = b.portfolio(b.project("Apollo", 1), b.project("Borealis", 2), b.project("Comet", 5))
    assert put(case, COMET, 1).projects[COMET] == b.project("Comet", 2, weight=8.08)


def test_between_equals_only_the_fewest_are_put_apart() -> None:
    case = b.portfolio(b.project("Apollo", 2), b.project("Borealis", 2), b.project("Comet", 2), b.project("Dawn", 4))
    after = put(case, DAWN, 1)
    assert order(after) == ["Apollo", "Dawn", "Borealis", "Comet"]
    assert [after.projects[key].weight for key in (APOLLO, BOREALIS, COMET, DAWN)] == [8.16, None, None, 8.08]
    below = put(case, DAWN, 2)
    assert [below.projects[key].weight for key in (APOLLO, BOREALIS, COMET, DAWN)] == [None, None, 7.84, 7.92]


def test_first_and_last() -> None:
    case = b.portfolio(b.project("Apollo", 1), b.project("Borealis", 5), b.project("Comet", 3))
    assert put(case, COMET, 0).projects[COMET] == b.project("Comet", 1, weight=16.16)
    edit = ranked(case, COMET, 2)
    assert edit.label == "Rank Comet last"
    assert edit.applied_to(case).projects[COMET] == b.project("Comet", 5, weight=0.99)


@pytest.mark.parametrize("place", [1, -5, 9])
def test_where_it_stands_nothing_changes(place: int) -> None:
    case = b.portfolio(b.project("Apollo", 1), b.project("Borealis", 3), b.project("Comet", 5))
    assert not ranked(case, {1: BOREALIS, -5: APOLLO, 9: COMET}[place], place)


weights = st.one_of(
    st.none(), st.sampled_from([0.0, 0.0001, 0.0002, 1.0, 8.0, 8.0001, 16.0, 1e9]), st.floats(0, 50).map(lambda w: round(w, 4))
)


@drawn(st.lists(st.tuples(st.integers(1, 5), weights, st.booleans()), min_size=1, max_size=8), st.data())
def test_it_always_comes_to_the_place_and_the_others_keep_their_order(
    given: list[tuple[int, float | None, bool]], data: st.DataObject
) -> None:
    case = b.portfolio(*(b.project(f"P{n}", priority, weight=w, must_do=must) for n, (priority, w, must) in enumerate(given)))
    key = Id(f"P{data.draw(st.integers(0, len(given) - 1))}")
    place = data.draw(st.integers(0, len(given) - 1))
    others = [name for name in order(case) if name != key]
    after = put(case, key, place)
    if sum(project.weight == 0 for project in case.projects.values()) < 2:  # below 0 there is no weight
        assert order(after) == [*others[:place], key, *others[place:]]
    assert check(after) == ()
