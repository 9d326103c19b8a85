"""Hours that absences take from demands: what would not be short if nobody were away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from planner.insight.causes import CENT, Scene, Shortfall
from solver.problem import Floats

MOST_SPANS = 3
"""Stretches of weeks that a sentence names for one resource."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Hours (n, W) that those who may do a demand would have in the weeks it is short, if they were not away."""

    short: Shortfall
    hours: Floats

    @property
    def total(self) -> float:
        return float(self.hours.sum())


def lacking(scene: Scene, short: Shortfall, wanted: Floats) -> Lacking:
    """Up to `wanted` (W,) hours of those who are away, all else being as it is planned; nobody's outside a team that is full."""
    there = short.of(scene.absent)
    members = scene.team(short.d)
    if len(members) >= scene.most_people[short.d]:
        there = there * np.isin(short.who, members)[:, None]
    total = there.sum(axis=0)
    return Lacking(short, there * (np.minimum(total, wanted) / np.maximum(total, CENT)))


def weeks_said(mondays: Sequence[dt.date]) -> str:
    """Weeks by their numbers, those in a row as one: "W14–W17 and W20 of 2027"."""
    spans = [[mondays[0], mondays[0]]]
    for before, monday in pairwise(mondays):
        if monday - before > dt.timedelta(days=7):
            spans.append([monday, monday])
        spans[-1][1] = monday
    said = [_week(first) if first == last else f"{_week(first)}–{_week(last)}" for first, last in spans[:MOST_SPANS]]
    if len(spans) > MOST_SPANS:
        said.append("later weeks")
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{listed} of {mondays[0].isocalendar().year}"


def _week(monday: dt.date) -> str:
    return f"W{monday.isocalendar().week}"
