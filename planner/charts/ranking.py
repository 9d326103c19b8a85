"""The rank of projects, which gives each its colour: the same in every chart."""

from __future__ import annotations

from collections.abc import Mapping

from data.entities import Id
from data.portfolio import Portfolio
from planner.charts.style import PROJECT_COLOURS, Theme
from planner.hours.weights import rank


def ranked(portfolio: Portfolio) -> tuple[Id, ...]:
    """Projects that may take part, those of most points an hour first; of equal ones, the must-do, then the name."""
    asking = [project for project in portfolio.projects.values() if project.status.takes_part]
    return tuple(project.id for project in sorted(asking, key=rank))


def colours(portfolio: Portfolio, theme: Theme) -> Mapping[Id, str]:
    """The colour of every project; beyond the twelfth rank all share that of “other”."""
    by_rank = dict(zip(ranked(portfolio), PROJECT_COLOURS, strict=False))
    return {key: by_rank.get(key, theme.other) for key in portfolio.projects}
