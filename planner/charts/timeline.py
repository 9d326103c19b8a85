"""Drawing of bars over months: phases, weekly coverage below them, links between rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from planner.charts.style import HAIRLINE, LABEL, Headline, Theme, drawing, elided, page, panel
from planner.charts.weeks import mark_today, months
from solver.problem import Floats

LEFT, ACROSS, RIGHT = 2.8, 9.0, 2.0
"""Inches of names, of bars and of figures."""
TOP, BOTTOM, ROW_HEIGHT = 1.3, 0.25, 0.36
"""Inches above the bars (headline, months), below them, and of a row."""
PHASE_TOP, PHASE_FOOT, STRIP_FOOT = 0.14, 0.6, 0.86
"""Parts of a row's height: where the phases begin, where the coverage strip begins and where it ends."""
SMALL = 7.0
"""Size of the names of phases, in points."""
COVERED = 0.995
"""Share of a week's hours from which on it counts as covered."""


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Row:
    """One project; times in weeks from the start of the horizon, `bar` None without dates.

    `selected` is whether it takes part in the plan, `takes_part` whether it may; `covered` (T,) is the part of each
    week's hours that is met, NaN where none are due; `coverage` is that of the whole in words.
    """

    name: str
    priority: int
    status: str
    takes_part: bool
    selected: bool
    coverage: str
    bar: tuple[float, float] | None
    delay: int
    phases: tuple[Phase, ...]
    covered: Floats


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency between two rows, from start or finish to start or finish."""

    before: int
    after: int
    from_finish: bool
    to_finish: bool
    broken: bool

    def moved(self, rows: int) -> Link:
        return replace(self, before=self.before + rows, after=self.after + rows)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All rows by rank, those that take no part last; links join rows by their place among them."""

    weeks: tuple[dt.date, ...]
    rows: tuple[Row, ...]
    links: tuple[Link, ...]

    def cut(self, first: int, last: int) -> Timeline:
        """The rows from `first` up to but without `last`, and the links between them."""
        rows = self.rows[first:last]
        links = (link.moved(-first) for link in self.links)
        return Timeline(self.weeks, rows, tuple(link for link in links if {link.before, link.after} <= set(range(len(rows)))))


def draw_timeline(view: Timeline, headline: Headline, theme: Theme, today: dt.date) -> Figure:
    """Rows from the top down under the months; bars are cut where the horizon begins and ends."""
    rows, weeks = view.rows, view.weeks
    with drawing():
        up = ROW_HEIGHT * max(1, len(rows))
        figure = page(LEFT + ACROSS + RIGHT, TOP + up + BOTTOM, headline, 0.3, theme)
        axes = panel(figure, (LEFT, BOTTOM), ACROSS, up, theme)
        axes.set_xlim(0, len(weeks))
        axes.set_ylim(max(1, len(rows)), 0)
        axes.set_yticks([])
        _label_months(axes, weeks, theme)
        for line, row in enumerate(rows):
            _draw_row(axes, line, row, theme)
            _write_row(axes, line, row, len(weeks) / ACROSS, theme)
        for link in view.links:
            _draw_link(axes, link, rows, theme)
        mark_today(axes, weeks, today, theme)
        return figure


def _label_months(axes: Axes, weeks: Sequence[dt.date], theme: Theme) -> None:
    """A line where each month begins; as many names as there is room for, the year with the first of each year."""
    spans = months(weeks)
    step = next(step for step in (1, 3, 6, 12, len(spans) + 12) if step * ACROSS / len(spans) > 0.4)
    spans = spans[::step]
    years = [first.year for first, _, _ in spans]
    names = [f"{first.year}\n{first:%b}" if n == 0 or years[n - 1] != years[n] else f"{first:%b}" for n, (first, _, _) in enumerate(spans)]
    axes.set_xticks([start for _, start, _ in spans], names)
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", pad=12)
    for tick in axes.get_xticklabels():
        tick.set_horizontalalignment("left")
    axes.vlines([start for _, start, _ in spans], 0, 1, transform=axes.get_xaxis_transform(), color=theme.line, lw=HAIRLINE, zorder=0.5)


