"""The state of a search: a plan in the making, and the room that one step works in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.problem import Floats, Ints
from solver.search.layout import CELLS, DEMANDS, FIRM, FIRST, HOURS, MET_ROW, OPTIONAL, PAIRS, Layout, Whole

MOST_REMOVED = 32
"""Demands torn down at once, beside those of the projects that are moved, put in or left out."""
MOST_PROJECTS = 6
"""Projects that one step moves at most: one, and those that dependencies (R9) tie to it."""
# Columns of State.project
SELECTED, MET, DELAY = range(3)
# Places in State.value
POINTS, MOVED_AWAY = range(2)
# Places in Scratch.counts
CHOSEN, SAVED, SAVED_CELLS = range(3)


class State(NamedTuple):
    """A plan in the making; hours are hundredths.

    free (R, T) hours left; projects (R, T) different projects; left (cells,) hours still asked; person (slots,) row of
    `pair` among the demand's, or -1; hours: of each slot by week of its demand; joined (D,) people beyond those
    booked; head (R,) the first slot that each resource holds and after, before (slots,) the next and the last one, -1
    where there is none; project (P, 3) selected, hours met and delay; value (2,) points, and hundredths of the current
    plan moved away; random (1,) the generator's state.
    """

    free: Whole
    projects: Whole
    left: Whole
    person: Whole
    hours: Whole
    joined: Whole
    head: Whole
    after: Whole
    before: Whole
    project: Ints
    value: Floats
    random: Ints


class Scratch(NamedTuple):
    """Room for one step.

    offer (T,), elsewhere (T,), gain (most pairs of a demand,); the demands torn down in order, chosen, with their rank;
    changed (projects, 5): projects that the step
    changes, whether they are in after it and their delay, and both before it; saved (slots,
    2), saved_hours: what the demands held before; counts (3,): demands chosen (0 outside a step), slots and hours saved. Of the part of the plan that a chain may change: within (D,) its
    demands, weeks (2,) from and to, floor (P,) hours that optional projects have to keep, budget (1,) hundredths that
    may be moved away, below 0 for no limit.
    """

    offer: Whole
    elsewhere: Whole
    gain: Floats
    chosen: Ints
    rank: Floats
    changed: Ints
    saved: Whole
    saved_hours: Whole
    within: Whole
    counts: Ints
    weeks: Ints
    floor: Ints
    budget: Ints


def starting(plan: Layout, fixed: float, seed: int) -> State:
    """The plan of firm bookings alone, worth `fixed`: nothing delayed, every project in that is not optional."""
    projects = np.zeros_like(plan.free)
    booked = np.repeat(np.arange(len(plan.free)), np.diff(plan.resource[:, FIRM]))
    distinct = np.unique(np.column_stack([booked, plan.firm]), axis=0)
    np.add.at(projects, (distinct[:, 0], distinct[:, 2]), 1)
    nothing = np.zeros(len(plan.project) - 1, np.int64)
    return State(
        free=plan.free.copy(),
        projects=projects,
        left=_asked_still(plan),
        person=np.full(len(plan.slot), -1, np.int32),
        hours=np.zeros(plan.demand[-1, HOURS], np.int32),
        joined=np.zeros(len(plan.points), np.int32),
        head=np.full(len(plan.free), -1, np.int32),
        after=np.full(len(plan.slot), -1, np.int32),
        before=np.full(len(plan.slot), -1, np.int32),
        project=np.stack([1 - plan.project[:-1, OPTIONAL], nothing, nothing], axis=1),
        value=np.array([fixed, float(plan.stay.sum())]),
        random=np.random.SeedSequence([abs(seed), int(seed < 0)]).generate_state(1, np.uint64).astype(np.int64) | 1,
    )


def _asked_still(plan: Layout) -> Whole:
    """(cells,) hours asked beside the firm bookings at no delay, in the weeks that are open."""
    lengths = np.diff(plan.demand[:, CELLS])
    demand = np.repeat(np.arange(len(lengths)), lengths)
    week = plan.demand[demand, FIRST] + np.arange(len(demand)) - plan.demand[demand, CELLS]
    still = np.maximum(plan.asked - plan.booked_met[plan.demand[demand, MET_ROW], week], 0)
    return np.where(week >= plan.opens[0], still, 0).astype(np.int32)


def scratch_for(plan: Layout) -> Scratch:
    most = MOST_REMOVED + MOST_PROJECTS * int(np.diff(plan.project[:, DEMANDS]).max(initial=0))
    weeks = plan.free.shape[1]
    return Scratch(
        offer=np.zeros(max(weeks, int(np.diff(plan.demand[:, CELLS]).max(initial=0))), np.int32),
        elsewhere=np.zeros(weeks, np.int32),
        gain=np.zeros(int(np.diff(plan.demand[:, PAIRS]).max(initial=0))),
        chosen=np.zeros(most, np.int64),
        rank=np.zeros(most),
        changed=np.zeros((MOST_PROJECTS, 5), np.int64),
        saved=np.zeros((len(plan.slot), 2), np.int32),
        saved_hours=np.zeros(plan.demand[-1, HOURS], np.int32),
        within=np.ones(len(plan.points), np.int32),
        counts=np.zeros(3, np.int64),
        weeks=np.array([0, weeks]),
        floor=np.zeros(len(plan.project) - 1, np.int64),
        budget=np.array([-1]),
    )
