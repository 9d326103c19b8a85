"""Under the log: what the chosen edit changed, field by field, and the way back to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.rows import RowsModel
from ui.presenters.log_details import Details, FieldLine, columns
from ui.tokens import COMPACT_ROW_HEIGHT, LARGE, MEDIUM, SMALL, TIGHT, Tokens
from ui.widgets.cells import CELL_PADDING
from ui.widgets.labels import Elided, button, hairline, label
from ui.widgets.table import Table


class LogPanel(QWidget):
    """Shows lines of one edit; what `restore` does is wired by the page."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.model: RowsModel[FieldLine] = RowsModel(tokens, lambda *_: False, self)
        self.table = Table(self.model)
        self.title, self.says, self.count = Elided("", "heading"), Elided("", "muted"), label("", "muted")
        self.restore = button(self.tr("Restore to this point…"))
        self.restore.setAccessibleName(self.tr("Restore to this point"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("What the chosen edit changed"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.table.horizontalHeader().setStretchLastSection(True)
        words = QVBoxLayout()
        words.setSpacing(TIGHT // 2)
        words.addWidget(self.title)
        words.addWidget(self.says)
        top = QHBoxLayout()
        top.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        top.setSpacing(MEDIUM)
        top.addLayout(words, 1)
        top.addWidget(self.count)
        top.addWidget(self.restore)
        inset = QHBoxLayout()
        inset.setContentsMargins(LARGE - CELL_PADDING, 0, 0, 0)
        inset.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addLayout(inset, 1)

    def show_headline(self, title: str, says: str) -> None:
        self.title.setText(title)
        self.says.setText(says)

    def show_details(self, shown: Details) -> None:
        fresh = not self.model.columns
        self.model.show(columns(), shown.lines)
        if fresh:
            self.table.fit_columns()
        self.count.setText(shown.words)

    def show_no_lines(self, why: str) -> None:
        """Says why there are none."""
        self.model.show(columns() if self.model.columns else (), ())
        self.count.setText(why)

    def allow_restore(self, why_not: str, does: str) -> None:
        """`why_not` is empty where it can be restored; then its tip says what it does."""
        self.restore.setEnabled(not why_not)
        self.restore.setToolTip(why_not or does)
        self.restore.setAccessibleDescription(why_not or does)

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.table.viewport().update()
