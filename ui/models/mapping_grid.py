"""The first rows of a sheet as a table model: two lines of choices on top, the sheet's own rows below."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont

from ui.presenters.mapping import Grid, Line, Part
from ui.presenters.mapping_words import AS_ASKED, NOT_READ, UNITS
from ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
ANYWHERE = QModelIndex()
NOTHING = Grid((), (), (), (), (), ())


class MappingGrid(QAbstractTableModel):
    """Tells what was chosen for a column; whoever listens shows the grid that follows.

    meant    a column (its number) shall mean this field
    counted  the figures of a column shall count in this unit
    """

    meant = Signal(int, str)
    counted = Signal(int, str)

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._grid = tokens, NOTHING

    @property
    def grid(self) -> Grid:
        return self._grid

    def show(self, grid: Grid) -> None:
        """Shows another grid; one of the same shape is painted anew where it stands, so that the keyboard stays in its cell."""
        same = len(grid.letters) == len(self._grid.letters) and len(grid.lines) == len(self._grid.lines) > 0
        if same:
            self._grid = grid
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.lines) - 1, len(grid.letters) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(grid.lines) - 1)
        else:
            self.beginResetModel()
            self._grid = grid
            self.endResetModel()

    def rowCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._grid.lines)

    def columnCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._grid.letters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, text = self._grid.lines[index.row()], self._grid.lines[index.row()].cells[index.column()]
        said: object = None
        match Qt.ItemDataRole(role):
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                said = text
            case Qt.ItemDataRole.ToolTipRole:
                said = line.why or text or None
            case Qt.ItemDataRole.ForegroundRole:
                said = QBrush(QColor(self._ink(line, index.column())))
            case Qt.ItemDataRole.BackgroundRole if line.part in (Part.MEANING, Part.UNIT):
                said = QBrush(QColor(self._tokens.window))
            case Qt.ItemDataRole.FontRole:
                said = _font(line)
        return said

    def choices(self, index: Index) -> tuple[str, ...]:
        """What can be chosen in a cell."""
        return self._grid.fields if self._grid.lines[index.row()].part is Part.MEANING else (AS_ASKED, *UNITS.values())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._grid.letters[section] if 0 <= section < len(self._grid.letters) else None
        return self._grid.lines[section].label if 0 <= section < len(self._grid.lines) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self._can_choose(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.EditRole or not self._can_choose(index) or not isinstance(value, str):
            return False
        if value != index.data():
            (self.meant if self._grid.lines[index.row()].part is Part.MEANING else self.counted).emit(index.column(), value)
        return True

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def _can_choose(self, index: Index) -> bool:
        part = self._grid.lines[index.row()].part
        return part is Part.MEANING or (part is Part.UNIT and self._grid.figures[index.column()])

    def _ink(self, line: Line, column: int) -> str:
        if line.part is Part.MEANING:
            return self._tokens.muted if line.cells[column] == NOT_READ else self._tokens.accent
        if line.part is Part.UNIT:
            return self._tokens.disabled if line.cells[column] == AS_ASKED else self._tokens.text
        if line.part in (Part.TITLE, Part.OUT) or (line.part is Part.DATA and not self._grid.read[column]):
            return self._tokens.muted
        return self._tokens.text


def _font(line: Line) -> QFont | None:
    """Headings are bold; rows left out are struck through, so that not colour alone tells them."""
    if line.part not in (Part.HEADING, Part.MEANING, Part.OUT) or (line.part is Part.OUT and not line.why):
        return None
    font = QFont()
    font.setBold(line.part is not Part.OUT)
    font.setStrikeOut(line.part is Part.OUT)
    return font
