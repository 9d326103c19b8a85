"""Projects moved in time (R8), put in and left out (R10), with whoever dependencies tie to them (R9)."""

from __future__ import annotations

from solver.compiled import compiled
from solver.search import layout as at
from solver.search.filling import fill
from solver.search.giving import empty
from solver.search.layout import Layout
from solver.search.places import uniform
from solver.search.state import DELAY, MOST_PROJECTS, POINTS, SELECTED, Scratch, State

NEAR = 3
"""Weeks by which a project is moved most often."""


@compiled
def reshape(plan: Layout, state: State, p: int, selected: int, delay: int) -> None:
    """Puts a project in or leaves it out, and moves it to its delay (R8); none of its demands may be staffed."""
    weeks = plan.free.shape[1]
    state.value[POINTS] += plan.late[p] * (state.project[p, SELECTED] * state.project[p, DELAY] - selected * delay)
    state.project[p, SELECTED] = selected
    if delay == state.project[p, DELAY]:
        return
    for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
        d = plan.demands[k]
        booked, first, start = plan.demand[d, at.MET_ROW], plan.demand[d, at.CELLS], plan.demand[d, at.FIRST]
        for j in range(plan.demand[d + 1, at.CELLS] - first):
            week = start + state.project[p, DELAY] + j
            if week < weeks:
                state.value[POINTS] -= plan.points[d] * min(plan.booked_met[booked, week], plan.asked[first + j])
            week = start + delay + j
            state.left[first + j] = 0
            if week < weeks:
                met = plan.booked_met[booked, week]
                state.value[POINTS] += plan.points[d] * min(met, plan.asked[first + j])
                if week >= plan.opens[0]:
                    state.left[first + j] = max(plan.asked[first + j] - met, 0)
    state.project[p, DELAY] = delay


@compiled
def agree(plan: Layout, state: State, scratch: Scratch, p: int, selected: int, delay: int) -> int:
    """Writes to `changed` what else must move when a project does (R9); returns how many projects, 0 where that cannot be.

    Whoever is bound to a project that moves is pushed just as far as needed; nobody is pushed twice.
    """
    count = 1
    scratch.changed[0, 0], scratch.changed[0, 1], scratch.changed[0, 2] = p, selected, delay
    k = 0
    while k < count:
        q, moved = scratch.changed[k, 0], scratch.changed[k, 2]
        for a in range(len(plan.arc)):
            if scratch.changed[k, 1] == 0 or (plan.arc[a, at.PREDECESSOR] != q and plan.arc[a, at.SUCCESSOR] != q):
                continue
            ahead = plan.arc[a, at.PREDECESSOR] == q
            other = plan.arc[a, at.SUCCESSOR if ahead else at.PREDECESSOR]
            known = -1
            for n in range(count):
                known = n if scratch.changed[n, 0] == other else known
            where = scratch.changed[known, 2] if known >= 0 else state.project[other, DELAY]
            taken = scratch.changed[known, 1] if known >= 0 else state.project[other, SELECTED]
            needed = moved + plan.arc[a, at.LEAST_APART] if ahead else moved - plan.arc[a, at.LEAST_APART]
            if taken == 0 or (ahead and where >= needed) or (not ahead and where <= needed):
                continue
            if known >= 0 or count == MOST_PROJECTS or needed < plan.project[other, at.EARLIEST] or needed > plan.project[other, at.LATEST]:
                return 0
            scratch.changed[count, 0], scratch.changed[count, 1], scratch.changed[count, 2] = other, 1, needed
            count += 1
        k += 1
    for n in range(count):
        scratch.changed[n, 3] = state.project[scratch.changed[n, 0], SELECTED]
        scratch.changed[n, 4] = state.project[scratch.changed[n, 0], DELAY]
    return count


@compiled
def belongs(plan: Layout, scratch: Scratch, p: int) -> bool:
    """Whether a project lies wholly in the part of the plan that may change; one without demands belongs to the whole alone."""
    if scratch.weeks[0] == 0 and scratch.weeks[1] == plan.free.shape[1]:
        return True
    for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
        if scratch.within[plan.demands[k]] == 0:
            return False
    return bool(plan.project[p, at.DEMANDS] < plan.project[p + 1, at.DEMANDS])


@compiled
def inside(plan: Layout, scratch: Scratch, changed: int) -> bool:
    """Whether the changed projects, and whoever they are bound to (R9), stay within the part of the plan that may change."""
    for n in range(changed):
        p = scratch.changed[n, 0]
        for a in range(len(plan.arc)):
            before, behind = plan.arc[a, at.PREDECESSOR], plan.arc[a, at.SUCCESSOR]
            if (before == p and not belongs(plan, scratch, behind)) or (behind == p and not belongs(plan, scratch, before)):
                return False
        for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
            d = plan.demands[k]
            begins = plan.demand[d, at.FIRST] + scratch.changed[n, 2]
            ends = min(begins + plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS], plan.free.shape[1])
            if not belongs(plan, scratch, p) or (begins < ends and (begins < scratch.weeks[0] or ends > scratch.weeks[1])):
                return False
    return True


@compiled
def new_shape(plan: Layout, state: State, scratch: Scratch, p: int) -> int:
    """Proposes another delay for a project, or to put it in or leave it out; returns how many projects change, 0 for none."""
    selected, delay = state.project[p, SELECTED], state.project[p, DELAY]
    earliest, latest = plan.project[p, at.EARLIEST], plan.project[p, at.LATEST]
    flips = plan.project[p, at.OPTIONAL] == 1 and (selected == 0 or latest == earliest or uniform(state.random) < 0.5)
    to = delay
    if latest > earliest and (not flips or (selected == 0 and uniform(state.random) < 0.7)):
        if uniform(state.random) < 0.6:
            to = delay + (1 if uniform(state.random) < 0.5 else -1) * (1 + int(uniform(state.random) * NEAR))
            to = min(max(to, earliest), latest)
        else:
            to = earliest + int(uniform(state.random) * (latest - earliest + 1))
    if not flips and to == delay:
        return 0
    changed = agree(plan, state, scratch, p, 1 - selected if flips else selected, to)
    return changed if changed > 0 and inside(plan, scratch, changed) else 0


@compiled
def put_in(plan: Layout, state: State, p: int, delay: int, scratch: Scratch) -> None:
    """Puts an unstaffed project in at a delay and staffs its demands."""
    reshape(plan, state, p, 1, delay)
    for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
        fill(plan, state, plan.demands[k], 0.0, 0.0, scratch)


@compiled
def leave_out(plan: Layout, state: State, p: int, scratch: Scratch) -> None:
    """Takes everybody off an optional project and leaves it out."""
    for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
        empty(plan, state, plan.demands[k], scratch)
    reshape(plan, state, p, 0, state.project[p, DELAY])
