"""What a plan changes of the plan of record: a row for each week of a resource on a demand that is no longer what it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.entities import Hours, Id
from data.plan import Plan
from data.portfolio import Portfolio
from data.workbook.columns import CHANGES, Column, Form
from data.workbook.sheets import Look, Out, OutColumn, OutSheet
from planner.insight.changes import CellChanged, cells_changed, changes

LOOKS = {Form.DATE: Look.DATE, Form.HOURS: Look.HOURS}
GONE = "(no longer there)"
"""What is written for something whose name nobody knows any more."""

Row = tuple[Out, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """The plan of record that a plan was made from, and what it had to keep to: value and bound are those of plans that do.

    record   by the ids of the portfolio of the plan; an id that means nothing there is something that is gone
    names    what the gone was called, where that is known
    budget   most hours that might move by choice, None for no limit, or where it is not known
    forced   hours that had to move, None where it is not known
    """

    record: Plan
    names: Mapping[Id, str] = field(default_factory=lambda: MappingProxyType({}))
    budget: Hours | None = None
    forced: Hours | None = None


def change_rows(portfolio: Portfolio, plan: Plan, against: Against) -> Iterator[tuple[str, Out, Look]]:
    """Rows of the Summary: what the plan had to keep to, and how many hours moved."""
    if against.budget is not None:
        yield "Change budget", round(against.budget, 2), Look.HOURS
    yield "Hours moved", round(changes(portfolio, against.record, plan).moved, 2), Look.HOURS
    if against.forced is not None:
        yield "Hours that had to move", round(against.forced, 2), Look.HOURS


def change_sheet(portfolio: Portfolio, plan: Plan, against: Against) -> OutSheet:
    """The sheet Changes, by resource, week and demand."""
    columns = tuple(_column(column) for column in CHANGES.columns)
    rows = sorted(_rows(portfolio, plan, against), key=lambda row: (row[0], row[3], row[1]))
    return OutSheet(CHANGES.name, columns, tuple(rows), fixed=1, result=True)


def _column(column: Column) -> OutColumn:
    return OutColumn(column.heading, LOOKS.get(column.form, Look.TEXT))


def _rows(portfolio: Portfolio, plan: Plan, against: Against) -> Iterator[tuple[str, str, str, dt.date, Hours, Hours, Hours]]:
    for cell in cells_changed(portfolio, against.record, plan):
        before, after = round(cell.before, 2), round(cell.after, 2)
        yield *_named(portfolio, cell, against.names), cell.week, before, after, round(after - before, 2)


def _named(portfolio: Portfolio, cell: CellChanged, gone: Mapping[Id, str]) -> tuple[str, str, str]:
    """Resource, demand and project; the project of a demand that is gone is blank."""
    resource, demand = portfolio.resources.get(cell.resource_id), portfolio.demands.get(cell.demand_id)
    return (
        gone.get(cell.resource_id, GONE) if resource is None else resource.name,
        gone.get(cell.demand_id, GONE) if demand is None else demand.name,
        "" if demand is None else portfolio.projects[demand.project_id].name,
    )
