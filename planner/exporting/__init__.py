"""Portfolios and plans as workbooks or folders of .csv."""

from planner.exporting.books import export_plan, export_portfolio

__all__ = ["export_plan", "export_portfolio"]
