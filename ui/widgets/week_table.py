"""The cells under the bars of a weekly profile: typed into, chosen in runs, Enter and Tab go on to the next week."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.models.week_cells import ASKED, WeekCells
from ui.tokens import COMPACT_ROW_HEIGHT
from ui.widgets.profile_scale import NAMES_WIDTH, WEEK_WIDTH

HEAD_HEIGHT, ROWS = 36, 3


class WeekTable(QTableView):
    """Columns have the width of the bars over them; its scroll bar moves both."""

    def __init__(self, cells: WeekCells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(cells)
        self.setAccessibleName(self.tr("Hours by week"))
        self.setObjectName("weekCells")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultSectionSize(WEEK_WIDTH)
        across.setFixedHeight(HEAD_HEIGHT)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionsClickable(False)
        across.setObjectName("weeks")
        down.setObjectName("weekRows")
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        down.setFixedWidth(NAMES_WIDTH)
        down.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(HEAD_HEIGHT + ROWS * COMPACT_ROW_HEIGHT + self.horizontalScrollBar().sizeHint().height())

    @property
    def columns(self) -> list[int]:
        """The weeks of the chosen cells, from the first to the last; that of the current one where none is chosen."""
        found = sorted({index.column() for index in self.selectedIndexes()})
        return found or ([self.currentIndex().column()] if self.currentIndex().isValid() else [])

    def go_to(self, column: int) -> None:
        """Makes a week's hours asked the current and only chosen cell."""
        index = self.model().index(ASKED, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def choose_columns(self, columns: list[int]) -> None:
        """Chooses the hours asked of a run of weeks, as after a paste."""
        self.go_to(columns[0])
        for column in columns[1:]:
            self.selectionModel().select(self.model().index(ASKED, column), QItemSelectionModel.SelectionFlag.Select)

    def show_from(self, column: int) -> None:
        """Scrolls so that a week is the first in sight."""
        self.horizontalScrollBar().setValue(column * WEEK_WIDTH)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter goes on to the next week."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_on()

    def _go_on(self) -> None:
        here: QModelIndex = self.currentIndex()
        if here.isValid() and here.column() + 1 < self.model().columnCount():
            self.go_to(here.column() + 1)
