"""Things to be ticked, in groups, each with what is said of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.tokens import ROW_HEIGHT

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
KEY = Qt.ItemDataRole.UserRole
HIGH = QSize(0, ROW_HEIGHT)
NAME_SHARE = 0.36
"""Of the width, for what things are called."""


class PartList(QTreeWidget):
    """A line for each thing, ticked at first; the tick of a group is that of all in it.

    ticked  what is ticked has changed
    """

    ticked = Signal()

    def __init__(self, headings: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(headings))
        self.setHeaderLabels(headings)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.setRootIsDecorated(False)
        self._leaves: dict[Hashable, QTreeWidgetItem] = {}
        self.itemChanged.connect(self._changed)

    def add_group(self, title: str, lines: Iterable[tuple[Hashable, str, str, str]]) -> None:
        """A group of lines: key, name, what is said, and what is said on hovering."""
        group = QTreeWidgetItem([title, ""])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setSizeHint(0, HIGH)
        for key, name, says, details in lines:
            leaf = QTreeWidgetItem(group, [name, says])
            leaf.setFlags(leaf.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren)
            leaf.setCheckState(0, CHECKED)
            leaf.setSizeHint(0, HIGH)
            leaf.setToolTip(0, name)
            leaf.setToolTip(1, details)
            leaf.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}: {says}")
            self._leaves[key] = leaf
        self._quietly(group)
        group.setExpanded(True)

    def _quietly(self, group: QTreeWidgetItem) -> None:
        """What is put in was not ticked by anybody."""
        self.blockSignals(True)
        self.addTopLevelItem(group)
        self.blockSignals(False)
        if self.topLevelItemCount() == 1:
            self.setCurrentItem(group)

    @property
    def chosen(self) -> frozenset[Hashable]:
        """The keys of all that is ticked."""
        return frozenset(key for key, leaf in self._leaves.items() if leaf.checkState(0) is CHECKED)

    def tick(self, keys: Iterable[Hashable]) -> None:
        """Ticks these as well, and shows the first of them."""
        leaves = [self._leaves[key] for key in keys if key in self._leaves]
        self.blockSignals(True)
        for leaf in leaves:
            leaf.setCheckState(0, CHECKED)
        self.blockSignals(False)
        if leaves:
            self.scrollToItem(leaves[0])
            self.viewport().update()
            self.ticked.emit()

    def show_columns(self) -> None:
        """Gives the names their share of the width."""
        self.setColumnWidth(0, int(self.viewport().width() * NAME_SHARE))

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        if not item.childCount():  # a group follows from its lines
            self.ticked.emit()
