"""The table of absences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Absence, Id
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One absence and who is away."""

    entity: Absence
    resource: str

    @property
    def id(self) -> Id:
        return self.entity.id


def rows(portfolio: Portfolio, standing: Standing) -> list[AbsenceRow]:
    return [row_of(absence, portfolio, standing) for absence in portfolio.absences.values()]


def row_of(absence: Absence, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> AbsenceRow:
    away = portfolio.resources.get(absence.resource_id)
    return AbsenceRow(absence, away.name if away else "")


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[AbsenceRow]]:
    make = FieldColumns[AbsenceRow](formats)
    return (
        make.reference(
            "resource_id",
            translate("Absences", "Resource"),
            190,
            lambda row: row.resource,
            portfolio.resources,
            translate("Absences", "resource"),
        ),
        make.date("first", translate("Absences", "From"), 100, fields.date(formats), tip=translate("Absences", "First day away")),
        make.date("last", translate("Absences", "To"), 100, fields.date(formats), tip=translate("Absences", "Last day away, included")),
        make.figure(
            "percent",
            translate("Absences", "Percent"),
            84,
            lambda row: row.entity.percent,
            fields.figure(formats, 100),
            tip=translate("Absences", "Part of each day; several absences add up to at most all of it"),
        ),
        make.words("reason", translate("Absences", "Reason"), 260, lambda row: row.entity.reason, fields.any_text),
    )


TABLE = TableDescription(
    kind=Kind.ABSENCE,
    title=translate("Absences", "Absences"),
    says=translate("Absences", "Days on which people are away, in full or in part; their capacity is less by it."),
    one=translate("Absences", "absence"),
    many=translate("Absences", "absences"),
    empty=translate("Absences", "Absences take days from the capacity of one resource: holidays of its own, training, parental leave."),
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh.absence,
    needs=(("resource_id",), ("first",), ("last",)),
)