def _draw_row(axes: Axes, line: int, row: Row, theme: Theme) -> None:
    axes.axhline(line + 1, color=theme.grid, lw=HAIRLINE, zorder=0.5)
    if row.bar is None:
        return
    start, end = row.bar
    if not row.selected:
        bar = Rectangle((start, line + PHASE_TOP), end - start, STRIP_FOOT - PHASE_TOP, gid="not in the plan")
        bar.set(facecolor="none", edgecolor=theme.disabled, linestyle=(0, (3, 2)), linewidth=HAIRLINE)
        axes.add_patch(bar)
        return
    for phase in row.phases:
        _draw_phase(axes, line, phase, theme)
    _draw_strip(axes, line, row, theme)
    if row.delay:
        y = line + (PHASE_TOP + PHASE_FOOT) / 2
        axes.annotate("", (start, y), (start - row.delay, y), arrowprops={"arrowstyle": "->", "color": theme.bad, "lw": 1.0})


def _draw_phase(axes: Axes, line: int, phase: Phase, theme: Theme) -> None:
    """A pale block with its name, where that fits into what is seen of it."""
    height = PHASE_FOOT - PHASE_TOP
    block = Rectangle((phase.start, line + PHASE_TOP), phase.end - phase.start, height, gid="phase")
    block.set(facecolor=theme.selection, edgecolor=theme.surface, linewidth=1.0)
    axes.add_patch(block)
    last_week = axes.get_xlim()[1]
    first, last = max(0.0, phase.start), min(last_week, phase.end)
    room = (last - first) * ACROSS / last_week - 0.1
    name = elided(phase.name, SMALL, room) if room > 0.25 else ""
    if name and (name == phase.name or room > 0.5):
        middle = line + PHASE_TOP + height / 2
        axes.text(first + 0.06 * last_week / ACROSS, middle, name, color=theme.text, size=SMALL, va="center_baseline", zorder=3)


def _draw_strip(axes: Axes, line: int, row: Row, theme: Theme) -> None:
    """Each week filled from below by the part of its hours that is met; the rest of a week that is short is hatched."""
    edges, foot, height = np.arange(len(row.covered) + 1), line + STRIP_FOOT, STRIP_FOOT - PHASE_FOOT
    tops = foot - np.minimum(row.covered, 1.0) * height
    axes.stairs(tops, edges, baseline=np.where(np.isnan(tops), np.nan, foot), fill=True, color=theme.accent, lw=0, gid="covered")
    short = row.covered < COVERED
    if short.any():
        rest, above = np.where(short, tops, np.nan), np.where(short, line + PHASE_FOOT, np.nan)
        hatched = axes.stairs(rest, edges, baseline=above, fill=True, gid="short")
        hatched.set(facecolor="none", edgecolor=theme.bad, hatch="////////", linewidth=0)


def _write_row(axes: Axes, line: int, row: Row, weeks_an_inch: float, theme: Theme) -> None:
    colour = theme.text if row.selected else theme.muted
    y, right = line + 0.5, axes.get_xlim()[1]
    look: dict[str, Any] = {"size": LABEL, "va": "center_baseline"}  # Any: whatever a Text takes
    axes.text(-(LEFT - 0.3) * weeks_an_inch, y, f"P{row.priority}", color=theme.muted, **look)
    axes.text(-(LEFT - 0.7) * weeks_an_inch, y, elided(row.name, LABEL, LEFT - 0.85), color=colour, **look)
    axes.text(right + 0.15 * weeks_an_inch, y, _standing(row), color=theme.muted, **look)
    axes.text(right + (RIGHT - 0.3) * weeks_an_inch, y, row.coverage, color=colour, ha="right", **look)


def _standing(row: Row) -> str:
    """What the plan makes of the project where that is not what was asked, else its status."""
    if row.takes_part and not row.selected:
        return "left out"
    return f"delayed {row.delay} week{'' if row.delay == 1 else 's'}" if row.delay else row.status.lower()


def _draw_link(axes: Axes, link: Link, rows: Sequence[Row], theme: Theme) -> None:
    """From the predecessor's end along the gap next to the successor's row, then into its bar."""
    before, after = rows[link.before].bar, rows[link.after].bar
    if before is None or after is None:
        return
    last_week = axes.get_xlim()[1]
    x1, x2 = (min(max(x, 0.0), last_week) for x in (before[link.from_finish], after[link.to_finish]))
    down = link.after > link.before
    leaves = link.before + (STRIP_FOOT if down else PHASE_TOP)
    enters = link.after + (PHASE_TOP if down else STRIP_FOOT)
    gap = link.after + (0.04 if down else 0.96)
    colour, width = (theme.bad, 1.3) if link.broken else (theme.muted, 0.8)
    axes.plot([x1, x1, x2, x2], [leaves, gap, gap, enters], color=colour, lw=width, zorder=2.9, gid="link")
    axes.plot([x2], [enters], marker="v" if down else "^", ms=3.5, mew=0, color=colour, zorder=2.9, clip_on=False)
