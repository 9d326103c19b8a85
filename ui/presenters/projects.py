"""The table of projects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.entities import Id, Project, ProjectStatus
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from planner.hours.weights import rank
from ui.presenters import fields
from ui.presenters.columns import Column, SortKey
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Placing, Share, Standing, TableDescription, coverage_mark, placing_column
from ui.presenters.terms import all_said, said


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project and what the plan gives it."""

    entity: Project
    share: Share | None
    placing: Placing | None = None

    @property
    def id(self) -> Id:
        return self.entity.id

    @property
    def asked(self) -> float | None:
        return self.share.whole if self.share else None

    @property
    def coverage(self) -> float | None:
        return self.share.fraction if self.share else None


def rows(portfolio: Portfolio, standing: Standing) -> list[ProjectRow]:
    """Projects by rank: what an hour of each is worth, then must-do ones first, then the name."""
    ranked = sorted(portfolio.projects.values(), key=rank)
    return [row_of(project, portfolio, standing) for project in ranked]


def row_of(project: Project, _portfolio: Portfolio, standing: Standing = NO_STANDING) -> ProjectRow:
    return ProjectRow(project, standing.projects.get(project.id), standing.placings.get(project.id))


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[ProjectRow]]:
    """How it ranks, what the plan gives it, then its dates and what it is worth."""
    return (*_rank(formats), *_plan(formats), *_dates(formats), *_business(portfolio, formats))


def _rank(formats: Formats) -> tuple[Column[ProjectRow], ...]:
    make = FieldColumns[ProjectRow](formats)
    yes_no = lambda: (fields.YES, fields.NO)  # noqa: E731
    return (
        make.words("name", translate("Projects", "Project"), 200, lambda row: row.entity.name, fields.some_text),
        make.figure(
            "priority",
            translate("Projects", "Priority"),
            72,
            lambda row: row.entity.priority,
            fields.whole(1, 5),
            tip=translate("Projects", "1 is highest, 5 lowest"),
        ),
        make.words(
            "status",
            translate("Projects", "Status"),
            104,
            lambda row: said(row.entity.status),
            fields.choice(ProjectStatus),
            choices=lambda: all_said(ProjectStatus),
            tip=translate("Projects", "Proposed, approved and active projects take part; a proposed one may be left out"),
        ),
        make.words(
            "must_do",
            translate("Projects", "Must do"),
            76,
            lambda row: fields.YES if row.entity.must_do else fields.NO,
            fields.yes_or_no,
            choices=yes_no,
        ),
        make.figure(
            "weight",
            translate("Projects", "Weight"),
            72,
            lambda row: row.entity.weight,
            fields.optional(fields.figure(formats)),
            tip=translate("Projects", "Points an hour; empty: 16 for priority 1, halved with each priority below"),
        ),
    )


def _plan(formats: Formats) -> tuple[Column[ProjectRow], ...]:
    make = FieldColumns[ProjectRow](formats)
    return (
        make.shown(
            "asked",
            translate("Projects", "Asked h"),
            76,
            lambda row: row.asked,
            formats.hours,
            tip=translate("Projects", "Hours asked by all demands of the project inside the horizon"),
        ),
        make.shown(
            "coverage",
            translate("Projects", "Coverage"),
            80,
            lambda row: row.coverage,
            formats.met,
            share=True,
            tip=translate("Projects", "Hours met ÷ hours asked"),
            mark=lambda row: coverage_mark(row.share),
        ),
        placing_column(lambda row: row.placing),
        _day(formats, "planned_start", translate("Projects", "Planned start"), lambda row: row.placing.start if row.placing else None),
        _day(formats, "planned_finish", translate("Projects", "Planned finish"), lambda row: row.placing.finish if row.placing else None),
    )


def _day(formats: Formats, key: str, heading: str, day: Callable[[ProjectRow], dt.date | None]) -> Column[ProjectRow]:
    """A day as the plan has it, with the delay; its own or that of its demands."""

    def order(row: ProjectRow) -> SortKey:
        found = day(row)
        return (found is None, found.toordinal() if found else 0)

    return Column(
        key,
        heading,
        104,
        lambda row: formats.date(day(row)),
        order,
        tip=translate("Projects", "With the delay that the plan gives the project; by its own dates, else those of its demands"),
        mark=lambda row: row.placing.mark if row.placing else "",
    )


def _dates(formats: Formats) -> tuple[Column[ProjectRow], ...]:
    make = FieldColumns[ProjectRow](formats)
    date = fields.optional(fields.date(formats))
    return (
        make.date(
            "start",
            translate("Projects", "Start"),
            92,
            date,
            tip=translate("Projects", "Binds dependencies only; demands have their own dates"),
        ),
        make.date("finish", translate("Projects", "Finish"), 92, date),
        make.figure(
            "max_delay",
            translate("Projects", "Max delay weeks"),
            120,
            lambda row: row.entity.max_delay,
            fields.whole(0),
            tip=translate("Projects", "Weeks by which the project may be moved later"),
        ),
    )


def _business(portfolio: Portfolio, formats: Formats) -> tuple[Column[ProjectRow], ...]:
    make = FieldColumns[ProjectRow](formats)
    money = fields.optional(fields.figure(formats))
    unit = f" {portfolio.settings.currency}" if portfolio.settings.currency else ""
    return (
        make.figure("value", translate("Projects", "Value{unit}").format(unit=unit), 96, lambda row: row.entity.value, money),
        make.figure("budget", translate("Projects", "Budget{unit}").format(unit=unit), 96, lambda row: row.entity.budget, money),
        make.words("programme", translate("Projects", "Programme"), 120, lambda row: row.entity.programme, fields.any_text),
        make.words("manager", translate("Projects", "Manager"), 130, lambda row: row.entity.manager, fields.any_text),
    )


TABLE = TableDescription(
    kind=Kind.PROJECT,
    title=translate("Projects", "Projects"),
    says=translate("Projects", "What competes for the people; an hour of one priority counts twice an hour of the next."),
    one=translate("Projects", "project"),
    many=translate("Projects", "projects"),
    empty=translate("Projects", "Projects compete for people and equipment. Import the workbook that lists them."),
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh.project,
    needs=(("name",),),
)
