"""Says that the plan shown is older than the portfolio, and offers to solve again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.icons import coloured
from ui.tokens import LARGE, SMALL, TIGHT, Tokens
from ui.widgets.labels import button, wrapped


class StaleStrip(QWidget):
    """One line with a button that does what the action does."""

    def __init__(self, tokens: Tokens, solve: QAction) -> None:
        super().__init__()
        self.setObjectName("stale")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon, self._text = QLabel(), wrapped("")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.again = button(self.tr("Solve again"), primary=True)
        self.again.setToolTip(self.tr("Solve from this plan with the changes made since (F5)"))
        self.again.clicked.connect(solve.trigger)
        self._solve = solve
        solve.enabledChanged.connect(self.again.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TIGHT, LARGE, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_tokens(tokens)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, *, first: bool = False) -> None:
        """Shows the strip; with no text hides it. Before the `first` plan it offers to make one."""
        self._text.setText(text)
        self.again.setText(self.tr("Solve") if first else self.tr("Solve again"))
        self.again.setEnabled(self._solve.isEnabled())
        self.setVisible(bool(text))

    def show_tokens(self, tokens: Tokens) -> None:
        self._icon.setPixmap(coloured("warning", tokens.warning, tokens.warning).pixmap(20))
