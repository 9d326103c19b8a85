"""Lists under their own headings as rows of the contract's sheets."""

from __future__ import annotations

from data.findings import Severity
from data.workbook.columns import DEMANDS, PROJECTS, RESOURCES, Column, Form
from data.workbook.reading import Cell
from planner.importing.drafts import Remark
from planner.importing.mapping.contract_rows import ContractRows
from planner.importing.mapping.known import Known
from planner.importing.mapping.own_days import OwnDays, english_days
from planner.importing.mapping.priorities import Priorities
from planner.importing.mapping.quantities import as_word, converted, dated
from planner.importing.mapping.reader import Found, TableReader
from planner.importing.mapping.values import LISTS, PRIORITY, WORKING_DAYS, ColumnMapping, columns_of
from planner.importing.mapping.words import folded

NUMBERS = frozenset({Form.FIGURE, Form.HOURS, Form.MONEY, Form.PERCENT})
LASTS = frozenset({"finish", "last", "available_to"})
"""Fields of last days: a week or month there means its end."""
JOIN = " – "
"""Between the parts of a demand's name that the table does not give."""


def mapped_list(reader: TableReader, known: Known, priorities: Priorities) -> tuple[list[ContractRows], list[Remark]]:
    """The rows of a list; projects that a list of demands names and nothing else knows become projects."""
    plan = LISTS[reader.table.target]
    fields = {*reader.columns, *(name for name, _ in reader.table.fixed)} | ({"Demand"} if plan is DEMANDS else set())
    fields |= {"Calendar"} if WORKING_DAYS.heading in reader.columns else set()
    rows = ContractRows(plan, reader.sheet.name, tuple(fields), typed=reader.sheet.typed)
    projects = ContractRows(PROJECTS, reader.sheet.name, ("Project",), typed=reader.sheet.typed)
    days = OwnDays(reader, known)
    taken: set[str] = set()
    for row in reader.rows:
        found = {column.heading: value(reader, row, column, known) for column in columns_of(reader.table.target)}
        if plan is RESOURCES and found["Role"].at is None:
            found["Role"] = Found(known.role_of(found["Resource"].text) or found["Role"].cell)
        if plan is RESOURCES:
            found["Calendar"] = days.calendar(row, found)
        if plan is DEMANDS:
            _name_demand(found, taken)
            note_project(found["Project"], row, known, projects)
            priorities.note(reader, row, found["Project"], found[PRIORITY.heading])
        rows.add(row, found)
    return [days.rows, projects, rows], [*new_projects(reader, projects), *days.ended()]


def value(reader: TableReader, row: int, column: Column, known: Known) -> Found:
    """What stands in a field of a row, in the contract's words and units."""
    found = reader.name(row, column.heading) if column.form in (Form.REFERENCE, Form.NAME) else reader.found(row, column.heading)
    if found.at is None or found.cell is None:
        return found
    mapping = next((each for _, each in reader.columns[column.heading]), ColumnMapping("", column.heading))
    return Found(_said(found.cell, column, mapping, reader, known), found.at)


def _said(cell: Cell, column: Column, mapping: ColumnMapping, reader: TableReader, known: Known) -> Cell:
    words = reader.table.words_of(column.heading)
    if words and as_word(cell) in (by_word := {folded(word): meant for word, meant in words.items()}):
        return _meaning(by_word[as_word(cell)], cell, column)
    if column.form in NUMBERS:
        return converted(cell, mapping, column.form, known.standard_week)
    if column.form is Form.DATE:
        return dated(cell, reader.table.dates, last=column.field in LASTS)
    return _text_said(cell, column.form) if isinstance(cell, str) else cell


def _text_said(text: str, form: Form) -> Cell:
    """Text in the contract's way: days by their English names, roles with semicolons, names in one line."""
    if form is Form.DAYS:
        return english_days(text)
    if form is Form.ROLES and ";" not in text and ":" not in text:
        return text.replace(",", ";").replace("\n", ";").replace(" / ", ";")
    return " ".join(text.split()) if form in (Form.NAME, Form.REFERENCE) else text


def _meaning(meant: str, cell: Cell, column: Column) -> Cell:
    """What a word means, as a number where the column holds numbers; the cell itself where that was left open."""
    if not meant:
        return cell
    return float(meant) if column.form in (Form.WHOLE, Form.FIGURE) and meant.isdecimal() else meant


def demand_name(*parts: str) -> str:
    """What a demand is called that has no name of its own."""
    return JOIN.join(part for part in parts if part)


def _name_demand(found: dict[str, Found], taken: set[str]) -> None:
    """A demand without a name is called after its project, phase, role and resource; what would stand twice is numbered."""
    if found["Demand"].cell is None:
        plain = demand_name(*(found[field].text for field in ("Project", "Phase", "Role", "Resource")))
        name, number = plain, 2
        while name in taken:
            name, number = f"{plain} {number}", number + 1
        found["Demand"] = Found(name or None, found["Project"].at)
    taken.add(found["Demand"].text)


def note_project(project: Found, row: int, known: Known, projects: ContractRows) -> None:
    """A project that nothing knows yet becomes one."""
    name = project.text
    if name and name not in known.projects:
        known.projects.add(name)
        projects.add(row, {"Project": Found(name, project.at)})


def new_projects(reader: TableReader, projects: ContractRows) -> list[Remark]:
    if not projects.count:
        return []
    is_one = projects.count == 1
    said = f"{projects.count} {'project is' if is_one else 'projects are'} on no list"
    with_priority = "with the priority that its rows tell, else 3" if PRIORITY.heading in reader.columns else "with priority 3"
    return [reader.remark(Severity.NOTE, None, said, f"{'it is' if is_one else 'they are'} added {with_priority}")]
