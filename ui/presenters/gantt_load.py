"""Hours given and asked against capacity by week: the values of the strip under the Gantt."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from data.portfolio import Portfolio
from planner.hours.roles import folded
from ui.presenters.load_profile import ticks_up_to
from ui.presenters.situation import Floats, Situation

CENT = 0.005
"""Hours below this are rounding, not load above capacity."""


@dataclass(frozen=True)
class GanttLoad:
    """(T,) hours by week of the horizon: given by the plan (booked before the first), asked with the delays, and capacity."""

    given: Floats
    asked: Floats
    capacity: Floats

    @property
    def top(self) -> float:
        """Height of the chart in hours."""
        return max(float(each.max(initial=0.0)) for each in (self.given, self.asked, self.capacity)) * 1.08 or 1.0

    @property
    def ticks(self) -> tuple[float, ...]:
        return ticks_up_to(max(1.0, self.top / 1.08))

    @property
    def over(self) -> int:
        """Weeks in which more is asked than there is capacity."""
        return int((self.asked > self.capacity + CENT).sum())

    @property
    def hours_over(self) -> float:
        return float(np.maximum(self.asked - self.capacity, 0.0).sum())

    def asking(self, less: Floats, more: Floats) -> GanttLoad:
        """The same with some hours asked taken away and others put in."""
        return replace(self, asked=np.maximum(self.asked - less + more, 0.0))


def roles(portfolio: Portfolio) -> tuple[str, ...]:
    """Every role that somebody holds first or a demand asks for, each as it is first written."""
    found: dict[str, str] = {}
    written = (*(each.role for each in portfolio.resources.values()), *(each.role for each in portfolio.demands.values()))
    for role in dict.fromkeys(written):
        found.setdefault(folded(role), role.strip())
    return tuple(found[key] for key in sorted(found) if key)


def load(situation: Situation, role: str | None) -> GanttLoad:
    """The load of the people who hold a role first, and what is asked of it; None is that of all."""
    book, wanted = situation.book, folded(role or "")
    if role is None:
        return GanttLoad(situation.load.sum(axis=0), book.due.sum(axis=0), situation.capacity.sum(axis=0))
    holds = np.array([folded(each.role) == wanted for each in situation.portfolio.resources.values()], bool)
    asks = np.array([folded(each.role) == wanted for each in situation.portfolio.demands.values()], bool)
    return GanttLoad(situation.load[holds].sum(axis=0), book.due[asks].sum(axis=0), situation.capacity[holds].sum(axis=0))
