"""The status bar: what is saved, how the plan stands, what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from ui.widgets.labels import in_role, label


class Status(QStatusBar):
    """Three permanent fields beside the passing tips of actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedSize(72, 4)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Working"))
        self.busy.hide()
        self.saved, self.solved = label(""), label("")
        self.findings = QToolButton()
        self.findings.setAccessibleName(self.tr("Findings"))
        for part in (self.busy, self.saved, self.solved, self.findings):
            self.addPermanentWidget(part)
        self.say_findings("")

    def say_saved(self, text: str) -> None:
        _say(self.saved, text)

    def say_solved(self, text: str, *, warn: bool) -> None:
        _say(self.solved, text)
        in_role(self.solved, "warning" if warn else "")

    def say_findings(self, text: str) -> None:
        self.findings.setText(text)
        self.findings.setVisible(bool(text))


def _say(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
