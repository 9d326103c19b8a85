"""The state of a search: a plan in the making, and the room that one step works in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.layout import DEMANDS, HOURS, NEED, OPTIONAL, Layout
from solver.problem import Floats, Ints

MOST_REMOVED = 32
"""Demands torn down at once, beside those of a project that is put in or left out."""
# Columns of State.project
SELECTED, MET = range(2)


class State(NamedTuple):
    """A plan in the making; hours are hundredths.

    free (R, T) hours left; projects (R, T) different projects; left (cells,) hours still asked; person (slots,) row of
    `pair` among the demand's, or -1; hours: of each slot by week of its demand; joined (D,) people beyond those
    booked; slots (pairs,), held (R,): which slots each resource holds; project (P, 2) selected and hours met;
    value (1,) points; random (1,) the generator's state.
    """

    free: Ints
    projects: Ints
    left: Ints
    person: Ints
    hours: Ints
    joined: Ints
    slots: Ints
    held: Ints
    project: Ints
    value: Floats
    random: Ints


class Scratch(NamedTuple):
    """Room for one step: offer (T,), elsewhere (T,), the demands torn down in order, and what they held before."""

    offer: Ints
    elsewhere: Ints
    chosen: Ints
    rank: Floats
    saved: Ints
    saved_hours: Ints


def starting(plan: Layout, fixed: float, seed: int) -> State:
    """The plan of firm bookings alone, with every project in that is not optional."""
    projects = np.zeros_like(plan.free)
    booked = np.repeat(np.arange(len(plan.free)), np.diff(plan.resource[:, 1]))
    distinct = np.unique(np.column_stack([booked, plan.firm]), axis=0)
    np.add.at(projects, (distinct[:, 0], distinct[:, 2]), 1)
    taken = np.stack([1 - plan.project[:-1, OPTIONAL], np.zeros(len(plan.project) - 1, np.int64)], axis=1)
    return State(
        free=plan.free.copy(),
        projects=projects,
        left=plan.cell[:, NEED].copy(),
        person=np.full(len(plan.slot), -1, np.int64),
        hours=np.zeros(plan.demand[-1, HOURS], np.int64),
        joined=np.zeros(len(plan.points), np.int64),
        slots=np.zeros(len(plan.suited), np.int64),
        held=np.zeros(len(plan.free), np.int64),
        project=taken,
        value=np.array([fixed]),
        random=np.random.SeedSequence([abs(seed), int(seed < 0)]).generate_state(1, np.uint64).astype(np.int64) | 1,
    )


def scratch_for(plan: Layout) -> Scratch:
    most = MOST_REMOVED + int(np.diff(plan.project[:, DEMANDS]).max(initial=0))
    weeks = plan.free.shape[1]
    return Scratch(
        offer=np.zeros(weeks, np.int64),
        elsewhere=np.zeros(weeks, np.int64),
        chosen=np.zeros(most, np.int64),
        rank=np.zeros(most),
        saved=np.zeros((len(plan.slot), 2), np.int64),
        saved_hours=np.zeros(plan.demand[-1, HOURS], np.int64),
    )
