"""How much of a plan can stay as it is: what is left of it once only what breaks a rule is taken out.

What has to move does not count against a budget, and what stays is a plan to start from that keeps every rule.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.hours.demand import moved
from solver.problem import Bools, Floats, Ints, Problem, Standing

HUNDREDTHS = 100
"""Plans are written in hundredths of an hour."""
CENT = 0.005


@dataclass(frozen=True)
class _Kept:
    """What has stayed so far: cells of the plan with the hours left in them and the hours firmly booked there."""

    problem: Problem
    demand: Ints
    resource: Ints
    week: Ints
    hours: Floats
    firm: Floats

    @property
    def project(self) -> Ints:
        return self.problem.project_of[self.demand]

    def only(self, stays: Bools) -> _Kept:
        """Cells that stay; what is firmly booked always does."""
        return replace(self, hours=np.where(stays, self.hours, np.minimum(self.hours, self.firm)))


def staying(problem: Problem, plan: Standing) -> Standing:
    """The plan without the hours that break a rule; firm bookings are left to the problem, which holds them anyway.

    Delays come into their windows and keep the dependencies (R8, R9), which must be possible.
    """
    delay = _delays(problem, plan)
    asked = moved(problem.asked, delay[problem.project_of])
    selected = plan.selected | ~problem.optional
    kept = _Kept(problem, plan.demand, plan.resource, plan.week, plan.hours, _firm_hours(problem, plan))
    kept = kept.only(problem.eligible[kept.demand, kept.resource] & selected[kept.project] & (kept.week >= problem.open_from))
    kept = _people(kept)
    kept = _projects(kept)
    kept = _trimmed(kept, kept.demand * problem.shape[2] + kept.week, np.maximum(asked, problem.booked_met), problem.booked_met)
    kept = _trimmed(kept, kept.resource * problem.shape[2] + kept.week, problem.room, problem.booked_load)
    kept = _blocks(kept, asked)
    selected &= ~_lacking(kept, asked, selected)
    kept = kept.only(selected[kept.project])
    there = kept.hours >= 1 / HUNDREDTHS
    return Standing(kept.demand[there], kept.resource[there], kept.week[there], kept.hours[there], selected, np.where(selected, delay, 0))


def forced(problem: Problem, stays: Standing) -> float:
    """Hours of `problem.terms.current` that what stays of it no longer has."""
    given = dict(zip(_keys(problem, stays.demand, stays.resource, stays.week).tolist(), stays.hours.tolist(), strict=True))
    now = problem.terms.current
    wanted = zip(_keys(problem, now.demand, now.resource, now.week).tolist(), now.hours.tolist(), strict=True)
    return float(sum(max(0.0, hours - given.get(cell, 0.0)) for cell, hours in wanted))


def _keys(problem: Problem, demand: Ints, resource: Ints, week: Ints) -> Ints:
    resources, _, weeks = problem.shape
    return (demand * resources + resource) * weeks + week


def _firm_hours(problem: Problem, plan: Standing) -> Floats:
    """Hours firmly booked in each cell of the plan."""
    firm = problem.firm
    booked = dict(zip(_keys(problem, firm.demand, firm.resource, firm.week).tolist(), firm.hours.tolist(), strict=True))
    return np.array([booked.get(key, 0.0) for key in _keys(problem, plan.demand, plan.resource, plan.week).tolist()], np.float64)


def _delays(problem: Problem, plan: Standing) -> Ints:
    """(P,) the plan's delays, brought into their windows and raised where a dependency needs it."""
    least = np.zeros(len(problem.weight), np.int64) if problem.least_delay is None else problem.least_delay
    delay = np.clip(plan.delay, least, np.maximum(problem.max_delay, least))
    ties = problem.precedence
    for _ in range(len(ties.least)):
        before = delay.copy()
        np.maximum.at(delay, ties.successor, np.minimum(delay[ties.predecessor] + ties.least, problem.max_delay[ties.successor]))
        if (before == delay).all():
            break
    return delay


