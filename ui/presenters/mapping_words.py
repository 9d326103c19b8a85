"""What tables, units and bookings are called in the import wizard."""

from __future__ import annotations

from data.entities import BookingKind
from planner.importing.mapping.values import Span, Target, Unit
from ui.presenters.saying import translate

NOT_READ = translate("Mapping", "not read")
AS_ASKED = "–"

TARGETS = {
    Target.RESOURCES: translate("Mapping", "Resources: one row each"),
    Target.PROJECTS: translate("Mapping", "Projects: one row each"),
    Target.DEMANDS: translate("Mapping", "Demands: one row each"),
    Target.ABSENCES: translate("Mapping", "Absences: one row each"),
    Target.ASKED: translate("Mapping", "Demand by week"),
    Target.BOOKED: translate("Mapping", "Bookings by week"),
    Target.BOOKED_BY_DATES: translate("Mapping", "Bookings: one row each, from day to day"),
    Target.CAPACITY: translate("Mapping", "Capacity by week"),
    Target.AWAY: translate("Mapping", "Absences by week"),
    Target.HOLIDAYS: translate("Mapping", "Holidays: one row each"),
    Target.CALENDARS: translate("Mapping", "Calendars: one row each"),
    Target.DEPENDENCIES: translate("Mapping", "Dependencies: one row each"),
    Target.SETTINGS: translate("Mapping", "Settings: one row each"),
    Target.LEFT_OUT: translate("Mapping", "Nothing: leave it out"),
}
SHORT = {
    Target.RESOURCES: translate("Mapping", "Resources"),
    Target.PROJECTS: translate("Mapping", "Projects"),
    Target.DEMANDS: translate("Mapping", "Demands"),
    Target.ABSENCES: translate("Mapping", "Absences"),
    Target.ASKED: translate("Mapping", "Demand by week"),
    Target.BOOKED: translate("Mapping", "Bookings by week"),
    Target.BOOKED_BY_DATES: translate("Mapping", "Bookings by dates"),
    Target.CAPACITY: translate("Mapping", "Capacity by week"),
    Target.AWAY: translate("Mapping", "Absences by week"),
    Target.HOLIDAYS: translate("Mapping", "Holidays"),
    Target.CALENDARS: translate("Mapping", "Calendars"),
    Target.DEPENDENCIES: translate("Mapping", "Dependencies"),
    Target.SETTINGS: translate("Mapping", "Settings"),
    Target.LEFT_OUT: translate("Mapping", "Left out"),
}
ACROSS = {
    None: translate("Mapping", "nothing: each row is one week"),
    Span.DAYS: translate("Mapping", "days"),
    Span.WEEKS: translate("Mapping", "weeks"),
    Span.MONTHS: translate("Mapping", "months"),
    Span.QUARTERS: translate("Mapping", "quarters"),
}
UNITS = {
    Unit.HOURS: translate("Mapping", "hours"),
    Unit.DAYS: translate("Mapping", "days"),
    Unit.FTE: translate("Mapping", "FTE"),
    Unit.PERCENT: translate("Mapping", "percent (50)"),
    Unit.SHARE: translate("Mapping", "shares (0.5)"),
}
DATES = {
    "": translate("Mapping", "as real dates, or 2027-03-31"),
    "dmy": translate("Mapping", "day, month, year"),
    "mdy": translate("Mapping", "month, day, year"),
    "ymd": translate("Mapping", "year, month, day"),
}
BY_COLUMN = "column"
BOOKING_KINDS = {
    BookingKind.SOFT.value: translate("Mapping", "soft: a plan may move them"),
    BookingKind.HARD.value: translate("Mapping", "hard: a plan keeps them"),
    BY_COLUMN: translate("Mapping", "as their column says"),
}
BOOKED_AS = {
    BookingKind.SOFT.value: translate(
        "Mapping", "The bookings are soft: a plan may give the work to others; choose hard where people are booked."
    ),
    BookingKind.HARD.value: translate("Mapping", "The bookings are hard: a plan keeps them as they are."),
    BY_COLUMN: translate("Mapping", "A column says which bookings are hard: a plan keeps those."),
}


BOOKED_UPON = translate("Mapping", "Each row is booked upon a demand of its project that fits by role and dates, or upon a new one.")
MEANT = {
    Target.BOOKED_BY_DATES: translate("Mapping", "who is booked: bookings"),
    Target.DEMANDS: translate("Mapping", "what is needed: demands"),
}
"""What rows of person, project and dates may say."""
