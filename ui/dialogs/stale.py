"""Somebody else was first: what it was, yours and theirs side by side, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.rows import RowsModel
from ui.presenters.stale import StaleRow, columns
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.widgets.labels import button, label, wrapped
from ui.widgets.table import Table

WIDTH, HEIGHT = 860, 360


class Stale(QDialog):
    """Shows an edit that was not made; `taken` tells that it shall be made all the same, closing the dialog that it shall not."""

    taken = Signal()

    def __init__(
        self, title: str, says: str, advice: str, rows: Sequence[StaleRow], tokens: Tokens, parent: QWidget, *, may_take: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Somebody else was first"))
        self.resize(WIDTH, HEIGHT)
        model: RowsModel[StaleRow] = RowsModel(tokens, lambda *_: False, self)
        model.show(columns(), rows)
        self.table = Table(model)
        self.table.setAccessibleName(self.tr("Yours and theirs"))
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.fit_columns()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.says = wrapped(says)
        self.keep = button(self.tr("Keep theirs"), primary=True)
        self.keep.setToolTip(self.tr("Leave everything as they made it (Esc)"))
        self.keep.clicked.connect(self.reject)
        self.take = button(self.tr("Take mine"))
        self.take.setToolTip(self.tr("Make your change on top of theirs; undo takes it back"))
        self.take.setEnabled(may_take)
        self.take.clicked.connect(self._take)
        for choice in (self.keep, self.take):
            choice.setAccessibleDescription(choice.toolTip())
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(title, "heading"))
        column.addWidget(self.says)
        column.addSpacing(SMALL)
        column.addWidget(self.table, 1)
        column.addWidget(wrapped(advice, "muted"))
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def _take(self) -> None:
        self.accept()
        self.taken.emit()
