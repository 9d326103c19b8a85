"""Baselines from the window: the plan shown frozen under a name, and what plans are measured against."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from data.entities import Id
from data.errors import PlannerError
from ui.actions import Actions
from ui.files.publishing import Publisher
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.surroundings import Surroundings
from ui.views.pages import Pages

if TYPE_CHECKING:
    from planner.workspace import Workspace


class BaselineDesk(QObject):
    """Freezes plans, and remembers for each file what its plans are measured against.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, session: Session, publisher: Publisher, around: Surroundings, actions: Actions, pages: Pages, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._publisher, self._preferences = session, publisher, around.preferences
        self._actions, self._pages = actions, pages
        for name, slot in (
            (ScenarioAct.FREEZE, self.freeze),
            (ScenarioAct.MEASURE, self.measure_against_chosen),
            (ScenarioAct.MEASURE_BEFORE, self.measure_against_before),
        ):
            actions[name].triggered.connect(slot)
        session.document_changed.connect(self._recall)
        for signal in (session.document_changed, session.portfolio_changed, session.situation_changed, session.lent, session.returned):
            signal.connect(self._show)
        pages.currentChanged.connect(self._show)
        pages.scenario_chosen.connect(self._show)
        self._show()

    def freeze(self) -> None:
        """Adds a baseline of the plan shown, and goes to it, ready for its name to be typed."""
        from planner.actions import baselines  # noqa: PLC0415 - the planner is loaded beside the window

        workspace = self._session.workspace
        plan = workspace.plan if workspace is not None else None
        if workspace is None or plan is None:
            return
        baseline = baselines.fresh(workspace.record, plan.id)
        if self._session.apply(baselines.frozen(baseline)):
            self._pages.show_baseline(baseline.id)

    def measure_against_chosen(self) -> None:
        chosen = self._pages.chosen_baselines
        if chosen:
            self.measure_against(chosen[0])

    def measure_against_before(self) -> None:
        self.measure_against(None)

    def measure_against(self, baseline_id: Id | None) -> None:
        """Tells plans against a baseline from now on, None being the plan before again; its plan is read beside the window."""
        work = partial(_measured, baseline_id=baseline_id)
        self._publisher.when_idle(partial(self._session.lend, work, self._measured, self._tell))

    def _measured(self, _measure: Id | None) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        measure = workspace.measure
        self._preferences.remember_baseline(workspace.place, measure.id if measure else None)
        self._session.explain_again()
        if measure is not None:
            self.done.emit(self.tr("Plans are measured against “{name}” from now on").format(name=measure.name))
        else:
            self.done.emit(self.tr("Plans are measured against the plan of record again, or the plan before"))

    def _recall(self) -> None:
        """Measures against what this file was measured against when it was left."""
        workspace = self._session.workspace
        wanted = self._preferences.baseline_of(workspace.place) if workspace is not None else None
        if workspace is not None and wanted is not None and wanted in workspace.record.baselines:
            QTimer.singleShot(0, self, partial(self.measure_again, wanted))

    def measure_again(self, baseline_id: Id) -> None:
        """The same without a word."""
        work = partial(_measured, baseline_id=baseline_id)
        self._publisher.when_idle(partial(self._session.lend, work, lambda _: self._session.explain_again(), self._tell))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _show(self) -> None:
        workspace = self._session.workspace
        is_free = workspace is not None and not self._session.is_lent
        for name, enabled in (
            (ScenarioAct.FREEZE, self._session.can_edit and workspace is not None and workspace.plan is not None),
            (ScenarioAct.MEASURE, is_free and bool(self._pages.chosen_baselines)),
            (ScenarioAct.MEASURE_BEFORE, is_free and workspace is not None and workspace.measure is not None),
        ):
            self._actions[name].setEnabled(enabled)


def _measured(workspace: Workspace, *, baseline_id: Id | None) -> Id | None:
    workspace.measure_against(baseline_id)
    return baseline_id
