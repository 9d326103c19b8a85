"""A plan entered against its portfolio: the arrays that every figure, table and explanation is read from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.entities import BookingKind, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import CLEAN, capacity
from planner.hours.demand import asked, moved
from planner.hours.weights import weight
from solver.problem import Bools, Floats, Ints


@dataclass(frozen=True)
class Entries:
    """Hours by demand, resource and week: parallel arrays of row numbers in the portfolio and week numbers."""

    demand: Ints
    resource: Ints
    week: Ints
    hours: Floats


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


def ledger(portfolio: Portfolio, plan: Plan | None) -> Ledger:
    """The plan entered against the portfolio; None gives a ledger of capacity, demand and bookings alone."""
    said = {project.project_id: project for project in plan.projects} if plan else {}
    projects = portfolio.projects
    row = {key: p for p, key in enumerate(projects)}
    chosen = [p.status.takes_part and (key not in said or said[key].selected) for key, p in projects.items()]
    delay = [max(0, said[key].delay_weeks) if key in said else 0 for key in projects]
    return Ledger(
        portfolio=portfolio,
        weeks=weeks(portfolio.settings),
        capacity=capacity(portfolio),
        asked_all=asked(portfolio),
        chosen=np.array(chosen, bool),
        delay=np.array(delay, np.int64),
        weight=np.array([weight(project) for project in projects.values()], np.float64),
        project_of=np.array([row[demand.project_id] for demand in portfolio.demands.values()], np.int64),
        given=_entries(portfolio, [(a.demand_id, a.resource_id, a.week, a.hours) for a in plan.allocations] if plan else []),
    )


def _bookings(book: Ledger, kind: BookingKind) -> Entries:
    taking_part = {key for key, chosen in zip(book.portfolio.projects, book.chosen, strict=True) if chosen}
    demands = {key for key, demand in book.portfolio.demands.items() if demand.project_id in taking_part}
    bookings = (b for b in book.portfolio.bookings.values() if b.kind is kind and b.demand_id in demands and b.hours > 0)
    return _entries(book.portfolio, [(b.demand_id, b.resource_id, b.week, b.hours) for b in bookings])


def _entries(portfolio: Portfolio, cells: list[tuple[Id, Id, dt.date, float]]) -> Entries:
    """The cells by row and week number; those of unknown things or weeks outside the horizon are left out."""
    demand = {key: d for d, key in enumerate(portfolio.demands)}
    resource = {key: r for r, key in enumerate(portfolio.resources)}
    column = {monday: t for t, monday in enumerate(weeks(portfolio.settings))}
    known = [
        (demand[d], resource[r], column[week], hours) for d, r, week, hours in cells if d in demand and r in resource and week in column
    ]
    table = np.array(known, np.float64).reshape(-1, 4)
    at = table[:, :3].astype(np.int64)
    return Entries(at[:, 0], at[:, 1], at[:, 2], table[:, 3])


def _sums(shape: tuple[int, ...], row: Ints, week: Ints, hours: Floats) -> Floats:
    flat = np.bincount(row * shape[1] + week, hours, shape[0] * shape[1]).astype(np.float64)
    return np.round(flat, CLEAN).reshape(shape)
