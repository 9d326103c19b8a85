"""The sheets Unmet, Project plan, Resource load and Project load of a plan against what its allocations come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

import numpy as np

from data.entities import Id
from data.findings import Finding, error
from data.plan import Plan
from data.portfolio import Portfolio
from data.validation import NAMED
from data.workbook.addresses import known, place
from data.workbook.cells import Misread, figure
from data.workbook.columns import PROJECT_LOAD, PROJECT_PLAN, RESOURCE_LOAD, UNMET, ResultPlan
from data.workbook.reading import Broken, Cell, RawBook, RawSheet
from planner.checking.summary import CENTS, SHARE, cents_tolerance, tolerance
from planner.importing import PlanFile
from planner.importing.records import Record, records, table_of
from planner.insight.kpis import figures
from planner.insight.load import load_table
from planner.insight.unmet import SHORT, unmet
from solver.problem import Floats

TOTAL = "Total"


def false_tables(portfolio: Portfolio, plan: Plan, told: PlanFile, book: RawBook) -> tuple[Finding, ...]:
    """What these sheets say that is not so; a sheet that is not there says nothing. `told` is the plan as read from `book`."""
    if told.findings:
        return ()  # rows were left out above, so that nothing here can be judged
    sheets = {known(sheet.name): sheet for sheet in book.sheets}
    table = load_table(portfolio, plan)
    resources = {portfolio.resources[key].name: hours for key, hours in zip(table.resource_ids, table.hours, strict=True)}
    projects = {portfolio.projects[key].name: hours for key, hours in zip(table.project_ids, table.project_hours, strict=True)}
    parts = (
        _unmet(portfolio, plan, _records(portfolio, UNMET, sheets)),
        _project_plan(portfolio, plan, _records(portfolio, PROJECT_PLAN, sheets)),
        _load(sheets.get(known(RESOURCE_LOAD)), resources, table.weeks),
        _load(sheets.get(known(PROJECT_LOAD)), projects, table.weeks),
    )
    return tuple(finding for part in parts for finding in part)


def _records(portfolio: Portfolio, sheet: ResultPlan, sheets: Mapping[str, RawSheet]) -> list[Record] | None:
    """The rows of a sheet; None where it is not there."""
    if known(sheet.name) not in sheets:
        return None
    names = {kind: {str(attrgetter("name")(each)): key for key, each in portfolio.of(kind).items()} for kind in NAMED}
    found, _ = table_of(sheet, sheets[known(sheet.name)], required=False)
    return records(sheet, found, names)[0]


def _unmet(portfolio: Portfolio, plan: Plan, rows: Sequence[Record] | None) -> Iterator[Finding]:
    if rows is None:
        return
    short = {one.demand_id: one for one in unmet(portfolio, plan)}
    for row in rows:
        one = short.pop(row.ids["demand_id"], None)
        right = (one.hours_asked, one.hours_unmet) if one else (row.number("hours_asked"), 0.0)
        yield from _differing(row, "Hours asked", "hours_asked", right[0], cents_tolerance(right[0]))
        if abs(row.number("hours_unmet", right[1]) - right[1]) > max(SHORT, cents_tolerance(right[1])):
            yield from _differing(row, "Hours unmet", "hours_unmet", right[1], cents_tolerance(right[1]))
    for key, one in short.items():
        if one.hours_unmet > 2 * SHORT:
            yield error("Unmet", f"{portfolio.demands[key].name} is missing", f"{one.hours_unmet:.2f} h of it are not met")


def _project_plan(portfolio: Portfolio, plan: Plan, rows: Sequence[Record] | None) -> Iterator[Finding]:
    true = figures(portfolio, plan).coverage_by_project
    for row in rows or ():
        key: Id = row.ids["project_id"]
        covered, value = true[key], portfolio.projects[key].value
        if covered is not None:
            yield from _differing(row, "Coverage", "coverage", covered, tolerance(covered))
            if value is not None:
                yield from _differing(row, "Value", "value", covered * value, cents_tolerance(covered * value))


def _differing(row: Record, heading: str, field: str, right: float, slack: float) -> Iterator[Finding]:
    if field in row.values and abs(row.number(field) - right) > slack:
        yield error(row.place(heading), f"{heading} is {row.number(field):,.6g}", f"the allocations come to {right:,.6g}")


def _load(sheet: RawSheet | None, hours: Mapping[str, Floats], weeks: Sequence[dt.date]) -> Iterator[Finding]:
    """A row for each thing with its hours by week and their total, and a row of totals."""
    if sheet is None or not sheet.rows:
        return
    column = {_day(cell): number for number, cell in enumerate(sheet.rows[0])}
    total = next((number for number, cell in enumerate(sheet.rows[0]) if cell == TOTAL), None)
    everything = sum(hours.values(), np.zeros(len(weeks)))
    left = {name: float(of.sum()) for name, of in hours.items()}
    for number, cells in enumerate(sheet.rows[1:], 1):
        name = str(cells[0]) if cells and cells[0] is not None else ""
        left.pop(name, None)
        right = everything if name == TOTAL else hours.get(name)
        if right is not None:
            cents = CENTS * (len(hours) if name == TOTAL else 1)
            expected = [(column.get(week), float(of)) for week, of in zip(weeks, right, strict=True)] + [(total, float(right.sum()))]
            yield from _row(sheet, number, expected, cents)
        elif name:
            yield error(place(sheet.name, number, 0), f"“{name}” is unknown", "write the plan anew with plimsoll solve")
    absent = {f"the week {week}": float(of) for week, of in zip(weeks, everything, strict=True) if week not in column}
    for name, missing in (left | absent).items():
        if missing > CENTS:
            yield error(sheet.name, f"{name} is missing", f"the allocations come to {missing:,.2f} h")


def _row(sheet: RawSheet, number: int, expected: Sequence[tuple[int | None, float]], cents: float) -> Iterator[Finding]:
    cells = sheet.rows[number]
    for at, right in expected:
        cell = cells[at] if at is not None and at < len(cells) else None
        if at is None or isinstance(cell, Broken):  # a program that does not calculate drops the value of a total
            continue
        said = _number(cell)
        if said is None or abs(said - right) > max(cents, SHARE * abs(right)):
            words = "no number" if said is None else f"{said:,.2f}"
            yield error(place(sheet.name, number, at), f"the hours are {words}", f"the allocations come to {right:,.2f}")


def _number(cell: Cell) -> float | None:
    """The figure in a cell, 0 where it is blank, None where no figure can be meant."""
    read = 0.0 if cell is None or cell == "" else figure(cell)
    return None if isinstance(read, Misread) else read


def _day(cell: Cell) -> dt.date | None:
    """The week that heads a column; None where it is no date."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    try:
        return dt.date.fromisoformat(cell) if isinstance(cell, str) else None
    except ValueError:
        return None
