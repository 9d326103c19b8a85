"""The terms of a policy and the change budget, a function for each, as `solver.objective` counts them.

Strict priorities and the price of overtime change the points that the value counts (solver.formulation.rules.value).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from solver.formulation.ground import Cell, Ground, Pair
from solver.formulation.model import Level, Model
from solver.objective import hand_overs


def watched(model: Model, ground: Ground) -> Iterator[Cell]:
    """Cells of which a term asks whether they hold hours at all."""
    terms, current = ground.problem.terms, _current_pairs(ground)
    for d, r, t in model.hours:
        if terms.hand_over or (terms.changed_assignment and (d, r) in current):
            yield d, r, t


def paid_hours(model: Model, ground: Ground) -> None:
    """Cost of the people used, and level above or below: points for each hour."""
    terms, firm = ground.problem.terms, ground.problem.firm
    if terms.resource_hour is not None:
        model.constant -= float(terms.resource_hour[firm.resource] @ firm.hours)
        for (_, r, _), hours in model.hours.items():
            model.earn(-terms.resource_hour[r], hours)
    if terms.pair_hour is not None:
        model.constant -= float(terms.pair_hour[firm.demand, firm.resource] @ firm.hours)
        for (d, r, _), hours in model.hours.items():
            model.earn(-terms.pair_hour[d, r], hours)


def changed_assignments(model: Model, ground: Ground) -> None:
    """Stability: assignments that either the current plan has or this one, but not both."""
    points, current = ground.problem.terms.changed_assignment, _current_pairs(ground)
    if not points:
        return
    model.constant -= points * len(current ^ ground.held.keys())  # what if nothing is given beside the firm bookings
    worked: dict[Pair, list[Cell]] = defaultdict(list)
    for cell in model.works:
        worked[cell[:2]].append(cell)
    for pair, assigned in model.assigned.items():
        model.earn(points if pair in current else -points, assigned)
        if pair in current:  # nobody is assigned without hours
            model.require([(1.0, assigned), *((-1.0, model.works[cell]) for cell in worked[pair])], 0.0)


def moved_hours(model: Model, ground: Ground) -> None:
    """Stability and the change budget: hours of the current plan that their cells no longer have."""
    problem, terms = ground.problem, ground.problem.terms
    if not terms.moved_hour and problem.most_moved is None:
        return
    lost, current = 0.0, terms.current
    for d, r, t, hours in zip(*(row.tolist() for row in (current.demand, current.resource, current.week, current.hours)), strict=True):
        short = max(0.0, hours - ground.booked((d, r, t)))
        if (d, r, t) in model.hours and short > 0:
            moved = model.moved[d, r, t] = model.variable(short)
            model.require([(-1.0, moved), (-1.0, model.hours[d, r, t])], -short)
            model.earn(-terms.moved_hour, moved)
        else:
            lost += short
    model.constant -= terms.moved_hour * lost
    if problem.most_moved is not None:
        model.require([(1.0, moved) for moved in model.moved.values()], problem.most_moved - lost)


def continuity(model: Model, ground: Ground) -> None:
    """Hand-overs: whoever comes to a demand in a week and was not on it in the last week in which anybody was."""
    problem = ground.problem
    if not problem.terms.hand_over:
        return
    deciding, firm = {d for d, _, _ in model.hours}, problem.firm
    people: dict[int, set[int]] = {d: {r for e, r in ground.held if e == d} for d in deciding}
    for d, r, _ in model.hours:
        people[d].add(r)
    settled = [n for n, d in enumerate(firm.demand.tolist()) if d not in deciding and ground.present(_cell(ground, n))]
    model.constant -= problem.terms.hand_over * hand_overs(firm.demand[settled], firm.resource[settled], firm.week[settled])
    for d in sorted(deciding):
        _hand_overs(model, ground, d, sorted(people[d]))


def _cell(ground: Ground, booking: int) -> Cell:
    firm = ground.problem.firm
    return int(firm.demand[booking]), int(firm.resource[booking]), int(firm.week[booking])


def _hand_overs(model: Model, ground: Ground, d: int, people: Sequence[int]) -> None:
    """One demand, week by week: `begun` and `latest` carry what the weeks before have left."""
    begun: Level = 0.0
    latest: dict[int, Level] = dict.fromkeys(people, 0.0)
    for t in range(ground.problem.shape[2]):
        works = {r: _there(model, ground, (d, r, t)) for r in people}
        if all(_certain(there, 0.0) for there in works.values()):
            continue
        for r, there in works.items():
            if not (_certain(there, 0.0) or _certain(begun, 0.0)):
                joins = model.joins[d, r, t] = model.variable(1)
                model.earn(-ground.problem.terms.hand_over, joins)
                model.require([(1.0, there), (1.0, begun), (-1.0, latest[r]), (-1.0, joins)], 1.0)
        present = _present(model, (d, t), list(works.values()))
        latest = {r: _latest(model, (d, r, t), works[r], present, begun, latest[r]) for r in people}
        begun = _begun(model, (d, t), begun, present)


def _there(model: Model, ground: Ground, cell: Cell) -> Level:
    return 1.0 if ground.present(cell) else model.works.get(cell, 0.0)


def _certain(level: Level, number: float) -> bool:
    """Whether there is nothing to decide but this; a comparison with a variable would be a row of PuLP's."""
    return isinstance(level, float) and level == number


def _present(model: Model, at: Pair, works: Sequence[Level]) -> Level:
    """Anybody on the demand in the week: whatever each of them is at least, and nothing in between."""
    if any(_certain(each, 1.0) for each in works):
        return 1.0
    present = model.present[at] = model.variable(1)
    for each in works:
        model.require([(1.0, each), (-1.0, present)], 0.0)
    model.require([(1.0, present), *((-1.0, each) for each in works)], 0.0)
    return present


def _begun(model: Model, at: Pair, before: Level, present: Level) -> Level:
    """Anybody on the demand in the week or before."""
    if _certain(before, 1.0) or _certain(present, 1.0):
        return 1.0
    if _certain(before, 0.0):
        return present
    begun = model.begun[at] = model.variable(1)
    model.require([(1.0, before), (-1.0, begun)], 0.0)
    model.require([(1.0, present), (-1.0, begun)], 0.0)
    return begun


def _latest(model: Model, cell: Cell, works: Level, present: Level, begun: Level, before: Level) -> Level:
    """Whether the resource was there in the last week worked: this week if anybody was, else as it stood before."""
    if _certain(present, 1.0) or _certain(begun, 0.0):
        return works
    latest = model.latest[cell] = model.variable(1)
    model.require([(1.0, latest), (-1.0, works), (1.0, present)], 1.0)
    model.require([(1.0, latest), (-1.0, before), (-1.0, present)], 0.0)
    return latest


def _current_pairs(ground: Ground) -> set[Pair]:
    current = ground.problem.terms.current
    return set(zip(current.demand.tolist(), current.resource.tolist(), strict=True))
