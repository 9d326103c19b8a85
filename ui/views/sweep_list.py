"""The sweeps that a portfolio keeps, in a list of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from data.entities import Id
from ui.presenters.sweeps import Kept
from ui.tokens import SMALL
from ui.widgets.labels import button, label

HEIGHT = 112


class SweepList(QWidget):
    """`chosen` tells that the user chose another, `remove_asked` that the chosen one is to go."""

    chosen = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list, self.remove = QListWidget(), button(self.tr("Remove"))
        self.list.setFixedHeight(HEIGHT)
        self.list.setAccessibleName(self.tr("Sweeps that are kept"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (label(self.tr("Kept"), "section"), self.list, self.remove):
            column.addWidget(part)
        self.list.currentItemChanged.connect(self.chosen)
        self.remove.clicked.connect(self.remove_asked)

    @property
    def key(self) -> Id | None:
        """The study of the chosen one."""
        item = self.list.currentItem()
        return None if item is None else Id(item.data(Qt.ItemDataRole.UserRole))

    def offer(self, kept: Sequence[Kept], key: Id | None) -> None:
        """Lists these, with one of them chosen where it is among them; tells nobody."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in kept:
                name = self.tr("{name} (out of date)").format(name=each.name) if each.out_of_date else each.name
                item = QListWidgetItem(name, self.list)
                item.setToolTip(name)
                item.setData(Qt.ItemDataRole.UserRole, each.id)
                if each.id == key:
                    self.list.setCurrentItem(item)

    def leave(self) -> None:
        """Has none chosen; tells nobody."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
