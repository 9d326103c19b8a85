"""The chart of what is not met: hours by cause, each bar parted by the roles that are short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from data.entities import Hours
from data.portfolio import Portfolio
from planner.charts.style import LABEL, THEMES, Headline, Theme, ThemeName, blend, drawing, elided, ink_on, page, panel, percent, text_width
from planner.hours.roles import folded
from planner.insight.causes import Cause
from planner.insight.unmet import Unmet

WIDTH, HEIGHT = 6.4, 2.7
LEFT, RIGHT, TOP, FOOT = 1.95, 1.35, 0.8, 0.15
"""Inches of the causes' names, of the figures, and above and below the bars."""
MARGIN = 0.3
ROW, BAR = 0.36, 0.66
"""Inches of a row at most, and the part of it that its bar takes."""
FAINTEST = 0.45
"""How strong the last part of a bar is, where its first has the full colour."""
ROOM = 0.12
"""Inches that a role's name leaves free in its part of a bar."""


@dataclass(frozen=True, slots=True)
class CauseBar:
    """Hours unmet for one cause, and of them each role's, the most first."""

    cause: Cause
    hours: Hours
    roles: tuple[tuple[str, Hours], ...]


def shortage_chart(portfolio: Portfolio, short: Sequence[Unmet], *, theme: ThemeName = "light") -> Figure:
    """A bar for each cause of what is unmet, the longest on top; an empty page where everything is met."""
    bars, look = cause_bars(portfolio, short), THEMES[theme]
    with drawing():
        note = "Hours unmet by cause, each bar parted by role"
        figure = page(WIDTH, HEIGHT, Headline(finding(bars), note), MARGIN, look)
        row = min(ROW, (HEIGHT - TOP - FOOT) / max(1, len(bars)))
        up = row * max(1, len(bars))
        axes = panel(figure, (LEFT, HEIGHT - TOP - up), WIDTH - LEFT - RIGHT, up, look)
        axes.set_xlim(0, max((bar.hours for bar in bars), default=1.0))
        axes.set_ylim(max(1, len(bars)), 0)
        axes.set_axis_off()
        for line, bar in enumerate(bars):
            _draw_bar(axes, line, bar, look)
            _write_row(axes, line, bar, sum(each.hours for each in bars), look)
        return figure


def cause_bars(portfolio: Portfolio, short: Sequence[Unmet]) -> tuple[CauseBar, ...]:
    """Hours by cause and role, the most first; a role is written as it is first met."""
    names: dict[str, str] = {}
    hours: dict[Cause, dict[str, Hours]] = {}
    for one in short:
        role = portfolio.demands[one.demand_id].role.strip()
        name = names.setdefault(folded(role), role)
        for cause, part in one.by_cause.items():
            of = hours.setdefault(cause, {})
            of[name] = of.get(name, 0.0) + part
    bars = [CauseBar(cause, sum(of.values()), tuple(sorted(of.items(), key=lambda pair: -pair[1]))) for cause, of in hours.items()]
    return tuple(sorted((bar for bar in bars if bar.hours > 0), key=lambda bar: -bar.hours))


def finding(bars: Sequence[CauseBar]) -> str:
    """The headline: what keeps most of the hours from being met."""
    total = sum(bar.hours for bar in bars)
    if not total:
        return "Every hour asked is met"
    most = bars[0]
    return f"{most.cause}: {percent(most.hours / total)} of {total:,.0f} h unmet"


def _draw_bar(axes: Axes, line: int, bar: CauseBar, look: Theme) -> None:
    inches = (WIDTH - LEFT - RIGHT) / axes.get_xlim()[1]
    begin = 0.0
    for number, (role, hours) in enumerate(bar.roles):
        strength = 1 - (1 - FAINTEST) * number / max(1, len(bar.roles) - 1)
        colour = blend(look.surface, look.accent, strength)
        axes.barh(line + 0.5, hours, BAR, left=begin, color=colour, edgecolor=look.surface, lw=0.8, gid=f"{bar.cause}: {role}")
        if text_width(role, LABEL) + ROOM <= hours * inches:
            axes.text(begin + hours / 2, line + 0.5, role, color=ink_on(colour), size=LABEL, ha="center", va="center_baseline")
        begin += hours


def _write_row(axes: Axes, line: int, bar: CauseBar, total: Hours, look: Theme) -> None:
    y, inch = line + 0.5, axes.get_xlim()[1] / (WIDTH - LEFT - RIGHT)
    name = elided(bar.cause, LABEL, LEFT - MARGIN - 0.1)
    axes.text(-(LEFT - MARGIN) * inch, y, name, color=look.text, size=LABEL, va="center_baseline")
    figures = f"{bar.hours:,.0f} h · {percent(bar.hours / total)}"
    axes.text(bar.hours + 0.1 * inch, y, figures, color=look.muted, size=LABEL, va="center_baseline")
