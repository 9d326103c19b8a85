"""Several tables of one finding behind tabs, each to be searched, sorted and copied, and a chart behind the last of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters.columns import Column
from ui.presenters.comparing import Line
from ui.presenters.formats import Formats
from ui.presenters.table_sheet import Printable, printable
from ui.tokens import COMPACT_ROW_HEIGHT, SMALL, Tokens
from ui.widgets.labels import button, hairline
from ui.widgets.picture import Draw, Picture
from ui.widgets.table import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FIND_WIDTH = 180
Part = tuple[Sequence[Column[Line[Any]]], Sequence[Line[Any]]]
"""Columns and rows of one table; Any: rows of each kind, which belong to their columns."""
Drawing = Callable[..., "Figure"]
"""Draws a chart `dark` or light, beside the window."""


class PartTables(QWidget):
    """Shows one finding at a time: its tables by their `titles`, and its chart behind the last title.

    copied  the chart is wanted on the clipboard; the payload draws it
    saved   the chart is wanted as a file; the payload draws it
    """

    copied = Signal(object)
    saved = Signal(object)

    def __init__(
        self, titles: Sequence[str], says: str, jobs: Jobs, formats: Formats, tokens: Tokens, name: str, choices: Sequence[QWidget] = ()
    ) -> None:
        """`choices` of the chart stand at its head; `name` is that of the job that draws it."""
        super().__init__()
        self._drawing: Drawing | None = None
        self.titles, self._says = tuple(titles), says
        self._jobs, self._formats, self._tokens = jobs, formats, tokens
        self.tabs, self._stack, self.search = QTabBar(), QStackedWidget(), QLineEdit()
        self.models: list[RowsModel[Line[Any]]] = [RowsModel(tokens, lambda *_: False, self) for _ in titles[:-1]]  # Any: as above
        for place, model in enumerate(self.models):
            model.beside = partial(self._arrange, f"{name} {place}")
        self.tables = [Table(model) for model in self.models]
        self.chart = Picture(name, jobs)
        self._lay_out(choices)
        self.tabs.currentChanged.connect(self._turn)
        self.search.textChanged.connect(self._narrow)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._step, step), context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self, choices: Sequence[QWidget]) -> None:
        for title, table in zip(self.titles, self.tables, strict=False):
            table.setAccessibleName(title)
            table.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
            table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
            self._stack.addWidget(table)
        self._stack.addWidget(self._picture(choices))
        for title in self.titles:
            self.tabs.addTab(title)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self._says)
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in these tables"))
        self.search.setToolTip(self.tr("Show only rows that have these words (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(FIND_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL // 2)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)

    def _picture(self, choices: Sequence[QWidget]) -> QWidget:
        """The chart, with ways out for it."""
        copy, save = button(self.tr("Copy chart")), button(self.tr("Save chart…"))
        copy.clicked.connect(lambda: self.copied.emit(self._draw(dark=False)))
        save.clicked.connect(lambda: self.saved.emit(self._draw(dark=False)))
        ways = QHBoxLayout()
        ways.setSpacing(SMALL)
        for part in choices:
            ways.addWidget(part)
        ways.addStretch(1)
        ways.addWidget(copy)
        ways.addWidget(save)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addLayout(ways)
        column.addWidget(self.chart, 1)
        return sheet

    def _draw(self, *, dark: bool) -> Draw | None:
        """What draws the chart; None where there is nothing to draw."""
        return None if self._drawing is None else partial(self._drawing, dark=dark)

    def show_parts(self, parts: Sequence[Part], drawing: Drawing | None) -> None:
        """Other rows and another chart; what is searched for and the part in front stay."""
        for place, (columns, rows) in enumerate(parts):
            model, table = self.models[place], self.tables[place]
            fresh = [column.key for column in columns] != [column.key for column in model.columns]
            model.show(columns, rows)
            if fresh:
                table.fit_columns()
            if place:
                self.tabs.setTabText(place, f"{self.titles[place]} ({self._formats.number(len(rows))})")
        self._narrow()
        self.show_chart(drawing)

    def show_chart(self, drawing: Drawing | None) -> None:
        self._drawing = drawing
        self.chart.show_drawing(self._draw(dark=self._tokens.dark))

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for model, table in zip(self.models, self.tables, strict=True):
            model.show_tokens(tokens)
            table.viewport().update()
        self.show_chart(self._drawing)

    def table_in_sight(self) -> Printable | None:
        """The table in front as it is narrowed and sorted; None where the chart is."""
        place = self.tabs.currentIndex()
        if place >= len(self.tables):
            return None
        model, table = self.models[place], self.tables[place]
        return printable(self.titles[place], model.columns, [table.columnWidth(n) for n in range(len(model.columns))], model.rows)

    def _arrange(self, name: str, work: Callable[[], list[Any]], done: Callable[[list[Any]], None]) -> None:  # Any: as above
        self._jobs.run(name, work, done, self._failed)

    def _failed(self, problem: Exception) -> None:
        raise problem

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.search.setVisible(place < len(self.tables))
        self._narrow()

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _narrow(self) -> None:
        """Of the table in front alone: rows can be very many."""
        place = self.tabs.currentIndex()
        if place < len(self.tables):
            self.models[place].filter(self.search.text())
