"""What every page of the window has in common: a heading with one line that says what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT
from ui.widgets.labels import Elided, label


class Heading(QWidget):
    """Title and line; what acts on the page stands at the right."""

    def __init__(self, title: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(TIGHT // 2)
        words.addWidget(label(title, "title"))
        self._says = Elided(says, "muted")
        words.addWidget(self._says)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._row.setSpacing(SMALL)
        self._row.addLayout(words, 1)

    def say(self, text: str) -> None:
        self._says.setText(text)

    @property
    def said(self) -> str:
        return self._says.text()

    def add(self, tool: QWidget) -> None:
        self._row.addWidget(tool, 0, Qt.AlignmentFlag.AlignBottom)
