"""Entities of a kind stand in order of their ids, whatever happens to them and in whatever order it happens."""

from __future__ import annotations

from builders import portfolio, resource
from hypothesis import given
from hypothesis import strategies as st

from data.entities import Id
from data.portfolio import Kind, Portfolio

changes = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.booleans()), max_size=12)


def test_an_entity_put_in_late_takes_the_place_of_its_id() -> None:
    assert list(portfolio(resource("Cy"), resource("Ann"), resource("Bob")).resources) == ["Ann", "Bob", "Cy"]


def test_an_entity_taken_out_and_put_in_again_takes_its_old_place() -> None:
    case = portfolio(resource("Ann"), resource("Bob"), resource("Cy"))
    without = case.replacing([(Kind.RESOURCE, Id("Bob"), None)])
    assert list(without.resources) == ["Ann", "Cy"]
    assert list(without.holding(resource("Bob")).resources) == ["Ann", "Bob", "Cy"]


@given(changes, changes)
def test_resources_are_in_order_after_any_changes_at_once(first: list[tuple[str, bool]], second: list[tuple[str, bool]]) -> None:
    case = Portfolio()
    for batch in (first, second):
        case = case.replacing([(Kind.RESOURCE, Id(name), resource(name) if put_in else None) for name, put_in in batch])
    assert list(case.resources) == sorted(case.resources)
