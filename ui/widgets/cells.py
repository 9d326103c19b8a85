"""How a cell of a table is painted and edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.models.rows import RowsModel

Index = QModelIndex | QPersistentModelIndex

CELL_PADDING = 11
"""Pixels beside the text of a cell; headings have the same (style.qss)."""


class Cells(QStyledItemDelegate):
    """Offers a list where a column has choices, a line of text elsewhere; `typed_to_all` tells of Ctrl+Enter.

    Paints the cells itself: through the style sheet a screen of cells takes longer than a frame.
    """

    typed_to_all = Signal(str)

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._to_all = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            super().paint(painter, option, index)
            return
        tokens, column, box = model.tokens, model.columns[index.column()], option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        text = column.text(model.row_at(index.row()))
        if text:
            painter.setPen(QColor(model.colour_of(index)))
            inside = box.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
            metrics = painter.fontMetrics()
            if metrics.horizontalAdvance(text) > inside.width():
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            if column.is_link:
                font = painter.font()
                font.setUnderline(True)
                painter.setFont(font)
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            if column.is_link:
                font.setUnderline(False)
                painter.setFont(font)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent)))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

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
        text = str(editor.currentText() if isinstance(editor, QComboBox) else editor.property("text"))
        if self._to_all:
            self.typed_to_all.emit(text)
        else:
            index.model().setData(index, text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ctrl+Enter puts the text into every chosen cell."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_control_enter(event):
            self._to_all = True
            self.commitData.emit(editor)
            self._to_all = False
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)


def _is_control_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
