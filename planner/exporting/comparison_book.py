"""A comparison as a workbook: who is compared, the figures side by side, and what differs by project, person, week and hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np

from data.entities import Hours
from data.workbook.sheets import Look, Out, OutColumn, OutSheet
from data.workbook.writing import write
from planner.comparing.comparison import Comparison
from planner.comparing.hours import HourChange, Place
from planner.comparing.loads import EVERYBODY, Group
from planner.comparing.measures import Form, MeasureRow
from planner.comparing.sides import Side
from planner.comparing.wording import headline, plan_words, project_words

LOOKS = {
    Form.POINTS: Look.HOURS,
    Form.SHARE: Look.FINE_SHARE,
    Form.HOURS: Look.HOURS,
    Form.COUNT: Look.MONEY,
    Form.FIGURE: Look.CENTS,
    Form.MONEY: Look.MONEY,
}
SIGNED = {
    Form.POINTS: Look.SIGNED,
    Form.SHARE: Look.SIGNED_POINTS,
    Form.HOURS: Look.SIGNED,
    Form.COUNT: Look.SIGNED_WHOLE,
    Form.FIGURE: Look.SIGNED,
    Form.MONEY: Look.SIGNED_WHOLE,
}
DECIMALS = 6
Row: TypeAlias = tuple[Out, ...]


def export_comparison(comparison: Comparison, path: Path) -> None:
    """Writes the comparison as .xlsx. Raises PlannerError where that cannot be."""
    write(path, comparison_sheets(comparison))


def comparison_sheets(comparison: Comparison) -> list[OutSheet]:
    """No sheet is called as one of a portfolio, so that none is ever read for one."""
    return [
        _sides(comparison),
        _measures(comparison),
        _sheet("Projects compared", PROJECT_COLUMNS, _projects(comparison)),
        _sheet("People compared", PERSON_COLUMNS, _people(comparison)),
        _sheet("Weeks compared", WEEK_COLUMNS, _weeks(comparison)),
        _sheet("Hours compared", HOUR_COLUMNS, _hours(comparison)),
        _loads(comparison),
    ]


def _sides(comparison: Comparison) -> OutSheet:
    columns = (OutColumn("Side"), OutColumn("Its plan", Look.SENTENCES), OutColumn("Against the first", Look.SENTENCES))
    rows = [
        (side.name, f"{plan_words(side)}.", f"{headline(comparison, number)}." if number else "The others are compared with this one.")
        for number, side in enumerate(comparison.sides)
    ]
    return OutSheet("Sides", columns, tuple(rows), fixed=1, result=True)


def _measures(comparison: Comparison) -> OutSheet:
    """A column for the first side, and two for every other: its figure and the difference."""
    first, *others = (side.name for side in comparison.sides)
    pairs = [column for name in others for column in (OutColumn(name, Look.HOURS), OutColumn(f"± {name}", Look.SIGNED))]
    columns = (OutColumn("KPI"), OutColumn(first, Look.HOURS), *pairs, OutColumn("How it is worked out", Look.SENTENCES))
    rows: list[Row] = []
    looks: dict[tuple[int, int], Look] = {}
    for number, row in enumerate(comparison.measures):
        form = row.meaning.form
        rows.append((row.name, *_figures(row), row.meaning.formula))
        looks |= {(number, n): LOOKS[form] if n == 1 or n % 2 == 0 else SIGNED[form] for n in range(1, len(columns) - 1)}
    return OutSheet("KPIs", columns, tuple(rows), looks=looks, fixed=1, result=True)


def _figures(row: MeasureRow) -> Iterator[float | None]:
    """Differences of shares in percentage points."""
    share = 100.0 if row.meaning.form is Form.SHARE else 1.0
    for side, figure in enumerate(row.figures):
        yield None if figure is None else round(figure, DECIMALS)
        if side:
            more = row.difference(side)
            yield None if more is None else round(more * share, DECIMALS)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of a sheet by their headings."""

    texts: tuple[str, ...]
    figures: tuple[tuple[str, Look], ...]
    last: tuple[OutColumn, ...] = ()

    @property
    def columns(self) -> tuple[OutColumn, ...]:
        return (*map(OutColumn, self.texts), *(OutColumn(heading, look) for heading, look in self.figures), *self.last)


PROJECT_COLUMNS = _Columns(
    ("Project", "Side", "Takes part"),
    (
        ("Priority", Look.PLAIN),
        ("Delay weeks", Look.PLAIN),
        ("Start", Look.DATE),
        ("Finish", Look.DATE),
        ("Hours asked", Look.HOURS),
        ("Hours met", Look.HOURS),
        ("± Hours met", Look.SIGNED),
        ("Coverage", Look.FINE_SHARE),
        ("Points", Look.HOURS),
        ("± Points", Look.SIGNED),
        ("Value delivered", Look.MONEY),
        ("Hours changed", Look.HOURS),
    ),
    (OutColumn("In words", Look.SENTENCES),),
)
PERSON_COLUMNS = _Columns(
    ("Resource", "Side", "Role", "Team"),
    (
        ("Capacity", Look.HOURS),
        ("Hours", Look.HOURS),
        ("± Hours", Look.SIGNED),
        ("Utilisation", Look.FINE_SHARE),
        ("Hours above capacity", Look.HOURS),
        ("Projects", Look.PLAIN),
        ("Weeks worked", Look.PLAIN),
        ("Hours changed", Look.HOURS),
    ),
)
WEEK_COLUMNS = _Columns(
    (),
    (
        ("Week", Look.DATE),
        ("Side", Look.TEXT),
        ("Capacity", Look.HOURS),
        ("Hours", Look.HOURS),
        ("± Hours", Look.SIGNED),
        ("Hours above capacity", Look.HOURS),
        ("Hours unmet", Look.HOURS),
        ("Hours changed", Look.HOURS),
    ),
)
HOUR_COLUMNS = _Columns(
    ("Side", "Project", "Demand", "What"),
    (
        ("Hours", Look.HOURS),
        ("From resource", Look.TEXT),
        ("From week", Look.DATE),
        ("To resource", Look.TEXT),
        ("To week", Look.DATE),
    ),
)


