"""The table of resources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.entities import Id, Resource, ResourceKind
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Share, Standing, TableDescription, Told, renewed
from ui.presenters.terms import all_said, said
from ui.tokens import FULL, ROUNDING


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """One resource and what the plan asks of it."""

    entity: Resource
    calendar: str
    share: Share | None

    @property
    def id(self) -> Id:
        return self.entity.id

    @property
    def hours(self) -> float | None:
        return self.share.part if self.share else None

    @property
    def utilisation(self) -> float | None:
        return self.share.fraction if self.share else None


def rows(portfolio: Portfolio, standing: Standing) -> list[ResourceRow]:
    return [row_of(resource, portfolio, standing) for resource in portfolio.resources.values()]


def since(before: Told[ResourceRow], portfolio: Portfolio, standing: Standing) -> list[ResourceRow] | None:
    others = ((before.standing.resources, standing.resources),)
    return renewed(before, portfolio, (Kind.RESOURCE, Kind.CALENDAR), others, lambda resource, _row: row_of(resource, portfolio, standing))


def row_of(resource: Resource, portfolio: Portfolio, standing: Standing = NO_STANDING) -> ResourceRow:
    calendar = portfolio.calendars.get(resource.calendar_id) if resource.calendar_id else None
    return ResourceRow(resource, calendar.name if calendar else "", standing.resources.get(resource.id))


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[ResourceRow]]:
    """Who it is, what the plan makes of it, then what decides its capacity."""
    return (*_who(portfolio, formats), *_plan(formats), *_capacity(portfolio, formats), *_availability(portfolio, formats))


def _who(portfolio: Portfolio, formats: Formats) -> tuple[Column[ResourceRow], ...]:
    make = FieldColumns[ResourceRow](formats)
    held = portfolio.resources.values()
    return (
        make.words("name", translate("Resources", "Resource"), 170, lambda row: row.entity.name, fields.some_text),
        make.words(
            "role",
            translate("Resources", "Role"),
            130,
            lambda row: row.entity.role,
            fields.some_text,
            choices=lambda: _known(r.role for r in held),
            free=True,
        ),
        make.figure(
            "level",
            translate("Resources", "Level"),
            56,
            lambda row: row.entity.level,
            fields.whole(1, 5),
            tip=translate("Resources", "How well the role is filled: 1 beginner to 5 expert"),
        ),
        make.words(
            "other_roles",
            translate("Resources", "Other roles"),
            150,
            lambda row: fields.roles_text(row.entity.other_roles),
            fields.roles,
            tip=translate("Resources", "Roles held besides, with level: Backend:2; Tester:3"),
        ),
        make.words(
            "team",
            translate("Resources", "Team"),
            110,
            lambda row: row.entity.team,
            fields.any_text,
            choices=lambda: _known(r.team for r in held),
            free=True,
        ),
        make.words(
            "kind",
            translate("Resources", "Kind"),
            96,
            lambda row: said(row.entity.kind),
            fields.choice(ResourceKind),
            choices=lambda: all_said(ResourceKind),
        ),
    )


def _capacity(portfolio: Portfolio, formats: Formats) -> tuple[Column[ResourceRow], ...]:
    make = FieldColumns[ResourceRow](formats)
    hours = fields.optional(fields.figure(formats))
    week = formats.figure(portfolio.settings.standard_week)
    return (
        make.figure(
            "hours_per_week",
            translate("Resources", "Hours a week"),
            100,
            lambda row: row.entity.hours_per_week,
            hours,
            tip=translate("Resources", "Empty: the standard week of {week} h").format(week=week),
        ),
        make.figure(
            "project_share",
            translate("Resources", "Project share %"),
            112,
            lambda row: row.entity.project_share,
            fields.figure(formats, 100),
            tip=translate("Resources", "Part of the time that goes to projects; the rest is run-the-business work"),
        ),
        make.figure(
            "overtime",
            translate("Resources", "Overtime h"),
            88,
            lambda row: row.entity.overtime,
            fields.figure(formats),
            tip=translate("Resources", "Hours a week that may be worked on top"),
        ),
        make.figure(
            "max_projects",
            translate("Resources", "Most projects"),
            104,
            lambda row: row.entity.max_projects,
            fields.optional(fields.whole(0)),
            tip=translate("Resources", "Different projects in one week at most; empty: no limit"),
        ),
    )


def _availability(portfolio: Portfolio, formats: Formats) -> tuple[Column[ResourceRow], ...]:
    make = FieldColumns[ResourceRow](formats)
    money, date = fields.optional(fields.figure(formats)), fields.optional(fields.date(formats))
    calendars = [(calendar.name, key) for key, calendar in portfolio.calendars.items()]
    return (
        make.words(
            "calendar_id",
            translate("Resources", "Calendar"),
            110,
            lambda row: row.calendar,
            fields.optional(fields.reference(calendars, translate("Resources", "calendar"))),
            choices=lambda: ["", *(name for name, _ in calendars)],
            tip=translate("Resources", "Empty: the default calendar"),
        ),
        make.date(
            "available_from", translate("Resources", "From"), 92, date, tip=translate("Resources", "First day available; empty: always")
        ),
        make.date("available_to", translate("Resources", "To"), 92, date, tip=translate("Resources", "Last day available; empty: always")),
        make.figure(
            "cost_per_hour",
            translate("Resources", "Cost an hour"),
            96,
            lambda row: row.entity.cost_per_hour,
            money,
            tip=translate("Resources", "In the portfolio's currency"),
        ),
    )


def _plan(formats: Formats) -> tuple[Column[ResourceRow], ...]:
    make = FieldColumns[ResourceRow](formats)
    return (
        make.shown(
            "hours",
            translate("Resources", "Planned h"),
            84,
            lambda row: row.hours,
            formats.hours,
            tip=translate("Resources", "Hours the plan gives to projects over the whole horizon"),
        ),
        make.shown(
            "utilisation",
            translate("Resources", "Utilisation"),
            88,
            lambda row: row.utilisation,
            formats.percent,
            share=True,
            tip=translate("Resources", "Hours allocated ÷ capacity over the whole horizon"),
            mark=_overload,
        ),
    )


def _overload(row: ResourceRow) -> str:
    return "warning" if row.utilisation is not None and row.utilisation > FULL + ROUNDING else ""


def _known(words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if word}, key=str.casefold)


TABLE = TableDescription(
    kind=Kind.RESOURCE,
    title=translate("Resources", "Resources"),
    says=translate("Resources", "People, teams and equipment, what they can do and how much of their time projects may have."),
    one=translate("Resources", "resource"),
    many=translate("Resources", "resources"),
    empty=translate("Resources", "Resources are the people, teams and equipment that do the work. Import the workbook that lists them."),
    columns=columns,
    rows=rows,
    since=since,
    row_of=row_of,
    fresh=fresh.resource,
    needs=(("name",), ("role",)),
)
