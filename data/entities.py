"""What a portfolio is made of: one frozen dataclass for each kind of entity, in the words of docs/vocabulary.md.

Hours, percentages, weights and money are plain floats rounded to four decimals (`QUANTUM`), so that what the file
stores as whole numbers, what the sheets write and what the optimiser reads are one and the same figure.
References are ids, never names: a name may change, an id does not.
"""

from __future__ import annotations

import datetime as dt
import itertools
import secrets
import string
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Id = NewType("Id", str)
Hours = float
Percent = float
Points = float

QUANTUM = 0.0001
"""Smallest step of any figure in a portfolio: a hundredth of a hundredth of an hour, below every tolerance of a plan."""

SETTINGS_ID = Id("settings")
MILLISECOND_DIGITS, ID_LENGTH = 11, 24
"""Hexadecimal digits of an id: of the moment it was made, and all."""
_sequence = itertools.count()


def new_id() -> Id:
    """A fresh id that sorts after every id made before it on this machine and meets none made elsewhere.

    Milliseconds, a running number and random bits: entities sorted by id stand in the order of their creation.
    """
    return Id(f"{time.time_ns() // 1_000_000:0{MILLISECOND_DIGITS}x}{next(_sequence) % 0x100000:05x}{secrets.token_hex(4)}")


def made_at(key: Id) -> dt.datetime | None:
    """When `new_id` made an id, to the millisecond; None where it did not."""
    if len(key) != ID_LENGTH or not set(key) <= set(string.hexdigits):
        return None
    return dt.datetime.fromtimestamp(int(key[:MILLISECOND_DIGITS], 16) / 1000, dt.UTC)


def quantised(figure: float) -> float:
    """The figure rounded to the four decimals that a portfolio keeps."""
    return round(figure, 4) + 0.0


class ResourceKind(StrEnum):
    PERSON = "Person"
    TEAM = "Team"
    EQUIPMENT = "Equipment"
    PLACEHOLDER = "Placeholder"


class ProjectStatus(StrEnum):
    PROPOSED = "Proposed"
    APPROVED = "Approved"
    ACTIVE = "Active"
    ON_HOLD = "On hold"
    COMPLETED = "Completed"
    CANCELLED = "Cancelled"

    @property
    def takes_part(self) -> bool:
        """Whether a project of this status asks for hours at all (R10)."""
        return self in (ProjectStatus.PROPOSED, ProjectStatus.APPROVED, ProjectStatus.ACTIVE)


class Profile(StrEnum):
    FLAT = "Flat"
    FRONT = "Front"
    BACK = "Back"
    BELL = "Bell"


class BookingKind(StrEnum):
    HARD = "Hard"
    SOFT = "Soft"


class ScenarioStatus(StrEnum):
    DRAFT = "Draft"
    PROPOSED = "Proposed"
    APPROVED = "Approved"
    REJECTED = "Rejected"


class StudyKind(StrEnum):
    SWEEP = "Sweep"
    TRADE_OFF = "Trade-off"
    FUTURES = "Futures"
    EFFECTS = "Effects"


