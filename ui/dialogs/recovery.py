"""What a crash left: every portfolio with changes that are not in its file, and what to do with each, in one dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.presenters.leftovers import LeftoverWords
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT
from ui.widgets.labels import button, hairline, label, wrapped
from ui.widgets.scrolling import scrolled

if TYPE_CHECKING:
    from planner.files import Leftover

WIDTH, HEIGHT = 640, 460
BARE_HEIGHT, CARD_HEIGHT = 200, 128

Tell = Callable[["Leftover"], LeftoverWords]


class Card(QWidget):
    """One leftover with its two decisions."""

    def __init__(self, words: LeftoverWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_up = button(self.tr("Take up"))
        self.take_up.setToolTip(self.tr("Open the portfolio with these changes"))
        self.set_aside = button(self.tr("Set aside"))
        self.set_aside.setToolTip(self.tr("Keep these changes as a backup, and let the file be as it is"))
        for decision in (self.take_up, self.set_aside):
            decision.setAccessibleName(f"{decision.text()}: {words.name}")
            decision.setAccessibleDescription(f"{words.lacks}. {words.last}. {words.file}")
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(label(words.name, "section"))
        place = wrapped(words.place, "small")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        column.addWidget(wrapped(f"{words.lacks}. {words.last}."))
        column.addWidget(wrapped(words.file, "warning" if words.warn else "muted"))
        buttons = QVBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.take_up)
        buttons.addWidget(self.set_aside)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, MEDIUM, 0, MEDIUM)
        row.setSpacing(LARGE)
        row.addLayout(column, 1)
        row.addLayout(buttons)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(row)

    def divide(self) -> None:
        """Draws a line between this one and the one above."""
        self._whole.insertWidget(0, hairline())


class Recovery(QDialog):
    """Lists leftovers; what is not decided stays as it is.

    taken_up   the user goes on with this one
    put_aside  the user wants this one kept as a backup
    """

    taken_up = Signal(object)
    put_aside = Signal(object)

    def __init__(self, leftovers: Sequence[Leftover], tell: Tell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover changes"))
        self.resize(WIDTH, min(HEIGHT, BARE_HEIGHT + CARD_HEIGHT * len(leftovers)))
        self._leftovers: dict[Path, Leftover] = {each.path: each for each in leftovers}
        self.cards: dict[Path, Card] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, SMALL, 0)
        self._list.setSpacing(0)
        for each in leftovers:
            self._add(each, tell(each))
        self._list.addStretch(1)
        self.later = button(self.tr("Later"))
        self.later.setToolTip(self.tr("Keep everything as it is, and ask again at the next start (Esc)"))
        self.later.clicked.connect(self.reject)
        self._lay_out()

    def remove(self, leftover: Leftover) -> None:
        """Takes one off the list that is dealt with; the dialog closes with the last."""
        card = self.cards.pop(leftover.path, None)
        if card is not None:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        if not self.cards:
            self.accept()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(self._list)
        scroll = scrolled(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QHBoxLayout()
        below.addWidget(wrapped(self.tr("Later keeps everything as it is and asks again at the next start."), "muted"), 1)
        below.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Changes that are not in their files"), "heading"))
        column.addWidget(
            wrapped(self.tr("Plimsoll ended before it could write these changes to the files. They are safe in its own copies."), "muted")
        )
        column.addSpacing(SMALL)
        column.addWidget(hairline())
        column.addWidget(scroll, 1)
        column.addWidget(hairline())
        column.addLayout(below)

    def _add(self, leftover: Leftover, words: LeftoverWords) -> None:
        card = Card(words)
        card.take_up.setProperty("path", str(leftover.path))
        card.set_aside.setProperty("path", str(leftover.path))
        card.take_up.clicked.connect(self._take_up)
        card.set_aside.clicked.connect(self._set_aside)
        if self.cards:
            card.divide()
        self.cards[leftover.path] = card
        self._list.addWidget(card)

    def _take_up(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.taken_up.emit(chosen)

    def _set_aside(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.put_aside.emit(chosen)

    def _chosen(self) -> Leftover | None:
        pressed = self.sender()
        return self._leftovers.get(Path(str(pressed.property("path")))) if isinstance(pressed, QPushButton) else None
