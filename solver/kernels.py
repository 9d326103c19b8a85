"""The compiled inside of the search: give hours, take them back, tear a part of the plan down and build it up again.

After Pisinger and Ropke (2007), "A general heuristic for vehicle routing problems", and Christiaens and Vanden Berghe
(2020), "Slack induction by string removals": ruin and recreate with simulated annealing, here over demands that
compete for the same people in the same weeks. R1 to R7 and R10 hold at every step; value is points.
"""

from __future__ import annotations

import numpy as np

from solver import layout as at
from solver.compiled import compiled, inlined
from solver.layout import Layout
from solver.problem import Ints
from solver.state import MET, MOST_REMOVED, SELECTED, Scratch, State

PASSED_OVER = 0.05
"""Chance that a person is not looked at, which opens other ways to the search."""
TOGGLED = 0.03
"""Share of steps that put an optional project in or leave it out."""


@compiled
def uniform(random: Ints) -> float:
    """The next number in [0, 1) (xorshift64*, Vigna 2016): the same on every machine and in every thread."""
    x = np.uint64(random[0])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    random[0] = np.int64(x)
    return float((x * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@compiled
def mark_elsewhere(plan: Layout, state: State, r: int, project: int, beside: int, elsewhere: Ints) -> None:
    """Marks the weeks in which a resource works on a project, by a booking or by a slot other than `beside`."""
    for week in range(len(elsewhere)):
        elsewhere[week] = 0
    for k in range(plan.resource[r, at.FIRM], plan.resource[r + 1, at.FIRM]):
        if plan.firm[k, 0] == project:
            elsewhere[plan.firm[k, 1]] = 1
    for k in range(plan.resource[r, at.SUITED], plan.resource[r, at.SUITED] + state.held[r]):
        slot = state.slots[k]
        d = plan.slot[slot]
        if slot != beside and plan.demand[d, at.PROJECT] == project:
            first, size = plan.demand[d, at.CELLS], plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
            place = plan.demand[d, at.HOURS] + (slot - plan.demand[d, at.SLOTS]) * size
            for j in range(size):
                if state.hours[place + j] > 0:
                    elsewhere[plan.cell[first + j, at.WEEK]] = 1


@compiled
def offer_of(plan: Layout, state: State, d: int, i: int, scratch: Scratch) -> None:
    """Writes to `offer` what the person in row i of the demand's pairs could give in each of its weeks (R1 to R7)."""
    r, booked = plan.pair[plan.demand[d, at.PAIRS] + i, at.RESOURCE], plan.pair[plan.demand[d, at.PAIRS] + i, at.BOOKED]
    first = plan.demand[d, at.CELLS]
    marked = False
    for j in range(plan.demand[d + 1, at.CELLS] - first):
        week = plan.cell[first + j, at.WEEK]
        hours = min(state.free[r, week], state.left[first + j])
        if plan.points[d] <= plan.costs[1]:
            hours = min(hours, max(state.free[r, week] - plan.room[r, week, at.OVERTIME], 0))
        least = min(plan.cell[first + j, at.LEAST], plan.room[r, week, at.CAPACITY])
        if hours <= 0 or hours + plan.firm_hours[booked, week] < least:
            hours = 0
        elif state.projects[r, week] >= plan.room[r, week, at.LIMIT]:
            if not marked:
                mark_elsewhere(plan, state, r, plan.demand[d, at.PROJECT], -1, scratch.elsewhere)
                marked = True
            if scratch.elsewhere[week] == 0:
                hours = 0
        scratch.offer[j] = hours


@compiled
def worth_of_offer(plan: Layout, state: State, d: int, i: int, scratch: Scratch) -> tuple[float, float]:
    """Points that the offer of a person gains once focus (R6) is looked at, and what its hours are priced at."""
    offer_of(plan, state, d, i, scratch)
    r, booked = plan.pair[plan.demand[d, at.PAIRS] + i, at.RESOURCE], plan.pair[plan.demand[d, at.PAIRS] + i, at.BOOKED]
    gained, priced = 0.0 if booked >= 0 else -plan.costs[0] * plan.points[d], 0.0
    for j in range(plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]):
        week = plan.cell[plan.demand[d, at.CELLS] + j, at.WEEK]
        over = scratch.offer[j] - max(state.free[r, week] - plan.room[r, week, at.OVERTIME], 0)
        gained += scratch.offer[j] * plan.points[d] - max(over, 0) * plan.costs[1]
        priced += scratch.offer[j] * plan.price[r, week]
    return gained, priced


@inlined
def best_person(plan: Layout, state: State, d: int, share: float, passed_over: float, scratch: Scratch) -> int:
    """Who gains most on a demand after a share of the prices of the hours, and truly gains; -1 where nobody does."""
    best, who = 0.0, -1
    first, size = plan.demand[d, at.CELLS], plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
    full = state.joined[d] >= plan.demand[d, at.TEAM]
    points, cost = plan.points[d], plan.costs[0] * plan.points[d]
    everything = 0.0
    for j in range(size):
        everything += state.left[first + j] * points
    if everything == 0.0:
        return -1
    for i in range(plan.demand[d + 1, at.PAIRS] - plan.demand[d, at.PAIRS]):
        r, booked = plan.pair[plan.demand[d, at.PAIRS] + i, at.RESOURCE], plan.pair[plan.demand[d, at.PAIRS] + i, at.BOOKED]
        if (booked < 0 and full) or (passed_over > 0.0 and uniform(state.random) < passed_over):
            continue
        gained = 0.0 if booked >= 0 else -cost
        priced, reach = 0.0, gained + everything
        crowded = False
        for j in range(size):
            week = plan.cell[first + j, at.WEEK]
            hours = min(state.free[r, week], state.left[first + j])
            if points <= plan.costs[1]:
                hours = min(hours, max(state.free[r, week] - plan.room[r, week, at.OVERTIME], 0))
            reach -= (state.left[first + j] - hours) * points
            if reach <= best:
                break
            if hours > 0 and hours + plan.firm_hours[booked, week] >= min(plan.cell[first + j, at.LEAST], plan.room[r, week, at.CAPACITY]):
                crowded |= state.projects[r, week] >= plan.room[r, week, at.LIMIT]
                gained += hours * points
                priced += hours * plan.price[r, week]
                over = hours - max(state.free[r, week] - plan.room[r, week, at.OVERTIME], 0)
                gained -= max(over, 0) * plan.costs[1]
        if (
            reach <= best
            or gained <= 1e-9
            or gained - share * priced <= best
            or stands(state.person, plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS], i)
        ):
            continue
        if crowded:
            gained, priced = worth_of_offer(plan, state, d, i, scratch)
            if gained <= 1e-9 or gained - share * priced <= best:
                continue
        best, who = gained - share * priced, i
    return who


