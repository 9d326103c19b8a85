"""Edits about plans: which one is in force."""

from __future__ import annotations

from dataclasses import replace

from data.edits import Edit
from data.entities import Id
from data.portfolio import Portfolio
from planner.actions import entities


def in_force(portfolio: Portfolio, plan_id: Id | None) -> Edit:
    """Makes a plan kept in the file the plan of record; None leaves the portfolio without one."""
    said = "Have no plan of record" if plan_id is None else "Make it the plan of record"
    return entities.changed(portfolio, replace(portfolio.settings, plan_of_record_id=plan_id), said)
