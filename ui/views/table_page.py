"""A page with one editable table: resources, projects or demands."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from data.entities import Id
from ui.models.rows import RowsModel
from ui.presenters.columns import Column, FieldError
from ui.presenters.formats import Formats
from ui.presenters.tables import Row, Standing, TableDescription, edit_of_cell
from ui.session import Session
from ui.tokens import LARGE, Tokens
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.widgets.empty import EmptyPage
from ui.widgets.labels import hairline, label
from ui.widgets.table import Table

FILTER_WIDTH = 220
CELL_PADDING = 11
"""Pixels left of the text of a cell (see style.qss): the first column stands under the heading."""


class TablePage(QWidget):
    """Shows the entities of one kind; a cell that is typed into becomes an edit at once."""

    def __init__(
        self, about: TableDescription[Row], session: Session, formats: Formats, tokens: Tokens, next_steps: tuple[QAction, ...]
    ) -> None:
        super().__init__()
        self._about, self._session, self._formats = about, session, formats
        self.model: RowsModel[Row] = RowsModel(tokens, self._typed, self)
        self.table = Table(self.model)
        self.table.setAccessibleName(about.title)
        self.filter = QLineEdit()
        self._count = label("", "muted")
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(next_steps)
        session.portfolio_changed.connect(self._when_seen.ask)
        session.situation_changed.connect(self._when_seen.ask)

    def _lay_out(self, next_steps: tuple[QAction, ...]) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter {what}").format(what=self._about.many))
        self.filter.setToolTip(self.tr("Show only rows that have these words (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self.filter.textChanged.connect(self._filter)
        heading = Heading(self._about.title, self._about.says)
        heading.add(self._count)
        heading.add(self.filter)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(hairline())
        inset = QVBoxLayout(above := QWidget())
        inset.setContentsMargins(LARGE - CELL_PADDING, 0, 0, 0)
        inset.addWidget(self.table)
        self._split.addWidget(above)
        column.addWidget(self._split, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(full)
        self._layers.addWidget(EmptyPage(self._about.empty, next_steps))

    def add_below(self, part: QWidget, shares: tuple[int, int]) -> None:
        """Puts a part under the table, with a bar between them to pull; `shares` of the height are the table's and the part's."""
        self._split.addWidget(part)
        for place, share in enumerate(shares):
            self._split.setStretchFactor(place, share)
        self._split.setSizes([share * 1000 for share in shares])

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def choose(self, key: Id) -> None:
        """Goes to the row of a thing."""
        row = self.model.row_of(key)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.setFocus()

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.table.viewport().update()

    def reload(self) -> None:
        """Shows the portfolio as it stands; the chosen cell stays on its thing."""
        portfolio = self._session.portfolio
        if portfolio is None:
            return
        self.model.may_edit = self._session.read_only is None
        situation = self._session.situation
        standing = situation.standing if situation else Standing()
        rows = self._about.rows(portfolio, standing)
        chosen, column = self._chosen(), self.table.currentIndex().column()
        fresh = not self.model.columns
        self.model.show(self._about.columns(portfolio, self._formats), rows)
        if fresh:
            self.table.fit_columns()
        self._choose_again(chosen, max(0, column))
        self._layers.setCurrentIndex(0 if rows else 1)
        self._say_count()

    def _chosen(self) -> Id | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()).id if index.isValid() else None

    def _choose_again(self, key: Id | None, column: int) -> None:
        row = self.model.row_of(key) if key else None
        if row is not None and not self.table.currentIndex().isValid():
            index = self.model.index(row, column)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _typed(self, row: Row, column: Column[Row], text: str) -> bool:
        portfolio = self._session.portfolio
        if portfolio is None:
            return False
        try:
            edit = edit_of_cell(portfolio, row, column, text)
        except FieldError as problem:
            self._session.refused.emit(f"{column.heading}: {problem}")
            return False
        return edit is None or self._session.apply(edit)

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._say_count()

    def _say_count(self) -> None:
        shown, held = self.model.rowCount(), self.model.count_of_all
        what = self._about.one if held == 1 else self._about.many
        number = self._formats.number
        self._count.setText(
            f"{number(held)} {what}"
            if shown == held
            else self.tr("{shown} of {all} {what}").format(shown=number(shown), all=number(held), what=what)
        )
