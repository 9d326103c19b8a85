"""Plans in drawn futures: for each the share of futures in which it is worth at least so much, told apart as in a comparison."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planner.charts.comparison import STROKES
from planner.charts.style import FOOTER, HAIRLINE, HEADER, LABEL, THEMES, Headline, Theme, ThemeName, drawing, elided, page, panel
from planner.futures.answer import Answer

SIZE = (8.4, 4.8)
"""Inches across and up, unless a page has another size."""
LEFT, KEY = 0.7, 2.3
"""Inches left of the panel for the axis, and right of it for the key."""
LINE, SAMPLE, KEY_LEFT = 0.62, 0.4, 0.25
"""Inches from one entry of the key to the next, of the line drawn in it, and left of that."""
ROOM = 0.04
"""Of the span of values, what is left free at both ends."""
TENTH = 0.1


def futures_chart(answer: Answer, *, theme: ThemeName = "light", size: tuple[float, float] = SIZE) -> Figure:
    """A falling line for each side, and a mark at what it is worth as planned."""
    look = THEMES[theme]
    across, up = size[0] - LEFT - KEY, size[1] - HEADER - FOOTER - 0.1
    with drawing():
        note = f"Share of {answer.values.shape[1]:,} drawn futures in which a plan is worth at least so many points; ◆ as planned"
        figure = page(*size, Headline(finding(answer), note), 0.3, look)
        axes = panel(figure, (LEFT, FOOTER + 0.1), across, up, look)
        _frame(axes, answer, look)
        for row in reversed(range(len(answer.sides))):  # the first lies on top
            worth = np.sort(answer.values[row])
            shares = 1 - np.arange(len(worth)) / len(worth)
            style = STROKES[row].look(look)
            axes.step(worth, shares, where="pre", gid=f"side {row}", zorder=4 - row * 0.1, **style)
            axes.scatter([answer.sides[row].figures.value], [0.0], marker="D", s=26, color=style["color"], clip_on=False, zorder=5)
        _draw_key(panel(figure, (size[0] - KEY, FOOTER), KEY, up, look), up, answer, look)
        return figure


def finding(answer: Answer) -> str:
    """The headline: which plan holds best in bad futures, or what one plan is worth in them."""
    low = [answer.quantile(side, TENTH) for side in range(len(answer.sides))]
    best = int(np.argmax(low))
    if len(low) == 1:
        planned = answer.sides[0].figures.value
        less = 0.0 if planned <= 0 else (planned - float(np.median(answer.values[0]))) / planned
        return f"In a median future, {answer.sides[0].name} is worth {100 * abs(less):.1f} % {'less' if less >= 0 else 'more'} than planned"
    name = answer.sides[best].name
    return f"{name} is worth most in bad futures: one in ten is below {low[best]:,.0f} points"


def _frame(axes: Axes, answer: Answer, look: Theme) -> None:
    planned = [side.figures.value for side in answer.sides]
    lowest, highest = min(float(answer.values.min()), *planned), max(float(answer.values.max()), *planned)
    room = ROOM * max(1.0, highest - lowest)
    axes.set_xlim(lowest - room, highest + room)
    axes.set_ylim(0, 1.02)
    axes.xaxis.set_major_locator(MaxNLocator(6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda points, _: f"{points:,.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda share, _: f"{100 * share:.0f} %"))
    axes.tick_params(colors=look.muted, labelsize=LABEL, length=0)
    axes.grid(visible=True, color=look.grid, lw=HAIRLINE)
    axes.axhline(1 - TENTH, color=look.line, lw=1.0, ls=(0, (4, 3)))
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_axisbelow(True)


def _draw_key(axes: Axes, up: float, answer: Answer, look: Theme) -> None:
    """Name, mean and the value that one future in ten is below."""
    axes.set_axis_off()
    axes.set_xlim(0, KEY)
    axes.set_ylim(up, 0)
    for row, side in enumerate(answer.sides):
        top = 0.15 + row * LINE
        axes.plot([KEY_LEFT, KEY_LEFT + SAMPLE], [top, top], **STROKES[row].look(look))
        name = elided(side.name, LABEL, KEY - KEY_LEFT - SAMPLE - 0.2)
        axes.text(KEY_LEFT + SAMPLE + 0.1, top, name, color=look.text, size=LABEL, va="center", weight="bold")
        told = f"mean {answer.values[row].mean():,.0f}\n1 in 10 below {answer.quantile(row, TENTH):,.0f}"
        axes.text(KEY_LEFT + SAMPLE + 0.1, top + 0.12, told, color=look.muted, size=LABEL, va="top", linespacing=1.3)
