"""What keeps hours from being met: the rules and the work that stand between a demand and those who could do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.capacity import CLEAN
from planner.hours.problem import limits
from planner.hours.roles import eligible
from planner.insight.entries import Entries
from planner.insight.ledger import Ledger, ledger
from solver.objective import sorted_once
from solver.problem import Bools, Floats, Ints

CENT = 0.01
"""Free hours below this are rounding: plans are written to two decimals, rounded down."""

Figure = TypeVar("Figure", np.float64, np.int64)


class Cause(StrEnum):
    """What keeps an hour from being met; the sentence that goes with it names who and what."""

    LEFT_OUT = "Project left out"
    LATE = "Delayed past the end"
    NOBODY = "Nobody suitable"
    AWAY = "Away"
    TAKEN = "Taken by other work"
    FIRM = "Firm bookings"
    TEAM = "Team size"
    FOCUS = "Focus"
    BLOCK = "Minimum block"
    WORTH = "Not worth an assignment"
    PAST = "In the past"
    ROOM = "Room left"


@dataclass(frozen=True)
class Scene:
    """What every explanation looks at: the plan's ledger and what follows from it, computed once.

    The plan gave nothing new in the weeks before `open_from`, a column: they were past when it was made.
    """

    book: Ledger
    eligible: Bools
    policy: str = ""
    open_from: int = 0

    @cached_property
    def free(self) -> Floats:
        """(R, T) hours that could still be given, overtime counted."""
        left = self.book.usable - self.book.load
        return np.where(left >= CENT, left, 0.0)

    @cached_property
    def firm(self) -> Floats:
        """(R, T) hours firmly booked."""
        return self.book.by_resource(self.book.firm)

    @cached_property
    def projects_a_week(self) -> Ints:
        """(R, T) different projects each resource works on."""
        given = self.book.given
        people, weeks = self.book.capacity.shape
        projects = max(1, len(self.book.weight))
        cells = sorted_once((given.resource * weeks + given.week) * projects + self.book.project_of[given.demand])
        return np.bincount(cells // projects, minlength=people * weeks).reshape(people, weeks)

    @cached_property
    def most_projects(self) -> Ints:
        return limits(resource.max_projects for resource in self.book.portfolio.resources.values())

    @cached_property
    def most_people(self) -> Ints:
        return limits(demand.max_people for demand in self.book.portfolio.demands.values())

    @cached_property
    def entries_of_demand(self) -> list[Ints]:
        """For each demand the entries of the plan that are its own."""
        return _grouped(self.book.given.demand, len(self.book.project_of))

    @cached_property
    def entries_of_project(self) -> list[Ints]:
        return _grouped(self.book.project_of[self.book.given.demand], len(self.book.weight))

    @cached_property
    def resource_names(self) -> tuple[str, ...]:
        return tuple(resource.name for resource in self.book.portfolio.resources.values())

    @cached_property
    def project_names(self) -> tuple[str, ...]:
        return tuple(project.name for project in self.book.portfolio.projects.values())

    def team(self, d: int) -> Ints:
        """Resources that are given hours on one demand, each once."""
        entries = self.entries_of_demand[d]
        return np.unique(self.book.given.resource[entries[self.book.given.hours[entries] > 0]])

    def taken_by(self, who: Bools, weeks: Ints) -> Floats:
        """(P,) hours that these resources (R,) give each project in these weeks."""
        given = self.book.given
        inside = np.zeros(len(self.book.weeks), bool)
        inside[weeks] = True
        mine = who[given.resource] & inside[given.week]
        projects = self.book.project_of[given.demand[mine]]
        return np.bincount(projects, given.hours[mine], len(self.book.weight)).astype(np.float64)


@dataclass(frozen=True)
class Shortfall:
    """One demand (row d) in the weeks it is short: hours missing (W,) and who may do it (n,), as row numbers."""

    d: int
    weeks: Ints
    missing: Floats
    who: Ints

    def only(self, there: Bools) -> Shortfall:
        """The same in some of its weeks (W,)."""
        return replace(self, weeks=self.weeks[there], missing=self.missing[there])

    def of(self, table: NDArray[Figure]) -> NDArray[Figure]:
        """(n, W) the part of an (R, T) table that concerns it."""
        part: NDArray[Figure] = table[self.who[:, None], self.weeks]
        return part

    def hours_in(self, given: Entries, entries: Ints) -> Floats:
        """(n, W) hours of these entries of a plan: built small, since a demand concerns a corner of the whole."""
        table = np.zeros((len(self.who), len(self.weeks)))
        row, week = np.searchsorted(self.who, given.resource[entries]), np.searchsorted(self.weeks, given.week[entries])
        inside = (row < len(self.who)) & (week < len(self.weeks))
        entries, row, week = entries[inside], row[inside], week[inside]
        same = (self.who[row] == given.resource[entries]) & (self.weeks[week] == given.week[entries])
        np.add.at(table, (row[same], week[same]), given.hours[entries[same]])
        return table


def scene_of(portfolio: Portfolio, plan: Plan, book: Ledger | None = None) -> Scene:
    resources, demands = list(portfolio.resources.values()), list(portfolio.demands.values())
    book = book or ledger(portfolio, plan)
    opening = plan.opening
    open_from = 0 if opening is None else sum(monday < opening for monday in book.weeks)
    return Scene(book, eligible(resources, demands), plan.policy, open_from)


def shortfall(scene: Scene, d: int) -> Shortfall:
    gap = scene.book.due[d] - scene.book.earning[d]
    weeks = np.flatnonzero(gap > 0)
    return Shortfall(d, weeks, gap[weeks], np.flatnonzero(scene.eligible[d]))


def split(scene: Scene, short: Shortfall, barred: Mapping[Cause, Floats]) -> dict[Cause, float]:
    """Hours short by cause: what free people could still give by the rule that bars them; the rest is taken or away.

    Hours that a delay moves out of the horizon are short too (R8).
    """
    hours = _split_in_horizon(scene, short, barred) if short.missing.size else {}
    lost = round(float(scene.book.asked[short.d].sum() - scene.book.due[short.d].sum()), CLEAN)
    return {cause: of for cause, of in (hours | {Cause.LATE: lost}).items() if of > 0}


def _split_in_horizon(scene: Scene, short: Shortfall, barred: Mapping[Cause, Floats]) -> dict[Cause, float]:
    if not short.who.size:
        return {Cause.NOBODY: float(short.missing.sum())}
    free = np.array([hours.sum(axis=0) for hours in barred.values()])
    covered = np.minimum(short.missing, free.sum(axis=0))
    shares = (free * (covered / np.maximum(free.sum(axis=0), CENT))).sum(axis=1)
    hours = dict(zip(barred, shares.tolist(), strict=True))
    hours[_who_holds_the_rest(scene, short)] = float((short.missing - covered).sum())
    return hours


def free_hours_by_bar(scene: Scene, short: Shortfall) -> dict[Cause, Floats]:
    """(n, W) free hours of those who may do the demand, each under the first that keeps them off it: that they are past, R5, R6, R7."""
    is_past = short.weeks < scene.open_from
    there = short.of(scene.free)
    free = np.where(is_past, 0.0, there)
    members = scene.team(short.d)
    outside = ~np.isin(short.who, members)
    full_team = len(members) >= scene.most_people[short.d]
    team = np.broadcast_to((full_team & outside)[:, None], free.shape)
    focus = ~team & _barred_by_focus(scene, short)
    useful = np.minimum(free, short.missing)
    block = ~team & ~focus & _barred_by_block(scene, short, useful)
    worth = ~team & ~focus & ~block & (_not_worth_it(scene, useful) & outside)[:, None]
    bars = {Cause.TEAM: team, Cause.FOCUS: focus, Cause.BLOCK: block, Cause.WORTH: worth}
    bars[Cause.ROOM] = ~(team | focus | block | worth)
    return {Cause.PAST: there - free} | {cause: free * bar for cause, bar in bars.items()}


def _barred_by_focus(scene: Scene, short: Shortfall) -> Bools:
    entries = scene.entries_of_project[scene.book.project_of[short.d]]
    on_project = short.hours_in(scene.book.given, entries) > 0
    barred: Bools = (short.of(scene.projects_a_week) >= scene.most_projects[short.who][:, None]) & ~on_project
    return barred


def _barred_by_block(scene: Scene, short: Shortfall, useful: Floats) -> Bools:
    """Where the hours that could be given, with those already given, make less than a block."""
    on_demand = short.hours_in(scene.book.given, scene.entries_of_demand[short.d])
    least = np.minimum(scene.book.portfolio.settings.minimum_block, scene.book.due[short.d, short.weeks])
    block = np.minimum(least, short.of(scene.book.capacity))
    barred: Bools = useful + on_demand < block - CENT
    return barred


def _not_worth_it(scene: Scene, useful: Floats) -> Bools:
    """(n,) who could give no more than an assignment costs."""
    little: Bools = useful.sum(axis=1) <= scene.book.portfolio.settings.assignment_cost
    return little


def _who_holds_the_rest(scene: Scene, short: Shortfall) -> Cause:
    """Whether suitable people without room in these weeks are away, firmly booked, or on other work."""
    load = float(short.of(scene.book.load).sum())
    if load <= 0:
        return Cause.AWAY
    return Cause.FIRM if short.of(scene.firm).sum() > load / 2 else Cause.TAKEN


def _grouped(key: Ints, groups: int) -> list[Ints]:
    """Positions of each key from 0 to groups - 1."""
    order = np.argsort(key, kind="stable")
    return np.split(order, np.searchsorted(key[order], np.arange(1, groups)))
