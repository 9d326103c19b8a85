"""The demands that get less than they ask, with what they can be narrowed to: cause, role, project, words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.entities import Id
from ui.models.rows import RowsModel
from ui.presenters.column_filter import ColumnFilter, values_of
from ui.presenters.columns import Column
from ui.presenters.formats import Formats
from ui.presenters.insight import ShortageRow, filter_words, why_whole
from ui.tokens import COMPACT_ROW_HEIGHT, SMALL, Tokens
from ui.widgets.labels import in_role, label, wrapped
from ui.widgets.table import Table

FIND_WIDTH, LETTERS = 180, 14
LINES = 3
"""Lines kept for a sentence below the table, so that the table stays as high as it is."""
NARROWED_BY = ("cause", "role", "project")


class ShortageList(QWidget):
    """`chosen` tells the demand that Enter or a double click was on."""

    chosen = Signal(object)

    def __init__(self, tokens: Tokens, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.model: RowsModel[ShortageRow] = RowsModel(tokens, lambda *_: False, self)
        self.table, self.search, self.count = Table(self.model), QLineEdit(), label("", "muted")
        self.cause, self.role, self.project = QComboBox(), QComboBox(), QComboBox()
        self.whole = wrapped("")
        self._lay_out()
        self.table.activated.connect(self._tell)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        self.model.layoutChanged.connect(self._show_whole)
        self.search.textChanged.connect(self._narrow)
        for box in self._boxes.values():
            box.activated.connect(self._narrow)

    @property
    def _boxes(self) -> dict[str, QComboBox]:
        return dict(zip(NARROWED_BY, (self.cause, self.role, self.project), strict=True))

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("Demands not met"))
        self.table.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        for box, name in ((self.cause, self.tr("Cause")), (self.role, self.tr("Role")), (self.project, self.tr("Project"))):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(LETTERS)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in what is not met"))
        self.search.setToolTip(self.tr("Show only demands that have these words (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(FIND_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for part in (*self._boxes.values(), self.search, self.count):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.whole.setAccessibleName(self.tr("Why the chosen demand is short"))
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setMinimumHeight(LINES * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.whole)

    def show_rows(self, columns: Sequence[Column[ShortageRow]], rows: Sequence[ShortageRow]) -> None:
        fresh = not self.model.columns
        self.model.show(columns, rows)
        if fresh:
            self.table.fit_columns()
            self.table.horizontalHeader().setStretchLastSection(True)
        every = {"cause": self.tr("Every cause"), "role": self.tr("Every role"), "project": self.tr("Every project")}
        by_key = {column.key: column for column in columns}
        for key, box in self._boxes.items():
            _offer(box, every[key], [text for text, _ in values_of(rows, by_key[key])])
        self._narrow()

    def narrow_to_role(self, role: str) -> None:
        """Shows what is short of one role, whatever else was chosen before."""
        self.search.clear()
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        found = next((number for number in range(1, self.role.count()) if self.role.itemText(number).casefold() == role.casefold()), 0)
        self.role.setCurrentIndex(found)
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: Id) -> None:
        """Goes to a demand, whatever the list was narrowed to."""
        self.search.clear()
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self._narrow()
        row = self.model.row_of(key)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.table.viewport().update()

    def _narrow(self) -> None:
        self.model.filter(self.search.text())
        kept = {key: ColumnFilter(values=frozenset({box.currentText()})) for key, box in self._boxes.items() if box.currentIndex() > 0}
        self.model.filter_columns(kept)
        self._show_whole()
        self.count.setText(filter_words(self.model.rows, self.model.count_of_all, self._formats))

    def _show_whole(self) -> None:
        """All of why the chosen demand is short: the cell of a sentence has no room for it."""
        index = self.table.currentIndex()
        if index.isValid():
            self.whole.setText(why_whole(self.model.row_at(index.row()), self._formats))
            in_role(self.whole, "")
        else:
            self.whole.setText(self.tr("Choose a demand to read all of why it is short.") if self.model.rowCount() else "")
            in_role(self.whole, "muted")

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row_at(index.row()).id)


def _offer(box: QComboBox, every: str, texts: Sequence[str]) -> None:
    """Offers these; what was chosen stays so where it is still among them."""
    before = box.currentText() if box.currentIndex() > 0 else None
    box.clear()
    box.addItems([every, *texts])
    box.setCurrentIndex(texts.index(before) + 1 if before in texts else 0)
