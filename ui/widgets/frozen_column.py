"""The first column of a sheet, laid over it while the sheet is scrolled to the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.models.rows import RowsModel
from ui.widgets.cells import Cells

if TYPE_CHECKING:
    from ui.widgets.sheet import Sheet


class FrozenColumn(QTableView):
    """Shares model and chosen cells with the sheet; what is typed goes to the sheet."""

    heading_asked = Signal(int)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.setModel(sheet.model())
        self.setSelectionModel(sheet.selectionModel())
        self.setItemDelegate(Cells(sheet))
        self.setFocusProxy(sheet)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(sheet.verticalScrollMode())
        self.setObjectName("frozen")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sheet.verticalHeader().defaultSectionSize())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._wire()
        self.hide()

    def _wire(self) -> None:
        sheet, own, across = self._sheet, self.horizontalHeader(), self._sheet.horizontalHeader()
        own.setHighlightSections(False)
        own.setSelectionModel(QItemSelectionModel(sheet.model(), own))
        own.setSectionsClickable(True)
        own.setSortIndicatorShown(True)
        own.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        own.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        own.customContextMenuRequested.connect(self._ask_heading)
        own.sectionClicked.connect(self._sort)
        own.sectionResized.connect(self._resized)
        across.sectionResized.connect(self._follow_width)
        across.sortIndicatorChanged.connect(self._follow_sorting)
        sheet.horizontalScrollBar().valueChanged.connect(self.fit)
        sheet.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(sheet.verticalScrollBar().setValue)
        self.doubleClicked.connect(self._edit)
        sheet.model().modelReset.connect(self._only_the_first)
        self._only_the_first()

    def fit(self) -> None:
        """Lies exactly over the sheet's own first column, and only while that is scrolled away."""
        sheet = self._sheet
        seen = sheet.horizontalScrollBar().value() > 0 and sheet.model().columnCount() > 1
        if seen:
            head = sheet.horizontalHeader().height()
            numbers = sheet.verticalHeader()
            left = 0 if numbers.isHidden() else numbers.width()
            self.setGeometry(QRect(left, 0, sheet.columnWidth(0) + 1, head + sheet.viewport().height()))
            self.horizontalHeader().setFixedHeight(head)
            self.verticalScrollBar().setValue(sheet.verticalScrollBar().value())
        self.setVisible(seen)

    def scrollTo(self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:  # type: ignore[override]  # noqa: N802
        """The sheet scrolls, this follows."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        model = self._sheet.model()
        if isinstance(model, RowsModel):
            painter = QPainter(self.viewport())
            painter.setPen(model.tokens.line)
            painter.drawLine(self.viewport().width() - 1, 0, self.viewport().width() - 1, self.viewport().height())
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._sheet.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _only_the_first(self) -> None:
        for number in range(1, self._sheet.model().columnCount()):
            self.setColumnHidden(number, True)

    def _sort(self, number: int) -> None:
        across = self._sheet.horizontalHeader()
        was_rising = across.sortIndicatorSection() == number and across.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        across.setSortIndicator(number, Qt.SortOrder.DescendingOrder if was_rising else Qt.SortOrder.AscendingOrder)

    def _follow_sorting(self, number: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(number if number == 0 else -1, order)

    def _follow_width(self, number: int, _before: int, width: int) -> None:
        if number == 0 and self.columnWidth(0) != width:
            self.setColumnWidth(0, width)
            self.fit()

    def _resized(self, number: int, _before: int, width: int) -> None:
        if number == 0 and self._sheet.columnWidth(0) != width:
            self._sheet.setColumnWidth(0, width)

    def _edit(self, index: QModelIndex) -> None:
        self._sheet.edit(index)

    def _ask_heading(self, place: QPoint) -> None:
        if self.horizontalHeader().logicalIndexAt(place) == 0:
            self.heading_asked.emit(0)
