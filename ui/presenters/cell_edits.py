"""Texts put into many cells at once become one edit, or none at all with the row and column that refuse it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.edits import Change, Edit
from data.entities import Entity, Id
from data.portfolio import KIND_OF, Portfolio
from planner.actions import entities
from ui.presenters.blocks import Block, formats_of_block
from ui.presenters.columns import Column, FieldError
from ui.presenters.formats import Formats
from ui.presenters.saying import counted, translate
from ui.presenters.tables import Row, TableDescription

TOLD = 3
"""Refusals that are said in full; more are counted."""


class RefusedCellsError(Exception):
    """Nothing was changed; the message names row and column of what does not fit."""

    def __init__(self, what: str, refusals: Sequence[str]) -> None:
        why, more = ". ".join(refusals[:TOLD]), len(refusals) - TOLD
        super().__init__(
            translate("CellEdits", "{what}: nothing was changed. {why} (and {more} more)").format(what=what, why=why, more=more)
            if more > 0
            else translate("CellEdits", "{what}: nothing was changed. {why}").format(what=what, why=why)
        )


@dataclass(frozen=True, slots=True)
class Put:
    """A text for one cell: the row by its id, the column by its key."""

    row: Id
    column: str
    text: str


def edit_of_cells(columns: Sequence[Column[Row]], rows: Mapping[Id, Row], puts: Iterable[Put], portfolio: Portfolio, label: str) -> Edit:
    """The edit that puts each text into its cell; empty where nothing changes. Raises RefusedCellsError.

    A cell whose text is what stands there already is left alone, so that a copy of what cannot be edited may lie among them.
    """
    by_key = {column.key: column for column in columns}
    changed: dict[Id, Row] = {}
    refusals: list[str] = []
    for put in puts:
        column, row = by_key[put.column], changed.get(put.row, rows[put.row])
        if put.text.strip() in (column.editor_text(row), column.text(row)):
            continue
        try:
            changed[put.row] = _with_text(row, column, put.text)
        except FieldError as problem:
            refusals.append(f"{_name(columns, rows[put.row])}, {column.heading}: {problem}")
    if refusals:
        raise RefusedCellsError(label, refusals)
    return entities.all_changed(portfolio, [row.entity for row in changed.values()], label)


def filled_down(columns: Sequence[Column[Row]], rows: Sequence[Row], spans: Mapping[str, Sequence[int]]) -> list[Put]:
    """The text of the first cell of each column's span for the others; a span of one takes that of the cell above it.

    `spans` holds by column key the numbers of rows, in order.
    """
    by_key = {column.key: column for column in columns}
    puts = []
    for key, numbers in spans.items():
        column = by_key[key]
        source, targets = (numbers[0] - 1, numbers) if len(numbers) == 1 else (numbers[0], numbers[1:])
        if source >= 0 and column.read is not None:
            puts += [Put(rows[number].id, key, column.editor_text(rows[source])) for number in targets]
    return puts


@dataclass(frozen=True)
class Paste:
    """A block laid onto a table: texts for cells that are there, and rows of texts by column key that would be new ones.

    `formats` is how the block writes figures and dates; `left_out` are headings whose cells are worked out, not typed.
    """

    puts: tuple[Put, ...]
    fresh: tuple[Mapping[str, str], ...]
    formats: Formats
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.puts) + sum(map(len, self.fresh))


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block goes: the columns from the current one on as they stand, the first row's number, and the chosen span in cells."""

    columns: Sequence[str]
    row: int
    height: int = 1
    width: int = 1


def laid(
    block: Block, target: Target, columns: Sequence[Column[Row]], rows: Sequence[Row], headings: Mapping[str, str], formats: Formats
) -> Paste:
    """Lays a block onto the cells from the target on; one cell, row or column fills the whole span chosen.

    A first line of nothing but headings (`headings` has the keys by casefolded heading) puts each column where it belongs. Raises
    RefusedCellsError where the block is wider than the table or holds nothing that can be typed.
    """
    keys, body = _by_heading(block, target, headings)
    if keys is None:
        body = _repeated(block, target)
        keys = list(target.columns)
    if max(map(len, body), default=0) > len(keys):
        width, left = max(map(len, body)), len(keys)
        raise RefusedCellsError(
            translate("CellEdits", "Paste"),
            [
                translate("CellEdits", "The block is {width} columns wide, but only {left} are left from here on").format(
                    width=width, left=left
                )
            ],
        )
    typed = {column.key for column in columns if column.read is not None}
    by_key = {column.key: column for column in columns}
    used = keys[: max(map(len, body), default=0)]
    if not typed & set(used):
        names = ", ".join(by_key[key].heading for key in used if key) or translate("CellEdits", "What is there")
        raise RefusedCellsError(
            translate("CellEdits", "Paste"),
            [translate("CellEdits", "{names} is worked out, not typed; paste into another column").format(names=names)],
        )
    lines = [{key: text for key, text in zip(keys, line, strict=False) if key in typed} for line in body]
    there = max(0, len(rows) - target.row)
    puts = [Put(rows[target.row + number].id, key, text) for number, line in enumerate(lines[:there]) for key, text in line.items()]
    left_out = tuple(by_key[key].heading for key in used if key and key not in typed)
    fresh = [line for line in lines[there:] if any(text.strip() for text in line.values())]
    return Paste(tuple(puts), tuple(fresh), formats_of_block((text for line in lines for text in line.values()), formats), left_out)