@compiled
def give(plan: Layout, state: State, d: int, i: int, scratch: Scratch) -> None:
    """Puts the person in row i of the demand's pairs on it with the hours of the offer, in its first empty slot."""
    r, booked = plan.pair[plan.demand[d, at.PAIRS] + i, at.RESOURCE], plan.pair[plan.demand[d, at.PAIRS] + i, at.BOOKED]
    slot = plan.demand[d, at.SLOTS]
    while state.person[slot] >= 0:
        slot += 1
    state.person[slot] = i
    state.slots[plan.resource[r, at.SUITED] + state.held[r]] = slot
    state.held[r] += 1
    if booked < 0:
        state.joined[d] += 1
        state.value[0] -= plan.costs[0] * plan.points[d]
    shift(plan, state, slot, r, 1, scratch)


@compiled
def take(plan: Layout, state: State, slot: int, scratch: Scratch) -> None:
    """Takes the resource off its slot: `give` undone."""
    d = plan.slot[slot]
    pair = plan.demand[d, at.PAIRS] + state.person[slot]
    r, size = plan.pair[pair, at.RESOURCE], plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
    place = plan.demand[d, at.HOURS] + (slot - plan.demand[d, at.SLOTS]) * size
    for j in range(size):
        scratch.offer[j] = state.hours[place + j]
    shift(plan, state, slot, r, -1, scratch)
    last = plan.resource[r, at.SUITED] + state.held[r] - 1
    for k in range(plan.resource[r, at.SUITED], last + 1):
        if state.slots[k] == slot:
            state.slots[k] = state.slots[last]
            break
    state.held[r] -= 1
    if plan.pair[pair, at.BOOKED] < 0:
        state.joined[d] -= 1
        state.value[0] += plan.costs[0] * plan.points[d]
    state.person[slot] = -1


