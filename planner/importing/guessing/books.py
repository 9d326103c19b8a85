"""A whole workbook guessed: each sheet by itself, then those of names told by the lists of the others."""

from __future__ import annotations

from data.portfolio import Portfolio
from data.workbook.addresses import known
from data.workbook.columns import PORTFOLIO
from data.workbook.reading import RawBook, RawSheet
from planner.importing.guessing.tables import Names, guess
from planner.importing.mapping.reader import TableReader
from planner.importing.mapping.values import STANDARD_WEEK, BookMapping, TableMapping, Target
from planner.importing.mapping.words import folded

NAMES_OF = {Target.RESOURCES: "Resource", Target.PROJECTS: "Project"}


def is_contract(book: RawBook) -> bool:
    """Whether a book is meant to be in the contract's own form: it has every sheet that a portfolio must have."""
    there = {known(sheet.name) for sheet in book.sheets}
    return all(known(plan.name) in there for plan in PORTFOLIO if plan.required)


def guessed(book: RawBook, base: Portfolio | None = None, title: str = "") -> BookMapping:
    """What the sheets of a book probably are. `title` is what the book is called, for projects that nothing names."""
    names = names_in(base)
    lists = [guess(sheet, names, title) for sheet in book.sheets]
    more = _more(names, book, lists)
    tables = tuple(guess(sheet, more, title) for sheet in book.sheets) if more != names else tuple(lists)
    week = base.settings.standard_week if base is not None else STANDARD_WEEK
    return BookMapping(tables, week)


def names_in(base: Portfolio | None) -> Names:
    if base is None:
        return Names()
    return Names(
        frozenset(folded(each.name) for each in base.resources.values()),
        frozenset(folded(each.name) for each in base.projects.values()),
        frozenset(folded(each.role) for each in base.resources.values()),
    )


def _more(names: Names, book: RawBook, lists: list[TableMapping]) -> Names:
    found: dict[str, set[str]] = {"Resource": set(names.resources), "Project": set(names.projects), "Role": set(names.roles)}
    for sheet, table in zip(book.sheets, lists, strict=True):
        if table.target in (Target.RESOURCES, Target.PROJECTS, Target.DEMANDS):
            for field in found:
                found[field] |= _names(sheet, table, field)
    return Names(frozenset(found["Resource"]), frozenset(found["Project"]), frozenset(found["Role"]))


def _names(sheet: RawSheet, table: TableMapping, field: str) -> set[str]:
    reader = TableReader(sheet, table, 2000)
    return {folded(text) for row in reader.rows if field in reader.columns and (text := reader.name(row, field).text)}
