"""The sheets of a plan: its figures, who works on what and when, what stays unmet, and what becomes of each project."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from data.entities import BookingKind, Id, Project
from data.plan import Allocation, Plan, ProjectPlan
from data.portfolio import Portfolio
from data.workbook.columns import ALLOCATIONS, ASSIGNMENTS, PROJECT_PLAN, SUMMARY, UNMET, Column, Form, ResultPlan
from data.workbook.sheets import Look, Out, OutColumn, OutSheet
from planner.exporting.change_sheet import Against, change_rows
from planner.hours.dependencies import spans
from planner.importing.plan_reading import POINTS
from planner.insight.kpis import Figures, figures
from planner.insight.unmet import unmet
from planner.plans import scenario_name, selected

DECIMALS = 6
"""Of points and shares in the summary: more than is shown, so that rounding makes no gap where none was proved."""
SHARP = 10.0**DECIMALS
LOOKS = {Form.HOURS: Look.HOURS, Form.DATE: Look.DATE, Form.WHOLE: Look.PLAIN, Form.MONEY: Look.MONEY, Form.FIGURE: Look.CENTS}

Row = tuple[Out, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a demand belongs to, by name."""

    portfolio: Portfolio

    def demand(self, key: Id) -> tuple[str, str, str]:
        """Demand, project and role."""
        demand = self.portfolio.demands[key]
        return demand.name, self.portfolio.projects[demand.project_id].name, demand.role

    def resource(self, key: Id) -> str:
        return self.portfolio.resources[key].name


def plan_sheets(portfolio: Portfolio, plan: Plan, against: Against | None = None) -> list[OutSheet]:
    """Summary, Allocations, Assignments, Unmet and Project plan; the plan is one of this portfolio."""
    words, told = _Words(portfolio), figures(portfolio, plan)
    allocations = _in_order(portfolio, plan)
    return [
        _summary(portfolio, plan, told, against),
        _sheet(ALLOCATIONS, (_allocation(words, each) for each in allocations)),
        _sheet(ASSIGNMENTS, _assignments(words, allocations)),
        _sheet(UNMET, _unmet(words, portfolio, plan)),
        _project_plan(portfolio, plan, told),
    ]


def _sheet(plan: ResultPlan, rows: Iterable[Row], looks: Mapping[tuple[int, int], Look] | None = None) -> OutSheet:
    columns = tuple(_column(plan, column) for column in plan.columns)
    return OutSheet(plan.name, columns, tuple(rows), looks=looks or {}, fixed=1, result=True)


def _column(plan: ResultPlan, column: Column) -> OutColumn:
    sentences = plan is UNMET and column.field in ("cause", "fix")
    look = Look.SENTENCES if sentences else LOOKS.get(column.form, Look.TEXT)
    return OutColumn(column.heading, look, mixed=plan is SUMMARY)


def _summary(portfolio: Portfolio, plan: Plan, told: Figures, against: Against | None) -> OutSheet:
    """Every figure is that of what is written; the bound is rounded up, and the gap is the one between the two as written."""
    value, bound = round(told.value, DECIMALS), max(_rounded_up(told.bound), round(told.value, DECIMALS))
    gap = max(0.0, (bound - value) / max(1.0, abs(bound)))
    rows: list[tuple[str, Out, Look]] = [
        ("Status", plan.status.value, Look.TEXT),
        ("Value", value, Look.HOURS),
        ("Bound", bound, Look.HOURS),
        ("Gap", round(gap, DECIMALS), Look.FINE_SHARE),
        *([] if plan.status_date is None else [("Status date", plan.status_date.isoformat(), Look.TEXT)]),
        *([] if against is None else change_rows(portfolio, plan, against)),
        *_by_policy(told),
        ("Hours asked", round(told.hours_asked, 2), Look.HOURS),
        ("Hours met", round(told.hours_met, 2), Look.HOURS),
        ("Coverage", round(told.coverage, DECIMALS), Look.SHARE),
        ("Weighted coverage", round(told.weighted_coverage, DECIMALS), Look.SHARE),
        ("Utilisation", round(told.utilisation, DECIMALS), Look.SHARE),
        ("Assignments", told.assignments, Look.PLAIN),
        ("Delayed projects", told.delayed_projects, Look.PLAIN),
        ("Projects in", told.projects_in, Look.PLAIN),
        ("Engine", plan.engine, Look.TEXT),
        ("Seconds", round(plan.seconds, 2), Look.PLAIN),
        ("Effort", plan.effort, Look.PLAIN),
        ("Seed", plan.seed, Look.PLAIN),
        ("Solved at", plan.solved_at.isoformat(sep=" ", timespec="seconds"), Look.TEXT),
        ("Scenario", scenario_name(plan, portfolio), Look.TEXT),
        ("Fingerprint", plan.fingerprint, Look.TEXT),
        ("Portfolio", portfolio.settings.name, Look.TEXT),
    ]
    looks = {(number, 1): look for number, (_, _, look) in enumerate(rows)}
    return _sheet(SUMMARY, ((name, cell) for name, cell, _ in rows), looks)


