"""The title of a dock: its name and a button that hides it, in our own icons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from ui.icons import coloured
from ui.tokens import MEDIUM, SMALL, TIGHT, Tokens
from ui.widgets.labels import label


class DockTitle(QWidget):
    """Stands in for the title bar that Qt draws."""

    def __init__(self, dock: QDockWidget, tokens: Tokens) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Hide"))
        self._close.setAccessibleName(self.tr("Hide {name}").format(name=dock.windowTitle()))
        self._close.clicked.connect(dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, SMALL, TIGHT)
        row.addWidget(label(dock.windowTitle(), "section"), 1)
        row.addWidget(self._close)
        self.show_tokens(tokens)

    def show_tokens(self, tokens: Tokens) -> None:
        self._close.setIcon(coloured("close", tokens.muted, tokens.disabled))