def edit_of_paste(
    about: TableDescription[Row],
    columns: Sequence[Column[Row]],
    rows: Mapping[Id, Row],
    paste: Paste,
    portfolio: Portfolio,
) -> Edit:
    """The one edit of a paste: cells changed and rows added. Raises RefusedCellsError."""
    label = _said(about, paste)
    changed = edit_of_cells(columns, rows, paste.puts, portfolio, label)
    added: list[Entity] = []
    refusals: list[str] = []
    grown = changed.applied_to(portfolio)
    for number, texts in enumerate(paste.fresh, 1):
        try:
            entity = entities.tidied(_fresh(about, columns, grown, texts))
        except FieldError as problem:
            name = next((text for text in texts.values() if text.strip()), "")
            refusals.append(
                translate("CellEdits", "New row {number} ({name}), {problem}").format(number=number, name=name, problem=problem)
            )
            continue
        grown = grown.holding(entity)
        added.append(entity)
    if refusals:
        raise RefusedCellsError(label, refusals)
    return Edit(label, (*changed.changes, *(Change(KIND_OF[type(each)], each.id, None, each) for each in added)))


def _fresh(about: TableDescription[Row], columns: Sequence[Column[Row]], portfolio: Portfolio, texts: Mapping[str, str]) -> Entity:
    """A new entity of these texts; a blank text leaves the field as it is usual."""
    by_key = {column.key: column for column in columns}
    given = {key: text for key, text in texts.items() if text.strip()}
    for needed in about.needs:
        if not given.keys() & set(needed):
            names = translate("CellEdits", " or ").join(by_key[key].heading for key in needed)
            raise FieldError(translate("CellEdits", "{names}: is missing; a new {one} needs it").format(names=names, one=about.one))
    row = about.row_of(about.fresh(portfolio, None), portfolio)
    for key, text in given.items():
        try:
            row = _with_text(row, by_key[key], text)
        except FieldError as problem:
            raise FieldError(f"{by_key[key].heading}: {problem}") from problem
    return row.entity


def _with_text(row: Row, column: Column[Row], text: str) -> Row:
    if column.read is None:
        raise FieldError(translate("CellEdits", "is worked out, not typed"))
    return replace(row, entity=column.read(row, text))  # type: ignore[type-var]  # every row is a frozen dataclass with an entity


def _by_heading(block: Block, target: Target, headings: Mapping[str, str]) -> tuple[list[str] | None, Block]:
    """The columns by their headings in the first line; none where it holds anything else."""
    if len(block) < 2:
        return None, block
    found = [headings.get(text.strip().casefold(), "") for text in block[0]]
    if not all(found) or len(set(found)) < len(found) or (len(found) == 1 and found[0] != target.columns[0]):
        return None, block
    return found, block[1:]


def _repeated(block: Block, target: Target) -> Block:
    """The block as often as it fits the span, where the span is so many whole blocks."""
    high, wide = len(block), max(map(len, block))
    down = target.height // high if target.height % high == 0 else 1
    across = target.width // wide if target.width % wide == 0 and all(len(row) == wide for row in block) else 1
    return tuple(row * across for row in block) * down


def _said(about: TableDescription[Row], paste: Paste) -> str:
    cells = counted("CellEdits", "%n cells", "%n cell", len(paste.puts))
    one, many = translate("CellEdits", "1 new {thing}"), translate("CellEdits", "{count} new {things}")
    count = len(paste.fresh)
    rows = one.format(thing=about.one) if count == 1 else many.format(count=count, things=about.many)
    if not paste.fresh:
        return translate("CellEdits", "Paste {cells} into {many}").format(cells=cells, many=about.many)
    return (
        translate("CellEdits", "Paste {rows}").format(rows=rows)
        if not paste.puts
        else translate("CellEdits", "Paste {cells} and {rows}").format(cells=cells, rows=rows)
    )


def _name(columns: Sequence[Column[Row]], row: Row) -> str:
    """What a row is called: what its first column says."""
    return columns[0].text(row)
