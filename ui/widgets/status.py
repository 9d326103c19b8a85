"""The status bar: what is saved, how the plan stands, what was found."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from ui.icons import coloured
from ui.presenters.saving import Words
from ui.tokens import Tokens
from ui.widgets.labels import in_role, label

LONGEST_REASON = 40
"""Letters in the status bar; the tip says all."""


class Status(QStatusBar):
    """Permanent fields beside the passing tips of actions; those that can be clicked are buttons."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._words: Words | None = None
        self.setSizeGripEnabled(False)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedSize(72, 4)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Working"))
        self.busy.hide()
        self.solved = label("")
        self.saved, self.findings, self.reason = QToolButton(), QToolButton(), QToolButton()
        self.saved.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.saved.setIconSize(QSize(16, 16))
        self.findings.setAccessibleName(self.tr("Findings"))
        for part in (self.busy, self.reason, self.saved, self.solved, self.findings):
            self.addPermanentWidget(part)
        self.say_saved(None)
        self.say_findings("")
        self.say_reason("")

    def say_saved(self, words: Words | None) -> None:
        """How the file stands; nothing where none is open."""
        self._words = words
        self.saved.setVisible(words is not None)
        if words is None:
            return
        self.saved.setText(words.text)
        self.saved.setToolTip(words.tip)
        self.saved.setAccessibleName(words.text)
        self.saved.setAccessibleDescription(words.tip)
        if self.saved.property("mark") != words.mark:
            self.saved.setProperty("mark", words.mark)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)
        self.show_tokens(self._tokens)

    def say_solved(self, text: str, *, warn: bool) -> None:
        _say(self.solved, text)
        in_role(self.solved, "warning" if warn else "")

    def say_findings(self, text: str) -> None:
        self.findings.setText(text)
        self.findings.setVisible(bool(text))

    def say_reason(self, reason: str) -> None:
        """What is said in the log of every change; nothing where nothing is."""
        short = reason if len(reason) <= LONGEST_REASON else f"{reason[: LONGEST_REASON - 1].rstrip()}…"
        self.reason.setText(self.tr("Reason: {reason}").format(reason=short))
        self.reason.setToolTip(self.tr("The log says of every change: {reason}. Click to say something else.").format(reason=reason))
        self.reason.setAccessibleName(self.tr("Reason for changes"))
        self.reason.setAccessibleDescription(self.reason.toolTip())
        self.reason.setVisible(bool(reason))

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._words is not None:
            colour = getattr(tokens, self._words.mark or "muted")
            self.saved.setIcon(coloured(self._words.icon, colour, colour))


def _say(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
