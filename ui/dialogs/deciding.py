"""The decision on a scenario that waits for approval, with the reason that the log keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, label, wrapped

WIDTH = 460


class Decide(QDialog):
    """Asks for the `reason`, which somebody who rejects has to give; accepting it is the decision."""

    def __init__(self, name: str, known: str, parent: QWidget, *, approving: bool) -> None:
        """`known` is what should be known of its effects before it is approved; "" where there is nothing to say."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_needed = not approving
        self.setWindowTitle(self.tr("Approve") if approving else self.tr("Reject"))
        asked = self.tr("Approve “{name}”?") if approving else self.tr("Reject “{name}”?")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, for the log"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.decide = button(self.tr("Approve") if approving else self.tr("Reject"), primary=True)
        self.leave = button(self.tr("Decide later"))
        self.decide.setDefault(True)
        self.decide.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.reason.textChanged.connect(self._judge)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(asked.format(name=name), "heading"))
        if known and approving:
            column.addWidget(wrapped(known, "warning"))
        if approving:
            column.addWidget(wrapped(self.tr("Approving changes nothing else: promote the scenario to put it in force.")))
        column.addWidget(self.reason)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)
        self.reason.setFocus()
        self._judge()

    def _judge(self) -> None:
        self.decide.setEnabled(bool(self.reason.text().strip()) or not self._is_needed)
