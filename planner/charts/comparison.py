"""The load of several plans laid over each other: a line for each side, told apart by colour, dashes and width, and the load line."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.stacking import hour_axis
from planner.charts.style import (
    FOOTER,
    HEADER,
    LABEL,
    LOAD_LINE,
    THEMES,
    Headline,
    Theme,
    ThemeName,
    drawing,
    elided,
    page,
    panel,
)
from planner.charts.weeks import default_today, horizon, label_weeks, mark_today
from planner.comparing.comparison import Comparison
from planner.comparing.loads import EVERYBODY, Group, Load
from solver.problem import Floats

SIZE = (12.0, 5.8)
"""Inches across and up, unless a page has another size."""
LEFT, KEY = 0.75, 2.85
"""Inches left of the panel for the axis, and right of it for the key."""
LINE, SAMPLE, KEY_LEFT = 0.42, 0.5, 0.3
"""Inches from one entry of the key to the next, of the line drawn in it, and left of that."""
NOTEWORTHY = 0.5
"""Hours below this are not worth a headline, nor a second line of capacity."""
ROOM = 1.06


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the line of a side is drawn; colour in light and in dark, the dashes in widths of the line."""

    light: str
    dark: str
    width: float
    dashes: tuple[float, ...] = ()

    def look(self, theme: Theme) -> dict[str, Any]:  # Any: what a line takes
        style = (0, self.dashes) if self.dashes else "solid"
        return {"color": self.dark if theme.name == "dark" else self.light, "lw": self.width, "ls": style}


STROKES = (
    Stroke("#1D5FBF", "#74A9FF", 2.4),
    Stroke("#A85A00", "#E8B04B", 1.8, (4.0, 1.6)),
    Stroke("#0E7C66", "#5CC79A", 1.8, (1.2, 1.4)),
    Stroke("#8A2F78", "#E18AD2", 1.5, (6.0, 1.6, 1.2, 1.6)),
    Stroke("#4A5361", "#C3CBD5", 1.2, (9.0, 3.0)),
)
"""By the places of the sides: parted by colour for every kind of eye, in grey by their dashes and widths."""


def comparison_chart(
    comparison: Comparison,
    group: Group = EVERYBODY,
    *,
    theme: ThemeName = "light",
    today: dt.date | None = None,
    size: tuple[float, float] = SIZE,
) -> Figure:
    """Hours a week of everybody, of one role or of one team in each side, against capacity; `size` in inches."""
    load, look = comparison.load(group), THEMES[theme]
    across, up = size[0] - LEFT - KEY, size[1] - HEADER - FOOTER
    with drawing():
        note = f"Hours a week in each side against capacity, {horizon(load.weeks)}"
        figure = page(*size, Headline(finding(comparison, group, load), note), LEFT, look)
        axes = panel(figure, (LEFT, FOOTER), across, up, look)
        axes.set_gid("weeks")
        highest = float(np.nanmax(np.concatenate((load.hours, load.capacity)), initial=0.0)) or 1.0
        axes.set_ylim(0, highest * ROOM)
        hour_axis(axes, look)
        label_weeks(axes, load.weeks, across, look)
        _draw_capacity(axes, load, look)
        for row in reversed(range(len(comparison.sides))):  # the first lies on top
            _draw_line(axes, load.hours[row], zorder=4 - row * 0.1, gid=f"side {row}", **STROKES[row].look(look))
        mark_today(axes, load.weeks, default_today(today), look)
        _draw_key(panel(figure, (size[0] - KEY, FOOTER), KEY, up, look), up, comparison, load, look)
        return figure


