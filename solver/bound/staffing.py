"""Every choice that the relaxation leaves to the projects, laid out flat for the compiled bound (solver.bound.pricing)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from solver.objective import firm_points
from solver.problem import Floats, Ints, Problem
from solver.residual import Residual, hourly, joining, staying


class Staffing(NamedTuple):
    """Every choice of every project, flat.

    Option o is one delay of the project project[o]; it earns `earned` by firm bookings less the cost of the delay, and
    has the entries entry[o, 0] to entry[o, 1]: the demands with hours still asked. weight (P,) is the projects',
    optional (P,) and required (P,) hours are R10's. Of entry n, starts (n + 1, 2) says
    where its rows begin in `week`, `need` and in `person`, `booked`, `hourly` (points that an hour of the person costs),
    `joining` (points that the assignment costs), `stays` (row of `stay` (rows, T), the hours of the current plan, or -1);
    points (n,) an hour, team (n,) people that may join. kept (1,): points for an hour that stays where it is; room (R, T)
    hours; fixed (1,): points of the firm bookings that no choice changes.
    """

    project: Ints
    entry: Ints
    earned: Floats
    weight: Floats
    optional: Ints
    required: Floats
    starts: Ints
    week: Ints
    need: Floats
    person: Ints
    booked: Ints
    points: Floats
    hourly: Floats
    joining: Floats
    stays: Ints
    stay: Floats
    kept: Floats
    team: Ints
    room: Floats
    fixed: Floats


def staffing(problem: Problem, left: Residual) -> Staffing:
    """The choices of all projects, with the people who could do something for each demand."""
    by_project = np.argsort(problem.project_of, kind="stable").astype(np.int64)
    least, most = problem.earliest, np.maximum(np.minimum(problem.latest, problem.shape[2]), problem.earliest)
    tried = range(int(most.max(initial=0)) + 1)
    allowed = [((least <= s) & (s <= most))[problem.project_of[by_project]] for s in tried]
    passes = [_entries(problem, left, by_project[allowed[s]], s) for s in tried]
    before = np.concatenate([[0], np.cumsum([len(part.demand) for part in passes])])
    options = np.array([(p, s) for p in range(len(problem.weight)) for s in range(int(least[p]), int(most[p]) + 1)], np.int64).reshape(
        -1, 2
    )
    entry, earned = np.zeros((len(options), 2), np.int64), np.zeros(len(options))
    for s, part in enumerate(passes):
        here = options[:, 1] == s
        mine = options[here, 0]
        projects = problem.project_of[part.demand]
        entry[here] = before[s] + np.stack([np.searchsorted(projects, mine), np.searchsorted(projects, mine, "right")], axis=1)
        earned[here] = part.earned[mine]
    asked = np.bincount(problem.project_of, problem.asked.sum(axis=1), minlength=len(problem.weight)).astype(np.float64)
    demand = np.concatenate([part.demand for part in passes])
    person = np.concatenate([part.person for part in passes])
    booked = np.concatenate([part.booked for part in passes])
    of_pair = np.repeat(demand, np.concatenate([part.lengths[:, 1] for part in passes]))
    rows, stay = staying(problem, left)
    firm = float(problem.aim_points @ np.minimum(problem.asked, problem.booked_met).sum(axis=1))
    return Staffing(
        project=options[:, 0],
        entry=entry,
        earned=earned,
        weight=problem.aims,
        optional=problem.optional.astype(np.int64),
        required=problem.minimum_coverage * asked,
        starts=np.concatenate([np.zeros((1, 2), np.int64), np.cumsum(np.concatenate([part.lengths for part in passes]), axis=0)]),
        week=np.concatenate([part.week for part in passes]),
        need=np.concatenate([part.need for part in passes]),
        person=person,
        booked=booked,
        points=problem.aim_points[demand],
        hourly=hourly(problem, of_pair, person),
        joining=joining(problem, of_pair, booked == 1, rows[of_pair, person] >= 0),
        stays=rows[of_pair, person],
        stay=np.vstack([stay, np.zeros((1, stay.shape[1]))]),
        kept=np.array([problem.terms.moved_hour]),
        team=left.team[demand],
        room=left.room,
        fixed=np.array([firm_points(problem) - firm]),
    )


@dataclass(frozen=True, slots=True)
class _Entries:
    """Demands at one delay: demand (n,), lengths (n, 2) of their rows of weeks and people, the rows, and earned (P,)."""

    demand: Ints
    lengths: Ints
    week: Ints
    need: Floats
    person: Ints
    booked: Ints
    earned: Floats


def _entries(problem: Problem, left: Residual, demands: Ints, delay: int) -> _Entries:
    """What the demands, in the order of their projects, still ask beside the firm bookings when delayed (R2, R4, R8)."""
    weeks = problem.shape[2]
    asked = np.pad(problem.asked[demands], ((0, 0), (delay, 0)))[:, :weeks]
    need = np.maximum(asked - problem.booked_met[demands], 0.0)
    need[:, : problem.open_from] = 0.0
    meets = (need > 0).astype(np.float32) @ (left.room > 0).astype(np.float32).T > 0
    stays = problem.terms.moved_hour > 0 or problem.terms.changed_assignment > 0  # who stays on work of no weight may gain by it
    suitable = problem.eligible[demands] & meets & ((problem.aim_points[demands] > 0) | stays)[:, None]
    booked = np.zeros(problem.eligible.shape, np.bool_)
    booked[left.held[:, 0], left.held[:, 1]] = True
    gains = suitable.any(axis=1)
    pair, cell = np.nonzero(suitable[gains]), np.nonzero(need[gains] > 0)
    kept, projects = demands[gains], len(problem.weight)
    firm = problem.aim_points[demands] * np.minimum(asked, problem.booked_met[demands]).sum(axis=1)
    weighted = np.bincount(problem.project_of, problem.aim_points * problem.asked.sum(axis=1), minlength=projects)
    return _Entries(
        demand=kept,
        lengths=np.stack([np.bincount(index[0], minlength=len(kept)) for index in (cell, pair)], axis=1).astype(np.int64),
        week=cell[1].astype(np.int64),
        need=need[gains][cell],
        person=pair[1].astype(np.int64),
        booked=booked[kept][pair].astype(np.int64),
        earned=np.bincount(problem.project_of[demands], firm, minlength=projects) - problem.delay_cost * delay * weighted,
    )
