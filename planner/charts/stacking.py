"""Drawing of a stack of hours under the load line."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planner.charts.style import (
    FOOTER,
    HAIRLINE,
    HEADER,
    LABEL,
    LOAD_LINE,
    PROJECT_COLOURS,
    Headline,
    Theme,
    drawing,
    elided,
    ink_on,
    page,
    panel,
    text_width,
)
from planner.charts.weeks import horizon, label_weeks, mark_today
from solver.problem import Floats

WIDTH, HEIGHT = 12.0, 5.8
LEFT, KEY = 0.75, 2.85
"""Inches left of the panel for the axis, and right of it for the key."""
ACROSS, UP = WIDTH - LEFT - KEY, HEIGHT - HEADER - FOOTER
"""Inches of the panel."""
ROW, SWATCH, KEY_LEFT = 0.215, 0.14, 0.4
"""Inches from one line of the key to the next, of its patch of colour, and left of that patch."""
NAME_HEIGHT = 0.14
"""Inches of height that a name needs inside its layer."""
VISIBLE = 0.005
"""Hours below this are not drawn: half of a plan's smallest figure."""

OUTLINED = 0.5
"""Hours unmet in a week below which no outline is drawn: many people's hours, each rounded down."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One project's hours a week (T,) with its rank, or those of all beyond the twelfth, whose rank is None."""

    name: str
    rank: int | None
    hours: Floats

    def colour(self, theme: Theme) -> str:
        return theme.other if self.rank is None else PROJECT_COLOURS[self.rank]


@dataclass(frozen=True, slots=True)
class Stack:
    """Hours a week (T,): layers from the baseline up, unmet demand above them, and the load line."""

    weeks: tuple[dt.date, ...]
    capacity: Floats
    layers: tuple[Layer, ...]
    unmet: Floats

    @property
    def tops(self) -> Floats:
        """(layers + 1, T) where each layer begins; the last row is the whole load."""
        return np.cumsum([np.zeros(len(self.weeks)), *(layer.hours for layer in self.layers)], axis=0)


def draw_stack(stack: Stack, title: str, theme: Theme, today: dt.date) -> Figure:
    """The layers from the baseline up, what is above capacity hatched, unmet demand outlined, capacity as a strong line."""
    with drawing():
        headline = Headline(title, f"Hours a week by project against capacity, {horizon(stack.weeks)}")
        figure = page(WIDTH, HEIGHT, headline, LEFT, theme)
        axes = panel(figure, (LEFT, FOOTER), ACROSS, UP, theme)
        axes.set_gid("weeks")
        tops = stack.tops
        highest = float(np.maximum(stack.capacity, tops[-1] + stack.unmet).max()) or 1.0
        axes.set_ylim(0, highest * 1.06)
        hour_axis(axes, theme)
        label_weeks(axes, stack.weeks, ACROSS, theme)
        for layer, bottom, top in zip(stack.layers, tops, tops[1:], strict=False):
            _draw_layer(axes, layer, bottom, top, theme)
            _name_layer(axes, layer, bottom, top, theme)
        _draw_excess(axes, stack, theme)
        edges = np.arange(len(stack.weeks) + 1)
        axes.stairs(stack.capacity, edges, baseline=None, color=theme.text, lw=LOAD_LINE, zorder=5, gid="capacity")
        mark_today(axes, stack.weeks, today, theme)
        _draw_key(panel(figure, (WIDTH - KEY, FOOTER), KEY, UP, theme), stack, float(stack.capacity[-1]) / axes.get_ylim()[1] * UP, theme)
        return figure


def hour_axis(axes: Axes, theme: Theme) -> None:
    """Labels hours a week from the bottom up, with faint lines across."""
    axes.set_ylabel("hours a week", color=theme.muted, size=LABEL)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 4, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda hours, _: f"{hours:,.0f}"))
    axes.grid(axis="y", color=theme.grid, lw=HAIRLINE)


def _draw_layer(axes: Axes, layer: Layer, bottom: Floats, top: Floats, theme: Theme) -> None:
    """One layer in steps, parted from its neighbours by a hairline in the colour of the page."""
    edges = np.arange(len(top) + 1)
    colour = layer.colour(theme)
    axes.stairs(top, edges, baseline=bottom, fill=True, facecolor=colour, edgecolor=theme.surface, lw=HAIRLINE, gid=f"layer {layer.name}")


