"""Edits of baselines: a kept plan frozen under a name. Renaming and removing one are as of any entity."""

from __future__ import annotations

from itertools import count

from data.edits import Edit
from data.entities import Baseline, Id, new_id
from data.portfolio import Portfolio
from planner.actions import entities


def fresh(portfolio: Portfolio, plan_id: Id) -> Baseline:
    """A baseline of a kept plan, under a name that is free."""
    taken = {each.name.strip() for each in portfolio.baselines.values()}
    return Baseline(new_id(), next(name for number in count(1) if (name := f"Baseline {number}") not in taken), plan_id)


def frozen(baseline: Baseline) -> Edit:
    """Adds it: the plan stays to be compared with, whatever becomes of the portfolio."""
    return entities.added(baseline, f"Freeze {baseline.name}")
