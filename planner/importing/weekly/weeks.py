"""Figures by week, in columns across or a row each, as demands, bookings, capacity and absences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.entities import quantised
from data.findings import Severity
from data.portfolio import Kind
from data.workbook.cells import Misread, shown
from data.workbook.columns import PROJECTS, Column, SheetPlan
from planner.importing.drafts import Remark
from planner.importing.mapping.contract_rows import ContractRows
from planner.importing.mapping.headings import cell
from planner.importing.mapping.known import Known
from planner.importing.mapping.lists import new_projects, value
from planner.importing.mapping.periods import Period, period_of
from planner.importing.mapping.priorities import Priorities
from planner.importing.mapping.quantities import Amount, Workdays, amount, hours_by_week
from planner.importing.mapping.reader import At, Found, TableReader
from planner.importing.mapping.values import PRIORITY, Span, Target, Unit
from planner.importing.mapping.words import folded, is_nobody

MOST_REMARKS = 200
"""Of one table: a column of the wrong kind says the same in every row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure: its row, its stretch of time, where both stand, and its unit."""

    row: int
    period: Period
    figure: float
    unit: Unit
    at: At | None
    period_at: At | None


@dataclass(slots=True)
class Hours:
    """Hours of one key in one week, with the cells that first named them."""

    row: int
    at: At | None
    week_at: At | None
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class Covered:
    """What a table speaks of: for each owner (names) all its weeks from `first` to `last`."""

    kind: Kind
    owners: frozenset[tuple[str, ...]]
    first: dt.date
    last: dt.date


@dataclass(slots=True)
class Weekly:
    """The figures of one table on their way to the contract's rows."""

    reader: TableReader
    known: Known
    days: Workdays
    year: int
    priorities: Priorities
    remarks: list[Remark] = field(default_factory=list)
    made: dict[str, ContractRows] = field(default_factory=dict)
    spread: set[Span] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    seen: list[Period] = field(default_factory=list)

    def rows(self, plan: SheetPlan, *fields: str) -> ContractRows:
        if plan.name not in self.made:
            self.made[plan.name] = ContractRows(plan, self.reader.sheet.name, fields, typed=self.reader.sheet.typed)
        return self.made[plan.name]

    def complain(self, at: At | None, problem: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        if len(self.remarks) < MOST_REMARKS:
            self.remarks.append(self.reader.remark(severity, at, problem, remedy))

    def entries(self) -> Iterator[Entry]:
        """Every figure of the table; cells that are no figure are said."""
        table = self.reader.table
        if table.across is None:
            yield from self._entries_in_rows()
            return
        for row in self.reader.rows:
            for heading, period in self.reader.across:
                found = Found(cell(self.reader.sheet, row, heading.column), (row, heading.column))
                yield from self._entry(row, found, period, (table.header[1], heading.column), table.unit)

    def _entries_in_rows(self) -> Iterator[Entry]:
        table = self.reader.table
        column = table.column("Hours")
        unit = column.unit if column and column.unit else table.unit
        for row in self.reader.rows:
            week = self.reader.name(row, "Week")
            period = period_of(week.cell, self._span_of_rows, self.year, table.dates)
            if period is None:
                self.complain(week.at, f"Week is {shown(week.cell)}", "type a date such as 2026-03-30, or a week such as 2026-W14")
            else:
                self.seen.append(period)
                yield from self._entry(row, self.reader.found(row, "Hours"), period, week.at, unit)

    @property
    def _span_of_rows(self) -> Span | None:
        column = self.reader.table.column("Week")
        words = folded(column.heading) if column else ""
        return Span.MONTHS if "month" in words or "monat" in words else None

    def _entry(self, row: int, found: Found, period: Period, period_at: At | None, unit: Unit) -> Iterator[Entry]:
        read = amount(found.cell)
        if isinstance(read, Misread) and self.reader.table.target is Target.AWAY and isinstance(found.cell, str):
            yield Entry(row, period, 1.0, Unit.SHARE, found.at, period_at)
        elif isinstance(found.cell, str) and (is_nobody(found.cell) or not found.cell.strip("? ")):
            self.complain(found.at, f"the figure is {shown(found.cell)}", "taken as no hours until it is known", Severity.WARNING)
        elif isinstance(read, Misread):
            self.complain(found.at, f"the figure {read.problem}", read.remedy)
        elif isinstance(read, Amount) and read.figure < 0:
            self.complain(found.at, f"the figure is {shown(found.cell)}", "type 0 or more")
        elif isinstance(read, Amount):
            yield Entry(row, period, read.figure, read.unit or unit, found.at, period_at)

    def by_week(self, entry: Entry, own_week: float, days: Workdays | None = None) -> Iterator[tuple[dt.date, float]]:
        """The hours of a figure in each week of its stretch, by these days or the default calendar's."""
        if entry.period.span in (Span.MONTHS, Span.QUARTERS):
            self.spread.add(entry.period.span)
        yield from hours_by_week(
            entry.figure, entry.unit, entry.period, days or self.days, week=self.known.standard_week, own_week=own_week
        )

    def ended(self) -> tuple[list[ContractRows], list[Remark]]:
        for span in sorted(self.spread):
            said = f"{span.value} are spread over their weeks by working days"
            self.remarks.append(self.reader.remark(Severity.NOTE, None, said, "the hours of each stay the same"))
        if PROJECTS.name in self.made:
            self.remarks += new_projects(self.reader, self.made[PROJECTS.name])
        return list(self.made.values()), self.remarks

    def names(self, row: int, *fields: str) -> dict[str, Found]:
        return {name: self.reader.name(row, name) for name in fields}

    def said(self, row: int, column: Column) -> Found:
        """What a row says in a column, in the contract's words."""
        return value(self.reader, row, column, self.known)

    def note_priority(self, row: int, project: Found, demand: str) -> None:
        """What a row says of the priority of its project, or of its demand's project."""
        known = self.known.demands.get(demand)
        at = project if project.text else Found(known.project if known else None, project.at)
        self.priorities.note(self.reader, row, at, self.said(row, PRIORITY))

    def is_named(self, row: int, found: Found, what: str) -> bool:
        """Whether a row has the name it needs; figures without one are said."""
        if found.text:
            return True
        if found.at is not None or found.cell is None:
            self.complain((row, -1), f"the row has figures but no {what}", "they are left out, as a total would be", Severity.WARNING)
        return False


def rows_of(entries: Iterator[Entry]) -> dict[int, list[Entry]]:
    by_row: dict[int, list[Entry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row, []).append(entry)
    return by_row


def add(sums: dict[dt.date, Hours], entry: Entry, week: dt.date, hours: float) -> None:
    there = sums.setdefault(week, Hours(entry.row, entry.at, entry.period_at))
    there.hours = quantised(there.hours + hours)


@dataclass(slots=True)
class Line:
    """A demand's (or a demand's and resource's) hours by week, and the row and names it was made of.

    `is_made`: the demand is called as imports of bookings call those that they make.
    """

    row: int
    names: dict[str, Found]
    demand: str
    is_new: bool
    resource: str = ""
    is_made: bool = False
    sums: dict[dt.date, Hours] = field(default_factory=dict)


def covering(weekly: Weekly, kind: Kind, owners: Sequence[tuple[str, ...]]) -> list[Covered]:
    across = [period for _, period in weekly.reader.across] or weekly.seen
    if not across or not owners:
        return []
    first, last = min(period.first for period in across), max(period.last for period in across)
    return [Covered(kind, frozenset(owners), first - dt.timedelta(days=first.weekday()), last)]