def _by_policy(told: Figures) -> Iterator[tuple[str, Out, Look]]:
    """The policy, and where it adds terms the objective with each of them apart."""
    if told.policy:
        yield "Policy", told.policy, Look.TEXT
    if told.terms:
        yield "Objective", round(told.objective, DECIMALS), Look.HOURS
        yield "Objective bound", _rounded_up(told.objective_bound), Look.HOURS
        for name, points in told.terms:
            yield f"{name}{POINTS}", round(points, DECIMALS), Look.HOURS


def _rounded_up(bound: float) -> float:
    """A bound must not fall by rounding."""
    return math.ceil(bound * SHARP) / SHARP


def _in_order(portfolio: Portfolio, plan: Plan) -> list[Allocation]:
    """By demand, resource and week, demands and resources in the portfolio's order."""
    demands, resources = ({key: place for place, key in enumerate(table)} for table in (portfolio.demands, portfolio.resources))
    return sorted(plan.allocations, key=lambda each: (demands[each.demand_id], resources[each.resource_id], each.week))


def _allocation(words: _Words, allocation: Allocation) -> Row:
    return *words.demand(allocation.demand_id), words.resource(allocation.resource_id), allocation.week, allocation.hours


def _assignments(words: _Words, allocations: Iterable[Allocation]) -> Iterable[Row]:
    """A row for each resource on a demand, with all its weeks together."""
    booked = _strongest_booking(words.portfolio)
    for pair, group in groupby(allocations, key=attrgetter("demand_id", "resource_id")):
        weeks = list(group)
        hours = round(sum(each.hours for each in weeks), 2)
        yield *words.demand(pair[0]), words.resource(pair[1]), weeks[0].week, weeks[-1].week, hours, booked.get(pair)


def _strongest_booking(portfolio: Portfolio) -> dict[tuple[Id, Id], str]:
    """Hard where any week of a resource on a demand is firmly booked, else Soft where any is booked."""
    kinds: dict[tuple[Id, Id], str] = {}
    for booking in portfolio.bookings.values():
        pair = booking.demand_id, booking.resource_id
        if booking.kind is BookingKind.HARD or pair not in kinds:
            kinds[pair] = booking.kind.value
    return kinds


def _unmet(words: _Words, portfolio: Portfolio, plan: Plan) -> Iterable[Row]:
    for short in unmet(portfolio, plan):
        cause = f"{short.cause.value}: {short.sentence}"
        gain = None if short.gain is None else round(short.gain, 2)
        yield *words.demand(short.demand_id), round(short.hours_asked, 2), round(short.hours_unmet, 2), cause, short.fix, gain


def _project_plan(portfolio: Portfolio, plan: Plan, told: Figures) -> OutSheet:
    """Dates are those of R9, moved by the delay, blank for what does not take part; the value is the project's own times its coverage."""
    said, dated = selected(plan), spans(portfolio)
    rows: list[Row] = []
    for key, project in portfolio.projects.items():
        its = said.get(key, ProjectPlan(key, selected=True))
        takes_part = project.status.takes_part and its.selected
        moved = dt.timedelta(weeks=its.delay_weeks if takes_part else 0)
        first, last = (dated[key].first + moved, dated[key].last + moved) if key in dated and takes_part else (None, None)
        coverage = told.coverage_by_project.get(key) if takes_part else None
        rows.append((project.name, "Yes" if takes_part else "No", moved.days // 7, first, last, *_covered(project, coverage)))
    column = [column.heading for column in PROJECT_PLAN.columns].index("Coverage")
    return _sheet(PROJECT_PLAN, rows, {(row, column): Look.SHARE for row in range(len(rows))})


def _covered(project: Project, coverage: float | None) -> tuple[Out, Out]:
    """Coverage and the value that it delivers; blank where nothing is asked, and the value where none was given."""
    if coverage is None:
        return None, None
    return round(coverage, DECIMALS), None if project.value is None else round(project.value * coverage, 2)
