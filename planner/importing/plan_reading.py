"""The plan of a plan workbook as it is written, for whoever checks it: names are ids, rows that cannot be meant are findings."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from data.entities import Hours, Id
from data.findings import Finding, Severity, error
from data.plan import Allocation, Plan, PlanStatus, ProjectPlan
from data.portfolio import Kind, Portfolio
from data.validation import NAMED
from data.workbook.addresses import known
from data.workbook.cells import Misread, figure, value_of
from data.workbook.columns import ALLOCATIONS, ASSIGNMENTS, PROJECT_PLAN, SUMMARY, ResultPlan
from data.workbook.reading import Broken, Cell, RawBook, read
from data.workbook.tables import Table
from planner.hours.calendars import monday_of, weeks
from planner.importing.records import Names, Record, records, table_of
from solver.objective import Term

POLICY, OBJECTIVE, OBJECTIVE_BOUND = "policy", "objective", "objective bound"
"""Rows of the Summary, in lower case, that are there where a plan was made by a policy."""
STATUS_DATE = "status date"
"""The one that is there where weeks were past when a plan was made."""
POINTS = " (points)"
"""End of the rows with a policy's terms: each is a term's name with this after it."""
ISO_DAY = len("2027-03-01")
NOBODY: Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Told:
    """What a plan says of one figure: a number, or text where it is none; None where the cell is blank."""

    value: str | float | None
    place: str


@dataclass(frozen=True, slots=True)
class AssignmentTold:
    """The hours that the sheet Assignments says of one resource on one demand."""

    demand_id: Id
    resource_id: Id
    hours: Hours
    place: str


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan as written. Only rows without an error and with hours are here; `places` are the cells of their hours.

    `summary` is by KPI, in lower case; a project that the plan does not name takes part, without delay; `assignments`
    is None where the plan has no such sheet.
    """

    allocations: tuple[Allocation, ...]
    places: Mapping[Allocation, str]
    projects: tuple[ProjectPlan, ...]
    summary: Mapping[str, Told]
    assignments: tuple[AssignmentTold, ...] | None
    findings: tuple[Finding, ...]

    @property
    def plan(self) -> Plan:
        """Allocations, proof and terms of the policy as written; what says how it was solved is blank."""
        value, bound = self.number("value", 0.0), self.number("bound", 0.0)
        return Plan(
            id=Id("told"),
            fingerprint="",
            solved_at=dt.datetime.min.replace(tzinfo=dt.UTC),
            status=PlanStatus.FEASIBLE,
            value=value,
            bound=bound,
            objective=self.number(OBJECTIVE, value),
            objective_bound=self.number(OBJECTIVE_BOUND, bound),
            policy=self.text(POLICY),
            status_date=self.day(STATUS_DATE),
            terms=tuple((term.value, self.number(row, 0.0)) for term in Term if (row := f"{term.value.lower()}{POINTS}") in self.summary),
            engine="",
            seconds=0.0,
            effort=0,
            seed=0,
            projects=self.projects,
            allocations=self.allocations,
        )

    def number(self, name: str, otherwise: float) -> float:
        """A figure of the Summary, where a finite number stands."""
        said = self.summary.get(name)
        value = None if said is None else said.value
        return float(value) if isinstance(value, float | int) and not isinstance(value, bool) and math.isfinite(value) else otherwise

    def day(self, name: str) -> dt.date | None:
        """A date of the Summary, where one stands."""
        try:
            return dt.date.fromisoformat(self.text(name)[:ISO_DAY])
        except ValueError:
            return None

    def text(self, name: str) -> str:
        """A word of the Summary, blank where none stands; a name may be written as a number."""
        said = self.summary.get(name)
        return "" if said is None or said.value is None else str(said.value).strip()


def load_plan(path: Path, portfolio: Portfolio) -> PlanFile:
    """The plan in a workbook or folder of .csv, against the portfolio that it is of. Raises PlannerError where unreadable."""
    return told_plan(read(path, [sheet.name for sheet in (SUMMARY, ALLOCATIONS, PROJECT_PLAN, ASSIGNMENTS)]), portfolio)


def told_plan(book: RawBook, portfolio: Portfolio, beside: Names = NOBODY) -> PlanFile:
    """The plan of a book whose sheets were read. Notes are left out: they only inform.

    `beside` has ids for names that mean something though they are not of the portfolio.
    """
    sheets = {known(sheet.name): sheet for sheet in book.sheets}
    names = {kind: {**beside.get(kind, {}), **known_names(portfolio, kind)} for kind in NAMED}
    findings = list(book.findings)

    def rows(plan: ResultPlan, *, required: bool = False) -> list[Record]:
        found, lacks = table_of(plan, sheets.get(known(plan.name)), required=required)
        read_rows, wrong = records(plan, found, names)
        findings.extend((*lacks, *wrong))
        return read_rows

    summary, doubled = _summary(*table_of(SUMMARY, sheets.get(known(SUMMARY.name)), required=True))
    allocations, odd = _allocations(rows(ALLOCATIONS, required=True), portfolio)
    projects, twice = _projects(rows(PROJECT_PLAN))
    assignments = tuple(
        AssignmentTold(each.ids["demand_id"], each.ids["resource_id"], each.number("hours"), each.place("Hours"))
        for each in rows(ASSIGNMENTS)
    )
    serious = tuple(found for found in (*findings, *doubled, *odd, *twice) if found.severity is not Severity.NOTE)
    has_assignments = known(ASSIGNMENTS.name) in sheets
    return PlanFile(tuple(allocations), allocations, projects, summary, assignments if has_assignments else None, serious)


