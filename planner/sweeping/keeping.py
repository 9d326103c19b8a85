"""A sweep as a study of the file: the question as text, and the figures of every point. Plans are those of the session alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from data.edits import Change, Edit
from data.entities import Id, Study, StudyKind, new_id
from data.errors import PlannerError
from data.plan import PlanStatus
from data.portfolio import Kind, Portfolio
from data.records import compact_json
from planner.comparing.measures import Measure
from planner.plans import fingerprint
from planner.scenarios.resolving import resolve
from planner.sweeping.points import Point, Swept
from planner.sweeping.question import NoSweepError, Sweep
from planner.sweeping.reading import read_axis
from planner.sweeping.wording import point_values, question_values
from solver.control import Options


def keeping(record: Portfolio, portfolio: Portfolio, swept: Swept) -> tuple[Id, Edit]:
    """The study that keeps what came of a sweep of the portfolio, in the place of the same question asked of the same, and the edit for it."""
    question = compact_json(question_values(swept))
    answer = compact_json({"points": point_values(swept), "ended": swept.ended})
    mark = fingerprint(portfolio)
    there = next((each for each in studies(record) if (each.question, each.fingerprint) == (question, mark)), None)
    name = " × ".join(axis.input.heading for axis in swept.sweep.axes)
    study = Study(new_id() if there is None else there.id, name, StudyKind.SWEEP, question, answer, mark, portfolio.scenario_id)
    return study.id, Edit(f"Sweep {name}", (Change(Kind.STUDY, study.id, there, study),) if study != there else ())


def studies(record: Portfolio) -> Iterator[Study]:
    """The sweeps that are kept, oldest first."""
    return (study for study in record.studies.values() if study.kind is StudyKind.SWEEP)


def read(study: Study) -> Swept:
    """The sweep that a study tells of. Raises NoSweepError where it cannot be read, as one of a newer version may not."""
    try:
        question, answer = json.loads(study.question), json.loads(study.answer)
        sweep = Sweep(tuple(read_axis(text) for text in question["vary"]))
        options = Options(question["time_limit"], question["effort"], question["gap"], question["seed"])
        by_figures = {tuple(map(float, told["at"])): told for told in answer["points"]}
        points = tuple(_point(place, by_figures[sweep.figures(place)]) for place in sweep.places)
        return Swept(sweep, options, question["policy"] or "", points, str(answer["ended"]))
    except (KeyError, TypeError, ValueError, PlannerError) as wrong:
        raise NoSweepError(f"The sweep “{study.name}” cannot be read; remove it, and sweep again.") from wrong


def _point(place: tuple[int, ...], told: Mapping[str, Any]) -> Point:  # Any: what JSON holds
    known = {each.value: each for each in Measure}
    measures = {known[name]: figure for name, figure in told["figures"].items() if name in known}
    status = PlanStatus(told["status"]) if told["status"] else None
    return Point(place, str(told["why"]), bound=told["bound"], status=status, measures=MappingProxyType(measures))


def base(record: Portfolio, scenario_id: Id | None) -> Portfolio | None:
    """The portfolio that was swept, as it is today; None where its scenario is gone."""
    if scenario_id is None:
        return record
    return resolve(record, scenario_id).portfolio if scenario_id in record.scenarios else None


def is_current(study: Study, record: Portfolio) -> bool:
    """Whether what was swept is still the same."""
    portfolio = base(record, study.scenario_id)
    return portfolio is not None and fingerprint(portfolio) == study.fingerprint
