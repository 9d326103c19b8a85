"""A workbook taken in by a mapping: its tables in the contract's form, joined with the portfolio that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.entities import Settings
from data.findings import Finding, Severity, errors, note
from data.portfolio import Kind, Portfolio
from data.workbook.columns import PORTFOLIO, SETTING, SETTINGS, VALUE
from data.workbook.reading import RawBook, RawSheet
from data.workbook.tables import Row, Table
from planner.importing.drafts import Draft, Remark, drafts_of, settings_draft
from planner.importing.linking import linked
from planner.importing.loading import Imported, in_order
from planner.importing.mapping.contract_rows import ContractRows
from planner.importing.mapping.joining import joined
from planner.importing.mapping.known import Known
from planner.importing.mapping.lists import mapped_list
from planner.importing.mapping.priorities import Priorities
from planner.importing.mapping.quantities import Workdays
from planner.importing.mapping.reader import TableReader
from planner.importing.mapping.values import BOOKING_KIND, LISTS, BookMapping, TableMapping, Target
from planner.importing.overbooked import overbooked
from planner.importing.public_holidays import drawn, unknown_places
from planner.importing.weekly.asking import asked
from planner.importing.weekly.availability import away, capacity
from planner.importing.weekly.booking import booked
from planner.importing.weekly.by_dates import booked_by_dates
from planner.importing.weekly.weeks import Covered, Weekly

ORDER_OF_READING = (*LISTS, Target.CAPACITY, Target.AWAY, Target.ASKED, Target.BOOKED, Target.BOOKED_BY_DATES)
"""Who is known by name comes before whoever names them."""
COMPLETE: Mapping[Target, Kind] = {
    **{target: plan.kind for target, plan in LISTS.items()},
    Target.ASKED: Kind.DEMAND_WEEK,
    Target.BOOKED: Kind.BOOKING,
    Target.BOOKED_BY_DATES: Kind.BOOKING,
    Target.CAPACITY: Kind.RESOURCE,
    Target.AWAY: Kind.ABSENCE,
}
"""Of what a complete table holds all there is; what else it names, such as the projects of demands, is never all."""


@dataclass(slots=True)
class Taken:
    """What the tables of a book say, kind by kind, and what is said of them."""

    tables: dict[Kind, list[Table]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    covered: list[Covered] = field(default_factory=list)
    complete: set[Kind] = field(default_factory=set)
    priorities: Priorities = field(default_factory=Priorities)
    filled: set[str] = field(default_factory=set)
    """Places of merged cells that the mapping fills."""


def imported_by(book: RawBook, mapping: BookMapping, base: Portfolio | None, name: str) -> Imported:
    """The portfolio that the book's tables and `base` together are; what the tables do not speak of stays as it is.

    Without a base it is a new portfolio called `name`, whose first week is the first that the tables name.
    """
    known_base = base or Portfolio()
    taken = _taken(book, mapping, known_base)
    drafts, remarks = _drafts(taken.tables)
    projects, told = taken.priorities.joined(drafts.get(Kind.PROJECT, []))
    drafts |= {Kind.PROJECT: projects} if projects else {}
    remarks += told
    join = joined(known_base, drafts, taken.covered, taken.complete)
    portfolio, broken = linked(join.drafts, frozenset(), join.base)
    remarks += [*taken.remarks, *broken]
    calendars = drafts.get(Kind.CALENDAR, [])
    remarks += unknown_places(calendars)
    findings = [each for each in book.findings if each.place not in taken.filled and not _is_of_left_out(each, mapping)]
    findings += _unmapped(book, mapping)
    if errors(findings) or any(each.severity is Severity.ERROR for each in remarks):
        return Imported(None, in_order(findings, remarks))
    holidays, drawings = drawn(portfolio, calendars)
    whole, said = _with_settings(portfolio.holding(*holidays), mapping, name)
    by_dates = {table.sheet for table in mapping.tables if table.target is Target.BOOKED_BY_DATES}
    remarks += overbooked(whole, [draft for draft in drafts.get(Kind.BOOKING, []) if draft.table.sheet in by_dates])
    return Imported(whole, in_order([*findings, *said], remarks + drawings))


def _taken(book: RawBook, mapping: BookMapping, base: Portfolio) -> Taken:
    known, days, taken = Known.of(base, mapping.standard_week), Workdays.of(base), Taken()
    sheets = {sheet.name: sheet for sheet in book.sheets}
    year = year_of(base)
    for target in ORDER_OF_READING:
        for table in mapping.tables:
            if table.target is target and table.sheet in sheets:
                _take(taken, sheets[table.sheet], table, known, days, year)
    return taken


def year_of(base: Portfolio) -> int:
    """The year of headings that name none: that of the portfolio's first week, else this one."""
    return base.settings.start.isocalendar().year if base.of(Kind.SETTINGS) else dt.datetime.now().astimezone().year


