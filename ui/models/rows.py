"""A table model over its own list of rows: filtered and sorted here, which a proxy model does a thousand times slower."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from data.entities import Id
from ui.icons import coloured
from ui.presenters.arrangement import Arrangement, runs
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.columns import Column, Row
from ui.tokens import MEDIUM, Tokens

Index = QModelIndex | QPersistentModelIndex
ANYWHERE = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITABLE = READABLE | Qt.ItemFlag.ItemIsEditable
MOST_AT_ONCE = 10_000
"""Rows beyond which searching and sorting takes longer than a window may wait: half a second for 100,000."""
Beside = Callable[[Callable[[], list[Any]], Callable[[list[Any]], None]], None]
"""Does the first beside the window and hands its answer to the second; Any: rows of the model that asks."""
MANY = 60
"""Stretches of rows come, gone or changed beyond which telling of all at once is quicker than of each."""


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in the words of their columns. A typed text goes to `on_typed`, which answers whether it was taken."""

    def __init__(self, tokens: Tokens, on_typed: Callable[[Row, Column[Row], str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._on_typed = tokens, on_typed
        self._columns: Sequence[Column[Row]] = ()
        self._all: Sequence[Row] = ()
        self._shown: list[Row] = []
        self._arrangement: Arrangement[Row] = Arrangement()
        self._has_typed = False
        self._turn = 0
        self.beside: Beside | None = None
        """Who arranges very many rows, so that the window does not wait; without it they are arranged at once."""
        self.may_edit = True
        """Whether cells can be typed into at all."""

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def columns(self) -> Sequence[Column[Row]]:
        return self._columns

    @property
    def has_typed(self) -> bool:
        """Whether any column is one to type into."""
        return self._has_typed

    @property
    def rows(self) -> Sequence[Row]:
        """Those that are shown, from top to bottom."""
        return self._shown

    @property
    def all_rows(self) -> Sequence[Row]:
        """Those before the filter."""
        return self._all

    @property
    def count_of_all(self) -> int:
        """Rows before the filter."""
        return len(self._all)

    @property
    def filters(self) -> Mapping[str, ColumnFilter]:
        """What columns keep, by their keys."""
        return MappingProxyType(self._arrangement.filters)

    @property
    def is_filtered(self) -> bool:
        return self._arrangement.filters_any

    def show(self, columns: Sequence[Column[Row]], rows: Sequence[Row], *, anew: bool = True) -> None:
        """Shows these rows; whoever holds an index keeps the thing it stood for.

        Unless `anew`, rows that are there stay where they are and are not filtered away: nothing jumps under the hands of whoever edits.
        """
        if [column.key for column in columns] != [column.key for column in self._columns]:
            self.beginResetModel()
            self._columns, self._all = columns, rows
            self._has_typed = any(column.read for column in columns)
            self._shown = list(rows) if self._is_large else self._arrangement.of(columns, rows)
            self.endResetModel()
            self._turn += 1
            if self._is_large:
                self._rearrange()
            return
        before, self._columns, self._all = self._all, columns, rows
        arrange = self._arrangement
        self._turn += 1
        if self._is_large:
            self._reorder(list(rows))
            self._rearrange()
            return
        if anew or not arrange:
            self._turn_into(arrange.of(columns, rows))
        else:
            self._turn_into(arrange.kept(columns, rows, self._shown, {row.id for row in rows} - {row.id for row in before}))

    def filter(self, words: str) -> None:
        """Keeps only rows that have every word in some column."""
        self._arrangement.words = words
        self._rearrange()

    def filter_columns(self, filters: Mapping[str, ColumnFilter]) -> None:
        """Keeps only rows that every column's filter keeps."""
        self._arrangement.filters = {key: chosen for key, chosen in filters.items() if chosen}
        self._rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self._columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        known = 0 <= column < len(self._columns)
        self._arrangement.order = (self._columns[column].key, order is Qt.SortOrder.DescendingOrder) if known else None
        self._rearrange()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def row_at(self, row: int) -> Row:
        return self._shown[row]

    def row_of(self, key: Id) -> int | None:
        """Where a thing stands, None where the filter hides it or it is gone."""
        return next((number for number, row in enumerate(self._shown) if row.id == key), None)

    def rowCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self._columns[index.column()]
        said = self._said(row, column, role)
        return said if said != "" or role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def _said(self, row: Row, column: Column[Row], role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.EditRole:
                return column.editor_text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column.numeric else LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return column.hint(row)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(getattr(self._tokens, self._mark(row, column)))
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column.numeric else LEFT
            case Qt.ItemDataRole.DecorationRole:
                return coloured("filter", self._tokens.accent, self._tokens.accent) if column.key in self._arrangement.filters else None
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (column.tip, self._kept(column.key)))) or None
            case _:
                return None

    def _kept(self, key: str) -> str:
        chosen = self._arrangement.filters.get(key)
        return self.tr("Filtered: {words}").format(words=chosen.words) if chosen else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return EDITABLE if self.may_edit and self._columns[index.column()].read else READABLE

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        return self._on_typed(self._shown[index.row()], self._columns[index.column()], value)

    def colour_of(self, index: Index) -> str:
        """The colour of a cell's text; what is worked out stands back behind what can be typed."""
        return str(getattr(self._tokens, self._mark(self._shown[index.row()], self._columns[index.column()])))

    def _mark(self, row: Row, column: Column[Row]) -> str:
        mark = column.mark(row) if column.mark else ""
        return mark or ("muted" if self._has_typed and column.read is None else "text")

    def _rearrange(self) -> None:
        """Filters and sorts again; whoever holds an index keeps the thing it stood for."""
        if self._is_large:
            self._arrange_beside()
        else:
            self._reorder(self._arrangement.of(self._columns, self._all))

    @property
    def _is_large(self) -> bool:
        """Whether these rows are searched and sorted beside the window."""
        return self.beside is not None and len(self._all) > MOST_AT_ONCE

    def _arrange_beside(self) -> None:
        """Shows very many rows as they are to stand once that is worked out; what was begun before is not wanted any more."""
        self._turn += 1
        if not self._arrangement:
            self._reorder(list(self._all))
        elif self._is_large and self.beside is not None:
            self.beside(partial(replace(self._arrangement).of, self._columns, self._all), partial(self._take_arranged, self._turn))

    def _take_arranged(self, turn: int, shown: list[Row]) -> None:
        if turn == self._turn:
            self._reorder(shown)

    def _reorder(self, shown: list[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._shown[index.row()].id for index in held]
        self._shown = shown
        place = {row.id: number for number, row in enumerate(shown)} if held else {}
        moved = [self.index(place[key], index.column()) if key in place else QModelIndex() for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _turn_into(self, wanted: list[Row]) -> None:
        """Tells of what went, what moved, what came and what changed, so that the chosen cells stay on their things."""
        if not self._stand_alike(wanted):
            self._move_to(wanted)
        before, self._shown = self._shown, wanted
        changed = runs([number for number, (old, new) in enumerate(zip(before, wanted, strict=True)) if old is not new and old != new])
        self._tell_changed(changed if len(changed) <= MANY else [(changed[0][0], changed[-1][1])])

    def _stand_alike(self, wanted: list[Row]) -> bool:
        """Whether the same things stand in the same order."""
        same_length = len(wanted) == len(self._shown)
        return same_length and all(old is new or old.id == new.id for old, new in zip(self._shown, wanted, strict=True))

    def _move_to(self, wanted: list[Row]) -> None:
        """Brings rows in and out and into order; those that stay keep what they said before."""
        keys = {row.id for row in wanted}
        gone = runs([number for number, row in enumerate(self._shown) if row.id not in keys])
        there = {row.id for row in self._shown}
        come = runs([number for number, row in enumerate(wanted) if row.id not in there])
        if len(gone) + len(come) > MANY:
            self._reorder(wanted)
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(ANYWHERE, first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()
        staying = [row for row in wanted if row.id in there]
        if [row.id for row in staying] != [row.id for row in self._shown]:
            before = {row.id: row for row in self._shown}
            self._reorder([before[row.id] for row in staying])
        for first, last in come:
            self.beginInsertRows(ANYWHERE, first, last)
            self._shown[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _tell_changed(self, stretches: Sequence[tuple[int, int]]) -> None:
        last_column = len(self._columns) - 1
        for first, last in stretches:
            if last >= first:
                self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))


def width_of(column: Column[Row]) -> int:
    """Pixels of a column with room for the sort sign."""
    return column.width + MEDIUM
