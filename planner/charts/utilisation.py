"""Utilisation by resource and week, and where it stands on the load ramp."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.charts.style import Band
from solver.problem import Bools, Floats

LOW, FULL, OVER = 0.7, 1.0, 1.1
"""Utilisations at which the ramp turns."""
ROUNDING = 0.0005
"""A twentieth of a percent: what a figure shown as 100 % may exceed it by without being called overload."""
CENT = 0.005
"""Hours below this are none: half of a plan's smallest figure."""


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


def bands_of(view: HeatView) -> NDArray[np.object_]:
    """(rows, T) the `Band` of every cell; load without capacity is beyond the ramp."""
    used = view.load / np.where(view.capacity > 0, view.capacity, np.nan)
    away = view.capacity <= 0
    cases = [
        (away & (view.load > CENT), Band.BEYOND),
        (away, Band.AWAY),
        (view.load <= CENT, Band.NONE),
        (used < LOW, Band.LOW),
        (used <= FULL + ROUNDING, Band.RIGHT),
        (used <= OVER + ROUNDING, Band.OVER),
    ]
    table = np.full(view.load.shape, Band.BEYOND, dtype=object)
    for here, band in reversed(cases):
        table[here] = band
    return table
