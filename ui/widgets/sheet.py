"""An editable table with a spreadsheet's habits: Enter goes down, Tab right, F2 edits, the first column stays in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from data.entities import Id
from ui.models.rows import RowsModel
from ui.presenters.arrangement import runs
from ui.widgets.frozen_column import FrozenColumn
from ui.widgets.table import Table

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL, NOTHING = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ACROSS = {
    Qt.Key.Key_Home: (QAbstractItemView.CursorAction.MoveHome, CONTROL),
    Qt.Key.Key_End: (QAbstractItemView.CursorAction.MoveEnd, CONTROL),
    Qt.Key.Key_Left: (QAbstractItemView.CursorAction.MoveHome, NOTHING),
    Qt.Key.Key_Right: (QAbstractItemView.CursorAction.MoveEnd, NOTHING),
}
"""Keys that lead across to an end of the table with Ctrl, as Qt calls that."""
MANY_STRETCHES = 40
LEADING = (QAbstractItemView.EditTrigger.DoubleClicked, QAbstractItemView.EditTrigger.EditKeyPressed)
TYPING = (*LEADING, QAbstractItemView.EditTrigger.AnyKeyPressed)
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class Sheet(Table):
    """Tells by `filter_asked` of Alt+Down with the number of the column, and by `heading_asked` of a right click on a heading.

    `led` tells of a double click, or F2, on a cell (its index) that cannot be edited and leads to another page; of those that are
    links a click is enough. `untyped` tells of typing into a cell that cannot be edited.
    """

    filter_asked = Signal(int)
    heading_asked = Signal(int)
    led = Signal(QModelIndex)
    untyped = Signal(QModelIndex)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:  # type: ignore[type-arg]  # any rows
        super().__init__(model, parent)
        self._below: Id | None = None
        self._pressed = QPersistentModelIndex()
        self.viewport().setMouseTracking(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        across = self.horizontalHeader()
        across.setSectionsMovable(True)
        across.setFirstSectionMovable(False)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._ask_heading)
        model.layoutChanged.connect(self._gather)
        self.frozen = FrozenColumn(self)
        self.frozen.heading_asked.connect(self.heading_asked)

    @property
    def keys(self) -> list[str]:
        """The columns in sight by their keys, as they stand."""
        across, columns = self.horizontalHeader(), self._rows.columns
        numbers = [across.logicalIndex(place) for place in range(across.count())]
        return [columns[number].key for number in numbers if not self.isColumnHidden(number)]

    def column_of(self, key: str) -> int:
        """The model's number of a column."""
        return [column.key for column in self._rows.columns].index(key)

    def chosen_rows(self) -> list[int]:
        """The numbers of all rows with a chosen cell, from top to bottom."""
        rows: set[int] = set()
        for stretch in self._stretches():
            rows.update(range(stretch.top(), stretch.bottom() + 1))
        return sorted(rows)

    def chosen_spans(self) -> dict[str, list[int]]:
        """The rows of the chosen cells by the key of their column, columns as they stand; hidden ones left out."""
        spans: dict[str, set[int]] = {}
        for stretch in self._stretches():
            for number in range(stretch.left(), stretch.right() + 1):
                spans.setdefault(self._rows.columns[number].key, set()).update(range(stretch.top(), stretch.bottom() + 1))
        return {key: sorted(spans[key]) for key in self.keys if key in spans}

    def choose_cells(self, rows: Sequence[int], keys: Sequence[str]) -> None:
        """Chooses the cells of these rows and columns, as after a paste."""
        chosen = QItemSelection()
        for first, last in runs(sorted(rows)):
            for key in keys:
                number = self.column_of(key)
                chosen.select(self._rows.index(first, number), self._rows.index(last, number))
        self.selectionModel().select(chosen, SELECT)

    def _gather(self) -> None:
        """Qt leaves a stretch for each row that was moved; thousands of them take longer to paint than a frame."""
        stretches = self._stretches()
        if len(stretches) <= MANY_STRETCHES:
            return
        rows: dict[tuple[int, int], list[int]] = {}
        for each in stretches:
            rows.setdefault((each.left(), each.right()), []).extend(range(each.top(), each.bottom() + 1))
        chosen = QItemSelection()
        for (left, right), numbers in rows.items():
            for first, last in runs(sorted(numbers)):
                chosen.select(self._rows.index(first, left), self._rows.index(last, right))
        self.selectionModel().select(chosen, SELECT)

    def go_to(self, row: int, column: int) -> None:
        """Makes a cell the chosen one and brings it into sight."""
        self.choose_cell(self._rows.index(row, column))
        self.setFocus()

    def choose_cell(self, index: QModelIndex) -> None:
        """Makes a cell the current and the only chosen one, whatever keys are held: Qt's own way would toggle it with Ctrl."""
        self.selectionModel().setCurrentIndex(index, SELECT)
        self.scrollTo(index)

    def commitData(self, editor: QWidget) -> None:  # noqa: N802
        """Remembers what stands below before the edit moves anything."""
        row = self.currentIndex().row() + 1
        self._below = self._rows.row_at(row).id if row < self._rows.rowCount() else None
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter goes on to the cell that stood below, as in a spreadsheet."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and self._below is not None:
            row = self._rows.row_of(self._below)
            if row is not None:
                self.choose_cell(self._rows.index(row, self.currentIndex().column()))

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger | None = None, event: object = None) -> bool:  # type: ignore[override]
        """A cell of the first column is scrolled back into its place before it is edited."""
        if trigger in LEADING and index.isValid() and self._rows.columns[index.column()].leads:
            self.led.emit(self._rows.index(index.row(), index.column()))
            return False
        if trigger in TYPING and self._is_barred(index) and _is_typing(trigger, event):
            self.untyped.emit(self._rows.index(index.row(), index.column()))
            return True  # Qt would go to a cell that begins with the letter
        if index.column() == 0 and self.horizontalScrollBar().value() and trigger != QAbstractItemView.EditTrigger.NoEditTriggers:
            is_edit = trigger is None or bool(trigger & self.editTriggers())
            if is_edit and trigger != QAbstractItemView.EditTrigger.CurrentChanged:
                self.horizontalScrollBar().setValue(0)
        if trigger is None:
            super().edit(index)
            return True
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]  # the stubs want an event, Qt gives none at times

    def _is_barred(self, index: Index) -> bool:
        """Whether a cell of a table that is typed into cannot be."""
        return index.isValid() and self._rows.has_typed and not index.flags() & Qt.ItemFlag.ItemIsEditable

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._pressed = QPersistentModelIndex(self._link_at(event.position().toPoint()) if plain else QModelIndex())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        link = self._link_at(event.position().toPoint())
        if link.isValid() and self._pressed == link:
            self.led.emit(link)
        self._pressed = QPersistentModelIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        is_link = self._link_at(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _link_at(self, place: QPoint) -> QModelIndex:
        """The cell there, where it is a link that says something."""
        index = self.indexAt(place)
        is_link = index.isValid() and self._rows.columns[index.column()].is_link and bool(index.data())
        return index if is_link else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.state() is QAbstractItemView.State.EditingState or not self._moved(event):
            super().keyPressEvent(event)

    def _moved(self, event: QKeyEvent) -> bool:
        """The keys of a spreadsheet that Qt does not know; whether this was one."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key, here = event.key(), self.currentIndex()
        if key in ENTER and not control:
            self._go_by(-1 if shift else 1)
        elif key == Qt.Key.Key_Space and (shift or control) and here.isValid():
            flag = QItemSelectionModel.SelectionFlag.Rows if shift else QItemSelectionModel.SelectionFlag.Columns
            self.selectionModel().select(here, SELECT | flag)
        elif control and not shift and here.isValid() and (there := self._far(Qt.Key(key))) is not None:
            self.choose_cell(there)
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier and here.isValid():
            self.filter_asked.emit(here.column())
        else:
            return False
        return True

    def _far(self, key: Qt.Key) -> QModelIndex | None:
        """The cell at an end of the table to which a key leads with Ctrl; Qt would leave the chosen cells behind."""
        rows = {Qt.Key.Key_Up: 0, Qt.Key.Key_Down: self._rows.rowCount() - 1}
        if key in rows:
            return self._rows.index(rows[key], self.currentIndex().column())
        return self.moveCursor(*ACROSS[key]) if key in ACROSS else None

    def _go_by(self, rows: int) -> None:
        there = self._rows.index(self.currentIndex().row() + rows, self.currentIndex().column())
        if there.isValid():
            self.choose_cell(there)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:  # noqa: N802
        """The first column is always in sight; what it would cover is scrolled out from under it."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(before)
        else:
            covered = self.columnWidth(0) - self.columnViewportPosition(index.column())
            if covered > 0:
                bar.setValue(max(0, bar.value() - covered))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.frozen.fit()

    def updateGeometries(self) -> None:  # noqa: N802
        super().updateGeometries()
        if hasattr(self, "frozen"):  # Qt lays out once before this is built
            self.frozen.fit()

    def _ask_heading(self, place: QPoint) -> None:
        number = self.horizontalHeader().logicalIndexAt(place)
        if number >= 0:
            self.heading_asked.emit(number)


def _is_typing(trigger: QAbstractItemView.EditTrigger, event: object) -> bool:
    """Whether a cell was asked to be edited: by F2, a double click, or a key that writes something."""
    if trigger in LEADING:
        return True
    return isinstance(event, QKeyEvent) and bool(event.text().strip()) and event.text().isprintable()