def _sheet(name: str, of: _Columns, rows: Iterator[Row]) -> OutSheet:
    return OutSheet(name, of.columns, tuple(rows), fixed=1, result=True)


def _projects(comparison: Comparison) -> Iterator[Row]:
    """Each project that differs: the first side, then every side that does not say the same."""
    for row in comparison.projects:
        first, name = row.sides[0], comparison.names.projects[row.key]
        for number, side in _told(comparison, row.sides, row.changed):
            its, said = row.sides[number], project_words(row, number) if number else ""
            if its is None:
                yield name, side.name, "Not here", *[None] * 11, row.changed[number], said
                continue
            yield (
                *(name, side.name, "Yes" if its.takes_part else "No", its.priority, its.delay, its.first, its.last, its.asked, its.met),
                _more(its.met, None if first is None else first.met, number),
                *(its.coverage, its.points, _more(its.points, None if first is None else first.points, number)),
                *(its.delivered, row.changed[number] if number else None, said),
            )


def _people(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.people:
        first, name = row.sides[0], comparison.names.resources[row.key]
        for number, side in _told(comparison, row.sides, row.changed):
            its = row.sides[number]
            if its is None:
                yield name, side.name, "Not here", *[None] * 8, row.changed[number]
                continue
            used = its.hours / its.capacity if its.capacity else None
            yield (
                *(
                    name,
                    side.name,
                    its.role,
                    its.team,
                    its.capacity,
                    its.hours,
                    _more(its.hours, None if first is None else first.hours, number),
                ),
                *(used, its.over, its.projects, its.weeks, row.changed[number] if number else None),
            )


def _weeks(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.weeks:
        first = row.sides[0]
        for number, side in _told(comparison, row.sides, row.changed):
            its = row.sides[number]
            if its is None:
                yield row.key, side.name, *[None] * 5, row.changed[number]
                continue
            yield (
                *(row.key, side.name, its.capacity, its.hours, _more(its.hours, None if first is None else first.hours, number)),
                *(its.over, its.short, row.changed[number] if number else None),
            )


def _told(comparison: Comparison, sides: Sequence[object], changed: Sequence[Hours]) -> Iterator[tuple[int, Side]]:
    """The first side, and those that say something else."""
    for number, side in enumerate(comparison.sides):
        if number == 0 or sides[number] != sides[0] or changed[number]:
            yield number, side


def _more(figure: float, first: float | None, side: int) -> float | None:
    return None if first is None or not side else round(figure - first, 2)


def _hours(comparison: Comparison) -> Iterator[Row]:
    """Every change of hours, by side, project, demand and week."""
    names = comparison.names
    for side, changes in zip(comparison.others, comparison.changes, strict=True):
        rows = [
            (
                side.name,
                names.projects[names.project_of[each.demand_id]],
                names.demands[each.demand_id],
                each.what.value,
                *_places(comparison, each),
            )
            for each in changes
        ]
        yield from sorted(rows, key=lambda row: tuple(map(str, (row[1], row[2], row[6] or row[8], row[5] or row[7]))))


def _places(comparison: Comparison, change: HourChange) -> tuple[Hours, str | None, dt.date | None, str | None, dt.date | None]:
    def told(place: Place | None) -> tuple[str | None, dt.date | None]:
        return (None, None) if place is None else (comparison.names.resources[place[0]], place[1])

    return change.hours, *told(change.before), *told(change.after)


def _loads(comparison: Comparison) -> OutSheet:
    """Hours a week of everybody and of each role and team, a row for every side; to be drawn as a chart."""
    weeks = comparison.load(EVERYBODY).weeks
    columns = (
        *map(OutColumn, ("Who", "Of what", "Side")),
        OutColumn("Total", Look.HOURS),
        *(OutColumn(week, Look.HOURS) for week in weeks),
    )
    rows = [row for group in comparison.groups for row in _load(comparison, group)]
    return OutSheet("Load compared", columns, tuple(rows), fixed=3, result=True)


def _load(comparison: Comparison, group: Group) -> Iterator[Row]:
    load = comparison.load(group)
    for number, side in enumerate(comparison.sides):
        for what, table in (("Hours", load.hours), ("Capacity", load.capacity)):
            told = [None if np.isnan(each) else round(float(each), 2) for each in table[number]]
            yield group.name or group.by.value, what, side.name, round(float(np.nansum(table[number])), 2), *told
