"""Solved futures as a study of the file: what took long is kept, and what is drawn is drawn again from the same question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from data.edits import Change, Edit
from data.entities import Id, Study, StudyKind, new_id
from data.portfolio import Kind, Portfolio
from data.records import compact_json
from planner.comparing.sides import Side
from planner.futures.hindsight import Hindsight
from planner.futures.question import Question
from planner.plans import fingerprint

LABEL = "Solve futures"


def keeping(record: Portfolio, side: Side, question: Question, best: Sequence[Hindsight]) -> Edit:
    """The edit that keeps the best plans of a side's futures, in the place of those of the same question."""
    asked, mark = _question(side, question), fingerprint(side.portfolio)
    there = next(_studies(record, asked, mark), None)
    answer = compact_json({"solved": [_told(each) for each in best]})
    scenario = side.portfolio.scenario_id
    name = f"Futures of {side.name}" if there is None else there.name
    study = Study(new_id() if there is None else there.id, name, StudyKind.FUTURES, asked, answer, mark, scenario)
    return Edit(LABEL, (Change(Kind.STUDY, study.id, there, study),) if study != there else ())


def kept(record: Portfolio, side: Side, question: Question) -> tuple[Hindsight, ...]:
    """The best plans that are kept of a side's futures; none where it has changed since, or none that can be read."""
    asked = _question(side, question)
    for study in _studies(record, asked, fingerprint(side.portfolio)):
        try:
            return tuple(_read(each) for each in json.loads(study.answer)["solved"])
        except (KeyError, TypeError, ValueError):
            return ()
    return ()


def _studies(record: Portfolio, asked: str, mark: str) -> Iterator[Study]:
    studies = (each for each in record.studies.values() if each.kind is StudyKind.FUTURES)
    return (each for each in studies if each.question == asked and each.fingerprint == mark)


def _question(side: Side, question: Question) -> str:
    """What decides which futures are drawn and from which plan they are solved; how many are solved is part of the answer."""
    drawn = {name: value for name, value in question.as_values().items() if name not in ("solved", "sure")}
    estimates = sorted((each.project_id, each.low, each.likely, each.high, each.win) for each in side.portfolio.estimates.values())
    return compact_json({"plan": side.plan.id, **drawn, "estimates": estimates})


def _told(best: Hindsight) -> dict[str, Any]:  # Any: what JSON holds
    return {"future": best.future, "value": best.value, "bound": best.bound, "projects": sorted(best.projects)}


def _read(told: dict[str, Any]) -> Hindsight:
    return Hindsight(int(told["future"]), float(told["value"]), float(told["bound"]), frozenset(Id(key) for key in told["projects"]))
