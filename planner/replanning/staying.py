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
    """R5: the people with most hours on a demand stay, those firmly booked before all others."""
    problem, resources = kept.problem, kept.problem.shape[0]
    booked = np.unique(problem.firm.demand * resources + problem.firm.resource)
    pairs, row = np.unique(kept.demand * resources + kept.resource, return_inverse=True)
    hours = np.bincount(row, kept.hours, len(pairs))
    held = np.isin(pairs, booked)
    absent = booked[~np.isin(booked, pairs)] // max(resources, 1)
    left = problem.max_people - np.bincount(absent, minlength=problem.shape[1])
    return kept.only(
        (_rank(pairs // max(resources, 1), np.where(held, np.inf, hours)) < left[pairs // max(resources, 1)])[row] & (hours > 0)[row]
    )


def _projects(kept: _Kept) -> _Kept:
    """R6: the projects of greatest worth stay in a resource's week, those firmly booked before all others."""
    problem, (_, _, weeks) = kept.problem, kept.problem.shape
    projects = max(1, len(problem.weight))
    firm = problem.firm
    booked = np.unique((firm.resource * weeks + firm.week) * projects + problem.project_of[firm.demand])
    triples, row = np.unique((kept.resource * weeks + kept.week) * projects + kept.project, return_inverse=True)
    worth = np.bincount(row, kept.hours * problem.points[kept.demand], len(triples))
    held = np.isin(triples, booked)
    absent = booked[~np.isin(booked, triples)] // projects
    left = np.repeat(problem.max_projects, weeks) - np.bincount(absent, minlength=problem.shape[0] * weeks)
    return kept.only((_rank(triples // projects, np.where(held, np.inf, worth)) < left[triples // projects])[row])


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
