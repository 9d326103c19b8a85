"""How many people more of a role make what the plan promises it hold in as many futures as asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from data.entities import Hours
from planner.futures.outcomes import CENT, Outcome
from solver.problem import Floats

MOST_PEOPLE = 1_000
HELD = 0.95
"""Share of the hours promised to a role from which the promise counts as held: with twenty people there is always somebody away."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """A role: what the plan promises it, how often that holds, and the fewest people more with whom it holds as often as asked.

    promised    share of the hours asked that the plan gives where all comes as planned
    holds       share of the futures in which `HELD` of what is promised is given
    people      full-time people held in reserve, away as often as others are; None where a thousand would not do
    with_them   share of the futures in which the promise holds with them
    used        hours of the reserve used in a mean future
    """

    role: str
    promised: float
    holds: float
    people: int | None
    with_them: float
    used: Hours


def reserves(outcome: Outcome, absence: float, sure: float) -> tuple[Reserve, ...]:
    """Of every role that the plan's projects ask for; `absence` and `sure` are shares."""
    book = outcome.book
    asked, given = outcome.by_role(book.asked_by_demand * book.chosen[book.project_of]), outcome.by_role(book.earned_by_demand)
    week = book.portfolio.settings.standard_week * (1 - absence)
    return tuple(
        _reserve(role, float(given[row] / asked[row]), outcome.promised[row], outcome.missing[row], week, sure)
        for row, role in enumerate(outcome.roles)
        if asked[row] > 0
    )


def _reserve(role: str, share: float, promised: Floats, missing: Floats, week: Hours, sure: float) -> Reserve:
    owed = missing.sum(axis=0) - (1 - HELD) * promised - CENT

    def filled(people: int) -> Floats:
        """(F,) hours that so many people fill, each week by itself."""
        hours: Floats = np.minimum(missing, people * week).sum(axis=0)
        return hours

    def holding(people: int) -> float:
        return float((filled(people) >= owed).mean())

    least = _least(lambda people: holding(people) >= sure)
    if least is None:
        return Reserve(role, share, holding(0), None, holding(MOST_PEOPLE), float(filled(MOST_PEOPLE).mean()))
    used = np.minimum(filled(least), np.maximum(owed, 0.0))
    return Reserve(role, share, holding(0), least, holding(least), float(used.mean()))


def _least(enough: Callable[[int], bool]) -> int | None:
    """The least number up to `MOST_PEOPLE` that is enough, as all above it are; None where not even that is."""
    if enough(0):
        return 0
    if not enough(MOST_PEOPLE):
        return None
    low, high = 0, 1
    while not enough(high):
        low, high = high, min(2 * high, MOST_PEOPLE)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
