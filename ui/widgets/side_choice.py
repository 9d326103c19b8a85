"""The sides of a comparison: up to five marked in a list, and the one that all are told against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import label

WIDTH = 232


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be marked: its key and name, and what keeps it from being compared as it is."""

    key: str
    name: str
    note: str = ""


class SideChoice(QWidget):
    """`changed` tells that others are marked, or that they are told against another."""

    changed = Signal()

    def __init__(self, most: int, *, alone: bool = False) -> None:
        """`alone`: one is enough."""
        super().__init__()
        self._most = most
        self.list, self.against = QListWidget(), QComboBox()
        self.list.setAccessibleName(self.tr("What is compared"))
        self.list.setToolTip(
            self.tr("Mark up to five (Space); one of them comes first")
            if alone
            else self.tr("Mark two to five (Space); all are told against one of them")
        )
        self.list.setWordWrap(True)
        self.list.setProperty("choices", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.against.setAccessibleName(self.tr("Told against"))
        self.against.setToolTip(self.tr("The side from which all differences are counted"))
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(self.tr("Mark one to five") if alone else self.tr("Mark two to five"), "section"))
        column.addWidget(self.list, 1)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("First") if alone else self.tr("Against"), "section"))
        column.addWidget(self.against)
        self.list.itemChanged.connect(self._mark)
        self.against.activated.connect(self.changed)

    @property
    def keys(self) -> list[str]:
        """What is marked, the one first that all are told against."""
        marked = self._marked()
        first = self.against.currentData()
        return sorted(marked, key=lambda key: key != first)

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offers these; what was marked stays so as far as it is among them."""
        marked = self._marked()
        with QSignalBlocker(self.list):
            here = self.list.currentRow()
            self.list.clear()
            for each in offered:
                item = QListWidgetItem(f"{each.name}\n{each.note}" if each.note else each.name, self.list)
                item.setToolTip(each.name)
                item.setData(Qt.ItemDataRole.UserRole, each.key)
                item.setData(Qt.ItemDataRole.UserRole + 1, each.name)
                item.setCheckState(Qt.CheckState.Checked if each.key in marked else Qt.CheckState.Unchecked)
            self.list.setCurrentRow(max(0, here))
        self._follow()

    def choose(self, keys: Sequence[str]) -> None:
        """Marks these and no others, told against the first of them."""
        with QSignalBlocker(self.list):
            for item in self._items():
                is_wanted = item.data(Qt.ItemDataRole.UserRole) in keys[: self._most]
                item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
        self._follow()
        if keys:
            self.against.setCurrentIndex(max(0, self.against.findData(keys[0])))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _marked(self) -> list[str]:
        return [str(each.data(Qt.ItemDataRole.UserRole)) for each in self._items() if each.checkState() is Qt.CheckState.Checked]

    def _mark(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """The marked can be told against; beyond the most that are compared, no other can be marked."""
        marked, first = self._marked(), self.against.currentData()
        self.against.clear()
        with QSignalBlocker(self.list):
            for item in self._items():
                key = item.data(Qt.ItemDataRole.UserRole)
                can = key in marked or len(marked) < self._most
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEnabled if can else item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
                if key in marked:
                    self.against.addItem(item.data(Qt.ItemDataRole.UserRole + 1), key)
        self.against.setCurrentIndex(max(0, self.against.findData(first)))
        self.against.setEnabled(len(marked) > 1)
