"""The numbers before the rows of a table: each row's rank, and where it is taken hold of to be ranked otherwise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip

from ui.tokens import CELL_PIXELS, ROW_HEIGHT, SMALL, Tokens

WIDTH = 44
LINES, LINE_WIDTH = (10, 14, 18), 7
"""The grip: three short lines, by their distance from the top of a row."""
HIGHER, LOWER = "Alt+Shift+Up", "Alt+Shift+Down"


class RankHeader(QHeaderView):
    """Rows are dragged by their numbers, or moved by keys; `ranked` tells the row and the place it is put at, both from 0.

    The rows themselves stay where they are until the model shows them otherwise.
    """

    ranked = Signal(int, int)

    def __init__(self, table: QTableView, tokens: Tokens) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table, self._tokens = table, tokens
        self.setFixedWidth(WIDTH)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName(self.tr("Rank"))
        table.setVerticalHeader(self)
        self.show()
        self.sectionMoved.connect(self._moved)
        for keys, by in ((HIGHER, -1), (LOWER, 1)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._higher if by < 0 else self._lower)

    @property
    def may_rank(self) -> bool:
        """Whether the rows stand by rank and may be put otherwise."""
        return self.sectionsMovable()

    @may_rank.setter
    def may_rank(self, may: bool) -> None:
        self.setSectionsMovable(may)
        self.viewport().update()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.viewport().update()

    def _moved(self, _row: int, before: int, after: int) -> None:
        blocked = QSignalBlocker(self)
        self.moveSection(after, before)
        blocked.unblock()
        self.ranked.emit(before, after)

    def _higher(self) -> None:
        self._move_current(-1)

    def _lower(self) -> None:
        self._move_current(1)

    def _move_current(self, by: int) -> None:
        row = self._table.currentIndex().row()
        if self.may_rank and row >= 0 and 0 <= row + by < self.count():
            self.ranked.emit(row, row + by)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """The number, and a grip where the row may be dragged."""
        painter.fillRect(rect, QColor(self._tokens.surface))
        font = painter.font()
        font.setPixelSize(CELL_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(rect.adjusted(0, 0, -SMALL, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(logicalIndex + 1))
        if self.may_rank:
            painter.setPen(QColor(self._tokens.disabled))
            for down in LINES:
                painter.drawLine(rect.left() + 5, rect.top() + down, rect.left() + 5 + LINE_WIDTH, rect.top() + down)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip, self)
            return True
        return super().viewportEvent(event)

    @property
    def tip(self) -> str:
        """What dragging does here, or why it does nothing."""
        if self.may_rank:
            return self.tr("Drag to rank ({higher}, {lower})").format(higher=_native(HIGHER), lower=_native(LOWER))
        return self.tr("Rows are ranked by dragging while they stand by rank: clear the sorting and the filter")


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
