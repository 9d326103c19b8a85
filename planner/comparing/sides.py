"""One side of a comparison: a plan entered against the portfolio that it is looked at with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from data.entities import Hours, Id
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.insight.kpis import Figures, figures_of
from planner.insight.ledger import Ledger, ledger
from planner.plans import is_current, selected

MOST_SIDES = 5
"""Sides that can be told apart beside each other, in a table as in a chart."""
Cell: TypeAlias = tuple[Id, Id, dt.date]
"""Demand, resource, week."""


@dataclass(frozen=True)
class Side:
    """A plan with the portfolio of its side: the plan of record's, or what a scenario makes of it.

    A plan that was made for an earlier state is measured by the portfolio of today; what of it is no longer there is `elsewhere`.
    """

    name: str
    portfolio: Portfolio
    plan: Plan

    @cached_property
    def book(self) -> Ledger:
        return ledger(self.portfolio, self.plan)

    @cached_property
    def figures(self) -> Figures:
        return figures_of(self.book, self.plan)

    @cached_property
    def is_current(self) -> bool:
        """Whether the plan was made for this portfolio as it is."""
        return is_current(self.plan, self.portfolio)

    @cached_property
    def said(self) -> Mapping[Id, ProjectPlan]:
        """What the plan says of each project."""
        return selected(self.plan)

    @cached_property
    def cells(self) -> Mapping[Cell, Hours]:
        """Hours given, by demand, resource and week; each above 0."""
        demands, resources, given = tuple(self.portfolio.demands), tuple(self.portfolio.resources), self.book.given.positive
        rows = zip(given.demand.tolist(), given.resource.tolist(), given.week.tolist(), given.hours.tolist(), strict=True)
        hours: dict[Cell, Hours] = {}
        for demand, resource, week, number in rows:
            cell = demands[demand], resources[resource], self.book.weeks[week]
            hours[cell] = hours.get(cell, 0.0) + number
        return hours

    @cached_property
    def elsewhere(self) -> Hours:
        """Hours of the plan for what its portfolio does not hold: people or demands that are gone, weeks outside the horizon."""
        return max(0.0, sum(given.hours for given in self.plan.allocations) - float(self.book.given.hours.sum()))
