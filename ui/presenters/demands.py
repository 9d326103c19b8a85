"""The table of demands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from data.entities import Demand, Id, Profile
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column, Leads
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Placing, Share, Standing, TableDescription, Told, coverage_mark, placing_column, renewed
from ui.presenters.terms import all_said, said


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand with the names it refers to and what the plan gives it; `has_weeks`: its own, beside which amount and profile do not count."""

    entity: Demand
    project: str
    resource: str
    share: Share | None
    cause: str
    reason: str
    placing: Placing | None = None
    has_weeks: bool = False

    @property
    def id(self) -> Id:
        return self.entity.id

    @property
    def asked(self) -> float | None:
        return self.share.whole if self.share else None

    @property
    def coverage(self) -> float | None:
        return self.share.fraction if self.share else None


def rows(portfolio: Portfolio, standing: Standing) -> list[DemandRow]:
    with_weeks = {week.demand_id for week in portfolio.demand_weeks.values()}
    return [row_of(demand, portfolio, standing, has_weeks=demand.id in with_weeks) for demand in portfolio.demands.values()]


def since(before: Told[DemandRow], portfolio: Portfolio, standing: Standing) -> list[DemandRow] | None:
    was = before.standing
    if was.placings is not standing.placings:
        return None
    others = ((was.demands, standing.demands), (was.causes, standing.causes), (was.reasons, standing.reasons))
    named = (Kind.DEMAND, Kind.PROJECT, Kind.RESOURCE, Kind.DEMAND_WEEK)

    def made(demand: Demand, row: DemandRow) -> DemandRow:
        return row_of(demand, portfolio, standing, has_weeks=row.has_weeks)

    return renewed(before, portfolio, named, others, made)


def row_of(demand: Demand, portfolio: Portfolio, standing: Standing = NO_STANDING, *, has_weeks: bool = False) -> DemandRow:
    key, project = demand.id, portfolio.projects.get(demand.project_id)
    resource = portfolio.resources.get(demand.resource_id) if demand.resource_id else None
    return DemandRow(
        demand,
        project.name if project else "",
        resource.name if resource else "",
        standing.demands.get(key),
        standing.causes.get(key, ""),
        standing.reasons.get(key, ""),
        standing.placings.get(demand.project_id),
        has_weeks,
    )


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[DemandRow]]:
    """What is asked, how much and when, what the plan makes of it, then the finer points: people read from the left."""
    name, project, phase, role, level = _what(portfolio, formats)
    asked, coverage, cause, placing = _plan(formats)
    first = (name, project, role, *_amount(formats), *_dates(formats), coverage, cause)
    return (*first, asked, placing, phase, level, *_limits(portfolio, formats))


def _what(portfolio: Portfolio, formats: Formats) -> tuple[Column[DemandRow], ...]:
    make = FieldColumns[DemandRow](formats)
    projects = [(project.name, key) for key, project in portfolio.projects.items()]
    held = portfolio.resources.values()
    return (
        make.words("name", translate("Demands", "Demand"), 90, lambda row: row.entity.name, fields.some_text),
        make.words(
            "project_id",
            translate("Demands", "Project"),
            142,
            lambda row: row.project,
            fields.reference(projects, translate("Demands", "project")),
            choices=lambda: sorted(name for name, _ in projects),
        ),
        make.words("phase", translate("Demands", "Phase"), 90, lambda row: row.entity.phase, fields.any_text),
        make.words(
            "role",
            translate("Demands", "Role"),
            116,
            lambda row: row.entity.role,
            fields.some_text,
            choices=lambda: sorted({r.role for r in held}, key=str.casefold),
            free=True,
        ),
        make.figure(
            "min_level",
            translate("Demands", "Min level"),
            76,
            lambda row: row.entity.min_level,
            fields.whole(1, 5),
            tip=translate("Demands", "Lowest level of the role that will do"),
        ),
    )


def _dates(formats: Formats) -> tuple[Column[DemandRow], ...]:
    make = FieldColumns[DemandRow](formats)
    return (
        make.date("start", translate("Demands", "Start"), 84, fields.date(formats)),
        make.date("finish", translate("Demands", "Finish"), 84, fields.date(formats), tip=translate("Demands", "Last day, included")),
    )


