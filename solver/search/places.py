"""Where things stand in a plan in the making: weeks, slots, who works on what."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.compiled import compiled, within
from solver.problem import Ints
from solver.search import layout as at
from solver.search.layout import Layout, Whole
from solver.search.state import DELAY, State

Figures = NDArray[Any]
"""Numbers of any width."""


@within
def uniform(random: Ints) -> float:
    """The next number in [0, 1) (xorshift64*, Vigna 2016): the same on every machine and in every thread."""
    x = np.uint64(random[0])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    random[0] = np.int64(x)
    return float((x * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@within
def stands(row: Figures, first: int, end: int, figure: int) -> bool:
    """Whether a figure is among those of a row from first to before end."""
    for k in range(first, end):
        if row[k] == figure:
            return True
    return False


@within
def first_week(plan: Layout, state: State, d: int) -> int:
    """The week of the first cell of a demand, as its project is delayed."""
    week: int = plan.demand[d, at.FIRST] + state.project[plan.demand[d, at.PROJECT], DELAY]
    return week


@within
def weeks_of(plan: Layout, state: State, d: int) -> int:
    """How many cells of a demand lie inside the horizon."""
    size: int = min(plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS], plan.free.shape[1] - first_week(plan, state, d))
    return max(size, 0)


@within
def hours_at(plan: Layout, slot: int) -> int:
    """Where the hours of a slot begin."""
    d = plan.slot[slot]
    size = plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
    place: int = plan.demand[d, at.HOURS] + (slot - plan.demand[d, at.SLOTS]) * size
    return place


@within
def mark_elsewhere(plan: Layout, state: State, r: int, project: int, beside: int, start: int, size: int, elsewhere: Whole) -> None:
    """Marks which of the weeks from start a resource works on a project in, by a booking or by a slot other than `beside`."""
    for j in range(size):
        elsewhere[j] = 0
    for k in range(plan.resource[r, at.FIRM], plan.resource[r + 1, at.FIRM]):
        if plan.firm[k, 0] == project and start <= plan.firm[k, 1] < start + size:
            elsewhere[plan.firm[k, 1] - start] = 1
    slot = state.head[r]
    while slot >= 0:
        d = plan.slot[slot]
        if slot != beside and plan.demand[d, at.PROJECT] == project:
            place, shift = hours_at(plan, slot), first_week(plan, state, d) - start
            for j in range(max(0, -shift), min(weeks_of(plan, state, d), size - shift)):
                if state.hours[place + j] > 0:
                    elsewhere[j + shift] = 1
        slot = state.after[slot]


@within
def works(plan: Layout, state: State, r: int, project: int, beside: int, week: int) -> bool:
    """Whether a resource works on a project in a week by a booking or by a slot other than `beside`."""
    for k in range(plan.resource[r, at.FIRM], plan.resource[r + 1, at.FIRM]):
        if plan.firm[k, 0] == project and plan.firm[k, 1] == week:
            return True
    slot = state.head[r]
    while slot >= 0:
        d = plan.slot[slot]
        j = week - first_week(plan, state, d)
        here = slot != beside and plan.demand[d, at.PROJECT] == project and 0 <= j < weeks_of(plan, state, d)
        if here and state.hours[hours_at(plan, slot) + j] > 0:
            return True
        slot = state.after[slot]
    return False


@within
def admits(plan: Layout, state: State, r: int, d: int, slot: int, week: int) -> bool:
    """Whether a resource may work on a demand's project in a week in which this slot has no hours yet (R6)."""
    return state.projects[r, week] < plan.limit[r, week] or works(plan, state, r, plan.demand[d, at.PROJECT], slot, week)


@within
def has_lesser(plan: Layout, state: State, r: int, d: int) -> bool:
    """Whether a resource holds a slot of a demand that is worth less than this one."""
    slot = state.head[r]
    while slot >= 0:
        if plan.points[plan.slot[slot]] < plan.points[d]:
            return True
        slot = state.after[slot]
    return False


@within
def idle(plan: Layout, state: State, slot: int) -> bool:
    """Whether a slot has no hours left."""
    place = hours_at(plan, slot)
    for j in range(weeks_of(plan, state, plan.slot[slot])):
        if state.hours[place + j] > 0:
            return False
    return True


@within
def asks(plan: Layout, state: State, d: int) -> bool:
    """Whether anything is still asked."""
    for k in range(plan.demand[d, at.CELLS], plan.demand[d, at.CELLS] + weeks_of(plan, state, d)):
        if state.left[k] > 0:
            return True
    return False


@within
def one_held(state: State, r: int) -> int:
    """One of the slots that a resource holds, each as likely as the others; it must hold one."""
    slot, found, count = state.head[r], -1, 0
    while slot >= 0:
        count += 1
        if uniform(state.random) * count < 1.0:
            found = slot
        slot = state.after[slot]
    return found


@within
def is_on(plan: Layout, state: State, slot: int, start: int, j: int) -> bool:
    """Whether the person of a slot, whose demand begins in week `start`, works on it in its week j, booked or not."""
    row = plan.demand[plan.slot[slot], at.PAIRS] + state.person[slot]
    hours: int = state.hours[hours_at(plan, slot) + j] + plan.firm_hours[plan.pair[row, at.BOOKED], start + j]
    return hours > 0


@compiled
def hand_overs(plan: Layout, state: State, d: int) -> int:
    """Times that somebody comes to a demand who was not on it in the last week in which anybody was."""
    count, last, size, start = 0, -1, weeks_of(plan, state, d), first_week(plan, state, d)
    first, end = plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]
    is_booked = plan.demand[d, at.MET_ROW] < len(plan.booked_met) - 1
    for j in range(size):
        worked, came = False, 0
        for slot in range(first, end):
            if state.person[slot] >= 0 and is_on(plan, state, slot, start, j):
                worked = True
                if last >= 0 and not is_on(plan, state, slot, start, last):
                    came += 1
        if is_booked:
            for i in range(plan.demand[d + 1, at.PAIRS] - plan.demand[d, at.PAIRS]):
                booked = plan.pair[plan.demand[d, at.PAIRS] + i, at.BOOKED]
                if booked >= 0 and plan.firm_hours[booked, start + j] > 0 and not stands(state.person, first, end, i):
                    worked = True
                    if last >= 0 and plan.firm_hours[booked, start + last] == 0:
                        came += 1
        count += came
        if worked:
            last = j
    return count
