"""The workbook contract as data: every sheet, its columns, and the field of an entity that each column holds.

Reading, writing and messages all speak from here, so that a column is named in one place only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.entities import BookingKind, DependencyKind, Profile, ProjectStatus, ResourceKind
from data.portfolio import Kind


class Form(StrEnum):
    """How the cells of a column are written and read."""

    NAME = "a name"
    TEXT = "text"
    FIGURE = "a number"
    HOURS = "hours"
    MONEY = "an amount"
    PERCENT = "a percentage"
    WHOLE = "a whole number"
    DATE = "a date"
    YES_NO = "Yes or No"
    CHOICE = "a choice"
    DAYS = "working days"
    ROLES = "roles with levels"
    REFERENCE = "the name of something on another sheet"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; on the sheet Settings, which has a row for each setting, one row.

    `field` is the entity's field, whose own default is what a blank cell means; `choices` are the words of a choice;
    `refers` is the kind of thing that a reference names.
    """

    heading: str
    field: str
    form: Form
    required: bool = False
    choices: type[StrEnum] | None = None
    refers: Kind | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet of the portfolio: a row for each entity of its kind.

    A required sheet must be there, if only its headings; one that is written only `if_any` says nothing where it is missing.
    """

    name: str
    kind: Kind
    columns: tuple[Column, ...]
    required: bool = False
    if_any: bool = False


SETTING, VALUE = "Setting", "Value"

SETTINGS = SheetPlan(
    "Settings",
    Kind.SETTINGS,
    (
        Column("Name", "name", Form.TEXT),
        Column("Start", "start", Form.DATE, required=True),
        Column("Weeks", "weeks", Form.WHOLE, required=True),
        Column("Standard week", "standard_week", Form.HOURS),
        Column("Minimum block", "minimum_block", Form.HOURS),
        Column("Minimum coverage", "minimum_coverage", Form.PERCENT),
        Column("Assignment cost", "assignment_cost", Form.HOURS),
        Column("Overtime cost", "overtime_cost", Form.FIGURE),
        Column("Delay cost", "delay_cost", Form.FIGURE),
        Column("Currency", "currency", Form.TEXT),
        Column("Default calendar", "default_calendar_id", Form.REFERENCE, refers=Kind.CALENDAR),
    ),
    required=True,
)
CALENDARS = SheetPlan(
    "Calendars",
    Kind.CALENDAR,
    (
        Column("Calendar", "name", Form.NAME, required=True),
        Column("Working days", "working_days", Form.DAYS),
        Column("Country", "country", Form.TEXT),
        Column("Subdivision", "subdivision", Form.TEXT),
    ),
)
HOLIDAYS = SheetPlan(
    "Holidays",
    Kind.HOLIDAY,
    (
        Column("Calendar", "calendar_id", Form.REFERENCE, required=True, refers=Kind.CALENDAR),
        Column("Date", "day", Form.DATE, required=True),
        Column("Name", "name", Form.TEXT),
    ),
)
RESOURCES = SheetPlan(
    "Resources",
    Kind.RESOURCE,
    (
        Column("Resource", "name", Form.NAME, required=True),
        Column("Kind", "kind", Form.CHOICE, choices=ResourceKind),
        Column("Team", "team", Form.TEXT),
        Column("Role", "role", Form.NAME, required=True),
        Column("Level", "level", Form.WHOLE),
        Column("Other roles", "other_roles", Form.ROLES),
        Column("Hours per week", "hours_per_week", Form.HOURS),
        Column("Calendar", "calendar_id", Form.REFERENCE, refers=Kind.CALENDAR),
        Column("Available from", "available_from", Form.DATE),
        Column("Available to", "available_to", Form.DATE),
        Column("Project share", "project_share", Form.PERCENT),
        Column("Max projects", "max_projects", Form.WHOLE),
        Column("Overtime", "overtime", Form.HOURS),
        Column("Cost per hour", "cost_per_hour", Form.MONEY),
    ),
    required=True,
)
ABSENCES = SheetPlan(
    "Absences",
    Kind.ABSENCE,
    (
        Column("Resource", "resource_id", Form.REFERENCE, required=True, refers=Kind.RESOURCE),
        Column("From", "first", Form.DATE, required=True),
        Column("To", "last", Form.DATE, required=True),
        Column("Percent", "percent", Form.PERCENT),
        Column("Reason", "reason", Form.TEXT),
    ),
)
PROJECTS = SheetPlan(
    "Projects",
    Kind.PROJECT,
    (
        Column("Project", "name", Form.NAME, required=True),
        Column("Priority", "priority", Form.WHOLE),
        Column("Weight", "weight", Form.FIGURE),
        Column("Status", "status", Form.CHOICE, choices=ProjectStatus),
        Column("Start", "start", Form.DATE),
        Column("Finish", "finish", Form.DATE),
        Column("Max delay", "max_delay", Form.WHOLE),
        Column("Must do", "must_do", Form.YES_NO),
        Column("Value", "value", Form.MONEY),
        Column("Budget", "budget", Form.MONEY),
        Column("Programme", "programme", Form.TEXT),
        Column("Manager", "manager", Form.TEXT),
    ),
    required=True,
)
DEMANDS = SheetPlan(
    "Demands",
    Kind.DEMAND,
    (
        Column("Demand", "name", Form.NAME),
        Column("Project", "project_id", Form.REFERENCE, required=True, refers=Kind.PROJECT),
        Column("Phase", "phase", Form.TEXT),
        Column("Role", "role", Form.NAME, required=True),
        Column("Min level", "min_level", Form.WHOLE),
        Column("Start", "start", Form.DATE, required=True),
        Column("Finish", "finish", Form.DATE, required=True),
        Column("Hours per week", "hours_per_week", Form.HOURS),
        Column("Total hours", "total_hours", Form.HOURS),
        Column("FTE", "fte", Form.FIGURE),
        Column("Profile", "profile", Form.CHOICE, choices=Profile),
        Column("Max people", "max_people", Form.WHOLE),
        Column("Resource", "resource_id", Form.REFERENCE, refers=Kind.RESOURCE),
    ),
    required=True,
)
DEMAND_WEEKS = SheetPlan(
    "Demand weeks",
    Kind.DEMAND_WEEK,
    (
        Column("Demand", "demand_id", Form.REFERENCE, required=True, refers=Kind.DEMAND),
        Column("Week", "week", Form.DATE, required=True),
        Column("Hours", "hours", Form.HOURS, required=True),
    ),
)
BOOKINGS = SheetPlan(
    "Bookings",
    Kind.BOOKING,
    (
        Column("Demand", "demand_id", Form.REFERENCE, required=True, refers=Kind.DEMAND),
        Column("Resource", "resource_id", Form.REFERENCE, required=True, refers=Kind.RESOURCE),
        Column("Week", "week", Form.DATE, required=True),
        Column("Hours", "hours", Form.HOURS, required=True),
        Column("Type", "kind", Form.CHOICE, choices=BookingKind),
    ),
)
DEPENDENCIES = SheetPlan(
    "Dependencies",
    Kind.DEPENDENCY,
    (
        Column("Predecessor", "predecessor_id", Form.REFERENCE, required=True, refers=Kind.PROJECT),
        Column("Successor", "successor_id", Form.REFERENCE, required=True, refers=Kind.PROJECT),
        Column("Type", "kind", Form.CHOICE, choices=DependencyKind),
        Column("Lag weeks", "lag_weeks", Form.WHOLE),
    ),
)

POLICIES = SheetPlan(
    "Policies",
    Kind.POLICY,
    (
        Column("Policy", "name", Form.NAME, required=True),
        Column("Overtime", "overtime", Form.FIGURE),
        Column("Cost", "cost", Form.FIGURE),
        Column("Fit", "fit", Form.FIGURE),
        Column("Continuity", "continuity", Form.FIGURE),
        Column("Moved", "moved", Form.FIGURE),
        Column("Changed", "changed", Form.FIGURE),
        Column("Strict", "strict", Form.YES_NO),
    ),
    if_any=True,
)

ESTIMATES = SheetPlan(
    "Estimates",
    Kind.ESTIMATE,
    (
        Column("Project", "project_id", Form.REFERENCE, required=True, refers=Kind.PROJECT),
        Column("Low", "low", Form.PERCENT),
        Column("Likely", "likely", Form.PERCENT),
        Column("High", "high", Form.PERCENT),
        Column("Win probability", "win", Form.PERCENT),
    ),
    if_any=True,
)

PORTFOLIO: tuple[SheetPlan, ...] = (
    SETTINGS,
    CALENDARS,
    HOLIDAYS,
    RESOURCES,
    ABSENCES,
    PROJECTS,
    DEMANDS,
    DEMAND_WEEKS,
    BOOKINGS,
    DEPENDENCIES,
    POLICIES,
    ESTIMATES,
)
BY_KIND = {sheet.kind: sheet for sheet in PORTFOLIO}


@dataclass(frozen=True, slots=True)
class ResultPlan:
    """One sheet of a plan; its columns' fields are those of the value that a row stands for."""

    name: str
    columns: tuple[Column, ...]


