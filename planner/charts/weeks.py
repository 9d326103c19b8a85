"""The axis of time: week t of a horizon spans t to t + 1."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Literal

from matplotlib.axes import Axes

from planner.charts.style import HAIRLINE, LABEL, Theme

LABEL_INCHES = 0.92
"""Room that one week's label takes along the axis."""
STEPS = (1, 2, 4, 8, 13, 26, 52)
"""Weeks from one label to the next: halves, months and quarters."""


def week_label(monday: dt.date) -> str:
    """A week as W14 · 5 Apr: its ISO number and its Monday."""
    return f"W{monday.isocalendar().week} · {monday.day} {monday:%b}"


def horizon(weeks: Sequence[dt.date]) -> str:
    """The first and the last day of the horizon, in words."""
    last = weeks[-1] + dt.timedelta(days=6)
    return f"{weeks[0].day} {weeks[0]:%b %Y} to {last.day} {last:%b %Y}"


def position(day: dt.date, weeks: Sequence[dt.date]) -> float:
    """Where a day begins on the axis, in weeks from the start of the horizon."""
    return (day - weeks[0]).days / 7


def label_weeks(axes: Axes, weeks: Sequence[dt.date], inches: float, theme: Theme, *, above: bool = False) -> None:
    """Label as many weeks as there is room for, below or above; the first of each year that is labelled tells the year."""
    room = max(1, math.floor(inches / LABEL_INCHES))
    step = next((step for step in STEPS if len(weeks) <= room * step), STEPS[-1] * math.ceil(len(weeks) / room / STEPS[-1]))
    at = range(0, len(weeks), step)
    new_year = [t == 0 or weeks[t].year != weeks[t - step].year for t in at]
    labels = [_two_lines(weeks[t], above=above) if new else week_label(weeks[t]) for t, new in zip(at, new_year, strict=True)]
    axes.set_xlim(0, len(weeks))
    axes.set_xticks([t + 0.5 for t in at], labels)
    axes.vlines([float(t) for t in at], 0, 1, transform=axes.get_xaxis_transform(), color=theme.grid, lw=HAIRLINE, zorder=0.5)
    if above:
        axes.xaxis.tick_top()


def _two_lines(monday: dt.date, *, above: bool) -> str:
    """The week on the line next to the axis, the year on the other."""
    return f"{monday.year}\n{week_label(monday)}" if above else f"{week_label(monday)}\n{monday.year}"


def months(weeks: Sequence[dt.date]) -> list[tuple[dt.date, float, float]]:
    """The months of the horizon: first day, and where each begins and ends on the axis."""
    last = weeks[-1] + dt.timedelta(days=7)
    starts = [weeks[0]]
    while (following := (starts[-1].replace(day=1) + dt.timedelta(days=32)).replace(day=1)) < last:
        starts.append(following)
    ends = [*starts[1:], last]
    return [(start, position(start, weeks), position(end, weeks)) for start, end in zip(starts, ends, strict=True)]


def mark_today(axes: Axes, weeks: Sequence[dt.date], today: dt.date, theme: Theme) -> None:
    """A thin line through today, labelled above the panel; nothing where today is outside the horizon."""
    at = position(today, weeks) + 0.5 / 7
    if 0 <= at <= len(weeks):
        axes.axvline(at, color=theme.accent, lw=1.0, zorder=2.8, gid="today")
        _label_today(axes, at, 1, "bottom", theme)


def frame_this_week(axes: Axes, weeks: Sequence[dt.date], today: dt.date, theme: Theme) -> None:
    """A line on either side of the week of today, labelled below, so that figures in that week stay legible."""
    week = math.floor(position(today, weeks))
    if 0 <= week < len(weeks):
        axes.vlines([week, week + 1], 0, 1, transform=axes.get_xaxis_transform(), color=theme.accent, lw=1.0, zorder=2.8, gid="today")
        _label_today(axes, week + 0.5, 0, "top", theme)


def _label_today(axes: Axes, at: float, edge: int, side: Literal["top", "bottom"], theme: Theme) -> None:
    gap = 2 if side == "bottom" else -2
    where = axes.get_xaxis_transform()
    label = axes.annotate("today", (at, edge), (0, gap), xycoords=where, textcoords="offset points", ha="center", va=side)
    label.set(color=theme.accent, size=LABEL)


def default_today(today: dt.date | None) -> dt.date:
    """The day given, else the day of this machine."""
    return today or dt.datetime.now().astimezone().date()
