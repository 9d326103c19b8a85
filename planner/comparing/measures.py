"""The figures by which plans are compared, each with how it is written and what more of it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.entities import Hours
from planner.comparing.sides import Side

NO_MORE = 1e-9
"""A figure that differs by less is the same, but for the order in which hours were added up."""


class Aim(StrEnum):
    """What more of a figure is."""

    MORE = "better"
    LESS = "worse"
    NEITHER = "neither"


class Form(StrEnum):
    """How a figure is written; shares are fractions, whose differences are percentage points."""

    POINTS = "points"
    SHARE = "share"
    HOURS = "hours"
    COUNT = "count"
    FIGURE = "figure"
    MONEY = "money"


class Measure(StrEnum):
    """The figures by their names in docs/vocabulary.md."""

    VALUE = "Value"
    GAP = "Gap"
    COVERAGE = "Coverage"
    WEIGHTED = "Weighted coverage"
    PRIORITY = "Coverage of priority"
    ASKED = "Hours asked"
    MET = "Hours met"
    PROJECTS_IN = "Projects in"
    DELAYED = "Delayed projects"
    WEEKS_LATE = "Weeks of delay"
    CAPACITY = "Capacity"
    UTILISATION = "Utilisation"
    COMMITTED = "Committed utilisation"
    OVER = "Over-allocation"
    BENCH = "Bench"
    ASSIGNMENTS = "Assignments"
    HAND_OVERS = "Hand-overs"
    TEAM_SIZE = "Team size"
    AT_ONCE = "Projects at once"
    SKILL_FIT = "Skill fit"
    DELIVERED = "Value delivered"
    COST = "Plan cost"
    MOVED = "Hours moved"


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a measure is written, what more of it is, its formula, and what it is of a side; None where it has none."""

    form: Form
    aim: Aim
    formula: str
    of: Callable[[Side], float | None]


MEANINGS: dict[Measure, Meaning] = {
    Measure.VALUE: Meaning(
        Form.POINTS, Aim.MORE, "weighted hours met, less the costs of assignments, overtime and delay", lambda s: s.figures.value
    ),
    Measure.GAP: Meaning(Form.SHARE, Aim.LESS, "(bound − value) ÷ max(1, |bound|)", lambda s: s.figures.gap),
    Measure.COVERAGE: Meaning(
        Form.SHARE, Aim.MORE, "hours met ÷ hours asked, of the projects that take part", lambda s: s.figures.coverage
    ),
    Measure.WEIGHTED: Meaning(Form.SHARE, Aim.MORE, "Σ weight × hours met ÷ Σ weight × hours asked", lambda s: s.figures.weighted_coverage),
    Measure.ASKED: Meaning(Form.HOURS, Aim.NEITHER, "of the projects that take part", lambda s: s.figures.hours_asked),
    Measure.MET: Meaning(Form.HOURS, Aim.MORE, "hours given that were asked", lambda s: s.figures.hours_met),
    Measure.PROJECTS_IN: Meaning(Form.COUNT, Aim.MORE, "projects that take part", lambda s: s.figures.projects_in),
    Measure.DELAYED: Meaning(Form.COUNT, Aim.LESS, "projects that take part and are delayed", lambda s: s.figures.delayed_projects),
    Measure.WEEKS_LATE: Meaning(
        Form.COUNT, Aim.LESS, "Σ weeks of delay of the projects that take part", lambda s: int(s.book.delay[s.book.chosen].sum())
    ),
    Measure.CAPACITY: Meaning(
        Form.HOURS, Aim.NEITHER, "net of calendars, absences and project share", lambda s: float(s.book.capacity.sum())
    ),
    Measure.UTILISATION: Meaning(Form.SHARE, Aim.NEITHER, "hours allocated ÷ capacity, sums divided", lambda s: s.figures.utilisation),
    Measure.COMMITTED: Meaning(Form.SHARE, Aim.NEITHER, "hard bookings ÷ capacity", lambda s: s.figures.committed_utilisation),
    Measure.OVER: Meaning(Form.HOURS, Aim.LESS, "Σ max(0, allocated − capacity)", lambda s: s.figures.over_allocated_hours),
    Measure.BENCH: Meaning(Form.FIGURE, Aim.NEITHER, "Σ max(0, capacity − allocated), in FTE", lambda s: s.figures.bench),
    Measure.ASSIGNMENTS: Meaning(Form.COUNT, Aim.NEITHER, "one resource on one demand", lambda s: s.figures.assignments),
    Measure.HAND_OVERS: Meaning(
        Form.COUNT, Aim.LESS, "times somebody comes to a demand who was not on it in the week worked before", lambda s: s.figures.hand_overs
    ),
    Measure.TEAM_SIZE: Meaning(Form.FIGURE, Aim.NEITHER, "mean resources on a demand", lambda s: s.figures.team_size),
    Measure.AT_ONCE: Meaning(Form.FIGURE, Aim.LESS, "mean projects of a resource in a week it works", lambda s: s.figures.mean_projects),
    Measure.SKILL_FIT: Meaning(Form.FIGURE, Aim.NEITHER, "hours-weighted (level held − level asked)", lambda s: s.figures.skill_fit),
    Measure.DELIVERED: Meaning(
        Form.MONEY, Aim.MORE, "Σ value of projects × share of their hours met", lambda s: s.figures.value_delivered or None
    ),
    Measure.COST: Meaning(Form.MONEY, Aim.LESS, "Σ hours × rate", lambda s: s.figures.plan_cost or None),
}
MOVED = Meaning(Form.HOURS, Aim.NEITHER, "hours of the first side that have no place of theirs here any more", lambda _side: None)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One figure of every side, in their order; None where a side has none. `priority` where it is that of one."""

    measure: Measure
    figures: tuple[float | None, ...]
    priority: int | None = None

    @property
    def name(self) -> str:
        return self.measure.value if self.priority is None else f"{self.measure.value} {self.priority}"

    @property
    def meaning(self) -> Meaning:
        match self.measure:
            case Measure.PRIORITY:
                return MEANINGS[Measure.COVERAGE]
            case Measure.MOVED:
                return MOVED
            case _:
                return MEANINGS[self.measure]

    def difference(self, side: int) -> float | None:
        """A side's figure less that of the first; None where one of them has none."""
        one, first = self.figures[side], self.figures[0]
        if one is None or first is None:
            return None
        return 0.0 if abs(one - first) < NO_MORE * max(1.0, abs(first)) else one - first

    def is_better(self, side: int) -> bool | None:
        """Whether a side's figure is better than that of the first; None where it is neither better nor worse."""
        more = self.difference(side)
        if not more or self.meaning.aim is Aim.NEITHER:
            return None
        return (more > 0) is (self.meaning.aim is Aim.MORE)


def measure_rows(sides: Sequence[Side], moved: Sequence[Hours]) -> Iterator[MeasureRow]:
    """Every figure that some side has; `moved` are the hours of the first that moved or went, for every other."""
    for measure, meaning in MEANINGS.items():
        row = MeasureRow(measure, tuple(meaning.of(side) for side in sides))
        if any(figure is not None for figure in row.figures):
            yield row
        if measure is Measure.WEIGHTED:
            yield from _by_priority(sides)
    if moved:
        yield MeasureRow(Measure.MOVED, (None, *moved))


def _by_priority(sides: Sequence[Side]) -> Iterator[MeasureRow]:
    for priority in sorted({key for side in sides for key in side.figures.coverage_by_priority}):
        shares = tuple(side.figures.coverage_by_priority.get(priority) for side in sides)
        if any(share is not None for share in shares):
            yield MeasureRow(Measure.PRIORITY, shares, priority)
