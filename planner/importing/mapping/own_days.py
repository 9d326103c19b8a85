"""Working days that a list of people names for each of them, as calendars."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.findings import Severity
from data.workbook.cells import DAYS, Misread, days_text, working_days
from data.workbook.columns import CALENDARS, RESOURCES
from data.workbook.reading import Cell
from planner.importing.drafts import Remark
from planner.importing.mapping.contract_rows import ContractRows
from planner.importing.mapping.known import Known
from planner.importing.mapping.quantities import Workdays
from planner.importing.mapping.reader import Found, TableReader
from planner.importing.mapping.values import LISTS, WORKING_DAYS
from planner.importing.mapping.words import folded

_OTHER_NAMES = {
    **dict(zip(("mo", "di", "mi", "do", "fr", "sa", "so"), DAYS, strict=True)),
    **dict(zip(("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"), DAYS, strict=True)),
    **dict(zip(("lun", "mar", "mer", "jeu", "ven", "sam", "dim"), DAYS, strict=True)),
    **dict(zip(("m", "tu", "w", "th", "f", "sa", "su"), DAYS, strict=True)),
}
_TO = re.compile(r"\s*(?:-|–|—|\bbis\b|\bto\b|\bthrough\b|\bà\b)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|/|\+|&|\bund\b|\band\b)\s*", re.IGNORECASE)


def english_days(cell: Cell) -> Cell:
    """Days in other words or with other signs between them, as the contract has them: `Mo-Do` is `Mon-Thu`; itself where it names none."""
    if not isinstance(cell, str):
        return cell
    parts = [_TO.split(part.strip(" .")) for part in _AND.split(cell.strip()) if part.strip()]
    read = ",".join("-".join(_OTHER_NAMES.get(folded(name), name.strip()) for name in part) for part in parts)
    return cell if isinstance(working_days(read), Misread) else read


class OwnDays:
    """Collects a calendar for each set of working days that no calendar has yet."""

    def __init__(self, reader: TableReader, known: Known) -> None:
        self._reader, self._known = reader, known
        self._made: dict[str, int] = {}
        self.rows = ContractRows(
            CALENDARS, reader.sheet.name, ("Calendar", "Working days", "Country", "Subdivision"), typed=reader.sheet.typed
        )
        self.remarks: list[Remark] = []
        self.is_told = reader.table.target in LISTS and LISTS[reader.table.target] is RESOURCES and WORKING_DAYS.heading in reader.columns

    def calendar(self, row: int, found: Mapping[str, Found]) -> Found:
        """The calendar of a resource: its own where the row names one, else one of the days that the row names."""
        said = found[WORKING_DAYS.heading]
        if not self.is_told or found["Calendar"].cell is not None:
            return found["Calendar"]
        there = self._known.resources.get(found["Resource"].text)
        kept = Found(there.calendar or None if there else None, said.at)
        days = working_days(said.cell) if said.cell is not None else ()
        if isinstance(days, Misread):
            remedy = "name days such as Mon-Thu; those of the default calendar are taken"
            self.remarks.append(self._reader.remark(Severity.WARNING, said.at, f"Working days {days.problem}", remedy))
            return kept
        weekdays = frozenset(days)
        if not weekdays or weekdays == self._known.days_there(found["Resource"].text).weekdays:
            return kept
        if weekdays == self._known.default_days.weekdays:
            return Found(None, said.at)
        return Found(self._named(row, weekdays, said), said.at)

    def _named(self, row: int, weekdays: frozenset[int], said: Found) -> str:
        plain = days_text(weekdays)
        name, number = plain, 2
        while name in self._known.workdays and self._known.workdays[name].weekdays != weekdays:
            name, number = f"{plain} ({number})", number + 1
        if name not in self._known.workdays:
            country, subdivision = self._known.country
            self._known.workdays[name] = Workdays(weekdays, self._known.default_days.holidays)
            self.rows.add(
                row,
                {
                    "Calendar": Found(name, said.at),
                    "Working days": Found(plain, said.at),
                    "Country": Found(country or None),
                    "Subdivision": Found(subdivision or None),
                },
            )
            self._made[name] = row
        return name

    def ended(self) -> list[Remark]:
        """What was said of the cells, and which calendars were made."""
        if self._made:
            said = f"working days become {'a calendar' if len(self._made) == 1 else 'calendars'}: {', '.join(self._made)}"
            country = self._known.country[0]
            holidays = (
                f"with the public holidays of {country}" if country else "without public holidays: name a country on the page Resources"
            )
            self.remarks.append(self._reader.remark(Severity.NOTE, None, said, holidays))
        return self.remarks
