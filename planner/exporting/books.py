"""Whole books: the portfolio's sheets alone, or the sheets of a plan with those of its portfolio behind them."""

from __future__ import annotations

from pathlib import Path

from data.plan import Plan
from data.portfolio import Portfolio
from data.workbook.writing import write
from planner.exporting.change_sheet import Against, change_sheet
from planner.exporting.glance_sheet import glance_sheet
from planner.exporting.load_sheets import load_sheets
from planner.exporting.plan_sheets import plan_sheets
from planner.exporting.portfolio_sheets import portfolio_sheets


def export_portfolio(portfolio: Portfolio, path: Path) -> None:
    """Write the portfolio's sheets to an .xlsx, or to a folder of .csv. Raises PlannerError where that cannot be."""
    write(path, portfolio_sheets(portfolio))


def export_plan(portfolio: Portfolio, plan: Plan, path: Path, against: Against | None = None) -> None:
    """Write the plan with the portfolio it was made for: one book is the whole case. Raises PlannerError as above.

    `against` is the plan of record that it was made from: what changed has a sheet of its own then.
    """
    changed = [] if against is None else [change_sheet(portfolio, plan, against)]
    summary, *others = plan_sheets(portfolio, plan, against)
    write(path, [glance_sheet(portfolio, plan), summary, *changed, *others, *load_sheets(portfolio, plan), *portfolio_sheets(portfolio)])
