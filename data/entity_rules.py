"""What one entity must obey by itself: ranges, dates in order, text that a file and a sheet can hold.

The ranges are those of the portfolio workbook (docs/workbook.md). A rule takes a value that is not None and answers
None, or (what stands there, what would be right).
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from data.entities import (
    Absence,
    Baseline,
    Booking,
    Calendar,
    Demand,
    DemandWeek,
    Dependency,
    Entity,
    Estimate,
    Holiday,
    Policy,
    Project,
    Resource,
    Scenario,
    ScenarioChange,
    Settings,
    Study,
    scenario_change_id,
)

Problem = tuple[str, str, str]
"""Field, what stands there, what would be right."""

Rule = Callable[[Any], tuple[str, str] | None]  # each rule is only ever given the type of its own field

MOST = 1e14
"""Greatest figure: a four-decimal figure beyond it no longer fits the whole numbers of the file."""

MOST_WEEKS = 520
MOST_COUNT = 1_000_000
"""Greatest limit of people or projects: more than any portfolio has, and what the optimiser takes for no limit."""

MOST_LETTERS = 32_767
"""What one cell of a spreadsheet holds."""

MOST_STUDY_LETTERS = 4_000_000
"""What a study may say: some hundred points with all their figures are a tenth of it."""

MOST_EFFORT = 1000
"""Percent of what is asked that a project's effort may come to."""

FIRST_YEAR, LAST_YEAR = 1950, 2200
"""Years in which a portfolio may start, so that 520 weeks of dates exist and a mistyped year is seen."""

FIRST_DAY = dt.date(1900, 1, 1)
"""Spreadsheets know no earlier date."""

_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("[\t\n\x85\u2028\u2029]")
_ROLE_MARKS = re.compile("[;:]")


def _shown(figure: float) -> str:
    return f"{figure:g}" if abs(figure) < 1e6 else f"{figure:,.4f}".rstrip("0").rstrip(".")


def figure(least: float = -MOST, most: float = MOST) -> Rule:
    """A finite number of at most four decimals from `least` to `most`, both inclusive."""
    right = f"type {_shown(least)} or more" if most == MOST else f"type a number from {_shown(least)} to {_shown(most)}"

    def rule(value: float) -> tuple[str, str] | None:
        if least <= value <= most and round(value * 10_000) / 10_000 == value:
            return None
        if not math.isfinite(value):
            return f"is {value}, which is no number", "type a number such as 7.5"
        if abs(value) > MOST:
            return f"is {value:g}", f"type a number up to {MOST:g}"
        if not least <= value <= most:
            return f"is {_shown(value)}", right
        return f"is {value!r}", "type at most four decimals"

    return rule


def percent(*, fraction: bool = False) -> Rule:
    """Percent points from 0 to 100; a value between 0 and 1 is taken for a fraction by mistake unless `fraction`."""
    inside = figure(0, 100)

    def rule(value: float) -> tuple[str, str] | None:
        if not fraction and 0 < value < 1:
            return f"is {_shown(value)}, which reads like a fraction", f"type {_shown(value * 100)} for {_shown(value * 100)} %"
        return inside(value)

    return rule


def above_zero(value: float) -> tuple[str, str] | None:
    return ("is 0", "type more than 0") if value == 0 else figure(0)(value)


def whole(least: int, most: int) -> Rule:
    """A whole number from `least` to `most`, both inclusive."""

    def rule(value: float) -> tuple[str, str] | None:
        if isinstance(value, int) and least <= value <= most:
            return None
        return f"is {value}", f"type a whole number from {least} to {most}"

    return rule


def text(value: str) -> tuple[str, str] | None:
    """Text without space around it, and of what files and sheets can hold."""
    if value != value.strip():
        return f"is “{value}”, with space around it", "take the space away"
    if sign := _NO_TEXT.search(value):
        return f"holds the sign U+{ord(sign[0]):04X}, which no sheet can hold", "take it out"
    if len(value) > MOST_LETTERS:
        return f"has {len(value):,} letters", f"keep to {MOST_LETTERS:,}"
    return None


