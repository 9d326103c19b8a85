"""Figures of single weeks as they are typed, pasted, filled and copied."""

from __future__ import annotations

from collections.abc import Sequence

from data.entities import Hours
from ui.presenters import fields
from ui.presenters.blocks import formats_of_block, read_block, tabbed
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.week_profile import WeekProfile


def hours_in(text: str, week: str, formats: Formats) -> Hours:
    """The hours that a text says, none where it is empty. Raises FieldError that names the week."""
    if not text.strip():
        return 0.0
    try:
        return fields.figure(formats)(text)
    except FieldError as problem:
        raise FieldError(f"{week}: {problem}") from problem


def pasted(text: str, shown: WeekProfile, columns: Sequence[int], formats: Formats) -> dict[int, Hours]:
    """Hours by column of a copied row or column of figures, laid from the first chosen week on; one figure fills all chosen weeks.

    Raises FieldError where it is neither, holds no figure, or is longer than the weeks that are left.
    """
    block = read_block(text)
    figures = [line[0] if line else "" for line in block] if max(map(len, block), default=0) == 1 else list(block[0])
    if not text.strip() or not columns:
        raise FieldError(
            translate("ProfileCells", "There is no text in the clipboard; copy a row of figures first, such as from a spreadsheet")
        )
    if len(block) > 1 and max(map(len, block)) > 1:
        shape = translate("ProfileCells", "The block has {rows} rows of {cells} cells; copy one row, or one column, of hours by week")
        raise FieldError(shape.format(rows=len(block), cells=max(map(len, block))))
    if len(figures) == 1:
        figures *= len(columns)
    left = len(shown.mondays) - columns[0]
    if len(figures) > left:
        too_long = translate("ProfileCells", "The row has {figures} figures, but only {left} weeks are left from {week} on")
        raise FieldError(too_long.format(figures=len(figures), left=left, week=formats.week(shown.mondays[columns[0]])))
    written = formats_of_block(figures, formats)
    return {
        columns[0] + number: hours_in(figure, formats.week(shown.mondays[columns[0] + number]), written)
        for number, figure in enumerate(figures)
    }


def filled(shown: WeekProfile, columns: Sequence[int]) -> dict[int, Hours]:
    """The hours of the first chosen week for those after it; a single one takes those of the week before."""
    if len(columns) > 1:
        return dict.fromkeys(columns[1:], float(shown.asked[columns[0]]))
    return {columns[0]: float(shown.asked[columns[0] - 1])} if columns and columns[0] > 0 else {}


def copied(shown: WeekProfile, rows: Sequence[int], columns: Sequence[int], formats: Formats, *, headed: bool) -> str:
    """The chosen figures as a spreadsheet pastes them, with the Mondays above where they are `headed`; rows are asked, given, short."""
    tables = (shown.asked, shown.given, shown.short)
    lines = [[formats.figure(round(float(tables[row][column]), 4)) for column in columns] for row in rows]
    return tabbed([*([[formats.date(shown.mondays[column]) for column in columns]] if headed else []), *lines])