@compiled
def shift(plan: Layout, state: State, slot: int, r: int, sign: int, scratch: Scratch) -> None:
    """Moves the offered hours of a slot into the plan (sign 1) or out of it (sign -1), with all that hangs on them."""
    d = plan.slot[slot]
    project, first = plan.demand[d, at.PROJECT], plan.demand[d, at.CELLS]
    size = plan.demand[d + 1, at.CELLS] - first
    place = plan.demand[d, at.HOURS] + (slot - plan.demand[d, at.SLOTS]) * size
    mark_elsewhere(plan, state, r, project, slot, scratch.elsewhere)
    for j in range(size):
        moved, week = scratch.offer[j], plan.cell[first + j, at.WEEK]
        if moved > 0:
            before = max(plan.room[r, week, at.OVERTIME] - state.free[r, week], 0)
            state.free[r, week] -= sign * moved
            after = max(plan.room[r, week, at.OVERTIME] - state.free[r, week], 0)
            state.left[first + j] -= sign * moved
            state.project[project, MET] += sign * moved
            state.projects[r, week] += sign * (1 - scratch.elsewhere[week])
            state.value[0] += sign * moved * plan.points[d] - (after - before) * plan.costs[1]
        state.hours[place + j] = moved if sign > 0 else 0


@compiled
def fill(plan: Layout, state: State, d: int, share: float, passed_over: float, scratch: Scratch) -> None:
    """Staffs a demand: again and again the person whose hours are worth most after their price, until none gains."""
    if state.project[plan.demand[d, at.PROJECT], SELECTED] == 0:
        return
    for _ in range(plan.demand[d + 1, at.SLOTS] - plan.demand[d, at.SLOTS]):
        who = best_person(plan, state, d, share, passed_over, scratch)
        if who < 0:
            return
        offer_of(plan, state, d, who, scratch)
        give(plan, state, d, who, scratch)


@compiled
def empty(plan: Layout, state: State, d: int, scratch: Scratch) -> None:
    """Takes everybody off a demand."""
    for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
        if state.person[slot] >= 0:
            take(plan, state, slot, scratch)


@compiled
def gather(plan: Layout, state: State, seed: int, chosen: Ints, count: int, most: int) -> int:
    """Adds demands that overlap the seed in time and are done, or could be, by one of its people; returns how many."""
    people = plan.demand[seed + 1, at.PAIRS] - plan.demand[seed, at.PAIRS]
    if people == 0:
        return count
    first, last = plan.cell[plan.demand[seed, at.CELLS], at.WEEK], plan.cell[plan.demand[seed + 1, at.CELLS] - 1, at.WEEK]
    for _ in range(4 * (most - count)):
        r = plan.pair[plan.demand[seed, at.PAIRS] + int(uniform(state.random) * people), at.RESOURCE]
        start, chance = plan.resource[r, at.SUITED], uniform(state.random)
        if state.held[r] > 0 and uniform(state.random) < 0.5:
            d = plan.slot[state.slots[start + int(chance * state.held[r])]]
        else:
            d = plan.suited[start + int(chance * (plan.resource[r + 1, at.SUITED] - start))]
        apart = plan.cell[plan.demand[d, at.CELLS], at.WEEK] > last or plan.cell[plan.demand[d + 1, at.CELLS] - 1, at.WEEK] < first
        if not apart and not stands(chosen, 0, count, d):
            chosen[count] = d
            count += 1
            if count == most:
                break
    return count


@inlined
def save(plan: Layout, state: State, scratch: Scratch, count: int) -> int:
    """Writes down who works on the chosen demands; returns how many slots that are."""
    saved = cells = 0
    for k in range(count):
        d = scratch.chosen[k]
        size = plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
        for slot in range(plan.demand[d, at.SLOTS], plan.demand[d + 1, at.SLOTS]):
            if state.person[slot] >= 0:
                scratch.saved[saved, 0], scratch.saved[saved, 1] = d, state.person[slot]
                place = plan.demand[d, at.HOURS] + (slot - plan.demand[d, at.SLOTS]) * size
                for j in range(size):
                    scratch.saved_hours[cells + j] = state.hours[place + j]
                saved, cells = saved + 1, cells + size
    return saved


