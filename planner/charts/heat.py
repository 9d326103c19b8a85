"""The heat map: every resource in every week, coloured by utilisation, with the figure and a sign in the cell."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
from matplotlib.figure import Figure

from data.plan import Plan
from data.portfolio import Portfolio
from planner.charts.mosaic import draw_mosaic
from planner.charts.style import THEMES, Headline, ThemeName, percent
from planner.charts.utilisation import HeatView
from planner.charts.weeks import default_today
from planner.insight.load import load_table

ROWS = 60
"""Resources on one page."""


def heat_map(portfolio: Portfolio, plan: Plan | None, *, theme: ThemeName = "light", page: int = 1, today: dt.date | None = None) -> Figure:
    """Sixty resources by role and name; the rest stand on the next of `heat_pages` pages. The headline tells of all."""
    whole = heat_view(portfolio, plan)
    first = (page - 1) * ROWS
    view = whole.rows(first, first + ROWS)
    shown = f"resources {first + 1} to {first + len(view.names)} of {len(whole.names)}" if len(whole.names) > ROWS else "every resource"
    note = f"Hours allocated ÷ capacity in %, {shown}; right: over all weeks"
    return draw_mosaic(view, Headline(finding(whole), note), THEMES[theme], default_today(today))


def heat_pages(portfolio: Portfolio) -> int:
    """Pages that a heat map of this portfolio takes, one at least."""
    return max(1, math.ceil(len(portfolio.resources) / ROWS))


def heat_view(portfolio: Portfolio, plan: Plan | None) -> HeatView:
    """The figures that `heat_map` draws, of all resources."""
    table = load_table(portfolio, plan)
    resources = list(portfolio.resources.values())
    order = sorted(range(len(resources)), key=lambda r: (resources[r].role.strip().casefold(), resources[r].name.casefold()))
    return HeatView(
        names=tuple(resources[r].name for r in order),
        roles=tuple(resources[r].role.strip() for r in order),
        weeks=table.weeks,
        load=table.hours[order],
        capacity=table.capacity[order],
        hard=table.hard[order] > 0,
        soft=table.soft[order] > 0,
    )


def finding(view: HeatView) -> str:
    """The headline: how many resource-weeks are above capacity and which is the worst, else how much is used."""
    capacity = float(view.capacity.sum())
    count = int(view.above.sum())
    if not capacity and not count:
        return "There is no capacity"
    used = f"{percent(view.load.sum() / capacity)} of capacity used" if capacity else "There is no capacity"
    if not count:
        return f"{used}, nobody above capacity"
    row, week = np.unravel_index(np.where(view.above, view.load - view.capacity, 0.0).argmax(), view.load.shape)
    extra = float(view.load[row, week] - view.capacity[row, week])
    number = view.weeks[int(week)].isocalendar().week
    weeks = "1 resource-week" if count == 1 else f"{count:,} resource-weeks"
    return f"{used}; {weeks} above capacity, worst {view.names[int(row)]} by {extra:,.0f} h in W{number}"
