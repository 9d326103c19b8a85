"""A comparison on paper: the figures side by side, the load charts, and tables of what differs, on pages of A4."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.comparison import comparison_chart
from planner.charts.saving import save_pages
from planner.charts.style import BOLD, HAIRLINE, LIGHT, NOTE, Headline, drawing, elided, page, panel, text_width
from planner.comparing.comparison import Comparison
from planner.comparing.loads import EVERYBODY, Group, Grouped
from planner.comparing.measures import Form
from planner.comparing.wording import (
    NONE,
    beside,
    difference,
    headline,
    hours,
    hours_words,
    plan_words,
    project_words,
    week_name,
    worst_projects,
)

ACROSS, DOWN = 11.69, 8.27
"""Inches of A4, lying."""
MARGIN, TOP, FOOT = 0.6, 1.0, 0.55
ROW = 0.205
"""Inches from one line of a table to the next."""
PER_PAGE = int((DOWN - TOP - FOOT) / ROW) - 2
MOST_ROWS = 2 * PER_PAGE
"""Of a table; a report is read, and the workbook has all of it."""
MOST_CHARTS = 2
"""Roles of which a chart of their own is drawn, those whose load differs most."""
APART = 40.0
"""Hours by which the load of a role must differ to be worth a page."""
SMALL = 7.5
NAMED = 3
"""Projects of each side that are named in words."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, inches of width, and whether figures stand in it."""

    heading: str
    width: float
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings; `more` is said at the end where rows were left out."""

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""


def save_report(comparison: Comparison, title: str, path: Path, *, today: dt.date | None = None) -> None:
    """Writes the pages as one PDF, whole or not at all; `title` is what the portfolio is called. Raises ChartNotSavedError."""
    save_pages(report_pages(comparison, title, today=today), path)


def report_pages(comparison: Comparison, title: str, *, today: dt.date | None = None) -> Iterator[Figure]:
    """One figure at a time: in words, in figures, the charts, then tables of what differs; where nothing does, nothing more."""
    yield _words_page(comparison, title)
    yield from _table_pages(_measures(comparison, title))
    if comparison.is_same:
        return
    for group in (EVERYBODY, *_roles(comparison)):
        yield comparison_chart(comparison, group, today=today, size=(ACROSS, DOWN))
    projects = (_projects(comparison, side) for side in range(1, len(comparison.sides)))
    for table in (*projects, _people(comparison), _weeks(comparison)):
        if table.rows:
            yield from _table_pages(table)


def _title(comparison: Comparison, title: str) -> str:
    return f"{title}: {' · '.join(side.name for side in comparison.sides)}"


def _words_page(comparison: Comparison, title: str) -> Figure:
    """What is compared, and of each side in a few sentences how it differs."""
    figure, axes = _page(_title(comparison, title), f"Everything is told against {comparison.first.name}, which stands first")
    y = DOWN - TOP - FOOT - ROW / 2
    for number, side in enumerate(comparison.sides):
        lines = [f"{plan_words(side)}."]
        if number:
            lines.append(f"{headline(comparison, number)}.")
            named = worst_projects(comparison, number)[:NAMED]
            lines += [f"{comparison.names.projects[row.key]}: {project_words(row, number)}" for row in named]
        axes.text(
            0, y, elided(side.name, NOTE * BOLD, ACROSS - 2 * MARGIN), color=LIGHT.text, size=NOTE, weight="bold", va="center_baseline"
        )
        for line in (part for text in lines for part in _broken(text)):
            y -= ROW
            axes.text(0.15, y, line, color=LIGHT.text, size=SMALL, va="center_baseline")
        y -= 1.6 * ROW
    return figure


def _measures(comparison: Comparison, title: str) -> Table:
    names = [side.name for side in comparison.sides]
    rows = tuple((row.name, *(beside(row, side) for side in range(len(names)))) for row in comparison.measures)
    note = f"Differences from {names[0]} in brackets"
    return Table(_title(comparison, title), note, (Column("", 1.9), *_of_sides(comparison, 1.9)), rows)


def _roles(comparison: Comparison) -> list[Group]:
    """The roles whose load differs most."""
    apart = {}
    for group in comparison.groups:
        if group.by is Grouped.ROLE:
            hours_by_side = comparison.load(group).hours
            apart[group] = float(abs(hours_by_side[1:] - hours_by_side[:1]).max(axis=0).sum())
    return sorted((group for group in apart if apart[group] >= APART), key=lambda group: -apart[group])[:MOST_CHARTS]


def _projects(comparison: Comparison, side: int) -> Table:
    rows = []
    for row in worst_projects(comparison, side):
        first, other = row.sides[0], row.sides[side]
        met = [NONE if each is None else hours(each.met) for each in (first, other)]
        days = NONE if other is None or other.first is None or other.last is None else f"{other.first} to {other.last}"
        rows.append((comparison.names.projects[row.key], *met, days, project_words(row, side)))
    columns = (
        Column("Project", 2.3),
        Column(f"Met: {comparison.first.name}", 1.35, True),
        Column(f"Met: {comparison.sides[side].name}", 1.35, True),
        Column("Days", 1.75),
        Column("What differs", 3.7),
    )
    title = f"Projects that differ: {comparison.sides[side].name} against {comparison.first.name}"
    return _cut(title, f"Of all hours: {hours_words(comparison, side)}", columns, rows)


def _people(comparison: Comparison) -> Table:
    """Hours given in each side, those first of whom most hours changed."""
    names = comparison.names
    rows = []
    for row in sorted(comparison.people, key=lambda row: (-max(row.changed), names.resources[row.key])):
        who = next(side for side in row.sides if side is not None)
        told = (None if side is None else side.hours for side in row.sides)
        rows.append((names.resources[row.key], who.role, *_beside(tuple(told))))
    columns = (Column("Resource", 2.1), Column("Role", 1.5), *_of_sides(comparison, 3.6))
    return _cut("People that differ", "Hours given; differences from the first in brackets", columns, rows)


def _weeks(comparison: Comparison) -> Table:
    """Hours given in each side, in the order of time."""
    rows = [(week_name(row.key), *_beside(tuple(None if side is None else side.hours for side in row.sides))) for row in comparison.weeks]
    columns = (Column("Week", 1.5), *_of_sides(comparison, 1.5))
    return _cut("Weeks that differ", "Hours given; differences from the first in brackets", columns, rows)


def _of_sides(comparison: Comparison, taken: float) -> tuple[Column, ...]:
    """A column for each side in the inches that are left."""
    wide = min(2.2, (ACROSS - 2 * MARGIN - taken) / len(comparison.sides))
    return tuple(Column(side.name, wide, True) for side in comparison.sides)


def _beside(given: Sequence[float | None]) -> Iterator[str]:
    first = given[0]
    for number, each in enumerate(given):
        if each is None:
            yield NONE
        elif number and first is not None:
            yield f"{hours(each)} ({difference(each - first, Form.HOURS)})"
        else:
            yield hours(each)


def _cut(title: str, note: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """The first so many, and how many more there are."""
    more = len(rows) - MOST_ROWS
    return Table(
        title,
        note,
        columns,
        tuple(rows[:MOST_ROWS]),
        f"and {more:,} more; the comparison as a workbook has all of them" if more > 0 else "",
    )


def _table_pages(table: Table) -> Iterator[Figure]:
    for start in range(0, max(1, len(table.rows)), PER_PAGE):
        is_last = start + PER_PAGE >= len(table.rows)
        yield _table_page(table, table.rows[start : start + PER_PAGE], table.more if is_last else "")


def _page(title: str, note: str) -> tuple[Figure, Axes]:
    """A page with its headline, and below it a panel in inches."""
    with drawing():
        figure = page(ACROSS, DOWN, Headline(title, note), MARGIN, LIGHT)
        axes = panel(figure, (MARGIN, FOOT), ACROSS - 2 * MARGIN, DOWN - TOP - FOOT, LIGHT)
        axes.set_xlim(0, ACROSS - 2 * MARGIN)
        axes.set_ylim(0, DOWN - TOP - FOOT)
        axes.set_axis_off()
        return figure, axes


def _table_page(table: Table, rows: Sequence[tuple[str, ...]], more: str) -> Figure:
    figure, axes = _page(table.title, table.note)
    y = DOWN - TOP - FOOT - ROW / 2
    _write_row(axes, y, table.columns, tuple(column.heading for column in table.columns), heading=True)
    for row in rows:
        y -= ROW
        _write_row(axes, y, table.columns, row)
    axes.text(0, y - ROW, more, color=LIGHT.muted, size=SMALL, va="center_baseline")
    return figure


def _write_row(axes: Axes, y: float, columns: Sequence[Column], texts: Sequence[str], *, heading: bool = False) -> None:
    left = 0.0
    for column, text in zip(columns, texts, strict=True):
        said = elided(text, SMALL * (BOLD if heading else 1), column.width - 0.12)
        at, side = (left + column.width - 0.12, "right") if column.numeric else (left, "left")
        axes.text(at, y, said, color=LIGHT.text, size=SMALL, ha=side, va="center_baseline", weight="bold" if heading else "normal")
        left += column.width
    axes.axhline(y - ROW / 2, color=LIGHT.muted if heading else LIGHT.grid, lw=HAIRLINE)


def _broken(text: str) -> list[str]:
    """A sentence in lines that fit the page."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, SMALL) <= ACROSS - 2 * MARGIN - 0.15:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
