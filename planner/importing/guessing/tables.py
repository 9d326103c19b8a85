"""One sheet guessed: what kind of table it is, and all that its mapping says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.workbook.columns import Form
from data.workbook.reading import Cell, RawSheet
from planner.importing.guessing.figures import figures_of, named_unit, unit_of_column, unit_of_figures, words_of
from planner.importing.guessing.header_rows import header_rows
from planner.importing.guessing.matching import likeness, matched
from planner.importing.guessing.totals import has_sections, is_filled_down, totals
from planner.importing.mapping.headings import Heading, cell, headings, shown
from planner.importing.mapping.periods import Read, periods, span_of
from planner.importing.mapping.quantities import Amount, amount, is_nothing
from planner.importing.mapping.reader import time_columns
from planner.importing.mapping.values import AMOUNTS, BOOKING_KIND, ColumnMapping, Span, TableMapping, Target, Unit, columns_of, needed
from planner.importing.mapping.words import ASKED_WORDS, BOOKED_WORDS, CHOICES, NO_BOOKING, SHEET_WORDS, folded, is_nobody

LEAST_SCORE = 0.9
"""Below it a sheet holds nothing that is known here."""
STAND_IN_ROLE = "Staff"
"""Everybody's role where no column says one."""
SAMPLE = 400
"""Rows that a guess looks at."""
MEASURED = 40
"""Rows and columns of figures by which a sheet of figures is told from one of marks."""
PICKED = ("plan", "planned", "forecast", "demand", "soll", "hours", "h")
"""Which column is taken first where a week has several."""
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_PLAIN_NAME = re.compile(r"(sheet|tabelle|table|feuille|blatt|hoja)\s*\d*", re.IGNORECASE)
_TEXT_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})")
MISSING = 1.2
"""What a needed field that no column gives takes from a target's score; a third of it where every row can have the same."""
FIXABLE = frozenset({"Role", "Project", *AMOUNTS})
MOST_OF_A_WEEK = 48.0
"""Hours up to which a column called Hours is taken for those of a week, where rows last from one day to another."""
LEAST_NAMED = 0.8
"""Share of the rows of a list of bookings that name somebody."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by which a column of names is told: those of the portfolio and of other sheets."""

    resources: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Looked:
    """A sheet as a guess sees it."""

    sheet: RawSheet
    header: tuple[int, int]
    found: tuple[Heading, ...]
    timed: tuple[tuple[Heading, Read], ...]
    span: Span | None
    out: tuple[str, ...] = ()

    def cells(self, column: int) -> list[Cell]:
        """The first cells of a column below the headings; those of rows that are left out are no data."""
        rows = range(self.header[1] + 1, min(len(self.sheet.rows), self.header[1] + SAMPLE))
        return [cell(self.sheet, row, column) for row in rows if not self.out or not self._is_out(row)]

    def _is_out(self, row: int) -> bool:
        return any(isinstance(found, str) and found.strip() in self.out for found in self.sheet.rows[row])

    @property
    def titles(self) -> list[str]:
        """Texts above the headings, and the sheet's own name."""
        above = [found for row in self.sheet.rows[: self.header[0]] for found in row if isinstance(found, str)]
        return [*above, self.sheet.name]

    @property
    def lasting(self) -> tuple[Heading, ...]:
        """The headings that are the same in every such sheet: all that are no stretches of time."""
        timed = {heading.column for heading, _ in self.timed}
        return tuple(heading for heading in self.found if heading.column not in timed)


def looked(sheet: RawSheet, header: tuple[int, int] | None = None) -> Looked:
    """The sheet's headings (of these rows, if any are named) and its columns of time, if it has two or more."""
    rows = header or header_rows(sheet)
    found = headings(sheet, rows)
    timed = time_columns(found, None)
    kinds = Counter(kind for _, read in timed if (kind := span_of([read])) is not None)
    if not kinds or kinds.most_common(1)[0][1] < 2:
        return Looked(sheet, rows, found, (), None)
    main = kinds.most_common(1)[0][0]
    alike = tuple((heading, read) for heading, read in timed if span_of([read]) is main)
    span = span_of([read for _, read in alike])
    return Looked(sheet, rows, found, alike, span)


def guess(sheet: RawSheet, names: Names, title: str, header: tuple[int, int] | None = None, target: Target | None = None) -> TableMapping:
    """The mapping of a sheet; of these heading rows and as this kind of table where they are given."""
    look = looked(sheet, header)
    if target is Target.LEFT_OUT or not any(heading.parts for heading in look.found):
        return TableMapping(sheet.name, Target.LEFT_OUT, look.header)
    chosen = target or _target(look, names)
    if chosen is Target.LEFT_OUT:
        return TableMapping(sheet.name, chosen, look.header)
    if not chosen.is_weekly:
        look = replace(look, timed=(), span=None)
    return _finished(look, chosen, names, title)


