"""The page Scenarios: the table of them with what the chosen one changes, plans side by side, and plans in what may come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from data.edits import Edit
from data.entities import Id, Scenario
from data.errors import PlannerError
from data.portfolio import Portfolio
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.presenters import scenarios as words
from ui.presenters.formats import Formats
from ui.presenters.scenarios import NO_TRIALS, ScenarioRow, Trials
from ui.presenters.tables import Standing, TableDescription
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.tokens import Tokens
from ui.views.baseline_sheet import BaselineSheet
from ui.views.compare_sheet import CompareSheet
from ui.views.effects_panel import EffectsPanel
from ui.views.futures_sheet import FuturesSheet
from ui.views.lazy import WhenSeen
from ui.views.part_sheet import PartSheet
from ui.views.scenario_panel import ScenarioPanel
from ui.views.sweep_sheet import SweepSheet
from ui.views.table_page import TablePage
from ui.widgets.labels import hairline

if TYPE_CHECKING:
    from planner.scenarios.resolving import Missed
    from ui.presenters.effects import Attached


SCENARIOS, COMPARE, FUTURES, SWEEPS, BASELINES = range(5)
"""The places of the sheets."""
SHARES = (2, 3)
"""Parts of the height: the table's, and those of what the chosen scenario changes."""


class ScenariosPage(QWidget):
    """Works every scenario out beside the window, whenever something has changed and the page is seen.

    chosen       another row is the current one
    solve_asked  a plan is wanted of the scenario of that id, of the plan of record for None
    errand       what wants the workspace whole, to be called once nobody writes its file
    done         good news in one sentence
    written      the files of an export, the one that was asked for first
    failed       why the scenarios could not be worked out
    """

    chosen = Signal()
    solve_asked = Signal(object)
    errand = Signal(object)
    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        formats: Formats,
        tokens: Tokens,
        actions: Actions,
        dialogs: FileDialogs,
        make: Callable[[TableDescription[Any]], TablePage[Any]],  # Any: tables of scenarios and of baselines
    ) -> None:
        super().__init__()
        self._session, self._jobs, self._formats = session, jobs, formats
        self._trials: Trials = NO_TRIALS
        self._of: object = None
        self._tried: object = None
        self.table_page: TablePage[ScenarioRow] = make(replace(words.TABLE, rows=self._rows))
        self.baselines = BaselineSheet(session, jobs, actions, make)
        steps = (
            (ScenarioAct.ENTER, self.tr("Work in it")),
            (ScenarioAct.COPY, self.tr("Copy")),
            (ScenarioAct.COMPARE, self.tr("Compare")),
            (ScenarioAct.SEND, self.tr("Send…")),
            (ScenarioAct.TAKE, self.tr("Take in…")),
            (ScenarioAct.PROMOTE, self.tr("Promote…")),
        )
        self.panel = ScenarioPanel(tuple((actions[name], said) for name, said in steps), EffectsPanel(actions, formats))
        self.table_page.add_below(self.panel, SHARES)
        self.compare = CompareSheet(session, jobs, formats, tokens, actions[ScenarioAct.EXPORT_COMPARISON], dialogs)
        self.futures = FuturesSheet(session, jobs, formats, tokens, dialogs)
        self.sweeps = SweepSheet(session, jobs, formats, tokens, dialogs)
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self._lay_out()
        self._when_seen = WhenSeen(self, self._gather)
        self._connect()

    def _connect(self) -> None:
        model = self.table_page.model
        for signal in (
            self.table_page.table.selectionModel().currentRowChanged,
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
            model.layoutChanged,
            model.dataChanged,
        ):
            signal.connect(self._show_chosen)
        for signal in (self._session.situation_changed, self._session.returned):  # a change of the portfolio has a situation follow it
            signal.connect(self._when_seen.ask)
        self.panel.kept.connect(self._keep)
        self.panel.dropped.connect(self._drop)
        self.tabs.currentChanged.connect(self._turn)
        for told, tell in (
            (self.compare.solve_asked, self.solve_asked),
            (self.compare.errand, self.errand),
            (self.baselines.chosen, self.chosen),
            (self.baselines.failed, self.failed),
        ):
            told.connect(tell)
        found: tuple[PartSheet, ...] = (self.compare, self.futures, self.sweeps)
        for sheet in found:
            sheet.done.connect(self.done)
            sheet.written.connect(self.written)
            sheet.failed.connect(self.failed)

    def _lay_out(self) -> None:
        sheets: tuple[tuple[str, QWidget], ...] = (
            (words.TABLE.title, self.table_page),
            (self.tr("Compare"), self.compare),
            (self.tr("Futures"), self.futures),
            (self.tr("Sweeps"), self.sweeps),
            (self.tr("Baselines"), self.baselines),
        )
        for title, sheet in sheets:
            self.tabs.addTab(title)
            self._stack.addWidget(sheet)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Sheets of this page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tabs, hairline(), self._stack):
            column.addWidget(part)

    @property
    def scenario_id(self) -> Id | None:
        """The scenario of the current row, of the first where none is current."""
        row = max(0, self.table_page.table.currentIndex().row())
        return self.table_page.model.row_at(row).id if row < self.table_page.model.rowCount() else None

    @property
    def chosen_ids(self) -> list[Id]:
        """The scenarios of all rows that are chosen, else of the current one."""
        rows = self.table_page.table.chosen_rows()
        return [self.table_page.model.row_at(row).id for row in rows] or ([self.scenario_id] if self.scenario_id else [])

    def attached(self, key: Id) -> Attached | None:
        """The effects that were worked out of a scenario, as far as is known."""
        tried = self._trials.by_id.get(key) if self._of is self._session.workspace else None
        return tried.attached if tried is not None else None

    @property
    def chosen_baselines(self) -> list[Id]:
        """The baselines that are chosen, if that is the sheet in front."""
        return self.baselines.chosen_ids if self.tabs.currentIndex() == BASELINES else []

    @property
    def shows_scenarios(self) -> bool:
        return self.tabs.currentIndex() == SCENARIOS

    @property
    def shows_comparison(self) -> bool:
        return self.tabs.currentIndex() == COMPARE

    def show_comparison(self, keys: Sequence[str] | None) -> None:
        """Turns to the plans side by side, with these marked where some are given."""
        if keys is not None:
            self.compare.want(keys)
        if self.shows_comparison:
            self._when_seen.ask()
        else:
            self.tabs.setCurrentIndex(COMPARE)
        self.compare.sides.list.setFocus()

    def choose(self, key: Id, *, rename: bool) -> None:
        """Goes to a scenario, and to `rename` it opens its name to be typed."""
        self.tabs.setCurrentIndex(SCENARIOS)
        _go_to(self.table_page, key, rename=rename)

    def choose_baseline(self, key: Id) -> None:
        """Goes to a baseline, and opens its name to be typed."""
        self.tabs.setCurrentIndex(BASELINES)
        self.baselines.reload()
        _go_to(self.baselines.table_page, key, rename=True)

    @property
    def _sheets(self) -> tuple[TablePage[ScenarioRow] | CompareSheet | FuturesSheet | SweepSheet | BaselineSheet, ...]:
        """In the order of their tabs."""
        return self.table_page, self.compare, self.futures, self.sweeps, self.baselines

    @property
    def shows_futures(self) -> bool:
        return self.tabs.currentIndex() == FUTURES

    def focus_filter(self) -> None:
        self._sheets[self.tabs.currentIndex()].focus_filter()

    def show_tokens(self, tokens: Tokens) -> None:
        for sheet in self._sheets:
            sheet.show_tokens(tokens)

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._when_seen.ask()
        self.chosen.emit()

    def _rows(self, portfolio: Portfolio, _standing: Standing) -> list[ScenarioRow]:
        return words.rows_of(portfolio, self._trials if self._of is self._session.workspace else NO_TRIALS)

    def _gather(self) -> None:
        """Reads the plans that were not read yet, one at a time so that the window never waits for several, then works out."""
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        if self.tabs.currentIndex() == SWEEPS:
            self.sweeps.gather()
            return
        keys: list[Id | None] = [None, *workspace.record.scenarios]
        unread = [key for key in keys if not workspace.has_read_plan(key)]
        if unread:
            try:
                workspace.plan_in(unread[0])
            except PlannerError as problem:
                self.failed.emit(str(problem))
                return
            QTimer.singleShot(0, self, self._gather)
            return
        if self.shows_comparison or self.shows_futures:
            (self.compare if self.shows_comparison else self.futures).gather()
            return
        plans = {key: workspace.plan_in(key) for key in keys}
        if self._tried == (workspace, workspace.record, plans):
            return  # only the causes of shortages have come
        self._tried = workspace, workspace.record, plans
        work = partial(words.trials, workspace.record, plans, self._formats)
        self._jobs.run("scenarios", work, partial(self._worked_out, workspace), self._not_worked_out)

    def _worked_out(self, of: object, found: Trials) -> None:
        if of is self._session.workspace:
            self._trials, self._of = found, of
            self.table_page.reload()
            self._show_chosen()

    def _not_worked_out(self, problem: Exception) -> None:
        self._tried = None
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _show_chosen(self, *_: Any) -> None:  # whatever the signals of models tell
        portfolio, key = self._session.portfolio, self.scenario_id
        scenario: Scenario | None = portfolio.scenarios.get(key) if portfolio is not None and key is not None else None
        tried = self._trials.by_id.get(key) if key is not None and self._of is self._session.workspace else None
        self.panel.show_scenario(scenario, portfolio, tried, can_edit=self._session.can_edit)
        self.chosen.emit()

    def _keep(self, missed: Missed) -> None:
        from planner.actions.scenarios import kept  # noqa: PLC0415 - the planner is loaded beside the window

        self._mend(missed, kept)

    def _drop(self, missed: Missed) -> None:
        from planner.actions.scenarios import dropped  # noqa: PLC0415

        self._mend(missed, dropped)

    def _mend(self, missed: Missed, mend: Callable[[Portfolio, Any], Edit]) -> None:
        workspace = self._session.workspace
        if workspace is not None and missed.change.id in workspace.record.scenario_changes:
            self._session.apply(mend(workspace.record, missed.change))


def _go_to(page: TablePage[Any], key: Id, *, rename: bool) -> None:
    page.choose(key)
    row = page.model.row_of(key)
    if row is not None and rename:
        page.table.edit(page.model.index(row, 0))
