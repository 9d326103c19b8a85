"""The load of some resources by week, stacked by project: the values of the strip under the heat map."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import floor, log10

import numpy as np

from data.portfolio import Portfolio
from ui.presenters.load_grid import GridRow
from ui.presenters.ranking import ranked
from ui.presenters.saying import translate
from ui.presenters.situation import Floats, Situation
from ui.tokens import PROJECT_COLOURS


@dataclass(frozen=True, slots=True)
class Part:
    """One project's hours by week; no colour is that of “other”."""

    name: str
    colour: str
    hours: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.hours)


@dataclass(frozen=True, slots=True)
class LoadProfile:
    """`parts` from the bottom of the stack up, `over` the hours above capacity, `top` the height of the chart in hours."""

    title: str
    weeks: tuple[dt.date, ...]
    parts: tuple[Part, ...]
    capacity: tuple[float, ...]
    over: tuple[float, ...]
    top: float
    ticks: tuple[float, ...]

    def legend(self, lines: int) -> tuple[Part, ...]:
        """The parts with most hours, as many as there are lines."""
        return tuple(sorted(self.parts, key=lambda part: -part.total)[:lines])


def load_profile(situation: Situation, row: GridRow) -> LoadProfile:
    """The profile of a row of the heat map: people by project, a project by role; parts beyond the twelve colours are one."""
    if row.project_id is not None:
        return _project_profile(situation, row)
    rows = [situation.row_of[key] for key in row.resource_ids]
    capacity, load = situation.capacity[rows].sum(axis=0), situation.load[rows].sum(axis=0)
    return _profile(situation, row.name, capacity, load, _parts(situation.portfolio, situation.project_hours(rows)))


def _project_profile(situation: Situation, row: GridRow) -> LoadProfile:
    """Hours given under the line of those asked."""
    book, given = situation.booked, situation.given
    demands = list(situation.portfolio.demands.values())
    mine = np.array([demand.project_id == row.project_id for demand in demands], bool)
    by_role: dict[str, Floats] = {}
    at = np.flatnonzero(mine[given.demand])
    for d, t, hours in zip(given.demand[at].tolist(), given.week[at].tolist(), given.hours[at].tolist(), strict=True):
        by_role.setdefault(demands[d].role, np.zeros(len(situation.weeks)))[t] += hours
    order = sorted(by_role, key=lambda role: (-by_role[role].sum(), role))
    parts = [Part(role, colour, tuple(by_role[role].tolist())) for role, colour in zip(order, PROJECT_COLOURS, strict=False)]
    rest = sum((by_role[role] for role in order[len(PROJECT_COLOURS) :]), np.zeros(len(situation.weeks)))
    if rest.any():
        parts.append(Part(translate("LoadProfile", "Other"), "", tuple(rest.tolist())))
    load = sum(by_role.values(), np.zeros(len(situation.weeks)))
    return _profile(situation, row.name, book.due[mine].sum(axis=0), load, tuple(parts))


def _profile(situation: Situation, title: str, capacity: Floats, load: Floats, parts: tuple[Part, ...]) -> LoadProfile:
    highest = max(float(capacity.max(initial=0.0)), float(load.max(initial=0.0)), 1.0)
    ticks = ticks_up_to(highest)
    return LoadProfile(
        title=title,
        weeks=situation.weeks,
        parts=parts,
        capacity=tuple(capacity.tolist()),
        over=tuple(np.maximum(load - capacity, 0.0).round(2).tolist()),
        top=highest * 1.05,
        ticks=ticks,
    )


def _parts(portfolio: Portfolio, hours: Floats) -> tuple[Part, ...]:
    row_of = {key: row for row, key in enumerate(portfolio.projects)}
    order = ranked(portfolio)
    parts = [
        Part(portfolio.projects[key].name, colour, tuple(hours[row_of[key]].tolist()))
        for key, colour in zip(order, PROJECT_COLOURS, strict=False)
        if hours[row_of[key]].any()
    ]
    named = {row_of[key] for key in order[: len(PROJECT_COLOURS)]}
    rest = hours[[row for row in range(len(hours)) if row not in named]].sum(axis=0)
    return (*parts, Part(translate("LoadProfile", "Other"), "", tuple(rest.tolist()))) if rest.any() else tuple(parts)


def ticks_up_to(highest: float) -> tuple[float, ...]:
    """Two to four round figures from above 0 up to the highest."""
    step = 10.0 ** floor(log10(highest))
    while highest / step < 2:
        step /= 2
    while highest / step > 4:
        step *= 2
    return tuple(step * number for number in range(1, floor(highest / step) + 1))
