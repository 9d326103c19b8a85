"""Plans side by side in the words of the window: figures with differences, and tables of what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from data.entities import Id
from planner.comparing import Comparison, Side
from planner.comparing.choosing import Choice
from planner.comparing.hours import Happened, HourChange
from planner.comparing.loads import Group, Grouped
from planner.comparing.measures import Form, MeasureRow
from planner.comparing.rows import PersonRow, ProjectRow, ProjectSide, WeekRow
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import counted, listed, translate
from ui.presenters.scenarios import signed
from ui.presenters.terms import said

Of = TypeVar("Of")

HAPPENED = {
    Happened.PERSON: translate("Comparing", "To another person"),
    Happened.WEEK: translate("Comparing", "To another week"),
    Happened.BOTH: translate("Comparing", "To another person and week"),
    Happened.ADDED: translate("Comparing", "Added"),
    Happened.REMOVED: translate("Comparing", "Removed"),
}


@dataclass(frozen=True, slots=True)
class Line(Generic[Of]):
    """One row of a table: what it is called, and what it is of."""

    id: Id
    name: str
    of: Of


@dataclass(frozen=True, slots=True)
class ChangeOf:
    """Hours that changed in a side, by its place among the sides."""

    side: int
    project: str
    demand: str
    change: HourChange


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison with its rows; `keys` are those of the choices compared, the first of which all are told against."""

    keys: tuple[str, ...]
    comparison: Comparison
    measures: tuple[Line[MeasureRow], ...]
    projects: tuple[Line[ProjectRow], ...]
    people: tuple[Line[PersonRow], ...]
    weeks: tuple[Line[WeekRow], ...]
    changes: tuple[Line[ChangeOf], ...]


def shown(keys: Sequence[str], found: Comparison, formats: Formats) -> Shown:
    """The rows of a comparison, in any thread."""
    names = found.names
    changes = [
        ChangeOf(side, names.projects[names.project_of[each.demand_id]], names.demands[each.demand_id], each)
        for side, of in enumerate(found.changes, 1)
        for each in of
    ]
    changes.sort(key=lambda each: (each.side, each.project, each.demand))
    return Shown(
        keys=tuple(keys),
        comparison=found,
        measures=tuple(Line(Id(row.name), measure_name(row), row) for row in found.measures),
        projects=tuple(Line(row.key, names.projects[row.key], row) for row in sorted(found.projects, key=_weight_of_project)),
        people=tuple(Line(row.key, names.resources[row.key], row) for row in sorted(found.people, key=lambda row: -max(row.changed))),
        weeks=tuple(Line(Id(row.key.isoformat()), formats.week(row.key), row) for row in found.weeks),
        changes=tuple(Line(Id(str(number)), each.demand, each) for number, each in enumerate(changes)),
    )


def _weight_of_project(row: ProjectRow) -> tuple[float, float]:
    """The most hours met more or less in any side come first, then the most hours that changed."""
    met = [0.0 if side is None else side.met for side in row.sides]
    return -max(abs(each - met[0]) for each in met), -max(row.changed)


def measure_name(row: MeasureRow) -> str:
    if row.priority is None:
        return said(row.measure.value)
    return translate("Comparing", "Coverage of priority {priority}").format(priority=row.priority)


def choice_name(choice: Choice) -> str:
    """The own name of a scenario or baseline; the plans of the plan of record in the language of the window."""
    return choice.name if choice.has_own_name else said(choice.name)


def headline(found: Comparison, formats: Formats) -> str:
    """What differs, of one other side in a sentence, of several in how many."""
    if len(found.sides) < 2:
        return ""
    if found.is_same:
        return translate("Comparing", "No difference: the same projects, people, weeks and hours")
    counts = [
        counted("Comparing", "%n projects", "%n project", len(found.projects), formats.number(len(found.projects))),
        counted("Comparing", "%n people", "%n person", len(found.people), formats.number(len(found.people))),
        counted("Comparing", "%n weeks", "%n week", len(found.weeks), formats.number(len(found.weeks))),
    ]
    differ = translate("Comparing", "{counts} differ from {first}").format(counts=listed(counts), first=found.first.name)
    return f"{differ}; {hours_words(found, 1, formats)}" if len(found.sides) == 2 else differ


