"""The decision before a paste adds rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.saying import counted
from ui.presenters.tables import TableDescription
from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, label, wrapped

WIDTH = 420


class PasteRows(QDialog):
    """Asks whether a block that goes beyond the last row is to add rows."""

    def __init__(self, about: TableDescription[Any], cells: int, rows: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste"))
        what = f"{rows} {about.one if rows == 1 else about.many}"
        self.add = button(self.tr("Add {what}").format(what=what), primary=True)
        self.leave = button(self.tr("Do not paste"))
        self.add.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("The block goes beyond the last row"), "heading"))
        changed = counted("PasteDialog", " besides changing %n cells", " besides changing %n cell", cells) if cells else ""
        column.addWidget(
            wrapped(self.tr("Pasting it adds {what}{changed}. One undo takes all of it back.").format(what=what, changed=changed))
        )
        column.addLayout(row)
        self.setFixedWidth(WIDTH)
        self.add.setFocus()
