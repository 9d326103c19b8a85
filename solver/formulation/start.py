"""A known plan as the value of every variable of the whole model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from solver.formulation.ground import Cell, Pair
from solver.formulation.model import Model


@dataclass(frozen=True, slots=True)
class Known:
    """A plan beside the firm bookings: free hours by (d, r, t), whether each project takes part, and its delay."""

    hours: Mapping[Cell, float]
    selected: tuple[bool, ...]
    delay: tuple[int, ...]


def start_of(model: Model, known: Known) -> dict[str, float]:
    """Every variable by name as the plan sets it, each inside its bounds."""
    hours, ground = known.hours, model.ground
    project_of = ground.problem.project_of
    load: dict[Pair, float] = defaultdict(float)
    for (_, r, t), given in hours.items():
        load[r, t] += given
    pairs = {(d, r) for d, r, _ in hours}
    projects = {(r, int(project_of[d]), t) for d, r, t in hours}
    start = {variable.name: hours.get(cell, 0.0) for cell, variable in model.hours.items()}
    start |= {variable.name: float(pair in pairs) for pair, variable in model.assigned.items()}
    start |= {variable.name: float(cell in hours) for cell, variable in model.works.items()}
    start |= {variable.name: float(key in projects) for key, variable in model.on_project.items()}
    start |= {variable.name: load[r, t] - float(ground.left.regular[r, t]) for (r, t), variable in model.over.items()}
    start |= {variable.name: float(known.selected[p] and known.delay[p] == s) for (p, s), variable in model.chosen.items()}
    start |= {variable.name: model.most[variable.name] - hours.get(cell, 0.0) for cell, variable in model.moved.items()}
    start |= _continuity(model, known)
    return {name: min(max(start.get(name, 0.0), 0.0), most) for name, most in model.most.items()}


def _continuity(model: Model, known: Known) -> dict[str, float]:
    """Who is where week by week, and who was there in the last week worked."""
    ground, firm = model.ground, model.ground.problem.firm
    there: dict[Pair, set[int]] = defaultdict(set)
    booked = zip(firm.demand.tolist(), firm.resource.tolist(), firm.week.tolist(), strict=True)
    for d, r, t in (*known.hours, *(cell for cell in booked if ground.present(cell))):
        there[d, t].add(r)
    start: dict[str, float] = {variable.name: float(bool(there[at])) for at, variable in model.present.items()}
    latest: dict[int, set[int]] = {}
    for d, t in sorted({*model.present, *there}):
        if there[d, t] and d in latest:
            start |= {model.joins[d, r, t].name: 1.0 for r in there[d, t] - latest[d] if (d, r, t) in model.joins}
        latest |= {d: there[d, t]} if there[d, t] else {}
        start |= {model.latest[d, r, t].name: 1.0 for r in latest.get(d, ()) if (d, r, t) in model.latest}
        if (d, t) in model.begun:
            start[model.begun[d, t].name] = float(d in latest)
    return start