def json_object(value: str) -> tuple[str, str] | None:
    """Text that is one JSON object."""
    if len(value) > MOST_STUDY_LETTERS:
        return f"has {len(value):,} letters", f"keep to {MOST_STUDY_LETTERS:,}"
    try:
        read = json.loads(value)
    except (ValueError, RecursionError):
        read = None
    return None if isinstance(read, dict) else ("is not what a study says", "remove this study, and ask again")


def name(value: str) -> tuple[str, str] | None:
    """Text of one line that is not blank."""
    if not value.strip():
        return "is blank", "give it a name"
    if _LINE_BREAKS.search(value):
        return "holds a line break or a tab", "write it in one line"
    return text(value)


def day(value: dt.date) -> tuple[str, str] | None:
    return (f"is {value}", f"type a date from {FIRST_DAY} on") if value < FIRST_DAY else None


def monday(value: dt.date) -> tuple[str, str] | None:
    if value.weekday() == 0:
        return day(value)
    return f"is {value}, a {value:%A}", f"type a Monday such as {value - dt.timedelta(days=value.weekday())}"


def first_day(value: dt.date) -> tuple[str, str] | None:
    if FIRST_YEAR <= value.year < LAST_YEAR:
        return None
    return f"is {value}", f"type a date from {FIRST_YEAR} to {LAST_YEAR - 1}"


def working_days(value: tuple[int, ...]) -> tuple[str, str] | None:
    if not value:
        return "has no day", "name at least one, such as Mon-Fri"
    if list(value) != sorted(set(value) & set(range(7))):
        return f"is {value}", "name each day of the week once, in order, Monday being 0"
    return None


def roles_held(value: tuple[tuple[str, int], ...]) -> tuple[str, str] | None:
    """Each a name that the sheet's own marks do not cut, and a level."""
    for role, level in value:
        if _ROLE_MARKS.search(role):
            return f"holds the role “{role}”", "name the role without : and ;"
        if trouble := name(role):
            return f"holds “{role}: {level}”, whose role {trouble[0]}", trouble[1]
        if trouble := whole(1, 5)(level):
            return f"holds “{role}: {level}”, whose level {trouble[0]}", trouble[1]
    return None


_level, _cost, _limit = whole(1, 5), figure(0), whole(0, MOST_COUNT)

RULES: Mapping[type[Entity], Mapping[str, Rule]] = MappingProxyType(
    {
        Settings: {
            "start": first_day,
            "weeks": whole(1, MOST_WEEKS),
            "name": name,
            "standard_week": above_zero,
            "minimum_block": figure(0),
            "minimum_coverage": percent(),
            "assignment_cost": _cost,
            "overtime_cost": _cost,
            "delay_cost": percent(fraction=True),
            "currency": text,
        },
        Calendar: {"name": name, "working_days": working_days, "country": text, "subdivision": text},
        Holiday: {"day": day, "name": text},
        Resource: {
            "name": name,
            "role": name,
            "level": _level,
            "other_roles": roles_held,
            "team": text,
            "hours_per_week": figure(0),
            "available_from": day,
            "available_to": day,
            "project_share": percent(),
            "max_projects": _limit,
            "overtime": figure(0),
            "cost_per_hour": _cost,
        },
        Absence: {"first": day, "last": day, "percent": percent(), "reason": text},
        Project: {
            "name": name,
            "priority": _level,
            "weight": figure(0),
            "start": day,
            "finish": day,
            "max_delay": whole(0, MOST_WEEKS),
            "value": figure(),
            "budget": _cost,
            "programme": text,
            "manager": text,
        },
        Demand: {
            "name": name,
            "role": name,
            "start": day,
            "finish": day,
            "phase": text,
            "min_level": _level,
            "hours_per_week": figure(0),
            "total_hours": figure(0),
            "fte": figure(0),
            "max_people": _limit,
        },
        DemandWeek: {"week": monday, "hours": figure(0)},
        Booking: {"week": monday, "hours": figure(0)},
        Dependency: {"lag_weeks": whole(-MOST_WEEKS, MOST_WEEKS)},
        Policy: {"name": name, **dict.fromkeys(("overtime", "cost", "fit", "continuity", "moved", "changed"), _cost)},
        Estimate: {**dict.fromkeys(("low", "likely", "high"), figure(0, MOST_EFFORT)), "win": percent()},
        Scenario: {"name": name, "note": text, "owner": text},
        ScenarioChange: {},
        Baseline: {"name": name, "note": text, "plan_id": name},
        Study: {"name": name, "question": json_object, "answer": json_object, "fingerprint": text},
    }
)

