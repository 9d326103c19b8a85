"""A sweep drawn: lines under each other where one input varies, the value with its proved bound; a grid of figures where two do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planner.charts.style import (
    FOOTER,
    HAIRLINE,
    HEADER,
    LABEL,
    LOAD_LINE,
    THEMES,
    Headline,
    Theme,
    ThemeName,
    blend,
    drawing,
    elided,
    ink_on,
    page,
    panel,
    text_width,
)
from planner.comparing.measures import MEANINGS, Aim, Form, Measure
from planner.comparing.wording import written
from planner.sweeping.points import Point, Swept
from planner.sweeping.question import Axis
from planner.sweeping.wording import finding

SIZE = (10.0, 6.2)
"""Inches across and up, unless a page has another size."""
LEFT, RIGHT = 1.15, 0.4
"""Inches left of the panels for the figures, and right of them."""
BETWEEN, NAME = 0.16, 0.26
"""Inches between two panels, and above each for its name."""
MOST_PANELS = 4
USUAL = (Measure.VALUE, Measure.WEIGHTED, Measure.UTILISATION)
"""The measures of a chart that is asked for none."""
ROOM = 0.08
"""Of the span of figures, what is left free above and below."""
FAINT, FULL = 0.04, 0.6
"""Parts of the accent in the cell of the least and of the greatest figure."""


def sweep_chart(
    swept: Swept, measures: Sequence[Measure] = USUAL, *, theme: ThemeName = "light", size: tuple[float, float] = SIZE
) -> Figure:
    """Up to four measures of a sweep of one input, or the first of them where two vary; `size` in inches."""
    look = THEMES[theme]
    chosen = list(measures)[:MOST_PANELS] or [USUAL[0]]
    with drawing():
        return _lines(swept, chosen, look, size) if len(swept.sweep.axes) == 1 else _grid(swept, chosen[0], look, size)


def _lines(swept: Swept, measures: Sequence[Measure], look: Theme, size: tuple[float, float]) -> Figure:
    axis = swept.sweep.axes[0]
    of_bound = "; the value's band reaches up to its proved bound" if Measure.VALUE in measures else ""
    figure = page(*size, Headline(finding(swept), f"By {_called(axis)}{of_bound} (axes not from 0)"), 0.3, look)
    across = size[0] - LEFT - RIGHT
    up = (size[1] - HEADER - FOOTER - 0.2) / len(measures)
    for row, measure in enumerate(measures):
        bottom = FOOTER + 0.2 + (len(measures) - 1 - row) * up
        axes = panel(figure, (LEFT, bottom), across, up - NAME - BETWEEN, look)
        axes.set_gid(measure.value)
        axes.set_title(measure.value, loc="left", size=LABEL, color=look.text, weight="bold", pad=5)
        _draw_line(axes, swept, measure, look)
        axes.tick_params(labelbottom=row == len(measures) - 1)
    axes.set_xlabel(_called(axis), color=look.muted, size=LABEL)
    return figure


def _called(axis: Axis) -> str:
    unit = axis.input.meaning.unit
    return f"{axis.input.heading} ({unit})" if unit else axis.input.heading


def _draw_line(axes: Axes, swept: Swept, measure: Measure, look: Theme) -> None:
    """Points that have no plan are left out of the line and marked on the axis."""
    form, figures = MEANINGS[measure].form, swept.sweep.axes[0].figures
    said = [_of(point, measure) for point in swept.points]
    worth = np.array([np.nan if each is None else each for each in said])
    bounds = np.array([np.nan if point.bound is None else point.bound for point in swept.points])
    if measure is Measure.VALUE:
        axes.fill_between(figures, worth, bounds, color=look.accent, alpha=0.18, lw=0, gid="band")
        axes.plot(figures, bounds, color=look.bad, lw=1.0, ls=(0, (4, 3)), gid="bound")
    axes.plot(figures, worth, color=look.accent, lw=LOAD_LINE, marker="o", ms=4, gid="line", zorder=3)
    known = np.concatenate([worth, bounds]) if measure is Measure.VALUE else worth
    known = known[~np.isnan(known)]
    if known.size:
        room = ROOM * max(float(known.max() - known.min()), 1e-3 * max(1.0, abs(float(known.max()))))
        axes.set_ylim(float(known.min()) - room, float(known.max()) + room)
    missing = [figure for figure, each in zip(figures, said, strict=True) if each is None]
    axes.plot(missing, [0.02] * len(missing), "x", color=look.bad, ms=6, transform=axes.get_xaxis_transform(), clip_on=False, gid="missing")
    span = (figures[-1] - figures[0]) or 1.0
    axes.set_xlim(figures[0] - 0.03 * span, figures[-1] + 0.03 * span)
    axes.xaxis.set_major_locator(MaxNLocator(12, integer=swept.sweep.axes[0].input.meaning.whole))
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=form is Form.COUNT))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda figure, _: written(figure, form)))
    axes.grid(visible=True, color=look.grid, lw=HAIRLINE)


def _of(point: Point, measure: Measure) -> float | None:
    return point.measures.get(measure)


def _grid(swept: Swept, measure: Measure, look: Theme, size: tuple[float, float]) -> Figure:
    """The first input from the top down, the second from left to right; the stronger the colour, the greater the figure."""
    down, along = swept.sweep.axes
    more = {Aim.MORE: "; more is better", Aim.LESS: "; less is better", Aim.NEITHER: ""}[MEANINGS[measure].aim]
    note = f"{measure.value} by {_called(down)} (down) and {_called(along)} (across){more}"
    figure = page(*size, Headline(finding(swept), note), 0.3, look)
    widest = max(text_width(down.input.words(each), LABEL) for each in down.figures)
    left = max(LEFT, widest + 0.5)
    axes = panel(figure, (left, FOOTER + 0.1), size[0] - left - RIGHT, size[1] - HEADER - FOOTER - 0.2, look)
    axes.set_gid("grid")
    axes.set_xlim(0, len(along.figures))
    axes.set_ylim(len(down.figures), 0)
    axes.set_xticks([place + 0.5 for place in range(len(along.figures))], [along.input.words(each) for each in along.figures])
    axes.set_yticks([place + 0.5 for place in range(len(down.figures))], [down.input.words(each) for each in down.figures])
    cell = (size[0] - left - RIGHT) / len(along.figures)
    known = [each for point in swept.points if (each := _of(point, measure)) is not None]
    least, most = (min(known), max(known)) if known else (0.0, 0.0)
    for point in swept.points:
        _draw_cell(axes, point, measure, (least, most), cell, look)
    return figure


def _draw_cell(axes: Axes, point: Point, measure: Measure, span: tuple[float, float], across: float, look: Theme) -> None:
    row, column = point.place
    worth = _of(point, measure)
    if worth is None:
        fill, said, text = look.grid, "×", look.bad
    else:
        part = (worth - span[0]) / (span[1] - span[0]) if span[1] > span[0] else 0.5
        fill = blend(look.surface, look.accent, FAINT + (FULL - FAINT) * part)
        said, text = written(worth, MEANINGS[measure].form), ink_on(fill)
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=fill, edgecolor=look.surface, lw=1.5))
    said = elided(said, LABEL, across - 0.06)
    axes.text(column + 0.5, row + 0.5, said, color=text, size=LABEL, ha="center", va="center")
