"""The load ramp: where hours given stand against hours there, for charts, sheets and figures alike."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from solver.problem import Floats

LOW, FULL, OVER = 0.7, 1.0, 1.1
"""Utilisations at which the ramp turns; from the first to the second is a healthy load."""
ROUNDING = 0.0005
"""A twentieth of a percent: what a figure shown as 100 % may exceed it by without being called overload."""
CENT = 0.005
"""Hours below this are none: half of a plan's smallest figure."""


class Band(StrEnum):
    """Where a week's utilisation stands on the load ramp."""

    NONE = "none"
    LOW = "below 70 %"
    RIGHT = "70-100 %"
    OVER = "100-110 %"
    BEYOND = "above 110 %"
    AWAY = "absent"


def bands_of(hours: Floats, there: Floats) -> NDArray[np.object_]:
    """The `Band` of every cell of two tables of one shape; hours where there are none to give are beyond the ramp."""
    used = hours / np.where(there > 0, there, np.nan)
    away = there <= 0
    cases = [
        (away & (hours > CENT), Band.BEYOND),
        (away, Band.AWAY),
        (hours <= CENT, Band.NONE),
        (used < LOW, Band.LOW),
        (used <= FULL + ROUNDING, Band.RIGHT),
        (used <= OVER + ROUNDING, Band.OVER),
    ]
    table = np.empty(hours.shape, dtype=object)
    table.fill(Band.BEYOND)  # np.full would make text of it
    for here, band in reversed(cases):
        table[here] = band
    return table
