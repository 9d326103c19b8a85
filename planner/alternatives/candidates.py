"""Who else could do some hours of a demand: free hours, fit, cost, and what would have to give way; nothing is solved here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.entities import Hours, Id, Points, Resource
from planner.hours.roles import eligible, folded
from planner.insight.entries import Entries
from planner.insight.ledger import Ledger
from solver.problem import Floats, Ints

CENT = 0.005
"""Hours below this are none: half of a plan's smallest figure."""
SHORT = 0.05
"""Hours a week short below which nothing is missing: several people's hours, each rounded down."""


@dataclass(frozen=True, slots=True)
class Question:
    """Hours of a demand in some weeks, and whose they are now; nobody's where they are not met yet."""

    demand_id: Id
    weeks: range
    giver_ids: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may do it (R3).

    hours      what they would be booked for in each week asked, on top of what they give the demand already
    wanted     all that is to be done
    free       how much of it they have free; `overtime` is above their capacity
    surplus    levels above the one asked; None where a name was asked for
    cost       of these hours at their rate, None without a rate
    displaced  demands that would lose hours of theirs, and how many, the least weighty first
    team_full, focus_full  whether a limit of the demand (R5) or of theirs (R6) yields for the booking
    estimate   points that this looks like before anything is solved
    """

    resource_id: Id
    hours: tuple[Hours, ...]
    wanted: Hours
    free: Hours
    overtime: Hours
    level: int | None
    surplus: int | None
    cost: float | None
    displaced: tuple[tuple[Id, Hours], ...]
    team_full: bool
    focus_full: bool
    estimate: Points

    @property
    def total(self) -> Hours:
        return sum(self.hours)


def wanted_hours(book: Ledger, given: Entries, question: Question) -> Floats:
    """(W,) hours that are to go to somebody else: those of the givers, or where they give none those that nobody gives."""
    scene = _Scene(book, given, question)
    own = scene.hours_of(scene.givers)
    return own if own.sum() > CENT else scene.unmet


def missing_weeks(book: Ledger, given: Entries, demand_id: Id) -> range | None:
    """The weeks from the first to the last in which a demand lacks hours; None where it lacks none worth the name."""
    whole = _Scene(book, given, Question(demand_id, range(len(book.weeks))))
    short = np.flatnonzero(whole.unmet > SHORT)
    return range(int(short[0]), int(short[-1]) + 1) if short.size else None


def candidates(book: Ledger, given: Entries, question: Question) -> tuple[Candidate, ...]:
    """Everybody else who may do the hours and has room for some of them, the most promising first.

    `given` are the hours as they stand. Firm hours of others' work are never displaced.
    """
    scene, wanted = _Scene(book, given, question), wanted_hours(book, given, question)
    resources = tuple(book.portfolio.resources.values())
    mine = eligible(resources, [scene.demand])[0]
    rows = [r for r in np.flatnonzero(mine).tolist() if resources[r].id not in question.giver_ids]
    found = [_candidate(scene, resources[r], r, wanted) for r in rows]
    return tuple(sorted((each for each in found if each.total > CENT), key=lambda each: (-each.estimate, each.resource_id)))


class _Scene:
    """What every candidate is looked at against."""

    def __init__(self, book: Ledger, given: Entries, question: Question) -> None:
        portfolio = book.portfolio
        self.book, self.given, self.weeks = book, given, question.weeks
        self.demand = portfolio.demands[question.demand_id]
        self.d = tuple(portfolio.demands).index(question.demand_id)
        self.project = int(book.project_of[self.d])
        self.weight = float(book.points[self.d])
        people = {key: r for r, key in enumerate(portfolio.resources)}
        self.givers = [people[key] for key in question.giver_ids]
        self.cost_of_one = portfolio.settings.assignment_cost * self.weight
        self.demands = tuple(portfolio.demands)
        inside = (given.week >= question.weeks.start) & (given.week < question.weeks.stop)
        self.here = np.flatnonzero(inside)
        on_demand = given.demand == self.d
        self.team = frozenset(given.resource[on_demand & (given.hours > CENT)].tolist())
        self.leaving = frozenset(r for r in self.givers if not (on_demand & ~inside & (given.resource == r) & (given.hours > CENT)).any())
        self.load, self.firm = book.by_resource(given), book.by_resource(book.firm)
        self.usable = book.usable

    def hours_of(self, rows: list[int]) -> Floats:
        """(W,) hours that these resources give the demand."""
        entries = self.here[(self.given.demand[self.here] == self.d) & np.isin(self.given.resource[self.here], rows)]
        return self._by_week(entries)

    @property
    def unmet(self) -> Floats:
        """(W,) hours that nobody gives the demand."""
        met = self._by_week(self.here[self.given.demand[self.here] == self.d])
        due: Floats = self.book.due[self.d, self.weeks.start : self.weeks.stop]
        return np.maximum(due - met, 0.0)

    @cached_property
    def is_given(self) -> bool:
        """Whether the givers have any of the hours."""
        return bool(self.hours_of(self.givers).sum() > CENT)

    def others(self, r: int, week: int) -> list[tuple[float, int, float]]:
        """Weight, demand and hours of what else a resource does in a week and may leave, the least weighty first."""
        found = []
        for d, hours in self.work.get((r, week), ()):
            left = hours - self.held.get((d, r, week), 0.0)
            if d != self.d and left > CENT:
                found.append((float(self.book.points[d]), d, left))
        return sorted(found)

    def projects_in(self, r: int, week: int) -> frozenset[int]:
        return frozenset(int(self.book.project_of[d]) for d, _ in self.work.get((r, week), ()))

    @cached_property
    def work(self) -> dict[tuple[int, int], list[tuple[int, float]]]:
        """Demands and hours of each resource in each of the weeks."""
        found: dict[tuple[int, int], list[tuple[int, float]]] = {}
        for d, r, week, hours in _listed(self.given, self.here):
            found.setdefault((r, week), []).append((d, hours))
        return found

    @cached_property
    def held(self) -> dict[tuple[int, int, int], float]:
        """Hours firmly booked by demand, resource and week, in these weeks."""
        firm = self.book.firm
        inside = np.flatnonzero((firm.week >= self.weeks.start) & (firm.week < self.weeks.stop))
        return {(d, r, week): hours for d, r, week, hours in _listed(firm, inside)}

    def _by_week(self, entries: Ints) -> Floats:
        total = np.bincount(self.given.week[entries] - self.weeks.start, self.given.hours[entries], len(self.weeks))
        return total.astype(np.float64)


def _listed(entries: Entries, at: Ints) -> Iterator[tuple[int, int, int, float]]:
    parts = entries.demand[at].tolist(), entries.resource[at].tolist(), entries.week[at].tolist(), entries.hours[at].tolist()
    return zip(*parts, strict=True)


def _candidate(scene: _Scene, resource: Resource, r: int, wanted: Floats) -> Candidate:
    columns = slice(scene.weeks.start, scene.weeks.stop)
    room = np.maximum(scene.usable[r, columns] - scene.firm[r, columns], 0.0)
    own = np.array([sum(hours for d, hours in scene.work.get((r, week), ()) if d == scene.d) for week in scene.weeks])
    hours = np.minimum(wanted, np.maximum(room - own, 0.0)).round(2)
    free = np.minimum(hours, np.maximum(scene.usable[r, columns] - scene.load[r, columns], 0.0))
    overtime = np.maximum(scene.load[r, columns] + free - np.maximum(scene.book.capacity[r, columns], scene.load[r, columns]), 0.0)
    displaced = _displaced(scene, r, hours - free)
    level = None if scene.demand.resource_id is not None else _level(resource, scene.demand.role)
    joins = r not in scene.team
    return Candidate(
        resource_id=resource.id,
        hours=tuple(hours.tolist()),
        wanted=float(wanted.sum()),
        free=float(free.sum()),
        overtime=float(overtime.sum()),
        level=level,
        surplus=None if level is None else level - scene.demand.min_level,
        cost=None if resource.cost_per_hour is None else resource.cost_per_hour * float(hours.sum()),
        displaced=tuple((scene.demands[d], hours_lost) for d, hours_lost in displaced),
        team_full=joins and scene.demand.max_people is not None and len(scene.team - scene.leaving) >= scene.demand.max_people,
        focus_full=_is_spread(scene, resource, r, hours),
        estimate=_estimate(scene, wanted, hours, overtime, displaced, joins=joins),
    )


def _displaced(scene: _Scene, r: int, lacking: Floats) -> list[tuple[int, float]]:
    """Demands that lose what the candidate has not free, and how many hours over all weeks."""
    lost: dict[int, float] = {}
    for week, hours in zip(scene.weeks, lacking.tolist(), strict=True):
        left = hours
        for _, d, there in scene.others(r, week) if left > CENT else ():
            off = min(left, there)
            lost[d] = lost.get(d, 0.0) + off
            left -= off
            if left <= CENT:
                break
    return sorted(lost.items(), key=lambda item: (float(scene.book.points[item[0]]), item[0]))


def _is_spread(scene: _Scene, resource: Resource, r: int, hours: Floats) -> bool:
    """Whether in some week they work on as many other projects as they may."""
    if resource.max_projects is None:
        return False
    return any(
        given > CENT and scene.project not in found and len(found) >= resource.max_projects
        for given, found in ((given, scene.projects_in(r, week)) for week, given in zip(scene.weeks, hours.tolist(), strict=True))
    )


def _estimate(scene: _Scene, wanted: Floats, hours: Floats, overtime: Floats, displaced: list[tuple[int, float]], *, joins: bool) -> Points:
    """Hours won or lost at their weight, and assignments that come and go; what is freed elsewhere counts nothing yet."""
    had = float(wanted.sum()) if scene.is_given else 0.0
    value = scene.weight * (float(hours.sum()) - had)
    value -= sum(float(scene.book.points[d]) * lost for d, lost in displaced)
    value -= scene.book.portfolio.settings.overtime_cost * float(overtime.sum())
    value -= scene.cost_of_one if joins else 0.0
    whole = hours.sum() >= wanted.sum() - CENT
    return value + (scene.cost_of_one * len(scene.leaving & scene.team) if whole else 0.0)


def _level(resource: Resource, role: str) -> int | None:
    wanted = folded(role)
    held = [level for name, level in ((resource.role, resource.level), *resource.other_roles) if folded(name) == wanted]
    return max(held, default=None)
