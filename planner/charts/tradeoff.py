"""A trade-off curve drawn: the plans that no other beats, and above them what is proved of every plan."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planner.charts.style import FOOTER, HAIRLINE, HEADER, LABEL, LOAD_LINE, NOTE, THEMES, Headline, ThemeName, drawing, page, panel
from planner.comparing.measures import Form
from planner.comparing.wording import written
from planner.tradeoff.frontier import Frontier
from planner.tradeoff.wording import finding

SIZE = (9.0, 5.2)
"""Inches across and up."""
LEFT, RIGHT = 1.0, 0.4
STEPS = 200
"""Places at which the bound is drawn."""
ROOM = 0.06
"""Of the span of figures, what is left free at both ends."""


def tradeoff_chart(frontier: Frontier, *, theme: ThemeName = "light", size: tuple[float, float] = SIZE) -> Figure:
    """Worth against the amount; a step between points, since a plan between two is no more than what was found; at least one point solved."""
    look, meaning, best = THEMES[theme], frontier.against.meaning, frontier.best
    amount, worth = [point.amount for point in best], [point.worth for point in best]
    others = [point for point in frontier.solved if point not in best]
    room = ROOM * max(1.0, amount[-1] - amount[0])
    drawn = np.linspace(max(0.0, amount[0] - room), amount[-1] + room, STEPS)
    bounds = [frontier.bound_at(float(each)) or np.nan for each in drawn]
    with drawing():
        note = "Points of the best plan found, and dashed what no plan exceeds; ○ is beaten by another (axes not from 0)"
        figure = page(*size, Headline(finding(frontier), note), 0.3, look)
        axes = panel(figure, (LEFT, FOOTER + 0.1), size[0] - LEFT - RIGHT, size[1] - HEADER - FOOTER - 0.2, look)
        axes.step(amount, worth, where="post", color=look.accent, lw=LOAD_LINE, gid="value", zorder=3)
        axes.scatter(amount, worth, s=22, color=look.accent, gid="points", zorder=4)
        axes.scatter(
            [each.amount for each in others],
            [each.worth for each in others],
            s=22,
            facecolor=look.surface,
            edgecolor=look.muted,
            gid="beaten",
        )
        axes.plot(drawn, bounds, color=look.bad, lw=1.2, ls=(0, (4, 3)), gid="bound", zorder=2)
        known = [*worth, *(each.worth for each in others), *(each for each in bounds if not np.isnan(each))]
        height = ROOM * max(1.0, max(known) - min(known))
        axes.set_ylim(min(known) - height, max(known) + height)
        axes.set_xlim(float(drawn[0]) - room / 4, float(drawn[-1]))
        axes.xaxis.set_major_locator(MaxNLocator(8, integer=meaning.form is Form.COUNT))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda figure, _: written(figure, meaning.form)))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda points, _: f"{points:,.0f}"))
        axes.tick_params(labelsize=LABEL)
        axes.grid(visible=True, color=look.grid, lw=HAIRLINE)
        axes.set_xlabel(meaning.heading, color=look.muted, size=NOTE)
    return figure
