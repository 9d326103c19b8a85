"""Export then import is the identity, for whole random portfolios, in both ways of writing sheets."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from data.portfolio import Portfolio
from planner.exporting import export_portfolio
from planner.importing import compare, load
from tests.builders import small_case
from tests.strategies import portfolios


def round_trip(portfolio: Portfolio, name: str) -> Portfolio:
    with TemporaryDirectory() as folder:
        export_portfolio(portfolio, Path(folder) / name)
        imported = load(Path(folder) / name)
    assert imported.portfolio is not None, [str(found) for found in imported.findings]
    return imported.portfolio


@pytest.mark.parametrize("name", ["case.xlsx", "case"])
def test_a_portfolio_exported_and_imported_again_is_the_same(name: str) -> None:
    assert not compare(small_case(), round_trip(small_case(), name)).changes


@settings(max_examples=25)
@given(portfolios(countries=False))
def test_any_portfolio_survives_the_way_through_a_workbook(portfolio: Portfolio) -> None:
    assert compare(portfolio, round_trip(portfolio, "case.xlsx")).changes == ()


@settings(max_examples=25)
@given(portfolios(countries=False))
def test_any_portfolio_survives_the_way_through_csv_files(portfolio: Portfolio) -> None:
    assert compare(portfolio, round_trip(portfolio, "case")).changes == ()
