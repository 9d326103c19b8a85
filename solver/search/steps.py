"""The steps of the search: tear a part of the plan down, build it up again, keep what is better or not much worse.

After Pisinger and Ropke (2007), "A general heuristic for vehicle routing problems", and Christiaens and Vanden Berghe
(2020), "Slack induction by string removals": ruin and recreate with simulated annealing, here over demands that
compete for the same people in the same weeks, and over projects that are moved in time, put in or left out. R1 to R10
hold at every step; value is points of the objective.
"""

from __future__ import annotations

import numpy as np

from solver.compiled import borrowed, compiled, inlined
from solver.problem import Ints
from solver.search import layout as at
from solver.search.filling import fill, save
from solver.search.giving import empty, give, take
from solver.search.layout import Layout
from solver.search.places import first_week, hand_overs, one_held, stands, uniform, weeks_of
from solver.search.shaping import new_shape, reshape
from solver.search.state import CHOSEN, DELAY, MET, MOST_REMOVED, MOVED_AWAY, POINTS, SAVED, SAVED_CELLS, SELECTED, Scratch, State

PASSED_OVER = 0.05
"""Chance that a person is not looked at, which opens other ways to the search."""

RESHAPED = 0.03
"""Share of steps that move a project in time, put it in or leave it out."""

TORN_WHOLLY = 0.5
"""Share of steps that take everybody off the demands they tear down."""

LEAST_TORN = 0.2
"""Least chance with which the others take each person off."""

MOST_HEED = 0.3
"""Greatest share of the prices that a step pays for hours: enough to choose, among those who give as much, who is missed least."""


@compiled
def gather(plan: Layout, state: State, seed: int, scratch: Scratch, count: int, most: int) -> int:
    """Adds demands that overlap the seed in time and are done, or could be, by one of its people; returns how many."""
    people, chosen = plan.demand[seed + 1, at.PAIRS] - plan.demand[seed, at.PAIRS], scratch.chosen
    start = first_week(plan, state, seed)
    end = start + weeks_of(plan, state, seed)
    if people == 0 or start >= end:
        return count
    for _ in range(4 * (most - count)):
        r = plan.pair[plan.demand[seed, at.PAIRS] + int(uniform(state.random) * people), at.RESOURCE]
        d = -1
        if state.head[r] >= 0 and uniform(state.random) < 0.5:
            d = plan.slot[one_held(state, r)]
        else:
            of_resource = plan.resource[r, at.SUITED]
            d = plan.suited[of_resource + int(uniform(state.random) * (plan.resource[r + 1, at.SUITED] - of_resource))]
        begins = first_week(plan, state, d)
        apart = begins >= end or begins + weeks_of(plan, state, d) <= start
        if not apart and scratch.within[d] == 1 and not stands(chosen, 0, count, d):
            chosen[count] = d
            count += 1
            if count == most:
                break
    return count


@inlined
def choose_projects(plan: Layout, state: State, scratch: Scratch, changed: int) -> tuple[int, int]:
    """Chooses the demands of the changed projects, then some that compete with each; returns how many of both and of the first."""
    own = 0
    for n in range(changed):
        p = scratch.changed[n, 0]
        for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
            if plan.demand[plan.demands[k] + 1, at.CELLS] > plan.demand[plan.demands[k], at.CELLS]:
                scratch.chosen[own] = plan.demands[k]
                own += 1
    count = own
    for column in (4, 2):  # where the projects are, and where they will be
        for n in range(changed):
            state.project[scratch.changed[n, 0], DELAY] = scratch.changed[n, column]
        for k in range(own):
            count = gather(plan, state, scratch.chosen[k], scratch, count, min(count + 2, own + MOST_REMOVED))
    for n in range(changed):
        state.project[scratch.changed[n, 0], DELAY] = scratch.changed[n, 4]
    return count, own


@inlined
def choose_demands(plan: Layout, state: State, scratch: Scratch, active: Ints) -> int:
    """Chooses a demand and some that compete with it; returns how many."""
    scratch.chosen[0] = active[int(uniform(state.random) * len(active))]
    return gather(plan, state, scratch.chosen[0], scratch, 1, 3 + int(uniform(state.random) * 9))


@inlined
def tear(plan: Layout, state: State, scratch: Scratch, count: int, wholly: bool) -> None:
    """Takes everybody off the chosen demands, or some of those on them drawn at random."""
    torn = 1.0 if wholly or uniform(state.random) < TORN_WHOLLY else LEAST_TORN + (1.0 - LEAST_TORN) * uniform(state.random)
    for k in range(count):
        d = scratch.chosen[k]
        for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
            if state.person[slot] >= 0 and (torn == 1.0 or uniform(state.random) < torn):
                take(plan, state, slot, scratch)


