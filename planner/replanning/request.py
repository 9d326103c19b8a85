"""What is asked of a replanning: the plan of record, what a change costs or how many there may be, and what is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Hours, Points
from data.plan import Plan
from planner.hours.calendars import monday_of


@dataclass(frozen=True, slots=True)
class Budget:
    """How many hours may be moved by choice, as a share of the plan's hours (0.03 is 3 %) or in hours; the other is None.

    Hours that cannot stay where they are (their person left, their work was cut) do not count against it.
    """

    share: float | None = None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class Replanning:
    """A plan of record to stay near to.

    plan              by the ids of the portfolio that is planned again
    price_hour        points for each hour moved, price_assignment for each assignment begun or ended
    budget            most hours moved, None for no limit
    status_date       the weeks before the one that holds it are past: their hours stay as the plan has them; None: nothing is past
    """

    plan: Plan
    price_hour: Points = 0.0
    price_assignment: Points = 0.0
    budget: Budget | None = None
    status_date: dt.date | None = None

    @property
    def opening(self) -> dt.date | None:
        """The Monday from which the plan may change; None where all of it may."""
        return None if self.status_date is None else monday_of(self.status_date)

    def most_moved(self, mondays: Sequence[dt.date]) -> Hours | None:
        """Hours that the budget lets move by choice, a share being one of the plan's hours in these weeks; None for no limit."""
        if self.budget is None or self.budget.share is None:
            return None if self.budget is None else self.budget.hours
        inside = frozenset(mondays)
        return self.budget.share * sum(given.hours for given in self.plan.allocations if given.week in inside)
