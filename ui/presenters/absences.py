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
        make.reference("resource_id", "Resource", 190, lambda row: row.resource, portfolio.resources, "resource"),
        make.date("first", "From", 100, fields.date(formats), tip="First day away"),
        make.date("last", "To", 100, fields.date(formats), tip="Last day away, included"),
        make.figure(
            "percent",
            "Percent",
            84,
            lambda row: row.entity.percent,
            fields.figure(formats, 100),
            tip="Part of each day; several absences add up to at most all of it",
        ),
        make.words("reason", "Reason", 260, lambda row: row.entity.reason, fields.any_text),
    )


TABLE = TableDescription(
    kind=Kind.ABSENCE,
    title="Absences",
    says="Days on which people are away, in full or in part; their capacity is less by it.",
    one="absence",
    many="absences",
    empty="Absences take days from the capacity of one resource: holidays of its own, training, parental leave.",
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh.absence,
    needs=(("resource_id",), ("first",), ("last",)),
)
