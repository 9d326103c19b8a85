"""The tables of calendars and of their holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Calendar, Holiday, Id
from data.portfolio import Kind, Portfolio
from data.workbook.cells import days_text
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One calendar with the number of resources that keep it and of its holidays."""

    entity: Calendar
    resources: int
    holidays: int

    @property
    def id(self) -> Id:
        return self.entity.id


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One holiday and its calendar."""

    entity: Holiday
    calendar: str

    @property
    def id(self) -> Id:
        return self.entity.id


def calendar_rows(portfolio: Portfolio, standing: Standing) -> list[CalendarRow]:
    return [calendar_row(calendar, portfolio, standing) for calendar in portfolio.calendars.values()]


def calendar_row(calendar: Calendar, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> CalendarRow:
    is_default = portfolio.settings.default_calendar_id == calendar.id
    keepers = sum(each.calendar_id == calendar.id or (is_default and each.calendar_id is None) for each in portfolio.resources.values())
    return CalendarRow(calendar, keepers, sum(each.calendar_id == calendar.id for each in portfolio.holidays.values()))


def holiday_rows(portfolio: Portfolio, standing: Standing) -> list[HolidayRow]:
    return [holiday_row(holiday, portfolio, standing) for holiday in portfolio.holidays.values()]


def holiday_row(holiday: Holiday, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> HolidayRow:
    calendar = portfolio.calendars.get(holiday.calendar_id)
    return HolidayRow(holiday, calendar.name if calendar else "")


def calendar_columns(_portfolio: Portfolio, formats: Formats) -> Sequence[Column[CalendarRow]]:
    make = FieldColumns[CalendarRow](formats)
    return (
        make.words("name", translate("Calendars", "Calendar"), 190, lambda row: row.entity.name, fields.some_text),
        make.words(
            "working_days",
            translate("Calendars", "Working days"),
            150,
            lambda row: days_text(row.entity.working_days),
            fields.working_days,
            tip=translate("Calendars", "Such as Mon-Fri, or Mon,Tue,Thu"),
        ),
        make.shown(
            "resources",
            translate("Calendars", "Resources"),
            96,
            lambda row: float(row.resources),
            formats.number,
            tip=translate("Calendars", "Resources that keep this calendar"),
        ),
        make.shown(
            "holidays",
            translate("Calendars", "Holidays"),
            96,
            lambda row: float(row.holidays),
            formats.number,
            tip=translate("Calendars", "Holidays of this calendar"),
        ),
        make.words(
            "country",
            translate("Calendars", "Country"),
            90,
            lambda row: row.entity.country,
            fields.any_text,
            tip=translate("Calendars", "ISO code, such as GB; an import draws its public holidays"),
        ),
        make.words(
            "subdivision",
            translate("Calendars", "Subdivision"),
            110,
            lambda row: row.entity.subdivision,
            fields.any_text,
            tip=translate("Calendars", "ISO code, such as ENG"),
        ),
    )


def holiday_columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[HolidayRow]]:
    make = FieldColumns[HolidayRow](formats)
    return (
        make.reference(
            "calendar_id",
            translate("Calendars", "Calendar"),
            190,
            lambda row: row.calendar,
            portfolio.calendars,
            translate("Calendars", "calendar"),
        ),
        make.date("day", translate("Calendars", "Date"), 110, fields.date(formats)),
        make.words("name", translate("Calendars", "Name"), 260, lambda row: row.entity.name, fields.any_text),
    )


CALENDARS = TableDescription(
    kind=Kind.CALENDAR,
    title=translate("Calendars", "Calendars"),
    says=translate("Calendars", "Which days of the week are worked; resources without a calendar keep the default one."),
    one=translate("Calendars", "calendar"),
    many=translate("Calendars", "calendars"),
    empty=translate("Calendars", "A calendar says which days of the week are worked. Without any, Monday to Friday is."),
    columns=calendar_columns,
    rows=calendar_rows,
    row_of=calendar_row,
    fresh=fresh.calendar,
    needs=(("name",),),
)
HOLIDAYS = TableDescription(
    kind=Kind.HOLIDAY,
    title=translate("Calendars", "Holidays"),
    says=translate("Calendars", "Days on which nobody works who keeps the calendar."),
    one=translate("Calendars", "holiday"),
    many=translate("Calendars", "holidays"),
    empty=translate(
        "Calendars", "Holidays belong to a calendar; add a calendar first. An import draws the public holidays of its country."
    ),
    columns=holiday_columns,
    rows=holiday_rows,
    row_of=holiday_row,
    fresh=fresh.holiday,
    needs=(("calendar_id",), ("day",)),
)
