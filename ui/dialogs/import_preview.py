"""What an import would change, and what was found in the sheets; nothing is applied until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from data.findings import Finding, errors
from ui.presenters.changes import ChangeLine
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.views.import_panel import ImportPanel
from ui.widgets.labels import button, label

WIDTH, HEIGHT = 960, 600


class ImportPreview(QDialog):
    """Shows lines of changes and findings; accepting it is the decision to import.

    apart    the sheets shall become a portfolio of their own; offered where one is open
    saved    the findings shall be written beside the rows of a copy of the sheets
    """

    apart = Signal()
    saved = Signal()

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
        self.panel = ImportPanel(tokens)
        self.panel.show_import(lines, found)
        self.panel.saved.connect(self.saved)
        self.changes, self.findings, self.tabs = self.panel.changes, self.panel.findings, self.panel.tabs
        wrong = errors(found)
        take = self.tr("Import {count} changes").format(count=len(lines)) if lines else self.tr("Import")
        self.take = button(take, primary=True)
        self.take.setEnabled(bool(lines) and not wrong and not read_only)
        self.take.setToolTip(
            self.tr("The open portfolio is read-only: save it under another name, or import as a new one") if read_only else ""
        )
        self.take.clicked.connect(self.accept)
        self.leave = button(self.tr("Change nothing"))
        self.leave.clicked.connect(self.reject)
        self.own = button(self.tr("As a new portfolio…"))
        self.own.setToolTip(self.tr("Keep the open portfolio as it is, and make another of this workbook"))
        self.own.clicked.connect(self._take_apart)
        self.own.setEnabled(not wrong)
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(name, "heading"))
        column.addWidget(self.panel, 1)
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def _take_apart(self) -> None:
        self.reject()
        self.apart.emit()
