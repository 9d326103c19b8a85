"""A table model over its own list of rows: filtered and sorted here, which a proxy model does a thousand times slower."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from data.entities import Id
from ui.presenters.columns import Column, Row, in_order, matching
from ui.tokens import MEDIUM, Tokens

Index = QModelIndex | QPersistentModelIndex
ANYWHERE = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in the words of their columns. A typed text goes to `on_typed`, which answers whether it was taken."""

    def __init__(self, tokens: Tokens, on_typed: Callable[[Row, Column[Row], str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._on_typed = tokens, on_typed
        self._columns: Sequence[Column[Row]] = ()
        self._all: Sequence[Row] = ()
        self._shown: list[Row] = []
        self._words = ""
        self._order: tuple[int, bool] | None = None
        self.may_edit = True
        """Whether cells can be typed into at all."""

    @property
    def columns(self) -> Sequence[Column[Row]]:
        return self._columns

    @property
    def count_of_all(self) -> int:
        """Rows before the filter."""
        return len(self._all)

    def show(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        """Shows these rows; where they are the same things in the same order, only what changed is painted anew."""
        shown = self._arranged(columns, rows)
        same_things = len(columns) == len(self._columns) and [row.id for row in shown] == [row.id for row in self._shown]
        if not same_things:
            self.beginResetModel()
        before, self._columns, self._all, self._shown = self._shown, columns, rows, shown
        if same_things:
            self._tell_changes(before)
        else:
            self.endResetModel()

    def filter(self, words: str) -> None:
        """Keeps only rows that have every word in some column."""
        self._words = words
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
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
        said = self._said(row, column, Qt.ItemDataRole(role))
        return said if said != "" or role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def _said(self, row: Row, column: Column[Row], role: Qt.ItemDataRole) -> object:
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
                return self._colour(row, column)
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
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.may_edit and self._columns[index.column()].read else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        return self._on_typed(self._shown[index.row()], self._columns[index.column()], value)

    def _colour(self, row: Row, column: Column[Row]) -> QColor | None:
        mark = column.mark(row) if column.mark else ""
        return QColor(getattr(self._tokens, mark)) if mark else None

    def _arranged(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> list[Row]:
        found = matching(rows, columns, self._words)
        if self._order and self._order[0] < len(columns):
            return in_order(found, columns[self._order[0]], descending=self._order[1])
        return found

    def _rearrange(self) -> None:
        """Filters and sorts again; whoever holds an index keeps the thing it stood for."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._shown[index.row()].id for index in held]
        self._shown = self._arranged(self._columns, self._all)
        place = {row.id: number for number, row in enumerate(self._shown)}
        moved = [self.index(place[key], index.column()) if key in place else QModelIndex() for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _tell_changes(self, before: Sequence[Row]) -> None:
        last = len(self._columns) - 1
        for number, (old, new) in enumerate(zip(before, self._shown, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))


def width_of(column: Column[Row]) -> int:
    """Pixels of a column with room for the sort sign."""
    return column.width + MEDIUM
