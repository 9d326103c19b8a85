"""The coverage chart: what each project gets of what it asks, the most important project first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from data.entities import Hours
from data.plan import Plan
from data.portfolio import Portfolio
from planner.charts.ranking import ranked
from planner.charts.style import FOOTER, HAIRLINE, LABEL, THEMES, Headline, Theme, ThemeName, drawing, elided, page, panel, percent
from planner.insight.ledger import ledger

ROWS = 60
"""Projects on one page."""
LEFT, ACROSS, RIGHT, TOP = 2.8, 5.8, 2.7, 1.0
"""Inches of the names, of the bars, of the figures, and above the first bar."""
ROW_HEIGHT, BAR = 0.27, 0.6
"""Inches of a row, and the part of it that the bar takes."""
NAME = 1.6
"""Inches, in the type of labels, that a project's name takes in the headline."""
POOR = 0.8
"""Coverage below this is worth a headline."""
SHORT = 0.5
"""Hours below this are no shortage."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One project: hours asked and met within the horizon; one that was left out of the plan has none met."""

    name: str
    priority: int
    selected: bool
    asked: Hours
    met: Hours

    @property
    def share(self) -> float:
        return self.met / self.asked if self.asked > 0 else 1.0


def coverage_chart(portfolio: Portfolio, plan: Plan | None, *, theme: ThemeName = "light", page: int = 1) -> Figure:
    """Sixty projects by rank; the rest stand on the next of `coverage_pages` pages. The headline tells of all."""
    rows = coverage_rows(portfolio, plan)
    first = (page - 1) * ROWS
    return draw_coverage(rows[first : first + ROWS], finding(rows), len(rows), THEMES[theme])


def coverage_pages(portfolio: Portfolio) -> int:
    """Pages that a coverage chart of this portfolio takes, one at least."""
    return max(1, -(-len(ranked(portfolio)) // ROWS))


def coverage_rows(portfolio: Portfolio, plan: Plan | None) -> tuple[Covered, ...]:
    """Projects that may take part, by rank; what a project left out asks is what it would have asked."""
    book = ledger(portfolio, plan)
    asked = book.by_project(book.asked_all.sum(axis=1))
    met = book.by_project(book.earning.sum(axis=1))
    row = {key: p for p, key in enumerate(portfolio.projects)}
    return tuple(
        Covered(
            portfolio.projects[key].name,
            portfolio.projects[key].priority,
            bool(book.chosen[row[key]]),
            float(asked[row[key]]),
            float(met[row[key]]),
        )
        for key in ranked(portfolio)
    )


def finding(rows: Sequence[Covered]) -> str:
    """The headline: coverage of all that take part, and who gets little or nothing."""
    taking_part = [row for row in rows if row.selected]
    asked = sum(row.asked for row in taking_part)
    if not asked:
        return "No project asks for hours"
    said = [f"{percent(sum(row.met for row in taking_part) / asked)} of the hours asked are met"]
    poor = [row for row in taking_part if row.asked > 0 and row.share < POOR]
    if poor:
        lowest = min(poor, key=lambda row: row.share)
        count = "1 project gets" if len(poor) == 1 else f"{len(poor)} projects get"
        said.append(f"{count} less than {percent(POOR)}, least {elided(lowest.name, LABEL, NAME)} ({percent(lowest.share)})")
    left_out = len(rows) - len(taking_part)
    return "; ".join([*said, f"{left_out} left out"] if left_out else said)


def draw_coverage(rows: Sequence[Covered], title: str, of: int, theme: Theme) -> Figure:
    """A bar for each project: the part met filled, the rest hatched; a project left out is an empty outline."""
    with drawing():
        up = ROW_HEIGHT * max(1, len(rows))
        shown = "every project that may take part" if len(rows) == of else f"{len(rows)} of {of} projects"
        note = f"Hours met ÷ hours asked in %, {shown}, by priority; hatched: asked and not met"
        figure = page(LEFT + ACROSS + RIGHT, TOP + up + FOOTER, Headline(title, note), 0.3, theme)
        axes = panel(figure, (LEFT, FOOTER), ACROSS, up, theme)
        axes.set_xlim(0, 1.001)
        axes.set_ylim(max(1, len(rows)), 0)
        axes.set_yticks([])
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
        axes.grid(axis="x", color=theme.grid, lw=HAIRLINE)
        _draw_bars(axes, rows, theme)
        for line, row in enumerate(rows):
            _write_row(axes, line, row, theme)
        return figure


def _draw_bars(axes: Axes, rows: Sequence[Covered], theme: Theme) -> None:
    y = np.arange(len(rows)) + 0.5
    share = np.array([row.share for row in rows])
    inside = np.array([row.selected for row in rows], bool)
    short = inside & np.array([row.asked - row.met > SHORT for row in rows], bool)
    axes.barh(y[inside], share[inside], BAR, color=theme.accent, zorder=2, gid="met")
    unmet = axes.barh(y[short], 1 - share[short], BAR, left=share[short], facecolor="none", edgecolor=theme.bad, hatch="//////", zorder=2)
    left_out = axes.barh(y[~inside], 1.0, BAR, facecolor="none", edgecolor=theme.disabled, ls=(0, (3, 2)), zorder=2)
    for bars, name in ((unmet, "unmet"), (left_out, "left out")):
        for bar in bars:
            bar.set(linewidth=HAIRLINE, gid=name)


def _write_row(axes: Axes, line: int, row: Covered, theme: Theme) -> None:
    y, inch = line + 0.5, 1 / ACROSS
    colour = theme.text if row.selected else theme.muted
    axes.text(-(LEFT - 0.3) * inch, y, f"P{row.priority}", color=theme.muted, size=LABEL, va="center_baseline")
    axes.text(-(LEFT - 0.7) * inch, y, elided(row.name, LABEL, LEFT - 0.85), color=colour, size=LABEL, va="center_baseline")
    if not row.selected:
        figures = ("left out", f"{row.asked:,.0f} h asked")
    elif row.asked <= 0:
        figures = ("", "asks for no hours")
    else:
        short = row.asked - row.met
        figures = (percent(row.share), f"{short:,.0f} of {row.asked:,.0f} h short" if short > SHORT else f"all of {row.asked:,.0f} h")
    axes.text(1 + 0.6 * inch, y, figures[0], color=colour, size=LABEL, ha="right", va="center_baseline")
    axes.text(1 + (RIGHT - 0.3) * inch, y, figures[1], color=theme.muted, size=LABEL, ha="right", va="center_baseline")
