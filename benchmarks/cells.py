"""Plans as peers make them: whole hundredths of an hour by demand, resource and week."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from solver.problem import Floats, Ints, Problem

Cell = tuple[int, int, int]
Cells = dict[Cell, int]
"""Hundredths of an hour by demand, resource and week."""
HUNDREDTHS = 100
SLACK = 1e-4
"""Hundredths below which a figure counts as the whole one above it: 7.9999999 h are 8 h."""


def floored(hours: Floats) -> Ints:
    """Whole hundredths of hours, never more than there are."""
    hundredths: Ints = np.floor(hours * HUNDREDTHS + SLACK).astype(np.int64)
    return hundredths


def hours_of(cells: Iterable[tuple[Cell, int]]) -> tuple[Ints, Ints, Ints, Floats]:
    """Demand, resource, week and hours as parallel arrays, sorted."""
    table = np.array([(*cell, hundredths) for cell, hundredths in sorted(cells) if hundredths > 0], np.int64).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3] / HUNDREDTHS


def firm(problem: Problem) -> Cells:
    """The hard bookings, which no plan drops (R4)."""
    booked = problem.firm
    keys = zip(booked.demand.tolist(), booked.resource.tolist(), booked.week.tolist(), strict=True)
    return dict(zip(keys, floored(booked.hours).tolist(), strict=True))
