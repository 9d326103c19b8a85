"""The side bar: one line for each page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.icons import coloured
from ui.presenters.terms import said
from ui.tokens import Tokens

WIDTH = 168
ITEM_HEIGHT = 36


class SideBar(QListWidget):
    """Arrow keys and clicks choose a page; `chosen` tells which, from 0."""

    chosen = Signal(int)

    def __init__(self, pages: tuple[str, ...], tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setFixedWidth(WIDTH)
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, page in enumerate(pages, 1):
            item = QListWidgetItem(said(page))
            item.setData(Qt.ItemDataRole.UserRole, page)
            item.setSizeHint(QSize(0, ITEM_HEIGHT))
            item.setToolTip(f"{said(page)} (Ctrl+{number})")
            self.addItem(item)
        self.show_tokens(tokens)
        self.currentRowChanged.connect(self._tell)

    def show_tokens(self, tokens: Tokens) -> None:
        for row in range(self.count()):
            item = self.item(row)
            item.setIcon(coloured(item.data(Qt.ItemDataRole.UserRole).lower(), tokens.muted, tokens.disabled))

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
