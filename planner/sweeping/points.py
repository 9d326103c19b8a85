"""What came of a sweep: its points with their figures, beside the plans of those that were solved just now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.edits import Edit
from data.entities import Points
from data.findings import Finding
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.comparing.measures import Measure
from planner.sweeping.question import Place, Sweep
from solver.control import Options

NOT_SOLVED = "not solved: stopped before"
"""Why a point has no plan that nobody came to."""
MEASURES = (
    Measure.VALUE, Measure.GAP, Measure.COVERAGE, Measure.WEIGHTED, Measure.ASKED, Measure.MET, Measure.UTILISATION, Measure.OVER,
    Measure.COST, Measure.PROJECTS_IN, Measure.DELAYED, Measure.WEEKS_LATE, Measure.ASSIGNMENTS, Measure.HAND_OVERS,
)  # fmt: skip
"""What is told of each point, in this order."""


@dataclass(frozen=True, slots=True)
class Point:
    """What came of one point: the figures and proved bound of its plan, or why it has none.

    `edit` makes the swept portfolio that of the point. It, the portfolio and the plan are those of this session: a point that was read
    from a file has its figures alone, and one whose edit is refused has none of them.
    """

    place: Place
    why: str = ""
    edit: Edit | None = None
    portfolio: Portfolio | None = None
    plan: Plan | None = None
    bound: Points | None = None
    status: PlanStatus | None = None
    measures: Mapping[Measure, float | None] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()

    @property
    def is_solved(self) -> bool:
        return self.bound is not None


@dataclass(frozen=True, slots=True)
class Swept:
    """Every point of a sweep, in the order of its places; `options` are those of its centre, `policy` is the name of one or empty.

    `ended` says why it ended early, empty where it did not.
    """

    sweep: Sweep
    options: Options
    policy: str
    points: tuple[Point, ...]
    ended: str = ""

    @property
    def solved(self) -> tuple[Point, ...]:
        """The points that have a plan."""
        return tuple(point for point in self.points if point.is_solved)

    def at(self, place: Place) -> Point:
        return self.points[self.sweep.places.index(place)]
