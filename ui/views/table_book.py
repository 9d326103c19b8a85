"""A page of several tables that belong together, one sheet in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.presenters.tables import TableDescription
from ui.tokens import Tokens
from ui.views.table_page import TablePage
from ui.widgets.labels import hairline

Tables = Sequence[TableDescription[Any]]  # Any: tables of several kinds of rows


class TableBook(QWidget):
    """Each table is made when it is first shown; Ctrl+Page Down and Page Up go to the next and the one before, as in a spreadsheet."""

    def __init__(self, tables: Tables, make: Callable[[TableDescription[Any]], TablePage[Any]]) -> None:
        super().__init__()
        self._tables, self._make = tables, make
        self._made: dict[int, TablePage[Any]] = {}
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Tables of this page"))
        for table in tables:
            self.tabs.addTab(table.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tabs, hairline(), self._stack):
            column.addWidget(part)
        self.tabs.currentChanged.connect(self._show)
        for keys, step in (("Ctrl+PgDown", self._next), ("Ctrl+PgUp", self._previous)):
            QShortcut(QKeySequence(keys), self, step, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show(0)

    @property
    def first(self) -> TablePage[Any]:
        """The table that the page is named after."""
        return self.table(0)

    def table(self, number: int) -> TablePage[Any]:
        """A table by its place, made now if it was not shown before."""
        if number not in self._made:
            made = self._make(self._tables[number])
            made.setAccessibleName(self._tables[number].title)
            self._made[number] = made
            self._stack.addWidget(made)
        return self._made[number]

    def turn_to(self, number: int) -> TablePage[Any]:
        """Brings a table to the front."""
        self.tabs.setCurrentIndex(number)
        return self.table(number)

    def show_tokens(self, tokens: Tokens) -> None:
        for table in self._made.values():
            table.show_tokens(tokens)

    def _show(self, number: int) -> None:
        table = self.table(number)
        has_focus = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentWidget(table)
        if has_focus:
            table.table.setFocus()

    def _next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _previous(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() - 1) % self.tabs.count())