def signature(sheet: RawSheet) -> tuple[str, ...]:
    """What tells such a sheet from others, whatever its rows and its weeks: its headings, folded and sorted."""
    look = looked(sheet)
    words = {folded(heading.words) for heading in look.lasting if heading.parts}
    return tuple(sorted(words)) + ((look.span.value,) if look.span else ())


def _target(look: Looked, names: Names) -> Target:
    scored = [(_score(look, target, names), -number, target) for number, target in enumerate(Target) if target is not Target.LEFT_OUT]
    best, _, target = max(scored)
    return target if best >= LEAST_SCORE else Target.LEFT_OUT


def _score(look: Looked, target: Target, names: Names) -> float:
    """How well a sheet fits a kind of table: its headings, its columns of time, its name and titles."""
    across = bool(look.timed)
    if across and not target.is_weekly:
        return -1.0
    columns, total = matched(look.lasting, target)
    columns = _with_names(look, columns, target, names)
    given = {each.field for each in columns}
    if target.is_weekly and not across and not {"Week", "Hours"} <= given:
        return -1.0
    lacking = [group for group in needed(target, across=across) if not given & set(group)]
    penalty = sum(MISSING / 3 if set(group) & FIXABLE else MISSING for group in lacking)
    return total + _hint(look, target) + _by_content(look, target, columns) + _by_words(look, target, columns) - penalty


def _hint(look: Looked, target: Target) -> float:
    """What the sheet's name and titles say of the kind of table."""
    words = [folded(text) for text in look.titles]
    known = SHEET_WORDS.get(target, ())
    if folded(look.sheet.name) in known:
        return 1.5
    return 1.0 if any(f" {each} " in f" {text} " for text in words for each in known) else 0.0


def _by_content(look: Looked, target: Target, columns: Sequence[ColumnMapping]) -> float:
    """Marks among the figures are absences; people without a project are capacity, unless figures say otherwise."""
    if not look.timed:
        return 0.0
    given = {each.field for each in columns}
    marks = [found for heading, _ in look.timed[:MEASURED] for found in look.cells(heading.column)[:MEASURED] if not is_nothing(found)]
    texts = sum(not isinstance(amount(found), Amount) for found in marks)
    if texts > len(marks) / 2:
        return 2.0 if target is Target.AWAY else 0.0
    has_project, has_resource = bool(given & {"Project", "Demand"}), "Resource" in given
    match target:
        case Target.BOOKED:
            return 0.8 if has_project and has_resource else -0.5
        case Target.ASKED:
            return 0.6 if has_project and not has_resource else -0.2
        case Target.CAPACITY:
            return 0.6 if has_resource and not has_project else -1.0
    return -0.6


def _by_words(look: Looked, target: Target, columns: Sequence[ColumnMapping]) -> float:
    """People with dates and a project are booked, unless words speak of what is needed or many rows name nobody."""
    if target is not Target.BOOKED_BY_DATES:
        return 0.0
    number_of = {heading.words: heading.column for heading in look.found}
    people = next((look.cells(number_of[each.heading]) for each in columns if each.field == "Resource"), [])
    named = sum(isinstance(found, str) and not is_nobody(" ".join(found.split())) for found in people)
    if named < LEAST_NAMED * len(people) or not people:
        return -2.0
    kinds = next((each for each in columns if each.field == BOOKING_KIND.heading), None)
    words = {word for text in [*look.titles, *(heading.words for heading in look.found)] for word in folded(text).split()}
    unkind = likeness(kinds.heading, kinds.field) if kinds and not _tells_kinds(look, number_of[kinds.heading]) else 0.0
    amounts = sum(likeness(each.heading, each.field) for each in columns if each.field in AMOUNTS[1:])
    return 0.2 + 0.6 * bool(words & BOOKED_WORDS) - 1.2 * bool(words & ASKED_WORDS) - unkind - max(0.0, amounts - 1.0)


def _with_names(look: Looked, columns: list[ColumnMapping], target: Target, names: Names) -> list[ColumnMapping]:
    """The columns, with the first one of text as the name that they lack: `Name`, a blank heading, a team's own word."""
    if not target.is_weekly or not look.timed:
        return columns
    given = {each.field for each in columns}
    taken = {each.heading for each in columns}
    free = [heading for heading in look.lasting if heading.words not in taken and _texts(look, heading.column)]
    for field, known in (("Resource", names.resources), ("Project", names.projects), ("Role", names.roles)):
        if field in given or field not in {column.heading for column in columns_of(target)}:
            continue
        likely = next((heading for heading in free if known and _share(look, heading.column, known) > 0.3), None)
        if likely is None and not given & {"Resource", "Project", "Demand", "Role"} and free and field == _first_name(target):
            likely = free[0]
        if likely is not None:
            columns = [*columns, ColumnMapping(likely.words, field)]
            free.remove(likely)
            given.add(field)
    return columns


