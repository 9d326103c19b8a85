"""The sheet that a manager reads first: each project by rank with what becomes of it, its hours by month, and how full that makes everybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.entities import Id, Project
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from data.workbook.columns import GLANCE
from data.workbook.sheets import Look, Out, OutColumn, OutSheet, Tint
from planner.exporting.load_sheets import TINTS
from planner.hours.dependencies import spans
from planner.hours.weights import rank
from planner.insight.kpis import figures
from planner.insight.load import LoadTable, load_table
from planner.insight.ramp import Band, bands_of
from planner.plans import selected
from solver.problem import Floats, Ints

MOST_STRETCHES = 13
"""Columns of time that fit one page beside the others: a year that begins within a month."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BEFORE = (
    OutColumn("Project"),
    OutColumn("Priority", Look.PLAIN),
    OutColumn("In the plan"),
    OutColumn("Start", Look.DATE),
    OutColumn("Finish", Look.DATE),
    OutColumn("Met", Look.SHARE),
    OutColumn("Hours", Look.MONEY),
)


@dataclass(frozen=True)
class _Time:
    """Stretches of the horizon: their names, and of each week (T,) which it belongs to, by its Monday."""

    names: tuple[str, ...]
    of_week: Ints

    def summed(self, hours: Floats) -> Floats:
        """(N, T) hours by week as (N, S) hours by stretch."""
        table = np.zeros((len(hours), len(self.names)))
        np.add.at(table.T, self.of_week, hours.T)
        return table


def glance_sheet(portfolio: Portfolio, plan: Plan) -> OutSheet:
    """Projects that may take part by rank, then hours given, capacity and its use; cells coloured by what is met or used."""
    load = load_table(portfolio, plan)
    time = _stretches(load.weeks)
    projects = sorted((each for each in portfolio.projects.values() if each.status.takes_part), key=rank)
    row_of = {key: row for row, key in enumerate(load.project_ids)}
    rows = [row_of[each.id] for each in projects]
    hours, asked = time.summed(load.project_hours[rows]), time.summed(load.project_asked[rows])
    told = _Told(portfolio, plan)
    lines = [(*told.of(each), float(given.sum()), *_filled(given)) for each, given in zip(projects, hours, strict=True)]
    totals, looks, tints = _totals(load, time, len(lines))
    columns = (*BEFORE, *(OutColumn(name, Look.MONEY) for name in time.names))
    return OutSheet(
        GLANCE,
        columns,
        (*lines, *totals),
        looks=looks,
        tints=_tints(hours, asked, 0) | tints,
        totals=len(totals),
        fixed=1,
        result=True,
    )


class _Told:
    """What becomes of projects, and when."""

    def __init__(self, portfolio: Portfolio, plan: Plan) -> None:
        self._said, self._dated = selected(plan), spans(portfolio)
        self._coverage = figures(portfolio, plan).coverage_by_project

    def of(self, project: Project) -> tuple[Out, ...]:
        its = self._said.get(project.id, ProjectPlan(project.id, selected=True))
        if not its.selected:
            return project.name, project.priority, "Left out", None, None, None
        delay = its.delay_weeks
        words = "As asked" if not delay else f"Delayed {delay} week{'' if delay == 1 else 's'}"
        return project.name, project.priority, words, *self._days(project.id, delay), self._coverage.get(project.id)

    def _days(self, key: Id, delay: int) -> tuple[dt.date | None, dt.date | None]:
        if key not in self._dated:
            return None, None
        moved = dt.timedelta(weeks=delay)
        return self._dated[key].first + moved, self._dated[key].last + moved


def _stretches(weeks: Sequence[dt.date]) -> _Time:
    """Months where they fit the page, else quarters, else years."""
    for named in (_month, _quarter, _year):
        names = [named(monday) for monday in weeks]
        found = tuple(dict.fromkeys(names))
        if len(found) <= MOST_STRETCHES:
            break
    place = {name: number for number, name in enumerate(found)}
    return _Time(found, np.array([place[name] for name in names], np.int64))


def _month(monday: dt.date) -> str:
    return f"{MONTHS[monday.month - 1]} {monday.year}"


def _quarter(monday: dt.date) -> str:
    return f"Q{(monday.month + 2) // 3} {monday.year}"


def _year(monday: dt.date) -> str:
    return f"{monday.year} "  # a heading stays text, for programs that would count a number in


def _filled(hours: Floats) -> tuple[Out, ...]:
    """Hours of a row; stretches without any stay blank."""
    return tuple(round(each, 2) if each >= 0.5 else None for each in hours.tolist())


def _totals(
    load: LoadTable, time: _Time, above: int
) -> tuple[list[tuple[Out, ...]], dict[tuple[int, int], Look], dict[tuple[int, int], Tint]]:
    """All hours given, the capacity of everybody, and how much of it is used; `above` rows stand over them."""
    given, there = time.summed(load.hours.sum(axis=0, keepdims=True)), time.summed(load.capacity.sum(axis=0, keepdims=True))
    blank: tuple[Out, ...] = (None,) * (len(BEFORE) - 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        used = np.where(there > 0, given / there, np.nan)[0].tolist()
    whole = round(float(given.sum() / there.sum()), 4) if there.sum() > 0 else None
    rows: list[tuple[Out, ...]] = [
        ("Hours given", *blank, float(given.sum()), *_filled(given[0])),
        ("Capacity", *blank, float(there.sum()), *_filled(there[0])),
        ("Capacity used", *blank, whole, *(None if np.isnan(each) else round(each, 4) for each in used)),
    ]
    last = above + 2
    looks = {(last, column): Look.SHARE for column in range(len(BEFORE) - 1, len(BEFORE) + len(time.names))}
    return rows, looks, _tints(given, there, last)


def _tints(hours: Floats, there: Floats, first: int) -> dict[tuple[int, int], Tint]:
    table = bands_of(np.round(hours, 2), there)
    shown = (table != Band.NONE) & (table != Band.AWAY)
    return {(first + row, len(BEFORE) + column): TINTS[table[row, column]] for row, column in np.argwhere(shown).tolist()}
