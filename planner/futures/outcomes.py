"""What becomes of a plan in each future: everybody stays with the work the plan gave them that week, and hours go where they are worth most.

What a demand was promised for a week grows and shrinks with its project's effort. A person gives what was planned as far as it is still wanted
and they are there, the work of most weight first; what they have left goes to their work of that week that takes more than was planned, or
that others miss. Nobody comes to work that the plan had not put them on, what the plan left unmet stays unmet, and what a week misses is
not made up later: what a plan is worth without anybody planning again. Where all comes as planned, that is what was planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.futures.drawing import Futures
from planner.hours.roles import folded
from planner.insight.ledger import Ledger
from solver.problem import Bools, Floats, Ints

CENT = 0.005


@dataclass(frozen=True)
class Outcome:
    """A plan in F futures; D demands in the order of the portfolio, roles in the order of `roles`.

    asked, met   (D, F) hours; of what is not won, or not in the plan, none
    value        (F,) points, by the formula of docs/model.md
    promised     (roles, F) hours that the plan gives, as they have grown or shrunk with the effort
    missing      (roles, T, F) hours of these that are not given
    """

    book: Ledger
    asked: Floats
    met: Floats
    value: Floats
    roles: tuple[str, ...]
    promised: Floats
    missing: Floats

    def is_met(self, share: float) -> Bools:
        """(D, F) whether a demand gets that share of its hours; where it asks for none it does."""
        enough: Bools = self.met >= share * self.asked - CENT
        return enough

    def covered(self, share: float) -> Bools:
        """(P, F) the same of projects."""
        enough: Bools = self.by_project(self.met) >= share * self.by_project(self.asked) - CENT
        return enough

    def by_project(self, hours: Floats) -> Floats:
        """(P, F) sums of hours by demand."""
        return self.book.by_project(hours)

    @cached_property
    def role_of(self) -> Ints:
        """(D,) row of each demand's role among `roles`."""
        return _roles(self.book)[1]

    def by_role(self, hours: Floats) -> Floats:
        """(roles,) sums of hours by demand."""
        sums = np.zeros(len(self.roles))
        np.add.at(sums, self.role_of, hours)
        return sums


def outcome(book: Ledger, futures: Futures) -> Outcome:
    """What becomes of the plan that is entered in the book."""
    roles, role_of = _roles(book)
    part = futures.effort * (futures.won & book.chosen[:, None])
    _, weeks, count = futures.away.shape
    met, above = np.zeros((len(book.project_of), count)), np.zeros(count)
    promised, missing = np.zeros((len(roles), count)), np.zeros((len(roles), weeks, count))
    for week, entries in _by_week(book):
        need = book.earning[:, week, None] * part[book.project_of]
        present = futures.present(week)
        room = np.maximum(book.capacity[:, week], book.load[:, week])[:, None] * present
        given, load = _given(book, entries, need, room)
        met += given
        above += np.maximum(load - book.capacity[:, week, None] * present, 0.0).sum(axis=0)
        np.add.at(promised, role_of, need)
        np.add.at(missing[:, week], role_of, need - given)
    asked = book.asked_by_demand[:, None] * part[book.project_of]
    return Outcome(book, asked, met, _value(book, futures, part, met, above), roles, promised, missing)


def _roles(book: Ledger) -> tuple[tuple[str, ...], Ints]:
    """The roles that are asked for, by name, and that of each demand."""
    said = [demand.role for demand in book.portfolio.demands.values()]
    names = dict(sorted((folded(role), role) for role in reversed(said)))
    row = {role: number for number, role in enumerate(names)}
    return tuple(names.values()), np.array([row[folded(role)] for role in said], np.int64)


def _by_week(book: Ledger) -> Iterator[tuple[int, Ints]]:
    """Each week with the plan's entries of that week, those of most weight first."""
    given = book.given
    order = np.lexsort((given.resource, given.demand, -book.points[given.demand], given.week))
    order = order[given.hours[order] > 0]
    edges = np.searchsorted(given.week[order], np.arange(book.capacity.shape[1] + 1))
    for week in range(book.capacity.shape[1]):
        yield week, order[edges[week] : edges[week + 1]]


def _given(book: Ledger, entries: Ints, need: Floats, room: Floats) -> tuple[Floats, Floats]:
    """(D, F) hours given in a week and (R, F) by whom: first what was planned, then what else is wanted of the same people."""
    left, free = need.copy(), room.copy()
    hours = np.empty(need.shape[1])
    rows = list(zip(*(each[entries].tolist() for each in (book.given.demand, book.given.resource, book.given.hours)), strict=True))
    for planned in (True, False):
        for demand, resource, most in rows:
            of_demand, of_resource = left[demand], free[resource]
            np.minimum(of_demand, of_resource, out=hours)
            if planned:
                np.minimum(hours, most, out=hours)
            of_demand -= hours
            of_resource -= hours
    return need - left, room - free


def _value(book: Ledger, futures: Futures, part: Floats, met: Floats, above: Floats) -> Floats:
    """(F,) V of docs/model.md; what is not won costs neither assignments nor delay."""
    settings = book.portfolio.settings
    demand, _ = book.given.assignments
    there = futures.won & book.chosen[:, None]
    staffed = np.bincount(book.project_of[demand], minlength=len(book.weight))
    late = settings.delay_cost / 100 * book.delay * book.weight * book.by_project(book.asked_by_demand)
    assignments = settings.assignment_cost * _summed(staffed * book.weight, there)
    value: Floats = _summed(book.points, met) - assignments - _summed(late, part) - settings.overtime_cost * above
    return value


def _summed(weights: Floats, rows: Floats | Bools) -> Floats:
    """(F,) weighted sums of (N, F) rows; no product of matrices, which would keep every core busy waiting."""
    total: Floats = np.einsum("n,nf->f", weights, rows)
    return total