def _take(taken: Taken, sheet: RawSheet, table: TableMapping, known: Known, days: Workdays, year: int) -> None:
    reader = TableReader(sheet, table, year)
    taken.remarks += _shortcomings(reader)
    if table.missing_of(reader.columns):
        return
    if table.target is Target.SETTINGS:
        taken.tables.setdefault(Kind.SETTINGS, []).append(_settings_table(reader))
        return
    if table.target not in LISTS:
        made, remarks, covered = _mapped_weeks(Weekly(reader, known, days, table.year or year, taken.priorities))
        taken.covered += covered
    else:
        made, remarks = mapped_list(reader, known, taken.priorities)
    taken.remarks += [*remarks, *reader.left_out()]
    taken.filled |= {f"{sheet.name}!{cells}" for cells in sheet.merged}
    for rows in made:
        if rows.count or rows.plan is LISTS.get(table.target):
            taken.tables.setdefault(rows.plan.kind, []).append(rows.table())
            known.note(rows.plan.kind, [rows.table()])
            if table.complete and rows.plan.kind is COMPLETE[table.target]:
                taken.complete.add(rows.plan.kind)


def _mapped_weeks(weekly: Weekly) -> tuple[list[ContractRows], list[Remark], list[Covered]]:
    """The contract's rows of a table of figures, what is said of it, and what it speaks of."""
    covered = {
        Target.ASKED: asked,
        Target.BOOKED: booked,
        Target.BOOKED_BY_DATES: booked_by_dates,
        Target.CAPACITY: capacity,
        Target.AWAY: away,
    }[weekly.reader.table.target](weekly)
    made, remarks = weekly.ended()
    return made, remarks, covered


def _shortcomings(reader: TableReader) -> Iterator[Remark]:
    """What keeps a table from being read as the mapping says."""
    for each in reader.missing_columns:
        yield reader.remark(Severity.WARNING, None, f"there is no column “{each.heading}” for {each.field}", "it is taken to be blank")
    for words in reader.table.missing_of(reader.columns):
        yield reader.remark(Severity.ERROR, None, f"no column says the {words}", "choose the column, or say what it is in every row")
    for name, text in reader.table.fixed:
        if reader.table.target.is_bookings and name == BOOKING_KIND.heading:
            continue  # said of the bookings themselves
        yield reader.remark(Severity.NOTE, None, f"no column says the {name}", f"it is taken to be “{text}” in every row")
    if reader.table.year is None and reader.names_no_year:
        yield reader.remark(Severity.NOTE, None, "the headings name no year", f"they are taken to begin in {reader.year}")
    if reader.table.across is not None and not reader.across:
        yield reader.remark(Severity.ERROR, None, f"no headings read as {reader.table.across.value}", "choose the rows of the headings")


def _settings_table(reader: TableReader) -> Table:
    columns = {name: reader.columns[name][0][0] for name in (SETTING, VALUE) if name in reader.columns}
    rows = tuple(Row(row, reader.sheet.rows[row]) for row in reader.rows)
    return Table(reader.sheet.name, columns, rows, reader.sheet.typed)


def _drafts(tables: Mapping[Kind, list[Table]]) -> tuple[dict[Kind, list[Draft]], list[Remark]]:
    drafts: dict[Kind, list[Draft]] = {}
    remarks: list[Remark] = []
    for plan in PORTFOLIO:
        for table in tables.get(plan.kind, ()):
            if plan is SETTINGS:
                made, found = settings_draft(table)
                drafts.setdefault(plan.kind, []).append(made)
            else:
                rows, found = drafts_of(plan, table)
                drafts.setdefault(plan.kind, []).extend(rows)
            remarks += found
    return drafts, remarks


def _unmapped(book: RawBook, mapping: BookMapping) -> Iterator[Finding]:
    for sheet in book.sheets:
        table = mapping.table(sheet.name)
        if sheet.rows and (table is None or table.target is Target.LEFT_OUT):
            yield note(sheet.name, "the sheet is left out")


def _is_of_left_out(found: Finding, mapping: BookMapping) -> bool:
    table = mapping.table(found.place.partition("!")[0])
    return table is not None and table.target is Target.LEFT_OUT


def _with_settings(portfolio: Portfolio, mapping: BookMapping, name: str) -> tuple[Portfolio, list[Finding]]:
    """The portfolio with settings; where it has none, from its first week to its last."""
    if portfolio.of(Kind.SETTINGS):
        return portfolio, []
    days = sorted(_days(portfolio)) or [dt.datetime.now().astimezone().date()]
    first = days[0] - dt.timedelta(days=days[0].weekday())
    weeks = max(1, min(520, (days[-1] - first).days // 7 + 1))
    weeks = weeks if len(days) > 1 else 52
    made = Settings(start=first, weeks=weeks, name=name, standard_week=mapping.standard_week)
    said = note("Settings", "no sheet says when the portfolio begins", f"it is taken to begin on {first} and to last {weeks} weeks")
    return portfolio.holding(made), [said]


def _days(portfolio: Portfolio) -> Iterable[dt.date]:
    """The days that say when there is work."""
    for demand in portfolio.demands.values():
        yield from (demand.start, demand.finish)
    yield from (each.week for each in portfolio.demand_weeks.values())
    yield from (each.week for each in portfolio.bookings.values())
    if not portfolio.demands:
        yield from (day for each in portfolio.projects.values() for day in (each.start, each.finish) if day is not None)
        yield from (each.first for each in portfolio.absences.values())
