"""How a sheet is looked at: its columns, what they keep and what it is sorted by. All of it stays in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from ui.dialogs.columns import ChooseColumns
from ui.models.rows import RowsModel, width_of
from ui.presenters.column_filter import ColumnFilter, condition_of, values_of
from ui.presenters.columns import FieldError
from ui.presenters.table_layout import TableLayout, filters_as_text, filters_of
from ui.presenters.tables import Row, TableDescription
from ui.settings import Preferences
from ui.widgets.filter_popup import FilterPopup
from ui.widgets.sheet import Sheet


class SheetLayout(QObject, Generic[Row]):
    """`filtered` tells that other rows are shown now."""

    filtered = Signal()

    def __init__(
        self,
        about: TableDescription[Row],
        model: RowsModel[Row],
        sheet: Sheet,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._about, self._model, self._sheet, self._preferences = about, model, sheet, preferences
        self._place = ""
        self._is_restoring = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)
        across = sheet.horizontalHeader()
        across.sectionMoved.connect(self._changed)
        across.sectionResized.connect(self._changed)
        across.sortIndicatorChanged.connect(self._changed)
        sheet.heading_asked.connect(self.show_menu)
        sheet.filter_asked.connect(self.ask_filter)

    def restore(self) -> None:
        """Gives the columns, now that they are known, the places and widths they were left with."""
        layout = TableLayout.of(self._preferences.table_layout(self._about.kind.value)) or TableLayout(hidden=self._about.hidden)
        self._is_restoring = True
        keys = [column.key for column in self._model.columns]
        across = self._sheet.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            self._sheet.setColumnWidth(number, layout.widths.get(column.key, width_of(column)))
            self._sheet.setColumnHidden(number, number > 0 and column.key in layout.hidden)
        for place, key in enumerate(layout.arranged(keys)):
            across.moveSection(across.visualIndex(keys.index(key)), place)
        if layout.sorted_by and layout.sorted_by[0] in keys:
            order = Qt.SortOrder.DescendingOrder if layout.sorted_by[1] else Qt.SortOrder.AscendingOrder
            across.setSortIndicator(keys.index(layout.sorted_by[0]), order)
        self._is_restoring = False

    def open_place(self, place: str) -> None:
        """Takes up what the columns kept of the portfolio of this place."""
        if place != self._place:
            self._place = place
            keys = {column.key for column in self._model.columns}
            kept = filters_of(self._preferences.table_filters(place, self._about.kind.value))
            self._model.filter_columns({key: chosen for key, chosen in kept.items() if key in keys})

    def choose_columns(self) -> None:
        headings = {column.key: column.heading for column in self._model.columns}
        usual = list(headings)
        shown = set(self._sheet.keys)
        columns = [(key, headings[key]) for key in self._all_keys()]
        dialog = ChooseColumns(columns, frozenset(headings) - shown, (usual, self._about.hidden), self._sheet.window())
        dialog.chosen.connect(self._arrange)
        dialog.open()

    def ask_filter(self, number: int) -> None:
        """Offers the filter of a column under its heading."""
        column = self._model.columns[number]
        popup = FilterPopup(
            column.heading,
            self._model.filters.get(column.key, ColumnFilter()),
            values_of(self._model.all_rows, column),
            measured=column.measure is not None,
            parent=self._sheet,
        )
        popup.setProperty("column", column.key)
        popup.changed.connect(self._filter)
        popup.open_at(self._under(number))

    def filter_current(self) -> None:
        self.ask_filter(max(0, self._sheet.currentIndex().column()))

    def show_all(self) -> None:
        """Takes every column's filter away."""
        self.narrow({})

    def narrow(self, filters: Mapping[str, ColumnFilter]) -> None:
        """Puts these filters in the place of all others."""
        self._model.filter_columns(filters)
        self._filters_changed()

    def show_menu(self, number: int) -> None:
        """What can be done with a column."""
        column = self._model.columns[number]
        menu = QMenu(self._sheet)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("column", number)
        for text, slot in (
            (self.tr("Sort &ascending"), self._sort_up),
            (self.tr("Sort &descending"), self._sort_down),
            ("", None),
            (self.tr("&Filter…"), self._filter_from_menu),
            *([(self.tr("&Clear filter"), self._clear_from_menu)] if column.key in self._model.filters else []),
            ("", None),
            *([(self.tr("&Hide column"), self._hide_from_menu)] if number else []),
            (self.tr("C&olumns…"), self.choose_columns),
        ):
            if slot is None:
                menu.addSeparator()
            else:
                menu.addAction(text).triggered.connect(slot)
        menu.popup(self._under(number))

    def _under(self, number: int) -> QPoint:
        across = self._sheet.horizontalHeader()
        left = 0 if number == 0 else max(0, across.sectionViewportPosition(number))
        return across.viewport().mapToGlobal(QPoint(left, across.height()))

    def _of_menu(self) -> int:
        """The column that the menu of the action chosen is about."""
        action = self.sender()
        menu = action.parent() if action else None
        return int(menu.property("column")) if menu else 0

    def _sort_up(self) -> None:
        self._sheet.horizontalHeader().setSortIndicator(self._of_menu(), Qt.SortOrder.AscendingOrder)

    def _sort_down(self) -> None:
        self._sheet.horizontalHeader().setSortIndicator(self._of_menu(), Qt.SortOrder.DescendingOrder)

    def _filter_from_menu(self) -> None:
        self.ask_filter(self._of_menu())

    def _clear_from_menu(self) -> None:
        self._set_filter(self._model.columns[self._of_menu()].key, ColumnFilter())

    def _hide_from_menu(self) -> None:
        self._sheet.setColumnHidden(self._of_menu(), True)
        self._changed()

    def _filter(self, chosen: ColumnFilter) -> None:
        popup = self.sender()
        if not isinstance(popup, FilterPopup):
            return
        key = str(popup.property("column"))
        column = next(column for column in self._model.columns if column.key == key)
        try:
            condition_of(column, chosen.condition)
        except FieldError as problem:
            popup.say_problem(str(problem))
        else:
            popup.say_problem("")
        self._set_filter(key, chosen)

    def _set_filter(self, key: str, chosen: ColumnFilter) -> None:
        self._model.filter_columns({**self._model.filters, key: chosen})
        self._filters_changed()

    def _filters_changed(self) -> None:
        text = filters_as_text(self._model.filters) if self._model.filters else ""
        self._preferences.keep_table_filters(self._place, self._about.kind.value, text)
        self.filtered.emit()

    def _arrange(self, chosen: tuple[list[str], frozenset[str]]) -> None:
        order, hidden = chosen
        across = self._sheet.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            self._sheet.setColumnHidden(number, number > 0 and column.key in hidden)
        for place, key in enumerate(order):
            across.moveSection(across.visualIndex(self._sheet.column_of(key)), place)
        self._changed()

    def _all_keys(self) -> list[str]:
        across = self._sheet.horizontalHeader()
        return [self._model.columns[across.logicalIndex(place)].key for place in range(across.count())]

    def _changed(self) -> None:
        if not self._is_restoring and self._model.columns:
            self._later.start(0)

    def _keep(self) -> None:
        across, columns = self._sheet.horizontalHeader(), self._model.columns
        shown = set(self._sheet.keys)
        by = across.sortIndicatorSection()
        layout = TableLayout(
            tuple(self._all_keys()),
            frozenset(column.key for column in columns if column.key not in shown),
            {
                column.key: self._sheet.columnWidth(number)
                for number, column in enumerate(columns)
                if column.key in shown and self._sheet.columnWidth(number) != width_of(column)
            },
            (columns[by].key, across.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder) if 0 <= by < len(columns) else None,
        )
        self._preferences.keep_table_layout(self._about.kind.value, layout.as_text())
