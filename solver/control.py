"""What a caller may ask of a solve, and how the solve reports on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from solver.solution import Solution

DEFAULT_TIME_LIMIT = 60.0
DEFAULT_GAP = 0.001


@dataclass(frozen=True, slots=True)
class Options:
    """How long and how far to search.

    time_limit  seconds, None for none; it only decides how far along one and the same path the search gets
    effort      work steps at most, None for none; the same effort gives the same plan on every machine
    gap         proved gap at which the search is done
    seed        which of many equally good paths is taken
    engine      "highs", or another of solver.engines.available()
    """

    time_limit: float | None = DEFAULT_TIME_LIMIT
    effort: int | None = None
    gap: float = DEFAULT_GAP
    seed: int = 1
    engine: str = "highs"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a solve stands; `value` is None before the first plan, `bound` None before the first proof."""

    phase: str
    value: float | None
    bound: float | None
    effort: int
    seconds: float

    @property
    def gap(self) -> float | None:
        if self.value is None or self.bound is None:
            return None
        return max(0.0, (self.bound - self.value) / max(1.0, abs(self.bound)))


class Control(Protocol):
    """The line between a running solve and whoever waits for it."""

    def report(self, progress: Progress, best: Solution | None) -> None:
        """Called at every step; `best` is given where it is new."""

    def should_stop(self) -> bool:
        """Whether the caller wants the best so far, now."""


class Unattended:
    """A control that hears nothing and never stops."""

    def report(self, progress: Progress, best: Solution | None) -> None:
        return None

    def should_stop(self) -> bool:
        return False
