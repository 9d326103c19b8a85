"""The table of dependencies between projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Dependency, DependencyKind, Id
from data.portfolio import Kind, Portfolio
from planner.actions import fresh
from ui.presenters import fields
from ui.presenters.columns import Column
from ui.presenters.entity_columns import FieldColumns
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.tables import NO_STANDING, Standing, TableDescription
from ui.presenters.terms import all_said, said

KINDS = translate(
    "Dependencies",
    "FS: the successor starts after the predecessor finishes; SS: after it starts; FF: it finishes after it finishes; SF: after it starts",
)


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """One dependency with the names of both projects."""

    entity: Dependency
    predecessor: str
    successor: str

    @property
    def id(self) -> Id:
        return self.entity.id


def rows(portfolio: Portfolio, standing: Standing) -> list[DependencyRow]:
    return [row_of(dependency, portfolio, standing) for dependency in portfolio.dependencies.values()]


def row_of(dependency: Dependency, portfolio: Portfolio, _standing: Standing = NO_STANDING) -> DependencyRow:
    names = [found.name if (found := portfolio.projects.get(key)) else "" for key in (dependency.predecessor_id, dependency.successor_id)]
    return DependencyRow(dependency, *names)


def columns(portfolio: Portfolio, formats: Formats) -> Sequence[Column[DependencyRow]]:
    make = FieldColumns[DependencyRow](formats)
    return (
        make.reference(
            "predecessor_id",
            translate("Dependencies", "Predecessor"),
            220,
            lambda row: row.predecessor,
            portfolio.projects,
            translate("Dependencies", "project"),
        ),
        make.reference(
            "successor_id",
            translate("Dependencies", "Successor"),
            220,
            lambda row: row.successor,
            portfolio.projects,
            translate("Dependencies", "project"),
        ),
        make.words(
            "kind",
            translate("Dependencies", "Type"),
            80,
            lambda row: said(row.entity.kind),
            fields.choice(DependencyKind),
            choices=lambda: all_said(DependencyKind),
            tip=KINDS,
        ),
        make.figure(
            "lag_weeks",
            translate("Dependencies", "Lag weeks"),
            90,
            lambda row: row.entity.lag_weeks,
            fields.signed_whole,
            tip=translate("Dependencies", "Weeks between the two; below 0 they may overlap"),
        ),
    )


TABLE = TableDescription(
    kind=Kind.DEPENDENCY,
    title=translate("Dependencies", "Dependencies"),
    says=translate("Dependencies", "Which project waits for which, by their dates."),
    one=translate("Dependencies", "dependency"),
    many=translate("Dependencies", "dependencies"),
    empty=translate("Dependencies", "A dependency lets one project wait for another. There must be two projects first."),
    columns=columns,
    rows=rows,
    row_of=row_of,
    fresh=fresh.dependency,
    needs=(("predecessor_id",), ("successor_id",)),
)
