"""Baselines: the table of frozen plans, and below it what the Overview is measured against."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.entities import Id
from data.errors import PlannerError
from data.plan import KeptPlan
from data.portfolio import Portfolio
from ui.actions import Actions
from ui.jobs import Jobs
from ui.presenters import baselines as words
from ui.presenters.baselines import BaselineRow, Plans
from ui.presenters.tables import TableDescription
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.tokens import LARGE, SMALL, Tokens
from ui.views.lazy import WhenSeen
from ui.views.table_page import TablePage
from ui.widgets.labels import Elided, action_button, hairline

NO_PLANS: Plans = MappingProxyType({})


class BaselineSheet(QWidget):
    """Reads beside the window what is known of the plans, whenever something has changed and the sheet is seen.

    chosen  another row is the current one
    failed  why the plans could not be told
    """

    chosen = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, jobs: Jobs, actions: Actions, make: Callable[[TableDescription[BaselineRow]], TablePage[BaselineRow]]
    ) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._plans: Plans = NO_PLANS
        self._of: object = None
        self.table_page = make(words.table(self._rows, self._shown_plan))
        self.says = Elided("", "muted")
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.says, 1)
        for name, said in (
            (ScenarioAct.FREEZE, self.tr("Freeze the plan shown")),
            (ScenarioAct.COMPARE, self.tr("Compare")),
            (ScenarioAct.MEASURE, self.tr("Measure against it")),
            (ScenarioAct.MEASURE_BEFORE, self.tr("Against the plan before")),
        ):
            row.addWidget(action_button(actions[name], said))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table_page, 1)
        column.addWidget(hairline())
        column.addWidget(bar)
        self._when_seen = WhenSeen(self, self._gather)
        model = self.table_page.model
        for signal in (self.table_page.table.selectionModel().currentRowChanged, model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.chosen)
        for told in (session.portfolio_changed, session.situation_changed, session.returned):
            told.connect(self._when_seen.ask)

    @property
    def chosen_ids(self) -> list[Id]:
        """The baselines of all rows that are chosen, else of the current one, else of the first."""
        model, table = self.table_page.model, self.table_page.table
        rows = table.chosen_rows() or [max(0, table.currentIndex().row())]
        return [model.row_at(row).id for row in rows if row < model.rowCount()]

    def focus_filter(self) -> None:
        self.table_page.focus_filter()

    def show_tokens(self, tokens: Tokens) -> None:
        self.table_page.show_tokens(tokens)

    def reload(self) -> None:
        """Shows what is known now."""
        workspace = self._session.workspace
        self.says.setText(words.measured_words(workspace.measure if workspace else None))
        self.table_page.reload()

    def _rows(self, portfolio: Portfolio) -> list[BaselineRow]:
        workspace = self._session.workspace
        measure = workspace.measure if workspace else None
        return words.rows_of(portfolio, self._plans if self._of is workspace else NO_PLANS, measure.id if measure else None)

    def _shown_plan(self) -> Id | None:
        workspace = self._session.workspace
        return workspace.plan.id if workspace is not None and workspace.plan is not None else None

    def _gather(self) -> None:
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        self.reload()
        wanted = {each.plan_id for each in workspace.record.baselines.values()}
        if self._of is workspace and wanted <= self._plans.keys():
            return
        try:
            stored = workspace.stored_plans()
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        self._jobs.run("baselines", stored, partial(self._known, workspace), self._tell)

    def _known(self, of: object, plans: tuple[KeptPlan, ...]) -> None:
        if of is self._session.workspace:
            self._plans, self._of = {each.id: each for each in plans}, of
            self.reload()

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))
