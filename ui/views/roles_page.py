"""The roles of the portfolio: who holds them and what is asked of them, and one name for what is one role."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from data.entities import Id
from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters import roles as words
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.roles import RoleLine
from ui.presenters.saying import counted
from ui.session import Session
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, Tokens
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.widgets.cells import CELL_PADDING
from ui.widgets.labels import button, hairline, label, wrapped
from ui.widgets.refilling import empty
from ui.widgets.scrolling import scrolled
from ui.widgets.sheet import Sheet

FIND_WIDTH, SIDE_WIDTH = 200, 300


class RolesPage(QWidget):
    """Follows the portfolio; what it shows is worked out beside the window. `done` is good news in one sentence."""

    done = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        super().__init__()
        self._session, self._jobs, self._formats = session, jobs, formats
        self._lines: tuple[RoleLine, ...] = ()
        self._wanted: Id | None = None
        self.model: RowsModel[RoleLine] = RowsModel(tokens, lambda *_: False, self)
        self.table, self.filter = Sheet(self.model), QLineEdit()
        self.heading = Heading(self.tr("Roles"), "")
        self._title, self._told, self._spelt = wrapped("", "heading"), wrapped("", "muted"), wrapped("", "warning")
        self.name, self.rename = QLineEdit(), button(self.tr("Rename everywhere"), primary=True)
        self._names = QStringListModel(self)
        self._offers, self._people = QVBoxLayout(), QVBoxLayout()
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter roles"))
        self.filter.setToolTip(self.tr("Show only roles that have these words, such as the name of somebody who holds them (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FIND_WIDTH)
        self.heading.add(self.filter)
        self.table.setAccessibleName(self.tr("Roles"))
        self.table.setSelectionBehavior(Sheet.SelectionBehavior.SelectRows)
        row = QHBoxLayout()
        row.setContentsMargins(LARGE - CELL_PADDING, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(hairline(upright=True))
        row.addWidget(self._side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def _side(self) -> QWidget:
        """The chosen roles: what they are called, what that may be, and who holds them."""
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.name.setAccessibleName(self.tr("Name of the role"))
        self.name.setToolTip(self.tr("The name that the chosen roles get wherever they stand; that of another role makes them one with it"))
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._title, self._told, self._spelt, self.name, self.rename):
            column.addWidget(part)
        for lists in (self._offers, self._people):
            lists.setSpacing(TIGHT)
            column.addLayout(lists)
        column.addStretch(1)
        side = scrolled(inside)
        side.setFixedWidth(SIDE_WIDTH)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setAccessibleName(self.tr("The chosen roles"))
        return side

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.filter)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.led.connect(self._enter_name)
        self.name.returnPressed.connect(self._rename)
        self.rename.clicked.connect(self._rename)
        self._session.situation_changed.connect(self._when_seen.ask)
        for signal in (self._session.lent, self._session.returned):
            signal.connect(self._show_chosen)

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.table.viewport().update()

    def texts(self) -> list[str]:
        """Everything that is said of the chosen roles."""
        return [part.text() for part in self.findChildren(QLabel) if part.isVisible() and part.text()]

    def reload(self) -> None:
        """Works the roles out anew; what was shown stays until they are there."""
        situation = self._session.situation
        if situation is not None:
            self._jobs.run("roles", partial(words.roles, situation), self._show, self._failed)

    def _show(self, lines: tuple[RoleLine, ...]) -> None:
        fresh = not self.model.columns
        self._lines = lines
        self.model.show(words.role_columns(self._formats), lines)
        if fresh:
            self.table.fit_columns()
            self.table.horizontalHeader().setStretchLastSection(True)
        self.heading.say(words.headline(lines, self._formats))
        self._names.setStringList(sorted((line.name for line in lines), key=str.casefold))
        row = self.model.row_of(self._wanted) if self._wanted else None
        if row is not None:
            self.table.go_to(row, 0)
        self._wanted = None
        self._show_chosen()

    def _failed(self, problem: Exception) -> None:
        raise problem

    @property
    def chosen(self) -> list[RoleLine]:
        """The roles of the chosen rows, of the first where none is chosen."""
        rows = self.table.chosen_rows() or ([0] if self.model.rowCount() else [])
        return [self.model.row_at(row) for row in rows]

    def _show_chosen(self) -> None:
        chosen, can_edit = self.chosen, self._session.can_edit
        for part in (self._title, self._told, self.name, self.rename):
            part.setVisible(bool(chosen))
        for lists in (self._offers, self._people):
            empty(lists)
        self._spelt.setVisible(False)
        if not chosen:
            return
        several = len(chosen) > 1
        self._title.setText(counted("Roles", "%n roles", "%n role", len(chosen)) if several else chosen[0].name)
        self._told.setText(words.told(chosen, self._formats))
        self.name.setText(words.suggested(chosen))
        self.rename.setText(self.tr("Make them one role") if several else self.tr("Rename everywhere"))
        for part in (self.name, self.rename):
            part.setEnabled(can_edit)
        if not several:
            self._show_one(chosen[0], can_edit=can_edit)

    def _show_one(self, line: RoleLine, *, can_edit: bool) -> None:
        self._spelt.setText(self.tr("Written {ways}").format(ways=", ".join(f"“{each}”" for each in line.spellings)))
        self._spelt.setVisible(len(line.spellings) > 1)
        for other, name in words.offers(line, self._lines):
            told = wrapped(self.tr("Looks like “{other}”").format(other=other), "warning")
            offer = button(self.tr("Call both “{name}”").format(name=name))
            offer.setEnabled(can_edit)
            offer.clicked.connect(partial(self._call, (line.name, other), name))
            for part in (told, offer):
                self._offers.addWidget(part)
                part.show()
        for level, names in line.held:
            for part in (label(self.tr("Level {level}").format(level=level), "section"), wrapped(", ".join(names))):
                self._people.addWidget(part)
                part.show()

    def _enter_name(self, _index: QModelIndex) -> None:
        """Goes to where the chosen role is renamed."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _rename(self) -> None:
        self._call(tuple(line.name for line in self.chosen), self.name.text())

    def _call(self, chosen: tuple[str, ...], name: str, _checked: object = None) -> None:
        """Calls roles by one name everywhere, as one step."""
        portfolio = self._session.portfolio
        if portfolio is None or not chosen:
            return
        try:
            edit = words.edit_of_name(portfolio, chosen, name)
        except FieldError as problem:
            self._session.refused.emit(str(problem))
            return
        if edit and self._session.apply(edit):
            self._wanted = words.key_of(name)
            self.done.emit(words.done(edit, name))
