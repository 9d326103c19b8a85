"""The table of estimates: what may become of a project's effort, and the chance that a proposal is won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Estimate, Id
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One estimate with the name of its project."""

    entity: Estimate
    project: str

    @property
    def id(self) -> Id:
        return self.entity.id


def rows(portfolio: Portfolio, standing: Standing) -> list[EstimateRow]:
    return [row_of(estimate, portfolio, standing) for estimate in portfolio.estimates.values()]


def row_of(estimate: Estimate, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> EstimateRow:
    project = portfolio.projects.get(estimate.project_id)
    return EstimateRow(estimate, project.name if project else "")


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[EstimateRow]]:
    make = FieldColumns[EstimateRow](formats)
    amount, percent = fields.figure(formats), fields.figure(formats, 100)
    return (
        make.reference(
            "project_id",
            translate("Estimates", "Project"),
            240,
            lambda row: row.project,
            portfolio.projects,
            translate("Estimates", "project"),
        ),
        make.figure(
            "low",
            translate("Estimates", "Low %"),
            90,
            lambda row: row.entity.low,
            amount,
            tip=translate("Estimates", "The least effort that is thinkable, in percent of what the project's demands ask"),
        ),
        make.figure(
            "likely",
            translate("Estimates", "Likely %"),
            90,
            lambda row: row.entity.likely,
            amount,
            tip=translate("Estimates", "The likeliest effort, in percent of what the project's demands ask"),
        ),
        make.figure(
            "high",
            translate("Estimates", "High %"),
            90,
            lambda row: row.entity.high,
            amount,
            tip=translate("Estimates", "The greatest effort that is thinkable, in percent of what the project's demands ask"),
        ),
        make.figure(
            "win",
            translate("Estimates", "Win probability %"),
            130,
            lambda row: row.entity.win,
            percent,
            tip=translate("Estimates", "How likely it is that a proposed project comes at all"),
        ),
    )


TABLE = TableDescription(
    kind=Kind.ESTIMATE,
    title=translate("Estimates", "Estimates"),
    says=translate("Estimates", "What may become of a project. Futures are drawn from this; plans are made for what the demands ask."),
    one=translate("Estimates", "estimate"),
    many=translate("Estimates", "estimates"),
    empty=translate(
        "Estimates",
        "An estimate says how little or much of its effort a project may take, and how likely a proposal is won. There must be a project first.",
    ),
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh.estimate,
    needs=(("project_id",),),
)
