"""The parts of a comparison: its tables, each to be searched, sorted and copied, and the load of all sides as a chart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.comparing.loads import EVERYBODY, Group
from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters import comparing as words
from ui.presenters import comparing_tables as tables
from ui.presenters.comparing import Line, Shown
from ui.presenters.formats import Formats
from ui.presenters.table_sheet import Printable, printable
from ui.tokens import COMPACT_ROW_HEIGHT, SMALL, Tokens
from ui.widgets.labels import button, hairline
from ui.widgets.picture import Draw, Picture
from ui.widgets.table import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.comparing import Comparison

FIND_WIDTH = 180
LOAD = 5
"""The place of the chart, after the tables."""


class CompareTables(QWidget):
    """Shows one comparison at a time.

    copied  the chart is wanted on the clipboard; the payload draws it
    saved   the chart is wanted as a file; the payload draws it
    """

    copied = Signal(object)
    saved = Signal(object)

    def __init__(self, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        super().__init__()
        self._formats, self._tokens = formats, tokens
        self._shown: Shown | None = None
        self.tabs, self._stack, self.search = QTabBar(), QStackedWidget(), QLineEdit()
        self.models: list[RowsModel[Line[Any]]] = [RowsModel(tokens, lambda *_: False, self) for _ in range(LOAD)]  # Any: rows of each kind
        self.tables = [Table(model) for model in self.models]
        self.chart, self.group = Picture("compare chart", jobs), QComboBox()
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.search.textChanged.connect(self._narrow)
        self.group.activated.connect(self._draw)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._step, step), context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        for title, table in zip(self.titles, self.tables, strict=False):
            table.setAccessibleName(title)
            table.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
            table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
            self._stack.addWidget(table)
        self._stack.addWidget(self._load())
        for title in self.titles:
            self.tabs.addTab(title)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the comparison"))
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find in the comparison"))
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

    def _load(self) -> QWidget:
        """Whose load is drawn, and ways out for the picture."""
        self.group.setAccessibleName(self.tr("Whose load is shown"))
        copy, save = button(self.tr("Copy chart")), button(self.tr("Save chart…"))
        copy.clicked.connect(self._copy_chart)
        save.clicked.connect(self._save_chart)
        choices = QHBoxLayout()
        choices.setSpacing(SMALL)
        choices.addWidget(self.group)
        choices.addStretch(1)
        choices.addWidget(copy)
        choices.addWidget(save)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addLayout(choices)
        column.addWidget(self.chart, 1)
        return sheet

    @property
    def titles(self) -> tuple[str, ...]:
        """What the parts are called, in their order."""
        return (self.tr("KPIs"), self.tr("Projects"), self.tr("People"), self.tr("Weeks"), self.tr("Hours"), self.tr("Load"))

    def show_comparison(self, shown: Shown) -> None:
        """Shows another; what is searched for and the part in front stay."""
        self._shown = shown
        found, formats = shown.comparison, self._formats
        parts: tuple[tuple[Any, Any], ...] = (  # Any: columns and rows of each kind, which belong to each other
            (tables.measure_columns(shown, formats), shown.measures),
            (tables.project_columns(shown, formats), shown.projects),
            (tables.person_columns(shown, formats), shown.people),
            (tables.week_columns(shown, formats), shown.weeks),
            (tables.change_columns(shown, formats), shown.changes),
        )
        for place, (columns, rows) in enumerate(parts):
            model, table = self.models[place], self.tables[place]
            fresh = [column.key for column in columns] != [column.key for column in model.columns]
            model.show(columns, rows)
            if fresh:
                table.fit_columns()
            if place:
                self.tabs.setTabText(place, f"{self.titles[place]} ({formats.number(len(rows))})")
        chosen = self._group
        self.group.clear()
        for group in found.groups:
            self.group.addItem(words.group_name(group), group)
        self.group.setCurrentIndex(found.groups.index(chosen) if chosen in found.groups else 0)
        self._draw()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for model, table in zip(self.models, self.tables, strict=True):
            model.show_tokens(tokens)
            table.viewport().update()
        self._draw()

    def table_in_sight(self) -> Printable | None:
        """The table in front as it is narrowed and sorted; None where the chart is."""
        place = self.tabs.currentIndex()
        if place >= LOAD:
            return None
        model, table = self.models[place], self.tables[place]
        return printable(self.titles[place], model.columns, [table.columnWidth(n) for n in range(len(model.columns))], model.rows)

    @property
    def _group(self) -> Group:
        group = self.group.currentData()
        return group if isinstance(group, Group) else EVERYBODY

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.search.setVisible(place != LOAD)
        self._narrow()

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _narrow(self) -> None:
        """Of the table in front alone: hours can be very many."""
        place = self.tabs.currentIndex()
        if place < LOAD:
            self.models[place].filter(self.search.text())

    def _draw(self) -> None:
        self.chart.show_drawing(self._drawn(dark=self._tokens.dark))

    def _drawn(self, *, dark: bool) -> Draw | None:
        return None if self._shown is None else partial(_chart, self._shown.comparison, self._group, dark=dark)

    def _copy_chart(self) -> None:
        self.copied.emit(self._drawn(dark=False))

    def _save_chart(self) -> None:
        self.saved.emit(self._drawn(dark=False))


def _chart(found: Comparison, group: Group, *, dark: bool) -> Figure:
    from planner.charts.comparison import comparison_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return comparison_chart(found, group, theme="dark" if dark else "light")
