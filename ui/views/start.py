"""The start page: the sample, an import, a file, or one of the recent ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.files.recent import RecentFile
from ui.icons import picture
from ui.tokens import MEDIUM, SMALL, TIGHT, Tokens
from ui.widgets.labels import button, label, wrapped
from ui.widgets.refilling import empty

COLUMN_WIDTH = 440
MARK_SIZE = 56


class StartPage(QWidget):
    """Shown while no portfolio is open.

    chosen     a recent file or shared bank; the payload is its place as text
    recovered  the user wants to see what a crash left
    """

    chosen = Signal(object)
    recovered = Signal()

    def __init__(self, tokens: Tokens, steps: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel()
        self._recent = QVBoxLayout()
        self._recent_heading = label(self.tr("Recent files"), "section")
        self._leftovers_mark = QLabel()
        self.leftovers = button("", link=True)
        self.leftovers.clicked.connect(self.recovered)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addStretch(2)
        column.addLayout(self._title())
        column.addSpacing(SMALL)
        column.addLayout(self._recovery())
        column.addSpacing(MEDIUM)
        for number, step in enumerate(steps):
            column.addWidget(self._step(step, primary=number == 0))
            column.addWidget(wrapped(step.statusTip(), "muted"))
            column.addSpacing(SMALL)
        column.addSpacing(MEDIUM)
        column.addWidget(self._recent_heading)
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setFixedWidth(COLUMN_WIDTH)
        row = QHBoxLayout(self)
        row.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_tokens(tokens)
        self.show_leftovers("")

    def show_leftovers(self, text: str) -> None:
        """Says what a crash left, as a way to see it; nothing where there is nothing."""
        self.leftovers.setText(text)
        self.leftovers.setToolTip(self.tr("See them, and decide"))
        for part in (self._leftovers_mark, self.leftovers):
            part.setVisible(bool(text))

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """Lists files as buttons, newest first; one that is not there now says so and cannot be pressed."""
        empty(self._recent)
        self._recent_heading.setVisible(bool(files))
        for file in files:
            name = file.name.replace("&", "&&")
            link = button(name if file.is_there else self.tr("{name} (not there now)").format(name=name), link=True)
            link.setToolTip(str(file.path))
            link.setProperty("path", str(file.path))
            link.setEnabled(file.is_there)
            link.clicked.connect(self._open_recent)
            self._recent.addWidget(link)
            link.show()  # now: a layout shows what it is given only later, which would flicker

    def show_tokens(self, tokens: Tokens) -> None:
        self._mark.setPixmap(picture("mark", tokens.accent, MARK_SIZE, self.devicePixelRatioF()))
        self._leftovers_mark.setPixmap(picture("warning", tokens.warning, 20, self.devicePixelRatioF()))

    def _title(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(TIGHT // 2)
        words.addWidget(label("Plimsoll", "title"))
        words.addWidget(label(self.tr("The load line for your portfolio"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        return row

    def _recovery(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(self._leftovers_mark)
        row.addWidget(self.leftovers)
        row.addStretch(1)
        return row

    def _step(self, action: QAction, *, primary: bool) -> QWidget:
        step = button(action.text().replace("&", "").rstrip("…"), primary=primary)
        step.setAccessibleDescription(action.statusTip())
        step.clicked.connect(action.trigger)
        return step

    def _open_recent(self) -> None:
        link = self.sender()
        if link is not None:
            self.chosen.emit(str(link.property("path")))
