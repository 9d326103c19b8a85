"""Beside the table of resources: the load, absences and bookings of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from data.entities import Id
from ui.presenters.formats import Formats
from ui.presenters.resource_card import card
from ui.presenters.resources import ResourceRow
from ui.session import Session
from ui.tokens import MEDIUM, SMALL, TIGHT, Tokens
from ui.views.lazy import WhenSeen
from ui.views.table_page import TablePage
from ui.widgets.labels import label, wrapped
from ui.widgets.refilling import empty
from ui.widgets.week_bars import WeekBars

WIDTH = 280
MOST_LINES = 40
"""Lines of absences or bookings that are shown; the tables have all."""


class ResourcePanel(QScrollArea):
    """Follows the current row of the table."""

    def __init__(self, page: TablePage[ResourceRow], session: Session, formats: Formats, tokens: Tokens) -> None:
        super().__init__()
        self._page, self._session, self._formats = page, session, formats
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen resource"))
        self._title, self._role, self._load = wrapped("", "heading"), wrapped("", "muted"), wrapped("", "section")
        self._span, self._over = label("", "small"), wrapped("", "warning")
        self._inside, self.bars = QWidget(), WeekBars(tokens)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(TIGHT)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out()
        model = page.model
        for signal in (
            page.table.selectionModel().currentRowChanged,
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
            model.layoutChanged,
            session.situation_changed,
        ):
            signal.connect(self._when_seen.ask)

    def _lay_out(self) -> None:
        inside = self._inside
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._title, self._role, self._load, self.bars, self._span, self._over):
            column.addWidget(part)
        column.addLayout(self._lists)
        column.addStretch(1)
        self.setWidget(inside)

    def show_tokens(self, tokens: Tokens) -> None:
        self.bars.show_tokens(tokens)

    def texts(self) -> list[str]:
        """Everything the panel says."""
        return [part.text() for part in self.findChildren(QLabel) if not part.isHidden() and part.text()]

    def reload(self) -> None:
        """Shows the resource of the current row, as the latest situation has it."""
        situation, key = self._session.situation, self._current()
        known = situation is not None and key in situation.row_of
        self._inside.setVisible(known)
        if situation is None or key is None or not known:
            return
        shown = card(situation, key, self._formats)
        for part, text in (
            (self._title, shown.title),
            (self._role, shown.role),
            (self._load, shown.load),
            (self._span, shown.span),
            (self._over, shown.over),
        ):
            part.setText(text)
        self._over.setVisible(bool(shown.over))
        self.bars.show_weeks(shown.weeks)
        self.bars.setAccessibleDescription(f"{shown.load}. {shown.over}")
        empty(self._lists)
        self._list(self.tr("Away"), shown.away)
        self._list(self.tr("Booked"), shown.booked)

    def _current(self) -> Id | None:
        """The thing of the current row, of the first where none is."""
        row = max(0, self._page.table.currentIndex().row())
        return self._page.model.row_at(row).id if row < self._page.model.rowCount() else None

    def _list(self, heading: str, lines: tuple[tuple[str, str], ...]) -> None:
        if not lines:
            return
        parts: list[QLabel] = [label(heading, "section")]
        for first, second in lines[:MOST_LINES]:
            parts += [wrapped(first), *([wrapped(second, "small")] if second else [])]
        if len(lines) > MOST_LINES:
            parts.append(label(self.tr("and {count} more").format(count=len(lines) - MOST_LINES), "small"))
        for part in parts:
            self._lists.addWidget(part)
            part.show()
