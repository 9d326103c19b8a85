"""A table whose rows are read: fast, and copied as text."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui.models.rows import RowsModel, width_of
from ui.presenters.blocks import as_html, tabbed
from ui.presenters.table_sheet import Printable
from ui.tokens import ROW_HEIGHT
from ui.widgets.cells import Cells


class Table(QTableView):
    """A view on a RowsModel; section sizes are fixed, since measuring every cell takes seconds on large tables."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:  # type: ignore[type-arg]  # any rows
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.cells = Cells(self)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        # With the table's own, each heading asks every chosen cell whether the whole column is chosen: half a second for 4,000 rows.
        across.setSelectionModel(QItemSelectionModel(model, across))
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def fit_columns(self) -> None:
        """Gives each column the width it asks for."""
        for number, column in enumerate(self._rows.columns):
            self.setColumnWidth(number, width_of(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copies the chosen cells as a spreadsheet pastes them."""
        QApplication.clipboard().setText(tabbed(self.chosen_texts()))

    def chosen_texts(self) -> list[list[str]]:
        """The texts of the chosen cells, row by row as the columns stand."""
        across, columns = self.horizontalHeader(), self._rows.columns
        chosen: dict[int, frozenset[int]] = {}  # by blocks: an index for each cell of ten thousand rows takes half a second
        for block in self._stretches():
            wide = frozenset(range(block.left(), block.right() + 1))
            for row in range(block.top(), block.bottom() + 1):
                chosen[row] = chosen[row] | wide if row in chosen else wide
        shown = sorted((number for number in range(len(columns)) if not self.isColumnHidden(number)), key=across.visualIndex)
        return [[columns[each].text(self._rows.row_at(row)) for each in shown if each in chosen[row]] for row in sorted(chosen)]

    def _stretches(self) -> list[QItemSelectionRange]:
        """What is chosen, as Qt holds it: blocks of cells."""
        chosen = self.selectionModel().selection()
        return [chosen.at(number) for number in range(chosen.count())]


def copy_table(table: Printable) -> None:
    """Puts a whole table on the clipboard under its headings, as text and as a table that other programs take."""
    copied = QMimeData()
    copied.setText(tabbed([table.headings, *table.rows]))
    copied.setHtml(as_html(table.rows, table.numeric, table.headings))
    QApplication.clipboard().setMimeData(copied)
