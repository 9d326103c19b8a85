"""The builders and strategies that all tests share give what they say."""

from __future__ import annotations

import builders as b
from hypothesis import given
from strategies import portfolios

from data.digest import LATER_KINDS
from data.portfolio import KIND_OF, Kind, Portfolio


def test_the_small_case_holds_every_kind_of_thing_that_every_version_knew() -> None:
    assert {KIND_OF[type(entity)] for entity in b.small_case().everything()} == set(Kind) - LATER_KINDS


@given(portfolios().filter(lambda made: made.bookings))
def test_a_random_portfolio_refers_only_to_what_it_holds(portfolio: Portfolio) -> None:
    for booking in portfolio.bookings.values():
        assert booking.demand_id in portfolio.demands
        assert booking.resource_id in portfolio.resources


@given(portfolios(countries=False))
def test_a_random_portfolio_without_countries_names_none(portfolio: Portfolio) -> None:
    assert {calendar.country for calendar in portfolio.calendars.values()} <= {""}
