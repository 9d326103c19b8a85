"""Priorities that rows of demands and bookings tell of their projects: one for each project, where the rows agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.entities import new_id
from data.findings import Severity
from data.workbook.cells import Misread, Value, value_of
from data.workbook.columns import PROJECTS
from data.workbook.tables import Table
from planner.importing.drafts import Draft, Remark
from planner.importing.mapping.quantities import as_word
from planner.importing.mapping.reader import Found, TableReader
from planner.importing.mapping.values import PRIORITY

HIGHEST, LOWEST = 1, 5


@dataclass(frozen=True, slots=True)
class Told:
    """What one row says of its project; `said` are the cell's priority, in the contract's words."""

    reader: TableReader
    row: int
    project: Found
    said: Found

    @property
    def priority(self) -> int | Misread:
        read = value_of(PRIORITY, self.said.cell)
        if isinstance(read, Misread):
            return read
        if not isinstance(read, int) or not HIGHEST <= read <= LOWEST:
            return Misread(f"is {self.said.text}", f"type a whole number from {HIGHEST} to {LOWEST}")
        return read

    def remark(self, severity: Severity, problem: str, remedy: str) -> Remark:
        return self.reader.remark(severity, self.said.at or (self.row, -1), problem, remedy)

    def draft(self, priority: int) -> Draft:
        """The project with nothing but this priority."""
        sheet = self.reader.sheet
        table = Table(sheet.name, {"Project": 0, PRIORITY.heading: 1}, (), sheet.typed)
        values: dict[str, Value] = {"name": self.project.text, PRIORITY.field: priority}
        return Draft(new_id(), PROJECTS, table, self.row, values, origins=(self.project.at, self.said.at))


@dataclass(slots=True)
class Priorities:
    """Collects over all tables of a book, for each project the first row of each word."""

    _told: dict[str, dict[str, Told]] = field(default_factory=dict)

    def note(self, reader: TableReader, row: int, project: Found, said: Found) -> None:
        """Takes up what a row says; nothing where it names no project or no priority."""
        if project.text and said.cell is not None:
            self._told.setdefault(project.text, {}).setdefault(as_word(said.cell), Told(reader, row, project, said))

    def joined(self, projects: Sequence[Draft]) -> tuple[list[Draft], list[Remark]]:
        """The drafts of projects, each with the priority told of it; a list of projects that tells one itself counts more."""
        drafts = list(projects)
        remarks: list[Remark] = []
        place_of = {str(draft.values.get("name")): place for place, draft in reversed(list(enumerate(drafts)))}
        for name, words in self._told.items():
            told = next(iter(words.values()))
            wrong = list(_wrong(name, list(words.values())))
            remarks += wrong
            priority = told.priority
            if wrong or isinstance(priority, Misread):
                continue
            if name not in place_of:
                drafts.append(told.draft(priority))
                continue
            draft = drafts[place_of[name]]
            listed = draft.values.get(PRIORITY.field)
            if listed is None:
                drafts[place_of[name]] = replace(draft, values={**draft.values, PRIORITY.field: priority})
            elif listed != priority:
                said = f"{name} has priority {priority} here and {listed} on the list of projects"
                remarks.append(told.remark(Severity.WARNING, said, "the list counts"))
        return drafts, remarks


def _wrong(name: str, told: Sequence[Told]) -> Iterator[Remark]:
    """What is no priority, and where rows of one project do not agree."""
    for each in told:
        read = each.priority
        if isinstance(read, Misread):
            yield each.remark(Severity.ERROR, f"{PRIORITY.heading} {read.problem}", read.remedy)
    first = told[0]
    for other in told[1:]:
        where = f"{first.reader.sheet.name}!{first.row + 1}:{first.row + 1}"
        said = f"{name} has priority {other.said.text} here and {first.said.text} in {where}"
        yield other.remark(
            Severity.WARNING, said, "neither is taken: write the same in all its rows, or change the priority on the page Projects"
        )
