"""What an import would change, and what was found in the sheets; nothing is applied until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from data.findings import Finding, errors
from ui.models.rows import RowsModel
from ui.presenters import changes, findings
from ui.presenters.changes import ChangeLine
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.views.findings_dock import FindingsView
from ui.widgets.labels import button, label, wrapped
from ui.widgets.table import Table

WIDTH, HEIGHT = 960, 600


class ImportPreview(QDialog):
    """Shows lines of changes and findings; accepting it is the decision to import.

    apart   the sheets shall become a portfolio of their own; offered where one is open
    """

    apart = Signal()

    def __init__(
        self,
        name: str,
        lines: Sequence[ChangeLine],
        found: tuple[Finding, ...],
        tokens: Tokens,
        parent: QWidget,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import {name}").format(name=name))
        self.resize(WIDTH, HEIGHT)
        wrong = errors(found)
        self.changes = _changes_table(lines, tokens, self)
        self.changes.setAccessibleName(self.tr("Changes"))
        self.findings = FindingsView(tokens)
        self.findings.show_findings(found)
        take = self.tr("Import {count} changes").format(count=len(lines)) if lines else self.tr("Import")
        self.take = button(take, primary=True)
        self.take.setEnabled(bool(lines) and not wrong and not read_only)
        self.take.setToolTip(
            self.tr("The open portfolio is read-only: save it under another name, or import as a new one") if read_only else ""
        )
        self.take.clicked.connect(self.accept)
        self.leave = button(self.tr("Change nothing"))
        self.leave.clicked.connect(self.reject)
        sorry = self.tr("Put these errors right in the workbook and import it again. Nothing was changed.")
        says = wrapped(sorry, "bad") if wrong else label(changes.in_words(lines), "muted")
        self.own = button(self.tr("As a new portfolio…"))
        self.own.setToolTip(self.tr("Keep the open portfolio as it is, and make another of this workbook"))
        self.own.clicked.connect(self._take_apart)
        self.own.setEnabled(not wrong)
        self._lay_out(name, says, found)
        self.tabs.setCurrentIndex(1 if wrong else 0)

    def _lay_out(self, name: str, says: QWidget, found: tuple[Finding, ...]) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.changes, self.tr("Changes"))
        self.tabs.addTab(self.findings, findings.in_words(found))
        buttons = QHBoxLayout()
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(name, "heading"))
        column.addWidget(says)
        column.addSpacing(SMALL)
        column.addWidget(self.tabs, 1)
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def _take_apart(self) -> None:
        self.reject()
        self.apart.emit()


def _changes_table(lines: Sequence[ChangeLine], tokens: Tokens, parent: QWidget) -> Table:
    model: RowsModel[ChangeLine] = RowsModel(tokens, lambda *_: False, parent)
    model.show(changes.columns(), lines)
    table = Table(model)
    table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
    table.fit_columns()
    table.horizontalHeader().setStretchLastSection(True)
    return table
