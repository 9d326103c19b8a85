"""The dock of findings: what is wrong or noteworthy, where, and what would be right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QWidget

from data.findings import Finding
from ui.models.rows import RowsModel
from ui.presenters import findings as words
from ui.tokens import TIGHT, Tokens
from ui.widgets.dock_title import DockTitle
from ui.widgets.empty import EmptyPage
from ui.widgets.table import Table


class FindingsView(QStackedWidget):
    """A table of findings, or what `nothing` says where there are none."""

    def __init__(self, tokens: Tokens, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[words.FindingRow] = RowsModel(tokens, lambda *_: False, self)
        self.table = Table(self.model)
        self.table.setAccessibleName(self.tr("Findings"))
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.addWidget(self.table)
        self.addWidget(EmptyPage(nothing or self.tr("Findings of an import or a solve are listed here. There are none."), ()))
        self.show_findings(())
        self.table.fit_columns()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.setContentsMargins(TIGHT, 0, 0, 0)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.model.show(words.columns(), words.rows(findings))
        self.setCurrentIndex(0 if findings else 1)

    def choose(self, finding: Finding) -> None:
        """Goes to a finding, where it is listed."""
        row = next((number for number, row in enumerate(self.model.rows) if row.finding == finding), None)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.table.viewport().update()


class FindingsDock(QDockWidget):
    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setWindowTitle(self.tr("Findings"))
        self.view = FindingsView(tokens)
        self.setWidget(self.view)
        self._title = DockTitle(self, tokens)
        self.setTitleBarWidget(self._title)

    def show_tokens(self, tokens: Tokens) -> None:
        self.view.show_tokens(tokens)
        self._title.show_tokens(tokens)
