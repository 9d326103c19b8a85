"""A strip above the page that says what happened, without a dialog; it may offer ways to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.icons import coloured
from ui.tokens import MEDIUM, SMALL, TIGHT, Tokens
from ui.widgets.labels import button, wrapped

GOOD_NEWS_MILLISECONDS = 6000
"""Good news goes by itself; what went wrong stays until it is closed."""
WITH_WAYS_ON_MILLISECONDS = 30_000
"""Good news that offers something to do leaves time to do it."""

ICONS = {"good": "done", "warning": "warning", "bad": "error", "muted": "lock"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a notice: its key, its words, and what it does."""

    key: str
    text: str
    tip: str


class Notice(QWidget):
    """Shows one message at a time: "good", "warning", "bad" or "muted". `answered` tells the key of the button pressed."""

    answered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._kind = tokens, "good"
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._text, self._more = wrapped(""), wrapped("", "small")
        for part in (self._text, self._more):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SMALL)
        self._lay_out()
        self.show_tokens(tokens)
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self._text)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def more(self) -> str:
        return self._more.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons offered now, from left to right."""
        held = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        return [widget for item in held if item is not None and isinstance(widget := item.widget(), QPushButton)]

    def say(self, text: str, kind: str, answers: Sequence[Answer] = (), more: str = "") -> None:
        """Shows a message in place of the one before; `more` stands under it, smaller."""
        self._kind = kind
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._offer(answers)
        self.show_tokens(self._tokens)
        self.show()
        if kind == "good":
            self._timer.start(WITH_WAYS_ON_MILLISECONDS if answers else GOOD_NEWS_MILLISECONDS)
        else:
            self._timer.stop()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        colour = getattr(tokens, self._kind)
        self._icon.setPixmap(coloured(ICONS[self._kind], colour, colour).pixmap(20))
        self._close.setIcon(coloured("close", tokens.muted, tokens.disabled))

    def _offer(self, answers: Sequence[Answer]) -> None:
        for old in self.buttons:
            self._buttons.removeWidget(old)
            old.hide()
            old.deleteLater()
        for answer in answers:
            offered = button(answer.text)
            offered.setToolTip(answer.tip)
            offered.setAccessibleDescription(answer.tip)
            offered.setProperty("answer", answer.key)
            offered.clicked.connect(self._tell)
            self._buttons.addWidget(offered)
            offered.show()

    def _tell(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.answered.emit(str(pressed.property("answer")))
