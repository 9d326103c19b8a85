"""Projects by rank, in the order in which every chart has them."""

from __future__ import annotations

from data.entities import Id
from data.portfolio import Portfolio
from planner.hours.weights import rank


def ranked(portfolio: Portfolio) -> tuple[Id, ...]:
    """Projects that may take part by rank, as in `planner.charts.ranking`, which draws with libraries not wanted here."""
    asking = [project for project in portfolio.projects.values() if project.status.takes_part]
    return tuple(project.id for project in sorted(asking, key=rank))
