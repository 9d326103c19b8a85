"""Who could give a demand what (R1 to R7), and who gains most."""

from __future__ import annotations

from solver.compiled import within
from solver.search import layout as at
from solver.search.layout import Layout
from solver.search.places import first_week, mark_elsewhere, stands, uniform, weeks_of
from solver.search.state import Scratch, State

GAINS = 1e-9
"""Points that count as a gain."""


@within
def offer_of(plan: Layout, state: State, d: int, i: int, at_any_cost: bool, scratch: Scratch) -> None:
    """Writes to `offer` what the person in row i of the demand's pairs could give in each of its weeks (R1 to R7).

    Overtime only where it is worth what it costs, or `at_any_cost`.
    """
    row, first, start = plan.demand[d, at.PAIRS] + i, plan.demand[d, at.CELLS], first_week(plan, state, d)
    r, booked, size = plan.pair[row, at.RESOURCE], plan.pair[row, at.BOOKED], weeks_of(plan, state, d)
    marked, regular = (
        False,
        not at_any_cost and plan.resource[r, at.STRETCHES] == 1 and plan.points[d] - plan.hourly[row] <= plan.costs[at.ABOVE],
    )
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
    offer_of(plan, state, d, i, False, scratch)
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
