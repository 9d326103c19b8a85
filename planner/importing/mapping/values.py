"""What a mapping is: for each sheet of a workbook the kind of table it holds, and what its headings, units and words mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from data.workbook.columns import (
    ABSENCES,
    BOOKINGS,
    CALENDARS,
    DEMAND_WEEKS,
    DEMANDS,
    DEPENDENCIES,
    HOLIDAYS,
    PROJECTS,
    RESOURCES,
    SETTINGS,
    Column,
    Form,
    SheetPlan,
)

STANDARD_WEEK = 40.0
"""Hours of a full week where nothing says otherwise."""


class Target(StrEnum):
    """What a table becomes: the rows of one sheet of the contract, figures by week, or bookings from one day to another."""

    SETTINGS = "Settings"
    CALENDARS = "Calendars"
    HOLIDAYS = "Holidays"
    RESOURCES = "Resources"
    ABSENCES = "Absences"
    PROJECTS = "Projects"
    DEMANDS = "Demands"
    DEPENDENCIES = "Dependencies"
    ASKED = "Demand by week"
    BOOKED = "Bookings by week"
    BOOKED_BY_DATES = "Bookings by dates"
    CAPACITY = "Capacity by week"
    AWAY = "Absences by week"
    LEFT_OUT = "Left out"

    @property
    def is_weekly(self) -> bool:
        return self in (Target.ASKED, Target.BOOKED, Target.CAPACITY, Target.AWAY)

    @property
    def is_bookings(self) -> bool:
        return self in (Target.BOOKED, Target.BOOKED_BY_DATES)


class Unit(StrEnum):
    """What a figure counts; a share of 1 is all of a week, as a percentage of 100 is."""

    HOURS = "hours"
    DAYS = "days"
    FTE = "FTE"
    PERCENT = "percent"
    SHARE = "share"


class Span(StrEnum):
    """What a column of figures stands for, where a table has one for each."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"


LISTS: dict[Target, SheetPlan] = {
    Target.SETTINGS: SETTINGS,
    Target.CALENDARS: CALENDARS,
    Target.HOLIDAYS: HOLIDAYS,
    Target.RESOURCES: RESOURCES,
    Target.ABSENCES: ABSENCES,
    Target.PROJECTS: PROJECTS,
    Target.DEMANDS: DEMANDS,
    Target.DEPENDENCIES: DEPENDENCIES,
}
"""Targets with a row for each thing, and the contract's sheet that they become."""

WEEK = Column("Week", "week", Form.DATE)
HOURS = Column("Hours", "hours", Form.HOURS)


def _named(plan: SheetPlan, *headings: str) -> tuple[Column, ...]:
    return tuple(next(column for column in plan.columns if column.heading == heading) for heading in headings)


(PRIORITY,) = _named(PROJECTS, "Priority")
"""Of the project, though rows of its demands and bookings may tell it."""
(BOOKING_KIND,) = _named(BOOKINGS, "Type")
(WORKING_DAYS,) = _named(CALENDARS, "Working days")
"""Of a calendar, though lists of people may tell it of each."""
SHARE_OF_WEEK = Column("Percent", "percent", Form.PERCENT)
"""How much of their own week somebody is booked."""
AMOUNTS = ("Total hours", "Hours per week", "FTE", "Percent")
"""Columns that say how much is booked from one day to another; of several in a row the first counts."""
BY_DATES: tuple[Column, ...] = (
    *_named(BOOKINGS, "Demand", "Resource"),
    *_named(DEMANDS, "Project", "Phase", "Role"),
    *_named(RESOURCES, "Team"),
    *_named(DEMANDS, "Start", "Finish"),
    SHARE_OF_WEEK,
    *_named(DEMANDS, "Hours per week", "Total hours", "FTE"),
    BOOKING_KIND,
    PRIORITY,
)
"""The columns of a list of who is booked on what from which day to which."""