def _first_name(target: Target) -> str:
    return "Project" if target is Target.ASKED else "Resource"


def _texts(look: Looked, column: int) -> bool:
    cells = [found for found in look.cells(column) if found is not None]
    return bool(cells) and sum(isinstance(found, str) and not isinstance(amount(found), Amount) for found in cells) > len(cells) / 2


def _share(look: Looked, column: int, known: frozenset[str]) -> float:
    cells = [folded(found) for found in look.cells(column) if isinstance(found, str)]
    return sum(found in known for found in cells) / max(1, len(cells))


def _finished(look: Looked, target: Target, names: Names, title: str) -> TableMapping:
    columns = _with_names(look, matched(look.lasting, target)[0], target, names)
    number_of = {heading.words: heading.column for heading in look.found}
    columns = [each for each in columns if each.field != BOOKING_KIND.heading or _tells_kinds(look, number_of[each.heading])]
    columns = _of_one_amount(look, columns, number_of) if target is Target.BOOKED_BY_DATES else columns
    figures = [heading.column for heading, _ in look.timed] or [
        column for column in (number_of[each.heading] for each in columns) if figures_of(look.cells(column)) and not _texts(look, column)
    ]
    out = (*totals(look.sheet, look.header[1], figures), *_cancelled(look, columns, number_of, target))
    look = replace(look, out=out)
    columns = [replace(each, unit=_unit(look, each, number_of, target)) for each in columns]
    table = TableMapping(
        look.sheet.name,
        target,
        look.header,
        tuple(columns),
        words=tuple(_words(look, columns, number_of)),
        across=look.span,
        unit=_unit_across(look, target),
        pick=_pick(look),
        year=_year(look, title),
        dates=_date_order(look, columns, number_of, target),
        leave_out=out,
        sections=has_sections(look.sheet, look.header[1], len(columns) + len(look.timed), out),
        fill_down=_fill_down(look, columns, number_of, target, out),
    )
    return replace(table, fixed=tuple(_fixed(table, names, title, look)))


def _of_one_amount(look: Looked, columns: Sequence[ColumnMapping], number_of: dict[str, int]) -> list[ColumnMapping]:
    """The columns with one that says how much: of several the first that has figures; small hours are those of a week."""
    amounts = [each for each in columns if each.field in AMOUNTS]
    filled = [each for each in amounts if figures_of(look.cells(number_of[each.heading]))]
    taken = next((each for field in ("Percent", "FTE", "Hours per week", "Total hours") for each in filled if each.field == field), None)
    rest = [each for each in columns if each.field not in AMOUNTS]
    if taken is None:
        return [*rest, *amounts[:1]]
    figures = figures_of(look.cells(number_of[taken.heading]))
    says_total = set(folded(taken.heading).split()) & {"total", "effort", "sum", "budget", "estimate", "estimated", "aufwand", "gesamt"}
    is_of_week = taken.field == "Total hours" and not says_total and max(figures) <= MOST_OF_A_WEEK
    own = replace(taken, field="Hours per week") if is_of_week else taken
    return [own if each is taken else each for each in columns if each in rest or each is taken]


def _tells_kinds(look: Looked, column: int) -> bool:
    """Whether a column's words are kinds of bookings (or of dependencies): a status of projects is none."""
    words = words_of(BOOKING_KIND.heading, look.cells(column))
    known = [word for word, meant in words if meant or folded(word) in NO_BOOKING]
    return 2 * len(known) >= len(words)


def _cancelled(look: Looked, columns: Iterable[ColumnMapping], number_of: dict[str, int], target: Target) -> tuple[str, ...]:
    """The words of bookings that are none any more: their rows are left out."""
    if not target.is_bookings:
        return ()
    cells = [found for each in columns if each.field == BOOKING_KIND.heading for found in look.cells(number_of[each.heading])]
    return tuple(dict.fromkeys(" ".join(found.split()) for found in cells if isinstance(found, str) and folded(found) in NO_BOOKING))


def _unit(look: Looked, column: ColumnMapping, number_of: dict[str, int], target: Target) -> Unit | None:
    cells = look.cells(number_of[column.heading])
    if target.is_weekly and column.field == "Hours":
        figures = figures_of(cells)
        return named_unit([column.heading, *look.titles], figures) or unit_of_figures(figures, _rows_span(look), target)
    return unit_of_column(column.heading, column.field, cells)


def _rows_span(look: Looked) -> Span:
    said = " ".join(folded(heading.words) for heading in look.found)
    return Span.MONTHS if "month" in said or "monat" in said else Span.WEEKS


