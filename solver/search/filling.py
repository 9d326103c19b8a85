"""A demand staffed, by those on it, by others, and by hours taken over from work that is worth less."""

from __future__ import annotations

import numpy as np

from solver.compiled import compiled, within
from solver.search import layout as at
from solver.search.giving import give, move, take
from solver.search.layout import Layout
from solver.search.offers import best_person, offer_of
from solver.search.places import admits, asks, first_week, hand_overs, has_lesser, hours_at, idle, stands, weeks_of
from solver.search.state import CHOSEN, MET, POINTS, SAVED, SAVED_CELLS, SELECTED, Scratch, State

UNBOUNDED = 2**31 - 1
"""More hundredths than any demand has."""


@compiled
def fill(plan: Layout, state: State, d: int, share: float, passed_over: float, scratch: Scratch) -> None:
    """Staffs a demand: those on it give what they can, then again and again the person whose hours are worth most joins.

    What is still asked then is taken from work of the same people that is worth less.
    """
    if state.project[plan.demand[d, at.PROJECT], SELECTED] == 0 or not asks(plan, state, d):
        return
    claim(plan, state, d, False, scratch)
    for i in range(plan.demand[d + 1, at.PAIRS] - plan.demand[d, at.PAIRS]):
        scratch.gain[i] = np.inf
    for _ in range(plan.demand[d + 1, at.SLOTS] - plan.demand[d, at.SLOTS]):
        who = best_person(plan, state, d, share, passed_over, scratch)
        if who < 0:
            break
        offer_of(plan, state, d, who, False, scratch)
        give(plan, state, d, who, scratch)
        if not asks(plan, state, d):
            return
    if scratch.counts[CHOSEN] > 0:
        claim(plan, state, d, True, scratch)


@compiled
def claim(plan: Layout, state: State, d: int, takes: bool, scratch: Scratch) -> None:
    """Has those on a demand give more to it: what they have free, or else what they give to demands that are worth less."""
    first, start, size = plan.demand[d, at.CELLS], first_week(plan, state, d), weeks_of(plan, state, d)
    for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
        if state.person[slot] < 0:
            continue
        row, place = plan.demand[d, at.PAIRS] + state.person[slot], hours_at(plan, slot)
        r, booked, rate = plan.pair[row, at.RESOURCE], plan.pair[row, at.BOOKED], plan.points[d] - plan.hourly[row]
        if takes and not has_lesser(plan, state, r, d):
            continue
        for j in range(size):
            asked, week, given = state.left[first + j], start + j, state.hours[place + j]
            if asked <= 0 or (given == 0 and not admits(plan, state, r, d, slot, week)):
                continue
            free = state.free[r, week] - (plan.over[r, week] if rate <= plan.costs[at.ABOVE] else 0)
            more, block = min(asked, free), min(plan.least[first + j], plan.capacity[r, week]) - plan.firm_hours[booked, week] - given
            if more > 0 and more >= block:
                move(plan, state, slot, row, j, more)
            elif takes:
                take_over(plan, state, slot, row, j, block, scratch)


@within
def take_over(plan: Layout, state: State, slot: int, row: int, j: int, block: int, scratch: Scratch) -> None:
    """Takes hours of one week for a slot from what the same person gives to a demand that is worth less."""
    d = plan.slot[slot]
    r, week, asked = plan.pair[row, at.RESOURCE], first_week(plan, state, d) + j, state.left[plan.demand[d, at.CELLS] + j]
    other = state.head[r]
    while other >= 0:
        e, following = plan.slot[other], state.after[other]
        k = week - first_week(plan, state, e)
        if e != d and plan.points[e] < plan.points[d] and 0 <= k < weeks_of(plan, state, e):
            theirs, given = plan.demand[e, at.PAIRS] + state.person[other], state.hours[hours_at(plan, other) + k]
            least = (
                min(plan.least[plan.demand[e, at.CELLS] + k], plan.capacity[r, week]) - plan.firm_hours[plan.pair[theirs, at.BOOKED], week]
            )
            more = min(asked, given, spared(plan, state, e, scratch))
            if 0 < given - more < least:
                more = given - least
            if more > 0 and more >= block and enlist(plan, state, e, scratch):
                move(plan, state, other, theirs, k, -more)
                move(plan, state, slot, row, j, more)
                if idle(plan, state, other):
                    take(plan, state, other, scratch)
                return
        other = following


@within
def spared(plan: Layout, state: State, d: int, scratch: Scratch) -> int:
    """Hundredths that a demand may lose before its project, where that is optional, has less than it must keep (R10)."""
    p = plan.demand[d, at.PROJECT]
    if plan.project[p, at.OPTIONAL] == 0:
        return UNBOUNDED
    spare: int = max(state.project[p, MET] - scratch.floor[p], 0)
    return spare


@compiled
def enlist(plan: Layout, state: State, d: int, scratch: Scratch) -> bool:
    """Has a demand be one of those that the step changes, if it may be: writes down who works on it."""
    if stands(scratch.chosen, 0, scratch.counts[CHOSEN], d):
        return True
    if scratch.within[d] == 0 or scratch.counts[CHOSEN] == len(scratch.chosen):
        return False
    scratch.chosen[scratch.counts[CHOSEN]] = d
    scratch.counts[CHOSEN] += 1
    save(plan, state, d, scratch)
    return True


@compiled
def save(plan: Layout, state: State, d: int, scratch: Scratch) -> None:
    """Writes down who works on a demand, and pays its hand-overs back."""
    size = weeks_of(plan, state, d)
    for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
        if state.person[slot] >= 0:
            saved, cells, place = scratch.counts[SAVED], scratch.counts[SAVED_CELLS], hours_at(plan, slot)
            scratch.saved[saved, 0], scratch.saved[saved, 1] = d, state.person[slot]
            for j in range(size):
                scratch.saved_hours[cells + j] = state.hours[place + j]
            scratch.counts[SAVED] += 1
            scratch.counts[SAVED_CELLS] += size
    if plan.costs[at.HAND_OVER] > 0.0:
        state.value[POINTS] += hand_overs(plan, state, d) * plan.costs[at.HAND_OVER]
