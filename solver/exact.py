"""The last step for small cases: the whole model solved by an engine, from the best plan found, to the end or a limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from solver.engines import Answer, Limits, Outcome, solved
from solver.formulation import Cell, Model, start_of, whole_model
from solver.improve import FreeHours
from solver.layout import HUNDREDTHS, floored
from solver.problem import Ints, Problem
from solver.residual import Residual

SMALL_ENOUGH = 2500
"""Most cells of a case that is given to an engine as a whole: beyond, its first relaxation alone takes too long."""
LEAST_HUNDREDTHS = 1


@dataclass(frozen=True, slots=True)
class Finished:
    """What the engine made of the whole model.

    Free hours (None where it found no plan), projects taken in, and the points that it proved no plan exceeds.
    """

    hours: FreeHours | None
    selected: Ints
    bound: float
    outcome: Outcome


def finished(problem: Problem, left: Residual, hours: FreeHours, selected: Ints, engine: str, limits: Limits) -> Finished:
    """Solve the whole model from a plan; its free hours and selection are where the engine starts."""
    model = whole_model(problem, left)
    if not model.hours:
        return Finished(None, selected, left.fixed, Outcome.OPTIMAL)
    keys = zip(hours.demand.tolist(), hours.resource.tolist(), hours.week.tolist(), strict=True)
    known = dict(zip(keys, (hours.hundredths / HUNDREDTHS).tolist(), strict=True))
    start = start_of(model, problem, left, known, selected.astype(float))
    answer = solved(model.problem, engine, start, limits)
    bound = left.fixed - answer.bound
    if not answer.values:
        return Finished(None, selected, bound, answer.outcome)
    return Finished(_free_hours(model, left, answer), _selected(model, selected, answer.values), bound, answer.outcome)


def _free_hours(model: Model, left: Residual, answer: Answer) -> FreeHours:
    """The engine's hours in whole hundredths, the nearest ones.

    Within its tolerance 40 h may stand as 39.99998 h and a sliver elsewhere. Where a sum would then pass what is asked
    or free, the last cell gives back what is too much.
    """
    room, need = floored(left.room), floored(left.need)
    rows: list[tuple[int, int, int, int]] = []
    for (d, r, t), variable in model.hours.items():
        hundredths = min(round(answer.values[variable.name] * HUNDREDTHS), int(room[r, t]), int(need[d, t]))
        if hundredths >= LEAST_HUNDREDTHS and _meant(model, answer.values, (d, r, t)):
            room[r, t] -= hundredths
            need[d, t] -= hundredths
            rows.append((d, r, t, hundredths))
    table = np.array(rows, np.int64).reshape(-1, 4)
    return FreeHours(table[:, 0], table[:, 1], table[:, 2], table[:, 3])


def _meant(model: Model, values: Mapping[str, float], cell: Cell) -> bool:
    """Whether the whole numbers behind a cell say that it is worked: slivers below the engine's tolerance are dropped."""
    d, r, _ = cell
    return all(values[variable.name] > 0.5 for variable in (model.assigned.get((d, r)), model.works.get(cell)) if variable is not None)


def _selected(model: Model, selected: Ints, values: Mapping[str, float]) -> Ints:
    chosen = selected.copy()
    for p, variable in model.taken.items():
        chosen[p] = round(values[variable.name])
    return chosen
