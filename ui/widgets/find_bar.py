"""Finding a text in a table: a line above it with next and previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.icons import icon
from ui.tokens import LARGE, SMALL, Tokens
from ui.widgets.labels import in_role, label

WIDTH = 280


class FindBar(QWidget):
    """`asked` tells in which direction to go on: 1 down, -1 up, 0 from where it stands while the text is typed."""

    asked = Signal(int)
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Find"))
        self.text.setAccessibleName(self.tr("Find in this table"))
        self.text.setFixedWidth(WIDTH)
        self.text.installEventFilter(self)
        self.said = label("", "muted")
        self.up, self.down, self.shut = QToolButton(), QToolButton(), QToolButton()
        for tool, text, tip in (
            (self.up, "↑", self.tr("Previous (Shift+F3)")),
            (self.down, "↓", self.tr("Next (F3)")),
            (self.shut, "", self.tr("Close (Esc)")),
        ):
            tool.setText(text)
            tool.setToolTip(tip)
            tool.setAccessibleName(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        for part in (self.text, self.up, self.down, self.said):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.text.textChanged.connect(self._typed)
        self.up.clicked.connect(self.previous)
        self.down.clicked.connect(self.next)
        self.shut.clicked.connect(self.close_bar)
        self.show_tokens(tokens)
        self.hide()

    def open(self) -> None:
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def next(self) -> None:
        self.asked.emit(1)

    def previous(self) -> None:
        self.asked.emit(-1)

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def say(self, text: str, *, bad: bool = False) -> None:
        self.said.setText(text)
        in_role(self.said, "warning" if bad else "muted")

    def show_tokens(self, tokens: Tokens) -> None:
        self.shut.setIcon(icon("close", tokens))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self.asked.emit(0)