_DEMAND = Column("Demand", "demand_id", Form.REFERENCE, required=True, refers=Kind.DEMAND)
_RESOURCE = Column("Resource", "resource_id", Form.REFERENCE, required=True, refers=Kind.RESOURCE)
_PROJECT = Column("Project", "project_id", Form.REFERENCE, refers=Kind.PROJECT)
_ROLE = Column("Role", "role", Form.TEXT)

SUMMARY = ResultPlan("Summary", (Column("KPI", "name", Form.TEXT, required=True), Column(VALUE, "value", Form.TEXT, required=True)))
ALLOCATIONS = ResultPlan(
    "Allocations",
    (
        _DEMAND,
        _PROJECT,
        _ROLE,
        _RESOURCE,
        Column("Week", "week", Form.DATE, required=True),
        Column("Hours", "hours", Form.HOURS, required=True),
    ),
)
ASSIGNMENTS = ResultPlan(
    "Assignments",
    (
        _DEMAND,
        _PROJECT,
        _ROLE,
        _RESOURCE,
        Column("First week", "first", Form.DATE),
        Column("Last week", "last", Form.DATE),
        Column("Hours", "hours", Form.HOURS, required=True),
        Column("Booking", "booking", Form.TEXT),
    ),
)
UNMET = ResultPlan(
    "Unmet",
    (
        _DEMAND,
        _PROJECT,
        _ROLE,
        Column("Hours asked", "hours_asked", Form.HOURS),
        Column("Hours unmet", "hours_unmet", Form.HOURS),
        Column("Cause", "cause", Form.TEXT),
        Column("Fix", "fix", Form.TEXT),
        Column("Gain of the fix", "gain", Form.FIGURE),
    ),
)
PROJECT_PLAN = ResultPlan(
    "Project plan",
    (
        Column("Project", "project_id", Form.REFERENCE, required=True, refers=Kind.PROJECT),
        Column("Selected", "selected", Form.YES_NO),
        Column("Delay weeks", "delay_weeks", Form.WHOLE),
        Column("Start", "start", Form.DATE),
        Column("Finish", "finish", Form.DATE),
        Column("Coverage", "coverage", Form.FIGURE),
        Column("Value", "value", Form.MONEY),
    ),
)
CHANGES = ResultPlan(
    "Changes",
    (
        _RESOURCE,
        _DEMAND,
        _PROJECT,
        Column("Week", "week", Form.DATE, required=True),
        Column("Hours before", "before", Form.HOURS),
        Column("Hours after", "after", Form.HOURS),
        Column("Difference", "difference", Form.HOURS),
    ),
)
"""Only where the plan was made from a plan of record."""
RESOURCE_LOAD, PROJECT_LOAD = "Resource load", "Project load"
"""These have a column for each week between their first and last."""

GLANCE = "At a glance"
"""Projects by month on one page, for whoever reads no more; nothing is read back from it."""

RESULTS = (
    GLANCE,
    SUMMARY.name,
    CHANGES.name,
    ALLOCATIONS.name,
    ASSIGNMENTS.name,
    UNMET.name,
    PROJECT_PLAN.name,
    RESOURCE_LOAD,
    PROJECT_LOAD,
)
"""The sheets that a plan workbook has on top of the portfolio's own, in order."""
