"""What a sweep asks: one or two inputs, and the figures that each of them goes through."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product

from data.edits import Edit, between
from data.errors import PlannerError
from data.portfolio import Portfolio
from data.validation import brought_by
from planner.sweeping.inputs import Input, wrong_figures

PART = 10
"""A point that starts from its neighbour gets a tenth of the centre's time and effort."""
LEAST_SECONDS, LEAST_EFFORT = 1.0, 8
"""What such a point gets at least, where the centre has so much: below, its bound would not be tightened."""
MOST_AXES = 2
MOST_POINTS = 400

Place = tuple[int, ...]
"""A point by the places of its figures among those of each axis."""


class NoSweepError(PlannerError):
    """A sweep that cannot be asked; the message says what of it, and what would do."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An input with its figures, rising and each once."""

    input: Input
    figures: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.figures or list(self.figures) != sorted(set(self.figures)):
            raise NoSweepError(f"{self.input.heading}: name at least one figure, each once and rising.")
        wrong = next(wrong_figures(self.input, self.figures), None)
        if wrong is not None:
            raise NoSweepError(f"{self.input.heading}: {wrong}.")

    def nearest(self, portfolio: Portfolio) -> int:
        """The place of the figure that is nearest to the portfolio as it stands; the first where no figure is."""
        now = self.input.now(portfolio)
        return 0 if now is None else min(range(len(self.figures)), key=lambda place: (abs(self.figures[place] - now), place))


@dataclass(frozen=True, slots=True)
class Sweep:
    """One or two axes; every figure of the one is tried with every figure of the other."""

    axes: tuple[Axis, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.axes) <= MOST_AXES:
            raise NoSweepError(f"A sweep varies one or two inputs, not {len(self.axes)}.")
        if len({axis.input for axis in self.axes}) < len(self.axes):
            raise NoSweepError(f"{self.axes[0].input.heading} cannot vary in two ways at once; name another input.")
        if self.count > MOST_POINTS:
            raise NoSweepError(f"That are {self.count:,} points, and a sweep has {MOST_POINTS} at most; name fewer figures.")

    @property
    def count(self) -> int:
        """Points of it."""
        return math.prod(len(axis.figures) for axis in self.axes)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every point, the figures of the last axis going fastest."""
        return tuple(product(*(range(len(axis.figures)) for axis in self.axes)))

    def figures(self, place: Place) -> tuple[float, ...]:
        return tuple(axis.figures[each] for axis, each in zip(self.axes, place, strict=True))

    def centre(self, portfolio: Portfolio) -> Place:
        """The point nearest to the portfolio as it stands."""
        return tuple(axis.nearest(portfolio) for axis in self.axes)

    def check(self, portfolio: Portfolio) -> None:
        """Raises NoInputError where the portfolio has no such input."""
        for axis in self.axes:
            axis.input.check(portfolio)

    def edit(self, portfolio: Portfolio, place: Place) -> Edit:
        """Makes the portfolio that of a point; NoInputError where it has no such input, NoSweepError where its rules refuse it."""
        after = portfolio
        for axis, figure in zip(self.axes, self.figures(place), strict=True):
            after = axis.input.edit(after, figure).applied_to(after)
        edit = between(portfolio, after, self.words(place))
        wrong = brought_by(edit, portfolio, after)
        if wrong:
            raise NoSweepError(str(wrong[0]))
        return edit

    def seconds(self, limit: float) -> float:
        """About how long it takes, where the centre has so many seconds and points are solved one after the other."""
        return limit + (self.count - 1) * seconds_near(limit)

    def words(self, place: Place) -> str:
        """A point as its figures with their inputs."""
        pairs = zip(self.axes, self.figures(place), strict=True)
        return ", ".join(f"{axis.input.heading}: {axis.input.words(figure)}" for axis, figure in pairs)


def distance(one: Place, other: Place) -> int:
    """Steps from figure to figure between two points."""
    return sum(abs(here - there) for here, there in zip(one, other, strict=True))


def seconds_near(limit: float) -> float:
    """Of a point that starts from its neighbour."""
    return min(limit, max(LEAST_SECONDS, limit / PART))


def effort_near(effort: int) -> int:
    """The same in rounds."""
    return min(effort, max(LEAST_EFFORT, effort // PART))