@inlined
def rank(plan: Layout, state: State, scratch: Scratch, first: int, count: int) -> None:
    """Orders the chosen demands from `first` on: by weight, by what they are worth as a whole, or at random."""
    way = uniform(state.random)
    for k in range(first, count):
        d, noise = scratch.chosen[k], uniform(state.random)
        if way < 0.45:
            scratch.rank[k] = -plan.points[d] * (0.9 + 0.2 * noise)
        elif way < 0.7:
            scratch.rank[k] = 0.0
            for j in range(plan.demand[d, at.CELLS], plan.demand[d + 1, at.CELLS]):
                scratch.rank[k] -= plan.points[d] * plan.asked[j]
        else:
            scratch.rank[k] = noise
    for k in range(first + 1, count):
        key, d, to = scratch.rank[k], scratch.chosen[k], k
        while to > first and scratch.rank[to - 1] > key:
            scratch.rank[to], scratch.chosen[to] = scratch.rank[to - 1], scratch.chosen[to - 1]
            to -= 1
        scratch.rank[to], scratch.chosen[to] = key, d


@inlined
def staff(plan: Layout, state: State, scratch: Scratch) -> None:
    """Staffs the chosen demands, paying a share of the prices drawn at random.

    Demands that others take hours from are chosen on the way, and staffed in their turn.
    """
    share = MOST_HEED * uniform(state.random)
    k = 0
    while k < scratch.counts[CHOSEN]:
        fill(plan, state, scratch.chosen[k], share, PASSED_OVER, scratch)
        k += 1


@inlined
def covered(plan: Layout, state: State, scratch: Scratch, count: int) -> bool:
    """Whether each optional project touched that takes part keeps its least coverage (R10)."""
    for k in range(count):
        p = plan.demand[scratch.chosen[k], at.PROJECT]
        if plan.project[p, at.OPTIONAL] == 1 and state.project[p, SELECTED] == 1 and state.project[p, MET] < scratch.floor[p]:
            return False
    return True


@inlined
def restore(plan: Layout, state: State, scratch: Scratch, changed: int) -> None:
    """Puts the chosen demands and the changed projects back as they were saved."""
    for k in range(scratch.counts[CHOSEN]):
        empty(plan, state, scratch.chosen[k], scratch)
    for k in range(changed):
        reshape(plan, state, scratch.changed[k, 0], scratch.changed[k, 3], scratch.changed[k, 4])
    cells = 0
    for k in range(scratch.counts[SAVED]):
        d = scratch.saved[k, 0]
        size = weeks_of(plan, state, d)
        for j in range(size):
            scratch.offer[j] = scratch.saved_hours[cells + j]
        give(plan, state, d, scratch.saved[k, 1], scratch)
        cells += size


@inlined
def step(plan: Layout, state: State, scratch: Scratch, active: Ints, shapes: Ints, temperature: float) -> None:
    """One ruin and recreate, kept when it is better or, by chance and temperature, not much worse."""
    before, moved, changed, first = state.value[POINTS], state.value[MOVED_AWAY], 0, 0
    if len(shapes) > 0 and uniform(state.random) < RESHAPED:
        changed = new_shape(plan, state, scratch, shapes[int(uniform(state.random) * len(shapes))])
        if changed == 0:
            return
        count, own = choose_projects(plan, state, scratch, changed)
        first = own if scratch.changed[0, 1] > scratch.changed[0, 3] else 0
    else:
        count = choose_demands(plan, state, scratch, active)
    scratch.counts[CHOSEN], scratch.counts[SAVED], scratch.counts[SAVED_CELLS] = count, 0, 0
    for k in range(count):
        save(plan, state, scratch.chosen[k], scratch)
    tear(plan, state, scratch, count, changed > 0)
    for n in range(changed):
        reshape(plan, state, scratch.changed[n, 0], scratch.changed[n, 1], scratch.changed[n, 2])
    rank(plan, state, scratch, first, count)
    staff(plan, state, scratch)
    count = scratch.counts[CHOSEN]
    if plan.costs[at.HAND_OVER] > 0.0:
        for k in range(count):
            state.value[POINTS] -= hand_overs(plan, state, scratch.chosen[k]) * plan.costs[at.HAND_OVER]
    change = state.value[POINTS] - before
    affordable = scratch.budget[0] < 0 or state.value[MOVED_AWAY] <= max(float(scratch.budget[0]), moved)
    if not (
        affordable and covered(plan, state, scratch, count) and (change >= 0.0 or uniform(state.random) < np.exp(change / temperature))
    ):
        restore(plan, state, scratch, changed)
        state.value[POINTS], state.value[MOVED_AWAY] = before, moved
    scratch.counts[CHOSEN] = 0


@compiled
def anneal(plan: Layout, state: State, scratch: Scratch, active: Ints, shapes: Ints, steps: int, start: float, end: float) -> None:
    """Steps while the temperature falls geometrically from start to end."""
    plan, state, scratch = borrowed(plan), borrowed(state), borrowed(scratch)
    for n in range(steps):
        step(plan, state, scratch, active, shapes, start * (end / start) ** (n / steps))
