"""What is known of names while sheets are mapped: from the portfolio, and from lists of the same workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from data.portfolio import Kind, Portfolio
from data.workbook.cells import figure, roles, value_of
from data.workbook.columns import CALENDARS, DEMANDS, HOLIDAYS, SheetPlan
from data.workbook.reading import Cell
from data.workbook.tables import Table
from planner.importing.mapping.headings import shown
from planner.importing.mapping.quantities import Workdays
from planner.importing.mapping.values import STANDARD_WEEK

DEMAND_NAMES = ("Demand", "Project", "Role", "Phase", "Resource")


@dataclass(frozen=True, slots=True)
class KnownResource:
    """A resource's primary role, all its roles without case, its hours a week (None: the standard week), and its calendar's name."""

    role: str
    roles: frozenset[str]
    hours: float | None
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class KnownDemand:
    """A demand by its names, and its dates where they are known."""

    name: str
    project: str
    role: str
    phase: str
    resource: str
    start: dt.date | None = None
    finish: dt.date | None = None

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """Whether it lasts on any of these days; where its dates are not known it may."""
        return (self.start is None or self.start <= last) and (self.finish is None or first <= self.finish)


@dataclass(slots=True)
class Known:
    """Names by kind; grows while tables are read, lists before figures by week."""

    resources: dict[str, KnownResource] = field(default_factory=dict)
    projects: set[str] = field(default_factory=set)
    demands: dict[str, KnownDemand] = field(default_factory=dict)
    by_weeks: dict[str, frozenset[dt.date]] = field(default_factory=dict)
    """Demands of the portfolio that stand by their weeks, and those weeks."""
    booked: dict[str, dict[tuple[str, dt.date], float]] = field(default_factory=dict)
    """Hours booked in the portfolio on each of them, by resource and week."""
    workdays: dict[str, Workdays] = field(default_factory=dict)
    """Working days of calendars by their names."""
    default_days: Workdays = field(default_factory=Workdays)
    country: tuple[str, str] = ("", "")
    """Country and subdivision of the default calendar."""
    planned: tuple[dt.date, dt.date] | None = None
    """First and last day of the weeks planned, where a portfolio says them."""
    has_people: bool = False
    """Whether the portfolio has any resource, so that one it lacks is news."""
    standard_week: float = STANDARD_WEEK
    _of_project: dict[str, list[KnownDemand]] = field(default_factory=dict)
    """The demands of each project, since every row of a list looks for its own."""

    @classmethod
    def of(cls, portfolio: Portfolio, standard_week: float) -> Known:
        known = cls(standard_week=portfolio.settings.standard_week if portfolio.of(Kind.SETTINGS) else standard_week)
        for resource in portfolio.resources.values():
            held = frozenset(role.casefold() for role in (resource.role, *(role for role, _ in resource.other_roles)))
            own = portfolio.calendars.get(resource.calendar_id) if resource.calendar_id else None
            known.resources[resource.name] = KnownResource(resource.role, held, resource.hours_per_week, own.name if own else "")
        known.projects = {project.name for project in portfolio.projects.values()}
        for demand in portfolio.demands.values():
            project = portfolio.projects.get(demand.project_id)
            named = portfolio.resources.get(demand.resource_id) if demand.resource_id else None
            names = demand.name, project.name if project else "", demand.role, demand.phase, named.name if named else ""
            known.note_demand(KnownDemand(*names, demand.start, demand.finish))
        known.has_people = bool(portfolio.resources)
        known._note_weeks(portfolio)
        known._note_days(portfolio)
        return known

    def _note_weeks(self, portfolio: Portfolio) -> None:
        weeks: dict[str, set[dt.date]] = {}
        for each in portfolio.demand_weeks.values():
            if each.demand_id in portfolio.demands:
                weeks.setdefault(portfolio.demands[each.demand_id].name, set()).add(each.week)
        self.by_weeks = {name: frozenset(mine) for name, mine in weeks.items()}
        for booking in portfolio.bookings.values():
            demand, resource = portfolio.demands.get(booking.demand_id), portfolio.resources.get(booking.resource_id)
            if demand is not None and resource is not None and demand.name in weeks:
                hours = self.booked.setdefault(demand.name, {})
                key = resource.name, booking.week
                hours[key] = hours.get(key, 0.0) + booking.hours

    def _note_days(self, portfolio: Portfolio) -> None:
        self.workdays = {each.name: Workdays.of_calendar(portfolio, key) for key, each in portfolio.calendars.items()}
        self.default_days = Workdays.of(portfolio)
        default = portfolio.settings.default_calendar_id if portfolio.of(Kind.SETTINGS) else None
        if default is not None and default in portfolio.calendars:
            self.country = portfolio.calendars[default].country, portfolio.calendars[default].subdivision
        if portfolio.of(Kind.SETTINGS):
            first = portfolio.settings.start - dt.timedelta(days=portfolio.settings.start.weekday())
            self.planned = first, first + dt.timedelta(days=7 * portfolio.settings.weeks - 1)

    def note_demand(self, demand: KnownDemand) -> None:
        if demand.name not in self.demands:
            self.demands[demand.name] = demand
            self._of_project.setdefault(demand.project, []).append(demand)

    def note(self, kind: Kind, tables: Iterable[Table]) -> None:
        """Takes up the names that tables of the contract's form hold."""
        if kind not in (Kind.RESOURCE, Kind.PROJECT, Kind.DEMAND, Kind.CALENDAR, Kind.HOLIDAY):
            return
        for table in tables:
            for row in table.rows:
                cells = {heading: row.cell(column) for heading, column in table.columns.items()}
                said = {heading: shown(found).strip() for heading, found in cells.items()}
                match kind:
                    case Kind.RESOURCE:
                        self._note_resource(said)
                    case Kind.PROJECT:
                        self.projects.add(said.get("Project", ""))
                    case Kind.DEMAND if said.get("Demand"):
                        name, project, role, phase, resource = (said.get(each, "") for each in DEMAND_NAMES)
                        days = _day(DEMANDS, "Start", cells), _day(DEMANDS, "Finish", cells)
                        self.note_demand(KnownDemand(name, project, role, phase, resource, *days))
                    case Kind.CALENDAR | Kind.HOLIDAY:
                        self._note_calendar(said.get("Calendar", ""), cells)

    def _note_calendar(self, name: str, cells: Mapping[str, Cell]) -> None:
        """The working days of a calendar, or one of its holidays."""
        there = self.workdays.get(name, Workdays())
        days = _said(CALENDARS, "Working days", cells)
        day = _day(HOLIDAYS, "Date", cells)
        if isinstance(days, tuple):
            there = replace(there, weekdays=frozenset(each for each in days if isinstance(each, int)))
        self.workdays[name] = there if day is None else replace(there, holidays=there.holidays | {day})

    def _note_resource(self, said: dict[str, str]) -> None:
        role, others, hours = said.get("Role", ""), roles(said.get("Other roles", "")), figure(said.get("Hours per week", ""))
        held = [role, *(name for name, _ in others)] if isinstance(others, tuple) else [role]
        before = self.resources.get(said.get("Resource", ""))
        week = hours if isinstance(hours, float) else before.hours if before else None
        self.resources[said.get("Resource", "")] = KnownResource(
            role or (before.role if before else ""),
            frozenset(name.casefold() for name in held if name) or (before.roles if before else frozenset()),
            week,
            said.get("Calendar", "") or (before.calendar if before else ""),
        )

    def days_of(self, resource: str) -> Workdays | None:
        """The working days of a resource's own calendar; None where it works by the default one."""
        known = self.resources.get(resource)
        return self.workdays.get(known.calendar) if known else None

    def days_there(self, resource: str) -> Workdays:
        """The working days by which a resource works as far as is known."""
        return self.days_of(resource) or self.default_days

    def week_of(self, resource: str) -> float:
        """The hours of a resource's full week."""
        known = self.resources.get(resource)
        return known.hours if known and known.hours else self.standard_week

    def role_of(self, resource: str) -> str:
        known = self.resources.get(resource)
        return known.role if known else ""

    def demands_like(self, project: str, phase: str = "", *, role: str = "", resource: str = "") -> list[KnownDemand]:
        """Demands of a project that may be meant: of the role, or open to the resource, and of the phase where one is named."""
        held = self.resources.get(resource)
        wanted = frozenset({role.casefold()}) if role else held.roles if held else frozenset()
        return [
            each
            for each in self._of_project.get(project, ())
            if each.role.casefold() in wanted
            and each.resource in ("", resource)
            and (not phase or each.phase.casefold() == phase.casefold())
        ]


def _said(plan: SheetPlan, heading: str, cells: Mapping[str, Cell]) -> object:
    """What a cell of a row means in the form of its column; None where it is not there or blank."""
    column = next(each for each in plan.columns if each.heading == heading)
    return value_of(column, cells[heading]) if heading in cells else None


def _day(plan: SheetPlan, heading: str, cells: Mapping[str, Cell]) -> dt.date | None:
    found = _said(plan, heading, cells)
    return found if isinstance(found, dt.date) else None