def _unit_across(look: Looked, target: Target) -> Unit:
    if not look.timed or look.span is None:
        return Unit.HOURS
    figures = figures_of(found for heading, _ in look.timed for found in look.cells(heading.column))
    labels = [shown(part) for heading in look.lasting for part in heading.parts if isinstance(part, str)]
    rests = [read.rest for _, read in look.timed if read.rest]
    named = named_unit([*rests[:3], *look.titles, *labels], figures)
    return named or unit_of_figures(figures, look.span, target)


def _pick(look: Looked) -> str:
    """The word of the columns to take, where a stretch of time has several."""
    if look.span is None:
        return ""
    found = periods([read for _, read in look.timed], look.span, 2000)
    if max(Counter(found).values()) < 2:
        return ""
    words = [word for _, read in look.timed for word in read.rest.split()]
    return next((word for word in PICKED if word in words), words[0] if words else "")


def _year(look: Looked, title: str) -> int | None:
    """The year that titles or names say, where headings say none."""
    if not look.timed or all(read.year for _, read in look.timed):
        return None
    found = [year for text in (*look.titles, title) for year in _YEAR.findall(text)]
    return int(found[0]) if found else None


def _date_order(look: Looked, columns: Iterable[ColumnMapping], number_of: dict[str, int], target: Target) -> str:
    """The order of dates in text, where one of them leaves no doubt; dots part days from months."""
    forms = {column.heading: column.form for column in columns_of(target)}
    texts = [found for each in columns if forms[each.field] is Form.DATE for found in look.cells(number_of[each.heading])]
    texts += [part for heading, _ in look.timed for part in heading.parts]
    parts = [match for found in texts if isinstance(found, str) and (match := _TEXT_DATE.fullmatch(found.strip()))]
    if any(int(each[1]) > 12 or each[2] == "." for each in parts):
        return "dmy"
    return "mdy" if any(int(each[3]) > 12 for each in parts) else ""


def _words(look: Looked, columns: Iterable[ColumnMapping], number_of: dict[str, int]) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
    for each in columns:
        if each.field in CHOICES or each.field == "Min level":
            words = words_of("Level" if each.field == "Min level" else each.field, look.cells(number_of[each.heading]))
            if words:
                yield each.field, words


def _fill_down(look: Looked, columns: Iterable[ColumnMapping], number_of: dict[str, int], target: Target, out: Sequence[str]) -> bool:
    keys = {"Project", "Resource"} if target.is_weekly or target in (Target.DEMANDS, Target.BOOKED_BY_DATES) else set()
    return any(each.field in keys and is_filled_down(look.sheet, look.header[1], number_of[each.heading], out) for each in columns)


def _fixed(table: TableMapping, names: Names, title: str, look: Looked) -> Iterable[tuple[str, str]]:
    """What a table needs and has no column for, where every row may have the same."""
    given = {each.field for each in table.columns}
    is_plain = _PLAIN_NAME.fullmatch(table.sheet.strip()) or any(folded(table.sheet) in words for words in SHEET_WORDS.values())
    if (table.target is Target.ASKED or table.target.is_bookings) and not given & {"Project", "Demand"}:
        yield "Project", title if is_plain else table.sheet
    if table.target in (Target.RESOURCES, Target.DEMANDS) and "Role" not in given:
        yield "Role", STAND_IN_ROLE
    if table.target is Target.ASKED and not given & {"Role", "Resource", "Demand"}:
        yield "Role", STAND_IN_ROLE
    if (
        (table.target is Target.CAPACITY or table.target.is_bookings)
        and not given & {"Role", "Demand"}
        and not _all_known(table, names, look)
    ):
        yield "Role", STAND_IN_ROLE
    if table.target is Target.BOOKED_BY_DATES and not given & set(AMOUNTS):
        yield "Percent", "100"


def _all_known(table: TableMapping, names: Names, look: Looked) -> bool:
    column = table.column("Resource")
    heading = next((each for each in look.found if column and each.words == column.heading), None)
    return heading is not None and _share(look, heading.column, names.resources) == 1.0


def guess_like(sheet: RawSheet, table: TableMapping) -> TableMapping:
    """The guess with a mapping's headings and columns in the place of its own: what else the sheet then says."""
    look = looked(sheet, table.header)
    if table.across is None:
        look = replace(look, timed=(), span=None)
    number_of = {heading.words: heading.column for heading in look.found}
    columns = [each for each in table.columns if each.heading in number_of]
    figures = [heading.column for heading, _ in look.timed] or [
        column for column in (number_of[each.heading] for each in columns) if figures_of(look.cells(column)) and not _texts(look, column)
    ]
    return replace(
        table,
        words=tuple(_words(look, columns, number_of)),
        leave_out=(*totals(sheet, table.header[1], figures), *_cancelled(look, columns, number_of, table.target)),
        dates=_date_order(look, columns, number_of, table.target),
    )