WEEKLY: dict[Target, tuple[Column, ...]] = {
    Target.ASKED: (
        *_named(DEMAND_WEEKS, "Demand"),
        *_named(DEMANDS, "Project", "Phase", "Role", "Min level", "Resource"),
        PRIORITY,
        WEEK,
        HOURS,
    ),
    Target.BOOKED: (
        *_named(BOOKINGS, "Demand", "Resource"),
        *_named(DEMANDS, "Project", "Phase", "Role"),
        *_named(RESOURCES, "Team"),
        BOOKING_KIND,
        PRIORITY,
        WEEK,
        HOURS,
    ),
    Target.CAPACITY: (*_named(RESOURCES, "Resource", "Kind", "Team", "Role", "Level"), WEEK, HOURS),
    Target.AWAY: (*_named(ABSENCES, "Resource", "Reason"), WEEK, HOURS),
}
"""The columns of tables of figures by week; Week and Hours where each row is a week."""


def columns_of(target: Target) -> tuple[Column, ...]:
    """What the headings of such a table may mean."""
    if target in WEEKLY:
        return WEEKLY[target]
    if target is Target.BOOKED_BY_DATES:
        return BY_DATES
    if target is Target.SETTINGS:
        return (Column("Setting", "setting", Form.NAME, required=True), Column("Value", "value", Form.TEXT, required=True))
    if target is Target.DEMANDS:
        return (*DEMANDS.columns, PRIORITY)
    if target is Target.RESOURCES:
        return (*RESOURCES.columns, WORKING_DAYS)
    return LISTS[target].columns if target in LISTS else ()


def needed(target: Target, *, across: bool) -> tuple[tuple[str, ...], ...]:
    """Fields without which such a table says nothing: of each group at least one."""
    weeks: tuple[tuple[str, ...], ...] = () if across else (("Week",), ("Hours",))
    match target:
        case Target.ASKED:
            return (("Demand", "Project"), ("Demand", "Role", "Resource"), *weeks)
        case Target.BOOKED:
            return (("Resource",), ("Demand", "Project"), *weeks)
        case Target.BOOKED_BY_DATES:
            return (("Resource",), ("Demand", "Project"), ("Start",), ("Finish",), AMOUNTS)
        case Target.CAPACITY | Target.AWAY:
            return (("Resource",), *weeks)
    return tuple((column.heading,) for column in columns_of(target) if column.required)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A heading of the table and the field it fills, in the contract's words; `unit` where its figures count something else."""

    heading: str
    field: str
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one sheet is read.

    header     first and last row of the headings, from 0
    fixed      what a field is in every row, where no column says it
    words      for a field, words of the table and what is meant by them
    across     what the columns of figures stand for; None where the table has none
    unit       of those figures
    pick       which column is meant where a week has several: the words of its heading beside the week
    year       of headings that name none
    dates      the order of day, month and year in dates that are text (`dmy`, `mdy`, `ymd`; blank: ISO only)
    leave_out  names of rows that are no data, such as totals
    sections   whether rows with a single filled cell are headings of sections, and left out
    fill_down  whether a blank name means the one above
    complete   whether the table holds all there is, so that what it lacks is removed
    """

    sheet: str
    target: Target
    header: tuple[int, int] = (0, 0)
    columns: tuple[ColumnMapping, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    across: Span | None = None
    unit: Unit = Unit.HOURS
    pick: str = ""
    year: int | None = None
    dates: str = ""
    leave_out: tuple[str, ...] = ()
    sections: bool = False
    fill_down: bool = False
    complete: bool = False

    def column(self, field_name: str) -> ColumnMapping | None:
        """The first heading that fills a field."""
        return next((each for each in self.columns if each.field == field_name), None)

    def words_of(self, field_name: str) -> dict[str, str]:
        return next((dict(pairs) for name, pairs in self.words if name == field_name), {})

    @property
    def missing(self) -> tuple[str, ...]:
        """What the table still needs, in words: nothing where it can be read."""
        return self.missing_of({each.field for each in self.columns})

    def missing_of(self, columns: Collection[str]) -> tuple[str, ...]:
        """The same where only these fields have columns."""
        given = {*columns, *(name for name, _ in self.fixed)}
        groups = needed(self.target, across=self.across is not None)
        return tuple(" or ".join(group) for group in groups if not given & set(group))


@dataclass(frozen=True, slots=True)
class BookMapping:
    """How a workbook is read; `standard_week` are the hours of a full week in its FTE, days and percentages."""

    tables: tuple[TableMapping, ...] = field(default=())
    standard_week: float = STANDARD_WEEK

    def table(self, sheet: str) -> TableMapping | None:
        return next((each for each in self.tables if each.sheet == sheet), None)
