"""Rows of the contract's sheets made of cells that stand elsewhere, each cell with its own address."""

from __future__ import annotations

from collections.abc import Mapping

from data.workbook.columns import SETTING, SETTINGS, VALUE, SheetPlan
from data.workbook.reading import Cell
from data.workbook.tables import Row, Table
from planner.importing.mapping.reader import Found


class ContractRows:
    """Collects rows for one sheet of the contract from one sheet of the workbook."""

    def __init__(self, plan: SheetPlan, sheet: str, fields: tuple[str, ...], *, typed: bool) -> None:
        self.plan = plan
        self._sheet, self._typed = sheet, typed
        known = (SETTING, VALUE) if plan is SETTINGS else tuple(column.heading for column in plan.columns)
        self._fields = tuple(field for field in known if field in fields)
        self._rows: list[Row] = []

    def add(self, row: int, found: Mapping[str, Found]) -> None:
        """A row of what was found for its fields; one whose fields are all blank says nothing and is passed over."""
        cells: list[Cell] = []
        origins = []
        for field in self._fields:
            here = found.get(field, Found(None))
            cells.append(here.cell)
            origins.append(here.at)
        if any(cell is not None for cell in cells):
            self._rows.append(Row(row, tuple(cells), tuple(origins)))

    @property
    def count(self) -> int:
        return len(self._rows)

    def table(self) -> Table:
        return Table(self._sheet, {field: number for number, field in enumerate(self._fields)}, tuple(self._rows), self._typed)
