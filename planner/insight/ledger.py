"""A plan entered against its portfolio: the arrays that every figure, table and explanation is read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from data.entities import BookingKind, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import CLEAN, capacity
from planner.hours.demand import asked, moved
from planner.hours.roles import folded, levels
from planner.hours.since import Before, rows_changed
from planner.hours.weights import weight
from planner.insight.entries import Cells, Entries, Listed, cells_of, listed, together
from solver.objective import sorted_once
from solver.problem import Bools, Floats, Ints

Roles: TypeAlias = tuple[tuple[str, int], ...]
Skills: TypeAlias = tuple[Roles, tuple[tuple[str, int, Roles], ...]]


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
    skills      role and level that each demand asks for, and the roles and levels that each resource holds
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
    skills: Skills

    @cached_property
    def with_all(self) -> Ledger:
        """The same with every project in it that may take part: one that the plan left out is taken in by a hard booking."""
        if np.array_equal(self.chosen, self.may):
            return self
        wider = replace(self, chosen=self.may)
        vars(wider)["cells"] = self.cells  # which do not ask who is chosen
        return wider

    @cached_property
    def may(self) -> Bools:
        """(P,) projects that may take part."""
        return np.array([project.status.takes_part for project in self.portfolio.projects.values()], bool)

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
        left_out = (self.may & ~self.chosen)[self.project_of][:, None]
        return np.where(left_out, self.asked_all, self.due - self.earning)

    @cached_property
    def asked_by_demand(self) -> Floats:
        """(D,) hours asked inside the horizon at no delay, whether the project takes part or not."""
        hours: Floats = self.asked_all.sum(axis=1)
        return hours

    @cached_property
    def earned_by_demand(self) -> Floats:
        """(D,) hours that count."""
        hours: Floats = self.earning.sum(axis=1)
        return hours

    @cached_property
    def projects_a_week(self) -> Ints:
        """(R, T) different projects that each resource works on."""
        people, weeks = self.capacity.shape
        given, projects = self.given.positive, max(1, len(self.weight))
        cells = sorted_once((given.resource * weeks + given.week) * projects + self.project_of[given.demand])
        return np.bincount(cells // projects, minlength=people * weeks).reshape(people, weeks)

    @cached_property
    def skill_fit(self) -> float | None:
        """Mean level held above the level asked, by hours; who does not hold the role is left out."""
        held = levels(list(self.portfolio.resources.values()))
        nobody = np.zeros(len(self.portfolio.resources), np.int64)
        row = {role: number for number, role in enumerate(held)}
        roles = np.array([row.get(folded(demand.role), len(held)) for demand in self.portfolio.demands.values()], np.int64)
        asked = np.array([demand.min_level for demand in self.portfolio.demands.values()], np.int64)
        has = np.array([*held.values(), nobody])[roles[self.given.demand], self.given.resource]
        hours = np.where(has > 0, self.given.hours, 0.0)
        above = hours * (has - asked[self.given.demand])  # no product of matrices: those keep every core busy waiting
        return float(above.sum() / hours.sum()) if hours.any() else None

    @cached_property
    def cells(self) -> Cells:
        """The hours of the plan by cell."""
        return cells_of(self.given, self.capacity.shape)

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

    With the ledger of a moment `before`, only what an edit touched is worked out anew; all else is the very same.
    """
    said = {project.project_id: project for project in plan.projects} if plan else {}
    projects = portfolio.projects
    chosen = [p.status.takes_part and (key not in said or said[key].selected) for key, p in projects.items()]
    delay = [max(0, said[key].delay_weeks) if key in said else 0 for key in projects]
    told = before.told if before is not None and before.plan is plan else listed(plan.allocations if plan else ())
    made = Ledger(
        portfolio=portfolio,
        weeks=weeks(portfolio.settings),
        capacity=capacity(portfolio, Before(before.portfolio, before.capacity) if before else None),
        asked_all=asked(portfolio, Before(before.portfolio, before.asked_all) if before else None),
        chosen=np.array(chosen, bool),
        delay=np.array(delay, np.int64),
        weight=np.array([weight(project) for project in projects.values()], np.float64),
        project_of=_project_of(portfolio, before),
        given=_given(told, portfolio, before),
        plan=plan,
        told=told,
        skills=_skills(portfolio, before),
    )
    return made if before is None else _since(made, before)


