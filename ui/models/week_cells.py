"""The figures under the bars of a weekly profile: a column for each week, asked, given and short beneath each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.presenters import profile_words
from ui.presenters.formats import Formats
from ui.presenters.week_profile import Draft, WeekProfile
from ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
ANYWHERE = QModelIndex()
ASKED, GIVEN, SHORT = range(3)
WIDE = 100.0
"""Hours from which a cell has no room for decimals."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WeekCells(QAbstractTableModel):
    """Only hours asked can be typed; `on_typed` takes the column and the text, and answers whether they were taken."""

    def __init__(self, tokens: Tokens, formats: Formats, on_typed: Callable[[int, str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._on_typed = tokens, formats, on_typed
        self._shown: WeekProfile | None = None
        self._draft: Draft | None = None
        self._may_edit = False

    def show_profile(self, shown: WeekProfile | None, *, may_edit: bool) -> None:
        """Shows other figures; where the weeks are the same, an open editor and the chosen cells stay."""
        before = self._shown
        same = shown is not None and before is not None and shown.mondays == before.mondays
        if not same:
            self.beginResetModel()
        self._shown, self._draft, self._may_edit = shown, None, may_edit and shown is not None and shown.one is not None
        if same:
            self._tell()
            if before is not None and shown is not None and before.planned != shown.planned:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, ASKED, SHORT)
        else:
            self.endResetModel()

    def show_draft(self, draft: Draft | None) -> None:
        """Shows the hours asked as they would be."""
        self._draft = draft
        self._tell()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(ASKED, 0), self.index(SHORT, self.columnCount() - 1))

    def rowCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else 3

    def columnCount(self, parent: Index = ANYWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() or self._shown is None else len(self._shown.mondays)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown
        if not index.isValid() or shown is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(shown, index.row(), index.column(), exact=role == Qt.ItemDataRole.EditRole)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return profile_words.week(shown, index.column(), self._formats)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._colour(shown, index.row(), index.column()))
            case _:
                return None

    def _text(self, shown: WeekProfile, row: int, column: int, *, exact: bool) -> str:
        """The figure, empty for none; while it is edited with all its decimals."""
        asked = self._draft.hours if self._draft is not None else shown.asked
        figure = float((asked, shown.given, shown.short)[row][column])
        if not figure:
            return ""
        return self._formats.figure(figure if exact else round(figure, 1 if figure < WIDE else 0))

    def _colour(self, shown: WeekProfile, row: int, column: int) -> str:
        if row == SHORT:
            return self._tokens.bad
        changed = self._draft is not None and self._draft.hours[column] != shown.asked[column]
        usual = self._tokens.text if row == ASKED and self._may_edit else self._tokens.muted
        return self._tokens.accent if row == ASKED and changed else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        shown = self._shown
        if shown is None or not 0 <= section < (3 if orientation is Qt.Orientation.Vertical else len(shown.mondays)):
            return None
        if orientation is Qt.Orientation.Vertical:
            names = (self.tr("Asked h"), self.tr("Given h") if shown.planned else self.tr("Booked h"), self.tr("Short h"))
            return names[section] if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._formats.week(shown.mondays[section]).replace(" · ", "\n")
            case Qt.ItemDataRole.ToolTipRole:
                return profile_words.week(shown, section, self._formats)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        readable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return readable | Qt.ItemFlag.ItemIsEditable if self._may_edit and index.row() == ASKED else readable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        return self._on_typed(index.column(), value)