def _amount(formats: Formats) -> tuple[Column[DemandRow], ...]:
    """The three ways to say how much; typing one clears the other two."""
    return (
        _one_of_three("hours_per_week", translate("Demands", "Hours a week"), 100, lambda row: row.entity.hours_per_week, formats),
        _one_of_three("total_hours", translate("Demands", "Total h"), 60, lambda row: row.entity.total_hours, formats),
        _one_of_three("fte", translate("Demands", "FTE"), 44, lambda row: row.entity.fte, formats),
    )


def _one_of_three(field: str, heading: str, width: int, value: Callable[[DemandRow], float | None], formats: Formats) -> Column[DemandRow]:
    read_figure = fields.figure(formats)

    def read(row: DemandRow, text: str) -> Demand:
        amounts: dict[str, float | None] = {field: None}
        if text.strip():
            amounts = {"hours_per_week": None, "total_hours": None, "fte": None, field: read_figure(text)}
        return replace(row.entity, **amounts)  # type: ignore[arg-type]  # the three are figures or None

    column = FieldColumns[DemandRow](formats).figure(
        field,
        heading,
        width,
        value,
        None,
        tip=translate("Demands", "Exactly one of Hours a week, Total h and FTE says how much; typing one clears the others"),
    )
    return _beside_weeks(replace(column, read=read))


def _beside_weeks(column: Column[DemandRow]) -> Column[DemandRow]:
    """A column that does not count for a demand with weeks of its own says so."""
    words = translate("Demands", "Does not count: this demand has weeks of its own, which stand below and on the tab Demand weeks")
    return replace(column, mark=lambda row: "disabled" if row.has_weeks else "", explain=lambda row: words if row.has_weeks else "")


def _plan(formats: Formats) -> tuple[Column[DemandRow], ...]:
    make = FieldColumns[DemandRow](formats)
    return (
        make.shown(
            "asked",
            translate("Demands", "Asked h"),
            76,
            lambda row: row.asked,
            formats.hours,
            tip=translate("Demands", "Hours asked inside the horizon"),
        ),
        replace(
            make.shown(
                "coverage",
                translate("Demands", "Coverage"),
                72,
                lambda row: row.coverage,
                formats.met,
                share=True,
                tip=translate("Demands", "Hours met ÷ hours asked; a double click, or F2, shows the demand in the page Plan"),
                mark=lambda row: coverage_mark(row.share),
            ),
            leads=Leads.PLAN,
        ),
        replace(
            make.words(
                "cause",
                translate("Demands", "Why short"),
                148,
                lambda row: row.cause,
                None,
                tip=translate("Demands", "The main reason why hours are not met; a click, or F2, shows all of it in the page Insight"),
            ),
            explain=lambda row: row.reason,
            mark=lambda row: "accent" if row.cause else "",
            leads=Leads.INSIGHT,
        ),
        placing_column(lambda row: row.placing),
    )


def _limits(portfolio: Portfolio, formats: Formats) -> tuple[Column[DemandRow], ...]:
    make = FieldColumns[DemandRow](formats)
    resources = [(resource.name, key) for key, resource in portfolio.resources.items()]
    return (
        _beside_weeks(
            make.words(
                "profile",
                translate("Demands", "Profile"),
                80,
                lambda row: said(row.entity.profile),
                fields.choice(Profile),
                choices=lambda: all_said(Profile),
                tip=translate("Demands", "How the hours lie over the dates"),
            )
        ),
        make.figure(
            "max_people",
            translate("Demands", "Most people"),
            96,
            lambda row: row.entity.max_people,
            fields.optional(fields.whole(1)),
            tip=translate("Demands", "People on this demand at most; empty: no limit"),
        ),
        make.words(
            "resource_id",
            translate("Demands", "Only"),
            150,
            lambda row: row.resource,
            fields.optional(fields.reference(resources, translate("Demands", "resource"))),
            choices=lambda: ["", *sorted(name for name, _ in resources)],
            tip=translate("Demands", "Only this resource may do it; empty: anyone who fits"),
        ),
    )


TABLE = TableDescription(
    kind=Kind.DEMAND,
    title=translate("Demands", "Demands"),
    says=translate("Demands", "Effort that projects ask of a role or of one resource, and how much of it the plan meets."),
    one=translate("Demands", "demand"),
    many=translate("Demands", "demands"),
    empty=translate("Demands", "Demands say how many hours of which role a project needs, and when. Import the workbook that lists them."),
    columns=columns,
    rows=rows,
    since=since,
    row_of=row_of,
    fresh=fresh.demand,
    needs=(("project_id",), ("role",), ("start",), ("finish",), ("hours_per_week", "total_hours", "fte")),
)
