"""Under the table of demands: when the chosen one asks for its hours, what it is given, and every way to change that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from data.edits import Edit
from data.entities import Hours, Id, Profile
from data.portfolio import Portfolio
from ui.models.week_cells import ASKED, SHORT, WeekCells
from ui.presenters import profile_cells, profile_words, week_profile
from ui.presenters.columns import FieldError
from ui.presenters.demands import DemandRow
from ui.presenters.formats import Formats
from ui.presenters.situation import Floats
from ui.presenters.terms import all_said
from ui.presenters.week_profile import Draft, WeekProfile
from ui.session import Session
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, Tokens
from ui.views.lazy import WhenSeen
from ui.views.table_page import TablePage
from ui.widgets.labels import Elided, button, hairline, in_role
from ui.widgets.profile_bars import ProfileBars
from ui.widgets.week_table import WeekTable

OWN = len(Profile)
"""Place of “Own weeks” among the profiles."""


class ProfilePanel(QWidget):
    """Follows the chosen rows of the table; `led` tells that a demand is to be looked at on another page, by its name."""

    led = Signal(str, object)

    def __init__(self, page: TablePage[DemandRow], session: Session, formats: Formats, tokens: Tokens) -> None:
        super().__init__()
        self._page, self._session, self._formats = page, session, formats
        self._shown: WeekProfile | None = None
        self._shown_of: Portfolio | None = None
        self.cells = WeekCells(tokens, formats, self._typed, self)
        self.table, self.bars = WeekTable(self.cells), ProfileBars(tokens, formats)
        self.way, self.keep_total = QComboBox(), QCheckBox(self.tr("Keep the total"))
        self.earlier, self.later, self.fill, self.back = self._made_tools()
        self._title, self._says, self._why = Elided("", "section"), Elided("", "muted"), Elided("", "warning")
        self.in_plan, self.in_insight = button(self.tr("Show in Plan"), link=True), button(self.tr("Why, in Insight"), link=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out()
        self._connect()

    def _made_tools(self) -> tuple[QAction, ...]:
        made = []
        for text, tip, keys, act in (
            ("◂ " + self.tr("Week"), self.tr("Move all of it a week earlier, dates and weeks"), "Alt+Left", partial(self._shift, -1)),
            (self.tr("Week") + " ▸", self.tr("Move all of it a week later, dates and weeks"), "Alt+Right", partial(self._shift, 1)),
            (self.tr("Fill right"), self.tr("Put the first chosen week into those after it"), "", self._fill_right),
            (
                self.tr("Back to the profile"),
                self.tr("Take away the weeks of its own, so that the profile counts again"),
                "",
                self._go_back,
            ),
        ):
            action = QAction(text, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            written = QKeySequence(keys or "Ctrl+D").toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(tip if act == self._go_back else f"{tip} ({written})")
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)
            made.append(action)
        return tuple(made)

    def _lay_out(self) -> None:
        self.way.addItems([*all_said(Profile), self.tr("Own weeks")])
        self.way.setPlaceholderText(self.tr("Different profiles"))
        self.way.setAccessibleName(self.tr("Profile"))
        self.way.setToolTip(self.tr("How the hours lie over the dates; weeks of its own are hours that somebody has said week by week"))
        self.keep_total.setToolTip(self.tr("While a week changes, the other weeks give or take the difference by what they ask"))
        tools = QHBoxLayout()
        tools.setContentsMargins(LARGE, TIGHT, SMALL, 0)
        tools.setSpacing(SMALL)
        tools.addWidget(self._title, 1)
        for part in (self.way, self.keep_total, *map(_tool, (self.earlier, self.later, self.fill, self.back))):
            tools.addWidget(part)
        said = QHBoxLayout()
        said.setContentsMargins(LARGE, 0, MEDIUM, TIGHT)
        said.setSpacing(MEDIUM)
        said.addWidget(self._says, 3)
        said.addWidget(self._why, 4)
        for link in (self.in_plan, self.in_insight):
            said.addWidget(link)
            keeping = link.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)  # nothing moves while one demand after another is looked at
            link.setSizePolicy(keeping)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(said)
        for part in (hairline(), self.bars, self.table):
            column.addWidget(part)
        QWidget.setTabOrder(self.bars, self.table)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._when_seen.ask)
        model = self._page.model
        for signal in (
            self._page.table.selectionModel().selectionChanged,
            self._page.table.selectionModel().currentRowChanged,
            model.modelReset,
            model.layoutChanged,
            self._session.portfolio_changed,
            self._session.situation_changed,
            self._session.lent,
            self._session.returned,
        ):
            signal.connect(self._soon.start)
        self.table.horizontalScrollBar().valueChanged.connect(self.bars.scroll_to)
        self.table.selectionModel().currentColumnChanged.connect(self._follow_cells)
        self.bars.chosen.connect(self._lead_cells)
        self.bars.typed.connect(self._type_into_cell)
        self.bars.scrolled.connect(self._scroll)
        self.bars.hand.drafted.connect(self._show_draft)
        self.bars.hand.dropped.connect(self._make)
        self.keep_total.toggled.connect(self._keep)
        self.way.activated.connect(self._choose_way)
        self.in_plan.clicked.connect(partial(self._lead, "Plan"))
        self.in_insight.clicked.connect(partial(self._lead, "Insight"))

    def show_tokens(self, tokens: Tokens) -> None:
        self.bars.show_tokens(tokens)
        self.cells.show_tokens(tokens)

    def texts(self) -> tuple[str, str, str]:
        """What it says: of what, in all, and why it is short."""
        return self._title.text(), self._says.text(), self._why.text()

    def reload(self) -> None:
        """Shows the chosen demands as they stand; while a bar is held, that waits."""
        portfolio = self._session.portfolio
        if portfolio is None or self.bars.hand.is_busy:
            return
        before, shown = self._shown, week_profile.profile_of(portfolio, self._session.situation, self._chosen())
        self._shown, self._shown_of = shown, portfolio
        may_edit = self._session.can_edit and shown is not None
        self.bars.day = portfolio.settings.standard_week / 5
        for part in (self.bars, self.cells):
            part.show_profile(shown, may_edit=may_edit)
        hides = shown is None or not shown.planned
        if self.table.isRowHidden(SHORT) != hides:
            self.table.setRowHidden(SHORT, hides)
        self._show_tools(may_edit=may_edit)
        self._say()
        if shown is not None and (before is None or before.ids != shown.ids):
            self.table.go_to(shown.first)
            self.table.show_from(max(0, shown.first - 1))
            self.bars.choose(shown.first)

    def _chosen(self) -> list[Id]:
        """The demands of the chosen rows; of the first row where none is chosen."""
        model = self._page.model
        rows = self._page.table.chosen_rows() or ([0] if model.rowCount() else [])
        return [model.row_at(row).id for row in rows]

    def _show_tools(self, *, may_edit: bool) -> None:
        shown = self._shown
        is_one = may_edit and shown is not None and shown.one is not None
        for tool in (self.way, self.earlier, self.later):
            tool.setEnabled(may_edit)
        for part in (self.fill, self.keep_total):
            part.setEnabled(is_one)
        self.back.setEnabled(may_edit and shown is not None and shown.own > 0)
        if shown is not None:
            all_own = shown.own == len(shown.ids)
            self.way.setCurrentIndex(OWN if all_own else list(Profile).index(shown.profile) if shown.profile else -1)

    def _say(self) -> None:
        shown = self._shown
        self._title.setText(shown.title if shown else "")
        self._says.setText(profile_words.summary(shown, self._formats) if shown else "")
        in_role(self._says, "muted")
        self._why.setText(profile_words.shortage(shown, self._formats) if shown else "")
        self._why.setVisible(bool(self._why.text()))
        self.in_plan.setVisible(shown is not None and shown.one is not None)
        self.in_insight.setVisible(bool(self._why.text()) and shown is not None and shown.one is not None)

    def _show_draft(self, draft: Draft | None) -> None:
        self.cells.show_draft(draft)
        if draft is None or self._shown is None:
            self._say()
            self._soon.start()
        else:
            self._says.setText(profile_words.change(self._shown, draft, self._formats))
            self._why.hide()
            in_role(self._says, "")

    def _catch_up(self) -> None:
        """Something may have been changed a moment ago: what is done goes on top of that."""
        if self._session.portfolio is not self._shown_of:
            self.reload()

    def _make(self, draft: Draft) -> None:
        wanted, keeps = float(draft.hours[draft.at]), self.keep_total.isChecked()
        self._put(lambda shown: week_profile.drafted(shown, draft.at, wanted, keep_total=keeps).hours, [draft.at])

    def _keep(self, keeps: bool) -> None:
        self.bars.hand.let_go()
        self.bars.hand.keep_total = keeps

    def _put(self, hours_of: Callable[[WeekProfile], Floats], at: list[int]) -> bool:
        """Makes the demand ask for these hours; whether that could be done."""
        self._catch_up()
        portfolio, shown = self._session.portfolio, self._shown
        if portfolio is None or shown is None or shown.one is None:
            return False
        try:
            edit = week_profile.edit_of_hours(portfolio, shown, hours_of(shown), at, self._formats)
        except FieldError as problem:
            self._session.refused.emit(str(problem))
            return False
        return self._apply(edit)

    def _put_figures(self, figures: dict[int, Hours]) -> bool:
        keeps = self.keep_total.isChecked()
        return bool(figures) and self._put(partial(week_profile.with_hours, figures=figures, keep_total=keeps), sorted(figures))

    def _apply(self, edit: Edit) -> bool:
        return not edit or self._session.apply(edit)

    def _typed(self, column: int, text: str) -> bool:
        if self._shown is None:
            return False
        try:
            figures = {column: profile_cells.hours_in(text, self._formats.week(self._shown.mondays[column]), self._formats)}
        except FieldError as problem:
            self._session.refused.emit(str(problem))
            return False
        return self._put_figures(figures)

    def act_on_cells(self, name: str) -> None:
        """Does to the chosen weeks what an action of tables says."""
        acts: dict[str, Callable[[], object]] = {
            "copy": partial(self._copy, headed=False),
            "copy headed": partial(self._copy, headed=True),
            "cut": self._cut,
            "paste": self._paste,
            "clear": self._clear,
            "fill down": self._fill_right,
        }
        self._catch_up()
        if name in acts and self._shown is not None:
            acts[name]()

    def _copy(self, *, headed: bool) -> None:
        if self._shown is not None:
            rows = sorted({index.row() for index in self.table.selectedIndexes()}) or [ASKED]
            texts = profile_cells.copied(self._shown, rows, self.table.columns, self._formats, headed=headed)
            QApplication.clipboard().setText(texts)

    def _cut(self) -> None:
        self._copy(headed=False)
        self._clear()

    def _clear(self) -> None:
        if self._may_type():
            self._put_figures(dict.fromkeys(self.table.columns, 0.0))

    def _paste(self) -> None:
        """A row, or a column, of figures from the first chosen week on; one figure fills all that are chosen."""
        if self._shown is None or not self._may_type():
            return
        try:
            figures = profile_cells.pasted(QApplication.clipboard().text(), self._shown, self.table.columns, self._formats)
        except FieldError as problem:
            self._session.refused.emit(str(problem))
            return
        if self._put_figures(figures):
            self.table.choose_columns(sorted(figures))

    def _fill_right(self) -> None:
        if self._shown is not None and self._may_type():
            self._put_figures(profile_cells.filled(self._shown, self.table.columns))

    def _may_type(self) -> bool:
        if self._shown is not None and self._shown.one is None:
            self._session.refused.emit(self.tr("Choose one demand to change its weeks; of several the weeks are added up"))
            return False
        if not self._session.can_edit:
            self._session.refused.emit(self.tr("This portfolio can only be looked at now"))
            return False
        return True

    def _choose_way(self, place: int) -> None:
        portfolio, shown = self._session.portfolio, self._shown
        if portfolio is None or shown is None:
            return
        try:
            if place == OWN:
                self._apply(week_profile.edit_to_own(portfolio, shown))
            else:
                keeps = self.keep_total.isChecked()
                self._apply(week_profile.edit_of_profile(portfolio, shown, list(Profile)[place], keep_total=keeps))
        except FieldError as problem:
            self._session.refused.emit(str(problem))
        self._soon.start()

    def _go_back(self) -> None:
        portfolio, shown = self._session.portfolio, self._shown
        if portfolio is not None and shown is not None:
            self._apply(week_profile.edit_back(portfolio, shown, keep_total=self.keep_total.isChecked()))

    def _shift(self, by: int) -> None:
        self.bars.hand.let_go()
        portfolio, shown = self._session.portfolio, self._shown
        if portfolio is not None and shown is not None and self._apply(week_profile.edit_of_shift(portfolio, shown, by)):
            self.table.go_to(min(max(0, self.bars.current + by), len(shown.mondays) - 1))

    def _follow_cells(self, current: QModelIndex) -> None:
        self.bars.choose(current.column())

    def _lead_cells(self, column: int) -> None:
        if self.table.currentIndex().column() != column:
            self.table.go_to(column)

    def _type_into_cell(self, event: QKeyEvent) -> None:
        """The figure begun over a bar goes into its cell."""
        self.table.go_to(self.bars.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self.table, event)

    def _scroll(self, pixels: int) -> None:
        bar = self.table.horizontalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _lead(self, page: str, _checked: object = None) -> None:
        if self._shown is not None and self._shown.one is not None:
            self.led.emit(page, self._shown.one)


def _tool(action: QAction) -> QToolButton:
    tool = QToolButton()
    tool.setDefaultAction(action)
    tool.setAccessibleName(action.toolTip())
    return tool
