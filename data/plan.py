"""A plan as a value: who works on what and when, with the figures that were proved for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from data.entities import Hours, Id, Points


class PlanStatus(StrEnum):
    """Optimal only where the engine proved it and our own check passed; Stopped was cut short by the user."""

    OPTIMAL = "Optimal"
    FEASIBLE = "Feasible"
    STOPPED = "Stopped"
    INFEASIBLE = "Infeasible"


@dataclass(frozen=True, slots=True)
class Allocation:
    """Hours of one resource on one demand in one week (a Monday), two decimals, never 0."""

    demand_id: Id
    resource_id: Id
    week: dt.date
    hours: Hours


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """Whether a project that may take part does, and by how many weeks it is delayed."""

    project_id: Id
    selected: bool
    delay_weeks: int = 0


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """What is known of a plan that is kept, without its rows; one that was brought back was kept long after it was solved.

    `scenario` is the id of the scenario it was made in, empty for the plan of record.
    """

    id: Id
    kept_at: dt.datetime
    solved_at: dt.datetime
    status: PlanStatus
    value: Points
    bound: Points
    policy: str
    engine: str
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A solver's or a planner's allocation of everything, kept beside the portfolio it was made for.

    `fingerprint` names the input: a plan whose fingerprint is not the portfolio's is out of date. Value and bound
    are in points, of the hours written here (docs/model.md); objective and its bound differ from them only where the
    policy of that name adds `terms`, each with its points as they add to the objective. Of a plan made with a `status_date`
    the weeks before the one that holds it were past: it gave nothing new there, and value and bound are those of such plans.
    `scenario` is the id of the scenario it was made in, empty for the plan of record.
    """

    id: Id
    fingerprint: str
    solved_at: dt.datetime
    status: PlanStatus
    value: Points
    bound: Points
    objective: Points
    objective_bound: Points
    engine: str
    seconds: float
    effort: int
    seed: int
    projects: tuple[ProjectPlan, ...]
    allocations: tuple[Allocation, ...]
    scenario: str = ""
    policy: str = ""
    terms: tuple[tuple[str, Points], ...] = ()
    status_date: dt.date | None = None

    @property
    def opening(self) -> dt.date | None:
        """The Monday of the first week that was not past when it was made; None where none was."""
        return None if self.status_date is None else self.status_date - dt.timedelta(days=self.status_date.weekday())

    @property
    def gap(self) -> float:
        """(bound - value) / max(1, |bound|), never below 0."""
        return max(0.0, (self.bound - self.value) / max(1.0, abs(self.bound)))
