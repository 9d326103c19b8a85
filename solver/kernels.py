"""The compiled inside of the search: give hours, take them back, tear a part of the plan down and build it up again.

After Pisinger and Ropke (2007), "A general heuristic for vehicle routing problems", and Christiaens and Vanden Berghe
(2020), "Slack induction by string removals": ruin and recreate with simulated annealing, here over demands that
compete for the same people in the same weeks, and over projects that are moved in time, put in or left out. R1 to R10
hold at every step; value is points of the objective.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver import layout as at
from solver.compiled import borrowed, compiled, inlined, within
from solver.layout import Layout, Whole
from solver.problem import Ints
from solver.state import CHOSEN, DELAY, MET, MOST_PROJECTS, MOST_REMOVED, MOVED_AWAY, POINTS, SAVED, SAVED_CELLS, SELECTED, Scratch, State

Figures = NDArray[Any]
"""Numbers of any width."""

PASSED_OVER = 0.05
"""Chance that a person is not looked at, which opens other ways to the search."""
RESHAPED = 0.03
"""Share of steps that move a project in time, put it in or leave it out."""
NEAR = 3
"""Weeks by which a project is moved most often."""
TORN_WHOLLY = 0.5
"""Share of steps that take everybody off the demands they tear down."""
LEAST_TORN = 0.2
"""Least chance with which the others take each person off."""
MOST_HEED = 0.3
"""Greatest share of the prices that a step pays for hours: enough to choose, among those who give as much, who is missed least."""
GAINS = 1e-9
"""Points that count as a gain."""


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
def offer_of(plan: Layout, state: State, d: int, i: int, scratch: Scratch) -> None:
    """Writes to `offer` what the person in row i of the demand's pairs could give in each of its weeks (R1 to R7)."""
    row, first, start = plan.demand[d, at.PAIRS] + i, plan.demand[d, at.CELLS], first_week(plan, state, d)
    r, booked, size = plan.pair[row, at.RESOURCE], plan.pair[row, at.BOOKED], weeks_of(plan, state, d)
    marked, regular = False, plan.resource[r, at.STRETCHES] == 1 and plan.points[d] - plan.hourly[row] <= plan.costs[at.ABOVE]
    for j in range(size):
        hours = min(state.free[r, start + j], state.left[first + j])
        if regular:
            hours = min(hours, max(state.free[r, start + j] - plan.over[r, start + j], 0))
        if hours <= 0 or hours + plan.firm_hours[booked, start + j] < min(plan.least[first + j], plan.capacity[r, start + j]):
            hours = 0
        elif state.projects[r, start + j] >= plan.limit[r, start + j]:
            if not marked:
                mark_elsewhere(plan, state, r, plan.demand[d, at.PROJECT], -1, start, size, scratch.elsewhere)
                marked = True
            if scratch.elsewhere[j] == 0:
                hours = 0
        scratch.offer[j] = hours


@within
def worth_of_offer(plan: Layout, state: State, d: int, i: int, share: float, scratch: Scratch) -> tuple[float, float]:
    """Points that the person in row i gains on the demand, and those less a share of what the hours are priced at."""
    offer_of(plan, state, d, i, scratch)
    row, start = plan.demand[d, at.PAIRS] + i, first_week(plan, state, d)
    r, stays = plan.pair[row, at.RESOURCE], plan.pair[row, at.STAYS]
    rate, hours, priced, over, kept = plan.points[d] - plan.hourly[row], 0, 0.0, 0, 0
    for j in range(weeks_of(plan, state, d)):
        offered = scratch.offer[j]
        hours += offered
        priced += offered * plan.price[r, start + j]
        if offered > 0 and plan.over[r, start + j] > 0:
            over += max(offered - max(state.free[r, start + j] - plan.over[r, start + j], 0), 0)
        if stays >= 0:
            kept += min(offered, plan.stay[stays, start + j])
    if hours == 0:
        return 0.0, 0.0
    gained = hours * rate - plan.joining[row] - over * plan.costs[at.ABOVE] + kept * plan.costs[at.MOVED]
    return gained, gained - share * priced