def _people(kept: _Kept) -> _Kept:
    """R5: who is firmly booked on a demand is there anyway; of the others those with most hours stay."""
    problem, resources = kept.problem, max(1, kept.problem.shape[0])
    booked = np.unique(problem.firm.demand * resources + problem.firm.resource)
    left = problem.max_people - np.bincount(booked // resources, minlength=problem.shape[1])
    return _ranked(kept, kept.demand * resources + kept.resource, resources, booked, left, kept.hours)


def _projects(kept: _Kept) -> _Kept:
    """R6: a project that a resource is firmly booked on in a week is there anyway; of the others those of greatest worth stay."""
    problem, (resources, _, weeks), projects = kept.problem, kept.problem.shape, max(1, len(kept.problem.weight))
    firm = problem.firm
    booked = np.unique((firm.resource * weeks + firm.week) * projects + problem.project_of[firm.demand])
    left = np.repeat(problem.max_projects, weeks) - np.bincount(booked // projects, minlength=resources * weeks)
    each = (kept.resource * weeks + kept.week) * projects + kept.project
    return _ranked(kept, each, projects, booked, left, kept.hours * problem.points[kept.demand])


def _ranked(kept: _Kept, member: Ints, size: int, booked: Ints, left: Ints, worth: Floats) -> _Kept:
    """Cells of the booked members of each group (`member` // `size`), and of so many others as are left, by the worth of their cells."""
    there = kept.hours > 0
    members, row = np.unique(member, return_inverse=True)
    held = np.isin(members, booked)
    total = np.where(held, -1.0, np.bincount(row, worth, len(members)))
    idle = np.bincount(row, there, len(members)) == 0
    stays = held | (_rank(members // size, np.where(idle, -1.0, total)) < left[members // size])
    return kept.only(stays[row] & there)


def _rank(group: Ints, worth: Floats) -> Ints:
    """The place of each by falling worth among those of its group, from 0."""
    order = np.lexsort((-worth, group))
    first = np.searchsorted(group[order], group[order], side="left")
    rank = np.empty(len(group), np.int64)
    rank[order] = np.arange(len(group)) - first
    return rank


def _trimmed(kept: _Kept, cell: Ints, limit: Floats, booked: Floats) -> _Kept:
    """R1, R2: the free hours of each cell by falling weight, as far as its limit goes beside the bookings; whole hundredths."""
    free = kept.hours - np.minimum(kept.hours, kept.firm)
    order = np.lexsort((-kept.hours, -kept.problem.points[kept.demand], cell))
    before = np.cumsum(free[order]) - free[order]
    first = np.searchsorted(cell[order], cell[order], side="left")
    room = (limit - booked).ravel()[cell[order]] - (before - before[first])
    stays = np.empty_like(free)
    stays[order] = np.clip(room, 0.0, free[order])
    whole = np.where(stays >= free - CENT / HUNDREDTHS, free, np.floor(stays * HUNDREDTHS + 1e-6) / HUNDREDTHS)
    return replace(kept, hours=np.minimum(kept.hours, kept.firm) + whole)


def _blocks(kept: _Kept, asked: Floats) -> _Kept:
    """R7."""
    problem = kept.problem
    least = np.minimum(np.minimum(problem.minimum_block, asked[kept.demand, kept.week]), problem.capacity[kept.resource, kept.week])
    return kept.only((kept.hours >= least - 2 * CENT) | (kept.hours <= kept.firm))


def _lacking(kept: _Kept, asked: Floats, selected: Bools) -> Bools:
    """(P,) optional projects that no longer reach the minimum coverage (R10)."""
    problem, projects = kept.problem, len(kept.problem.weight)
    met = np.zeros_like(asked)
    np.add.at(met, (kept.demand, kept.week), kept.hours)
    covered = np.bincount(problem.project_of, np.minimum(met, asked).sum(axis=1), projects)
    wanted = np.bincount(problem.project_of, problem.asked.sum(axis=1), projects)
    lacking: Bools = problem.optional & selected & (covered < problem.minimum_coverage * wanted - CENT)
    return lacking
