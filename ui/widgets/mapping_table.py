"""The grid of the import wizard: the meaning of a column is chosen in the cell above it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.models.mapping_grid import MappingGrid
from ui.presenters.mapping import Grid, Part
from ui.tokens import COMPACT_ROW_HEIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
LEAST_WIDTH, MOST_WIDTH, LETTER = 80, 240, 9
"""Pixels of a column, and of a letter in it."""
MEASURED = 14
"""Lines by which a column's width is chosen."""


class _Choice(QComboBox):
    """A list that tells whether it was open when something was chosen: arrow keys go past what nobody chose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.was_open = False

    def showPopup(self) -> None:  # noqa: N802
        self.was_open = True
        super().showPopup()


class _Chooser(QStyledItemDelegate):
    """A list in the cells where something can be chosen; Enter takes what stands there, a choice in the open list counts at once."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = _Choice(parent)
        model = index.model()
        if isinstance(model, MappingGrid):
            editor.addItems(list(model.choices(index)))
            words = model.grid.words[index.column()]
            editor.setAccessibleName(self.tr("Meaning of {heading}").format(heading=words))
        editor.activated.connect(self._take)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            index.model().setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)

    def _take(self) -> None:
        editor = self.sender()
        if isinstance(editor, _Choice) and editor.was_open:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class MappingTable(QTableView):
    """A view on a MappingGrid; a click, F2 or a letter opens the list of a cell."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = MappingGrid(tokens, self)
        self.setModel(self.grid)
        self.setItemDelegate(_Chooser(self))
        self.setAccessibleName(self.tr("First rows of the sheet"))
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.clicked.connect(self._open)
        self.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def show_grid(self, grid: Grid) -> None:
        is_other = grid.letters != self.grid.grid.letters or grid.words != self.grid.grid.words
        self.grid.show(grid)
        if is_other:
            for column in range(len(grid.letters)):
                longest = max((len(line.cells[column]) for line in grid.lines[:MEASURED] if line.part is not Part.TITLE), default=0)
                self.setColumnWidth(column, min(MOST_WIDTH, max(LEAST_WIDTH, longest * LETTER + 3 * LETTER)))
            self.setCurrentIndex(self.grid.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
