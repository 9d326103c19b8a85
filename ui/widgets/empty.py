"""What an empty page shows: what belongs there, and the next step as a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import MEDIUM
from ui.widgets.labels import button, wrapped

TEXT_WIDTH = 420


class EmptyPage(QWidget):
    """A sentence and the buttons of one or more actions."""

    def __init__(self, says: str, actions: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(MEDIUM)
        column.addStretch(1)
        text = wrapped(says, "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(TEXT_WIDTH)
        middle = QHBoxLayout()  # an alignment in `column` would give the text the height of its sizeHint, not of its lines
        middle.addStretch(1)
        middle.addWidget(text)
        middle.addStretch(1)
        column.addLayout(middle)
        for number, action in enumerate(actions):
            step = button(action.text().replace("&", "").rstrip("…"), primary=number == 0)
            step.clicked.connect(action.trigger)
            column.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
