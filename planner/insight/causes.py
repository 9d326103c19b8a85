"""What keeps hours from being met: the rules and the work that stand between a demand and those who could do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from data.entities import Id
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from planner.hours.capacity import CLEAN, capacity_but_for_absences
from planner.hours.problem import limits, optional_ids
from planner.hours.roles import eligible
from planner.hours.since import rows_changed, same
from planner.insight.entries import Entries
from planner.insight.ledger import Ledger, ledger
from solver.problem import Bools, Floats, Ints

CAPACITY_KINDS = (Kind.SETTINGS, Kind.CALENDAR, Kind.HOLIDAY, Kind.RESOURCE)
"""What capacity is made of, but for absences."""
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
    def but_for_absences(self) -> Floats:
        """(R, T) capacity as it would be if nobody were absent."""
        return capacity_but_for_absences(self.book.portfolio)

    @cached_property
    def absent(self) -> Floats:
        """(R, T) hours that each resource would have beside all they are given, if they were not absent."""
        left = self.but_for_absences - np.maximum(self.book.capacity, self.book.load)
        return np.where(left >= CENT, left, 0.0)

    @cached_property
    def optional(self) -> frozenset[Id]:
        """Projects that may be left out."""
        return optional_ids(self.book.portfolio)

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


def scene_of(portfolio: Portfolio, plan: Plan, book: Ledger | None = None, before: Scene | None = None) -> Scene:
    """With the scene of a moment `before`, only what an edit touched is worked out anew."""
    book = book or ledger(portfolio, plan)
    opening = plan.opening
    open_from = 0 if opening is None else sum(monday < opening for monday in book.weeks)
    scene = Scene(book, _eligible(portfolio, before), plan.policy, open_from)
    if before is not None and same(before.book.portfolio, portfolio, *CAPACITY_KINDS) and "but_for_absences" in vars(before):
        vars(scene)["but_for_absences"] = before.but_for_absences
    if before is not None and _is_of_same_hours(book, before.book):
        for name in ("entries_of_demand", "entries_of_project"):
            if name in vars(before):
                vars(scene)[name] = vars(before)[name]
    return scene


def _eligible(portfolio: Portfolio, before: Scene | None) -> Bools:
    resources, demands = list(portfolio.resources.values()), list(portfolio.demands.values())
    changed = rows_changed(before.book.portfolio.demands, portfolio.demands) if before is not None else None
    if before is None or changed is None or before.book.portfolio.resources is not portfolio.resources:
        return eligible(resources, demands)
    if not changed:
        return before.eligible
    table = before.eligible.copy()
    table[changed] = eligible(resources, [demands[row] for row in changed])
    return table


def stale(scene: Scene, before: Scene) -> Bools:
    """(D,) demands of which something may have changed that explains why they are short.

    What explains one is what it asks, its own words, those who may do it with their hours, bookings and plan, and of all
    projects names, weights, delays and whether they are in.
    """
    book, was = scene.book, before.book
    if not _is_explained_alike(scene, before):
        return np.ones(len(book.project_of), bool)
    found: Bools = (book.asked_all != was.asked_all).any(axis=1)
    found[rows_changed(was.portfolio.demands, book.portfolio.demands) or []] = True
    others = (book.capacity != was.capacity).any(axis=1) | (scene.absent != before.absent).any(axis=1)
    others[rows_changed(was.portfolio.resources, book.portfolio.resources) or []] = True
    found |= (scene.eligible[:, others] | before.eligible[:, others]).any(axis=1)
    booked = scene.firm != before.firm
    for row in np.flatnonzero(booked.any(axis=1)).tolist():
        lacks = (book.due[:, booked[row]] > book.earning[:, booked[row]]).any(axis=1)
        found |= scene.eligible[:, row] & lacks
    return found


def _is_explained_alike(scene: Scene, before: Scene) -> bool:
    """Whether all is the same that the causes of every demand depend on."""
    book, was = scene.book, before.book
    return (
        book.plan is was.plan
        and scene.open_from == before.open_from
        and _is_of_same_hours(book, was)
        and all(map(np.array_equal, (book.may, book.chosen, book.delay, book.weight), (was.may, was.chosen, was.delay, was.weight)))
        and scene.project_names == before.project_names
        and scene.optional == before.optional
        and _settings_that_explain(book) == _settings_that_explain(was)
    )


def _settings_that_explain(book: Ledger) -> tuple[float, float, float]:
    settings = book.portfolio.settings
    return settings.minimum_block, settings.assignment_cost, settings.minimum_coverage


def _is_of_same_hours(one: Ledger, other: Ledger) -> bool:
    """Whether both have the same hours by the same rows of demands, projects and resources."""
    return (
        (one.given is other.given or one.given.is_same(other.given))
        and np.array_equal(one.project_of, other.project_of)
        and (one.weeks, *_rows(one)) == (other.weeks, *_rows(other))
    )


def _rows(book: Ledger) -> tuple[list[Id], ...]:
    portfolio = book.portfolio
    return list(portfolio.demands), list(portfolio.resources), list(portfolio.projects)


def shortfall(scene: Scene, d: int) -> Shortfall:
    gap = scene.book.due[d] - scene.book.earning[d]
    weeks = np.flatnonzero(gap > 0)
    return Shortfall(d, weeks, gap[weeks], np.flatnonzero(scene.eligible[d]))


def split(scene: Scene, short: Shortfall, barred: Mapping[Cause, Floats], away: float = 0.0) -> dict[Cause, float]:
    """Hours short by cause: what free people could still give by the rule that bars them; the rest is taken or away.

    Hours that a delay moves out of the horizon are short too (R8). `away` are hours of the rest that absences take.
    """
    hours = _split_in_horizon(scene, short, barred, away) if short.missing.size else {}
    lost = round(float(scene.book.asked[short.d].sum() - scene.book.due[short.d].sum()), CLEAN)
    return {cause: of for cause, of in (hours | {Cause.LATE: lost}).items() if of > 0}


def not_covered(short: Shortfall, barred: Mapping[Cause, Floats]) -> Floats:
    """(W,) hours short beyond what free people could still give."""
    free = np.array([hours.sum(axis=0) for hours in barred.values()])
    rest: Floats = short.missing - np.minimum(short.missing, free.sum(axis=0))
    return rest


def _split_in_horizon(scene: Scene, short: Shortfall, barred: Mapping[Cause, Floats], away: float) -> dict[Cause, float]:
    if not short.who.size:
        return {Cause.NOBODY: float(short.missing.sum())}
    free = np.array([hours.sum(axis=0) for hours in barred.values()])
    rest = not_covered(short, barred)
    covered = short.missing - rest
    shares = (free * (covered / np.maximum(free.sum(axis=0), CENT))).sum(axis=1)
    hours = dict(zip(barred, shares.tolist(), strict=True))
    holds = _who_holds_the_rest(scene, short)
    hours[Cause.AWAY] = away
    hours[holds] = hours.get(holds, 0.0) + max(0.0, float(rest.sum()) - away)
    return {cause: round(of, CLEAN) for cause, of in hours.items()}


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
    barred: Bools = (short.of(scene.book.projects_a_week) >= scene.most_projects[short.who][:, None]) & ~on_project
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