def _since(made: Ledger, before: Ledger) -> Ledger:
    """The ledger with what is the same as before taken from there, and what was worked out of nothing else."""
    same = {name: getattr(before, name) for name in _PARTS if _is_same(getattr(made, name), getattr(before, name))}
    kept = replace(made, **same)
    for name, parts in _MADE_OF.items():
        if name in vars(before) and parts <= same.keys():
            vars(kept)[name] = vars(before)[name]
    return kept


def _is_same(one: object, other: object) -> bool:
    if one is other:
        return True
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, Entries) and isinstance(other, Entries):
        return one.is_same(other)
    return one == other


_DUE = frozenset({"asked_all", "chosen", "delay", "project_of"})
_HOURS = frozenset({"given", "weeks", "project_of", "capacity"})
_PARTS = ("weeks", "capacity", "asked_all", "chosen", "delay", "weight", "project_of", "given", "skills")
_MADE_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "asked": _DUE,
        "due": _DUE,
        "asked_by_demand": frozenset({"asked_all"}),
        "load": _HOURS,
        "met": _HOURS,
        "earning": _HOURS | _DUE,
        "earned_by_demand": _HOURS | _DUE,
        "projects_a_week": _HOURS | {"weight"},
        "skill_fit": frozenset({"given", "skills"}),
        "cells": _HOURS,
    }
)
"""What is worked out once for a ledger, with all that it is worked out of."""


def _project_of(portfolio: Portfolio, before: Ledger | None) -> Ints:
    """(D,) the row of each demand's project."""
    if before is not None and list(portfolio.projects) == list(before.portfolio.projects):
        changed = rows_changed(before.portfolio.demands, portfolio.demands)
        if changed is not None and all(_stays(before.portfolio, portfolio, list(portfolio.demands)[row]) for row in changed):
            return before.project_of
    row = {key: p for p, key in enumerate(portfolio.projects)}
    return np.array([row[demand.project_id] for demand in portfolio.demands.values()], np.int64)


def _stays(before: Portfolio, now: Portfolio, key: Id) -> bool:
    """Whether a demand is of the same project as before."""
    return before.demands[key].project_id == now.demands[key].project_id


def _given(told: Listed, portfolio: Portfolio, before: Ledger | None) -> Entries:
    """Hours of the plan by the rows of the portfolio."""
    if before is not None and told is before.told and all(list(one) == list(other) for one, other in _axes(before.portfolio, portfolio)):
        return before.given
    return told.entered(portfolio)


def _axes(one: Portfolio, other: Portfolio) -> Iterator[tuple[Iterable[object], Iterable[object]]]:
    """What rows and columns stand for, of both."""
    yield one.demands, other.demands
    yield one.resources, other.resources
    yield weeks(one.settings), weeks(other.settings)


def _skills(portfolio: Portfolio, before: Ledger | None) -> Skills:
    was, now = (before.portfolio, portfolio) if before is not None else (None, portfolio)
    asks = before.skills[0] if before and was and was.demands is now.demands else tuple((d.role, d.min_level) for d in now.demands.values())
    if before and was and was.resources is now.resources:
        return asks, before.skills[1]
    return asks, tuple((r.role, r.level, r.other_roles) for r in now.resources.values())


def with_bookings(book: Ledger) -> Ledger:
    """A ledger without a plan, with what is booked, firmly or not, in the place of its hours."""
    return replace(book, given=together(book.firm, book.soft))


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
