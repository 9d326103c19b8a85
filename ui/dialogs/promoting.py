"""The decision to make a scenario the plan of record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, label, wrapped

WIDTH = 460


class Promote(QDialog):
    """Says what will happen; `keep` is whether the scenario keeps its list of changes."""

    def __init__(self, name: str, says: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Promote"))
        self.keep = QCheckBox(self.tr("Keep the list of changes in the scenario, to look at it later"))
        self.promote = button(self.tr("Make it the plan of record"), primary=True)
        self.leave = button(self.tr("Do not promote"))
        self.promote.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.promote)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Promote “{name}”?").format(name=name), "heading"))
        column.addWidget(wrapped(says))
        column.addWidget(self.keep)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)
        self.promote.setFocus()
