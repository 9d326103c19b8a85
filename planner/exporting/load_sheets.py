"""Resource load and Project load: hours by week with totals as formulas, coloured by load."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.plan import Plan
from data.portfolio import Portfolio
from data.workbook.addresses import address
from data.workbook.columns import PROJECT_LOAD, RESOURCE_LOAD
from data.workbook.sheets import Formula, Look, Out, OutColumn, OutSheet, Tint
from planner.insight.load import load_table
from planner.insight.ramp import CENT, Band, bands_of
from solver.problem import Floats

TINTS = {Band.AWAY: Tint.AWAY, Band.LOW: Tint.LOW, Band.RIGHT: Tint.FULL, Band.OVER: Tint.OVER, Band.BEYOND: Tint.FAR_OVER}
FIRST_WEEK = 2
"""Column of the first week; the name and the total stand before it."""
TOTAL = "Total"


def load_sheets(portfolio: Portfolio, plan: Plan) -> list[OutSheet]:
    """Hours of resources against capacity, and hours of projects against what they ask."""
    table = load_table(portfolio, plan)
    resources = [portfolio.resources[key].name for key in table.resource_ids]
    projects = [portfolio.projects[key].name for key in table.project_ids]
    return [
        _sheet(RESOURCE_LOAD, _Loads("Resource", resources, table.hours, table.capacity), table.weeks),
        _sheet(PROJECT_LOAD, _Loads("Project", projects, table.project_hours, table.project_asked), table.weeks),
    ]


@dataclass(frozen=True)
class _Loads:
    """(N, T) hours of N things of one kind, and what `there` is to set them against."""

    heading: str
    names: Sequence[str]
    hours: Floats
    there: Floats


def _sheet(name: str, loads: _Loads, weeks: Sequence[dt.date]) -> OutSheet:
    written = np.round(loads.hours, 2)
    columns = (OutColumn(loads.heading), OutColumn(TOTAL, Look.HOURS), *(OutColumn(week, Look.HOURS) for week in weeks))
    rows = [_row(number, label, written[number]) for number, label in enumerate(loads.names)]
    totals = [_totals(len(rows), written)] if rows else []
    tints = _tints(written, loads.there, mark_away=name == RESOURCE_LOAD)
    return OutSheet(name, columns, (*rows, *totals), tints=tints, totals=len(totals), fixed=FIRST_WEEK, result=True)


def _row(number: int, label: str, hours: Floats) -> tuple[Out, ...]:
    """Hours of a row; weeks without any stay blank."""
    first, last = address(number + 1, FIRST_WEEK), address(number + 1, FIRST_WEEK + len(hours) - 1)
    total = Formula(f"=SUM({first}:{last})", round(float(hours.sum()), 2))
    return label, total, *(each if each > CENT else None for each in hours.tolist())


def _totals(rows: int, hours: Floats) -> tuple[Out, ...]:
    sums = [float(hours.sum()), *hours.sum(axis=0).tolist()]
    cells = [
        Formula(f"=SUM({address(1, column)}:{address(rows, column)})", round(value, 2)) for column, value in enumerate(sums, FIRST_WEEK - 1)
    ]
    return TOTAL, *cells


def _tints(hours: Floats, there: Floats, *, mark_away: bool) -> dict[tuple[int, int], Tint]:
    """Where each cell stands on the load ramp; none where nothing is given."""
    table = bands_of(hours, there)
    shown = (table != Band.NONE) & ((table != Band.AWAY) | mark_away)
    return {(row, week + FIRST_WEEK): TINTS[table[row, week]] for row, week in np.argwhere(shown).tolist()}