@inlined
def restore(plan: Layout, state: State, scratch: Scratch, count: int, saved: int) -> None:
    """Puts the chosen demands back as they were saved."""
    for k in range(count):
        empty(plan, state, scratch.chosen[k], scratch)
    cells = 0
    for k in range(saved):
        d = scratch.saved[k, 0]
        size = plan.demand[d + 1, at.CELLS] - plan.demand[d, at.CELLS]
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
                scratch.rank[k] -= plan.points[d] * plan.cell[j, at.NEED]
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
        if plan.project[p, at.OPTIONAL] == 1 and state.project[p, SELECTED] == 1 and state.project[p, MET] < plan.project[p, at.REQUIRED]:
            return False
    return True


@inlined
def choose_project(plan: Layout, state: State, scratch: Scratch, p: int) -> int:
    """Chooses all demands of a project and, behind them, some that compete with each; returns how many."""
    count = 0
    for k in range(plan.project[p, at.DEMANDS], plan.project[p + 1, at.DEMANDS]):
        if plan.demand[plan.demands[k] + 1, at.CELLS] > plan.demand[plan.demands[k], at.CELLS]:
            scratch.chosen[count] = plan.demands[k]
            count += 1
    own = count
    for k in range(own):
        count = gather(plan, state, scratch.chosen[k], scratch.chosen, count, min(count + 3, own + MOST_REMOVED))
    return count


@inlined
def step(plan: Layout, state: State, scratch: Scratch, active: Ints, options: Ints, temperature: float) -> None:
    """One ruin and recreate, kept when it is better or, by chance and temperature, not much worse."""
    before, toggled, first = state.value[0], -1, 0
    if len(options) > 0 and uniform(state.random) < TOGGLED:
        toggled = options[int(uniform(state.random) * len(options))]
        count = choose_project(plan, state, scratch, toggled)
    else:
        scratch.chosen[0] = active[int(uniform(state.random) * len(active))]
        count = gather(plan, state, scratch.chosen[0], scratch.chosen, 1, 3 + int(uniform(state.random) * 9))
    saved = save(plan, state, scratch, count)
    for k in range(count):
        empty(plan, state, scratch.chosen[k], scratch)
    if toggled >= 0:
        state.project[toggled, SELECTED] = 1 - state.project[toggled, SELECTED]
        first = (plan.project[toggled + 1, at.DEMANDS] - plan.project[toggled, at.DEMANDS]) * state.project[toggled, SELECTED]
    rank(plan, state, scratch, min(first, count), count)
    share = 0.5 * int(uniform(state.random) * 3.0)
    for k in range(count):
        fill(plan, state, scratch.chosen[k], share, PASSED_OVER, scratch)
    if share > 0.0:
        for k in range(count):
            fill(plan, state, scratch.chosen[k], 0.0, 0.0, scratch)
    change = state.value[0] - before
    if covered(plan, state, scratch, count) and (change >= 0.0 or uniform(state.random) < np.exp(change / temperature)):
        return
    restore(plan, state, scratch, count, saved)
    if toggled >= 0:
        state.project[toggled, SELECTED] = 1 - state.project[toggled, SELECTED]
    state.value[0] = before


@compiled
def anneal(
    plan: Layout, state: State, best: State, scratch: Scratch, active: Ints, options: Ints, steps: int, start: float, end: float
) -> None:
    """Steps while the temperature falls geometrically from start to end; the best plan met is copied to `best`."""
    for n in range(steps):
        step(plan, state, scratch, active, options, start * (end / start) ** (n / steps))
        if state.value[0] > best.value[0] + 1e-6:
            copy(state, best)


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
    copy_row(source.slots, target.slots)
    copy_row(source.held, target.held)
    target.value[0] = source.value[0]


@compiled
def copy_table(source: Ints, target: Ints) -> None:
    """Plain loops, here and elsewhere: the compiler takes seconds for a slice, and milliseconds for a loop."""
    for i in range(source.shape[0]):
        for j in range(source.shape[1]):
            target[i, j] = source[i, j]


@compiled
def copy_row(source: Ints, target: Ints) -> None:
    for i in range(len(source)):
        target[i] = source[i]


@compiled
def stands(row: Ints, first: int, end: int, figure: int) -> bool:
    """Whether a figure is among those of a row from first to before end."""
    for k in range(first, end):
        if row[k] == figure:
            return True
    return False
