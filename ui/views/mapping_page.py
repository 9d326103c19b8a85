"""The first page of the import wizard: the sheets of a workbook, and how the chosen one is read, beside its first rows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.importing.mapping.values import BookMapping, TableMapping, Target
from ui.presenters import mapping as words
from ui.presenters.formats import Formats
from ui.presenters.mapping import Draft, ValueLine
from ui.tokens import COMPACT_ROW_HEIGHT, MEDIUM, SMALL, Tokens
from ui.views.mapping_options import MappingOptions
from ui.widgets.labels import hairline, in_role, label, wrapped
from ui.widgets.mapping_table import MappingTable

LIST_WIDTH, VALUES_WIDTH, MEANS_WIDTH = 208, 336, 112


class MappingPage(QWidget):
    """Every correction counts at once.

    changed   the draft is another; the payload says whether it can be imported as it is
    regarded  a sheet (its name) shall be guessed anew as a Target (None: as it is), with headings from and to these rows
    """

    changed = Signal(bool)
    regarded = Signal(str, object, int, int)

    def __init__(self, draft: Draft, formats: Formats, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._formats = draft, formats
        self._values: list[ValueLine] = []
        self.sheets = QListWidget()
        self.options = MappingOptions()
        self.table = MappingTable(tokens)
        self.values = QTableWidget(0, 2)
        self.says = wrapped("", "muted")
        self._lay_out()
        self.sheets.currentRowChanged.connect(self._show_chosen)
        self.options.changed.connect(self._change)
        self.options.regarded.connect(self._regard)
        self.table.grid.meant.connect(self._mean)
        self.table.grid.counted.connect(self._count)
        self.values.itemChanged.connect(self._value)
        self._list()
        self.sheets.setCurrentRow(self._first_read())

    @property
    def draft(self) -> Draft:
        return self._draft

    def _lay_out(self) -> None:
        self.sheets.setAccessibleName(self.tr("Sheets"))
        self.sheets.setFixedWidth(LIST_WIDTH)
        self.sheets.setProperty("choices", True)
        self.values.setAccessibleName(self.tr("What is meant"))
        self.values.setHorizontalHeaderLabels([self.tr("In this sheet"), self.tr("Means")])
        self.values.verticalHeader().hide()
        self.values.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.values.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.values.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.values.setColumnWidth(1, MEANS_WIDTH)
        self.values.setTabKeyNavigation(False)
        self.values.setShowGrid(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.values)
        split.setStretchFactor(0, 1)
        split.setSizes([4 * VALUES_WIDTH, VALUES_WIDTH])
        split.setChildrenCollapsible(False)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self.options)
        right.addWidget(hairline())
        right.addWidget(split, 1)
        right.addWidget(self.says)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(label(self.tr("Sheets"), "section"))
        left.addWidget(self.sheets, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addLayout(left)
        row.addWidget(hairline(upright=True))
        row.addLayout(right, 1)

    def take(self, table: TableMapping) -> None:
        """Takes up a mapping of one sheet, such as a new guess."""
        self._set(self._draft.having(table))

    def take_all(self, mapping: BookMapping) -> None:
        """Takes up a mapping of the whole book."""
        self._set(replace(self._draft, mapping=mapping, known=()))

    def show_tokens(self, tokens: Tokens) -> None:
        self.table.grid.show_tokens(tokens)
        self.table.viewport().update()

    @property
    def is_ready(self) -> bool:
        """Whether the draft can be imported as it is."""
        return words.may_go_on(self._draft)

    @property
    def sheet(self) -> str:
        """The sheet that is looked at."""
        item = self.sheets.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _list(self) -> None:
        for sheet in self._draft.sheets:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, sheet.name)
            self.sheets.addItem(item)
        self._name_sheets()

    def _name_sheets(self) -> None:
        for number in range(self.sheets.count()):
            item = self.sheets.item(number)
            name = item.data(Qt.ItemDataRole.UserRole)
            item.setText(f"{name}\n{words.sheet_words(self._draft, name)}")

    def _first_read(self) -> int:
        read = (number for number, sheet in enumerate(self._draft.sheets) if self._draft.table(sheet.name).target is not Target.LEFT_OUT)
        return next(read, 0)

    def _set(self, draft: Draft) -> None:
        self._draft = draft
        self._name_sheets()
        self._show_chosen()

    def _show_chosen(self, _row: int = 0) -> None:
        if not self.sheet:
            return
        table = self._draft.table(self.sheet)
        self.options.show_table(table)
        self.table.show_grid(words.grid(self._draft, self.sheet, self._formats))
        self._show_values(table)
        text, role = words.standing(self._draft, self.sheet)
        self.says.setText(text)
        in_role(self.says, role)
        self.changed.emit(words.may_go_on(self._draft))

    def _show_values(self, table: TableMapping) -> None:
        lines = words.value_lines(table)
        blocker = QSignalBlocker(self.values)
        self.values.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._item(row, 0).setText(line.what)
            self._item(row, 1).setText(line.meant)
        self._values = lines
        blocker.unblock()

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        """The item of a cell, made once: one that was just typed into must not be replaced."""
        item = self.values.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column == 0:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.values.setItem(row, column, item)
        return item

    def _change(self, table: TableMapping) -> None:
        self._set(self._draft.having(table))

    def _regard(self, target: Target | None, first: int, last: int) -> None:
        self.regarded.emit(self.sheet, target, first, last)

    def _mean(self, column: int, field: str) -> None:
        self._change(words.with_meaning(self._draft.table(self.sheet), self.table.grid.grid.words[column], field))

    def _count(self, column: int, unit: str) -> None:
        self._change(words.with_unit(self._draft.table(self.sheet), self.table.grid.grid.words[column], unit))

    def _value(self, item: QTableWidgetItem) -> None:
        if item.column() == 1:
            self._change(words.with_value(self._draft.table(self.sheet), self._values[item.row()], item.text()))
