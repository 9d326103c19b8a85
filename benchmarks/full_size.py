"""A portfolio of the size that the window must bear, with a plan as long as is wanted: what the measurements of the window open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

import numpy as np

from benchmarks.instances import Shape, lifelike
from data.entities import new_id
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.demand import asked
from planner.hours.roles import eligible
from planner.plans import fingerprint

SIZE = "1000x440x104"
"""About 4,000 demands."""
ROWS = 100_000
MET = (1.0, 1.0, 0.8, 0.4)
"""Parts of the hours asked that weeks get, so that coverage changes from week to week."""


def full_size(shape: Shape, rows: int) -> tuple[Portfolio, Plan]:
    """The portfolio and a made-up plan of so many rows, fewer where less is asked, by people who hold the roles.

    About the other rules nobody is asked.
    """
    portfolio = lifelike(shape)
    given = tuple(islice(_given(portfolio, rows), rows))
    said = tuple(ProjectPlan(key, selected=True) for key in portfolio.projects)
    when = dt.datetime(2027, 1, 4, tzinfo=dt.UTC)
    plan = Plan(new_id(), fingerprint(portfolio), when, PlanStatus.FEASIBLE, 1.0, 1.0, 1.0, 1.0, "none", 0.0, 0, 0, said, given)
    return portfolio, plan


def _given(portfolio: Portfolio, rows: int) -> Iterator[Allocation]:
    """Each week of each demand shared among as many people as it takes to come to the rows."""
    mondays, people, keys = weeks(portfolio.settings), list(portfolio.resources), list(portfolio.demands)
    hours = asked(portfolio)
    cells = np.argwhere(hours > 0).tolist()
    able = eligible(list(portfolio.resources.values()), list(portfolio.demands.values()))
    team = -(-rows // max(1, len(cells)))
    for d, t in cells:
        who = np.flatnonzero(able[d])
        for n in range(min(team, len(who))):
            share = round(float(hours[d, t]) * MET[(d + t) % len(MET)] / team, 2)
            if share > 0:
                yield Allocation(keys[d], people[int(who[(d * 7 + n) % len(who)])], mondays[t], share)
