"""A comparison: up to five sides with their figures, and only what differs of them from the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.entities import Hours, Id
from data.errors import PlannerError
from data.portfolio import Portfolio
from planner.comparing.hours import Happened, HourChange, hour_changes
from planner.comparing.loads import Group, Load, groups, load_of
from planner.comparing.measures import MeasureRow, measure_rows
from planner.comparing.rows import PersonRow, ProjectRow, WeekRow, person_rows, project_rows, week_rows
from planner.comparing.sides import MOST_SIDES, Side


class TooManySidesError(PlannerError):
    """More sides than can be told apart."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} sides cannot be compared at once; name at most {MOST_SIDES}.")


@dataclass(frozen=True, slots=True)
class Names:
    """What projects, demands and resources are called in the first side that holds them, and whose demands they are."""

    projects: Mapping[Id, str]
    demands: Mapping[Id, str]
    resources: Mapping[Id, str]
    project_of: Mapping[Id, Id]


@dataclass(frozen=True)
class Comparison:
    """Everything is told against the first side; `changes` and `moved` have an entry for each of the others.

    measures                 every figure of every side, also those that are the same
    projects, people, weeks  only those that differ
    changes                  what leads from the hours of the first side to those of another
    """

    sides: tuple[Side, ...]
    names: Names
    measures: tuple[MeasureRow, ...]
    projects: tuple[ProjectRow, ...]
    people: tuple[PersonRow, ...]
    weeks: tuple[WeekRow, ...]
    changes: tuple[tuple[HourChange, ...], ...]

    @property
    def first(self) -> Side:
        return self.sides[0]

    @property
    def others(self) -> tuple[Side, ...]:
        return self.sides[1:]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The people whose load can be set side by side."""
        return groups(self.sides)

    def load(self, group: Group) -> Load:
        return load_of(self.sides, group)

    def hours(self, side: int, *what: Happened) -> Hours:
        """Hours of another side, counted from 1, of which this has become."""
        return round(sum(change.hours for change in self.changes[side - 1] if change.what in what), 2)

    @property
    def is_same(self) -> bool:
        """Whether no plan differs from the first in projects, people, weeks or hours."""
        return not (self.projects or self.people or self.weeks or any(self.changes))


def compared(sides: Sequence[Side]) -> Comparison:
    """The sides against the first of them, in their order; one alone is compared with nothing. Raises TooManySidesError."""
    if len(sides) > MOST_SIDES:
        raise TooManySidesError(len(sides))
    first, others = sides[0], sides[1:]
    names = _names([side.portfolio for side in sides])
    changes = tuple(hour_changes(first.cells, other.cells) for other in others)
    moved = [round(sum(change.hours for change in of if change.before is not None), 2) for of in changes]
    return Comparison(
        sides=tuple(sides),
        names=names,
        measures=tuple(measure_rows(sides, moved)),
        projects=project_rows(sides, changes, names.project_of),
        people=person_rows(sides, changes),
        weeks=week_rows(sides, changes),
        changes=changes,
    )


def _names(portfolios: Sequence[Portfolio]) -> Names:
    back = list(reversed(portfolios))  # the first is written last, and stays
    return Names(
        projects={key: each.name for portfolio in back for key, each in portfolio.projects.items()},
        demands={key: each.name for portfolio in back for key, each in portfolio.demands.items()},
        resources={key: each.name for portfolio in back for key, each in portfolio.resources.items()},
        project_of={key: each.project_id for portfolio in back for key, each in portfolio.demands.items()},
    )
