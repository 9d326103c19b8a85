"""A workbook, a folder of .csv or a portfolio file as a portfolio, with everything that was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.document.document import Document
from data.findings import Finding, Severity, error, errors, note
from data.portfolio import Kind, Portfolio
from data.workbook.addresses import known
from data.workbook.columns import PORTFOLIO, RESULTS, SETTING, SETTINGS, VALUE, SheetPlan
from data.workbook.reading import RawBook, RawSheet, read
from data.workbook.tables import Table, nearest, table
from planner.importing.drafts import Draft, Remark, drafts_of, settings_draft
from planner.importing.linking import linked, named_demands
from planner.importing.public_holidays import drawn, unknown_places

PORTFOLIO_SUFFIX = ".plimsoll"


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read: no portfolio where a finding is an error. Findings of the sheets are in the order of the workbook."""

    portfolio: Portfolio | None
    findings: tuple[Finding, ...]


def load(path: Path) -> Imported:
    """The portfolio of a workbook, a folder of .csv or a .plimsoll file; entities of sheets have fresh ids in sheet order.

    Raises PlannerError where there is no such file or where it cannot be read at all.
    """
    if path.suffix.casefold() == PORTFOLIO_SUFFIX:
        return _of_file(path)
    return imported(read(path, [plan.name for plan in PORTFOLIO]))


def _of_file(path: Path) -> Imported:
    with Document.read(path) as file:
        return Imported(file.portfolio, ())


def read_book(path: Path) -> RawBook:
    """Every sheet of a workbook, a .csv file or a folder of them, as cells. Raises UnreadableFileError."""
    return read(path)


def imported(book: RawBook) -> Imported:
    """The portfolio of a book whose sheets were read."""
    tables, findings = _tables(book)
    findings += [found for each in tables.values() for found in each.findings]
    drafts, remarks = _drafts(tables)
    unread = frozenset(plan.kind for plan in PORTFOLIO if _is_unread(plan, tables.get(plan.kind)))
    portfolio, broken = linked(drafts, unread)
    remarks += broken
    calendars = drafts.get(Kind.CALENDAR, [])
    remarks += unknown_places(calendars)
    if errors(findings) or any(each.severity is Severity.ERROR for each in remarks):
        return Imported(None, in_order(findings, remarks))
    holidays, drawings = drawn(portfolio, calendars)
    return Imported(portfolio.holding(*holidays), in_order(findings, remarks + drawings))


def in_order(findings: Iterable[Finding], remarks: Iterable[Remark]) -> tuple[Finding, ...]:
    """Findings of sheets, then those of cells in the order of the workbook."""
    return (*findings, *(remark.finding() for remark in sorted(remarks, key=lambda remark: remark.key)))


def _tables(book: RawBook) -> tuple[dict[Kind, Table], list[Finding]]:
    """The tables by kind, and what is said of the sheets themselves."""
    findings = list(book.findings)
    by_name: dict[str, RawSheet] = {}
    for sheet in book.sheets:
        if known(sheet.name) in by_name:
            findings.append(error(sheet.name, "the sheet stands twice", "delete or rename one of the two"))
        by_name.setdefault(known(sheet.name), sheet)
    results = {known(name) for name in RESULTS}
    findings += [note(name, "the sheet is not part of a portfolio", "it is kept out") for name in book.others if known(name) not in results]
    tables = {}
    for plan in PORTFOLIO:
        found = by_name.get(known(plan.name))
        if found is not None and (found.rows or plan.required):
            tables[plan.kind] = _table(plan, found)
        elif found is None and plan.required:
            findings.append(_missing_sheet(plan, book.others))
    return tables, findings


def _table(plan: SheetPlan, sheet: RawSheet) -> Table:
    if plan is SETTINGS:
        return table(sheet, (SETTING, VALUE), (SETTING, VALUE))
    return table(sheet, [column.heading for column in plan.columns], [column.heading for column in plan.columns if column.required])


def _missing_sheet(plan: SheetPlan, others: Iterable[str]) -> Finding:
    meant = nearest(plan.name, others)
    needed = [column.heading for column in plan.columns if column.required]
    wanted = f"{SETTING} and {VALUE}" if plan is SETTINGS else ", ".join(needed)
    remedy = f"rename “{meant}” or add it" if meant else f"add it with the columns {wanted}"
    return error(plan.name, "the sheet is missing", remedy)


def _drafts(tables: Mapping[Kind, Table]) -> tuple[dict[Kind, list[Draft]], list[Remark]]:
    drafts: dict[Kind, list[Draft]] = {}
    remarks: list[Remark] = []
    for plan in PORTFOLIO:
        if plan.kind not in tables:
            continue
        if plan is SETTINGS:
            settings, found = settings_draft(tables[plan.kind])
            drafts[plan.kind] = [settings]
        else:
            drafts[plan.kind], found = drafts_of(plan, tables[plan.kind])
        remarks += found
    drafts[Kind.DEMAND] = named_demands(drafts.get(Kind.DEMAND, []))
    return drafts, remarks


def _is_unread(plan: SheetPlan, found: Table | None) -> bool:
    """Whether rows that may be there could not be read, so that nothing can be said to be missing from them."""
    return plan.required if found is None else bool(errors(found.findings))
