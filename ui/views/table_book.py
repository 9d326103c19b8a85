"""A page of several tables that belong together, one sheet in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.presenters.tables import TableDescription
from ui.tokens import Tokens
from ui.views.table_page import TablePage
from ui.widgets.labels import hairline
from ui.widgets.sheet import Sheet

Tables = Sequence[TableDescription[Any]]  # Any: tables of several kinds of rows


class Leaf(Protocol):
    """A sheet of the book that is no table of entities: a widget with a table of its own."""

    table: Sheet

    def focus_filter(self) -> None: ...

    def show_tokens(self, tokens: Tokens) -> None: ...


Leaves = Sequence[tuple[str, Callable[[], QWidget]]]
"""Titles of further sheets, and what makes them; each is a `Leaf`."""


class TableBook(QWidget):
    """Each table is made when it is first shown; Ctrl+Page Down and Page Up go to the next and the one before, as in a spreadsheet."""

    def __init__(self, tables: Tables, make: Callable[[TableDescription[Any]], TablePage[Any]], leaves: Leaves = ()) -> None:
        super().__init__()
        self._tables, self._make, self._leaves = tables, make, leaves
        self._made: dict[int, QWidget] = {}
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Tables of this page"))
        for title in (*(table.title for table in tables), *(title for title, _ in leaves)):
            self.tabs.addTab(title)
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
        return cast(TablePage[Any], self._sheet(number))

    def turn_to(self, number: int) -> TablePage[Any]:
        """Brings a table to the front."""
        self.tabs.setCurrentIndex(number)
        return self.table(number)

    def focus_filter(self) -> None:
        """Goes to where the rows of the sheet in front are searched."""
        cast(Leaf, self._stack.currentWidget()).focus_filter()

    def show_tokens(self, tokens: Tokens) -> None:
        for sheet in self._made.values():
            cast(Leaf, sheet).show_tokens(tokens)

    def _sheet(self, number: int) -> QWidget:
        if number not in self._made:
            is_table = number < len(self._tables)
            made = self._make(self._tables[number]) if is_table else self._leaves[number - len(self._tables)][1]()
            made.setAccessibleName(self.tabs.tabText(number))
            self._made[number] = made
            self._stack.addWidget(made)
        return self._made[number]

    def _show(self, number: int) -> None:
        sheet = self._sheet(number)
        has_focus = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentWidget(sheet)
        if has_focus:
            cast(Leaf, sheet).table.setFocus()

    def _next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _previous(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() - 1) % self.tabs.count())
