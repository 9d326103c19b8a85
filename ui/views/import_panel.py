"""What an import would change, line by line, and what was found in the sheets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from data.findings import Finding, errors
from ui.models.rows import RowsModel
from ui.presenters import changes, findings
from ui.presenters.changes import ChangeLine
from ui.tokens import SMALL, Tokens
from ui.views.findings_dock import FindingsView
from ui.widgets.labels import button, in_role, wrapped
from ui.widgets.table import Table


class ImportPanel(QWidget):
    """Changes and findings on two tabs; findings of what came in no sheets cannot be saved beside rows.

    saved   the findings shall be written beside the rows of a copy of the sheets
    """

    saved = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None, *, can_save: bool = True) -> None:
        super().__init__(parent)
        self._can_save = can_save
        self._model: RowsModel[ChangeLine] = RowsModel(tokens, lambda *_: False, self)
        self._model.show(changes.columns(), ())
        self.changes = Table(self._model)
        self.changes.setAccessibleName(self.tr("Changes"))
        self.changes.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.changes.fit_columns()
        self.changes.horizontalHeader().setStretchLastSection(True)
        self.findings = FindingsView(tokens)
        self.says = wrapped("", "muted")
        self.save = button(self.tr("Save findings beside the rows…"))
        self.save.setToolTip(self.tr("Writes a copy of the sheets as a workbook, with what was found beside each row"))
        self.save.clicked.connect(self.saved)
        self._lay_out()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.changes, self.tr("Changes"))
        self.tabs.addTab(self.findings, "")
        row = QHBoxLayout()
        row.addWidget(self.says, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)

    def show_import(self, lines: Sequence[ChangeLine], found: tuple[Finding, ...]) -> None:
        """Shows what would change and what was found; errors come first."""
        wrong = errors(found)
        self._model.show(changes.columns(), lines)
        self.findings.show_findings(found)
        self.tabs.setTabText(1, findings.in_words(found))
        self.tabs.setCurrentIndex(1 if wrong else 0)
        self.save.setVisible(bool(found) and self._can_save)
        sorry = self.tr("Put these errors right in the workbook and import it again. Nothing was changed.")
        self.says.setText(sorry if wrong else changes.by_kind(lines))
        in_role(self.says, "bad" if wrong else "muted")
