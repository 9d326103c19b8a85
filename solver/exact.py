"""The last step for small cases: the whole model solved by an engine, from the best plan found, to the end or a limit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from solver.engines import Answer, Limits, Outcome, solved
from solver.formulation import Cell, Known, Model, size, start_of, whole_model
from solver.problem import Ints, Problem
from solver.residual import Residual
from solver.search.improve import FreeHours
from solver.search.layout import HUNDREDTHS, floored

SMALL_ENOUGH = 2500
"""Greatest size of a case that is given to an engine as a whole: beyond, its first relaxation alone takes too long."""
CELLS_PER_NODE = 40
"""The greatest size for each node allowed: beyond, the limit of work is reached before anything is proved."""
LEAST_HUNDREDTHS = 1


@dataclass(frozen=True, slots=True)
class Finished:
    """What the engine made of the whole model.

    Free hours (None where it found no plan), the projects taken in (P,) and the weeks each is delayed by (P,), and the
    points that it proved the objective of no plan exceeds. `why` says what kept it from answering, where anything did.
    """

    hours: FreeHours | None
    selected: Ints
    delay: Ints
    bound: float
    outcome: Outcome
    why: str = ""


def finished(
    problem: Problem, left: Residual, hours: FreeHours, selected: Ints, engine: str, limits: Limits, delay: Ints | None = None
) -> Finished:
    """Solve the whole model from a plan; its free hours, selection and delays (None for none) are where the engine starts."""
    delayed = np.zeros_like(selected) if delay is None else delay.copy()
    if limits.nodes is not None and size(problem, left) > CELLS_PER_NODE * limits.nodes:
        return Finished(None, selected, delayed, math.inf, Outcome.NOTHING, "the case is too large for this effort")
    model = whole_model(problem, left)
    for p, (first, *more) in enumerate(model.ground.delays):
        if selected[p] and not more:
            delayed[p] = first
    if not model.most:
        return Finished(None, selected, delayed, model.constant, Outcome.OPTIMAL)
    keys = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), strict=True)
    given = dict(zip(keys, (hours.hundredths / HUNDREDTHS).tolist(), strict=True))
    start = start_of(model, Known(given, tuple(bool(p) for p in selected), tuple(delayed.tolist())))
    answer = solved(model.problem, engine, start, limits)
    bound = model.constant - answer.bound
    if not answer.values:
        return Finished(None, selected, delayed, bound, answer.outcome, answer.why)
    taken, weeks = _chosen(model, selected, delayed, answer.values)
    return Finished(_free_hours(model, taken, weeks, answer), taken, weeks, bound, answer.outcome, answer.why)


def _chosen(model: Model, selected: Ints, delay: Ints, values: Mapping[str, float]) -> tuple[Ints, Ints]:
    """(P,) projects that take part and (P,) their delays; as they were where the model has no choice."""
    taken, weeks = selected.copy(), delay.copy()
    for p in {p for p, _ in model.chosen}:
        taken[p] = weeks[p] = 0
    for (p, s), variable in model.chosen.items():
        if values[variable.name] > 0.5:
            taken[p], weeks[p] = 1, s
    return taken, weeks


def _free_hours(model: Model, taken: Ints, weeks: Ints, answer: Answer) -> FreeHours:
    """The engine's hours in whole hundredths, the nearest ones.

    Within its tolerance 40 h may stand as 39.99998 h and a sliver elsewhere. Where a sum would then pass what is asked
    or free, the last cell gives back what is too much.
    """
    ground = model.ground
    room, need = floored(ground.left.room), {s: floored(hours) for s, hours in ground.need.items()}
    rows: list[tuple[int, int, int, int]] = []
    for (d, r, t), variable in model.hours.items():
        p = int(ground.problem.project_of[d])
        if not taken[p] or not _meant(model, answer.values, (d, r, t)):
            continue
        still = need[int(weeks[p])]
        hundredths = min(round(answer.values[variable.name] * HUNDREDTHS), int(room[r, t]), int(still[d, t]))
        if hundredths >= LEAST_HUNDREDTHS:
            room[r, t] -= hundredths
            still[d, t] -= hundredths
            rows.append((d, r, t, hundredths))
    table = np.array(rows, np.int64).reshape(-1, 4)
    return FreeHours(table[:, 0], table[:, 1], table[:, 2], table[:, 3])


def _meant(model: Model, values: Mapping[str, float], cell: Cell) -> bool:
    """Whether the whole numbers behind a cell say that it is worked: slivers below the engine's tolerance are dropped."""
    d, r, _ = cell
    return all(values[variable.name] > 0.5 for variable in (model.assigned.get((d, r)), model.works.get(cell)) if variable is not None)
