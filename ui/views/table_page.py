"""A page with one editable table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from data.entities import Id
from ui.actions import Actions
from ui.models.rows import RowsModel
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.columns import Column
from ui.presenters.finding import next_match
from ui.presenters.formats import Formats
from ui.presenters.not_typed import why_not
from ui.presenters.tables import NO_STANDING, Row, TableDescription, Told
from ui.session import Session
from ui.settings import Preferences
from ui.tokens import LARGE, Tokens
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.views.sheet_edits import SheetEdits
from ui.views.sheet_layout import SheetLayout
from ui.widgets.cells import CELL_PADDING
from ui.widgets.empty import EmptyPage
from ui.widgets.find_bar import FindBar
from ui.widgets.labels import button, hairline, label
from ui.widgets.sheet import Sheet

FILTER_WIDTH = 200
TOOLS = ("add row", "delete rows", "filter column", "columns")


class TablePage(QWidget, Generic[Row]):
    """Shows the entities of one kind; a cell that is typed into becomes an edit at once.

    `led` tells that a cell leads to another page: its name, and the thing of the row.
    """

    led = Signal(str, object)

    def __init__(
        self,
        about: TableDescription[Row],
        session: Session,
        formats: Formats,
        tokens: Tokens,
        actions: Actions,
        preferences: Preferences,
        next_steps: tuple[QAction, ...] = (),
        adds: QAction | None = None,
    ) -> None:
        """`next_steps` are offered where the table is empty, before what `adds` a row."""
        super().__init__()
        self._about, self._session, self._formats, self._preferences = about, session, formats, preferences
        self.edits: SheetEdits[Row] = SheetEdits(about, session, formats, self)
        self.model: RowsModel[Row] = RowsModel(tokens, self.edits.typed, self)
        self.table = Sheet(self.model)
        self.table.setAccessibleName(about.title)
        self.edits.work_on(self.model, self.table)
        self.layout_of = SheetLayout(about, self.model, self.table, preferences, self)
        self.filter, self.find_bar = QLineEdit(), FindBar(tokens)
        self._count, self._show_all = label("", "muted"), button(self.tr("Show all"), link=True)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._told: Told[Row] | None = None
        self._shown_for: tuple[object, object] = (None, None)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(actions, (*next_steps, adds or actions["add row"]))
        self._connect()

    def _lay_out(self, actions: Actions, next_steps: tuple[QAction, ...]) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter {what}").format(what=self._about.many))
        self.filter.setToolTip(self.tr("Show only rows that have these words (Ctrl+Shift+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        heading = Heading(self._about.title, self._about.says)
        for part in (self._count, self._show_all, self.filter):
            heading.add(part)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in TOOLS:
            tool = QToolButton()
            tool.setDefaultAction(actions[name])
            tool.setAccessibleName(actions[name].text().replace("&", "").rstrip("…"))
            row.addWidget(tool)
        heading.add(tools)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (heading, hairline(), self.find_bar):
            column.addWidget(line)
        self._beside = QHBoxLayout(above := QWidget())
        self._beside.setContentsMargins(LARGE - CELL_PADDING, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.table, 1)
        self._split.addWidget(above)
        column.addWidget(self._split, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(full)
        self._layers.addWidget(EmptyPage(self._about.empty, next_steps))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self._show_all.clicked.connect(self.show_all)
        self.find_bar.asked.connect(self._find)
        self.find_bar.closed.connect(self.table.setFocus)
        self.layout_of.filtered.connect(self._say_count)
        self.table.led.connect(self._lead)
        self.table.untyped.connect(self._say_untyped)
        self._session.portfolio_changed.connect(self._when_seen.ask)
        self._session.situation_changed.connect(self._when_seen.ask)

    @property
    def title(self) -> str:
        return self._about.title

    @property
    def columns_in_sight(self) -> list[Column[Row]]:
        """As they stand, from left to right."""
        by_key = {column.key: column for column in self.model.columns}
        return [by_key[key] for key in self.table.keys]

    def does(self, name: str) -> Callable[[], None]:
        """What an action of tables does on this page."""
        return {
            "cut": self.edits.cut,
            "copy": self.edits.copy,
            "copy headed": self.edits.copy_with_headings,
            "paste": self.edits.paste,
            "fill down": self.edits.fill_down,
            "clear": self.edits.clear,
            "add row": self.edits.add_row,
            "delete rows": self.edits.delete_rows,
            "find next": self.find_bar.next,
            "find previous": self.find_bar.previous,
            "filter": self.focus_filter,
            "filter column": self.layout_of.filter_current,
            "show all": self.show_all,
            "columns": self.layout_of.choose_columns,
        }[name]

    def add_beside(self, part: QWidget) -> None:
        """Puts a part to the right of the table."""
        self._beside.addWidget(hairline(upright=True))
        self._beside.addWidget(part)

    def add_below(self, part: QWidget, shares: tuple[int, int]) -> None:
        """Puts a part under the table, with a bar between them to pull, which stays where it was left.

        `shares` of the height are the table's and the part's as long as it was not pulled.
        """
        self._split.addWidget(part)
        for place, share in enumerate(shares):
            self._split.setStretchFactor(place, share)
        self._split.setSizes([share * 1000 for share in shares])
        self._split.restoreState(self._preferences.layout(self._split_name))
        self._split.splitterMoved.connect(self._keep_split)

    @property
    def _split_name(self) -> str:
        """What the height of the part below the table is remembered by."""
        return f"split {self._about.kind.value}"

    def _keep_split(self) -> None:
        self._preferences.keep_layout(self._split_name, self._split.saveState())

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_all(self) -> None:
        """Takes every filter away."""
        self.filter.clear()
        self.layout_of.show_all()

    def narrow(self, filters: Mapping[str, ColumnFilter]) -> None:
        """Shows what these columns keep, whatever was kept before; "Show all" takes it away again."""
        self.filter.clear()
        self.layout_of.narrow(filters)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: Id) -> None:
        """Goes to the row of a thing, also where a filter hid it."""
        if self.model.row_of(key) is None and self.model.is_filtered:
            self.show_all()
        row = self.model.row_of(key)
        if row is not None:
            self.table.go_to(row, 0)

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.find_bar.show_tokens(tokens)
        self.table.viewport().update()

    def reload(self) -> None:
        """Shows the portfolio as it stands; the chosen cells stay on their things."""
        portfolio, workspace = self._session.portfolio, self._session.workspace
        if portfolio is None or workspace is None:
            return
        self.model.may_edit = self._session.read_only is None
        situation = self._session.situation
        fresh, plan = not self.model.columns, situation.plan if situation else None
        self._told = self._about.told(portfolio, situation.standing if situation else NO_STANDING, self._told)
        rows = self._told.rows
        chosen, column = self._chosen(), self.table.currentIndex().column()
        self.model.show(self._about.columns(portfolio, self._formats), rows, anew=self._shown_for != (workspace, plan))
        self._shown_for = (workspace, plan)
        if fresh:
            self.layout_of.restore()
        self.layout_of.open_place(workspace.place)
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

    def _lead(self, index: QModelIndex) -> None:
        column, row = self.model.columns[index.column()], self.model.row_at(index.row())
        if column.leads is not None and column.text(row):
            self.led.emit(column.leads.value, row.id)

    def _say_untyped(self, index: QModelIndex) -> None:
        column = self.model.columns[index.column()]
        read_only = self.tr("This portfolio is read-only: save it under another name first (File, Save as)")
        self._session.refused.emit(read_only if column.read is not None else why_not(column))

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._say_count()

    def _find(self, step: int) -> None:
        """Goes to the next cell that has the text; while it is typed, the current one will do."""
        text, here = self.find_bar.text.text(), self.table.currentIndex()
        if not text.strip():
            self.find_bar.say("")
            return
        start = (here.row(), self.model.columns[here.column()].key) if here.isValid() else None
        found = next_match(self.model.rows, self.model.columns, self.table.keys, text, start, step)
        if found is None:
            self.find_bar.say(self.tr("Not found"), bad=True)
            return
        self.find_bar.say(self.tr("From the other end") if found.is_around else "")
        self.table.choose_cell(self.model.index(found.row, self.table.column_of(found.key)))

    def _say_count(self) -> None:
        shown, held = self.model.rowCount(), self.model.count_of_all
        what = self._about.one if held == 1 else self._about.many
        number = self._formats.number
        self._count.setText(
            f"{number(held)} {what}"
            if shown == held
            else self.tr("{shown} of {all} {what}").format(shown=number(shown), all=number(held), what=what)
        )
        self._show_all.setVisible(self.model.is_filtered)
