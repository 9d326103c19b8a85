"""The field that opens in a cell of the heat map when hours are typed into it; under it stands what they are booked on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import label

MOST_WIDTH = 360


class CellEditor(QFrame):
    """Opens over a cell.

    entered    the hours were entered: the text, and by how many weeks to go on (Tab goes on one week); it stays open until hidden
    stepped    another demand is wanted: the next, or the one before
    left       it was closed without entering anything
    """

    entered = Signal(str, int)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = parent
        self.setObjectName("cellEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field, self._says = QLineEdit(), label("", "small")
        self.field.setObjectName("cellField")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._says)
        self.hide()

    def open_at(self, cell: QRect, text: str, *, select: bool) -> None:
        """Opens over a cell with a text, all of it chosen where typing is to replace it."""
        self.field.setFixedWidth(max(cell.width(), 56))
        self.field.setText(text)
        self._place(cell)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.field.selectAll()

    def say(self, text: str) -> None:
        """Says what the hours are booked on."""
        self._says.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, MOST_WIDTH))
        self.field.setAccessibleName(self.tr("Hours a week"))
        self.field.setAccessibleDescription(text)
        self.adjustSize()
        self._keep_inside()

    def _place(self, cell: QRect) -> None:
        self.adjustSize()
        self.move(cell.topLeft() - QPoint(TIGHT, TIGHT))
        self._keep_inside()

    def _keep_inside(self) -> None:
        port = self._port.rect()
        self.move(min(self.x(), port.width() - self.width() - SMALL), min(self.y(), port.height() - self.height() - SMALL))

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._took(event):
            return True
        if (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            and event.reason() is not Qt.FocusReason.PopupFocusReason
            and self.isVisible()
        ):
            self._close()
        return False

    def _took(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(0)
            case Qt.Key.Key_Tab:
                self._enter(1)
            case Qt.Key.Key_Backtab:
                self._enter(-1)
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                return False
        return True

    def _enter(self, on: int) -> None:
        self.entered.emit(self.field.text(), on)

    def _close(self) -> None:
        self.hide()
        self.left.emit()
