"""Which rows of the heat map are shown, and in which order; the block that is copied as a table."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ui.presenters.formats import WHOLE, Formats
from ui.presenters.load_grid import Grid, GridRow, Grouping, Measure
from ui.presenters.saying import translate, within
from ui.presenters.situation import Floats
from ui.presenters.terms import said
from ui.tokens import FULL, LOW, ROUNDING


class Show(StrEnum):
    """Rows that are shown: all, those above capacity in some week, those that are used too little over all weeks."""

    ALL = "All"
    OVER = "Over"
    UNDER = "Under"


class Order(StrEnum):
    USUAL = "Usual"
    MOST = "Most"
    LEAST = "Least"


def show_words(show: Show, grouping: Grouping) -> str:
    """What a choice is called above rows of that kind."""
    if show is Show.ALL:
        return translate("GridChoices", "All {things}").format(things=within(said(grouping)))
    if grouping is Grouping.PROJECTS:
        return translate("GridChoices", "More than asked") if show is Show.OVER else translate("GridChoices", "Short of hours")
    return translate("GridChoices", "Overloaded") if show is Show.OVER else translate("GridChoices", "Below 70 %")


def order_words(order: Order, grouping: Grouping) -> str:
    if order is Order.USUAL:
        usual = {Grouping.RESOURCES: translate("GridChoices", "By role and name"), Grouping.PROJECTS: translate("GridChoices", "By rank")}
        return usual.get(grouping) or translate("GridChoices", "By name")
    if grouping is Grouping.PROJECTS:
        return translate("GridChoices", "Most covered first") if order is Order.MOST else translate("GridChoices", "Least covered first")
    return translate("GridChoices", "Most loaded first") if order is Order.MOST else translate("GridChoices", "Least loaded first")


def arranged(grid: Grid, words: str, show: Show, order: Order) -> Grid:
    """The rows that have every word, of those shown, in that order."""
    wanted = words.casefold().split()
    rows = [number for number, row in enumerate(grid.rows) if _has(row, wanted)]
    kept = _kept(grid, show)
    rows = [number for number in rows if kept[number]]
    if order is not Order.USUAL:
        used = _used(grid)
        rows.sort(key=lambda number: used[number], reverse=order is Order.MOST)
    return grid if len(rows) == len(grid.rows) and order is Order.USUAL else grid.with_rows(rows)


def table(grid: Grid, rows: range, columns: range, measure: Measure, formats: Formats) -> str:
    """A block as a spreadsheet pastes it, weeks above and names beside: hours, or percent as a figure."""
    heading = ["", *(formats.date(grid.weeks[column]) for column in columns)]
    lines = [heading, *([grid.rows[row].name, *(_figure(grid, row, column, measure, formats) for column in columns)] for row in rows)]
    return "\n".join("\t".join(line) for line in lines)


def _figure(grid: Grid, row: int, column: int, measure: Measure, formats: Formats) -> str:
    load, room = float(grid.load[row, column]), float(grid.capacity[row, column])
    if measure is Measure.HOURS:
        return formats.figure(round(load, 2))
    return formats.percent(load / room) if room > 0 else ""


def _has(row: GridRow, wanted: list[str]) -> bool:
    said = f"{row.name} {row.note} {row.words}".casefold()
    return all(word in said for word in wanted)


def _kept(grid: Grid, show: Show) -> NDArray[np.bool_]:
    match show:
        case Show.ALL:
            return np.ones(len(grid.rows), bool)
        case Show.OVER:
            return np.asarray((grid.load > grid.capacity * (FULL + ROUNDING)).any(axis=1))
        case Show.UNDER:
            enough = WHOLE if grid.of_projects else LOW
            return np.asarray((_used(grid) < enough) & (grid.capacity.sum(axis=1) > 0))


def _used(grid: Grid) -> Floats:
    """(rows,) load ÷ capacity over all weeks, sums divided; 0 without capacity."""
    room = grid.capacity.sum(axis=1)
    share: Floats = np.divide(grid.load.sum(axis=1), room, out=np.zeros(len(room)), where=room > 0)
    return share
