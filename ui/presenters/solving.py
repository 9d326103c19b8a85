"""A running solve in words and as the points of its live chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from data.findings import Finding, Severity
from data.plan import Plan, PlanStatus
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.objective import HUGE, points_text
from ui.presenters.saying import translate
from ui.presenters.terms import said


class Told(Protocol):
    """What a solve tells of itself on its way."""

    @property
    def phase(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def bound(self) -> float | None: ...
    @property
    def effort(self) -> int: ...
    @property
    def seconds(self) -> float: ...
    @property
    def gap(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Point:
    """Value and bound at a moment, in points and seconds."""

    seconds: float
    value: float | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class Course:
    """A solve so far; `weighs` where a policy or what changes cost makes an objective of the value."""

    phase: str = translate("Solving", "Starting")
    points: tuple[Point, ...] = ()
    gap: float | None = None
    weighs: bool = False

    def after(self, told: Told) -> Course:
        """The course with one more report."""
        point = Point(told.seconds, told.value, told.bound)
        return Course(told.phase, (*self.points, point), told.gap, self.weighs)

    @property
    def last(self) -> Point:
        return self.points[-1] if self.points else Point(0.0, None, None)


@dataclass(frozen=True, slots=True)
class Words:
    """The figures of a course as they are shown; `name` is what the value is called."""

    name: str
    phase: str
    value: str
    bound: str
    gap: str
    seconds: str


def words(course: Course, formats: Formats) -> Words:
    last = course.last
    return Words(
        name=translate("Solving", "Objective") if course.weighs else translate("Solving", "Value"),
        phase=said(course.phase[:1].upper() + course.phase[1:]),
        value=_points(last.value, formats),
        bound=_points(last.bound, formats),
        gap=NOTHING if course.gap is None else formats.percent(course.gap, 2),
        seconds=f"{formats.number(last.seconds)} s",
    )


def _points(points: float | None, formats: Formats) -> str:
    return formats.number(points) if points is None or abs(points) < HUGE else points_text(points, formats)


STATUS_WORDS = {
    PlanStatus.OPTIMAL: translate("Solving", "Optimal"),
    PlanStatus.FEASIBLE: translate("Solving", "Feasible"),
    PlanStatus.STOPPED: translate("Solving", "Stopped, best so far"),
    PlanStatus.INFEASIBLE: translate("Solving", "Infeasible"),
}


MOST_REASONS = 8
"""Findings that are told above the page; the list of findings has all."""


def impossible(findings: Sequence[Finding]) -> tuple[str, str]:
    """Why no plan exists: a headline, and a line for each finding, what forbids a plan first."""
    ordered = sorted(dict.fromkeys(findings), key=lambda found: list(Severity).index(found.severity))
    lines = [str(found) for found in ordered[:MOST_REASONS]]
    more = len(ordered) - len(lines)
    return translate("Solving", "No plan exists: the rules cannot all hold."), "\n".join(
        [*lines, *([translate("Solving", "and {more} more, see Findings").format(more=more)] if more > 0 else [])]
    )


def plan_in_words(plan: Plan | None, formats: Formats, *, current: bool) -> str:
    """The solve state of the status bar."""
    if plan is None:
        return translate("Solving", "No plan yet")
    said = translate("Solving", "{status_words}, gap {gap}").format(
        status_words=STATUS_WORDS[plan.status], gap=formats.percent(plan.gap, 1)
    )
    return said if current else translate("Solving", "Plan out of date ({said})").format(said=said)


@dataclass(frozen=True, slots=True)
class Axis:
    """The span of a chart's values: from `low` to `high`, never empty."""

    low: float
    high: float


def axis(points: tuple[Point, ...]) -> Axis:
    """Where the chart of a course begins and ends: the latest bound near the top, the values of the last part in view."""
    values = [point.value for point in points if point.value is not None]
    bounds = [point.bound for point in points if point.bound is not None]
    if not values and not bounds:
        return Axis(0.0, 1.0)
    high = max(bounds[-1:] + values[-1:])
    low = min(values[len(values) // 4 :] or bounds)
    room = max((high - low) * 0.15, abs(high) * 0.01, 1e-6)
    return Axis(low - room, high + room)
