"""Portfolios and plans as workbooks or folders of .csv."""

from planner.exporting.books import export_plan, export_portfolio
from planner.exporting.change_sheet import Against

__all__ = ["Against", "export_plan", "export_portfolio"]