SPANS: Mapping[type[Entity], tuple[str, str]] = MappingProxyType(
    {
        Resource: ("available_from", "available_to"),
        Absence: ("first", "last"),
        Project: ("start", "finish"),
        Demand: ("start", "finish"),
    }
)
"""First and last day of what has both; the last is on or after the first."""

AMOUNTS = ("hours_per_week", "total_hours", "fte")


def entity_problems(entity: Entity) -> Iterator[Problem]:
    """What is wrong with one entity by itself: (field, what stands there, what would be right)."""
    kind = type(entity)
    for field, rule in RULES[kind].items():
        value = getattr(entity, field)
        trouble = None if value is None else rule(value)
        if trouble:
            yield field, *trouble
    if kind in SPANS:
        yield from _order(entity, *SPANS[kind])
    if isinstance(entity, Demand):
        yield from _amounts(entity)
    if isinstance(entity, Dependency) and entity.predecessor_id == entity.successor_id:
        yield "successor_id", "is the predecessor itself", "name another project"
    if isinstance(entity, Estimate):
        yield from _in_order(entity)
    if isinstance(entity, ScenarioChange):
        yield from _what_it_changes(entity)


def _order(entity: Entity, first_field: str, last_field: str) -> Iterator[Problem]:
    first, last = getattr(entity, first_field), getattr(entity, last_field)
    if first is not None and last is not None and last < first:
        yield last_field, f"is {last}, before {first}", f"type {first} or later"


def _amounts(demand: Demand) -> Iterator[Problem]:
    given = [field for field in AMOUNTS if getattr(demand, field) is not None]
    if len(given) > 1:
        yield given[1], "is a second amount", "keep only one of hours per week, total hours and FTE"


def _in_order(estimate: Estimate) -> Iterator[Problem]:
    if estimate.likely < estimate.low:
        yield "likely", f"is {_shown(estimate.likely)}, below the low {_shown(estimate.low)}", f"type {_shown(estimate.low)} or more"
    if estimate.high < estimate.likely:
        yield "high", f"is {_shown(estimate.high)}, below the likely {_shown(estimate.likely)}", f"type {_shown(estimate.likely)} or more"


def _what_it_changes(change: ScenarioChange) -> Iterator[Problem]:
    """A scenario adds, changes or removes one thing of the plan of record, and what it wants obeys the rules of its kind."""
    before, after = change.before, change.after
    there = after or before
    if there is None or before == after:
        yield "after", "changes nothing", "remove this change"
        return
    if isinstance(there, Scenario | ScenarioChange | Baseline | Study):
        yield "after", "changes a scenario, a baseline or a study", "change that itself"
        return
    if before is not None and type(before) is not type(there):
        yield "after", f"makes a {type(there).__name__.lower()} of a {type(before).__name__.lower()}", "remove this change"
    if isinstance(there, Settings) and (before is None or after is None):
        yield "after", "adds or removes the settings", "change them instead"
    if any(scenario_change_id(change.scenario_id, side) != change.id for side in (before, after) if side is not None):
        yield "id", "is not that of what it changes", "make the change again"
    if after is not None:
        yield from entity_problems(after)
