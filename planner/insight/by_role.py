"""Roles against what is asked of them: who is short of what, and in which weeks everybody who holds a role is full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from data.entities import Hours, Id
from data.portfolio import Portfolio
from planner.hours.roles import folded, levels
from planner.insight.ledger import Ledger
from planner.insight.unmet import SHORT
from solver.problem import Bools, Floats

FULL = 0.95
"""Use of their capacity from which the holders of a role count as full: what is left lies in crumbs below a block."""


@dataclass(frozen=True, slots=True)
class RoleBalance:
    """One role over the horizon, at whatever level.

    asked, met      hours of the demands for it, of all projects that may take part, those left out too
    holders         resources that hold it, as their first role or another
    first           those of them whose first role it is
    capacity        hours of these: nobody counts for two roles
    free            hours within capacity that the plan leaves them, whatever else they could do with them
    full            weeks in which they are full, or in which none of them is there while hours are short
    short           hours unmet of each project that is short of it, the most first
    """

    role: str
    holders: int
    first: int
    capacity: Hours
    asked: Hours
    met: Hours
    free: Hours
    full: tuple[dt.date, ...]
    short: Mapping[Id, Hours]

    @property
    def unmet(self) -> Hours:
        return self.asked - self.met

    @property
    def balance(self) -> Hours:
        """Hours there are less hours asked; below 0 where the role is asked for more than those can give whose first role it is."""
        return self.capacity - self.asked


def role_balances(book: Ledger) -> tuple[RoleBalance, ...]:
    """Every role that is asked for or held, those of most hours unmet first; of equal ones, by name."""
    portfolio = book.portfolio
    held = levels(list(portfolio.resources.values()))
    nobody = np.zeros(len(portfolio.resources), np.int64)
    asked_for = np.array([folded(demand.role) for demand in portfolio.demands.values()], object)
    first = np.array([folded(resource.role) for resource in portfolio.resources.values()], object)
    may = np.array([project.status.takes_part for project in portfolio.projects.values()], bool)
    taking_part = may[book.project_of] if len(book.project_of) else np.zeros(0, bool)
    found = [
        _balance(book, name, (asked_for == role) & taking_part, held.get(role, nobody) > 0, first == role)
        for role, name in role_names(portfolio).items()
    ]
    return tuple(sorted(found, key=lambda each: (-round(each.unmet, 2), each.role.casefold())))


def role_names(portfolio: Portfolio) -> Mapping[str, str]:
    """Roles as they are written where they are first met, by their folded names."""
    written = [resource.role for resource in portfolio.resources.values()]
    written += [role for resource in portfolio.resources.values() for role, _ in resource.other_roles]
    written += [demand.role for demand in portfolio.demands.values()]
    names: dict[str, str] = {}
    for role in written:
        names.setdefault(folded(role), role.strip())
    names.pop("", None)
    return names


def _balance(book: Ledger, name: str, rows: Bools, holders: Bools, first: Bools) -> RoleBalance:
    """The balance of the demands `rows` (D,) with the resources `holders` (R,), of whom it is the first role of `first`."""
    left = np.maximum(book.capacity - book.load, 0.0)[holders].sum(axis=0)
    room = book.capacity[holders].sum(axis=0)
    full = (left <= (1 - FULL) * room) & ((room > 0) | (book.short[rows].sum(axis=0) > SHORT))
    asked, met = book.asked_all[rows].sum(axis=1), book.earning[rows].sum(axis=1)
    return RoleBalance(
        role=name,
        holders=int(holders.sum()),
        first=int(first.sum()),
        capacity=float(book.capacity[first].sum()),
        asked=float(asked.sum()),
        met=float(met.sum()),
        free=float(left.sum()),
        full=tuple(monday for monday, is_full in zip(book.weeks, full.tolist(), strict=True) if is_full),
        short=_by_project(book, rows, asked - met),
    )


def _by_project(book: Ledger, rows: Bools, short: Floats) -> Mapping[Id, Hours]:
    hours = np.bincount(book.project_of[rows], short, len(book.weight))
    keys = list(book.portfolio.projects)
    order = np.argsort(-hours, kind="stable").tolist()
    return MappingProxyType({keys[p]: float(hours[p]) for p in order if hours[p] > SHORT})
