"""Choosing the columns of a table and their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.tokens import LARGE, MEDIUM, ROW_HEIGHT, SMALL
from ui.widgets.labels import button, label, wrapped

KEY = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 380, 520


class ChooseColumns(QDialog):
    """Columns with a check each, in their order; `chosen` tells keys in order and those that are hidden. The first one stays."""

    chosen = Signal(object)

    def __init__(
        self, columns: Sequence[tuple[str, str]], hidden: frozenset[str], usual: tuple[Sequence[str], frozenset[str]], parent: QWidget
    ) -> None:
        """`columns` are key and heading in their order, `usual` are the keys and hidden ones that the table begins with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns"))
        self._first, *self._others = columns
        self._usual = usual
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns in their order"))
        self.list.setProperty("choices", "true")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.up, self.down = button(self.tr("Move up")), button(self.tr("Move down"))
        self.up.setToolTip(self.tr("Alt+Up"))
        self.down.setToolTip(self.tr("Alt+Down"))
        self.reset = button(self.tr("As at first"), link=True)
        self.apply, self.leave = button(self.tr("Show these columns"), primary=True), button(self.tr("Cancel"))
        self._fill(self._others, hidden)
        self._lay_out()
        self._connect()

    def _fill(self, columns: Sequence[tuple[str, str]], hidden: frozenset[str]) -> None:
        self.list.clear()
        for key, heading in columns:
            item = QListWidgetItem(heading)
            item.setData(KEY, key)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if key in hidden else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        moves = QHBoxLayout()
        moves.setSpacing(SMALL)
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        moves.addWidget(self.reset)
        ends = QHBoxLayout()
        ends.setSpacing(SMALL)
        ends.addStretch(1)
        ends.addWidget(self.leave)
        ends.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Columns"), "heading"))
        column.addWidget(wrapped(self.tr("{first} always comes first and stays in sight.").format(first=self._first[1]), "muted"))
        column.addWidget(self.list, 1)
        column.addLayout(moves)
        column.addLayout(ends)
        self.resize(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.reset.clicked.connect(self._reset)
        self.apply.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.accepted.connect(self._tell)
        QShortcut(QKeySequence("Alt+Up"), self, self._move_up)
        QShortcut(QKeySequence("Alt+Down"), self, self._move_down)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)

    def _reset(self) -> None:
        headings = dict(self._others)
        keys, hidden = self._usual
        self._fill([(key, headings[key]) for key in keys if key in headings], hidden)

    def _tell(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        hidden = frozenset(str(item.data(KEY)) for item in items if item.checkState() is not Qt.CheckState.Checked)
        self.chosen.emit(([self._first[0], *(str(item.data(KEY)) for item in items)], hidden))