def finding(comparison: Comparison, group: Group, load: Load) -> str:
    """The headline: the side whose hours differ most from those of the first, by how many, and when most."""
    who = f"{group.name}: " if group.name else ""
    more = [np.nansum(hours) - np.nansum(load.hours[0]) for hours in load.hours[1:]]
    apart = [float(np.abs(np.nan_to_num(hours) - np.nan_to_num(load.hours[0])).sum()) for hours in load.hours[1:]]
    if not apart or max(apart) < NOTEWORTHY:
        return f"{who}{'the' if who else 'The'} load is the same in every week"
    most = int(np.argmax(apart))
    name, total = comparison.others[most].name, float(more[most])
    month = _month(load.weeks, np.abs(np.nan_to_num(load.hours[most + 1]) - np.nan_to_num(load.hours[0])))
    amount = f"{abs(total):,.0f} h {'more' if total > 0 else 'less'}" if abs(total) >= NOTEWORTHY else "the same hours in other weeks"
    verb = "takes" if abs(total) >= NOTEWORTHY else "puts"
    return f"{who}{name} {verb} {amount}{' than ' + comparison.first.name if verb == 'takes' else ''}, mostly in {month}"


def _month(weeks: Sequence[dt.date], hours: Floats) -> str:
    by_month: dict[tuple[int, int], float] = defaultdict(float)
    for monday, each in zip(weeks, hours, strict=True):
        by_month[monday.year, monday.month] += float(each)
    year, month = max(by_month, key=lambda key: by_month[key])
    return f"{dt.date(year, month, 1):%B %Y}"


def _draw_capacity(axes: Axes, load: Load, theme: Theme) -> None:
    """The load line of the first side, and a thin one of each side whose capacity is another."""
    for row in range(1, len(load.capacity)):
        if _has_own_capacity(load, row):
            look = STROKES[row].look(theme) | {"lw": 0.9}
            _draw_line(axes, load.capacity[row], zorder=3, gid=f"capacity {row}", **look)
    _draw_line(axes, load.capacity[0], color=theme.text, lw=LOAD_LINE, zorder=5, gid="capacity")


def _has_own_capacity(load: Load, row: int) -> bool:
    return bool((np.abs(np.nan_to_num(load.capacity[row]) - np.nan_to_num(load.capacity[0])) > NOTEWORTHY).any())


def _draw_line(axes: Axes, hours: Floats, **look: Any) -> None:  # Any: whatever a line takes
    """A step for each week; nothing where there is no such week."""
    axes.stairs(hours, np.arange(len(hours) + 1), baseline=None, **look)


def _draw_key(axes: Axes, up: float, comparison: Comparison, load: Load, theme: Theme) -> None:
    """Each side's line with its name and hours over all weeks, then its capacity where that is its own; the panel is `up` inches high."""
    axes.set_xlim(0, KEY)
    axes.set_ylim(0, up)
    axes.set_axis_off()
    y = up - LINE / 2
    _write(axes, y, "capacity", f"{np.nansum(load.capacity[0]):,.0f} h", theme, color=theme.text, lw=LOAD_LINE)
    for row, side in enumerate(comparison.sides):
        y -= LINE
        total = np.nansum(load.hours[row])
        more = total - np.nansum(load.hours[0])
        told = f"{total:,.0f} h" + (f"  {'+' if more > 0 else '−'}{abs(more):,.0f}" if row and abs(more) >= NOTEWORTHY else "")
        _write(axes, y, side.name, told, theme, **STROKES[row].look(theme))
        if row and _has_own_capacity(load, row):
            y -= LINE
            look = STROKES[row].look(theme) | {"lw": 0.9}
            _write(axes, y, "its capacity", f"{np.nansum(load.capacity[row]):,.0f} h", theme, **look)


def _write(axes: Axes, y: float, name: str, figures: str, theme: Theme, **look: Any) -> None:  # Any: whatever a line takes
    """A sample of the line, the name and under it the figures."""
    axes.plot([KEY_LEFT, KEY_LEFT + SAMPLE], [y, y], solid_capstyle="butt", **look)
    left = KEY_LEFT + SAMPLE + 0.12
    axes.text(left, y + 0.07, elided(name, LABEL, KEY - left - 0.15), color=theme.text, size=LABEL, va="center_baseline")
    axes.text(left, y - 0.09, figures, color=theme.muted, size=LABEL, va="center_baseline")
