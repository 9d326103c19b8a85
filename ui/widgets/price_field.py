"""One figure of a policy: its name, a line to type it into, its unit, what it is for and what it comes to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from data.entities import Points
from ui.presenters import policies as words
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.policies import Price
from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import in_role, label, wrapped

NAME_WIDTH, FIGURE_WIDTH = 176, 88


class TypedLine(QLineEdit):
    """A line that keeps undo and redo to itself only while there is something typed to take back: else they are the window's."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)


class PriceField(QWidget):
    """Says while it is typed what a figure means, or why it is none; `changed` tells another figure once the field is left."""

    changed = Signal(str, float)

    def __init__(self, price: Price, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._price, self._formats, self._points = price, formats, 0.0
        self.edit = TypedLine()
        self.edit.setFixedWidth(FIGURE_WIDTH)
        self.edit.setAccessibleName(f"{price.name}, {price.unit}")
        self.edit.setAccessibleDescription(price.why)
        self.says = wrapped("", "small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        name = label(price.name, "section")
        name.setFixedWidth(NAME_WIDTH)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(label(price.unit, "muted"), 0, 2)
        grid.addWidget(wrapped(price.why, "muted"), 1, 1, 1, 2)
        grid.setRowMinimumHeight(1, TIGHT * 5)
        grid.addWidget(self.says, 2, 1, 1, 2)
        grid.setColumnStretch(2, 1)
        self.edit.textChanged.connect(self._explain)
        self.edit.editingFinished.connect(self._tell)

    def show_points(self, points: Points) -> None:
        """Shows a figure; what is being typed stays where the figure under it has not changed."""
        is_typing = self.edit.hasFocus() and self.edit.isModified() and points == self._points
        self._points = points
        if not is_typing and self._typed() != points:
            self.edit.setText(self._formats.figure(points))
        self._explain()

    def _typed(self) -> Points | None:
        try:
            return words.read_price(self.edit.text(), self._formats) if self.edit.text().strip() else None
        except FieldError:
            return None

    def _explain(self) -> None:
        try:
            points = words.read_price(self.edit.text(), self._formats)
        except FieldError as problem:
            self.says.setText(str(problem))
            in_role(self.says, "noteBad")
        else:
            self.says.setText(words.meaning(self._price, points, self._formats))
            in_role(self.says, "small")

    def _tell(self) -> None:
        try:
            points = words.read_price(self.edit.text(), self._formats)
        except FieldError:
            return
        self.edit.setText(self._formats.figure(points))
        if points != self._points:
            self._points = points
            self.changed.emit(self._price.field, points)