def _draw_excess(axes: Axes, stack: Stack, theme: Theme) -> None:
    """Load above the line is hatched; unmet demand stands above the load as an outline."""
    load, capacity, unmet = stack.tops[-1], stack.capacity, stack.unmet
    edges = np.arange(len(load) + 1)
    over = load > capacity + VISIBLE
    if over.any():
        axes.stairs(
            np.where(over, load, np.nan),
            edges,
            baseline=np.where(over, capacity, np.nan),
            fill=True,
            facecolor="none",
            edgecolor=theme.bad,
            hatch="//////",
            lw=HAIRLINE,
            zorder=4,
            gid="above capacity",
        )
    if (unmet > OUTLINED).any():
        short = unmet > OUTLINED
        outline, foot = np.where(short, load + unmet, np.nan), np.where(short, load, np.nan)
        axes.stairs(outline, edges, baseline=foot, color=theme.muted, lw=0.9, ls=(0, (3, 2)), zorder=3, gid="unmet")


def _name_layer(axes: Axes, layer: Layer, bottom: Floats, top: Floats, theme: Theme) -> None:
    """Write the name inside the layer where it is thickest, if it fits anywhere without leaving the layer."""
    week_inches, hour_inches = ACROSS / len(top), UP / axes.get_ylim()[1]
    span = math.ceil((text_width(layer.name, LABEL) + 0.08) / week_inches)
    if span > len(top):
        return
    floor = np.lib.stride_tricks.sliding_window_view(bottom, span).max(axis=1)
    ceiling = np.lib.stride_tricks.sliding_window_view(top, span).min(axis=1)
    best = int((ceiling - floor).argmax())
    if (ceiling[best] - floor[best]) * hour_inches >= NAME_HEIGHT:
        where = best + span / 2, float(ceiling[best] + floor[best]) / 2
        axes.text(*where, layer.name, color=ink_on(layer.colour(theme)), size=LABEL, ha="center", va="center_baseline", zorder=4)


def _draw_key(axes: Axes, stack: Stack, line_height: float, theme: Theme) -> None:
    """The mark where the load line ends, then what the stack holds from top to foot, with hours over all weeks."""
    axes.set_xlim(0, KEY)
    axes.set_ylim(0, UP)
    axes.set_axis_off()
    _draw_mark(axes, 0.1, line_height, theme)
    y = UP - ROW / 2
    _draw_mark(axes, KEY_LEFT + SWATCH / 2, y, theme)
    _write_key_line(axes, y, "capacity", float(stack.capacity.sum()), theme)
    if (stack.unmet > OUTLINED).any():
        y -= ROW
        _draw_swatch(axes, y, facecolor="none", edgecolor=theme.muted, ls=(0, (3, 2)), lw=0.9)
        _write_key_line(axes, y, "unmet demand", float(stack.unmet.sum()), theme)
    for layer in reversed(stack.layers):
        y -= ROW
        _draw_swatch(axes, y, facecolor=layer.colour(theme), lw=0)
        _write_key_line(axes, y, layer.name, float(layer.hours.sum()), theme)


def _draw_mark(axes: Axes, x: float, y: float, theme: Theme) -> None:
    """A disc with a line through it, as on a ship's side."""
    axes.add_patch(Circle((x, y), 0.065, facecolor="none", edgecolor=theme.text, lw=1.2, clip_on=False))
    axes.plot([x - 0.12, x + 0.12], [y, y], color=theme.text, lw=LOAD_LINE, solid_capstyle="butt", clip_on=False)


def _draw_swatch(axes: Axes, y: float, **look: Any) -> None:  # Any: whatever a Rectangle takes
    axes.add_patch(Rectangle((KEY_LEFT, y - SWATCH / 2), SWATCH, SWATCH, **look))


def _write_key_line(axes: Axes, y: float, name: str, hours: float, theme: Theme) -> None:
    figures = f"{hours:,.0f} h"
    left, right = KEY_LEFT + SWATCH + 0.12, KEY - 0.2
    room = right - left - text_width(figures, LABEL) - 0.1
    axes.text(left, y, elided(name, LABEL, room), color=theme.text, size=LABEL, va="center_baseline")
    axes.text(right, y, figures, color=theme.muted, size=LABEL, ha="right", va="center_baseline")
