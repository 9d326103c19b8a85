"""Rows of the portfolio's sheets as drafts of entities: each field's value and the cell it came from, nothing linked yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.entities import SETTINGS_ID, Id, new_id
from data.findings import Finding, Severity
from data.portfolio import Kind
from data.workbook.addresses import known, place, row_place
from data.workbook.cells import Misread, Value, doubtful, shown, value_of
from data.workbook.columns import PORTFOLIO, SETTING, SETTINGS, VALUE, Column, Form, SheetPlan
from data.workbook.reading import Cell
from data.workbook.tables import Row, Table, nearest

NUMBERS = frozenset({Form.FIGURE, Form.HOURS, Form.MONEY, Form.PERCENT, Form.WHOLE})
WHOLE_ROW = WHOLE_SHEET = -1
ORDER = {plan.kind: number for number, plan in enumerate(PORTFOLIO)}


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table; a whole row where `column` is WHOLE_ROW, the sheet where `row` is WHOLE_SHEET.

    Places sort in the order of the workbook.
    """

    sheet: str
    order: int
    row: int
    column: int

    def __str__(self) -> str:
        if self.row == WHOLE_SHEET:
            return self.sheet
        return row_place(self.sheet, self.row) if self.column == WHOLE_ROW else place(self.sheet, self.row, self.column)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding at a place that is still to be sorted among the others."""

    severity: Severity
    place: Place
    problem: str
    remedy: str = ""

    @property
    def key(self) -> tuple[int, int, int]:
        return self.place.order, self.place.row, self.place.column

    def finding(self) -> Finding:
        return Finding(self.severity, str(self.place), self.problem, self.remedy)


@dataclass(frozen=True, slots=True)
class Draft:
    """One entity to be, from one row (the settings: from all rows of theirs, by field).

    `values` lacks fields whose cells are blank or `bad`; a required field is in one of the two. References are still names.
    """

    id: Id
    plan: SheetPlan
    table: Table
    row: int
    values: Mapping[str, Value] = field(default_factory=dict)
    bad: frozenset[str] = frozenset()
    rows: Mapping[str, int] = field(default_factory=dict)
    origins: tuple[tuple[int, int] | None, ...] = ()

    def place(self, field_name: str) -> Place:
        """The cell of a field; the whole row where the sheet has no column for it."""
        if self.plan is SETTINGS:
            heading, row = VALUE, self.rows.get(field_name, self.row)
        else:
            heading, row = heading_of(self.plan, field_name), self.row
        column = self.table.columns.get(heading, WHOLE_ROW)
        if self.origins and column != WHOLE_ROW:
            row, column = self.origins[column] or (row, WHOLE_ROW)
        return Place(self.table.sheet, ORDER[self.plan.kind], row, column)

    def error(self, field_name: str, problem: str, remedy: str) -> Remark:
        """An error at the field's cell that begins with the column's name."""
        return Remark(Severity.ERROR, self.place(field_name), f"{heading_of(self.plan, field_name)} {problem}", remedy)


def heading_of(plan: SheetPlan, field_name: str) -> str:
    return next((column.heading for column in plan.columns if column.field == field_name), plan.name)


def drafts_of(plan: SheetPlan, table: Table) -> tuple[list[Draft], list[Remark]]:
    """A draft for each row of a table, and what its cells have wrong."""
    columns = [(column, table.columns[column.heading]) for column in plan.columns if column.heading in table.columns]
    drafts, remarks = [], []
    for row in table.rows:
        read = [(column, row.cell(number)) for column, number in columns]
        draft, wrong = _filled(Draft(new_id(), plan, table, row.number, origins=row.origins), read)
        drafts.append(draft)
        remarks += wrong
    return drafts, remarks + (_text_numbers(drafts, table.rows, columns) if table.typed else [])


def settings_draft(table: Table) -> tuple[Draft, list[Remark]]:
    """The one draft of the sheet Settings, whose rows are its fields."""
    wanted = {known(column.heading): column for column in SETTINGS.columns}
    found: dict[str, Row] = {}
    remarks = []
    for row in table.rows:
        cell = row.cell(table.columns.get(SETTING))
        column = wanted.get(known(cell)) if isinstance(cell, str) else None
        at = Place(table.sheet, ORDER[Kind.SETTINGS], row.number, table.columns.get(SETTING, WHOLE_ROW))
        if column is None:
            remarks.append(Remark(Severity.NOTE, at, f"the setting {shown(cell)} is not known", _meant(cell)))
        elif column.field in found:
            remarks.append(Remark(Severity.ERROR, at, f"the setting {column.heading} stands twice", "delete one of the two"))
        else:
            found[column.field] = row
    read = [(column, found[column.field].cell(table.columns.get(VALUE))) for column in SETTINGS.columns if column.field in found]
    rows = {name: row.number for name, row in found.items()}
    draft, wrong = _filled(Draft(SETTINGS_ID, SETTINGS, table, 0, rows=rows), read)
    return draft, remarks + wrong + list(_missing_settings(draft, found))


def _missing_settings(draft: Draft, found: Iterable[str]) -> Iterator[Remark]:
    sheet = Place(draft.table.sheet, ORDER[Kind.SETTINGS], WHOLE_SHEET, WHOLE_ROW)
    for column in SETTINGS.columns:
        if column.required and column.field not in found:
            yield Remark(Severity.ERROR, sheet, f"the setting {column.heading} is missing", "add a row with its name and value")


def _meant(cell: Cell) -> str:
    meant = nearest(cell, [column.heading for column in SETTINGS.columns]) if isinstance(cell, str) else None
    return f"it is kept out; is {meant} meant?" if meant else "it is kept out"


def _filled(empty: Draft, read: Iterable[tuple[Column, Cell]]) -> tuple[Draft, list[Remark]]:
    """The draft with what was read for each of its columns, and what is wrong or doubtful in the cells."""
    values: dict[str, Value] = {}
    problems: list[tuple[str, str, str]] = []
    doubts: list[tuple[str, Cell]] = []
    for column, cell in read:
        value = value_of(column, cell)
        if isinstance(value, Misread):
            problems.append((column.field, value.problem, value.remedy))
        elif value is not None:
            values[column.field] = value
            if column.form in NUMBERS and doubtful(cell):
                doubts.append((column.field, cell))
        elif column.required:
            problems.append((column.field, "is blank", blank_remedy(column)))
    bad = (frozenset(problem[0] for problem in problems) | _absent(empty.plan, empty.table)) - values.keys()
    draft = replace(empty, values=values, bad=bad)
    return draft, [draft.error(*problem) for problem in problems] + [_doubt(draft, *each) for each in doubts]


def _absent(plan: SheetPlan, table: Table) -> frozenset[str]:
    """Fields whose required column is missing, which is said once for the whole sheet."""
    if plan is SETTINGS:
        return frozenset(column.field for column in plan.columns if column.required)
    return frozenset(column.field for column in plan.columns if column.required and column.heading not in table.columns)


def _doubt(draft: Draft, field_name: str, cell: Cell) -> Remark:
    problem = f"{heading_of(draft.plan, field_name)} is {shown(cell)}, read as {draft.values[field_name]}"
    return Remark(Severity.WARNING, draft.place(field_name), problem, f"type {str(cell).replace(',', '')} if thousands are meant")


def blank_remedy(column: Column) -> str:
    """What to do about a blank cell that must not be one."""
    match column.form:
        case Form.DATE:
            return "type a date such as 2026-03-31"
        case Form.REFERENCE:
            return f"name one of the {column.refers.value if column.refers else 'rows of its sheet'}"
        case form if form in NUMBERS:
            return "type a number"
    return "give it a name"


def _text_numbers(drafts: Sequence[Draft], rows: Sequence[Row], columns: Iterable[tuple[Column, int]]) -> list[Remark]:
    """One note for each column of figures in which text was read as a number."""
    found = []
    for column, number in columns:
        if column.form in NUMBERS:
            texts = [
                draft for draft, row in zip(drafts, rows, strict=True) if isinstance(row.cell(number), str) and column.field in draft.values
            ]
            if texts:
                problem = f"{column.heading} holds {len(texts)} {'number' if len(texts) == 1 else 'numbers'} as text"
                found.append(Remark(Severity.NOTE, texts[0].place(column.field), problem, "read as numbers"))
    return found
