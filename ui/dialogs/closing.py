"""Leaving a portfolio: waiting while its file is written, and the decision where it cannot be."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, label, wrapped

WIDTH = 460


class Leaving(StrEnum):
    """What to do where a file cannot be written and its portfolio is to be closed."""

    SAVE_AS = "save as"
    KEEP = "keep"
    STAY = "stay"


class Writing(QDialog):
    """Says that the file is being written; `hurried` tells that the user does not want to wait for it."""

    hurried = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saving {name}").format(name=name))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        busy.setFixedHeight(4)
        busy.setAccessibleName(self.tr("Saving"))
        self.hurry = button(self.tr("Do not wait"))
        self.hurry.setToolTip(self.tr("Leave the changes in Plimsoll's own copy; it offers them at the next start"))
        self.hurry.clicked.connect(self.hurried)
        row = QHBoxLayout()
        row.addWidget(wrapped(self.tr("Whatever does not reach the file is safe in Plimsoll's own copy."), "muted"), 1)
        row.addWidget(self.hurry)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("{name} is being saved…").format(name=name), "heading"))
        column.addWidget(busy)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)

    def reject(self) -> None:
        """Escape hurries, as the button does."""
        self.hurried.emit()


class NotSaved(QDialog):
    """Asks what to do with changes that could not be written; `decided` tells it, and Escape stays."""

    decided = Signal(object)

    def __init__(self, why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not in the file"))
        self.save_as = button(self.tr("Save as…"), primary=True)
        self.save_as.setToolTip(self.tr("Choose another place, write everything there, and close"))
        self.keep = button(self.tr("Keep for next start"))
        self.keep.setToolTip(self.tr("Close; the changes stay in Plimsoll's own copy, and it offers them at the next start"))
        self.stay = button(self.tr("Do not close"))
        self.stay.setToolTip(self.tr("Go on working (Esc)"))
        self._decision = Leaving.STAY
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        for choice, decision in ((self.stay, Leaving.STAY), (self.keep, Leaving.KEEP), (self.save_as, Leaving.SAVE_AS)):
            choice.setProperty("decision", decision.value)
            choice.setAccessibleDescription(choice.toolTip())
            choice.clicked.connect(self._decide)
            row.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("The last changes are not in the file"), "heading"))
        column.addWidget(wrapped(why))
        column.addWidget(wrapped(self.tr("They are safe in Plimsoll's own copy, whatever you choose."), "muted"))
        column.addLayout(row)
        self.setFixedWidth(WIDTH + 60)
        self.finished.connect(self._tell)

    def _decide(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self._decision = Leaving(str(pressed.property("decision")))
        self.accept()

    def _tell(self) -> None:
        self.decided.emit(self._decision)