def hours_words(found: Comparison, side: int, formats: Formats) -> str:
    """How many hours moved, came and went."""
    moved = found.hours(side, Happened.PERSON, Happened.WEEK, Happened.BOTH)
    parts = (
        (moved, translate("Comparing", "{hours} h moved")),
        (found.hours(side, Happened.ADDED), translate("Comparing", "{hours} h added")),
        (found.hours(side, Happened.REMOVED), translate("Comparing", "{hours} h removed")),
    )
    told = [words.format(hours=formats.hours(figure)) for figure, words in parts if figure]
    return listed(told) or translate("Comparing", "no hours moved")


def about_plan(side: Side, formats: Formats) -> str:
    """Which plan it is: shown on hovering over a side's heading."""
    at = side.plan.solved_at.astimezone()
    told = [
        translate("Comparing", "{status} plan of {day} {time}, gap {gap}").format(
            status=said(side.plan.status.value), day=formats.date(at.date()), time=f"{at:%H:%M}", gap=formats.percent(side.figures.gap, 1)
        )
    ]
    if not side.is_current:
        told.append(translate("Comparing", "out of date: its portfolio has changed since"))
    if side.elsewhere > 0.5:
        gone = translate("Comparing", "{hours} h of it are for what is no longer there")
        told.append(gone.format(hours=formats.hours(side.elsewhere)))
    return "\n".join(told)


def missing(choice: Choice) -> str:
    """What is said of a choice without a plan."""
    return translate("Comparing", "“{name}” has no plan yet; solve it to compare it.").format(name=choice_name(choice))


def group_name(group: Group) -> str:
    return translate("Comparing", "Everybody") if group.by is Grouped.ALL else group.name


def figure_text(figure: float | None, form: Form, formats: Formats) -> str:
    """A figure of a side with its unit, but for points, counts and money."""
    if figure is None:
        return NOTHING
    match form:
        case Form.SHARE:
            return formats.percent(figure, 1)
        case Form.HOURS:
            return f"{formats.hours(figure)} h"
        case Form.FIGURE:
            return formats.number(figure, 2)
    return formats.number(figure)


def difference_text(more: float | None, form: Form, formats: Formats) -> str:
    """A difference with its sign; shares differ by percentage points."""
    if form is Form.SHARE:
        return signed(more, lambda share: translate("Comparing", "{figure} pp").format(figure=formats.number(share * 100, 1)))
    return signed(more, partial(figure_text, form=form, formats=formats))


def project_words(row: ProjectRow, side: int, formats: Formats) -> str:
    """What becomes of a project in a side, against the first."""
    first, other = row.sides[0], row.sides[side]
    if first is None or other is None:
        return "" if first is other else translate("Comparing", "only here") if first is None else translate("Comparing", "not here")
    parts = standing_words(first, other, formats)
    if first.asked != other.asked:
        asks = translate("Comparing", "asks {hours} h instead of {before} h")
        parts.append(asks.format(hours=formats.hours(other.asked), before=formats.hours(first.asked)))
    if row.changed[side]:
        parts.append(translate("Comparing", "{hours} h changed").format(hours=formats.hours(row.changed[side])))
    return ", ".join(parts) or (translate("Comparing", "worth other points") if first != other else "")


def standing_words(first: ProjectSide, other: ProjectSide, formats: Formats) -> list[str]:
    """Whether it takes part, when, and how much it counts."""
    if first.takes_part != other.takes_part:
        return [translate("Comparing", "taken in") if other.takes_part else translate("Comparing", "left out")]
    parts = []
    if first.priority != other.priority:
        instead = translate("Comparing", "priority {priority} instead of {before}")
        parts.append(instead.format(priority=other.priority, before=first.priority))
    if later := other.delay - first.delay:
        count = formats.number(abs(later))
        parts.append(
            counted("Comparing", "%n weeks later", "%n week later", later, count)
            if later > 0
            else counted("Comparing", "%n weeks earlier", "%n week earlier", -later, count)
        )
    elif first.first != other.first or first.last != other.last:
        parts.append(translate("Comparing", "{first} to {last}").format(first=formats.date(other.first), last=formats.date(other.last)))
    return parts
