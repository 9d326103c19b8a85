"""Drawing of a heat map's cells: colour, figure, sign and edge, so that none of them carries the meaning alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from planner.charts.figures import Figures, Written
from planner.charts.style import CELL, HAIRLINE, LABEL, Headline, Theme, blend, drawing, elided, page, panel, percent, text_width
from planner.charts.utilisation import HeatView
from planner.charts.weeks import frame_this_week, label_weeks
from planner.insight.ramp import Band, bands_of
from solver.problem import Bools

ROLE, NAME, TOTAL = 1.35, 1.75, 0.55
"""Inches of the columns left of the cells, and of the figures right of them."""
MARGIN, TOP, BOTTOM = 0.3, 1.15, 0.75
"""Inches left of the page, above the cells (headline and weeks) and below them (today and key)."""
ROW_HEIGHT = 0.2
WIDEST, NARROWEST, ACROSS = 0.36, 0.1, 13.0
"""Inches of one week: as wide as fits the page within these."""
FIGURE_ROOM = 0.22
"""Inches of a week from which on figures are printed."""
FIGURE_MIDDLE = 0.54
"""Part of a row's height at which a figure's middle stands: below the signs."""
SIGN = 9.0
"""Area of a triangle, in square points."""


def draw_mosaic(view: HeatView, headline: Headline, theme: Theme, today: dt.date) -> Figure:
    """Rows from the top down, a thin line between roles, a key below; an empty page where there are no rows."""
    with drawing():
        bands = bands_of(view.load, view.capacity)
        rows, weeks = bands.shape
        week = max(NARROWEST, min(WIDEST, ACROSS / weeks))
        left, across, up = MARGIN + ROLE + NAME, week * weeks, ROW_HEIGHT * max(1, rows)
        figure = page(max(9.0, left + across + TOTAL + MARGIN), TOP + up + BOTTOM, headline, MARGIN, theme)
        axes = panel(figure, (left, BOTTOM), across, up, theme)
        axes.set_ylim(max(1, rows), 0)
        axes.set_yticks([])
        label_weeks(axes, view.weeks, across, theme, above=True)
        if rows:
            _draw_cells(axes, bands, theme)
            _draw_edges(axes, view, theme)
            _write_figures(axes, view, bands, week, theme)
            _draw_signs(axes, bands, week, theme)
            _write_rows(axes, view, week, theme)
        frame_this_week(axes, view.weeks, today, theme)
        _draw_key(figure, theme)
        return figure


def _draw_cells(axes: Axes, bands: NDArray[np.object_], theme: Theme) -> None:
    colours = np.array([[to_rgb(theme.ramp[band].fill) for band in row] for row in bands])
    rows, weeks = bands.shape
    cells = axes.pcolormesh(np.arange(weeks + 1), np.arange(rows + 1), colours, edgecolors=theme.surface, lw=HAIRLINE)
    cells.set_gid("cells")
    for band, (hatch, ink) in _hatching(theme).items():
        _outline(axes, bands == band, f"{band} hatching", facecolor="none", edgecolor=ink, hatch=hatch, lw=0)


def _draw_edges(axes: Axes, view: HeatView, theme: Theme) -> None:
    """A solid edge where hours are firmly booked, a dashed one where they are booked softly."""
    _outline(axes, view.soft & ~view.hard, "soft bookings", facecolor="none", edgecolor=theme.text, ls=(0, (2, 1.5)), lw=0.8)
    _outline(axes, view.hard, "hard bookings", facecolor="none", edgecolor=theme.text, lw=0.9)


def _outline(axes: Axes, where: Bools, gid: str, **look: Any) -> None:  # Any: whatever a collection takes
    corners = np.array([[0.06, 0.06], [0.94, 0.06], [0.94, 0.94], [0.06, 0.94]])
    cells = np.argwhere(where)[:, None, ::-1] + corners[None, :, :]
    if len(cells):
        axes.add_collection(PolyCollection(list(cells), gid=gid, zorder=2, **look), autolim=False)


def _write_figures(axes: Axes, view: HeatView, bands: NDArray[np.object_], week: float, theme: Theme) -> None:
    """Utilisation in whole percent; hours where there is load but no capacity to divide by."""
    if week < FIGURE_ROOM:
        return
    written = []
    for row, t in np.argwhere((bands != Band.NONE) & (bands != Band.AWAY)):
        load, capacity = view.load[row, t], view.capacity[row, t]
        figure = f"{100 * load / capacity:.0f}" if capacity > 0 else f"{load:.0f} h"
        written.append(Written(t + 0.5, row + FIGURE_MIDDLE, figure, theme.ramp[bands[row, t]].text))
    figures = Figures(written, CELL)
    figures.set_zorder(3)
    axes.add_artist(figures)


def _draw_signs(axes: Axes, bands: NDArray[np.object_], week: float, theme: Theme) -> None:
    """One triangle in the corner of a cell above capacity, two above 110 %."""
    step = 0.055 / week
    for band, count in ((Band.OVER, 1), (Band.BEYOND, 2)):
        row, t = np.nonzero(bands == band)
        for n in range(count if len(row) else 0):
            ink = theme.ramp[band].text
            axes.scatter(t + 1 - step * (1 + n), row + 0.16, s=SIGN * min(1.0, week / FIGURE_ROOM), marker="^", color=ink, lw=0, zorder=4)


def _write_rows(axes: Axes, view: HeatView, week: float, theme: Theme) -> None:
    """Role where it begins, name, and utilisation over all weeks."""
    outside = -(NAME + ROLE) / week
    for row, (role, name) in enumerate(zip(view.roles, view.names, strict=True)):
        y = row + 0.5
        if row == 0 or role.casefold() != view.roles[row - 1].casefold():
            axes.text(outside, y, elided(role, LABEL, ROLE - 0.1), color=theme.muted, size=LABEL, va="center_baseline")
            axes.plot([outside, _end(view, week)], [row, row], color=theme.line, lw=HAIRLINE, clip_on=False, zorder=2.5)
        axes.text(-NAME / week, y, elided(name, LABEL, NAME - 0.1), color=theme.text, size=LABEL, va="center_baseline")
        capacity = float(view.capacity[row].sum())
        overall = percent(view.load[row].sum() / capacity) if capacity else "none"
        axes.text(_end(view, week), y, overall, color=theme.muted, size=LABEL, ha="right", va="center_baseline")


def _end(view: HeatView, week: float) -> float:
    """Where the figures right of the cells end, in weeks."""
    return len(view.weeks) + (TOTAL - 0.1) / week


def _draw_key(figure: Figure, theme: Theme) -> None:
    """The ramp and the edges, along the foot of the page."""
    width = float(figure.get_size_inches()[0])
    axes = panel(figure, (0, 0.12), width, 0.3, theme)
    axes.set_xlim(0, width)
    axes.set_ylim(0, 0.3)
    axes.set_axis_off()
    x = MARGIN
    for words, look in _key_entries(theme):
        axes.add_patch(Rectangle((x, 0.06), 0.26, 0.18, **look))
        axes.text(x + 0.34, 0.15, words, color=theme.muted, size=LABEL, va="center_baseline")
        x += 0.34 + text_width(words, LABEL) + 0.28


def _key_entries(theme: Theme) -> list[tuple[str, dict[str, Any]]]:  # Any: whatever a Rectangle takes
    fill = {band: {"facecolor": ink.fill, "edgecolor": theme.line, "lw": HAIRLINE} for band, ink in theme.ramp.items()}
    hatch = {band: {"hatch": lines, "edgecolor": ink} for band, (lines, ink) in _hatching(theme).items()}
    words = {Band.NONE: "nothing", Band.OVER: f"▲ {Band.OVER}", Band.BEYOND: f"▲▲ {Band.BEYOND}", Band.AWAY: "away"}
    entries = [(words.get(band, str(band)), fill[band] | hatch.get(band, {})) for band in Band]
    edge = {"facecolor": "none", "edgecolor": theme.text}
    return [*entries, ("hard booking", edge | {"lw": 0.9}), ("soft booking", edge | {"lw": 0.8, "ls": (0, (2, 1.5))})]


def _hatching(theme: Theme) -> dict[Band, tuple[str, str]]:
    """Lines and their colour, for the bands that are told apart by them."""
    beyond = theme.ramp[Band.BEYOND]
    return {Band.AWAY: ("//////", theme.disabled), Band.BEYOND: ("\\\\\\\\", blend(beyond.fill, beyond.text, 0.35))}
