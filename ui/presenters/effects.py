"""What a scenario would do, for whoever decides on it: figures before and after, and what becomes of every project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.entities import Id, Scenario, ScenarioStatus
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing.measures import Measure, MeasureRow
from planner.comparing.rows import ProjectSide
from planner.scenarios.effects import Effects, ProjectEffect, Since, effects, stale, study_of
from ui.presenters.comparing import difference_text, figure_text, measure_name, standing_words
from ui.presenters.formats import Formats
from ui.presenters.moments import when
from ui.presenters.saying import listed, translate

TOLD = (
    Measure.VALUE,
    Measure.COVERAGE,
    Measure.WEIGHTED,
    Measure.MET,
    Measure.PROJECTS_IN,
    Measure.DELAYED,
    Measure.WEEKS_LATE,
    Measure.OVER,
    Measure.DELIVERED,
    Measure.COST,
    Measure.MOVED,
)
"""The figures that a decision is made by."""

SINCE = {
    Since.RECORD: translate("Effects", "the plan of record has changed"),
    Since.SCENARIO: translate("Effects", "the scenario has changed"),
    Since.PLANS: translate("Effects", "there are newer plans"),
}
SHARE = 0.0005
"""Shares that differ by less are the same to the eye."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure or project; `mark` is good, bad or nothing."""

    name: str
    says: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """The effects that a scenario has attached, in words; `since` says why they are out of date, "" where they are not."""

    at: dt.datetime | None
    since: str
    figures: tuple[Line, ...]
    own: tuple[Line, ...]
    others: tuple[Line, ...]
    note: str = ""


def attached(
    record: Portfolio, wanted: Portfolio, scenario_id: Id, plans: tuple[Plan | None, Plan | None], formats: Formats
) -> Attached | None:
    """What was worked out of a scenario last, None where nothing was; `plans` are the latest of the plan of record and of the scenario."""
    study = study_of(record, scenario_id)
    found = effects(study) if study is not None else None
    if found is None:
        return None
    latest, tried = plans
    in_force = record.settings.plan_of_record_id or (latest.id if latest else None)
    since = stale(found, record, wanted, (in_force, tried.id if tried else None))
    return Attached(
        found.made_at,
        listed([SINCE[each] for each in since]),
        tuple(_figures(found, formats)),
        tuple(_project(each, formats) for each in found.projects if each.own),
        tuple(_project(each, formats) for each in found.others if _says(each, formats)),
        _note(found),
    )


def stood(of: Attached, now: dt.datetime, formats: Formats) -> str:
    """When it was worked out, and whether it still holds."""
    at = when(of.at, now, formats) if of.at else ""
    if of.since:
        return translate("Effects", "Worked out {when}; since then {changes}").format(when=at, changes=of.since)
    return translate("Effects", "Worked out {when}, up to date").format(when=at)


def asked(scenario: Scenario, *, known: bool) -> str:
    """What is said where no effects are attached, or while a decision is awaited."""
    if scenario.status is ScenarioStatus.PROPOSED and not known:
        return translate("Effects", "It waits for approval, and its effects are not worked out yet.")
    if scenario.status is ScenarioStatus.PROPOSED:
        return translate("Effects", "It waits for approval.")
    if known:
        return ""
    return translate("Effects", "Propose it for approval: what it does to value, cost, dates and every other project is worked out then.")


def warning_before(of: Attached | None) -> str:
    """What somebody who approves should know of the figures; "" where they are there and hold."""
    if of is None:
        return translate("Effects", "Its effects were never worked out.")
    return translate("Effects", "Its effects are out of date: {changes}.").format(changes=of.since) if of.since else ""


def _note(found: Effects) -> str:
    before, after = found.current
    if before and after:
        return ""
    return translate("Effects", "A plan that it was worked out by was out of date; solve both for figures to rely on.")


def _figures(found: Effects, formats: Formats) -> Iterator[Line]:
    for row in found.figures:
        if row.measure not in TOLD:
            continue
        if row.measure is Measure.MOVED:
            yield Line(measure_name(row), figure_text(row.figures[1], row.meaning.form, formats))
        elif row.difference(1):
            yield Line(measure_name(row), _beside(row, formats), {True: "good", False: "bad", None: ""}[row.is_better(1)])


def _beside(row: MeasureRow, formats: Formats) -> str:
    was, now = (figure_text(figure, row.meaning.form, formats) for figure in row.figures)
    return translate("Effects", "{was} → {now} ({difference})").format(
        was=was, now=now, difference=difference_text(row.difference(1), row.meaning.form, formats)
    )


def _project(each: ProjectEffect, formats: Formats) -> Line:
    return Line(each.name, _says(each, formats) or translate("Effects", "as before"), _mark(each))


def _mark(each: ProjectEffect) -> str:
    before, after = each.before, each.after
    if before is None or after is None or before.takes_part != after.takes_part:
        return "good" if after is not None and after.takes_part else "bad"
    more = (after.coverage or 0.0) - (before.coverage or 0.0)
    return "" if abs(more) < SHARE else "good" if more > 0 else "bad"


def _says(each: ProjectEffect, formats: Formats) -> str:
    """What becomes of a project; "" where only hours change hands."""
    before, after = each.before, each.after
    if before is None or after is None:
        return translate("Effects", "only in the plan of record") if after is None else translate("Effects", "only in the scenario")
    both = before.takes_part and after.takes_part
    return ", ".join([*standing_words(before, after, formats), *(_covered(before, after, formats) if both else ())])


def _covered(before: ProjectSide, after: ProjectSide, formats: Formats) -> Iterator[str]:
    if before.coverage is not None and after.coverage is not None and abs(after.coverage - before.coverage) >= SHARE:
        was, now = (formats.percent(each, 1) for each in (before.coverage, after.coverage))
        yield translate("Effects", "coverage {was} → {now}").format(was=was, now=now)
