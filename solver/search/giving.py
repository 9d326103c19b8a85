"""Hours given and taken back, with all that hangs on them: rooms, projects of a week, points."""

from __future__ import annotations

from solver.compiled import compiled, within
from solver.search import layout as at
from solver.search.layout import Layout
from solver.search.places import first_week, hours_at, mark_elsewhere, weeks_of, works
from solver.search.state import MET, MOVED_AWAY, POINTS, Scratch, State


@within
def link(state: State, r: int, slot: int) -> None:
    """Writes a slot down as one that the resource holds."""
    state.before[slot], state.after[slot] = -1, state.head[r]
    if state.head[r] >= 0:
        state.before[state.head[r]] = slot
    state.head[r] = slot


@within
def unlink(state: State, r: int, slot: int) -> None:
    before, after = state.before[slot], state.after[slot]
    if before >= 0:
        state.after[before] = after
    else:
        state.head[r] = after
    if after >= 0:
        state.before[after] = before


@within
def shift(plan: Layout, state: State, slot: int, row: int, sign: int, scratch: Scratch) -> None:
    """Moves the offered hours of a slot into the plan (sign 1) or out of it (sign -1), with all that hangs on them."""
    d = plan.slot[slot]
    r, stays, project = plan.pair[row, at.RESOURCE], plan.pair[row, at.STAYS], plan.demand[d, at.PROJECT]
    first, start, size, place = plan.demand[d, at.CELLS], first_week(plan, state, d), weeks_of(plan, state, d), hours_at(plan, slot)
    mark_elsewhere(plan, state, r, project, slot, start, size, scratch.elsewhere)
    given, over, kept = 0, 0, 0
    for j in range(size):
        moved = scratch.offer[j]
        if moved > 0:
            most = plan.over[r, start + j]
            if most > 0:
                over -= max(most - state.free[r, start + j], 0)
                over += max(most - state.free[r, start + j] + sign * moved, 0)
            state.free[r, start + j] -= sign * moved
            state.left[first + j] -= sign * moved
            state.projects[r, start + j] += sign * (1 - scratch.elsewhere[j])
            if stays >= 0:
                kept += min(moved, plan.stay[stays, start + j])
            given += moved
        state.hours[place + j] = moved if sign > 0 else 0
    state.project[project, MET] += sign * given
    state.value[POINTS] += sign * (given * (plan.points[d] - plan.hourly[row]) + kept * plan.costs[at.MOVED]) - over * plan.costs[at.ABOVE]
    state.value[MOVED_AWAY] -= sign * kept


@within
def give(plan: Layout, state: State, d: int, i: int, scratch: Scratch) -> None:
    """Puts the person in row i of the demand's pairs on it with the hours of the offer, in its first empty slot."""
    row, slot = plan.demand[d, at.PAIRS] + i, plan.demand[d, at.SLOTS]
    while state.person[slot] >= 0:
        slot += 1
    state.person[slot] = i
    link(state, plan.pair[row, at.RESOURCE], slot)
    if plan.pair[row, at.BOOKED] < 0:
        state.joined[d] += 1
    state.value[POINTS] -= plan.joining[row]
    shift(plan, state, slot, row, 1, scratch)


@within
def take(plan: Layout, state: State, slot: int, scratch: Scratch) -> None:
    """Takes the resource off its slot: `give` undone."""
    d = plan.slot[slot]
    row, place = plan.demand[d, at.PAIRS] + state.person[slot], hours_at(plan, slot)
    for j in range(weeks_of(plan, state, d)):
        scratch.offer[j] = state.hours[place + j]
    shift(plan, state, slot, row, -1, scratch)
    unlink(state, plan.pair[row, at.RESOURCE], slot)
    if plan.pair[row, at.BOOKED] < 0:
        state.joined[d] -= 1
    state.value[POINTS] += plan.joining[row]
    state.person[slot] = -1


@compiled
def empty(plan: Layout, state: State, d: int, scratch: Scratch) -> None:
    """Takes everybody off a demand."""
    for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
        if state.person[slot] >= 0:
            take(plan, state, slot, scratch)


@within
def move(plan: Layout, state: State, slot: int, row: int, j: int, more: int) -> None:
    """Gives a slot more hours in its week j, or fewer where `more` is below 0."""
    d = plan.slot[slot]
    r, stays, week, cell = plan.pair[row, at.RESOURCE], plan.pair[row, at.STAYS], first_week(plan, state, d) + j, hours_at(plan, slot) + j
    before, most = state.hours[cell], plan.over[r, week]
    after = before + more
    if (before == 0) != (after == 0) and not works(plan, state, r, plan.demand[d, at.PROJECT], slot, week):
        state.projects[r, week] += 1 if before == 0 else -1
    over = max(most - state.free[r, week] + more, 0) - max(most - state.free[r, week], 0)
    kept = 0 if stays < 0 else min(after, plan.stay[stays, week]) - min(before, plan.stay[stays, week])
    state.hours[cell] = after
    state.free[r, week] -= more
    state.left[plan.demand[d, at.CELLS] + j] -= more
    state.project[plan.demand[d, at.PROJECT], MET] += more
    state.value[POINTS] += more * (plan.points[d] - plan.hourly[row]) + kept * plan.costs[at.MOVED] - over * plan.costs[at.ABOVE]
    state.value[MOVED_AWAY] -= kept
