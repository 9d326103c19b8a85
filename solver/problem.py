"""The problem as arrays: what `planner.hours.problem` builds and every part of the solver reads.

Indices run over resources r < R, projects p < P (only those that take part), demands d < D (only theirs) and weeks
t < T. Hours are hours a week, weights points an hour. Rules and symbols are those of docs/model.md (R1-R10).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NO_LIMIT = 1_000_000
"""Most people on a demand, or projects of a resource, where none is set: more than any portfolio has."""


@dataclass(frozen=True, slots=True)
class Firm:
    """Hard bookings (R4), one entry for each demand, resource and week booked; parallel arrays, no cell twice."""

    demand: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    resource: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    week: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    hours: Floats = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True)
class Precedence:
    """Dependencies (R9) as parallel arrays.

    Where both projects take part, the successor is delayed by at least `least` weeks more than the predecessor; `least`
    may be below 0.
    """

    predecessor: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    successor: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    least: Ints = field(default_factory=lambda: np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan that is known already: hours by cell as parallel arrays, selected (P,) and delay (P,) of the projects.

    It need keep no rule: whatever of it still does is where the search starts.
    """

    demand: Ints
    resource: Ints
    week: Ints
    hours: Floats
    selected: Bools
    delay: Ints


@dataclass(frozen=True)
class Terms:
    """What a policy takes off the value of a plan; points, each 0 unless set (docs/model.md).

    weight              (P,) points an hour the search maximises in place of the weights (strict priorities), or None
    resource_hour       (R,) points for an hour of each resource (cost of the people used), or None
    pair_hour           (D, R) points for an hour of a resource on a demand (level above or below), or None
    overtime_hour       points for an hour above capacity, beside `overtime_cost`
    hand_over           points for each person who comes to a demand in a week and was not on it in the last week worked
    moved_hour          points for each hour of `current` that its cell no longer has
    changed_assignment  points for each assignment that `current` has and the plan has not, or the other way round
    current             the hours that are to stay where they are: soft bookings, the plan of record
    """

    weight: Floats | None = None
    resource_hour: Floats | None = None
    pair_hour: Floats | None = None
    overtime_hour: float = 0.0
    hand_over: float = 0.0
    moved_hour: float = 0.0
    changed_assignment: float = 0.0
    current: Firm = field(default_factory=Firm)

    @property
    def empty(self) -> bool:
        """Whether the objective is the value itself."""
        numbers = (self.overtime_hour, self.hand_over, self.moved_hour, self.changed_assignment)
        return not any(numbers) and all(table is None for table in (self.weight, self.resource_hour, self.pair_hour))


@dataclass(frozen=True, slots=True)
class Ties:
    """What decides between plans of equal value beside their hand-overs: who holds which level, and who is nobody in particular yet.

    held (R, K) the level at which each resource holds each role, 0 where not; role (D,) the role of each demand, -1 where
    it names its resource; least (D,) the level asked, at least 1; placeholder (R,).
    """

    held: Ints
    role: Ints
    least: Ints
    placeholder: Bools

    def surplus(self, demand: Ints, resource: Ints) -> Ints:
        """Levels held above the one asked, by pair, given as parallel arrays."""
        if not self.held.shape[1]:
            return np.zeros(len(demand), np.int64)
        role = self.role[demand]
        above: Ints = np.maximum(self.held[resource, role] - self.least[demand], 0)
        return np.where(role >= 0, above, 0)


@dataclass(frozen=True)
class Problem:
    """One allocation problem. Arrays are never written to after construction.

    capacity      (R, T) net hours of each resource in each week
    overtime      (R,)   hours a week on top, usable only where capacity is above 0
    max_projects  (R,)   most different projects in one week (R6), NO_LIMIT where unlimited
    weight        (P,)   points an hour
    optional      (P,)   proposed projects that may be left out (R10)
    max_delay     (P,)   weeks a project may be delayed (R8)
    project_of    (D,)   project of each demand
    asked         (D, T) hours asked at no delay
    max_people    (D,)   most people on a demand (R5), NO_LIMIT where unlimited
    eligible      (D, R) who may work on what (R3)
    firm                 hard bookings (R4)
    minimum_block        hours (R7)
    minimum_coverage     fraction of an optional project's hours (R10)
    assignment_cost      hours of the project's own work for each resource on a demand
    overtime_cost        points for an hour above capacity
    delay_cost           fraction of a project's weighted hours for a week of delay
    precedence           dependencies between projects (R9)
    least_delay   (P,)   weeks a project must be delayed at least (what has begun stays where it is), None for 0
    open_from            the first week in which hours may be given beside the firm bookings; before it all is past
    terms                what a policy takes off the value
    most_moved           hours of `terms.current` that a plan may take from their cells at most, None for no limit
    start                a plan to start the search from, None for none
    ties                 what decides between plans of equal value, None where nothing but their hand-overs
    """

    capacity: Floats
    overtime: Floats
    max_projects: Ints
    weight: Floats
    optional: Bools
    max_delay: Ints
    project_of: Ints
    asked: Floats
    max_people: Ints
    eligible: Bools
    firm: Firm = field(default_factory=Firm)
    minimum_block: float = 4.0
    minimum_coverage: float = 0.8
    assignment_cost: float = 4.0
    overtime_cost: float = 1.0
    delay_cost: float = 0.01
    precedence: Precedence = field(default_factory=Precedence)
    least_delay: Ints | None = None
    open_from: int = 0
    terms: Terms = field(default_factory=Terms)
    most_moved: float | None = None
    start: Standing | None = None
    ties: Ties | None = None

    @property
    def shape(self) -> tuple[int, int, int]:
        """Resources, demands, weeks."""
        return self.capacity.shape[0], self.asked.shape[0], self.capacity.shape[1]

    @cached_property
    def points(self) -> Floats:
        """(D,) weight of each demand, points an hour."""
        return self.weight[self.project_of]

    @cached_property
    def aims(self) -> Floats:
        """(P,) points an hour that the search maximises: the weights, or what strict priorities make of them."""
        return self.weight if self.terms.weight is None else self.terms.weight

    @cached_property
    def aim_points(self) -> Floats:
        """(D,) the same of each demand."""
        return self.aims[self.project_of]

    @cached_property
    def earliest(self) -> Ints:
        """(P,) least weeks of delay."""
        return np.zeros(len(self.weight), np.int64) if self.least_delay is None else self.least_delay

    @cached_property
    def latest(self) -> Ints:
        """(P,) most weeks of delay that make a difference: what is moved out of the horizon need only keep its distance."""
        distance = int(np.maximum(self.precedence.least, 0).sum()) + int(self.earliest.max(initial=0))
        return np.maximum(np.minimum(self.max_delay, self.shape[2] + distance), self.earliest)

    @cached_property
    def booked_load(self) -> Floats:
        """(R, T) hours firmly booked on each resource."""
        load = np.zeros_like(self.capacity)
        np.add.at(load, (self.firm.resource, self.firm.week), self.firm.hours)
        return load

    @cached_property
    def booked_met(self) -> Floats:
        """(D, T) hours firmly booked on each demand."""
        met = np.zeros_like(self.asked)
        np.add.at(met, (self.firm.demand, self.firm.week), self.firm.hours)
        return met

    @cached_property
    def room(self) -> Floats:
        """(R, T) most hours of each resource in each week: capacity and overtime, or what is booked where that is more."""
        usable = self.capacity + np.where(self.capacity > 0, self.overtime[:, None], 0.0)
        return np.maximum(usable, self.booked_load)
