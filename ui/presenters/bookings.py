"""The tables of bookings and of demands' own weeks: hours in single weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Booking, BookingKind, Demand, DemandWeek, Id
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription
from ui.presenters.terms import all_said, said

MONDAY = translate("Bookings", "The Monday of the week")


@dataclass(frozen=True, slots=True)
class BookingRow:
    """One booking with the names of what it books."""

    entity: Booking
    demand: str
    project: str
    resource: str

    @property
    def id(self) -> Id:
        return self.entity.id


@dataclass(frozen=True, slots=True)
class DemandWeekRow:
    """A demand's own hours in one week."""

    entity: DemandWeek
    demand: str
    project: str
    role: str

    @property
    def id(self) -> Id:
        return self.entity.id


def booking_rows(portfolio: Portfolio, standing: Standing) -> list[BookingRow]:
    return [booking_row(booking, portfolio, standing) for booking in portfolio.bookings.values()]


def booking_row(booking: Booking, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> BookingRow:
    demand, resource = portfolio.demands.get(booking.demand_id), portfolio.resources.get(booking.resource_id)
    return BookingRow(booking, demand.name if demand else "", _project(portfolio, demand), resource.name if resource else "")


def week_rows(portfolio: Portfolio, standing: Standing) -> list[DemandWeekRow]:
    return [week_row(week, portfolio, standing) for week in portfolio.demand_weeks.values()]


def week_row(week: DemandWeek, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> DemandWeekRow:
    demand = portfolio.demands.get(week.demand_id)
    return DemandWeekRow(week, demand.name if demand else "", _project(portfolio, demand), demand.role if demand else "")


def _project(portfolio: Portfolio, demand: Demand | None) -> str:
    project = portfolio.projects.get(demand.project_id) if demand else None
    return project.name if project else ""


def booking_columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[BookingRow]]:
    make = FieldColumns[BookingRow](formats)
    return (
        make.reference(
            "demand_id", translate("Bookings", "Demand"), 120, lambda row: row.demand, portfolio.demands, translate("Bookings", "demand")
        ),
        make.words("project", translate("Bookings", "Project"), 190, lambda row: row.project, None),
        make.reference(
            "resource_id",
            translate("Bookings", "Resource"),
            190,
            lambda row: row.resource,
            portfolio.resources,
            translate("Bookings", "resource"),
        ),
        make.date("week", translate("Bookings", "Week"), 100, fields.date(formats), tip=MONDAY),
        make.figure("hours", translate("Bookings", "Hours"), 80, lambda row: row.entity.hours, fields.figure(formats)),
        make.words(
            "kind",
            translate("Bookings", "Type"),
            80,
            lambda row: said(row.entity.kind),
            fields.choice(BookingKind),
            choices=lambda: all_said(BookingKind),
            tip=translate("Bookings", "Hard bookings are never dropped, soft ones are an intention"),
        ),
    )


def week_columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[DemandWeekRow]]:
    make = FieldColumns[DemandWeekRow](formats)
    return (
        make.reference(
            "demand_id", translate("Bookings", "Demand"), 120, lambda row: row.demand, portfolio.demands, translate("Bookings", "demand")
        ),
        make.words("project", translate("Bookings", "Project"), 190, lambda row: row.project, None),
        make.words("role", translate("Bookings", "Role"), 130, lambda row: row.role, None),
        make.date("week", translate("Bookings", "Week"), 100, fields.date(formats), tip=MONDAY),
        make.figure("hours", translate("Bookings", "Hours"), 80, lambda row: row.entity.hours, fields.figure(formats)),
    )


BOOKINGS = TableDescription(
    kind=Kind.BOOKING,
    title=translate("Bookings", "Bookings"),
    says=translate("Bookings", "Hours of a resource on a demand in one week; the plan keeps hard ones whatever else it does."),
    one=translate("Bookings", "booking"),
    many=translate("Bookings", "bookings"),
    empty=translate("Bookings", "A booking gives a resource's hours of one week to a demand. They can be made on the page Plan, too."),
    columns=booking_columns,
    rows=booking_rows,
    row_of=booking_row,
    fresh=fresh.booking,
    needs=(("demand_id",), ("resource_id",), ("week",), ("hours",)),
)
WEEKS = TableDescription(
    kind=Kind.DEMAND_WEEK,
    title=translate("Bookings", "Demand weeks"),
    says=translate("Bookings", "Hours of single weeks, which take the place of a demand's profile."),
    one=translate("Bookings", "demand week"),
    many=translate("Bookings", "demand weeks"),
    empty=translate("Bookings", "A demand with weeks of its own asks for those hours alone; its profile no longer counts."),
    columns=week_columns,
    rows=week_rows,
    row_of=week_row,
    fresh=fresh.demand_week,
    needs=(("demand_id",), ("week",), ("hours",)),
)
