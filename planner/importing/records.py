"""Rows of a plan's sheets as records: names made ids, cells read in the form of their column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from data.entities import Id
from data.findings import Finding, error, errors
from data.portfolio import Kind
from data.workbook.cells import Misread, Value, value_of
from data.workbook.columns import Column, ResultPlan
from data.workbook.reading import RawSheet
from data.workbook.tables import Row, Table, nearest, table

Names = Mapping[Kind, Mapping[str, Id]]


@dataclass(frozen=True, slots=True)
class Record:
    """One row without an error; ids and values by field, blank cells left out."""

    table: Table
    row: Row
    ids: Mapping[str, Id]
    values: Mapping[str, Value]

    def place(self, heading: str) -> str:
        return self.table.place(self.row, heading)

    def day(self, field: str) -> dt.date:
        """A required date."""
        value = self.values[field]
        if not isinstance(value, dt.date):
            raise TypeError(field)
        return value

    def number(self, field: str, otherwise: float = 0.0) -> float:
        value = self.values.get(field, otherwise)
        if not isinstance(value, int | float):
            raise TypeError(field)
        return value


def table_of(plan: ResultPlan, sheet: RawSheet | None, *, required: bool) -> tuple[Table | None, list[Finding]]:
    """The sheet's table where it is there with its required columns, and what it lacks."""
    if sheet is None:
        return None, [error(plan.name, "the sheet is missing", "write the plan anew with plimsoll solve")] if required else []
    found = table(sheet, [column.heading for column in plan.columns], [column.heading for column in plan.columns if column.required])
    return None if errors(found.findings) else found, list(found.findings)


def records(plan: ResultPlan, found: Table | None, names: Names) -> tuple[list[Record], list[Finding]]:
    """The rows whose cells can all be meant, and an error for each cell that cannot."""
    read: list[Record] = []
    findings: list[Finding] = []
    if found is None:
        return read, findings
    for row in found.rows:
        record, wrong = _record(plan, found, row, names)
        findings += wrong
        if not wrong:
            read.append(record)
    return read, findings


def _record(plan: ResultPlan, found: Table, row: Row, names: Names) -> tuple[Record, list[Finding]]:
    ids: dict[str, Id] = {}
    values: dict[str, Value] = {}
    wrong = []
    for column in plan.columns:
        value = value_of(column, row.cell(found.columns.get(column.heading)))
        problem = _problem(column, value, names)
        if problem:
            wrong.append(error(found.place(row, column.heading), f"{column.heading} {problem.problem}", problem.remedy))
        elif column.refers is not None and value is not None:
            ids[column.field] = names[column.refers][str(value)]
        elif value is not None and not isinstance(value, Misread):
            values[column.field] = value
    return Record(found, row, ids, values), wrong


def _problem(column: Column, value: Value | Misread | None, names: Names) -> Misread | None:
    match value:
        case Misread():
            return value
        case None:
            return Misread("is blank", "fill it in or delete the row") if column.required else None
        case str() if column.refers is not None and value not in names[column.refers]:
            meant = nearest(value, names[column.refers])
            problem = f"“{value}” is unknown: not among the {column.refers.value} of the portfolio"
            return Misread(problem, f"is “{meant}” meant?" if meant else "check the plan against the portfolio it was made for")
    return None
