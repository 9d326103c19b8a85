"""Whole plans: built from nothing, taken up from a known one, put together from the parts that chains have changed."""

from __future__ import annotations

from solver.compiled import borrowed, compiled
from solver.problem import Ints
from solver.search import layout as at
from solver.search.filling import fill
from solver.search.giving import give, link
from solver.search.layout import Layout, Whole
from solver.search.offers import offer_of
from solver.search.places import Figures, first_week, hand_overs, stands, weeks_of
from solver.search.state import DELAY, MET, POINTS, SELECTED, Scratch, State


@compiled
def build(plan: Layout, state: State, order: Ints, share: float, scratch: Scratch) -> None:
    """Staffs demands one after the other."""
    plan, state, scratch = borrowed(plan), borrowed(state), borrowed(scratch)
    for d in order:
        fill(plan, state, d, share, 0.0, scratch)


@compiled
def adopt(plan: Layout, state: State, d: int, i: int, hours: Whole, scratch: Scratch) -> None:
    """Gives a demand the hours (T,) that a known plan gives it by the person in row i, as far as rules and room allow."""
    if stands(state.person, plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS], i):
        return
    row, start, first = plan.demand[d, at.PAIRS] + i, first_week(plan, state, d), plan.demand[d, at.CELLS]
    r, booked = plan.pair[row, at.RESOURCE], plan.pair[row, at.BOOKED]
    if booked < 0 and state.joined[d] >= plan.demand[d, at.TEAM]:
        return
    offer_of(plan, state, d, i, True, scratch)
    total = 0
    for j in range(weeks_of(plan, state, d)):
        given = max(min(scratch.offer[j], hours[start + j] - plan.firm_hours[booked, start + j]), 0)
        if given + plan.firm_hours[booked, start + j] < min(plan.least[first + j], plan.capacity[r, start + j]):
            given = 0
        scratch.offer[j] = given
        total += given
    if total > 0:
        give(plan, state, d, i, scratch)


@compiled
def pay_hand_overs(plan: Layout, state: State) -> None:
    """Takes what all hand-overs of a plan cost off its points."""
    for d in range(len(plan.points)):
        state.value[POINTS] -= hand_overs(plan, state, d) * plan.costs[at.HAND_OVER]


@compiled
def merge(plan: Layout, base: Ints, part: State, whole: State, scratch: Scratch) -> None:
    """Takes into `whole` what a chain has made of its part of the plan; base (P, 3) are the projects before the round."""
    for r in range(plan.free.shape[0]):
        for t in range(scratch.weeks[0], scratch.weeks[1]):
            whole.free[r, t], whole.projects[r, t] = part.free[r, t], part.projects[r, t]
    for p in range(len(base)):
        whole.project[p, MET] += part.project[p, MET] - base[p, MET]
        for column in (SELECTED, DELAY):
            if part.project[p, column] != base[p, column]:
                whole.project[p, column] = part.project[p, column]
    for d in range(len(plan.points)):
        if scratch.within[d] == 1:
            whole.joined[d] = part.joined[d]
            for k in range(plan.demand[d, at.CELLS], plan.demand[d + 1, at.CELLS]):
                whole.left[k] = part.left[k]
            for k in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
                whole.person[k] = part.person[k]
            for k in range(plan.demand[d, at.HOURS], plan.demand[d + 1, at.HOURS]):
                whole.hours[k] = part.hours[k]


@compiled
def relink(plan: Layout, state: State) -> None:
    """Writes down anew which slots each resource holds."""
    for r in range(len(state.head)):
        state.head[r] = -1
    for slot in range(len(state.person)):
        if state.person[slot] >= 0:
            link(state, plan.pair[plan.demand[plan.slot[slot], at.PAIRS] + state.person[slot], at.RESOURCE], slot)


@compiled
def copy(source: State, target: State) -> None:
    """Makes target the same plan as source; the generators stay apart."""
    copy_table(source.free, target.free)
    copy_table(source.projects, target.projects)
    copy_table(source.project, target.project)
    copy_row(source.left, target.left)
    copy_row(source.person, target.person)
    copy_row(source.hours, target.hours)
    copy_row(source.joined, target.joined)
    copy_row(source.head, target.head)
    copy_row(source.after, target.after)
    copy_row(source.before, target.before)
    copy_row(source.value, target.value)


@compiled
def copy_table(source: Figures, target: Figures) -> None:
    """Plain loops, here and elsewhere: the compiler takes seconds for a slice, and milliseconds for a loop."""
    for i in range(source.shape[0]):
        for j in range(source.shape[1]):
            target[i, j] = source[i, j]


@compiled
def copy_row(source: Figures, target: Figures) -> None:
    for i in range(len(source)):
        target[i] = source[i]
