"""Utilisation by resource and week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from planner.insight.ramp import CENT, ROUNDING
from solver.problem import Bools, Floats


@dataclass(frozen=True, slots=True)
class HeatView:
    """Rows of a heat map, by role and name. `load` and `capacity` are (rows, T) hours, `hard` and `soft` whether booked."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    weeks: tuple[dt.date, ...]
    load: Floats
    capacity: Floats
    hard: Bools
    soft: Bools

    @property
    def above(self) -> Bools:
        """(rows, T) resource-weeks with more load than capacity."""
        return self.load > np.maximum(self.capacity * (1 + ROUNDING), CENT)

    def rows(self, first: int, last: int) -> HeatView:
        """The rows from `first` up to but without `last`."""
        cut = slice(first, last)
        return HeatView(self.names[cut], self.roles[cut], self.weeks, self.load[cut], self.capacity[cut], self.hard[cut], self.soft[cut])