@within
def best_person(plan: Layout, state: State, d: int, share: float, passed_over: float, scratch: Scratch) -> int:
    """Who gains most on a demand after a share of the prices of the hours, and truly gains; -1 where nobody does.

    `gain` holds what each could gain when looked at last: giving to one leaves less for the others, so whoever then
    had less than the best so far need not be looked at again.
    """
    best, who = 0.0, -1
    first, start, size = plan.demand[d, at.CELLS], first_week(plan, state, d), weeks_of(plan, state, d)
    full, points = state.joined[d] >= plan.demand[d, at.TEAM], plan.points[d]
    left = state.left[first : first + size]
    for i in range(plan.demand[d + 1, at.PAIRS] - plan.demand[d, at.PAIRS]):
        if scratch.gain[i] <= best:
            continue
        row = plan.demand[d, at.PAIRS] + i
        if full and plan.pair[row, at.BOOKED] < 0:
            continue
        free = state.free[plan.pair[row, at.RESOURCE], start : start + size]
        hours = 0
        for j in range(size):
            hours += min(free[j], left[j])
        rate = points - plan.hourly[row] + (plan.costs[at.MOVED] if plan.pair[row, at.STAYS] >= 0 else 0.0)
        scratch.gain[i] = hours * rate - plan.joining[row]
        if scratch.gain[i] <= best or hours == 0 or (passed_over > 0.0 and uniform(state.random) < passed_over):
            continue
        if stands(state.person, plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS], i):
            continue
        gained, net = worth_of_offer(plan, state, d, i, share, scratch)
        scratch.gain[i] = net
        if gained > GAINS and net > best:
            best, who = net, i
    return who


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
        offer_of(plan, state, d, who, scratch)
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
def has_lesser(plan: Layout, state: State, r: int, d: int) -> bool:
    """Whether a resource holds a slot of a demand that is worth less than this one."""
    slot = state.head[r]
    while slot >= 0:
        if plan.points[plan.slot[slot]] < plan.points[d]:
            return True
        slot = state.after[slot]
    return False


@within
def admits(plan: Layout, state: State, r: int, d: int, slot: int, week: int) -> bool:
    """Whether a resource may work on a demand's project in a week in which this slot has no hours yet (R6)."""
    return state.projects[r, week] < plan.limit[r, week] or works(plan, state, r, plan.demand[d, at.PROJECT], slot, week)


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
            more = min(asked, given)
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


@compiled
def empty(plan: Layout, state: State, d: int, scratch: Scratch) -> None:
    """Takes everybody off a demand."""
    for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
        if state.person[slot] >= 0:
            take(plan, state, slot, scratch)


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
def hand_overs(plan: Layout, state: State, d: int) -> int:
    """Times that somebody comes to a demand who was not on it in the last week in which anybody was."""
    count, last, size = 0, -1, weeks_of(plan, state, d)
    for j in range(size):
        worked, came = False, 0
        for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
            if state.person[slot] >= 0 and state.hours[hours_at(plan, slot) + j] > 0:
                worked = True
                if last >= 0 and state.hours[hours_at(plan, slot) + last] == 0:
                    came += 1
        count += came
        if worked:
            last = j
    return count


@compiled
def pay_hand_overs(plan: Layout, state: State) -> None:
    """Takes what all hand-overs of a plan cost off its points."""
    for d in range(len(plan.points)):
        state.value[POINTS] -= hand_overs(plan, state, d) * plan.costs[at.HAND_OVER]


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
def covered(plan: Layout, state: State, scratch: Scratch, count: int) -> bool:
    """Whether each optional project touched that takes part keeps its least coverage (R10)."""
    for k in range(count):
        p = plan.demand[scratch.chosen[k], at.PROJECT]
        if plan.project[p, at.OPTIONAL] == 1 and state.project[p, SELECTED] == 1 and state.project[p, MET] < scratch.floor[p]:
            return False
    return True


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


@compiled
def build(plan: Layout, state: State, order: Ints, share: float, scratch: Scratch) -> None:
    """Staffs demands one after the other."""
    plan, state, scratch = borrowed(plan), borrowed(state), borrowed(scratch)
    for d in order:
        fill(plan, state, d, share, 0.0, scratch)


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


@compiled
def adopt(plan: Layout, state: State, d: int, i: int, hours: Whole, scratch: Scratch) -> None:
    """Gives a demand the hours (T,) that a known plan gives it by the person in row i, as far as rules and room allow."""
    if stands(state.person, plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS], i):
        return
    row, start, first = plan.demand[d, at.PAIRS] + i, first_week(plan, state, d), plan.demand[d, at.CELLS]
    r, booked = plan.pair[row, at.RESOURCE], plan.pair[row, at.BOOKED]
    if booked < 0 and state.joined[d] >= plan.demand[d, at.TEAM]:
        return
    offer_of(plan, state, d, i, scratch)
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


@within
def stands(row: Figures, first: int, end: int, figure: int) -> bool:
    """Whether a figure is among those of a row from first to before end."""
    for k in range(first, end):
        if row[k] == figure:
            return True
    return False
