"""Says that a scenario is worked in, and leads back to the plan of record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.icons import coloured
from ui.tokens import LARGE, SMALL, TIGHT, Tokens
from ui.widgets.labels import button, wrapped


class ScenarioStrip(QWidget):
    """One line with buttons that do what the actions do; hidden in the plan of record."""

    def __init__(self, tokens: Tokens, promote: QAction, leave: QAction) -> None:
        super().__init__()
        self.setObjectName("scenario")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon, self._text = QLabel(), wrapped("")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.promote, self.leave = button(f"{promote.iconText()}…"), button(leave.iconText())
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TIGHT, LARGE, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for press, action in ((self.promote, promote), (self.leave, leave)):
            press.setToolTip(action.toolTip())
            press.clicked.connect(action.trigger)
            action.enabledChanged.connect(press.setEnabled)
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_tokens(tokens)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str) -> None:
        """Shows the strip; with no text hides it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def show_tokens(self, tokens: Tokens) -> None:
        self._icon.setPixmap(coloured("scenarios", tokens.accent, tokens.accent).pixmap(20))
