"""The digest names the content: the same content the same, any change another."""

from __future__ import annotations

from dataclasses import replace

import builders as b
from hypothesis import given, settings
from strategies import with_scenarios

from data.digest import ContentHashes, digest
from data.edits import between
from data.entities import Id
from data.portfolio import Portfolio


def test_the_digest_of_a_known_portfolio_never_changes() -> None:
    assert digest(b.small_case()) == "d74267a1821a37107ca73041a6350b8ab1d494e2ab8d091d62f868ede430f506"


def test_the_order_in_which_things_were_put_in_does_not_matter() -> None:
    ann, bob = b.resource("Ann"), b.resource("Bob")
    assert digest(b.portfolio(ann, bob)) == digest(b.portfolio(bob, ann))


def test_a_changed_figure_changes_the_digest() -> None:
    portfolio = b.small_case()
    changed = portfolio.holding(replace(portfolio.resources[Id("Ann")], overtime=0.0001))
    assert digest(changed) != digest(portfolio)


def test_another_id_is_other_content() -> None:
    assert digest(b.portfolio(b.resource("Ann"))) != digest(b.portfolio(replace(b.resource("Ann"), id=Id("other"))))


@settings(max_examples=20)
@given(with_scenarios(), with_scenarios())
def test_the_digest_after_an_edit_is_that_of_the_new_content(before: Portfolio, after: Portfolio) -> None:
    edit = between(before, after, "Turn one into the other")
    hashes = ContentHashes.of(before).after(edit, after)
    assert hashes == ContentHashes.of(after)
    assert hashes.digest == digest(after)


@settings(max_examples=20)
@given(with_scenarios(), with_scenarios())
def test_two_portfolios_have_one_digest_only_when_they_are_equal(one: Portfolio, other: Portfolio) -> None:
    assert (digest(one) == digest(other)) == (one == other)