def known_names(portfolio: Portfolio, kind: Kind) -> dict[str, Id]:
    """The ids of a kind of thing by name."""
    return {str(attrgetter("name")(each)): key for key, each in portfolio.of(kind).items()}


def names_told(book: RawBook, plan: ResultPlan) -> dict[Kind, tuple[str, ...]]:
    """The names that a sheet of the plan has in its columns for them, each once; nothing where the sheet cannot be read."""
    found, _ = table_of(plan, next((sheet for sheet in book.sheets if known(sheet.name) == known(plan.name)), None), required=False)
    told: dict[Kind, tuple[str, ...]] = {}
    for column in plan.columns:
        if found is not None and column.refers is not None and column.heading in found.columns:
            values = (value_of(column, row.cell(found.columns[column.heading])) for row in found.rows)
            told[column.refers] = tuple(dict.fromkeys(value for value in values if isinstance(value, str)))
    return told


def _summary(found: Table | None, lacks: list[Finding]) -> tuple[dict[str, Told], list[Finding]]:
    """Every KPI with its value; the first of a doubled one."""
    told: dict[str, Told] = {}
    if found is None:
        return told, lacks
    name, value = (column.heading for column in SUMMARY.columns)
    for row in found.rows:
        cell = row.cell(found.columns[name])
        if isinstance(cell, str):
            if known(cell) in told:
                lacks = [*lacks, error(found.place(row, name), f"{cell} stands twice", "delete one of the two")]
            said = row.cell(found.columns[value])
            meant = said if isinstance(said, str) and known(cell) == POLICY else _told(said)  # a name like 007 is no number
            told.setdefault(known(cell), Told(meant, found.place(row, value)))
    return told, lacks


def _told(cell: Cell) -> str | float | None:
    """A number in any of the ways in which one may be written, unrounded; else the text that stands there."""
    if isinstance(cell, Broken):
        return cell.problem
    if isinstance(cell, str):
        return cell.strip() if isinstance(figure(cell), Misread) else float(cell.strip().replace(",", "."))
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _allocations(rows: Iterable[Record], portfolio: Portfolio) -> tuple[dict[Allocation, str], list[Finding]]:
    """The sensible allocations, each with its place, and what is wrong with the others."""
    mondays = frozenset(weeks(portfolio.settings))
    places: dict[Allocation, str] = {}
    by_cell: dict[tuple[Id, Id, dt.date], str] = {}
    findings: list[Finding] = []
    for row in rows:
        allocation = Allocation(row.ids["demand_id"], row.ids["resource_id"], row.day("week"), row.number("hours"))
        cell, place = (allocation.demand_id, allocation.resource_id, allocation.week), row.place("Hours")
        wrong = [*_wrong_week(row, mondays), *_wrong_hours(row), *_wrong_project(row, portfolio)]
        if cell in by_cell:
            wrong.append(error(place, f"the same demand, resource and week stand at {by_cell[cell]} too", "add the hours up in one row"))
        by_cell.setdefault(cell, place)
        findings += wrong
        if not wrong and allocation.hours:
            places[allocation] = place
    return places, findings


def _wrong_week(row: Record, mondays: frozenset[dt.date]) -> Iterator[Finding]:
    week = row.day("week")
    if week not in mondays:
        monday = monday_of(week)
        remedy = f"write its Monday, {monday}" if monday in mondays else f"write a Monday from {min(mondays)} to {max(mondays)}"
        yield error(row.place("Week"), f"Week is {week}, which is unknown: no Monday of the horizon", remedy)


def _wrong_hours(row: Record) -> Iterator[Finding]:
    if row.number("hours") < 0:
        yield error(row.place("Hours"), f"Hours is {row.number('hours'):g}", "write 0 or more")


def _wrong_project(row: Record, portfolio: Portfolio) -> Iterator[Finding]:
    demand = portfolio.demands.get(row.ids["demand_id"])
    if demand is not None and row.ids.get("project_id", demand.project_id) != demand.project_id:
        belongs = portfolio.projects[demand.project_id].name
        yield error(row.place("Project"), f"Project is not that of the demand {demand.name}", f"write “{belongs}”")


def _projects(rows: Iterable[Record]) -> tuple[tuple[ProjectPlan, ...], list[Finding]]:
    said: dict[Id, ProjectPlan] = {}
    findings = []
    for row in rows:
        project_id = row.ids["project_id"]
        if project_id in said:
            findings.append(error(row.place("Project"), "the project stands twice", "delete one of the two rows"))
        selected = bool(row.values.get("selected", True))
        said.setdefault(project_id, ProjectPlan(project_id, selected, int(row.number("delay_weeks"))))
    return tuple(said.values()), findings
