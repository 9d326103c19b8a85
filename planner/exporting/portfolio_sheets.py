"""The portfolio's own sheets: what an import reads, written so that importing it again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from data.entities import Entity, Id
from data.portfolio import Portfolio
from data.validation import NAMED
from data.workbook.cells import days_text, roles_text
from data.workbook.columns import PORTFOLIO, SETTING, SETTINGS, VALUE, Column, Form, SheetPlan
from data.workbook.sheets import Look, Out, OutColumn, OutSheet

LOOKS = MappingProxyType(
    {
        Form.FIGURE: Look.PLAIN,
        Form.HOURS: Look.PLAIN,
        Form.PERCENT: Look.PLAIN,
        Form.WHOLE: Look.PLAIN,
        Form.MONEY: Look.MONEY,
        Form.DATE: Look.DATE,
    }
)
"""All others are text."""

WORDS: Mapping[Form, Callable[[Any], str]] = MappingProxyType(
    {
        Form.YES_NO: lambda yes: "Yes" if yes else "No",
        Form.DAYS: days_text,
        Form.ROLES: roles_text,
        Form.CHOICE: lambda choice: str(choice.value),
    }
)
"""How values that no sheet has a form for are put into words."""

Names = Mapping[Id, str]


def portfolio_sheets(portfolio: Portfolio) -> list[OutSheet]:
    """A sheet for each kind, rows in the portfolio's order; a sheet without rows is there too but where it is written only `if_any`."""
    names = {key: str(attrgetter("name")(entity)) for kind in NAMED for key, entity in portfolio.of(kind).items()}
    written = [plan for plan in PORTFOLIO if portfolio.of(plan.kind) or not plan.if_any]
    return [_settings(portfolio, names) if plan is SETTINGS else _sheet(plan, portfolio, names) for plan in written]


def _settings(portfolio: Portfolio, names: Names) -> OutSheet:
    rows = tuple((column.heading, _cell(column, portfolio.settings, names)) for column in SETTINGS.columns)
    looks = {(row, 1): _look(column) for row, column in enumerate(SETTINGS.columns)}
    return OutSheet(SETTINGS.name, (OutColumn(SETTING), OutColumn(VALUE, mixed=True)), rows, looks=looks)


def _sheet(plan: SheetPlan, portfolio: Portfolio, names: Names) -> OutSheet:
    entities = list(portfolio.of(plan.kind).values())
    rows = tuple(tuple(_cell(column, entity, names) for column in plan.columns) for entity in entities)
    columns = tuple(OutColumn(column.heading, _look(column), _choices(column)) for column in plan.columns)
    cents = {(row, n): Look.CENTS for row, cells in enumerate(rows) for n, cell in enumerate(cells) if _has_cents(columns[n], cell)}
    return OutSheet(plan.name, columns, rows, looks=cents, fixed=1 if plan.kind in NAMED else 0)


def _look(column: Column) -> Look:
    return LOOKS.get(column.form, Look.TEXT)


def _choices(column: Column) -> tuple[str, ...]:
    if column.form is Form.YES_NO:
        return "Yes", "No"
    return tuple(choice.value for choice in column.choices or ())


def _has_cents(column: OutColumn, cell: Out) -> bool:
    return column.look is Look.MONEY and isinstance(cell, float) and not cell.is_integer()


def _cell(column: Column, entity: Entity, names: Names) -> Out:
    value: Any = getattr(entity, column.field)  # of the type that the column's form stands for
    if value is None:
        return None
    if column.form is Form.REFERENCE:
        return names[value]
    cell: Out = WORDS[column.form](value) if column.form in WORDS else value
    return cell
