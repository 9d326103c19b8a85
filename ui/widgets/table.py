"""A table with spreadsheet habits: Enter goes down, Tab right, F2 edits, a block is copied as text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.models.rows import RowsModel, width_of
from ui.tokens import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex


class CellEditor(QStyledItemDelegate):
    """Offers a list where a column has choices, a line of text elsewhere."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, RowsModel) else None
        if column is None or column.choices is None:
            editor = super().createEditor(parent, option, index)
        else:
            editor = QComboBox(parent)
            editor.addItems([str(choice) for choice in column.choices()])
            editor.setEditable(column.free)
        editor.setAccessibleName(column.heading if column else "")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.property("text")
        index.model().setData(index, str(text), Qt.ItemDataRole.EditRole)


class Table(QTableView):
    """A view on a RowsModel; section sizes are fixed, since measuring every cell takes seconds on large tables."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:  # type: ignore[type-arg]  # any rows
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CellEditor(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def fit_columns(self) -> None:
        """Gives each column the width it asks for."""
        for number, column in enumerate(self._rows.columns):
            self.setColumnWidth(number, width_of(column))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter goes on to the cell below, as in a spreadsheet."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_sheet():
            self._go_down()
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The chosen cells as a spreadsheet pastes them: tabs between columns, lines between rows."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        return "\n".join("\t".join(cells) for cells in lines.values())

    def _is_sheet(self) -> bool:
        """Whether Enter goes down: in a list of whole rows it activates the row, in an open editor it closes that."""
        by_cell = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectItems
        return by_cell and self.state() is not QAbstractItemView.State.EditingState

    def _go_down(self) -> None:
        below = self._rows.index(self.currentIndex().row() + 1, self.currentIndex().column())
        if below.isValid():
            self.setCurrentIndex(below)
