"""The portfolio Gantt under the table of projects: the same rows in the same order, its load under it, and what can be done with a bar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from operator import is_not

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QTableView, QToolButton, QVBoxLayout, QWidget

from data.entities import Id
from data.portfolio import Portfolio
from planner.actions import ranking
from ui.actions import Actions
from ui.models.rows import RowsModel
from ui.presenters import gantt_words
from ui.presenters.formats import Formats
from ui.presenters.gantt import MUST_DO, SIGNS, Gantt, Weekly, gantt
from ui.presenters.gantt_drafts import Draft, Drafting, Gesture
from ui.presenters.gantt_load import GanttLoad, load, roles
from ui.presenters.saying import within
from ui.presenters.situation import Situation
from ui.presenters.tables import NO_STANDING, Standing
from ui.presenters.terms import said
from ui.session import Session
from ui.theme import Theme
from ui.tokens import LARGE, SMALL, TIGHT, Tokens
from ui.views.lazy import WhenSeen
from ui.widgets.capacity_strip import CapacityStrip
from ui.widgets.gantt_keys import KEY_OF
from ui.widgets.gantt_view import GanttView
from ui.widgets.labels import hairline, label
from ui.widgets.rank_header import HIGHER, LOWER, RankHeader


class GanttPanel(QWidget):
    """Shows the projects of a table as bars; what is dragged becomes one edit when it is let go."""

    def __init__(
        self,
        table: QTableView,
        model: RowsModel,  # type: ignore[type-arg]  # rows of projects, which a page of any rows cannot promise
        session: Session,
        formats: Formats,
        theme: Theme,
        actions: Actions,
    ) -> None:
        super().__init__()
        self._table, self._model, self._session, self._formats, self._actions = table, model, session, formats, actions
        self.view = GanttView(theme.tokens, formats, self._describe, self._drafting, self._remarks)
        self.strip = CapacityStrip(theme.tokens, formats, self.view.geometry_of_view)
        self.role = QComboBox()
        self.ranks = RankHeader(table, theme.tokens)
        self._weekly: tuple[Situation, Weekly] | None = None
        self._made_for: object = None
        self._made_of: tuple[object, ...] = ()
        self._load: GanttLoad | None = None
        self._kept_role = ""
        self._when_seen = WhenSeen(self, self.reload)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._tools = self._made_tools()
        self._lay_out()
        self._connect(theme)

    def _made_tools(self) -> tuple[QAction, ...]:
        """What can be done with the view; the keys hold where the panel has the focus."""
        view, made = self.view, []
        for text, tip, keys, act in (
            ("−", self.tr("Show more weeks"), "Ctrl+-", lambda: view.zoom(-1)),
            ("+", self.tr("Show fewer weeks"), "Ctrl++", lambda: view.zoom(1)),
            (self.tr("Fit"), self.tr("Show all weeks"), "Ctrl+0", view.fit),
            (self.tr("Today"), self.tr("Scroll to today"), "Ctrl+T", view.show_today),
            (self.tr("Bar"), self.tr("Scroll to the bar of the current project"), "Ctrl+J", view.show_bar),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(keys), *([QKeySequence("Ctrl+=")] if text == "+" else [])])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(f"{tip} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
            action.triggered.connect(act)
            self.addAction(action)
            made.append(action)
        return tuple(made)

    def _lay_out(self) -> None:
        self.role.setAccessibleName(self.tr("Role of the load under the Gantt"))
        self.role.setToolTip(self.tr("Whose capacity stands under the Gantt"))
        signs = [f"{MUST_DO} {self.tr('must do')}", *(f"{sign} {within(said(status))}" for status, sign in SIGNS.items())]
        row = QHBoxLayout()
        row.setContentsMargins(LARGE, TIGHT, SMALL, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(label("   ".join(signs), "small"), 1)
        row.addWidget(self.role)
        for action in (*self._tools, self._actions["copy gantt"], self._actions["export gantt"]):
            tool = QToolButton()
            tool.setDefaultAction(action)
            tool.setAccessibleName(action.toolTip())
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        for part in (hairline(), self.view, hairline(), self.strip):
            column.addWidget(part)

    def _connect(self, theme: Theme) -> None:
        self._soon.timeout.connect(self._when_seen.ask)
        for signal in (
            self._session.portfolio_changed,
            self._session.situation_changed,
            self._session.lent,
            self._session.returned,
            self._model.modelReset,
            self._model.layoutChanged,
        ):
            signal.connect(self._soon.start)
        self._session.document_changed.connect(self.view.forget)
        self._table.selectionModel().currentChanged.connect(self._follow_table)
        self.view.chosen.connect(self._lead_table)
        self.view.entered.connect(self._edit_row)
        self.view.scaled.connect(self.strip.update)
        self.view.asked.connect(self._open_menu)
        self.view.hand.drafted.connect(self._show_draft)
        self.view.hand.dropped.connect(self._make)
        self.view.hand.ranked.connect(self._rank)
        self.ranks.ranked.connect(self._rank_row)
        self.role.activated.connect(self._show_load)
        theme.changed.connect(self.show_tokens)

    def show_tokens(self, tokens: Tokens) -> None:
        self.view.show_tokens(tokens)
        self.strip.show_tokens(tokens)
        self.ranks.show_tokens(tokens)

    def reload(self) -> None:
        """Shows the rows of the table as they stand."""
        portfolio, situation = self._session.portfolio, self._session.situation
        if portfolio is None:
            return
        order = [self._model.row_at(row).id for row in range(self._model.rowCount())]
        today = dt.datetime.now().astimezone().date()
        shown = self._gantt_of(portfolio, situation, order, today)
        self.view.hand.may_rank = self.ranks.may_rank = self._session.can_edit and order == [each.id for each in ranking.by_rank(portfolio)]
        self.view.show_gantt(shown)
        self._offer_roles()
        self._show_load()

    def _gantt_of(self, portfolio: Portfolio, situation: Situation | None, order: list[Id], today: dt.date) -> Gantt:
        """Made anew only where something was touched that stands in it."""
        standing, weekly = situation.standing if situation else NO_STANDING, self._weekly_of(situation)
        tables = (portfolio.projects, portfolio.demands, portfolio.dependencies, portfolio.settings, standing.projects, standing.placings)
        shown = self.view.gantt
        if shown is None or (order, today) != self._made_for or any(map(is_not, tables, self._made_of)):
            shown = gantt(portfolio, situation, order, self._formats, today, weekly)
        self._made_for, self._made_of = (order, today), tables
        return replace(shown, portfolio=portfolio, weekly=weekly)

    def _weekly_of(self, situation: Situation | None) -> Weekly | None:
        """The weekly coverage of a plan; kept as long as the situation stays, since it is worked out row by row."""
        if situation is None or situation.plan is None:
            return None
        if self._weekly is None or self._weekly[0].book is not situation.book:
            self._weekly = (situation, Weekly(situation))
        return self._weekly[1]

    def begin_with(self, role: str, step: int | None) -> None:
        """The role of the load and the zoom as they were left; no role stands for all."""
        self._kept_role = role
        self.view.begin_at(step)

    def _offer_roles(self) -> None:
        """The roles of the portfolio; the chosen one stays."""
        portfolio = self._session.portfolio
        offered = [self.tr("All roles"), *(roles(portfolio) if portfolio else ())]
        if offered != [self.role.itemText(number) for number in range(self.role.count())]:
            chosen = self.role.currentText() or self._kept_role
            self.role.clear()
            self.role.addItems(offered)
            self.role.setCurrentIndex(max(0, self.role.findText(chosen)))

    @property
    def _chosen_role(self) -> str | None:
        return self.role.currentText() if self.role.currentIndex() > 0 else None

    def _show_load(self) -> None:
        situation, shown = self._session.situation, self.view.gantt
        if situation is not None and shown is not None:
            self._load = load(situation, self._chosen_role)
            self.strip.show_load(self._load, shown.axis, self.role.currentText(), planned=situation.plan is not None)

    def _describe(self, row: int) -> Sequence[str]:
        shown = self.view.gantt
        return gantt_words.lines(shown, row, self._session.situation, self._formats) if shown and row < len(shown.rows) else ()

    def _drafting(self, key: Id) -> Drafting | None:
        """What drags of a project would make; None where nothing may be changed or there is no bar."""
        shown, situation = self.view.gantt, self._session.situation
        if shown is None or not self._session.can_edit or key not in shown.spans:
            return None
        return Drafting(shown.portfolio, key, situation.standing if situation else Standing(), shown.axis, self._formats)

    def _remarks(self, _draft: Draft) -> Sequence[str]:
        return (f"{self.role.currentText()}: {self.strip.verdict}",) if self._load is not None else ()

    def _show_draft(self, draft: Draft | None) -> None:
        """The load as it would be with what is dragged; as it is once that is over."""
        bar = self.view.hand.bar
        if draft is None or bar is None or self._load is None:
            self._show_load()
            return
        less, more = bar.drafting.before.hours(self._chosen_role), draft.hours(self._chosen_role)
        self.strip.show_drag(self._load.asking(less, more), self._load)

    def _make(self, draft: Draft) -> None:
        self._session.apply(draft.edit)

    def _rank(self, key: Id, place: int) -> None:
        portfolio = self._session.portfolio
        edit = ranking.ranked(portfolio, key, place) if portfolio else None
        if edit:
            self._session.apply(edit)

    def _rank_row(self, row: int, place: int) -> None:
        """A row of the table was put at another place."""
        if row < self._model.rowCount():
            self._rank(self._model.row_at(row).id, place)

    def _follow_table(self) -> None:
        """The table has gone to another row."""
        row = self._table.currentIndex().row()
        shown = self.view.gantt
        place = shown.place_of.get(self._model.row_at(row).id) if shown and 0 <= row < self._model.rowCount() else None
        if place is not None and place != self.view.row:
            self.view.choose(place)

    def _lead_table(self, key: Id) -> None:
        """The current row of the table is that of the bar."""
        row = self._model.row_of(key)
        current = self._table.currentIndex()
        if row is not None and row != current.row():
            self._table.setCurrentIndex(self._model.index(row, max(0, current.column())))

    def _edit_row(self) -> None:
        """Goes to the project's row in the table, with its first cell open where it may be typed into."""
        row = self._model.row_of(self.view.key) if self.view.key else None
        if row is not None:
            index = self._model.index(row, 0)
            self._table.setCurrentIndex(index)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._session.can_edit:
                self._table.edit(index)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        menu.popup(at)

    def _fill(self, menu: QMenu) -> None:
        """The same as can be dragged, each by a week."""
        shown, key, hand = self.view.gantt, self.view.key, self.view.hand
        has_bar = shown is not None and key in shown.spans and self._session.can_edit
        self._add(menu, self.tr("Go to its row"), "Return", self._edit_row, enabled=True)
        for gesture, back, on in (
            (Gesture.MOVE, self.tr("Move a week earlier"), self.tr("Move a week later")),
            (Gesture.START, self.tr("Start a week earlier, same hours"), self.tr("Start a week later, same hours")),
            (Gesture.FINISH, self.tr("Finish a week earlier, same hours"), self.tr("Finish a week later, same hours")),
            (Gesture.WINDOW, self.tr("Allow a week less delay"), self.tr("Allow a week more delay")),
        ):
            menu.addSeparator()
            for text, weeks in ((back, -1), (on, 1)):
                self._add(menu, text, KEY_OF[gesture, weeks], partial(self._by_a_week, gesture, weeks), enabled=has_bar)
        menu.addSeparator()
        last = len(shown.rows) - 1 if shown else 0
        self._add(menu, self.tr("Rank one higher"), HIGHER, lambda: hand.rank(-1), enabled=hand.may_rank and self.view.row > 0)
        self._add(menu, self.tr("Rank one lower"), LOWER, lambda: hand.rank(1), enabled=hand.may_rank and self.view.row < last)
        menu.addSeparator()
        menu.addActions([self._actions["copy gantt"], self._actions["export gantt"]])

    def _add(self, menu: QMenu, text: str, keys: str, act: Callable[[], object], *, enabled: bool) -> None:
        """An entry with its keys written beside it; they are the view's own, so the entry must not take them, too."""
        written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{text}\t{written}")
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: act())

    def _by_a_week(self, gesture: Gesture, weeks: int) -> None:
        self.view.hand.nudge(gesture, weeks)
        self.view.hand.let_go()
