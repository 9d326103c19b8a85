"""The decision before the portfolio goes back to a point of its log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.models.rows import RowsModel
from ui.presenters.changes import ChangeLine, columns, in_words
from ui.tokens import COMPACT_ROW_HEIGHT, LARGE, MEDIUM, SMALL, Tokens
from ui.widgets.labels import button, label, wrapped
from ui.widgets.table import Table

WIDTH, HEIGHT = 960, 520
MOST_LINES = 1_000
"""More are counted, not listed."""


class RestorePoint(QDialog):
    """Shows what going back would change; accepting it is the decision to.

    `plan` says which plan comes back with it, "" where none does; `reason` is what the log will say unless something else is typed.
    """

    def __init__(self, title: str, lines: Sequence[ChangeLine], plan: str, reason: str, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore to a point of the log"))
        self.resize(WIDTH, HEIGHT)
        model: RowsModel[ChangeLine] = RowsModel(tokens, lambda *_: False, self)
        model.show(columns(), lines[:MOST_LINES])
        self.table = Table(model)
        self.table.setAccessibleName(self.tr("What changes"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.table.fit_columns()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.says = wrapped(self._said(lines, plan))
        self.reason = QLineEdit(reason)
        self.reason.setPlaceholderText(self.tr("Reason, for the log"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setEnabled(bool(lines))
        self.take = button(self.tr("Restore"), primary=True)
        self.take.setDefault(True)
        self.leave = button(self.tr("Change nothing"))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._lay_out(title)
        self.take.setFocus()

    def _said(self, lines: Sequence[ChangeLine], plan: str) -> str:
        more = self.tr("; the first {count} are listed").format(count=MOST_LINES) if len(lines) > MOST_LINES else ""
        changes = self.tr("The portfolio as it stands changes: {counts}{more}.").format(counts=in_words(lines), more=more)
        parts = [changes if lines else self.tr("The portfolio stays as it is.")]
        if plan:
            parts.append(self.tr("The plan of then is the latest again: {plan}.").format(plan=plan))
        return " ".join(parts)

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(title, "heading"))
        column.addWidget(self.says)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        column.addWidget(wrapped(self.tr("One undo takes all changes back. Plans that were kept stay kept."), "muted"))
        column.addSpacing(SMALL)
        column.addLayout(buttons)
