"""A line of the drill-down that can be picked by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.presenters.cell import Line
from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import label, wrapped


class WorkLine(QWidget):
    """Title and hours; under them demand, who and how firm, and why. `picked` tells the line."""

    picked = Signal(object)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.setProperty("line", True)
        self.setProperty("picked", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        below = " · ".join(filter(None, (line.who, line.demand, line.firmness)))
        self.setAccessibleName(f"{line.title}, {line.hours}, {below}, {line.why}")
        grid = QGridLayout(self)
        grid.setContentsMargins(TIGHT, TIGHT // 2, TIGHT, TIGHT // 2)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(wrapped(line.title), 0, 0)
        grid.addWidget(label(line.hours), 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(wrapped(below, "small"), 1, 0, 1, 2)
        grid.addWidget(wrapped(line.why, "small"), 2, 0, 1, 2)

    @property
    def line(self) -> Line:
        return self._line

    def mark(self, *, picked: bool) -> None:
        """Shows whether it is the line that was picked."""
        if self.property("picked") != picked:
            self.setProperty("picked", picked)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.picked.emit(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._line)
        else:
            super().keyPressEvent(event)
