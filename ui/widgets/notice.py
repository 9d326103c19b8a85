"""A strip above the page that says what happened, without a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.icons import coloured
from ui.tokens import MEDIUM, SMALL, Tokens
from ui.widgets.labels import wrapped

GOOD_NEWS_MILLISECONDS = 6000
"""Good news goes by itself; what went wrong stays until it is closed."""

ICONS = {"good": "done", "warning": "warning", "bad": "error"}


class Notice(QWidget):
    """Shows one message at a time: "good", "warning" or "bad"."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._kind = tokens, "good"
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._text = wrapped("")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        for part in (self._icon, self._text, self._close):
            row.addWidget(part)
        self.show_tokens(tokens)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, kind: str) -> None:
        """Shows a message in place of the one before."""
        self._kind = kind
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show_tokens(self._tokens)
        self.show()
        if kind == "good":
            self._timer.start(GOOD_NEWS_MILLISECONDS)
        else:
            self._timer.stop()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        colour = getattr(tokens, self._kind)
        self._icon.setPixmap(coloured(ICONS[self._kind], colour, colour).pixmap(20))
        self._close.setIcon(coloured("close", tokens.muted, tokens.disabled))