class DependencyKind(StrEnum):
    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the whole portfolio. `start` may be any day: its Monday is the first day of week 1."""

    start: dt.date
    weeks: int = 52
    id: Id = SETTINGS_ID
    name: str = "Portfolio"
    standard_week: Hours = 40.0
    minimum_block: Hours = 4.0
    minimum_coverage: Percent = 80.0
    assignment_cost: Hours = 4.0
    overtime_cost: Points = 1.0
    delay_cost: Percent = 1.0
    currency: str = ""
    default_calendar_id: Id | None = None
    plan_of_record_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days (0 is Monday) and, where a country is named, whose public holidays were drawn at import."""

    id: Id
    name: str
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    country: str = ""
    subdivision: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    id: Id
    calendar_id: Id
    day: dt.date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """What does work.

    `hours_per_week` None is the standard week, `calendar_id` None the default calendar, `max_projects` None no limit;
    availability is inclusive at both ends.
    """

    id: Id
    name: str
    role: str
    level: int = 3
    other_roles: tuple[tuple[str, int], ...] = ()
    kind: ResourceKind = ResourceKind.PERSON
    team: str = ""
    hours_per_week: Hours | None = None
    calendar_id: Id | None = None
    available_from: dt.date | None = None
    available_to: dt.date | None = None
    project_share: Percent = 100.0
    max_projects: int | None = None
    overtime: Hours = 0.0
    cost_per_hour: float | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, both ends inclusive; 50 percent is half of each day."""

    id: Id
    resource_id: Id
    first: dt.date
    last: dt.date
    percent: Percent = 100.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """`weight` None is 2^(5 - priority); `start` and `finish` are its own dates, which bind dependencies only."""

    id: Id
    name: str
    priority: int = 3
    weight: Points | None = None
    status: ProjectStatus = ProjectStatus.APPROVED
    start: dt.date | None = None
    finish: dt.date | None = None
    max_delay: int = 0
    must_do: bool = False
    value: float | None = None
    budget: float | None = None
    programme: str = ""
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """Effort a project asks of a role or of one resource.

    Exactly one of the three amounts is given, or none where the demand's weeks (`DemandWeek`) say the hours
    themselves. `max_people` None is no limit.
    """

    id: Id
    name: str
    project_id: Id
    role: str
    start: dt.date
    finish: dt.date
    phase: str = ""
    min_level: int = 1
    hours_per_week: Hours | None = None
    total_hours: Hours | None = None
    fte: float | None = None
    profile: Profile = Profile.FLAT
    max_people: int | None = None
    resource_id: Id | None = None


@dataclass(frozen=True, slots=True)
class DemandWeek:
    """Hours of one demand in one week (a Monday); weeks that stand twice add up."""

    id: Id
    demand_id: Id
    week: dt.date
    hours: Hours


@dataclass(frozen=True, slots=True)
class Booking:
    """Hours of a named resource on a demand in one week (a Monday); hard ones are never dropped (R4)."""

    id: Id
    demand_id: Id
    resource_id: Id
    week: dt.date
    hours: Hours
    kind: BookingKind = BookingKind.SOFT


@dataclass(frozen=True, slots=True)
class Dependency:
    """The successor waits for the predecessor (R9); the lag is in weeks and may be negative."""

    id: Id
    predecessor_id: Id
    successor_id: Id
    kind: DependencyKind = DependencyKind.FS
    lag_weeks: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """What a solve is to weigh beside the value of a plan: prices in points, 0 for none (docs/model.md).

    overtime    of an hour above capacity, on top of the settings' overtime cost
    cost        of 1,000 units of currency of the people used
    fit         of an hour by somebody a level above the one asked, for each such level
    continuity  of a hand-over
    moved       of an hour moved away from where soft bookings or the plan of record have it
    changed     of an assignment changed against the plan of record
    strict      whether a higher priority always goes before a lower one
    """

    id: Id
    name: str
    overtime: Points = 0.0
    cost: Points = 0.0
    fit: Points = 0.0
    continuity: Points = 0.0
    moved: Points = 0.0
    changed: Points = 0.0
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """What may become of a project: its effort at the lowest, likeliest and highest, and the chance that it is won while it is proposed.

    Effort is in percent of what its demands ask. A plan is made for what they ask; futures are drawn from this.
    """

    id: Id
    project_id: Id
    low: Percent = 100.0
    likely: Percent = 100.0
    high: Percent = 100.0
    win: Percent = 100.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """Changes on top of the plan of record, to try something. `based_on_id` is the scenario it began as a copy of, if any."""

    id: Id
    name: str
    note: str = ""
    status: ScenarioStatus = ScenarioStatus.DRAFT
    owner: str = ""
    based_on_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ScenarioChange:
    """One thing as the plan of record had it when the scenario changed it, and as the scenario wants it.

    `before` None adds, `after` None removes. A scenario changes a thing once: the id is that of `scenario_change_id`.
    """

    id: Id
    scenario_id: Id
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """A kept plan under a name, to compare with. It outlives the plan of record that it was; the plan itself is kept beside the portfolio."""

    id: Id
    name: str
    plan_id: Id
    note: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """A question that took many solves, with what came of it: `question` and `answer` are JSON objects, which each kind of study reads.

    `scenario_id` is the scenario it was asked of, None for the plan of record; `fingerprint` is that of the portfolio it was asked of,
    so that it can be told when the answer is of another day. When it was made says its id (`made_at`).
    """

    id: Id
    name: str
    kind: StudyKind
    question: str
    answer: str
    fingerprint: str = ""
    scenario_id: Id | None = None


Entity = (
    Settings
    | Calendar
    | Holiday
    | Resource
    | Absence
    | Project
    | Demand
    | DemandWeek
    | Booking
    | Dependency
    | Policy
    | Estimate
    | Scenario
    | ScenarioChange
    | Baseline
    | Study
)


def scenario_change_id(scenario_id: Id, entity: Entity) -> Id:
    """The id of what a scenario says of an entity: two people who change the same thing in it meet at one place."""
    return Id(f"{scenario_id}/{type(entity).__name__}/{entity.id}")
