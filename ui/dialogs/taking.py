"""A scenario that came as a file: what it would change and what does not fit, before it is taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from data.portfolio import Portfolio
from ui.presenters import taking
from ui.presenters.taking import Arrival
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.views.import_panel import ImportPanel
from ui.widgets.labels import button, label, wrapped

WIDTH, HEIGHT = 880, 560


class TakeScenario(QDialog):
    """Shows what came; accepting it is the decision to take it in, under `name`, or with None in the place of the one that is there."""

    def __init__(self, arrival: Arrival, record: Portfolio, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take in a scenario"))
        self.resize(WIDTH, HEIGHT)
        self._record = record
        self.panel = ImportPanel(tokens, can_save=False)
        self.panel.show_import(arrival.lines, arrival.findings)
        there = arrival.there
        self.replaces = QRadioButton(self.tr("Replace the scenario “{name}”").format(name=there.name if there else ""))
        self.beside = QRadioButton(self.tr("Take it in under the name"))
        self.replaces.setVisible(there is not None)
        self.beside.setVisible(there is not None)
        self.beside.setChecked(True)
        self.field = QLineEdit(arrival.free)
        self.field.setAccessibleName(self.tr("Name"))
        self.wrong = label("", "warning")
        self.take = button(self.tr("Take in"), primary=True)
        self.take.setDefault(True)
        self.leave = button(self.tr("Change nothing"))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.field.textChanged.connect(self._judge)
        self.replaces.toggled.connect(self._judge)
        self._lay_out(arrival)
        self._judge()
        self.take.setFocus()

    def _lay_out(self, arrival: Arrival) -> None:
        naming = QHBoxLayout()
        naming.setSpacing(SMALL)
        for part in (self.beside if arrival.there else label(self.tr("Name")), self.field):
            naming.addWidget(part)
        naming.addWidget(self.wrong, 1)
        self.field.setMinimumWidth(WIDTH // 3)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(arrival.name, "heading"))
        column.addWidget(wrapped(taking.about(arrival), "muted"))
        if note := arrival.of.sent.scenario.note:
            column.addWidget(wrapped(note))
        column.addWidget(self.panel, 1)
        column.addLayout(naming)
        column.addWidget(self.replaces)
        column.addSpacing(SMALL)
        column.addLayout(row)

    @property
    def name(self) -> str | None:
        """The name to take it in under; None to replace the one that is there."""
        return None if self.replaces.isChecked() else self.field.text()

    def _judge(self) -> None:
        problem = "" if self.name is None else taking.trouble(self._record, self.name)
        self.field.setEnabled(self.name is not None)
        self.wrong.setText(problem)
        self.take.setEnabled(not problem)
