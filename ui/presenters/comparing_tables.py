"""The tables of a comparison: figures side by side, projects, people and weeks that differ, and every change of hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from planner.comparing.hours import Happened, Place
from planner.comparing.measures import MeasureRow
from planner.comparing.rows import PersonRow, ProjectRow, WeekRow
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.comparing import HAPPENED, ChangeOf, Line, Shown, about_plan, difference_text, figure_text, project_words
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import translate
from ui.presenters.scenarios import signed
from ui.presenters.terms import said

Of = TypeVar("Of")
SAME = 0.005
"""Hours and points below which a difference is none."""


def measure_columns(shown: Shown, formats: Formats) -> list[Column[Line[MeasureRow]]]:
    """The first side's figure, then each other's with its difference."""
    columns: list[Column[Line[MeasureRow]]] = [
        worded("kpi", translate("Comparing", "KPI"), 152, lambda line: line.name, explain=lambda line: said(line.of.meaning.formula)),
        _figure(shown, 0, formats),
    ]
    for side in range(1, len(shown.keys)):
        columns += [_figure(shown, side, formats), _difference(shown, side, formats)]
    return columns


def _figure(shown: Shown, side: int, formats: Formats) -> Column[Line[MeasureRow]]:
    of = shown.comparison.sides[side]
    return Column(
        _key(shown, side),
        of.name,
        _wide(of.name),
        lambda line: figure_text(line.of.figures[side], line.of.meaning.form, formats),
        lambda line: by_figure(line.of.figures[side]),
        about_plan(of, formats),
        numeric=True,
    )


def _difference(shown: Shown, side: int, formats: Formats) -> Column[Line[MeasureRow]]:
    tip = translate("Comparing", "{side} less {first}").format(side=shown.comparison.sides[side].name, first=shown.comparison.first.name)
    return Column(
        f"± {_key(shown, side)}",
        "±",
        76,
        lambda line: difference_text(line.of.difference(side), line.of.meaning.form, formats),
        lambda line: by_figure(line.of.difference(side)),
        tip,
        numeric=True,
        mark=lambda line: _mark(_better(line.of, side, formats)),
        explain=lambda line: _judged(_better(line.of, side, formats)),
    )


def _better(row: MeasureRow, side: int, formats: Formats) -> bool | None:
    """None also where the difference is too small to be written."""
    shown = difference_text(row.difference(side), row.meaning.form, formats)
    return row.is_better(side) if any(sign in "123456789" for sign in shown) else None


def _mark(better: bool | None) -> str:
    return "" if better is None else "good" if better else "bad"


def _judged(better: bool | None) -> str:
    """The word for a difference, since colour is never the only sign."""
    if better is None:
        return ""
    return translate("Comparing", "better") if better else translate("Comparing", "worse")


def project_columns(shown: Shown, formats: Formats) -> list[Column[Line[ProjectRow]]]:
    """What becomes of a project in each side, in words, hours met and points."""
    met = translate("Comparing", "{side}: met h").format(side=shown.comparison.first.name)
    columns: list[Column[Line[ProjectRow]]] = [
        worded("project", translate("Comparing", "Project"), 160, lambda line: line.name, whole=True),
        _hours(f"met {shown.keys[0]}", met, lambda line: _met(line.of, 0), formats),
    ]
    for side in range(1, len(shown.keys)):
        columns += _project_side(shown, side, formats)
    return columns


def _project_side(shown: Shown, side: int, formats: Formats) -> list[Column[Line[ProjectRow]]]:
    name, key = shown.comparison.sides[side].name, _key(shown, side)
    return [
        worded(f"words {key}", name, 240, lambda line: project_words(line.of, side, formats), whole=True),
        _more(f"met {key}", translate("Comparing", "± Met h"), lambda line: _less(_met(line.of, side), _met(line.of, 0)), formats),
        _more(
            f"points {key}", translate("Comparing", "± Points"), lambda line: _less(_points(line.of, side), _points(line.of, 0)), formats
        ),
    ]


def person_columns(shown: Shown, formats: Formats) -> list[Column[Line[PersonRow]]]:
    """Hours given in each side, and how many of them changed."""
    columns: list[Column[Line[PersonRow]]] = [
        worded("person", translate("Comparing", "Resource"), 150, lambda line: line.name, whole=True),
        worded("role", translate("Comparing", "Role"), 110, lambda line: next(side.role for side in line.of.sides if side is not None)),
        _hours(f"hours {shown.keys[0]}", _heading(shown, 0), lambda line: _given(line.of, 0), formats),
    ]
    for side in range(1, len(shown.keys)):
        columns += _person_side(shown, side, formats)
    return columns


def _person_side(shown: Shown, side: int, formats: Formats) -> list[Column[Line[PersonRow]]]:
    key = _key(shown, side)
    explained: Column[Line[PersonRow]] = _hours(
        f"hours {key}", _heading(shown, side), lambda line: _given(line.of, side), formats, lambda line: _used(line.of, side, formats)
    )
    return [
        explained,
        _more(f"± {key}", translate("Comparing", "± h"), lambda line: _less(_given(line.of, side), _given(line.of, 0)), formats),
        _changed(key, lambda line: line.of.changed[side], formats),
    ]


def week_columns(shown: Shown, formats: Formats) -> list[Column[Line[WeekRow]]]:
    """Hours given in each week and hours unmet, as they differ."""
    columns: list[Column[Line[WeekRow]]] = [
        Column("week", translate("Comparing", "Week"), 100, lambda line: line.name, lambda line: by_figure(float(line.of.key.toordinal()))),
        _hours(f"hours {shown.keys[0]}", _heading(shown, 0), lambda line: _of_week(line.of, 0), formats),
        _hours(f"unmet {shown.keys[0]}", translate("Comparing", "Unmet h"), lambda line: _unmet(line.of, 0), formats),
    ]
    for side in range(1, len(shown.keys)):
        columns += _week_side(shown, side, formats)
    return columns


def _week_side(shown: Shown, side: int, formats: Formats) -> list[Column[Line[WeekRow]]]:
    key = _key(shown, side)
    return [
        _hours(f"hours {key}", _heading(shown, side), lambda line: _of_week(line.of, side), formats),
        _more(f"± {key}", translate("Comparing", "± h"), lambda line: _less(_of_week(line.of, side), _of_week(line.of, 0)), formats),
        _more(f"unmet {key}", translate("Comparing", "± Unmet h"), lambda line: _less(_unmet(line.of, side), _unmet(line.of, 0)), formats),
        _changed(key, lambda line: line.of.changed[side], formats),
    ]


def change_columns(shown: Shown, formats: Formats) -> list[Column[Line[ChangeOf]]]:
    """Each change hour by hour: whose demand, what happened, from where and to where."""
    names, sides = shown.comparison.names, shown.comparison.sides

    def place(of: Place | None) -> str:
        return "" if of is None else f"{names.resources[of[0]]} · {formats.week(of[1])}"

    columns: list[Column[Line[ChangeOf]]] = [
        worded("project", translate("Comparing", "Project"), 112, lambda line: line.of.project, whole=True),
        worded("demand", translate("Comparing", "Demand"), 64, lambda line: line.of.demand, whole=True),
        worded(
            "what",
            translate("Comparing", "What"),
            128,
            lambda line: HAPPENED[line.of.change.what],
            mark=lambda line: _happened_mark(line.of.change.what),
        ),
        Column(
            "hours",
            translate("Comparing", "Hours"),
            48,
            lambda line: formats.hours(line.of.change.hours),
            lambda line: by_figure(line.of.change.hours),
            numeric=True,
        ),
        worded("from", translate("Comparing", "From"), 198, lambda line: place(line.of.change.before), whole=True),
        worded("to", translate("Comparing", "To"), 198, lambda line: place(line.of.change.after), whole=True),
    ]
    if len(sides) > 2:
        columns.insert(0, worded("side", translate("Comparing", "Side"), 120, lambda line: sides[line.of.side].name, whole=True))
    return columns


def _happened_mark(what: Happened) -> str:
    return {Happened.ADDED: "good", Happened.REMOVED: "bad"}.get(what, "")


def _key(shown: Shown, side: int) -> str:
    """What tells the columns of a side from those of another, also where it stands twice."""
    return f"{shown.keys[side]} {side}"


def _heading(shown: Shown, side: int) -> str:
    return translate("Comparing", "{side}: h").format(side=shown.comparison.sides[side].name)


def _hours(
    key: str,
    heading: str,
    value: Callable[[Line[Of]], float | None],
    formats: Formats,
    explain: Callable[[Line[Of]], str] | None = None,
) -> Column[Line[Of]]:
    return Column(
        key,
        heading,
        _wide(heading),
        lambda line: formats.hours(value(line)),
        lambda line: by_figure(value(line)),
        heading,
        numeric=True,
        explain=explain,
    )


def _wide(heading: str) -> int:
    """Pixels of a column of hours with all of its heading, as far as that is not too long."""
    return min(190, max(88, 7 * len(heading) + 8))


def _more(key: str, heading: str, value: Callable[[Line[Of]], float | None], formats: Formats) -> Column[Line[Of]]:
    return Column(
        key, heading, 76, lambda line: signed(value(line), formats.hours), lambda line: by_figure(value(line)), heading, numeric=True
    )


def _changed(key: str, value: Callable[[Line[Of]], float], formats: Formats) -> Column[Line[Of]]:
    tip = translate("Comparing", "Hours that moved, came or went there")
    heading = translate("Comparing", "Changed h")
    return Column(
        f"changed {key}", heading, 84, lambda line: formats.hours(value(line)), lambda line: by_figure(value(line)), tip, numeric=True
    )


def _met(row: ProjectRow, side: int) -> float | None:
    its = row.sides[side]
    return None if its is None else its.met


def _points(row: ProjectRow, side: int) -> float | None:
    its = row.sides[side]
    return None if its is None else its.points


def _given(row: PersonRow, side: int) -> float | None:
    its = row.sides[side]
    return None if its is None else its.hours


def _of_week(row: WeekRow, side: int) -> float | None:
    its = row.sides[side]
    return None if its is None else its.hours


def _unmet(row: WeekRow, side: int) -> float | None:
    its = row.sides[side]
    return None if its is None else its.short


def _less(figure: float | None, first: float | None) -> float | None:
    if figure is None or first is None:
        return None
    return 0.0 if abs(figure - first) < SAME else figure - first


def _used(row: PersonRow, side: int, formats: Formats) -> str:
    its = row.sides[side]
    if its is None:
        return ""
    used = formats.percent(its.hours / its.capacity) if its.capacity else NOTHING
    return translate("Comparing", "{used} of {capacity} h of capacity; {projects} projects in {weeks} weeks").format(
        used=used, capacity=formats.hours(its.capacity), projects=its.projects, weeks=its.weeks
    )
