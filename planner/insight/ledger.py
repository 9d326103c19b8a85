"""A plan entered against its portfolio: the arrays that every figure, table and explanation is read from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.entities import BookingKind
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import CLEAN, capacity
from planner.hours.demand import asked, moved
from planner.hours.since import Before
from planner.hours.weights import weight
from planner.insight.entries import Entries, Listed, listed
from solver.problem import Bools, Floats, Ints


@dataclass(frozen=True)
class Ledger:
    """Rows are in the order of the portfolio's own resources (R), projects (P) and demands (D); T weeks.

    capacity    (R, T) net hours
    asked_all   (D, T) hours asked at no delay, whether the project takes part or not
    chosen      (P,) projects that take part in the plan; without a plan those that may
    delay       (P,) weeks
    weight      (P,) points an hour
    project_of  (D,)
    given       hours of the plan; what names nothing of the portfolio is left out
    plan        the plan that is entered, with its hours `told` by its own numbers
    """

    portfolio: Portfolio
    weeks: tuple[dt.date, ...]
    capacity: Floats
    asked_all: Floats
    chosen: Bools
    delay: Ints
    weight: Floats
    project_of: Ints
    given: Entries
    plan: Plan | None
    told: Listed

    @cached_property
    def asked(self) -> Floats:
        """(D, T) hours asked by the projects that take part, at no delay."""
        return self.asked_all * self.chosen[self.project_of][:, None]

    @cached_property
    def due(self) -> Floats:
        """(D, T) the same hours moved by the delays: what may be met (R2)."""
        return moved(self.asked, self.delay[self.project_of])

    @cached_property
    def usable(self) -> Floats:
        """(R, T) capacity and overtime, which is there only where capacity is above 0 (R1)."""
        overtime = np.array([resource.overtime for resource in self.portfolio.resources.values()]).reshape(-1, 1)
        return self.capacity + np.where(self.capacity > 0, overtime, 0.0)

    @cached_property
    def load(self) -> Floats:
        """(R, T) hours given by each resource."""
        return _sums(self.capacity.shape, self.given.resource, self.given.week, self.given.hours)

    @cached_property
    def met(self) -> Floats:
        """(D, T) hours given to each demand."""
        return _sums(self.asked.shape, self.given.demand, self.given.week, self.given.hours)

    @cached_property
    def earning(self) -> Floats:
        """(D, T) hours that count: a firm booking above what is asked earns nothing."""
        return np.minimum(self.met, self.due)

    @cached_property
    def short(self) -> Floats:
        """(D, T) hours asked and not given, in the weeks to which delays move them; of a project left out all that it asks.

        Hours that a delay moves past the end are in no week.
        """
        may = np.array([project.status.takes_part for project in self.portfolio.projects.values()], bool)
        left_out = (may & ~self.chosen)[self.project_of][:, None]
        return np.where(left_out, self.asked_all, self.due - self.earning)

    @cached_property
    def firm(self) -> Entries:
        """Hard bookings inside the horizon of projects that take part (R4)."""
        return _bookings(self, BookingKind.HARD)

    @cached_property
    def soft(self) -> Entries:
        """Soft bookings inside the horizon of projects that take part."""
        return _bookings(self, BookingKind.SOFT)

    @cached_property
    def points(self) -> Floats:
        """(D,) weight of each demand."""
        return self.weight[self.project_of]

    def by_resource(self, entries: Entries) -> Floats:
        """(R, T) hours of the entries."""
        return _sums(self.capacity.shape, entries.resource, entries.week, entries.hours)

    def by_project(self, hours_by_demand: Floats) -> Floats:
        """(P, ...) sums of what is given by demand."""
        totals = np.zeros((len(self.weight), *hours_by_demand.shape[1:]))
        np.add.at(totals, self.project_of, hours_by_demand)
        return totals


def ledger(portfolio: Portfolio, plan: Plan | None, before: Ledger | None = None) -> Ledger:
    """The plan entered against the portfolio; None gives a ledger of capacity, demand and bookings alone.

    With the ledger of a moment `before`, only what an edit touched is worked out anew.
    """
    said = {project.project_id: project for project in plan.projects} if plan else {}
    projects = portfolio.projects
    row = {key: p for p, key in enumerate(projects)}
    chosen = [p.status.takes_part and (key not in said or said[key].selected) for key, p in projects.items()]
    delay = [max(0, said[key].delay_weeks) if key in said else 0 for key in projects]
    told = before.told if before is not None and before.plan is plan else listed(plan.allocations if plan else ())
    given = told.entered(portfolio)
    if before is not None and given.is_same(before.given):
        given = before.given  # with what was worked out of it
    return Ledger(
        portfolio=portfolio,
        weeks=weeks(portfolio.settings),
        capacity=capacity(portfolio, Before(before.portfolio, before.capacity) if before else None),
        asked_all=asked(portfolio, Before(before.portfolio, before.asked_all) if before else None),
        chosen=np.array(chosen, bool),
        delay=np.array(delay, np.int64),
        weight=np.array([weight(project) for project in projects.values()], np.float64),
        project_of=np.array([row[demand.project_id] for demand in portfolio.demands.values()], np.int64),
        given=given,
        plan=plan,
        told=told,
    )


def _bookings(book: Ledger, kind: BookingKind) -> Entries:
    portfolio = book.portfolio
    chosen = dict(zip(portfolio.projects, book.chosen.tolist(), strict=True))
    demands = portfolio.demands
    return listed(
        [b for b in portfolio.bookings.values() if b.kind is kind and b.hours > 0 and chosen[demands[b.demand_id].project_id]]
    ).entered(portfolio)


def _sums(shape: tuple[int, ...], row: Ints, week: Ints, hours: Floats) -> Floats:
    flat = np.bincount(row * shape[1] + week, hours, shape[0] * shape[1]).astype(np.float64)
    return np.round(flat, CLEAN).reshape(shape)
