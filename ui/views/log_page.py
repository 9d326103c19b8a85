"""The log: who changed what, when and why, newest first; what an edit changed; back to any point."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from data.edits import Edit
from data.entities import Id, Scenario
from data.errors import PlannerError
from data.portfolio import Portfolio
from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.planning.going_back import GoingBack
from ui.presenters import log
from ui.presenters.blocks import tabbed
from ui.presenters.formats import Formats
from ui.presenters.log import Happened, LogRow
from ui.presenters.log_details import Details, details
from ui.presenters.saying import counted
from ui.session import Session
from ui.tokens import LARGE, Tokens
from ui.views.lazy import WhenSeen
from ui.views.log_panel import LogPanel
from ui.views.page import Heading
from ui.widgets.cells import CELL_PADDING
from ui.widgets.labels import button, hairline, label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from data.plan import KeptPlan, Plan
    from data.steps import Step
    from planner.workspace import Workspace

FILTER_WIDTH = 180
SHARES = (3, 2)
"""Parts of the height: the log's, and its details'."""
ROWS, DETAILS = "log", "log details"
"""Names of jobs."""


class LogPage(QWidget):
    """Lists the steps of the portfolio and the plans kept among them.

    done    good news in one sentence
    failed  why something could not be done
    errand  something that needs the workspace whole, to be called once nobody writes its file
    """

    done = Signal(str)
    failed = Signal(str)
    errand = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        super().__init__()
        self._session, self._jobs, self._formats = session, jobs, formats
        self.model: RowsModel[LogRow] = RowsModel(tokens, lambda *_: False, self)
        self.table = Table(self.model)
        self.filter, self.kinds, self.people = QLineEdit(), QComboBox(), QComboBox()
        self.panel = LogPanel(tokens)
        self.going_back = GoingBack(session, formats, tokens, self)
        self._count, self._show_all, self.copy = label("", "muted"), button(self.tr("Show all"), link=True), button(self.tr("Copy table"))
        self._workspace: Workspace | None = None
        self._plan: Plan | None = None
        self._detailed: LogRow | None = None
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the log"))
        self.filter.setToolTip(self.tr("Show only rows that have these words (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self.kinds.addItems([self.tr("Everything"), *(log.SAID[each] for each in Happened)])
        self.people.addItem(self.tr("Everybody"))
        self.kinds.setAccessibleName(self.tr("What happened"))
        self.kinds.setToolTip(self.tr("Show everything, or only changes, what was undone, or plans"))
        self.people.setAccessibleName(self.tr("Who did it"))
        self.people.setToolTip(self.tr("Show what everybody did, or one account"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.copy.setToolTip(self.tr("Copy all rows that are shown, with headings, as a spreadsheet pastes them"))
        heading = Heading(self.tr("Log"), self.tr("Who changed what, when and why; you can go back to any point"))
        for part in (self._count, self._show_all, self.kinds, self.people, self.filter, self.copy):
            heading.add(part)
        self.table.setAccessibleName(self.tr("Log"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        above = QWidget()
        inset = QHBoxLayout(above)
        inset.setContentsMargins(LARGE - CELL_PADDING, 0, 0, 0)
        inset.addWidget(self.table)
        split = QSplitter(Qt.Orientation.Vertical)
        for half, share in ((above, SHARES[0]), (self.panel, SHARES[1])):
            split.addWidget(half)
            split.setStretchFactor(split.indexOf(half), share)
        split.setSizes([share * 1000 for share in SHARES])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (heading, hairline()):
            column.addWidget(line)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.kinds.currentIndexChanged.connect(self._choose)
        self.people.currentIndexChanged.connect(self._choose)
        self._show_all.clicked.connect(self.show_all)
        self.copy.clicked.connect(self._copy)
        self.table.selectionModel().currentRowChanged.connect(self._go_to)
        self.panel.restore.clicked.connect(self._restore)
        self.going_back.done.connect(self.done)
        self.going_back.failed.connect(self.failed)
        self.going_back.errand.connect(self.errand)
        self._session.portfolio_changed.connect(self._when_seen.ask)
        self._session.returned.connect(self._when_seen.ask)
        self._session.lent.connect(self._say_what_can_be_done)

    def reload(self) -> None:
        """Shows the log as it stands: what was added at once, a whole log as soon as it is put into words beside the window."""
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        anew = workspace is not self._workspace or self._plan is not workspace.plan
        longer = None if anew else log.rows_on(self.model.all_rows, workspace.steps, self._formats)
        if longer is not None:
            self._show_rows(longer)
            return
        if workspace is not self._workspace:
            self._empty()
        try:
            self._workspace, self._plan, plans = workspace, workspace.plan, workspace.stored_plans()
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        work = partial(_rows, workspace.steps, plans, self._formats, workspace.record.scenarios)
        self._jobs.run(ROWS, work, partial(self._show_of, workspace), self._not_read)

    def _empty(self) -> None:
        """Another portfolio is open."""
        self._detailed = None
        self._jobs.abandon(ROWS)
        self._jobs.abandon(DETAILS)
        self.model.show(self.model.columns, ())

    def _show_of(self, workspace: Workspace, found: tuple[list[LogRow], str]) -> None:
        """Shows the rows of a portfolio, with what was done in it meanwhile."""
        rows, problem = found
        if problem:
            self.failed.emit(problem)
        if self._session.workspace is workspace:
            self._show_rows(log.rows_on(rows, workspace.steps, self._formats) or rows)

    def _show_rows(self, rows: list[LogRow]) -> None:
        fresh = not self.model.columns
        self.model.show(log.columns(), rows)
        if fresh:
            self.table.fit_columns()
        self._offer_people(rows)
        self._show_what_is_left()

    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_all(self) -> None:
        """Takes every filter away."""
        self.filter.clear()
        self.kinds.setCurrentIndex(0)
        self.people.setCurrentIndex(0)

    def show_tokens(self, tokens: Tokens) -> None:
        self.model.show_tokens(tokens)
        self.panel.show_tokens(tokens)
        self.going_back.show_tokens(tokens)
        self.table.viewport().update()

    def _offer_people(self, rows: list[LogRow]) -> None:
        names = log.people(rows)
        if names == [self.people.itemText(number) for number in range(1, self.people.count())]:
            return
        chosen = self.people.currentText() if self.people.currentIndex() > 0 else ""
        self.people.blockSignals(True)
        while self.people.count() > 1:
            self.people.removeItem(1)
        self.people.addItems(names)
        self.people.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.people.blockSignals(False)
        self._choose()

    def _filter(self, words: str) -> None:
        self.model.filter(words)
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        """Counts the rows, and sees to it that one of them is the current one."""
        self._say_count()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_current()

    def _choose(self) -> None:
        happened = list(Happened)[self.kinds.currentIndex() - 1] if self.kinds.currentIndex() > 0 else None
        who = self.people.currentText() if self.people.currentIndex() > 0 else ""
        self.model.filter_columns(log.kept_by(happened, who))
        self._show_what_is_left()

    def _say_count(self) -> None:
        shown, held, number = self.model.rowCount(), self.model.count_of_all, self._formats.number
        entries = counted("LogPage", "%n entries", "%n entry", held, number(held))
        some = self.tr("{shown} of {entries}").format(shown=number(shown), entries=entries)
        self._count.setText(entries if shown == held else some)
        self._show_all.setVisible(self.model.is_filtered)

    def _copy(self) -> None:
        columns = self.model.columns
        texts = [[column.text(row) for column in columns] for row in self.model.rows]
        QApplication.clipboard().setText(tabbed([[column.heading for column in columns], *texts]))
        self.done.emit(self.tr("{count} rows of the log are in the clipboard").format(count=self._formats.number(len(texts))))

    def _current(self) -> LogRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _go_to(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        """Shows what the current row changed, unless it does so already."""
        row, workspace, portfolio = self._current(), self._session.workspace, self._session.portfolio
        self._say_what_can_be_done()
        shown = self._detailed.id if self._detailed else None
        if row is None:
            self._jobs.abandon(DETAILS)
            self.panel.show_headline(self.tr("No entry is chosen"), "")
            self.panel.show_no_lines("")
            self._detailed = None
        elif row.id != shown and workspace is not None and portfolio is not None and not self._session.is_lent:
            self._detailed = row
            self._show_details(row, workspace, portfolio)

    def _show_details(self, row: LogRow, workspace: Workspace, portfolio: Portfolio) -> None:
        """Reads the edit of a row beside the window: a large one takes its time."""
        self.panel.show_headline(log.headline(row), log.says(row))
        self._jobs.abandon(DETAILS)
        if row.is_plan:
            self.panel.show_no_lines(self.tr("A plan changes nothing of the portfolio"))
            return
        try:
            stored = workspace.stored_edit_of(row.step)
        except PlannerError as problem:
            self.panel.show_no_lines(str(problem))
            return
        self._jobs.run(DETAILS, partial(_details, stored, portfolio, self._formats), self.panel.show_details, self._not_read)

    def _not_read(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.panel.show_no_lines(str(problem))

    def _say_what_can_be_done(self) -> None:
        row, workspace = self._current(), self._session.workspace
        if row is None or workspace is None:
            why_not = self.tr("Choose a row of the log first")
        elif workspace.read_only is not None:
            why_not = self.tr("This portfolio is read-only: save it under another name first (File, Save as)")
        elif not self._session.can_edit:
            why_not = self.tr("Nothing can be changed at the moment; try again when the portfolio is at hand")
        elif row.step.number == workspace.steps[-1].number and row.plan_id == self.model.all_rows[0].plan_id:
            why_not = self.tr("Nothing was changed after this")
        else:
            why_not = ""
        does = self.tr("Make the portfolio what it was after this; you see first what changes, and undo takes it back")
        self.panel.allow_restore(why_not, does)

    def _restore(self) -> None:
        row = self._current()
        if row is not None:
            self.going_back.ask(row)


def _rows(
    steps: Sequence[Step], plans: Callable[[], Sequence[KeptPlan]], formats: Formats, scenarios: Mapping[Id, Scenario]
) -> tuple[list[LogRow], str]:
    """The rows, and why plans are missing among them: while the server of a bank is away, steps can be shown all the same."""
    try:
        return log.rows(steps, plans(), formats, scenarios), ""
    except PlannerError as problem:
        return log.rows(steps, (), formats), str(problem)


def _details(stored: Callable[[], Edit], portfolio: Portfolio, formats: Formats) -> Details:
    return details(stored(), portfolio, formats)
