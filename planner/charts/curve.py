"""The curve of a replanning: what a plan is worth for each share of hours moved, under what no plan exceeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from data.entities import Points
from planner.charts.style import FOOTER, HAIRLINE, HEADER, LABEL, LOAD_LINE, NOTE, THEMES, Headline, Theme, ThemeName, drawing, page, panel

WIDTH, HEIGHT = 9.0, 5.2
LEFT, RIGHT = 1.0, 1.7
"""Inches of the figures on the left, and of the bound's name on the right."""
ROOM = 0.12
"""Of the height between the least value and the bound, what is left free above and below."""
ENOUGH = 0.9
"""Share of the gain of a free replanning from which a point is named in the headline."""
NOTHING = 0.5
"""Points below this are no gain."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One point: the share of hours moved (0.03 is 3 %) and what the plan is worth."""

    moved: float
    worth: Points


def change_curve(marks: Sequence[Mark], bound: Points | None, *, theme: ThemeName = "light") -> Figure:
    """Value against the share of hours moved, one mark at least; `bound` None draws no line."""
    look = THEMES[theme]
    with drawing():
        figure = page(WIDTH, HEIGHT, Headline(finding(marks), _note(bound)), 0.3, look)
        axes = panel(figure, (LEFT, FOOTER + 0.1), WIDTH - LEFT - RIGHT, HEIGHT - HEADER - FOOTER - 0.2, look)
        _frame(axes, marks, bound, look)
        moved, worth = [mark.moved for mark in marks], [mark.worth for mark in marks]
        # a step: between two points the best plan known is the one on the left
        axes.step(moved, worth, where="post", color=look.accent, lw=LOAD_LINE, gid="value", zorder=3)
        axes.scatter(moved, worth, s=22, color=look.accent, gid="points", zorder=4)
        if bound is not None:
            axes.axhline(bound, color=look.bad, lw=1.2, ls=(0, (4, 3)), gid="bound", zorder=2)
            axes.text(1.01, bound, f"bound {bound:,.0f}", transform=axes.get_yaxis_transform(), color=look.bad, size=LABEL, va="center")
        return figure


def finding(marks: Sequence[Mark]) -> str:
    """The headline: how few of the moves buy most of the gain."""
    first, last = marks[0], marks[-1]
    gain = last.worth - first.worth
    if gain <= NOTHING:
        return "Moving more than has to be moved gains nothing"
    near = next(mark for mark in marks if mark.worth - first.worth >= ENOUGH * gain)
    if near is last:
        return f"Each further move still gains: {gain:,.0f} points when {_share(last.moved)} of the hours move"
    return f"Moving {_share(near.moved)} of the hours gains {gain_share(near.worth - first.worth, gain)} of what moving {_share(last.moved)} would"


def gain_share(part: Points, whole: Points) -> str:
    """What part of the gain it is, never all of it unless it is."""
    return "all" if part >= whole else f"{min(99.9, 100 * part / whole):.1f} %"


def _note(bound: Points | None) -> str:
    return "Best plan known, in points, by share of hours moved (axis not from 0)" + (
        "" if bound is None else "; no plan is worth more than the bound"
    )


def _frame(axes: Axes, marks: Sequence[Mark], bound: Points | None, look: Theme) -> None:
    values = [mark.worth for mark in marks] + ([] if bound is None else [bound])
    room = ROOM * max(1.0, max(values) - min(values))
    axes.set_ylim(min(values) - room, max(values) + room)
    farthest = max(mark.moved for mark in marks)
    axes.set_xlim(-0.02 * max(farthest, 0.01), 1.03 * max(farthest, 0.01))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: _share(share)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda points, _: f"{points:,.0f}"))
    axes.grid(axis="y", color=look.grid, lw=HAIRLINE)
    axes.set_xlabel("hours moved", color=look.muted, size=NOTE)


def _share(share: float) -> str:
    return f"{100 * share:.1f} %".replace(".0 %", " %")
