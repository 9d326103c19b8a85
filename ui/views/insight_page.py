"""Insight: what is not met and why, which roles are short, what cannot hold together, and what is proved of the plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from data.entities import Id
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.files.pictures import Pictures
from ui.insight_actions import InsightAct
from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters import insight as words
from ui.presenters import objective
from ui.presenters.columns import Row
from ui.presenters.formats import Formats
from ui.presenters.leads import InsightPart, ToInsight
from ui.presenters.table_sheet import Printable, printable
from ui.session import Session
from ui.tokens import COMPACT_ROW_HEIGHT, LARGE, MEDIUM, SMALL, Tokens
from ui.views.findings_dock import FindingsView
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.views.shortage_list import ShortageList
from ui.widgets.empty import EmptyPage
from ui.widgets.labels import hairline, label, wrapped
from ui.widgets.objective_strip import ObjectiveStrip
from ui.widgets.picture import Draw, Picture
from ui.widgets.stale_strip import StaleStrip
from ui.widgets.table import Table, copy_table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.presenters.situation import Situation

SIDE_BY_SIDE = 1500
"""Width from which the chart stands beside the table instead of above it."""
CHART_WIDTH = 640
CHART_SHAPE = 2.7 / 6.4
"""Height over width of the chart of causes, as `planner.charts.shortage` lays it out."""
NOT_MET, ROLES, CONFLICTS = InsightPart


class InsightPage(QWidget):
    """Follows the plan; everything is worked out beside the window.

    demand_chosen  leads to a demand
    done           good news in one sentence
    written        the files of a chart, the one that was asked for first
    failed         why something could not be done
    """

    demand_chosen = Signal(object)
    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, actions: Actions, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session, self._jobs, self._formats, self._tokens = session, jobs, formats, tokens
        self._shown: words.Insight | None = None
        self._wanted: ToInsight | None = None
        self.heading = Heading(self.tr("Insight"), "")
        self.stale, self.objective = StaleStrip(tokens, actions["solve"]), ObjectiveStrip()
        self.tabs, self._sheets = QTabBar(), QStackedWidget()
        self.chart, self.proof = Picture("insight chart", jobs), wrapped("", "")
        self.shortages = ShortageList(tokens, formats)
        self.role_model: RowsModel[words.RoleRow] = RowsModel(tokens, lambda *_: False, self)
        self.roles = Table(self.role_model)
        nothing = self.tr("What cannot hold together, and what no plan can put right, is listed here with the way out. There is nothing.")
        self.conflicts, self.before_plan = FindingsView(tokens, nothing), FindingsView(tokens, nothing)
        self._out = Pictures(jobs, dialogs, self)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(actions)
        self._connect()

    def _lay_out(self, actions: Actions) -> None:
        for name in InsightAct:
            tool = QToolButton()
            tool.setDefaultAction(actions[name])
            tool.setAccessibleName(actions[name].text().replace("&", "").rstrip("…"))
            self.heading.add(tool)
        for title in (self.tr("Not met"), self.tr("Roles"), self.tr("Conflicts")):
            self.tabs.addTab(title)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of this page"))
        self.roles.setAccessibleName(self.tr("Roles"))
        self.roles.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.roles.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        for sheet in (self._not_met(), _inset(self.roles), self.conflicts):
            self._sheets.addWidget(sheet)
        full = QWidget()
        column = _column(full)
        for part in (self.heading, self.stale, self.objective, hairline(), self.tabs, hairline()):
            column.addWidget(part)
        column.addWidget(self._sheets, 1)
        self._layers = QStackedLayout(self)
        nobody = self.tr("Insight says what a plan does not meet, and why. There is nothing in this portfolio yet.")
        for layer in (full, EmptyPage(nobody, (actions["import"],)), self._no_plan(actions), QWidget()):
            self._layers.addWidget(layer)
        self._layers.setCurrentIndex(3)

    def _not_met(self) -> QWidget:
        """Chart and proof, beside or above the table."""
        self._aside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._aside.setSpacing(LARGE)
        self.chart.setFixedSize(CHART_WIDTH, round(CHART_WIDTH * CHART_SHAPE))
        said = QVBoxLayout()
        said.setSpacing(SMALL)
        said.addSpacing(MEDIUM)
        said.addWidget(label(self.tr("How good the plan is"), "section"))
        said.addWidget(self.proof)
        said.addStretch(1)
        self._aside.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._aside.addLayout(said, 1)
        self._met = EmptyPage(self.tr("Every hour asked is met: nothing is short."), ())
        some = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, some)
        self._parts.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        self._parts.setSpacing(MEDIUM)
        self._parts.addLayout(self._aside)
        self._parts.addWidget(self._met, 1)
        self._parts.addWidget(self.shortages, 1)
        return some

    def _no_plan(self, actions: Actions) -> QWidget:
        """Where there is no plan: the next step, and what would stand in its way."""
        says = self.tr("Insight says what a plan does not meet and why, and what is proved of it. There is no plan yet.")
        layer = QWidget()
        column = _column(layer)
        column.addWidget(EmptyPage(says, (actions["solve"],)), 1)
        self._in_the_way = QWidget()
        below = _column(self._in_the_way)
        below.setContentsMargins(LARGE, 0, LARGE, MEDIUM)
        below.addWidget(label(self.tr("What a plan could not put right"), "section"))
        below.addWidget(self.before_plan, 1)
        column.addWidget(self._in_the_way, 1)
        return layer

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._sheets.setCurrentIndex)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, step), context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.shortages.chosen.connect(self.demand_chosen)
        self.roles.activated.connect(self._narrow_to_role)
        self._out.done.connect(self.done)
        self._out.written.connect(self.written)
        self._out.failed.connect(self.failed)
        self._session.situation_changed.connect(self._when_seen.ask)
        self._session.document_changed.connect(self._forget)

    def reload(self) -> None:
        """Works out anew what is shown; until it is there, what was shown stays, marked where it is out of date."""
        situation = self._session.situation
        if situation is None:
            return
        if not situation.portfolio.resources and not situation.portfolio.projects:
            self._jobs.abandon("insight")
            self._layers.setCurrentIndex(1)
            return
        self.stale.say("" if situation.current else self.tr("This plan was made before the latest changes."))
        self._jobs.run("insight", partial(_worked_out, situation), self._show, self._failed)

    def focus_filter(self) -> None:
        """Goes to where demands are searched."""
        self.tabs.setCurrentIndex(NOT_MET)
        self.shortages.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shortages.search.selectAll()

    def show_demand(self, key: Id) -> None:
        """Goes to a demand among those not met."""
        self.show_part(ToInsight(NOT_MET, demand_id=key))

    def show_part(self, lead: ToInsight) -> None:
        """Turns to a part, and to what of it is named; what is still being worked out is turned to once it is there."""
        self.tabs.setCurrentIndex(lead.part)
        self._wanted = lead
        if self._shown is not None and self._shown.situation is self._session.situation:
            self._turn_to_wanted()

    def _turn_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if wanted.demand_id is not None:
            self.shortages.choose(wanted.demand_id)
        elif wanted.part is NOT_MET:
            self.shortages.narrow_to_role(wanted.role)
        elif wanted.part is ROLES:
            self.roles.setFocus(Qt.FocusReason.OtherFocusReason)
        elif wanted.finding is not None:
            (self.conflicts if self._layers.currentIndex() == 0 else self.before_plan).choose(wanted.finding)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.role_model.show_tokens(tokens)
        for part in (self.shortages, self.conflicts, self.before_plan, self.stale):
            part.show_tokens(tokens)
        self.roles.viewport().update()
        self._draw_chart()

    def act(self, what: InsightAct) -> None:
        """Does what an action of the page says."""
        acts: dict[InsightAct, Callable[[], None]] = {
            InsightAct.COPY: self._copy,
            InsightAct.COPY_CHART: self._copy_chart,
            InsightAct.SAVE_CHART: self._save_chart,
        }
        acts[what]()

    def _show(self, shown: words.Insight | None) -> None:
        if shown is None or shown.situation is not self._session.situation:
            return  # its causes come in a moment, or a newer one is under way
        self._shown = shown
        figures = shown.situation.figures
        if figures is None:
            self.before_plan.show_findings(shown.findings)
            self._in_the_way.setVisible(bool(shown.findings))
            self._layers.setCurrentIndex(2)
            self._turn_to_wanted()
            return
        self.heading.say(words.headline(shown, self._formats))
        plan = shown.situation.plan
        of = None if plan is None else plan.status_date
        self.proof.setText(words.proof(figures, self._formats, current=shown.situation.current, status_date=of))
        self.objective.show_parts(objective.parts(figures, self._formats))
        self.shortages.show_rows(words.shortage_columns(self._formats), shown.shortages)
        self._show_roles(shown)
        self.conflicts.show_findings(shown.findings)
        for place, count in ((NOT_MET, len(shown.shortages)), (ROLES, len(shown.roles)), (CONFLICTS, len(shown.findings))):
            title = (self.tr("Not met"), self.tr("Roles"), self.tr("Conflicts"))[place]
            self.tabs.setTabText(place, f"{title} ({self._formats.number(count)})")
        self.tabs.setTabToolTip(CONFLICTS, self.tr("Errors keep any plan from being made; warnings and notes a plan cannot put right"))
        for part in (self.chart, self.shortages):
            part.setVisible(bool(shown.shortages))
        self._met.setVisible(not shown.shortages)
        self._layers.setCurrentIndex(0)
        self._draw_chart()
        self._turn_to_wanted()

    def _show_roles(self, shown: words.Insight) -> None:
        fresh = not self.role_model.columns
        self.role_model.show(words.role_columns(self._formats), shown.roles)
        if fresh:
            self.roles.fit_columns()
            self.roles.horizontalHeader().setStretchLastSection(True)

    def _draw_chart(self) -> None:
        draw = self._drawn(dark=self._tokens.dark)
        self.chart.show_drawing(draw)

    def _drawn(self, *, dark: bool) -> Draw | None:
        """What draws the chart of causes; None where nothing is short."""
        shown = self._shown
        return partial(_chart, shown.situation, dark=dark) if shown is not None and shown.shortages else None

    def _forget(self) -> None:
        """Another portfolio: nothing of the one before is shown while it is worked out."""
        self._jobs.abandon("insight")
        self._shown = None
        self._layers.setCurrentIndex(3)
        self._draw_chart()
        self._when_seen.ask()

    def _failed(self, problem: Exception) -> None:
        raise problem

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _narrow_to_role(self, index: QModelIndex) -> None:
        self.tabs.setCurrentIndex(NOT_MET)
        self.shortages.narrow_to_role(self.role_model.row_at(index.row()).balance.role)

    def _table(self) -> Printable:
        """The table in sight, as it is filtered and sorted."""
        if self._layers.currentIndex() == 2:
            return _printable(self.before_plan.model)
        if self.tabs.currentIndex() == NOT_MET:
            return _printable(self.shortages.model)
        return _printable(self.role_model) if self.tabs.currentIndex() == ROLES else _printable(self.conflicts.model)

    def _copy(self) -> None:
        table = self._table()
        if not table.rows:
            self.failed.emit(self.tr("There are no rows to copy"))
            return
        copy_table(table)
        self.done.emit(self.tr("Copied as a table"))

    def _copy_chart(self) -> None:
        draw = self._drawn(dark=False)
        if draw is None:
            self._say_no_chart()
        else:
            self._out.copy(self.tr("The chart"), lambda: (draw,))

    def _save_chart(self) -> None:
        draw, workspace = self._drawn(dark=False), self._session.workspace
        if draw is None or workspace is None:
            self._say_no_chart()
        else:
            self._out.save(self.tr("{portfolio} not met").format(portfolio=workspace.title), lambda: (draw,))

    def _say_no_chart(self) -> None:
        self.failed.emit(self.tr("There is no chart: nothing is known to be short"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Puts the chart beside the table where there is room for both."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE
        self._parts.setDirection(QBoxLayout.Direction.RightToLeft if wide else QBoxLayout.Direction.TopToBottom)
        self._aside.setDirection(QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight)


def _printable(model: RowsModel[Row]) -> Printable:
    return printable("", model.columns, [0] * len(model.columns), model.rows)


def _column(of: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _inset(part: QWidget) -> QWidget:
    inset = QWidget()
    column = _column(inset)
    column.setContentsMargins(SMALL, 0, 0, 0)
    column.addWidget(part)
    return inset


def _worked_out(situation: Situation) -> words.Insight | None:
    """None where the causes of its shortages are still to come."""
    return words.insight(situation) if words.is_explained(situation) else None


def _chart(situation: Situation, *, dark: bool) -> Figure:
    from planner.charts.shortage import shortage_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return shortage_chart(situation.portfolio, situation.unmet, theme="dark" if dark else "light")
